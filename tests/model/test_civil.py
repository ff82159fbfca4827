"""Civil arithmetic against ``datetime`` where that reaches, and against its own inverse everywhere else."""

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline_app.model import civil

EPOCH = dt.datetime(1970, 1, 1)  # noqa: DTZ001 - civil time has no zone
DEEP = st.integers(-200_000_000_000, 200_000_000_000)


@given(st.datetimes())
def test_it_agrees_with_datetime_from_year_1_to_9999(moment: dt.datetime) -> None:
    moment = moment.replace(microsecond=0)
    seconds = civil.to_seconds(moment.year, moment.month, moment.day, moment.hour, moment.minute, moment.second)
    assert seconds == (moment - EPOCH) // dt.timedelta(seconds=1)
    assert civil.weekday(seconds) == moment.weekday()
    assert civil.iso_week(seconds) == moment.isocalendar()[:2]


@given(DEEP, st.integers(1, 12), st.integers(1, 28), st.integers(0, 86_399))
def test_a_civil_moment_of_any_year_comes_back(year: int, month: int, day: int, second: int) -> None:
    moment = civil.Civil(year, month, day, second // 3600, second // 60 % 60, second % 60)
    assert civil.from_seconds(civil.to_seconds(*moment)) == moment


@given(DEEP)
def test_a_year_is_365_or_366_days_and_its_months_add_up(year: int) -> None:
    length = (civil.to_seconds(year + 1) - civil.to_seconds(year)) // civil.DAY
    assert length == 365 + civil.is_leap(year)
    assert length == sum(civil.days_in_month(year, month) for month in range(1, 13))


@pytest.mark.parametrize(
    ("year", "leap"), [(2000, True), (1900, False), (2012, True), (0, True), (-4, True), (-1, False)]
)
def test_leap_years_follow_the_gregorian_rule_before_it_was_made(year: int, leap: bool) -> None:  # noqa: FBT001
    assert civil.is_leap(year) is leap


def test_a_thirteenth_month_is_next_january() -> None:
    assert civil.to_seconds(2011, 13) == civil.to_seconds(2012, 1)
