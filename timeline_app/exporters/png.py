"""PNG: the page in pixels, with its resolution in the file."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QImageWriter

from timeline_app.exporters.options import LAYOUT_DPI, ExportError, ExportOptions
from timeline_app.exporters.page import Page, painting

MOST_PIXELS = 200_000_000
_MOST_SIDE = 32_767  # of a QImage's painter
_INCH = 0.0254  # metres


@dataclass(frozen=True, slots=True)
class Png:
    """A picture of pixels."""

    name: str = "PNG picture"
    suffixes: tuple[str, ...] = (".png",)
    paged: bool = False

    def draw(self, pages: Sequence[Page], options: ExportOptions) -> bytes:
        """The first page as a PNG file."""
        image = image_of(pages[0], options.dpi)
        image.setText("Title", pages[0].title)
        image.setText("Software", "timeline-app")
        buffer = QBuffer()
        buffer.open(QIODevice.OpenModeFlag.WriteOnly)
        QImageWriter(buffer, b"png").write(image)
        return bytes(buffer.data().data())


def image_of(page: Page, dpi: int) -> QImage:
    """The page at ``dpi`` pixels per inch.

    Raises:
        ExportError: that would be more pixels than can be drawn.

    """
    factor = dpi / LAYOUT_DPI
    width, height = round(page.width * factor), round(page.height * factor)
    if width * height > MOST_PIXELS or max(width, height) > _MOST_SIDE:
        raise ExportError(
            f"A picture of {width:,} x {height:,} pixels is too large; at most {MOST_PIXELS // 10**6} million pixels "
            f"and {_MOST_SIDE:,} on a side can be drawn. Choose a smaller size or resolution, or SVG or PDF."
        )
    image = QImage(width, height, QImage.Format.Format_RGB32)
    if image.isNull():
        raise ExportError(f"There is not enough memory for a picture of {width:,} x {height:,} pixels.")
    image.setDotsPerMeterX(round(dpi / _INCH))
    image.setDotsPerMeterY(round(dpi / _INCH))
    with painting(image) as painter:
        painter.scale(width / page.width, height / page.height)
        page.paint(painter)
    return image
