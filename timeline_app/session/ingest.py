"""Reading and extraction joined: what a worker runs for one document.

Everything here is a plain picklable value or function; the same request always gives the same outcome. Extraction is
imported when it runs, so that a window that leaves it to workers never loads it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from timeline_app.extraction.options import Counting, Options, Order
from timeline_app.model.document import Document, Publication
from timeline_app.model.event import Event, Tagging
from timeline_app.readers import ReadError, document_from_text, metadata_for, read_document
from timeline_app.session.originals import file_of
from timeline_app.session.worker import Work

DEFAULTS = Options()
YOU, COMMAND_LINE = "you", "the command line"
"""Who says when a document was published, where it is a person."""
TABLES = (".csv", ".tsv")
"""Files whose events are in rows; importers read them."""


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


@dataclass(frozen=True, slots=True)
class RereadRequest:
    """A document whose file is to be read again, as it is now. What a person said of the document stays.

    ``folder`` is where a relative path may count from, too (``originals.file_of``).
    """

    document: Document
    folder: Path | None = None


Request = FileRequest | DocumentRequest | RereadRequest


@dataclass(frozen=True, slots=True)
class Ingested:
    """A document with what extraction found in it."""

    document: Document
    tagging: Tagging
    events: tuple[Event, ...]


def prepare() -> None:
    """Import what ``ingest`` needs, compile its rules and read its dictionaries: no document need wait for it."""
    from timeline_app.extraction.pipeline import extract  # noqa: PLC0415 - heavy

    extract(document_from_text("She left on Monday, and arrived two days later."))


def ingest(request: Request) -> Ingested:
    """The request's document, read if it is a file, and what is in it.

    Raises:
        ReadError: the file cannot be read, or its metadata is wrong.

    """
    document = load(request)
    from timeline_app.extraction.detection import detected_language  # noqa: PLC0415 - only where documents are read
    from timeline_app.extraction.first_lines import with_own_date  # noqa: PLC0415 - heavy
    from timeline_app.extraction.pipeline import extract  # noqa: PLC0415 - heavy

    document = replace(document, language=document.language or detected_language(document.text))
    document = with_own_date(document)
    given = request.options.given if isinstance(request, DocumentRequest) else ()
    found = extract(document, replace(options_of(document), given=given))
    return Ingested(document, found.tagging, found.events)


def load(request: Request) -> Document:
    """The request's document, read if it is a file.

    Raises:
        ReadError: the file cannot be read, or its metadata is wrong.

    """
    if isinstance(request, RereadRequest):
        return _as_it_is_now(request.document, request.folder)
    if isinstance(request, DocumentRequest):
        return _chosen(request.document, request.options)
    row = metadata_for(request.path, request.metadata, request.root)
    return _chosen(read_document(request.path, row, request.published), request.options)


def options_of(document: Document) -> Options:
    """How a document is to be read; what no program of this version knows is left to the program."""
    counting = Counting(document.counting) if document.counting in set(Counting) else Counting.BY_ITSELF
    order = Order(document.day_order) if document.day_order in set(Order) else Order.BY_ITSELF
    return Options(document.chosen_language, counting, order)


def _chosen(document: Document, options: Options) -> Document:
    """The document, remembering how it is to be read."""
    return replace(
        document,
        chosen_language=options.language or document.chosen_language,
        counting=options.counting or document.counting,
        day_order=options.day_order or document.day_order,
    )


def _as_it_is_now(before: Document, folder: Path | None) -> Document:
    """The document in the file, under the id that it had, with what a person said and what the file leaves open."""
    path = file_of(before, folder)
    if path is None:
        raise ReadError(f"“{before.title}” was not read from a file, so it cannot be read again.")
    if path.suffix.lower() in TABLES:
        raise ReadError(f"“{path.name}” is a table of events; import it again to see what is new in it.")
    now = read_document(path, metadata_for(path, None, None))
    return replace(
        before,
        text=now.text,
        sha256=now.sha256,
        published=before.published if _is_said(before.published) else now.published or before.published,
        author=now.author or before.author,
        publisher=now.publisher or before.publisher,
        url=now.url or before.url,
        language=now.language,
        original=now.original,
    )


def _is_said(published: Publication | None) -> bool:
    """Whether a person said when it was published, against whatever the file says."""
    return published is not None and published.origin in {YOU, COMMAND_LINE}


def subject(request: Request) -> str:
    """What a request is about, as people call it: the file's name, or the title of a document without one."""
    return request.path.name if isinstance(request, FileRequest) else request.document.title


INGEST: Work[Request, Ingested] = Work(ingest, prepare, subject)
"""What the window's workers do: ``Jobs(INGEST)``."""
