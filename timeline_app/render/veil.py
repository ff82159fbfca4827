"""A veil over marks that a search did not find, so that those it found stand out and the others stay where they are."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QRegion

from timeline_app.layout.pyramid import Times
from timeline_app.layout.scene import Scene
from timeline_app.render.brush import rect_of
from timeline_app.render.theme import Theme

_STRENGTH = 0.6  # of the veil; what lies under it can still be read
_STROKE, _DEEP = 3.0, 5.0  # px of a stroke that says where something was found
_TICK = 3.0  # px by which the ends of a card stand out


def paint_veil(painter: QPainter, scene: Scene, theme: Theme, found: NDArray[np.bool_]) -> None:
    """Dim the marks of a painted scene whose rows are not ``found``."""
    veil = QPainterPath()
    veil.setFillRule(Qt.FillRule.WindingFill)
    for mark in scene.marks:
        if not found[mark.row] and not mark.selected:
            box = mark.box
            veil.addRect(
                QRectF(box.left - 1, box.top - _TICK, box.right - box.left + 2, box.bottom - box.top + 2 * _TICK)
            )
    color = theme.color("stretch")
    color.setAlphaF(_STRENGTH)
    painter.save()
    seen = QRectF(0, scene.content_top, scene.view.width, scene.content_bottom - scene.content_top)
    region = QRegion(seen.toAlignedRect())
    for head in scene.heads:  # which lie over marks
        region -= QRegion(rect_of(head.box).toAlignedRect())
    painter.setClipRegion(region, Qt.ClipOperation.IntersectClip)
    painter.fillPath(veil, color)
    painter.restore()


def paint_places(painter: QPainter, scene: Scene, theme: Theme, starts: Times) -> None:
    """A stroke under the axis wherever something begins that was found, for what has no mark of its own, too.

    ``starts`` are the times of these, ascending.
    """
    edges = np.arange(0.0, scene.view.width + _STROKE, _STROKE)
    counts = np.diff(starts.searchsorted(scene.view.scale.times(edges)))
    color = theme.color("focus")
    for left in edges[:-1][counts > 0].tolist():
        painter.fillRect(QRectF(left, scene.axis_y + 1.5, _STROKE, _DEEP), color)
