"""The row of ticks: borders of calendar units under the axis line, and as many labels as there is room for."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.figures import Text, Tick, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import Scale, Segment
from timeline_app.layout.ticks import LADDER, Label, Step, Unit, ladder_of
from timeline_app.layout.view import View
from timeline_app.layout.words import range_in_words, unit_name
from timeline_app.layout.wrapping import first_that_fits
from timeline_app.model import civil

TICK_BASELINE = 49.0
_GAP = 12.0  # least free space between two labels
_FINEST = 14.0  # cells narrower than this are not tried
_LONE = 232.0  # a stretch that is one unit and no wider says so, rather than cut it up
_LEAST_SLOT = 96.0  # between two labels of an order-only axis

# Seconds of the unit that each precision names: a tick finer than what is known would suggest what nobody said.
KNOWN_SECONDS = (1, 60, civil.HOUR, civil.DAY, civil.DAY, *(30 * civil.DAY,) * 4, *(365 * civil.DAY,) * 6)
_ZOOMED_IN = 0.7  # of the view; a unit wider than that is cut up all the same

_LONE_STEPS = {
    "century": Step(Unit.YEAR, 100), "decade": Step(Unit.YEAR, 10), "year": Step(Unit.YEAR, 1),
    "month": Step(Unit.MONTH, 1), "day": Step(Unit.DAY, 1), "hour": Step(Unit.HOUR, 1),
    "minute": Step(Unit.MINUTE, 1), "second": Step(Unit.SECOND, 1),
}  # fmt: skip

_Chosen = tuple[Step, tuple[int, ...], int]
Row = tuple[tuple[Tick, ...], tuple[Text, ...]]


@dataclass(frozen=True, slots=True)
class Part:
    """A visible piece of a stretch: seconds ``[start, end)`` between pixels; ``whole`` if nothing of it is outside."""

    segment: Segment
    left: float
    right: float
    start: int
    end: int
    whole: bool


def part_row(part: Part, view: View, finest: int, metrics: Metrics, customs: Customs = USUAL) -> Row:
    """The borders and labels of the finest step whose labels fit, but no finer than the dates are known."""
    name = _lone_unit(part)
    if name:
        words = f"the {name}"
        x = (part.left + part.right - metrics.width(words, Role.TICK)) / 2
        return (), (Text(x, TICK_BASELINE, words, Role.TICK, Tone.MUTED),) if x >= part.left else ()
    chosen = _chosen_step(part, _least(part, view, finest), metrics, ladder_of(customs))
    if chosen is None:
        return (), ()
    borders = view.scale.xs(np.array(chosen[1], dtype=np.int64)).tolist()
    ticks = tuple(Tick(x, major=True) for x in borders if part.left < x < part.right)
    return ticks, tuple(_tick_texts(part, borders, chosen, metrics))


def part_step(part: Part, view: View, finest: int, metrics: Metrics, customs: Customs = USUAL) -> Step:
    """The step of the borders in a part; where there are none, the unit it is, or the finest that could be told."""
    if name := _lone_unit(part):
        return _LONE_STEPS[name]
    chosen = _chosen_step(part, _least(part, view, finest), metrics, ladder_of(customs))
    told = (step for step in LADDER if step.seconds * part.segment.density >= _FINEST)
    return chosen[0] if chosen else next(told, LADDER[-1])


def _lone_unit(part: Part) -> str | None:
    """The calendar unit that a narrow stretch is, which is not cut up."""
    segment = part.segment
    return unit_name(segment.start, segment.end) if segment.right - segment.left <= _LONE else None


def _least(part: Part, view: View, finest: int) -> int:
    """The seconds that a step has at least: what the dates are known to, unless that is as wide as the view."""
    known = KNOWN_SECONDS[finest]
    return 0 if known * part.segment.density > _ZOOMED_IN * view.width else known


def true_ticks(
    scale: Scale, left: float, right: float, y: float, metrics: Metrics, customs: Customs = USUAL
) -> tuple[Text, ...]:
    """Labels in the middle of their moments for a scale of one stretch, between two pixels, their baseline at ``y``."""
    segment = scale.segments(left, right)[0]
    part = Part(segment, left, right, scale.time(left), scale.time(right), whole=True)
    chosen = _chosen_step(part, 0, metrics, ladder_of(customs))
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


def order_row(view: View, metrics: Metrics, customs: Customs = USUAL) -> Row:
    """Order only: the dates of as many slots as there is room for."""
    scale, shape = view.scale, view.scale.shape
    first, last = scale.segment_at(0.0), scale.segment_at(view.width)
    slots = first + np.flatnonzero(~shape.folded[first : last + 1])
    stride = max(1, -(-len(slots) * int(_LEAST_SLOT) // max(int(view.width), 1)))
    texts: list[Text] = []
    ticks: list[Tick] = []
    taken = 0.0
    for slot in slots[-(-first // stride) * stride - first :: stride].tolist() if stride > 1 else slots.tolist():
        left, right = scale.border(slot), scale.border(slot + 1)
        ticks += [Tick(x, major=True) for x in (left, right) if 0 < x < view.width] if stride == 1 else []
        names = range_in_words(int(shape.knots[slot]), int(shape.knots[slot + 1]), customs.names)
        name = first_that_fits(names, max(right - left, _LEAST_SLOT) - _GAP / 2, Role.TICK, metrics)
        wide = metrics.width(name, Role.TICK) if name else 0.0
        x = (left + right - wide) / 2
        if name and x >= taken and x + wide <= view.width:
            texts.append(Text(x, TICK_BASELINE, name, Role.TICK))
            taken = x + wide + _GAP / 2
    return tuple(ticks), tuple(texts)


def _tick_texts(part: Part, borders: list[float], chosen: _Chosen, metrics: Metrics) -> list[Text]:
    """The labels of all cells, each beginning after the one before ends."""
    step, cells, variant = chosen
    texts: list[Text] = []
    taken = part.left
    for index, time in enumerate(cells[:-1]):
        text = _tick_text(step, time, (borders[index], borders[index + 1]), part, variant, metrics)
        if text and text.x >= taken:
            texts.append(text)
            taken = text.x + metrics.width(text.text, text.role) + _GAP / 2
    return texts


def _chosen_step(part: Part, least: int, metrics: Metrics, ladder: tuple[Step, ...]) -> _Chosen | None:
    """The finest step, of at least ``least`` seconds, whose labels fit into their cells."""
    density = part.segment.density
    for step in ladder:
        cell = step.seconds * density
        if cell < _FINEST or step.seconds < least * 0.9:
            continue
        room = cell * (0.9 if step.unit in {Unit.MONTH, Unit.YEAR} else 1.0) - _GAP
        if found := _labelled(step, step.floor(part.start), step.floor(part.end - 1), room, metrics):
            return found
    return None


@lru_cache(maxsize=2000)  # while one pans the same cells come again in most frames
def _labelled(step: Step, first: int, last: int, room: float, metrics: Metrics) -> _Chosen | None:
    """The cells from one to another with the longest variant of their labels that fits into ``room`` pixels each.

    Variants grow shorter, so the first label that does not fit at all decides for all of them.
    """
    cells, variant = [first], 0
    while cells[-1] <= last:
        label = step.label(cells[-1])
        while _label_width(label, variant, metrics) > room:
            variant += 1
            if label.strong or variant >= len(label.variants):
                return None
        cells.append(step.after(cells[-1]))
    return step, tuple(cells), variant


def _label_width(label: Label, variant: int, metrics: Metrics) -> float:
    if label.strong:  # has its own choice of variants
        return metrics.width(label.variants[-1], Role.TICK_STRONG)
    return metrics.width(label.variants[min(variant, len(label.variants) - 1)], Role.TICK)


def _tick_text(
    step: Step, time: int, cell: tuple[float, float], part: Part, variant: int, metrics: Metrics
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
    in_fold = time < part.segment.start and part.segment.start == part.start
    if in_fold or cell[0] < part.left - 0.5 or cell[0] + 5 + wide > part.right:
        return None
    return Text(cell[0] + 5, TICK_BASELINE, words, role)
