"""Small dialogs: what a pasted text becomes, a date to go to, what becomes of a draft."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import Style, in_words
from timeline_app.ui.wording import counted

_PREVIEW = 4000  # characters of a pasted text that are shown before it is added


class PasteDialog(QDialog):
    """Say "New document, 4,210 characters, written on …": a title and a date, both may stay empty."""

    def __init__(self, text: str, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("paste_dialog")
        self.setWindowTitle("New document")
        self.resize(560, 440)
        self.title = QLineEdit(title, self)
        self.date = QLineEdit(self)
        self.date.setObjectName("written_on")
        self.date.setPlaceholderText("e.g. 31 March 2011")
        self._reading = _muted("Needed for words like “yesterday” or “Wednesday”; it can be given later.", self)
        self._add = QPushButton("Add", self)
        self._add.setProperty("role", "primary")
        self._add.setDefault(True)
        preview = QPlainTextEdit(text[:_PREVIEW], self)
        preview.setReadOnly(True)
        preview.setAccessibleName("The pasted text")
        layout = QVBoxLayout(self)
        layout.addWidget(QLabel(f"New document, {counted(len(text), 'character')}", self))
        layout.addWidget(preview, 1)
        layout.addLayout(self._form())
        layout.addWidget(self._buttons())
        self.date.textChanged.connect(self._check)
        self.date.setFocus()

    @property
    def published(self) -> TemporalValue | None:
        """The date that was given."""
        return read_date(self.date.text()) if self.date.text().strip() else None

    def _form(self) -> QFormLayout:
        form = QFormLayout()
        form.addRow("&Title", self.title)
        form.addRow("&Written on", self.date)
        form.addRow("", self._reading)
        return form

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._add, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons

    def _check(self) -> None:
        words, sound = understood(self.date.text())
        self._reading.setText(words)
        self._add.setEnabled(sound)


class GoToDialog(QDialog):
    """A date to bring into the middle of the timeline."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Go to a date")
        self.date = QLineEdit(self)
        self.date.setObjectName("go_to_date")
        self.date.setAccessibleName("Date")
        self.date.setPlaceholderText("e.g. 480 BC, March 2011, 1914–1918")
        self.date.setMinimumWidth(280)
        self._reading = _muted(" ", self)
        buttons = QDialogButtonBox(self)
        self._go = buttons.addButton("Go", QDialogButtonBox.ButtonRole.AcceptRole)
        self._go.setEnabled(False)
        self._go.setProperty("role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self.date, self._reading, buttons):
            layout.addWidget(widget)
        self.date.textChanged.connect(self._check)

    @property
    def value(self) -> TemporalValue:
        """The date that was given."""
        return read_date(self.date.text())

    def _check(self) -> None:
        words, sound = understood(self.date.text())
        self._reading.setText(words or " ")
        self._go.setEnabled(sound and bool(self.date.text().strip()))


class Leaving(Enum):
    """What becomes of a draft."""

    NAME = "&Name It…"
    KEEP = "&Keep as Draft"
    DISCARD = "&Discard"
    CANCEL = "Cancel"


class DraftDialog(QMessageBox):
    """Asks what becomes of the work in a draft; closing the dialog is Cancel. Without a file it cannot be kept."""

    def __init__(self, parent: QWidget | None = None, *, can_keep: bool) -> None:
        super().__init__(parent)
        self.setObjectName("draft_dialog")
        self.setWindowTitle("Name your work?")
        self.setText("This timeline has no name yet.")
        more = "It is saved as a draft, which is offered at the next start." if can_keep else "It is not saved."
        self.setInformativeText(more)
        roles = {
            Leaving.NAME: QMessageBox.ButtonRole.AcceptRole,
            Leaving.KEEP: QMessageBox.ButtonRole.YesRole,
            Leaving.DISCARD: QMessageBox.ButtonRole.DestructiveRole,
            Leaving.CANCEL: QMessageBox.ButtonRole.RejectRole,
        }
        offered = [each for each in Leaving if can_keep or each is not Leaving.KEEP]
        self.buttons_of = {each: self.addButton(each.value, roles[each]) for each in offered}
        self.setDefaultButton(self.buttons_of[Leaving.NAME])
        self.setEscapeButton(self.buttons_of[Leaving.CANCEL])

    @property
    def answer(self) -> Leaving:
        """What was chosen."""
        clicked = self.clickedButton()
        return next((each for each, button in self.buttons_of.items() if button is clicked), Leaving.CANCEL)


def understood(text: str) -> tuple[str, bool]:
    """How a typed date is read, or why not; and whether it may stay so."""
    if not text.strip():
        return "", True
    try:
        return f"= {in_words(read_date(text), Style.LONG)}", True
    except ValueError as error:
        return str(error), False


def _muted(text: str, parent: QWidget) -> QLabel:
    label = QLabel(text, parent)
    label.setProperty("role", "muted")
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    return label
