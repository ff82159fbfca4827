"""Moving from one view to another in at most 150 ms; whatever comes next takes over from where it is.

A view that was thrown by a hand slides on for a little longer, slower and slower, until anything else happens.
"""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import numpy as np
from PySide6.QtCore import QObject, QTimer

from timeline_app.layout.pyramid import distinct
from timeline_app.layout.scale import Scale, Shape
from timeline_app.layout.view import View

MILLISECONDS = 130
FRICTION = 0.28  # seconds in which a thrown view loses two thirds of its speed
_SLOWEST = 20.0  # px a second; slower it stands
_FRAME = 12  # ms
_MOST_SEGMENTS = 200  # of a scale that is reshaped step by step
_THINNEST = 2**-10  # px; no segment is narrower


class Glide(QObject):
    """Calls ``show`` with views on the way; the last is exactly the goal."""

    def __init__(self, show: Callable[[View], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.milliseconds = MILLISECONDS
        self._show = show
        self._at: Callable[[float], View] | None = None
        self._began = 0.0
        self._factor = 1.0
        self._span = float(MILLISECONDS)
        self._ease: Callable[[float], float] = _fast_first
        self._timer = QTimer(self, interval=_FRAME)
        self._timer.timeout.connect(self._step)

    @property
    def running(self) -> bool:
        """Whether it is still on the way."""
        return self._at is not None

    def zoom(self, view: View, factor: float, x: float) -> None:
        """Zoom about ``x``; what is left of a zoom on the way is added to it."""
        total = factor * (self._factor ** (1 - self._progress()) if self.running else 1.0)
        self._run(lambda progress: view.zoomed(total**progress, x), total)

    def to(self, view: View, goal: View) -> None:
        """Go to another view; at once where it would take long to work out the views between."""
        if view.scale.shape is goal.scale.shape:
            self._run(lambda progress: between(view, goal, progress), 1.0)
        elif max(len(view.scale.shape), len(goal.scale.shape)) > _MOST_SEGMENTS:
            self.stop()
            self._show(goal)
        else:
            self._run(lambda progress: reshaped(view, goal, progress), 1.0)

    def throw(self, view: View, speed: float) -> None:
        """Let a view slide on in time at ``speed`` px a second, slower and slower."""
        if self.milliseconds <= 0 or abs(speed) <= _SLOWEST:
            return
        seconds = FRICTION * math.log(abs(speed) / _SLOWEST)
        self._run(lambda progress: view.panned(speed * FRICTION * progress), 1.0)
        self._span = 1000 * seconds
        self._ease = lambda share: 1 - math.exp(-share * seconds / FRICTION)

    def stop(self) -> None:
        """Stay where it is."""
        self._at = None
        self._timer.stop()

    def finish(self) -> None:
        """Be there at once."""
        if self._at is not None:
            goal = self._at(1.0)
            self.stop()
            self._show(goal)

    def settle(self) -> None:
        """Be there at once, but where it was thrown stay where it is."""
        if self._ease is _fast_first:
            self.finish()
        else:
            self.stop()

    def _run(self, at: Callable[[float], View], factor: float) -> None:
        self._at, self._factor, self._began = at, factor, perf_counter()
        self._span, self._ease = self.milliseconds, _fast_first
        if self.milliseconds <= 0:
            self.finish()
        elif not self._timer.isActive():
            self._timer.start()

    def _progress(self) -> float:
        """Share of the way."""
        return self._ease(self._share())

    def _share(self) -> float:
        """Share of the time that the way takes."""
        return min(1.0, (perf_counter() - self._began) * 1000 / max(self._span, 1))

    def _step(self) -> None:
        if self._at is None:
            return
        if self._share() >= 1.0:
            self.finish()
        else:
            self._show(self._at(self._progress()))


def _fast_first(share: float) -> float:
    return 1 - (1 - share) ** 2


def reshaped(view: View, goal: View, progress: float) -> View:
    """The view at a share of the way between two of different shapes: every border moves evenly to its new place."""
    if progress >= 1.0:
        return goal
    knots = distinct(np.append(view.scale.shape.knots, goal.scale.shape.knots))
    places = (1 - progress) * view.scale.xs(knots) + progress * goal.scale.xs(knots)
    middles = knots[:-1] + np.diff(knots) // 2
    shapes = (view.scale.shape, goal.scale.shape)
    folded = np.array([any(shape.folded[shape.segment(int(time))] for shape in shapes) for time in middles])
    shape = Shape.of(goal.kind, knots, np.maximum(np.diff(places), _THINNEST), folded)
    nearest = int(np.abs(places - goal.width / 2).argmin())
    return replace(goal, scale=Scale(shape, 1.0, int(knots[nearest]), float(places[nearest])))


def between(view: View, goal: View, progress: float) -> View:
    """The view at a share of the way between two of one shape: zoom evenly, the goal's centre moving evenly."""
    if progress >= 1.0:
        return goal
    middle = goal.width / 2
    time = goal.scale.time(middle)
    zoom = view.scale.zoom * math.pow(goal.scale.zoom / view.scale.zoom, progress)
    start, end = view.scale.x(time), goal.scale.x(time)
    scale = Scale(goal.scale.shape, zoom, time, start + (end - start) * progress)
    scroll = view.scroll + (goal.scroll - view.scroll) * progress
    return replace(goal, scale=scale, scroll=scroll)
