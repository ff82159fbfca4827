"""Undo and redo."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtGui import QGuiApplication

from timeline_app.model.temporal import TemporalValue
from timeline_app.ui.commands.group import Group
from timeline_app.ui.steps import as_table, as_text, publishable
from timeline_app.ui.wording import counted


class HistoryCommands(Group):
    """Undo and redo."""

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self.session.undo_label

    def undo(self) -> None:
        """Take back the last step."""
        if self.undo_label is not None:
            self._travel(self.session.undo)

    def redo(self) -> None:
        """Make the last undone step again."""
        self._travel(self.session.redo)

    def go_to(self, step_id: int) -> None:
        """Undo or redo until a step is the last that is done; 0 is before the first."""
        self._travel(lambda: self.session.go_to(step_id))

    def copy(self, form: str) -> None:
        """The whole history on the clipboard, as text or as comma-separated values, without what is private."""
        steps = tuple(publishable(self.session.history, self.session.private_steps))
        QGuiApplication.clipboard().setText(as_table(steps) if form == "csv" else as_text(steps))
        self.window.note(f"Copied {counted(len(steps), 'step')}.")

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
