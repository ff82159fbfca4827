"""Events that count from a date which a person changed: they are offered to move along, never moved unasked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from timeline_app.model.change import Change
from timeline_app.model.event import Event, EventId
from timeline_app.session.dependents import dated_by, followers, preview, requests
from timeline_app.session.ingest import Ingested
from timeline_app.session.session import UnknownRecordError
from timeline_app.ui.commands.group import Group
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


class DependentCommands(Group):
    """Offers what counts from the event whose date was changed last."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._before: Event | None = None  # as it was when those that count from it stood where they should
        self._after: Event | None = None

    def begin_anew(self) -> None:
        """Offer nothing of another project."""
        self._before = self._after = None
        self.window.followers.hide()

    def look(self, change: Change) -> None:
        """Offer what counts from the date that a change of a single event gave it."""
        edit = change.edits[0] if len(change.edits) == 1 else None
        before, after = (edit.before, edit.after) if edit else (None, None)
        if not isinstance(before, Event) or not isinstance(after, Event) or before.value == after.value:
            return
        if self._before is not None and self._before.id == before.id and not self.window.followers.isHidden():
            before = self._before  # a date that is being typed
        waiting = self._waiting(after) if before.value and after.value != before.value else []
        self._before, self._after = before, after
        self.window.followers.setVisible(bool(waiting))
        if waiting:
            verb = "counts" if len(waiting) == 1 else "count"
            self.window.followers.offer(f"{counted(len(waiting), 'event')} {verb} from the date of “{after.title}”.")

    def follow(self) -> None:
        """Offer it no longer where the event has another date again, or is gone."""
        if self._after is None or self.window.followers.isHidden():
            return
        try:
            is_there = self.session.event(self._after.id).value == self._after.value
        except UnknownRecordError:
            is_there = False
        if not is_there:
            self.begin_anew()

    def move(self) -> None:
        """Show where they would go, and move those that are ticked."""
        before, after = self._before, self._after
        dated = dated_by(after) if after else None
        if before and after and dated and before.value and after.value:
            asked = requests(self.session.document(dated[0]), after, before.value, after.value)
            self.window.reports.run(
                asked, lambda found: QTimer.singleShot(0, self.window, lambda: self._tell(after, found))
            )

    def _tell(self, event: Event, found: list[Ingested]) -> None:
        if len(found) != 2 or self._after != event:  # noqa: PLR2004 - then and now
            return
        told = preview(event, self._waiting(event), *found)
        self.begin_anew()
        if not told.rows:
            self.window.note("They stay where they are: nothing changes.")
            return
        from timeline_app.ui.difference_dialog import DifferenceDialog  # noqa: PLC0415 - made when it is asked for

        dialog = DifferenceDialog(told, self.window)
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted:
                change = told.chosen(dialog.ticked)
                if change.edits and self.apply(change):
                    self.begin_anew()
                    for edit in change.edits:
                        self.window.stage.make_room(EventId(edit.record.id))
                    self.window.note(f"{counted(len(change.edits), 'event')} moved. Ctrl+Z takes it back.")
            else:
                self.window.note("Nothing was changed.")
        finally:
            dialog.deleteLater()

    def _waiting(self, event: Event) -> list[Event]:
        """The events that count from the event's date."""
        dated = dated_by(event)
        if dated is None:
            return []
        return followers(event, self.session.tagging(dated[0]), self.session.events_citing(dated[0]))
