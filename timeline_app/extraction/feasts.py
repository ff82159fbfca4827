"""On which day of a year a feast falls.

A formula is ``12-25`` (that day), ``11-4-4`` (the fourth Thursday of November; week -1 is the last; ``+1`` is the
day after) or ``easter-2`` (two days before Easter).
"""

from __future__ import annotations

import re

from timeline_app.extraction.places import Place, Unit
from timeline_app.model import civil

_EASTER = re.compile(r"easter([+-][0-9]+)?")
_RULE = re.compile(r"([0-9]+)-([0-9]+)(?:-(-?[0-9]+))?([+-][0-9]+)?")
_WEEK = 7
_REFORMED = 1583  # the first Easter of the Gregorian calendar


def feast_day(formula: str, year: int) -> Place:
    """The day of a feast in an astronomical year; Easter before the reform of the calendar is the Julian one."""
    if found := _EASTER.fullmatch(formula):
        sunday = easter(year) if year >= _REFORMED else julian_easter(year)
        return Place(Unit.DAY, sunday + int(found[1] or 0))
    found = _RULE.fullmatch(formula)
    if not found:
        raise ValueError(formula)
    month, first, week, later = (int(part) if part else 0 for part in found.groups())
    if not week:
        return Place(Unit.DAY, civil.days_from_civil(year, month, first))
    return Place(Unit.DAY, weekday_of_month(year, month, first, week) + later)


def easter(year: int) -> int:
    """Days from 1970-01-01 to Easter Sunday (Meeus, Jones and Butcher)."""
    century, of_century = divmod(year, 100)
    skipped, leap = divmod(century, 4)
    moon = (19 * (year % 19) + century - skipped - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    sunday = (32 + 2 * leap + 2 * (of_century // 4) - moon - of_century % 4) % _WEEK
    shift = (year % 19 + 11 * moon + 22 * sunday) // 451
    month, day = divmod(moon + sunday - 7 * shift + 114, 31)
    return civil.days_from_civil(year, month, day + 1)


def julian_easter(year: int) -> int:
    """Days from 1970-01-01 to the day that has the number of Easter Sunday in the Julian calendar (Meeus)."""
    moon = (19 * (year % 19) + 15) % 30
    sunday = (2 * (year % 4) + 4 * (year % _WEEK) - moon + 34) % _WEEK
    month, day = divmod(moon + sunday + 114, 31)
    return civil.days_from_civil(year, month, day + 1)


def weekday_of_month(year: int, month: int, weekday: int, week: int) -> int:
    """Days from 1970-01-01 to the ``week``-th ``weekday`` (Monday 1) of a month; -1 is the last."""
    if week < 0:
        last = civil.days_from_civil(year, month, civil.days_in_month(year, month))
        return last - (civil.weekday(last * civil.DAY) - (weekday - 1)) % _WEEK
    first = civil.days_from_civil(year, month, 1)
    return first + (weekday - 1 - civil.weekday(first * civil.DAY)) % _WEEK + _WEEK * (week - 1)
