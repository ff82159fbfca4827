"""The quotes that do not stand as they did, each with its event and its words, and the way there."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model.document import Integrity
from timeline_app.model.event import Event, EventId

_ID = Qt.ItemDataRole.UserRole


class QuotesDialog(QDialog):
    """``chosen`` is the event to go to, if the dialog was accepted."""

    def __init__(
        self, sentence: str, found: Sequence[tuple[Event, int, Integrity]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("quotes_dialog")
        self.setWindowTitle("Quotes")
        self.resize(720, 420)
        said = QLabel(sentence, self)
        said.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("Quotes that do not stand as they did")
        self.tree.setHeaderLabels(["Quote", "Event", "Words"])
        self.tree.setRootIsDecorated(False)
        self.tree.setUniformRowHeights(True)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.ResizeToContents)
        self.tree.setColumnWidth(1, 240)
        for event, number, integrity in found:
            words = " ".join(event.citations[number].quote.exact.split())
            row = QTreeWidgetItem([str(integrity), event.title, words])
            row.setData(0, _ID, event.id)
            row.setToolTip(2, words)
            self.tree.addTopLevelItem(row)
        buttons = QDialogButtonBox(self)
        go = QPushButton("Go to the Event", self)
        go.setProperty("role", "primary")
        buttons.addButton(go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self.tree.itemActivated.connect(self.accept)
        if first := self.tree.topLevelItem(0):
            self.tree.setCurrentItem(first)
        layout = QVBoxLayout(self)
        for widget in (said, self.tree, buttons):
            layout.addWidget(widget)

    @property
    def chosen(self) -> EventId | None:
        """The event whose quote is current."""
        row = self.tree.currentItem()
        return EventId(row.data(0, _ID)) if row else None
