"""Records in and out of the tables, many at a time: one query per table, and only the tables that differ.

``Sides`` gives for each kind of record and each id its rows, None where the record is not there. A *part* of a record's
rows, as the history keeps it, has the tables that a step changed.
"""

from __future__ import annotations

import gc
import sqlite3
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, NamedTuple

import msgspec

from timeline_app.storage import search
from timeline_app.storage.errors import ProjectError
from timeline_app.storage.rows import FIRST, TABLES, Row, Rows, Table, Value, first_place

Sides = dict[str, dict[str, Rows | None]]
_NOTES = TABLES["event"][0].columns.index("notes")
_WORDED = {"documents", "events", "citations"}
_CITATIONS = {"citations", "citation_expressions"}
AMONG = "IN (SELECT value FROM json_each(?))"
rows_to_json = msgspec.json.Encoder().encode
rows_from_json = msgspec.json.Decoder(Rows).decode


@contextmanager
def uncollected() -> Iterator[None]:
    """Many rows are made and none of them is garbage: looking for it would take longer than making them."""
    was_collecting = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_collecting:
            gc.enable()


def json_names(names: Iterable[str] | Iterable[int]) -> str:
    """Names or numbers, as ``AMONG`` wants them."""
    return msgspec.json.encode(list(names)).decode()


def read(
    connection: sqlite3.Connection, kind: str, names: Iterable[str], tables: Collection[str] | None = None
) -> dict[str, Rows | None]:
    """The rows of some records, of some tables or all; None for a record that is not there."""
    wanted: dict[str, Rows | None] = dict.fromkeys(names)
    among = json_names(wanted)
    first = TABLES[kind][0]
    if tables is not None and first.name not in tables:
        query = f"SELECT {first.key} FROM {first.name} WHERE {first.key} {AMONG}"  # noqa: S608 - our own names
        wanted |= {name: {table: [] for table in tables} for (name,) in connection.execute(query, (among,))}
    chosen = [table for table in TABLES[kind] if tables is None or table.name in tables]
    for table in chosen:
        _collect(connection, chosen, table, f"{table.key} {AMONG}", wanted, (among,))
    return wanted


def read_all(connection: sqlite3.Connection, kind: str) -> dict[str, Rows | None]:
    """The rows of all records of a kind, in their order."""
    found: dict[str, Rows | None] = {}
    for table in TABLES[kind]:
        _collect(connection, TABLES[kind], table, "1", found)
    return found


def write(
    connection: sqlite3.Connection,
    kind: str,
    before: Mapping[str, Rows | None],
    after: Mapping[str, Rows | None],
    tables: Collection[str] | None = None,
) -> None:
    """Put each record's rows into the tables in place of those that are there, and note words to be indexed.

    Where some ``tables`` are given, no others change.
    """
    if kind in search.INDEXES and (tables is None or _WORDED & set(tables)):
        changed = [name for name, rows in before.items() if rows and _words(kind, rows) != _words(kind, after[name])]
        search.note_before(connection, kind, changed)
    sides = [_Side(name, before[name], rows) for name, rows in after.items()]
    first, *others = TABLES[kind]
    _delete(connection, first, [side.name for side in sides if side.after is None])
    _write_first(connection, first, sides)
    for table in (other for other in others if tables is None or other.name in tables):
        differing = [side for side in sides if side.differs(table.name)]
        _delete(connection, table, [side.name for side in differing if side.before and side.before[table.name]])
        _insert(connection, table, [row for side in differing if side.after for row in side.after[table.name]])
    if kind in search.INDEXES:
        search.note_after(connection, kind, [side.name for side in sides if side.before is None])


class _Side(NamedTuple):
    """One record before and after; of one that stays, tables that do not change may be missing on both sides."""

    name: str
    before: Rows | None
    after: Rows | None

    def differs(self, table: str) -> bool:
        """Whether its rows in a table change."""
        if self.before is None or self.after is None:
            return True
        return self.before.get(table) != self.after.get(table)


def _write_first(connection: sqlite3.Connection, table: Table, sides: list[_Side]) -> None:
    """New records in, others changed where they are; an event's first place follows its citations."""
    places = FIRST if table.name == "events" else ()
    new = [(*side.after[table.name][0], *_place(table, side.after)) for side in sides if side.after and not side.before]
    _insert(connection, table, new, places)
    changed = [side for side in sides if side.before and side.after and side.differs(table.name)]
    settings = ", ".join(f'"{name}" = ?' for name in table.columns[1:])
    query = f"UPDATE {table.name} SET {settings} WHERE {table.key} = ?"  # noqa: S608 - our own names
    if changed:
        connection.executemany(query, [(*side.after[table.name][0][1:], side.name) for side in changed if side.after])
    moved = [side for side in sides if places and side.before and side.after and side.differs("citations")]
    query = "UPDATE events SET document = ?, start = ? WHERE id = ?"
    connection.executemany(query, [(*first_place(side.after), side.name) for side in moved if side.after])


def _place(table: Table, rows: Rows) -> Row:
    return first_place(rows) if table.name == "events" else []


def part(before: Rows | None, after: Rows | None) -> Rows | None:
    """What the history keeps of ``before``: the tables that differ, all of them where the record goes.

    Citations and their expressions, which count them, are kept together.
    """
    if before is None or after is None:
        return before
    differing = [table for table, rows in before.items() if rows != after[table]]
    if not _CITATIONS.isdisjoint(differing):
        differing = [table for table in before if table in differing or table in _CITATIONS]
    return {table: before[table] for table in differing}


def tables_in(parts: Iterable[Rows | None]) -> set[str] | None:
    """The tables that some parts have, None for all where a record is to go.

    With citations comes the event's own row, for the words of both are indexed together.
    """
    found: set[str] = set()
    for each in parts:
        if each is None:
            return None
        found.update(each)
    return found | {"events"} if "citations" in found else found


def _words(kind: str, rows: Rows | None) -> Any:  # noqa: ANN401 - only compared
    """What the index has of a record."""
    if rows is None:
        return None
    if kind == "document":
        return rows["documents"][0][2:4]
    event = rows["events"][0]
    return event[1], event[_NOTES], [row[5] for row in rows.get("citations", ())]


def _delete(connection: sqlite3.Connection, table: Table, names: Iterable[str]) -> None:
    query = f"DELETE FROM {table.name} WHERE {table.key} = ?"  # noqa: S608 - our own names
    connection.executemany(query, [(name,) for name in names])


def _insert(
    connection: sqlite3.Connection, table: Table, rows: Sequence[Sequence[Value]], more: Sequence[str] = ()
) -> None:
    columns = (*table.columns, *more)
    listed = ", ".join(f'"{name}"' for name in columns)
    query = f"INSERT INTO {table.name} ({listed}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608 - our own names
    connection.executemany(query, rows)


def _collect(
    connection: sqlite3.Connection,
    chosen: Sequence[Table],
    table: Table,
    condition: str,
    found: dict[str, Rows | None],
    parameters: tuple[str, ...] = (),
) -> None:
    """Sort a table's rows, which begin with their record's id, to the records, which have rows of the chosen tables."""
    query = f"SELECT {table.listed} FROM {table.name} WHERE {condition} ORDER BY {table.order}"  # noqa: S608
    try:
        for row in connection.execute(query, parameters):
            values = list(row)
            record = found.get(str(values[0]))
            if record is None:
                record = found[str(values[0])] = {each.name: [] for each in chosen}
            record[table.name].append(values)
    except sqlite3.Error as error:
        raise ProjectError(f"The project's file is damaged or cannot be reached: {error}.") from error
