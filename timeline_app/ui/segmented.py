"""A row of joined buttons of which one is down. It says which one was asked for; setting it never answers back."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget


class Segmented(QWidget):
    """A choice among a few, like "True scale | Folded | Order only"."""

    asked = Signal(str)

    def __init__(self, choices: tuple[tuple[str, str, str], ...], name: str, parent: QWidget | None = None) -> None:
        """``choices`` are (id, text, tool tip); ``name`` is what a screen reader says."""
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setProperty("role", "segmented")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._group = QButtonGroup(self)
        self._buttons = {choice: self._button(choice, text, tip) for choice, text, tip in choices}
        layout = QHBoxLayout(self)
        layout.setContentsMargins(2, 2, 2, 2)
        layout.setSpacing(2)
        for button in self._buttons.values():
            layout.addWidget(button)

    def set_current(self, choice: str) -> None:
        """Show one choice as taken."""
        self._buttons[choice].setChecked(True)

    def set_text(self, choice: str, text: str) -> None:
        """Write something else on a choice."""
        self._buttons[choice].setText(text)

    def current(self) -> str:
        """The choice that is shown as taken, "" before the first."""
        return next((choice for choice, button in self._buttons.items() if button.isChecked()), "")

    def _button(self, choice: str, text: str, tip: str) -> QPushButton:
        button = QPushButton(text, self)
        button.setCheckable(True)
        button.setToolTip(tip)
        button.setProperty("role", "segment")
        button.clicked.connect(lambda: self.asked.emit(choice))
        self._group.addButton(button)
        return button
