from __future__ import annotations

import itertools

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.layout.customs import Customs
from timeline_app.layout.ticks import LADDER, Step, Unit, ladder_of, year_label
from timeline_app.layout.words import length_in_full, range_in_words, times_larger, unit_name
from timeline_app.model import civil


@given(st.sampled_from(LADDER), st.integers(-435 * 10**15, 10**15))
def test_a_cell_holds_its_time_and_begins_where_it_begins(step: Step, time: int) -> None:
    start = step.floor(time)
    assert start <= time < step.after(start)
    assert step.floor(start) == start
    assert step.floor(step.after(start)) == step.after(start)


@given(st.sampled_from(LADDER), st.integers(-435 * 10**15, 10**12))
def test_cells_follow_each_other_without_gaps(step: Step, time: int) -> None:
    cells = step.cells(time, time + 5 * step.seconds)
    assert all(step.after(one) == other for one, other in itertools.pairwise(cells))
    assert cells[-1] >= time + 5 * step.seconds


def test_there_is_no_year_zero() -> None:
    step = Step(Unit.YEAR, 100)
    cells = step.cells(civil.to_seconds(-199), civil.to_seconds(250))
    assert [year_label(civil.from_seconds(time).year)[0] for time in cells] == [
        "200 BC", "100 BC", "AD 1", "100", "200", "300",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("step", "moment", "label"),
    [
        (Step(Unit.DAY, 1), (2011, 3, 28), "Mon 28"),
        (Step(Unit.DAY, 1), (2011, 4, 1), "Fri 1 April"),
        (Step(Unit.MONTH, 1), (2011, 3), "March"),
        (Step(Unit.MONTH, 1), (2011, 1), "January 2011"),
        (Step(Unit.HOUR, 6), (2011, 3, 28, 6), "06:00"),
        (Step(Unit.HOUR, 6), (2011, 3, 28), "Mon 28 March"),
        (Step(Unit.SECOND, 1), (2011, 3, 28, 6, 0, 5), "06:00:05"),
        (Step(Unit.YEAR, 1), (1969,), "1969"),
        (Step(Unit.YEAR, 1), (-479,), "480 BC"),
        (Step(Unit.YEAR, 5000), (-11_999,), "12,000 BC"),
        (Step(Unit.YEAR, 10**6), (-65_999_999,), "66 million years ago"),
        (Step(Unit.YEAR, 10**9), (1,), "present"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_labels(step: Step, moment: tuple[int, ...], label: str) -> None:
    assert step.label(civil.to_seconds(*moment)).variants[0] == label


@pytest.mark.parametrize(
    ("start", "end", "words", "length"),
    [
        ((1969,), (1970,), "1969", "one year"),
        ((2011, 3, 28), (2011, 4, 1), "28–31 March 2011", "four days"),
        ((1914,), (1919,), "1914–1918", "five years"),
        ((2011, 3), (2011, 5), "March – April 2011", "two months"),
        ((-479,), (1965,), "480 BC – 1964", "2,444 years"),
        ((1902, 4, 3), (1992, 11, 21), "1902–1992", "90 years 7 months"),
        ((-13_799_999_999,), (2012,), "13.8 billion years ago – 2011", "13.8 billion years"),
        ((-48_309_876,), (7_406_922_597,), "48.3 million years ago – in 7.41 billion years", "7.46 billion years"),
        ((-11_999,), (-11_998,), "12,000 BC", "one year"),
    ],
)
def test_ranges_and_lengths_in_words(start: tuple[int, ...], end: tuple[int, ...], words: str, length: str) -> None:
    first, last = civil.to_seconds(*start), civil.to_seconds(*end)
    assert range_in_words(first, last)[0] == words
    assert length_in_full(first, last) == length


@pytest.mark.parametrize(
    ("start", "end", "name"),
    [((1969,), (1970,), "year"), ((2011, 3), (2011, 4), "month"), ((2011, 3, 28), (2011, 3, 29), "day"),
     ((2011, 3, 28), (2011, 4, 1), None)],
)  # fmt: skip
def test_names_of_units(start: tuple[int, ...], end: tuple[int, ...], name: str | None) -> None:
    assert unit_name(civil.to_seconds(*start), civil.to_seconds(*end)) == name


@pytest.mark.parametrize(("factor", "words"), [(528.6, "529 ×"), (2.25, "2.2 ×"), (4.85e7, "48.5 million ×")])
def test_ratios_of_scales(factor: float, words: str) -> None:
    assert times_larger(factor) == words


@pytest.mark.parametrize("first", range(7))
def test_weeks_begin_with_the_day_they_begin_with_where_the_reader_lives(first: int) -> None:
    step = next(step for step in ladder_of(Customs(first)) if step.unit is Unit.WEEK)
    start = step.floor(1_301_443_200)  # Wednesday 30 March 2011
    assert civil.weekday(start) == first
    assert start <= 1_301_443_200 < step.after(start)
