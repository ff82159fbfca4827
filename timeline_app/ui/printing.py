"""The timeline on paper: the pages of a PDF, laid out for what the printer has to print on."""

from __future__ import annotations

from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QDialog, QWidget

from timeline_app.exporters import ExportError, ExportOptions, pages_of
from timeline_app.exporters.options import LAYOUT_DPI
from timeline_app.exporters.page import painting
from timeline_app.layout.scale import ScaleKind
from timeline_app.render.customs import customs_here
from timeline_app.session.session import Session


def ask_and_print(session: Session, scale: ScaleKind, parent: QWidget) -> int:
    """Let the user choose printer and paper, landscape to begin with, and print; how many pages, 0 if they do not.

    Raises:
        ExportError: there is nothing to print, or the printer does not take it.

    """
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setDocName(parent.windowTitle())
    printer.setPageOrientation(printer.pageLayout().orientation().Landscape)
    dialog = QPrintDialog(printer, parent)
    try:
        if dialog.exec() != QDialog.DialogCode.Accepted:
            return 0
    finally:
        dialog.deleteLater()
    return print_pages(session, scale, printer)


def print_pages(session: Session, scale: ScaleKind, printer: QPrinter) -> int:
    """Print all pages in the light theme, whose ground is the paper's; how many.

    Raises:
        ExportError: there is nothing to print, the paper is too small, or the printer does not take it.

    """
    dots = printer.resolution() / LAYOUT_DPI
    room = printer.pageRect(QPrinter.Unit.DevicePixel)
    size = (round(room.width() / dots), round(room.height() / dots))
    options = ExportOptions(size=size, scale=scale, theme="light", customs=customs_here())
    pages = pages_of(session, options, paged=True)
    with painting(printer) as painter:
        if not painter.isActive():
            raise ExportError("The printer does not take anything at the moment; look whether it is on and ready.")
        for number, page in enumerate(pages):
            if number and not printer.newPage():
                raise ExportError(f"The printer stopped after {number} of {len(pages)} pages.")
            painter.save()
            painter.scale(dots, dots)
            page.paint(painter)
            painter.restore()
    return len(pages)
