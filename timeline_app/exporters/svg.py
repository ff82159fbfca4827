"""SVG: the page as shapes and real text, which can be searched and edited; fonts are named, not embedded."""

from __future__ import annotations

import html
import re
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QRectF, QSize
from PySide6.QtGui import QFont, QFontMetricsF
from PySide6.QtSvg import QSvgGenerator

from timeline_app.exporters.options import LAYOUT_DPI, ExportOptions
from timeline_app.exporters.page import Page, painting

_GENERIC = ("sans-serif", "serif")
_NO_WIDER = {  # than ours: what is found on most computers, so that words keep clear of each other
    "sans-serif": ("Helvetica Neue", "Helvetica", "Arial", "Liberation Sans", "Nimbus Sans"),
    "serif": ("Georgia", "Times New Roman", "Liberation Serif", "Nimbus Roman"),
}
_SIZE = re.compile(r'width="[^"]*mm" height="[^"]*mm"\s+viewBox="0 0 (\S+) (\S+)"')
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
        with painting(generator) as painter:
            page.paint(painter)
        return _finished(bytes(buffer.data().data()).decode("utf-8")).encode("utf-8")


def _finished(drawing: str) -> str:
    """Qt's drawing with other fonts named for where the first is not installed; texts keep their width then, too.

    Its size is written in pixels of 1/96 inch, which viewers need not round.
    """
    lists = {listed: _families(listed) for listed in dict.fromkeys(_FAMILY.findall(drawing))}
    drawing = _TEXT.sub(_with_length, drawing)
    drawing = _FAMILY.sub(lambda found: f'font-family="{lists[found[1]][0]}"', drawing)
    rules = "".join(_rule(families) for families in lists.values())
    drawing = _SIZE.sub(
        lambda found: f'width="{found[1]}" height="{found[2]}"\n viewBox="0 0 {found[1]} {found[2]}"', drawing
    )
    return drawing.replace("<defs>", f"<defs>\n<style>\n{rules}</style>", 1)


def _families(listed: str) -> list[str]:
    """The families of a list, a generic one last."""
    families = [family.strip() for family in html.unescape(listed).split(",")]
    return families if families[-1] in _GENERIC else [*families, _GENERIC[0]]


def _rule(families: list[str]) -> str:
    """Where style sheets are understood they win over the attribute, which some viewers read as a single name."""
    first, generic = families[0], families[-1]
    named = "".join(f"'{family}', " for family in (first, *_NO_WIDER[generic]))
    return f'[font-family="{first}"] {{ font-family: {named}{generic} }}\n'


def _with_length(found: re.Match[str]) -> str:
    """A text that says how wide it was measured."""
    font = QFont(_families(found["families"])[:-1])
    font.setPixelSize(round(float(found["size"])))
    font.setWeight(QFont.Weight(int(found["weight"])))
    width = QFontMetricsF(font).horizontalAdvance(html.unescape(found["words"]))
    return f'<text textLength="{width:.2f}" lengthAdjust="spacingAndGlyphs"{found["rest"]}>{found["words"]}</text>'
