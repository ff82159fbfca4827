"""Views, eras, own categories and rules about dates are made, changed, taken away and undone like all else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from tests import records
from tests.records import document, event, ingested
from timeline_app.model.arrangement import CategoryId, OwnCategory, SavedView, ViewId
from timeline_app.model.document import Document
from timeline_app.session import arranging, edits
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic

LETTER = document()
SHIPS = OwnCategory(CategoryId("c"), "Ships", "#0069b0", "S")
VIEW, ERA, _, RULE = records.ARRANGED


@pytest.fixture
def session() -> Iterator[Session]:
    session = Session()
    session.add([ingested(LETTER, *(event(LETTER, name) for name in "abc"))])
    yield session
    session.close()


def test_each_is_made_changed_and_taken_away_in_one_named_step(session: Session) -> None:
    assert isinstance(VIEW, SavedView)
    told: list[Topic] = []
    session.subscribe(told.append)
    session.apply(arranging.add(VIEW))
    assert told == [Topic.ARRANGEMENT, Topic.HISTORY]
    assert list(session.views) == [VIEW]
    session.apply(arranging.change(VIEW, replace(VIEW, name="Spring")))
    assert [view.name for view in session.views] == ["Spring"]
    session.apply(arranging.change(session.views[0], replace(VIEW, name="Spring", query="sun")))
    session.apply(arranging.remove(session.views[0]))
    assert len(session.views) == 0
    assert [step.label for step in session.history[1:]] == [
        "New view “Winter”",
        "Call the view “Winter” “Spring”",
        "Change the view “Spring”",
        "Remove the view “Spring”",
    ]
    session.go_to(session.history[1].id)
    assert list(session.views) == [VIEW]


def test_a_change_to_the_same_is_none(session: Session) -> None:
    assert arranging.change(ERA, ERA).edits == ()
    session.apply(arranging.change(ERA, ERA))
    assert len(session.history) == 1


def test_they_are_kept_in_order_of_names_and_eras_of_time(session: Session) -> None:
    assert isinstance(VIEW, SavedView)
    other = replace(VIEW, id=ViewId(arranging.new_id()), name="autumn")
    session.apply(arranging.add(VIEW))
    session.apply(arranging.add(other))
    session.apply(arranging.add(ERA))
    session.apply(arranging.add(RULE))
    assert (session.views, session.eras, session.ignore_rules) == ((other, VIEW), (ERA,), (RULE,))


def test_events_follow_their_categorys_name_in_the_same_step(session: Session) -> None:
    session.apply(arranging.add(SHIPS))
    session.apply(edits.set_category(session.events[:2], "Ships"))
    session.apply(edits.put_in_bin([session.event(session.events[0].id)]))
    boats = replace(SHIPS, name="Boats")
    session.apply(session.changing_category(SHIPS, boats))
    assert session.own_categories == (boats,)
    assert [each.category for each in (*session.bin[1], *session.events)] == ["Boats", "Boats", "Other"]
    session.undo()
    assert session.own_categories == (SHIPS,)
    assert [each.category for each in (*session.bin[1], *session.events)] == ["Ships", "Ships", "Other"]


def test_a_category_that_goes_leaves_its_events_to_other(session: Session) -> None:
    session.apply(arranging.add(SHIPS))
    session.apply(edits.set_category(session.events[:2], "Ships"))
    session.apply(session.removing_category(SHIPS))
    assert session.own_categories == ()
    assert {each.category for each in session.events} == {"Other"}


def test_a_document_that_is_forgotten_takes_its_rules_along(session: Session) -> None:
    session.apply(arranging.add(RULE))
    session.apply(arranging.remove(RULE))
    session.apply(arranging.add(RULE))
    session.apply(session.binning(_letter(session).id).change)
    assert session.ignore_rules == (RULE,)
    session.forget([LETTER.id])
    assert list(session.ignore_rules) == []
    session.go_to(0)
    session.go_to(session.history[-1].id if session.history else 0)
    assert list(session.ignore_rules) == []


def _letter(session: Session) -> Document:
    return session.document(LETTER.id)
