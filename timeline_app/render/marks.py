"""Marks: each event drawn by the code that the legend explains.

Colour says the category, the outline the status, the glyph the factuality, the width the precision.
"""

from __future__ import annotations

from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QLinearGradient, QPainter, QPen, QPolygonF

from timeline_app.layout.figures import Body, Mark
from timeline_app.model.event import Status
from timeline_app.render.brush import Brush, faded, rect_of

_DASHES, _SHORT_DASHES = [3.0, 2.4], [1.4, 1.4]
_DOTS = [1.0, 3.0]  # between two times of a choice
_CLEAR = 4.0  # pixels between these dots and what they join
_SMALL = 24.0  # pixels; the outline of what is smaller has short dashes
_FADE = 14.0  # pixels over which an edge that is only "circa" fades
_RADIUS = 3.0


def draw_mark(brush: Brush, mark: Mark) -> None:
    """A mark with its words."""
    if mark.parts:
        _choices(brush, mark)
    else:
        _BODIES[mark.form](brush, mark)
    if mark.status is Status.REJECTED:
        _crossed(brush, mark)
    for text in mark.texts:
        brush.write(text)
    for glyph in mark.glyphs:
        brush.glyph(mark.factuality, QPointF(*glyph), 3.6, brush.theme.color("muted"))


def _choices(brush: Brush, mark: Mark) -> None:
    """One moment or the other: the mark at each of its times, with dots from one to the next."""
    pen = QPen(_hue(brush, mark), 1.6)
    pen.setDashPattern(_DOTS)
    brush.painter.setPen(pen)
    y = (mark.body.top + mark.body.bottom) / 2
    ends = [x for part in mark.parts for x in (part.box.left - _CLEAR, part.box.right + _CLEAR)]
    borders = [mark.box.left, *ends, mark.box.right]
    brush.painter.drawLines([QLineF(x, y, to, y) for x, to in zip(borders[::2], borders[1::2], strict=True) if to > x])
    for part in mark.parts:
        _BODIES[mark.form](brush, mark._replace(body=part.body, left_end=True, right_end=True, parts=()))


def _card(brush: Brush, mark: Mark) -> None:
    """A flat pale card with end ticks over the whole unit, no peak anywhere."""
    painter, theme = brush.painter, brush.theme
    hue = _hue(brush, mark)
    rect = rect_of(mark.body)
    surface = theme.color("card")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_edges_faded(surface, mark))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    _outlined(painter, rect, _outline(brush, mark, hue))
    if mark.left_end and not mark.circa:
        painter.fillRect(QRectF(rect.left(), rect.top(), 4.0, rect.height()), hue)
    _end_ticks(brush, mark, hue)


def _between(brush: Brush, mark: Mark) -> None:
    """One moment between two: whiskers over the whole range, and no surface."""
    painter = brush.painter
    hue = _hue(brush, mark)
    rect = rect_of(mark.body)
    painter.fillRect(rect, faded(brush.theme.color("card"), 0.7))
    painter.setPen(_outline(brush, mark, hue))
    painter.drawLine(rect.topLeft(), rect.topRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    _end_ticks(brush, mark, hue)


def _end_ticks(brush: Brush, mark: Mark, hue: QColor) -> None:
    """Short lines over the ends of what is known; none where it is open or only about so."""
    if mark.circa:
        return
    body = mark.body
    ends = [x for x, there in ((body.left, mark.left_end), (body.right, mark.right_end)) if there]
    pen = QPen(hue, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    brush.painter.setPen(pen)
    brush.painter.drawLines([QLineF(x, body.top - 3.5, x, body.bottom + 3.5) for x in ends])


def _bar(brush: Brush, mark: Mark) -> None:
    """It lasted: a solid bar, with a zigzag where it crosses a fold."""
    painter, theme = brush.painter, brush.theme
    hue = _hue(brush, mark)
    rect = rect_of(mark.body)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_edges_faded(faded(hue, theme.strength("bar")), mark))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    _outlined(painter, rect, _outline(brush, mark, hue))
    for x in mark.zigzags:
        _bar_break(brush, rect, x, hue)


def _bar_break(brush: Brush, rect: QRectF, x: float, hue: QColor) -> None:
    painter = brush.painter
    step = (rect.height() + 2) / 4
    left = [(x - 3 + (2.5 if n % 2 else -2.5), rect.top() - 1 + n * step) for n in range(5)]
    path = QPolygonF([QPointF(*point) for point in left] + [QPointF(px + 6, py) for px, py in reversed(left)])
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(brush.theme.color("canvas"))
    painter.drawPolygon(path)
    painter.setPen(QPen(hue, 1.2))
    painter.drawPolyline(QPolygonF([QPointF(*point) for point in left]))
    painter.drawPolyline(QPolygonF([QPointF(px + 6, py) for px, py in left]))


def _dot(brush: Brush, mark: Mark) -> None:
    """The glyph itself in the category's colour; a ring of dashes while only proposed."""
    painter, theme = brush.painter, brush.theme
    rect = rect_of(mark.body)
    hue = _hue(brush, mark)
    brush.glyph(mark.factuality, rect.center(), 4.4, hue)
    if mark.selected:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2.0))
        painter.drawEllipse(rect.center(), 7.0, 7.0)


def _crossed(brush: Brush, mark: Mark) -> None:
    """Rejected: crossed out in grey, behind the words."""
    brush.painter.setPen(QPen(faded(brush.theme.color("muted"), 0.5), 1.4))
    rect = rect_of(mark.box)
    brush.painter.drawLine(rect.bottomLeft(), rect.topRight())


def _outline(brush: Brush, mark: Mark, hue: QColor) -> QPen:
    """Dashed while proposed, solid when accepted, strong and slate when selected; it fades with a circa edge."""
    if mark.selected:
        return QPen(brush.theme.color("accent"), 2.2)
    pen = QPen(QBrush(_edges_faded(hue, mark)), 1.2)
    if mark.status is Status.PROPOSED:
        pen.setDashPattern(_DASHES if mark.body.width >= _SMALL else _SHORT_DASHES)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    return pen


def _outlined(painter: QPainter, rect: QRectF, pen: QPen) -> None:
    """An outline; a dashed one side by side, since Qt takes a millisecond to dash a long path."""
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    if pen.style() is Qt.PenStyle.SolidLine:
        painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
        return
    corners = (rect.topLeft(), rect.topRight(), rect.bottomRight(), rect.bottomLeft())
    painter.drawLines([QLineF(corners[at], corners[at - 3]) for at in range(4)])


def _edges_faded(color: QColor, mark: Mark) -> QBrush:
    """The colour, fading out at both ends if the date is only circa."""
    if not mark.circa:
        return QBrush(color)
    body = mark.body
    share = min(_FADE / max(body.width, 1.0), 0.5)
    gradient = QLinearGradient(body.left, 0, body.right, 0)
    gone = faded(color, 0.0)
    for at, stop in ((0.0, gone), (share, color), (1.0 - share, color), (1.0, gone)):
        gradient.setColorAt(at, stop)
    return QBrush(gradient)


def _hue(brush: Brush, mark: Mark) -> QColor:
    return brush.theme.color("muted") if mark.status is Status.REJECTED else brush.hues[mark.category]


_BODIES = {Body.CARD: _card, Body.BETWEEN: _between, Body.BAR: _bar, Body.DOT: _dot}
