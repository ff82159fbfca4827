"""Parts of a longer time that are given in no finer unit, and dates that are only about right."""

from __future__ import annotations

from timeline_app.extraction.meanings import Child, Meaning, Opening, Step, Unplaced, Weekday, Weeks, Within
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.parts import amount, words
from timeline_app.extraction.rules.rule import Rule


def _within(found: Found) -> Meaning | None:
    whole = found.meaning("date") or found.meaning("whole") or found.meaning("day")
    part = " ".join(found.text("part").replace("-", " ").split())
    if part in {"c.", "c"} and found.tokens.text[max(0, found.span.start - 1) : found.span.start] == ".":
        return None  # “18 U.S.C. 1956”
    loose = part in {"around", "about"} and isinstance(whole, Weekday | Step)  # “details about Thursday’s meeting”
    spoken_of = part == "about" and found.before.isalpha() and found.before not in _LEADS  # “a question about 1918”
    if whole is None or isinstance(whole, Unplaced) or loose or spoken_of:
        return None
    return Within(whole, part)


def _week_in(found: Found) -> Meaning | None:
    return _child(found, Unit.WEEK)


def _decade_in(found: Found) -> Meaning | None:
    return _child(found, Unit.DECADE)


def _child(found: Found, unit: Unit) -> Meaning | None:
    whole = found.meaning("whole")
    number = -1 if found.has("final") else 1 if found.has("opening") else found.number("ordinal")
    return None if whole is None else Child(unit, number, whole)


def _opening(found: Found) -> Meaning | None:
    number, whole = amount(found), found.meaning("date")
    code = found.value("unit")
    if whole is None or number is None or number % 1 or code.startswith("T") or code not in _COUNTED:
        return None
    unit, times = _COUNTED[code]
    return Opening(
        unit, int(number) * times * (-1 if found.text("which") in {"last", "final", "closing"} else 1), whole
    )


def _weekend(found: Found) -> Meaning | None:
    day = found.meaning("day")
    return None if day is None else Weeks(day, Unit.WEEKEND)


def _week(found: Found) -> Meaning | None:
    day = found.meaning("day")
    return None if day is None else Weeks(day)


_COUNTED = {"D": (Unit.DAY, 1), "W": (Unit.WEEK, 1), "M": (Unit.MONTH, 1), "Q": (Unit.MONTH, 3), "Y": (Unit.YEAR, 1)}
_LEADS = words("in from until since by at to of or was is were and on till dates dated born died")
_PORTION = (
    "beginning|start|end|middle|close|rest|remainder|course|turn|outset|opening|latter|half"
    "|most|much|part|bulk|duration"
)

RULES = (
    Rule(
        "early-late",
        "the? ( very )? part=( early|late|mid|middle|later|earlier|sometime|earliest|latest )"
        " -? ( in|on|part|days|months|years|weeks|of )? of? {@date}",
        _within,
        (
            ("In [early 2004] he left.", "2004"),
            ("In [mid-February 2010] he left.", "2010-02"),
            ("[Late in 1957] he left.", "1957"),
            ("In [the early 1980s] he left.", "198"),
            ("He left [early Tuesday].", "2011-03-29"),
        ),
    ),
    Rule(
        "portion",
        "( the|a )? ( early|later|latter|very|better|good|greater|first|second|last|final )?"
        f" part={_PORTION} of {{@date}}",
        _within,
        (
            ("By [the end of 1914] he left.", "1914"),
            ("In [the middle of October 2010] he left.", "2010-10"),
        ),
    ),
    Rule(
        "circa",
        "part=( around|about|approximately|sometime|roughly|probably | {approx} | some time | as early|late as )"
        " ( in|on|during )? {@date}",
        _within,
        (
            ("He died [circa 461 BC].", "BC0461"),
            ("He died [c. 1450].", "1450"),
            ("He died [around March 1981].", "1981-03"),
        ),
    ),
    Rule(
        "decade-in",
        "the? ( {ordinal} | final=last|final|closing | opening=opening ) decade of {@whole}",
        _decade_in,
        (("In [the first decade of the 21st century] he left.", "200"),),
        "date",
    ),
    Rule(
        "week-in",
        "the? ( {ordinal} | final=last|final|closing | opening=opening ) week of {@whole}",
        _week_in,
        (
            ("In [the last week of August 2010] he left.", "2010-W34"),
            ("In [the first week of May 1940] he left.", "1940-W18"),
        ),
        "date",
    ),
    Rule(
        "opening",
        "the? which=first|opening|last|final|closing {@count} {unit|units:unit} of {@date}",
        _opening,
        (
            ("In [the first six months of 2008] he left.", "2008"),
            ("In [the last two weeks of February 1951] he left.", "1951-02"),
            ("In [the first nine months of the year] it fell.", "2011"),
        ),
    ),
    Rule(
        "weekend-of",
        "the weekend of {@day}",
        _weekend,
        (("In [the weekend of March 5] he left.", "2011-W09-WE"),),
    ),
    Rule("week-of", "the week of {@day}", _week, (("In [the week of March 6] he left.", "2011-W09"),)),
)
