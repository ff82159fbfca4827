"""Two dates that share words: "5–7 June 1944", "from March to May 1982", "1941–45". Each end is an expression."""

from __future__ import annotations

from timeline_app.extraction.meanings import Absolute, Meaning, Reading, Recurring, YearOfCentury
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.numbered import is_numbered
from timeline_app.extraction.rules.parts import day_place, year_of
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model.document import TextSpan

_JOIN = "-|to|through|until|till|and|or|/|thru"


def _month(year: int | None, month: int) -> Meaning:
    return Recurring(Unit.MONTH, month) if year is None else Absolute(Place(Unit.MONTH, year * 12 + month - 1))


def _both(found: Found, one: Meaning | None, two: Meaning | None, split: TextSpan) -> list[Reading] | None:
    """Two readings, the first up to the end of ``split[0]``, the second from ``split[1]``."""
    if one is None or two is None:
        return None
    span = found.span
    return [Reading(TextSpan(span.start, split[0]), one), Reading(TextSpan(split[1], span.end), two)]


def _split(found: Found) -> TextSpan:
    """Where the first expression ends and the second begins."""
    join = found.span_of("join")
    text = found.tokens.text
    end, start = join.start, join.end
    while text[end - 1].isspace():
        end -= 1
    while text[start].isspace():
        start += 1
    return TextSpan(end, start)


def _year(found: Found) -> int | None:
    return year_of(found) if found.has("year") else None


def _days(found: Found) -> list[Reading] | None:
    year, month = _year(found), found.number("month")
    if found.has("year") and year is None:
        return None
    return _both(
        found, day_place(year, month, found.number("one")), day_place(year, month, found.number("two")), _split(found)
    )


def _days_months(found: Found) -> list[Reading] | None:
    year = _year(found)
    one = day_place(year, found.number("month"), found.number("one"))
    return _both(found, one, day_place(year, found.number("other"), found.number("two")), _split(found))


def _months(found: Found) -> list[Reading] | None:
    year = _year(found)
    if year is None:
        return None
    one, two = found.number("month"), found.number("other")
    first = year - 1 if one > two and found.text("join") != "and" else year
    return _both(found, _month(first, one), _month(year, two), _split(found))


def _years(found: Found) -> list[Reading] | None:
    """“1914–18”, "1914-1918", "499–493 BC", "from 499 to 493 BC"."""
    one, two = found.word("one"), found.word("two")
    if found.has("era"):
        before_christ = found.value("era").startswith("B")
        years = [1 - int(word) if before_christ else int(word) for word in (one, two)]
        if years[0] > years[1] and found.text("join") not in {"and", "or"}:
            return None
        first_year, last_year = (Absolute(Place(Unit.YEAR, year)) for year in years)
        return _both(found, first_year, last_year, _split(found))
    first, text = int(one), found.tokens.text
    beside = {text[found.span.end : found.span.end + 1], text[found.span.start - 1 : found.span.start]}
    if not beside.isdisjoint({"-", "/"}) or is_numbered(found):
        return None
    if len(two) == 4 and first < int(two):  # noqa: PLR2004 - written in full
        return _both(found, Absolute(Place(Unit.YEAR, first)), Absolute(Place(Unit.YEAR, int(two))), _split(found))
    if len(two) == 2 and first % 100 < int(two) and found.text("join") in {"-", "–", "—", "/"}:  # noqa: PLR2004
        return _both(found, Absolute(Place(Unit.YEAR, first)), YearOfCentury(int(two), first), _split(found))
    return None


def _stroke_days(found: Found) -> list[Reading] | None:
    """“5/6 May 1990”: two days; days as far apart as the calendars were are one day in two styles."""
    first, last = (int(part) for part in found.word("doubleday").split("/"))
    year, month, (start, end) = _year(found), found.number("month"), found.span
    if not 0 < last - first < 10 or (found.has("year") and year is None):  # noqa: PLR2004
        return None
    one, two = day_place(year, month, first), day_place(year, month, last)
    stroke = start + len(str(first)) if found.word("doubleday")[0] != "0" else start + 2
    if one is None or two is None:
        return None
    return [Reading(TextSpan(start, stroke), one), Reading(TextSpan(stroke + 1, end), two)]


def season_years(found: Found) -> list[Reading] | None:
    """“The winter of 1943–44”: one season, known by the year it begins in."""
    first, last = int(found.word("one")), int(found.word("two"))
    if last not in {first + 1, (first + 1) % 100}:
        return None
    season = Absolute(Place(Unit.SEASON, first * 4 + found.number("season") - 1))
    return [Reading(found.span, season)]


def _three_days(found: Found) -> list[Reading] | None:
    """“March 7, 8 and 9”: three days of one month."""
    year, month = _year(found), found.number("month")
    days = [(found.span_of(name), day_place(year, month, found.number(name))) for name in ("one", "two", "three")]
    if any(day is None for _, day in days):
        return None
    first, last = found.span.start, found.span.end
    begins = [first, days[1][0].start, days[2][0].start]
    ends = [days[0][0].end, days[1][0].end, last]
    return [Reading(TextSpan(a, b), day) for a, b, (_, day) in zip(begins, ends, days, strict=True) if day]


def double_year(found: Found) -> list[Reading] | None:
    """“1916/17”: both years."""
    first, last = (int(part) for part in found.word("doubleyear").split("/"))
    text, (start, end) = found.tokens.text, found.span
    if not 0 < last - first % 100 < 10 or "/" in text[max(0, start - 1) : start] + text[end : end + 1]:  # noqa: PLR2004
        return None  # no neighbouring years
    both = Absolute(Place(Unit.YEAR, first)), YearOfCentury(last, first)
    return [Reading(TextSpan(start, end - 3), both[0]), Reading(TextSpan(end - 2, end), both[1])]


