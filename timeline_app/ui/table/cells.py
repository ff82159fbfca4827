"""How cells look: as on the canvas, colour and letter for the category, glyph for factuality, outline for status."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from timeline_app.model.event import Status
from timeline_app.render.glyphs import draw_glyph
from timeline_app.render.theme import Theme
from timeline_app.ui.style import FONT_SIZE
from timeline_app.ui.table.fields import FIELDS, Field, Line
from timeline_app.ui.table.model import LINE

if TYPE_CHECKING:
    from PySide6.QtCore import QObject

ROW_HEIGHT = 30  # px
PAD = 8  # px at either side of the words
SIGN = 15  # px of the square, glyph or outline before them
_GAP = 7
_LETTERS = {"Contact": "N"}  # where two usual categories begin alike
_LETTER_SIZE = 10


def letter_of(category: str) -> str:
    """The letter that stands for a category where colour alone would have to tell it."""
    return _LETTERS.get(category, category[:1].upper())


class CellPainter(QStyledItemDelegate):
    """Paints every cell. One row is one line; what has no room ends in "…"."""

    def __init__(self, theme: Theme, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        self._font = theme.family("sans", FONT_SIZE)
        self._strong = theme.family("sans", FONT_SIZE, 600)
        self._crossed = QFont(self._font)
        self._crossed.setStrikeOut(True)
        self._letter = theme.family("sans", _LETTER_SIZE, 700)
        self._metrics = {font.key(): QFontMetrics(font) for font in (self._font, self._strong, self._crossed)}

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:  # noqa: ARG002 - Qt's signature
        """All rows are equally high."""
        return QSize(FIELDS[index.column()].width, ROW_HEIGHT)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The ground, the sign if there is one, the words, and where the keys go."""
        theme, rect, state = self._theme, option.rect, option.state
        painter.fillRect(rect, theme.color("accent-soft" if state & QStyle.StateFlag.State_Selected else "panel"))
        painter.setPen(theme.color("grid"))
        painter.drawLine(rect.bottomLeft(), rect.bottomRight())
        line = index.data(LINE)
        if isinstance(line, Line):
            self._paint_line(painter, rect.adjusted(PAD, 0, -PAD, -1), line, FIELDS[index.column()])
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QPen(theme.color("focus"), 1.5))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(QRectF(rect).adjusted(1, 1, -1, -2))

    def _paint_line(self, painter: QPainter, rect: QRect, line: Line, field: Field) -> None:
        sign = self._signs.get(field.id)
        if sign is not None:
            middle = QPointF(rect.left() + SIGN / 2, rect.center().y() + 0.5)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sign(self, painter, middle, line)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
            rect = rect.adjusted(SIGN + _GAP, 0, 0, 0)
        font, color = self._hand(line, field)
        painter.setFont(font)
        painter.setPen(color)
        side = Qt.AlignmentFlag.AlignRight if field.is_number else Qt.AlignmentFlag.AlignLeft
        words = self._metrics[font.key()].elidedText(field.text(line), Qt.TextElideMode.ElideRight, rect.width())
        painter.drawText(rect, side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, words)

    def _hand(self, line: Line, field: Field) -> tuple[QFont, QColor]:
        """Font and colour: rejected events are grey and crossed out, what is less than a date is grey."""
        theme, event = self._theme, line.event
        if event.status is Status.REJECTED:
            return self._crossed if field.id == "title" else self._font, theme.color("muted")
        if field.id == "title":
            return self._strong, theme.color("text")
        quiet = field.id == "number" or (field.id == "date" and event.value is None)
        return self._font, theme.color("muted" if quiet else "text")

    def _paint_category(self, painter: QPainter, middle: QPointF, line: Line) -> None:
        square = QRectF(middle.x() - SIGN / 2, middle.y() - SIGN / 2, SIGN, SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.category(line.event.category))
        painter.drawRoundedRect(square, 3.5, 3.5)
        painter.setFont(self._letter)
        painter.setPen(self._theme.color("panel"))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter_of(line.event.category))

    def _paint_factuality(self, painter: QPainter, middle: QPointF, line: Line) -> None:
        draw_glyph(painter, line.event.factuality, middle, 4.0, self._theme.color("text"), self._theme)

    def _paint_status(self, painter: QPainter, middle: QPointF, line: Line) -> None:
        status = line.event.status
        color = self._theme.color("muted" if status is Status.REJECTED else "text")
        pen = QPen(color, 1.3)
        if status is Status.PROPOSED:
            pen.setDashPattern([2.2, 1.8])
        painter.setPen(pen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        box = QRectF(middle.x() - 6.5, middle.y() - 4.5, 13, 9)
        painter.drawRoundedRect(box, 2, 2)
        if status is Status.REJECTED:
            painter.drawLine(box.bottomLeft(), box.topRight())

    _signs: dict[str, Callable[[CellPainter, QPainter, QPointF, Line], None]] = {  # noqa: RUF012 - a table
        "category": _paint_category,
        "factuality": _paint_factuality,
        "status": _paint_status,
    }
