"""What is typed into a field, told while one types and when the field is left, so that a crash costs a quarter second.

One visit to a field is one step of the history: all that is told during it has the same merging key.
"""

from __future__ import annotations

from itertools import count
from time import perf_counter

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit

EVERY = 250  # ms between what is told of somebody who types on and on; more in a project where telling takes long
_SHARE = 5  # times as long as telling took
_ASIDE = {Qt.FocusReason.PopupFocusReason, Qt.FocusReason.ActiveWindowFocusReason}  # the visit goes on
_visits = count(1)


def new_key() -> str:
    """A merging key that no step has yet."""
    return f"visit {next(_visits)}"


class Typed(QObject):
    """Watches a field. ``written`` carries its text and the visit's key, ``entered`` and ``left`` tell of the focus."""

    written = Signal(str, str)
    entered = Signal()
    left = Signal()

    def __init__(self, field: QLineEdit | QPlainTextEdit) -> None:
        super().__init__(field)
        self._field, self.key = field, new_key()
        self._quiet = False  # whether the text is being set, which nobody typed
        self._pause = QTimer(self, interval=EVERY, singleShot=True)
        self._pause.timeout.connect(self._write)
        if isinstance(field, QLineEdit):
            field.textEdited.connect(self._touched)
        else:
            field.textChanged.connect(self._touched)
        field.installEventFilter(self)

    @property
    def text(self) -> str:
        """What stands in the field."""
        return self._field.text() if isinstance(self._field, QLineEdit) else self._field.toPlainText()

    @property
    def is_pending(self) -> bool:
        """Whether something was typed that was not told yet."""
        return self._pause.isActive()

    def show(self, text: str) -> None:
        """Put a text in, unless it stands there already or something else is being typed."""
        if text == self.text or self.is_pending:
            return
        self._quiet = True
        if isinstance(self._field, QLineEdit):
            self._field.setText(text)
            self._field.setCursorPosition(0 if not self._field.hasFocus() else len(text))
        else:
            self._field.setPlainText(text)
        self._quiet = False

    def flush(self) -> None:
        """Tell now what was not told yet."""
        if self.is_pending:
            self._pause.stop()
            self._write()

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Follow the focus; leave undo and redo to the window while nothing was typed that they could change here."""
        if isinstance(event, QFocusEvent) and event.reason() not in _ASIDE:
            if event.type() == QEvent.Type.FocusIn:
                self.key = new_key()
                self.entered.emit()
            else:
                self.flush()
                self.left.emit()
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride and self._is_not_ours(event):
            event.ignore()
            return True
        return False

    def _touched(self) -> None:
        if not self._quiet and not self._pause.isActive():
            self._pause.start()

    def _write(self) -> None:
        began = perf_counter()
        self.written.emit(self.text, self.key)
        self._pause.setInterval(max(EVERY, round(_SHARE * 1000 * (perf_counter() - began))))

    def _is_not_ours(self, event: QKeyEvent) -> bool:
        if isinstance(self._field, QLineEdit):
            undo, redo = self._field.isUndoAvailable(), self._field.isRedoAvailable()
        else:
            undo, redo = (self._field.document().isUndoAvailable(), self._field.document().isRedoAvailable())
        keys = QKeySequence.StandardKey
        return (event.matches(keys.Undo) and not undo) or (event.matches(keys.Redo) and not redo)
