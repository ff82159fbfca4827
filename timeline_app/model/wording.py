"""Dates in words: never more than the value knows ("30 March 2011", "1969", "28–31 March 2011", "480 BC").

``in_words`` writes a value, ``known_to`` its precision, ``length_in_words`` a span of time. English; a range shows what
its two ends share only once.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum

from timeline_app.model import civil
from timeline_app.model.temporal import Bounds, Precision, TemporalValue, parse_edtf

MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_SEASONS = {3: "spring", 6: "summer", 9: "autumn", 12: "winter"}
_BILLION, _MILLION, _DEEP = 1_000_000_000, 1_000_000, 10_000
_FINE = frozenset({Precision.SECOND, Precision.MINUTE, Precision.HOUR})
_SHORT = 3


class Style(Enum):
    """How long a date may be: "Wednesday 30 March 2011", "Wed 30 March 2011", "30 March 2011"."""

    LONG = "long"
    SHORT = "short"
    PLAIN = "plain"


def in_words(value: TemporalValue, style: Style = Style.PLAIN, *, year: bool = True) -> str:
    """The value in words; ``year=False`` leaves a year out where the reader sees it beside, and there is a day."""
    if not value.is_period:
        return _qualified(value, _instant(value, style, year=year))
    first, last = value.start, value.end
    if first.earliest is None or value.edtf.startswith(".."):
        return _qualified(value, f"until {_end(last, style, year=year)}")
    if last.latest is None:
        return _qualified(value, f"since {_end(first, style, year=year)}")
    return _qualified(value, _range(first, last, year=year))


def known_to(precision: Precision) -> str:
    """How exact a value is, in words: "known to the day"."""
    names = {Precision.MEGAYEAR: "million years", Precision.GIGAYEAR: "thousand million years"}
    return f"known to the {names.get(precision, precision.value)}"


def year_in_words(year: int) -> str:
    """An astronomical year as people write it: "1969", "480 BC", "66 million years ago"."""
    if year > 0:
        return str(year)
    before = 1 - year
    if before >= _BILLION:
        return f"{before / _BILLION:.4g} billion years ago"
    if before >= _MILLION:
        return f"{before / _MILLION:.4g} million years ago"
    return f"{before:,} BC" if before >= _DEEP else f"{before} BC"


def length_in_words(start: int, end: int) -> str:
    """The time from ``start`` to ``end`` in its two largest calendar units, rounded down: "41 years 2 months"."""
    one, other = civil.from_seconds(start), civil.from_seconds(end)
    months = (other.year - one.year) * 12 + other.month - one.month - (other[2:] < one[2:])
    if months >= 12_000_000:  # noqa: PLR2004 - a million years
        return _count_large(months // 12)
    if months > 0:
        return _counts((months // 12, "year"), (months % 12, "month"))
    days, rest = divmod(end - start, civil.DAY)
    if days:
        return _counts((days, "day"))
    return _counts((rest // civil.HOUR, "hour"), (rest % civil.HOUR // civil.MINUTE, "minute"))


def _count_large(years: int) -> str:
    return f"{years / _BILLION:.3g} billion years" if years >= _BILLION else f"{years / _MILLION:.3g} million years"


def _counts(*counts: tuple[int, str]) -> str:
    words = [f"{number:,} {unit}{'s' * (number != 1)}" for number, unit in counts if number]
    return " ".join(words) or f"0 {counts[-1][1]}s"


def _qualified(value: TemporalValue, words: str) -> str:
    if value.approximate:
        words = f"about {words}"
    return f"{words} (uncertain)" if value.uncertain else words


def _instant(value: TemporalValue, style: Style, *, year: bool) -> str:
    if value.edtf.startswith("["):
        return _one_of(value, style, year=year)
    if value.start.earliest is None or value.start.latest is None:
        return value.edtf
    return _bounds_in_words(value.start, value.precision, style, year=year) + _zone(value.edtf)


def _one_of(value: TemporalValue, style: Style, *, year: bool) -> str:
    earliest, latest = value.start
    if earliest is None or latest is None:
        words, member = (
            ("at the latest", value.edtf[3:-1]) if earliest is None else ("at the earliest", value.edtf[1:-3])
        )
        return f"{words} {in_words(parse_edtf(member), style, year=year)}"
    if "," in value.edtf:
        return " or ".join(_members(value.edtf[1:-1].split(","), year=year))
    return f"some time in {_range(*_edges(value.edtf, value.start), year=year)}"


def _members(texts: list[str], *, year: bool) -> Iterator[str]:
    """The members of a choice in words, the year once where they share it: "4 March or 3 April 2011"."""
    members = [parse_edtf(f"[{text}]" if ".." in text else text.strip()) for text in texts]
    years = {civil.from_seconds(one.start.earliest or 0).year for one in members}
    days = all(one.precision is Precision.DAY and ".." not in one.edtf for one in members)
    once = days and len(years) == 1
    for number, one in enumerate(members, 1):
        yield in_words(one, year=(year and number == len(members)) if once else True)


def _edges(edtf: str, bounds: Bounds) -> tuple[Bounds, Bounds]:
    """First and last member of a "between", each with its own bounds."""
    low, _, high = edtf[1:-1].partition("..")
    return (parse_edtf(low).start if low else bounds), (parse_edtf(high).start if high else bounds)


def _zone(edtf: str) -> str:
    found = re.search(r"T[0-9:]+(Z|[+-][0-9:]+)$", edtf)
    return "" if not found else " UTC" if found[1] == "Z" else f" UTC{found[1]}"


def _bounds_in_words(bounds: Bounds, precision: Precision, style: Style, *, year: bool) -> str:
    """Words of one uncertain moment at its precision. Both bounds are known."""
    start, end = bounds.earliest or 0, bounds.latest or 0
    moment = civil.from_seconds(start)
    if precision in _FINE:
        return f"{_day(start, style, year=year)}, {moment.hour:02}:{moment.minute:02}" + (
            f":{moment.second:02}" if precision is Precision.SECOND else ""
        )
    if end - start == civil.DAY:
        return _day(start, style, year=year)
    if precision is Precision.MONTH and end - start > 31 * civil.DAY:
        precision = Precision.YEAR
    parts = {
        Precision.MONTH: MONTHS[moment.month - 1],
        Precision.SEASON: _SEASONS.get(moment.month, ""),
        Precision.QUARTER: f"{_ordinal((moment.month + 2) // 3)} quarter of",
        Precision.HALF: f"{_ordinal((moment.month + 5) // 6)} half of",
    }
    if part := parts.get(precision):
        return f"{part} {year_in_words(moment.year)}"
    return _years(moment.year, civil.from_seconds(end - 1).year, precision)


def _years(first: int, last: int, precision: Precision) -> str:
    if precision is Precision.DECADE and first >= 0:
        return f"the {first}s"
    if precision is Precision.CENTURY and first >= 0:
        return f"{_ordinal(first // 100 + 1)} century ({first}s)"
    if precision is Precision.CENTURY and last <= 0:
        return f"{_ordinal(-last // 100 + 1)} century BC"
    if first == last:
        return year_in_words(first)
    if precision in {Precision.MEGAYEAR, Precision.GIGAYEAR}:
        return year_in_words(last)
    return f"{year_in_words(first)} – {year_in_words(last)}"


def _day(seconds: int, style: Style, *, year: bool) -> str:
    moment = civil.from_seconds(seconds)
    name = WEEKDAYS[civil.weekday(seconds)]
    weekday = {Style.LONG: f"{name} ", Style.SHORT: f"{name[:_SHORT]} ", Style.PLAIN: ""}[style]
    tail = f" {year_in_words(moment.year)}" if year else ""
    return f"{weekday}{moment.day} {MONTHS[moment.month - 1]}{tail}"


def _end(bounds: Bounds, style: Style, *, year: bool) -> str:
    """One end of a period, at the width of its own bounds."""
    start, end = bounds
    if start is None or end is None:
        known = start if start is not None else (end or 0) - 1
        return _day(known, style, year=year)
    return _bounds_in_words(bounds, _width(start, end), style, year=year)


_HUNDRED = 100
_ROUND = {10: Precision.DECADE, 100: Precision.CENTURY}  # by their years


def _width(start: int, end: int) -> Precision:
    """The calendar unit that ``[start, end)`` is, as far as words need to know it."""
    limits = ((civil.HOUR, Precision.MINUTE), (civil.DAY, Precision.HOUR), (2 * civil.DAY, Precision.DAY),
              (32 * civil.DAY, Precision.MONTH), (93 * civil.DAY, Precision.SEASON))  # fmt: skip
    if end - start == civil.DAY:
        return Precision.DAY
    one, other = civil.from_seconds(start), civil.from_seconds(end)
    if one[1:] == other[1:] and one.year > 0 and (many := _ROUND.get(other.year - one.year)):
        return many if one.year % (other.year - one.year) == 0 else Precision.YEAR
    if one[1:] == other[1:] and other.year <= 1 and other.year - one.year == _HUNDRED and other.year % _HUNDRED == 1:
        return Precision.CENTURY
    return next((precision for limit, precision in limits if end - start < limit), Precision.YEAR)


def _range(first: Bounds, last: Bounds, *, year: bool) -> str:
    """Two ends in words, what they share said once: "28–31 March 2011", "March – May 1982", "1914 – 1918"."""
    if None in first or None in last:
        return f"{_end(first, Style.PLAIN, year=year)} – {_end(last, Style.PLAIN, year=year)}"
    one, other = civil.from_seconds(first.earliest or 0), civil.from_seconds(last.earliest or 0)
    year = year or one.year != other.year
    days = all((b.latest or 0) - (b.earliest or 0) == civil.DAY for b in (first, last))
    tail = f" {year_in_words(one.year)}" if year else ""
    if days and one[:2] == other[:2]:
        return f"{one.day}–{other.day} {MONTHS[one.month - 1]}{tail}"
    if days and one.year == other.year:
        return f"{one.day} {MONTHS[one.month - 1]} – {other.day} {MONTHS[other.month - 1]}{tail}"
    left, right = (_end(bounds, Style.PLAIN, year=year) for bounds in (first, last))
    shared = f" {year_in_words(one.year)}"
    if one.year == other.year and left.endswith(shared) and right.endswith(shared):
        left = left.removesuffix(shared)
    return f"{left}–{right}" if left.isdigit() and right.isdigit() else f"{left} – {right}"


def _ordinal(number: int) -> str:
    suffix = "th" if number % 100 in {11, 12, 13} else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"
