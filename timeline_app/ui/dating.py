"""What dates the places of a view stand for, as exact as its axis: for periods, and what is dragged. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.figures import Dragged, Grip, Handle
from timeline_app.layout.handles import dragged
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.snapping import Cut, cut_at, moved, stretched
from timeline_app.layout.view import View
from timeline_app.model.temporal import TemporalValue, interval
from timeline_app.ui.shown import Shown


@dataclass(frozen=True, slots=True)
class Dating:
    """Dates by pixels of a view."""

    view: View
    shown: Shown
    metrics: Metrics
    customs: Customs = USUAL

    def between(self, left: float, right: float) -> TemporalValue:
        """The period between two pixels."""
        start = self.view.scale.time(left)
        return self.period(start, max(self.view.scale.time(right), start + 1))

    def period(self, start: int, end: int) -> TemporalValue:
        """The seconds ``[start, end)`` as a period, as exact as the axis is in the middle of what of it is in view."""
        left, right = max(self.view.scale.x(start), 0.0), min(self.view.scale.x(end), self.view.width)
        cut = self._cut((left + right) / 2)
        return interval(cut.edtf(start), cut.edtf(end - 1))

    def dragged(self, handle: Handle, pixels: float) -> TemporalValue | None:
        """The date of an event whose handle was dragged so far to the right; None where no date could be meant."""
        value = self.shown.event_at(handle.row).value
        x = handle.x + pixels
        if value is None:
            return None
        cut = self._cut(x)
        if handle.grip is Grip.DATE:
            return moved(value, self.view.scale.time(x), cut)
        start = handle.grip is Grip.START
        return stretched(value, self.view.scale.time(x) if start else self.view.scale.time(x) - 1, cut, start=start)

    def shown_as(self, value: TemporalValue) -> Dragged:
        """What a date looks like while it is dragged."""
        return dragged(value, self.view, self.metrics)

    def _cut(self, x: float) -> Cut:
        """How exact the axis is at a pixel, outside the view as at its edge."""
        x = min(max(x, 0.0), self.view.width)
        return cut_at(self.view, self.shown.columns.finest, self.metrics, x, self.customs)
