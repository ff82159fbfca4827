"""How far apart two dates are, no more exactly than they are known: "41 years 2 months to 42 years 3 months".

``measure`` compares every moment that the one date allows with every moment that the other allows, and says the least
and the greatest distance in calendar units, the least rounded down and the greatest rounded up. What cannot be known,
since an end is open or since nothing says which came first, is said and not guessed. Clocks are compared as written.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import NamedTuple

from timeline_app.model import civil
from timeline_app.model.temporal import Bounds, TemporalValue

_YEAR = 12  # months
_MONTHS_COUNT = 1_000 * _YEAR  # beyond this many months nobody counts the months of a year
_LARGE = ((1_000_000_000, "billion years"), (1_000_000, "million years"))
_FIGURES = 4  # that are given of a large number
_ZONE = re.compile(r"T[0-9:]+(Z|[+-][0-9:]+)")
_UNITS = ("year", "month", "day", "hour", "minute", "second")


@dataclass(frozen=True, slots=True)
class Distance:
    """``words`` say how far apart, ``notes`` what one must know of it, each a clause; ``days`` the same in days."""

    words: str
    days: str = ""
    notes: tuple[str, ...] = ()

    @property
    def sentence(self) -> str:
        """All of it in one line: "2 to 3 months (62 to 64 days); one date is approximate"."""
        words = f"{self.words} ({self.days})" if self.days else self.words
        return "; ".join((words, *self.notes))


class _Reach(NamedTuple):
    """From one moment to a later one, the last of them not included."""

    start: int
    end: int


def measure(one: TemporalValue, other: TemporalValue) -> Distance:
    """The distance between two values, the gap between them where they certainly do not overlap."""
    notes = (*_doubts((one, other)), *_clocks(one, other))
    for first, second in ((one, other), (other, one)):
        if _is_before(first.end, second.start):
            return _between(first.end, second.start, notes)
    if not one.is_period and not other.is_period:
        return _around(one.start, other.start, notes)
    return _from_beginnings(one, other, notes)


def _is_before(first: Bounds, second: Bounds) -> bool:
    """Whether all of the first is over when the second can begin at the soonest."""
    return None not in {first.latest, second.earliest} and (first.latest or 0) <= (second.earliest or 0)


def _between(first: Bounds, second: Bounds, notes: tuple[str, ...]) -> Distance:
    """From one moment to a later one."""
    least = _Reach(first.latest or 0, second.earliest or 0)
    if first.earliest is None or second.latest is None:
        return Distance(f"at least {_written(_floor(least), up=False)}", notes=notes)
    greatest = _Reach(first.earliest, second.latest)
    return Distance(_range(least, greatest), _in_days(least, greatest), notes)


def _around(one: Bounds, other: Bounds, notes: tuple[str, ...]) -> Distance:
    """Two moments of which either may be the first."""
    unknown = (*notes, "nothing says which came first")
    reaches = [_reach(one.earliest, other.latest), _reach(other.earliest, one.latest)]
    known = [reach for reach in reaches if reach is not None]
    if len(known) < len(reaches):
        return Distance("not known", notes=unknown)
    greatest = max(known, key=lambda reach: reach.end - reach.start)
    return Distance(f"at most {_written(_ceiling(greatest))}", notes=unknown)


def _reach(start: int | None, end: int | None) -> _Reach | None:
    return None if start is None or end is None else _Reach(start, end)


def _from_beginnings(one: TemporalValue, other: TemporalValue, notes: tuple[str, ...]) -> Distance:
    """Two of which one lasted, and which overlap or may do so."""
    overlap = "they overlap" if _overlaps(one, other) else "they may overlap"
    said = (*notes, f"{overlap}: counted from beginning to beginning")
    for first, second in ((one, other), (other, one)):
        if _is_before(first.start, second.start):
            return _between(first.start, second.start, said)
    return _around(one.start, other.start, said)


def _overlaps(one: TemporalValue, other: TemporalValue) -> bool:
    """Whether they have some time in common wherever their ends lie."""
    return all(
        None not in {first.start.latest, second.end.earliest}
        and (first.start.latest or 0) <= (second.end.earliest or 0)
        for first, second in ((one, other), (other, one))
    )


def _doubts(values: Iterable[TemporalValue]) -> tuple[str, ...]:
    """What the sources' own doubts make of it."""
    about = sum(value.approximate for value in values)
    doubted = sum(value.uncertain for value in values)
    words = ("", "one date is {}", "both dates are {}")
    return tuple(words[n].format(what) for n, what in ((about, "approximate"), (doubted, "uncertain")) if n)


