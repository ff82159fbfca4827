"""A project: records and their whole history in one SQLite database, in memory or a ``.tlproj`` file.

Each change is one transaction: all of it is there or nothing. The history keeps, per edit, only the side that is not in
the tables now; undo and redo swap the two. So a value is stored once, and the position in the history is part of the file.
"""  # noqa: E501 - one thought

from __future__ import annotations

import sqlite3
import weakref
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

import msgspec

from timeline_app.model.change import Change, Edit, Origin, Record
from timeline_app.model.document import Document
from timeline_app.model.event import Event, EventId, Tagging
from timeline_app.storage import schema
from timeline_app.storage.rows import TABLES, Row, Rows, Table, Value, kind_of, record_of, rows_of

SUFFIX = ".tlproj"
_Kind = TypeVar("_Kind", Document, Tagging, Event)
_rows_to_json = msgspec.json.Encoder().encode
_rows_from_json = msgspec.json.Decoder(Rows).decode
_FORGET_TEXTS = """
DELETE FROM texts WHERE sha256 NOT IN (
    SELECT sha256 FROM documents UNION
    SELECT other_side ->> '$.documents[0][3]' FROM edits WHERE kind = 'document' AND other_side IS NOT NULL
)"""
_EARLIER = """
SELECT other_side FROM edits JOIN changes ON changes.id = edits.change
WHERE kind = 'event' AND record = ? AND done AND other_side IS NOT NULL ORDER BY changes.id"""
_AMONG = "IN (SELECT value FROM json_each(?))"
_MALFORMED = (ValueError, LookupError, TypeError, msgspec.MsgspecError)

Sides = dict[str, dict[str, Rows | None]]  # kind -> id -> its rows, None where the record is not there


class ProjectError(Exception):
    """A project that cannot be opened, read or written; the message is a whole sentence for the user."""


class StaleChangeError(ProjectError):
    """A change made from records that have changed since."""


class Step(NamedTuple):
    """One entry of the history; ``done`` is False while it is undone."""

    id: int
    label: str
    origin: Origin
    at: datetime
    done: bool


