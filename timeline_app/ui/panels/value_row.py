"""One value of a facet as a row: whether it is shown, how it is drawn on the timeline, its name, how many events."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPolygonF,
)
from PySide6.QtWidgets import QCheckBox, QMenu, QWidget

from timeline_app.model.event import Factuality, Status
from timeline_app.render.glyphs import draw_glyph
from timeline_app.render.theme import Theme
from timeline_app.ui.editing.kind_boxes import hue_color
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.sifting import CONFIDENCES, Facet, Kind

HEIGHT, INSET = 23, 6  # px; of what is beside the words in a row that is filled
_SIDE, _GAP, _RADIUS = 14.0, 8.0, 3.5  # px of the square, to what follows, of its corners
_SWATCH = 18.0  # px for how it is drawn
_TICK = ((3.2, 7.2), (5.9, 9.9), (10.8, 4.4))  # px inside the square
_SIZE, _SMALL = 13, 12  # px of letters


@dataclass(frozen=True, slots=True)
class Value:
    """What a row says. ``hue`` is the category's, ``letter`` stands for it; both are empty for other facets."""

    kind: Kind
    name: str
    count: int
    is_on: bool
    hue: str = ""
    letter: str = ""


class ValueRow(QCheckBox):
    """``only_asked`` says that of its facet only this value is wanted, ``all_asked`` that all are."""

    only_asked = Signal()
    all_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.value = Value(Kind(Facet.STATUS, ""), "", 0, is_on=False)
        self._theme: Theme | None = None
        self.setFixedHeight(HEIGHT)
        self.setMinimumWidth(60)

    def show_value(self, value: Value) -> None:
        """Say this; nothing is told for it."""
        self.value = value
        self.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.setChecked(value.is_on)
        self.blockSignals(False)  # noqa: FBT003
        verb = "Only with" if value.kind.facet.is_chosen else "Show"
        self.setAccessibleName(f"{verb} {value.name}, {value.count:,}")
        width = QFontMetricsF(self.font()).horizontalAdvance(value.name)
        self.setToolTip(value.name if width > self.width() - 2 * _SWATCH - 40 else "")
        self.update()

    def set_theme(self, theme: Theme) -> None:
        """Paint in a theme's colours."""
        self._theme = theme
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as there is room for."""
        return QSize(120, HEIGHT)

    def hitButton(self, pos: object) -> bool:  # noqa: ARG002 - Qt's signature
        """All of the row can be clicked."""
        return True

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """With Ctrl only this one."""
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.only_asked.emit()
        else:
            super().mousePressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Only this one, or all."""
        menu = QMenu(self)
        menu.addAction(f"Only “{self.value.name}”".replace("&", "&&"), self.only_asked.emit)
        menu.addAction("All", self.all_asked.emit)
        menu.aboutToHide.connect(menu.deleteLater)
        give_keys(menu)
        menu.popup(event.globalPos())

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002 - Qt's signature
        """The square with its tick (or the row filled, where values are chosen), the swatch, the name, the number."""
        if self._theme is None:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, chosen = self._theme, self.value.kind.facet.is_chosen
        filled = chosen and self.isChecked()
        left = float(INSET)
        if filled:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.color("accent"))
            painter.drawRoundedRect(QRectF(0, 0.5, self.width(), HEIGHT - 1), _RADIUS, _RADIUS)
        if not chosen:
            square = QRectF(left, (HEIGHT - _SIDE) / 2, _SIDE, _SIDE)
            paint_box(painter, theme, square, self._hue(theme), is_on=self.isChecked())
            left += _SIDE + _GAP
            left += self._paint_swatch(painter, theme, left)
        ink = theme.color("accent-text" if filled else "text" if self._is_strong() else "muted")
        self._paint_words(painter, theme, left, ink)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(theme.color("focus"), 1.2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.6, 0.6, -0.6, -0.6), _RADIUS, _RADIUS)
        painter.end()

    def _is_strong(self) -> bool:
        return self.value.count > 0 and (self.isChecked() or self.value.kind.facet.is_chosen)

    def _paint_swatch(self, painter: QPainter, theme: Theme, left: float) -> float:
        """How the timeline draws it; the width that this takes."""
        paint = _SWATCHES.get(self.value.kind.facet)
        if paint is None:
            return 0.0
        paint(painter, theme, self.value, QPointF(left + _SWATCH / 2 - 2, HEIGHT / 2))
        return _SWATCH

    def _paint_words(self, painter: QPainter, theme: Theme, left: float, ink: QColor) -> None:
        number = f"{self.value.count:,}"
        small, font = theme.family("sans", _SMALL), theme.family("sans", _SIZE)
        width = QFontMetricsF(small).horizontalAdvance(number)
        box = QRectF(left, 0, self.width() - left - width - 2 * INSET, HEIGHT)
        painter.setPen(ink)
        painter.setFont(font)
        words = QFontMetricsF(font).elidedText(self.value.name, Qt.TextElideMode.ElideRight, box.width())
        painter.drawText(box, Qt.AlignmentFlag.AlignVCenter, words)
        painter.setFont(small)
        painter.setPen(ink if self.isChecked() and self.value.kind.facet.is_chosen else theme.color("muted"))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.drawText(QRectF(0, 0, self.width() - INSET, HEIGHT), right, number)

    def _hue(self, theme: Theme) -> QColor:
        return hue_color(self.value.hue, theme) if self.value.hue else theme.color("accent")


