"""What reading a document again would change is told before it is done, and can be done in part."""

from __future__ import annotations

from dataclasses import replace

import pytest

from timeline_app.model.document import Document, Publication
from timeline_app.model.event import Event, EventId, Status
from timeline_app.model.temporal import parse_edtf
from timeline_app.readers import document_from_text
from timeline_app.session import edits
from timeline_app.session.ingest import DocumentRequest, Ingested, ingest
from timeline_app.session.preview import Effect, Preview, joined, preview, summary
from timeline_app.session.session import Session

TEXT = (
    "Ann Miller left for Paris on Wednesday. Bob Smith resigned on Tuesday.\n"
    "The war ended in 1969. The king died on Friday."
)


def letter(published: str | None) -> Document:
    date = Publication(parse_edtf(published), "you") if published else None
    return replace(document_from_text(TEXT, "Letter"), published=date)


def read(published: str | None) -> Ingested:
    return ingest(DocumentRequest(letter(published)))


def session_with(published: str | None) -> Session:
    made = Session()
    made.add([read(published)])
    return made


def titled(session: Session, words: str) -> Event:
    return next(event for event in session.events if words in event.title)


def effects(found: Preview) -> dict[str, Effect]:
    return {row.event.title: row.effect for row in found.rows}


@pytest.fixture
def session() -> Session:
    return session_with("2011-03-31")


def test_every_event_that_depends_on_the_date_is_told_with_both_dates(session: Session) -> None:
    found = preview(session, read("2011-04-07"))
    assert found.is_at_stake
    assert set(effects(found).values()) == {Effect.MOVED}
    assert len(found.rows) == 3, "the year does not depend on it"
    [ann] = [row for row in found.rows if "Ann" in row.event.title]
    assert ann.before is not None
    assert ann.after is not None
    assert (ann.before.value, ann.after.value) == (parse_edtf("2011-03-30"), parse_edtf("2011-04-06"))
    assert summary(found) == "3 events move"


def test_placing_what_waited_for_the_date_puts_nothing_at_stake() -> None:
    found = preview(session_with(None), read("2011-03-31"))
    assert set(effects(found).values()) == {Effect.PLACED}
    assert not found.is_at_stake
    assert summary(found) == "3 events are placed"


def test_the_same_date_changes_nothing(session: Session) -> None:
    found = preview(session, read("2011-03-31"))
    assert found.rows == ()
    assert summary(found) == "No event changes"
    assert not found.is_at_stake


def test_what_a_person_touched_stays_unless_it_is_ticked(session: Session) -> None:
    ann, bob = titled(session, "Ann"), titled(session, "Bob")
    session.apply(edits.accept([ann]))
    session.apply(edits.set_date(bob, parse_edtf("2011-03-01")))
    found = preview(session, read("2011-04-07"))
    kept = {row.event.id for row in found.rows if row.effect is Effect.KEPT}
    assert kept == {ann.id, bob.id}
    assert summary(found) == "1 event moves, 2 stay as you left them"
    session.apply(found.chosen(found.usual))
    assert titled(session, "Ann").value == parse_edtf("2011-03-30")
    assert titled(session, "Bob").value == parse_edtf("2011-03-01")
    session.undo()
    session.apply(found.chosen(found.usual | kept))
    ann = titled(session, "Ann")
    assert (ann.value, ann.status) == (parse_edtf("2011-04-06"), Status.ACCEPTED)
    assert ann.expression is not None
    assert ann.expression.anchor is not None
    assert ann.expression.anchor.edtf == "2011-04-07"
    assert not titled(session, "Bob").set_by_hand


def test_a_date_by_hand_is_not_told_where_its_words_mean_what_they_did(session: Session) -> None:
    session.apply(edits.set_date(titled(session, "war"), parse_edtf("1968")))
    assert "The war ended" not in effects(preview(session, read("2011-04-07")))


def test_what_was_rejected_or_is_in_the_bin_is_not_told(session: Session) -> None:
    session.apply(edits.reject([titled(session, "Ann")]))
    session.apply(edits.put_in_bin([titled(session, "Bob")]))
    assert len(preview(session, read("2011-04-07")).rows) == 1


def test_only_what_is_ticked_moves_and_the_document_changes_in_any_case(session: Session) -> None:
    ann = titled(session, "Ann")
    found = preview(session, read("2011-04-07"))
    session.apply(found.chosen([ann.id]))
    assert titled(session, "Ann").value == parse_edtf("2011-04-06")
    assert titled(session, "Bob").value == parse_edtf("2011-03-29")
    assert session.documents[0].published == Publication(parse_edtf("2011-04-07"), "you")
    session.undo()
    assert titled(session, "Ann").value == parse_edtf("2011-03-30")


def test_quotes_that_a_person_keeps_and_the_new_text_has_not_are_counted(session: Session) -> None:
    session.apply(edits.accept([titled(session, "Bob")]))
    before = session.documents[0]
    text = before.text.replace("Bob Smith resigned on Tuesday.", "Nobody resigned.")
    found = preview(session, ingest(DocumentRequest(replace(before, text=text))))
    assert found.lost == 1
    assert found.is_at_stake
    session.apply(found.change)
    again = replace(session.documents[0], published=Publication(parse_edtf("2011-04-07"), "you"))
    assert preview(session, ingest(DocumentRequest(again))).lost == 0, "it was told once"
    session.undo()
    assert preview(session, read("2011-04-07")).lost == 0


def test_documents_that_share_no_event_are_told_together(session: Session) -> None:
    text = "Carla Jones resigned on Friday."
    diary = replace(document_from_text(text, "Diary"), published=Publication(parse_edtf("2011-03-31"), "you"))
    session.add([ingest(DocumentRequest(diary))])
    later = replace(diary, published=Publication(parse_edtf("2011-04-07"), "you"))
    found = [preview(session, read("2011-04-07")), preview(session, ingest(DocumentRequest(later)))]
    [whole] = joined(found)
    assert len(whole.documents) == 2
    assert whole.change.label == "Read 2 documents again"
    assert summary(whole) == "4 events move"
    session.apply(whole.chosen(whole.usual))
    assert titled(session, "Carla").value == parse_edtf("2011-04-01")
    assert titled(session, "Ann").value == parse_edtf("2011-04-06")
    assert joined([found[0], found[0]]) == (found[0], found[0]), "what touches the same is told one after the other"


def test_what_is_new_and_what_goes_are_told(session: Session) -> None:
    again = read("2011-03-31")
    assert effects(preview(session, replace(again, events=again.events[1:]))) == {again.events[0].title: Effect.GONE}
    fresh = replace(again.events[0], id=EventId("fresh"), title="Fresh")
    more = preview(session, replace(again, events=(*again.events, fresh)))
    assert effects(more) == {"Fresh": Effect.NEW}
    assert not more.is_at_stake
    assert summary(more) == "1 event is new"
