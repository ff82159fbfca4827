"""One citation in a line: "1 of 1 · The Wire · 31 March 2011 · paragraph 5 · quote exact ●"."""

from __future__ import annotations

import textwrap

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from timeline_app.model.document import Document, Integrity
from timeline_app.model.event import Citation
from timeline_app.ui.editing.stance_button import StanceButton
from timeline_app.ui.elided_label import ElidedLabel
from timeline_app.ui.wording import published_in_words, source_name

_LONGEST = 24  # characters of what says where in the source
_EXPLAINED = {
    Integrity.EXACT: "The quoted words stand in the document exactly where they were found.",
    Integrity.MOVED: "The quoted words stand elsewhere in the document now.",
    Integrity.CHANGED: "The document’s words were changed since they were quoted.",
    Integrity.MISSING: "The document no longer has the quoted words.",
}


class CitationRow(QFrame):
    """``asked`` says that this citation's words are to be shown."""

    asked = Signal()
    stance_chosen = Signal(object)  # a Stance
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "citation")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._number, self._place, self._state = QLabel(self), ElidedLabel(self), QLabel(self)
        self._where = QLabel(self)
        self._light = QLabel("●", self)
        self._number.setProperty("role", "muted")
        for label in (self._place, self._where):
            label.setProperty("role", "strong")
        self._state.setProperty("role", "muted")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 2, 0, 2)
        layout.setSpacing(6)
        layout.addWidget(self._number)
        layout.addSpacing(6)
        layout.addWidget(self._place, 1)
        layout.addWidget(self._where)
        layout.addWidget(self._state)
        layout.addWidget(self._light)
        self.stance = StanceButton(self)
        self.stance.chosen.connect(self.stance_chosen)
        self.stance.remove_asked.connect(self.remove_asked)
        layout.addWidget(self.stance)

    def show_citation(self, place: tuple[int, int], citation: Citation, document: Document, found: Integrity) -> None:
        """Show which of how many it is (counted from 1), whose, where, and whether its quote still stands."""
        number, total = place
        self._number.setText(f"{number} of {total}")
        where = citation.locator
        parts = (source_name(document), published_in_words(document))
        self._place.setText(" · ".join(part for part in parts if part))
        self._where.setText(textwrap.shorten(where, _LONGEST, placeholder=" …"))
        self._state.setText(f"quote {found}")
        self.stance.show_stance(citation.stance)
        self._light.setProperty("light", str(found))
        self._light.style().polish(self._light)
        self.setToolTip(_EXPLAINED[found])
        self.setAccessibleName(f"Source {number} of {total}: {self._place.full_text}, {where}, quote {found}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click anywhere on the row."""
        if self.rect().contains(event.position().toPoint()):
            self.asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter does what a click does."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.asked.emit()
        else:
            super().keyPressEvent(event)
