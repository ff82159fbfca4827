"""Solids: what of the events counts for the shape of a scale; ranges are half-open seconds."""

from __future__ import annotations

from dataclasses import dataclass
from weakref import WeakKeyDictionary

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST, Columns, Form
from timeline_app.layout.pyramid import Rows, Times, distinct

_KNOWN: WeakKeyDictionary[Columns, Solids] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True, eq=False)
class Solids:
    """Distinct ranges none of which holds another, so ``starts`` and ``ends`` in seconds both ascend."""

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
        return int(self.ends[-1])

    def touching(self, start: int, end: int) -> Solids:
        """Those that touch the seconds ``[start, end)``."""
        low, high = self.ends.searchsorted(np.int64(start), "right"), self.starts.searchsorted(np.int64(end))
        return Solids(self.starts[low:high], self.ends[low:high])

    @property
    def gaps(self) -> Times:
        """The seconds from the end of each range to the next; not positive where they touch or overlap."""
        return self.starts[1:] - self.ends[:-1]


def solids(columns: Columns) -> Solids:
    """What counts: a calendar unit that holds other dates not at all, a period or a "between" that does by its ends.

    An end that is known so roughly that it holds others counts as the outermost second that it is drawn to. Found out
    once for each columns, for as long as they live.
    """
    known = _KNOWN.get(columns)
    if known is None:
        known = _KNOWN[columns] = _solids(columns)
    return known


def _solids(columns: Columns) -> Solids:
    low = _closed(columns.earliest, OPEN_PAST, columns.end_earliest)
    high = _closed(columns.latest, OPEN_FUTURE, columns.start_latest)
    known = _set_in((low > OPEN_PAST) & (high < OPEN_FUTURE) & (low < high))
    low, high = low[known], high[known]
    whole, holds = _free(low, high)
    ends = holds & (columns.form[known] != Form.UNIT)
    if not ends.any():
        return whole
    count = int(ends.sum())
    starts = np.concatenate((low[ends], columns.end_earliest[known][ends], whole.starts))
    stops = np.concatenate((columns.start_latest[known][ends], high[ends], whole.ends))
    found, rough = _free(starts, stops)
    points = np.append(low[ends][rough[:count]], high[ends][rough[count : 2 * count]] - 1)
    inside = found.starts.searchsorted(points, "right") - 1
    bare = distinct(points[(inside < 0) | (points >= found.ends[inside])]) if len(found) else distinct(points)
    places = found.starts.searchsorted(bare)
    return Solids(np.insert(found.starts, places, bare), np.insert(found.ends, places, bare + 1))


def _closed(times: Times, opened: int, otherwise: Times) -> Times:
    """The times, and for those that are open the others; mostly none is, and nothing is copied."""
    is_open = times == opened
    return np.where(is_open, otherwise, times) if is_open.any() else times


def _set_in(mask: NDArray[np.bool_]) -> NDArray[np.bool_] | slice:
    """What a mask takes; all of an array without a copy where all of it is set."""
    return slice(None) if mask.all() else mask


def _free(low: Times, high: Times) -> tuple[Solids, NDArray[np.bool_]]:
    """The ranges that hold no other, different one, each once; and of all which do."""
    order = _in_order(low, high)
    starts, ends = low[order], high[order]
    first = np.ones(len(low), dtype=np.bool_)
    first[1:] = (starts[1:] != starts[:-1]) | (ends[1:] != ends[:-1])
    starts, ends = starts[first], ends[first]
    least = np.minimum.accumulate(ends[::-1])[::-1]
    hold = np.zeros(len(ends), dtype=np.bool_)
    hold[:-1] = least[1:] <= ends[:-1]
    holds = np.empty(len(low), dtype=np.bool_)
    holds[order] = hold[np.cumsum(first) - 1]
    return Solids(starts[~hold], ends[~hold]), holds


def _in_order(low: Times, high: Times) -> Rows | slice:
    """The ranges by start, the longest of each first; columns mostly are that already, and need no copy."""
    later, same = low[1:] > low[:-1], low[1:] == low[:-1]
    if (later | (same & (high[1:] <= high[:-1]))).all():
        return slice(None)
    return np.lexsort((-high, low))
