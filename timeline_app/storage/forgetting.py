"""Taking records out of a project for good, in the tables and in everything the history keeps."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable

from timeline_app.storage.rows import TABLES, Row, Rows
from timeline_app.storage.tables import AMONG, json_names, read, rows_from_json, rows_to_json, write

_MERGED_INTO = TABLES["event"][0].columns.index("merged_into")
LABEL = "A step with words that were forgotten for good"


def forget(connection: sqlite3.Connection, documents: Collection[str], events: Collection[str]) -> None:
    """Take documents and events out, in the transaction that is open.

    Steps that were undone are dropped. What is left of the history can still be undone: other events are, then as now,
    without their citations of the documents.
    """
    connection.execute("PRAGMA secure_delete = ON")
    connection.execute("DELETE FROM changes WHERE NOT done")
    _forget_labels(connection, [*documents, *events])
    _forget_rows(connection, "event", events)
    _forget_citations(connection, set(documents))
    _forget_rules(connection, set(documents))
    for kind in ("tagging", "document"):
        _forget_rows(connection, kind, documents)
    _forget_past(connection, set(documents), set(events))


def _forget_labels(connection: sqlite3.Connection, names: Iterable[str]) -> None:
    """The names of steps may have a title in them."""
    query = f"UPDATE changes SET label = ? WHERE id IN (SELECT change FROM edits WHERE record {AMONG})"  # noqa: S608
    connection.execute(query, (LABEL, json_names(names)))


def _forget_rows(connection: sqlite3.Connection, kind: str, names: Iterable[str]) -> None:
    among = json_names(names)
    for table in TABLES[kind]:
        connection.execute(f"DELETE FROM {table.name} WHERE {table.key} {AMONG}", (among,))  # noqa: S608
    connection.execute(f"DELETE FROM edits WHERE kind = ? AND record {AMONG}", (kind, among))  # noqa: S608


def _forget_citations(connection: sqlite3.Connection, documents: set[str]) -> None:
    """What cites the documents now goes on without it."""
    query = f"SELECT DISTINCT event FROM citations WHERE document {AMONG}"  # noqa: S608 - our own names
    citing = [event for (event,) in connection.execute(query, (json_names(documents),))]
    before = read(connection, "event", citing)
    after = {name: without(rows, documents) if rows else None for name, rows in before.items()}
    write(connection, "event", before, after)


def _forget_rules(connection: sqlite3.Connection, documents: set[str]) -> None:
    """Rules about dates of the documents, and that there were such."""
    now = f"SELECT id FROM ignore_rules WHERE document {AMONG}"  # noqa: S608 - our own names
    rules = [rule for (rule,) in connection.execute(now, (json_names(documents),))]
    past = "SELECT record, other_side FROM edits WHERE kind = 'ignore_rule' AND other_side IS NOT NULL"
    for rule, side in connection.execute(past):
        [row] = rows_from_json(side)["ignore_rules"]
        rules += [rule] if row[-1] in documents else []
    _forget_labels(connection, rules)
    _forget_rows(connection, "ignore_rule", rules)


def _forget_past(connection: sqlite3.Connection, documents: set[str], events: set[str]) -> None:
    """What the history keeps of other events goes on without the documents, and steps that are empty go."""
    query = "SELECT change, record, other_side FROM edits WHERE kind = 'event' AND other_side IS NOT NULL"
    kept = []
    for change, record, side in connection.execute(query).fetchall():
        rows = rows_from_json(side)
        cleaned = without(rows, documents, events)
        if cleaned != rows:
            kept.append((rows_to_json(cleaned).decode(), change, record))
    connection.executemany("UPDATE edits SET other_side = ? WHERE change = ? AND kind = 'event' AND record = ?", kept)
    connection.execute("DELETE FROM changes WHERE id NOT IN (SELECT change FROM edits)")


def without(rows: Rows, documents: set[str], events: Collection[str] = ()) -> Rows:
    """An event's rows, or what the history keeps of them, without its citations of some documents.

    It is no longer part of one of some ``events``.
    """
    found = dict(rows)
    if "citations" in rows:
        kept = [row[1] for row in rows["citations"] if row[2] not in documents]
        places = {number: place for place, number in enumerate(kept)}
        for table in ("citations", "citation_expressions"):
            found[table] = [[row[0], places[row[1]], *row[2:]] for row in rows[table] if row[1] in places]
    if "events" in rows:
        found["events"] = [_parted(row, events) for row in rows["events"]]
    return found


def _parted(row: Row, events: Collection[str]) -> Row:
    return [None if at == _MERGED_INTO and value in events else value for at, value in enumerate(row)]
