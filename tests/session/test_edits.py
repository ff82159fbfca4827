"""Each intent is one change; what a person touched is never overwritten."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from tests.records import dated, document, event, ingested
from timeline_app.model.change import Change, Origin
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Event, EventId, Factuality, Flag, Stance, Status, Undated
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
    session.apply(edits.read_again(LETTER, session.tagging(LETTER.id), again, session.events))


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
    fresh = event(LETTER, "fresh", start=27, end=31)
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


def test_a_document_takes_its_own_events_into_the_bin_and_leaves_shared_ones_their_other_sources() -> None:
    shared = replace(TWO, citations=(*TWO.citations, *event(DIARY, "x").citations))
    session = Session()
    session.apply(edits.add_documents([ingested(DIARY), ingested(LETTER, ONE, shared)]))
    before = set(session.events), set(session.documents), session.tagging(LETTER.id)
    binning = session.binning(LETTER.id)
    assert (binning.alone, binning.others) == (1, 1)
    session.apply(binning.change)
    assert session.events == (replace(shared, citations=shared.citations[1:]),)
    assert session.documents == (DIARY,)
    session.undo()
    assert (set(session.events), set(session.documents), session.tagging(LETTER.id)) == before


def test_several_documents_go_with_the_events_that_only_they_report() -> None:
    shared = replace(TWO, citations=(*TWO.citations, *event(DIARY, "x").citations))
    session = Session()
    session.apply(edits.add_documents([ingested(DIARY), ingested(LETTER, ONE, shared)]))
    binning = session.binning(LETTER.id, DIARY.id)
    assert (binning.change.label, binning.alone, binning.others) == ("Put 2 documents in the bin", 2, 0)
    session.apply(binning.change)
    assert (len(session.events), session.documents) == (0, ())


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


THREE = event(LETTER, "three", "1999")


def _told(session: Session) -> dict[str, Event]:
    return {str(each.id): each for each in session.events}


def test_what_a_person_writes_is_kept_and_marks_the_event() -> None:
    session = _session(ONE, TWO)
    changes: list[Callable[[Event], Change]] = [
        lambda one: edits.set_title(one, "Landing"),
        lambda one: edits.set_notes(one, "Ask Ann"),
        lambda one: edits.set_category([one], "Ships"),
        lambda one: edits.set_factuality([one], Factuality.PLANNED),
        lambda one: edits.set_lane([one], "North"),
        lambda one: edits.set_participants(one, ["Ann", " Bob ", "Ann", ""]),
        lambda one: edits.set_tags(one, ["night", "night"]),
        lambda one: edits.set_flag([one], Flag.KEY, on=True),
        lambda one: edits.set_flag([one], Flag.PRIVATE, on=True),
        lambda one: edits.set_flag([one], Flag.KEY, on=False),
    ]
    for change in changes:
        session.apply(change(session.event(ONE.id)))
    assert session.event(ONE.id) == replace(
        ONE,
        title="Landing",
        notes="Ask Ann",
        category="Ships",
        factuality=Factuality.PLANNED,
        lane="North",
        participants=("Ann", "Bob"),
        tags=("night",),
        flags=frozenset({Flag.PRIVATE}),
        edited=True,
    )
    assert [step.label for step in session.history[1:]] == [
        "Call “Event one” “Landing”",
        "Notes on “Landing”",
        "Ships: “Landing”",
        "Planned: “Landing”",
        "Lane “North” for “Landing”",
        "Participants of “Landing”",
        "Tags of “Landing”",
        "Key: “Landing”",
        "Private: “Landing”",
        "Not key: “Landing”",
    ]
    session.go_to(session.history[0].id)
    assert session.event(ONE.id) == ONE


def test_what_an_event_has_already_is_no_edit() -> None:
    assert edits.set_title(ONE, ONE.title).edits == ()
    assert edits.set_flag([ONE], Flag.KEY, on=False).edits == ()
    assert edits.set_lane([ONE, TWO], "").edits == ()
    assert edits.put_in_bin([replace(ONE, binned=True)]).edits == ()


def test_events_of_one_date_stand_as_they_were_arranged() -> None:
    same = [replace(ONE, id=EventId(name)) for name in "abc"]
    session = _session(*same)
    session.apply(edits.arrange([session.event(EventId(name)) for name in "cab"]))
    assert [each.id for each in session.events] == ["c", "a", "b"]
    session.undo()
    assert [each.id for each in session.events] == ["a", "b", "c"]


def test_merged_events_are_one_with_all_sources_and_come_apart_again() -> None:
    session = _session(ONE, TWO, THREE)
    session.apply(edits.merge(ONE, [TWO, THREE]))
    [whole] = session.events
    assert whole.citations == (*ONE.citations, *TWO.citations, *THREE.citations)
    assert session.history[-1].label == "Merge 3 events into “Event one”"
    session.apply(edits.set_stance(whole, 1, Stance.DISPUTING))
    session.apply(edits.set_title(session.event(ONE.id), "All of it"))
    session.apply(edits.split(session.event(ONE.id), session.merged(ONE.id)))
    told = _told(session)
    assert (told["two"], told["three"]) == (TWO, THREE)
    assert told["one"] == replace(ONE, title="All of it", edited=True)
    assert session.merged(ONE.id) == ()


def test_a_source_without_a_file_is_cited_like_any_other() -> None:
    session = _session(ONE)
    call = edits.cite_without_file(
        ONE, "Call with Ann", "It was late.", who="Ann", when=parse_edtf("2011-04-02"), where="minute 3"
    )
    session.apply(call)
    event = session.event(ONE.id)
    source = session.document(event.citations[1].document)
    assert (source.path, source.title, source.author, source.text) == ("", "Call with Ann", "Ann", "It was late.")
    assert source.published is not None
    assert source.published.value.edtf == "2011-04-02"
    assert (event.citations[1].quote.exact, event.citations[1].locator) == ("It was late.", "minute 3")
    assert session.tagging(source.id).expressions == ()
    session.apply(edits.set_stance(event, 1, Stance.PROVING))
    session.apply(edits.remove_citation(session.event(ONE.id), 0))
    assert [each.stance for each in session.event(ONE.id).citations] == [Stance.PROVING]


def test_a_document_in_the_bin_takes_what_only_it_reports_and_comes_back() -> None:
    shared = replace(TWO, citations=(*TWO.citations, *event(DIARY, "x").citations))
    session = Session()
    session.add([ingested(DIARY), ingested(LETTER, ONE, shared)])
    before = _told(session)
    session.apply(session.binning(LETTER.id).change)
    assert session.documents == (DIARY,)
    assert _told(session) == {"two": replace(shared, citations=shared.citations[1:])}
    documents, events = session.bin
    assert [each.title for each in documents] == ["Letter"]
    assert [each.id for each in events] == ["one"]
    session.add([ingested(LETTER, ONE)])
    assert set(session.documents) == {LETTER, DIARY}
    assert _told(session)["one"] == ONE
    session.undo()
    session.undo()
    assert _told(session) == before


def test_forgotten_words_are_nowhere_in_the_file(tmp_path: Path) -> None:
    path = tmp_path / "a.tlproj"
    session = Session.open(path)
    secret = document("secret", "The unspeakable word was spoken on 3 May 1968.")
    told = replace(event(secret, "told", "1968-05-03", 4, 20), title="Unspeakable meeting")
    session.add([ingested(secret, told), ingested(LETTER, ONE, TWO)])
    session.apply(edits.cite(TWO, secret, TextSpan(4, 20)))
    session.apply(edits.set_notes(session.event(told.id), "Unspeakable notes"))
    session.apply(edits.accept(session.events))
    session.search("unspeakable")
    session.apply(session.binning(secret.id).change)
    session.forget([secret.id])
    assert session.bin == ((), ())
    assert session.event(TWO.id).citations == TWO.citations
    steps = len(session.history)
    session.go_to(0)
    session.go_to(session.history[-1].id)
    assert len(session.history) == steps
    session.close()
    assert b"nspeakable" not in path.read_bytes()
    assert [each.name for each in tmp_path.iterdir()] == ["a.tlproj"]


def test_a_new_date_shows_what_it_would_do_and_may_be_taken_in_part() -> None:
    session = _session(ONE, TWO, UNDATED)
    session.apply(edits.set_title(TWO, "By hand"))
    moved = [replace(each, value=parse_edtf("2012-05-05"), undated=None) for each in (ONE, TWO, UNDATED)]
    change = session.read_again(ingested(dated(LETTER, "2012-05-06"), *moved))
    shown = [(each.before and each.before.id, each.after and each.after.value) for each in edits.differences(change)]
    assert shown == [("one", parse_edtf("2012-05-05")), ("undated", parse_edtf("2012-05-05"))]
    session.apply(edits.only(change, [ONE.id]))
    told = _told(session)
    assert (told["one"].value, told["undated"].value, told["two"].title) == (moved[0].value, None, "By hand")
    assert session.document(LETTER.id).published is not None


def test_typing_is_one_step_and_what_comes_after_is_another() -> None:
    session = _session(ONE, TWO)
    for typed in ("L", "La", "Landing"):
        session.apply(edits.set_title(session.event(ONE.id), typed), merging="title one 1")
    session.apply(edits.set_title(session.event(TWO.id), "Other"), merging="title one 1")
    for typed in ("Landing!", "Landing"):
        session.apply(edits.set_title(session.event(ONE.id), typed), merging="title one 2")
    assert [step.label for step in session.history[1:]] == ["Call “Event two” “Other”", "Call “Landing!” “Landing”"]
    session.undo()
    assert session.event(ONE.id).title == "Landing"
    session.undo()
    assert (session.event(ONE.id), session.event(TWO.id)) == (ONE, TWO)
    session.redo()
    assert (session.event(ONE.id).title, session.event(TWO.id).title) == ("Landing", "Other")
    session.apply(edits.set_title(session.event(ONE.id), "New"), merging="title one 2")
    assert len(session.history) == 3


def test_the_history_says_who_when_and_by_what() -> None:
    session = Session(now=lambda: datetime(2026, 11, 22, tzinfo=UTC), who="ann")
    session.add([ingested(LETTER, ONE)])
    session.apply(edits.accept([ONE]))
    told = [(step.who, step.origin, step.at.year) for step in session.history]
    assert told == [("ann", Origin.MACHINE, 2026), ("ann", Origin.HAND, 2026)]
