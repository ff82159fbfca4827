"""Rules whose words are data: what the patterns of a language file mean, for every language but English.

A language file holds patterns under the id of a rule; what most languages share stands in ``data/shared.toml``. The
readings here look at classes of words and never at words, so that a further language is a further file. Three tables of
a file keep words of two senses apart where they stand alone: ``only_after`` ("en mars", not "mars"), ``unless_after``
("la mañana") and ``unless_before``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from typing import Any

from timeline_app.extraction.feasts import feast_day
from timeline_app.extraction.meanings import (
    Absolute,
    Child,
    Clock,
    DayOfMonth,
    Distance,
    From,
    Length,
    Meaning,
    Reading,
    Recurring,
    Repeated,
    Step,
    Unplaced,
    Way,
    Weekday,
    Within,
    YearOfCentury,
)  # fmt: skip
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.absolute import date_in_numbers
from timeline_app.extraction.rules.durations import period
from timeline_app.extraction.rules.parts import UNITS
from timeline_app.extraction.rules.rule import Read, Rule
from timeline_app.extraction.vocabulary import language_file
from timeline_app.model import civil
from timeline_app.model.document import TextSpan

_UNITS = {**UNITS, "WE": Unit.WEEKEND}
_STEPS = {"last": -1, "this": 0, "next": 1, "previous": -1, "same": 0, "following": 1}
_MENTIONED = frozenset({"previous", "same", "following"})
_WAYS = {"last": Way.LAST, "previous": Way.LAST, "this": Way.THIS, "same": Way.THIS, "next": Way.NEXT,
         "following": Way.NEXT}  # fmt: skip
_SMALL = frozenset(("month", "weekday", "season"))  # classes written small where a file says `small`
_LEAP_YEAR = 2000
_LEADS = frozenset(("lead", "approx", "portion", "on"))
_SURE = range(1700, 2060)  # years that four digits are taken for without a word that leads to one
_STEP = re.compile(r"([A-Z]+)([+-][0-9])(m?)")
_HUNDRED = 100


def numbers(found: Found, name: str) -> list[int | None]:
    """The numbers of a part, word by word; None for "a few"."""
    place = found.at(name)
    if place is None:
        return []
    words = [found.tokens.word(index) for index in range(*place)]
    known = [(word, found.vocabulary.classes.get(word, {})) for word in words]
    return [
        None if "vaguely" in classes else int(classes.get("number", "".join(filter(str.isdecimal, word)) or "0"))
        for word, classes in known
        if "vaguely" in classes or "number" in classes or word[:1].isdecimal()
    ]


def amount(found: Found) -> int | None:
    """How many the part ``count`` says; None for "a few"."""
    total = 0
    for number in numbers(found, "count"):
        if number is None:
            return None
        total = (total or 1) * number if number >= _HUNDRED > total and total else total + number
    return total


def year_of(found: Found, name: str = "year") -> int | None:
    """The astronomical year of a part ``{@year}``; None where it names none."""
    place = found.at(name)
    if place is None:
        return None
    words = [found.tokens.word(index) for index in range(*place)]
    eras = [era for word in words if (era := found.vocabulary.classes.get(word, {}).get("era"))]
    digits = next((word for word in words if word.isdecimal()), "") or _spelled(numbers(found, name))
    if not digits:
        return None
    return 1 - int(digits) if eras and eras[0] == "BC" else int(digits)


def _spelled(parts: list[int | None]) -> str:
    """Digits in words one after the other (二〇一一)."""
    return "".join(map(str, parts)) if len(parts) == 4 and all(n is not None and n < 10 for n in parts) else ""  # noqa: PLR2004 - a year


def _day_place(year: int, month: int, day: int) -> Absolute | None:
    if not 1 <= month <= 12 or not 1 <= day <= civil.days_in_month(year, month):  # noqa: PLR2004 - a year's months
        return None
    return Absolute(Place(Unit.DAY, civil.days_from_civil(year, month, day)))


def _date(year: int | None, month: int, day: int, found: Found | None = None) -> Meaning | None:
    """A day in a year, or in one that is not named."""
    if year is not None:
        return _day_place(year, month, day)
    if not 1 <= month <= 12 or not 1 <= day <= civil.days_in_month(_LEAP_YEAR, month):  # noqa: PLR2004
        return None
    way, origin = _way(found) if found else (Way.OPEN, From.EITHER)
    return Recurring(Unit.DAY, month, day, way, origin)


def _month_place(year: int | None, month: int) -> Meaning:
    return Recurring(Unit.MONTH, month) if year is None else Absolute(Place(Unit.MONTH, year * 12 + month - 1))


def _way(found: Found) -> tuple[Way, From]:
    value = found.value("way")
    return _WAYS.get(value, Way.OPEN), From.MENTION if value in _MENTIONED else From.EITHER


def _day(found: Found) -> Meaning | None:
    year = year_of(found)
    if found.has("year") and year is None:
        return None
    return _date(year, found.number("month"), found.number("day"), found)


def _month(found: Found) -> Meaning | None:
    year = year_of(found)
    if found.has("year"):
        return None if year is None else _month_place(year, found.number("month"))
    if not found.has("way") and (
        found.word("month").endswith(".") or _NUMBERED.match(found.tokens.text, found.span.end)
    ):
        return None  # short forms stand beside a day or year; "un mar." ends a sentence
    way, origin = _way(found)
    return Recurring(Unit.MONTH, found.number("month"), 0, way, origin)


def _season(found: Found) -> Meaning | None:
    year, season = year_of(found), found.number("season")
    if found.has("year"):
        return None if year is None else Absolute(Place(Unit.SEASON, year * 4 + season - 1))
    way, origin = _way(found)
    return Recurring(Unit.SEASON, season, 0, way, origin)


def _iso(found: Found) -> Meaning | None:
    date, _, time = found.word("iso").partition("T")
    whole = _day_place(*(int(part) for part in date.split("-")))
    return Absolute(whole.place.at(f"T{time}")) if whole and time else whole


def _in_numbers(found: Found) -> Meaning | None:
    if not found.has("slashed"):
        one, two, three = (found.number(name) for name in ("one", "two", "three"))
        return date_in_numbers(one, two, three, dotted="." in found.tokens.text[slice(*found.span)])
    one, two, three = map(int, re.split(r"[/.-]", found.word("slashed")))
    return date_in_numbers(one, two, three, dotted="." in found.word("slashed"))


def _day_month_in_numbers(found: Found) -> Meaning | None:
    text, end = found.tokens.text, found.span.end
    if text[end : end + 1].isalnum() or not (
        found.has("weekday") or _LEADS & found.vocabulary.classes.get(found.before, {}).keys()
    ):
        return None  # the number of a version or section
    day, _, month = found.word("decimal").partition(".")
    return _date(None, int(month), int(day)) if len(month) == 2 or found.has("weekday") else None  # noqa: PLR2004


def _era_year(found: Found) -> Meaning | None:
    year = year_of(found)
    return None if year is None else Absolute(Place(Unit.YEAR, year))


def _named_year(found: Found) -> Meaning | None:
    """“Im Jahr 800”; a number below a hundred counts years instead."""
    return _era_year(found) if (year_of(found) or 0) >= _HUNDRED else None


def _bare_year(found: Found) -> Meaning | None:
    """Four digits alone: a year unless they count, number or measure something."""
    year, after, classes = found.number("year"), found.after, found.vocabulary.classes
    if after in _MEASURES or {"counted", "unit"}.intersection(classes.get(after, ())) or _joined(found):
        return None
    if "numbered" in classes.get(found.before, ()) or found.before in _MEASURES:
        return None
    sure = (year in _SURE and year % _HUNDRED) or not _LEADS.isdisjoint(classes.get(found.before, ()))
    return Absolute(Place(Unit.YEAR, year)) if sure else None


def _joined(found: Found) -> bool:
    """Whether it is a piece of something longer ("2000/301", "ISO-1999")."""
    text, span = found.tokens.text, found.span
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return any(
        len(pair) > 1 and mark in _SIGNS and other.isalnum()
        for pair, mark, other in ((before, before[-1:], before[:1]), (after, after[:1], after[-1:]))
    )


_MEASURES = frozenset(["%", "°", "$", "€", "£", "¥", "№", "#"])
_NUMBERED = re.compile(r"-[0-9]")  # “place du 8-Mai-1945”
_SIGNS = frozenset("/_@.&+-:,")


def _decade(found: Found) -> Meaning | None:
    """“Années 30”, "1930er Jahre", "los años treinta", “20世纪90年代”."""
    years = found.number("tens")
    if found.has("nth"):
        century = _nth(found)
        return Absolute(Place(Unit.DECADE, (century - 1) * 10 + years // 10)) if century and years < _HUNDRED else None
    if found.has("last"):
        return Absolute(Place(Unit.DECADE, 190 + years // 10))
    if years >= 1000:  # noqa: PLR2004 - written in full
        return Absolute(Place(Unit.DECADE, years // 10)) if years % 10 == 0 else None
    if years >= _HUNDRED or years % 10:
        return None
    return Absolute(Place(Unit.DECADE, (190 if years > 10 else 200) + years // 10))  # noqa: PLR2004 - the last that is over


def _nth(found: Found) -> int:
    """The number of a century."""
    parts = [number for number in numbers(found, "nth") if number]
    return sum(parts) if parts and not found.value("nth") else found.number("nth")


def _century(found: Found) -> Meaning | None:
    number = _nth(found)
    if not 1 <= number <= 60:  # noqa: PLR2004 - no more are named
        return None
    return Absolute(Place(Unit.CENTURY, -number if found.value("era") == "BC" else number - 1))


def _weekday(found: Found) -> Meaning | None:
    return Weekday(found.number("weekday"), _way(found)[0])


def _weekday_of_week(found: Found) -> Meaning | None:
    week = _step_of(found.value("deictic")) if found.has("deictic") else found.meaning("step")
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
    unit = Unit.DAY if day else Unit.MONTH
    return Recurring(unit, found.number("month"), day, origin=year.origin, years=year.steps)


def _step_of(value: str) -> Step:
    """A step as vocabulary writes it: ``D-1`` yesterday, ``W+1`` next week, ``D+1m`` the day after one spoken of."""
    unit, steps, mentioned = _STEP.findall(value)[0]
    origin = From.MENTION if mentioned else From.WRITING if unit == "D" else From.EITHER
    return Step(_UNITS[unit], int(steps), origin)


def _deictic(found: Found) -> Meaning | None:
    value = found.value("deictic")
    return None if found.has("the") and value.startswith("D") else _step_of(value)


def _stepped(found: Found) -> Meaning | None:
    way, code = found.value("way"), found.value("unit")
    if code.startswith("T") or (code == "D" and way not in _MENTIONED):
        return None
    return Step(_UNITS[code], _STEPS[way], From.MENTION if way in _MENTIONED else From.EITHER)


def _distance(origin: From, *, forward: bool) -> Read:
    def read(found: Found) -> Meaning | None:
        code, number = found.value("unit"), amount(found) if found.has("count") else 1 + found.has("two")
        if number == 0 or (not found.vocabulary.spaced and number in _SURE):
            return None  # “1990年以前”
        if code == "Y" and number == 1 and not forward:
            return Step(Unit.YEAR, -1, origin, like=True)
        return Distance(_UNITS[code], number, forward, origin, code if code.startswith("T") else "")

    return read


def _length(found: Found) -> Meaning | None:
    number = amount(found) if found.has("count") else 2  # a dual
    if found.has("nth"):
        return None  # "the third day"
    if number == 0 or (number == 1 and not any(map(str.isdecimal, found.text("count")))):
        return None  # "one day he came"
    return Length(period(number, found.value("unit")))


def _within(found: Found) -> Meaning | None:
    whole = found.meaning("date")
    return None if whole is None or isinstance(whole, Unplaced) else Within(whole, found.text("part"))


def _on_day(found: Found) -> Meaning | None:
    day = found.meaning("day")
    if day is None:
        return None
    if found.has("daypart"):
        return Clock(f"T{found.value('daypart')}", day)
    if found.has("hour"):
        return Clock(f"T{found.number('hour'):02}:{found.number('minute') if found.has('minute') else 0:02}", day)
    hour, _, minutes = found.word("clock").partition(":")
    return Clock(f"T{int(hour):02}:{minutes}", day)


def _part_of_day(found: Found) -> Meaning | None:
    """“Cette nuit”, "last night": a part of a day that is meant though not named."""
    way = found.value("way") or "this"
    origin = From.MENTION if way in _MENTIONED else From.WRITING
    return Clock(f"T{found.value('daypart')}", Step(Unit.DAY, _STEPS[way], origin))


def _yesterdays_part(found: Found) -> Meaning | None:
    return Clock(f"T{found.value('daypart')}", Step(Unit.DAY, -1, From.WRITING))


def _weekday_part(found: Found) -> Meaning | None:
    """“Dienstagabend”."""
    weekday, part = found.value("weekday_part").split("T")
    return Clock(f"T{part}", Weekday(int(weekday), _way(found)[0]))


def _quarter(found: Found) -> Meaning | None:
    number, year, step = _nth(found), year_of(found), found.meaning("step")
    if not 1 <= number <= 4:  # noqa: PLR2004 - quarters
        return None
    if year is not None:
        return Absolute(Place(Unit.QUARTER, year * 4 + number - 1))
    if isinstance(step, Step) and step.unit is Unit.YEAR:
        return Recurring(Unit.QUARTER, number, origin=step.origin, years=step.steps)
    return None


def _day_of_month(found: Found) -> Meaning | None:
    step = _step_of(found.value("deictic")) if found.has("deictic") else Step(Unit.MONTH, 0)
    return DayOfMonth(found.number("day"), step.steps) if step.unit is Unit.MONTH else None


def _feast(found: Found) -> Meaning | None:
    year, formula = year_of(found), found.value("feast")
    if year is not None:
        place = feast_day(formula, year)
        return Absolute(place) if place else None
    way, origin = _way(found)
    return Recurring(Unit.DAY, 0, way=way, origin=origin, feast=formula)


def _both(found: Found, one: Meaning | None, two: Meaning | None) -> list[Reading] | None:
    """Both ends of a range, without the words between them."""
    if one is None or two is None:
        return None
    text, join, span = found.tokens.text, found.span_of("join"), found.span
    end = join.start - (len(text[span.start : join.start]) - len(text[span.start : join.start].rstrip()))
    start = join.end + len(text[join.end : span.end]) - len(text[join.end : span.end].lstrip())
    return [Reading(TextSpan(span.start, end), one), Reading(TextSpan(start, span.end), two)]


def _days(found: Found) -> list[Reading] | None:
    """“5–7 juin 1944”, "du 28 mars au 3 avril"."""
    year, month = year_of(found), found.number("month")
    if found.has("year") and year is None:
        return None
    last = found.number("other") if found.has("other") else month
    first = year - 1 if year is not None and month > last else year
    return _both(found, _date(first, month, found.number("one")), _date(year, last, found.number("two")))


def _months(found: Found) -> list[Reading] | None:
    year, one, two = year_of(found), found.number("month"), found.number("other")
    first = year - 1 if year is not None and one > two else year
    return _both(found, _month_place(first, one), _month_place(year, two))


def _years(found: Found) -> list[Reading] | None:
    """“1914–18”, "entre 1914 et 1918", "499–493 v. Chr."."""
    one, two = int(found.word("one")), int(found.word("two"))
    if _joined(found):
        return None
    if found.value("era") == "BC":
        return _both(found, *(Absolute(Place(Unit.YEAR, 1 - year)) for year in (one, two))) if one > two else None
    if len(found.word("two")) == 2:  # noqa: PLR2004 - the century is left out
        return _both(found, Absolute(Place(Unit.YEAR, one)), YearOfCentury(two, one)) if one % _HUNDRED < two else None
    return _both(found, *(Absolute(Place(Unit.YEAR, year)) for year in (one, two))) if one < two else None


_ROWS: tuple[tuple[str, Callable[[Found], Meaning | list[Reading] | None], str], ...] = (
    ("day-month-year", _day, "day date"),
    ("numbers-date", _in_numbers, "day date"),
    ("iso-date", _iso, "day date"),
    ("day-of-year", _month_of_year, "day date"),
    ("day-month", _day, "day date"),
    ("numbers-day-month", _day_month_in_numbers, "day date"),
    ("day-of-month", _day_of_month, "day date"),
    ("month-year", _month, "whole date"),
    ("quarter", _quarter, "whole date"),
    ("season-year", _season, "whole date"),
    ("era-year", _era_year, "whole date"),
    ("named-year", _named_year, "whole date"),
    ("decade", _decade, "whole date"),
    ("century", _century, "whole date"),
    ("feast", _feast, "day date"),
    ("year", _bare_year, "whole date"),
    ("month-of-year", _month_of_year, "whole date"),
    ("month", _month, "whole date"),
    ("season", _season, "whole date"),
    ("weekday-of-week", _weekday_of_week, "day date"),
    ("weekday", _weekday, "day date"),
    ("deictic-day", _deictic, "day date step"),
    ("stepped-unit", _stepped, "whole date step"),
    ("days-month", _days, ""),
    ("months", _months, ""),
    ("years", _years, ""),
    ("ago", _distance(From.EITHER, forward=False), "date"),
    ("ahead", _distance(From.EITHER, forward=True), "date"),
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


@cache
def worded_rules(language: str) -> tuple[tuple[Rule, ...], dict[str, str]]:
    """The rules of a language that has a file, and the parts their patterns share; numbers alone for ``""``."""
    shared = language_file("shared")
    if not language:
        rows = {name: shared["patterns"][name] for name in ("numbers-date", "iso-date")}
        return _rules(rows, {}), {}
    own = language_file(language)
    patterns = {**shared["patterns"], **own.get("patterns", {})}
    return _rules(patterns, own), {**shared["parts"], **own.get("parts", {})}


def _rules(patterns: dict[str, list[str]], own: dict[str, Any]) -> tuple[Rule, ...]:
    guards = {name: _guard(own.get(name, {})) for name in ("only_after", "unless_after", "unless_before")}
    return tuple(
        Rule(name, pattern, _guarded(read, **guards, small=own.get("small", False)), (), kind)
        for name, read, kind in _ROWS
        for pattern in patterns.get(name, ())
    )


def _guard(rows: dict[str, str]) -> dict[str, frozenset[str]]:
    """For every word of a guard's rows the words beside it."""
    return {
        word.replace("_", " "): frozenset(beside.split()) for words, beside in rows.items() for word in words.split()
    }


def _guarded(
    read: Read,
    only_after: dict[str, frozenset[str]],
    unless_after: dict[str, frozenset[str]],
    unless_before: dict[str, frozenset[str]],
    *,
    small: bool,
) -> Read:
    """The same reading, but none of one word that its neighbours or, where ``small``, its capital speak against."""

    def guarded(found: Found) -> Meaning | list[Reading] | None:
        if found.match.end() - found.match.start() == 1:
            word = found.tokens.word(found.match.start()).lower()
            before = found.before or "."
            if word in only_after and before not in only_after[word]:
                return None
            name = found.tokens.word(found.match.start())
            if small and before.isalpha() and name.istitle() and _SMALL & found.vocabulary.classes.get(name, {}).keys():
                return None  # "Plaza de Mayo"
            if before in unless_after.get(word, ()):
                return None
        last = found.tokens.word(found.match.end() - 1).lower()
        return None if found.after in unless_before.get(last, ()) else read(found)

    return guarded
