"""What a hand does on the timeline between pressing and letting go: one object for each kind of gesture.

A gesture is told ``start``, ``move`` and then ``end`` or ``cancel``; it acts on a ``Surface`` and knows no widget.
Points are pixels of the surface.
"""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QPointF

from timeline_app.layout.view import View

SLOP = 4.0  # px a hand may tremble before a click becomes a drag
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

    def click(self, at: QPointF) -> None:
        """Do what a click there means."""

    def glide_to(self, view: View) -> None:
        """Move to another view."""


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

    def start(self, at: QPointF) -> None:
        """Remember where everything was."""
        self._from, self._view = at, self._surface.view

    def move(self, at: QPointF) -> None:
        """Keep what is under the pointer under it."""
        moved = at - self._from
        self._panning = self._panning or moved.manhattanLength() > SLOP
        if self._panning:
            self._surface.set_view(self._surface.scrolled(self._view.panned(moved.x()), -moved.y()))

    def end(self, at: QPointF) -> None:
        """A hand that never moved clicked."""
        if not self._panning:
            self._surface.click(at)

    def cancel(self) -> None:
        """Back to where it began."""
        self._surface.set_view(self._view)


class ZoomToRange:
    """A band drawn over the axis that becomes the view."""

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

    def cancel(self) -> None:
        """No band, no change."""
        self._surface.set_band(None)
