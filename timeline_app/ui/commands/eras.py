"""Eras: named stretches of time behind the events. Every edit is one step that can be undone."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtWidgets import QDialog

from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.arrangement import Era, EraId
from timeline_app.model.event import EventId
from timeline_app.model.temporal import TemporalValue
from timeline_app.session import arranging
from timeline_app.ui.commands.group import Group


class EraCommands(Group):
    """Eras, named by their ids."""

    def new_from_view(self) -> None:
        """Make an era of the time in view, as exact as the axis shows it."""
        stage = self.window.stage
        self._new(stage.dating.between(0.0, stage.view.width))

    def new_from_selection(self) -> None:
        """Make an era from the beginning of the first selected event to the end of the last."""
        stage, shown = self.window.stage, self.window.shown
        picked: list[EventId | None] = [event.id for event in shown.picked]
        rows = [row for name in picked or [self.session.selection] if (row := shown.row_of(name)) is not None]
        starts = [int(start) for start in shown.columns.earliest[rows] if start != OPEN_PAST]
        ends = [int(end) for end in shown.columns.latest[rows] if end != OPEN_FUTURE]
        if not starts or not ends:
            self.window.note("Select events whose beginning and end are known.")
            return
        self._new(stage.dating.period(min(starts), max(ends)))

    def edit(self, era: str) -> None:
        """Ask for another name, other dates or another colour of an era, or take it away."""
        from timeline_app.ui.era_dialog import REMOVE, EraDialog  # noqa: PLC0415 - made when it is asked for

        found = next(known for known in self.session.eras if known.id == era)
        dialog = EraDialog(found.value, self.window.theme, found, self.window)
        answer = dialog.exec()
        if answer == QDialog.DialogCode.Accepted:
            after = replace(found, name=dialog.name.text().strip(), value=dialog.value, hue=dialog.chosen_hue)
            change = arranging.change(found, after)
            if change.edits:
                self.apply(change)
        elif answer == REMOVE:
            self.apply(arranging.remove(found))
        dialog.deleteLater()

    def choose(self) -> None:
        """Choose one of the eras, and edit it."""
        from timeline_app.ui.era_dialog import EraList  # noqa: PLC0415 - made when it is asked for

        dialog = EraList(self.session.eras, self.window.theme, self.window)
        if dialog.exec() == QDialog.DialogCode.Accepted and dialog.era:
            self.edit(dialog.era.id)
        dialog.deleteLater()

    def _new(self, value: TemporalValue) -> None:
        from timeline_app.ui.era_dialog import EraDialog  # noqa: PLC0415 - made when it is asked for

        dialog = EraDialog(value, self.window.theme, parent=self.window)
        if dialog.exec() == QDialog.DialogCode.Accepted:
            name = dialog.name.text().strip()
            self.apply(arranging.add(Era(EraId(arranging.new_id()), name, dialog.value, dialog.chosen_hue)))
        dialog.deleteLater()
