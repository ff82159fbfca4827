"""A box that takes a date as people write it and says, while they write, how it was understood."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget

from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import Style, in_words

PAUSE = 250  # ms without a key before the reading is shown


class DateBox(QWidget):
    """Emits ``given`` with the value once it is confirmed; ``read`` turns words into a value or raises ValueError."""

    given = Signal(object)

    def __init__(
        self, question: str, confirm: str, read: Callable[[str], TemporalValue], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._read = read
        self._question = QLabel(question, self)
        self.field = QLineEdit(self)
        self.field.setObjectName("date_field")
        self.field.setAccessibleName(question)
        self.field.setPlaceholderText("e.g. 31 March 2011")
        self.field.setFixedWidth(150)
        self._reading = QLabel(self)
        self._reading.setProperty("role", "muted")
        self._confirm = QPushButton(confirm, self)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._arrange()
        self._connect()

    @property
    def reading(self) -> str:
        """What is said about what was typed."""
        return self._reading.text()

    def ask(self, question: str, confirm: str) -> None:
        """Change the words around the field; what was typed stays."""
        self._question.setText(question)
        self.field.setAccessibleName(question)
        self._confirm.setText(confirm)

    def _arrange(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(8)
        for widget in (self._question, self.field, self._confirm):
            row.addWidget(widget)
        row.addStretch(1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(2)
        layout.addLayout(row)
        layout.addWidget(self._reading)
        self._reading.setWordWrap(True)
        self._reading.hide()

    def _connect(self) -> None:
        self.field.textEdited.connect(self._pause.start)
        self.field.returnPressed.connect(self._give)
        self._confirm.clicked.connect(self._give)
        self._pause.timeout.connect(self._show_reading)

    def _show_reading(self) -> None:
        text = self.field.text().strip()
        try:
            self._say(f"= {in_words(self._read(text), Style.LONG)}" if text else "")
        except ValueError:
            self._say("")

    def _give(self) -> None:
        self._pause.stop()
        try:
            value = self._read(self.field.text())
        except ValueError as error:
            self._say(str(error))
            self.field.setFocus()
            return
        self._say("")
        self.given.emit(value)

    def _say(self, words: str) -> None:
        self._reading.setText(words)
        self._reading.setVisible(bool(words))
