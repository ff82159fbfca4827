"""Dates counted from a date spoken of before: three days later, a year earlier, the day after."""

from __future__ import annotations

from timeline_app.extraction.meanings import (
    Absolute,
    From,
    Meaning,
    Recurring,
    SameTime,
    Shifted,
    Step,
    Unplaced,
    Way,
    Weekday,
)
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Place, Unit
from timeline_app.extraction.rules.parts import UNITS, always, amount, distance, words
from timeline_app.extraction.rules.rule import Rule


def _later(found: Found) -> Meaning | None:
    code = found.value("unit")
    number = amount(found)
    if number is not None and found.has("half"):
        number += 0.5
    fine = code if code.startswith("T") else ""
    forward = found.text("way") in {"later", "after", "afterwards", "afterward", "hence"}
    if found.text("way") in {"before", "after"} and found.after.isalnum():
        return None  # counted from an event or a date, which the words that follow tell
    if number is None:
        return Unplaced("FUTURE_REF" if forward else "PAST_REF", vague=True)
    if UNITS[code] is Unit.YEAR and number == 1 and not fine and not forward:
        return Step(Unit.YEAR, -1, From.MENTION, like=True)
    return distance(UNITS[code], number, forward=forward, origin=From.MENTION, fine=fine)


def _some_later(found: Found) -> Meaning | None:
    return Unplaced("FUTURE_REF" if found.text("way") in {"later", "after", "afterwards"} else "PAST_REF", vague=True)


def _neighbour(found: Found) -> Meaning | None:
    return Step(Unit.DAY, 1 if found.text("way") == "after" else -1, From.MENTION)


def _from_day(found: Found) -> Meaning | None:
    """“The day after 14 July 1789”, “a week from Monday”, “sixty years ago today”."""
    number = amount(found) if found.has("count") else 1
    code = found.value("unit") if found.has("unit") else "D"
    whole = found.meaning("day") if found.has("day") else _counted_from(found.meaning("whole"), code)
    if found.text("way") == "ago" and not found.has("count"):
        return None
    if whole is None or number is None or number != int(number) or code.startswith("T") or found.after == "to":
        return None
    way = found.text("way")
    if way == "ago" and isinstance(whole, Weekday):
        if code not in {"D", "W"} or whole.way is not Way.OPEN:
            return None
        whole = Weekday(whole.number, Way.LAST)
    if way == "from" and isinstance(whole, Weekday) and whole.way is Way.OPEN:
        whole = Weekday(whole.number, Way.NEXT)
    steps = int(number) * (1 if way in {"after", "from", "following"} else -1)
    return Shifted(whole, UNITS[code], steps, exact=way in {"ago", "from"} or UNITS[code] is Unit.DAY)


def _counted_from(whole: Meaning | None, code: str) -> Meaning | None:
    """A month, year or week that such units can be counted from ("40 years after 1905", "a year ago this week")."""
    match whole:
        case Absolute(place=Place(unit=unit)) | Recurring(unit=unit) | Step(unit=unit):
            return whole if not code.startswith("T") and _COARSE.index(unit) <= _COARSE.index(UNITS[code]) else None
        case _:
            return None


def _weeks_on(found: Found) -> Meaning | None:
    """“Monday week”, “a week on Monday”: a week after the next Monday."""
    if found.after in {"-", "’", "'"} or (found.has("lead") and found.before in {"for", "last", "past", "of", "the"}):
        return None
    day = Weekday(found.number("weekday"), Way.NEXT)
    return Shifted(day, Unit.WEEK, 2 if "fortnight" in found.text("weeks") else 1, exact=True)


def _same_time(found: Found) -> Meaning | None:
    """“Until then” and “at that time” mean the time spoken of; “at the time” and “since then” are vague."""
    if found.before not in _UP_TO or found.after in {"of", "when", "that", "’", "'", "-"}:
        return None
    sure = found.before in {"until", "till"} if found.has("then") else found.text("way").startswith("that")
    return SameTime() if sure else Unplaced("PAST_REF")


