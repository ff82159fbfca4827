"""How a document is to be read: when it was written, in which language, and how it counts and writes its dates."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QDialog, QDialogButtonBox, QFormLayout, QLabel, QLineEdit, QPushButton, QWidget

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.extraction.options import Counting, Order
from timeline_app.model.document import Document, Publication
from timeline_app.model.event import Tagging
from timeline_app.model.wording import in_words
from timeline_app.session.ingest import YOU
from timeline_app.session.reading import LANGUAGES, counting_of, language_of, order_of
from timeline_app.ui.dialogs import understood
from timeline_app.ui.panels.document_line import language_in_words

_WAYS = {
    Counting.NEWS: "As news: from the date it was written",
    Counting.HISTORY: "As history: from the date spoken of last",
}
_ORDERS = {Order.DAY: "The day first: 3 April", Order.MONTH: "The month first: 4 March"}
_WITHOUT = "Without it, words like “yesterday” have no place on the timeline."


class DocumentDialog(QDialog):
    """``document`` is as it would be read then. Nothing is done here; what changes is shown next."""

    def __init__(self, document: Document, tagging: Tagging, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("document_dialog")
        self.setWindowTitle(f"Read “{document.title}” Otherwise")
        self.setMinimumWidth(460)
        self._before = document
        self.date = QLineEdit(in_words(document.published.value) if document.published else "", self)
        self.date.setObjectName("written_on")
        self.date.setPlaceholderText("e.g. 31 March 2011; empty if it is not known")
        self._reading = QLabel(self)
        self._reading.setProperty("role", "muted")
        self._reading.setTextFormat(Qt.TextFormat.PlainText)
        self._reading.setWordWrap(True)
        self.language, self.counting = self._languages(document), self._countings(document, tagging)
        self.day_order = self._orders(document, tagging)
        self._show = QPushButton("Show What Changes…", self)
        self._show.setProperty("role", "primary")
        self._show.setDefault(True)
        self._arrange()
        self.date.textChanged.connect(self._check)
        for box in (self.language, self.counting, self.day_order):
            box.currentIndexChanged.connect(self._check)
        self._check()

    @property
    def document(self) -> Document:
        """The document as it is to be read.

        Raises:
            ValueError: what stands in the date's field is no date.

        """
        return replace(
            self._before,
            published=self._published(),
            chosen_language=self.language.currentData(),
            counting=self.counting.currentData(),
            day_order=self.day_order.currentData(),
        )

    def _published(self) -> Publication | None:
        """The date of publication; the one there was keeps its origin."""
        value = read_date(self.date.text()) if self.date.text().strip() else None
        before = self._before.published
        if value is None or (before and before.value == value):
            return before if value else None
        return Publication(value, YOU)

    def _languages(self, document: Document) -> QComboBox:
        found = language_in_words(language_of(replace(document, chosen_language="")))
        codes = dict.fromkeys([*LANGUAGES, document.chosen_language])
        return _choice(
            self,
            "Language",
            {"": f"As found: {found}"} | {code: language_in_words(code) for code in codes if code},
            document.chosen_language,
        )

    def _countings(self, document: Document, tagging: Tagging) -> QComboBox:
        found = "" if document.counting else _WAYS.get(counting_of(tagging), "")
        by_itself = f"The program decides ({found[0].lower()}{found[1:].partition(':')[0]})" if found else ""
        ways = {str(way): words for way, words in _WAYS.items()}
        return _choice(self, "Dates are counted", {"": by_itself or "The program decides"} | ways, document.counting)

    def _orders(self, document: Document, tagging: Tagging) -> QComboBox:
        found = "" if document.day_order else order_of(tagging)
        by_itself = f"The program decides ({found} first)" if found else "The program decides"
        ways = {str(order): words for order, words in _ORDERS.items()}
        return _choice(self, "Dates like 03/04/2011", {"": by_itself} | ways, document.day_order)

    def _check(self) -> None:
        words, sound = understood(self.date.text())
        self._reading.setText(words or _WITHOUT)
        self._show.setEnabled(sound and self.document != self._before)

    def _arrange(self) -> None:
        form = QFormLayout(self)
        form.addRow("&Written on", self.date)
        form.addRow("", self._reading)
        form.addRow("&Language", self.language)
        form.addRow("&Dates are counted", self.counting)
        form.addRow("In &03/04/2011", self.day_order)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._show, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form.addRow(buttons)


def _choice(parent: QWidget, name: str, choices: dict[str, str], current: str) -> QComboBox:
    box = QComboBox(parent)
    box.setAccessibleName(name)
    for data, words in choices.items():
        box.addItem(words, data)
    box.setCurrentIndex(max(0, box.findData(current)))
    return box
