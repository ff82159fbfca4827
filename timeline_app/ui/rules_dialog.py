"""The rules about dates to ignore, and the way to be rid of one."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model.arrangement import IgnoreRule
from timeline_app.session import likeness

_RULE = Qt.ItemDataRole.UserRole


class RulesDialog(QDialog):
    """Stays open while rules are removed; ``removal_asked`` carries one."""

    removal_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("rules_dialog")
        self.setWindowTitle("Dates to Ignore")
        self.resize(520, 320)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.list = QListWidget(self)
        self.list.setAccessibleName("Rules about dates to ignore")
        self.remove = QPushButton("&Remove Rule", self)
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.remove, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._said, self.list, buttons):
            layout.addWidget(widget)
        self.list.currentRowChanged.connect(lambda row: self.remove.setEnabled(row >= 0))
        self.remove.clicked.connect(self._ask)

    def show_rules(self, rules: Sequence[tuple[IgnoreRule, str]]) -> None:
        """Show these rules, each with the title of its document, "" for the whole project."""
        self.list.clear()
        for rule, title in rules:
            where = f"in “{title}”" if title else "in the whole project"
            line = QListWidgetItem(f"Dates {likeness.in_words(rule)}, {where}")
            line.setData(_RULE, rule)
            line.setToolTip(line.text())
            self.list.addItem(line)
        self.list.setCurrentRow(0 if rules else -1)
        self.remove.setEnabled(bool(rules))
        none = "No dates are ignored. To begin, choose Ignore Dates Like This in the menu of a date or an event."
        what = "Events dated so are rejected as documents are read. Without the rule they are proposed again."
        self._said.setText(what if rules else none)

    def _ask(self) -> None:
        if line := self.list.currentItem():
            self.removal_asked.emit(line.data(_RULE))