def paint_box(painter: QPainter, theme: Theme, square: QRectF, color: QColor, *, is_on: bool) -> None:
    """A filled square of 14 px with a tick, or an empty one."""
    painter.setPen(QPen(color if is_on else theme.color("axis"), 1.2))
    painter.setBrush(color if is_on else theme.color("panel"))
    painter.drawRoundedRect(square, _RADIUS, _RADIUS)
    if is_on:
        pen = QPen(theme.color("panel"), 1.9, c=Qt.PenCapStyle.RoundCap, j=Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.drawPolyline(QPolygonF([square.topLeft() + QPointF(*point) for point in _TICK]))


Paint = Callable[[QPainter, Theme, Value, QPointF], None]


def _paint_status(painter: QPainter, theme: Theme, value: Value, centre: QPointF) -> None:
    """The outline of a card: dashed, solid, crossed."""
    card = QRectF(centre.x() - 7, centre.y() - 5, 13, 10)
    rejected = value.kind.value == Status.REJECTED
    pen = QPen(theme.color("muted" if rejected else "text"), 1.3)
    if value.kind.value == Status.PROPOSED:
        pen.setDashPattern([2.2, 1.6])
    painter.setPen(pen)
    painter.setBrush(theme.color("card"))
    painter.drawRoundedRect(card, 2, 2)
    if rejected:
        painter.drawLine(card.bottomLeft(), card.topRight())


def _paint_letter(painter: QPainter, theme: Theme, value: Value, centre: QPointF) -> None:
    painter.setFont(theme.family("sans", _SMALL, 700))
    painter.setPen(hue_color(value.hue, theme))
    box = QRectF(centre.x() - 9, centre.y() - 9, 18, 18)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, value.letter)


def _paint_glyph(painter: QPainter, theme: Theme, value: Value, centre: QPointF) -> None:
    draw_glyph(painter, Factuality(value.kind.value), centre, 4.0, theme.color("text"), theme)


def _paint_confidence(painter: QPainter, theme: Theme, value: Value, centre: QPointF) -> None:
    """Three dots, of which as many are filled as it is sure."""
    filled = len(CONFIDENCES) - CONFIDENCES.index(value.kind.value)
    painter.setPen(QPen(theme.color("text"), 1.0))
    for dot in range(3):
        painter.setBrush(theme.color("text") if dot < filled else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(QPointF(centre.x() - 5.5 + 5.0 * dot, centre.y()), 1.7, 1.7)


_SWATCHES: dict[Facet, Paint] = {
    Facet.STATUS: _paint_status,
    Facet.CATEGORY: _paint_letter,
    Facet.FACTUALITY: _paint_glyph,
    Facet.CONFIDENCE: _paint_confidence,
}
