"""Sections: the lanes as laid out, one below the other, each with its head, marks, density and clusters.

A lane of few events is as high as they need; while one pans it never gets lower, so that what is below does not jump.
A lane of many has a fixed share of the height. Only lanes in sight are laid out: the others stay as they were, so that
a frame costs what is seen. Heights and tops count from where the first lane begins, before it is scrolled.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.candidates import Sought
from timeline_app.layout.density import CLUSTERS, Counted, build_clusters, build_density, count_bars
from timeline_app.layout.figures import Box, Cluster, Histogram, LaneHead, Mark, Text, Tone
from timeline_app.layout.lanes import Lane
from timeline_app.layout.marks import Drawn, Selection, Window, build_marks, marks_below
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.packing import TRACK
from timeline_app.layout.places import Places, is_pan, place_events
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.texts import Texts
from timeline_app.layout.view import View
from timeline_app.layout.wrapping import shortened

HEAD = 22.0  # pixels of a lane's head
_BARS_FROM_TOP = 7.0  # of the density in it
_AIR = 6.0  # pixels under a head, and under the lowest mark
_PAD = 6.0
_TOGGLE = 18.0
_SWATCH = 14.0
_GAP = 10.0
_LEAST_TRACKS = 6  # of a lane of many events
_NAME_SHARE = 0.5  # of the width at most for a name


@dataclass(frozen=True, slots=True, eq=False)
class Section:
    """A lane between two heights; marks begin at ``content``. ``places`` is None where it was never in sight.

    ``counted`` is what its density shows, ``drawn`` are its marks.
    """

    lane: Lane
    top: float
    content: float
    bottom: float
    places: Places | None
    counted: Counted | None = None
    drawn: Drawn | None = None

    @property
    def rows(self) -> Rows:
        """The rows of all events that have a place in it."""
        return self.lane.rows_of(self.places.rows) if self.places else np.empty(0, dtype=np.intp)

    def extent_of(self, row: int) -> tuple[float, float] | None:
        """Upper and lower end of the mark of one of all rows; None where it has none."""
        local = self.lane.row_of(row)
        if local is None or self.places is None:
            return None
        place = self.places.by_key.get(int(self.lane.columns.key[local]))
        if place is None:
            return None
        top = self.content + place.track * TRACK
        return top, top + place.words.height


@dataclass(frozen=True, slots=True, eq=False)
class Body:
    """All lanes of a scene and what they show; ``height`` of them together, ``below`` counts marks out of sight."""

    sections: tuple[Section, ...]
    heads: tuple[LaneHead, ...]
    marks: tuple[Mark, ...]
    density: tuple[Histogram, ...]
    clusters: tuple[Cluster, ...]
    height: float
    below: int


@dataclass(frozen=True, slots=True)
class Asked:
    """What all lanes of a scene share; ``top`` and ``bottom`` are the pixels between which they are seen.

    ``share`` is the height that lanes of many events divide among them; those of up to ``few`` show all.
    """

    texts: Texts
    view: View
    metrics: Metrics
    selected: int | None
    picked: NDArray[np.bool_] | None
    folds: tuple[Box, ...]
    top: float
    bottom: float
    share: float
    few: int
    hurried: bool
    sought: NDArray[np.bool_] | None


def build_body(asked: Asked, lanes: Sequence[Lane], previous: Sequence[Section]) -> Body:
    """The lanes under each other."""
    known = {section.lane.id: section for section in previous}
    many = _height_of_many(asked, lanes)
    built: list[Body] = []
    top = 0.0
    for number, lane in enumerate(lanes):
        body = _build_lane(asked, number, lane, top, many, known)
        built.append(body)
        top += body.height
    return Body(
        sections=tuple(section for body in built for section in body.sections),
        heads=tuple(head for body in built for head in body.heads),
        marks=tuple(mark for body in built for mark in body.marks),
        density=tuple(part for body in built for part in body.density),
        clusters=tuple(cluster for body in built for cluster in body.clusters),
        height=top,
        below=sum(body.below for body in built),
    )


def _height_of_many(asked: Asked, lanes: Sequence[Lane]) -> float:
    """The pixels for marks of a lane of many events: its share of the view, in whole tracks."""
    heads = len(lanes) * HEAD
    opened = [lane for lane in lanes if not lane.label.folded]
    room = (asked.share - heads) / max(len(opened), 1) - CLUSTERS - 2 * _AIR
    return max(_LEAST_TRACKS, int(room / TRACK)) * TRACK


def _build_lane(asked: Asked, number: int, lane: Lane, top: float, many: float, known: Mapping[str, Section]) -> Body:
    """One lane; what of it is out of sight stays as it was."""
    y = asked.top - asked.view.scroll + top
    is_many, folded = len(lane.columns) > asked.few, lane.label.folded
    content = top + HEAD + _AIR + (CLUSTERS if is_many else 0.0)
    before = known.get(lane.id)
    places = before.places if before and before.places and before.lane.columns is lane.columns else None
    height = before.bottom - before.content - _AIR if before and places else TRACK
    pans = places is not None and is_pan(places, lane.columns, asked.view)
    least = max(many if is_many else TRACK, height if pans else 0.0)
    height = max(height, least) if pans or not is_many else many
    local = lane.row_of(asked.selected)
    if folded:
        section = Section(lane, top, top + HEAD, top + HEAD, None)
    else:
        in_sight = y < asked.bottom and y + content - top + height + _AIR > asked.top
        if in_sight or local is not None or (places is None and not is_many):
            places = _placed(asked, lane, before.places if before else None, many if is_many else asked.share)
            height = max(least, places.height)
        section = Section(lane, top, content, content + height + _AIR, places)
    if before is not None:
        section = replace(section, counted=before.counted, drawn=before.drawn)
    return _drawn(asked, number, section, y)


def _placed(asked: Asked, lane: Lane, previous: Places | None, room: float) -> Places:
    return place_events(
        lane.columns, lane.texts(asked.texts), asked.view, asked.metrics,
        previous=previous, selected=lane.row_of(asked.selected), room=room, hurried=asked.hurried, fixed=True,
        most_shown=asked.few, sought=None if asked.sought is None else Sought(asked.sought, lane.rows),
    )  # fmt: skip


def _drawn(asked: Asked, number: int, section: Section, y: float) -> Body:
    """What of a section is in sight; ``y`` is where it begins in the view."""
    height, columns, view = section.bottom - section.top, section.lane.columns, asked.view
    if y >= asked.bottom or y + height <= asked.top:
        below = columns.touching(view.start, view.end) if y >= asked.bottom and not section.lane.label.folded else 0
        return Body((section,), (), (), (), (), height, below)
    head = _head(asked, number, section, y)
    marks: tuple[Mark, ...] = ()
    clusters: tuple[Cluster, ...] = ()
    below = 0
    places = section.places
    if places is not None and not section.lane.label.folded:
        offset = y + section.content - section.top
        window = Window(view.width, max(head.box.bottom, asked.top), asked.bottom, offset, asked.folds)
        selection = Selection(section.lane.row_of(asked.selected), section.lane.picked(asked.picked))
        drawn = build_marks(places.placed, section.lane, window, asked.metrics, selection, number, section.drawn)
        section, marks = replace(section, drawn=drawn), drawn.marks
        below = marks_below(places.placed, window)
        if len(columns) > asked.few:
            found = build_clusters(columns, view, asked.metrics, places.rows, y + HEAD, number)
            clusters = tuple(each for each in found if _fits(each, asked, head))
    density: tuple[Histogram, ...] = ()
    if (section.lane.label.folded or len(columns) > asked.few) and y + HEAD > asked.top:
        counted = count_bars(columns, view, section.counted)
        section, density = replace(section, counted=counted), build_density(counted, y + _BARS_FROM_TOP)
    return Body((section,), (head,), marks, density, clusters, height, below)


def _fits(cluster: Cluster, asked: Asked, head: LaneHead) -> bool:
    return cluster.box.top >= max(asked.top, head.box.bottom) - 1.0 and cluster.box.bottom <= asked.bottom


def _head(asked: Asked, number: int, section: Section, y: float) -> LaneHead:
    """The head at the top of what is visible of its lane."""
    top = min(max(y, asked.top), y + section.bottom - section.top - HEAD)
    label, metrics = section.lane.label, asked.metrics
    x = _PAD + _TOGGLE + (_SWATCH if label.hue else 0.0)
    name = shortened(label.name, asked.view.width * _NAME_SHARE, Role.HEADER, metrics)
    count = f"{len(section.lane.columns):,}"
    wide = metrics.width(name, Role.HEADER)
    texts = (
        Text(x, top + 15.5, name, Role.HEADER),
        Text(x + wide + _GAP, top + 15.5, count, Role.COUNT, Tone.MUTED),
    )
    right = x + wide + _GAP + metrics.width(count, Role.COUNT) + _GAP
    return LaneHead(
        box=Box(0.0, top, asked.view.width, top + HEAD),
        plate=Box(0.0, top, right, top + HEAD),
        toggle=Box(0.0, top, _PAD + _TOGGLE, top + HEAD),
        lane=number,
        id=label.id,
        name=label.name,
        count=len(section.lane.columns),
        hue=label.hue,
        folded=label.folded,
        texts=texts,
    )
