"""A check box that is set without answering, and can stand for several events that differ."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from timeline_app.ui.editing.subject import DIFFERENT, Differing


class Switch(QCheckBox):
    """``chosen`` says what a person wants; where events differ, the first click is for on."""

    chosen = Signal(bool)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.clicked.connect(lambda: self.chosen.emit(self.isChecked()))

    def show_value(self, value: bool | Differing) -> None:  # noqa: FBT001 - what is shown
        """Show whether it is on, or that events differ."""
        mixed = value is DIFFERENT
        state = Qt.CheckState.PartiallyChecked if mixed else Qt.CheckState.Checked if value else Qt.CheckState.Unchecked
        self.setTristate(mixed)
        self.setCheckState(state)

    def nextCheckState(self) -> None:
        """On, then off; never back to being different."""
        checked = self.checkState() is Qt.CheckState.Checked
        self.setTristate(False)
        self.setChecked(not checked)
