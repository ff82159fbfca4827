"""Folding: which empty stretches of time are folded away, and how wide the others become.

The rules are those the user guide describes: fold the longest gaps while dates still crowd, never more than a few, give
each stretch room for its dates, and let scales that are nearly equal be equal. A range is half-open seconds.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import LIMIT, OPEN_FUTURE, OPEN_PAST, Columns, Form
from timeline_app.layout.pyramid import Times, distinct
from timeline_app.layout.scale import Pixels, ScaleKind, Shape
from timeline_app.layout.ticks import LADDER
from timeline_app.model import civil

FOLD = 40.0  # width of a fold
LONE = 112.0  # least width of a stretch, and that of a stretch with a single date
LONE_AT_MOST = 224.0  # widest a single date becomes to share its neighbour's scale
LONE_AT_LEAST = 64.0  # narrowest it becomes for that; below, its title would not fit
CROWDED = 12.0  # neighbouring dates closer than this are crowded
MOST_FOLDS = 8
_KNOWN: WeakKeyDictionary[Columns, Solids] = WeakKeyDictionary()
_QUARTER = 0.25
_LEAST_CROWD, _SHORT = 4, 200  # dates of a short time, and how many times as long the whole has to be
_SLOT, _STEP = 132.0, 14.0  # order only: a date, and the step between two


@dataclass(frozen=True, slots=True, eq=False)
class Solids:
    """The distinct ranges that count for folding, by start; ``starts`` and ``ends`` in seconds."""

    starts: Times
    ends: Times

    def __len__(self) -> int:
        """Number of distinct dates."""
        return len(self.starts)

    @property
    def first(self) -> int:
        """The first second of all."""
        return int(self.starts[0])

    @property
    def last(self) -> int:
        """The first second after all."""
        return int(self.ends.max())


def solids(columns: Columns) -> Solids:
    """What counts: a period that holds other dates by its two ends, a moment that holds others not at all.

    Found out once for each columns, for as long as they live.
    """
    known = _KNOWN.get(columns)
    if known is None:
        known = _KNOWN[columns] = _solids(columns)
    return known


def _solids(columns: Columns) -> Solids:
    low = np.where(columns.earliest == OPEN_PAST, columns.end_earliest, columns.earliest)
    high = np.where(columns.latest == OPEN_FUTURE, columns.start_latest, columns.latest)
    known = (low > OPEN_PAST) & (high < OPEN_FUTURE) & (low < high)
    holds = known & _holding(low, high, known)
    period = columns.form == Form.PERIOD
    ends = holds & period
    whole = known & ~holds
    starts = np.concatenate((low[whole], low[ends], columns.end_earliest[ends]))
    stops = np.concatenate((high[whole], columns.start_latest[ends], high[ends]))
    order = np.lexsort((stops, starts))
    starts, stops = starts[order], stops[order]
    first = _changes(starts, stops)
    return Solids(starts[first], stops[first])


def shape_of(columns: Columns, width: float, kind: ScaleKind) -> Shape:
    """The shape of a scale that shows all of ``columns`` in ``width`` pixels at zoom 1."""
    dates = solids(columns)
    if not len(dates):
        return _stretch(kind, civil.to_seconds(1900), civil.to_seconds(2000), width)
    if kind is ScaleKind.ORDER:
        return _order(dates)
    if kind is ScaleKind.FOLDED:
        folds = _folds(dates, width)
        if len(folds):
            return _folded(dates, folds, width)
    start, end = dates.first, dates.last
    if len(dates) == 1:
        start, end = _with_room(start, end)
    return _stretch(kind, start, end, width)


def _holding(low: Times, high: Times, known: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Which ranges hold another, different one."""
    order = np.lexsort((-high, low))
    order = order[known[order]]
    starts, ends = low[order], high[order]
    holds = np.zeros(len(low), dtype=np.bool_)
    if len(order) < 2:  # noqa: PLR2004 - one range holds nothing
        return holds
    first = _changes(starts, ends)
    number = np.cumsum(first) - 1
    distinct = ends[first]
    least_after = np.minimum.accumulate(distinct[::-1])[::-1]
    least_after = np.append(least_after[1:], np.iinfo(np.int64).max)
    holds[order] = (least_after <= distinct)[number]
    return holds


