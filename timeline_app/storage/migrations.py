"""How a project file of an older version becomes one of this version, step by step.

To change the format: keep the schema that was here, add a function that takes a database from it to the next version,
and store a file of the old version with the tests. A step reads and writes rows only, never today's records.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from timeline_app.model.temporal import parse_edtf
from timeline_app.storage import schema

_TIMEX_1 = """
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT NOT NULL, value TEXT NOT NULL, edtf TEXT, rule TEXT NOT NULL,
    undated TEXT, derivation TEXT NOT NULL,"""
_SCHEMA_1 = f"""
CREATE TABLE texts (
    sha256 TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE documents (
    id TEXT NOT NULL PRIMARY KEY,
    path TEXT NOT NULL, title TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES texts,
    published TEXT, published_origin TEXT,
    author TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL
) STRICT;
CREATE TABLE taggings (
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE expressions (
    document TEXT NOT NULL REFERENCES taggings DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,{_TIMEX_1}
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    id TEXT NOT NULL PRIMARY KEY,
    title TEXT NOT NULL,
    edtf TEXT, earliest INTEGER, latest INTEGER,
    status TEXT NOT NULL, category TEXT NOT NULL, factuality TEXT NOT NULL,
    confidence REAL NOT NULL, importance REAL NOT NULL,
    undated TEXT, set_by_hand INTEGER NOT NULL CHECK (set_by_hand IN (0, 1))
) STRICT;
CREATE TABLE participants (
    event TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE citations (
    event TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, locator TEXT NOT NULL,
    PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_document ON citations (document);
CREATE TABLE citation_expressions (
    event TEXT NOT NULL REFERENCES events DEFERRABLE INITIALLY DEFERRED,
    citation INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,{_TIMEX_1}
    PRIMARY KEY (event, citation, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL, origin TEXT NOT NULL, at TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;
CREATE TABLE edits (
    change INTEGER NOT NULL REFERENCES changes ON DELETE CASCADE,
    kind TEXT NOT NULL, record TEXT NOT NULL,
    other_side TEXT,
    PRIMARY KEY (change, kind, record)
) STRICT, WITHOUT ROWID;
"""

_Row = list[Any]
_TABLES_1 = (
    "texts", "documents", "taggings", "expressions", "events", "participants", "citations", "citation_expressions",
    "changes", "edits",
)  # fmt: skip


def migrate(connection: sqlite3.Connection, version: int) -> None:
    """Bring a database to this version, in the transaction that is open, with foreign keys off."""
    for number in range(version, schema.VERSION):
        _STEPS[number](connection)


def _to_2(connection: sqlite3.Connection) -> None:
    """Numbers, a person's marks, and what follows from an event's date and first citation."""
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute("DROP INDEX citations_by_document")
    for table in _TABLES_1:
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    schema.create(connection)
    for table in ("texts", "taggings", "expressions", "participants", "citation_expressions"):
        connection.execute(f"INSERT INTO {table} SELECT * FROM old_{table}")  # noqa: S608 - our own names
    connection.execute("INSERT INTO documents SELECT rowid, *, 0, 0 FROM old_documents")
    connection.execute("INSERT INTO citations SELECT *, 'neutral' FROM old_citations")
    connection.execute("INSERT INTO changes SELECT id, label, origin, '', at, done FROM old_changes")
    query = """SELECT old_events.*, document, start FROM old_events
        LEFT JOIN old_citations ON event = id AND ordinal = 0 ORDER BY old_events.rowid"""
    events = [[None, *_event_2(row[:12]), *row[12:]] for row in connection.execute(query)]
    connection.executemany(f"INSERT INTO events VALUES ({', '.join('?' * 26)})", events)  # noqa: S608 - our own names
    sides = [(change, kind, record, _side_2(kind, other)) for change, kind, record, other in
             connection.execute("SELECT * FROM old_edits")]  # fmt: skip
    connection.executemany("INSERT INTO edits VALUES (?, ?, ?, ?)", sides)
    for table in reversed(_TABLES_1):
        connection.execute(f"DROP TABLE old_{table}")


def _side_2(kind: str, other: str | None) -> str | None:
    """A kept side of an edit."""
    if other is None:
        return None
    rows = json.loads(other)
    if kind == "document":
        rows["documents"] = [[*row, 0, 0] for row in rows["documents"]]
    elif kind == "event":
        rows["events"] = [_event_2(row) for row in rows["events"]]
        rows["citations"] = [[*row, "neutral"] for row in rows["citations"]]
        rows |= {"bin": [], "tags": []}
    return json.dumps(rows, ensure_ascii=False)


def _event_2(row: Sequence[Any]) -> _Row:
    """An event's row."""
    name, title, edtf, _earliest, _latest, status, category, factuality, confidence, importance, undated, by_hand = row
    time: _Row = [None] * 7
    if edtf is not None:
        value = parse_edtf(edtf)
        form = "period" if value.is_period else "between" if edtf.startswith("[") else "unit"
        time = [*value.start, *value.end, form, value.precision.value, int(value.approximate)]
    kinds = [status, category, factuality, confidence, importance, undated, by_hand]
    return [name, title, edtf, *kinds, "", "", "", 0, None, 0, *time]


_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _to_2}
SCHEMAS = {1: _SCHEMA_1}
"""The statements that made a file of each older version."""
