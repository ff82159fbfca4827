"""The axis: panels and headers of stretches, ticks, folds, and what says honestly at which scale all this is.

Everything stands in the fixed zone at the top of the view, ``AXIS_HEIGHT`` pixels high, but the lines through it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from timeline_app.layout.columns import Columns, Spans
from timeline_app.layout.customs import USUAL, Customs, Names
from timeline_app.layout.figures import Box, Fold, Stretch, Text, Tick, Tone
from timeline_app.layout.fold_words import build_fold
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import Scale, ScaleKind, Segment
from timeline_app.layout.tick_row import Part, order_row, part_row, part_step
from timeline_app.layout.ticks import Step, Unit
from timeline_app.layout.view import View
from timeline_app.layout.words import length_in_full, range_in_words, times_larger
from timeline_app.layout.wrapping import first_that_fits, shortened
from timeline_app.model import civil

PANEL_TOP = 6.0
HEADER_BASELINE = 22.0
AXIS_Y = 31.0
AXIS_HEIGHT = 62.0
_PAD = 8.0
_GAP = 12.0  # least free space between two texts of a header
_SAME = 0.01  # scales this close are one scale
_MOSTLY = 0.75  # of the view; what is narrower has been zoomed out
_TWO = 2


@dataclass(frozen=True, slots=True)
class Axis:
    """What the axis shows, from left to right."""

    stretches: tuple[Stretch, ...]
    folds: tuple[Fold, ...]
    ticks: tuple[Tick, ...]
    texts: tuple[Text, ...]


def build_axis(
    columns: Columns, view: View, metrics: Metrics, filtered: Spans | None = None, customs: Customs = USUAL
) -> Axis:
    """The axis of a view; ``filtered`` are the events that a filter hides."""
    if view.kind is ScaleKind.ORDER:
        return Axis((_order_stretch(view, metrics, customs.names),), (), *order_row(view, metrics, customs))
    segments = view.scale.segments(0.0, view.width)
    parts = [part for segment in segments if not segment.folded and (part := _part(view, segment)) is not None]
    bottom = view.height - PANEL_TOP
    folds = tuple(build_fold(each, columns, filtered, PANEL_TOP, bottom) for each in segments if each.folded)
    rows = [part_row(part, view, columns.finest, metrics, customs) for part in parts]
    return Axis(
        stretches=tuple(_stretch(part, view, metrics, customs.names) for part in parts),
        folds=folds,
        ticks=tuple(tick for ticks, _ in rows for tick in ticks),
        texts=tuple(text for _, texts in rows for text in texts),
    )


def step_at(view: View, finest: int, metrics: Metrics, x: float, customs: Customs = USUAL) -> Step:
    """The step of the ticks at a pixel; in a fold or beside all stretches that of the nearest stretch."""
    segments = [each for each in view.scale.segments(0.0, view.width) if not each.folded]
    if view.kind is ScaleKind.ORDER or not segments:
        return Step(Unit.DAY, 1)
    segment = min(segments, key=lambda each: max(each.left - x, x - each.right, 0.0))
    part = _part(view, segment)
    return Step(Unit.DAY, 1) if part is None else part_step(part, view, finest, metrics, customs)


def scale_in_words(scale: Scale) -> str:
    """What the chip says: "True scale", "One scale, 3 breaks", "2 scales, 1 break: the right side is drawn …"."""
    if scale.kind is ScaleKind.ORDER:
        return "Order only: equal steps, lengths mean nothing"
    folds = int(scale.shape.folded.sum())
    breaks = f"{folds or 'no'} break{'s' * (folds > 1)}"
    densities = [scale.density(index) for index in np.flatnonzero(~scale.shape.folded).tolist()]
    distinct = _distinct(densities)
    if distinct == 1:
        return f"One scale, {breaks}" if folds else "True scale"
    ratio = times_larger(max(densities) / min(densities))
    if len(densities) == _TWO:
        side = "right" if densities[1] > densities[0] else "left"
        return f"{distinct} scales, {breaks}: the {side} side is drawn {ratio} larger"
    return f"{distinct} scales, {breaks}: the largest is drawn {ratio} the smallest"


def _distinct(densities: list[float]) -> int:
    ordered = sorted(densities)
    return 1 + sum(other > one * (1 + _SAME) for one, other in pairwise(ordered))


def _part(view: View, segment: Segment) -> Part | None:
    """What of a stretch is visible; one that is alone runs on to the edges of the view."""
    alone = len(view.scale.shape) == 1
    left = 0.0 if alone else max(segment.left, 0.0)
    right = view.width if alone else min(segment.right, view.width)
    whole = segment.left >= -1 and segment.right <= view.width + 1
    if alone:
        whole = whole and segment.right - segment.left > _MOSTLY * view.width
    if right <= left:
        return None
    start = view.scale.time(left) if alone or segment.left < 0 else segment.start
    end = view.scale.time(right) if alone or segment.right > view.width else segment.end
    return Part(segment, left, right, start, max(end, start + 1), whole)


def _stretch(part: Part, view: View, metrics: Metrics, names: Names) -> Stretch:
    box = Box(part.left, PANEL_TOP, part.right, view.height - PANEL_TOP)
    start, end = (part.segment.start, part.segment.end) if part.whole else _context(part)
    length = length_in_full(start, end) if part.whole else ""
    return Stretch(box, part.start, part.end, _header(box, range_in_words(start, end, names), length, metrics))


def _header(box: Box, variants: tuple[str, ...], length: str, metrics: Metrics) -> tuple[Text, ...]:
    """The range at the left, how long it is at the right where both fit."""
    room = box.width - 2 * _PAD
    beside = metrics.width(length, Role.SMALL) + _GAP if length else 0.0
    words = first_that_fits(variants, room - beside, Role.HEADER, metrics)
    if words is None:
        beside = 0.0
        words = first_that_fits(variants, room, Role.HEADER, metrics) or shortened(
            variants[-1], room, Role.HEADER, metrics
        )
    texts = [Text(box.left + _PAD, HEADER_BASELINE, words, Role.HEADER)] if words else []
    if beside:
        x = box.right - _PAD - metrics.width(length, Role.SMALL)
        texts.append(Text(x, HEADER_BASELINE, length, Role.SMALL, Tone.MUTED))
    return tuple(texts)


def _context(part: Part) -> tuple[int, int]:
    """The larger calendar unit, or units, around what is visible: the day of hours, the month of days."""
    length = part.end - part.start
    if length <= 3 * civil.DAY:
        unit = Step(Unit.DAY, 1)
    elif length <= 100 * civil.DAY:
        unit = Step(Unit.MONTH, 1)
    else:
        unit = Step(Unit.YEAR, 1)
    return unit.floor(part.start), unit.after(unit.floor(part.end - 1))


def _order_stretch(view: View, metrics: Metrics, names: Names) -> Stretch:
    """One panel for everything."""
    box = Box(0.0, PANEL_TOP, view.width, view.height - PANEL_TOP)
    knots = view.scale.shape.knots
    words = range_in_words(int(knots[0]), int(knots[-1]), names)
    return Stretch(box, view.start, view.end, _header(box, words, "equal steps", metrics))
