"""The metadata CSV: what is known of documents beside their text.

Columns ``file,title,author,publisher,published,url,language``; all but ``file`` are optional, others are ignored. A
file is named relative to the CSV or absolutely. ``documents.csv`` beside a document is found by itself.
"""

from __future__ import annotations

import csv
import io
import os
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from timeline_app.model.document import Publication
from timeline_app.readers.dates import DateError, publication_date
from timeline_app.readers.decoding import UndecodableError, decode
from timeline_app.readers.reader import ReadError

FILE_NAME = "documents.csv"
COLUMNS = ("file", "title", "author", "publisher", "published", "url", "language")


class MetadataError(ReadError):
    """A metadata CSV, or a row of it, that cannot be used; the message is a whole sentence."""


@dataclass(frozen=True, slots=True)
class MetadataRow:
    """What the CSV says of one document; empty where it says nothing. ``origin`` is the CSV's name."""

    title: str = ""
    author: str = ""
    publisher: str = ""
    published: str = ""
    url: str = ""
    language: str = ""
    origin: str = FILE_NAME

    def publication(self) -> Publication | None:
        """When the row says the document was published.

        Raises:
            MetadataError: it is no date.

        """
        if not self.published:
            return None
        try:
            return Publication(publication_date(self.published), self.origin)
        except DateError as error:
            raise MetadataError(f"In {self.origin}, {error}") from None


def metadata_for(document: Path, metadata: Path | None = None, root: Path | None = None) -> MetadataRow | None:
    """The row of a document in ``metadata``, or else in the nearest ``documents.csv`` from beside it up to ``root``.

    Raises:
        MetadataError: ``metadata`` is missing or no such CSV. A stray ``documents.csv`` is passed over instead.

    """
    if metadata is not None:
        return _rows(metadata, _stamp(metadata)).get(_key(document))
    return next((row for csv_file in _beside(document, root) if (row := _row(csv_file, document))), None)


def check_metadata(metadata: Path) -> None:
    """See that a metadata CSV can be used.

    Raises:
        MetadataError: it cannot.

    """
    _rows(metadata, _stamp(metadata))


def _beside(document: Path, root: Path | None) -> list[Path]:
    folder = Path(os.path.abspath(document)).parent  # noqa: PTH100 - no symbolic links followed
    top = Path(os.path.abspath(root)) if root else folder  # noqa: PTH100
    folders = [folder, *folder.parents]
    near = folders[: folders.index(top) + 1] if top in folders else [folder]
    return [found for place in near if (found := place / FILE_NAME).is_file()]


def _row(csv_file: Path, document: Path) -> MetadataRow | None:
    try:
        return _rows(csv_file, _stamp(csv_file)).get(_key(document))
    except MetadataError:
        return None


def _stamp(path: Path) -> tuple[int, int]:
    """What changes when a file does."""
    try:
        status = path.stat()
    except OSError:
        raise MetadataError(f"There is no metadata file “{path}”.") from None
    return status.st_mtime_ns, status.st_size


@lru_cache(maxsize=64)
def _rows(path: Path, _stamp: tuple[int, int]) -> dict[str, MetadataRow]:
    """All rows by the real path of their file; a later row of the same file wins."""
    try:
        text = decode(path.read_bytes())
    except UndecodableError as error:
        raise MetadataError(f"The metadata file “{path.name}” {error}") from None
    except OSError as error:
        raise MetadataError(f"The metadata file “{path}” cannot be read: {error.strerror}.") from None
    lines = csv.DictReader(io.StringIO(text, newline=""), skipinitialspace=True)
    try:
        lines.fieldnames = [name.strip().lower() for name in lines.fieldnames or ()]
        if "file" not in lines.fieldnames:
            raise MetadataError(f"The metadata file “{path.name}” has no column “file”.")
        return dict(_entry(path, line) for line in lines if line["file"])
    except csv.Error as error:
        raise MetadataError(f"The metadata file “{path.name}” is not a CSV file: {error}.") from None


def _entry(path: Path, line: dict[str, str]) -> tuple[str, MetadataRow]:
    fields = {name: (line.get(name) or "").strip() for name in COLUMNS}
    file = fields.pop("file")
    return _key(path.parent / file), MetadataRow(**fields, origin=path.name)


def _key(path: Path) -> str:
    """One name per file: links followed, case folded where the system does, composed letters."""
    return unicodedata.normalize("NFC", os.path.normcase(os.path.realpath(path)))
