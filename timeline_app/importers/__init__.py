"""Tables of events from other programs, as documents with events that cite them.

To add one: write a module here with a class that has ``name``, ``suffixes`` and ``read`` as in ``Importer``, and add it
to ``IMPORTERS``; the tests find it by themselves.
"""

from __future__ import annotations

from pathlib import Path

from timeline_app.importers.events_table import EventsTable
from timeline_app.importers.importer import Imported, Importer, ImportFileError

__all__ = ["IMPORTERS", "ImportFileError", "Imported", "Importer", "read"]

IMPORTERS: tuple[Importer, ...] = (EventsTable(),)


def read(path: Path) -> Imported:
    """The events in a file, by the importer that its name asks for.

    Raises:
        ImportFileError: there is none for it, or the file cannot be read.

    """
    for importer in IMPORTERS:
        if path.suffix.lower() in importer.suffixes:
            return importer.read(path)
    known = ", ".join(suffix for importer in IMPORTERS for suffix in importer.suffixes)
    raise ImportFileError(f"“{path.name}” is no table of events that I can read ({known}).")
