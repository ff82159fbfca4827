"""Days, months and seasons written in full, in all orders and both styles."""

from __future__ import annotations

from timeline_app.extraction.meanings import Absolute, Meaning
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.parts import day_number, day_place, words, year_of
from timeline_app.extraction.rules.rule import Rule

_AROUND = words("since after before of on the post")
_NEW_STYLE = "New Style, in the Gregorian calendar; Old Style is the other day"


def _day(found: Found) -> Meaning | None:
    year = year_of(found)
    return None if year is None else day_place(year, found.number("month"), day_number(found))


def _day_in(year: int | None, month: int, day: int) -> Absolute | None:
    """A day of both calendars in a year."""
    meaning = None if year is None else day_place(year, month, day)
    return meaning if isinstance(meaning, Absolute) and meaning.place.unit is Unit.DAY else None


def _month(found: Found) -> Meaning | None:
    year = year_of(found)
    return None if year is None else Absolute(Place(Unit.MONTH, year * 12 + found.number("month") - 1))


def _season(found: Found) -> Meaning | None:
    year = year_of(found)
    return None if year is None else Absolute(Place(Unit.SEASON, year * 4 + found.number("season") - 1))


def _two_styles(found: Found) -> Meaning | None:
    """Old Style and New Style (Julian and Gregorian) with a stroke between: the New Style day counts."""
    old, new = (int(part) for part in found.word("doubleday").split("/"))
    year, month = year_of(found), found.number("month")
    if year is None or not 10 <= new - old <= 13:  # noqa: PLR2004 - how far the calendars were ever apart
        return None
    dates = _day_in(year, month, new), _day_in(year, month, old)
    if not dates[0] or not dates[1]:
        return None
    return Absolute(dates[0].place, (dates[1].place,), _NEW_STYLE)


def _two_months(found: Found) -> Meaning | None:
    """The same with two months ("21 February/6 March 1613")."""
    year = year_of(found)
    old, new = (_day_in(year, found.number(month), found.number(day)) for month, day in (("month", "day"), ("m", "d")))
    if not old or not new or not 10 <= new.place.index - old.place.index <= 13:  # noqa: PLR2004 - as above
        return None
    return Absolute(new.place, (old.place,), _NEW_STYLE)


def _two_years(found: Found) -> Meaning | None:
    """“11 February 1731/32”: while the year began on 25 March, the days before it had the numbers of two years."""
    first, last = (int(part) for part in found.word("doubleyear").split("/"))
    month, day = found.number("month"), found.number("day") if found.has("day") else 0
    if last != (first + 1) % 100 or month > 3 or (month == 3 and day >= 25):  # noqa: PLR2004 - Lady Day, 25 March
        return None
    year = first + 1
    whole = _day_in(year, month, day) if day else Absolute(Place(Unit.MONTH, year * 12 + month - 1))
    note = f"{year} as counted from January, {first} as counted from 25 March"
    return Absolute(whole.place, note=note) if whole else None


def _iso(found: Found) -> Meaning | None:
    start = found.span.start
    if start and (found.tokens.text[start - 1].isalnum() or found.tokens.text[start - 1] in "-_"):
        return None  # “IMG-2010-12-31.jpg”
    date, _, time = found.word("iso").partition("T")
    year, month, day = (int(part) for part in date.split("-"))
    whole = _day_in(year, month, day)
    return Absolute(whole.place.at(f"T{time}")) if whole and time else whole


def _slashed(found: Found) -> Meaning | None:
    word, start = found.word("slashed"), found.span.start
    if found.tokens.text[max(0, start - 1) : start].isalpha() or found.before in {"version", "release"}:
        return None  # “v2.3.2011”
    one, two, three = (int(part) for part in word.replace("/", "-").replace(".", "-").split("-"))
    return date_in_numbers(one, two, three, dotted="." in word)


def date_in_numbers(one: int, two: int, three: int, *, dotted: bool) -> Absolute | None:
    """Numbers with signs between them: year first, or day and month in the order that is possible.

    With full stops the day comes first; where else both orders can be, the note is "order" and the document decides.
    """
    if one > 31:  # noqa: PLR2004 - a year
        return _day_in(one, two, three)
    if three < 100:  # noqa: PLR2004 - the century is left out
        three += 1900 if three > 40 else 2000  # noqa: PLR2004
    month_first, day_first = _day_in(three, one, two), _day_in(three, two, one)
    if dotted or not month_first or not day_first:
        only = day_first or month_first
        order = "" if dotted or one == two else "day first" if only is day_first else "month first"
        return Absolute(only.place, note=order) if only else None
    others = () if one == two else (day_first.place,)
    return Absolute(month_first.place, others, "order")


