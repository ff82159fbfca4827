"""Breaks: after which dates the axis is broken, so that dates which crowd get room.

How much a scale crowds its dates is one number, the *squeeze*: how many times closer neighbouring dates stand, in the
geometric mean, than they need or than they could if all were spread evenly. A year of news stays below 3; an archive
that reaches from antiquity to last week is in the hundreds. For each number of breaks the gaps are chosen that leave
every stretch as evenly filled as can be; then that number for which the squeeze falls enough for each break.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.pyramid import distinct
from timeline_app.layout.scale import Pixels, Shape
from timeline_app.layout.solids import Solids

Breaks = NDArray[np.intp]

APART = 12.0  # pixels; dates that far apart need no more room
CRAMPED = 8.0  # a squeeze below this stays at true scale
WORTH = 1.75  # how many times less each break has to make it
_RUNS, _LONGEST = 128, 32  # runs of dates whose longest gap is looked at, and the longest gaps of all
_MOST_PAIRS = 20_000  # neighbours that are measured
_LONG = 0.05  # of the squeeze, to break at a gap that is e times as long
_NEVER = 1e-9  # pixels


def squeeze(dates: Solids, shape: Shape) -> float:
    """How many times closer dates stand than they need, at least 1; ``shape`` at zoom 1."""
    first = np.arange(0, len(dates) - 1, 1 + len(dates) // _MOST_PAIRS)
    if not len(first):
        return 1.0
    apart = _places(dates, shape, first + 1) - _places(dates, shape, first)
    needed = min(APART, float(shape.elastic[-1] + shape.rigid[-1]) / (len(dates) - 1))
    return float(np.exp(np.log(needed / np.clip(apart, _NEVER, needed)).mean()))


def best_breaks(dates: Solids, most: int, least: float, drawn: Callable[[Breaks], Shape]) -> Breaks:
    """The dates after which the axis is broken, ascending; at most ``most``, and none where true scale does.

    ``least`` is the part of the width that any stretch gets; ``drawn`` gives the shape with some breaks.
    """
    none = np.empty(0, dtype=np.intp)
    price = squeeze(dates, drawn(none))
    if price < CRAMPED:
        return none
    best = none
    for breaks in _plans(dates, most, least):
        costs = squeeze(dates, drawn(breaks)) * WORTH ** len(breaks)
        if costs < price:
            best, price = breaks, costs
    return best


def _places(dates: Solids, shape: Shape, which: Breaks) -> Pixels:
    """The pixels at which some of the dates begin."""
    origin = shape.knots[0]
    seconds = (dates.starts[which] - origin).astype(np.float64)
    pixels: Pixels = np.interp(seconds, (shape.knots - origin).astype(np.float64), shape.elastic + shape.rigid)
    return pixels


def _plans(dates: Solids, most: int, least: float) -> list[Breaks]:
    """The best breaks of each number from 1 up to ``most``: a shortest path over the gaps that are looked at."""
    gaps = _looked_at(dates)
    cost = _costs(dates, gaps, least)
    reached, came_from, plans = cost[0], [], []
    for _ in range(min(most, len(gaps))):
        totals = np.append(np.inf, reached[:-1])[:, np.newaxis] + cost
        came_from.append(totals.argmin(axis=0))
        reached = totals.min(axis=0)
        plans.append(gaps[_path(came_from)])
    return plans


def _path(came_from: list[Breaks]) -> list[int]:
    """The numbers of the gaps on the way to the last stretch."""
    gaps, stretch = [], len(came_from[0]) - 1
    for before in reversed(came_from):
        stretch = int(before[stretch]) - 1
        gaps.append(stretch)
    return gaps[::-1]


def _costs(dates: Solids, gaps: Breaks, least: float) -> Pixels:
    """What a stretch from after one gap up to another adds to the logarithm of the squeeze; infinite if there is none.

    Row i begins after gap i - 1, column j ends before gap j. Width goes by the number of dates, as it will.
    """
    first, last = np.append(0, gaps + 1), np.append(gaps, len(dates) - 1)
    number = (last[np.newaxis, :] - first[:, np.newaxis] + 1).astype(np.float64)
    seconds = (dates.ends[last][np.newaxis, :] - dates.starts[first][:, np.newaxis]).astype(np.float64)
    there = number > 0
    width = np.maximum(number / len(dates), least)
    logarithms = np.log(np.where(there, seconds / width, 1.0))
    empty = np.append(np.log(dates.gaps[gaps]), 0.0)  # of the gap after it, if there is one
    return np.where(there, (number - 1) * logarithms - _LONG * len(dates) * empty, np.inf)


def _looked_at(dates: Solids) -> Breaks:
    """The gaps that may be folded: of many dates the longest of each run of them, and the longest of all."""
    gaps = dates.gaps
    if len(gaps) <= _RUNS:
        return np.flatnonzero(gaps > 0)
    borders = np.linspace(0, len(gaps), _RUNS + 1).astype(np.intp)
    of_runs = [low + int(gaps[low:high].argmax()) for low, high in pairwise(borders)]
    longest = np.argpartition(-gaps, _LONGEST)[:_LONGEST]
    found = distinct(np.append(np.array(of_runs, dtype=np.intp), longest))
    return found[gaps[found] > 0]
