"""One intent for several events is one step, and names how many it changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta

import pytest

from tests.records import document, event, ingested
from timeline_app.model.change import Change
from timeline_app.model.event import Event, EventId
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits, several
from timeline_app.session.session import Known, Session

LETTER = document("letter")
ONE, TWO = event(LETTER, "one"), event(LETTER, "two", "1969")
MINE = EventId("mine")
NEW_YEAR = datetime(2026, 1, 1, tzinfo=UTC)


def _session() -> Session:
    clock = iter(NEW_YEAR + timedelta(days=day) for day in range(100))
    session = Session(now=lambda: next(clock))
    session.apply(edits.add_documents([ingested(LETTER, ONE, TWO)]))
    return session


Several = Callable[[Sequence[Event]], Change]
CASES: dict[str, tuple[Several, Callable[[Event], object], object, str, str]] = {
    "date": (
        lambda events: several.set_date(events, parse_edtf("1970")),
        lambda each: each.value, parse_edtf("1970"), "Date 2 events 1970", "Date “Event one” 1970",
    ),
    "notes": (
        lambda events: several.set_notes(events, "Ask"),
        lambda each: each.notes, "Ask", "Notes on 2 events", "Notes on “Event one”",
    ),
    "notes that may be exported": (
        lambda events: several.set_notes_public(events, on=True),
        lambda each: each.notes_public, True,
        "May be exported: notes on 2 events", "May be exported: notes on “Event one”",
    ),
    "participant": (
        lambda events: several.add_participant(events, "Ann"),
        lambda each: each.participants, ("Ann",), "Participants of 2 events", "Participants of “Event one”",
    ),
    "tag": (
        lambda events: several.add_tag(events, "sea"),
        lambda each: each.tags, ("sea",), "Tags of 2 events", "Tags of “Event one”",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_done_to_two_events_is_one_step(case: str) -> None:
    edit, read, expected, label, _ = CASES[case]
    session = _session()
    session.apply(edit(session.events))
    assert [read(each) for each in session.events] == [expected, expected]
    assert session.undo_label == label
    session.undo()
    assert {each.id: each for each in session.events} == {ONE.id: ONE, TWO.id: TWO}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_an_event_that_has_it_already_is_left_alone_and_not_counted(case: str) -> None:
    edit, _, _, _, label = CASES[case]
    session = _session()
    session.apply(edit([session.event(TWO.id)]))
    change = edit([session.event(TWO.id), session.event(ONE.id)])
    assert [edit.record.id for edit in change.edits] == [ONE.id]
    assert change.label == label


def test_a_name_or_tag_can_be_taken_off_all() -> None:
    session = _session()
    for edit in (several.add_participant, several.add_tag):
        session.apply(edit(session.events, "Ann"))
    session.apply(several.remove_participant(session.events, "Ann"))
    session.apply(several.remove_tag(session.events, "Ann"))
    assert {(each.participants, each.tags) for each in session.events} == {((), ())}


def test_nothing_to_do_is_no_step() -> None:
    assert several.remove_tag([ONE, TWO], "sea").edits == ()


def test_it_is_known_when_a_date_was_set_by_hand() -> None:
    session = _session()
    assert session.dated_at(ONE.id) is None
    session.apply(edits.set_date(ONE, parse_edtf("1970")))
    session.apply(edits.set_date(session.event(ONE.id), parse_edtf("1971")))
    session.apply(edits.set_title(session.event(ONE.id), "Landing"))
    assert session.dated_at(ONE.id) == NEW_YEAR + timedelta(days=2)
    session.undo()
    session.undo()
    assert session.dated_at(ONE.id) == NEW_YEAR + timedelta(days=1)


def test_the_date_of_an_event_made_by_hand_is_as_old_as_it_is() -> None:
    session = _session()
    session.apply(edits.new_event(MINE, "Mine", parse_edtf("1970")))
    session.apply(edits.set_title(session.event(MINE), "Ours"))
    assert session.dated_at(MINE) == NEW_YEAR + timedelta(days=1)


def test_words_to_complete_come_the_most_common_first() -> None:
    session = _session()
    for names in (("Ann",), ("Bob", "Ann")):
        for name, each in zip(names, session.events, strict=False):
            session.apply(several.add_participant([session.event(each.id)], name))
            session.apply(several.add_tag([session.event(each.id)], name.lower()))
    session.apply(edits.set_lane(session.events, "Ships"))
    assert session.known(Known.PARTICIPANTS) == ("Ann", "Bob")
    assert session.known(Known.TAGS) == ("ann", "bob")
    assert session.known(Known.LANES) == ("Ships",)
