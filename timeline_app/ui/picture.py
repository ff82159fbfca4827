"""The timeline as an image for the clipboard, laid out as exports are."""

from __future__ import annotations

from PySide6.QtGui import QImage, QPainter

from timeline_app.exporters import ExportOptions, pages_of
from timeline_app.layout.scale import ScaleKind
from timeline_app.render.customs import customs_here
from timeline_app.session.session import Session

_FINER = 2  # pixels of the image per pixel of 1/96 inch


def picture_of(session: Session, scale: ScaleKind, theme: str) -> QImage:
    """The whole timeline with its numbered sources.

    Raises:
        ExportError: there is nothing to draw.

    """
    page = pages_of(session, ExportOptions(scale=scale, theme=theme, customs=customs_here()), paged=False)[0]
    image = QImage(round(page.width * _FINER), round(page.height * _FINER), QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.scale(_FINER, _FINER)
    page.paint(painter)
    painter.end()
    return image
