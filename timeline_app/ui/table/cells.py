"""How cells look: as on the canvas, colour and letter for the category, glyph for factuality, outline for status."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen

from timeline_app.model.event import Status
from timeline_app.render.glyphs import draw_glyph
from timeline_app.render.theme import Theme
from timeline_app.ui.style import FONT_SIZE
from timeline_app.ui.table.fields import Field, Line

ROW_HEIGHT = 30  # px
PAD = 8  # px at either side of the words
FOUND = 4  # px of the bar that marks what a search found
SIGN = 15  # px of the square, glyph or outline before them
_GAP = 7
_LETTER_SIZE = 10
_LEFT = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter) | int(Qt.TextFlag.TextSingleLine)


@dataclass(frozen=True, slots=True)
class Row:
    """A row to be painted: ``top`` in px; ``line`` is None where its event is gone; ``is_found`` by the search."""

    top: int
    line: Line | None
    is_selected: bool
    is_found: bool = False


@dataclass(frozen=True, slots=True)
class Column:
    """A column to be painted, from ``left`` on, in px."""

    left: int
    width: int
    field: Field


class CellPainter:
    """Paints rows in the colours of a theme. One row is one line; what has no room ends in "…".

    ``letters`` has the letter of each category, for where colour alone would have to tell it.
    """

    def __init__(self, theme: Theme, letters: Mapping[str, str]) -> None:
        self._theme, self._letters = theme, letters
        self._usual = _Hand(theme.family("sans", FONT_SIZE))
        self._strong = _Hand(theme.family("sans", FONT_SIZE, 600))
        crossed = QFont(self._usual.font)
        crossed.setStrikeOut(True)
        self._crossed = _Hand(crossed)
        self._letter = theme.family("sans", _LETTER_SIZE, 700)
        self._text, self._muted = theme.color("text"), theme.color("muted")

    def paint_rows(self, painter: QPainter, rows: Sequence[Row], columns: Sequence[Column], right: int) -> None:
        """Paint the rows as far as ``right``, px."""
        ground, chosen, grid, found = map(self._theme.color, ("panel", "accent-soft", "grid", "focus"))
        for row in rows:
            painter.fillRect(0, row.top, right, ROW_HEIGHT - 1, chosen if row.is_selected else ground)
            painter.fillRect(0, row.top + ROW_HEIGHT - 1, right, 1, grid)
            if row.is_found:
                painter.fillRect(0, row.top, FOUND, ROW_HEIGHT - 1, found)
            if row.line is not None:
                for column in columns:
                    self._paint_cell(painter, row.line, row.top, column)

    def paint_current(self, painter: QPainter, cell: QRect) -> None:
        """Show the cell that the keys are in."""
        painter.setPen(QPen(self._theme.color("focus"), 1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(cell).adjusted(1, 1, -1, -2))

    def _paint_cell(self, painter: QPainter, line: Line, top: int, column: Column) -> None:
        field, left, width = column.field, column.left + PAD, column.width - 2 * PAD
        if (sign := self._signs.get(field.id)) is not None:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            sign(self, painter, QPointF(left + SIGN / 2, top + ROW_HEIGHT / 2), line)
            left, width = left + SIGN + _GAP, width - SIGN - _GAP
        hand, color = self._hand(line, field)
        painter.setFont(hand.font)
        painter.setPen(color)
        words = hand.fitting(field.text(line), width)
        painter.drawText(left, top, width, ROW_HEIGHT - 1, _RIGHT if field.is_number else _LEFT, words)

    def _hand(self, line: Line, field: Field) -> tuple[_Hand, QColor]:
        """Font and colour: rejected events are grey and crossed out, what is less than a date is grey."""
        event, is_title = line.event, field.id == "title"
        if event.status is Status.REJECTED:
            return self._crossed if is_title else self._usual, self._muted
        if is_title:
            return self._strong, self._text
        is_quiet = field.id == "number" or (field.id == "date" and event.value is None)
        return self._usual, self._muted if is_quiet else self._text

    def _paint_category(self, painter: QPainter, middle: QPointF, line: Line) -> None:
        square = QRectF(middle.x() - SIGN / 2, middle.y() - SIGN / 2, SIGN, SIGN)
        painter.setPen(Qt.PenStyle.NoPen)
        hue = self._theme.category(line.event.category)
        painter.setBrush(hue)
        painter.drawRoundedRect(square, 3.5, 3.5)
        painter.setFont(self._letter)
        painter.setPen(self._ink(hue))
        painter.drawText(square, Qt.AlignmentFlag.AlignCenter, self._letters.get(line.event.category, ""))

    def _ink(self, ground: QColor) -> QColor:
        """The colour that is the easier to read on a hue, which a person may have chosen."""
        return max(self._text, self._theme.color("panel"), key=lambda ink: abs(ink.lightnessF() - ground.lightnessF()))

    def _paint_factuality(self, painter: QPainter, middle: QPointF, line: Line) -> None:
        draw_glyph(painter, line.event.factuality, middle, 4.0, self._text, self._theme)

    def _paint_status(self, painter: QPainter, middle: QPointF, line: Line) -> None:
        status = line.event.status
        pen = QPen(self._muted if status is Status.REJECTED else self._text, 1.3)
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


class _Hand:
    """A font, and how much of some words it has room for."""

    def __init__(self, font: QFont) -> None:
        self.font = font
        self._metrics = QFontMetrics(font)
        self._widest = self._metrics.maxWidth()
        self._usual = max(self._metrics.averageCharWidth() // 2, 1)

    def fitting(self, words: str, width: int) -> str:
        """The words, or their beginning and "…"; of very long ones only what could fit is looked at."""
        if len(words) * self._widest <= width:
            return words
        return self._metrics.elidedText(words[: width // self._usual + 2], Qt.TextElideMode.ElideRight, width)
