"""The painter of scenes: one for the window, for pictures and for print. It decides nothing, it only draws.

Give it a QPainter whose origin is the scene's and whose unit is 1/96 inch. On screen and in bitmaps, texts are cached
as images at the device's resolution; where the device keeps shapes (SVG, PDF) they are written as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import cast

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QBrush,
    QColor,
    QFontMetricsF,
    QImage,
    QLinearGradient,
    QPainter,
    QPainterPath,
    QPen,
    QPolygonF,
)
from shiboken6 import wrapInstance

from timeline_app.layout.figures import (
    Body,
    Box,
    Counter,
    Fold,
    Histogram,
    Mark,
    MarkerLine,
    Overflow,
    ScaleBar,
    Stretch,
    Text,
    Tone,
)
from timeline_app.layout.metrics import Role
from timeline_app.layout.overview import OverviewScene
from timeline_app.layout.scene import Scene
from timeline_app.model.event import Factuality, Status
from timeline_app.render.theme import Theme

_TONES = {Tone.STRONG: "text", Tone.MUTED: "muted", Tone.ACCENT: "accent"}
_DASHES = [3.0, 2.4]
_FADE = 14.0  # pixels over which an edge that is only "circa" fades
_RADIUS = 3.0
_OVERHANG = 4.0  # of a mark's outline and end ticks over its box
_MOST_IMAGES = 3000
_VECTOR = ("QSvgGenerator", "QPdfWriter", "QPicture", "QPrinter")


@dataclass(slots=True)
class LabelCache:
    """Images of texts at one resolution; the oldest go first."""

    ratio: float = 0.0
    images: dict[tuple[str, Role, str], tuple[QImage, float, float]] = field(default_factory=dict)


_CACHE = LabelCache()


@dataclass(frozen=True, slots=True)
class _Brush:
    """What every drawing function needs."""

    painter: QPainter
    theme: Theme
    categories: tuple[QColor, ...]
    cache: LabelCache | None


def paint_scene(painter: QPainter, scene: Scene, theme: Theme, *, vector: bool | None = None) -> None:
    """Paint all of a scene. ``vector`` writes texts as text; by default the paint device decides."""
    brush = _brush(painter, theme, scene.categories, vector=vector)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view = QRectF(0, 0, scene.view.width, scene.view.height)
    painter.fillRect(view, theme.color("canvas"))
    _ground(brush, scene)
    painter.save()
    top = scene.content_top - _OVERHANG
    painter.setClipRect(QRectF(0, top, scene.view.width, scene.content_bottom - top))
    for mark in scene.marks:
        _mark(brush, mark)
    painter.restore()
    _axis(brush, scene)
    _foot(brush, scene)
    painter.restore()


def paint_overview(painter: QPainter, overview: OverviewScene, theme: Theme, *, vector: bool | None = None) -> None:
    """Paint all of an overview."""
    brush = _brush(painter, theme, overview.categories, vector=vector)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, overview.width, overview.height), theme.color("window"))
    for panel in overview.panels:
        _fill(brush, panel, theme.color("canvas"))
    for strip in overview.strips:
        _fill(brush, strip.box, _faded(_hue(brush, strip.category), theme.strength("bar")))
    _density(brush, overview.bars, 1.0)
    for panel in overview.panels:
        _frame(brush, panel, theme.color("border"), 1.0, 2.0)
    _frame(brush, overview.window, theme.color("accent"), 1.6, 4.0)
    _rail(brush, overview)
    for text in overview.texts:
        _text(brush, text)
    painter.restore()


def clear_label_cache() -> None:
    """Forget all images of texts, as after a change of fonts."""
    _CACHE.images.clear()


def _brush(painter: QPainter, theme: Theme, categories: Sequence[str], *, vector: bool | None) -> _Brush:
    device = painter.device()
    if vector is None:
        vector = type(device).__name__ in _VECTOR
    ratio = device.devicePixelRatioF() * painter.worldTransform().m11()
    if not vector and _CACHE.ratio != ratio:
        _CACHE.images.clear()
        _CACHE.ratio = ratio
    return _Brush(painter, theme, tuple(theme.category(name) for name in categories), None if vector else _CACHE)


def _ground(brush: _Brush, scene: Scene) -> None:
    """Panels of stretches, lines between calendar units, texts of folds."""
    painter, theme = brush.painter, brush.theme
    for stretch in scene.stretches:
        _fill(brush, stretch.box, theme.color("stretch"))
    painter.setPen(QPen(theme.color("grid"), 1.0))
    bottom = scene.stretches[0].box.bottom if scene.stretches else scene.view.height
    painter.drawLines([QLineF(tick.x, scene.axis_y, tick.x, bottom) for tick in scene.ticks])
    for line in scene.marker_lines:
        _marker_line(brush, line)
    for fold in scene.folds:
        for text in fold.texts:
            _text(brush, text)


def _marker_line(brush: _Brush, line: MarkerLine) -> None:
    pen = QPen(brush.theme.color("muted"), 1.4)
    pen.setDashPattern([2.6, 2.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    brush.painter.setPen(pen)
    brush.painter.drawLine(QLineF(line.x, line.top, line.x, line.bottom))


def _axis(brush: _Brush, scene: Scene) -> None:
    """Headers, the axis line with its breaks, ticks and their labels, density and clusters."""
    painter, theme = brush.painter, brush.theme
    for stretch in scene.stretches:
        for text in stretch.texts:
            _text(brush, text)
    painter.setPen(QPen(theme.color("axis"), 1.4))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for stretch in scene.stretches:
        painter.drawLine(QLineF(stretch.box.left, scene.axis_y, stretch.box.right, scene.axis_y))
    for fold in scene.folds:
        _zigzag(brush, fold, scene.axis_y)
    painter.drawLines([QLineF(tick.x, scene.axis_y, tick.x, scene.axis_y + 6) for tick in scene.ticks])
    for edge in _stretch_edges(scene.stretches):
        painter.drawLine(QLineF(edge, scene.axis_y, edge, scene.axis_y + 6))
    for text in scene.tick_texts:
        _text(brush, text)
    _density(brush, scene.density, theme.strength("density"))
    for cluster in scene.clusters:
        _text(brush, cluster.label)


def _stretch_edges(stretches: Sequence[Stretch]) -> list[float]:
    """Where one stretch begins beside a fold."""
    return [stretch.box.left for stretch in stretches[1:]]


def _zigzag(brush: _Brush, fold: Fold, y: float) -> None:
    x = fold.zigzag
    points = ((fold.box.left, y), (x - 10, y), (x - 6, y + 7), (x, y - 7), (x + 6, y + 7), (x + 10, y),
              (fold.box.right, y))  # fmt: skip
    brush.painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))


def _foot(brush: _Brush, scene: Scene) -> None:
    for bar in scene.scale_bars:
        _scale_bar(brush, bar)
    for line in scene.marker_lines:
        _text(brush, line.label)
    for counter in scene.counters:
        _chip(brush, counter)
    if scene.overflow:
        _chip(brush, scene.overflow)


def _scale_bar(brush: _Brush, bar: ScaleBar) -> None:
    brush.painter.setPen(QPen(brush.theme.color("axis"), 1.3))
    ends = [QLineF(x, bar.y - 4, x, bar.y + 4) for x in (bar.left + 0.7, bar.right - 0.7)]
    brush.painter.drawLines([QLineF(bar.left, bar.y, bar.right, bar.y), *ends])
    _text(brush, bar.label)


def _chip(brush: _Brush, counter: Counter | Overflow) -> None:
    painter, theme = brush.painter, brush.theme
    painter.setPen(QPen(theme.color("border"), 1.0))
    painter.setBrush(theme.color("card"))
    painter.drawRoundedRect(_rect(counter.box), 4, 4)
    _text(brush, counter.label)


def _mark(brush: _Brush, mark: Mark) -> None:
    {Body.CARD: _card, Body.BETWEEN: _between, Body.BAR: _bar, Body.DOT: _dot}[mark.form](brush, mark)
    for text in mark.texts:
        _text(brush, text)
    if mark.glyph and mark.form is not Body.DOT:
        _glyph(brush, mark.factuality, QPointF(*mark.glyph), 3.6, brush.theme.color("muted"))
    if mark.status is Status.REJECTED:
        _crossed(brush, mark)


def _card(brush: _Brush, mark: Mark) -> None:
    """A flat pale card with end ticks over the whole unit, no peak anywhere."""
    painter, theme = brush.painter, brush.theme
    hue = _hue_of(brush, mark)
    rect = _rect(mark.body)
    surface = theme.color("card")
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_edges_faded(surface, mark))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    _outlined(painter, rect, _outline(brush, mark, hue))
    if mark.left_end and not mark.circa:
        painter.fillRect(QRectF(rect.left(), rect.top(), 4.0, rect.height()), hue)
    _end_ticks(brush, mark, hue)


def _between(brush: _Brush, mark: Mark) -> None:
    """One moment between two: whiskers over the whole range, and no surface."""
    painter = brush.painter
    hue = _hue_of(brush, mark)
    rect = _rect(mark.body)
    painter.fillRect(rect, _faded(brush.theme.color("card"), 0.7))
    painter.setPen(_outline(brush, mark, hue))
    painter.drawLine(rect.topLeft(), rect.topRight())
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())
    _end_ticks(brush, mark, hue)


def _end_ticks(brush: _Brush, mark: Mark, hue: QColor) -> None:
    """Short lines over the ends of what is known; none where it is open or only about so."""
    if mark.circa:
        return
    body = mark.body
    ends = [x for x, there in ((body.left, mark.left_end), (body.right, mark.right_end)) if there]
    pen = QPen(hue, 1.5)
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    brush.painter.setPen(pen)
    brush.painter.drawLines([QLineF(x, body.top - 3.5, x, body.bottom + 3.5) for x in ends])


def _bar(brush: _Brush, mark: Mark) -> None:
    """It lasted: a solid bar, with a zigzag where it crosses a fold."""
    painter, theme = brush.painter, brush.theme
    hue = _hue_of(brush, mark)
    rect = _rect(mark.body)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(_edges_faded(_faded(hue, theme.strength("bar")), mark))
    painter.drawRoundedRect(rect, _RADIUS, _RADIUS)
    _outlined(painter, rect, _outline(brush, mark, hue))
    for x in mark.zigzags:
        _bar_break(brush, rect, x, hue)


def _bar_break(brush: _Brush, rect: QRectF, x: float, hue: QColor) -> None:
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


def _dot(brush: _Brush, mark: Mark) -> None:
    """The glyph itself in the category's colour; a ring of dashes while only proposed."""
    painter, theme = brush.painter, brush.theme
    rect = _rect(mark.body)
    hue = _hue_of(brush, mark)
    _glyph(brush, mark.factuality, rect.center(), 4.4, hue)
    if mark.selected:
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(theme.color("accent"), 2.0))
        painter.drawEllipse(rect.center(), 7.0, 7.0)


