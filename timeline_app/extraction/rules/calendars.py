"""Days as other calendars name them: the Roman kalends, nones and ides, and the French Republic's months."""

from __future__ import annotations

from timeline_app.extraction.meanings import Absolute, Meaning, Recurring
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.parts import year_of
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model import civil

_LATE = frozenset({3, 5, 7, 10})  # March, May, July and October have their nones on the 7th, their ides on the 15th
_SEPTEMBER = 9
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


RULES = (
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
)
