"""What a hand does on the timeline between pressing and letting go: one object for each kind of gesture.

A gesture is told ``start``, ``move`` and then ``end`` or ``cancel``; it acts on a ``Surface`` and knows no widget.
Points are pixels of the surface.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable
from time import perf_counter
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QPointF, QRectF

from timeline_app.layout.view import View

if TYPE_CHECKING:
    from timeline_app.layout.figures import Handle

SLOP = 4.0  # px a hand may tremble before a click becomes a drag
_LATELY = 0.08  # seconds in which the speed of a hand is taken
_THROWN = 250.0  # px a second; a slower hand only lets go
NARROWEST_BAND = 6.0  # px; a shorter range is no range


class Surface(Protocol):
    """What gestures act on."""

    @property
    def view(self) -> View:
        """What is shown."""

    def set_view(self, view: View) -> None:
        """Show something else."""

    def scrolled(self, view: View, pixels: float) -> View:
        """``view`` with its rows moved up, as far as there are any."""

    def set_band(self, band: tuple[float, float] | None) -> None:
        """Show a range of the axis as being chosen, or none."""

    def set_rectangle(self, rectangle: QRectF | None) -> None:
        """Show a rectangle as being drawn, or none."""

    def click(self, at: QPointF) -> None:
        """Do what a click there means."""

    def toggle(self, at: QPointF) -> None:
        """Do what a click there means while others stay selected."""

    def extend(self, at: QPointF) -> None:
        """Do what a click there means for all from the selected one to it."""

    def select_in(self, rectangle: QRectF) -> None:
        """Select what a rectangle touches beside what is selected."""

    def glide_to(self, view: View) -> None:
        """Move to another view."""

    def throw(self, speed: float) -> None:
        """Slide on in time at so many pixels a second."""

    def show_date(self, handle: Handle | None, pixels: float) -> None:
        """Show the date that a handle dragged so far to the right would give, or none."""

    def drop_date(self, handle: Handle, pixels: float) -> None:
        """Give an event that date."""

    def show_drop(self, y: float | None) -> None:
        """Show where a lane that is dragged to that height would go, or nothing."""

    def drop_lane(self, lane: str, y: float) -> None:
        """Put a lane there."""


class Gesture(Protocol):
    """From pressing a button to letting it go."""

    def start(self, at: QPointF) -> None:
        """The button went down."""

    def move(self, at: QPointF) -> None:
        """The pointer moved."""

    def end(self, at: QPointF) -> None:
        """The button came up."""

    def cancel(self) -> None:
        """Escape, or the window lost the mouse: all is as before."""


class ClickOrPan:
    """A click where the hand stays, a pan where it moves: time sideways, rows up and down."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._from = QPointF()
        self._view = surface.view
        self._panning = False
        self._trace: deque[tuple[float, float]] = deque(maxlen=8)  # when the hand was where

    def start(self, at: QPointF) -> None:
        """Remember where everything was."""
        self._from, self._view = at, self._surface.view

    def move(self, at: QPointF) -> None:
        """Keep what is under the pointer under it."""
        moved = at - self._from
        self._panning = self._panning or moved.manhattanLength() > SLOP
        if self._panning:
            self._trace.append((perf_counter(), at.x()))
            self._surface.set_view(self._surface.scrolled(self._view.panned(moved.x()), -moved.y()))

    def end(self, at: QPointF) -> None:
        """A hand that never moved clicked; one that was moving when it let go threw."""
        if not self._panning:
            self._surface.click(at)
        elif (speed := speed_of(self._trace, perf_counter())) != 0:
            self._surface.throw(speed)

    def cancel(self) -> None:
        """Back to where it began."""
        self._surface.set_view(self._view)


