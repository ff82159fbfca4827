"""The distance between two events, drawn over a scene: solid where it is certain, dashed as far as it may reach."""

from __future__ import annotations

from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPen

from timeline_app.layout.columns import LIMIT, Columns
from timeline_app.layout.scene import Scene
from timeline_app.render.theme import Theme

_ABOVE_FOOT = 26.0  # px of the line over the end of the marks
_END = 6.0  # px up and down at both ends
_PAD = 8.0  # px around the words
_SIZE = 12  # px of letters


class Measured(NamedTuple):
    """Two rows and the words for what lies between them."""

    first: int
    last: int
    words: str


def paint_measure(painter: QPainter, scene: Scene, theme: Theme, measured: Measured) -> None:
    """Draw it over a painted scene."""
    near, far = _reaches(scene.columns, measured)
    y = scene.content_bottom - _ABOVE_FOOT
    (left, right), (least, most) = (_in_sight(scene, pair) for pair in (near, far))
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    pen = QPen(theme.color("focus"), 2.0)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    painter.setPen(pen)
    if right > left:
        painter.drawLine(QPointF(left, y), QPointF(right, y))
    dashed = QPen(pen)
    dashed.setDashPattern([3.0, 2.0])
    painter.setPen(dashed)
    for start, end in ((least, min(left, right)), (max(left, right), most)) if right > left else ((least, most),):
        painter.drawLine(QPointF(start, y), QPointF(end, y))
    painter.setPen(pen)
    for x in (least, most):
        painter.drawLine(QPointF(x, y - _END), QPointF(x, y + _END))
    _paint_words(painter, theme, measured.words, QPointF((least + most) / 2, y), scene.view.width)
    painter.restore()


def _reaches(columns: Columns, measured: Measured) -> tuple[tuple[int, int], tuple[int, int]]:
    """What certainly lies between the two, and what may do so at the most: from end to beginning if they are apart."""
    one, other = measured.first, measured.last
    if columns.latest[one] <= columns.earliest[other]:
        first = columns.end_earliest[one], columns.latest[one]
    else:
        first = columns.earliest[one], columns.start_latest[one]
    last = columns.earliest[other], columns.start_latest[other]
    return (int(first[1]), int(last[0])), (int(first[0]), int(last[1]))


def _in_sight(scene: Scene, times: tuple[int, int]) -> tuple[float, float]:
    """The pixels of two times, none far beyond the view."""
    scale, width = scene.view.scale, scene.view.width
    found = [min(max(scale.x(min(max(time, -LIMIT), LIMIT)), -_END), width + _END) for time in times]
    return found[0], found[1]


def _paint_words(painter: QPainter, theme: Theme, words: str, middle: QPointF, width: float) -> None:
    font = theme.family("sans", _SIZE, 600)
    metrics = QFontMetricsF(font)
    wide = metrics.horizontalAdvance(words) + 2 * _PAD
    left = min(max(middle.x() - wide / 2, _PAD), max(width - wide - _PAD, _PAD))
    box = QRectF(left, middle.y() - metrics.height() / 2 - 3, wide, metrics.height() + 6)
    painter.setPen(QPen(theme.color("focus"), 1.2))
    painter.setBrush(theme.color("panel"))
    painter.drawRoundedRect(box, 5, 5)
    painter.setPen(theme.color("text"))
    painter.setFont(font)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, words)
