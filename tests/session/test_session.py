"""The session shows what the project holds, in order, and tells what changed."""

from __future__ import annotations

import time
from dataclasses import replace
from pathlib import Path

import pytest

from tests.records import document, event, ingested
from timeline_app.model.document import DocumentId, TextSpan, quote_at
from timeline_app.model.event import Event, EventId
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.session.session import Session, UnknownRecordError
from timeline_app.session.topics import Topic
from timeline_app.storage.project import Project, StaleChangeError

LETTER = document("letter", "On Wednesday he left. In 1969 he came. Some day he will be back. Once he was here.")
DIARY = document("diary", "On Friday she came back to town. One day, she said, she will go.")


def _at(event: Event, start: int) -> Event:
    citation = replace(event.citations[0], quote=quote_at(LETTER.text, TextSpan(start, start + 5)))
    return replace(event, citations=(citation,))


EVENTS = [
    event(LETTER, "since always", "../1985"),
    event(LETTER, "big bang", "Y-13800000000"),
    event(LETTER, "1969", "1969"),
    event(LETTER, "january 1969", "1969-01"),
    _at(event(LETTER, "later in the text", "2011-03-30"), 40),
    _at(event(LETTER, "earlier in the text", "2011-03-30"), 10),
    _at(event(LETTER, "undated, late", None), 50),
    _at(event(LETTER, "undated, early", None), 20),
]
IN_ORDER = [
    "since always",
    "big bang",
    "january 1969",
    "1969",
    "earlier in the text",
    "later in the text",
    "undated, early",
    "undated, late",
]


@pytest.fixture
def session() -> Session:
    made = Session()
    made.apply(edits.add_documents([ingested(LETTER, *EVENTS)]))
    return made


def test_events_stand_in_order_of_time_then_the_undated_in_order_of_the_text(session: Session) -> None:
    assert [each.id for each in session.events] == IN_ORDER
    assert [each.id for each in session.undated] == IN_ORDER[-2:]


def test_undated_events_stand_in_the_order_of_their_documents(session: Session) -> None:
    other = ingested(DIARY, event(DIARY, "undated, in the diary", None))
    session.apply(edits.add_documents([other], session.documents, session.events))
    assert session.undated[-1].id == "undated, in the diary"


def test_every_event_has_its_place(session: Session) -> None:
    assert [session.index_of(each.id) for each in session.events] == list(range(len(EVENTS)))
    assert [session.id_at(index) for index in range(len(EVENTS))] == IN_ORDER


def test_unknown_ids_are_refused_in_a_sentence(session: Session) -> None:
    with pytest.raises(UnknownRecordError, match="There is no event “none”"):
        session.event(EventId("none"))
    with pytest.raises(UnknownRecordError, match="There is no event “none”"):
        session.select(EventId("none"))
    with pytest.raises(UnknownRecordError, match="There is no document “none”"):
        session.tagging(DocumentId("none"))
    with pytest.raises(LookupError):
        session.index_of(EventId("none"))


def test_listeners_hear_what_changed(session: Session) -> None:
    heard: list[Topic] = []
    unsubscribe = session.subscribe(heard.append)
    session.select(EventId("1969"))
    session.select(EventId("1969"))
    assert heard == [Topic.SELECTION]
    heard.clear()
    session.apply(edits.accept([session.event(EventId("big bang"))]))
    assert heard == [Topic.EVENTS, Topic.HISTORY]
    heard.clear()
    session.undo()
    session.redo()
    assert heard == [Topic.EVENTS, Topic.HISTORY] * 2
    heard.clear()
    session.undo()
    session.undo()
    assert heard[2:] == [Topic.DOCUMENTS, Topic.EVENTS, Topic.SELECTION, Topic.HISTORY]
    assert session.selection is None
    unsubscribe()
    unsubscribe()
    heard.clear()
    session.redo()
    assert heard == []


def test_a_listener_may_leave_while_others_are_told(session: Session) -> None:
    heard: list[str] = []

    def first(_topic: Topic) -> None:
        heard.append("first")
        leave()

    session.subscribe(first)
    leave = session.subscribe(lambda _topic: heard.append("second"))
    session.select(EventId("1969"))
    assert heard == ["first"]


def test_a_change_without_edits_is_no_step(session: Session) -> None:
    session.apply(edits.accept([]))
    assert len(session.history) == 1
    assert session.undo_label == "Add “Letter”"


def test_a_stale_change_leaves_the_session_as_it_is(session: Session) -> None:
    stale = edits.reject([session.event(EventId("1969"))])
    session.apply(edits.accept([session.event(EventId("1969"))]))
    before = session.events
    with pytest.raises(StaleChangeError, match="is out of date"):
        session.apply(stale)
    assert session.events == before


def test_nothing_to_undo_or_redo_does_nothing() -> None:
    session = Session()
    session.undo()
    session.redo()
    assert (session.undo_label, session.redo_label, tuple(session.events), session.documents) == (None, None, (), ())


def test_a_session_on_a_file_goes_on_where_it_was(tmp_path: Path, session: Session) -> None:
    path = tmp_path / "a.tlproj"
    first = Session(Project.open(path))
    first.apply(edits.add_documents([ingested(LETTER, *EVENTS)]))
    first.close()
    again = Session(Project.open(path))
    assert (again.documents, again.events) == (session.documents, session.events)
    assert again.tagging(LETTER.id) == session.tagging(LETTER.id)
    again.undo()
    assert again.events == ()
    again.close()


def test_thousands_of_events_are_reviewed_in_a_moment() -> None:
    session = Session()
    many = [replace(event(LETTER, f"e{number}"), value=parse_edtf("1969")) for number in range(4_000)]
    session.apply(edits.add_documents([ingested(LETTER, *many)]))
    started = time.perf_counter()
    session.apply(edits.accept(session.events))
    session.undo()
    assert time.perf_counter() - started < 10  # measured: 0.4 s; 4 s on a machine that has much else to do
    assert set(session.events) == set(many)


def test_what_the_program_did_by_itself_is_not_for_undo_even_when_the_project_is_opened_again(tmp_path: Path) -> None:
    one = event(LETTER, "one")
    session = Session.open(tmp_path / "a.tlproj")
    session.add([ingested(LETTER, one)])
    session.stand_here()
    assert session.undo_label is None
    session.apply(edits.accept([one]))
    session.close()
    again = Session.open(tmp_path / "a.tlproj")
    again.go_to(0)
    assert (again.undo_label, again.documents) == (None, (LETTER,))
    again.undo()
    assert again.documents == (LETTER,)
    again.redo()
    assert again.undo_label == "Accept “Event one”"
    again.close()
