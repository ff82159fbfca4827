"""How far apart dates are: never more exactly than they are known, in calendar units, rounded outward."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import civil
from timeline_app.model.measuring import measure
from timeline_app.model.temporal import day_edtf, parse_edtf

CASES = [
    ("1969", "2011-03-30", "41 years 2 months to 42 years 3 months"),
    ("2011-03-28", "2011-04-01", "3 to 5 days"),
    ("2011-03-30", "2011-03-31", "at most 2 days"),
    ("1969", "1971", "1 to 3 years"),
    ("1914-06", "1914-09", "2 to 4 months"),
    ("1914-06-28", "1914-09-01", "2 months 3 days to 2 months 5 days (64 to 66 days)"),
    ("2011-01-31", "2011-03-01", "1 month to 1 month 2 days (28 to 30 days)"),
    ("2011-12-15", "2012-01-15", "30 days to 1 month 1 day (30 to 32 days)"),
    ("2012-02-29", "2013-02-28", "11 months 27 days to 1 year 1 month (364 to 366 days)"),
    ("2011-03-30T10:30", "2011-03-30T12:45", "2 hours 14 minutes to 2 hours 16 minutes"),
    ("1989-11-09T18:53:00", "1989-11-09T18:53:30", "29 to 31 seconds"),
    ("2011-03-28T10", "2011-03-30T12", "2 days 1 hour to 2 days 3 hours"),
    ("-0479", "1969", "2,447 to 2,449 years"),
    ("-0043-03-15", "0014-08-19", "57 years 5 months to 57 years 6 months (20,975 to 20,977 days)"),
    ("-0009", "0010", "18 to 20 years"),
    ("Y-66000000", "2011", "66 to 66.01 million years"),
    ("Y-13800000000", "Y-66000000", "13.73 to 13.74 billion years"),
    ("1914/1918", "1939/1945", "20 to 22 years"),
    ("2011-03-28/2011-03-31", "1969", "41 years 2 months to 42 years 3 months"),
    ("[1914..1918]", "1920", "1 to 7 years"),
]
HONEST = [
    ("2011-03-30", "2011-03-30", "at most 1 day; nothing says which came first"),
    ("2011", "2011-03", "at most 10 months; nothing says which came first"),
    ("[..1984]", "2000", "at least 15 years"),
    ("[2000..]", "1984", "at least 15 years"),
    ("[..1984]", "1970", "not known; nothing says which came first"),
    ("../1990", "2000", "9 to 11 years"),
    ("1985/..", "1990", "4 to 6 years; they may overlap: counted from beginning to beginning"),
    (
        "../1990",
        "1980",
        "not known; they may overlap: counted from beginning to beginning; nothing says which came first",
    ),
    (
        "1914/1918",
        "1916-07-01",
        "1 year 6 months to 2 years 7 months; they overlap: counted from beginning to beginning",
    ),
    ("1969~", "2011?", "41 to 43 years; one date is approximate; one date is uncertain"),
    ("1969~", "2011~", "41 to 43 years; both dates are approximate"),
    (
        "2011-03-30T10:30Z",
        "2011-03-30T12:45+02:00",
        "2 hours 14 minutes to 2 hours 16 minutes; the zones of the clocks are not counted",
    ),
    ("2011-03-30T10:30Z", "2011-03-30T12:45Z", "2 hours 14 minutes to 2 hours 16 minutes"),
]


@pytest.mark.parametrize(("one", "other", "words"), CASES, ids=lambda part: part if "-" in part else None)
def test_a_distance_is_said_in_calendar_units_and_rounded_outward(one: str, other: str, words: str) -> None:
    assert measure(parse_edtf(one), parse_edtf(other)).sentence == words


@pytest.mark.parametrize(("one", "other", "words"), HONEST)
def test_what_is_not_known_of_a_distance_is_said(one: str, other: str, words: str) -> None:
    assert measure(parse_edtf(one), parse_edtf(other)).sentence == words


@pytest.mark.parametrize(("one", "other"), [case[:2] for case in (*CASES, *HONEST)])
def test_it_is_as_far_back_as_it_is_there(one: str, other: str) -> None:
    there, back = measure(parse_edtf(one), parse_edtf(other)), measure(parse_edtf(other), parse_edtf(one))
    assert there.sentence == back.sentence


DAYS = st.integers(civil.days_from_civil(-3000, 1, 1), civil.days_from_civil(3000, 1, 1))


@given(DAYS, st.integers(32, 400_000))
def test_days_that_are_counted_lie_within_what_is_said(start: int, length: int) -> None:
    one, other = (parse_edtf(day_edtf(day * civil.DAY)) for day in (start, start + length))
    assert measure(one, other).days == f"{length - 1:,} to {length + 1:,} days"
