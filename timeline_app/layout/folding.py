"""Folding: how wide the stretches of a scale are, and which empty time between them is folded away.

The rules are those the user guide describes: break the axis where that gives crowded dates room, never more often than
there is width for, give each stretch room for its dates, and let scales that are nearly equal be equal. A range is
half-open seconds.
"""

from __future__ import annotations

from functools import partial
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.breaks import Breaks, best_breaks
from timeline_app.layout.columns import LIMIT, Columns
from timeline_app.layout.pyramid import distinct
from timeline_app.layout.scale import Pixels, ScaleKind, Shape
from timeline_app.layout.solids import Solids, solids
from timeline_app.layout.ticks import LADDER
from timeline_app.model import civil

FOLD = 40.0  # width of a fold
LONE = 112.0  # least width of a stretch, and that of a stretch with a single date
LONE_AT_MOST = 224.0  # widest a single date becomes to share its neighbour's scale
LONE_AT_LEAST = 64.0  # narrowest it becomes for that; below, its title would not fit
MOST_FOLDS = 8
_SLOT, _STEP = 132.0, 14.0  # order only: a date, and the step between two


def shape_of(columns: Columns, width: float, kind: ScaleKind, within: tuple[int, int] | None = None) -> Shape:
    """The shape of a scale that shows all of ``columns`` in ``width`` pixels at zoom 1.

    Or all of them that touch the seconds ``within``, but no farther than from the first to the last date in there.
    """
    dates = solids(columns)
    dates = dates.touching(*within) if within else dates
    if not len(dates):
        return _stretch(kind, civil.to_seconds(1900), civil.to_seconds(2000), width)
    if kind is ScaleKind.ORDER:
        return _order(dates)
    if kind is ScaleKind.FOLDED:
        most = max(1, min(MOST_FOLDS, int(width / (LONE + FOLD) - 1)))
        drawn = partial(_folded, dates, width)
        if len(folds := best_breaks(dates, most, LONE / width, drawn)):
            return drawn(folds)
    start, end = dates.first, dates.last
    if len(dates) == 1:
        start, end = _with_room(start, end)
    return _stretch(kind, start, end, width)


def _folded(dates: Solids, width: float, folds: Breaks) -> Shape:
    """The shape with folds after the given dates."""
    first, last = np.append(0, folds + 1), np.append(folds, len(dates) - 1)
    low, high = dates.starts[first], dates.ends[last]
    stretches = _shared((high - low).astype(np.float64), last - first + 1, width - FOLD * len(folds))
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
    breaks = np.flatnonzero(dates.gaps >= 0)
    starts, ends = dates.starts[np.append(0, breaks + 1)], dates.ends[np.append(breaks, len(dates) - 1)]
    knots = np.stack((starts, ends), axis=1).ravel()
    widths = np.full(len(knots) - 1, _STEP)
    widths[::2] = _SLOT
    gaps = np.arange(len(widths)) % 2 == 1
    real = np.diff(knots) > 0
    return Shape.of(ScaleKind.ORDER, np.append(knots[0], knots[1:][real]), widths[real], gaps[real])
