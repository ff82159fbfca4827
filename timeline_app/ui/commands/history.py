"""Undo and redo."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline_app.model.temporal import TemporalValue
from timeline_app.storage.project import Step
from timeline_app.ui.commands.group import Group

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


class HistoryCommands(Group):
    """Undo and redo."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._ground: Step | None = None  # what the program did by itself, which undo leaves alone

    def begin_anew(self) -> None:
        """Forget what the program did in another project."""
        self._ground = None

    def stand_here(self) -> None:
        """What was done up to now is nobody's work, and undo leaves it alone."""
        self._ground = self._last_step()

    @property
    def ground(self) -> Step | None:
        """What the program did by itself, which is nobody's work."""
        return self._ground

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        label = self.session.undo_label
        if self._ground and self._ground.label == label and self._ground == self._last_step():
            return None
        return label

    def undo(self) -> None:
        """Take back the last step."""
        if self.undo_label is not None:
            self._travel(self.session.undo)

    def redo(self) -> None:
        """Make the last undone step again."""
        self._travel(self.session.redo)

    def _travel(self, step: Callable[[], None]) -> None:
        """Undo or redo, and follow the selected event to the date it has then."""
        before = self._selected_date()
        self.attempt(step)
        selected = self.session.selection
        if selected and self._selected_date() != before:
            self.window.stage.make_room(selected)

    def _selected_date(self) -> TemporalValue | None:
        selected = self.session.selection
        return self.session.event(selected).value if selected else None

    def _last_step(self) -> Step | None:
        return next((step for step in reversed(self.session.history) if step.done), None)
