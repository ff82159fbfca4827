"""What clicks on the timeline mean."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from PySide6.QtWidgets import QMenu

from timeline_app.layout.figures import Cluster, Counter, EraBand, Fold, LaneHead, Mark, Overflow
from timeline_app.model.event import EventId
from timeline_app.ui.commands.group import Group
from timeline_app.ui.crowd_menu import CrowdMenu
from timeline_app.ui.editing.pointed import date_at
from timeline_app.ui.menu_keys import give_keys

_MENU = (("edit", "accept", "reject", "propose-again", "ignore-like"), ("copy",), ("merge", "split", "bin"))
"""What the menu of an event offers, as far as it can be done."""


class PointingCommands(Group):
    """What clicks on the timeline mean; places are in px of the canvas."""

    def click(self, at: QPointF) -> None:
        """Select an event, open a cluster, go where a counter points."""
        self._focus()
        stage = self.window.stage
        found = None if stage.is_empty else stage.scene.hit(at.x(), at.y())
        if isinstance(found, Mark):
            self._choose(self.window.shown.event_at(found.row).id)
        elif isinstance(found, Cluster):
            self._open_cluster(found, at)
        elif isinstance(found, Counter):
            stage.go_to(found.time)
        elif isinstance(found, Overflow):
            stage.scroll_to(found.scroll)
        elif isinstance(found, LaneHead) and found.toggle.contains(at.x(), at.y()):
            self.commands.lanes.toggle(found.id)

    def _choose(self, event_id: EventId) -> None:
        """Select an event; while two are awaited to be measured, it is one of them."""
        self.commands.selection.select(event_id)
        if self.commands.measuring.is_waiting:
            self.commands.measuring.take(event_id)

    def toggle(self, at: QPointF) -> None:
        """Take an event into what is selected together, or out of it."""
        if (found := self._mark_at(at)) is not None:
            self.commands.selection.toggle(self.window.shown.event_at(found.row).id)

    def extend(self, at: QPointF) -> None:
        """Select all up to an event."""
        if (found := self._mark_at(at)) is not None:
            self.commands.selection.extend_to(self.window.shown.event_at(found.row).id)

    def box(self, box: QRectF) -> None:
        """Select what a rectangle touches too."""
        touched = self.window.stage.marks_in(box.left(), box.top(), box.right(), box.bottom())
        self.commands.selection.pick_rows(touched)

    def double_click(self, at: QPointF) -> None:
        """Open a fold, edit an event, or begin a new one where there is nothing."""
        if self.window.stage.is_empty:
            self.commands.editing.new()
            return
        found = self.window.stage.scene.hit(at.x(), at.y())
        if isinstance(found, Fold):
            self.window.stage.open_fold(found)
        elif isinstance(found, Mark):
            self.commands.editing.edit()
        elif isinstance(found, LaneHead) and not found.toggle.contains(at.x(), at.y()):
            self.commands.lanes.rename(found.id)
        elif isinstance(found, EraBand):
            self.commands.eras.edit(found.id)
        elif found is None and (value := date_at(self.window.stage.scene, at.x())):
            self.commands.editing.new_at(value)

    def menu(self, at: QPointF) -> None:
        """What can be done with what is drawn there."""
        stage = self.window.stage
        found = None if stage.is_empty else stage.scene.hit(at.x(), at.y())
        if isinstance(found, LaneHead):
            self.commands.lanes.menu(found, at)
        elif isinstance(found, Mark):
            self._event_menu(self.window.shown.event_at(found.row).id, at)

    def _event_menu(self, event: EventId, at: QPointF) -> None:
        """What can be done with an event, or with those selected together where it is one of them."""
        if not self.window.shown.is_picked(event):
            self.commands.selection.select(event)
        menu = QMenu(self.window.canvas)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.setAccessibleName("Event")
        give_keys(menu)
        for names in _MENU:
            menu.addActions([action for name in names if (action := self.window.actions_table[name]).isEnabled()])
            menu.addSeparator()
        menu.popup(self.window.canvas.viewport().mapToGlobal(at.toPoint()))

    def _open_cluster(self, found: Cluster, at: QPointF) -> None:
        """List what shares one instant; zoom to what does not."""
        crowd = self.window.stage.crowd_of(found)
        if not crowd:
            self.window.stage.open_cluster(found)
            return
        menu = CrowdMenu(crowd, self.window.canvas)
        menu.chosen.connect(self._choose)
        menu.popup(self.window.canvas.viewport().mapToGlobal(QPoint(round(at.x()), round(found.box.bottom))))

    def _mark_at(self, at: QPointF) -> Mark | None:
        self._focus()
        found = None if self.window.stage.is_empty else self.window.stage.scene.hit(at.x(), at.y())
        return found if isinstance(found, Mark) else None

    def _focus(self) -> None:
        self.window.canvas.setFocus(Qt.FocusReason.MouseFocusReason)
