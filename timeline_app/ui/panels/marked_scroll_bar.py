"""A scroll bar that shows where in the text events are cited."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QScrollBar, QWidget

_LENGTH, _THICKNESS = 8.0, 4.0  # px


class MarkedScrollBar(QScrollBar):
    """``places`` are shares of the text's length in [0, 1), and whether each belongs to the selected event."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setAccessibleName("Position in the source text")
        self._places: tuple[tuple[float, bool], ...] = ()
        self._colours = (QColor(), QColor())

    def set_places(self, places: tuple[tuple[float, bool], ...], colour: QColor, selected: QColor) -> None:
        """Show marks at these places."""
        self._places, self._colours = places, (colour, selected)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar as ever, with a short stroke for each place on top."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        for share, selected in self._places:
            painter.setBrush(self._colours[selected])
            top = share * (self.height() - _THICKNESS)
            stroke = QRectF((self.width() - _LENGTH) / 2, top, _LENGTH, _THICKNESS)
            painter.drawRoundedRect(stroke, _THICKNESS / 2, _THICKNESS / 2)
        painter.end()
