"""Words on the axis: ranges, lengths and numbers, each from long to short so that what fits can be chosen."""

from __future__ import annotations

import re
from functools import lru_cache

from timeline_app.layout.customs import ENGLISH, Names
from timeline_app.layout.ticks import year_label
from timeline_app.model import civil
from timeline_app.model.wording import MONTHS, length_in_words, year_in_words

_NUMBERS = ("zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve")
_ISO_YEARS = 9999
_MOST_YEARS, _MOST_YEARS_OF_DAYS = 30, 3  # longer ranges are not said to the month, or to the day
_DIGITS = 4  # of a year beyond the calendar's four
_DEEP, _DEEP_DIGITS = 10**6, 3  # years from which on fewer digits are said


@lru_cache(maxsize=4096)
def range_in_words(start: int, end: int, names: Names = ENGLISH) -> tuple[str, ...]:
    """Calendar words that hold ``[start, end)``, the most exact first: "28–31 March 2011", "March 2011", "2011"."""
    first, last = civil.from_seconds(start), civil.from_seconds(max(end - 1, start))
    if abs(first.year) > _ISO_YEARS or abs(last.year) > _ISO_YEARS:
        ends = [year_label(_rounded(moment.year)) for moment in (first, last)]
        return tuple(dict.fromkeys((_joined(ends[0][0], ends[1][0]), _joined(ends[0][-1], ends[1][-1]))))
    years = _years(first.year, last.year)
    if last.year - first.year > _MOST_YEARS or _whole_years(start, end):
        return (years,)
    months = names.of_months(first, last), names.of_months(first, last, short=True), years
    if last.year - first.year > _MOST_YEARS_OF_DAYS or _whole_months(start, end):
        return tuple(dict.fromkeys(months))
    days = names.of_days(first, last), names.of_days(first, last, short=True)
    if start % civil.DAY == 0 == end % civil.DAY or end - start > civil.DAY:
        return tuple(dict.fromkeys((*days, *months)))
    return tuple(dict.fromkeys((f"{days[0]}, {_clock(start)}–{_clock(end)}", *days, *months)))


@lru_cache(maxsize=4096)
def length_in_full(start: int, end: int) -> str:
    """How long ``[start, end)`` is, small numbers spelled out: "one year", "41 years 2 months"."""
    words = length_in_words(start, end)
    found = re.fullmatch(r"(\d+) (\w+)", words)
    return f"{_NUMBERS[int(found[1])]} {found[2]}" if found and int(found[1]) < len(_NUMBERS) else words


@lru_cache(maxsize=256)
def unit_name(start: int, end: int) -> str | None:
    """The calendar unit that ``[start, end)`` is exactly: "year", "month", "day"; None if it is none."""
    first, after = civil.from_seconds(start), civil.from_seconds(end)
    if _whole_years(start, end):
        return {1: "year", 10: "decade", 100: "century"}.get(after.year - first.year)
    if _whole_months(start, end):
        return "month" if (after.year - first.year) * 12 + after.month - first.month == 1 else None
    names = {civil.DAY: "day", civil.HOUR: "hour", civil.MINUTE: "minute", 1: "second"}
    return names.get(end - start) if start % (end - start) == 0 else None


def times_larger(factor: float) -> str:
    """A ratio of scales with three digits: "529 ×", "1.6 million ×"."""
    for size, name in ((1e9, " billion"), (1e6, " million")):
        if factor >= size:
            return f"{factor / size:.3g}{name} ×"
    return f"{factor:,.0f} ×" if factor >= 10 else f"{factor:.1f} ×"  # noqa: PLR2004 - two digits are enough


def short_months(words: str) -> str:
    """The same words with months in three letters."""
    return re.sub("|".join(MONTHS), lambda found: found[0][:3], words)


def _years(first: int, last: int) -> str:
    one, other = year_in_words(first), year_in_words(last)
    return f"{one}–{other}" if first > 0 and first != last else _joined(one, other)


def _joined(one: str, other: str) -> str:
    return one if one == other else f"{one} – {other}"


def _rounded(year: int) -> int:
    """A year before or after the calendar's to four digits, counted as BC years are."""
    if abs(year) <= _ISO_YEARS:
        return year
    return 1 - _digits(1 - year) if year < 1 else _digits(year)


def _digits(number: int) -> int:
    unit = int(10 ** max(0, len(str(number)) - (_DIGITS if number < _DEEP else _DEEP_DIGITS)))
    return round(number / unit) * unit


def _clock(seconds: int) -> str:
    moment = civil.from_seconds(seconds)
    return f"{moment.hour:02}:{moment.minute:02}" + (f":{moment.second:02}" if moment.second else "")


def _whole_years(start: int, end: int) -> bool:
    return all(civil.from_seconds(time)[1:] == (1, 1, 0, 0, 0) for time in (start, end))


def _whole_months(start: int, end: int) -> bool:
    return all(civil.from_seconds(time)[2:] == (1, 0, 0, 0) for time in (start, end))
