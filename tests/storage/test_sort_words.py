"""The words of events as they are read to be put in order: a stretch at a time, by number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event, ingested
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.storage.sort_words import Words

LETTER = document()


@pytest.fixture
def session() -> Session:
    session = Session()
    first = replace(event(LETTER, "a"), title="One", participants=("Zoe", "Ann"), tags=("x", "a"), notes="mine")
    session.apply(edits.add_documents([ingested(LETTER, first, event(LETTER, "b"), event(LETTER, "c", None))]))
    return session


@pytest.mark.parametrize(
    ("which", "first", "second"),
    [
        (Words.TITLE, "One", "Event b"),
        (Words.PEOPLE, "Zoe; Ann", ""),
        (Words.TAGS, "x; a", ""),
        (Words.NOTES, "mine", ""),
        (Words.QUOTE, "Wednesday he left", "Wednesday he left"),
    ],
)
def test_words_come_as_they_stand_in_the_event(session: Session, which: Words, first: str, second: str) -> None:
    assert [words for _, words in session.sort_words(which, 0, 2)] == [first, second]


def test_the_next_stretch_begins_after_the_last_number(session: Session) -> None:
    numbers = [number for number, _ in session.sort_words(Words.TITLE, 0, 2)]
    rest = session.sort_words(Words.TITLE, numbers[-1], 2)
    assert sorted([*numbers, *(number for number, _ in rest)]) == sorted(session.catalogue.number.tolist())
    assert session.sort_words(Words.TITLE, rest[-1][0], 2) == []


def test_events_and_documents_are_found_by_their_numbers(session: Session) -> None:
    numbers = session.catalogue.number.tolist()
    assert session.events_numbered(numbers) == list(session.events)
    assert [each.id for each in session.numbered_documents.values()] == [LETTER.id]
    with pytest.raises(KeyError):
        session.events_numbered([999])
