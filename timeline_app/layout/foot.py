"""The foot of the canvas: scale bars as on a map, and the names of marker lines, none over another.

Every stretch with room for one has a scale bar; the name of a line goes where it would be in the way of the only place.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.layout.axis import AXIS_Y, PANEL_TOP
from timeline_app.layout.figures import Box, MarkerLine, ScaleBar, Stretch, Text, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.ticks import LADDER, Step
from timeline_app.layout.view import View

FOOT_HEIGHT = 52.0
_BAR_FROM_BOTTOM = 36.0
_LABEL_FROM_BOTTOM = 19.0
_BESIDE = 42.0  # from the bottom up to a bar whose words stand beside it
_LONGEST, _SHORTEST = 172.0, 28.0  # of a scale bar
_PAD = 8.0
_CLEAR, _DESCENT = 2.0, 4.0  # free around words, and how far their letters reach below the line
_AT_END = 1.0  # a line at the very edge stands just inside it


def build_foot(
    markers: Sequence[tuple[int, str]],
    stretches: Sequence[Stretch],
    finest: int,
    view: View,
    metrics: Metrics,
    chips: Sequence[Box],
    words: Sequence[Text],
) -> tuple[tuple[MarkerLine, ...], tuple[ScaleBar, ...]]:
    """Marker lines and scale bars, as the two functions below make them, around ``chips``."""
    lines = _marker_lines(markers, view, metrics, chips, words)
    taken = (*chips, *label_boxes(lines, metrics))
    bars = _scale_bars(stretches, finest, view, metrics, taken)
    if len(bars) == len(stretches) or not lines or view.kind is ScaleKind.ORDER:
        return lines, bars
    alone = _scale_bars(stretches, finest, view, metrics, chips)
    if len(alone) == len(bars):
        return lines, bars
    boxes = tuple(Box(bar.left, bar.y - 6, bar.right, bar.y + 4) for bar in alone)
    labels = tuple(_label_box(bar.label, metrics) for bar in alone)
    return _marker_lines(markers, view, metrics, (*chips, *boxes, *labels), words), alone


def _marker_lines(
    markers: Sequence[tuple[int, str]], view: View, metrics: Metrics, chips: Sequence[Box], words: Sequence[Text]
) -> tuple[MarkerLine, ...]:
    """Dashed lines at moments in view that lead around ``words``, named at the foot where there is room."""
    taken = list(chips)
    lines: list[MarkerLine] = []
    y = view.height - _LABEL_FROM_BOTTOM
    for time, name in markers:
        x = view.scale.x(time)
        if not 0.0 <= x <= view.width:
            continue
        x = min(max(x, _AT_END), view.width - _AT_END)
        wide = metrics.width(name, Role.SMALL)
        places = [left for left in (x - 6.0 - wide, x + 6.0) if _free(left, y, wide, view, taken)]
        if not places:
            continue
        taken.append(Box(places[0] - 6, y - 12, places[0] + wide + 6, y + 4))
        label = Text(places[0], y, name, Role.SMALL, Tone.MUTED)
        lines.append(MarkerLine(x, _around(x, view.height - PANEL_TOP, words, metrics), label))
    return tuple(lines)


def _around(x: float, bottom: float, words: Sequence[Text], metrics: Metrics) -> tuple[tuple[float, float], ...]:
    """The heights of a line at ``x`` that leave out the words there."""
    gaps = sorted(
        (text.y - metrics.ascent(text.role) - _CLEAR, text.y + _DESCENT + _CLEAR)
        for text in words
        if text.x - _CLEAR <= x <= text.x + metrics.width(text.text, text.role) + _CLEAR
    )
    parts, top = [], AXIS_Y
    for above, below in gaps:
        if above > top:
            parts.append((top, above))
        top = max(top, below)
    return (*parts, (top, bottom)) if bottom > top else tuple(parts)


def _scale_bars(
    stretches: Sequence[Stretch], finest: int, view: View, metrics: Metrics, taken: Sequence[Box]
) -> tuple[ScaleBar, ...]:
    """One bar for each stretch that has room for it, at its left end; ``finest`` in seconds is known of the dates."""
    if view.kind is ScaleKind.ORDER:
        return ()
    return tuple(bar for stretch in stretches if (bar := _scale_bar(stretch, finest, view, metrics, taken)) is not None)


def _scale_bar(stretch: Stretch, finest: int, view: View, metrics: Metrics, taken: Sequence[Box]) -> ScaleBar | None:
    """The longest bar that has room, at the left end of its stretch or right of what is in the way there."""
    lefts = sorted({_right_of(taken, left) for left in (stretch.box.left, *(box.right for box in taken))})
    places = [(step, left) for step in _fitting(stretch, finest) for left in lefts if left >= stretch.box.left]
    found = (
        _bar_of(step, left, stretch, view, metrics, taken, beside=beside)
        for beside in (False, True)
        for step, left in places
    )
    return next((bar for bar in found if bar is not None), None)


def _right_of(taken: Sequence[Box], left: float) -> float:
    """A pixel, or where what is in the way there ends."""
    for box in sorted(taken, key=lambda box: box.left):
        if box.left <= left + _PAD and left < box.right + _PAD:
            left = box.right + _PAD
    return left


def _fitting(stretch: Stretch, finest: int) -> list[Step]:
    """Calendar lengths no wider than a stretch, nor than 172 px unless dates are not known finer; the longest first."""
    density = stretch.box.width / (stretch.end - stretch.start)
    longest = max(_LONGEST, finest * density * 1.01) if finest * density < stretch.box.width / 2 else _LONGEST
    room = min(stretch.box.width, longest) + 0.5
    return [step for step in reversed(LADDER) if _SHORTEST <= step.seconds * density <= room]


def _bar_of(
    step: Step,
    left: float,
    stretch: Stretch,
    view: View,
    metrics: Metrics,
    taken: Sequence[Box],
    *,
    beside: bool,
) -> ScaleBar | None:
    """A bar as long as a step, from a pixel on or as far left as its end allows; None where something is in the way.

    Its words stand under it, or at its right above whatever the foot holds.
    """
    long = step.seconds * stretch.box.width / (stretch.end - stretch.start)
    wide = metrics.width(step.in_words, Role.SMALL)
    left = stretch.box.left if beside else left
    if left + long > stretch.box.right + 0.5:
        return None
    left = max(min(left + _PAD, stretch.box.right - long), left)
    right, under = left + long, (2 * left + long - wide) / 2
    x = right + _PAD if beside else min(max(under, left), stretch.box.right - wide)
    y = view.height - (_BESIDE if beside else _BAR_FROM_BOTTOM)
    label = Text(x, y + 4.0 if beside else view.height - _LABEL_FROM_BOTTOM, step.in_words, Role.SMALL, Tone.MUTED)
    whole = Box(min(left, x), y - 6, max(right, x + wide), label.y + 4)
    if x < stretch.box.left or x + wide > stretch.box.right + 0.5 or any(whole.overlaps(box) for box in taken):
        return None
    return ScaleBar(left, right, y, label)


def label_boxes(lines: Sequence[MarkerLine], metrics: Metrics) -> tuple[Box, ...]:
    """Where the foot is written on by the names of marker lines."""
    return tuple(_label_box(line.label, metrics) for line in lines)


def _label_box(label: Text, metrics: Metrics) -> Box:
    return Box(label.x - 6, label.y - 14, label.x + metrics.width(label.text, label.role) + 6, label.y + 4)


def _free(left: float, y: float, wide: float, view: View, taken: Sequence[Box]) -> bool:
    box = Box(left, y - 12, left + wide, y + 4)
    return left >= 0 and box.right <= view.width and not any(box.overlaps(other) for other in taken)
