"""Every step that was made, newest first: what, when, by whom; undone ones greyed. A click goes back to a step."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QShowEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.render.theme import Theme
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.storage.project import Step
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.panels.panel import Panel
from timeline_app.ui.requests import Requests
from timeline_app.ui.shown import Shown
from timeline_app.ui.steps import Steps, about, day_in_words
from timeline_app.ui.wording import counted

HEIGHT = 42  # px of a row
_MARGIN = 15  # px beside
_ROW = Qt.ItemDataRole.UserRole
_DONE = Qt.ItemDataRole.UserRole + 1
_HERE = Qt.ItemDataRole.UserRole + 2
_Index = QModelIndex | QPersistentModelIndex


class HistoryPanel(Panel):
    """Reads the history only while it is seen."""

    def __init__(self, session: Session, shown: Shown, requests: Requests) -> None:
        super().__init__(session, shown, requests)
        self.setObjectName("history_panel")
        self.setAccessibleName("History")
        self.steps = Steps()
        self._is_stale = self._is_other = True
        self.list = StepList(self.steps, self)
        self.setFocusProxy(self.list)
        self._words = QLabel(self)
        self._words.setProperty("role", "muted")
        self._words.setWordWrap(True)
        self._arrange()
        self.list.asked.connect(requests.go_to_step)

    def refresh(self, topic: Topic) -> None:
        """Follow the history; read it anew where the project is another."""
        if topic in {Topic.HISTORY, Topic.PROJECT}:
            self._is_stale = True
            self._is_other |= topic is Topic.PROJECT
            self._follow()

    def showEvent(self, event: QShowEvent) -> None:
        """Show what was done meanwhile."""
        super().showEvent(event)
        self._follow()

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        self.list.set_theme(theme)

    def _follow(self) -> None:
        if self._is_stale and self.isVisible():
            self.steps.follow(self.session, anew=self._is_other)
            self._is_stale = self._is_other = False
            self.list.show_steps()
            steps = len(self.steps)
            more = "Click one to go back to it; what comes after is greyed and can be done again."
            self._words.setText(f"{counted(steps, 'step')}. {more}" if steps else "Nothing was done yet.")

    def _arrange(self) -> None:
        copy = QToolButton(self)
        copy.setText("Copy")
        copy.setProperty("role", "fine-link")
        copy.setAccessibleName("Copy the history")
        copy.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(copy)
        menu.addAction("As text", lambda: self.requests.copy_history.emit("text"))
        menu.addAction("As CSV", lambda: self.requests.copy_history.emit("csv"))
        give_keys(menu)
        copy.setMenu(menu)
        heading = QLabel("HISTORY", self)
        heading.setProperty("role", "heading")
        head = QHBoxLayout()
        head.addWidget(heading)
        head.addStretch(1)
        head.addWidget(copy)
        column = QVBoxLayout()
        column.setContentsMargins(_MARGIN, 12, 8, 6)
        column.addLayout(head)
        column.addWidget(self._words)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(column)
        layout.addWidget(self.list, 1)


class StepList(QTableView):
    """``asked`` carries the id of the step to go to. A table of one column, for a list asks after each of its rows."""

    asked = Signal(int)

    def __init__(self, steps: Steps, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("step_list")
        self.setAccessibleName("Steps")
        self._steps = steps
        self._model = _StepModel(steps, self)
        self.setModel(self._model)
        self.setItemDelegate(_StepDelegate(self))
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QTableView.SelectionMode.NoSelection)  # the current row has an edge instead
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        self.horizontalHeader().hide()
        self.horizontalHeader().setStretchLastSection(True)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(HEIGHT)
        self.clicked.connect(self._ask)

    def show_steps(self) -> None:
        """Show them as they are now, as far down as before."""
        at, current = self.verticalScrollBar().value(), self.currentIndex().row()
        self._model.renew()
        self.doItemsLayout()  # else there is no place yet to go back to
        if 0 <= current < self._model.rowCount():
            self.setCurrentIndex(self._model.index(current, 0))
        self.verticalScrollBar().setValue(at)

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        delegate = self.itemDelegate()
        if isinstance(delegate, _StepDelegate):
            delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes to the step."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._ask(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _ask(self, index: QModelIndex) -> None:
        row = index.data(_ROW)
        if not isinstance(row, date):
            self.asked.emit(row.id if isinstance(row, Step) else 0)


class _StepModel(QAbstractTableModel):
    """The rows of ``Steps``."""

    def __init__(self, steps: Steps, parent: QWidget) -> None:
        super().__init__(parent)
        self._steps = steps

    def renew(self) -> None:
        """Other rows."""
        self.beginResetModel()
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else self._steps.row_count

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """One."""
        return 0 if parent.isValid() else 1

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Days cannot be chosen."""
        is_day = index.isValid() and isinstance(self._steps.row(index.row()), date)
        return Qt.ItemFlag.NoItemFlags if is_day else super().flags(index)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The step or the day, and whether the step is done."""
        row = self._steps.row(index.row())
        if role == _ROW:
            return row
        if isinstance(row, date):
            return day_in_words(row, self._steps.today) if role == Qt.ItemDataRole.DisplayRole else None
        if isinstance(row, str):
            return {Qt.ItemDataRole.DisplayRole: row, _HERE: self._steps.here == 0}.get(Qt.ItemDataRole(role))
        state = "" if self._steps.is_done(row) else ", undone"
        plain = {Qt.ItemDataRole.DisplayRole: row.label, _DONE: not state, _HERE: row.id == self._steps.here}
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return f"{row.label}, {about(row)}{state}"
        return plain.get(Qt.ItemDataRole(role)) if role in plain else None


class _StepDelegate(QStyledItemDelegate):
    """Two lines: what was done; when and by whom. The step at which one stands has a bar at its edge."""

    theme: Theme | None = None

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """A step or a day."""
        if self.theme is None:
            return
        painter.save()
        row, box = index.data(_ROW), QRectF(option.rect)
        if not isinstance(row, date):
            self._paint_step(painter, self.theme, box, option.state, index)
        else:
            painter.setFont(self.theme.family("sans", 11, 600))
            painter.setPen(self.theme.color("muted"))
            inside = box.adjusted(_MARGIN, 0, -_MARGIN, -5)
            painter.drawText(inside, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, str(index.data()))
        painter.restore()

    @staticmethod
    def _paint_step(painter: QPainter, theme: Theme, box: QRectF, state: QStyle.StateFlag, index: _Index) -> None:
        if index.data(_HERE):
            painter.fillRect(box, theme.color("accent-soft"))
            painter.fillRect(QRectF(box.left(), box.top(), 3, box.height()), theme.color("accent"))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(theme.color("focus"))
            painter.drawRect(box.adjusted(0.5, 0.5, -1.5, -1.5))
        step = index.data(_ROW)
        is_step = isinstance(step, Step)
        done = not is_step or bool(index.data(_DONE))
        label, small = theme.family("sans", 13, 500 if done else 400), theme.family("sans", 11)
        label.setItalic(not done)
        inside = box.adjusted(_MARGIN, 4, -8, 0)
        top = inside.top()
        words = f"{about(step)}{'' if done else ' · undone'}" if is_step else ""
        for text, font, color in ((str(index.data()), label, "text" if done else "muted"), (words, small, "muted")):
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(theme.color(color))
            line = metrics.elidedText(text, Qt.TextElideMode.ElideRight, inside.width())
            painter.drawText(QPointF(inside.left(), top + metrics.ascent()), line)
            top += metrics.height() + 1
