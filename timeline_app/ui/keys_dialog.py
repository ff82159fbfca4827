"""Every action and its keys, to read and to change; single characters can be turned off altogether."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QKeySequenceEdit,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.session.preferences import Preferences
from timeline_app.ui.menus import ROWS, Row
from timeline_app.ui.menus.keys import key_list, owner_of, plain

_HINT = "Single keys act while the timeline has the focus; F6 brings it there."
_ROW = Qt.ItemDataRole.UserRole


class KeysDialog(QDialog):
    """``preferred`` tells preferences with other keys, as soon as they are chosen."""

    preferred = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setWindowTitle("Keys")
        self.resize(520, 660)
        self._preferences = preferences
        self._items: dict[str, QTreeWidgetItem] = {}
        self.tree = QTreeWidget(self)
        self.key = QKeySequenceEdit(self)
        self.key.setMaximumSequenceLength(1)
        self.key.setAccessibleName("New key")
        self.take = QPushButton("&Set", self)
        self.usual = QPushButton("&Usual Key", self)
        self.letters = QCheckBox("Single &letters act on the timeline", self)
        self.letters.setChecked(preferences.letters)
        self._said = QLabel(_HINT, self)
        self._said.setProperty("role", "muted")
        self._said.setWordWrap(True)
        self._arrange()
        self._list()
        self._connect()
        self._choose()

    def _arrange(self) -> None:
        self.tree.setAccessibleName("Keys")
        self.tree.setHeaderLabels(["What", "Key"])
        self.tree.setRootIsDecorated(False)
        self.tree.setColumnWidth(0, 320)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        change = QHBoxLayout()
        for part in (self.key, self.take, self.usual):
            change.addWidget(part, int(part is self.key))
        layout = QVBoxLayout(self)
        layout.addWidget(self.tree)
        layout.addLayout(change)
        layout.addWidget(self._said)
        layout.addWidget(self.letters)
        layout.addWidget(buttons)

    def _list(self) -> None:
        groups: dict[str, QTreeWidgetItem] = {}
        for menu, row, keys in key_list(self._preferences):
            if menu not in groups:
                groups[menu] = QTreeWidgetItem([menu, ""])
                groups[menu].setFlags(Qt.ItemFlag.ItemIsEnabled)
                self.tree.addTopLevelItem(groups[menu])
            item = self._items[row.id] = QTreeWidgetItem([plain(row), keys])
            item.setData(0, _ROW, row.id)
            groups[menu].addChild(item)
        self.tree.expandAll()

    def _connect(self) -> None:
        self.tree.currentItemChanged.connect(self._choose)
        self.tree.itemActivated.connect(lambda *_: self.key.setFocus())
        self.take.clicked.connect(self._set)
        self.usual.clicked.connect(self._reset)
        self.letters.toggled.connect(lambda on: self._prefer(replace(self._preferences, letters=on)))

    @property
    def _chosen(self) -> Row | None:
        item = self.tree.currentItem()
        return next((row for row in ROWS if item and row.id == item.data(0, _ROW)), None)

    def _choose(self) -> None:
        """Show the key of the action that is chosen."""
        row = self._chosen
        for part in (self.key, self.take, self.usual):
            part.setEnabled(row is not None)
        self.key.setKeySequence(QKeySequence(self._items[row.id].text(1).split(", ")[0]) if row else QKeySequence())
        self._said.setText(_HINT)

    def _set(self) -> None:
        row, key = self._chosen, self.key.keySequence().toString()
        if row is None:
            return
        owner = owner_of(key, self._preferences) if key else None
        if owner and owner.id != row.id:
            self._said.setText(f"{key} is the key of “{plain(owner)}” already.")
            return
        self._prefer(self._preferences.with_keys(row.id, (key,) if key else ()))

    def _reset(self) -> None:
        row = self._chosen
        if row is None:
            return
        others = (owner_of(key, self._preferences) for key in row.keys)
        taken = next((owner for owner in others if owner and owner.id != row.id), None)
        if taken:
            self._said.setText(f"“{plain(taken)}” has the usual key of “{plain(row)}” now.")
            return
        self._prefer(self._preferences.with_keys(row.id, None))

    def _prefer(self, preferences: Preferences) -> None:
        self._preferences = preferences
        for _, row, keys in key_list(preferences):
            self._items[row.id].setText(1, keys)
        self._said.setText(_HINT)
        self.preferred.emit(preferences)
