"""Overview: all events at the scale of the canvas, the window of the view on them, and a rail at true scale below.

Where the canvas shows an excerpt, so does the overview; the rail is of all events, and counters tell what lies beyond.
Counting looks at every event once, unless there are very many; ``build_overview`` takes the counts from ``previous``
while nothing but the view moves. Lengths in pixels of the overview, x right and y down.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.candidates import FEW
from timeline_app.layout.columns import LIMIT, OPEN_FUTURE, OPEN_PAST, Columns, Form, Spans
from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.density import stacked
from timeline_app.layout.figures import Box, Counter, Histogram, Text, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.scale import Pixels, Scale, ScaleKind, Shape
from timeline_app.layout.solids import solids
from timeline_app.layout.tick_row import order_row, true_ticks
from timeline_app.layout.view import INSET, View, fitted_scale

_LABELS, _RAIL, _LINES = 20.0, 8.0, 20.0  # heights, from the bottom
_TOP = 8.0
_STRIP, _STRIPS = 5.0, 400  # height of the strips of periods, and the most that are drawn
_LEAST_STRIP = 16.0  # pixels; shorter periods are counted with the moments
_WIDE_BAR, _THIN_BAR = 16.0, 4.0
_MOST_PANELS = 16  # with more stretches or steps there is one panel and no rail
_MANY = 20_000  # events; of more only the longest are looked at one by one
_CHIP, _PAD = 16.0, 6.0  # height of a counter, and free beside its words
_UNIT = 14.0  # height of one event where there are few


@dataclass(frozen=True, slots=True)
class Span:
    """A period in the overview."""

    box: Box
    category: int


@dataclass(frozen=True, slots=True)
class RailSpan:
    """Where a stretch lies on the rail; ``larger`` if it is drawn larger than there."""

    box: Box
    larger: bool


@dataclass(frozen=True, slots=True)
class Line:
    """From a corner of a stretch to where it lies on the rail."""

    x1: float
    y1: float
    x2: float
    y2: float


@dataclass(frozen=True, slots=True, eq=False)
class OverviewScene:
    """What the overview strip shows; ``scale`` turns its x into time and back, ``window`` is what the canvas shows.

    ``of`` is the shape of the view that it is of. ``filtered`` are the events that a filter hides: behind the ``bars``
    of the others, ``faint`` ones are as high as those of all.
    """

    width: float
    height: float
    scale: Scale
    of: Shape
    columns: Columns
    panels: tuple[Box, ...]
    strips: tuple[Span, ...]
    bars: tuple[Histogram, ...]
    filtered: Spans | None
    faint: Histogram | None
    window: Box
    rail: Box | None
    rail_spans: tuple[RailSpan, ...]
    lines: tuple[Line, ...]
    beyond: tuple[Counter, ...]
    texts: tuple[Text, ...]
    categories: tuple[str, ...]


def build_overview(
    columns: Columns,
    view: View,
    width: float,
    height: float,
    metrics: Metrics,
    previous: OverviewScene | None = None,
    customs: Customs = USUAL,
    filtered: Spans | None = None,
) -> OverviewScene:
    """The overview of ``columns`` at the folds of ``view``, in ``width`` by ``height`` pixels."""
    known = (
        previous is not None
        and previous.columns is columns
        and previous.of is view.scale.shape
        and previous.filtered is filtered
        and (previous.width, previous.height) == (width, height)
    )
    scene = (
        previous
        if previous is not None and known
        else _counted(columns, filtered, view, width, height, metrics, customs)
    )
    return replace(scene, window=_window(view, scene.scale, scene.panels[0]))


def _counted(
    columns: Columns,
    filtered: Spans | None,
    view: View,
    width: float,
    height: float,
    metrics: Metrics,
    customs: Customs,
) -> OverviewScene:
    scale = _whole(view.scale.shape, width)
    breaks = int((~scale.shape.folded).sum()) - 1
    folded = bool(view.excerpt or breaks) and breaks < _MOST_PANELS
    bottom = height - _LABELS - (_RAIL + _LINES if folded else 6.0)
    panels = _panels(scale, bottom) if folded else (Box(scale.left, _TOP, scale.right, bottom),)
    many = len(columns) > _MANY
    strips, counted = _longest_strips(columns, scale, bottom) if many else _strips(columns, scale, bottom)
    draw = _bars_of_starts if many else _bars
    bars, faint = draw(columns, counted, filtered, scale, panels, bottom - (_STRIP if strips else 0.0))
    rail = Box(INSET, height - _LABELS - _RAIL, width - INSET, height - _LABELS) if folded else None
    true = _true_scale(scale, columns if view.excerpt else None, width)
    spans, lines = _connected(scale, true, panels, rail) if rail else ((), ())
    return OverviewScene(
        width=width,
        height=height,
        scale=scale,
        of=view.scale.shape,
        columns=columns,
        panels=panels,
        strips=strips,
        bars=bars,
        filtered=filtered,
        faint=faint,
        window=panels[0],
        rail=rail,
        rail_spans=spans,
        lines=lines,
        beyond=_beyond(columns, scale, metrics, width) if view.excerpt else (),
        texts=_labels(scale, true, View(scale, width, height), metrics, customs, named=folded),
        categories=columns.categories,
    )


def _whole(shape: Shape, width: float) -> Scale:
    """All of a shape; where its folds alone are too wide, as on the way from one kind of scale to another, narrower."""
    room = width - 2 * INSET
    if float(shape.rigid[-1]) <= room:
        return fitted_scale(shape, width)
    widths = np.diff(shape.elastic) + np.diff(shape.rigid)
    narrower = np.maximum(widths * (room / 2 / widths.sum()), 1.0)
    return fitted_scale(Shape.of(shape.kind, shape.knots, narrower, shape.folded), width)


def _panels(scale: Scale, bottom: float) -> tuple[Box, ...]:
    """One for each stretch."""
    segments = scale.segments(scale.left, scale.right)
    return tuple(Box(each.left, _TOP, each.right, bottom) for each in segments if not each.folded)


def _strips(columns: Columns, scale: Scale, bottom: float) -> tuple[tuple[Span, ...], NDArray[np.bool_]]:
    """The longest periods as strips, and which rows are left to be counted."""
    left = np.clip(scale.xs(columns.earliest), scale.left, scale.right)
    right = np.clip(scale.xs(columns.latest), scale.left, scale.right)
    wide = np.where(columns.form == Form.PERIOD, right - left, 0.0)
    start, end = _ends(scale)
    wide = np.where((columns.latest > start) & (columns.earliest < end), wide, -1.0)
    counted = (wide >= 0) & (wide < _LEAST_STRIP)
    longest = np.argsort(-wide, kind="stable")[: min(_STRIPS, int((wide >= _LEAST_STRIP).sum()))]
    strips = [
        Span(Box(float(left[row]), bottom - _STRIP, float(right[row]), bottom), int(columns.category[row]))
        for row in longest
    ]
    return tuple(strips), counted


_Bars = tuple[tuple[Histogram, ...], Histogram | None]


def _bars(
    columns: Columns,
    counted: NDArray[np.bool_],
    filtered: Spans | None,
    scale: Scale,
    panels: tuple[Box, ...],
    bottom: float,
) -> _Bars:
    """Counts by category, each bar around the middle of what it counts; and of all, where a filter hides some."""
    wide = _WIDE_BAR if len(columns) <= FEW else _THIN_BAR
    middle = _middles(Spans(columns.earliest[counted], columns.latest[counted]), scale)
    bins = np.floor(middle / wide).astype(np.intp)
    places, kinds = int(scale.right / wide) + 1, len(columns.categories)
    numbers = columns.category[counted].astype(np.intp) * places + bins
    counts = np.bincount(numbers, minlength=kinds * places).reshape(kinds, places)
    shown = counts.sum(axis=0)
    edges: Pixels = wide * np.arange(places + 1, dtype=np.float64)
    hidden = _hidden(filtered, scale, edges, places)
    centres = np.bincount(bins, weights=middle, minlength=places) / np.maximum(shown, 1)
    centres = np.where(shown > 0, centres, wide * (np.arange(places) + 0.5))
    for panel in panels:
        inside = (panel.left <= centres) & (centres <= panel.right)
        centres[inside] = np.clip(centres[inside], panel.left + wide / 2, panel.right - wide / 2)
    unit = np.full(places, min(_UNIT, (bottom - _TOP - 4.0) / max((shown + hidden).max(), 1)))
    lefts = centres - wide / 2
    return stacked(counts, lefts, wide, unit, bottom), _faint(shown, hidden, lefts, wide, unit, bottom)


def _middles(spans: Spans, scale: Scale) -> Pixels:
    """The pixels in the middle of when events were, no farther than the ends of a scale."""
    low, high = (np.clip(times, -LIMIT, LIMIT) for times in (spans.earliest, spans.latest))
    middles: Pixels = np.clip((scale.xs(low) + scale.xs(high)) / 2, scale.left, scale.right)
    return middles


def _hidden(filtered: Spans | None, scale: Scale, edges: Pixels, places: int) -> Rows:
    """How many events that a filter hides lie between each two of some pixels; of very many, begin there."""
    if filtered is None:
        return np.zeros(places, dtype=np.intp)
    if len(filtered) > _MANY:
        return np.diff(filtered.earliest.searchsorted(scale.times(edges)))
    start, end = _ends(scale)
    inside = (filtered.latest > start) & (filtered.earliest < end)
    middles = _middles(Spans(filtered.earliest[inside], filtered.latest[inside]), scale)
    bins = edges.searchsorted(middles, "right") - 1
    return np.bincount(np.minimum(bins, places - 1), minlength=places)


def _faint(shown: Rows, hidden: Rows, lefts: Pixels, wide: float, unit: Pixels, bottom: float) -> Histogram | None:
    """Bars as high as all events there, wherever some are hidden."""
    at = np.flatnonzero(hidden)
    if not len(at):
        return None
    high = (shown + hidden)[at] * unit[at]
    return Histogram(0, np.column_stack((lefts[at], bottom - high, np.full(len(at), wide), high)))


def _longest_strips(columns: Columns, scale: Scale, bottom: float) -> tuple[tuple[Span, ...], NDArray[np.bool_]]:
    """As ``_strips``, looking at the longest periods alone."""
    rows = columns.longest
    left = np.clip(scale.xs(columns.earliest[rows]), scale.left, scale.right)
    right = np.clip(scale.xs(columns.latest[rows]), scale.left, scale.right)
    counted = np.ones(len(columns), dtype=np.bool_)
    strips = []
    for row, low, high in zip(rows.tolist(), left.tolist(), right.tolist(), strict=True):
        if high - low >= _LEAST_STRIP:
            strips.append(Span(Box(low, bottom - _STRIP, high, bottom), int(columns.category[row])))
            counted[row] = False
    return tuple(strips), counted


def _bars_of_starts(
    columns: Columns,
    counted: NDArray[np.bool_],
    filtered: Spans | None,
    scale: Scale,
    _panels: tuple[Box, ...],
    bottom: float,
) -> _Bars:
    """As ``_bars`` where events are many, without looking at each: how many begin in each few pixels."""
    edges = np.append(np.arange(scale.left, scale.right, _THIN_BAR), scale.right)
    times = scale.times(edges)
    hidden = _hidden(filtered, scale, edges, len(edges) - 1)
    if not columns.latest_sorted.searchsorted(times[0], "right"):  # what began before is counted at its end
        times[0] = OPEN_PAST
    if columns.earliest[-1] < times[-1]:
        times[-1] = OPEN_FUTURE
    counts = np.stack([np.diff(starts.searchsorted(times)) for starts in columns.starts_by_category])
    strips = np.flatnonzero(~counted & (columns.earliest >= times[0]))
    np.subtract.at(counts, (columns.category[strips], times.searchsorted(columns.earliest[strips], "right") - 1), 1)
    shown = counts.sum(axis=0)
    unit = np.full(counts.shape[1], min(_UNIT, (bottom - _TOP - 4.0) / max((shown + hidden).max(), 1)))
    faint = _faint(shown, hidden, edges[:-1], _THIN_BAR, unit, bottom)
    return stacked(counts, edges[:-1], _THIN_BAR, unit, bottom), faint


def _window(view: View, scale: Scale, panel: Box) -> Box:
    """What the canvas shows, at least a few pixels wide."""
    low, high = scale.x(view.start), scale.x(view.end)
    left = min(max(low, 2.0), scale.right - 4.0)
    right = max(min(high, scale.right + INSET - 2.0), left + 6.0)
    return Box(left, panel.top - 6.0, right, panel.bottom + 4.0)


def _beyond(columns: Columns, scale: Scale, metrics: Metrics, width: float) -> tuple[Counter, ...]:
    """How many events lie before and after an excerpt, in the upper corners."""
    start, end = _ends(scale)
    before = int(columns.latest_sorted.searchsorted(np.int64(start), "right"))
    after = len(columns) - int(columns.earliest.searchsorted(np.int64(end), "left"))
    counts = ((-1, before, f"◀ {before:,}", start), (1, after, f"{after:,} ▶", end))
    found = []
    for side, count, words, time in counts:
        if count:
            wide = metrics.width(words, Role.COUNT) + 2 * _PAD
            left = INSET if side < 0 else width - INSET - wide
            text = Text(left + _PAD, _TOP + metrics.ascent(Role.COUNT) + 1.0, words, Role.COUNT, Tone.ACCENT)
            found.append(Counter(Box(left, _TOP, left + wide, _TOP + _CHIP), side, count, time, text))
    return tuple(found)


def _ends(scale: Scale) -> tuple[int, int]:
    """The seconds at the edges of a view that shows all of a scale."""
    return scale.time(0.0), scale.time(scale.right + INSET)


def _true_scale(scale: Scale, columns: Columns | None, width: float) -> Scale:
    """All of the time that the scale spans and, where it is an excerpt of some events, all of theirs."""
    knots = scale.shape.knots[[0, -1]]
    if columns is not None and len(dates := solids(columns)):
        knots = np.array([min(knots[0], dates.first), max(knots[1], dates.last)])
    shape = Shape.of(ScaleKind.TRUE, knots, np.array([width - 2 * INSET]), np.zeros(1, dtype=np.bool_))
    return fitted_scale(shape, width)


def _connected(
    scale: Scale, true: Scale, panels: tuple[Box, ...], rail: Box
) -> tuple[tuple[RailSpan, ...], tuple[Line, ...]]:
    """Where each stretch lies on the rail, and lines from its lower corners to there."""
    spans: list[RailSpan] = []
    lines: list[Line] = []
    segments = [segment for segment in scale.segments(scale.left, scale.right) if not segment.folded]
    for panel, segment in zip(panels, segments, strict=True):
        left, right = true.x(segment.start), true.x(segment.end)
        if right - left < 3.0:  # noqa: PLR2004 - thinner could not be seen
            middle = min(max((left + right) / 2, rail.left + 1.5), rail.right - 1.5)
            left, right = middle - 1.5, middle + 1.5
        spans.append(RailSpan(Box(left, rail.top, right, rail.bottom), segment.density > true.density(0)))
        lines += [Line(panel.left, panel.bottom, left, rail.top), Line(panel.right, panel.bottom, right, rail.top)]
    return tuple(spans), tuple(lines)


def _labels(
    scale: Scale, true: Scale, whole: View, metrics: Metrics, customs: Customs, *, named: bool
) -> tuple[Text, ...]:
    """Years under the rail, which says at its left that it is at true scale; without one the dates that stand above."""
    width, y = whole.width, whole.height - _LABELS + 15.0
    if not named and scale.kind is ScaleKind.ORDER:
        return tuple(text._replace(y=y, tone=Tone.MUTED) for text in order_row(whole, metrics, customs)[1])
    if not named:
        return true_ticks(true, INSET, width - INSET, y, metrics, customs)
    name = Text(INSET, y, "true scale", Role.SMALL, Tone.MUTED)
    free = INSET + metrics.width(name.text, name.role) + 14.0
    return (name, *true_ticks(true, free, width - INSET, y, metrics, customs))
