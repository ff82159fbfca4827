"""Dates counted from another: yesterday, last week, three days ago; parts of days, and lengths and repetitions."""

from __future__ import annotations

from timeline_app.extraction.meanings import (
    Absolute,
    Child,
    Clock,
    DayOfMonth,
    Distance,
    From,
    Length,
    Meaning,
    Onward,
    Recurring,
    Repeated,
    Shifted,
    Step,
    Unplaced,
    Weekday,
    Within,
)  # fmt: skip
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.durations import period
from timeline_app.extraction.rules.rule import Read
from timeline_app.extraction.worded.words import (
    MENTIONED,
    STEPS,
    UNITS_OF,
    Rows,
    amount,
    nth_of,
    step_of,
    way_of,
    year_of,
)

_PARTED = frozenset(("W", "M", "Y", "DE", "CE"))  # units that have a beginning and an end
_SURE = range(1700, 2060)  # years rather than numbers of years


def _weekday(found: Found) -> Meaning | None:
    return Weekday(found.number("weekday"), way_of(found)[0])


def _weekday_of_week(found: Found) -> Meaning | None:
    week = step_of(found.value("deictic")) if found.has("deictic") else found.meaning("step")
    if not isinstance(week, Step) or week.unit is not Unit.WEEK:
        return None
    return Child(Unit.DAY, found.number("weekday"), week)


def _month_of_year(found: Found) -> Meaning | None:
    year = found.meaning("step")
    if not isinstance(year, Step) or year.unit is not Unit.YEAR:
        return None
    day = found.number("day") if found.has("day") else 0
    if found.has("season"):
        return Recurring(Unit.SEASON, found.number("season"), origin=year.origin, years=year.steps)
    unit, month = Unit.DAY if day else Unit.MONTH, found.number("month")
    if not 1 <= month <= 12:  # noqa: PLR2004 - “30月”
        return None
    return Recurring(unit, month, day, origin=year.origin, years=year.steps)


def _day_of_month(found: Found) -> Meaning | None:
    step = step_of(found.value("deictic")) if found.has("deictic") else Step(Unit.MONTH, 0)
    return DayOfMonth(found.number("day"), step.steps) if step.unit is Unit.MONTH else None


def _deictic(found: Found) -> Meaning | None:
    value = found.value("deictic")
    return None if found.has("the") and value.startswith("D") else step_of(value)


def _stepped(found: Found) -> Meaning | None:
    way, code = found.value("way"), found.value("unit")
    if "plural" in found.vocabulary.classes.get(found.word("unit"), {}):
        return None
    if code.startswith("T") or (code == "D" and way not in MENTIONED):
        return None
    steps = 0 if way == "coming" and code == "WE" else STEPS[way]  # the first weekend to come is this one
    return Step(UNITS_OF[code], steps, From.MENTION if way in MENTIONED else From.EITHER)


def _distance(origin: From, *, forward: bool) -> Read:
    def read(found: Found) -> Meaning | None:
        code, number = found.value("unit"), amount(found) if found.has("count") else 1 + found.has("two")
        if not found.has("count") and found.after[:1].isdecimal():
            return None  # "before the year 1990"
        if number == 0 or (not found.vocabulary.spaced and number in _SURE):
            return None  # “1990年以前”
        if code == "Y" and number == 1 and not forward:
            return Step(Unit.YEAR, -1, origin, like=True)
        return Distance(UNITS_OF[code], number, forward, origin, code if code.startswith("T") else "")

    return read


_ahead_of = _distance(From.EITHER, forward=True)


def _ahead(found: Found) -> Meaning | None:
    """“In drei Tagen”; a word of the value "m" also leads on from the date spoken of."""
    ahead = _ahead_of(found)
    if not isinstance(ahead, Distance) or "m" in {found.value("ahead"), found.value("onward")}:
        return Onward(ahead) if isinstance(ahead, Distance) else None
    length = period(ahead.count, found.value("unit")) if found.has("count") else ""
    return Onward(ahead, length) if length else ahead


