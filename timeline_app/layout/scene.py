"""Scene: everything the canvas shows at one moment, as frozen figures; and what stands under a point.

``build_scene`` is a pure function of what it is given. ``previous`` is only asked where things stood, so that they stay
put while the view pans; exports pass none. Every event in the view is a mark or counted: by a cluster, at an edge, by
the head of a folded lane, or as lying below. Nothing is hidden silently.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.axis import AXIS_HEIGHT, AXIS_Y, build_axis, scale_in_words
from timeline_app.layout.candidates import FEW, Sought
from timeline_app.layout.columns import Columns, Spans
from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.density import (
    BAND_HEIGHT,
    build_clusters,
    build_counters,
    build_density,
    build_overflow,
    count_bars,
)
from timeline_app.layout.eras import build_eras
from timeline_app.layout.figures import (
    Box,
    Cluster,
    Counter,
    EraBand,
    Fold,
    Handle,
    Histogram,
    LaneHead,
    Mark,
    MarkerLine,
    Overflow,
    ScaleBar,
    Stretch,
    Text,
    Tick,
)
from timeline_app.layout.fold_words import written_folds
from timeline_app.layout.foot import FOOT_HEIGHT, build_foot, label_boxes
from timeline_app.layout.handles import build_handles
from timeline_app.layout.lanes import Label, Lane
from timeline_app.layout.marks import Selection, Window, build_marks, marks_below
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.places import place_events
from timeline_app.layout.pyramid import Rows, distinct
from timeline_app.layout.sections import HEAD, Asked, Body, Section, build_body
from timeline_app.layout.texts import Texts
from timeline_app.layout.tick_row import KNOWN_SECONDS
from timeline_app.layout.view import View
from timeline_app.layout.weekends import build_weekends
from timeline_app.model.arrangement import Era

_AIR = 4.0  # pixels under the lowest mark
_SLOP = 4.0  # pixels by which a click may miss a mark
_ALL = Label("", "")
_FEW_IN_LANE = 12  # events of a lane that are all shown where there are many in all


@dataclass(frozen=True, slots=True)
class Marker:
    """A moment that is no event: ``time`` in seconds (the end of what is known of it) and what to call it."""

    time: int
    name: str


Hit = Mark | Cluster | Fold | Counter | Overflow | LaneHead | EraBand | Handle


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """What is drawn, back to front: stretches, eras, weekends, ticks, folds, marker lines, marks, fixed axis and foot.

    Density begins at ``band_top``. Marks lie between ``content_top`` and ``content_bottom``; ``content_height`` is how
    high the view would have to be to show them all without scrolling. ``sections`` say where things stand, for the next
    scene: one for each lane, or one for all events. ``heads`` are of the lanes in sight; there are none without lanes.
    """

    columns: Columns
    view: View
    chip: str
    stretches: tuple[Stretch, ...]
    eras: tuple[EraBand, ...]
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
    handles: tuple[Handle, ...]
    band_top: float
    content_top: float
    content_bottom: float
    content_height: float
    heads: tuple[LaneHead, ...]
    sections: tuple[Section, ...]
    customs: Customs

    @property
    def rows(self) -> Rows:
        """The rows of all events that have a place, each once."""
        return distinct(np.concatenate([section.rows for section in self.sections]))

    def hit(self, x: float, y: float) -> Hit | None:
        """What is drawn at a point, or within 4 px of it: what lies uppermost; else None."""
        chips: tuple[Overflow, ...] = (self.overflow,) if self.overflow else ()
        fixed: tuple[Counter | Overflow | Cluster | LaneHead | Handle, ...] = (
            *self.counters, *chips, *self.heads, *self.handles, *self.clusters,
        )  # fmt: skip
        found: Hit | None = next((figure for figure in fixed if figure.box.contains(x, y)), None)
        if found is None and self.content_top <= y < self.content_bottom:
            found = self._mark_at(x, y, 0.0) or self._mark_at(x, y, _SLOP)
        found = found or next((band for band in self.eras if band.ribbon.contains(x, y)), None)
        return found or next((fold for fold in self.folds if fold.box.contains(x, y)), None)

    def _mark_at(self, x: float, y: float, slop: float) -> Mark | None:
        return next((mark for mark in reversed(self.marks) if mark.covers(x, y, slop)), None)

    def mark_of(self, row: int) -> Mark | None:
        """The visible mark of a row."""
        return next((mark for mark in self.marks if mark.row == row), None)

    def neighbour(self, row: int | None, steps: int) -> Mark | None:
        """The mark below (1) or above (-1) that of a row, the nearest in its column first; the first for no row."""
        here = self.mark_of(row) if row is not None else None
        if here is None:
            return self.marks[0] if self.marks else None
        ahead = [mark for mark in self.marks if (mark.box.top - here.box.top) * steps > 0]
        middle = (here.box.left + here.box.right) / 2

        def distance(mark: Mark) -> tuple[float, float]:
            return max(mark.box.left - middle, middle - mark.box.right, 0.0), abs(mark.box.top - here.box.top)

        return min(ahead, key=distance, default=None)

    def scroll_to(self, row: int) -> float:
        """The scroll, in pixels, at which the mark of a row is in sight; as it is if it already is or has no place."""
        head = HEAD if self.heads else 0.0
        room = self.content_bottom - self.content_top
        for section in self.sections:
            if (found := section.extent_of(row)) is not None:
                top, bottom = found
                return min(max(self.view.scroll, bottom + _AIR - room), top - head)
        return self.view.scroll


def build_scene(
    columns: Columns,
    texts: Texts,
    view: View,
    metrics: Metrics,
    previous: Scene | None = None,
    *,
    selected: int | None = None,
    markers: Sequence[Marker] = (),
    filtered: Spans | None = None,
    picked: NDArray[np.bool_] | None = None,
    sought: NDArray[np.bool_] | None = None,
    hurried: bool = False,
    lanes: Sequence[Lane] = (),
    share: float | None = None,
    eras: Sequence[Era] = (),
    customs: Customs = USUAL,
) -> Scene:
    """The scene of a view; ``selected`` is a row, ``filtered`` are the events that a filter hides.

    ``picked`` says of each row whether it is selected together with others, ``sought`` whether a search found it, which
    then has room before others. ``hurried`` looks for no new marks at
    another zoom than that of ``previous``: for the frames between two that are whole. ``lanes`` hold the rows of
    ``columns`` in groups; those of many events divide ``share`` pixels, by default the height of the view.
    """
    axis = build_axis(columns, view, metrics, filtered, customs)
    many = len(columns) > FEW and not lanes
    behind = build_eras(eras, view, metrics)
    under = AXIS_HEIGHT + behind.height
    top = under + (BAND_HEIGHT if many else 0.0)
    bottom = max(view.height - FOOT_HEIGHT, top)
    asked = Asked(
        texts=texts, view=view, metrics=metrics, selected=selected, picked=picked,
        folds=tuple(fold.box for fold in axis.folds), top=top, bottom=bottom, share=share or bottom - top,
        few=FEW if len(columns) <= FEW else _FEW_IN_LANE, hurried=hurried, sought=sought,
    )  # fmt: skip
    before = previous.sections if previous else ()
    body = build_body(asked, lanes, before) if lanes else _all_in_one(asked, columns, before, under)
    content_height = top + body.height + _AIR + FOOT_HEIGHT
    counters = build_counters(columns, view, metrics, view.height - 10.0)
    overflow = build_overflow(body.below, bottom - top, view, metrics, view.height - 10.0, content_height)
    chips = [figure.box for figure in (*counters, overflow) if figure is not None]
    counts = [cluster.label for cluster in body.clusters]
    words = [*axis.texts, *counts, *(text for mark in body.marks for text in mark.texts)]
    named = [(marker.time, marker.name) for marker in markers]
    finest = KNOWN_SECONDS[columns.finest]
    lines, bars = build_foot(named, axis.stretches, finest, view, metrics, chips, words)
    return Scene(
        columns=columns,
        view=view,
        chip=scale_in_words(view.scale),
        stretches=axis.stretches,
        eras=behind.bands,
        weekends=build_weekends(view, AXIS_Y, axis.stretches[0].box.bottom, customs) if axis.stretches else (),
        folds=written_folds(
            axis.folds,
            [
                *(mark.box for mark in body.marks),
                *(head.box for head in body.heads),
                *chips,
                *label_boxes(lines, metrics),
                *(_counted(cluster, metrics) for cluster in body.clusters if axis.folds),
            ],
            view.width,
            top,
            metrics,
        ),
        ticks=axis.ticks,
        tick_texts=axis.texts,
        axis_y=AXIS_Y,
        marker_lines=lines,
        marks=body.marks,
        density=body.density,
        clusters=body.clusters,
        counters=counters,
        overflow=overflow,
        scale_bars=bars,
        categories=columns.categories,
        handles=build_handles(body.marks, columns, selected, view, (top, bottom)),
        band_top=under,
        content_top=top,
        content_bottom=bottom,
        content_height=content_height,
        heads=body.heads,
        sections=body.sections,
        customs=customs,
    )


def _counted(cluster: Cluster, metrics: Metrics) -> Box:
    """Where the number of a cluster stands."""
    left, box = cluster.label.x, cluster.box
    return Box(left, box.top, left + metrics.width(cluster.label.text, cluster.label.role), box.bottom)


def _all_in_one(asked: Asked, columns: Columns, previous: Sequence[Section], under: float) -> Body:
    """All events in one section without a head, below a density that stays where it is, at ``under``."""
    known = previous[0].places if len(previous) == 1 and previous[0].lane.rows is None else None
    lane, view, metrics = Lane(_ALL, columns), asked.view, asked.metrics
    places = place_events(
        columns, asked.texts, view, metrics,
        previous=known, selected=asked.selected, room=asked.bottom - asked.top, hurried=asked.hurried,
        sought=None if asked.sought is None else Sought(asked.sought),
    )  # fmt: skip
    window = Window(view.width, asked.top, asked.bottom, asked.top - view.scroll, asked.folds)
    many = len(columns) > FEW
    drawn = build_marks(
        places.placed, lane, window, metrics, Selection(asked.selected, asked.picked),
        previous=previous[0].drawn if known else None,
    )  # fmt: skip
    counted = count_bars(columns, view, previous[0].counted if known else None) if many else None
    return Body(
        sections=(Section(lane, 0.0, 0.0, places.height, places, counted, drawn),),
        heads=(),
        marks=drawn.marks,
        density=build_density(counted, under) if counted else (),
        clusters=build_clusters(columns, view, metrics, places.rows, under + 12.0) if many else (),
        height=places.height,
        below=marks_below(places.placed, window),
    )
