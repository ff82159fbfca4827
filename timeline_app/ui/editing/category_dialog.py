"""Asks for a category of a person's own: its name, its hue and the letter that stands for it where it is small.

One that is there can be changed or taken away; its events follow.
"""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model.arrangement import CategoryId, OwnCategory
from timeline_app.model.event import Category
from timeline_app.render.theme import Theme
from timeline_app.session import arranging
from timeline_app.ui.editing.kind_boxes import letter_icon
from timeline_app.ui.editing.kinds import Kind, free_letter, kinds

_LONGEST_LETTER = 2
_ICON = QSize(20, 20)


class CategoryDialog(QDialog):
    """``category`` is what was made, or None if it is to go, once the dialog was accepted.

    No two categories have one name. ``before`` is the one to change; a new one is made where that is None.
    """

    def __init__(
        self, own: Sequence[OwnCategory], theme: Theme, before: OwnCategory | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("category_dialog")
        self.setWindowTitle("Change category" if before else "New category")
        self._before, self._is_removed = before, False
        self._kinds, self._theme = kinds(each for each in own if each != before), theme
        self.name, self.letter = QLineEdit(self), QLineEdit(self)
        self.name.setAccessibleName("Name")
        self.name.setMinimumWidth(260)
        self.letter.setAccessibleName("Letter")
        self.letter.setMaxLength(_LONGEST_LETTER)
        self.letter.setFixedWidth(48)
        self.hues = QButtonGroup(self)
        self._remark = QLabel("", self)
        self._remark.setProperty("role", "muted")
        buttons = QDialogButtonBox(self)
        self.make = buttons.addButton("Change" if before else "Make", QDialogButtonBox.ButtonRole.AcceptRole)
        self.make.setProperty("role", "primary")
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        if before:
            self.removal = buttons.addButton("Remove", QDialogButtonBox.ButtonRole.DestructiveRole)
            self.removal.setToolTip("Its events become Other")
            self.removal.clicked.connect(self._remove)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        form = QFormLayout()
        for name, field in (("Name", self.name), ("", self._remark), ("Hue", self._hue_row()), ("Letter", self.letter)):
            form.addRow(name, field)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(buttons)
        self.name.textEdited.connect(self._named)
        self.letter.textEdited.connect(lambda _: self._draw())
        if before:
            self.name.setText(before.name)
            self.letter.setText(before.letter)
        self._named("")

    @property
    def category(self) -> OwnCategory | None:
        """What was made."""
        name = self._before.id if self._before else CategoryId(arranging.new_id())
        return None if self._is_removed else OwnCategory(name, self._words, self._hue, self._letter)

    def _remove(self) -> None:
        self._is_removed = True
        self.accept()

    @property
    def _words(self) -> str:
        return " ".join(self.name.text().split())

    @property
    def _hue(self) -> str:
        return next(button.accessibleName() for button in self.hues.buttons() if button.isChecked())

    @property
    def _letter(self) -> str:
        return self.letter.text().strip() or free_letter(self._words, self._kinds)

    def _hue_row(self) -> QWidget:
        """One of the theme's hues, by the category that has it too; the last is grey."""
        row = QWidget(self)
        line = QHBoxLayout(row)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(4)
        for hue in (*(name for name in Category if name in self._theme.categories), Category.OTHER):
            button = QToolButton(row)
            button.setCheckable(True)
            button.setIconSize(_ICON)
            button.setAccessibleName(str(hue))
            button.setToolTip("Grey" if hue is Category.OTHER else f"The hue of {hue}")
            button.setProperty("role", "hue")
            self.hues.addButton(button)
            line.addWidget(button)
        line.addStretch(1)
        wanted = self._before.hue if self._before else ""
        buttons = self.hues.buttons()
        next((button for button in buttons if button.accessibleName() == wanted), buttons[0]).setChecked(True)
        return row

    def _named(self, _: str) -> None:
        self.letter.setPlaceholderText(free_letter(self._words, self._kinds) if self._words else "")
        taken = any(self._words.casefold() == kind.name.casefold() for kind in self._kinds)
        self._remark.setText("There is a category of this name." if taken else "")
        self._remark.setVisible(taken)
        self.make.setEnabled(bool(self._words) and not taken)
        self._draw()

    def _draw(self) -> None:
        for button in self.hues.buttons():
            letter = self._letter if self._words else "•"
            icon: QIcon = letter_icon(Kind("", button.accessibleName(), letter), self._theme)
            button.setIcon(icon)
