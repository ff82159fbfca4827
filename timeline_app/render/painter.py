"""The painter of scenes: one for the window, for pictures and for print. It decides nothing, it only draws.

Give it a QPainter whose origin is the scene's and whose unit is 1/96 inch. On screen and in bitmaps, texts are cached
as images at the device's resolution; where the device keeps shapes (SVG, PDF) they are written as text.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import cast

import numpy as np
from PySide6.QtCore import QLineF, QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from shiboken6 import wrapInstance

from timeline_app.layout.figures import (
    Counter,
    Dragged,
    EraBand,
    Fold,
    Handle,
    Histogram,
    LaneHead,
    MarkerLine,
    Overflow,
    ScaleBar,
    Stretch,
)
from timeline_app.layout.overview import OverviewScene
from timeline_app.layout.scene import Scene
from timeline_app.render.brush import Brush, faded, rect_of
from timeline_app.render.marks import draw_mark
from timeline_app.render.theme import Theme

_DRAGGED = 0.12  # strength of the ground of a date that is being dragged
_OVERHANG = 4.0  # of a mark's outline and end ticks over its box


def paint_scene(painter: QPainter, scene: Scene, theme: Theme, *, vector: bool | None = None) -> None:
    """Paint all of a scene. ``vector`` writes texts as text; by default the paint device decides."""
    brush = Brush.on(painter, theme, scene.categories, vector=vector)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    view = QRectF(0, 0, scene.view.width, scene.view.height)
    painter.fillRect(view, theme.color("canvas"))
    _ground(brush, scene)
    painter.save()
    top = scene.content_top - _OVERHANG
    painter.setClipRect(QRectF(0, top, scene.view.width, scene.content_bottom - top))
    for mark in scene.marks:
        draw_mark(brush, mark)
    for handle in scene.handles:
        _handle(brush, handle)
    painter.restore()
    _counts(brush, scene)
    for head in scene.heads:
        _head(brush, head, scene)
    _axis(brush, scene)
    _foot(brush, scene)
    painter.restore()


def paint_dragged(painter: QPainter, dragged: Dragged, theme: Theme) -> None:
    """Paint a date that is being dragged over a painted scene."""
    brush = Brush.on(painter, theme, (), vector=None)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    brush.fill(dragged.box, faded(theme.color("focus"), _DRAGGED))
    painter.setPen(QPen(theme.color("focus"), 1.2))
    painter.drawLines(
        [QLineF(x, dragged.box.top, x, dragged.box.bottom) for x in (dragged.box.left, dragged.box.right)]
    )
    painter.setBrush(theme.color("card"))
    painter.drawRoundedRect(rect_of(dragged.plate), 4, 4)
    brush.write(dragged.label)
    painter.restore()


def paint_window(painter: QPainter, overview: OverviewScene, theme: Theme) -> None:
    """Paint what of an overview changes with the view: its window."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    Brush.on(painter, theme, (), vector=True).frame(overview.window, theme.color("accent"), 1.6, 4.0)
    painter.restore()


def paint_counts(painter: QPainter, overview: OverviewScene, theme: Theme) -> None:
    """Paint what of an overview stays while the view moves: all but its window."""
    brush = Brush.on(painter, theme, overview.categories, vector=None)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.fillRect(QRectF(0, 0, overview.width, overview.height), theme.color("window"))
    for panel in overview.panels:
        brush.fill(panel, theme.color("canvas"))
    for strip in overview.strips:
        brush.fill(strip.box, faded(brush.hue(strip.category), theme.strength("bar")))
    if overview.faint is not None:
        _rectangles(brush, overview.faint, faded(theme.color("rail-small"), theme.strength("bar")))
    _density(brush, overview.bars, 1.0)
    for panel in overview.panels:
        brush.frame(panel, theme.color("border"), 1.0, 2.0)
    _rail(brush, overview)
    for text in overview.texts:
        brush.write(text)
    for counter in overview.beyond:
        _chip(brush, counter)
    painter.restore()


