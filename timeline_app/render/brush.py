"""Brush: a painter with a theme, and the few strokes that all drawing is made of.

Where the device keeps shapes (SVG, PDF) texts and glyphs are written as such; on screen and in bitmaps they are images,
rendered once at the device's resolution.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPen

from timeline_app.layout.figures import Box, Text, Tone
from timeline_app.layout.metrics import Role
from timeline_app.model.event import Factuality
from timeline_app.render.fonts import metrics_of
from timeline_app.render.glyphs import draw_glyph
from timeline_app.render.theme import Theme

_TONES = {Tone.STRONG: "text", Tone.MUTED: "muted", Tone.ACCENT: "accent"}
_VECTOR = ("QSvgGenerator", "QPdfWriter", "QPicture", "QPrinter")
_GLYPH_ROOM = 9.0  # half the width of a glyph's image


@dataclass(frozen=True, slots=True)
class Brush:
    """A painter whose unit is 1/96 inch; ``ratio`` is how many pixels of its device one is, None for shapes."""

    painter: QPainter
    theme: Theme
    hues: tuple[QColor, ...]
    ratio: float | None

    @classmethod
    def on(cls, painter: QPainter, theme: Theme, categories: Sequence[str], *, vector: bool | None) -> Brush:
        """A brush for a painter that paints already; ``vector`` None asks the device."""
        device = painter.device()
        if vector is None:
            vector = type(device).__name__ in _VECTOR
        ratio = None if vector else device.devicePixelRatioF() * painter.worldTransform().m11()
        return cls(painter, theme, tuple(theme.category(name) for name in categories), ratio)

    def hue(self, category: int | None) -> QColor:
        """The colour of a category of the scene; slate for none."""
        return self.theme.color("accent") if category is None else self.hues[category]

    def fill(self, box: Box, color: QColor) -> None:
        """A plain area."""
        self.painter.fillRect(rect_of(box), color)

    def frame(self, box: Box, color: QColor, width: float, radius: float) -> None:
        """A rounded line around an area."""
        self.painter.setPen(QPen(color, width))
        self.painter.setBrush(Qt.BrushStyle.NoBrush)
        self.painter.drawRoundedRect(rect_of(box), radius, radius)

    def write(self, text: Text) -> None:
        """A text at its place."""
        name = _TONES[text.tone]
        if text.vertical:
            self.painter.save()
            self.painter.translate(text.x, text.y)
            self.painter.rotate(-90)
            _write(self.painter, QPointF(0, 0), text.text, self.theme, text.role, name)
            self.painter.restore()
        elif self.ratio is None:
            _write(self.painter, QPointF(text.x, text.y), text.text, self.theme, text.role, name)
        else:
            image, left, ascent = _text_image(text.text, text.role, name, self.theme, self.ratio)
            self.painter.drawImage(QPointF(text.x - left, text.y - ascent), image)

    def glyph(self, factuality: Factuality, centre: QPointF, size: float, color: QColor) -> None:
        """The sign of a factuality."""
        if self.ratio is None:
            draw_glyph(self.painter, factuality, centre, size, color, self.theme)
        else:
            image = _glyph_image(factuality, size, color.name(), self.theme, self.ratio)
            self.painter.drawImage(centre - QPointF(_GLYPH_ROOM, _GLYPH_ROOM), image)


def rect_of(box: Box) -> QRectF:
    """A box as Qt has it."""
    return QRectF(box.left, box.top, box.width, box.height)


def faded(color: QColor, strength: float) -> QColor:
    """The colour at an opacity of 0 to 1."""
    paler = QColor(color)
    paler.setAlphaF(strength)
    return paler


def _write(painter: QPainter, at: QPointF, text: str, theme: Theme, role: Role, color: str) -> None:
    painter.setFont(theme.font(role))
    painter.setPen(theme.color(color))
    painter.drawText(at, text)


@lru_cache(maxsize=4000)
def _text_image(text: str, role: Role, color: str, theme: Theme, ratio: float) -> tuple[QImage, float, float]:
    """The image of a text, with how far it reaches left of and above its origin."""
    metrics = metrics_of(theme)
    left, ascent = 2.0, float(-(-metrics.ascent(role) // 1)) + 1
    image = _image(metrics.width(text, role) + 2 * left, metrics.line_height(role) + 4, ratio)
    painter = QPainter(image)
    _write(painter, QPointF(left, ascent), text, theme, role, color)
    painter.end()
    return image, left, ascent


@lru_cache(maxsize=400)
def _glyph_image(factuality: Factuality, size: float, color: str, theme: Theme, ratio: float) -> QImage:
    image = _image(2 * _GLYPH_ROOM, 2 * _GLYPH_ROOM, ratio)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    draw_glyph(painter, factuality, QPointF(_GLYPH_ROOM, _GLYPH_ROOM), size, QColor(color), theme)
    painter.end()
    return image


def _image(width: float, height: float, ratio: float) -> QImage:
    """An empty image of that many pixels of 1/96 inch."""
    size = (max(1, int(width * ratio) + 1), max(1, int(height * ratio) + 1))
    image = QImage(*size, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    return image
