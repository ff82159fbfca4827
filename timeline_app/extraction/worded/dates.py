"""Dates that name their place: days, months, quarters, years, decades, centuries, feasts, and ranges of them."""

from __future__ import annotations

import re
from functools import cache

from timeline_app.extraction.feasts import feast_day
from timeline_app.extraction.meanings import (
    Absolute,
    DecadeOfCentury,
    Hijri,
    Meaning,
    Reading,
    Recurring,
    Step,
    Unplaced,
    YearOfCentury,
)
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.absolute import date_in_numbers
from timeline_app.extraction.rules.numbered import MAKES
from timeline_app.extraction.rules.parts import day_place
from timeline_app.extraction.rules.ranges import double_year, season_double_year, season_years
from timeline_app.extraction.vocabulary import language_file
from timeline_app.extraction.worded.words import HUNDRED, Rows, nth_of, way_of, year_of
from timeline_app.model.document import TextSpan

_HIJRA = "AH"
_HIJRI_ALONE = range(1000, 1600)  # years that need no mark beside an Islamic month
_LONGEST = 30  # days of an Islamic month
_LEADS = frozenset(("lead", "approx", "portion", "on"))
_SURE = range(1700, 2060)  # years that four digits are taken for without a word that leads to one


def _date(year: int | None, month: int, day: int, found: Found | None = None) -> Meaning | None:
    """A day in a year, or in one that is not named."""
    if year is not None or found is None:
        return day_place(year, month, day)
    way, origin = way_of(found)
    weekday = _weekday_before(found)
    return Recurring(Unit.DAY, month, day, way, origin, weekday=weekday) if day_place(None, month, day) else None


def _weekday_before(found: Found) -> int:
    """The weekday that a date opens with ("mardi 5 mai"), Monday 1; 0 for none."""
    word = found.tokens.word(found.match.start())
    return int(found.vocabulary.classes.get(word, {}).get("weekday", "0"))


def _month_place(year: int | None, month: int) -> Meaning | None:
    if not 1 <= month <= 12:  # noqa: PLR2004 - “30月”
        return None
    return Recurring(Unit.MONTH, month) if year is None else Absolute(Place(Unit.MONTH, year * 12 + month - 1))


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
    way, origin = way_of(found)
    month = found.number("month")
    return Recurring(Unit.MONTH, month, 0, way, origin) if _month_place(None, month) else None


def _season(found: Found) -> Meaning | None:
    year, season = year_of(found), found.number("season")
    if found.has("year"):
        return None if year is None else Absolute(Place(Unit.SEASON, year * 4 + season - 1))
    way, origin = way_of(found)
    return Recurring(Unit.SEASON, season, 0, way, origin)


def _iso(found: Found) -> Meaning | None:
    date, _, time = found.word("iso").partition("T")
    whole = day_place(*(int(part) for part in date.split("-")))
    return Absolute(whole.place.at(f"T{time}")) if isinstance(whole, Absolute) and time else whole


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
    if found.value("era") == _HIJRA and year is not None:
        return Hijri(year)
    return None if year is None else Absolute(Place(Unit.YEAR, year))


def _hijri(found: Found) -> Meaning | None:
    """A month of the Islamic year with its year."""
    year, day = found.number("years"), found.number("day") if found.has("day") else 0
    sure = found.value("era") == _HIJRA or (not found.has("era") and year in _HIJRI_ALONE)
    return Hijri(year, found.number("hijri"), day) if sure and day <= _LONGEST else None


def _named_year(found: Found) -> Meaning | None:
    """“Im Jahr 800”; a number below a hundred counts years instead."""
    return _era_year(found) if (year_of(found) or 0) >= HUNDRED else None


def _bare_year(found: Found) -> Meaning | None:
    """Four digits alone: a year unless they count, number or measure something."""
    year, after, classes = found.number("year"), found.after, found.vocabulary.classes
    if after in _MEASURES or {"counted", "unit"}.intersection(classes.get(after, ())) or _joined(found):
        return None
    if (
        _is_in_a_street(found)
        or "numbered" in classes.get(found.before, ())
        or found.before in _MEASURES
        or {found.before, after} & MAKES
    ):
        return None
    sure = (year in _SURE and year % HUNDRED) or not _LEADS.isdisjoint(classes.get(found.before, ()))
    return Absolute(Place(Unit.YEAR, year)) if sure else None


