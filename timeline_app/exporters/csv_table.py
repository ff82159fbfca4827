"""CSV: a row for each event, in columns that ``timeline-app import`` reads back and every spreadsheet opens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from timeline_app.exporters.grid import as_csv
from timeline_app.exporters.sources import Chronology
from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.event import Event
from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import in_words

COLUMNS = (
    "date", "end", "title", "category", "quote", "source",
    "factuality", "status", "people", "tags", "notes", "more quotes",
)  # fmt: skip
"""The first six are read back; dates are EDTF, or words where a spreadsheet would take EDTF for a number."""


@dataclass(frozen=True, slots=True)
class CsvTable:
    """Comma-separated values in UTF-8, marked as such for spreadsheets."""

    name: str = "CSV table"
    suffixes: tuple[str, ...] = (".csv",)

    def write(self, chronology: Chronology) -> bytes:
        """All rows under their header."""
        return as_csv(_rows(chronology)).encode("utf-8-sig")


def _rows(chronology: Chronology) -> Iterator[tuple[str, ...]]:
    yield COLUMNS
    for event in chronology.events:
        first, *others = [(citation.quote.exact, chronology.source(citation)) for citation in event.citations] or [
            ("", "")
        ]
        more = "\n".join(f"“{quote}” {source}" for quote, source in others)
        kinds = (event.factuality, event.status, "; ".join(event.participants), "; ".join(event.tags))
        yield (*_dates(event), event.title, event.category, *first, *kinds, event.notes, more)


def _dates(event: Event) -> tuple[str, str]:
    """The date, and the end of a period whose two ends are known."""
    if event.value is None:
        return "", ""
    start, _, end = event.value.edtf.partition("/")
    if start and end and ".." not in {start, end}:
        return _date(start), _date(end)
    return _typed(event.value), ""


def _date(edtf: str) -> str:
    return _typed(read_date(edtf)) if edtf.startswith("-") else edtf


def _typed(value: TemporalValue) -> str:
    """EDTF; in words where it begins like a negative number and the words are read back."""
    if value.edtf.startswith("-"):
        words = in_words(value)
        try:
            if read_date(words).edtf == value.edtf:
                return words
        except ValueError:
            pass
    return value.edtf
