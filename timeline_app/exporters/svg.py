"""SVG: the page as shapes and real text, which can be searched and edited; fonts are named, not embedded."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF, QPainter
from PySide6.QtSvg import QSvgGenerator

from timeline_app.exporters.options import LAYOUT_DPI, ExportOptions
from timeline_app.exporters.page import Page

_GENERIC = ("sans-serif", "serif")
_FAMILY = re.compile(r'font-family="([^"]*)"')
_TEXT = re.compile(
    r'<text(?P<rest>[^>]*? font-family="(?P<families>[^"]*)" font-size="(?P<size>[^"]*)" '
    r'font-weight="(?P<weight>[^"]*)"[^>]*?)\s*>(?P<words>[^<]*\S[^<]*)</text>'
)


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
        return _finished(bytes(buffer.data().data()).decode("utf-8")).encode("utf-8")


def _finished(drawing: str) -> str:
    """Qt's drawing with other fonts named for where the first is not installed; texts keep their width then, too."""
    lists = {listed: _families(listed) for listed in dict.fromkeys(_FAMILY.findall(drawing))}
    drawing = _TEXT.sub(_with_length, drawing)
    drawing = _FAMILY.sub(lambda found: f'font-family="{lists[found[1]][0]}"', drawing)
    rules = "".join(_rule(families) for families in lists.values())
    return drawing.replace("<defs>", f"<defs>\n<style>\n{rules}</style>", 1)


def _families(listed: str) -> list[str]:
    """The families of a list, a generic one last."""
    families = [family.strip() for family in html.unescape(listed).split(",")]
    return families if families[-1] in _GENERIC else [*families, _GENERIC[0]]


def _rule(families: list[str]) -> str:
    """Where style sheets are understood they win over the attribute, which some viewers read as a single name."""
    named = ", ".join(family if family in _GENERIC else f"'{family}'" for family in families)
    return f'[font-family="{families[0]}"] {{ font-family: {named} }}\n'


def _with_length(found: re.Match[str]) -> str:
    """A text that says how wide it was measured."""
    font = QFont(_families(found["families"])[:-1])
    font.setPixelSize(round(float(found["size"])))
    font.setWeight(QFont.Weight(int(found["weight"])))
    width = QFontMetricsF(font).horizontalAdvance(html.unescape(found["words"]))
    return f'<text textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"{found["rest"]}>{found["words"]}</text>'
