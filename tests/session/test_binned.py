"""What comes back from the bin together is one step, and whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event, ingested
from timeline_app.model.event import EventId
from timeline_app.session import binned, edits
from timeline_app.session.session import Session

LETTER, DIARY = document("letter"), document("diary")
ALONE, ALSO = event(LETTER, "alone"), event(LETTER, "also")
SHARED = replace(event(LETTER, "shared"), citations=(*ALSO.citations, event(DIARY, "x").citations[0]))


@pytest.fixture
def session() -> Session:
    made = Session()
    made.apply(edits.add_documents([ingested(LETTER, ALONE, ALSO, SHARED), ingested(DIARY)]))
    made.apply(made.binning(LETTER.id).change)
    return made


def shown(session: Session) -> set[str]:
    return {each.id for each in session.events}


def test_a_document_comes_back_with_what_went_with_it(session: Session) -> None:
    assert shown(session) == {"shared"}
    change = binned.restore([LETTER.id], [], session.bin)
    assert change.label == "Restore 1 document and 2 events"
    session.apply(change)
    assert shown(session) == {"shared", "alone", "also"}
    assert len(session.documents) == 2


def test_an_event_alone_brings_its_document_and_no_other_event(session: Session) -> None:
    session.apply(binned.restore([], [EventId("alone")], session.bin))
    assert shown(session) == {"shared", "alone"}
    assert LETTER.id in {each.id for each in session.documents}
    session.undo()
    assert shown(session) == {"shared"}


def test_an_event_put_there_by_itself_comes_back_by_itself(session: Session) -> None:
    session.apply(edits.put_in_bin([session.event(EventId("shared"))]))
    change = binned.restore([], [EventId("shared")], session.bin)
    assert change.label == "Restore “Event shared”"
    session.apply(change)
    assert shown(session) == {"shared"}


def test_a_document_and_its_events_chosen_together_come_back_once(session: Session) -> None:
    change = binned.restore([LETTER.id], [EventId("alone")], session.bin)
    assert len(change.edits) == 3
    session.apply(change)
    assert shown(session) == {"shared", "alone", "also"}


def test_what_is_no_longer_there_is_passed_over(session: Session) -> None:
    bin_ = session.bin
    session.forget([LETTER.id])
    assert binned.restore([LETTER.id], [EventId("alone")], session.bin).edits == ()
    assert bin_[0]
