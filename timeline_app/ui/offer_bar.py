"""The bar that offers a draft left behind: a sentence, Open, Discard; it never asks in the way."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget


class OfferBar(QFrame):
    """Hidden until there is something to offer; closing it decides nothing."""

    open_asked = Signal()
    discard_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("offer_bar")
        self.setAccessibleName("A draft left behind")
        self._text = QLabel(self)
        self._text.setWordWrap(True)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self.open = self._link("Open", "Open the draft", self.open_asked)
        self.discard = self._link("Discard", "Discard the draft for good", self.discard_asked)
        close = self._link("×", "Decide later", None)
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

    def _link(self, text: str, tip: str, asked: SignalInstance | None) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("role", "link")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        if asked is not None:
            button.clicked.connect(asked)
        return button
