"""The status line: what is shown, what is being read (with Cancel), and where it is saved."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QStatusBar, QToolButton, QWidget

from timeline_app.ui.wording import counted


class Status(QStatusBar):
    """``cancel_asked`` says that reading should stop."""

    cancel_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self.line = QLabel(self)
        self.line.setObjectName("status_line")
        self.line.setAccessibleName("Status")
        self.saved = QLabel("Not saved", self)
        self.saved.setObjectName("saved_line")
        self.saved.setAccessibleName("Where it is saved")
        self.saved.setTextFormat(Qt.TextFormat.PlainText)
        self._work = QWidget(self)
        self._reading, self._bar = QLabel(self._work), QProgressBar(self._work)
        self._arrange()
        self._work.hide()

    @property
    def progress_shown(self) -> bool:
        """Whether something is being read."""
        return not self._work.isHidden()

    def show_text(self, text: str) -> None:
        """Say this."""
        self.line.setText(text)

    def show_saved(self, words: str, place: str) -> None:
        """Say whether all is saved, and where."""
        self.saved.setText(words)
        self.saved.setToolTip(place)

    def show_progress(self, done: int, total: int) -> None:
        """Show how far reading is; gone when ``total`` is 0."""
        self._work.setVisible(total > 0)
        self._reading.setText(f"Reading {counted(total, 'document')}…")
        self._bar.setRange(0, total if total > 1 else 0)
        self._bar.setValue(done)

    def _arrange(self) -> None:
        cancel = QToolButton(self._work)
        cancel.setText("Cancel")
        cancel.setProperty("role", "link")
        cancel.clicked.connect(self.cancel_asked)
        self._bar.setTextVisible(False)
        self._bar.setFixedSize(120, 6)
        self._bar.setAccessibleName("Progress of reading")
        self._reading.setProperty("role", "muted")
        row = QHBoxLayout(self._work)
        row.setContentsMargins(8, 0, 8, 0)
        row.setSpacing(8)
        for widget in (self._reading, self._bar, cancel):
            row.addWidget(widget)
        self.addWidget(self.line, 1)
        self.addPermanentWidget(self._work)
        self.addPermanentWidget(self.saved)