def _glyph(brush: _Brush, factuality: Factuality, centre: QPointF, size: float, color: QColor) -> None:
    """● happened, ◆ said, ▷ planned, ○ with a bar denied, ? alleged."""
    painter = brush.painter
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
        painter.drawPath(_question_mark(x, y, size, brush.theme))


def _question_mark(x: float, y: float, size: float, theme: Theme) -> QPainterPath:
    font = theme.family("sans", round(size * 3.2), 700)
    measure = QFontMetricsF(font)
    path = QPainterPath()
    path.addText(x - measure.horizontalAdvance("?") / 2, y + measure.capHeight() / 2, font, "?")
    return path


def _crossed(brush: _Brush, mark: Mark) -> None:
    """Rejected: crossed out in grey."""
    brush.painter.setPen(QPen(brush.theme.color("muted"), 1.4))
    rect = _rect(mark.box)
    brush.painter.drawLine(rect.bottomLeft(), rect.topRight())


def _outline(brush: _Brush, mark: Mark, hue: QColor) -> QPen:
    """Dashed while proposed, solid when accepted, strong and slate when selected; it fades with a circa edge."""
    if mark.selected:
        return QPen(brush.theme.color("accent"), 2.2)
    pen = QPen(QBrush(_edges_faded(hue, mark)), 1.2)
    if mark.status is Status.PROPOSED:
        pen.setDashPattern(_DASHES)
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
    gone = _faded(color, 0.0)
    for at, stop in ((0.0, gone), (share, color), (1.0 - share, color), (1.0, gone)):
        gradient.setColorAt(at, stop)
    return QBrush(gradient)


