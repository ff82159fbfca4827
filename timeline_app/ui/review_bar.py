"""The slim bar over the timeline: "7 proposed events from 1 document · Accept all · ×"."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from timeline_app.ui.wording import counted


class ReviewBar(QFrame):
    """Says how many events wait for a decision; hidden when none do or when it was closed."""

    accept_all_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_bar")
        self.setAccessibleName("Proposed events")
        self._text = QLabel(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 0, 8, 0)
        layout.setSpacing(0)
        layout.addWidget(self._text)
        layout.addStretch(1)
        layout.addWidget(self._link("Accept all", "Accept every proposed event", self.accept_all_asked))
        layout.addWidget(QLabel("·", self))
        layout.addWidget(self._link("×", "Close this bar", self.closed))
        self.hide()

    def show_counts(self, proposed: int, documents: int) -> None:
        """Show how many proposed events of how many documents there are."""
        events, sources = counted(proposed, "proposed event"), counted(documents, "document")
        self._text.setText(f"{events} from {sources}")

    def _link(self, text: str, tip: str, asked: SignalInstance) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setProperty("role", "link")
        button.setToolTip(tip)
        button.setAccessibleName(tip)
        button.clicked.connect(asked)
        return button
