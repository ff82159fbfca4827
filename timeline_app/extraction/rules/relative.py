"""Dates counted from when the text was written: today, yesterday, this week, last year, two years ago, now."""

from __future__ import annotations

from timeline_app.extraction.meanings import Deep, Distance, From, Lately, Length, Meaning, Step, Unplaced
from timeline_app.extraction.patterns import Found
from timeline_app.extraction.places import Unit
from timeline_app.extraction.rules.durations import period
from timeline_app.extraction.rules.parts import UNITS, always, amount, distance, words
from timeline_app.extraction.rules.rule import Rule
from timeline_app.model.temporal import LONGEST_YEAR

_DEEP = 10_000  # years ago that are too many for the date of writing to matter
_DAYS = {"today": 0, "yesterday": -1, "tomorrow": 1}
_STEPS = {"last": -1, "previous": -1, "preceding": -1, "past": -1, "next": 1, "following": 1, "coming": 1, "this": 0,
          "current": 0, "that": 0, "same": 0, "subsequent": 1, "succeeding": 1, "upcoming": 1, "present": 0,
          "latest": -1, "prior": -1}  # fmt: skip
_OF_OUR_TIME = words("world standards society youth children generation technology teenagers students culture economy")
_OVER = words("over for during in within throughout")
_MENTIONED = frozenset({"previous", "preceding", "following", "that", "same", "subsequent", "succeeding", "prior"})


def _day(found: Found) -> Meaning | None:
    if found.titled:
        return None
    if found.text("day") == "today" and found.has("s") and found.after in _OF_OUR_TIME:
        return Unplaced("PRESENT_REF")
    return Step(Unit.DAY, _DAYS[found.text("day")], From.WRITING)


def _step(found: Found) -> Meaning | None:
    word = found.text("way").split()[-1]
    code = found.value("unit")
    if code.startswith("T") or found.titled:
        return None
    unit = UNITS[code]
    if (lasting := _lately(found, word, unit)) is not None or word == "past":
        return lasting
    if word == "next" and found.text("way").startswith("the"):
        return Step(unit, 1, From.MENTION)
    if unit is Unit.DAY and word in {"last", "past", "latest", "this", "current", "present"}:
        return Step(unit, 0, From.MENTION) if word == "this" else None
    if word == "latest" and unit is not Unit.QUARTER:
        return Step(unit, -1, From.EITHER)
    return Step(unit, _STEPS[word], From.MENTION if word in _MENTIONED else From.EITHER)


def _lately(found: Found, word: str, unit: Unit) -> Meaning | None:
    """“Over the last year”, "in the next decade" are lengths, up to now or from now on."""
    length = period(1, found.value("unit"))
    if word == "past":  # a length; "in the past year" is the year before
        within = unit is Unit.YEAR and found.before not in _OVER - {"in"}
        return Lately(Step(Unit.YEAR, -1), length, history=False) if within else None
    led = found.before in _OVER or unit in {Unit.DECADE, Unit.CENTURY}
    if not led or word not in {"last", "next", "coming"} or unit is Unit.QUARTER or found.text("way")[:3] != "the":
        return None
    return Lately(Step(unit, 1, From.MENTION), length, history=True) if word == "next" else Length(length)


def _twice(found: Found) -> Meaning | None:
    code = found.value("unit")
    return None if code.startswith("T") else Step(UNITS[code], -2 if found.has("last") else 2)


def _all(found: Found) -> Meaning | None:
    unit = UNITS[found.value("unit")]
    if found.after.isdecimal():
        return None
    return None if found.value("unit").startswith("T") else Step(unit, 0, From.EITHER, lasting=True)


def _ago(found: Found) -> Meaning | None:
    code = found.value("unit")
    number = amount(found)
    if number is not None and found.has("half"):
        number += 0.5
    unit, count = UNITS[code], None if number is None else int(number)
    if code == "Y" and count is not None and _DEEP <= count < LONGEST_YEAR // 2:
        return Deep(count, len(str(count).rstrip("0")))
    if code == "Y" and number == 1:
        return Step(Unit.YEAR, -1, From.EITHER, like=True)
    fine = code if code.startswith("T") else ""
    return distance(unit, number, forward=False, origin=From.EITHER, fine=fine)


