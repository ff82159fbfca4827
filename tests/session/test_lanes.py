from __future__ import annotations

import pytest

from timeline_app.layout.lanes import Label, LaneKind
from timeline_app.session.lanes import Arranged, LaneChoice

LABELS = [Label("a", "Ann"), Label("b", "Bob"), Label("c", "Cy")]


def names(arranged: Arranged) -> list[str]:
    return [label.name for label in arranged.sorted(LABELS)]


def test_lanes_stand_in_their_own_order_until_one_is_moved() -> None:
    assert names(Arranged()) == ["Ann", "Bob", "Cy"]
    assert names(Arranged().moved("c", 0, "abc")) == ["Cy", "Ann", "Bob"]
    assert names(Arranged().moved("a", 9, "abc")) == ["Bob", "Cy", "Ann"]


def test_a_lane_that_comes_later_stands_below_those_with_a_place() -> None:
    assert names(Arranged(order=("c", "b"))) == ["Cy", "Bob", "Ann"]


def test_a_lane_takes_another_name_and_its_own_again() -> None:
    renamed = Arranged().named("b", "Robert")
    assert names(renamed) == ["Ann", "Robert", "Cy"]
    assert renamed.named("b", " ") == Arranged()


def test_a_lane_is_folded_and_unfolded() -> None:
    folded = Arranged().toggled("b")
    assert [label.folded for label in folded.sorted(LABELS)] == [False, True, False]
    assert folded.toggled("b") == Arranged()


def test_what_is_kept_comes_back() -> None:
    choice = LaneChoice(LaneKind.SOURCE).with_arranged(Arranged({"a": "Änn"}, ("b", "a"), frozenset({"c"})))
    assert LaneChoice.from_json(choice.to_json()) == choice


@pytest.mark.parametrize(
    "text",
    ["", "nonsense", "[]", "{}", '{"by": "colour", "kinds": {}}', '{"by": "source", "kinds": {"source": 3}}',
     '{"by": "none", "kinds": []}', "[" * 10_000],
)  # fmt: skip
def test_nonsense_is_no_lanes(text: str) -> None:
    assert LaneChoice.from_json(text) == LaneChoice()
