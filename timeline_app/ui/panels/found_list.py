"""What a search found as lists of three lines each, painted only as far as they are in sight."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QKeyEvent, QPainter, QPen, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from timeline_app.render.theme import Theme
from timeline_app.ui.passages import Passage
from timeline_app.ui.text_positions import TextPositions

MOST = 1000  # rows; beyond them people say more words
_PAD, _GAP, _LINES = 9.0, 2.0, 2  # px inside and between lines; lines of a passage
_ENTRY = Qt.ItemDataRole.UserRole
_NAME = 24  # characters without a space: the name of a file, of which the end says most
_SMALL, _TITLE, _WORDS = 11, 13, 12  # px
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Entry:
    """A row: what stands above its title, the title, and the words around what was found."""

    above: str
    title: str
    passage: Passage

    @property
    def words(self) -> str:
        """All of it, for a screen reader."""
        return f"{self.title}, {self.above}. {self.passage.text}"


class FoundModel(QAbstractListModel):
    """Makes an entry when it is asked for."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._count = 0
        self._entry: Callable[[int], Entry] = _no_entry

    def show(self, count: int, entry: Callable[[int], Entry]) -> None:
        """So many rows, each made by ``entry``."""
        self.beginResetModel()
        self._count, self._entry = min(count, MOST), lru_cache(maxsize=200)(entry)
        self.endResetModel()

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many rows there are."""
        return 0 if parent.isValid() else self._count

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The entry, or its words."""
        if role == _ENTRY:
            return self._entry(index.row())
        if role in {Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole}:
            return self._entry(index.row()).words
        return self._entry(index.row()).title if role == Qt.ItemDataRole.DisplayRole else None


def _no_entry(row: int) -> Entry:
    raise IndexError(row)


class FoundList(QListView):
    """``chosen`` carries the row that was clicked or gone to, ``opened`` the one to open."""

    chosen = Signal(int)
    opened = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("found_list")
        self.setAccessibleName(name)
        self._model = FoundModel(self)
        self.setModel(self._model)
        self.setItemDelegate(_EntryDelegate(self))
        self.setUniformItemSizes(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setMouseTracking(True)
        self.clicked.connect(lambda index: self.chosen.emit(index.row()))
        self.doubleClicked.connect(lambda index: self.opened.emit(index.row()))

    def show_entries(self, count: int, entry: Callable[[int], Entry]) -> None:
        """Show so many rows from their first."""
        self._model.show(count, entry)

    def point_at(self, row: int | None) -> None:
        """Mark a row as the one that is looked at, and bring it into sight; None for none."""
        if row is None or row >= self._model.rowCount():
            self.clearSelection()
            self.setCurrentIndex(QModelIndex())
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row))

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        delegate = self.itemDelegate()
        if isinstance(delegate, _EntryDelegate):
            delegate.theme = theme
        self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows choose, Enter opens."""
        before = self.currentIndex().row()
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and before >= 0:
            self.opened.emit(before)
            return
        super().keyPressEvent(event)
        if self.currentIndex().row() not in {-1, before}:
            self.chosen.emit(self.currentIndex().row())


class _EntryDelegate(QStyledItemDelegate):
    """Paints an entry: small words, the title, two lines of the passage with what was found marked."""

    theme: Theme | None = None

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:  # noqa: ARG002 - Qt's signature
        """One height for all."""
        if self.theme is None:
            return QSize(0, 0)
        small, title, words = (QFontMetricsF(font).height() for font in _fonts(self.theme))
        return QSize(0, round(small + title + _LINES * words + 2 * _GAP + 2 * _PAD - 2))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        """The row that is looked at has another ground, and an edge while keys go there."""
        entry = index.data(_ENTRY)
        if self.theme is None or not isinstance(entry, Entry):
            return
        theme, box = self.theme, QRectF(option.rect)
        state = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(box, theme.color("accent-soft"))
            focused = bool(state & QStyle.StateFlag.State_HasFocus)
            painter.fillRect(
                QRectF(box.left(), box.top(), 3, box.height()), theme.color("focus" if focused else "accent")
            )
        painter.setPen(QPen(theme.color("border"), 1.0))
        painter.drawLine(
            QPointF(box.left() + _PAD, box.bottom() - 0.5), QPointF(box.right() - _PAD, box.bottom() - 0.5)
        )
        inside = box.adjusted(_PAD + 3, _PAD - 2, -_PAD, 0)
        top = inside.top()
        small, title, words = _fonts(theme)
        for text, font, color in ((entry.above, small, "muted"), (entry.title, title, "text")):
            top = _write(painter, QRectF(inside.left(), top, inside.width(), 0), text, font, theme, color) + _GAP
        _write_passage(painter, QRectF(inside.left(), top, inside.width(), 0), entry.passage, words, theme)
        painter.restore()


def _fonts(theme: Theme) -> tuple[QFont, QFont, QFont]:
    return theme.family("sans", _SMALL), theme.family("sans", _TITLE, 600), theme.family("sans", _WORDS)


def _write(painter: QPainter, box: QRectF, text: str, font: QFont, theme: Theme, color: str) -> float:
    """Write one line at the top of ``box``; its bottom."""
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(theme.color(color))
    end = Qt.TextElideMode.ElideRight if " " in text[:_NAME] else Qt.TextElideMode.ElideMiddle
    line = metrics.elidedText(text, end, box.width())
    painter.drawText(QPointF(box.left(), box.top() + metrics.ascent()), line)
    return box.top() + metrics.height()


def _write_passage(painter: QPainter, box: QRectF, passage: Passage, font: QFont, theme: Theme) -> None:
    """Write the first lines of a passage, what was found on another ground."""
    layout = QTextLayout(passage.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.setFormats(_formats(passage, theme))
    layout.beginLayout()
    height = 0.0
    for _ in range(_LINES):
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(box.width())
        line.setPosition(QPointF(0, height))
        height += line.height()
    layout.endLayout()
    painter.setPen(theme.color("muted"))
    layout.draw(painter, box.topLeft())


def _formats(passage: Passage, theme: Theme) -> Sequence[QTextLayout.FormatRange]:
    positions = TextPositions(passage.text)
    found = []
    for start, end in passage.spans:
        each = QTextLayout.FormatRange()
        each.start = positions.to_qt(start)
        each.length = positions.to_qt(end) - positions.to_qt(start)
        form = QTextCharFormat()
        form.setBackground(theme.color("found"))
        form.setForeground(theme.color("text"))
        each.format = form
        found.append(each)
    return found