def _density(brush: _Brush, histograms: Sequence[Histogram], strength: float) -> None:
    """Rectangles straight from the arrays: one call a category, whatever their number."""
    painter = brush.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    for histogram in histograms:
        painter.setBrush(_faded(_hue(brush, histogram.category), strength))
        bars = np.ascontiguousarray(histogram.bars, dtype=np.float64)  # a QRectF is four doubles
        first = cast("QRectF", wrapInstance(bars.ctypes.data, QRectF))
        painter.drawRects(first, len(bars))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _rail(brush: _Brush, overview: OverviewScene) -> None:
    """The whole range at true scale, where each stretch lies on it, and lines from there to the stretches."""
    if overview.rail is None:
        return
    painter, theme = brush.painter, brush.theme
    _fill(brush, overview.rail, theme.color("rail"))
    for span in overview.rail_spans:
        _fill(brush, span.box, theme.color("accent"))
    painter.setPen(QPen(theme.color("axis"), 1.0))
    painter.drawLines([QLineF(line.x1, line.y1, line.x2, line.y2) for line in overview.lines])


def _hue(brush: _Brush, category: int | None) -> QColor:
    return brush.categories[category] if category is not None else brush.theme.color("accent")


def _hue_of(brush: _Brush, mark: Mark) -> QColor:
    return brush.theme.color("muted") if mark.status is Status.REJECTED else brush.categories[mark.category]


