"""The events as a table in a file, each with its words and their source.

To add a kind of file, write a class like ``TableExporter`` and name it in ``TABLES``. What is private never gets here:
``Chronology.of`` leaves it out, and so it does what was rejected.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from timeline_app.exporters.csv_table import CsvTable
from timeline_app.exporters.html_table import HtmlTable
from timeline_app.exporters.options import ExportError
from timeline_app.exporters.saving import save
from timeline_app.exporters.sources import Chronology
from timeline_app.model.document import Document
from timeline_app.model.event import Event


class TableExporter(Protocol):
    """One kind of file."""

    @property
    def name(self) -> str:
        """What people call the kind of file."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """Endings of its files, in lower case, the usual one first."""
        ...

    def write(self, chronology: Chronology) -> bytes:
        """The contents of the file."""
        ...


TABLES: tuple[TableExporter, ...] = (CsvTable(), HtmlTable())


def table_exporter_for(path: Path) -> TableExporter | None:
    """The exporter of a file by its suffix; None where there is none."""
    return next((exporter for exporter in TABLES if path.suffix.lower() in exporter.suffixes), None)


def export_table(events: Iterable[Event], documents: Iterable[Document], path: Path, title: str = "") -> int:
    """Save the events, in their order, as a table in the kind of file that ``path`` ends in; how many were saved.

    Raises:
        ExportError: there is no such kind of file, nothing to save, or it cannot be written.

    """
    exporter = table_exporter_for(path)
    if exporter is None:
        known = ", ".join(suffix for known in TABLES for suffix in known.suffixes)
        raise ExportError(f"“{path.name}” ends in none of {known}, so it is not clear what kind of table to make.")
    chronology = Chronology.of(events, documents, title)
    if not chronology.events:
        raise ExportError("There is no event to put into a table.")
    save(exporter.write(chronology), path)
    return len(chronology.events)
