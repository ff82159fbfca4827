"""A scroll bar that shows what became of each dated passage of a text; a click on a stroke goes there.

Uses differ by form, not by colour alone: accepted is a filled stroke, proposed a hollow one, rejected a cross, unread a
dot. What belongs to the selected event is wider. Where strokes would lie on each other the one that asks most is drawn.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QLineF, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QHelpEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QScrollBar, QToolTip, QWidget

from timeline_app.session.coverage import Coverage, Use

LENGTH, SELECTED_LENGTH, THICKNESS = 8.0, 12.0, 4.0  # px of a stroke
_ROW = 6.0  # px that each stroke has for itself
_REACH = 4.0  # px from a stroke that still mean it
_URGENT = (Use.PROPOSED, Use.UNREAD, Use.ACCEPTED, Use.REJECTED)
SIGNS = {Use.ACCEPTED: "■", Use.PROPOSED: "□", Use.REJECTED: "×", Use.UNREAD: "·"}


@dataclass(frozen=True, slots=True)
class Stroke:
    """A passage on the bar: its ``share`` of the text's length in [0, 1) and the code point where it starts."""

    share: float
    position: int
    use: Use
    selected: bool = False


class MarkedScrollBar(QScrollBar):
    """``jumped`` carries the code point of the passage that was clicked."""

    jumped = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setObjectName("marked_scroll_bar")
        self.setAccessibleName("Position in the source text")
        self._strokes: tuple[Stroke, ...] = ()
        self._drawn: tuple[tuple[float, Stroke], ...] = ()
        self._colours = (QColor(), QColor())
        self._legend = ""
        self._pressed: tuple[Stroke, QPointF] | None = None

    @property
    def drawn(self) -> tuple[tuple[float, Stroke], ...]:
        """The strokes that are drawn, each with the y of its middle."""
        return self._drawn

    @property
    def legend(self) -> str:
        """What the forms mean, and how many there are of each."""
        return self._legend

    def set_strokes(self, strokes: Iterable[Stroke], colour: QColor, selected: QColor) -> None:
        """Show these, in order of the text."""
        self._strokes, self._colours = tuple(strokes), (colour, selected)
        self._place()

    def describe(self, coverage: Coverage | None) -> None:
        """Say what the strokes mean, when the pointer rests on them and to a screen reader."""
        self._legend = legend(coverage) if coverage and coverage.passages else ""
        self.setAccessibleDescription(self._legend)

    def stroke_at(self, y: float) -> Stroke | None:
        """The stroke near a height, if there is one."""
        near = [(abs(middle - y), stroke) for middle, stroke in self._drawn if abs(middle - y) <= _REACH]
        return min(near, key=lambda pair: pair[0])[1] if near else None

    def _place(self) -> None:
        """One stroke for each row of pixels, the selected or else the most urgent of those that fall there."""
        rows: dict[int, Stroke] = {}
        room = max(1.0, self.height() - _ROW)
        for stroke in self._strokes:
            row = int(stroke.share * room / _ROW)
            if row not in rows or _rank(stroke) < _rank(rows[row]):
                rows[row] = stroke
        self._drawn = tuple((row * _ROW + _ROW / 2, rows[row]) for row in sorted(rows))
        self.update()

    # Qt's own names from here on: what the widget answers to.

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Place the strokes anew."""
        super().resizeEvent(event)
        self._place()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The bar as ever, with the strokes on top."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for middle, stroke in self._drawn:
            self._paint(painter, middle, stroke)
        painter.end()

    def _paint(self, painter: QPainter, middle: float, stroke: Stroke) -> None:
        colour, centre = self._colours[stroke.selected], self.width() / 2
        length = SELECTED_LENGTH if stroke.selected else LENGTH
        box = QRectF(centre - length / 2, middle - THICKNESS / 2, length, THICKNESS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(colour)
        if stroke.use is Use.ACCEPTED:
            painter.drawRoundedRect(box, 1.5, 1.5)
        elif stroke.use is Use.UNREAD:
            painter.drawEllipse(QPointF(centre, middle), 1.6, 1.6)
        else:
            painter.setPen(QPen(colour, 1.3))
            painter.setBrush(self.palette().base().color())
            if stroke.use is Use.PROPOSED:
                painter.drawRoundedRect(box, 1.5, 1.5)
            else:
                half = 2.6
                for side in (-half, half):
                    painter.drawLine(QLineF(centre - half, middle - side, centre + half, middle + side))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a stroke may become a click there; on the handle it may also become a drag."""
        stroke = self.stroke_at(event.position().y()) if event.button() is Qt.MouseButton.LeftButton else None
        self._pressed = (stroke, event.position()) if stroke else None
        super().mousePressEvent(event) if stroke is None else event.accept()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """What is dragged off a stroke scrolls from where it was pressed."""
        if self._pressed and (event.position() - self._pressed[1]).manhattanLength() > _REACH:
            began, self._pressed = self._pressed[1], None
            press = QMouseEvent(
                QEvent.Type.MouseButtonPress,
                began,
                self.mapToGlobal(began),
                Qt.MouseButton.LeftButton,
                Qt.MouseButton.LeftButton,
                event.modifiers(),
            )
            super().mousePressEvent(press)
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a stroke goes there."""
        pressed, self._pressed = self._pressed, None
        if pressed:
            self.jumped.emit(pressed[0].position)
        else:
            super().mouseReleaseEvent(event)

    def event(self, event: QEvent) -> bool:
        """Tell what the strokes mean."""
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip and self._legend:
            stroke = self.stroke_at(event.pos().y())
            here = f"{stroke.use.capitalize()}: click to go there\n\n" if stroke else ""
            QToolTip.showText(event.globalPos(), here + self._legend, self)
            return True
        return super().event(event)


def legend(coverage: Coverage) -> str:
    """What the strokes mean, and how many there are of each."""
    counts = [f"{SIGNS[use]}  {coverage.count(use):,} {use}" for use in Use if coverage.count(use)]
    return "\n".join((used_in_words(coverage), *counts))


def used_in_words(coverage: Coverage) -> str:
    """How many of the dates are used: "12 of 19 date expressions used"; "" where there are none."""
    if not coverage.dates:
        return ""
    return f"{coverage.used:,} of {coverage.dates:,} date expression{'' if coverage.dates == 1 else 's'} used"


def _rank(stroke: Stroke) -> tuple[bool, int]:
    return not stroke.selected, _URGENT.index(stroke.use)
