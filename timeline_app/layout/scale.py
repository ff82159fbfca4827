"""Scale: where on the screen a time stands, and back; one interface for true, folded and order-only time.

A scale is a piecewise linear function. Its *segments* are stretches, which zoom widens, and folds, which keep their
width; before the first and after the last segment time runs on as in it. Pixels count from the left edge of the view.
``x`` subtracts in whole seconds from the nearest known point before it multiplies, so that near the view it is exact to
about 1e-12 pixel from the Big Bang to a second; ``time(x(t))`` comes back within one second or 1e-9 pixel, whichever is
more. A scale is frozen: zoom and pan make a new one.
"""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import LIMIT
from timeline_app.layout.pyramid import Times

Pixels = NDArray[np.float64]


class ScaleKind(StrEnum):
    """How time is drawn: to scale, with empty stretches folded away, or only in order."""

    TRUE = "true"
    FOLDED = "folded"
    ORDER = "order"


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """The m segments of a scale at zoom 1.

    ``knots`` are the m + 1 borders in seconds, ascending; ``elastic`` and ``rigid`` (m + 1 each) the pixels up to each
    border that zoom multiplies or leaves alone; ``folded`` (m) tells which segments are folds.
    """

    kind: ScaleKind
    knots: Times
    elastic: Pixels
    rigid: Pixels
    folded: NDArray[np.bool_]

    @classmethod
    def of(cls, kind: ScaleKind, knots: Times, widths: Pixels, folded: NDArray[np.bool_]) -> Shape:
        """A shape of segments that are ``widths`` pixels wide at zoom 1; folds keep that but in order-only scales."""
        steps = np.round(widths * 1024) / 1024  # sums and differences stay exact
        still = folded & (kind is not ScaleKind.ORDER)
        elastic = np.concatenate(([0.0], np.cumsum(np.where(still, 0.0, steps))))
        rigid = np.concatenate(([0.0], np.cumsum(np.where(still, steps, 0.0))))
        return cls(kind, knots, elastic, rigid, folded)

    def __len__(self) -> int:
        """Number of segments."""
        return len(self.folded)

    def segment(self, time: int) -> int:
        """The segment that ``time`` belongs to; what lies outside belongs to the first or the last."""
        if len(self) == 1:
            return 0
        found = int(self.knots.searchsorted(np.int64(time), "right")) - 1
        return min(max(found, 0), len(self) - 1)

    def is_rigid(self, segment: int) -> bool:
        """Whether zoom leaves the width of a segment alone."""
        return bool(self.elastic[segment] == self.elastic[segment + 1])


@dataclass(frozen=True, slots=True, eq=False)
class Segment:
    """A stretch or fold as it stands in the view: seconds ``[start, end)`` between pixels ``[left, right)``."""

    start: int
    end: int
    left: float
    right: float
    folded: bool

    @property
    def density(self) -> float:
        """Pixels per second."""
        return (self.right - self.left) / (self.end - self.start)


