"""On which day of a year a feast falls.

A formula is ``12-25`` (that day), ``11-4-4`` (the fourth Thursday of November; week -1 is the last; ``+1`` is the
day after), ``easter-2`` (two days before Easter), ``15 nisan`` (a day of the Jewish calendar, which begins on the
evening before) or ``chinese new year`` (one of ``data/chinese.toml``).
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources

from timeline_app.extraction.places import Place, Unit
from timeline_app.model import civil

_EASTER = re.compile(r"easter([+-][0-9]+)?")
_RULE = re.compile(r"([0-9]+)-([0-9]+)(?:-(-?[0-9]+))?([+-][0-9]+)?")
_CHINESE = "chinese "
_CHINESE_YEARS = range(1900, 2100)
_JEWISH = re.compile(r"([0-9]+) ([a-z]+)")
_WEEK = 7
# Days from the first of Tishri to the first of a month of the autumn; from the first of a month of the spring to the
# first of the next Tishri, between which no month has another length in another year.
_AFTER_TISHRI = {"tishri": 0, "heshvan": 30}
_BEFORE_TISHRI = {"adar": 206, "nisan": 177, "sivan": 118, "av": 59}
_ERA = 3761  # the Jewish year that begins in an autumn is so far ahead of ours
_PARTS = 1080  # of an hour
_MONTHS, _MONTH = 235, 29 * 24 * _PARTS + 12 * _PARTS + 793  # of 19 years; from one new moon to the next, in parts
_FIRST_MOON = 11 * _PARTS + 204  # that of the year 1, in parts of the hours from noon
_EPOCH = -2092590  # days from 1970-01-01 to the day before the first of Tishri of the year 1
_REFORMED = 1583  # the first Easter of the Gregorian calendar


def feast_day(formula: str, year: int) -> Place | None:
    """The day of a feast in an astronomical year; Easter before the reform of the calendar is the Julian one.

    None where the day of that year is not known.
    """
    if found := _EASTER.fullmatch(formula):
        sunday = easter(year) if year >= _REFORMED else julian_easter(year)
        return Place(Unit.DAY, sunday + int(found[1] or 0))
    if formula.startswith(_CHINESE):
        return _chinese_day(formula.removeprefix(_CHINESE), year)
    if found := _JEWISH.fullmatch(formula):
        if year < _REFORMED:
            return None  # days have Julian numbers, and the calendar was once kept by sight of the moon
        return Place(Unit.DAY, _jewish_day(int(found[1]), found[2], year))
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


def new_year_of_tishri(year: int) -> int:
    """Days from 1970-01-01 to the first of Tishri of a Jewish year, by the arithmetic of the fixed calendar."""
    return _EPOCH + _postponed(year)


def _elapsed(year: int) -> int:
    """Days to the new moon of Tishri, or the next where that is a Sunday, Wednesday or Friday."""
    months = (_MONTHS * year - (_MONTHS - 1)) // 19
    day, _ = divmod(_FIRST_MOON + months * _MONTH, 24 * _PARTS)
    return day + 1 if 3 * (day + 1) % _WEEK < 3 else day  # noqa: PLR2004 - the three days


def _postponed(year: int) -> int:
    """The same, moved on where the year before or this one would be too long or too short."""
    before, now, after = (_elapsed(each) for each in (year - 1, year, year + 1))
    if after - now == 356:  # noqa: PLR2004 - no year is so long
        return now + 2
    return now + (now - before == 382)  # noqa: PLR2004 - no leap year is so short


def _jewish_day(day: int, month: str, year: int) -> int:
    """Days from 1970-01-01 to a day of the Jewish calendar in a year of ours."""
    autumn = new_year_of_tishri(year + _ERA)
    if month in _BEFORE_TISHRI:
        return autumn - _BEFORE_TISHRI[month] + day - 1
    if month in _AFTER_TISHRI:
        return autumn + _AFTER_TISHRI[month] + day - 1
    long = new_year_of_tishri(year + _ERA + 1) - autumn in {355, 385}  # in which Heshvan has its 30th day
    return autumn + 59 + long + day - 1  # Kislev


def _chinese_day(name: str, year: int) -> Place | None:
    if year not in _CHINESE_YEARS:
        return None
    month, first, days = _chinese_feasts()[name]
    return Place(Unit.DAY, civil.days_from_civil(year, month, first) + int(days[year - _CHINESE_YEARS.start], 36))


@cache
def _chinese_feasts() -> dict[str, tuple[int, int, str]]:
    """Of every feast the month and day it can fall first on, and how many days later it does, a digit a year."""
    text = resources.files("timeline_app.extraction").joinpath("data/chinese.toml").read_text("utf-8")
    rows = ((name, *map(int, row["first"].split("-")), row["days"]) for name, row in tomllib.loads(text).items())
    return {name: (month, day, "".join(days.split())) for name, month, day, days in rows}
