"""The search field."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

PAUSE = 20  # ms without a key before it searches; a search that is not wanted any more ends at once


class SearchField(QLineEdit):
    """``asked`` says words to look for, ``step_asked`` that the next (1) or previous (-1) hit is wanted.

    ``open_asked`` says that the hit is to be read, ``left`` that nothing is sought any more.
    """

    asked = Signal(str)
    step_asked = Signal(int)
    open_asked = Signal()
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setAccessibleName("Search events, quotes and texts")
        self.setPlaceholderText("Search events, quotes and texts")
        self.setClearButtonEnabled(False)
        self._hint = QLabel("Ctrl+F", self)
        self._hint.setProperty("role", "muted")
        self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 10, 0)
        layout.addStretch(1)
        layout.addWidget(self._hint)
        self.setTextMargins(2, 0, 110, 0)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._ask)
        self._asked = ""
        self.textChanged.connect(self._pause.start)

    def show_words(self, words: str) -> None:
        """Show what is sought; nothing is asked for it."""
        self.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.setText(words)
        self.blockSignals(False)  # noqa: FBT003
        self._asked = words

    def show_found(self, place: int, total: int) -> None:
        """Show which of how many hits is selected; place 0 is none of them."""
        if not self.text().strip():
            self._hint.setText("Ctrl+F")
        elif not total:
            self._hint.setText("nothing found")
        else:
            self._hint.setText(f"{place} of {total}" if place else f"{total} found")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the first hit, the arrows step through them, Escape clears and leaves."""
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        backward = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self._ask()
            self.left.emit()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not backward:
            self._ask()
            self.open_asked.emit()
        elif event.key() in {*steps, Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask()
            self.step_asked.emit(steps.get(Qt.Key(event.key()), -1))
        else:
            super().keyPressEvent(event)

    def _ask(self) -> None:
        """Ask at once if there is something new to ask."""
        self._pause.stop()
        if self.text() != self._asked:
            self._asked = self.text()
            self.asked.emit(self._asked)