_WEEKDAY = "( {weekday} ,? )?"

RULES = (
    Rule(
        "month-day-year",
        f"{_WEEKDAY} {{month}} the? {{@nthday:day}} ,? {{@year}}",
        _day,
        (
            ("It ended on [May 8, 1945].", "1945-05-08"),
            ("On [Saturday, June 24, 1950] it began.", "1950-06-24"),
            ("It began on [Oct. 3rd 480 BC].", "BC0480-10-03"),
            ("It began on [May the fourth, 1979].", "1979-05-04"),
            ("It began on [July the fourth, seventeen seventy-six].", "1776-07-04"),
        ),
        "day date",
    ),
    Rule(
        "day-month-year",
        f"{_WEEKDAY} the? {{@nthday:day}} of? -? {{month}} ,? -? of? {{@year}}",
        _day,
        (
            ("[The 19th of October 1950] was cold.", "1950-10-19"),
            ("He left on [2 July, 1920].", "1920-07-02"),
            ("He left on [the twenty-first of June, 1944].", "1944-06-21"),
            ("It froze on [29 February 1500].", "1500-02-29"),
            ("It froze on [31 April 2010].", "2010-04"),
        ),
        "day date",
    ),
    Rule(
        "year-month-day", "{year} {month} {day|ordday:day}", _day, (("Signed [1989 May 3].", "1989-05-03"),), "day date"
    ),
    Rule(
        "iso-date",
        "{iso}",
        _iso,
        (
            ("Sent [2011-03-31].", "2011-03-31"),
            ("Sent [2011-03-31T10:30].", "2011-03-31T10:30"),
        ),
        "day date",
    ),
    Rule(
        "numbers-date",
        "{slashed}",
        _slashed,
        (
            ("Paid on [03/31/2011].", "2011-03-31"),
            ("Paid on [31.3.2011].", "2011-03-31"),
        ),
        "day date",
    ),
    Rule(
        "month-year",
        "the? ( month of )? {month} ,? of? {@year}",
        _month,
        (
            ("In [August 480 BC] they met.", "BC0480-08"),
            ("In [January, 1918] he left.", "1918-01"),
        ),
        "whole date",
    ),
    Rule(
        "season-year",
        "the? {season} ( of|in )? {@year}",
        _season,
        (
            ("In [the autumn of 1917] it snowed.", "1917-FA"),
            ("[Summer 1962] was hot.", "1962-SU"),
        ),
        "whole date",
    ),
    Rule("year-season", "{year} {season}", _season, (("In the [1982 summer] they met.", "1982-SU"),), "whole date"),
    Rule(
        "old-and-new-style",
        "{doubleday} {month} {@year}",
        _two_styles,
        (("Signed on [8/21 March 1918].", "1918-03-21"),),
        "day date",
    ),
    Rule(
        "old-and-new-month",
        "{day|ordday:day} {month} / {day|ordday:d} {month:m} ,? {@year}",
        _two_months,
        (("Signed on [21 February/3 March 1613].", "1613-03-03"),),
        "day date",
    ),
    Rule(
        "two-years",
        "( {day|ordday:day} of? {month} | {month} {day|ordday:day} | {month} ) ,? {doubleyear}",
        _two_years,
        (
            ("Born on [11 February 1731/32].", "1732-02-11"),
            ("Crowned on [March 24, 1603/04].", "1604-03-24"),
        ),
        "day date",
    ),
    Rule(
        "september-11",
        "( september|sept.? the? {day|ordday:day} | the? {day|ordday:day} of? september )"
        " attacks|terrorist|hijackings|attack|hijackers|atrocities|commission",
        lambda found: _day_in(2001, 9, 11) if found.number("day") == 11 else None,  # noqa: PLR2004
        (
            ("After the [September 11 attacks] he left.", "2001-09-11"),
            ("After [the 11 September attacks] he left.", "2001-09-11"),
        ),
        "day date",
    ),
    Rule(
        "nine-eleven",
        "{doubleday}",
        lambda found: _day_in(2001, 9, 11) if found.word("doubleday") == "9/11" and found.before in _AROUND else None,
        (("Since [9/11] he slept badly.", "2001-09-11"), ("He left [five days after 9/11].", "2001-09-16")),
        "day date",
    ),
)
