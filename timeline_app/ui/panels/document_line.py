"""The line over the text: how the document was read, how much of it is used, and the way to change that."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Signal
from PySide6.QtWidgets import QHBoxLayout, QToolButton, QWidget

from timeline_app.extraction.options import Counting, Order
from timeline_app.model.document import Document
from timeline_app.model.event import Tagging
from timeline_app.session.coverage import Coverage
from timeline_app.session.reading import counting_of, language_of
from timeline_app.ui.elided_label import ElidedLabel
from timeline_app.ui.panels.marked_scroll_bar import used_in_words

COUNTINGS: dict[str, str] = {Counting.NEWS: "as news", Counting.HISTORY: "as history"}


class DocumentLine(QWidget):
    """``change_asked`` says that the document is to be read otherwise."""

    change_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_line")
        self._words = ElidedLabel(self)
        self._words.setProperty("role", "muted")
        self.change = QToolButton(self)
        self.change.setText("Change…")
        self.change.setProperty("role", "link")
        self.change.setToolTip("Change the document’s date, its language, or how its dates are counted and read")
        self.change.setAccessibleName(self.change.toolTip())
        self.change.clicked.connect(self.change_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(6)
        layout.addWidget(self._words, 1)
        layout.addWidget(self.change)

    @property
    def sentence(self) -> str:
        """What it says."""
        return self._words.full_text

    def show_document(self, document: Document, tagging: Tagging, coverage: Coverage) -> None:
        """Say how a document was read and how many of its dates are used."""
        chosen = " (your choice)"
        language = language_in_words(language_of(document)) + chosen * bool(document.chosen_language)
        way = COUNTINGS[document.counting] + chosen if document.counting in COUNTINGS else _found(tagging)
        order = f"{document.day_order} first{chosen}" if document.day_order in set(Order) - {""} else ""
        read = ", ".join(part for part in (language, way, order) if part)
        parts = (used_in_words(coverage), read, "private" if document.private else "")
        self._words.setText(" · ".join(part for part in parts if part))


def _found(tagging: Tagging) -> str:
    """How the program has counted the dates."""
    return COUNTINGS.get(counting_of(tagging), "")


def language_in_words(code: str) -> str:
    """A language by its name: "English"; the code itself where it has none here."""
    if not code:
        return "language not known"
    language = QLocale.codeToLanguage(code[:2].lower())
    return code if language is QLocale.Language.AnyLanguage else QLocale.languageToString(language)
