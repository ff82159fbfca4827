"""All values of a facet, found by typing: for people, tags and sources of which there are many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListView, QVBoxLayout, QWidget

from timeline_app.storage.sought import folded
from timeline_app.ui.panels.value_row import Value

_SIZE = (280, 360)  # px
_Index = QModelIndex | QPersistentModelIndex


class ValuePicker(QFrame):
    """A list under a field; it goes when one clicks elsewhere. ``toggled`` carries a value and whether it is on."""

    toggled = Signal(object, bool)

    def __init__(self, values: Sequence[Value], parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("value_picker")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.field, self.list = QLineEdit(self), QListView(self)
        self.field.setPlaceholderText("Type a part of the name")
        self.field.setAccessibleName("Part of the name")
        self.list.setAccessibleName("Values")
        self.list.setUniformItemSizes(True)
        self._model = _Model(values, self)
        self.list.setModel(self._model)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.setSpacing(6)
        layout.addWidget(self.field)
        layout.addWidget(self.list, 1)
        self.field.textChanged.connect(self._model.narrow)
        self.field.installEventFilter(self)
        self.list.clicked.connect(self._toggle)
        self._model.toggled.connect(self.toggled)

    def open_at(self, corner: QPoint, least: int) -> None:
        """Show it there, on the screen as a whole."""
        room = self.screen().availableGeometry()
        self.resize(max(_SIZE[0], least), _SIZE[1])
        left = min(corner.x(), room.right() - self.width())
        self.move(left, max(min(corner.y(), room.bottom() - self.height()), room.top()))
        self.show()
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """From the field the arrows go through the list, and Enter takes what it points at."""
        if watched is self.field and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            if event.key() in {Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp}:
                self.list.keyPressEvent(event)
                return True
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
                index = self.list.currentIndex()
                self._toggle(index if index.isValid() else self._model.index(0))
                return True
        return super().eventFilter(watched, event)

    def _toggle(self, index: QModelIndex) -> None:
        if index.isValid():
            self._model.toggle(index.row())


class _Model(QAbstractListModel):
    """The values whose names hold what was typed."""

    toggled = Signal(object, bool)

    def __init__(self, values: Sequence[Value], parent: QWidget) -> None:
        super().__init__(parent)
        self._values = list(values)
        self._names = [folded(value.name) for value in self._values]
        self._shown = list(range(len(self._values)))

    def narrow(self, typed: str) -> None:
        """Show those with these letters in their name."""
        wanted = folded(typed.strip())
        self.beginResetModel()
        self._shown = [at for at, name in enumerate(self._names) if wanted in name]
        self.endResetModel()

    def toggle(self, row: int) -> None:
        """Turn a value on or off."""
        at = self._shown[row]
        self._values[at] = value = replace(self._values[at], is_on=not self._values[at].is_on)
        self.dataChanged.emit(self.index(row), self.index(row))
        self.toggled.emit(value, value.is_on)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Its name and number, and whether it is on."""
        value = self._values[self._shown[index.row()]]
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{value.name}  ({value.count:,})"
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if value.is_on else Qt.CheckState.Unchecked
        return None