@dataclass(frozen=True, eq=False)
class Scale:
    """A shape, how far it is zoomed in, and one time whose place is known: ``origin`` stands at ``origin_x``."""

    shape: Shape
    zoom: float
    origin: int
    origin_x: float

    @property
    def kind(self) -> ScaleKind:
        """What the user asked for."""
        return self.shape.kind

    def x(self, time: int) -> float:
        """The pixel at which ``time`` stands."""
        index, home = self.shape.segment(time), self.home
        if index == home:
            return self.origin_x + (time - self.origin) * self.density(home)
        near = index if index > home else index + 1
        return self.border(near) + (time - int(self.shape.knots[near])) * self.density(index)

    def xs(self, times: Times) -> Pixels:
        """``x`` of many times at once."""
        shape, home = self.shape, self.home
        last = len(shape) - 1
        if last == 0:
            alone: Pixels = self.origin_x + (times - np.int64(self.origin)) * np.float64(self.density(0))
            return alone
        index = np.clip(shape.knots.searchsorted(times, "right") - 1, 0, last)
        near = np.where(index > home, index, index + 1)
        known_time = np.where(index == home, np.int64(self.origin), shape.knots[near])
        known_x = np.where(index == home, self.origin_x, self._borders(near))
        return known_x + (times - known_time) * self._densities(index)

    def time(self, x: float) -> int:
        """The second that stands at pixel ``x``, rounded; the inverse of ``x``."""
        index, home = self.segment_at(x), self.home
        if index == home:
            return _limited(self.origin + round((x - self.origin_x) / self.density(home)))
        near = index if index > home else index + 1
        return _limited(int(self.shape.knots[near]) + round((x - self.border(near)) / self.density(index)))

    def times(self, xs: Pixels) -> Times:
        """``time`` of many ascending pixels at once."""
        shape, home = self.shape, self.home
        if len(shape) == 1:
            seconds = np.clip((xs - self.origin_x) / self.density(0), -2.0 * LIMIT, 2.0 * LIMIT)
            alone: Times = np.clip(np.int64(self.origin) + np.rint(seconds).astype(np.int64), -LIMIT, LIMIT)
            return alone
        first, last = self.segment_at(float(xs[0])), self.segment_at(float(xs[-1]))
        inner = self._borders(np.arange(first + 1, last + 1))
        index = first + inner.searchsorted(xs, "right")
        near = np.where(index > home, index, index + 1)
        known_time = np.where(index == home, np.int64(self.origin), shape.knots[near])
        known_x = np.where(index == home, self.origin_x, self._borders(near))
        seconds = np.clip((xs - known_x) / self._densities(index), -2.0 * LIMIT, 2.0 * LIMIT)
        found: Times = np.clip(known_time + np.rint(seconds).astype(np.int64), -LIMIT, LIMIT)
        return found

    def width(self, start: int, end: int) -> float:
        """The pixels between two times, exact also where they are a tiny part of one."""
        index = self.shape.segment(start)
        if index == self.shape.segment(end - 1):
            return (end - start) * self.density(index)
        return self.x(end) - self.x(start)

    def zoomed(self, factor: float, x: float) -> Scale:
        """All stretches ``factor`` times as wide, while the time at ``x`` stays there."""
        held = self.anchored(x)
        if self.shape.is_rigid(held.home):  # a fold keeps its width, so whatever is in it stays as it is
            return replace(held, zoom=self.zoom * factor)
        return replace(held, zoom=self.zoom * factor, origin_x=x + (held.origin_x - x) * factor)

    def panned(self, pixels: float) -> Scale:
        """Everything moved right by ``pixels``."""
        return replace(self, origin_x=self.origin_x + pixels)

    def anchored(self, x: float) -> Scale:
        """The same scale, exact around ``x``."""
        index = self.segment_at(x)
        low = -LIMIT if index == 0 else int(self.shape.knots[index])
        high = LIMIT if index == len(self.shape) - 1 else int(self.shape.knots[index + 1]) - 1
        origin = min(max(self.time(x), low), high)
        return replace(self, origin=origin, origin_x=self.x(origin))

    def segment_at(self, x: float) -> int:
        """The segment drawn at pixel ``x``."""
        if len(self.shape) == 1:
            return 0
        return min(max(bisect_right(range(len(self.shape) + 1), x, key=self.border) - 1, 0), len(self.shape) - 1)

    def density(self, index: int) -> float:
        """Pixels per second in a segment."""
        if index in self._known_densities:
            return self._known_densities[index]
        shape = self.shape
        elastic = float(shape.elastic[index + 1] - shape.elastic[index])
        rigid = float(shape.rigid[index + 1] - shape.rigid[index])
        found = (elastic * self.zoom + rigid) / int(shape.knots[index + 1] - shape.knots[index])
        self._known_densities[index] = found
        return found

    @cached_property
    def _known_densities(self) -> dict[int, float]:
        """Those that were asked for, which is done many times in a frame."""
        return {}

    def border(self, knot: int) -> float:
        """The pixel of a border between segments."""
        shape, home = self.shape, self.home
        near = home + 1 if knot > home else home
        elastic, rigid = shape.elastic[knot] - shape.elastic[near], shape.rigid[knot] - shape.rigid[near]
        seconds = int(shape.knots[near]) - self.origin
        return self.origin_x + seconds * self.density(home) + float(elastic) * self.zoom + float(rigid)

    def segments(self, left: float, right: float) -> list[Segment]:
        """The segments that touch ``[left, right)``, in order; the outermost have their own ends, not the view's."""
        first, last = self.segment_at(left), self.segment_at(right)
        borders = self._borders(np.arange(first, last + 2))
        knots = self.shape.knots
        return [
            Segment(int(knots[i]), int(knots[i + 1]), float(borders[i - first]), float(borders[i - first + 1]),
                    bool(self.shape.folded[i]))
            for i in range(first, last + 1)
        ]  # fmt: skip

    @cached_property
    def left(self) -> float:
        """The pixel at which the first segment begins."""
        return self.border(0)

    @cached_property
    def right(self) -> float:
        """The pixel at which the last segment ends."""
        return self.border(len(self.shape))

    @cached_property
    def home(self) -> int:
        """The segment that the origin lies in."""
        return self.shape.segment(self.origin)

    def _borders(self, knots: NDArray[np.intp]) -> Pixels:
        """The pixels of borders, each counted from the nearer border of the origin's segment."""
        shape, home = self.shape, self.home
        density = self.density(home)
        near = np.where(knots > home, home + 1, home)
        seconds = (shape.knots[near] - np.int64(self.origin)).astype(np.float64)
        between = (shape.elastic[knots] - shape.elastic[near]) * self.zoom + (shape.rigid[knots] - shape.rigid[near])
        return self.origin_x + seconds * density + between

    def _densities(self, index: NDArray[np.intp]) -> Pixels:
        shape = self.shape
        elastic = (shape.elastic[index + 1] - shape.elastic[index]) * self.zoom
        rigid = shape.rigid[index + 1] - shape.rigid[index]
        return (elastic + rigid) / (shape.knots[index + 1] - shape.knots[index])


def _limited(time: int) -> int:
    return max(-LIMIT, min(LIMIT, time))
