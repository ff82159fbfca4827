"""Events dragged from one part of the window to another: an event's id as what is dragged, and a list to drag from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtWidgets import QAbstractItemView, QTreeWidget, QTreeWidgetItem, QWidget

from timeline_app.model.event import EventId

_KIND = "application/x-timeline-event"


def dragging(event: EventId) -> QMimeData:
    """What is dragged where an event is."""
    data = QMimeData()
    data.setData(_KIND, event.encode())
    return data


def dragged_event(data: QMimeData) -> EventId | None:
    """The event that is dragged; None where it is something else."""
    return EventId(bytes(data.data(_KIND).data()).decode()) if data.hasFormat(_KIND) else None


class EventTree(QTreeWidget):
    """A list whose rows that hold an event's id, in ``role`` of their first column, can be dragged elsewhere."""

    def __init__(self, role: Qt.ItemDataRole, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._role = role
        self.setDragEnabled(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)

    def mimeData(self, items: Sequence[QTreeWidgetItem]) -> QMimeData:
        """The first event among some rows; nothing to be dropped where there is none."""
        found = next((name for item in items if (name := item.data(0, self._role))), None)
        return dragging(EventId(found)) if found else QMimeData()
