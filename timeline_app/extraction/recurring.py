"""Dates that leave out their year, month or century: which of those that recur is meant, and why.

Every function takes the passage, which knows what to count from, and a meaning.
"""

from __future__ import annotations

from timeline_app.extraction.calendars import weekday
from timeline_app.extraction.counting import Base
from timeline_app.extraction.meanings import (
    DayOfMonth,
    DecadeOfCentury,
    EarlyYear,
    From,
    Recurring,
    Way,
    Weekday,
    YearOfCentury,
)
from timeline_app.extraction.passage import MANY_YEARS, Passage
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.resolved import (
    NO_DATE,
    Resolved,
    day_in_month,
    in_year,
    on_day,
    placed,
    unknown,
    without_year,
)
from timeline_app.extraction.tense import Tense, Verb
from timeline_app.extraction.years import choose_year, day_of_weekday
from timeline_app.model.event import Alternative
from timeline_app.model.wording import WEEKDAYS

_WEEK = 7
_TWENTIETH = 190  # its first decade
_CENTURIES = frozenset({Unit.CENTURY, Unit.MILLENNIUM})
_AGE = 150  # years from those spoken of in which two or three digits are a year
_WILL = frozenset({"will", "shall", "’ll", "'ll"})  # even a history says this of what is ahead of its writing


def day_of_week(passage: Passage, meaning: Weekday) -> Resolved:
    """“Wednesday”, "last Wednesday"."""
    base = passage.near_day(passage.mention) if meaning.mentioned and passage.mention else None
    base = base or passage.base(From.SCENE if meaning.way is Way.OPEN else From.EITHER)
    if meaning.owning and (before := passage.again(meaning, near=False)):
        return placed(before.place, "the day of that name spoken of", before.anchor)
    if base is None or base.place.unit not in {Unit.DAY, Unit.WEEK}:
        base = base and passage.publication
    if base is None:
        return unknown(f"XXXX-WXX-{meaning.number}")
    if meaning.way is not Way.OPEN:
        return _chosen_weekday(base, meaning)
    return _nearest_weekday(base, meaning, passage.verb(), news=base is passage.publication)


def _chosen_weekday(base: Base, meaning: Weekday) -> Resolved:
    """The weekday that "last", "this" or "next" choose."""
    day, name = base.place.first_day, WEEKDAYS[meaning.number - 1]
    ahead = (meaning.number - 1 - weekday(day)) % _WEEK
    if meaning.way is Way.LAST:
        found, rule = day + ahead - _WEEK, f"the last {name} before it"
    elif meaning.way is Way.NEXT:
        found, rule = day + (ahead or _WEEK), f"the next {name} after it"
    else:
        found, rule = day - weekday(day) + meaning.number - 1, f"the {name} of that week"
    return on_day(found, rule, base, (found - _WEEK, found + _WEEK))