def _is_in_a_street(found: Found) -> bool:
    """“Hauptstraße 1890”, “le 1069, boulevard Victor-Hugo”: the number of a house."""
    language = found.vocabulary.language
    after = _AFTER_NUMBER.match(found.tokens.text, found.span.end)
    leads = "lead" in found.vocabulary.classes.get(found.before, ())  # "en 1850, rue Saint-Denis"
    opens = after is not None and not leads and after[1] in _street_words(language)
    return opens or (found.before.isalpha() and found.before.endswith(_streets(language)))


@cache
def _streets(language: str) -> tuple[str, ...]:
    """The words for streets, also as the end of longer ones."""
    return tuple(word.lower() for word in _street_words(language) if len(word) > 3)  # noqa: PLR2004 - “Weg” ends others


@cache
def _street_words(language: str) -> frozenset[str]:
    words = language_file(language).get("street", {}).get("", "") if language else ""
    return frozenset(words.split())


def _joined(found: Found) -> bool:
    """Whether it is a piece of something longer ("2000/301", "ISO-1999")."""
    text, span = found.tokens.text, found.span
    before, after = text[max(0, span.start - 2) : span.start], text[span.end : span.end + 2]
    return any(
        len(pair) > 1 and mark in _SIGNS and other.isalnum()
        for pair, mark, other in ((before, before[-1:], before[:1]), (after, after[:1], after[-1:]))
    )


_MEASURES = frozenset(["%", "°", "$", "€", "£", "¥", "№", "#"])
_AFTER_NUMBER = re.compile(r",?[ \u00a0](\w+)")
_NUMBERED = re.compile(r"-[0-9]")  # “place du 8-Mai-1945”
_SIGNS = frozenset("/_@.&+-:,")


def _decade(found: Found) -> Meaning | None:
    """“Années 30”, "1930er Jahre", "los años treinta", “20世纪90年代”."""
    years = found.number("tens")
    if found.has("nth"):
        century = nth_of(found)
        return Absolute(Place(Unit.DECADE, (century - 1) * 10 + years // 10)) if century and years < HUNDRED else None
    if found.has("last"):
        return Absolute(Place(Unit.DECADE, 190 + years // 10))
    if years >= 1000:  # noqa: PLR2004 - written in full
        return Absolute(Place(Unit.DECADE, years // 10)) if years % 10 == 0 else None
    if years >= HUNDRED or years % 10:
        return None
    return DecadeOfCentury(years // 10)


def _century(found: Found) -> Meaning | None:
    number = nth_of(found)
    if found.value("era") == _HIJRA:
        return Unplaced("")
    if not 1 <= number <= 60:  # noqa: PLR2004 - no more are named
        return None
    return Absolute(Place(Unit.CENTURY, -number if found.value("era") == "BC" else number - 1))


def _quarter(found: Found) -> Meaning | None:
    number, year, step = nth_of(found), year_of(found), found.meaning("step")
    if not 1 <= number <= 4:  # noqa: PLR2004 - quarters
        return None
    if year is not None:
        return Absolute(Place(Unit.QUARTER, year * 4 + number - 1))
    if isinstance(step, Step) and step.unit is Unit.YEAR:
        return Recurring(Unit.QUARTER, number, origin=step.origin, years=step.steps)
    return None


def _feast(found: Found) -> Meaning | None:
    year, formula = year_of(found), found.value("feast")
    if year is not None:
        place = feast_day(formula, year)
        return Absolute(place) if place else None
    way, origin = way_of(found)
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
        return _both(found, Absolute(Place(Unit.YEAR, one)), YearOfCentury(two, one)) if one % HUNDRED < two else None
    return _both(found, *(Absolute(Place(Unit.YEAR, year)) for year in (one, two))) if one < two else None


ROWS: Rows = (
    ("day-month-year", _day, "day date"),
    ("numbers-date", _in_numbers, "day date"),
    ("iso-date", _iso, "day date"),
    ("day-month", _day, "day date"),
    ("numbers-day-month", _day_month_in_numbers, "day date"),
    ("month-year", _month, "whole date"),
    ("quarter", _quarter, "whole date"),
    ("hijri-day", _hijri, "day date"),
    ("hijri-month", _hijri, "whole date"),
    ("season-double-year", season_double_year, "whole date"),
    ("season-years", season_years, ""),
    ("double-year", double_year, ""),
    ("season-year", _season, "whole date"),
    ("era-year", _era_year, "whole date"),
    ("named-year", _named_year, "whole date"),
    ("decade", _decade, "whole date"),
    ("century", _century, "whole date"),
    ("feast", _feast, "day date"),
    ("year", _bare_year, "whole date"),
    ("month", _month, "whole date"),
    ("season", _season, "whole date"),
    ("days-month", _days, ""),
    ("months", _months, ""),
    ("years", _years, ""),
)
