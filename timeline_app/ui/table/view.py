"""The table itself: a ``QTableView`` in step with the session. It says what a person chose and edited, and follows.

It costs nothing while it is hidden, and looks only at the rows in sight. While a cell is edited the rows keep their
places, so that nothing that is being typed is lost; they are put in order when the editor is closed.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QContextMenuEvent,
    QFocusEvent,
    QIcon,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QShowEvent,
)
from PySide6.QtWidgets import QAbstractItemDelegate, QAbstractItemView, QTableView, QWidget

from timeline_app.model.event import Event, EventId, Status
from timeline_app.render.theme import Theme
from timeline_app.session.session import Session, UnknownRecordError
from timeline_app.session.topics import Topic
from timeline_app.ui.editing.kind_boxes import letter_icon
from timeline_app.ui.editing.kinds import GLYPHS, Kind, kinds
from timeline_app.ui.shown import Shown
from timeline_app.ui.table.cells import PAD, ROW_HEIGHT, CellPainter, Column, Row
from timeline_app.ui.table.delegate import Cells
from timeline_app.ui.table.editors import Choice, DateEditor
from timeline_app.ui.table.fields import FIELDS, INDEX, Line
from timeline_app.ui.table.header import Columns
from timeline_app.ui.table.model import Chronology, Index
from timeline_app.ui.table.order import Ordinals
from timeline_app.ui.table.ranges import height_of, rows_of, selection_of

_CHUNK = 500
_TOLD = 200  # rows that are selected at once, up to which a screen reader hears each
_FAR = 1_000
_STEPS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Home: -_FAR, Qt.Key.Key_End: _FAR}
_OTHER_WAYS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_ROWS = QItemSelectionModel.SelectionFlag.Rows


class ChronologyView(QTableView):
    """``chosen`` carries the places among all events of the selected rows, and the event whose source is to be shown.

    ``edited`` carries the line, the field and the value that a cell was given.
    """

    chosen = Signal(object, object)
    edited = Signal(object, str, object)
    menu_asked = Signal(QPoint)
    unread = Signal(object, str)  # tuple of EventIds, what was typed as their date and is none

    def __init__(self, session: Session, shown: Shown, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chronology")
        self.setAccessibleName("Chronology")
        self._session, self._shown = session, shown
        self._is_stale = True
        self._is_following = self._is_sorting = False
        self._column = INDEX["title"]  # that the keys were in last
        self._found = np.zeros(0, dtype=np.bool_)  # by number, whether the search found it
        self._anchor: tuple[int, int] | None = None  # an event by number, and how many rows below the first in sight
        self.rows = Chronology(session, shown, self)
        self.cells = Cells(self.choices, self)
        self._theme = theme
        self._painter = CellPainter(theme, {})
        self.columns = Columns(self)
        self._arrange()
        self.rows.asked.connect(self.edited)
        self.rows.modelAboutToBeReset.connect(self._begin_following)
        self.rows.ordered.connect(self._end_following)

    def _arrange(self) -> None:
        self.setModel(self.rows)
        self.setItemDelegate(self.cells)
        self.setHorizontalHeader(self.columns)
        self.columns.restore()
        self.columns.setSortIndicator(INDEX["date"], Qt.SortOrder.AscendingOrder)
        self.columns.setSelectionModel(QItemSelectionModel(self.rows, self.columns))  # else it looks at every row
        self.columns.sortIndicatorChanged.connect(self._note_sorting)  # before Qt sorts
        self.setSortingEnabled(True)
        lines = self.verticalHeader()
        lines.hide()
        lines.setSectionResizeMode(lines.ResizeMode.Fixed)
        lines.setDefaultSectionSize(ROW_HEIGHT)
        self.setMinimumHeight(4 * ROW_HEIGHT)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setCornerButtonEnabled(False)
        self.setTabKeyNavigation(False)  # Tab leaves the table, as it leaves the timeline
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setEditTriggers(QAbstractItemView.EditTrigger.DoubleClicked)

    # What it says about itself

    @property
    def line(self) -> Line | None:
        """The row that the keys are in."""
        at = self.currentIndex()
        return self.rows.line(at.row()) if at.isValid() else None

    def selected_rows(self) -> Ordinals:
        """The selected rows, ascending."""
        return rows_of(self.selectionModel().selection())

    def is_found(self, row: int) -> bool:
        """Whether the event of a row is one that the search found."""
        number = self.rows.number(row)
        return 0 <= number < len(self._found) and bool(self._found[number])

    def choices(self, field: str) -> list[Choice]:
        """What can be chosen in a column; nothing where one writes."""
        if field == "category":
            return [Choice(str(kind.name), kind.name, letter_icon(kind, self._theme)) for kind in self._kinds()]
        if field == "factuality":
            return [Choice(str(value), f"{glyph}  {value}", QIcon()) for value, glyph in GLYPHS.items()]
        return [Choice(str(value), value, QIcon()) for value in Status] if field == "status" else []

    def in_order(self) -> Iterator[Event]:
        """Every shown event in the order of the table, also while that is hidden."""
        self.rows.follow()
        numbers = self._session.catalogue.number[self.rows.ordinals]
        for start in range(0, len(numbers), _CHUNK):
            yield from self._session.events_numbered(numbers[start : start + _CHUNK].tolist())

    # What it follows

    def refresh(self, topic: Topic) -> None:
        """Show what is different in the session now."""
        if topic is Topic.SELECTION:
            self.show_chosen()
        elif topic in {Topic.EVENTS, Topic.DOCUMENTS, Topic.PROJECT}:
            self.rows.ranker.forget(known=topic is Topic.PROJECT)
            self._is_stale = True
            self.rows.forget()
            self._follow()

    def refresh_shown(self) -> None:
        """Show what a filter leaves now; the events themselves are as they were."""
        self._is_stale = True
        self._follow()

    def show_matches(self) -> None:
        """Mark what a search found."""
        numbers = self._shown.matches.numbers if self._shown.matches else np.zeros(0, dtype=np.int64)
        self._found = np.zeros(int(numbers.max()) + 1 if len(numbers) else 0, dtype=np.bool_)
        self._found[numbers] = True
        self.viewport().update()

    def show_chosen(self, *, reveal: bool = True) -> None:
        """Show which events are selected, and bring the one whose source is shown into sight."""
        if self.isHidden() or self._is_following or self._is_stale:
            return
        rows, lead = self._wanted()
        if np.array_equal(rows, self.selected_rows()) and (lead is None or lead == self.currentIndex().row()):
            return
        self._is_following = True
        model, flags = self.selectionModel(), QItemSelectionModel.SelectionFlag
        model.select(selection_of(self.rows, rows), flags.ClearAndSelect | _ROWS)
        if lead is not None:
            self.setAutoScroll(reveal)
            model.setCurrentIndex(self.rows.index(lead, self._column), flags.NoUpdate)
            self.setAutoScroll(True)
        self._is_following = False

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        self._painter = CellPainter(theme, self._letters())
        self.viewport().update()

    def close_down(self) -> None:
        """Remember the columns, and end the thread that sorts."""
        self.columns.keep()
        self.rows.ranker.close()

    # What keys and menus ask of it

    def sort_by_current(self, *, descending: bool) -> None:
        """Put the rows in order by the column that the keys are in."""
        self.sort_by_column(max(self.currentIndex().column(), 0), descending=descending)

    def sort_by_column(self, column: int, *, descending: bool) -> None:
        """Put the rows in order by a column."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.columns.setSortIndicator(column, order)

    def edit_current(self) -> None:
        """Open the editor of the current cell, or of the title where the cell cannot be edited."""
        at = self.currentIndex()
        if at.isValid():
            at = at if FIELDS[at.column()].editable else at.siblingAtColumn(INDEX["title"])
            self.go_to(at)
            self.edit(at)

    def go_to(self, at: Index) -> None:
        """Move the keys to a cell; what is selected stays so."""
        self.selectionModel().setCurrentIndex(at, QItemSelectionModel.SelectionFlag.NoUpdate)

    def finish_editing(self) -> None:
        """Take what is being typed; a date that is none is told, so that it can be kept."""
        for editor in self.cells.open:
            if not editor.is_understood() and isinstance(editor, DateEditor):
                self.unread.emit((editor.event_id,), editor.text())
            self.cells.finish(editor)

    # What Qt tells it

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the rows themselves: Qt would ask for each cell several times."""
        painter, room = QPainter(self.viewport()), event.rect()
        self._painter.paint_rows(painter, self._rows_in(room), self._columns_in(room), self.viewport().width())
        if self.hasFocus() and not self.cells.editing and self.currentIndex().isValid():
            self._painter.paint_current(painter, self.visualRect(self.currentIndex()))
        painter.end()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Say what is selected now. Of many rows Qt would tell a screen reader every cell, which takes minutes."""
        if max(map(height_of, (selected, deselected))) <= _TOLD:
            super().selectionChanged(selected, deselected)
        else:
            self.viewport().update()
            QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.SelectionWithin))
        self._tell()

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say whose source is to be shown now."""
        super().currentChanged(current, previous)
        if current.isValid():
            self._column = current.column()
        if current.row() != previous.row():
            self._tell()

    def closeEditor(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        """Follow what came while it was open."""
        super().closeEditor(editor, hint)
        if not self.cells.editing:
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow what came while it was hidden."""
        super().showEvent(event)
        self._follow()
        self.show_chosen()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """There is always a cell that the keys are in."""
        super().focusInEvent(event)
        if not self.currentIndex().isValid() and self.rows.rowCount():
            self.go_to(self.rows.index(0, self._column))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with the selected rows."""
        at = event.globalPos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            cell = self.visualRect(self.currentIndex())
            at = self.viewport().mapToGlobal(cell.bottomLeft())
        self.menu_asked.emit(at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Left and Right go from cell to cell and leave the selection; Home and End go to the first and last row.

        With Ctrl, Home and End go to the first and last cell of the row; with Shift they select up to there.
        """
        steps = _STEPS.get(event.key())
        held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if steps in {-_FAR, _FAR} and held == Qt.KeyboardModifier.ShiftModifier:
            self._select_to_end(first=steps == -_FAR)
        elif steps is None or held & _OTHER_WAYS or not self.currentIndex().isValid():
            super().keyPressEvent(event)
        elif abs(steps) == 1 or held & Qt.KeyboardModifier.ControlModifier:
            self._step_column(steps)
        else:
            self.setCurrentIndex(self.rows.index(self.rows.rowCount() - 1 if steps > 0 else 0, self._column))

    def keyboardSearch(self, search: str) -> None:
        """Typing does not search: it would look at every row. Ctrl+F does."""

    # How

    def _follow(self) -> None:
        if self._is_stale and not self.isHidden() and not self.cells.editing:
            self._is_stale = False
            self._painter = CellPainter(self._theme, self._letters())
            self.rows.follow()
            widest = self.fontMetrics().horizontalAdvance(f"{self.rows.rowCount():,}") + 2 * PAD
            self.columns.widen_to(INDEX["number"], widest)

    def _begin_following(self) -> None:
        """Note which event is to stay where it is on the screen: the current one if it is in sight, else the first.

        Where another order was asked for and the current one is not in sight, that is none: the table begins anew.
        """
        self._is_following = True
        top, current = max(self.rowAt(0), 0), self.currentIndex().row()
        is_seen = current >= 0 and self.viewport().rect().intersects(self.visualRect(self.currentIndex()))
        row = current if is_seen else top
        self._anchor = (-1, 0) if self._is_sorting and not is_seen else (self.rows.number(row), row - top)

    def _end_following(self) -> None:
        """Keep that event where it was; nothing jumps where the rows are as they were."""
        anchor, self._anchor = self._anchor, None
        self._is_following = self._is_sorting = False
        if anchor is not None:
            self.updateGeometries()
            row = self.rows.row_numbered(anchor[0])
            self.verticalScrollBar().setValue(0 if row is None else row - anchor[1])
        self.show_chosen(reveal=False)

    def _note_sorting(self) -> None:
        self._is_sorting = True

    def _tell(self) -> None:
        if self._is_following:
            return
        rows = self.selected_rows()
        current = self.currentIndex().row()
        lead = current if current in rows else int(rows[0]) if len(rows) else -1
        line = self.rows.line(lead) if lead >= 0 else None
        self._is_following = True
        self.chosen.emit(np.sort(self.rows.ordinals[rows]), line.event.id if line else None)
        self._is_following = False

    def _wanted(self) -> tuple[Ordinals, int | None]:
        """The rows that are to be selected, ascending, and the one whose source is shown."""
        lead = self._row_of(self._session.selection)
        picked = self._shown.picked
        if len(picked):
            return self.rows.rows_of(picked.ordinals), lead
        return np.array([] if lead is None else [lead], dtype=np.intp), lead

    def _row_of(self, event: EventId | None) -> int | None:
        try:
            return self.rows.row_of(self._session.index_of(event)) if event is not None else None
        except UnknownRecordError:
            return None

    def _select_to_end(self, *, first: bool) -> None:
        """Select from the selected rows, or the one that the keys are in, to the first or last one."""
        here, last = self.selected_rows(), self.rows.rowCount() - 1
        low, high = (here[0], here[-1]) if len(here) else (self.currentIndex().row(),) * 2
        rows = np.arange(0, high + 1) if first else np.arange(low, last + 1)
        flags = QItemSelectionModel.SelectionFlag
        self.selectionModel().select(selection_of(self.rows, rows), flags.ClearAndSelect | _ROWS)
        self.go_to(self.rows.index(0 if first else last, self._column))
        self.scrollTo(self.currentIndex())

    def _step_column(self, steps: int) -> None:
        """To the next column that is shown, or the one before."""
        shown, at = self.columns.shown_fields(), self.currentIndex()
        place = (shown.index(at.column()) if at.column() in shown else 0) + steps
        self.go_to(at.siblingAtColumn(shown[min(max(place, 0), len(shown) - 1)]))
        self.scrollTo(self.currentIndex())

    def _rows_in(self, room: QRect) -> list[Row]:
        """The rows in a part of the viewport."""
        first, last = self.rowAt(room.top()), self.rowAt(room.bottom())
        rows = range(first, self.rows.rowCount() if last < 0 else last + 1) if first >= 0 else range(0)
        chosen = self.selectionModel()
        return [
            Row(
                self.rowViewportPosition(row),
                self.rows.line(row),
                chosen.isSelected(self.rows.index(row, 0)),
                self.is_found(row),
            )
            for row in rows
        ]

    def _columns_in(self, room: QRect) -> list[Column]:
        """The columns in a part of the viewport."""
        shown = ((self.columnViewportPosition(at), self.columnWidth(at), at) for at in self.columns.shown_fields())
        return [
            Column(left, width, FIELDS[at])
            for left, width, at in shown
            if left <= room.right() and left + width >= room.left()
        ]

    def _kinds(self) -> tuple[Kind, ...]:
        """The usual categories, then those that a person made."""
        return kinds(self._session.own_categories, self._session.catalogue.categories)

    def _letters(self) -> dict[str, str]:
        """The letter of each category."""
        return {str(kind.name): kind.letter for kind in self._kinds()}
