"""The foot of the canvas: scale bars as on a map, and the names of marker lines, none over another."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.layout.axis import AXIS_Y, PANEL_TOP
from timeline_app.layout.figures import Box, MarkerLine, ScaleBar, Stretch, Text, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.ticks import LADDER
from timeline_app.layout.view import View

FOOT_HEIGHT = 52.0
_BAR_FROM_BOTTOM = 36.0
_LABEL_FROM_BOTTOM = 19.0
_LONGEST, _SHORTEST = 172.0, 28.0  # of a scale bar
_PAD = 8.0
_CLEAR, _DESCENT = 2.0, 4.0  # free around words, and how far their letters reach below the line
_AT_END = 1.0  # a line at the very edge stands just inside it


def build_marker_lines(
    markers: Sequence[tuple[int, str]], view: View, metrics: Metrics, chips: Sequence[Box], words: Sequence[Text] = ()
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


def build_scale_bars(
    stretches: Sequence[Stretch], finest: int, view: View, metrics: Metrics, taken: Sequence[Box]
) -> tuple[ScaleBar, ...]:
    """One bar for each stretch that has room for it, at its left end; ``finest`` in seconds is known of the dates."""
    if view.kind is ScaleKind.ORDER:
        return ()
    return tuple(bar for stretch in stretches if (bar := _scale_bar(stretch, finest, view, metrics, taken)) is not None)


def _scale_bar(stretch: Stretch, finest: int, view: View, metrics: Metrics, taken: Sequence[Box]) -> ScaleBar | None:
    """The bar of a stretch at its left end, or right of what is in the way there."""
    lefts = [stretch.box.left, *sorted(box.right + _PAD for box in taken if box.right > stretch.box.left)]
    found = (_bar_from(left, stretch, finest, view, metrics, taken) for left in lefts)
    return next((bar for bar in found if bar is not None), None)


def _bar_from(
    left: float, stretch: Stretch, finest: int, view: View, metrics: Metrics, taken: Sequence[Box]
) -> ScaleBar | None:
    """The longest calendar length no wider than the stretch, nor than 172 px unless dates are not known finer."""
    density = stretch.box.width / (stretch.end - stretch.start)
    y = view.height - _BAR_FROM_BOTTOM
    for box in taken:
        if box.left <= left + _PAD and left < box.right + _PAD:
            left = box.right + _PAD
    longest = max(_LONGEST, finest * density * 1.01) if finest * density < stretch.box.width / 2 else _LONGEST
    room = min(stretch.box.right - left, longest) + 0.5
    fitting = [step for step in LADDER if _SHORTEST <= step.seconds * density <= room]
    if not fitting:
        return None
    step = fitting[-1]
    long = step.seconds * density
    left = max(min(left + _PAD, stretch.box.right - long), left)
    right = left + long
    wide = metrics.width(step.in_words, Role.SMALL)
    x = min(max((left + right - wide) / 2, left), stretch.box.right - wide)
    label = Text(x, view.height - _LABEL_FROM_BOTTOM, step.in_words, Role.SMALL, Tone.MUTED)
    whole = Box(min(left, x), y - 6, max(right, x + wide), label.y + 4)
    if x < stretch.box.left or any(whole.overlaps(box) for box in taken):
        return None
    return ScaleBar(left, right, y, label)


def label_boxes(lines: Sequence[MarkerLine], metrics: Metrics) -> tuple[Box, ...]:
    """Where the foot is written on by the names of marker lines."""
    labels = [line.label for line in lines]
    return tuple(Box(t.x - 6, t.y - 14, t.x + metrics.width(t.text, t.role) + 6, t.y + 4) for t in labels)


def _free(left: float, y: float, wide: float, view: View, taken: Sequence[Box]) -> bool:
    box = Box(left, y - 12, left + wide, y + 4)
    return left >= 0 and box.right <= view.width and not any(box.overlaps(other) for other in taken)