def _ground(brush: Brush, scene: Scene) -> None:
    """Panels of stretches, lines between calendar units, texts of folds."""
    painter, theme = brush.painter, brush.theme
    for stretch in scene.stretches:
        brush.fill(stretch.box, theme.color("stretch"))
    for weekend in scene.weekends:
        brush.fill(weekend, theme.color("weekend"))
    for era in scene.eras:
        _era(brush, era)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)  # crisp, and three times as fast
    painter.setPen(QPen(theme.color("grid"), 1.0))
    bottom = scene.stretches[0].box.bottom if scene.stretches else scene.view.height
    painter.drawLines([QLineF(tick.x, scene.axis_y, tick.x, bottom) for tick in scene.ticks])
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    for line in scene.marker_lines:
        _marker_line(brush, line)
    for fold in scene.folds:
        for text in fold.texts:
            brush.write(text)


def _marker_line(brush: Brush, line: MarkerLine) -> None:
    pen = QPen(brush.theme.color("muted"), 1.4)
    pen.setDashPattern([2.6, 2.4])
    pen.setCapStyle(Qt.PenCapStyle.FlatCap)
    brush.painter.setPen(pen)
    brush.painter.drawLines([QLineF(line.x, top, line.x, bottom) for top, bottom in line.parts])


def _era(brush: Brush, era: EraBand) -> None:
    """A tint over the whole height, with lines at its ends."""
    painter, theme = brush.painter, brush.theme
    hue = theme.hue(era.hue)
    brush.fill(era.ground, faded(hue, theme.strength("era")))
    if not era.circa:
        painter.setPen(QPen(faded(hue, theme.strength("era-end")), 1.0))
        ends = ((era.ground.left, era.left_end), (era.ground.right, era.right_end))
        painter.drawLines([QLineF(x, era.ground.top, x, era.ground.bottom) for x, there in ends if there])


def _ribbon(brush: Brush, era: EraBand) -> None:
    """The name of an era, over whatever of others lies behind it."""
    painter, theme, hue = brush.painter, brush.theme, brush.theme.hue(era.hue)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("stretch"))
    painter.drawRoundedRect(rect_of(era.ribbon), 3.0, 3.0)
    painter.setBrush(faded(hue, theme.strength("ribbon")))
    painter.drawRoundedRect(rect_of(era.ribbon), 3.0, 3.0)
    for text in era.texts:
        brush.write(text)


def _axis(brush: Brush, scene: Scene) -> None:
    """Headers, the axis line with its breaks, ticks and their labels, density and clusters."""
    painter, theme = brush.painter, brush.theme
    for stretch in scene.stretches:
        for text in stretch.texts:
            brush.write(text)
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
        brush.write(text)
    for era in scene.eras:
        _ribbon(brush, era)


def _counts(brush: Brush, scene: Scene) -> None:
    """Density and clusters, of lanes on the ground of their heads; all between axis and foot."""
    painter, theme = brush.painter, brush.theme
    painter.save()
    painter.setClipRect(QRectF(0, scene.band_top, scene.view.width, scene.content_bottom - scene.band_top))
    for head in scene.heads:
        brush.fill(head.box, theme.color("lane"))
    _density(brush, scene.density, theme.strength("density"))
    for cluster in scene.clusters:
        brush.write(cluster.label)
    painter.restore()


def _handle(brush: Brush, handle: Handle) -> None:
    """A slate pill with three dots along it."""
    painter, theme, box = brush.painter, brush.theme, handle.box
    painter.setPen(QPen(theme.color("canvas"), 1.0))
    painter.setBrush(theme.color("accent"))
    radius = min(box.width, box.height) / 2
    painter.drawRoundedRect(rect_of(box), radius, radius)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("accent-text"))
    middle = QPointF((box.left + box.right) / 2, (box.top + box.bottom) / 2)
    step = QPointF(4.5, 0.0) if box.width > box.height else QPointF(0.0, 4.5)
    for number in (-1, 0, 1):
        painter.drawEllipse(middle + step * number, 1.1, 1.1)


