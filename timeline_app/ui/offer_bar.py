"""A bar that offers something: a sentence, what one can do about it, a way to close it; it never asks in the way."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from timeline_app.ui.links import link


class Choice(NamedTuple):
    """What a bar offers to do, in a word and in full."""

    text: str
    tip: str


class OfferBar(QFrame):
    """Hidden until there is something to offer; closing it decides nothing."""

    open_asked = Signal()
    discard_asked = Signal()

    def __init__(self, name: str, yes: Choice, no: Choice | None = None, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer_bar")
        self.setAccessibleName(name)
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.open, self.discard = link(*yes, self), link(*(no or yes), self)
        self.open.clicked.connect(self.open_asked)
        self.discard.clicked.connect(self.discard_asked)
        self.discard.setVisible(no is not None)
        close = link("×", "Decide later", self)
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 4, 8, 4)
        layout.setSpacing(0)
        layout.addWidget(self._text, 1)
        for button in (self.open, self.discard, close):
            layout.addWidget(button)
        self.hide()

    @property
    def sentence(self) -> str:
        """What is offered."""
        return self._text.text()

    def offer(self, sentence: str) -> None:
        """Show it."""
        self._text.setText(sentence)
        self.show()
