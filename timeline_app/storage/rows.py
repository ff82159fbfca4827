"""Records to table rows and back. A record is one row of its first table and, under its id, rows of the others.

``Rows`` holds a record's rows per table, each a list of column values in the table's order; it is also how the history
keeps a side of an edit, as JSON. ``record(rows)`` of ``rows(record)`` is the record; a document's text is kept apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import NamedTuple

import msgspec

from timeline_app.model.change import Record
from timeline_app.model.document import Document, DocumentId, Publication, Quote, TextSpan
from timeline_app.model.event import (
    Citation,
    Derivation,
    Event,
    EventId,
    Factuality,
    Status,
    Tagging,
    Timex,
    TimexType,
    Undated,
)
from timeline_app.model.temporal import TemporalValue, parse_edtf

Value = str | int | float | None
Row = list[Value]
Rows = dict[str, list[Row]]


class Table(NamedTuple):
    """A table, its column with the record's id, and the order in which its rows are read."""

    name: str
    key: str
    order: str


TABLES = {
    "document": (Table("documents", "id", "rowid"),),
    "tagging": (Table("taggings", "document", "rowid"), Table("expressions", "document", "document, ordinal")),
    "event": (
        Table("events", "id", "rowid"),
        Table("participants", "event", "event, ordinal"),
        Table("citations", "event", "event, ordinal"),
        Table("citation_expressions", "event", "event, citation, ordinal"),
    ),
}
"""Per kind of record its tables; the first has one row for each record."""

_derivation_to_json = msgspec.json.Encoder().encode
_derivation_from_json = msgspec.json.Decoder(Derivation).decode


def kind_of(record: Record) -> str:
    """The kind of a record, as ``TABLES`` and the history call it."""
    if isinstance(record, Document):
        return "document"
    return "tagging" if isinstance(record, Tagging) else "event"


def rows_of(record: Record) -> Rows:
    """The record's rows."""
    if isinstance(record, Document):
        return _document_rows(record)
    return _tagging_rows(record) if isinstance(record, Tagging) else _event_rows(record)


def record_of(kind: str, rows: Rows, text: Callable[[str], str]) -> Record:
    """The record that has these rows; ``text`` gives a document's text by its sha256.

    Raises:
        ValueError, LookupError, TypeError, msgspec.MsgspecError: the rows are no such record's.

    """
    if kind == "document":
        return _document(rows, text)
    return _tagging(rows) if kind == "tagging" else _event(rows)


def _document_rows(document: Document) -> Rows:
    published = document.published
    date: list[Value] = [published.value.edtf, published.origin] if published else [None, None]
    names: list[Value] = [document.author, document.publisher, document.url, document.language]
    return {"documents": [[document.id, document.path, document.title, document.sha256, *date, *names]]}


def _document(rows: Rows, text: Callable[[str], str]) -> Document:
    [[name, path, title, sha256, edtf, origin, author, publisher, url, language]] = rows["documents"]
    value = _temporal(edtf)
    return Document(
        DocumentId(str(name)),
        str(path),
        str(title),
        text(str(sha256)),
        str(sha256),
        Publication(value, str(origin)) if value else None,
        str(author),
        str(publisher),
        str(url),
        str(language),
    )


def _tagging_rows(tagging: Tagging) -> Rows:
    expressions = [[tagging.id, ordinal, *_timex_row(timex)] for ordinal, timex in enumerate(tagging.expressions)]
    return {"taggings": [[tagging.id]], "expressions": expressions}


def _tagging(rows: Rows) -> Tagging:
    [[document]] = rows["taggings"]
    return Tagging(DocumentId(str(document)), tuple(_timex(row[2:]) for row in rows["expressions"]))


def _event_rows(event: Event) -> Rows:
    value = event.value
    time: list[Value] = [value.edtf, value.earliest, value.latest] if value else [None, None, None]
    kinds: list[Value] = [event.status, event.category, event.factuality, event.confidence, event.importance]
    return {
        "events": [[event.id, event.title, *time, *kinds, event.undated, int(event.set_by_hand)]],
        "participants": [[event.id, ordinal, name] for ordinal, name in enumerate(event.participants)],
        "citations": [[event.id, ordinal, *_citation_row(each)] for ordinal, each in enumerate(event.citations)],
        "citation_expressions": list(_citation_expressions(event)),
    }


def _citation_row(citation: Citation) -> Row:
    quote = citation.quote
    return [citation.document, *quote.span, quote.exact, quote.prefix, quote.suffix, citation.locator]


def _citation_expressions(event: Event) -> Iterator[Row]:
    for number, citation in enumerate(event.citations):
        for ordinal, timex in enumerate(citation.expressions):
            yield [event.id, number, ordinal, *_timex_row(timex)]


def _event(rows: Rows) -> Event:
    [[name, title, edtf, _, _, status, category, factuality, confidence, importance, undated, by_hand]] = rows["events"]
    citations = [_citation(row[2:]) for row in rows["citations"]]
    for _, number, _, *timex in rows["citation_expressions"]:
        cited = citations[int(number or 0)]
        citations[int(number or 0)] = replace(cited, expressions=(*cited.expressions, _timex(timex)))
    return Event(
        EventId(str(name)),
        str(title),
        _temporal(edtf),
        tuple(citations),
        Status(str(status)),
        str(category),
        Factuality(str(factuality)),
        float(confidence or 0),
        float(importance or 0),
        Undated(str(undated)) if undated else None,
        bool(by_hand),
        tuple(str(participant) for _, _, participant in rows["participants"]),
    )


def _citation(row: Row) -> Citation:
    document, start, end, exact, prefix, suffix, locator = row
    quote = Quote(_span(start, end), str(exact), str(prefix), str(suffix))
    return Citation(DocumentId(str(document)), quote, (), str(locator))


def _timex_row(timex: Timex) -> Row:
    edtf = timex.temporal.edtf if timex.temporal else None
    derivation = _derivation_to_json(timex.derivation).decode()
    return [*timex.span, timex.text, timex.type, timex.value, edtf, timex.rule, timex.undated, derivation]


def _timex(row: Row) -> Timex:
    start, end, text, kind, value, edtf, rule, undated, derivation = row
    return Timex(
        _span(start, end),
        str(text),
        TimexType(str(kind)),
        str(value),
        _temporal(edtf),
        str(rule),
        _derivation_from_json(str(derivation)),
        Undated(str(undated)) if undated else None,
    )


def _temporal(edtf: Value) -> TemporalValue | None:
    return parse_edtf(str(edtf)) if edtf else None


def _span(start: Value, end: Value) -> TextSpan:
    return TextSpan(int(start or 0), int(end or 0))
