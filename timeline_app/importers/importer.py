"""What an importer is, and what it gives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from timeline_app.model.event import Event
from timeline_app.session.ingest import Ingested


class ImportFileError(Exception):
    """A file that cannot be imported; the message is a whole sentence."""


@dataclass(frozen=True, slots=True)
class Imported:
    """The file as a document with its events, and a sentence for each row that came to nothing or less than it said."""

    ingested: Ingested
    complaints: tuple[str, ...]

    @property
    def events(self) -> tuple[Event, ...]:
        """The events."""
        return self.ingested.events


class Importer(Protocol):
    """Reads one format."""

    @property
    def name(self) -> str:
        """What people call the format."""
        ...

    @property
    def suffixes(self) -> tuple[str, ...]:
        """How its files' names end, in lower case."""
        ...

    def read(self, path: Path) -> Imported:
        """The events in a file.

        Raises:
            ImportFileError: it cannot be read.

        """
        ...
