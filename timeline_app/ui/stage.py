"""How the view of the timeline moves: by hands and keys, to dates and events, from scale to scale, and back.

Moves that jump are kept, so one can go back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, Signal

from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import View
from timeline_app.model.event import EventId
from timeline_app.render.theme import Theme
from timeline_app.ui.shown import Shown
from timeline_app.ui.standing import Standing

if TYPE_CHECKING:
    from timeline_app.layout.figures import Cluster, Fold

_MOST_VIEWS = 50  # kept to go back to
_MARGIN = 12.0  # px of the view in which an event does not count as in sight


class _Left(NamedTuple):
    """A view that was left, and what went with it where that changed, too."""

    view: View
    beside: object


class Stage(Standing):
    """``returned`` carries what was kept beside a view that one has gone back to."""

    returned = Signal(object)

    def __init__(self, shown: Shown, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(shown, theme, parent)
        self._past: list[_Left] = []
        self._future: list[_Left] = []
        self.keeps: Callable[[], object] = lambda: None  # what goes with a view, for one that was left for another

    def set_events(self, *, fit: bool) -> None:
        """Show what ``shown`` has now: the whole of it with folds computed anew, or as far as the view reaches.

        All of it, too, where an event lies beyond the ends of the scale, which has neither ticks nor marks there.
        """
        self.glide.settle()
        anew = fit or (self._view.excerpt is None and self._is_outgrown())
        if anew:
            self._view = self._view.rescaled(self._shown.columns, self._view.kind)
            self._previous = None
        self._renew(moved=anew)

    def resize(self, width: float, height: float) -> None:
        """Another size; what was shown whole stays whole."""
        self.glide.finish()
        fold_anew = self._view.is_fitted and width != self._view.width and self._view.excerpt is None
        view = self._view.resized(max(width, 1.0), max(height, 1.0))
        self._view = view.rescaled(self._shown.columns, view.kind) if fold_anew else view
        self._previous = None
        self._renew(moved=True)

    def set_view(self, view: View) -> None:
        """Show a view at once; nothing else moves it on."""
        self.glide.stop()
        self._show(view)

    def glide_to(self, view: View) -> None:
        """Move to a view in a moment; the one before can be gone back to."""
        self.remember()
        self.glide.to(self._view, view)

    def zoom(self, factor: float, x: float) -> None:
        """Zoom about a pixel, adding to a zoom on the way."""
        if not self.glide.running:
            self.remember()
        self.glide.zoom(self._view, factor, x)

    def remember(self, beside: object = None) -> None:
        """Keep the view as one to go back to, and what is to be told (``returned``) when one does."""
        self._past = [*self._past, _Left(self._view, beside)][-_MOST_VIEWS:]
        self._future.clear()

    @property
    def can_go_back(self) -> bool:
        """Whether there was a view before."""
        return bool(self._past)

    @property
    def can_go_on(self) -> bool:
        """Whether one went back before."""
        return bool(self._future)

    def go_back(self) -> None:
        """The view before."""
        self._travel(self._past, self._future)

    def go_on(self) -> None:
        """The view one went back from."""
        self._travel(self._future, self._past)

    def set_kind(self, kind: ScaleKind) -> None:
        """Another kind of scale, or folds computed anew: all of it, or as much of it as is in view now.

        The selected event, if it is in sight, stays where it is while only a part is shown.
        """
        self.remember()
        self.glide.stop()
        view, goal = self._view, self._view.rescaled(self._shown.columns, kind)
        if view.excerpt or not view.is_fitted:
            goal = goal.showing(view.start, view.end)
            row = self._shown.row_of(self._selected)
            if row is not None and 0 <= (x := view.scale.x(self._middle(row))) <= view.width:
                goal = goal.panned(x - goal.scale.x(self._middle(row)))
        self._previous = None
        self.glide.to(view, goal)

    def reveal(self, event: EventId) -> None:
        """Move only as far as needed to have an event in sight."""
        row = self._shown.row_of(event)
        if row is None:
            return
        start, end = self._shown.columns.span(row)
        if not self._view.reaches(start, end):
            self._leave_excerpt()
        left, right = self._view.scale.x(start), self._view.scale.x(end)
        if right < _MARGIN or left > self._view.width - _MARGIN:
            self.glide_to(self._view.centred_on(start + (end - start) // 2))
        scroll = self.scene.scroll_to(row)
        if scroll != self._view.scroll and not self.glide.running:
            self.scroll_to(scroll)

    def make_room(self, event: EventId) -> None:
        """Bring an event whose date is new into sight; where that lies in a fold, with folds computed anew."""
        row = self._shown.row_of(event)
        if row is None:
            return
        shape = self._view.scale.shape
        start, end = self._shown.columns.span(row)
        if not self._view.reaches(start, end):
            self.reveal(event)
        elif shape.kind is ScaleKind.ORDER or shape.folded[shape.segment(start)]:
            self.remember()
            self.set_view(self._refolded())
        else:
            self.reveal(event)

    def go_to(self, time: int) -> int:
        """Bring a time into the middle, or the nearest end of the scale: -1 or 1 if it lies before or after that.

        From an excerpt that it lies beyond the way leads over all events.
        """
        if not self._view.reaches(time, time + 1):
            self._leave_excerpt()
        knots = self._view.scale.shape.knots
        first, last = int(knots[0]), int(knots[-1])
        beyond = 0 if self._view.kind is ScaleKind.TRUE else int(time > last) - int(time < first)
        self.glide_to(self._view.centred_on(min(max(time, first), last) if beyond else time))
        return beyond

    def go_to_span(self, start: int, end: int) -> int:
        """Fill the view with ``[start, end)`` as far as the scale reaches; as ``go_to`` where it does not."""
        if not self._view.reaches(start, end):
            self._leave_excerpt()
        knots = self._view.scale.shape.knots
        first, last = int(knots[0]), int(knots[-1])
        if self._view.kind is not ScaleKind.TRUE:
            if end <= first or start >= last:
                return self.go_to(start if start >= last else end)
            start, end = max(start, first), min(end, last)
        self.glide_to(self._view.showing(start, end))
        return 0

    def fit(self) -> None:
        """Everything in view, with folds computed anew."""
        self.remember()
        goal = self._view.rescaled(self._shown.columns, self._view.kind)
        same = goal.scale.shape.knots.tolist() == self._view.scale.shape.knots.tolist()
        if same:
            self.glide.to(self._view, replace(self._view.fitted(), scroll=0.0))
        else:
            self.set_view(goal)

    def fold_view(self) -> None:
        """Folds computed anew from the events in view, which then fill it."""
        self.remember()
        self.set_view(self._view.folded_anew(self._shown.columns, self._view.start, self._view.end))

    def open_fold(self, fold: Fold) -> None:
        """Unfold one fold, and show everything."""
        self.remember()
        self.set_view(self._view.unfolded(fold.start))

    def centre_or_fit(self, event: EventId) -> None:
        """Centre an event; one that is centred already becomes as wide as the view."""
        row = self._shown.row_of(event)
        if row is None:
            return
        start, end = self._shown.columns.span(row)
        centred = self._view.centred_on(start + (end - start) // 2)
        if abs(centred.scale.x(start) - self._view.scale.x(start)) > 1:
            self.glide_to(centred)
        else:
            self.glide_to(self._view.showing(start, end))

    def scroll_to(self, scroll: float) -> None:
        """Scroll the rows until ``scroll`` pixels of them lie above the axis."""
        self.set_view(self.scrolled(self._view, scroll - self._view.scroll))

    def open_cluster(self, cluster: Cluster) -> None:
        """Zoom to the events of a cluster."""
        from timeline_app.ui.crowds import span_of  # noqa: PLC0415

        self.glide_to(self._view.showing(*span_of(self.scene, self._shown, cluster)))

    def _leave_excerpt(self) -> None:
        """All events, where only some were; one can go back to those."""
        if self._view.excerpt is not None:
            self.remember()
            self.set_view(self._view.rescaled(self._shown.columns, self._view.kind))

    def _refolded(self) -> View:
        """The same events with folds computed anew."""
        columns, view = self._shown.columns, self._view
        return view.folded_anew(columns, *view.excerpt) if view.excerpt else view.rescaled(columns, view.kind)

    def _is_outgrown(self) -> bool:
        """Whether an event lies where the scale has neither stretch nor fold; at true scale none does."""
        columns, shape = self._shown.columns, self._view.scale.shape
        if shape.kind is ScaleKind.TRUE:
            return False
        return bool((columns.latest <= shape.knots[0]).any() or (columns.earliest >= shape.knots[-1]).any())

    def _travel(self, here: list[_Left], there: list[_Left]) -> None:
        if here:
            left = here.pop()
            there.append(_Left(self._view, None if left.beside is None else self.keeps()))
            if left.beside is not None:
                self.returned.emit(left.beside)
            self.set_view(left.view.resized(self._view.width, self._view.height))
