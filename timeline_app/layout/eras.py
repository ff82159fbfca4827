"""Eras: named stretches of time behind the events, each a tint over the whole height and a ribbon with its name.

Ribbons stand in rows of their own under the axis, so that a name is never on the words of an event. Which row an era
has follows from the dates of all eras alone: nothing jumps, however one pans and zooms.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline_app.layout.axis import AXIS_HEIGHT, AXIS_Y, PANEL_TOP
from timeline_app.layout.columns import LIMIT
from timeline_app.layout.figures import Box, EraBand, Text
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import View
from timeline_app.layout.wrapping import ELLIPSIS, shortened
from timeline_app.model.arrangement import Era

RIBBON = 18.0  # height
_GAP, _BELOW = 3.0, 6.0
_PAD = 7.0
_BASELINE = 13.0
_LEAST = 1.0  # pixels; a narrower era is not drawn
_BEYOND = 20.0  # pixels outside the view at which a band is cut off


@dataclass(frozen=True, slots=True)
class Eras:
    """What is drawn of them, and the height of their ribbons together."""

    bands: tuple[EraBand, ...]
    height: float


def build_eras(eras: Sequence[Era], view: View, metrics: Metrics) -> Eras:
    """The eras in view; room is kept for the ribbons of all."""
    rows = _rows(eras)
    bands = [band for era, row in rows if (band := _band(era, row, view, metrics)) is not None]
    count = 1 + max((row for _, row in rows), default=-1)
    return Eras(tuple(bands), count * (RIBBON + _GAP) + _BELOW if count else 0.0)


def _rows(eras: Sequence[Era]) -> list[tuple[Era, int]]:
    """Each era with the first row in which no earlier one reaches into it."""
    ends: list[int] = []
    found = []
    for era in sorted(eras, key=lambda era: (_start(era), -_end(era), era.name)):
        row = next((row for row, end in enumerate(ends) if end <= _start(era)), len(ends))
        ends[row:] = [_end(era), *ends[row + 1 :]]
        found.append((era, row))
    return found


def _band(era: Era, row: int, view: View, metrics: Metrics) -> EraBand | None:
    """An era as far as it is in view; beyond the ends of a folded scale there is nothing to draw on."""
    scale, low, high = view.scale, -_BEYOND, view.width + _BEYOND
    if view.kind is not ScaleKind.TRUE:
        low, high = max(low, scale.left), min(high, scale.right)
    left, right = scale.x(_start(era)), scale.x(_end(era))
    if right <= max(low, 0.0) or left >= min(high, view.width) or right - left < _LEAST:
        return None
    shown = Box(max(left, low), 0.0, min(right, high), 0.0)
    top = AXIS_HEIGHT + _GAP + row * (RIBBON + _GAP)
    ribbon = Box(shown.left, top, shown.right, top + RIBBON)
    return EraBand(
        ribbon=ribbon,
        ground=Box(shown.left, AXIS_Y, shown.right, view.height - PANEL_TOP),
        id=era.id,
        name=era.name,
        edtf=era.value.edtf,
        hue=era.hue,
        circa=era.value.approximate,
        left_end=left >= low and era.value.earliest is not None,
        right_end=right <= high and era.value.latest is not None,
        texts=_name(era.name, ribbon, view.width, metrics),
    )


def _name(name: str, ribbon: Box, width: float, metrics: Metrics) -> tuple[Text, ...]:
    """The name in the visible part of its ribbon, as much of it as fits; none where that would be a letter or two."""
    left, right = max(ribbon.left, 0.0) + _PAD, min(ribbon.right, width) - _PAD
    words = shortened(name, right - left, Role.COUNT, metrics)
    if len(words.rstrip(ELLIPSIS)) < min(len(name), 3):
        return ()
    return (Text(left, ribbon.top + _BASELINE, words, Role.COUNT),)


def _start(era: Era) -> int:
    return -LIMIT if era.value.earliest is None else max(era.value.earliest, -LIMIT)


def _end(era: Era) -> int:
    return LIMIT if era.value.latest is None else min(era.value.latest, LIMIT)
