"""A document's dated passages are counted by what became of them."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.records import document, event, timex
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Event, Status, Tagging, TimexType
from timeline_app.session.coverage import Coverage, Use, coverage

LETTER = document("letter", "On Wednesday he left. In 1969 he came. On Friday, two days later, he went.")
WEDNESDAY, YEAR, FRIDAY, DAYS = (3, 12), (25, 29), (42, 48), (50, 58)
TAGGING = Tagging(
    LETTER.id,
    (
        *(timex(LETTER, *span) for span in (WEDNESDAY, YEAR, FRIDAY)),
        replace(timex(LETTER, *DAYS), type=TimexType.DURATION),
    ),
)


def of(status: Status, span: tuple[int, int]) -> Event:
    return replace(event(LETTER, f"{status} {span}", start=span[0], end=span[1]), status=status)


def found(*events: Event) -> Coverage:
    return coverage(LETTER, TAGGING, events)


def test_dates_that_no_event_uses_are_unread_and_lengths_of_time_are_no_dates() -> None:
    covered = found()
    assert [passage.span for passage in covered.passages] == [WEDNESDAY, YEAR, FRIDAY]
    assert {passage.use for passage in covered.passages} == {Use.UNREAD}
    assert (covered.used, covered.dates) == (0, 3)


def test_each_passage_says_what_became_of_it() -> None:
    covered = found(of(Status.ACCEPTED, WEDNESDAY), of(Status.REJECTED, YEAR), of(Status.PROPOSED, FRIDAY))
    assert [passage.use for passage in covered.passages] == [Use.ACCEPTED, Use.REJECTED, Use.PROPOSED]
    assert (covered.used, covered.dates) == (2, 3)
    assert covered.count(Use.REJECTED) == 1


@pytest.mark.parametrize(
    ("statuses", "use"),
    [
        ((Status.REJECTED, Status.PROPOSED), Use.PROPOSED),
        ((Status.PROPOSED, Status.ACCEPTED), Use.ACCEPTED),
        ((Status.REJECTED,), Use.REJECTED),
    ],
    ids=["proposed and rejected", "proposed and accepted", "rejected"],
)
def test_of_several_events_the_one_that_stands_most_counts(statuses: tuple[Status, ...], use: Use) -> None:
    covered = found(*(of(status, WEDNESDAY) for status in statuses))
    assert covered.passages[0].use is use
    assert len(covered.passages[0].events) == len(statuses)


def test_an_event_without_a_date_expression_is_a_passage_of_its_own_and_uses_no_date() -> None:
    quoted = of(Status.ACCEPTED, YEAR)
    bare = replace(quoted, citations=(replace(quoted.citations[0], expressions=()),))
    covered = found(bare)
    assert [passage.use for passage in covered.passages].count(Use.ACCEPTED) == 1
    assert (covered.used, covered.dates) == (0, 3)


def test_words_that_moved_are_covered_where_they_stand_now() -> None:
    later = replace(LETTER, text="New. " + LETTER.text)
    moved = Tagging(LETTER.id, (timex(later, 8, 17), timex(later, 30, 34)))
    covered = coverage(later, moved, [of(Status.ACCEPTED, WEDNESDAY)])
    assert [(passage.span, passage.use) for passage in covered.passages] == [
        (TextSpan(8, 17), Use.ACCEPTED),
        (TextSpan(30, 34), Use.UNREAD),
    ]


def test_an_event_whose_words_are_gone_covers_nothing() -> None:
    other = replace(LETTER, text="All is new.")
    assert coverage(other, Tagging(LETTER.id, ()), [of(Status.ACCEPTED, WEDNESDAY)]).passages == ()
