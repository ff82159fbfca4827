"""Each intent is one change; what a person touched is never overwritten."""

from __future__ import annotations

from dataclasses import replace

from tests.records import dated, document, event, ingested
from timeline_app.model.change import Origin
from timeline_app.model.event import Event, Status, Undated
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.session.session import Session

LETTER, DIARY = document("letter"), document("diary", "On Friday she came back to town.")
ONE, TWO, UNDATED = event(LETTER, "one"), event(LETTER, "two", "1969"), event(LETTER, "undated", None)
PUBLISHED = dated(LETTER, "2011-03-31")
PLACED = replace(UNDATED, value=parse_edtf("2011-03-30"), undated=None)


def _session(*events: Event) -> Session:
    session = Session()
    session.apply(edits.add_documents([ingested(LETTER, *events)]))
    return session


def _publish(session: Session, *found: Event) -> None:
    again = ingested(PUBLISHED, *found)
    session.apply(edits.set_published(LETTER, session.tagging(LETTER.id), again, session.events))


def test_documents_come_with_their_proposals_in_one_step() -> None:
    change = edits.add_documents([ingested(LETTER, ONE, TWO), ingested(DIARY)])
    assert change.label == "Add 2 documents"
    assert change.origin is Origin.MACHINE
    assert [edit.before for edit in change.edits] == [None] * 6
    assert edits.add_documents([ingested(LETTER)]).label == "Add “Letter”"


def test_a_document_that_is_there_is_not_added_again() -> None:
    session = _session(ONE)
    again = edits.add_documents([ingested(LETTER, ONE)], session.documents, session.events)
    assert again.edits == ()
    twice = edits.add_documents([ingested(DIARY), ingested(DIARY)])
    assert len(twice.edits) == 2


def test_the_events_of_a_copy_get_ids_of_their_own() -> None:
    session = _session(ONE)
    for number in (2, 3):
        copy = document(f"copy{number}")
        found = ingested(copy, event(copy, "one"))
        session.apply(edits.add_documents([found], session.documents, session.events))
    assert sorted(each.id for each in session.events) == ["one", "one-2", "one-3"]


def test_a_documents_date_places_what_waited_for_it_and_undo_takes_it_back() -> None:
    session = _session(ONE, UNDATED)
    assert list(session.undated) == [UNDATED]
    _publish(session, ONE, PLACED)
    assert list(session.undated) == []
    assert session.document(LETTER.id).published == PUBLISHED.published
    assert session.undo_label == "Date “Letter” 2011-03-31"
    session.undo()
    assert list(session.undated) == [UNDATED]
    assert session.documents == (LETTER,)


def test_a_new_date_replaces_untouched_proposals_only() -> None:
    session = _session(ONE, TWO, UNDATED)
    session.apply(edits.accept([ONE]))
    session.apply(edits.set_date(TWO, parse_edtf("1970")))
    moved = replace(ONE, value=parse_edtf("2012"))
    fresh = event(LETTER, "fresh")
    _publish(session, moved, replace(TWO, value=parse_edtf("1971")), fresh)
    found = {str(each.id): each for each in session.events}
    assert found["one"] == replace(ONE, status=Status.ACCEPTED)
    assert found["two"].value == parse_edtf("1970")
    assert found["fresh"] == fresh
    assert "undated" not in found


def test_a_new_date_leaves_events_alone_that_another_document_reports_too() -> None:
    shared = replace(ONE, citations=(*ONE.citations, *event(DIARY, "x").citations))
    session = Session()
    session.apply(edits.add_documents([ingested(DIARY), ingested(LETTER, shared)]))
    _publish(session, ONE)
    assert session.events == (shared,)


def test_removing_a_document_takes_its_own_events_and_leaves_shared_ones_their_other_sources() -> None:
    shared = replace(TWO, citations=(*TWO.citations, *event(DIARY, "x").citations))
    session = Session()
    session.apply(edits.add_documents([ingested(DIARY), ingested(LETTER, ONE, shared)]))
    before = set(session.events), set(session.documents), session.tagging(LETTER.id)
    session.apply(edits.remove_document(LETTER, session.tagging(LETTER.id), session.events))
    assert session.events == (replace(shared, citations=shared.citations[1:]),)
    assert session.documents == (DIARY,)
    session.undo()
    assert (set(session.events), set(session.documents), session.tagging(LETTER.id)) == before


def test_review_names_one_event_and_counts_several() -> None:
    assert edits.accept([ONE]).label == "Accept “Event one”"
    assert edits.reject([ONE, TWO]).label == "Reject 2 events"
    accepted = replace(ONE, status=Status.ACCEPTED)
    assert edits.accept([accepted]).edits == ()
    assert edits.accept([accepted, TWO]).label == "Accept “Event two”"
    assert edits.reopen([accepted]).edits[0].after == ONE


def test_a_date_set_by_hand_can_be_given_back() -> None:
    session = _session(ONE, UNDATED)
    session.apply(edits.set_date(UNDATED, parse_edtf("1999")))
    session.apply(edits.set_date(session.event(UNDATED.id), parse_edtf("2000")))
    session.apply(edits.accept([session.event(UNDATED.id)]))
    by_hand = session.event(UNDATED.id)
    assert (by_hand.value, by_hand.undated, by_hand.set_by_hand) == (parse_edtf("2000"), None, True)
    session.apply(edits.use_source_date(by_hand, session.as_read(UNDATED.id)))
    back = session.event(UNDATED.id)
    assert (back.value, back.undated, back.set_by_hand) == (None, Undated.AMBIGUOUS, False)
    assert back.status is Status.ACCEPTED
    assert session.as_read(ONE.id) == ONE
