"""Files in, documents out: one reader per kind of file.

To add one, write a class like ``reader.Reader`` and name it in ``READERS``; see ``docs/how-to-add-a-reader.md``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline_app.model.document import Document, Publication
from timeline_app.readers.documents import LARGEST, Located, document_from_text, locate, read_with
from timeline_app.readers.markdown import Markdown
from timeline_app.readers.metadata import MetadataError, MetadataRow, check_metadata, metadata_for
from timeline_app.readers.plain_text import PlainText
from timeline_app.readers.reader import Reader, ReadError, Reading

__all__ = [
    "LARGEST",
    "READERS",
    "Located",
    "MetadataError",
    "MetadataRow",
    "ReadError",
    "Reader",
    "Reading",
    "check_metadata",
    "document_from_text",
    "find_documents",
    "metadata_for",
    "read_document",
    "reader_for",
]

READERS: tuple[Reader, ...] = (PlainText(), Markdown())


def reader_for(path: Path) -> Reader:
    """The reader of a file by its suffix; unknown ones are tried as plain text."""
    suffix = path.suffix.lower()
    return next((reader for reader in READERS if suffix in reader.suffixes), READERS[0])


def read_document(path: Path, metadata: MetadataRow | None = None, published: Publication | None = None) -> Document:
    """The document in a file. ``published`` wins over ``metadata``, and that over what the document says itself.

    Raises:
        ReadError: the file cannot be read, is empty, too large or no text; or its metadata is wrong.

    """
    return read_with(reader_for(path), path, metadata, published)


def find_documents(paths: Iterable[Path]) -> Iterator[Located]:
    """Files as named, and for a folder its files of known kinds: all the way down by name, none hidden."""
    return locate(paths, READERS)
