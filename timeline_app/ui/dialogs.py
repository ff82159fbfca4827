"""Small dialogs: what a pasted text becomes, a date to go to, the list of keys."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import Style, in_words
from timeline_app.ui.dates import read_date
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
        self.date.setPlaceholderText("31 March 2011")
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
        words, sound = _understood(self.date.text())
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
        self.date.setPlaceholderText("1969, March 2011 or 31 March 2011")
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
        words, sound = _understood(self.date.text())
        self._reading.setText(words or " ")
        self._go.setEnabled(sound and bool(self.date.text().strip()))


class KeysDialog(QDialog):
    """Every key, as in the menus."""

    def __init__(self, keys: list[tuple[str, str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("keys_dialog")
        self.setWindowTitle("Keys")
        self.resize(460, 620)
        tree = QTreeWidget(self)
        tree.setAccessibleName("Keys")
        tree.setColumnCount(2)
        tree.setHeaderLabels(["What", "Key"])
        tree.setRootIsDecorated(False)
        tree.setColumnWidth(0, 260)
        for menu in dict.fromkeys(menu for menu, _, _ in keys):
            group = QTreeWidgetItem([menu, ""])
            tree.addTopLevelItem(group)
            for _, what, key in (row for row in keys if row[0] == menu):
                group.addChild(QTreeWidgetItem([what, key]))
            group.setExpanded(True)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(tree)
        layout.addWidget(_muted("Single keys act while the timeline has the focus; F6 brings it there.", self))
        layout.addWidget(buttons)


def _understood(text: str) -> tuple[str, bool]:
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
