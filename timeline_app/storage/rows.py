"""Records to table rows and back. A record is one row of its first table and, under its id, rows of the others.

``Rows`` holds a record's rows per table, each a list of values in the order of ``Table.columns``; it is also how the
history keeps a side of an edit, as JSON. ``record_of`` the ``rows_of`` a record is that record; a document's text is
kept apart.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import fields, replace
from operator import attrgetter
from typing import NamedTuple

import msgspec

from timeline_app.model.change import Record
from timeline_app.model.document import Document, DocumentId, Original, Publication, Quote, TextSpan
from timeline_app.model.event import (
    Citation,
    Derivation,
    Event,
    EventId,
    Factuality,
    Flag,
    Stance,
    Status,
    Tagging,
    Timex,
    TimexType,
    Undated,
)
from timeline_app.model.temporal import TemporalValue, parse_edtf
from timeline_app.storage import arranged

Value = str | int | float | None
Row = list[Value]
Rows = dict[str, list[Row]]


class Table(NamedTuple):
    """A table, its columns, of which the first has the record's id, and the order in which its rows are read."""

    name: str
    columns: tuple[str, ...]
    order: str

    @property
    def key(self) -> str:
        """The column with the record's id."""
        return self.columns[0]

    @property
    def listed(self) -> str:
        """The columns as SQL lists them."""
        return ", ".join(f'"{name}"' for name in self.columns)


_TIMEX = ("start", "end", "text", "type", "value", "edtf", "rule", "undated", "derivation")
_DOCUMENT = ("id", "path", "title", "sha256", "published", "published_origin", "author", "publisher", "url", "language")
_READING = ("chosen_language", "counting", "day_order", "file_sha256", "file_size", "file_modified")
_EVENT = ("id", "title", "edtf", "status", "category", "factuality", "confidence", "importance", "undated")
_BY_HAND = ("set_by_hand", "notes", "flags", "lane", "place", "merged_into", "edited", "notes_public")
_BOUNDS = ("earliest", "start_latest", "end_earliest", "latest", "form", "precision", "approximate")
FIRST = ("document", "start")
"""The columns of ``events`` that repeat where its first citation is; they are no part of its rows."""
_CITATION = ("document", "start", "end", "exact", "prefix", "suffix", "locator", "stance")
TABLES = {
    "document": (Table("documents", (*_DOCUMENT, "private", "binned", *_READING), "number"),),
    "tagging": (
        Table("taggings", ("document",), "rowid"),
        Table("expressions", ("document", "ordinal", *_TIMEX), "document, ordinal"),
    ),
    "event": (
        Table("events", (*_EVENT, *_BY_HAND, *_BOUNDS), "number"),
        Table("bin", ("event",), "event"),
        Table("participants", ("event", "ordinal", "name"), "event, ordinal"),
        Table("tags", ("event", "ordinal", "tag"), "event, ordinal"),
        Table("citations", ("event", "ordinal", *_CITATION), "event, ordinal"),
        Table("citation_expressions", ("event", "citation", "ordinal", *_TIMEX), "event, citation, ordinal"),
    ),
    **{kind: (Table(table, columns, "number"),) for kind, (table, columns) in arranged.COLUMNS.items()},
}
"""Per kind of record its tables; the first has one row for each record."""

_derivation_to_json = msgspec.json.Encoder().encode
_derivation_from_json = msgspec.json.Decoder(Derivation).decode


def kind_of(record: Record) -> str:
    """The kind of a record, as ``TABLES`` and the history call it."""
    if isinstance(record, Document):
        return "document"
    if isinstance(record, Tagging):
        return "tagging"
    return "event" if isinstance(record, Event) else arranged.KINDS[type(record)]


def rows_of(record: Record, tables: Collection[str] | None = None) -> Rows:
    """The record's rows; of an event only those of some tables, where these are given."""
    if isinstance(record, Document):
        return _document_rows(record)
    if isinstance(record, Tagging):
        return _tagging_rows(record)
    if isinstance(record, Event):
        names = _EVENT_ROWS if tables is None else [name for name in _EVENT_ROWS if name in tables]
        return {name: _EVENT_ROWS[name](record) for name in names}
    return {TABLES[kind_of(record)][0].name: [arranged.row_of(record)]}


def tables_changed(before: Event, after: Event) -> set[str]:
    """The tables in which an event's rows may differ."""
    changed = {table for field, table in _FIELD_TABLES.items() if getattr(before, field) != getattr(after, field)}
    if _event_fields(before) != _event_fields(after):
        changed.add("events")
    return changed | {"citation_expressions", "events"} if "citations" in changed else changed


def record_of(kind: str, rows: Rows, text: Callable[[str], str]) -> Record:
    """The record that has these rows; ``text`` gives a document's text by its sha256.

    Raises:
        ValueError, LookupError, TypeError, msgspec.MsgspecError: the rows are no such record's.

    """
    if kind == "document":
        return _document(rows, text)
    if kind == "tagging":
        return _tagging(rows)
    if kind == "event":
        return _event(rows)
    [row] = rows[TABLES[kind][0].name]
    return arranged.arrangement_of(kind, row)


