"""Dates as others count them: Roman kalends, the French Republic's months, years of a reign, years after the Hijra."""

from __future__ import annotations

import re
import tomllib
from importlib import resources

from timeline_app.extraction.meanings import Absolute, Between, Hijri, Meaning, Reading, Recurring
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.parts import day_number, year_of
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model import civil
from timeline_app.model.document import TextSpan

_LATE = frozenset({3, 5, 7, 10})  # March, May, July and October have their nones on the 7th, their ides on the 15th
_SEPTEMBER = 9
_LONGEST = 30  # days of an Islamic month
_FIRST_ALONE, _LAST_HIJRI = 1000, 1600  # years that need no mark beside an Islamic month; years that are any
_NEW_YEARS = (22, 22, 22, 23, 22, 22, 22, 23, 23, 23, 23, 24, 23, 23)  # of September 1792 and the years after it


def _roman(found: Found) -> Meaning | None:
    month, day = found.number("month"), found.number("romanday")
    day += 2 * (day > 1 and month in _LATE)
    if not found.has("year"):
        return Recurring(Unit.DAY, month, day)
    year = year_of(found)
    return None if year is None else Absolute(Place(Unit.DAY, civil.days_from_civil(year, month, day)))


def _republican(found: Found) -> Meaning | None:
    year = found.number("years")
    if not 1 <= year <= len(_NEW_YEARS):
        return None
    new_year = civil.days_from_civil(1791 + year, _SEPTEMBER, _NEW_YEARS[year - 1])
    days = 30 * (found.number("republican") - 1) + found.number("day") - 1
    return Absolute(Place(Unit.DAY, new_year + days), note="French Republican calendar")


def _regnal(found: Found) -> list[Reading] | None:
    """Years of a reign are counted from the day it began, and the last one ends with it."""
    name = _REIGN.match(found.tokens.text, found.span.end)
    if name is None:
        return None
    first, last = _REIGNS[name[1]]
    number = found.number("nth")
    begins, next_begins = (_years_later(first, years) for years in (number - 1, number))
    if not first <= begins <= last:
        return None
    ends = Place(Unit.DAY, begins), Place(Unit.DAY, min(next_begins - 1, last))
    rule = f"some day of that year of {name[1]}’s reign"
    return [Reading(TextSpan(found.span.start, name.end()), Between(*ends, rule))]


def _hijri(found: Found) -> Meaning | None:
    """A month of the Islamic year with its year, or a year with its mark."""
    year, month = found.number("years"), found.number("hijri") if found.has("hijri") else 0
    day = day_number(found) if found.has("day") else 0
    if not 1 <= year <= _LAST_HIJRI or day > _LONGEST or not (found.has("hijra") or year >= _FIRST_ALONE):
        return None
    return Hijri(year, month, day)


def _day(iso: str) -> int:
    year, month, day = (int(part) for part in iso.split("-"))
    return civil.days_from_civil(year, month, day)


_REIGNS = {
    name: tuple(map(_day, days.split()))
    for name, days in tomllib.loads(
        resources.files("timeline_app.extraction").joinpath("data/reigns.toml").read_text("utf-8")
    ).items()
}
_REIGN = re.compile(rf"\s(?:King |Queen )?({'|'.join(sorted(_REIGNS, key=len, reverse=True))})\b")


def _years_later(day: int, years: int) -> int:
    year, month, number = civil.civil_from_days(day)
    return civil.days_from_civil(year + years, month, number)


RULES = (
    Rule(
        "regnal-year",
        "the? {ordnum|ordinal:nth} ( regnal )? year of ( the reign of )?",
        _regnal,
        (
            ("It passed in [the 3rd year of Henry VIII].", "1511"),
            ("It passed in [the twelfth year of the reign of Queen Elizabeth I].", "1569"),
            ("John preached in [the fifteenth year of the reign of Tiberius].", "0028"),
        ),
    ),
    Rule(
        "roman-day",
        "the? {romanday} of {month} ( ,|of? {@year} )?",
        _roman,
        (
            ("He fell on [the ides of March, 44 BC].", "BC0044-03-15"),
            ("He left on [the kalends of May 1450].", "1450-05-01"),
            ("He left on [the nones of April].", "2011-04-05"),
        ),
        "day date",
    ),
    Rule(
        "republican-day",
        "{day|ordday:day} {republican} ,? ( year|an )? {romannumber|int:years}",
        _republican,
        (("He fell on [9 Thermidor an II].", "1794-07-27"), ("It began on [18 Brumaire, year VIII].", "1799-11-09")),
        "day date",
    ),
    Rule(
        "hijri-day",
        "( the? {@nthday:day} of? {hijri} | {hijri} the? {@nthday:day} ) ,? {int|military:years} {hijra}?",
        _hijri,
        (
            ("It opened on [12 Rabi' al-awwal 1432].", "2011-02-16"),
            ("He fell on [10 Muharram 61 AH].", "0680-10-10"),
            ("It opened on [Ramadan 1, 1432 AH].", "2011-08-01"),
        ),
        "day date",
    ),
    Rule(
        "hijri-month",
        "{hijri} ,? {int|military:years} {hijra}?",
        _hijri,
        (("They fasted in [Ramadan 1432].", "2011-08"),),
        "whole date",
    ),
    Rule(
        "hijri-year",
        "( the year )? ( {int:years} {hijra} | {hijra} {int:years} )",
        _hijri,
        (("It was built in [1432 AH].", "2010"), ("He left in [AH 61].", "0680")),
        "whole date",
    ),
)