def _changes(starts: Times, ends: Times) -> NDArray[np.bool_]:
    """Which of the sorted ranges differ from the one before."""
    found = np.ones(len(starts), dtype=np.bool_)
    found[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    return found


def _merged(dates: Solids) -> tuple[Times, Times]:
    """The time the dates cover, as starts and ends of ranges with gaps between them."""
    reach = np.maximum.accumulate(dates.ends)
    breaks = np.flatnonzero(dates.starts[1:] > reach[:-1])
    return dates.starts[np.concatenate(([0], breaks + 1))], reach[np.append(breaks, len(reach) - 1)]


def _folds(dates: Solids, width: float) -> NDArray[np.intp]:
    """Indices of the gaps to fold, where gap ``i`` follows the i-th covered range; ascending."""
    starts, ends = _merged(dates)
    gaps = starts[1:] - ends[:-1]
    whole = dates.last - dates.first
    if not len(gaps) or not _crowded(dates, _stretch(ScaleKind.TRUE, dates.first, dates.last, width)):
        return np.empty(0, dtype=np.intp)
    most = max(1, min(MOST_FOLDS, int(width / (LONE + FOLD) - 1)))
    chosen: list[int] = []
    saved = 0
    for gap in np.argsort(-gaps, kind="stable")[:MOST_FOLDS]:
        if len(chosen) >= most or gaps[gap] < _QUARTER * (whole - saved):
            break
        chosen.append(int(gap))
        saved += int(gaps[gap])
        if not _crowded(dates, _folded(dates, np.sort(np.array(chosen)), width)):
            break
    found = np.sort(np.array(chosen, dtype=np.intp)) if 2 * saved >= whole else _around_crowd(dates)
    return found if len(found) <= most else np.empty(0, dtype=np.intp)


def _around_crowd(dates: Solids) -> NDArray[np.intp]:
    """The gaps on both sides of one short time that holds a quarter of all dates, as a month of letters in a life.

    It has to be far shorter than the whole, and the gaps longer than it is; else nothing is folded.
    """
    starts, ends = _merged(dates)
    few = max(_LEAST_CROWD, -(-len(starts) // 4))
    if len(starts) < few:
        return np.empty(0, dtype=np.intp)
    first = int(np.argmin(ends[few - 1 :] - starts[: len(starts) - few + 1]))
    last = first + few - 1
    gaps, long = starts[1:] - ends[:-1], ends[last] - starts[first]
    while first > 0 and gaps[first - 1] <= long:
        first -= 1
    while last < len(gaps) and gaps[last] <= long:
        last += 1
    long = ends[last] - starts[first]
    around = np.array([gap for gap in (first - 1, last) if 0 <= gap < len(gaps)], dtype=np.intp)
    short = _SHORT * long <= dates.last - dates.first
    return around if short and (gaps[around] > long).all() else np.empty(0, dtype=np.intp)


def _crowded(dates: Solids, shape: Shape) -> bool:
    """Whether a quarter of neighbouring dates are closer than 12 px."""
    places = np.interp(_relative(dates.starts, shape), _relative(shape.knots, shape), shape.elastic + shape.rigid)
    near = np.diff(places) < CROWDED
    return bool(len(near)) and bool(near.mean() >= _QUARTER)


def _relative(times: Times, shape: Shape) -> Pixels:
    seconds: Pixels = (times - shape.knots[0]).astype(np.float64)
    return seconds


def _folded(dates: Solids, folds: NDArray[np.intp], width: float) -> Shape:
    """The shape with the given gaps folded."""
    starts, ends = _merged(dates)
    low = starts[np.concatenate(([0], folds + 1))]
    high = ends[np.append(folds, len(ends) - 1)]
    counts = np.diff(np.append(np.searchsorted(dates.starts, low), len(dates)))
    stretches = _shared((high - low).astype(np.float64), counts, width - FOLD * len(folds))
    widths = np.full(2 * len(low) - 1, FOLD)
    widths[::2] = stretches
    knots = np.stack((low, high), axis=1).ravel()
    return Shape.of(ScaleKind.FOLDED, knots, widths, np.arange(len(widths)) % 2 == 1)


def _shared(seconds: Pixels, counts: NDArray[np.intp], room: float) -> Pixels:
    """The widths of stretches: by their number of dates, then nearly equal scales made equal."""
    widths = np.full(len(seconds), LONE)
    many = counts > 1
    rest = room - LONE * float((~many).sum())
    for _ in range(len(seconds)):  # those below the least width get it, the others share what is left
        free = many & ~(widths < 0)
        if not free.any():
            break
        share = np.where(free, counts, 0) * rest / counts[free].sum()
        short = free & (share < LONE)
        if not short.any():
            widths = np.where(free, share, np.abs(widths))
            break
        widths = np.where(short, -LONE, widths)
        rest -= LONE * float(short.sum())
    widths = np.abs(widths)
    if not many.any():
        widths *= room / widths.sum()
    return _equalised(seconds, counts, widths)


def _equalised(seconds: Pixels, counts: NDArray[np.intp], widths: Pixels) -> Pixels:
    """Scales within a factor of two become one; a single date takes its neighbour's if it then has a fair width."""
    group = np.arange(len(seconds))
    order = np.argsort(widths / seconds)
    for one, other in pairwise(order):
        members = np.append(np.flatnonzero(group == group[one]), other)
        densities = widths[members] / seconds[members]
        if densities.max() <= 2 * densities.min():
            group[other] = group[one]
    for lone in np.flatnonzero(counts == 1):
        for neighbour in (lone - 1, lone + 1):
            if 0 <= neighbour < len(seconds) and counts[neighbour] > 1 and (group == group[lone]).sum() == 1:
                members = np.append(np.flatnonzero(group == group[neighbour]), lone)
                wide = widths[members].sum() / seconds[members].sum() * seconds[lone]
                if LONE_AT_LEAST <= wide <= LONE_AT_MOST:
                    group[lone] = group[neighbour]
    result = widths.copy()
    for number in distinct(group):
        members = group == number
        result[members] = seconds[members] * (widths[members].sum() / seconds[members].sum())
    return result


def _stretch(kind: ScaleKind, start: int, end: int, width: float) -> Shape:
    """One stretch that fills the width."""
    return Shape.of(kind, np.array([start, end], dtype=np.int64), np.array([width]), np.zeros(1, dtype=np.bool_))


def _with_room(start: int, end: int) -> tuple[int, int]:
    """A single date with the calendar unit before and the one after it, or as much time as it takes."""
    unit = next((step for step in LADDER if step.floor(start) == start and step.after(start) == end), None)
    if unit is not None:
        return unit.floor(start - 1), unit.after(end)
    return max(start - (end - start), -LIMIT), min(end + (end - start), LIMIT)


def _order(dates: Solids) -> Shape:
    """Every date one slot, every gap one small step; dates that overlap share a slot."""
    reach = np.maximum.accumulate(dates.ends)
    breaks = np.flatnonzero(dates.starts[1:] >= reach[:-1])
    starts = dates.starts[np.concatenate(([0], breaks + 1))]
    ends = reach[np.append(breaks, len(reach) - 1)]
    knots = np.stack((starts, ends), axis=1).ravel()
    widths = np.full(len(knots) - 1, _STEP)
    widths[::2] = _SLOT
    gaps = np.arange(len(widths)) % 2 == 1
    real = np.diff(knots) > 0
    return Shape.of(ScaleKind.ORDER, distinct(knots), widths[real], gaps[real])
