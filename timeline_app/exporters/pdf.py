"""PDF: the pages with embedded fonts and text that can be searched."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QSizeF
from PySide6.QtGui import QPageSize, QPdfWriter

from timeline_app.exporters.options import LAYOUT_DPI, ExportOptions
from timeline_app.exporters.page import Page, painting

_RESOLUTION = 1200  # dots per inch, to which coordinates are rounded
_POINT = 72 / LAYOUT_DPI


@dataclass(frozen=True, slots=True)
class Pdf:
    """A document of pages."""

    name: str = "PDF document"
    suffixes: tuple[str, ...] = (".pdf",)
    paged: bool = True

    def draw(self, pages: Sequence[Page], options: ExportOptions) -> bytes:  # noqa: ARG002 - shapes have no resolution
        """All pages as a PDF file."""
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        writer = QPdfWriter(buffer)
        writer.setResolution(_RESOLUTION)
        writer.setTitle(pages[0].title)
        writer.setCreator("timeline-app")
        writer.setPageMargins(QMarginsF())
        writer.setPageSize(_paper(pages[0]))
        with painting(writer) as painter:
            for number, page in enumerate(pages):
                if number:
                    writer.newPage()
                painter.save()
                painter.scale(_RESOLUTION / LAYOUT_DPI, _RESOLUTION / LAYOUT_DPI)
                page.paint(painter)
                painter.restore()
        return bytes(buffer.data().data())


def _paper(page: Page) -> QPageSize:
    size = QSizeF(page.width * _POINT, page.height * _POINT)
    return QPageSize(size, QPageSize.Unit.Point, "", QPageSize.SizeMatchPolicy.ExactMatch)
