"""The shown events as a Qt model: rows in the chosen order, decoded a screen at a time when somebody looks at them.

It keeps the numbers of the events, so that what is on the screen stays true while the session changes; ``follow``
brings it to where the session is. It changes nothing: ``asked`` says what a cell was given.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from timeline_app.session.session import Session
from timeline_app.storage.sort_words import Words
from timeline_app.ui.shown import Shown
from timeline_app.ui.table.fields import FIELDS, INDEX, Field, Line
from timeline_app.ui.table.order import By, Ordinals, at_numbers, by_rank, by_time, ranks_by
from timeline_app.ui.table.ranker import Ranker

LINE = Qt.ItemDataRole.UserRole
"""The role under which a cell has its ``Line``; None where the event is gone."""
Index = QModelIndex | QPersistentModelIndex
_SCREEN = 32  # rows decoded together
_KEPT = 24 * _SCREEN


class Chronology(QAbstractTableModel):
    """``asked`` carries the ``Line``, the field's id and the value that a person gave it."""

    asked = Signal(object, str, object)
    ordered = Signal()  # the rows are others, or stand in another order

    def __init__(self, session: Session, shown: Shown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session, self._shown = session, shown
        self.ranker = Ranker(session, self)
        self.ranker.ready.connect(self.follow)
        self._field, self._descending = FIELDS[INDEX["date"]], False
        self._in_time: Ordinals = np.zeros(0, dtype=np.intp)
        self._ordinals: Ordinals = self._in_time
        self._numbers: NDArray[np.int64] = np.zeros(0, dtype=np.int64)
        self._has_followed = False
        self._lines: OrderedDict[int, Line | None] = OrderedDict()

    # What it holds

    @property
    def ordinals(self) -> Ordinals:
        """Where the events of the rows stand among all events, as of the last ``follow``."""
        return self._ordinals

    @property
    def field(self) -> Field:
        """The column that the rows go by."""
        return self._field

    @property
    def descending(self) -> bool:
        """Whether they go backwards."""
        return self._descending

    def line(self, row: int) -> Line | None:
        """A row; None where its event is gone."""
        if row not in self._lines:
            self._decode([at for at in range(row, min(row + _SCREEN, len(self._numbers))) if at not in self._lines])
        return self._lines[row]

    def number(self, row: int) -> int:
        """The number that names the event of a row; -1 where there is no such row."""
        return int(self._numbers[row]) if 0 <= row < len(self._numbers) else -1

    def row_numbered(self, number: int) -> int | None:
        """The row of a numbered event."""
        found = np.flatnonzero(self._numbers == number)
        return int(found[0]) if len(found) else None

    def row_of(self, ordinal: int) -> int | None:
        """The row of an event, by its place among all."""
        found = np.flatnonzero(self._ordinals == ordinal)
        return int(found[0]) if len(found) else None

    def rows_of(self, ordinals: Ordinals) -> Ordinals:
        """The rows of some events that are shown, ascending."""
        return np.flatnonzero(np.isin(self._ordinals, ordinals))

    # What changes it

    def forget(self) -> None:
        """The events have changed: their cells are new, though they stand where they stood."""
        self._lines.clear()
        if len(self._numbers):
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._numbers) - 1, len(FIELDS) - 1))

    def follow(self) -> None:
        """Show what is shown now, in the chosen order."""
        self._has_followed = True
        known = self._session.catalogue
        self._in_time = self._shown.sifted.events.ordinals
        ordinals = self._in_order()
        numbers = known.number[ordinals]
        if np.array_equal(numbers, self._numbers):
            self._ordinals = ordinals
            self.forget()
        else:
            self.beginResetModel()
            self._ordinals, self._numbers = ordinals, numbers
            self._lines.clear()
            self.endResetModel()
        self.ordered.emit()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Go by a column; what is equal in it stays in order of time."""
        if 0 <= column < len(FIELDS):
            self._field, self._descending = FIELDS[column], order is Qt.SortOrder.DescendingOrder
            if self._has_followed:  # a table that was never seen has no rows yet
                self.follow()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each shown event."""
        return 0 if parent.isValid() else len(self._numbers)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One for each field."""
        return 0 if parent.isValid() else len(FIELDS)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Cells can be selected; some can be edited."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
        editable = index.isValid() and FIELDS[index.column()].editable
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """The columns' titles."""
        if orientation is Qt.Orientation.Vertical:
            return section + 1 if role == Qt.ItemDataRole.DisplayRole else None
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return FIELDS[section].title
        if role == Qt.ItemDataRole.TextAlignmentRole:
            side = Qt.AlignmentFlag.AlignRight if FIELDS[section].is_number else Qt.AlignmentFlag.AlignLeft
            return side | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:  # noqa: ANN401 - Qt's signature
        """Words, more words for a tool tip, and for delegates the line itself."""
        if role not in _ROLES or not index.isValid():
            return None
        line, field = self.line(index.row()), FIELDS[index.column()]
        if line is None or role == LINE:
            return line
        text = field.text(line)
        if role == Qt.ItemDataRole.ToolTipRole:
            return field.tip(line) if field.tip else text
        return f"{field.title}: {text}" if role == Qt.ItemDataRole.AccessibleTextRole else text

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401, ARG002 - Qt's signature
        """Say what a person gave a cell."""
        line = self.line(index.row())
        if line is not None:
            self.asked.emit(line, FIELDS[index.column()].id, value)
        return line is not None

    # How

    def _in_order(self) -> Ordinals:
        known, order = self._session.catalogue, self._field.order
        if order is By.TIME:
            return by_time(known, self._in_time, descending=self._descending)
        if not isinstance(order, Words):
            ranks = ranks_by(order, known, self._session.numbered_documents)
            return by_rank(ranks, self._in_time, descending=self._descending)
        by_number = self.ranker.of(order)
        if by_number is None:  # until it is known, in order of time
            return self._in_time
        return by_rank(at_numbers(by_number, known.number), self._in_time, descending=self._descending)

    def _decode(self, rows: list[int]) -> None:
        """Make these rows known, and forget those that were made known long ago."""
        self._lines.update(zip(rows, self._decoded(rows), strict=True))
        while len(self._lines) > _KEPT:
            self._lines.popitem(last=False)

    def _decoded(self, rows: list[int]) -> list[Line | None]:
        numbers = self._numbers[rows].tolist()
        documents = {document.id: document for document in self._session.documents}
        places = (np.searchsorted(self._in_time, self._ordinals[rows]) + 1).tolist()
        try:
            events = self._session.events_numbered(numbers)
        except KeyError:  # gone for good, and the rows not yet brought to where the session is
            return [None] * len(numbers)
        return [Line(place, event, documents) for place, event in zip(places, events, strict=True)]


_ROLES = frozenset((Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.EditRole, LINE)) | {
    Qt.ItemDataRole.AccessibleTextRole
}
