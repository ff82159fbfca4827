"""What the form is made of: dates as they stand in a box, kinds with letters, what several events have in common."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event, ingested
from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.arrangement import CategoryId, OwnCategory
from timeline_app.model.event import Category, EventId, Flag
from timeline_app.model.temporal import parse_edtf
from timeline_app.render.theme import load_theme
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.ui.editing import unread
from timeline_app.ui.editing.dates import as_typed
from timeline_app.ui.editing.kinds import free_letter, kinds
from timeline_app.ui.editing.subject import (
    DIFFERENT,
    MOST_COMPARED,
    Order,
    of_its_date,
    subject_of,
    subject_of_entry,
)

LETTER = document("letter")
ONE, TWO, THREE = event(LETTER, "one"), event(LETTER, "two"), event(LETTER, "three", "1969")


@pytest.mark.parametrize(
    "edtf",
    [
        "2011-03-30", "2011-03", "1969", "0045", "-0479", "-0519~", "1969~", "1969?", "2011-03~", "2011-21", "196X",
        "19XX", "1968-05-03/1968-05-05", "1967-12-30/1968-05-05", "1982-03/1982-05", "1914/1918", "[1914..1918]",
        "../1985", "1985/..", "[..1985]", "[1985..]", "2011-03-30T14:05", "2011-03-30T14:05Z", "2011-34", "2011-41",
        "Y-13800000000", "[2011-03-04,2011-04-03]", "2011-03-28/..", "1XXX", "-0499/-0448", "0999", "2011-XX-30",
    ],
)  # fmt: skip
def test_a_date_in_the_box_is_read_back_as_the_very_same(edtf: str) -> None:
    assert read_date(as_typed(parse_edtf(edtf))).edtf == edtf


@pytest.mark.parametrize(
    ("edtf", "typed"),
    [("2011-03-30", "30 March 2011"), ("1969", "1969"), ("1968-05-03/1968-05-05", "3–5 May 1968"), ("-0479", "480 BC")],
)
def test_it_stands_there_in_words_where_words_say_all(edtf: str, typed: str) -> None:
    assert as_typed(parse_edtf(edtf)) == typed


def test_usual_categories_each_have_a_letter_of_their_own() -> None:
    letters = [kind.letter for kind in kinds(())]
    assert len(set(letters)) == len(letters) == len(Category)


def test_a_category_of_one_s_own_keeps_its_letter_and_others_in_use_get_one() -> None:
    ships = OwnCategory(CategoryId("s"), "Ships", "Life", "⚓")
    found = {kind.name: kind for kind in kinds([ships], ["Ships", "Conflict", "Courts"])}
    assert found["Ships"] == ("Ships", "Life", "⚓")
    assert found["Courts"].hue == Category.OTHER
    assert found["Courts"].letter not in {kind.letter for kind in kinds(())}
    assert len(found) == len(Category) + 2


@pytest.mark.parametrize(("name", "letter"), [("Ships", "S"), ("Contracts", "R"), ("été", "É"), ("…", "?"), ("", "?")])
def test_a_free_letter_is_the_first_that_nobody_has(name: str, letter: str) -> None:
    assert free_letter(name, kinds(())) == letter


def test_a_theme_takes_hues_for_more_categories_and_keeps_its_own() -> None:
    theme = load_theme("light")
    hues = {"Ships": "Life", "Courts": "#123456", "Conflict": "#000000", "Odd": "nothing"}
    more = theme.with_categories(OwnCategory(CategoryId(name), name, hue, "X") for name, hue in hues.items())
    assert more.category("Ships") == theme.category("Life")
    assert more.category("Courts").name() == "#123456"
    assert more.category("Conflict") == theme.category("Conflict")
    assert more.category("Odd") == theme.category("Other")


def _session() -> Session:
    session = Session()
    session.apply(edits.add_documents([ingested(LETTER, ONE, TWO, THREE)]))
    return session


def test_several_events_have_in_common_what_all_have() -> None:
    session = _session()
    keyed = [replace(each, flags=frozenset({Flag.KEY}), tags=("a", "b")) for each in (ONE, TWO)]
    subject = subject_of([*keyed, replace(THREE, tags=("b", "c"))], session)
    assert subject.count == 3
    assert subject.one is None
    assert subject.common(lambda each: each.category) == Category.OTHER
    assert subject.common(lambda each: Flag.KEY in each.flags) is DIFFERENT
    assert subject.shared(lambda each: each.tags) == ("b",)


def test_of_very_many_nothing_is_compared() -> None:
    many = [replace(ONE, id=EventId(str(number))) for number in range(MOST_COMPARED + 1)]
    subject = subject_of(many, _session())
    assert subject.count == len(many)
    assert subject.ids == ()
    assert subject.common(lambda each: each.category) is DIFFERENT
    assert subject.shared(lambda each: each.tags) == ()


def test_an_event_knows_its_place_among_those_of_its_date() -> None:
    session = _session()
    session.apply(edits.arrange([TWO, ONE]))
    assert [each.id for each in of_its_date(ONE.id, session)] == ["two", "one"]
    assert subject_of([session.event(ONE.id)], session).order == Order(2, 2)
    assert subject_of([THREE], session).order is None
    assert subject_of_entry(replace(ONE, id=EventId("new"))).order is None


def test_an_undated_event_has_no_place_on_a_date() -> None:
    undated = event(LETTER, "undated", None)
    session = Session()
    session.apply(edits.add_documents([ingested(LETTER, undated)]))
    assert of_its_date(undated.id, session) == ()


def test_dates_that_were_not_understood_are_kept_until_they_are() -> None:
    kept = unread.with_text(unread.with_text("", ("a",), "some day"), ("b", "c"), "another")
    assert unread.load(kept) == {("a",): "some day", ("b", "c"): "another"}
    assert unread.load(unread.with_text(kept, ("a",), "")) == {("b", "c"): "another"}
    assert unread.with_text(unread.with_text("", ("a",), "x"), ("a",), "") == ""


@pytest.mark.parametrize("kept", ["", "{}", "[1]", '[["a"]]', "nonsense", '[[[1], "x"]]'])
def test_what_a_stranger_kept_there_is_nothing(kept: str) -> None:
    assert unread.load(kept) == {}
