"""What stands on the timeline: the exact view, the selected row, and the scene made of them when someone looks.

No widget: the canvas paints its scene. How the view moves is ``stage``'s.
"""

from __future__ import annotations

from functools import cached_property
from time import perf_counter
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.layout.view import View
from timeline_app.model.arrangement import Era
from timeline_app.model.event import Event, EventId
from timeline_app.render.fonts import metrics_of
from timeline_app.render.theme import Theme
from timeline_app.ui.glide import Glide
from timeline_app.ui.shown import Shown
from timeline_app.ui.sifting import FoundRows

if TYPE_CHECKING:
    from timeline_app.layout.customs import Customs
    from timeline_app.layout.figures import Cluster
    from timeline_app.layout.scene import Hit, Marker, Scene
    from timeline_app.render.measure import Measured
    from timeline_app.ui.dating import Dating
    from timeline_app.ui.spoken import Entry

_WHOLE_EVERY = 0.35  # seconds; while zooming new marks come no more often
_REST = 80  # ms after the last frame of a zoom until all is laid out


class Standing(QObject):
    """``changed`` tells that there is something new to paint, ``moved`` that the view is another."""

    changed = Signal()
    moved = Signal()

    def __init__(self, shown: Shown, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._metrics = metrics_of(theme)
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
        self._metrics = metrics_of(theme)
        self._renew()

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

    def scrolled(self, view: View, pixels: float) -> View:
        """``view`` with its rows moved up, as far as the scene reaches."""
        return view.scrolled(pixels, self.scene.content_height)

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

    def _middle(self, row: int) -> int:
        start, end = self._shown.columns.span(row)
        return start + (end - start) // 2

    def _show(self, view: View) -> None:
        self._view = view
        self._renew(moved=True)

    def _renew(self, *, moved: bool = False) -> None:
        self._scene = None
        self.changed.emit()
        if moved:
            self.moved.emit()