class Project:
    """The records of a project and its history. Used from the thread that opened it."""

    def __init__(self, connection: sqlite3.Connection, path: Path | None) -> None:
        self._connection = connection
        self.path = path
        weakref.finalize(self, connection.close)  # a project that is dropped is closed, too

    @classmethod
    def in_memory(cls) -> Project:
        """A new project that is gone when closed."""
        return cls(_prepared(":memory:", is_new=True), None)

    @classmethod
    def open(cls, path: Path) -> Project:
        """The project in a file, which is made if there is none.

        Raises:
            ProjectError: it is no project file, is one of a newer version, or cannot be opened.

        """
        try:
            is_new = not path.exists() or path.stat().st_size == 0
            return cls(_prepared(str(path), is_new=is_new), path)
        except ProjectError as error:
            raise ProjectError(f"“{path.name}” {error}") from None
        except (OSError, sqlite3.Error) as error:
            raise ProjectError(f"“{path.name}” cannot be opened as a project: {error}.") from None

    def documents(self) -> tuple[Document, ...]:
        """All documents in the order they were added."""
        return self._all("document", Document)

    def taggings(self) -> tuple[Tagging, ...]:
        """The temporal expressions of all documents."""
        return self._all("tagging", Tagging)

    def events(self) -> tuple[Event, ...]:
        """All events, in no order."""
        return self._all("event", Event)

    def earlier_events(self, event_id: EventId) -> tuple[Event, ...]:
        """What an event was before each of the steps that are done and changed it, oldest first."""
        versions = self._connection.execute(_EARLIER, (event_id,))
        records = [self._record("event", _rows_from_json(rows)) for (rows,) in versions]
        return tuple(record for record in records if isinstance(record, Event))

    def apply(self, change: Change, at: datetime) -> None:
        """Make a change and note it as the last step; steps that were undone are forgotten.

        Raises:
            StaleChangeError: a record is not as the change found it; nothing is changed.
            ProjectError: the database refuses; nothing is changed.

        """
        before, after = _sides(change)
        with self._transaction():
            if self._sides_now(before) != before:
                raise StaleChangeError(f"“{change.label}” is out of date: something it changes has changed meanwhile.")
            self._forget_undone()
            step = (change.label, change.origin, at.isoformat())
            cursor = self._connection.execute("INSERT INTO changes (label, origin, at, done) VALUES (?, ?, ?, 1)", step)
            kept = [
                (cursor.lastrowid, kind, name, _to_json(rows))
                for kind, records in before.items()
                for name, rows in records.items()
            ]
            self._connection.executemany("INSERT INTO edits VALUES (?, ?, ?, ?)", kept)
            self._keep_texts(edit.after for edit in change.edits)
            self._write(after)

    def undo(self) -> Change | None:
        """Take the last step back; what that changed, or None if there is no step."""
        return self._swap("SELECT id, label, origin FROM changes WHERE done ORDER BY id DESC LIMIT 1", done=False)

    def redo(self) -> Change | None:
        """Make the first undone step again; what that changed, or None if there is none."""
        return self._swap("SELECT id, label, origin FROM changes WHERE NOT done ORDER BY id LIMIT 1", done=True)

    @property
    def undo_label(self) -> str | None:
        """What ``undo`` would take back."""
        return self._label("SELECT label FROM changes WHERE done ORDER BY id DESC LIMIT 1")

    @property
    def redo_label(self) -> str | None:
        """What ``redo`` would make again."""
        return self._label("SELECT label FROM changes WHERE NOT done ORDER BY id LIMIT 1")

    def history(self) -> tuple[Step, ...]:
        """Every step, oldest first."""
        rows = self._connection.execute("SELECT id, label, origin, at, done FROM changes ORDER BY id")
        return tuple(
            Step(number, label, Origin(origin), datetime.fromisoformat(at), bool(done))
            for number, label, origin, at, done in rows
        )

    def close(self) -> None:
        """Close the database; a project in memory is gone."""
        self._connection.close()

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        """All or nothing; what SQLite refuses becomes a sentence."""
        try:
            self._connection.execute("BEGIN IMMEDIATE")
            yield
            self._connection.execute("COMMIT")
        except BaseException as error:
            if self._connection.in_transaction:
                self._connection.execute("ROLLBACK")
            if isinstance(error, sqlite3.Error):
                raise ProjectError(f"The project cannot be written: {error}.") from error
            raise

    def _swap(self, step: str, *, done: bool) -> Change | None:
        """Exchange the kept sides of a step's edits with what is in the tables."""
        found = self._connection.execute(step).fetchone()
        if found is None:
            return None
        number, label, origin = found
        with self._transaction():
            kept = self._kept_sides(number)
            now = self._sides_now(kept)
            self._write(kept)
            swapped = [
                (_to_json(rows), number, kind, name) for kind, records in now.items() for name, rows in records.items()
            ]
            update = "UPDATE edits SET other_side = ? WHERE change = ? AND kind = ? AND record = ?"
            self._connection.executemany(update, swapped)
            self._connection.execute("UPDATE changes SET done = ? WHERE id = ?", (int(done), number))
        edits = [
            Edit(self._record(kind, now[kind][name]), self._record(kind, rows))
            for kind, records in kept.items()
            for name, rows in records.items()
        ]
        return Change(label, tuple(edits), Origin(origin))

    def _kept_sides(self, number: int) -> Sides:
        sides: Sides = {}
        rows = self._connection.execute("SELECT kind, record, other_side FROM edits WHERE change = ?", (number,))
        for kind, name, other in rows:
            sides.setdefault(kind, {})[name] = _rows_from_json(other) if other else None
        return sides

    def _sides_now(self, sides: Sides) -> Sides:
        """The same records as they are in the tables."""
        return {kind: self._rows(kind, records) for kind, records in sides.items()}

    def _rows(self, kind: str, names: Iterable[str]) -> dict[str, Rows | None]:
        """The rows of some records, one query per table."""
        wanted: dict[str, Rows | None] = dict.fromkeys(names)
        among = msgspec.json.encode(list(wanted)).decode()
        for table in TABLES[kind]:
            _collect(kind, table.name, self._connection.execute(_select(table, _AMONG), (among,)), wanted)
        return wanted

    def _all(self, kind: str, _type: type[_Kind]) -> tuple[_Kind, ...]:
        found: dict[str, Rows | None] = {}
        for table in TABLES[kind]:
            _collect(kind, table.name, self._connection.execute(_select(table)), found)
        records = [self._record(kind, rows) for rows in found.values()]
        return tuple(record for record in records if isinstance(record, _type))

    def _record(self, kind: str, rows: Rows | None) -> Record | None:
        try:
            return None if rows is None else record_of(kind, rows, self._text)
        except _MALFORMED as error:
            raise ProjectError(f"The project is damaged: a stored {kind} is malformed ({error}).") from error

    def _text(self, sha256: str) -> str:
        [text] = self._connection.execute("SELECT text FROM texts WHERE sha256 = ?", (sha256,)).fetchone()
        return str(text)

    def _write(self, sides: Sides) -> None:
        """Put each record's rows into the tables in place of what is there."""
        for kind, records in sides.items():
            first, *others = TABLES[kind]
            self._delete(first, [name for name, rows in records.items() if rows is None])
            self._insert(first, [rows[first.name][0] for rows in records.values() if rows], replacing=True)
            for table in others:
                self._delete(table, records)
                self._insert(table, [row for rows in records.values() if rows for row in rows[table.name]])

    def _delete(self, table: Table, names: Iterable[str]) -> None:
        query = f"DELETE FROM {table.name} WHERE {table.key} = ?"  # noqa: S608 - our own names
        self._connection.executemany(query, [(name,) for name in names])

    def _insert(self, table: Table, rows: list[Row], *, replacing: bool = False) -> None:
        """Add rows; when ``replacing``, one whose id is there already takes its place in the order too."""
        columns = [name for _, name, *_ in self._connection.execute(f"PRAGMA table_info({table.name})")]
        settings = ", ".join(f'"{name}" = excluded."{name}"' for name in columns)
        conflict = f"ON CONFLICT ({table.key}) DO UPDATE SET {settings}" if replacing else ""
        marks = ", ".join("?" * len(columns))
        self._connection.executemany(f"INSERT INTO {table.name} VALUES ({marks}) {conflict}", rows)  # noqa: S608

    def _keep_texts(self, records: Iterable[Record | None]) -> None:
        texts = [(record.sha256, record.text) for record in records if isinstance(record, Document)]
        self._connection.executemany("INSERT OR IGNORE INTO texts VALUES (?, ?)", texts)

    def _forget_undone(self) -> None:
        """Drop the steps that were undone, and texts that nothing refers to any more."""
        if self._connection.execute("DELETE FROM changes WHERE NOT done").rowcount:
            self._connection.execute(_FORGET_TEXTS)

    def _label(self, query: str) -> str | None:
        found = self._connection.execute(query).fetchone()
        return str(found[0]) if found else None