def _nearest_weekday(base: Base, meaning: Weekday, verb: Verb, *, news: bool) -> Resolved:
    """A weekday alone: where the verb points in news, else the nearest."""
    day, name = base.place.first_day, WEEKDAYS[meaning.number - 1]
    ahead = (meaning.number - 1 - weekday(day)) % _WEEK
    decided = f" (“{verb.word}”)" if verb.word else ""
    if ahead == 0:
        rule = "the same day: news names its own weekday" if news else "the same day"
        return on_day(day, rule, base, (day - _WEEK,))
    if not news:
        found, rule = day + ahead - _WEEK * (ahead > _WEEK // 2), f"the {name} nearest to it"
    elif verb.tense is Tense.FUTURE:
        found, rule = day + ahead, f"the next {name} after it{decided}"
    else:
        found, rule = day + ahead - _WEEK, f"the last {name} before it{decided}"
    return on_day(found, rule, base, (found - _WEEK, found + _WEEK))


def part_of_year(passage: Passage, meaning: Recurring) -> Resolved:
    """“In May”, "last May", "on 3 May", "next spring"."""
    base = _year_base(passage, meaning)
    if base is None:
        return unknown(without_year(meaning))
    if base.place.unit in MANY_YEARS or (meaning.feast and in_year(meaning, base.place.year) is None):
        return unknown(without_year(meaning), vague=True)
    alone = base is passage.publication and meaning.way is Way.OPEN and meaning.years is None and not meaning.weekday
    if alone and (before := passage.again(meaning)):
        others = _years_beside(meaning, before.place.year)
        return placed(before.place, "the one spoken of just before", before.anchor, others)
    if meaning.years is not None:
        year, rule = base.place.year + meaning.years, "in the year the words count"
    else:
        year, rule = choose_year(meaning, base.place, passage.verb() if base is passage.publication else None)
    place = in_year(meaning, year)
    if place is None:
        return unknown(without_year(meaning))
    return placed(place, rule, base.anchor, _years_beside(meaning, year))


def _years_beside(meaning: Recurring, year: int) -> tuple[Alternative, ...]:
    """The same part of the years before and after."""
    return tuple(Alternative(place.edtf) for each in (year - 1, year + 1) if (place := in_year(meaning, each)))


def _year_base(passage: Passage, meaning: Recurring) -> Base | None:
    if meaning.way is Way.OPEN and meaning.years is None and passage.is_told_on(meaning):
        return passage.latest
    if meaning.way is Way.OPEN and meaning.years is None and meaning.origin is From.EITHER:
        ahead = passage.history and passage.verb().word.lower() in _WILL
        return passage.base(From.EITHER if ahead else From.SCENE)
    return passage.base(meaning.origin)


def day_of_month(passage: Passage, meaning: DayOfMonth) -> Resolved:
    """“The 28th”, "Friday the 13th"."""
    base = passage.mention or passage.publication
    if base is None or base.place.unit not in {Unit.DAY, Unit.MONTH, Unit.WEEK}:
        base = passage.publication
    if base is None:
        return unknown(f"XXXX-XX-{meaning.day:02}")
    month = base.place.within(Unit.MONTH).shifted(meaning.months)
    place = day_of_weekday(meaning, month) if meaning.weekday else day_in_month(month, meaning.day)
    if place is None:
        return unknown(f"XXXX-XX-{meaning.day:02}")
    return placed(place, "that day of the month spoken of", base.anchor)


def year_of_century(passage: Passage, meaning: YearOfCentury) -> Resolved:
    """“’99”, and the second year of "1914–18"."""
    if meaning.after is not None:
        year = meaning.after // 100 * 100 + meaning.year
        return placed(Place(Unit.YEAR, year), "the year as written, in the century of the year before it")
    base = passage.mention if passage.history or passage.publication is None else passage.publication
    base = base or passage.publication
    if base is None:
        return unknown(f"XX{meaning.year:02}")
    years = [base.place.year // 100 * 100 + meaning.year + step for step in (-200, -100, 0, 100)]
    if base is passage.publication:
        years = [year for year in years if year <= base.place.year + 10]
        year = years[-1]
    else:
        year = min(years, key=lambda y: abs(y - base.place.year))
    others = tuple(Alternative(Place(Unit.YEAR, other).edtf) for other in (year - 100, year + 100) if other in years)
    return placed(Place(Unit.YEAR, year), "the year nearest to it with these last digits", base.anchor, others)


def decade_of_century(passage: Passage, meaning: DecadeOfCentury) -> Resolved:
    """“The twenties”: nearest to the time spoken of, else the last before the writing that was at least half over."""
    spoken = passage.mention if passage.history else passage.latest_beside()
    if spoken and spoken.place.unit in _CENTURIES and passage.publication:
        spoken = None  # who has spoken of the 17th century means no 1570s
    base = spoken or passage.publication
    if base is None:
        decade = Place(Unit.DECADE, _TWENTIETH + meaning.tens)
        return placed(decade, "the decade of the twentieth century", None, (Alternative(decade.shifted(10).edtf),))
    decades = [Place(Unit.DECADE, base.place.year // 100 * 10 + meaning.tens + step) for step in (-10, 0, 10)]
    if spoken:
        decade, rule = min(decades, key=lambda d: abs(d.year + 5 - base.place.year)), "the one nearest to it"
    else:
        over = [d for d in decades if d.year + 5 <= base.place.year]
        decade, rule = over[-1], "the last one before it"
    others = (Alternative(d.edtf) for d in decades if d != decade and d.year <= base.place.year)
    return placed(decade, rule, base.anchor, tuple(others))


def early_year(passage: Passage, meaning: EarlyYear) -> Resolved:
    """The year of those digits in the time spoken of; a number that is no year has no value."""
    base = passage.mention
    years = (1 - meaning.year, meaning.year)
    near = [year for year in years if base is not None and abs(year - base.place.year) < _AGE]
    if base is None or not near:
        return NO_DATE
    return placed(Place(Unit.YEAR, near[0]), "the year as written, in the era spoken of", base.anchor)
