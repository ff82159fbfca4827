"""The axis: panels and headers of stretches, ticks with labels, folds, and what says honestly at which scale this is.

Everything stands in the fixed zone at the top of the view, ``AXIS_HEIGHT`` pixels high, but the lines through it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import numpy as np

from timeline_app.layout.columns import Columns
from timeline_app.layout.figures import Box, Fold, Stretch, Text, Tick, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import Scale, ScaleKind, Segment
from timeline_app.layout.ticks import LADDER, Label, Step, Unit
from timeline_app.layout.view import View
from timeline_app.layout.words import length_in_full, range_in_words, times_larger, unit_name
from timeline_app.layout.wrapping import first_that_fits, shortened
from timeline_app.model import civil

PANEL_TOP = 6.0
HEADER_BASELINE = 22.0
AXIS_Y = 31.0
TICK_BASELINE = 49.0
AXIS_HEIGHT = 62.0
_PAD = 8.0
_GAP = 12.0  # least free space between two labels
_FINEST = 14.0  # cells narrower than this are not tried
_LONE = 232.0  # a stretch that is one unit and no wider says so, rather than cut it up
_FOLD_WORDS = 320.0  # pixels under the axis in the middle of which a fold is written on
_LEAST_SLOT = 96.0  # between two labels of an order-only axis
_SAME = 0.01  # scales this close are one scale
_TWO = 2


# Seconds of the unit that each precision names: a tick finer than what is known would suggest what nobody said.
KNOWN_SECONDS = (1, 60, civil.HOUR, civil.DAY, civil.DAY, *(30 * civil.DAY,) * 4, *(365 * civil.DAY,) * 6)
_ZOOMED_IN = 0.7  # of the view; a unit wider than that is cut up all the same

_Chosen = tuple[Step, list[int], int]


@dataclass(frozen=True, slots=True)
class Axis:
    """What the axis shows, from left to right."""

    stretches: tuple[Stretch, ...]
    folds: tuple[Fold, ...]
    ticks: tuple[Tick, ...]
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class _Part:
    """A visible piece of a stretch."""

    segment: Segment
    left: float
    right: float
    start: int
    end: int
    whole: bool


def build_axis(columns: Columns, view: View, metrics: Metrics, filtered: Columns | None = None) -> Axis:
    """The axis of a view; ``filtered`` are the events that a filter hides."""
    if view.kind is ScaleKind.ORDER:
        return _order_axis(view, metrics)
    segments = view.scale.segments(0.0, view.width)
    parts = [_part(view, segment) for segment in segments if not segment.folded]
    stretches = tuple(_stretch(part, view, metrics) for part in parts if part.right > part.left)
    folds = tuple(_fold(segment, columns, filtered, view) for segment in segments if segment.folded)
    ticks: list[Tick] = []
    texts: list[Text] = []
    for part in parts:
        if part.right > part.left:
            _tick(part, view, columns.finest, metrics, ticks, texts)
    return Axis(stretches, folds, tuple(ticks), tuple(texts))


def scale_in_words(scale: Scale) -> str:
    """What the chip says: "True scale", "One scale, 3 breaks", "2 scales, 1 break: the right side is drawn …"."""
    if scale.kind is ScaleKind.ORDER:
        return "Order only: equal steps, lengths mean nothing"
    folds = int(scale.shape.folded.sum())
    if not folds:
        return "True scale"
    breaks = f"{folds} break{'s' * (folds != 1)}"
    densities = [scale.density(index) for index in np.flatnonzero(~scale.shape.folded).tolist()]
    distinct = _distinct(densities)
    if distinct == 1:
        return f"One scale, {breaks}"
    ratio = times_larger(max(densities) / min(densities))
    if len(densities) == _TWO:
        side = "right" if densities[1] > densities[0] else "left"
        return f"{distinct} scales, {breaks}: the {side} side is drawn {ratio} larger"
    return f"{distinct} scales, {breaks}: the largest is drawn {ratio} the smallest"


def header_year(stretch: Stretch) -> int | None:
    """The one year that all of a stretch lies in and its header says, if there is one."""
    first, last = civil.from_seconds(stretch.start).year, civil.from_seconds(max(stretch.end - 1, stretch.start)).year
    return first if first == last else None


def _distinct(densities: list[float]) -> int:
    ordered = sorted(densities)
    return 1 + sum(other > one * (1 + _SAME) for one, other in pairwise(ordered))


def _part(view: View, segment: Segment) -> _Part:
    """What of a stretch is visible; one that is alone runs on to the edges of the view."""
    alone = len(view.scale.shape) == 1
    left = 0.0 if alone else max(segment.left, 0.0)
    right = view.width if alone else min(segment.right, view.width)
    whole = segment.left >= -1 and segment.right <= view.width + 1
    if alone:
        whole = whole and segment.right - segment.left > 0.75 * view.width
    start = view.scale.time(left) if alone or segment.left < 0 else segment.start
    end = view.scale.time(right) if alone or segment.right > view.width else segment.end
    return _Part(segment, left, right, start, max(end, start + 1), whole)


def _stretch(part: _Part, view: View, metrics: Metrics) -> Stretch:
    box = Box(part.left, PANEL_TOP, part.right, view.height - PANEL_TOP)
    start, end = (part.segment.start, part.segment.end) if part.whole else _context(part)
    length = length_in_full(start, end) if part.whole else ""
    return Stretch(box, part.start, part.end, _header(box, range_in_words(start, end), length, metrics))


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


def _context(part: _Part) -> tuple[int, int]:
    """The larger calendar unit, or units, around what is visible: the day of hours, the month of days."""
    length = part.end - part.start
    if length <= 3 * civil.DAY:
        unit = Step(Unit.DAY, 1)
    elif length <= 100 * civil.DAY:
        unit = Step(Unit.MONTH, 1)
    else:
        unit = Step(Unit.YEAR, 1)
    return unit.floor(part.start), unit.after(unit.floor(part.end - 1))


def true_ticks(scale: Scale, left: float, right: float, y: float, metrics: Metrics) -> tuple[Text, ...]:
    """Labels in the middle of their moments for a scale of one stretch, between two pixels, their baseline at ``y``."""
    segment = scale.segments(left, right)[0]
    chosen = _chosen_step(_Part(segment, left, right, scale.time(left), scale.time(right), whole=True), 0, metrics)
    if chosen is None:
        return ()
    step, cells, variant = chosen
    texts: list[Text] = []
    taken = left
    for time, x in zip(cells, scale.xs(np.array(cells, dtype=np.int64)).tolist(), strict=True):
        variants = step.label(time).variants
        words = variants[min(variant, len(variants) - 1)]
        wide = metrics.width(words, Role.TICK)
        at = min(x - wide / 2, right - wide) if x <= right else right
        if at >= taken and at + wide <= right:
            texts.append(Text(at, y, words, Role.TICK, Tone.MUTED))
            taken = at + wide + _GAP
    return tuple(texts)


def _tick(part: _Part, view: View, finest: int, metrics: Metrics, ticks: list[Tick], texts: list[Text]) -> None:
    """The borders and labels of the finest step whose labels fit, but no finer than the dates are known."""
    segment = part.segment
    name = unit_name(segment.start, segment.end) if part.whole and part.right - part.left <= _LONE else None
    if name:
        words = f"the {name}"
        x = (part.left + part.right - metrics.width(words, Role.TICK)) / 2
        if x >= part.left:
            texts.append(Text(x, TICK_BASELINE, words, Role.TICK, Tone.MUTED))
        return
    known = KNOWN_SECONDS[finest]
    least = 0 if known * segment.density > _ZOOMED_IN * view.width else known
    if chosen := _chosen_step(part, least, metrics):
        borders = view.scale.xs(np.array(chosen[1], dtype=np.int64)).tolist()
        ticks += [Tick(x, major=True) for x in borders if part.left < x < part.right]
        texts += _tick_texts(part, view.scale, chosen, metrics)


def _tick_texts(part: _Part, scale: Scale, chosen: _Chosen, metrics: Metrics) -> list[Text]:
    """The labels of all cells, each beginning after the one before ends."""
    step, cells, variant = chosen
    borders = scale.xs(np.array(cells, dtype=np.int64)).tolist()
    texts: list[Text] = []
    taken = part.left
    for index, time in enumerate(cells[:-1]):
        text = _tick_text(step, time, (borders[index], borders[index + 1]), part, variant, metrics)
        if text and text.x >= taken:
            texts.append(text)
            taken = text.x + metrics.width(text.text, text.role) + _GAP / 2
    return texts


def _chosen_step(part: _Part, least: int, metrics: Metrics) -> _Chosen | None:
    """The finest step, of at least ``least`` seconds, whose labels fit into their cells."""
    density = part.segment.density
    for step in LADDER:
        cell = step.seconds * density
        if cell < _FINEST or step.seconds < least * 0.9:
            continue
        cells = step.cells(part.start, part.end)
        labels = [step.label(time) for time in cells[:-1]]
        room = cell * (0.9 if step.unit in {Unit.MONTH, Unit.YEAR} else 1.0) - _GAP
        for variant in range(max(len(label.variants) for label in labels)):
            if all(_label_width(label, variant, metrics) <= room for label in labels):
                return step, cells, variant
    return None


def _label_width(label: Label, variant: int, metrics: Metrics) -> float:
    if label.strong:  # has its own choice of variants
        return metrics.width(label.variants[-1], Role.TICK_STRONG)
    return metrics.width(label.variants[min(variant, len(label.variants) - 1)], Role.TICK)


def _tick_text(
    step: Step, time: int, cell: tuple[float, float], part: _Part, variant: int, metrics: Metrics
) -> Text | None:
    """The label of a cell: in the middle of what is visible of it if it names the cell, else right of its border."""
    label = step.label(time)
    role = Role.TICK_STRONG if label.strong else Role.TICK
    left, right = max(cell[0], part.left), min(cell[1], part.right)
    if label.strong:
        words = first_that_fits(label.variants, right - left - _GAP / 2, role, metrics)
    else:
        words = label.variants[min(variant, len(label.variants) - 1)]
    if not words:
        return None
    wide = metrics.width(words, role)
    if step.named:
        return Text((left + right - wide) / 2, TICK_BASELINE, words, role) if wide + 4 <= right - left else None
    if cell[0] < part.left - 0.5 or cell[0] + 5 + wide > part.right:
        return None
    return Text(cell[0] + 5, TICK_BASELINE, words, role)


def _fold(segment: Segment, columns: Columns, filtered: Columns | None, view: View) -> Fold:
    """A fold says how long it is and why it is one; where to write that is decided when the marks stand."""
    box = Box(segment.left, PANEL_TOP, segment.right, view.height - PANEL_TOP)
    length = length_in_full(segment.start, segment.end)
    why = "no events in these documents"
    if filtered is not None and (hidden := _within(filtered, segment.start, segment.end)):
        why = f"{hidden:,} hidden by the filter"
    if count := _within(columns, segment.start, segment.end):
        why = f"{count:,} event{'s' * (count != 1)} folded away"
    return Fold(box, segment.start, segment.end, (segment.left + segment.right) / 2, (length, why), ())


def written_folds(axis: Axis, taken: Sequence[Box], view: View, top: float, metrics: Metrics) -> tuple[Fold, ...]:
    """The folds with their words upward in the middle, in the first room that ``taken`` leaves for them in view."""
    line = metrics.line_height(Role.SMALL)
    return tuple(
        _written(fold, [box for box in taken if box.overlaps(fold.box)], top, metrics)
        if line <= fold.zigzag <= view.width - line
        else fold
        for fold in axis.folds
    )


def _written(fold: Fold, taken: Sequence[Box], top: float, metrics: Metrics) -> Fold:
    wide = [metrics.width(words, Role.SMALL) for words in fold.words]
    line = metrics.line_height(Role.SMALL)
    rooms = _rooms(taken, top + _PAD, fold.box.bottom - _PAD)
    for count in (2, 1):  # how long it is matters more than why
        needed = max(wide[:count])
        room = next((room for room in rooms if room[1] - room[0] >= needed), None)
        if room is None:
            continue
        middle = room[0] + min(max(_FOLD_WORDS, needed), room[1] - room[0]) / 2
        first = -2.0 if count > 1 else line / 2 - 3.0
        texts = [
            Text(fold.zigzag + first + number * line, middle + wide[number] / 2, fold.words[number],
                 Role.SMALL, Tone.MUTED if number else Tone.STRONG, vertical=True)
            for number in range(count)
        ]  # fmt: skip
        return replace(fold, texts=tuple(texts))
    return fold


def _rooms(taken: Sequence[Box], top: float, bottom: float) -> list[tuple[float, float]]:
    """The free ranges between the boxes, from the top."""
    rooms: list[tuple[float, float]] = []
    for box in sorted(taken, key=lambda box: box.top):
        if box.top - _PAD > top:
            rooms.append((top, box.top - _PAD))
        top = max(top, box.bottom + _PAD)
    return [*rooms, (top, bottom)] if bottom > top else rooms


def _within(columns: Columns, start: int, end: int) -> int:
    """Number of events that lie inside ``[start, end)``."""
    low, high = columns.earliest.searchsorted(np.array([start, end], dtype=np.int64))
    return int((columns.latest[low:high] <= end).sum())


def _order_axis(view: View, metrics: Metrics) -> Axis:
    """Order only: one panel, and the dates of as many slots as there is room for."""
    scale, shape = view.scale, view.scale.shape
    box = Box(0.0, PANEL_TOP, view.width, view.height - PANEL_TOP)
    words = range_in_words(int(shape.knots[0]), int(shape.knots[-1]))
    stretch = Stretch(box, view.start, view.end, _header(box, words, "equal steps", metrics))
    first, last = scale.segment_at(0.0), scale.segment_at(view.width)
    slots = first + np.flatnonzero(~shape.folded[first : last + 1])
    stride = max(1, -(-len(slots) * int(_LEAST_SLOT) // max(int(view.width), 1)))
    texts: list[Text] = []
    ticks: list[Tick] = []
    taken = 0.0
    for slot in slots[-(-first // stride) * stride - first :: stride].tolist() if stride > 1 else slots.tolist():
        left, right = scale.border(slot), scale.border(slot + 1)
        ticks += [Tick(x, major=True) for x in (left, right) if 0 < x < view.width] if stride == 1 else []
        names = range_in_words(int(shape.knots[slot]), int(shape.knots[slot + 1]))
        name = first_that_fits(names, max(right - left, _LEAST_SLOT) - _GAP / 2, Role.TICK, metrics)
        wide = metrics.width(name, Role.TICK) if name else 0.0
        x = (left + right - wide) / 2
        if name and x >= taken and x + wide <= view.width:
            texts.append(Text(x, TICK_BASELINE, name, Role.TICK))
            taken = x + wide + _GAP / 2
    return Axis((stretch,), (), tuple(ticks), tuple(texts))