def _clocks(one: TemporalValue, other: TemporalValue) -> tuple[str, ...]:
    """That clocks of different zones are compared as if they were one."""
    zones = {found[1] for value in (one, other) if (found := _ZONE.search(value.edtf))}
    both = all("T" in value.edtf for value in (one, other))
    alike = len(zones) == 1 and all(_ZONE.search(value.edtf) for value in (one, other))
    return ("the zones of the clocks are not counted",) if both and zones and not alike else ()


# In calendar units: (years, months, days, hours, minutes, seconds), of which two beside each other are used.

_Units = tuple[int, int, int, int, int, int]


def _floor(reach: _Reach) -> _Units:
    """The length in its two largest units, rounded down."""
    months, rest = _months(reach)
    days, seconds = divmod(rest, civil.DAY)
    if months >= _YEAR:
        return months // _YEAR, 0 if months >= _MONTHS_COUNT else months % _YEAR, 0, 0, 0, 0
    if months or days:
        return 0, months, days, 0 if months else seconds // civil.HOUR, 0, 0
    hours, rest = divmod(seconds, civil.HOUR)
    return 0, 0, 0, hours, rest // civil.MINUTE, 0 if hours else rest % civil.MINUTE


def _ceiling(reach: _Reach) -> _Units:
    """The length in its two largest units, rounded up."""
    start, end = reach
    down = _floor(reach)
    reached = _after(start, down)
    if reached >= end:
        return down
    smallest = _smallest(down)
    more = list(down)
    more[smallest] += 1
    raised = _after(start, (more[0], more[1], more[2], more[3], more[4], more[5]))
    return _floor(_Reach(start, raised))  # 12 months are a year


def _smallest(units: _Units) -> int:
    """Which unit a length is rounded to, counted from years."""
    years, months, days, hours, _, _ = units
    if years:
        return 0 if years * _YEAR >= _MONTHS_COUNT else 1
    if months:
        return 2
    if days:
        return 3
    return 4 if hours else 5


def _months(reach: _Reach) -> tuple[int, int]:
    """Whole calendar months, and the seconds that are left."""
    one, other = civil.from_seconds(reach.start), civil.from_seconds(reach.end)
    months = (other.year - one.year) * _YEAR + other.month - one.month
    if _later(reach.start, months) > reach.end:
        months -= 1
    return months, reach.end - _later(reach.start, months)


def _after(start: int, units: _Units) -> int:
    years, months, days, hours, minutes, seconds = units
    clock = hours * civil.HOUR + minutes * civil.MINUTE + seconds
    return _later(start, years * _YEAR + months) + days * civil.DAY + clock


def _later(start: int, months: int) -> int:
    """The same day and hour so many months later, the month's last day where it is shorter."""
    at = civil.from_seconds(start)
    years, month = divmod(at.month - 1 + months, _YEAR)
    year = at.year + years
    day = min(at.day, civil.days_in_month(year, month + 1))
    return civil.to_seconds(year, month + 1, day, at.hour, at.minute, at.second)


def _range(least: _Reach, greatest: _Reach) -> str:
    """Both in words, a unit that is all they have said once: "3 to 5 days"."""
    low, high = _floor(least), _ceiling(greatest)
    one, other = _written(low, up=False), _written(high)
    if one == other:
        return other
    if not any(low):
        return f"at most {other}"
    (number, unit), (_, last) = one.split(" ", 1), other.split(" ", 1)
    alike = unit.removesuffix("s") == last.removesuffix("s") and unit.replace(" ", "").isalpha()
    return f"{number} to {other}" if alike else f"{one} to {other}"


def _written(units: _Units, *, up: bool = True) -> str:
    """Units in words; a million years and more in few figures, rounded ``up`` or down."""
    if units[0] >= _LARGE[-1][0]:
        return _large(units[0], up=up)
    parts = [f"{number:,} {unit}{'s' * (number != 1)}" for number, unit in zip(units, _UNITS, strict=True) if number]
    return " ".join(parts) or "no time"


def _large(years: int, *, up: bool) -> str:
    size, unit = next((size, unit) for size, unit in _LARGE if years >= size)
    step = 10 ** max(len(str(years)) - _FIGURES, 0)
    figures = -(-years // step) * step if up else years // step * step
    return f"{figures / size:.10g} {unit}"


def _in_days(least: _Reach, greatest: _Reach) -> str:
    """The same in days, where they are known and the words count months."""
    low, high = (least.end - least.start) // civil.DAY, -((greatest.start - greatest.end) // civil.DAY)
    is_long = any(_ceiling(greatest)[:2])
    is_known = high - low <= 2 and abs(greatest.end) < civil.to_seconds(10_000)  # noqa: PLR2004 - a day on either side
    if not (is_long and is_known):
        return ""
    return f"{high:,} days" if low == high else f"{low:,} to {high:,} days"
