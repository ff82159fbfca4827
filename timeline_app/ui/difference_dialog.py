"""What reading a document again would change, event by event: old date, new date, and a box to leave it as it is."""

from __future__ import annotations

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

from timeline_app.model.document import Document
from timeline_app.model.event import Event, EventId
from timeline_app.model.wording import in_words
from timeline_app.session.preview import Effect, Preview, Row, summary
from timeline_app.ui.wording import counted, date_in_words, first_line

MOST_ROWS = 2_000  # of one group; the others go with its box
_ID = Qt.ItemDataRole.UserRole
_QUOTE = 300  # code points of a quote in a tool tip
_GROUPS = {
    Effect.MOVED: "Another date",
    Effect.PLACED: "Placed now",
    Effect.NEW: "New",
    Effect.GONE: "No longer found",
    Effect.KEPT: "Yours: accepted, edited or dated by you; these stay unless you tick them",
}
_On, _Off = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class DifferenceDialog(QDialog):
    """``ticked`` are the events that are to follow; those that a person touched are not ticked to begin with."""

    def __init__(self, preview: Preview, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("difference_dialog")
        self.setWindowTitle("What changes")
        self.resize(780, 520)
        self._preview = preview
        heading = QLabel(_heading(preview), self)
        heading.setProperty("role", "title")
        heading.setTextFormat(Qt.TextFormat.PlainText)
        heading.setWordWrap(True)
        numbers = QLabel(_numbers(preview), self)
        numbers.setWordWrap(True)
        self.tree = _tree(self)
        self._groups = {effect: group for effect in Effect if (group := self._fill(effect))}
        self._accept = QPushButton(self)
        self._accept.setProperty("role", "primary")
        self._accept.setDefault(True)
        layout = QVBoxLayout(self)
        layout.setSpacing(8)
        for widget in (heading, numbers, self.tree, self._buttons()):
            layout.addWidget(widget)
        self.tree.itemChanged.connect(self._count)
        self._count()

    @property
    def ticked(self) -> frozenset[EventId]:
        """The events that are to follow."""
        found = set()
        for effect, group in self._groups.items():
            rows = [row for row in self._preview.rows if row.effect is effect]
            lines = [line for number in range(min(len(rows), MOST_ROWS)) if (line := group.child(number))]
            states = [line.checkState(0) for line in lines]
            states += [_Off if group.checkState(0) == _Off else _On] * (len(rows) - len(states))
            found |= {row.event.id for row, state in zip(rows, states, strict=True) if state == _On}
        return frozenset(found)

    @property
    def accept_words(self) -> str:
        """What the button says."""
        return self._accept.text()

    def _fill(self, effect: Effect) -> QTreeWidgetItem | None:
        rows = [row for row in self._preview.rows if row.effect is effect]
        if not rows:
            return None
        group = QTreeWidgetItem([f"{_GROUPS[effect]} ({len(rows):,})"])
        group.setFlags(group.flags() | Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsAutoTristate)
        self.tree.addTopLevelItem(group)
        group.setFirstColumnSpanned(True)
        for row in rows[:MOST_ROWS]:
            group.addChild(_line(row, _Off if effect is Effect.KEPT else _On))
        if len(rows) > MOST_ROWS:
            more = QTreeWidgetItem([f"… and {len(rows) - MOST_ROWS:,} more, which go with the box of the group"])
            more.setFlags(Qt.ItemFlag.ItemIsEnabled)
            group.addChild(more)
        group.setExpanded(True)
        return group

    def _count(self) -> None:
        number = len(self.ticked)
        self._accept.setText(f"Accept {counted(number, 'Change')}" if number else "Accept, Leave All Events")

    def _buttons(self) -> QDialogButtonBox:
        buttons = QDialogButtonBox(self)
        buttons.addButton(self._accept, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        return buttons


def _heading(preview: Preview) -> str:
    """What is different about the document."""
    if len(preview.documents) > 1:
        return preview.change.label
    before, records = preview.documents[0], (edit.after for edit in preview.change.edits)
    now = next((record for record in records if isinstance(record, Document)), before)
    if now.published == before.published:
        return preview.change.label
    dates = (in_words(published.value) if published else "not dated" for published in (before.published, now.published))
    return f"“{before.title}”: {' → '.join(dates)}"


def _numbers(preview: Preview) -> str:
    """How many events are concerned, and what a person's own would lose."""
    told = f"{summary(preview)}. Nothing is done yet."
    if not preview.lost:
        return told
    lose = f"{counted(preview.lost, 'quote')} of events that you keep {'is' if preview.lost == 1 else 'are'}"
    return f"{told} {lose} no longer in the text; Check All Quotes lists {'it' if preview.lost == 1 else 'them'} then."


def _tree(parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setAccessibleName("Events that change")
    tree.setHeaderLabels(["Event", "Date now", "Date then"])
    tree.setUniformRowHeights(True)
    tree.setTextElideMode(Qt.TextElideMode.ElideRight)
    tree.header().setStretchLastSection(False)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
    for column in (1, 2):
        tree.setColumnWidth(column, 190)
    return tree


def _line(row: Row, state: Qt.CheckState) -> QTreeWidgetItem:
    line = QTreeWidgetItem([row.event.title, _date(row.before), _date(row.after)])
    line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    line.setCheckState(0, state)
    line.setData(0, _ID, row.event.id)
    quote = first_line(row.event, _QUOTE)
    for column, date in enumerate(("", _date(row.before), _date(row.after))):
        line.setToolTip(column, "\n".join(part for part in (row.event.title, date, quote) if part))
    return line


def _date(event: Event | None) -> str:
    return date_in_words(event) if event else "–"
