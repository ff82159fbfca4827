"""What stands on the timeline: the exact view, the selected row, and the scene made of them when someone looks.

No widget: the canvas paints its scene and tells it what hands do. Moves that jump are kept, so one can go back.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import View
from timeline_app.model.arrangement import Era
from timeline_app.model.event import Event, EventId
from timeline_app.render.fonts import QtMetrics
from timeline_app.render.theme import Theme
from timeline_app.ui.glide import Glide
from timeline_app.ui.shown import Shown
from timeline_app.ui.sifting import FoundRows

if TYPE_CHECKING:
    from timeline_app.layout.customs import Customs
    from timeline_app.layout.figures import Cluster, Fold
    from timeline_app.layout.scene import Hit, Marker, Scene
    from timeline_app.render.measure import Measured
    from timeline_app.ui.dating import Dating
    from timeline_app.ui.spoken import Entry

_MOST_VIEWS = 50  # kept to go back to
_MARGIN = 12.0  # px of the view in which an event does not count as in sight
_QUOTE = 90  # characters of a quote on a card
_WHOLE_EVERY = 0.25  # seconds; while zooming new marks come no more often
_REST = 80  # ms after the last frame of a zoom until all is laid out


class _Left(NamedTuple):
    """A view that was left, and what went with it where that changed, too."""

    view: View
    beside: object


class Stage(QObject):
    """``changed`` tells that there is something new to paint, ``moved`` that the view is another.

    ``returned`` carries what was kept beside a view that one has gone back to.
    """

    changed = Signal()
    moved = Signal()
    returned = Signal(object)

    def __init__(self, shown: Shown, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._metrics = QtMetrics(theme)
        self._selected: EventId | None = None
        self._markers: tuple[Marker, ...] = ()
        self._eras: tuple[Era, ...] = ()
        self._view = View.fit(shown.columns, 800.0, 600.0)
        self._scene: Scene | None = None
        self._previous: Scene | None = None
        self._whole = 0.0  # when all was laid out anew
        self._rest = QTimer(self, interval=_REST, singleShot=True)
        self._rest.timeout.connect(self._renew)
        self._spoken_of: Scene | None = None
        self._spoken: tuple[Entry, ...] = ()
        self.measured: Measured | None = None
        self._past: list[_Left] = []
        self._future: list[_Left] = []
        self.keeps: Callable[[], object] = lambda: None  # what goes with a view, for one that was left for another
        self.glide = Glide(self._show, self)

    @cached_property
    def customs(self) -> Customs:
        """How the axis writes the calendar."""
        from timeline_app.render.customs import customs_here  # noqa: PLC0415

        return customs_here()

    @property
    def view(self) -> View:
        """What is shown now, on the way too."""
        return self._view

    @property
    def is_empty(self) -> bool:
        """Whether no event has a place."""
        return len(self._shown.columns) == 0

    @property
    def scene(self) -> Scene:
        """The picture of the view, made when it is first asked for."""
        if self._scene is None:
            from timeline_app.layout.scene import build_scene  # noqa: PLC0415 - loaded when there is something to draw

            row, found = self._shown.row_of(self._selected), self.matched
            self._scene = build_scene(
                self._shown.columns, self._shown.texts, self._view, self._metrics, self._previous,
                selected=row, markers=self._markers, filtered=self._shown.filtered, picked=self._shown.picked_rows,
                sought=found.mask if found else None, hurried=self._hurries(), lanes=self._shown.lanes,
                eras=self._eras, customs=self.customs,
            )  # fmt: skip
            self._previous = self._scene
        return self._scene

    def _hurries(self) -> bool:
        """Whether the view is being zoomed frame by frame, so that new marks can wait for one of the next frames."""
        now, before = perf_counter(), self._previous
        zooms = before is not None and before.view.scale.zoom != self._view.scale.zoom
        if zooms and self.glide.milliseconds > 0 and now - self._whole < _WHOLE_EVERY:
            self._rest.start()
            return True
        self._whole = now
        self._rest.stop()
        return False

    def entries(self) -> tuple[Entry, ...]:
        """The events that are drawn in order of time, for those who hear them."""
        if self._scene is None or self._spoken_of is not self._scene:
            from timeline_app.ui.said import entries_of  # noqa: PLC0415

            self._spoken_of = self.scene
            self._spoken = () if self.is_empty else entries_of(self._spoken_of, self._shown)
        return self._spoken

    def set_theme(self, theme: Theme) -> None:
        """Measure text in other fonts from now on."""
        self._metrics = QtMetrics(theme)
        self._renew()

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

    def set_markers(self, markers: tuple[Marker, ...]) -> None:
        """Show these moments that are no events."""
        if markers != self._markers:
            self._markers = markers
            self._renew()

    def set_eras(self, eras: tuple[Era, ...]) -> None:
        """Show these eras behind the events."""
        if eras != self._eras:
            self._eras = eras
            self._renew(moved=True)

    def select(self, event: EventId | None) -> None:
        """Mark an event's row."""
        if event != self._selected:
            self._selected = event
            self._renew()

    def show_lanes(self) -> None:
        """Draw the lanes as they are arranged now."""
        self._renew(moved=True)

    def lane_place(self, y: float) -> tuple[int, float]:
        """Where a lane dropped at a height would stand, 0 at the top, and the height of the border it would go to."""
        scene = self.scene
        top = scene.content_top - self._view.scroll
        sections = scene.sections
        place = sum(top + (section.top + section.bottom) / 2 < y for section in sections)
        border = top + (sections[place].top if place < len(sections) else sections[-1].bottom)
        return place, min(max(border, scene.content_top), scene.content_bottom)

    def show_measure(self, measured: Measured | None) -> None:
        """Draw how far two rows are apart, or nothing."""
        if measured != self.measured:
            self.measured = measured
            self.changed.emit()

    def show_matches(self) -> None:
        """Let what a search found stand out, and have room before other events."""
        self._renew()

    @property
    def matched(self) -> FoundRows | None:
        """Which rows a search found; None while nothing is sought."""
        return self._shown.matched_rows

    def show_picked(self) -> None:
        """Mark what is selected together."""
        self._renew()

    def marks_in(self, left: float, top: float, right: float, bottom: float) -> list[int]:
        """The rows of the marks that a rectangle touches."""
        from timeline_app.layout.figures import Box  # noqa: PLC0415

        box = Box(left, top, right, bottom)
        return [mark.row for mark in self.scene.marks if mark.touches(box)]

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

    def scrolled(self, view: View, pixels: float) -> View:
        """``view`` with its rows moved up, as far as the scene reaches."""
        return view.scrolled(pixels, self.scene.content_height)

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

    def focus_x(self) -> float:
        """The pixel a zoom by key is about: the selected event's, if it is in sight, else the middle."""
        row = self._shown.row_of(self._selected)
        mark = self.scene.mark_of(row) if row is not None else None
        if mark is None:
            return self._view.width / 2
        return min(max((mark.body.left + mark.body.right) / 2, 0.0), self._view.width)

    def neighbour(self, steps: int) -> EventId | None:
        """The event drawn below (1) or above (-1) the selected one, the nearest in its column first."""
        found = self.scene.neighbour(self._shown.row_of(self._selected), steps)
        return self._shown.event_at(found.row).id if found else None

    def scroll_to(self, scroll: float) -> None:
        """Scroll the rows until ``scroll`` pixels of them lie above the axis."""
        self.set_view(self.scrolled(self._view, scroll - self._view.scroll))

    def hit(self, x: float, y: float) -> Hit | None:
        """What is drawn at a point; None while there is nothing at all."""
        return None if self.is_empty else self.scene.hit(x, y)

    def card_at(self, x: float, y: float) -> str:
        """What is drawn at a point as a small card, in rich text."""
        from timeline_app.ui.said import card_of  # noqa: PLC0415

        return card_of(self.hit(x, y), self._shown)

    def words_at(self, x: float, y: float) -> str:
        """What to say about what is drawn at a point; "" where nothing is."""
        from timeline_app.ui.said import words_of  # noqa: PLC0415

        return words_of(self.hit(x, y), self._shown)

    @property
    def dating(self) -> Dating:
        """What dates places of the view stand for."""
        from timeline_app.ui.dating import Dating  # noqa: PLC0415

        return Dating(self._view, self._shown, self._metrics, self.customs)

    def event_at(self, row: int) -> Event:
        """The event of a row."""
        return self._shown.event_at(row)

    def crowd_of(self, cluster: Cluster) -> list[Event]:
        """The events of a cluster that all have one date; else none."""
        from timeline_app.ui.crowds import crowd_of  # noqa: PLC0415

        return crowd_of(self.scene, self._shown, cluster)

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

    def _middle(self, row: int) -> int:
        start, end = self._shown.columns.span(row)
        return start + (end - start) // 2

    def _travel(self, here: list[_Left], there: list[_Left]) -> None:
        if here:
            left = here.pop()
            there.append(_Left(self._view, None if left.beside is None else self.keeps()))
            if left.beside is not None:
                self.returned.emit(left.beside)
            self.set_view(left.view.resized(self._view.width, self._view.height))

    def _show(self, view: View) -> None:
        self._view = view
        self._renew(moved=True)

    def _renew(self, *, moved: bool = False) -> None:
        self._scene = None
        self.changed.emit()
        if moved:
            self.moved.emit()
