"""Dates as sources give them: a value with two uncertain ends, written as EDTF.

``parse_edtf`` reads the Extended Date/Time Format (ISO 8601-2:2019 annex A, Library of Congress EDTF levels 0 to 2 for
dates, intervals and one-of sets) and guarantees bounds that hold every moment the text allows and none it excludes.
A value is never more exact than its text: the text is the value, and everything else is derived from it.

Each end is ``[earliest, latest)`` in seconds from 1970-01-01T00:00:00 as written; a UTC offset stays in the text and is
never applied. Seasons without a hemisphere (21 to 24) are counted from March as the meteorological north does.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple

from timeline_app.model import civil

LONGEST_YEAR = 200_000_000_000  # int64 seconds reach a little further; beyond it nothing is drawn
LONGEST_TEXT = 200  # code points; no date is longer


class EdtfError(ValueError):
    """A text that is no date in the supported part of EDTF; the message is a whole sentence."""


class Precision(StrEnum):
    """How finely the words give a date, from a second to a thousand million years."""

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half-year"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"
    MEGAYEAR = "million years"
    GIGAYEAR = "thousand million years"


class Kind(StrEnum):
    """Whether a value is one moment that lies somewhere in its bounds, or a stretch of time that lasted."""

    INSTANT = "instant"
    PERIOD = "period"


class Bounds(NamedTuple):
    """One end of a value: some moment in ``[earliest, latest)``; None is open or unknown."""

    earliest: int | None
    latest: int | None


@dataclass(frozen=True, slots=True)
class TemporalValue:
    """A date or period with its uncertainty; equal if and only if the EDTF texts are.

    An instant has ``start == end``: both are the one moment's bounds.
    """

    edtf: str
    kind: Kind
    start: Bounds
    end: Bounds
    precision: Precision
    uncertain: bool = False
    approximate: bool = False

    @property
    def earliest(self) -> int | None:
        """The first second it can touch, or None if open."""
        return self.start.earliest

    @property
    def latest(self) -> int | None:
        """The first second it can no longer touch, or None if open."""
        return self.end.latest

    @property
    def is_period(self) -> bool:
        """Whether it lasted, rather than happened at one moment in its bounds."""
        return self.kind is Kind.PERIOD


class _Part(NamedTuple):
    """One EDTF date: its bounds, how fine it is, and its qualifiers."""

    bounds: Bounds
    precision: Precision
    marks: str


_YEAR = r"-?[0-9]{1,4}X{0,3}|-?[0-9X]{4}"
_DATE = re.compile(
    rf"(?:Y(?P<long>-?[0-9]+)(?:E(?P<power>[0-9]{{1,2}}))?|(?P<year>{_YEAR}))(?:S(?P<digits>[0-9]{{1,2}}))?"
    r"(?:-(?P<month>[0-9X]{2})(?:-(?P<day>[0-9X]{2})"
    r"(?:T(?P<time>[0-9]{2}(?::[0-9]{2}){0,2})(?P<zone>Z|[+-][0-9]{2}(?::?[0-9]{2})?)?)?)?)?",
)
_MARKS = re.compile(r"[?~%]")
# EDTF level 2 sub-year groupings: (first month, number of months, precision)
_GROUPS = {
    **dict.fromkeys((21, 25), (3, 3, Precision.SEASON)),
    **dict.fromkeys((22, 26), (6, 3, Precision.SEASON)),
    **dict.fromkeys((23, 27), (9, 3, Precision.SEASON)),
    **dict.fromkeys((24, 28), (12, 3, Precision.SEASON)),
    29: (9, 3, Precision.SEASON),  # southern spring
    30: (12, 3, Precision.SEASON),
    31: (3, 3, Precision.SEASON),
    32: (6, 3, Precision.SEASON),
    **{33 + i: (1 + 3 * i, 3, Precision.QUARTER) for i in range(4)},
    **{37 + i: (1 + 4 * i, 4, Precision.SEASON) for i in range(3)},  # quadrimesters
    **{40 + i: (1 + 6 * i, 6, Precision.HALF) for i in range(2)},
}
_DECADES = (Precision.YEAR, Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM)
_FINEST_FIRST = {precision: rank for rank, precision in enumerate(Precision)}


@lru_cache(maxsize=65_536)
def parse_edtf(text: str) -> TemporalValue:
    """The value an EDTF text stands for.

    Raises:
        EdtfError: the text is not EDTF, or a part of EDTF that has no place on a time axis (``{}`` sets, ``XXXX``).

    """
    if len(text) > LONGEST_TEXT:
        raise _refusal(text[:40] + "…")
    if "/" in text:
        return _parse_interval(text)
    if text.startswith("["):
        return _parse_one_of(text)
    part = _parse_part(text, text)
    return TemporalValue(text, Kind.INSTANT, part.bounds, part.bounds, part.precision, *_qualifiers(part.marks))


def alternatives(value: TemporalValue) -> tuple[Bounds, ...]:
    """The times that a value leaves to choose from, in order: 4 March and 3 April of "one or the other".

    None where it names one stretch of time, or times that are open or overlap.
    """
    if not value.edtf.startswith("[") or "," not in value.edtf:
        return ()
    members = [text.strip() for text in value.edtf[1:-1].split(",")]
    found = [parse_edtf(f"[{text}]" if ".." in text else text).start for text in members]
    known = [each for each in found if None not in each]
    ends = sorted((each.earliest or 0, each.latest or 0) for each in known)
    apart = all(one[1] <= other[0] for one, other in pairwise(ends))
    return tuple(Bounds(*each) for each in ends) if len(known) == len(members) and apart else ()


def interval(start: str, end: str) -> TemporalValue:
    """The period between two EDTF dates; ``..`` is an open end.

    Raises:
        EdtfError: an end is no EDTF date, or the period ends before it starts.

    """
    return parse_edtf(f"{start}/{end}")


def day_edtf(seconds: int) -> str:
    """The EDTF text of the day that holds ``seconds``."""
    moment = civil.from_seconds(seconds)
    return f"{year_edtf(moment.year)}-{moment.month:02}-{moment.day:02}"


def year_edtf(year: int) -> str:
    """The EDTF text of an astronomical year: ``1969``, ``-0479`` for 480 BC, ``Y-13800000000``."""
    if abs(year) > 9999:  # noqa: PLR2004 - the four digits of ISO 8601
        return f"Y{year}"
    return f"-{-year:04}" if year < 0 else f"{year:04}"


def _refusal(text: str) -> EdtfError:
    return EdtfError(f"“{text}” is not a date in the Extended Date/Time Format.")


def _qualifiers(marks: str) -> tuple[bool, bool]:
    return "?" in marks or "%" in marks, "~" in marks or "%" in marks


def _parse_interval(text: str) -> TemporalValue:
    sides = text.split("/")
    if len(sides) != 2 or set(sides) <= {"", ".."}:  # noqa: PLR2004 - a start and an end
        raise _refusal(text)
    start, end = (_parse_part(side, text) if side not in {"", ".."} else None for side in sides)
    first = start.bounds if start else Bounds(None, end.bounds.latest if end else None)
    last = end.bounds if end else Bounds(start.bounds.earliest if start else None, None)
    if first.earliest is not None and last.latest is not None and first.earliest >= last.latest:
        raise EdtfError(f"“{text}” ends before it starts.")
    known = [part for part in (start, end) if part]
    precision = min((part.precision for part in known), key=_FINEST_FIRST.__getitem__)
    marks = "".join(part.marks for part in known)
    return TemporalValue(text, Kind.PERIOD, first, last, precision, *_qualifiers(marks))


def _parse_one_of(text: str) -> TemporalValue:
    if not text.endswith("]"):
        raise _refusal(text)
    parts: list[_Part] = []
    open_start = open_end = False
    for member in text[1:-1].split(","):
        low, dots, high = member.strip().partition("..")
        open_start |= bool(dots) and not low
        open_end |= bool(dots) and not high
        ends = [_parse_part(side, text) for side in (low, high) if side]
        if len(ends) == 2 and (ends[0].bounds.earliest or 0) >= (ends[1].bounds.latest or 0):  # noqa: PLR2004 - two ends
            raise EdtfError(f"“{text}” ends before it starts.")
        parts += ends
    if not parts:
        raise _refusal(text)
    earliest = None if open_start else min(part.bounds.earliest or 0 for part in parts)
    latest = None if open_end else max(part.bounds.latest or 0 for part in parts)
    bounds = Bounds(earliest, latest)
    precision = min((part.precision for part in parts), key=_FINEST_FIRST.__getitem__)
    marks = "".join(part.marks for part in parts)
    return TemporalValue(text, Kind.INSTANT, bounds, bounds, precision, *_qualifiers(marks))


def _parse_part(text: str, whole: str) -> _Part:
    """One date with its qualifiers, wherever EDTF lets them stand."""
    marks = "".join(_MARKS.findall(text))
    matched = _DATE.fullmatch(_MARKS.sub("", text))
    if not matched or (marks and not _marks_well_placed(text)):
        raise _refusal(whole)
    try:
        bounds, precision = _bounds(matched)
    except ValueError:
        raise _refusal(whole) from None
    return _Part(bounds, precision, marks)


def _marks_well_placed(text: str) -> bool:
    """Qualifiers stand directly before or after a component, never twice in one place or inside digits."""
    components = re.split(r"(?<=.)-", text)
    return all(re.fullmatch(r"[?~%]?-?[^?~%]+[?~%]?", component) for component in components)


def _bounds(matched: re.Match[str]) -> tuple[Bounds, Precision]:
    first_year, last_year, precision = _years(matched)
    month = matched["month"]
    if month is None:
        return Bounds(civil.to_seconds(first_year), civil.to_seconds(last_year + 1)), precision
    if matched["digits"]:
        raise ValueError(month)
    if month.isdigit() and int(month) in _GROUPS:
        if matched["day"]:
            raise ValueError(month)
        start, length, group = _GROUPS[int(month)]
        end = civil.to_seconds(last_year, start + length)
        return Bounds(civil.to_seconds(first_year, start), end), _coarsest(precision, group)
    first_month, last_month = _range(month, 1, 12)
    if matched["day"] is None:
        end = civil.to_seconds(last_year, last_month + 1)
        unit = Precision.YEAR if "X" in month else Precision.MONTH
        return Bounds(civil.to_seconds(first_year, first_month), end), _coarsest(precision, unit)
    return _day_bounds(matched, (first_year, last_year), (first_month, last_month), precision)


def _day_bounds(
    matched: re.Match[str], years: tuple[int, int], months: tuple[int, int], precision: Precision
) -> tuple[Bounds, Precision]:
    day, time = matched["day"], matched["time"]
    first_day = _range(day, 1, civil.days_in_month(years[0], months[0]))[0]
    last_day = _range(day, 1, civil.days_in_month(years[1], months[1]))[1]
    start = civil.to_seconds(years[0], months[0], first_day)
    end = civil.to_seconds(years[1], months[1], last_day) + civil.DAY
    if time is None:
        units = ((matched["month"], Precision.YEAR), (day, Precision.MONTH))
        vague = [unit for component, unit in units if "X" in component]
        return Bounds(start, end), _coarsest(precision, *vague, Precision.DAY)
    if end - start != civil.DAY:
        raise ValueError(time)
    clock = [int(number) for number in time.split(":")]
    if any(number > most for number, most in zip(clock, (23, 59, 59), strict=False)):
        raise ValueError(time)
    unit, width = ((Precision.HOUR, 3600), (Precision.MINUTE, 60), (Precision.SECOND, 1))[len(clock) - 1]
    moment = start + sum(number * factor for number, factor in zip(clock, (3600, 60, 1), strict=False))
    return Bounds(moment, moment + width), unit


def _coarsest(year: Precision, *parts: Precision) -> Precision:
    """The precision of a date with parts finer than its year; a year written in full takes nothing from them."""
    known = parts if year is Precision.YEAR else (year, *parts)
    return max(known, key=_FINEST_FIRST.__getitem__)


def _years(matched: re.Match[str]) -> tuple[int, int, Precision]:
    """First and last year, and the precision they alone would give."""
    if matched["long"] is not None:
        year = int(matched["long"]) * 10 ** int(matched["power"] or 0)
        text = str(year)
    else:
        text = matched["year"]
        if len(text.lstrip("-")) != 4 or text.lstrip("-") == "XXXX":  # noqa: PLR2004 - ISO years
            raise ValueError(text)
        if text == "-0000" or not re.fullmatch(r"-?[0-9]+X*", text):
            raise ValueError(text)
    unknown = text.count("X")
    sign, digits = (-1, text[1:]) if text.startswith("-") else (1, text)
    low, high = int(digits.replace("X", "0")), int(digits.replace("X", "9"))
    if matched["digits"] is not None:
        unknown = len(digits) - int(matched["digits"])
        if unknown < 0:
            raise ValueError(text)
        unit = 10**unknown
        low = low // unit * unit
        high = low + unit - 1
    if high > LONGEST_YEAR:
        raise ValueError(text)
    first, last = (low, high) if sign > 0 else (-high, -low)
    return first, last, _year_precision(unknown)


def _year_precision(unknown_digits: int) -> Precision:
    """What remains known of a year of which the last digits are not."""
    if unknown_digits >= 9:  # noqa: PLR2004 - powers of ten years
        return Precision.GIGAYEAR
    if unknown_digits >= 6:  # noqa: PLR2004
        return Precision.MEGAYEAR
    return _DECADES[min(unknown_digits, 3)]


def _range(digits: str, lowest: int, highest: int) -> tuple[int, int]:
    """Smallest and largest number in ``[lowest, highest]`` that the digits, X for any, can stand for."""
    fits = [n for n in range(lowest, highest + 1) if all(a in {"X", b} for a, b in zip(digits, f"{n:02}", strict=True))]
    if not fits:
        raise ValueError(digits)
    return fits[0], fits[-1]
