"""A document read again changes what nobody touched, follows quotes to where they stand, and overwrites nothing."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from timeline_app.extraction.options import Options
from timeline_app.model.document import Document, Integrity, Original, Publication
from timeline_app.model.event import Event, Status
from timeline_app.model.temporal import parse_edtf
from timeline_app.readers import ReadError
from timeline_app.session import edits
from timeline_app.session.ingest import DocumentRequest, FileRequest, Ingested, RereadRequest, ingest, options_of
from timeline_app.session.integrity import OriginalState, check, original_state
from timeline_app.session.originals import content
from timeline_app.session.session import Session

TEXT = """In 1969 the colonel seized power in the capital.

On 5 May 1975 the harbour was opened by the mayor.

In June 1980 the old bridge collapsed in a storm.
"""


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


@pytest.fixture
def session(path: Path) -> Session:
    session = Session()
    session.add([ingest(FileRequest(path))])
    assert len(session.events) == 3
    return session


def _rewrite(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8")
    os.utime(path, ns=(1, 1))


def _again(session: Session) -> Ingested:
    return ingest(RereadRequest(session.documents[0]))


def _in(session: Session, year: str) -> Event:
    return next(event for event in session.events if event.value and year in event.value.edtf)


def test_a_file_that_is_as_it_was_changes_nothing(session: Session) -> None:
    change = session.read_again(_again(session))
    assert edits.differences(change) == ()
    assert change.edits == ()


def test_quotes_follow_their_words_and_untouched_proposals_keep_their_ids(session: Session, path: Path) -> None:
    before = {event.id: event.title for event in session.events}
    session.apply(edits.accept([_in(session, "1975")]))
    _rewrite(path, "A preface without any date.\n\n" + TEXT)
    change = session.read_again(_again(session))
    assert change.label == "Read “letter” again"
    session.apply(change)
    assert {event.id: event.title for event in session.events} == before
    document = session.documents[0]
    assert document.text.startswith("A preface")
    assert [found for *_, found in check(session)] == [Integrity.EXACT] * 3
    for event in session.events:
        [citation] = event.citations
        assert document.text[slice(*citation.quote.span)] == citation.quote.exact
        assert all(document.text[slice(*timex.span)] == timex.text for timex in citation.expressions)
    assert _in(session, "1975").status is Status.ACCEPTED
    session.undo()
    assert session.documents[0].text == TEXT


def test_what_a_person_touched_stays_and_is_told_as_changed_or_missing(session: Session, path: Path) -> None:
    session.apply(edits.accept([_in(session, "1969")]))
    session.apply(edits.set_title(_in(session, "1975"), "The opening"))
    kept = {event.id: event for event in session.events if event.edited or event.status is Status.ACCEPTED}
    changed = TEXT.replace("1969 the colonel", "1968 the general")
    _rewrite(path, changed.replace("On 5 May 1975 the harbour was", "It was"))
    session.apply(session.read_again(_again(session)))
    assert {name: session.event(name) for name in kept} == kept
    told = {name: found for name, _, found in check(session)}
    assert {told[name] for name in kept} <= {Integrity.CHANGED, Integrity.MISSING}
    assert _in(session, "1968").status is Status.PROPOSED
    assert _in(session, "1980").citations[0].quote.exact in session.documents[0].text


def test_what_was_rejected_is_not_proposed_again(session: Session, path: Path) -> None:
    session.apply(edits.reject([_in(session, "1975")]))
    _rewrite(path, "A preface.\n\n" + TEXT)
    session.apply(session.read_again(_again(session)))
    assert [event.status for event in session.events if event.value and "1975" in event.value.edtf] == [Status.REJECTED]
    assert len(session.events) == 3


def test_a_date_that_a_person_gave_wins_over_the_files(session: Session, path: Path) -> None:
    dated = replace(session.documents[0], published=Publication(parse_edtf("1990"), "you"), chosen_language="en")
    session.apply(session.read_again(ingest(DocumentRequest(dated))))
    _rewrite(path, "Later.\n\n" + TEXT)
    again = _again(session)
    assert (again.document.published, again.document.chosen_language) == (dated.published, "en")
    assert again.document.id == dated.id


def test_a_file_that_is_gone_cannot_be_read_again(session: Session, path: Path) -> None:
    path.unlink()
    with pytest.raises(ReadError, match="There is no file"):
        _again(session)


@pytest.mark.parametrize(
    ("choice", "label"),
    [
        ({"chosen_language": "de"}, "Read “letter” as written in “de”"),
        ({"counting": "history"}, "Count the dates of “letter” as in history"),
        ({"day_order": "day"}, "Read numbers of “letter” day first"),
    ],
    ids=["language", "counting", "order"],
)
def test_another_way_of_reading_is_remembered(session: Session, choice: dict[str, str], label: str) -> None:
    chosen = replace(session.documents[0], **choice)  # type: ignore[arg-type]
    change = session.read_again(ingest(DocumentRequest(chosen)))
    assert change.label == label
    session.apply(change)
    assert session.documents == (chosen,)
    assert ingest(RereadRequest(chosen)).document == chosen


def test_what_a_document_says_of_its_reading_and_nobody_knows_is_left_to_the_program(session: Session) -> None:
    strange = replace(session.documents[0], counting="by moons", day_order="year")
    assert options_of(strange) == Options()
    assert ingest(DocumentRequest(strange)).events == session.events


def test_a_language_that_nobody_told_is_detected(session: Session) -> None:
    assert session.documents[0].language == "en"


@pytest.mark.parametrize(
    ("text", "modified", "state"),
    [
        (TEXT, None, OriginalState.UNCHANGED),
        (TEXT, 1, OriginalState.UNCHANGED),
        (TEXT.replace("May", "Mai"), 1, OriginalState.CHANGED),
        (TEXT + "More.", None, OriginalState.CHANGED),
        (None, None, OriginalState.GONE),
    ],
    ids=["as it was", "written again", "other words", "more words", "gone"],
)
def test_what_became_of_a_file(
    session: Session, path: Path, text: str | None, modified: int | None, state: OriginalState
) -> None:
    if text is None:
        path.unlink()
    elif text != TEXT:
        path.write_text(text, encoding="utf-8")
    if modified:
        os.utime(path, ns=(modified, modified))
    assert original_state(session.documents[0]) is state


def test_a_pasted_text_has_no_file(session: Session) -> None:
    document: Document = session.documents[0]
    assert original_state(replace(document, path="")) is OriginalState.NO_FILE
    assert original_state(replace(document, original=None)) is OriginalState.NO_FILE


def test_a_path_that_is_no_file_is_never_read(session: Session, tmp_path: Path) -> None:
    """A project may be a stranger's: a pipe would never end."""
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    document = replace(session.documents[0], path=str(pipe), original=Original("0" * 64, 0, 0))
    assert original_state(document) is OriginalState.GONE
    assert content(document) is None


def test_a_relative_path_is_found_beside_the_project(session: Session, path: Path) -> None:
    document = replace(session.documents[0], path=path.name)
    assert original_state(document) is OriginalState.GONE
    assert original_state(document, path.parent) is OriginalState.UNCHANGED


@pytest.mark.parametrize(("named", "sentence"), [("", "not read from a file"), ("a.csv", "import it again")])
def test_what_is_no_document_of_a_file_is_not_read_again(session: Session, named: str, sentence: str) -> None:
    with pytest.raises(ReadError, match=sentence):
        ingest(RereadRequest(replace(session.documents[0], path=named)))
