"""How long something lasts, and how often it happens: tagged, but no dates."""

from __future__ import annotations

import re

from timeline_app.extraction.meanings import Ahead, Distance, From, Length, Meaning, Reading, Repeated
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.rules.parts import UNITS, amount
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model.document import TextSpan

_SHARE = {"Q": (3, "M"), "DE": (10, "Y"), "CE": (100, "Y"), "ML": (1000, "Y")}
_HALF = 0.5
_HALVES = {"Y": (6, "M"), "D": (12, "TH"), "TH": (30, "TM"), "M": (2, "W")}


def period(number: float | None, code: str) -> str:
    """The TIMEX3 value of so many units; X where the number is not said ("P2D", "PXW", "PT1H30M")."""
    if number is None:
        letter = {"DE": "DE", "CE": "CE", "ML": "ML"}.get(code, code)
        return f"P{'T' * letter.startswith('T')}X{letter.removeprefix('T') if letter[0] == 'T' else letter}"
    times, unit = _SHARE.get(code, (1, code))
    whole, rest = divmod(number * times, 1)
    time, letter = ("T", unit[1]) if unit.startswith("T") else ("", unit)
    if not rest:
        return f"P{time}{int(whole)}{letter}"
    if rest == _HALF and unit in _HALVES:
        count, fine = _HALVES[unit]
        mark = "T" if fine.startswith("T") and not time else ""
        head = f"{int(whole)}{letter}" if whole else ""
        return f"P{time}{head}{mark}{count}{fine.removeprefix('T')}"
    return f"P{time}{number * times:g}{letter}"


def _length(found: Found) -> Meaning | None:
    code = found.value("unit")
    number = amount(found) if found.has("count") else None
    words = found.text("count").split()
    if found.before in {"$", "€", "£"} or (
        code == "TS" and words in (["a"], ["one"]) and found.word("unit") == "second"
    ):
        return None
    if words in (["a"], ["an"]) and (found.before in _PER or found.after == "ago"):
        return Repeated(f"P1{code}") if not code.startswith("T") else None
    half = _HALF if found.has("half") and number else 0
    return Length(period(number and number + half, code))


def _in_time(found: Found) -> list[Reading] | None:
    number, code = amount(found), found.value("unit")
    first = found.span_of("about" if found.has("about") else "count").start
    if number is None or number % 1 or (code in {"TS", "Q"} and number == 1):
        return None
    span, fine = TextSpan(first, found.span.end), code if code.startswith("T") else ""
    if _FIRST_IN.search(found.tokens.text, max(0, first - _SUPERLATIVE), first):
        return [Reading(span, Length(period(number, code)))]
    distance = Distance(UNITS[code], int(number), forward=True, origin=From.WRITING, fine=fine)
    return [Reading(span, Ahead(distance, period(number, code)))]


_FIRST_IN = re.compile(  # “would be the first such attack in ten years”
    r"\b(?:first|second|third|fourth|fifth|only|worst|best|most|least|(?!west|east|test|rest)[a-z]{2,}est)\b"
    r"[^.,;:!?]{0,60}\bin $"
)
_SUPERLATIVE = 80  # code points before a length in which such a word is looked for
_PER = frozenset({"times", "twice", "once", "percent", "cents", "dollars", "barrels", "%"})


def _span(found: Found) -> Meaning | None:
    number = amount(found) if found.has("count") else None
    return Length(period(number, found.value("unit")))


def _bare(found: Found) -> Meaning | None:
    """Units alone are a length only after a word that leads to one ("for months", "took days")."""
    if found.match.end() - found.match.start() == 1 and found.before not in _LEADS:
        return None
    return Length(period(None, found.value("units")))


_LEADS = frozenset(
    ("for", "took", "takes", "take", "taken", "last", "lasted", "within", "in", "after", "over", "of", "by")
)


def _hyphened(found: Found) -> Meaning | None:
    number = amount(found)
    if found.text("count") in {"a", "an"} or found.has("age"):
        return None
    return Length(period(number, found.value("unit")))


