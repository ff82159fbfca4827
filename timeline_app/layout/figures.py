"""Figures: the frozen parts of a scene, all numbers in pixels of the view (x right, y down) and words to write.

Painting needs nothing else: every place and width is decided here. A ``Text`` stands at its left end and baseline. What
there are hundreds of in a frame are named tuples, which are made in a third of the time.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.metrics import Role
from timeline_app.model.event import Factuality, Status


class Tone(IntEnum):
    """How loud a text or line is."""

    STRONG = 0
    MUTED = 1
    ACCENT = 2


class Body(IntEnum):
    """How a mark is drawn: a flat card over a whole unit, a range between two dates, a solid bar, or a dot."""

    CARD = 0
    BETWEEN = 1
    BAR = 2
    DOT = 3


class Box(NamedTuple):
    """Pixels ``[left, right)`` by ``[top, bottom)``."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """Right minus left."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """Bottom minus top."""
        return self.bottom - self.top

    def contains(self, x: float, y: float) -> bool:
        """Whether the point lies inside."""
        return self.left <= x < self.right and self.top <= y < self.bottom

    def grown(self, by: float) -> Box:
        """The box with so much more on every side."""
        return Box(self.left - by, self.top - by, self.right + by, self.bottom + by)

    def overlaps(self, other: Box) -> bool:
        """Whether the two share a point."""
        return (
            self.left < other.right and other.left < self.right and self.top < other.bottom and other.top < self.bottom
        )


class Text(NamedTuple):
    """One line of text; ``vertical`` text runs upward from ``(x, y)``, its baseline to the right."""

    x: float
    y: float
    text: str
    role: Role
    tone: Tone = Tone.STRONG
    vertical: bool = False


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the axis with one scale: its panel, the seconds ``[start, end)`` it shows in full, and its header."""

    box: Box
    start: int
    end: int
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Fold:
    """Time folded away: the seconds ``[start, end)``. The axis line breaks into a zigzag at ``zigzag``.

    ``words`` say how long it is and why it is folded, ``texts`` are where there was room to write them.
    """

    box: Box
    start: int
    end: int
    zigzag: float
    words: tuple[str, ...]
    texts: tuple[Text, ...]


class Tick(NamedTuple):
    """A border between calendar units; ``major`` ones have a line through the canvas."""

    x: float
    major: bool


@dataclass(frozen=True, slots=True)
class ScaleBar:
    """How long a nice length of time is in a stretch, as on a map."""

    left: float
    right: float
    y: float
    label: Text


@dataclass(frozen=True, slots=True)
class MarkerLine:
    """A dashed line at a moment that is no event: when a document was published, or now.

    ``parts`` are the heights from and to which it is drawn: it leaves out the words of marks.
    """

    x: float
    parts: tuple[tuple[float, float], ...]
    label: Text


@dataclass(frozen=True, slots=True)
class EraBand:
    """A named stretch of time: a tint over ``ground`` and a ribbon with its name; ``hue`` is a category's or "#rrggbb".

    ``left_end`` and ``right_end`` tell whether that end is there to draw.
    """

    ribbon: Box
    ground: Box
    id: str
    name: str
    edtf: str
    hue: str
    circa: bool
    left_end: bool
    right_end: bool
    texts: tuple[Text, ...]


class Part(NamedTuple):
    """One of the times that a mark leaves to choose from: its body, and the box around it and the words at it."""

    body: Box
    box: Box


class Mark(NamedTuple):
    """One event as drawn. ``body`` is the card, bar or dot, ``box`` also its words; ``key`` names it across scenes.

    ``left_end`` and ``right_end`` tell whether that end is there to draw: not where it is open or outside the view.
    ``zigzags`` are the x at which a bar crosses a fold. ``category`` counts into ``Scene.categories``,
    ``lane`` the lanes from above. ``glyphs`` stand before lines of dates. Where there are ``parts``, those in view,
    each is drawn as ``form``.
    """

    row: int
    key: int
    form: Body
    body: Box
    box: Box
    category: int
    status: Status
    factuality: Factuality
    circa: bool
    left_end: bool
    right_end: bool
    zigzags: tuple[float, ...]
    glyphs: tuple[tuple[float, float], ...]
    texts: tuple[Text, ...]
    selected: bool
    lane: int = 0
    parts: tuple[Part, ...] = ()

    def covers(self, x: float, y: float, slop: float) -> bool:
        """Whether it is drawn at a point, or so near to it."""
        boxes = [part.box for part in self.parts] or [self.box]
        return any(box.grown(slop).contains(x, y) for box in boxes)

    def touches(self, box: Box) -> bool:
        """Whether its body, or one of them, shares a point with a box."""
        return any(part.body.overlaps(box) for part in self.parts) if self.parts else self.body.overlaps(box)


class Grip(IntEnum):
    """What of a date a handle takes hold of: all of it, or one end."""

    DATE = 0
    START = 1
    END = 2


@dataclass(frozen=True, slots=True)
class Handle:
    """Where the date of the selected event can be taken hold of; ``x`` is the pixel of what is held."""

    box: Box
    grip: Grip
    row: int
    x: float


@dataclass(frozen=True, slots=True)
class Dragged:
    """A date while it is being dragged: what it covers, and its words on a plate."""

    box: Box
    plate: Box
    label: Text


@dataclass(frozen=True, slots=True)
class Cluster:
    """Events of ``[start, end)`` that found no room as marks of their own: how many, where to click.

    ``lane`` counts the lanes of the scene from above.
    """

    box: Box
    count: int
    start: int
    end: int
    label: Text
    lane: int = 0


@dataclass(frozen=True, slots=True, eq=False)
class Histogram:
    """The bars of one category, n by (left, top, width, height); those of several categories stand on each other."""

    category: int
    bars: NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Counter:
    """How many events lie outside the view on one side (-1 left, 1 right), and ``time`` of the nearest."""

    box: Box
    side: int
    count: int
    time: int
    label: Text


@dataclass(frozen=True, slots=True)
class LaneHead:
    """The head of a lane: a strip over the whole width with its name at the left, on a ground that hides what is below.

    ``lane`` counts the lanes of the scene from above, ``id`` names it. A click on ``toggle`` folds or unfolds.
    """

    box: Box
    plate: Box
    toggle: Box
    lane: int
    id: str
    name: str
    count: int
    hue: str | None
    folded: bool
    texts: tuple[Text, ...]


@dataclass(frozen=True, slots=True)
class Overflow:
    """How many marks lie below what is scrolled into sight, and the scroll that shows the next of them."""

    box: Box
    count: int
    scroll: float
    label: Text
