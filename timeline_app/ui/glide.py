"""Moving from one view to another in at most 150 ms; whatever comes next takes over from where it is."""

from __future__ import annotations

import math
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

from PySide6.QtCore import QObject, QTimer

from timeline_app.layout.scale import Scale
from timeline_app.layout.view import View

MILLISECONDS = 130
_FRAME = 12  # ms


class Glide(QObject):
    """Calls ``show`` with views on the way; the last is exactly the goal."""

    def __init__(self, show: Callable[[View], None], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.milliseconds = MILLISECONDS
        self._show = show
        self._at: Callable[[float], View] | None = None
        self._began = 0.0
        self._factor = 1.0
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
        """Go to another view; at once where the two have different folds."""
        if view.scale.shape is not goal.scale.shape:
            self.stop()
            self._show(goal)
            return
        self._run(lambda progress: between(view, goal, progress), 1.0)

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

    def _run(self, at: Callable[[float], View], factor: float) -> None:
        self._at, self._factor, self._began = at, factor, perf_counter()
        if self.milliseconds <= 0:
            self.finish()
        elif not self._timer.isActive():
            self._timer.start()

    def _progress(self) -> float:
        """Share of the way, fast first."""
        share = min(1.0, (perf_counter() - self._began) * 1000 / max(self.milliseconds, 1))
        return 1 - (1 - share) ** 2

    def _step(self) -> None:
        if self._at is None:
            return
        progress = self._progress()
        if progress >= 1.0:
            self.finish()
        else:
            self._show(self._at(progress))


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
