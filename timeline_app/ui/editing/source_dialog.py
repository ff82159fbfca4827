"""Asks for a source that is no file: an interview, a call, an exhibit, a shelfmark, an address."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import Style, in_words


class Source(NamedTuple):
    """What a person says of a source that is no file; only its ``title`` is never empty."""

    title: str
    who: str
    when: TemporalValue | None
    where: str
    words: str


class SourceDialog(QDialog):
    """``source`` is what was given, once the dialog was accepted."""

    def __init__(self, event_title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_dialog")
        self.setWindowTitle("Source without a file")
        self.resize(520, 400)
        self.title = self._line("What it is", "Interview, call, exhibit 12, FO 371/5, https://…")
        self.who = self._line("Who says so", "A person, an archive, a publisher")
        self.when = self._line("When", "e.g. 31 March 2011, spring 1848")
        self.where = self._line("Where in it", "Minute 14, folio 3, page 27")
        self.words = QPlainTextEdit(self)
        self.words.setAccessibleName("Its words")
        self.words.setPlaceholderText("What it says, word for word")
        self.words.setTabChangesFocus(True)
        self._reading = QLabel("", self)
        self._reading.setProperty("role", "muted")
        self._reading.setWordWrap(True)
        buttons = QDialogButtonBox(self)
        self.add = buttons.addButton("Add", QDialogButtonBox.ButtonRole.AcceptRole)
        self.add.setProperty("role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        heading = QLabel(f"Another source for “{event_title}”", self)
        heading.setWordWrap(True)
        layout = QVBoxLayout(self)
        layout.addWidget(heading)
        layout.addLayout(self._form())
        layout.addWidget(buttons)
        for line in (self.title, self.when):
            line.textChanged.connect(self._check)
        self._check()

    @property
    def source(self) -> Source:
        """What was given."""
        title, who, where = (" ".join(line.text().split()) for line in (self.title, self.who, self.where))
        when = self.when.text().strip()
        return Source(title, who, read_date(when) if when else None, where, self.words.toPlainText().strip())

    def _line(self, name: str, example: str) -> QLineEdit:
        line = QLineEdit(self)
        line.setAccessibleName(name)
        line.setPlaceholderText(example)
        return line

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        for field in (self.title, self.who, self.when):
            form.addRow(field.accessibleName(), field)
        form.addRow("", self._reading)
        form.addRow(self.where.accessibleName(), self.where)
        form.addRow(self.words.accessibleName(), self.words)
        return form

    def _check(self) -> None:
        words, sound = "", True
        if when := self.when.text().strip():
            try:
                words = f"= {in_words(read_date(when), Style.LONG)}"
            except ValueError as error:
                words, sound = str(error), False
        self._reading.setText(words)
        self._reading.setVisible(bool(words))
        self.add.setEnabled(sound and bool(self.title.text().strip()))
