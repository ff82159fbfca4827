"""The bin: documents and events that were put out of sight, to be brought back or forgotten for good."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
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

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event, EventId
from timeline_app.ui.wording import date_in_words, published_in_words

MOST_ROWS = 2_000  # of one kind
_RECORD = Qt.ItemDataRole.UserRole


class BinDialog(QDialog):
    """Stays open while things are taken out; ``restore_asked``, ``forget_asked`` carry documents' and events' ids."""

    restore_asked = Signal(object, object)
    forget_asked = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("bin_dialog")
        self.setWindowTitle("Bin")
        self.resize(640, 440)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.tree = QTreeWidget(self)
        self.tree.setAccessibleName("What is in the bin")
        self.tree.setHeaderLabels(["Title", "Date"])
        self.tree.setUniformRowHeights(True)
        self.tree.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.tree.header().setStretchLastSection(False)
        self.tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        self.tree.setColumnWidth(1, 190)
        self.restore = QPushButton("&Restore", self)
        self.restore.setProperty("role", "primary")
        self.forget = QPushButton("&Forget for Good…", self)
        self.forget.setToolTip("Take the text, the quotes and their history out of the file; this cannot be undone")
        self._arrange()
        self.tree.itemSelectionChanged.connect(self._follow)
        self.restore.clicked.connect(lambda: self.restore_asked.emit(*self.chosen))
        self.forget.clicked.connect(lambda: self.forget_asked.emit(*self.chosen))

    @property
    def chosen(self) -> tuple[tuple[DocumentId, ...], tuple[EventId, ...]]:
        """The documents and events that are selected; a heading stands for all under it that are listed."""
        records = [record for row in self.tree.selectedItems() for record in _records(row)]
        documents = dict.fromkeys(record.id for record in records if isinstance(record, Document))
        events = dict.fromkeys(record.id for record in records if isinstance(record, Event))
        return tuple(documents), tuple(events)

    def show_bin(self, documents: Sequence[Document], events: Sequence[Event]) -> None:
        """Show what is in it."""
        self.tree.clear()
        self._fill("Documents", documents)
        self._fill("Events", events)
        if not documents and not events:
            self._said.setText("The bin is empty.")
        else:
            self._said.setText("A document comes back with the events that only it reports.")
        self._follow()

    def _fill(self, heading: str, records: Sequence[Document] | Sequence[Event]) -> None:
        if not records:
            return
        group = QTreeWidgetItem([f"{heading} ({len(records):,})"])
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for record in records[:MOST_ROWS]:
            date = published_in_words(record) if isinstance(record, Document) else date_in_words(record)
            row = QTreeWidgetItem([record.title, date])
            row.setData(0, _RECORD, record)
            group.addChild(row)
        if len(records) > MOST_ROWS:
            more = QTreeWidgetItem([f"… and {len(records) - MOST_ROWS:,} more, listed once some of these are out"])
            more.setFlags(Qt.ItemFlag.NoItemFlags)
            group.addChild(more)
        group.setExpanded(True)

    def _follow(self) -> None:
        can = any(self.chosen)
        self.restore.setEnabled(can)
        self.forget.setEnabled(can)

    def _arrange(self) -> None:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.restore, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(self.forget, QDialogButtonBox.ButtonRole.ActionRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Close)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        for widget in (self._said, self.tree, buttons):
            layout.addWidget(widget)


def _records(row: QTreeWidgetItem) -> list[Document | Event]:
    """The record of a row, or those of the rows under a heading."""
    own = row.data(0, _RECORD)
    below = [child for number in range(row.childCount()) if (child := row.child(number))]
    return [own] if own is not None else [record for child in below for record in _records(child)]
