"""Folds as figures: how long each is and why it is one, written upward in its middle where nothing else stands."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from timeline_app.layout.columns import Columns, Spans
from timeline_app.layout.figures import Box, Fold, Text, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import Segment
from timeline_app.layout.words import length_in_full

_PAD = 8.0
_FOLD_WORDS = 320.0  # pixels under the axis in the middle of which a fold is written on


def build_fold(segment: Segment, columns: Columns, filtered: Spans | None, top: float, bottom: float) -> Fold:
    """A fold says how long it is and why it is one; where to write that is decided when the marks stand."""
    box = Box(segment.left, top, segment.right, bottom)
    length = length_in_full(segment.start, segment.end)
    why = "no events in these documents"
    if filtered is not None and (hidden := filtered.within(segment.start, segment.end)):
        why = f"{hidden:,} hidden by the filter"
    if count := columns.spans().within(segment.start, segment.end):
        why = f"{count:,} event{'s' * (count != 1)} folded away"
    return Fold(box, segment.start, segment.end, (segment.left + segment.right) / 2, (length, why), ())


def written_folds(
    folds: Sequence[Fold], taken: Sequence[Box], width: float, top: float, metrics: Metrics
) -> tuple[Fold, ...]:
    """The folds with their words, in the first room that ``taken`` leaves for them in a view of that width."""
    line = metrics.line_height(Role.SMALL)
    return tuple(
        _written(fold, [box for box in taken if box.overlaps(fold.box)], top, metrics)
        if line <= fold.zigzag <= width - line
        else fold
        for fold in folds
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
