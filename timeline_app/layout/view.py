"""View: what part of time the canvas shows, and at which scale; every gesture makes a new one.

Nothing here knows a widget. Folds are computed by ``fit`` alone: zoom, pan and resize keep them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np

from timeline_app.layout.columns import LIMIT, Columns
from timeline_app.layout.folding import shape_of
from timeline_app.layout.scale import Scale, ScaleKind, Shape
from timeline_app.layout.solids import solids

INSET = 8.0  # pixels left free at either side when all is shown
_WIDEST = 6 * 10**17  # seconds; the most that fits into a view, beyond the age of the universe
_NARROWEST = 1.0  # second; the least
_EPSILON = 1e-9
_OPENED = 224.0  # pixels of a fold that was opened
_THINNEST = 1e-30  # pixels


@dataclass(frozen=True, eq=False)
class View:
    """A scale in a canvas of ``width`` by ``height`` pixels, scrolled down by ``scroll`` pixels.

    That of an ``excerpt`` was made for the events in those seconds alone: others lie beyond its ends.
    """

    scale: Scale
    width: float
    height: float
    scroll: float = 0.0
    excerpt: tuple[int, int] | None = None

    @classmethod
    def fit(cls, columns: Columns, width: float, height: float, kind: ScaleKind = ScaleKind.FOLDED) -> View:
        """All of ``columns`` in one view, with folds computed anew."""
        return cls(fitted_scale(shape_of(columns, _room(width), kind), width), width, height)

    def reaches(self, start: int, end: int) -> bool:
        """Whether something of the seconds ``[start, end)`` is between the ends of the scale; true scales have none."""
        knots = self.scale.shape.knots
        return self.kind is ScaleKind.TRUE or bool(end > knots[0] and start < knots[-1])

    @property
    def kind(self) -> ScaleKind:
        """The kind of its scale."""
        return self.scale.kind

    @cached_property
    def start(self) -> int:
        """The second at the left edge."""
        return self.scale.time(0.0)

    @cached_property
    def end(self) -> int:
        """The second at the right edge."""
        return self.scale.time(self.width)

    @property
    def is_fitted(self) -> bool:
        """Whether exactly everything is shown."""
        fitted = fitted_scale(self.scale.shape, self.width)
        return (
            abs(self.scale.zoom / fitted.zoom - 1) < _EPSILON
            and abs(self.scale.left - fitted.left) < 1
            and abs(self.scale.right - fitted.right) < 1
        )

    def fitted(self) -> View:
        """Everything in view again, with the folds as they are."""
        return replace(self, scale=fitted_scale(self.scale.shape, self.width), scroll=0.0)

    def zoomed(self, factor: float, x: float) -> View:
        """Zoomed about pixel ``x``, whose time stays there; a folded scale stops at all it has."""
        least, most = self._zoom_limits(x)
        zoom = min(max(self.scale.zoom * factor, least), most)
        if self.kind is not ScaleKind.TRUE and factor < 1 and zoom <= least * (1 + _EPSILON):
            return replace(self, scale=fitted_scale(self.scale.shape, self.width))
        return replace(self, scale=self.scale.zoomed(zoom / self.scale.zoom, x))

    def panned(self, pixels: float) -> View:
        """Moved right by ``pixels``, as far as something of the whole stays in the middle of the view."""
        middle = self.width / 2
        if self.kind is ScaleKind.TRUE:
            low, high = self.scale.x(-LIMIT + 1), self.scale.x(LIMIT - 1)
        else:
            low, high = self.scale.left, self.scale.right
        allowed = min(max(pixels, min(middle - high, 0.0)), max(middle - low, 0.0))
        return replace(self, scale=self.scale.panned(allowed).anchored(middle))

    def scrolled(self, pixels: float, content_height: float) -> View:
        """Rows moved up by ``pixels``, within a content as high as the last scene said."""
        return replace(self, scroll=min(max(self.scroll + pixels, 0.0), max(0.0, content_height - self.height)))

    def resized(self, width: float, height: float) -> View:
        """The same time in another size: all of it if all was shown, else the same left edge and zoom."""
        if self.is_fitted and width != self.width:
            return replace(self, scale=fitted_scale(self.scale.shape, width), width=width, height=height)
        return replace(self, width=width, height=height)

    def centred_on(self, time: int) -> View:
        """``time`` in the middle, at the same zoom."""
        return self._with_middle(time).panned(0.0)

    def showing(self, start: int, end: int) -> View:
        """The seconds ``[start, end)`` as wide as the view allows, centred."""
        middle = start + (end - start) // 2
        view = self._with_middle(middle)
        for _ in range(4):  # folds keep their width, so one step does not always do
            factor = _room(self.width) / max(view.scale.width(start, end), _THINNEST)
            if abs(factor - 1) < _EPSILON:
                break
            view = view.zoomed(factor, view.width / 2)
            if self.kind is not ScaleKind.TRUE and view.is_fitted:
                break
            view = view._with_middle(middle)  # noqa: SLF001 - another of its kind
        return view

    def _with_middle(self, time: int) -> View:
        return replace(self, scale=replace(self.scale, origin=time, origin_x=self.width / 2))

    def rescaled(self, columns: Columns, kind: ScaleKind) -> View:
        """All of ``columns`` at another kind of scale, or with folds computed anew."""
        return View.fit(columns, self.width, self.height, kind)

    def folded_anew(self, columns: Columns, start: int, end: int) -> View:
        """What of ``columns`` has dates in ``[start, end)``, folded for it alone; all where that is all or nothing."""
        dates = solids(columns)
        if len(dates.touching(start, end)) in {0, len(dates)}:
            return self.rescaled(columns, ScaleKind.FOLDED)
        shape = shape_of(columns, _room(self.width), ScaleKind.FOLDED, (start, end))
        return View(fitted_scale(shape, self.width), self.width, self.height, excerpt=(start, end))

    def unfolded(self, start: int) -> View:
        """Everything in view, with the fold that begins at ``start`` opened."""
        shape = self.scale.shape
        widths = np.diff(shape.elastic) + np.diff(shape.rigid)
        opened = shape.knots[:-1] == start
        opened_shape = Shape.of(shape.kind, shape.knots, np.where(opened, _OPENED, widths), shape.folded & ~opened)
        return replace(self, scale=replace(self.scale, shape=opened_shape)).fitted()

    def _zoom_limits(self, x: float) -> tuple[float, float]:
        """Least and most zoom allowed for a zoom about ``x``."""
        index = self.scale.segment_at(x)
        if self.scale.shape.is_rigid(index):
            index = max(index - 1, 0)
        density = self.scale.density(index) / self.scale.zoom  # pixels per second at zoom 1
        most = self.width / _NARROWEST / density
        if self.kind is ScaleKind.TRUE:
            return self.width / _WIDEST / density, most
        least = fitted_scale(self.scale.shape, self.width).zoom
        return least, max(most, least)


def _room(width: float) -> float:
    return max(width - 2 * INSET, 1.0)


def fitted_scale(shape: Shape, width: float) -> Scale:
    """All segments between the insets of a view; folds that alone are too wide stay so."""
    room = _room(width)
    elastic, rigid = float(shape.elastic[-1]), float(shape.rigid[-1])
    return Scale(shape, max(room - rigid, room / 8) / elastic, int(shape.knots[0]), INSET)