def speed_of(trace: Iterable[tuple[float, float]], now: float) -> float:
    """Pixels a second of a hand by where it was in the last moment, given as (seconds, x); 0 if it stood."""
    lately = [(time, x) for time, x in trace if now - time <= _LATELY]
    if len(lately) < 2 or lately[-1][0] <= lately[0][0]:  # noqa: PLR2004 - two make a move
        return 0.0
    speed = (lately[-1][1] - lately[0][1]) / max(lately[-1][0] - lately[0][0], _LATELY / 4)
    return speed if abs(speed) >= _THROWN else 0.0


class ToggleOrSelect:
    """A click beside others where the hand stays, a rectangle that selects what it touches where it moves."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._from = QPointF()
        self._drawn: QRectF | None = None

    def start(self, at: QPointF) -> None:
        """One corner."""
        self._from = at

    def move(self, at: QPointF) -> None:
        """The corner opposite."""
        if self._drawn is not None or (at - self._from).manhattanLength() > SLOP:
            self._drawn = QRectF(self._from, at).normalized()
            self._surface.set_rectangle(self._drawn)

    def end(self, at: QPointF) -> None:
        """Select what lies in it; a hand that never moved clicked."""
        self._surface.set_rectangle(None)
        if self._drawn is None:
            self._surface.toggle(at)
        else:
            self._surface.select_in(self._drawn)

    def cancel(self) -> None:
        """No rectangle, no change."""
        self._surface.set_rectangle(None)


class ZoomToRange:
    """A band drawn over the axis that becomes the view; a click takes all up to there."""

    def __init__(self, surface: Surface) -> None:
        self._surface = surface
        self._from = 0.0

    def start(self, at: QPointF) -> None:
        """One end of the band."""
        self._from = at.x()

    def move(self, at: QPointF) -> None:
        """Its other end."""
        self._surface.set_band((min(self._from, at.x()), max(self._from, at.x())))

    def end(self, at: QPointF) -> None:
        """Show what the band covers."""
        self._surface.set_band(None)
        left, right = min(self._from, at.x()), max(self._from, at.x())
        if right - left >= NARROWEST_BAND:
            scale = self._surface.view.scale
            self._surface.glide_to(self._surface.view.showing(scale.time(left), scale.time(right)))
        elif right - left <= SLOP:
            self._surface.extend(at)

    def cancel(self) -> None:
        """No band, no change."""
        self._surface.set_band(None)


class MoveLane:
    """A lane dragged by its head to another place; a hand that never moved clicks."""

    def __init__(self, surface: Surface, lane: str) -> None:
        self._surface, self._lane = surface, lane
        self._from = 0.0
        self._moving = False

    def start(self, at: QPointF) -> None:
        """Take hold of the head."""
        self._from = at.y()

    def move(self, at: QPointF) -> None:
        """Show where it would go."""
        self._moving = self._moving or abs(at.y() - self._from) > SLOP
        if self._moving:
            self._surface.show_drop(at.y())

    def end(self, at: QPointF) -> None:
        """Put it there."""
        self._surface.show_drop(None)
        if self._moving:
            self._surface.drop_lane(self._lane, at.y())
        else:
            self._surface.click(at)

    def cancel(self) -> None:
        """It stays where it is."""
        self._surface.show_drop(None)


class DragDate:
    """The date of an event, or one end of it, dragged along the axis by its handle."""

    def __init__(self, surface: Surface, handle: Handle) -> None:
        self._surface, self._handle = surface, handle
        self._from = 0.0
        self._dragging = False

    def start(self, at: QPointF) -> None:
        """Take hold of it."""
        self._from = at.x()

    def move(self, at: QPointF) -> None:
        """Show the date it would have."""
        self._dragging = self._dragging or abs(at.x() - self._from) > SLOP
        if self._dragging:
            self._surface.show_date(self._handle, at.x() - self._from)

    def end(self, at: QPointF) -> None:
        """Let it have that date; a hand that never moved does nothing."""
        self._surface.show_date(None, 0.0)
        if self._dragging:
            self._surface.drop_date(self._handle, at.x() - self._from)

    def cancel(self) -> None:
        """It keeps its date."""
        self._surface.show_date(None, 0.0)
