"""The command palette: every action by some letters of its name."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QLineEdit, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

_WIDTH, _HEIGHT, _TOP = 480, 360, 72  # px; how far below the window's upper edge
_ID = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Entry:
    """An action that can be done now: its id, its menu and name, its keys (may be "")."""

    id: str
    name: str
    keys: str = ""


def matching(words: str, entries: Iterable[Entry]) -> list[Entry]:
    """The entries that hold every word, in any letter case; those with a word that begins so come first."""
    wanted = words.casefold().split()
    found = [entry for entry in entries if all(word in entry.name.casefold() for word in wanted)]
    return sorted(found, key=lambda entry: -_begun(entry, wanted))


def _begun(entry: Entry, wanted: Sequence[str]) -> int:
    """How many of the words begin one of the entry's."""
    own = entry.name.casefold().split()
    return sum(any(word.startswith(part) for word in own) for part in wanted)


class Palette(QFrame):
    """A box to type in and the actions that fit; ``chosen`` carries an id. It closes when it loses the focus."""

    chosen = Signal(str)

    def __init__(self, entries: Sequence[Entry], window: QWidget) -> None:
        super().__init__(window, Qt.WindowType.Popup)
        self.setObjectName("palette")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries = entries
        self.field = QLineEdit(self)
        self.field.setPlaceholderText("What do you want to do?")
        self.field.setAccessibleName("Command")
        self.list = QTreeWidget(self)
        self.list.setColumnCount(2)
        self.list.setHeaderHidden(True)
        self.list.setRootIsDecorated(False)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.ResizeToContents)
        self.list.setAccessibleName("Commands")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        layout = QVBoxLayout(self)
        layout.addWidget(self.field)
        layout.addWidget(self.list)
        self.field.textChanged.connect(self._show)
        self.field.returnPressed.connect(self._choose)
        self.field.installEventFilter(self)
        self.list.itemClicked.connect(self._choose)
        self._show("")
        self.setFixedSize(min(_WIDTH, window.width() - 40), min(_HEIGHT, window.height() - _TOP - 20))
        self.move(window.mapToGlobal(QPoint((window.width() - self.width()) // 2, _TOP)))
        self.field.setFocus()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while one types."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in steps:
            self._step(steps[Qt.Key(event.key())])
            return True
        return super().eventFilter(watched, event)

    def _step(self, rows: int) -> None:
        item = self.list.currentItem()
        row = self.list.indexOfTopLevelItem(item) + rows if item else 0
        self._mark(min(max(row, 0), self.list.topLevelItemCount() - 1))

    def _mark(self, row: int) -> None:
        if item := self.list.topLevelItem(row):
            self.list.setCurrentItem(item)
            self.field.setAccessibleDescription(item.text(0))

    def _show(self, words: str) -> None:
        self.list.clear()
        for entry in matching(words, self._entries):
            item = QTreeWidgetItem([entry.name, entry.keys])
            item.setData(0, _ID, entry.id)
            self.list.addTopLevelItem(item)
        self._mark(0)

    def _choose(self) -> None:
        item = self.list.currentItem()
        self.close()
        if item is not None:
            self.chosen.emit(item.data(0, _ID))
