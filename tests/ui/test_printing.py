"""Printing, into a file where a printer would be."""

from __future__ import annotations

from contextlib import nullcontext
from pathlib import Path

import pytest
from PySide6.QtGui import QPageLayout, QPainter
from PySide6.QtPrintSupport import QPrinter

from timeline_app.exporters import ExportError
from timeline_app.layout.scale import ScaleKind
from timeline_app.ui import printing
from timeline_app.ui.main_window import MainWindow


def _printer(path: Path) -> QPrinter:
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setPageOrientation(QPageLayout.Orientation.Landscape)
    printer.setOutputFileName(str(path))
    return printer


def test_the_timeline_is_printed_with_its_sources(window: MainWindow, tmp_path: Path) -> None:
    path = tmp_path / "paper.pdf"
    pages = printing.print_pages(window.session, ScaleKind.FOLDED, _printer(path))
    assert pages >= 1
    assert path.read_bytes().startswith(b"%PDF")
    assert path.read_bytes().count(b"/Type /Page\n") == pages


def test_a_printer_that_takes_nothing_gets_a_sentence(
    window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "painting", lambda _: nullcontext(QPainter()))
    with pytest.raises(ExportError, match="The printer does not take anything"):
        printing.print_pages(window.session, ScaleKind.FOLDED, _printer(tmp_path / "paper.pdf"))
