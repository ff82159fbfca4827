"""Weekends: bands behind the events where days are wide enough to tell apart, in times that know weekends."""

from __future__ import annotations

import numpy as np

from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.figures import Box
from timeline_app.layout.scale import ScaleKind, Segment
from timeline_app.layout.view import View
from timeline_app.model import civil

_LEAST = 6.0  # pixels of a day
_SINCE = civil.to_seconds(1900)
_WEEK = 7 * civil.DAY


def build_weekends(view: View, top: float, bottom: float, customs: Customs = USUAL) -> tuple[Box, ...]:
    """The weekends in view, the days of each as one box between two heights."""
    if view.kind is ScaleKind.ORDER:
        return ()
    segments = view.scale.segments(0.0, view.width)
    return tuple(box for segment in segments for box in _of_segment(segment, view, top, bottom, customs))


def _of_segment(segment: Segment, view: View, top: float, bottom: float, customs: Customs) -> list[Box]:
    if not customs.weekend or segment.folded or segment.density * civil.DAY < _LEAST:
        return []
    outer = view.kind is ScaleKind.TRUE  # whose ends go on for as long as one likes
    start, end = (view.start, view.end) if outer else (max(segment.start, view.start), min(segment.end, view.end))
    start = max(start, _SINCE)
    first, days = customs.weekend[0], len(customs.weekend)
    since = (civil.weekday(start) - first) % 7
    begin = start - start % civil.DAY + (-since if since < days else 7 - since) * civil.DAY
    begins = np.arange(begin, end, _WEEK, dtype=np.int64)
    low, high = (0.0, view.width) if outer else (max(segment.left, 0.0), min(segment.right, view.width))
    lefts = np.clip(view.scale.xs(begins), low, high).tolist()
    rights = np.clip(view.scale.xs(begins + days * civil.DAY), low, high).tolist()
    return [Box(left, top, right, bottom) for left, right in zip(lefts, rights, strict=True) if right > left]