def _from_day(found: Found) -> Meaning | None:
    """“Zwei Tage nach dem 14. Juli 1789”, "heute vor zehn Jahren"."""
    number, code = amount(found), found.value("unit")
    whole = step_of(found.value("deictic")) if found.has("deictic") else found.meaning("day")
    if not number or whole is None or code.startswith("T"):
        return None
    back = found.has("deictic") or found.value("beside") == "before"
    exact = found.has("deictic") or UNITS_OF[code] is Unit.DAY
    return Shifted(whole, UNITS_OF[code], -number if back else number, exact=exact)


def _half(found: Found) -> Meaning | None:
    """A half of a year, or of something longer that has no finer unit for it."""
    number = int(found.value("half") or 0) or nth_of(found)
    year = year_of(found)
    whole = found.meaning("step") or found.meaning("date") if year is None else Absolute(Place(Unit.YEAR, year))
    if not 1 <= number <= 2:  # noqa: PLR2004 - halves
        return None
    match whole:
        case None:
            return None
        case Absolute(place=Place(unit=Unit.YEAR)):
            return Absolute(Place(Unit.HALF, whole.place.index * 2 + number - 1))
        case Step(unit=Unit.YEAR):
            return Recurring(Unit.HALF, number, origin=whole.origin, years=whole.steps)
        case _:
            return Within(whole, found.text("half"))


def _length(found: Found) -> Meaning | None:
    number = amount(found) if found.has("count") else 2  # a dual
    if found.has("nth"):
        return None  # "the third day"
    if number == 0 or (number == 1 and not any(map(str.isdecimal, found.text("count")))):
        return None  # "one day he came"
    return Length(period(number, found.value("unit")))


def _within(found: Found) -> Meaning | None:
    if found.has("unit"):
        code = found.value("unit")
        return Within(Step(UNITS_OF[code], 0), found.text("part")) if code in _PARTED else None
    whole = found.meaning("date")
    if whole is None or isinstance(whole, Unplaced):
        return None
    about = "approx" in found.vocabulary.classes.get(found.word("part"), {})
    return Within(whole, found.text("part"), "~" * about)


def _on_day(found: Found) -> Meaning | None:
    day = found.meaning("day")
    if day is None:
        return None
    if found.has("daypart"):
        return Clock(f"T{found.value('daypart')}", day)
    if found.has("hour"):
        return Clock(f"T{found.number('hour'):02}:{found.number('minute') if found.has('minute') else 0:02}", day)
    hour, _, minutes = found.word("clock").replace(".", ":").partition(":")
    return Clock(f"T{int(hour):02}:{minutes}", day)


def _part_of_day(found: Found) -> Meaning | None:
    """“Cette nuit”, "last night": a part of a day that is meant though not named."""
    way = found.value("way") or "this"
    origin = From.MENTION if way in MENTIONED else From.WRITING
    return Clock(f"T{found.value('daypart')}", Step(Unit.DAY, STEPS[way], origin))


def _yesterdays_part(found: Found) -> Meaning | None:
    return Clock(f"T{found.value('daypart')}", Step(Unit.DAY, -1, From.WRITING))


def _weekday_part(found: Found) -> Meaning | None:
    """“Dienstagabend”."""
    weekday, part = found.value("weekday_part").split("T")
    return Clock(f"T{part}", Weekday(int(weekday), way_of(found)[0]))


ROWS: Rows = (
    ("day-of-year", _month_of_year, "day date"),
    ("day-of-month", _day_of_month, "day date"),
    ("month-of-year", _month_of_year, "whole date"),
    ("weekday-of-week", _weekday_of_week, "day date"),
    ("weekday", _weekday, "day date"),
    ("deictic-day", _deictic, "day date step"),
    ("stepped-unit", _stepped, "whole date step"),
    ("half", _half, ""),
    ("from-day", _from_day, "date"),
    ("ago", _distance(From.EITHER, forward=False), "date"),
    ("ahead", _ahead, "date"),
    ("earlier", _distance(From.MENTION, forward=False), "date"),
    ("later", _distance(From.MENTION, forward=True), "date"),
    ("within", _within, ""),
    ("day-time", _on_day, ""),
    ("part-of-day", _part_of_day, ""),
    ("yesterdays-part", _yesterdays_part, ""),
    ("weekday-part", _weekday_part, ""),
    ("weekdays", lambda found: Repeated(f"XXXX-WXX-{found.value('weekday')}"), ""),
    ("vague", lambda found: Unplaced(found.value("vague")), ""),
    ("length", _length, ""),
)