_COARSE = tuple(Unit)
_LASTING = words("for lasted last lasting took")
_UP_TO = words("at by from since until till before around")
_YEAR_AGO = always(Step(Unit.YEAR, -1, From.EITHER, like=True))


RULES = (
    Rule(
        "later",
        "{@about}? {@count} -? {unit|units:unit} half=( and a half )?"
        " way=later|earlier|before|after|afterwards|afterward|previously|prior",
        _later,
        (
            ("On March 3 he came; [three days later] he left.", "2011-03-06"),
            ("In 1990 it rose; [two years earlier] it fell.", "1988"),
            ("In May 1990 it rose; [a year and a half later] it fell.", "1991"),
            ("On March 3 at 10:30 p.m. he came; [two hours later] he left.", "2011-03-04T00:30"),
            ("On March 3 at 10 a.m. he came; [half an hour later] he left.", "2011-03-03T10:30"),
            ("On March 3 he came; [two hours later] he left.", "2011-03-03TXX"),
        ),
        "date",
    ),
    Rule(
        "some-later",
        "( only|just|a )? {units} way=later|earlier|before|after|afterwards",
        _some_later,
        (("It ended [years later].", "FUTURE_REF"),),
        "date",
    ),
    Rule(
        "same-day",
        "( later|earlier )? that same? day",
        always(Step(Unit.DAY, 0, From.MENTION)),
        (("On March 3 he came; [later that day] he left.", "2011-03-03"),),
        "day date",
    ),
    Rule(
        "day-after",
        "the day way=before|after",
        lambda found: None if found.after.isalpha() else _neighbour(found),
        (("On March 3 he came; [the day after], he left.", "2011-03-04"),),
        "day date",
    ),
    Rule(
        "year-ago-period",
        "( ( the|a )? year - ago|earlier ( {ordinal}? period|quarter )? | the quarter a year ago|earlier )",
        _YEAR_AGO,
        (("It rose from [the year-ago period].", "2010"),),
        "date",
    ),
    Rule(
        "from-day",
        "( the day | {@count} -? {unit|units:unit} ) way=after|before|from|following|ago {@day}",
        _from_day,
        (
            ("He left [the day after 14 July 1789].", "1789-07-15"),
            ("He left [two days before Christmas Day 1914].", "1914-12-23"),
            ("He leaves [a week from Monday].", "2011-04-11"),
            ("He leaves [two weeks from today].", "2011-04-14"),
            ("He left [three weeks after 14 July 1789].", "1789-W32"),
            ("He left [two years after 14 July 1789].", "1791"),
            ("He left [sixty years ago today].", "1951-03-31"),
            ("He left [a week ago Monday].", "2011-03-21"),
        ),
        "date",
    ),
    Rule(
        "from-whole",
        "{@about}? {@count} -? {unit|units:unit} way=after|before|ago {@whole}",
        lambda found: None if found.before in _LASTING or "another" in found.text("about") else _from_day(found),
        (
            ("He left [40 years after 1905].", "1945"),
            ("He left [two months before May 1990].", "1990-03"),
            ("He left [four years ago this week].", "2007-W13"),
            ("He left [a year ago last month].", "2010-02"),
        ),
        "date",
    ),
    Rule(
        "weeks-on",
        "( {weekday} weeks=week|fortnight | lead=a weeks=week|fortnight on {weekday} )",
        _weeks_on,
        (("He leaves on [Monday week].", "2011-04-11"), ("He leaves [a week on Friday].", "2011-04-08")),
        "date",
    ),
    Rule(
        "same-time",
        "( then=then | way=( the | that same|very? ) time )",
        _same_time,
        (
            ("In May 1990 he was there; at [that time] it rained.", "1990-05"),
            ("In May 1990 he came; until [then] it rained.", "1990-05"),
            ("At [the time] it rained.", "PAST_REF"),
        ),
    ),
)
