"""A person's notes on an event, written as they are typed; private unless the person says that they may be exported."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from timeline_app.session import several
from timeline_app.ui.editing.subject import DIFFERENT, Subject
from timeline_app.ui.editing.switch import Switch
from timeline_app.ui.editing.typed import Typed

_LINES = 3


class NotesText(QPlainTextEdit):
    """A few lines; Tab goes on to the next field."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notes_field")
        self.setAccessibleName("Notes")
        self.setTabChangesFocus(True)

    def sizeHint(self) -> QSize:
        """Room for three lines."""
        return QSize(200, self.fontMetrics().lineSpacing() * _LINES + 16)

    def minimumSizeHint(self) -> QSize:
        """As its size hint."""
        return self.sizeHint()


class NotesField(QWidget):
    """The notes, and the switch under them."""

    asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = NotesText(self)
        self.public = Switch("May be exported", self)
        self.public.setObjectName("notes_public")
        self.public.setAccessibleName("Notes may be exported and copied")
        self.public.chosen.connect(self._publish)
        self._typed = Typed(self.text)
        self._typed.written.connect(self._write)
        self.setFocusProxy(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.text)
        layout.addWidget(self.public)

    def show_subject(self, subject: Subject) -> None:
        """Show the notes; where they differ they can only be written one by one, for they would be lost."""
        notes = subject.common(lambda event: event.notes)
        self.text.setEnabled(notes is not DIFFERENT)
        private = "Private: not exported, not copied"
        self.text.setPlaceholderText("different: write them one by one" if notes is DIFFERENT else private)
        self._typed.show("" if notes is DIFFERENT else notes)
        self.public.show_value(subject.common(lambda event: event.notes_public))

    def flush(self) -> None:
        """Write what is not written yet."""
        self._typed.flush()

    def _write(self, text: str, key: str) -> None:
        self.asked.emit(lambda events: several.set_notes(events, text), key)

    def _publish(self, on: bool) -> None:  # noqa: FBT001 - a signal's
        self.asked.emit(lambda events: several.set_notes_public(events, on=on), "")
