"""Finding events by their words: the search field, and what it finds. Plain word search over titles and quotes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from timeline_app.model.event import Event, EventId

PAUSE = 120  # ms without a key before it searches


def matching(words: str, events: Iterable[Event]) -> tuple[EventId, ...]:
    """The events whose title, quotes or category hold every word, in any letter case; none for no words."""
    wanted = words.casefold().split()
    return tuple(event.id for event in events if wanted and _holds_all(event, wanted))


def _holds_all(event: Event, wanted: list[str]) -> bool:
    text = " ".join((event.title, event.category, *(citation.quote.exact for citation in event.citations))).casefold()
    return all(word in text for word in wanted)


class SearchField(QLineEdit):
    """``asked`` says words to look for, ``step_asked`` that the next (1) or previous (-1) hit is wanted."""

    asked = Signal(str)
    step_asked = Signal(int)
    left = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("search_field")
        self.setAccessibleName("Search events and quotes")
        self.setPlaceholderText("Search events and quotes")
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
        self._pause.timeout.connect(lambda: self.asked.emit(self.text()))
        self.textChanged.connect(self._pause.start)

    def show_found(self, place: int, total: int) -> None:
        """Show which of how many hits is selected; place 0 is none of them."""
        if not self.text().strip():
            self._hint.setText("Ctrl+F")
        elif not total:
            self._hint.setText("nothing found")
        else:
            self._hint.setText(f"{place} of {total}" if place else f"{total} found")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows step through the hits, Escape clears and leaves."""
        steps = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        if event.key() == Qt.Key.Key_Escape:
            self.clear()
            self.left.emit()
        elif event.key() in steps:
            backward = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self._pause.stop()
            self.asked.emit(self.text())
            self.step_asked.emit(-1 if backward else steps[Qt.Key(event.key())])
        else:
            super().keyPressEvent(event)
