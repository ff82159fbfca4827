"""Glyphs: the signs of factuality, ● happened, ◆ said, ▷ planned, ○ with a bar denied, ? alleged."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPainterPath, QPen, QPolygonF

from timeline_app.model.event import Factuality
from timeline_app.render.theme import Theme


def draw_glyph(
    painter: QPainter, factuality: Factuality, centre: QPointF, size: float, color: QColor, theme: Theme
) -> None:
    """The sign of a factuality around a point; ``size`` is about its radius."""
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    x, y = centre.x(), centre.y()
    if factuality is Factuality.HAPPENED:
        painter.drawEllipse(centre, size, size)
    elif factuality is Factuality.SAID:
        wide = size * 1.25
        painter.drawPolygon(
            QPolygonF([QPointF(x, y - wide), QPointF(x + wide, y), QPointF(x, y + wide), QPointF(x - wide, y)])
        )
    elif factuality is Factuality.PLANNED:
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolygon(
            QPolygonF([QPointF(x - size * 0.8, y - size), QPointF(x + size, y), QPointF(x - size * 0.8, y + size)])
        )
    elif factuality is Factuality.DENIED:
        painter.setPen(QPen(color, 1.4))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawEllipse(centre, size, size)
        painter.drawLine(QPointF(x - size, y + size), QPointF(x + size, y - size))
    else:
        painter.drawPath(_question_mark(x, y, size, theme))


def _question_mark(x: float, y: float, size: float, theme: Theme) -> QPainterPath:
    font = theme.family("sans", round(size * 3.2), 700)
    measure = QFontMetricsF(font)
    path = QPainterPath()
    path.addText(x - measure.horizontalAdvance("?") / 2, y + measure.capHeight() / 2, font, "?")
    return path