def _deep(found: Found) -> Meaning | None:
    count = amount(found)
    if count is None:
        return Unplaced("PAST_REF", vague=True)
    digits = len(f"{count:g}".replace(".", "").strip("0"))
    years = round(count * {"million": 10**6, "billion": 10**9}[found.text("scale")])
    return Deep(years, digits) if _DEEP <= years < LONGEST_YEAR // 2 else None


_LONG_AGO = always(Unplaced("PAST_REF", vague=True))


def _weekend(found: Found) -> Meaning | None:
    word = found.text("way").split()[-1] if found.has("way") else ""
    if word in {"", "the"}:
        return Step(Unit.WEEKEND, 0, From.SCENE) if found.has("way") else None
    steps = 0 if word in {"coming", "upcoming"} else _STEPS[word]  # the first to come is this one
    return Step(Unit.WEEKEND, steps, From.MENTION if word in _MENTIONED else From.EITHER)


_ABOUT = "{@about}?"

RULES = (
    Rule(
        "day-from-today",
        "( earlier|later )? day=today|yesterday|tomorrow s='s?",
        _day,
        (
            ("[Today] he refused.", "2011-03-31"),
            ("He left [yesterday].", "2011-03-30"),
            ("Come [tomorrow].", "2011-04-01"),
        ),
        "day date",
    ),
    Rule(
        "day-before-yesterday",
        "the day way=before|after yesterday|tomorrow",
        lambda f: Step(Unit.DAY, -2 if f.text("way") == "before" else 2, From.WRITING),
        (("He left [the day before yesterday].", "2011-03-29"),),
        "day date",
    ),
    Rule(
        "stepped-twice",
        "the {unit} ( before last=last | after next )",
        _twice,
        (("He left [the week before last].", "2011-W11"), ("He leaves [the year after next].", "2013")),
        "date",
    ),
    Rule(
        "stepped-unit",
        "( earlier|later )? way=( the? last|next|this|previous|preceding|past|following|coming|current"
        "|subsequent|succeeding|upcoming|prior|latest ( past|coming|current|same )? | the? same | that same? )"
        " fiscal|calendar|financial? {unit}",
        _step,
        (
            ("He left [last week].", "2011-W12"),
            ("It grew [this year].", "2011"),
            ("It ends [next month].", "2011-04"),
            ("It rose [earlier this year].", "2011"),
            ("It rose over [the last year].", "P1Y"),
            ("It rises in [the next decade].", "P10Y"),
        ),
        "whole date",
    ),
    Rule("all-unit", "all this? {unit} ( long )?", _all, (("They drove them back [all week].", "2011-W13"),), "date"),
    Rule(
        "weekend",
        "( way=( the? last|next|this|past|previous|following|coming|upcoming ( past|coming )? | the ) )? weekend",
        _weekend,
        (
            ("It will rain [this weekend].", "2011-W13-WE"),
            ("It rained [last weekend].", "2011-W12-WE"),
            ("It will rain [the coming weekend].", "2011-W13-WE"),
        ),
        "date",
    ),
    Rule(
        "ago",
        f"{_ABOUT} {{@count}} -? {{unit|units:unit}} half=( and a half )? ( or so )? ago",
        _ago,
        (
            ("He left [two years ago].", "2009"),
            ("He left [three days ago].", "2011-03-28"),
            ("He left [about two months ago].", "2011-01"),
            ("He left [two and a half years ago].", "2008"),
            ("He left [a year and a half ago].", "2009"),
            ("He left [half a year ago].", "2010-09"),
            ("He left [a half-century ago].", "1961"),
        ),
        "date",
    ),
    Rule(
        "quarter-century",
        "{@about}? a? quarter -? of? a? century way=ago|later|earlier",
        lambda found: Distance(
            Unit.YEAR, 25, found.text("way") == "later", From.EITHER if found.text("way") == "ago" else From.MENTION
        ),
        (("He left [a quarter of a century ago].", "1986"),),
        "date",
    ),
    Rule(
        "some-time-ago",
        "( not? ( long|many )? ( ago|{units} ) | long | {units} | some time ) ago",
        _LONG_AGO,
        (
            ("He left [months ago].", "PAST_REF"),
            ("He left [long ago].", "PAST_REF"),
        ),
        "date",
    ),
    Rule(
        "deep-time",
        f"{_ABOUT} {{@count}} scale=million|billion years ago",
        _deep,
        (("They died [66 million years ago].", "MA66"), ("It began [13.8 billion years ago].", "GA13.8")),
        "date",
    ),
)
