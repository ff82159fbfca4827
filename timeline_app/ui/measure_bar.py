"""The line that says how far apart two events are, or which one to click for it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from timeline_app.ui.links import link


class MeasureBar(QFrame):
    """Hidden while nothing is measured."""

    copy_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("measure_bar")
        self.setAccessibleName("Measure")
        self.words = QLabel(self)
        self.words.setObjectName("measure_words")
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy = self._link("Copy", "Copy the distance", self.copy_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 4, 8, 4)
        layout.setSpacing(4)
        layout.addWidget(self.words, 1)
        layout.addWidget(self._copy)
        layout.addWidget(self._link("×", "End measuring (Esc)", self.closed))
        self.hide()

    def ask(self, words: str) -> None:
        """Say what to do."""
        self.words.setText(words)
        self._copy.hide()
        self.show()

    def tell(self, words: str) -> None:
        """Say what was measured."""
        self.words.setText(words)
        self._copy.show()
        self.show()

    def _link(self, text: str, tip: str, asked: SignalInstance) -> QToolButton:
        made = link(text, tip, self)
        made.clicked.connect(asked)
        return made