def _prepared(name: str, *, is_new: bool) -> sqlite3.Connection:
    """An open connection to a checked project database; the errors' messages lack their subject."""
    connection = sqlite3.connect(name, isolation_level=None)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        connection.execute("PRAGMA foreign_keys = ON")
        if is_new:
            connection.execute("BEGIN EXCLUSIVE")
            schema.create(connection)
            connection.execute("COMMIT")
        _check(connection)
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return connection


def _check(connection: sqlite3.Connection) -> None:
    try:
        [[application], [version]] = [
            connection.execute(f"PRAGMA {name}").fetchone() for name in ("application_id", "user_version")
        ]
    except sqlite3.DatabaseError:
        raise ProjectError("is not a project file.") from None
    if application != schema.APPLICATION_ID:
        raise ProjectError("is not a project file.")
    if version > schema.VERSION:
        raise ProjectError("was written by a newer version of this program; please update to open it.")
    if not schema.is_ours(connection):
        raise ProjectError("has tables that do not belong in a project file, and is not opened.")


def _select(table: Table, among: str = "") -> str:
    condition = f"WHERE {table.key} {among}" if among else ""
    return f"SELECT * FROM {table.name} {condition} ORDER BY {table.order}"  # noqa: S608 - our own names


def _sides(change: Change) -> tuple[Sides, Sides]:
    """Before and after of a change. A record may occur in it once."""
    before: Sides = {}
    after: Sides = {}
    for edit in change.edits:
        kind, name = kind_of(edit.record), edit.record.id
        if name in before.setdefault(kind, {}):
            raise StaleChangeError(f"“{change.label}” changes one {kind} twice.")
        before[kind][name] = rows_of(edit.before) if edit.before else None
        after.setdefault(kind, {})[name] = rows_of(edit.after) if edit.after else None
    return before, after


def _collect(kind: str, table: str, rows: Iterable[Iterable[Value]], found: dict[str, Rows | None]) -> None:
    """Sort a table's rows, which begin with their record's id, to the records."""
    for row in rows:
        values = list(row)
        record = found.get(str(values[0]))
        if record is None:
            record = found[str(values[0])] = {each.name: [] for each in TABLES[kind]}
        record[table].append(values)


def _to_json(rows: Mapping[str, list[Row]] | None) -> str | None:
    return None if rows is None else _rows_to_json(rows).decode()
