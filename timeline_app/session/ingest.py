"""Reading and extraction joined: what a worker runs for one document.

Everything here is a plain picklable value or function; the same request always gives the same outcome. Extraction is
imported when it runs, so that a window that leaves it to workers never loads it.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from timeline_app.extraction.options import Options
from timeline_app.model.document import Document, Publication
from timeline_app.model.event import Event, Tagging
from timeline_app.readers import metadata_for, read_document
from timeline_app.session.worker import Work

DEFAULTS = Options()


@dataclass(frozen=True, slots=True)
class FileRequest:
    """A file to read. ``root`` is the folder it was found through; ``metadata`` the CSV to use instead of its own.

    Its own is a ``documents.csv`` beside it, or above it up to ``root``.
    """

    path: Path
    metadata: Path | None = None
    root: Path | None = None
    published: Publication | None = None
    options: Options = DEFAULTS


@dataclass(frozen=True, slots=True)
class DocumentRequest:
    """A document that is known already: pasted, or to be extracted again because its date or language changed."""

    document: Document
    options: Options = DEFAULTS


Request = FileRequest | DocumentRequest


@dataclass(frozen=True, slots=True)
class Ingested:
    """A document with what extraction found in it."""

    document: Document
    tagging: Tagging
    events: tuple[Event, ...]


def prepare() -> None:
    """Import what ``ingest`` needs, so that the first document need not wait for it."""
    import timeline_app.extraction.pipeline  # noqa: F401, PLC0415 - heavy


def ingest(request: Request) -> Ingested:
    """The request's document, read if it is a file, and what is in it.

    Raises:
        ReadError: the file cannot be read, or its metadata is wrong.

    """
    document = load(request)
    from timeline_app.extraction.pipeline import extract  # noqa: PLC0415 - heavy

    found = extract(document, request.options)
    return Ingested(document, found.tagging, found.events)


def load(request: Request) -> Document:
    """The request's document, read if it is a file.

    Raises:
        ReadError: the file cannot be read, or its metadata is wrong.

    """
    if isinstance(request, DocumentRequest):
        return request.document
    row = metadata_for(request.path, request.metadata, request.root)
    return read_document(request.path, row, request.published)


def subject(request: Request) -> str:
    """What a request is about, as people call it: the file's name, or the title of a document without one."""
    return request.path.name if isinstance(request, FileRequest) else request.document.title


INGEST: Work[Request, Ingested] = Work(ingest, prepare, subject)
"""What the window's workers do: ``Jobs(INGEST)``."""
