"""The JSON shapes of the command line: one line per expression or event. Keys may be added, never changed.

``tag_file`` and ``extract_file`` are what a worker runs; they give JSON objects in UTF-8, ready to be joined.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import msgspec

from timeline_app.model.document import Document
from timeline_app.model.event import Anchor, Citation, Event, Timex
from timeline_app.session.ingest import FileRequest, ingest, load, options_of, prepare, subject
from timeline_app.session.worker import Work

Shape = dict[str, Any]
_encode = msgspec.json.Encoder().encode


def tag_file(request: FileRequest) -> tuple[bytes, ...]:
    """The temporal expressions of a file.

    Raises:
        ReadError: the file cannot be read, or its metadata is wrong.

    """
    document = load(request)
    from timeline_app.extraction.tagging import tag  # noqa: PLC0415 - heavy

    tagging = tag(document, options_of(document))
    return tuple(_encode(expression_shape(timex)) for timex in tagging.expressions)


def extract_file(request: FileRequest) -> tuple[bytes, ...]:
    """The events of a file.

    Raises:
        ReadError: the file cannot be read, or its metadata is wrong.

    """
    found = ingest(request)
    return tuple(_encode(event_shape(event, found.document)) for event in found.events)


def json_list(shapes: Iterable[bytes]) -> bytes:
    """A JSON list with one line for each of the objects."""
    lines = b",\n".join(shapes)
    return b"[\n" + lines + b"\n]\n" if lines else b"[]\n"


def expression_shape(timex: Timex) -> Shape:
    """One entry of ``tag``."""
    return {
        "start": timex.span.start,
        "end": timex.span.end,
        "text": timex.text,
        "type": timex.type,
        "value": timex.value,
        "edtf": timex.temporal.edtf if timex.temporal else None,
        "rule": timex.rule,
        "anchor": _anchor_shape(timex.anchor),
    }


def event_shape(event: Event, document: Document) -> Shape:
    """One entry of ``extract``; ``document`` is the one its citations are from."""
    value = event.value
    return {
        "id": event.id,
        "title": event.title,
        "edtf": value.edtf if value else None,
        "earliest": value.earliest if value else None,
        "latest": value.latest if value else None,
        "precision": value.precision if value else None,
        "status": event.status,
        "category": event.category,
        "factuality": event.factuality,
        "participants": event.participants,
        "confidence": event.confidence,
        "citations": [_citation_shape(citation, document) for citation in event.citations],
    }


def _citation_shape(citation: Citation, document: Document) -> Shape:
    keys = ("start", "end", "text", "rule", "anchor")
    expressions = [expression_shape(timex) for timex in citation.expressions]
    return {
        "document": document.path,
        "title": document.title,
        "published": document.published.value.edtf if document.published else None,
        "start": citation.quote.span.start,
        "end": citation.quote.span.end,
        "quote": citation.quote.exact,
        "expressions": [{key: shape[key] for key in keys} for shape in expressions],
    }


def _anchor_shape(anchor: Anchor | None) -> Shape | None:
    if anchor is None:
        return None
    start, end = anchor.span or (None, None)
    return {"edtf": anchor.edtf, "from": anchor.origin, "start": start, "end": end}


TAG = Work(tag_file, prepare, subject)
EXTRACT = Work(extract_file, prepare, subject)
