"""The table: shown, put in order, edited by cell."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMenu

from timeline_app.model.change import Change
from timeline_app.model.event import Event, EventId, Factuality, Status
from timeline_app.session import edits
from timeline_app.session.session import UnknownRecordError
from timeline_app.ui.commands.group import Group
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.middle import Look
from timeline_app.ui.progress import CancelledError, progress
from timeline_app.ui.table.copying import KINDS, cells, mime, public_lines
from timeline_app.ui.table.fields import Line
from timeline_app.ui.table.header import STEP
from timeline_app.ui.table.order import Ordinals
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.table.view import ChronologyView

MOST_COPIED, MOST_EXPORTED = 20_000, 100_000
_DECISIONS: dict[Status, Callable[[Sequence[Event]], Change]] = {
    Status.ACCEPTED: edits.accept,
    Status.REJECTED: edits.reject,
    Status.PROPOSED: edits.reopen,
}
_ALONE: dict[str, Callable[[Event, Any], Change]] = {
    "title": edits.set_title,
    "date": edits.set_date,
    "people": edits.set_participants,
    "tags": edits.set_tags,
    "notes": edits.set_notes,
}
_TOGETHER: dict[str, Callable[[Sequence[Event], Any], Change]] = {
    "category": edits.set_category,
    "factuality": lambda events, value: edits.set_factuality(events, Factuality(value)),
    "status": lambda events, value: _DECISIONS[Status(value)](events),
}
"""What is chosen from a list is for all selected events, what is written for one."""
_MENU = (
    ("edit-cell",),
    ("accept", "reject", "propose-again", "ignore-like", "bin"),
    ("copy", "copy-quotes"),
    ("sort-up", "sort-down"),
)
_COPIES = ("copy-text", "copy-csv", "copy-html")


class TableCommands(Group):
    """The table: shown, put in order, edited by cell."""

    @property
    def table(self) -> ChronologyView:
        """The table."""
        return self.window.table

    def show(self, look: Look) -> None:
        """Show the timeline, the table or both."""
        self.window.middle.show_look(look)
        self.window.refresh_actions()

    def switch(self) -> None:
        """The table instead of the timeline, and back."""
        self.show(Look.TIMELINE if self.window.middle.look is Look.TABLE else Look.TABLE)

    def choose(self, ordinals: Ordinals, lead: EventId | None) -> None:
        """Select the events that were selected in the table."""
        self.commands.selection.choose(ordinals, lead)

    def edit(self, line: Line, field: str, value: Any) -> None:  # noqa: ANN401 - as the field has it
        """Give an event, or all that are selected, what was typed or chosen in a cell."""
        try:
            event = self.session.event(line.event.id)
        except UnknownRecordError as error:
            self.window.say(str(error))
            return
        if field in _ALONE:
            self.apply(_ALONE[field](event, value))
        else:
            picked = self.window.shown.picked
            several = len(picked) and self.window.shown.is_picked(event.id)
            self.apply(_TOGETHER[field](list(picked) if several else [event], value))
        if field == "date":
            self.window.stage.make_room(event.id)

    def edit_cell(self) -> None:
        """Open the editor of the cell that the keys are in."""
        self.table.edit_current()

    def sort(self, *, descending: bool) -> None:
        """Put the rows in order by the column that the keys are in."""
        self.table.sort_by_current(descending=descending)

    def wait(self) -> None:
        """Say that the rows are being put in order."""
        self.window.note("Putting the rows in order…")

    def shift_column(self, steps: int) -> None:
        """Put the column that the keys are in further to the right, or left."""
        self.table.columns.shift(max(self.table.currentIndex().column(), 0), steps)

    def widen_column(self, steps: int) -> None:
        """Make the column that the keys are in wider, or narrower."""
        self.table.columns.widen(max(self.table.currentIndex().column(), 0), steps * STEP)

    def choose_columns(self) -> None:
        """Offer the columns that there are."""
        menu = self.table.columns.menu(self.table)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.table.columns.mapToGlobal(QPoint(0, self.table.columns.height())))

    def copy(self, *kinds: str) -> None:
        """Put the selected rows, as their columns stand, on the clipboard: as text, CSV and HTML, or one of them."""
        rows = self.table.selected_rows()
        if len(rows) > MOST_COPIED:
            self.window.say(f"At most {MOST_COPIED:,} rows can be copied at once; Table > Export Table takes more.")
            return
        try:
            with progress("Copying…", len(rows), self.window) as follow:
                chosen = [line for row in follow(rows.tolist()) if (line := self.table.rows.line(row))]
        except CancelledError as error:
            self.window.say(str(error))
            return
        lines, columns = public_lines(chosen, self.session.documents), self.table.columns.shown_fields()
        if lines:
            QGuiApplication.clipboard().setMimeData(mime(cells(lines, columns), columns, kinds or KINDS))
        private = f", {len(chosen) - len(lines)} private left out" if len(lines) < len(chosen) else ""
        self.window.note(f"Copied {counted(len(lines), 'row')}{private}.")

    def export(self) -> None:
        """Save the shown events in their order as CSV or HTML."""
        from timeline_app.exporters.chronology import export_table  # noqa: PLC0415 - loaded when used
        from timeline_app.exporters.options import ExportError  # noqa: PLC0415

        total = len(self.window.shown.events)
        if total > MOST_EXPORTED:
            self.window.say(f"At most {MOST_EXPORTED:,} events can be exported as a table; a filter can leave fewer.")
            return
        path = self.window.questions.table_file()
        if path is None:
            return
        try:
            with progress("Exporting the table…", total, self.window) as follow:
                count = export_table(follow(self.table.in_order()), self.session.documents, path)
        except (ExportError, CancelledError) as error:
            self.window.say(str(error))
        else:
            self.window.note(f"Saved {counted(count, 'event')} in “{path.name}”.")

    def menu(self, at: QPoint) -> None:
        """Offer what can be done with the selected rows."""
        menu, actions = QMenu(self.table), self.window.actions_table
        for names in _MENU:
            menu.addActions([actions[name] for name in names])
            if "reject" in names:
                menu.addMenu(self._category_menu(menu))
            if "copy" in names:
                menu.addMenu("Copy As").addActions([actions[name] for name in _COPIES])
            menu.addSeparator()
        menu.addMenu(self.table.columns.menu(menu))
        give_keys(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(at)

    def _category_menu(self, parent: QMenu) -> QMenu:
        """Every category, for all selected events."""
        menu, line = QMenu("Category", parent), self.table.line
        for choice in self.table.choices("category"):
            action = menu.addAction(choice.icon, choice.words.replace("&", "&&"))
            if line is not None:
                action.triggered.connect(lambda _=False, value=choice.value: self.edit(line, "category", value))
        menu.setEnabled(line is not None)
        return menu