def _every(found: Found) -> Meaning | None:
    if found.has("weekday"):
        return Repeated(f"XXXX-WXX-{found.value('weekday')}")
    code = found.value("unit")
    if code.startswith("T"):
        return Repeated(f"PT1{code[1]}")
    number = amount(found) if found.has("count") else 1
    return Repeated(period(number, code) if code != "Q" else "P1Q")


def _working_days(found: Found) -> Meaning | None:
    """“Monday to Friday”, as opening hours say it; "from Monday to Friday" may be days of one week."""
    named = found.value("first"), found.value("last")
    return Repeated("P1D") if named in {("1", "5"), ("1", "6"), ("1", "4")} and found.before != "from" else None


_ADVERBS = {"daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P3M", "annually": "P1Y", "yearly": "P1Y",
            "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "bimonthly": "P2M"}  # fmt: skip

_AUXILIARIES = frozenset(("to", "will", "would", "can", "could", "may", "might", "must", "should", "n’t"))  # "last"

RULES = (
    Rule(
        "length",
        "{@about}? {@count} ( more|full|further|additional|straight|consecutive|long|whole|solid )?"
        " ( trading|business|calendar|working )? {unit|units:unit} half=( and a half )? ( -? old|long )?",
        _length,
        (
            ("[Two days], two defections.", "P2D"),
            ("It took [nearly an hour].", "PT1H"),
            ("[Five months] passed.", "P5M"),
            ("It took [2 1/2 years].", "P2Y6M"),
            ("It took [a few days].", "PXD"),
            ("It took [a year and a half].", "P1Y6M"),
        ),
    ),
    Rule(
        "in-time",
        "in {@about}? {@count} more? {unit|units:unit} ( ' time | 's time )?",
        _in_time,
        (("He will leave in [three days].", "2011-04-03"), ("He wrote it in [three days].", "P3D")),
    ),
    Rule(
        "length-adjective",
        "{@count} - {unit|units:unit} ( -? long | age=( -? old|olds ) )?",
        _hyphened,
        (("A [two-day] visit.", "P2D"),),
    ),
    Rule(
        "the-length",
        "the ( last|past|next|first|final|previous|following|coming|latest|preceding|intervening )?"
        " {@count} {unit|units:unit}",
        _span,
        (("In [the last three years] it grew.", "P3Y"),),
    ),
    Rule(
        "past-unit",
        "the? past {unit}",
        lambda found: Length(period(1, found.value("unit"))),
        (("Over [the past decade] it grew.", "P10Y"),),
    ),
    Rule(
        "way-length",
        "last|past|next|first|final|coming|another {@count} {unit|units:unit}",
        lambda found: None if found.before in _AUXILIARIES else _span(found),
        (("His [past 20 years] were good.", "P20Y"),),
    ),
    Rule(
        "bare-length",
        "( the|many|those|all )? ( last|past|next|first|final|coming|recent|early|later|intervening )? {units}"
        " ( -? long|ahead )?",
        _bare,
        (("It took [months].", "PXM"),),
    ),
    Rule(
        "every",
        "every|each ( other )? ( {@count}? {unit|units:unit} | {weekday} )",
        _every,
        (
            ("He comes [every day].", "P1D"),
            ("He comes [every Monday].", "XXXX-WXX-1"),
        ),
    ),
    Rule("per-unit", "per|every {unit}", _every, (("He walked 20 miles [per day].", "P1D"),)),
    Rule(
        "weekdays",
        "{weekdays} {daypart}?",
        lambda f: Repeated(f"XXXX-WXX-{f.value('weekdays')}"),
        (("He comes on [Mondays].", "XXXX-WXX-1"),),
    ),
    Rule(
        "working-days",
        "{weekday:first} to|through|-|till|until {weekday:last}",
        _working_days,
        (("Call us [Monday to Friday].", "P1D"),),
    ),
    Rule(
        "adverb",
        "often=daily|weekly|monthly|annually|yearly|hourly|nightly",
        lambda f: Repeated(_ADVERBS[f.text("often")]),
        (("He comes [daily].", "P1D"),),
    ),
)
