"""Scene: everything the canvas shows at one moment, as frozen figures; and what stands under a point.

``build_scene`` is a pure function of what it is given. ``previous`` is only asked where things stood, so that they stay
put while the view pans; exports pass none. Every event in the view is a mark or counted by a cluster, and every other
is counted at an edge: nothing is hidden silently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.axis import AXIS_HEIGHT, AXIS_Y, build_axis, scale_in_words
from timeline_app.layout.candidates import FEW
from timeline_app.layout.columns import Columns
from timeline_app.layout.density import BAND_HEIGHT, build_clusters, build_counters, build_density, build_overflow
from timeline_app.layout.figures import (
    Box,
    Cluster,
    Counter,
    Fold,
    Histogram,
    Mark,
    MarkerLine,
    Overflow,
    ScaleBar,
    Stretch,
    Text,
    Tick,
)
from timeline_app.layout.fold_words import written_folds
from timeline_app.layout.foot import FOOT_HEIGHT, build_marker_lines, build_scale_bars, label_boxes
from timeline_app.layout.marks import Selection, Window, build_marks
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.packing import TRACK
from timeline_app.layout.places import Places, place_events
from timeline_app.layout.texts import Texts
from timeline_app.layout.tick_row import KNOWN_SECONDS
from timeline_app.layout.view import View
from timeline_app.layout.weekends import build_weekends

_AIR = 4.0  # pixels under the lowest mark
_SLOP = 4.0  # pixels by which a click may miss a mark


@dataclass(frozen=True, slots=True)
class Marker:
    """A moment that is no event: ``time`` in seconds (the end of what is known of it) and what to call it."""

    time: int
    name: str


Hit = Mark | Cluster | Fold | Counter | Overflow


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is drawn, back to front: stretches, weekends, ticks, folds, marker lines, marks, fixed axis and foot.

    Marks lie between ``content_top`` and ``content_bottom``; ``content_height`` is how high the view would have to be
    to show them all without scrolling. ``places`` say where things stand, for the next scene.
    """

    columns: Columns
    view: View
    chip: str
    stretches: tuple[Stretch, ...]
    weekends: tuple[Box, ...]
    folds: tuple[Fold, ...]
    ticks: tuple[Tick, ...]
    tick_texts: tuple[Text, ...]
    axis_y: float
    marker_lines: tuple[MarkerLine, ...]
    marks: tuple[Mark, ...]
    density: tuple[Histogram, ...]
    clusters: tuple[Cluster, ...]
    counters: tuple[Counter, ...]
    overflow: Overflow | None
    scale_bars: tuple[ScaleBar, ...]
    categories: tuple[str, ...]
    content_top: float
    content_bottom: float
    content_height: float
    places: Places

    def hit(self, x: float, y: float) -> Hit | None:
        """What is drawn at a point, or within 4 px of it: a counter, a cluster, a mark or a fold; else None."""
        chips: tuple[Overflow, ...] = (self.overflow,) if self.overflow else ()
        fixed: tuple[Counter | Overflow | Cluster, ...] = (*self.counters, *chips, *self.clusters)
        found: Hit | None = next((figure for figure in fixed if figure.box.contains(x, y)), None)
        if found is None and self.content_top <= y < self.content_bottom:
            found = self._mark_at(x, y, 0.0) or self._mark_at(x, y, _SLOP)
        return found or next((fold for fold in self.folds if fold.box.contains(x, y)), None)

    def _mark_at(self, x: float, y: float, slop: float) -> Mark | None:
        return next((mark for mark in reversed(self.marks) if mark.box.grown(slop).contains(x, y)), None)

    def mark_of(self, row: int) -> Mark | None:
        """The visible mark of a row."""
        return next((mark for mark in self.marks if mark.row == row), None)

    def scroll_to(self, row: int, columns: Columns) -> float:
        """The scroll, in pixels, at which the mark of a row is in sight; as it is if it already is or has no place."""
        place = self.places.by_key.get(int(columns.key[row]))
        if place is None:
            return self.view.scroll
        top, room = place.track * TRACK, self.content_bottom - self.content_top
        return min(max(self.view.scroll, top + place.words.height + _AIR - room), top)


def build_scene(
    columns: Columns,
    texts: Texts,
    view: View,
    metrics: Metrics,
    previous: Scene | None = None,
    *,
    selected: int | None = None,
    markers: Sequence[Marker] = (),
    filtered: Columns | None = None,
    picked: NDArray[np.bool_] | None = None,
    hurried: bool = False,
) -> Scene:
    """The scene of a view; ``selected`` is a row, ``filtered`` are the events that a filter hides.

    ``picked`` says of each row whether it is selected together with others. ``hurried`` looks for no new marks at
    another zoom than that of ``previous``: for the frames between two that are whole.
    """
    axis = build_axis(columns, view, metrics, filtered)
    many = len(columns) > FEW
    top = AXIS_HEIGHT + (BAND_HEIGHT if many else 0.0)
    bottom = max(view.height - FOOT_HEIGHT, top)
    places = place_events(
        columns, texts, view, metrics,
        previous=previous.places if previous else None, selected=selected, room=bottom - top,
        hurried=hurried,
    )  # fmt: skip
    window = Window(view.width, top, bottom, top - view.scroll, tuple(fold.box for fold in axis.folds))
    marks = build_marks(places.placed, columns, window, metrics, Selection(selected, picked))
    content_height = top + places.height + _AIR + FOOT_HEIGHT
    counters = build_counters(columns, view, metrics, view.height - 10.0)
    overflow = build_overflow(_below(places, window), bottom - top, view, metrics, view.height - 10.0, content_height)
    chips = [figure.box for figure in (*counters, overflow) if figure is not None]
    lines = build_marker_lines([(marker.time, marker.name) for marker in markers], view, metrics, chips)
    taken = (*chips, *label_boxes(lines, metrics))
    return Scene(
        columns=columns,
        view=view,
        chip=scale_in_words(view.scale),
        stretches=axis.stretches,
        weekends=build_weekends(view, AXIS_Y, axis.stretches[0].box.bottom) if axis.stretches else (),
        folds=written_folds(axis.folds, [mark.box for mark in marks], view.width, top, metrics),
        ticks=axis.ticks,
        tick_texts=axis.texts,
        axis_y=AXIS_Y,
        marker_lines=lines,
        marks=marks,
        density=build_density(columns, view, AXIS_HEIGHT) if many else (),
        clusters=build_clusters(columns, view, metrics, places.rows, AXIS_HEIGHT + 12.0) if many else (),
        counters=counters,
        overflow=overflow,
        scale_bars=build_scale_bars(axis.stretches, KNOWN_SECONDS[columns.finest], view, metrics, taken),
        categories=columns.categories,
        content_top=top,
        content_bottom=bottom,
        content_height=content_height,
        places=places,
    )


def _below(places: Places, window: Window) -> int:
    """How many marks of this view lie below what is in sight, or only in part above it."""
    return sum(
        each.right > 0.0
        and each.left < window.width
        and window.offset + each.place.track * TRACK + each.place.words.height > window.bottom + 1.0
        for each in places.placed
    )