def season_double_year(found: Found) -> Meaning | None:
    """“The winter of 1916/17”."""
    first = int(found.word("doubleyear")[:4])
    return Absolute(Place(Unit.SEASON, first * 4 + found.number("season") - 1))


def _seasons(found: Found) -> list[Reading] | None:
    """“Summer and autumn 1918”."""
    year = _year(found)
    if year is None:
        return None
    one, two = (Absolute(Place(Unit.SEASON, year * 4 + found.number(name) - 1)) for name in ("season", "other"))
    return _both(found, one, two, _split(found))


def _centuries(found: Found) -> list[Reading] | None:
    """“The 5th and 4th centuries BC”."""
    before_christ = found.value("era").startswith("B")
    numbers = (found.number("one"), found.number("two"))
    places = [Place(Unit.CENTURY, -number if before_christ else number - 1) for number in numbers]
    return _both(found, Absolute(places[0]), Absolute(places[1]), _split(found))


RULES = (
    Rule(
        "days-month",
        f"the? {{day|ordday:one}} join={_JOIN} the? {{day|ordday:two}} of? {{month}} ( ,? {{@year}} )?",
        _days,
        (
            ("From [5]–7 June 1944 it rained.", "1944-06-05"),
            ("From 5–[7 June 1944] it rained.", "1944-06-07"),
        ),
    ),
    Rule(
        "month-days",
        f"{{month}} the? {{day|ordday:one}} join={_JOIN} the? {{day|ordday:two}} ( ,? {{@year}} )?",
        _days,
        (
            ("From [June 5] to 7, 1944 it rained.", "1944-06-05"),
            ("From June 5 to [7, 1944] it rained.", "1944-06-07"),
        ),
    ),
    Rule(
        "day-months",
        f"the? {{day|ordday:one}} of? {{month}} join={_JOIN} the? {{day|ordday:two}} of? {{month:other}} ,? {{@year}}",
        _days_months,
        (("From [5 June] to 7 July 1944 it rained.", "1944-06-05"),),
    ),
    Rule(
        "month-day-months",
        f"{{month}} {{day|ordday:one}} join={_JOIN} {{month:other}} {{day|ordday:two}} ,? {{@year}}",
        _days_months,
        (("From [June 5] to July 7, 1944 it rained.", "1944-06-05"),),
    ),
    Rule(
        "months-year",
        f"{{month}} join={_JOIN} {{month:other}} ,? of? {{@year}}",
        _months,
        (
            ("From [March] to May 1982 it rained.", "1982-03"),
            ("From March to [May 1982] it rained.", "1982-05"),
        ),
    ),
    Rule(
        "years",
        f"{{year:one}} join={_JOIN} {{shortened|year:two}}",
        _years,
        (
            ("In [1941]–45 it rained.", "1941"),
            ("In 1941–[45] it rained.", "1945"),
            ("From 1914 to [1918] it rained.", "1918"),
        ),
    ),
    Rule(
        "years-era",
        f"{{early:one}} join={_JOIN} {{early:two}} {{era}}",
        _years,
        (
            ("The revolt ([499]–493 BC) failed.", "BC0499"),
            ("From 499 to [493 BC] it rained.", "BC0493"),
        ),
    ),
    Rule(
        "three-days",
        "{month} {day|ordday:one} , {day|ordday:two} ,? and|or {day|ordday:three} ( ,? {@year} )?",
        _three_days,
        (
            ("On [June 5], 7 and 9, 1944 it rained.", "1944-06-05"),
            ("On June 5, [7] and 9, 2010 it rained.", "2010-06-07"),
        ),
    ),
    Rule(
        "three-days-month",
        "{day|ordday:one} , {day|ordday:two} ,? and|or {day|ordday:three} {month} ( ,? {@year} )?",
        _three_days,
        (("On [5], 7 and 9 June 1944 it rained.", "1944-06-05"),),
    ),
    Rule(
        "stroke-days",
        "{doubleday} {month} ( ,? {@year} )?",
        _stroke_days,
        (("On [5]/6 May 1990 it rained.", "1990-05-05"), ("On 5/[6 May 1990] it rained.", "1990-05-06")),
    ),
    Rule(
        "double-year",
        "{doubleyear}",
        double_year,
        (("In [1916]/17 it snowed.", "1916"), ("In 1916/[17] it snowed.", "1917")),
    ),
    Rule(
        "season-double-year",
        "the? {season} ( of )? {doubleyear}",
        season_double_year,
        (("In [the winter of 1916/17] it snowed.", "1916-WI"),),
        "whole date",
    ),
    Rule(
        "seasons-year",
        f"the? ( early|late )? {{season}} join={_JOIN} the? ( early|late )? {{season:other}} ( of )? {{@year}}",
        _seasons,
        (("In [spring] and summer 1918 it rained.", "1918-SP"), ("In spring and [summer 1918] it rained.", "1918-SU")),
    ),
    Rule(
        "centuries",
        "the? {ordnum|ordinal:one} join=and|to|or|-"
        " the? ( early|late|mid -? )? {ordnum|ordinal:two} centuries|century {era}?",
        _centuries,
        (
            ("In [the 5th] and 4th centuries BC it grew.", "BC04"),
            ("In the 5th and [4th centuries BC] it grew.", "BC03"),
        ),
    ),
    Rule(
        "season-years",
        "the? {season} ( of|in )? {year:one} -|/ {shortened|year:two}",
        season_years,
        (("In [the winter of 1943–44] it snowed.", "1943-WI"),),
    ),
)
