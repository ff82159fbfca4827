"""The undated shelf: what could not be placed, one line that opens into groups by reason, and the way out."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QToolButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.document import Document
from timeline_app.model.event import Event, EventId, Undated
from timeline_app.model.temporal import TemporalValue
from timeline_app.ui.date_box import DateBox
from timeline_app.ui.elided_label import ElidedLabel
from timeline_app.ui.event_drag import EventTree
from timeline_app.ui.requests import Requests
from timeline_app.ui.wording import counted

_ID = Qt.ItemDataRole.UserRole
_LINE = 30  # px of the header
_ROW, _MOST_ROWS = 20, 8  # px of a row; rows shown before the list scrolls
_NO_REASON = "not placed"


class UndatedShelf(QFrame):
    """Hidden while everything is placed. It asks for a document's date and for events to be selected."""

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("undated_shelf")
        self.setAccessibleName("Events without a place on the timeline")
        self._requests = requests
        self._waiting: tuple[Document, ...] = ()
        self._documents = 0
        self.toggle = QToolButton(self)
        self.toggle.setCheckable(True)
        self.toggle.setFixedHeight(_LINE)
        self.toggle.setToolTip("Show or hide what is not placed (U)")
        self._reasons = ElidedLabel(self)
        self._reasons.setProperty("role", "muted")
        self._reasons.setFixedHeight(_LINE)
        self.box = DateBox("When was this written?", "Place", read_date, self)
        self.list = _list(self)
        self.toggle.toggled.connect(self._opened)
        self.box.given.connect(self._date_given)
        self.list.itemClicked.connect(self._chosen)
        self.list.itemActivated.connect(self._chosen)
        self._arrange()
        self.hide()

    def show_events(self, events: tuple[Event, ...], documents: tuple[Document, ...]) -> None:
        """Show these undated events; ``documents`` are those they come from."""
        self._waiting = tuple(
            document for document in documents if document.published is None and _needs(document, events)
        )
        self._documents = len(documents)
        groups = _grouped(events)
        self._word_header(events, groups)
        self._fill(groups, {document.id: document for document in documents})
        self._word_box(groups)
        self.setVisible(bool(events))
        self._opened()

    def set_open(self, *, is_open: bool) -> None:
        """Open or close the list."""
        self.toggle.setChecked(is_open)
        self._opened()

    def _word_header(self, events: tuple[Event, ...], groups: dict[str, list[Event]]) -> None:
        arrow = "▾" if self.toggle.isChecked() else "▸"
        self.toggle.setText(f"{arrow} {len(events):,} not placed")
        asked = Undated.NEEDS_PUBLICATION if self._waiting else ""  # the question beside it says so
        words = [f"{len(group):,} {_in_header(reason)}" for reason, group in groups.items() if reason != asked]
        self._reasons.setText(" · ".join(words))
        self._reasons.setVisible(bool(words))
        self.toggle.setAccessibleName(" · ".join([f"{counted(len(events), 'event')} not placed", *words]))

    def _word_box(self, groups: dict[str, list[Event]]) -> None:
        self.box.setVisible(bool(self._waiting))
        if self._waiting:
            document = self._waiting[0]
            number = sum(_cites(event, document) for event in groups.get(Undated.NEEDS_PUBLICATION, ()))
            which = "this" if self._documents == 1 else f"“{_short(document.title)}”"
            self.box.ask(f"When was {which} written?", f"Place {number}")

    def _fill(self, groups: dict[str, list[Event]], documents: dict[str, Document]) -> None:
        self.list.clear()
        for reason, events in groups.items():
            group = QTreeWidgetItem([f"{reason[:1].upper()}{reason[1:]} ({len(events)})"])
            self.list.addTopLevelItem(group)
            group.setFirstColumnSpanned(True)
            for event in events:
                group.addChild(_row(event, documents))
            group.setExpanded(True)
        rows = min(_MOST_ROWS, sum(1 + len(events) for events in groups.values()))
        self.list.setFixedHeight(rows * max(self.list.sizeHintForRow(0), _ROW) + 6)

    def _opened(self, *_: object) -> None:
        self.list.setVisible(self.toggle.isChecked())
        self.toggle.setText(("▾" if self.toggle.isChecked() else "▸") + self.toggle.text()[1:])

    def _chosen(self, row: QTreeWidgetItem) -> None:
        if event := row.data(0, _ID):
            self._requests.select.emit(EventId(event))

    def _date_given(self, value: TemporalValue) -> None:
        if self._waiting:
            self.box.field.clear()
            self._requests.publish.emit(self._waiting[0].id, value)

    def _arrange(self) -> None:
        header = QHBoxLayout()
        header.setSpacing(8)
        top = Qt.AlignmentFlag.AlignTop
        header.addWidget(self.toggle, 0, top)
        header.addWidget(self._reasons, 1, top)
        header.addWidget(self.box, 0, top)
        header.addStretch(0)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(6, 4, 12, 4)
        layout.setSpacing(4)
        layout.addLayout(header)
        layout.addWidget(self.list)


def _list(parent: QWidget) -> QTreeWidget:
    tree = EventTree(_ID, parent)
    tree.setObjectName("undated_list")
    tree.setAccessibleName("Events that are not placed, by reason")
    tree.setToolTip("Drag an event onto the timeline to place it")
    tree.setColumnCount(3)
    tree.setHeaderHidden(True)
    tree.setIndentation(12)
    tree.setUniformRowHeights(True)
    tree.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
    tree.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    tree.setColumnWidth(0, 130)
    tree.setColumnWidth(1, 270)
    tree.hide()
    return tree


def _row(event: Event, documents: dict[str, Document]) -> QTreeWidgetItem:
    """The words, the title and the quote of an event."""
    citation = event.citations[0] if event.citations else None
    words = event.expression.text if event.expression else ""
    quote = " ".join(citation.quote.exact.split()) if citation else ""
    row = QTreeWidgetItem([f"“{words}”" if words else "", event.title, quote])
    row.setData(0, _ID, event.id)
    source = f"\n{documents[citation.document].title}" if citation and citation.document in documents else ""
    for column in range(3):
        row.setToolTip(column, quote + source)
    return row


def _grouped(events: Iterable[Event]) -> dict[str, list[Event]]:
    """Events by reason, in the order of the reasons."""
    groups: dict[str, list[Event]] = {str(reason): [] for reason in (*Undated, _NO_REASON)}
    for event in events:
        groups[event.undated or _NO_REASON].append(event)
    return {reason: found for reason, found in groups.items() if found}


def _in_header(reason: str) -> str:
    return "need the document’s date" if reason == Undated.NEEDS_PUBLICATION else reason


def _needs(document: Document, events: Iterable[Event]) -> bool:
    return any(event.undated is Undated.NEEDS_PUBLICATION and _cites(event, document) for event in events)


def _cites(event: Event, document: Document) -> bool:
    return any(citation.document == document.id for citation in event.citations)


def _short(title: str) -> str:
    return title if len(title) <= _TITLE else title[: _TITLE - 1].rstrip() + "…"


_TITLE = 28  # code points of a title in the question
