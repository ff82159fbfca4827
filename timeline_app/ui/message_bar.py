"""Sentences about what went wrong, above the timeline, never in the way: the window goes on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

MOST_SENTENCES = 4


class MessageBar(QFrame):
    """Shows the last few sentences until it is closed; hidden while it has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("message_bar")
        self.setAccessibleName("Messages")
        self._sentences: list[str] = []
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        close = QToolButton(self)
        close.setText("×")
        close.setAccessibleName("Close the messages")
        close.setToolTip("Close")
        close.clicked.connect(self.clear)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 6, 8, 6)
        layout.addWidget(self._text, 1)
        layout.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    @property
    def sentences(self) -> tuple[str, ...]:
        """What it says now, oldest first."""
        return tuple(self._sentences)

    def say(self, sentence: str) -> None:
        """Add a sentence; the oldest give way, and how many did is said."""
        self._sentences.append(sentence)
        hidden = len(self._sentences) - MOST_SENTENCES
        earlier = [f"{hidden} earlier messages."] if hidden > 0 else []
        self._text.setText("\n".join([*earlier, *self._sentences[-MOST_SENTENCES:]]))
        self.show()

    def clear(self) -> None:
        """Forget everything said."""
        self._sentences.clear()
        self.hide()
