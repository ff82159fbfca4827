"""One era: its name, from when to when, and its colour; and the list of all eras, for those who go by keyboard."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPixmap
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.arrangement import LONGEST_NAME, Era
from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import in_words
from timeline_app.render.theme import Theme
from timeline_app.ui.dialogs import understood
from timeline_app.ui.editing.dates import as_typed

_HUES = ("Conflict", "Contact", "Personnel", "Movement", "Justice", "Life", "other")
_NAMES = ("Orange", "Green", "Blue", "Violet", "Ochre", "Pink", "Grey")
REMOVE = 2  # what ``exec`` returns beside accepted and rejected


class EraDialog(QDialog):
    """Name, dates and colour of an era; of one that there is, ``exec`` returns ``REMOVE`` where it is to go."""

    def __init__(
        self, value: TemporalValue, theme: Theme, era: Era | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("era_dialog")
        self.setWindowTitle("Edit Era" if era else "New Era")
        self.setMinimumWidth(420)
        self.name = QLineEdit(era.name if era else "", self)
        self.name.setObjectName("era_name")
        self.name.setMaxLength(LONGEST_NAME)
        self.name.setPlaceholderText("e.g. Libyan uprising")
        self.dates = QLineEdit(as_typed(era.value if era else value), self)
        self.dates.setObjectName("era_dates")
        self.dates.setPlaceholderText("e.g. 15 February – 23 October 2011")
        self._reading = QLabel(self)
        self._reading.setProperty("role", "muted")
        self._reading.setWordWrap(True)
        self.hue = QComboBox(self)
        self.hue.setObjectName("era_hue")
        for name, hue in zip(_NAMES, _HUES, strict=True):
            self.hue.addItem(_swatch(theme.hue(hue)), name, hue)
        if era and era.hue not in _HUES:
            self.hue.addItem(_swatch(theme.hue(era.hue)), era.hue, era.hue)
        self.hue.setCurrentIndex(max(self.hue.findData(era.hue if era else _HUES[0]), 0))
        self._save = QPushButton("Save" if era else "Add", self)
        self._save.setProperty("role", "primary")
        self._save.setDefault(True)
        self._arrange(can_remove=era is not None)
        self.name.textChanged.connect(self._check)
        self.dates.textChanged.connect(self._check)
        self._check()

    @property
    def value(self) -> TemporalValue:
        """From when to when."""
        return read_date(self.dates.text())

    @property
    def chosen_hue(self) -> str:
        """The hue as an era has it."""
        return str(self.hue.currentData())

    def _arrange(self, *, can_remove: bool) -> None:
        form = QFormLayout()
        form.addRow("&Name", self.name)
        form.addRow("&From – to", self.dates)
        form.addRow("", self._reading)
        form.addRow("&Colour", self.hue)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._save, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        if can_remove:
            remove = buttons.addButton("&Remove", QDialogButtonBox.ButtonRole.DestructiveRole)
            remove.setObjectName("remove_era")
            remove.clicked.connect(lambda: self.done(REMOVE))
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addStretch(1)
        layout.addWidget(buttons)

    def _check(self) -> None:
        words, sound = understood(self.dates.text())
        self._reading.setText(words or "A date or a period")
        self._save.setEnabled(sound and bool(self.dates.text().strip() and self.name.text().strip()))


class EraList(QDialog):
    """Which era to edit."""

    def __init__(self, eras: Sequence[Era], theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("era_list")
        self.setWindowTitle("Eras")
        self.resize(420, 320)
        self._eras = tuple(eras)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Eras in order of time")
        for era in self._eras:
            self.list.addItem(f"{era.name} · {in_words(era.value)}")
            self.list.item(self.list.count() - 1).setIcon(_swatch(theme.hue(era.hue)))
        self.list.setCurrentRow(0)
        self.list.itemActivated.connect(self.accept)
        buttons = QDialogButtonBox(self)
        edit = buttons.addButton("&Edit…", QDialogButtonBox.ButtonRole.AcceptRole)
        edit.setProperty("role", "primary")
        edit.setEnabled(bool(self._eras))
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(self.list, 1)
        layout.addWidget(buttons)

    @property
    def era(self) -> Era | None:
        """The one that is chosen."""
        row = self.list.currentRow()
        return self._eras[row] if 0 <= row < len(self._eras) else None


def _swatch(color: QColor) -> QPixmap:
    """A small square of a colour."""
    pixmap = QPixmap(12, 12)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.fill(color)
    return pixmap
