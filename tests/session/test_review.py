"""The walk through proposals: the doubtful first, then in order of time; its place outlives the program."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from tests.records import document, event, ingested
from timeline_app.model.event import Event, EventId, Undated
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.session.review import SETTING, Progress, Review, doubts
from timeline_app.session.session import Session
from timeline_app.storage.project import Project

LETTER = document("letter", "On Wednesday he left. In 1969 he came. Some day he will be back. Once he was here.")
DIARY = document("diary", "On Friday she came back to town.")
EITHER = replace(event(LETTER, "either"), value=parse_edtf("[2011-03-04,2011-04-03]"))
EVENTS = [
    event(LETTER, "last", "2011-03-30"),
    event(LETTER, "first", "1969"),
    replace(event(LETTER, "vague", None), undated=Undated.TOO_VAGUE),
    EITHER,
]
IN_ORDER = ["either", "first", "last", "vague"]


@pytest.fixture
def session() -> Session:
    made = Session()
    made.apply(edits.add_documents([ingested(LETTER, *EVENTS)]))
    return made


def everything(session: Session) -> np.ndarray:
    return np.ones(len(session.events), dtype=np.bool_)


def decide(session: Session, review: Review, name: str | None, *, accept: bool = True) -> EventId | None:
    chosen = session.event(EventId(name or ""))
    session.apply((edits.accept if accept else edits.reject)([chosen]))
    return review.following(chosen.id, everything(session))


def test_it_begins_with_what_could_be_several_dates_and_goes_on_in_order_of_time(session: Session) -> None:
    review = Review(session)
    seen = [review.begin(everything(session))]
    for number in range(3):
        seen.append(decide(session, review, seen[-1], accept=number % 2 == 0))
    assert seen == IN_ORDER
    assert decide(session, review, seen[-1]) is None


def test_it_says_how_many_were_looked_at(session: Session) -> None:
    review = Review(session)
    assert review.progress() is None
    here = review.begin(everything(session))
    assert review.progress() == Progress(0, 4)
    decide(session, review, here)
    assert review.progress() == Progress(1, 4)
    session.undo()
    assert review.progress() == Progress(0, 4)


def test_what_was_decided_before_it_began_is_not_counted(session: Session) -> None:
    session.apply(edits.accept([session.event(EventId("first"))]))
    review = Review(session)
    review.begin(everything(session))
    assert review.progress() == Progress(0, 3)


def test_what_is_put_off_comes_again_at_the_end(session: Session) -> None:
    review = Review(session)
    here = review.begin(everything(session))
    assert here == "either"
    review.put_off(EventId("either"))
    here = review.following(EventId("either"), everything(session))
    assert review.progress() == Progress(1, 4, 1)
    for expected in ("last", "vague", "either"):
        here = decide(session, review, here)
        assert here == expected
    assert review.progress() == Progress(3, 4)


def test_it_passes_over_what_a_filter_hides(session: Session) -> None:
    shown = everything(session)
    shown[session.index_of(EventId("first"))] = False
    review = Review(session)
    assert review.begin(shown) == "either"
    assert review.following(EventId("either"), shown) == "last"


def test_it_goes_on_from_an_event_that_was_chosen_otherwise(session: Session) -> None:
    review = Review(session)
    review.begin(everything(session))
    assert review.following(EventId("last"), everything(session)) == "vague"
    assert review.following(EventId("vague"), everything(session)) == "either"


def test_it_is_resumed_where_it_was_stopped_after_a_restart(tmp_path: Path) -> None:
    path = tmp_path / "story.tlproj"
    first = Session(Project.open(path))
    first.apply(edits.add_documents([ingested(LETTER, *EVENTS)]))
    review = Review(first)
    review.begin(everything(first))
    decide(first, review, "either")
    review.put_off(EventId("first"))
    review.following(EventId("first"), everything(first))
    review.stop()
    first.close()
    again = Session.open(path)
    review = Review(again)
    assert review.was_stopped
    assert review.progress() == Progress(2, 4, 1)
    assert review.begin(everything(again)) == "last"
    again.close()


def test_documents_that_come_meanwhile_are_walked_through_too(session: Session) -> None:
    review = Review(session)
    review.begin(everything(session))
    session.apply(edits.add_documents([ingested(DIARY, event(DIARY, "new", "1950"))], session.documents))
    review.gather()
    assert review.progress() == Progress(0, 5)
    assert review.following(EventId("either"), everything(session)) == "new"


def test_a_walk_whose_end_was_reached_begins_anew(session: Session) -> None:
    review = Review(session)
    review.begin(everything(session))
    session.apply(edits.accept(session.events))
    review.stop()
    assert not review.was_stopped
    assert review.progress() is None
    assert review.begin(everything(session)) is None


@pytest.mark.parametrize("kept", ["", "nonsense", "[1]", '{"decided": "x"}', "[" * 9_000], ids=str.__len__)
def test_a_place_that_cannot_be_read_is_none(session: Session, kept: str) -> None:
    session.keep_setting(SETTING, kept)
    assert Review(session).begin(everything(session)) == "either"


@pytest.mark.parametrize(
    ("of", "words"),
    [
        (event(LETTER, "sure"), ()),
        (EITHER, ("several dates possible",)),
        (replace(EVENTS[2], confidence=0.4), ("too vague", "doubtful, 40% sure")),
        (event(LETTER, "maybe", "2011-03?"), ("the date is uncertain",)),
    ],
    ids=["sure", "either", "vague and doubtful", "uncertain"],
)
def test_doubts_are_said(of: Event, words: tuple[str, ...]) -> None:
    assert doubts(of) == words
