"""Where an event stands among those of its date, and the way to another place. It is never drawn as hours."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from timeline_app.ui.editing.subject import Subject


class OrderField(QWidget):
    """Says "2 of 3 on this date"; ``moved`` by how many places. Hidden where there are no others of the date."""

    moved = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = QLabel(self)
        self.words.setObjectName("order_words")
        self.earlier = self._button("▴", "Earlier among the events of its date", -1)
        self.later = self._button("▾", "Later among the events of its date", 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        for widget in (self.words, self.earlier, self.later):
            row.addWidget(widget)
        row.addStretch(1)
        self.setFocusProxy(self.earlier)

    def show_subject(self, subject: Subject) -> None:
        """Show the place."""
        order = subject.order
        self.setVisible(order is not None)
        if order:
            self.words.setText(f"{order.place:,} of {order.total:,} on this date")
            self.earlier.setEnabled(order.place > 1)
            self.later.setEnabled(order.place < order.total)

    def _button(self, sign: str, name: str, places: int) -> QToolButton:
        button = QToolButton(self)
        button.setText(sign)
        button.setToolTip(name)
        button.setAccessibleName(name)
        button.clicked.connect(lambda: self.moved.emit(places))
        return button
