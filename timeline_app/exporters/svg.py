"""SVG: the page as shapes and real text, which can be searched and edited; fonts are named, not embedded."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QPainter
from PySide6.QtSvg import QSvgGenerator

from timeline_app.exporters.options import LAYOUT_DPI, ExportOptions
from timeline_app.exporters.page import Page

_FAMILY = re.compile(r'font-family="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Svg:
    """A picture of shapes."""

    name: str = "SVG drawing"
    suffixes: tuple[str, ...] = (".svg",)
    paged: bool = False

    def draw(self, pages: Sequence[Page], options: ExportOptions) -> bytes:  # noqa: ARG002 - shapes have no resolution
        """The first page as an SVG file."""
        page = pages[0]
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        generator = QSvgGenerator()
        generator.setOutputDevice(buffer)
        generator.setResolution(LAYOUT_DPI)
        generator.setSize(QSize(round(page.width), round(page.height)))
        generator.setViewBox(QRectF(0, 0, page.width, page.height))
        generator.setTitle(page.title)
        generator.setDescription("Made by timeline-app")
        painter = QPainter(generator)
        page.paint(painter)
        painter.end()
        text = bytes(buffer.data().data()).decode("utf-8")
        return _FAMILY.sub(_with_fallback, text).encode("utf-8")


def _with_fallback(found: re.Match[str]) -> str:
    """The family, and the generic one to take where it is not installed."""
    generic = "serif" if "serif" in found[1].lower() and "sans" not in found[1].lower() else "sans-serif"
    return f'font-family="{found[1]}, {generic}"'
