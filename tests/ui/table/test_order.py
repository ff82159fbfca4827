"""Events in order by any column: stable, blank ones last either way."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from tests.records import dated, document, event, ingested
from timeline_app.model.event import EventId, Factuality, Flag, Status
from timeline_app.session.edits import add_documents
from timeline_app.session.session import Session
from timeline_app.ui.table.order import By, at_numbers, by_rank, by_time, collated, ranks_by, ranks_by_number

LETTER, DIARY = dated(document("letter"), "2011-03-31"), replace(document("diary"), title="", author="Ana")
EVENTS = (
    replace(event(LETTER, "a", "1969"), category="Life", confidence=0.5, flags=frozenset({Flag.DISPUTED})),
    replace(event(DIARY, "b", "1969-05"), category="Conflict", status=Status.ACCEPTED),
    replace(event(LETTER, "c", "1969-05"), category="éclat", place=2, flags=frozenset({Flag.KEY})),
    replace(event(LETTER, "d", "1970"), citations=(), factuality=Factuality.DENIED, confidence=0.25),
    replace(event(DIARY, "u", None), category="Life"),
    event(LETTER, "v", None),
)


@pytest.fixture
def session() -> Session:
    session = Session()
    session.apply(add_documents([ingested(LETTER, *(e for e in EVENTS if e.id not in {"b", "u"}))]))
    session.apply(add_documents([ingested(DIARY, *(e for e in EVENTS if e.id in {"b", "u"}))]))
    return session


def names(session: Session, ordinals: np.ndarray) -> str:
    return "".join(session.events[int(at)].id for at in ordinals)


def shown(session: Session, *without: str) -> np.ndarray:
    return np.array([at for at, each in enumerate(session.events) if each.id not in without], dtype=np.intp)


@pytest.mark.parametrize(
    ("descending", "without", "expected"),
    [
        pytest.param(False, "", "abcdvu", id="by time, then by hand, the undated as their documents came"),
        pytest.param(True, "", "dbcavu", id="backwards: one date keeps its own order, the undated stay last"),
        pytest.param(True, "bu", "dcav", id="a part of them"),
        pytest.param(True, "abcd", "vu", id="nothing placed"),
        pytest.param(False, "abcduv", "", id="nothing"),
    ],
)
def test_dates_go_by_earliest_then_latest_then_hand(
    session: Session,
    descending: bool,  # noqa: FBT001 - from the table above
    without: str,
    expected: str,
) -> None:
    order = by_time(session.catalogue, shown(session, *without), descending=descending)
    assert names(session, order) == expected


@pytest.mark.parametrize(
    ("by", "ascending", "backwards"),
    [
        pytest.param(By.CATEGORY, "bcaudv", "dvaucb", id="category"),
        pytest.param(By.STATUS, "acdvub", "bacdvu", id="status"),
        pytest.param(By.FACTUALITY, "abcvud", "dabcvu", id="factuality"),
        pytest.param(By.CONFIDENCE, "dabcvu", "bcvuad", id="confidence"),
        pytest.param(By.SOURCE, "buacvd", "acvbud", id="source, nobody last either way"),
        pytest.param(By.FLAGS, "cabdvu", "acbdvu", id="flags, key ones first, none last either way"),
    ],
)
def test_other_columns_keep_the_order_of_time_where_they_are_equal(
    session: Session, by: By, ascending: str, backwards: str
) -> None:
    ranks = ranks_by(by, session.catalogue, session.numbered_documents)
    everything = shown(session)
    assert names(session, by_rank(ranks, everything, descending=False)) == ascending
    assert names(session, by_rank(ranks, everything, descending=True)) == backwards


WORDS = ("Zebra", "“émile", "Emil", "", "ABC", "abc", "Éclair", "eclair and more", "x" * 60, "x" * 59 + "a")


def test_words_go_without_case_accents_and_quotation_marks() -> None:
    numbers = np.arange(5, 5 + len(WORDS), dtype=np.int64)
    ranks = at_numbers(ranks_by_number(numbers, collated(WORDS)), numbers)
    order = by_rank(ranks, np.arange(len(WORDS)), descending=False)
    assert [WORDS[at] for at in order] == [
        "ABC", "abc", "Éclair", "eclair and more", "Emil", "“émile", "x" * 60, "x" * 59 + "a", "Zebra", "",
    ]  # fmt: skip
    backwards = by_rank(ranks, np.arange(len(WORDS)), descending=True)
    assert [WORDS[at] for at in backwards][:2] == ["Zebra", "x" * 60]
    assert WORDS[int(backwards[-1])] == ""


def test_events_newer_than_the_ranks_come_last() -> None:
    ranks = ranks_by_number(np.array([1, 2], dtype=np.int64), collated(["b", "a"]))
    assert at_numbers(ranks, np.array([2, 1, 3, 900], dtype=np.int64)).tolist() == [1, 2, 0, 0]


def test_nothing_has_an_order_too() -> None:
    ranks = ranks_by_number(np.zeros(0, dtype=np.int64), collated([]))
    assert (
        len(by_rank(at_numbers(ranks, np.zeros(0, dtype=np.int64)), np.zeros(0, dtype=np.intp), descending=False)) == 0
    )


def test_the_hand_order_stands_in_the_catalogue(session: Session) -> None:
    assert session.event(EventId("c")).place == 2
