"""How far two events are apart."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from timeline_app.model.event import EventId
from timeline_app.model.measuring import measure
from timeline_app.model.wording import in_words
from timeline_app.session.session import UnknownRecordError
from timeline_app.ui.commands.group import Group

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

_FIRST = "Measure: click two events, or choose them by key and press M at each."
_OTHER = "Measure from “{}”: click the other event, or choose it and press M."


class MeasuringCommands(Group):
    """How far two events are apart: those selected together, else the next two that are clicked."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._ends: tuple[EventId, ...] = ()  # one or both events
        self._origin: EventId | None = None  # what was selected when measuring began
        self.is_waiting = False

    def begin_anew(self) -> None:
        """Nothing is measured in another project."""
        self.end()

    def measure(self) -> None:
        """Measure between two events that are selected; else wait for them, or take the one that is selected now."""
        picked, selected = self.window.shown.picked, self.session.selection
        if len(picked) == 2:  # noqa: PLR2004 - two ends
            self._show(*(event.id for event in picked))
        elif not self.is_waiting:
            self._ends, self._origin, self.is_waiting = (), selected, True
            self.window.measure_bar.ask(_FIRST)
        elif selected is not None:
            if not self._ends and self._origin not in {None, selected}:
                self._ends = (self._origin,) if self._origin else ()
            self.take(selected)

    def take(self, event_id: EventId) -> None:
        """Measure from this event, or to it."""
        if self._ends and self._ends[0] != event_id:
            self._show(self._ends[0], event_id)
        else:
            self._ends = (event_id,)
            self.window.measure_bar.ask(_OTHER.format(self.session.event(event_id).title))

    def follow(self) -> None:
        """Measure again, for events have changed."""
        if len(self._ends) == 2:  # noqa: PLR2004 - two ends
            self._show(*self._ends)

    def copy(self) -> None:
        """What was measured, on the clipboard."""
        QGuiApplication.clipboard().setText(self.window.measure_bar.words.text())
        self.window.note("Copied the distance.")

    def end(self) -> bool:
        """Measure no more; False if nothing was measured."""
        was_there = self.is_waiting or bool(self._ends)
        self._ends, self.is_waiting = (), False
        self.window.measure_bar.hide()
        self.window.stage.show_measure(None)
        return was_there

    def _show(self, *ends: EventId) -> None:
        """Say and draw the distance; nothing where an event is gone or has no date."""
        self.is_waiting = False
        try:
            one, other = sorted((self.session.event(name) for name in ends), key=lambda event: self._place(event.id))
        except UnknownRecordError:
            self.end()
            return
        if one.value is None or other.value is None:
            self.end()
            undated = one if one.value is None else other
            self.window.note(f"“{undated.title}” has no date.")
            return
        self._ends = (one.id, other.id)
        distance = measure(one.value, other.value)
        events = " to ".join(f"“{event.title}” ({in_words(event.value)})" for event in (one, other) if event.value)
        self.window.measure_bar.tell(f"{distance.sentence} — from {events}")
        from timeline_app.render.measure import Measured  # noqa: PLC0415 - loaded when there is something to draw

        first, last = (self.window.shown.row_of(event.id) for event in (one, other))
        drawn = None if first is None or last is None else Measured(first, last, distance.words)
        self.window.stage.show_measure(drawn)

    def _place(self, event_id: EventId) -> int:
        return self.session.index_of(event_id)
