"""Handles: where the date of the selected event can be taken hold of, and what it looks like while it is dragged.

One moment has one handle, at the foot of its card or under its dot; a period, or a moment between two, has one at each
end that is in sight and known; a choice between dates has none. Where only the order of events is drawn there are none.
"""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.layout.axis import AXIS_Y
from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST, Columns, Form
from timeline_app.layout.figures import Body, Box, Dragged, Grip, Handle, Mark, Text
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import View
from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import Style, in_words

_WIDE, _HIGH = 28.0, 9.0  # of a handle for a whole date
_DOT_WIDE = 18.0
_END_WIDE, _END_HIGH = 9.0, 20.0
_PAD = 8.0
_PLATE = 22.0
_LEAST = 3.0  # pixels of what a dragged date covers


def build_handles(
    marks: Sequence[Mark], columns: Columns, selected: int | None, view: View, heights: tuple[float, float]
) -> tuple[Handle, ...]:
    """The handles of the selected row wherever it is drawn whole between two heights."""
    if selected is None or view.kind is ScaleKind.ORDER:
        return ()
    found = [handle for mark in marks if mark.row == selected for handle in _handles(mark, columns, view)]
    top, bottom = heights
    return tuple(
        each for each in found if each.box.top >= top and each.box.bottom <= bottom and 0 <= each.box.left < view.width
    )


def _handles(mark: Mark, columns: Columns, view: View) -> list[Handle]:
    body, row = mark.body, mark.row
    if mark.parts:
        return []
    earliest, latest = int(columns.earliest[row]), int(columns.latest[row])
    if columns.form[row] == Form.UNIT:
        if OPEN_PAST in (earliest, latest) or OPEN_FUTURE in (earliest, latest):
            return []
        middle = (max(body.left, 0.0) + min(body.right, view.width)) / 2
        wide = _DOT_WIDE if mark.form is Body.DOT else _WIDE
        top = body.bottom + 2.0 if mark.form is Body.DOT else body.bottom - _HIGH / 2
        box = Box(middle - wide / 2, top, middle + wide / 2, top + _HIGH)
        return [Handle(box, Grip.DATE, row, view.scale.x(earliest + (latest - earliest) // 2))]
    ends = [
        (Grip.START, body.left - _END_WIDE, view.scale.x(earliest), mark.left_end and body.left >= 0.0),
        (Grip.END, body.right, view.scale.x(latest), mark.right_end and body.right <= view.width),
    ]
    top = (body.top + body.bottom - _END_HIGH) / 2
    return [
        Handle(Box(left, top, left + _END_WIDE, top + _END_HIGH), grip, row, x)
        for grip, left, x, there in ends
        if there
    ]


def dragged(value: TemporalValue, view: View, metrics: Metrics) -> Dragged:
    """A date that is being dragged, over the whole height of a view, its words under the axis line."""
    scale = view.scale
    left = 0.0 if value.earliest is None else scale.x(value.earliest)
    right = view.width if value.latest is None else scale.x(value.latest)
    left, right = max(left, -_PAD), min(right, view.width + _PAD)
    right = max(right, left + _LEAST)
    words = in_words(value, Style.LONG)
    wide = metrics.width(words, Role.HEADER) + 2 * _PAD
    at = min(max((max(left, 0.0) + min(right, view.width) - wide) / 2, 0.0), view.width - wide)
    plate = Box(at, AXIS_Y + 4.0, at + wide, AXIS_Y + 4.0 + _PLATE)
    return Dragged(Box(left, AXIS_Y, right, view.height), plate, Text(at + _PAD, plate.top + 15.5, words, Role.HEADER))
