"""A table of events: CSV with the columns ``date``, ``end``, ``title``, ``category``, ``quote`` and ``source``.

``date`` and ``title`` must be there, the others may be missing; the separator may be a comma, a semicolon or a tab.
Dates are EDTF or words. The table itself becomes the document that the events cite: each quotes its row, with the
source it names as the place. A row whose date cannot be read becomes an event without a date, and is complained of.
"""

from __future__ import annotations

import csv
import hashlib
import io
import os
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import NamedTuple

from timeline_app.extraction.dates_by_hand import DateWordsError, SeveralDatesError, read_date
from timeline_app.importers.importer import Imported, ImportFileError
from timeline_app.model.cells import unguarded
from timeline_app.model.document import Document, DocumentId, Original, TextSpan, quote_at
from timeline_app.model.event import Category, Citation, Event, EventId, Tagging, Undated
from timeline_app.model.temporal import EdtfError, TemporalValue, parse_edtf
from timeline_app.session.ingest import Ingested

NEEDED = ("date", "title")
COLUMNS = (*NEEDED, "end", "category", "quote", "source")
_LONGEST_TITLE = 90


class _Line(NamedTuple):
    """A row of the table by column, where it stands in the text, and its number as people count."""

    cells: Mapping[str, str]
    span: TextSpan
    number: int


class EventsTable:
    """Reads CSV."""

    name = "Table of events"
    suffixes = (".csv", ".tsv")

    def read(self, path: Path) -> Imported:
        """The events in a table.

        Raises:
            ImportFileError: it cannot be read, or lacks a column.

        """
        document = _document(path)
        complaints: list[str] = []
        events = [_event(document, line, complaints) for line in _lines(document.text, path.name)]
        if not events:
            complaints.append(f"There are no events in “{path.name}”.")
        return Imported(Ingested(document, Tagging(document.id, ()), tuple(events)), tuple(complaints))


def _document(path: Path) -> Document:
    """The table as a document."""
    try:
        data, modified = path.read_bytes(), path.stat().st_mtime_ns
        text = data.decode("utf-8-sig")
    except OSError as error:
        raise ImportFileError(f"“{path}” cannot be read: {error.strerror}.") from None
    except UnicodeDecodeError:
        raise ImportFileError(f"“{path.name}” is not in UTF-8; save it as CSV UTF-8.") from None
    sha256 = hashlib.sha256(text.encode()).hexdigest()
    name = os.path.abspath(path)  # noqa: PTH100 - links stay as the user knows them
    identity = hashlib.sha256(f"{name}\0{sha256}".encode()).hexdigest()[:16]
    original = Original(hashlib.sha256(data).hexdigest(), len(data), modified)
    return Document(DocumentId(identity), name, path.name, text, sha256, original=original)


def _lines(text: str, name: str) -> Iterator[_Line]:
    """The rows, with their places; a cell may hold line breaks."""
    source = _Counted(text)
    rows = csv.reader(source, delimiter=_delimiter(text))
    try:
        header = [cell.strip().lower() for cell in next(rows, [])]
        if missing := [column for column in NEEDED if column not in header]:
            raise ImportFileError(f"“{name}” has no column “{missing[0]}”; it needs the columns {', '.join(NEEDED)}.")
        start, number = source.position, rows.line_num + 1
        for row in rows:
            if any(cell.strip() for cell in row):
                cells = dict(zip(header, (unguarded(cell.strip()) for cell in row), strict=False))
                yield _Line(cells, _trimmed(text, start, source.position), number)
            start, number = source.position, rows.line_num + 1
    except csv.Error as error:
        raise ImportFileError(f"“{name}” is not a table: {error}.") from None


class _Counted:
    """Lines of a text, and how many code points have been taken."""

    def __init__(self, text: str) -> None:
        self._lines = iter(io.StringIO(text, newline=""))
        self.position = 0

    def __iter__(self) -> _Counted:
        return self

    def __next__(self) -> str:
        line = next(self._lines)
        self.position += len(line)
        return line


def _delimiter(text: str) -> str:
    head = text.partition("\n")[0]
    return max(",;\t", key=head.count)


def _trimmed(text: str, start: int, end: int) -> TextSpan:
    """Without line breaks at the end."""
    return TextSpan(start, start + len(text[start:end].rstrip("\r\n")))


def _event(document: Document, line: _Line, complaints: list[str]) -> Event:
    cells = line.cells
    title = cells.get("title") or cells.get("quote", "")[:_LONGEST_TITLE] or f"Row {line.number}"
    try:
        value, undated = _value(cells), None
    except (DateWordsError, EdtfError) as error:
        value, undated = None, Undated.AMBIGUOUS if isinstance(error, SeveralDatesError) else None
        complaints.append(f"Row {line.number} of “{document.title}” has no date: {error}")
    quote = quote_at(document.text, _words(document.text, line))
    where = ", ".join(part for part in (cells.get("source", ""), f"row {line.number}") if part)
    identity = hashlib.sha256(f"{document.id} {line.span.start}".encode()).hexdigest()[:16]
    citation = Citation(document.id, quote, (), where)
    category = _category(cells.get("category", ""))
    return Event(EventId(identity), title, value, (citation,), category=category, undated=undated, edited=True)


def _words(text: str, line: _Line) -> TextSpan:
    """Where the quote stands in its row, else the row."""
    quote = line.cells.get("quote", "")
    at = text.find(quote, *line.span) if quote else -1
    return line.span if at < 0 else TextSpan(at, at + len(quote))


def _value(cells: Mapping[str, str]) -> TemporalValue:
    """The date, or the period from it to ``end``."""
    start, end = cells.get("date", ""), cells.get("end", "")
    first = read_date(start)
    if not end or end == start:
        return first
    last = read_date(end)
    try:
        return parse_edtf(f"{first.edtf}/{last.edtf}")
    except EdtfError:
        raise DateWordsError(f"“{start}” to “{end}” is no period.") from None


def _category(name: str) -> str:
    """A default category in its own spelling, any other as it is."""
    known = {category.value.lower(): category.value for category in Category}
    return known.get(name.lower(), name) or Category.OTHER.value