def _faded(color: QColor, strength: float) -> QColor:
    faded = QColor(color)
    faded.setAlphaF(strength)
    return faded


def _rect(box: Box) -> QRectF:
    return QRectF(box.left, box.top, box.width, box.height)


def _fill(brush: _Brush, box: Box, color: QColor) -> None:
    brush.painter.fillRect(_rect(box), color)


def _frame(brush: _Brush, box: Box, color: QColor, width: float, radius: float) -> None:
    brush.painter.setPen(QPen(color, width))
    brush.painter.setBrush(Qt.BrushStyle.NoBrush)
    brush.painter.drawRoundedRect(_rect(box), radius, radius)


def _text(brush: _Brush, text: Text) -> None:
    painter = brush.painter
    color = brush.theme.color(_TONES[text.tone])
    if text.vertical:
        painter.save()
        painter.translate(text.x, text.y)
        painter.rotate(-90)
        _write(painter, QPointF(0, 0), text, color, brush.theme)
        painter.restore()
    elif brush.cache is None:
        _write(painter, QPointF(text.x, text.y), text, color, brush.theme)
    else:
        image, left, ascent = _image(brush.cache, text, color, brush.theme)
        painter.drawImage(QPointF(text.x - left, text.y - ascent), image)


def _write(painter: QPainter, at: QPointF, text: Text, color: QColor, theme: Theme) -> None:
    painter.setFont(theme.font(text.role))
    painter.setPen(color)
    painter.drawText(at, text.text)


def _image(cache: LabelCache, text: Text, color: QColor, theme: Theme) -> tuple[QImage, float, float]:
    """The image of a text, with how far it reaches left of and above its origin."""
    key = (text.text, text.role, color.name())
    known = cache.images.get(key)
    if known is None:
        if len(cache.images) >= _MOST_IMAGES:
            del cache.images[next(iter(cache.images))]
        known = cache.images[key] = _render(text, color, theme, cache.ratio)
    return known


def _render(text: Text, color: QColor, theme: Theme, ratio: float) -> tuple[QImage, float, float]:
    font = theme.font(text.role)
    measure = QFontMetricsF(font)
    left, ascent = 2.0, float(-(-measure.ascent() // 1)) + 1
    wide, high = measure.horizontalAdvance(text.text) + 2 * left, ascent + measure.descent() + 2
    image = QImage(
        max(1, int(wide * ratio) + 1), max(1, int(high * ratio) + 1), QImage.Format.Format_ARGB32_Premultiplied
    )
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    _write(painter, QPointF(left, ascent), text, color, theme)
    painter.end()
    return image, left, ascent
