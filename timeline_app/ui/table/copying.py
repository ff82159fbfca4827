"""Rows of the table for the clipboard: the columns that are shown, as words, in three kinds at once.

What is private stays: the events come from ``model.publishing``, and cells are made of these alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QByteArray, QMimeData

from timeline_app.model.document import Document
from timeline_app.model.publishing import publishable
from timeline_app.ui.table.fields import FIELDS, Field, Line

Cells = list[list[str]]
KINDS = ("text", "csv", "html")


def public_lines(lines: Iterable[Line], documents: Iterable[Document]) -> list[Line]:
    """The lines whose events may leave the program, with what of them may."""
    places = {line.event.id: line.place for line in lines}
    events, public = publishable((line.event for line in lines), documents)
    known = {document.id: document for document in public}
    return [Line(places[event.id], event, known) for event in events]


def cells(lines: Iterable[Line], columns: Sequence[int]) -> Cells:
    """The words of some columns, line by line."""
    fields: list[Field] = [FIELDS[column] for column in columns]
    return [[field.text(line) for field in fields] for line in lines]


def mime(rows: Cells, columns: Sequence[int], kinds: Sequence[str] = KINDS) -> QMimeData:
    """The rows under their titles, as text between tabs, as CSV and as HTML, or only some of these."""
    from timeline_app.exporters.grid import as_csv, as_html  # noqa: PLC0415 - loaded when used

    titles, data = [FIELDS[column].title for column in columns], QMimeData()
    if "html" in kinds:
        data.setHtml(as_html(titles, rows))
    if "csv" in kinds:
        data.setData("text/csv", QByteArray(as_csv([titles, *rows]).encode()))
    data.setText(_plain(titles, rows, kinds))
    return data


def _plain(titles: list[str], rows: Cells, kinds: Sequence[str]) -> str:
    """What a program gets that knows text only: the one kind that was asked for, else text between tabs."""
    from timeline_app.exporters.grid import as_csv, as_html, as_text  # noqa: PLC0415 - loaded when used

    if list(kinds) == ["html"]:
        return as_html(titles, rows)
    return (as_csv if list(kinds) == ["csv"] else as_text)([titles, *rows])