def _head(brush: Brush, head: LaneHead, scene: Scene) -> None:
    """A lane's name on a plate that hides what is below it, a triangle to fold it, its category's colour."""
    painter, theme = brush.painter, brush.theme
    painter.save()
    painter.setClipRect(QRectF(0, scene.band_top, scene.view.width, scene.content_bottom - scene.band_top))
    brush.fill(head.plate, theme.color("lane"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(theme.color("muted"))
    x, y = (head.toggle.left + head.toggle.right) / 2 + 2.0, (head.toggle.top + head.toggle.bottom) / 2
    corners = ((-2.5, -4.5), (3.5, 0.0), (-2.5, 4.5)) if head.folded else ((-4.5, -2.5), (4.5, -2.5), (0.0, 3.5))
    painter.drawPolygon(QPolygonF([QPointF(x + right, y + down) for right, down in corners]))
    if head.hue:
        painter.setBrush(theme.category(head.hue))
        painter.drawRoundedRect(QRectF(head.toggle.right + 1.0, y - 4.5, 9.0, 9.0), 2.0, 2.0)
    for text in head.texts:
        brush.write(text)
    painter.restore()


def _stretch_edges(stretches: Sequence[Stretch]) -> list[float]:
    """Where one stretch begins beside a fold."""
    return [stretch.box.left for stretch in stretches[1:]]


def _zigzag(brush: Brush, fold: Fold, y: float) -> None:
    x = fold.zigzag
    points = ((fold.box.left, y), (x - 10, y), (x - 6, y + 7), (x, y - 7), (x + 6, y + 7), (x + 10, y),
              (fold.box.right, y))  # fmt: skip
    brush.painter.drawPolyline(QPolygonF([QPointF(*point) for point in points]))


def _foot(brush: Brush, scene: Scene) -> None:
    for bar in scene.scale_bars:
        _scale_bar(brush, bar)
    for line in scene.marker_lines:
        brush.write(line.label)
    for counter in scene.counters:
        _chip(brush, counter)
    if scene.overflow:
        _chip(brush, scene.overflow)


def _scale_bar(brush: Brush, bar: ScaleBar) -> None:
    brush.painter.setPen(QPen(brush.theme.color("axis"), 1.3))
    ends = [QLineF(x, bar.y - 4, x, bar.y + 4) for x in (bar.left + 0.7, bar.right - 0.7)]
    brush.painter.drawLines([QLineF(bar.left, bar.y, bar.right, bar.y), *ends])
    brush.write(bar.label)


def _chip(brush: Brush, counter: Counter | Overflow) -> None:
    painter, theme = brush.painter, brush.theme
    painter.setPen(QPen(theme.color("border"), 1.0))
    painter.setBrush(theme.color("card"))
    painter.drawRoundedRect(rect_of(counter.box), 4, 4)
    brush.write(counter.label)


def _density(brush: Brush, histograms: Sequence[Histogram], strength: float) -> None:
    """Rectangles straight from the arrays: one call a category, whatever their number."""
    for histogram in histograms:
        _rectangles(brush, histogram, faded(brush.hue(histogram.category), strength))


def _rectangles(brush: Brush, histogram: Histogram, color: QColor) -> None:
    painter = brush.painter
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, on=False)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    bars = np.ascontiguousarray(histogram.bars, dtype=np.float64)  # a QRectF is four doubles
    painter.drawRects(cast("QRectF", wrapInstance(bars.ctypes.data, QRectF)), len(bars))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def _rail(brush: Brush, overview: OverviewScene) -> None:
    """The whole range at true scale, where each stretch lies on it, and lines from there to the stretches."""
    if overview.rail is None:
        return
    painter, theme = brush.painter, brush.theme
    brush.fill(overview.rail, theme.color("rail"))
    for span in overview.rail_spans:
        brush.fill(span.box, theme.color("accent" if span.larger else "rail-small"))
    painter.setPen(QPen(theme.color("axis"), 1.0))
    painter.drawLines([QLineF(line.x1, line.y1, line.x2, line.y2) for line in overview.lines])
