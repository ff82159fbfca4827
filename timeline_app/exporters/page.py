"""A page: everything on it at its place, in pixels of 1/96 inch, ready to be painted by any painter."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPaintDevice, QPainter

from timeline_app.layout.scene import Scene
from timeline_app.layout.view import INSET
from timeline_app.render.painter import paint_scene
from timeline_app.render.theme import Theme


class Block(Protocol):
    """Something with a height that draws itself below its upper left corner."""

    @property
    def height(self) -> float:
        """How much room it takes downward."""
        ...

    @property
    def lacks_fonts(self) -> bool:
        """Whether no font here has some of its characters, which then come out as boxes."""
        ...

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``(x, y)``."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Drawing:
    """A scene, drawn by the painter of the window."""

    scene: Scene
    theme: Theme

    @property
    def height(self) -> float:
        """How much room it takes downward."""
        return self.scene.view.height

    @property
    def lacks_fonts(self) -> bool:
        """Never asked of a scene, as its words stand in the list of quotes too."""
        return False

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it, clipped to its own size, so that the first moment stands at ``x``."""
        painter.save()
        painter.translate(x - INSET, y)
        painter.setClipRect(QRectF(0, 0, self.scene.view.width, self.scene.view.height))
        paint_scene(painter, self.scene, self.theme, vector=True)
        painter.restore()


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """A block at its place."""

    block: Block
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """Blocks on the ground of a theme, all drawn ``zoom`` times their size. ``title`` names the file, too."""

    title: str
    width: float
    height: float
    zoom: float
    theme: Theme
    placed: tuple[Placed, ...]

    @property
    def lacks_fonts(self) -> bool:
        """Whether no font here has some of its characters, which then come out as boxes."""
        return any(placed.block.lacks_fonts for placed in self.placed)

    def paint(self, painter: QPainter) -> None:
        """Draw the whole page."""
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(QRectF(0, 0, self.width, self.height), self.theme.color("canvas"))
        painter.save()
        painter.scale(self.zoom, self.zoom)
        for placed in self.placed:
            placed.block.paint(painter, placed.x, placed.y)
        painter.restore()


@contextmanager
def painting(device: QPaintDevice) -> Iterator[QPainter]:
    """A painter that is ended whatever happens: a device may not die while it is painted on."""
    painter = QPainter(device)
    try:
        yield painter
    finally:
        painter.end()
