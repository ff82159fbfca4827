"""Where words lie on the calendar, or why they do not: values, their wording, and the parts of a year.

Every ``rule`` is a clause of the derivation card in plain English. Nothing here decides what a date counts from.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from timeline_app.extraction.counting import Base
from timeline_app.extraction.feasts import feast_day
from timeline_app.extraction.meanings import Between, Deep, Recurring, Shifted, Step
from timeline_app.extraction.options import Order
from timeline_app.extraction.places import Place, Unit, place_of_day
from timeline_app.model import civil
from timeline_app.model.event import Alternative, Anchor, TimexType, Undated
from timeline_app.model.temporal import LONGEST_YEAR
from timeline_app.model.wording import MONTHS

PER_YEAR = {Unit.QUARTER: 4, Unit.SEASON: 4, Unit.HALF: 2, Unit.MONTH: 12}
UNKNOWN = {
    Unit.DAY: "XXXX-XX-XX", Unit.WEEKEND: "XXXX-WXX-WE", Unit.WEEK: "XXXX-WXX", Unit.MONTH: "XXXX-XX",
    Unit.QUARTER: "XXXX-QX", Unit.SEASON: "XXXX-XX", Unit.HALF: "XXXX-HX", Unit.YEAR: "XXXX", Unit.DECADE: "XXX",
    Unit.CENTURY: "XX", Unit.MILLENNIUM: "X",
}  # fmt: skip
_SEASONS = ("spring", "summer", "autumn", "winter")
_SEASON_CODES = ("SP", "SU", "FA", "WI")
_LONG = {Unit.YEAR: 1, Unit.DECADE: 10, Unit.CENTURY: 100, Unit.MILLENNIUM: 1000}  # years
_LAST_YEAR = 9990  # either way; further off there are years only


_NUMBERS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_PLURALS = {Unit.CENTURY: "centuries", Unit.MILLENNIUM: "millennia"}
_MARKS = {
    **dict.fromkeys(("circa", "ca.", "ca", "c.", "about", "around", "approximately", "roughly"), "~"),
    "probably": "?",
}
_AGES = ((10**9, "GA"), (10**6, "MA"), (10**3, "KA"))


@dataclass(frozen=True, slots=True)
class Resolved:
    """Where words lie on the calendar, or why they do not; ``rule`` is the clause of the derivation card."""

    type: TimexType
    value: str
    rule: str
    place: Place | None = None
    edtf: str | None = None
    anchor: Anchor | None = None
    alternatives: tuple[Alternative, ...] = ()
    undated: Undated | None = None
    note: str = ""  # what else the card says about the date
    until: int = 0  # where the words end that it is about, if before the end of those read


_PLAIN = re.compile(r"[0-9]{4}(-[0-9]{2}){0,2}")
NO_DATE = Resolved(TimexType.DATE, "", "no date")


def placed(
    place: Place, rule: str, anchor: Anchor | None = None, others: tuple[Alternative, ...] = (),
    kind: TimexType = TimexType.DATE,
) -> Resolved:  # fmt: skip
    """A place with its reason; one too far off for a calendar is too vague."""
    if abs(place.year) > (LONGEST_YEAR if place.unit is Unit.YEAR else _LAST_YEAR):
        return unknown(UNKNOWN[place.unit], vague=True)
    kind = TimexType.TIME if place.clock else kind
    return Resolved(kind, place.timex3, rule, place, place.edtf, anchor, others)


def either(month_first: Resolved, day_first: Resolved | None = None) -> Resolved:
    """A date of numbers, or one that counts from one, that has another place in the other order: some one of both.

    Where EDTF has no words for that (weeks, periods) the first is taken, and the other offered.
    """
    one, other = month_first.edtf, day_first.edtf if day_first else None
    if one is None or other is None or one == other:
        return month_first
    both = Alternative(one, Order.MONTH.here), Alternative(other, Order.DAY.here)
    if _PLAIN.fullmatch(one) and _PLAIN.fullmatch(other):
        return replace(month_first, edtf=f"[{','.join(sorted((one, other)))}]", alternatives=both)
    return replace(month_first, alternatives=(both[1], *month_first.alternatives))


def counted(number: int, unit: Unit) -> str:
    """So many units in words: "three days"."""
    name = unit.value if number == 1 else _PLURALS.get(unit, f"{unit}s")
    return f"{_NUMBERS[number] if number < len(_NUMBERS) else number} {name}"


def on_day(day: int, rule: str, base: Base, others: tuple[int, ...]) -> Resolved:
    """A day counted from another, and the days it could be instead."""
    alternatives = tuple(Alternative(Place(Unit.DAY, other).edtf) for other in others)
    return placed(Place(Unit.DAY, day), rule, base.anchor, alternatives)


def unknown(value: str, *, vague: bool = False) -> Resolved:
    """Words that point at the calendar and cannot be placed on it."""
    undated = Undated.TOO_VAGUE if vague else Undated.NEEDS_PUBLICATION
    rule = "too vague to be placed" if vague else "counts from a date that is not known yet"
    return Resolved(TimexType.DATE, value, rule, undated=undated)


def qualified(whole: Resolved, part: str, mark: str = "") -> Resolved:
    """A part that is named in no finer unit, or a date that is only about right."""
    mark = mark or _MARKS.get(part, "")
    if not mark or not whole.edtf or not whole.edtf[-1].isalnum() or "T" in whole.edtf:
        return replace(whole, rule=f"{whole.rule}; “{part}” names no finer date")
    said = "about right" if mark == "~" else "not certain"
    return replace(whole, edtf=f"{whole.edtf}{mark}", rule=f"{whole.rule}; “{part}” says that it is only {said}")


def deep(meaning: Deep) -> Resolved:
    """Years so long ago that the date of writing makes no difference."""
    scale, letters = next((s, a) for s, a in _AGES if meaning.years >= s)
    value = f"{letters}{meaning.years / scale:g}"
    return Resolved(TimexType.DATE, value, "so long before now", edtf=f"Y{-meaning.years}S{meaning.digits}")


def week_of(whole: Resolved, place: Place, number: int) -> Resolved:
    """The n-th seven days of a longer time, or its last seven for -1: its weeks need not begin on a Monday."""
    first = place.first_day + 7 * (number - 1) if number > 0 else place.last_day - 6
    if first + 6 > place.last_day:
        return unknown(UNKNOWN[Unit.WEEK], vague=True)
    ends = (Place(Unit.DAY, first), Place(Unit.DAY, first + 6))
    week = placed(place_of_day(first + 3, Unit.WEEK), f"those seven days of {whole.rule}", whole.anchor)
    return replace(week, edtf=f"[{ends[0].edtf}..{ends[1].edtf}]")


def opening(whole: Resolved, place: Place, unit: Unit, count: int) -> Resolved:
    """The first so many units of a longer time, or its last for a negative count."""
    first, last = place_of_day(place.first_day, unit), place_of_day(place.last_day, unit)
    if unit is Unit.WEEK:
        first, last, unit, count = (
            Place(Unit.DAY, place.first_day),
            Place(Unit.DAY, place.last_day),
            Unit.DAY,
            7 * count,
        )
    length = last.index - first.index + 1
    if not 0 < abs(count) < length:
        return replace(whole, rule=f"{whole.rule}; it has no more {unit}s than that", note="")
    ends = (first, first.shifted(count - 1)) if count > 0 else (last.shifted(count + 1), last)
    return replace(whole, edtf=f"[{ends[0].edtf}..{ends[1].edtf}]", alternatives=())


def stretch(first: int, last: int, unit: Unit, rule: str, anchor: Anchor | None = None) -> Resolved:
    """Some time in a stretch of days that is no unit of the calendar; its value in TIMEX3 is the unit it begins in."""
    ends = Place(Unit.DAY, first).edtf, Place(Unit.DAY, last).edtf
    return replace(placed(place_of_day(first, unit), rule, anchor), edtf=f"[{ends[0]}..{ends[1]}]")


def between(meaning: Between) -> Resolved:
    """Some day of a stretch of time that is no unit of the calendar; its value in TIMEX3 is the year it begins in."""
    year = place_of_day(meaning.first.first_day, Unit.YEAR)
    return replace(placed(year, meaning.rule), edtf=f"[{meaning.first.edtf}..{meaning.last.edtf}]")


def shifted(place: Place, meaning: Shifted) -> Place | None:
    """A place so many units from one named; None where that one is too coarse to count from."""
    unit = meaning.unit
    if place.unit is not Unit.DAY:
        return _coarsely_shifted(place, meaning)
    if not meaning.exact or unit is Unit.DAY:
        return place.within(unit).shifted(meaning.steps)
    if unit is Unit.WEEK:
        return place.shifted(7 * meaning.steps)
    if unit not in PER_YEAR and unit is not Unit.YEAR:
        return place.within(unit).shifted(meaning.steps)
    month = place.within(Unit.MONTH)
    return day_in_month(month.shifted(meaning.steps * 12 // PER_YEAR.get(unit, 1)), place.index - month.first_day + 1)


def _coarsely_shifted(place: Place, meaning: Shifted) -> Place | None:
    """A week, month or year so many units from one named; the week or month again where the words are exact."""
    unit = meaning.unit
    if list(Unit).index(place.unit) > list(Unit).index(unit):
        return None
    if unit is place.unit:
        return place.shifted(meaning.steps)
    if unit in _LONG:
        years = meaning.steps * _LONG[unit]
        if not meaning.exact:
            return Place(Unit.YEAR, place.year + years)
        if place.unit in {Unit.WEEK, Unit.WEEKEND}:
            year, month, day = civil.civil_from_days(place.first_day + 3)
            day = min(day, civil.days_in_month(year + years, month))
            return place_of_day(civil.days_from_civil(year + years, month, day), place.unit)
        return place.shifted(years * PER_YEAR.get(place.unit, 1))
    return place.within(unit).shifted(meaning.steps)


def lasting(place: Place, base: Base) -> Resolved:
    """The whole of a unit, up to the day it is counted from."""
    first, day = Place(Unit.DAY, place.first_day), Place(Unit.DAY, base.place.first_day)
    edtf = f"{first.edtf}/{day.edtf}" if day.index > first.index else day.edtf
    start = "from Monday, " if place.unit is Unit.WEEK else ""
    ends = (Place(Unit.DAY, day.index - 6), day), (first, Place(Unit.DAY, place.last_day))
    reasons = ("last seven days" if place.unit is Unit.WEEK else "", f"whole {place.unit}")
    others = tuple(Alternative(f"{a.edtf}/{b.edtf}", why) for (a, b), why in zip(ends, reasons, strict=True) if why)
    note = "may have gone on" if day.index < place.last_day else ""
    rule = f"the {place.unit} of that day {start}up to that day"
    return Resolved(TimexType.DATE, place.timex3, rule, place, edtf, base.anchor, others, note=note)


def step_rule(meaning: Step) -> str:
    """How a step is said."""
    if meaning.unit is Unit.DAY:
        near = {-2: "two days before it", -1: "the day before it", 0: "the same day", 1: "the day after it",
                2: "two days after it"}  # fmt: skip
        far = f"{abs(meaning.steps)} days {'after' if meaning.steps > 0 else 'before'} it"
        return near.get(meaning.steps, far)
    if abs(meaning.steps) > 1:
        return f"{abs(meaning.steps)} {meaning.unit}s {'after' if meaning.steps > 0 else 'before'} that day’s"
    return {-1: f"the {meaning.unit} before that day’s", 0: f"the {meaning.unit} of that day",
            1: f"the {meaning.unit} after that day’s"}[meaning.steps]  # fmt: skip


def in_year(meaning: Recurring, year: int) -> Place | None:
    """The part of a year in one year; None where that year has no such day."""
    if meaning.feast:
        return feast_day(meaning.feast, year)
    if meaning.unit is Unit.DAY:
        exists = meaning.day <= civil.days_in_month(year, meaning.part)
        return Place(Unit.DAY, civil.days_from_civil(year, meaning.part, meaning.day)) if exists else None
    return Place(meaning.unit, year * PER_YEAR[meaning.unit] + meaning.part - 1)


def day_in_month(month: Place, day: int) -> Place | None:
    """A day of a month; None where the month is too short."""
    place = Place(Unit.DAY, month.first_day + day - 1)
    return place if place.index <= month.last_day else None


def named(meaning: Recurring) -> str:
    """What recurs, in words."""
    if meaning.feast:
        return "one"
    if meaning.unit is Unit.DAY:
        return f"{meaning.day} {MONTHS[meaning.part - 1]}"
    if meaning.unit is Unit.MONTH:
        return MONTHS[meaning.part - 1]
    return _SEASONS[meaning.part - 1] if meaning.unit is Unit.SEASON else f"{meaning.unit} {meaning.part}"


def without_year(meaning: Recurring) -> str:
    """The TIMEX3 value of a part of a year whose year is not known."""
    if meaning.feast:
        return "XXXX-XX-XX"
    if meaning.unit is Unit.DAY:
        return f"XXXX-{meaning.part:02}-{meaning.day:02}"
    if meaning.unit is Unit.MONTH:
        return f"XXXX-{meaning.part:02}"
    letter = {Unit.QUARTER: "Q", Unit.HALF: "H"}.get(meaning.unit, "")
    return f"XXXX-{letter}{meaning.part}" if letter else f"XXXX-{_SEASON_CODES[meaning.part - 1]}"
