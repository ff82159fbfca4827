"""What the canvas paints over a scene while hands are at work: a range being drawn, a lane's new place, the focus."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPen

from timeline_app.render.theme import Theme

EMPTY_SIZE = 15  # px of letters
_GROUND = 0.14  # strength of what is in a rectangle being drawn


def paint_words(painter: QPainter, place: QRect, theme: Theme, words: str) -> None:
    """Words in the middle of a canvas without events."""
    painter.fillRect(place, theme.color("canvas"))
    painter.setPen(theme.color("muted"))
    painter.setFont(theme.family("sans", EMPTY_SIZE))
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, words)


def paint_drawn(painter: QPainter, rectangle: QRectF, theme: Theme) -> None:
    """A range or rectangle that is being drawn."""
    color = theme.color("focus")
    painter.setPen(QPen(color, 1.0))
    color.setAlphaF(_GROUND)
    painter.setBrush(color)
    painter.drawRect(rectangle)


def paint_drop(painter: QPainter, y: float, width: float, theme: Theme) -> None:
    """The border that a dragged lane would go to."""
    painter.fillRect(QRectF(0, y - 1.5, width, 3.0), theme.color("focus"))


def paint_focus(painter: QPainter, place: QRect, theme: Theme) -> None:
    """A frame around what keys go to."""
    painter.setPen(QPen(theme.color("focus"), 2.0))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(place.adjusted(1, 1, -1, -1))
