"""Quarters, halves and fiscal years, and the periods that results are compared with."""

from __future__ import annotations

import re

from timeline_app.extraction.meanings import Absolute, Child, From, Meaning, Recurring, Spoken, Step, Within
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.parts import words, year_of
from timeline_app.extraction.rules.rule import Rule

_PARTS = {"quarter": (Unit.QUARTER, 4), "half": (Unit.HALF, 2)}
_WAYS = {"this": 0, "current": 0, "last": -1, "previous": -1, "next": 1, "coming": 1}


def _part(found: Found) -> tuple[Unit, int] | None:
    """Which quarter or half, from 1."""
    unit, most = _PARTS[found.text("unit")]
    number = most if found.has("last") else found.number("ordinal")
    return (unit, number) if 1 <= number <= most else None


def _alone(found: Found) -> Meaning | None:
    part = _part(found)
    if part is None or (found.text("unit") == "half" and not found.has("years")):
        return None
    years = _WAYS[found.text("years")] if found.has("years") else None
    return Recurring(*part, years=years, origin=From.EITHER)


def _of_the_year(found: Found) -> Meaning | None:
    part = _part(found)
    return part and Child(*part, Step(Unit.YEAR, 0, From.SCENE))


def _of_year(found: Found) -> Meaning | None:
    year = year_of(found)
    if year is None:
        return None
    if not found.has("nth"):
        return None
    part = _part(found)
    return Absolute(Place(part[0], year * _PARTS[found.text("unit")][1] + part[1] - 1)) if part else None


def _short(found: Found) -> Meaning | None:
    number = found.number("int")
    if not 1 <= number <= 4:  # noqa: PLR2004 - quarters
        return None
    if found.has("year"):
        year = year_of(found)
        return None if year is None else Absolute(Place(Unit.QUARTER, year * 4 + number - 1))
    return Recurring(Unit.QUARTER, number)


def _short_half(found: Found) -> Meaning | None:
    number, year = found.number("int"), year_of(found)
    return None if year is None or number not in {1, 2} else Absolute(Place(Unit.HALF, year * 2 + number - 1))


def _fiscal(found: Found) -> Meaning | None:
    year = year_of(found)
    return None if year is None else Absolute(Place(Unit.YEAR, year), note="the fiscal year as written")


def _unit_end(found: Found) -> Meaning | None:
    if found.after == "-" or found.after in _REPORTED:
        return None  # “the end of the week-long assembly”, “year-end results” of whatever year
    unit = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK, "decade": Unit.DECADE, "century": Unit.CENTURY}[
        found.text("unit")
    ]
    return Within(Step(unit, 0, From.SCENE), "end")


_REPORTED = words("results result profit profits figures accounts net report earnings bonus bonuses statement")
_AMOUNT = re.compile(r"\s(?:of|to) [$€£0-9]")  # “a high for the year of $42”
_NO_UNIT_BEFORE = words("of that when to ended ending before after since")
_TITLE = re.compile(r"(?<![.!?:“\"] )(?<!\n)\b[A-Z][a-z]+ of $")  # “Australian of the year”


def _the_unit(found: Found) -> Meaning | None:
    """“The year”, where it is the one spoken of: after "of", "for", "in"."""
    if found.text("unit") != found.word("unit"):
        return None  # “Woman of the Year”
    led = found.has("lead") or found.before in {"of", "for", "in", "during", "through"}
    if (
        not led
        or _TITLE.search(found.tokens.text, max(0, found.span.start - 24), found.span.start)
        or (found.after in _NO_UNIT_BEFORE and not _AMOUNT.match(found.tokens.text, found.span.end))
        or (found.text("unit") == "day" and not found.has("lead"))
    ):
        return None
    unit = {"year": Unit.YEAR, "month": Unit.MONTH, "week": Unit.WEEK, "day": Unit.DAY}[found.text("unit")]
    return Step(unit, 0, From.SCENE)


_NTH = "nth=( {ordinal} | last=last|final|latter )"


def _the_quarter(found: Found) -> Meaning | None:
    return None if found.after == "-" else Spoken(Unit.QUARTER)  # “the quarter-final”


RULES = (
    Rule(
        "quarter",
        f"( years=this|last|next|current 's? )? ( year 's )? ( the|a )? ( fiscal -? )? {_NTH} -? unit=quarter|half"
        " ( of ( the? years=this|last|next|current ) year )?",
        _alone,
        (
            ("In [the fourth quarter] it fell.", "2010-Q4"),
            ("Its [first-quarter] loss grew.", "2011-Q1"),
        ),
        "whole date",
    ),
    Rule(
        "quarter-of-the-year",
        f"the? {_NTH} -? unit=quarter|half of the year",
        _of_the_year,
        (
            ("In [the first half of the year] it fell.", "2011-H1"),
            ("In [the last quarter of the year] it rose.", "2011-Q4"),
        ),
        "whole date",
    ),
    Rule(
        "years-quarter",
        f"years=this|last|next year 's {_NTH} -? unit=quarter|half",
        _alone,
        (
            ("In [last year's third quarter] it fell.", "2010-Q3"),
            ("In [next year's second half] it falls.", "2012-H2"),
        ),
        "whole date",
    ),
    Rule(
        "quarter-of-year",
        f"the? ( fiscal -? )? {_NTH} -? unit=quarter|half ,? of? ( fiscal )? {{@year}}",
        _of_year,
        (
            ("In [the third quarter of 1984] it fell.", "1984-Q3"),
            ("In [the last half of 1989] it fell.", "1989-H2"),
        ),
        "whole date",
    ),
    Rule(
        "year-quarter",
        f"the? ( fiscal )? {{@year}} 's? {_NTH} -? unit=quarter|half",
        _of_year,
        (("In [the 1988 second quarter] it fell.", "1988-Q2"),),
        "whole date",
    ),
    Rule(
        "short-quarter",
        "( q {int} | {int} q ) ( of|, )? {@year}?",
        _short,
        (("In [Q3 2010] it fell.", "2010-Q3"),),
        "whole date",
    ),
    Rule("short-half", "h {int} ,? {@year}", _short_half, (("In [H1 2010] it fell.", "2010-H1"),), "whole date"),
    Rule(
        "fiscal-year",
        "( the? fiscal|financial year? | fy ) {@year}",
        _fiscal,
        (
            ("In [fiscal 1989] it fell.", "1989"),
            ("In [FY2011] it fell.", "2011"),
        ),
        "whole date",
    ),
    Rule(
        "the-quarter",
        "the|its ( latest|current|most|recent|same|recently|completed|reported )? ( recent|ended )? quarter"
        " | the latest period",
        _the_quarter,
        (("In the third quarter it fell; [the quarter] was bad.", "2010-Q3"),),
        "date",
    ),
    Rule(
        "year-quarter-spoken",
        "the {year} quarter|period",
        lambda f: Absolute(Place(Unit.YEAR, int(f.word("year")))),
        (("In [the 1988 period] it fell.", "1988"),),
        "date",
    ),
    Rule(
        "unit-end",
        "( the end of the unit=year|month|week|decade|century | unit=year|month 's? -? end | the close of the"
        " unit=year|month|week )",
        _unit_end,
        (
            ("It closes by [year-end].", "2011"),
            ("It closes at [the end of the month].", "2011-03"),
        ),
        "date",
    ),
    Rule(
        "in-the-unit",
        "lead=( earlier|later|early|late in )? the unit=year|month|week|day",
        _the_unit,
        (("It had a loss for [the year].", "2011"), ("He left [later in the day].", "2011-03-31")),
        "date",
    ),
)
