"""Which year a part of a year is in, and which month a day of a month, when the words leave it out."""

from __future__ import annotations

from timeline_app.extraction.calendars import weekday
from timeline_app.extraction.meanings import DayOfMonth, Recurring, Way
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.resolved import day_in_month, in_year, named
from timeline_app.extraction.tense import Tense, Verb
from timeline_app.model.wording import WEEKDAYS

_FINE = frozenset({Unit.DAY, Unit.WEEK, Unit.MONTH})
_OVER_NEW_YEAR = 240  # days back from the date spoken of that rather mean the next year
_CALENDARS = 6  # years either way in which every weekday comes round
_SURELY, _PAST, _MONTH_AHEAD, _DAY_AHEAD = 10, 8, 6, 4  # how many times as far one counts that the verb speaks against
_KNOWN = {(9, 11): 2001}  # days whose year everybody knows
_REMEMBERED = 15 * 365  # days for which one is named so
_ANNIVERSARY = 30  # days around its return in which that is rather meant
_LEAP = 8  # years either way in which every day of a year comes round


def choose_year(meaning: Recurring, base: Place, verb: Verb | None) -> tuple[int, str]:
    """The year of a part of a year, counted from ``base``, and why; ``verb`` is None where the base is no date of
    writing but one spoken of.
    """  # noqa: D205 - one thought
    name, year = named(meaning), base.year
    agreeing = _year_of_weekday(meaning, year) if meaning.weekday else None
    if agreeing is not None:
        return agreeing, f"the {name} nearest to it that was a {WEEKDAYS[meaning.weekday - 1]}"
    leap_day = meaning.part == 2 and meaning.day == 29  # noqa: PLR2004 - 29 February
    candidates = _leap_days(meaning, base, verb) if leap_day else _candidates(meaning, year, 1)
    before = [y for y, place in candidates if place.last_day < base.first_day]
    after = [y for y, place in candidates if place.first_day > base.last_day]
    if meaning.way is Way.LAST and before:
        return _last_year(meaning, base, before), f"the last {name} before it"
    if meaning.way is Way.NEXT and after:
        return after[0], f"the next {name} after it"
    if meaning.way is Way.THIS or verb is None:
        return _narrated_year(meaning, base), f"{name} of that year"
    if (known := _known_year(meaning, base, candidates)) is not None:
        return known, f"the {name} that is named without its year"
    return _nearest_year(candidates, base, verb, name)


def _last_year(meaning: Recurring, base: Place, before: list[int]) -> int:
    """The last of the years, but not for a month that "last month" would name: "last October", told in November."""
    place = in_year(meaning, before[-1])
    near = meaning.unit is Unit.MONTH and place is not None and place.shifted(1) == base.within(Unit.MONTH)
    return before[-2] if near and before[-1] == base.year and before[1:] else before[-1]


def _known_year(meaning: Recurring, base: Place, candidates: list[tuple[int, Place]]) -> int | None:
    """The year of a day that people name without it for long ("after September 11"), unless one is near."""
    year = _KNOWN.get((meaning.part, meaning.day)) if meaning.unit is Unit.DAY and not meaning.feast else None
    place = in_year(meaning, year) if year else None
    if place is None or not 0 < base.first_day - place.last_day < _REMEMBERED:
        return None
    near = min(abs(base.first_day - each.first_day) for _, each in candidates)
    return year if near > _ANNIVERSARY else None


def day_of_weekday(meaning: DayOfMonth, month: Place) -> Place | None:
    """The nearest day of that number that falls on the weekday it is given with, at most half a year away."""
    for step in sorted(range(-6, 7), key=abs):
        place = day_in_month(month.shifted(step), meaning.day)
        if place is not None and weekday(place.index) == meaning.weekday - 1:
            return place
    return None


def _candidates(meaning: Recurring, year: int, reach: int) -> list[tuple[int, Place]]:
    """The years around that have the part of a year (not every one has a 29 February)."""
    around = range(year - reach, year + reach + 1)
    return [(near, place) for near in around if (place := in_year(meaning, near)) is not None]


def _leap_days(meaning: Recurring, base: Place, verb: Verb | None) -> list[tuple[int, Place]]:
    """The years around that have a 29 February; a verb says on which side, for the next may be far."""
    candidates = _candidates(meaning, base.year, _LEAP)
    if verb is None or verb.tense not in {Tense.PAST, Tense.FUTURE}:
        return candidates
    past = verb.tense is Tense.PAST
    return [(y, p) for y, p in candidates if (p.first_day <= base.last_day if past else p.last_day >= base.first_day)]


def _narrated_year(meaning: Recurring, base: Place) -> int:
    """The year of the date spoken of, or the next where the telling goes on over the new year."""
    place = in_year(meaning, base.year)
    if meaning.way is not Way.OPEN or place is None:
        return base.year
    passed = base.first_day - place.last_day
    season = meaning.unit is base.unit is Unit.SEASON and passed > 0
    return base.year + (season or (base.unit in _FINE and passed > _OVER_NEW_YEAR))


def _nearest_year(candidates: list[tuple[int, Place]], base: Place, verb: Verb, name: str) -> tuple[int, str]:
    """The nearest; one that the verb speaks against counts as several times as far."""
    first, last = base.first_day, base.last_day

    def distance(place: Place) -> int:
        if place.first_day > last:
            against = _SURELY if verb.sure else _PAST
            return (place.first_day - last) * (against if verb.tense is Tense.PAST else 1)
        against = _SURELY if verb.sure else _DAY_AHEAD if place.unit is Unit.DAY else _MONTH_AHEAD
        return max(0, first - place.last_day) * (against if verb.tense is Tense.FUTURE else 1)

    year, place = min(candidates, key=lambda candidate: distance(candidate[1]))
    if place.first_day > last:
        return year, f"the next {name} after it"
    return year, f"the last {name} before it" if place.last_day < first else f"the {name} it lies in"


def _year_of_weekday(meaning: Recurring, year: int) -> int | None:
    """The year nearest to ``year`` in which the day falls on the weekday it is given with."""
    for step in sorted(range(-_CALENDARS, _CALENDARS + 1), key=abs):
        place = in_year(meaning, year + step)
        if place is not None and weekday(place.index) == meaning.weekday - 1:
            return year + step
    return None
