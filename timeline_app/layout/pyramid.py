"""Pyramid: the most important rows of any stretch of time, found without touching the others.

Rows are grouped by length (each class sixteen times the one before), so that what began before the view is found by
looking back no further than a class is long. Within a class, level ``n`` holds the most important ``1 / 4**n`` of all
rows in time order. For every tile of the view the finest level that has few enough rows there is taken, which gives
the tile's most important rows exactly. Equal importance is broken by a fixed scatter, so that labels spread evenly.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

Times = NDArray[np.int64]
Rows = NDArray[np.intp]
_Kind = TypeVar("_Kind", bound=np.generic)

_OCTAVES = 4  # of length in one class
_FEWER = 4  # each level keeps a quarter of the one below
_SCATTER = 2_654_435_761  # Knuth's multiplicative hash
_SMALLEST_LEVEL = 256
_MANY = 10_000


def distinct(values: NDArray[_Kind]) -> NDArray[_Kind]:
    """Each value once, ascending: ``np.unique`` without its masked arrays, which take a tenth of a second to import."""
    if values.dtype.kind in "iu" and len(values) > _MANY and values.min() >= 0 and values.max() < len(values):
        return np.flatnonzero(np.bincount(values)).astype(values.dtype)  # of codes and numbers
    ordered = np.sort(values)
    return ordered[np.append(True, ordered[1:] != ordered[:-1])] if len(ordered) else ordered


@dataclass(frozen=True, slots=True, eq=False)
class _Level:
    """Some rows of one class in time order, with their starts."""

    rows: Rows
    starts: Times


@dataclass(frozen=True, slots=True, eq=False)
class _Class:
    """Rows of about the same length; ``longest`` in seconds."""

    longest: int
    levels: tuple[_Level, ...]

    def tiles(self, edges: Times, limit: int) -> list[Rows]:
        """The most important rows that start in each ``[edges[i], edges[i + 1])``: all, or about 1 to 4 ``limit``."""
        found: list[Rows] = []
        waiting = np.ones(len(edges) - 1, dtype=np.bool_)
        for level in self.levels:
            bounds = level.starts.searchsorted(edges)
            counts = np.diff(bounds)
            ready = waiting & ((counts <= _FEWER * limit) | (level is self.levels[-1]))
            found += [level.rows[bounds[tile] : bounds[tile + 1]] for tile in np.flatnonzero(ready & (counts > 0))]
            waiting &= ~ready
            if not waiting.any():
                break
        return found

    def taken(self, mask: NDArray[np.bool_], number: Rows) -> _Class:
        """The rows where ``mask`` is set, by their new ``number``."""
        kept = [(level, np.flatnonzero(mask.take(level.rows))) for level in self.levels]
        levels = (_Level(number.take(level.rows.take(at)), level.starts.take(at)) for level, at in kept)
        return _Class(self.longest, tuple(levels))


@dataclass(frozen=True, slots=True, eq=False)
class Pyramid:
    """What to show first, for any view."""

    classes: tuple[_Class, ...]
    latest: Times

    @classmethod
    def build(
        cls, earliest: Times, latest: Times, importance: NDArray[np.float32], key: Times | None = None
    ) -> Pyramid:
        """The pyramid of rows sorted by ``earliest``; all arrays have one length.

        ``key`` tells rows apart whatever others there are, so that one that comes or goes changes nothing for them.
        """
        count = len(earliest)
        apart = np.arange(count, dtype=np.uint64) if key is None else key.view(np.uint64)
        scatter = (apart * np.uint64(_SCATTER)) & np.uint64(0xFFFFFFFF)
        rank = np.empty(count, dtype=np.intp)
        bits = np.maximum(importance, 0).astype(np.float32).view(np.uint32)  # which sort as the numbers do
        urgency = ((np.uint64(0xFFFFFFFF) - bits) << np.uint64(32)) | scatter
        rank[np.argsort(urgency)] = np.arange(count)
        lengths = np.maximum(latest - earliest, 1)
        number = np.floor(np.log2(lengths.astype(np.float64)) / _OCTAVES).astype(np.uint8)
        classes = [_build_class(np.flatnonzero(number == each), earliest, lengths, rank) for each in distinct(number)]
        return cls(tuple(classes), latest)

    def taken(self, mask: NDArray[np.bool_], latest: Times) -> Pyramid:
        """The pyramid of the rows where ``mask`` is set, which are numbered anew; ``latest`` is of these alone."""
        number = np.cumsum(mask, dtype=np.intp) - 1
        classes = tuple(group.taken(mask, number) for group in self.classes)
        return Pyramid(tuple(group for group in classes if len(group.levels[0].rows)), latest)

    def rows(self, edges: Times, limit: int) -> Rows:
        """The most important rows that touch ``[edges[0], edges[-1])``: of each tile and class about ``limit`` or more.

        ``edges`` are the m + 1 borders of m tiles in ascending order. The result is in no particular order and holds
        every row where there are no more than ``limit`` of them.
        """
        found: list[Rows] = []
        for group in self.classes:
            found += group.tiles(edges, limit)
            before = np.array([edges[0] - group.longest, edges[0]], dtype=np.int64)
            found += [rows[self.latest[rows] > edges[0]] for rows in group.tiles(before, 2 * limit)]
        return np.concatenate(found) if found else np.empty(0, dtype=np.intp)


def _build_class(rows: Rows, earliest: Times, lengths: Times, rank: Rows) -> _Class:
    levels = [_Level(rows, earliest[rows])]
    threshold = len(rank)
    while len(levels[-1].rows) > _SMALLEST_LEVEL:
        threshold //= _FEWER
        kept = levels[-1].rows[rank[levels[-1].rows] < threshold]
        levels.append(_Level(kept, earliest[kept]))
    return _Class(int(lengths[rows].max()), tuple(levels))
