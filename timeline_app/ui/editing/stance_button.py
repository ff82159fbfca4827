"""What a source does for an event, as a small button with a menu; the way to take the source off, too."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from timeline_app.model.event import Stance
from timeline_app.ui.menu_keys import give_keys

_WORDS = {
    Stance.NEUTRAL: ("⋯", "Neutral: it reports the event"),
    Stance.PROVING: ("proves", "Proving: it shows that it was so"),
    Stance.DISPUTING: ("disputes", "Disputing: it says that it was otherwise"),
}


class StanceButton(QToolButton):
    """``chosen`` carries a ``Stance``; ``remove_asked`` says that the source is to be taken off."""

    chosen = Signal(object)
    remove_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "stance")
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(self)
        group = QActionGroup(menu)
        self.choices = {stance: menu.addAction(words[1]) for stance, words in _WORDS.items()}
        for stance, action in self.choices.items():
            action.setCheckable(True)
            group.addAction(action)
            action.triggered.connect(lambda _=False, stance=stance: self.chosen.emit(stance))
        menu.addSeparator()
        self.removal = menu.addAction("Take this source off the event")
        self.removal.triggered.connect(self.remove_asked)
        give_keys(menu)
        self.setMenu(menu)
        self.show_stance(Stance.NEUTRAL)

    def show_stance(self, stance: Stance) -> None:
        """Show what was chosen."""
        self.setText(_WORDS[stance][0])
        self.setToolTip(f"{_WORDS[stance][1]} (click to change)")
        self.setAccessibleName(f"Stance: {stance}")
        self.setProperty("stance", str(stance))
        self.style().polish(self)
        self.choices[stance].setChecked(True)
