"""Density: how many events stand where, by category, and how many of them found no room as marks of their own.

Counts come from binary searches in sorted columns, so a million events cost what a thousand do.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from timeline_app.layout.candidates import FAR, tile_edges, tile_phase
from timeline_app.layout.columns import Columns
from timeline_app.layout.figures import Box, Cluster, Counter, Histogram, Overflow, Text, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.pyramid import Rows, Times
from timeline_app.layout.scale import Pixels, Scale
from timeline_app.layout.view import View
from timeline_app.model import civil
from timeline_app.model.wording import length_in_words

BAND_HEIGHT = 31.0  # pixels between axis and marks
CLUSTERS = 16.0  # of them for what is counted
_BAR = 4.0  # width of a density bar
_BARS_HIGH, _LEAST_BAR = 12.0, 1.5
_BETWEEN_COUNTS = 8.0
_NARROW = 48.0  # has no room for a count
_CHIP = 20.0
_SAME_ZOOM = 1e-9
_LARGEST = 2  # words of a distance: its largest unit


@dataclass(frozen=True, slots=True, eq=False)
class Counted:
    """How many events of each category (k) begin in each of n bars; bar 0 is the one ``first`` from the scale's left.

    ``first`` is None where that is too far away to be told, and nothing can be used again.
    """

    columns: Columns
    scale: Scale
    first: int | None
    lefts: Pixels
    counts: Rows


def count_bars(columns: Columns, view: View, previous: Counted | None) -> Counted:
    """The bars of a view. They stand still in time: while one pans only what comes into sight is counted."""
    scale = view.scale
    near = abs(scale.left) < FAR
    start = (scale.left % _BAR if near else 0.0) - _BAR
    edges: Pixels = np.arange(int((view.width - start) / _BAR) + 2, dtype=np.float64) * np.float64(_BAR) + start
    first = round((start - scale.left) / _BAR) if near else None
    known = _known(columns, scale, first, len(edges) - 1, previous)
    if known is None:
        counts = _count(columns, scale, edges)
    else:
        low, high, middle = known
        parts = [_count(columns, scale, edges[: low + 1])] if low else []
        parts.append(middle)
        parts += [_count(columns, scale, edges[high:])] if high < len(edges) - 1 else []
        counts = np.concatenate(parts, axis=1)
    return Counted(columns, scale, first, edges[:-1], counts)


def _known(
    columns: Columns, scale: Scale, first: int | None, bars: int, previous: Counted | None
) -> tuple[int, int, Rows] | None:
    """Which of some bars were counted before, from and to, and their counts; None where none were."""
    if previous is None or first is None or previous.first is None or previous.columns is not columns:
        return None
    if previous.scale.shape is not scale.shape or abs(previous.scale.zoom / scale.zoom - 1) > _SAME_ZOOM:
        return None
    moved = first - previous.first
    low, high = max(0, -moved), min(bars, previous.counts.shape[1] - moved)
    return (low, high, previous.counts[:, low + moved : high + moved]) if high > low else None


def _count(columns: Columns, scale: Scale, edges: Pixels) -> Rows:
    times = scale.times(edges)
    return np.stack([np.diff(starts.searchsorted(times)) for starts in columns.starts_by_category])


def build_density(counted: Counted, top: float) -> tuple[Histogram, ...]:
    """Small columns of what begins there, as high as the root of the number: one event can be seen beside thousands."""
    total = counted.counts.sum(axis=0)
    heights = np.sqrt(total / max(total.max(), 1)) * _BARS_HIGH
    heights = np.where(total > 0, np.maximum(heights, _LEAST_BAR), 0.0)
    return stacked(counted.counts, counted.lefts, _BAR - 0.5, heights / np.maximum(total, 1), top + _BARS_HIGH)


def stacked(counts: Rows, lefts: Pixels, width: float, unit: Pixels, bottom: float) -> tuple[Histogram, ...]:
    """Bars of k categories by n places standing on each other; ``unit`` is the height of one event at each place."""
    tops = bottom - np.cumsum(counts, axis=0) * unit
    found = []
    for category in np.flatnonzero(counts.any(axis=1)).tolist():
        at = np.flatnonzero(counts[category])
        high = (counts[category] * unit)[at]
        found.append(
            Histogram(category, np.column_stack((lefts[at], tops[category, at], np.full(len(at), width), high)))
        )
    return tuple(found)


def build_clusters(
    columns: Columns, view: View, metrics: Metrics, shown: Rows, top: float, lane: int = 0
) -> tuple[Cluster, ...]:
    """For each tile of the view how many events of a lane have no mark."""
    edges = _counted_edges(view)
    times = view.scale.times(edges)
    bounds = columns.earliest.searchsorted(times)
    counts = np.diff(bounds)
    begun_before = int(bounds[0]) - int(columns.latest_sorted.searchsorted(times[0], "right"))
    counts[0] += begun_before
    in_view = shown[(columns.latest[shown] > times[0]) & (columns.earliest[shown] < times[-1])]
    tiles = np.clip(times.searchsorted(columns.earliest[in_view], "right") - 1, 0, len(counts) - 1)
    hidden = counts - np.bincount(tiles, minlength=len(counts))
    middles = _middles(columns, view.scale, edges, bounds)
    return tuple(
        _cluster(
            int(hidden[at]), edges[at : at + 2], times[at : at + 2], float(middles[at]), metrics, view, (top, lane)
        )
        for at in np.flatnonzero(hidden > 0)
    )


def _counted_edges(view: View) -> Pixels:
    """Borders of the tiles in a view; one of which only a narrow piece is in view is counted with its neighbour."""
    inner = tile_edges(tile_phase(view.scale), view.width)[:-1]
    inner = inner[(inner >= _NARROW) & (inner <= view.width - _NARROW)]
    return np.concatenate(([0.0], inner, [view.width]))


def _middles(columns: Columns, scale: Scale, edges: Pixels, bounds: Rows) -> Pixels:
    """The pixel of each tile that is nearest to its middle among those where its events begin."""
    last = max(len(columns) - 1, 0)
    firsts = scale.xs(columns.earliest[np.minimum(bounds[:-1], last)])
    lasts = scale.xs(columns.earliest[np.maximum(bounds[1:] - 1, 0)])
    middles: Pixels = (edges[:-1] + edges[1:]) / 2
    begins = np.diff(bounds) > 0  # in others is only what has begun before
    return np.where(begins, np.clip(middles, np.minimum(firsts, lasts), lasts), middles)


def build_counters(columns: Columns, view: View, metrics: Metrics, bottom: float) -> tuple[Counter, ...]:
    """How many events end before the view and begin after it, and how far the nearest is."""
    start, end = np.int64(view.start), np.int64(view.end)
    ended = int(columns.latest_sorted.searchsorted(start, "right"))
    begun = int(columns.earliest.searchsorted(end, "left"))
    counters = []
    if ended:
        nearest = int(columns.latest_sorted[ended - 1])
        counters.append(_counter(-1, ended, nearest - 1, (nearest, int(start)), view, metrics, bottom))
    if begun < len(columns):
        nearest = int(columns.earliest[begun])
        counters.append(_counter(1, len(columns) - begun, nearest, (int(end), nearest), view, metrics, bottom))
    return tuple(counters)


def _cluster(
    count: int, edges: Pixels, times: Times, middle: float, metrics: Metrics, view: View, place: tuple[float, int]
) -> Cluster:
    """What is counted in one tile, written as near to a pixel as it does not come near the next tile."""
    top, lane = place
    left, right = float(edges[0]), float(edges[1])
    words = f"+{count:,}"
    wide = metrics.width(words, Role.COUNT)
    if wide > right - left - 2:
        words = f"+{count // 1000}k" if count >= 1000 else "+"  # noqa: PLR2004 - thousands
        wide = metrics.width(words, Role.COUNT)
    free = min(_BETWEEN_COUNTS / 2, (right - left - wide) / 2)
    at = min(max(middle - wide / 2, left + free), right - free - wide)
    at = min(max(at, 0.0), view.width - wide)
    label = Text(at, top + metrics.ascent(Role.COUNT), words, Role.COUNT, Tone.ACCENT)
    box = Box(left, top, right, top + metrics.line_height(Role.COUNT))
    return Cluster(box, count, int(times[0]), int(times[1]), label, lane)


def _counter(
    side: int, count: int, time: int, gap: tuple[int, int], view: View, metrics: Metrics, bottom: float
) -> Counter:
    distance = " ".join(length_in_words(*gap).split()[:_LARGEST]) if gap[1] - gap[0] >= civil.MINUTE else ""
    words = f"{count:,} · {distance}" if distance else f"{count:,}"
    words = f"◀ {words}" if side < 0 else f"{words} ▶"
    wide = metrics.width(words, Role.COUNT) + 16.0
    left = 6.0 if side < 0 else view.width - 6.0 - wide
    box = Box(left, bottom - _CHIP, left + wide, bottom)
    y = bottom - _CHIP / 2 + metrics.ascent(Role.COUNT) / 2 - 1.0
    return Counter(box, side, count, time, Text(left + 8.0, y, words, Role.COUNT, Tone.ACCENT))


def build_overflow(
    hidden: int, step: float, view: View, metrics: Metrics, bottom: float, content_height: float
) -> Overflow | None:
    """How many marks lie farther down; a click scrolls on by ``step``."""
    if not hidden or content_height <= view.height:
        return None
    words = f"▼ {hidden:,} more below"
    wide = metrics.width(words, Role.COUNT) + 16.0
    left = (view.width - wide) / 2
    box = Box(left, bottom - _CHIP, left + wide, bottom)
    y = bottom - _CHIP / 2 + metrics.ascent(Role.COUNT) / 2 - 1.0
    scroll = min(view.scroll + step, content_height - view.height)
    return Overflow(box, hidden, scroll, Text(left + 8.0, y, words, Role.COUNT, Tone.ACCENT))
