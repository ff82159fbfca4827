"""Arranging lanes: their order, names and which are folded, all by keyboard too."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.layout.lanes import Label
from timeline_app.session.lanes import Arranged

_ID = Qt.ItemDataRole.UserRole
_FLAGS = (
    Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEditable
    | Qt.ItemFlag.ItemIsUserCheckable
    | Qt.ItemFlag.ItemIsDragEnabled
)


class LanesDialog(QDialog):
    """Says how the lanes are ``arranged`` each time something is changed."""

    arranged = Signal(object)  # Arranged

    def __init__(self, labels: Sequence[Label], arranged: Arranged, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lanes_dialog")
        self.setWindowTitle("Arrange Lanes")
        self.resize(420, 460)
        self._before = arranged
        self.list = QListWidget(self)
        self.list.setObjectName("lanes")
        self.list.setAccessibleName("Lanes from top to bottom; checked ones are open, F2 renames")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        for label in labels:
            item = QListWidgetItem(label.name, self.list)
            item.setData(_ID, label.id)
            item.setFlags(_FLAGS)
            item.setCheckState(Qt.CheckState.Unchecked if label.folded else Qt.CheckState.Checked)
        self.list.setCurrentRow(0)
        self.list.itemChanged.connect(self._say)
        self.list.model().rowsMoved.connect(self._say)
        self.list.currentRowChanged.connect(self._enable)
        self.up = self._button("Move &Up", lambda: self._move(-1))
        self.down = self._button("Move &Down", lambda: self._move(1))
        self.rename = self._button("&Rename", lambda: self.list.editItem(self.list.currentItem()))
        hint = QLabel("Checked lanes are open, the others folded. An empty name gives a lane its own back.", self)
        hint.setWordWrap(True)
        hint.setProperty("role", "muted")
        row = QHBoxLayout()
        for button in (self.up, self.down, self.rename):
            row.addWidget(button)
        row.addStretch(1)
        closing = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        closing.rejected.connect(self.accept)
        layout = QVBoxLayout(self)
        layout.addWidget(hint)
        layout.addWidget(self.list, 1)
        layout.addLayout(row)
        layout.addWidget(closing)
        self._names = {label.id: label.name for label in labels}
        self._enable(0)

    def _button(self, text: str, does: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setAutoDefault(False)
        button.clicked.connect(does)
        return button

    def _move(self, steps: int) -> None:
        at = self.list.currentRow()
        self.list.insertItem(at + steps, self.list.takeItem(at))
        self.list.setCurrentRow(at + steps)
        self._say()

    def _enable(self, row: int) -> None:
        self.up.setEnabled(row > 0)
        self.down.setEnabled(0 <= row < self.list.count() - 1)
        self.rename.setEnabled(row >= 0)

    def _say(self) -> None:
        items = [self.list.item(row) for row in range(self.list.count())]
        ids = [item.data(_ID) for item in items]
        folded = frozenset(item.data(_ID) for item in items if item.checkState() is not Qt.CheckState.Checked)
        unseen = self._before.folded - set(ids)
        names = dict(self._before.names)
        for item in items:
            if item.text() != self._names[item.data(_ID)]:
                names[item.data(_ID)] = item.text()
        kept = {lane: name for lane, name in names.items() if name.strip()}
        self.arranged.emit(Arranged(kept, tuple(ids), folded | unseen))
        self._enable(self.list.currentRow())
