"""Rows of words as text between tabs, as CSV and as HTML, for the clipboard and for files.

In text and CSV a cell is never a formula to a spreadsheet (``model.cells``); in HTML everything is escaped and marked
as text.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from html import escape

from timeline_app.model.cells import guarded

Cells = Sequence[str]


def as_text(rows: Iterable[Cells]) -> str:
    """One line for each row, its cells between tabs."""
    return "\n".join("\t".join(guarded(" ".join(cell.split())) for cell in row) for row in rows)


def as_csv(rows: Iterable[Cells]) -> str:
    """Comma-separated values as RFC 4180 has them."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerows([guarded(cell) for cell in row] for row in rows)
    return written.getvalue()


def as_html(header: Cells, rows: Iterable[Cells]) -> str:
    """A table; a spreadsheet takes its cells for text."""
    heads = "".join(f"<th>{escape(cell)}</th>" for cell in header)
    lines = "".join(f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows)
    return f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>\n{lines}</tbody>\n</table>"


def _cell(words: str) -> str:
    return f"<td style=\"mso-number-format:'\\@'\">{escape(words).replace(chr(10), '<br>')}</td>"