def _document_rows(document: Document) -> Rows:
    published = document.published
    date: list[Value] = [published.value.edtf, published.origin] if published else [None, None]
    names: list[Value] = [document.author, document.publisher, document.url, document.language]
    marks: list[Value] = [int(document.private), int(document.binned)]
    reading: list[Value] = [document.chosen_language, document.counting, document.day_order]
    file = document.original
    original: list[Value] = [file.sha256, file.size, file.modified] if file else [None] * 3
    first: list[Value] = [document.id, document.path, document.title, document.sha256]
    return {"documents": [[*first, *date, *names, *marks, *reading, *original]]}


def _document(rows: Rows, text: Callable[[str], str]) -> Document:
    [[name, path, title, sha256, edtf, origin, author, publisher, url, language, *others]] = rows["documents"]
    private, binned, chosen, counting, day_order, *original = others
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
        bool(private),
        bool(binned),
        str(chosen),
        str(counting),
        str(day_order),
        _original(*original),
    )


def _original(sha256: Value, size: Value, modified: Value) -> Original | None:
    return None if sha256 is None else Original(str(sha256), int(size or 0), int(modified or 0))


def _tagging_rows(tagging: Tagging) -> Rows:
    expressions = [[tagging.id, ordinal, *_timex_row(timex)] for ordinal, timex in enumerate(tagging.expressions)]
    return {"taggings": [[tagging.id]], "expressions": expressions}


def _tagging(rows: Rows) -> Tagging:
    [[document]] = rows["taggings"]
    return Tagging(DocumentId(str(document)), tuple(_timex(row[2:]) for row in rows["expressions"]))


def _event_row(event: Event) -> list[Row]:
    edtf = event.value.edtf if event.value else None
    kinds: list[Value] = [event.status, event.category, event.factuality, event.confidence, event.importance]
    by_hand: list[Value] = [int(event.set_by_hand), event.notes, " ".join(sorted(event.flags)), event.lane, event.place]
    hidden: list[Value] = [event.merged_into, int(event.edited), int(event.notes_public)]
    return [[event.id, event.title, edtf, *kinds, event.undated, *by_hand, *hidden, *_bounds(event.value)]]


_FIELD_TABLES = {"binned": "bin", "participants": "participants", "tags": "tags", "citations": "citations"}
_event_fields = attrgetter(*(field.name for field in fields(Event) if field.name not in _FIELD_TABLES))


def _bounds(value: TemporalValue | None) -> Row:
    """What follows from a date, for drawing many; it is never decoded."""
    if value is None:
        return [None] * len(_BOUNDS)
    form = "period" if value.is_period else "between" if value.edtf.startswith("[") else "unit"
    return [*value.start, *value.end, form, value.precision.value, int(value.approximate)]


def first_place(rows: Rows) -> Row:
    """The values of ``FIRST`` for an event with these rows."""
    return next((row[2:4] for row in rows["citations"]), [None, None])


def _citation_row(citation: Citation) -> Row:
    quote = citation.quote
    return [citation.document, *quote.span, quote.exact, quote.prefix, quote.suffix, citation.locator, citation.stance]


def _citation_expressions(event: Event) -> list[Row]:
    return [
        [event.id, number, ordinal, *_timex_row(timex)]
        for number, citation in enumerate(event.citations)
        for ordinal, timex in enumerate(citation.expressions)
    ]


_EVENT_ROWS: dict[str, Callable[[Event], list[Row]]] = {
    "events": _event_row,
    "bin": lambda event: [[event.id]] if event.binned else [],
    "participants": lambda event: [[event.id, ordinal, name] for ordinal, name in enumerate(event.participants)],
    "tags": lambda event: [[event.id, ordinal, tag] for ordinal, tag in enumerate(event.tags)],
    "citations": lambda event: [[event.id, at, *_citation_row(each)] for at, each in enumerate(event.citations)],
    "citation_expressions": _citation_expressions,
}


def _event(rows: Rows) -> Event:
    [[name, title, edtf, status, category, factuality, confidence, importance, undated, *others]] = rows["events"]
    by_hand, notes, flags, lane, place, merged_into, edited, notes_public, *_ = others
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
        str(notes),
        tuple(str(tag) for _, _, tag in rows["tags"]),
        frozenset(Flag(flag) for flag in str(flags).split()),
        str(lane),
        int(place or 0),
        bool(rows["bin"]),
        EventId(str(merged_into)) if merged_into else None,
        bool(edited),
        bool(notes_public),
    )


def _citation(row: Row) -> Citation:
    document, start, end, exact, prefix, suffix, locator, stance = row
    quote = Quote(_span(start, end), str(exact), str(prefix), str(suffix))
    return Citation(DocumentId(str(document)), quote, (), str(locator), Stance(str(stance)))


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
