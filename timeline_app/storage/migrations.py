"""How a project file of an older version becomes one of this version, step by step.

To change the format: keep the schema that was here, add a function that takes a database from it to the next version,
and store a file of the old version with the tests. A step reads and writes rows only, never today's records.
"""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Callable, Sequence
from typing import Any

from timeline_app.model.temporal import parse_edtf
from timeline_app.storage import schema
from timeline_app.storage.older import SCHEMA_1, SCHEMA_2

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
    schema.make(connection, SCHEMA_2, 2)
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


def _to_3(connection: sqlite3.Connection) -> None:
    """What a person arranges, originals, how a document is read, and whether notes are private."""
    connection.execute("PRAGMA legacy_alter_table = ON")
    connection.execute("DROP INDEX events_merged")
    for table in _CHANGED_3:
        connection.execute(f"ALTER TABLE {table} RENAME TO old_{table}")
    made = "|".join((*_CHANGED_3, *_NEW_3))
    for statement in schema.SCHEMA.split(";"):
        if re.match(rf"\s*CREATE (TABLE ({made}) |INDEX events_merged )", statement):
            connection.execute(statement)
    connection.execute("INSERT INTO documents SELECT *, '', '', '', NULL, NULL, NULL FROM old_documents")
    columns = [name for _, name, *_ in connection.execute("PRAGMA table_info(old_events)")]
    at = columns.index("earliest")
    listed = ", ".join([*columns[:at], "0", *columns[at:]])
    connection.execute(f"INSERT INTO events SELECT {listed} FROM old_events")  # noqa: S608 - our own names
    sides = connection.execute("SELECT * FROM edits WHERE other_side IS NOT NULL").fetchall()
    update = "UPDATE edits SET other_side = ? WHERE change = ? AND kind = ? AND record = ?"
    connection.executemany(update, [(_side_3(other), *key) for *key, other in sides])
    for table in _CHANGED_3:
        connection.execute(f"DROP TABLE old_{table}")
    connection.execute("PRAGMA user_version = 3")


def _side_3(other: str) -> str:
    """A kept side of an edit."""
    rows = json.loads(other)
    if "documents" in rows:
        rows["documents"] = [[*row, "", "", "", None, None, None] for row in rows["documents"]]
    if "events" in rows:
        rows["events"] = [[*row[:_EVENT_BOUNDS_2], 0, *row[_EVENT_BOUNDS_2:]] for row in rows["events"]]
    return json.dumps(rows, ensure_ascii=False)


_CHANGED_3 = ("documents", "events")
_NEW_3 = ("originals", "views", "eras", "own_categories", "ignore_rules")
_EVENT_BOUNDS_2 = 16  # where the bounds begin in an event's row of version 2
_STEPS: dict[int, Callable[[sqlite3.Connection], None]] = {1: _to_2, 2: _to_3}
INDEXED = 2
"""The first version with a search index, which needs no building then."""
SCHEMAS = {1: SCHEMA_1, 2: SCHEMA_2}
"""The statements that made a file of each older version."""
