"""What can be saved of a damaged project file: every row that can still be read, in a new project in memory.

Rows are read from both ends of each table, for damage in the middle hides what lies behind it. What refers to something
that is lost goes too; the history is not kept, for a step that is not whole cannot be undone.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

from timeline_app.storage import schema, search
from timeline_app.storage.arranged import KINDS
from timeline_app.storage.errors import ProjectError
from timeline_app.storage.rows import TABLES, record_of
from timeline_app.storage.tables import read_all

_PLAIN = ("texts", "originals", "settings")
_ORPHANS = (
    "DELETE FROM documents WHERE sha256 NOT IN (SELECT sha256 FROM texts)",
    "DELETE FROM taggings WHERE document NOT IN (SELECT id FROM documents)",
    "DELETE FROM expressions WHERE document NOT IN (SELECT document FROM taggings)",
    "DELETE FROM citations WHERE event NOT IN (SELECT id FROM events) OR document NOT IN (SELECT id FROM documents)",
    "DELETE FROM ignore_rules WHERE document NOT IN (SELECT id FROM documents)",
    "UPDATE events SET merged_into = NULL WHERE merged_into NOT IN (SELECT id FROM events)",
    "DELETE FROM bin WHERE event NOT IN (SELECT id FROM events)",
    "DELETE FROM participants WHERE event NOT IN (SELECT id FROM events)",
    "DELETE FROM tags WHERE event NOT IN (SELECT id FROM events)",
    """DELETE FROM citation_expressions
    WHERE (event, citation) NOT IN (SELECT event, ordinal FROM citations)""",
)


def salvage(path: Path) -> tuple[sqlite3.Connection, str]:
    """A project in memory with what can be saved of a file, and a sentence about it.

    Raises:
        ProjectError: nothing can.

    """
    saved = sqlite3.connect(":memory:", isolation_level=None, check_same_thread=False)
    schema.create(saved)
    with suppress(OSError, sqlite3.Error), closing(_damaged(path)) as damaged:
        for table in (*_PLAIN, *(table.name for tables in TABLES.values() for table in tables)):
            _copy(damaged, saved, table)
    for statement in _ORPHANS:
        saved.execute(statement)
    _drop_malformed(saved)
    search.rebuild(saved)
    [[events], [documents]] = [
        saved.execute(f"SELECT count(*) FROM {name}").fetchone()  # noqa: S608 - our own names
        for name in ("events", "documents")
    ]
    if not events and not documents:
        saved.close()
        raise ProjectError(f"“{path.name}” is damaged, and nothing of it could be saved.")
    saved.execute("PRAGMA foreign_keys = ON")
    saved.execute("PRAGMA query_only = ON")
    remark = (
        f"“{path.name}” is damaged. {events:,} events and {documents:,} documents could be saved, without their "
        "history; save them under another name to go on."
    )
    return saved, remark


def _damaged(path: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def _copy(damaged: sqlite3.Connection, saved: sqlite3.Connection, table: str) -> None:
    """Every row of a table that can be read and is no other's double."""
    columns = [name for _, name, *_ in saved.execute(f"PRAGMA table_info({table})")]
    keys = [name for _, name, _, _, _, key in saved.execute(f"PRAGMA table_info({table})") if key]
    listed = ", ".join(f'"{name}"' for name in columns)
    insert = f"INSERT OR IGNORE INTO {table} ({listed}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    for direction in ("ASC", "DESC"):
        order = ", ".join(f"{key} {direction}" for key in keys)
        query = f"SELECT {listed} FROM {table} ORDER BY {order}"  # noqa: S608 - our own names
        for row in _readable(damaged, query):
            with suppress(sqlite3.Error):
                saved.execute(insert, row)


def _readable(damaged: sqlite3.Connection, query: str) -> Iterator[tuple[Any, ...]]:
    """The rows before the first that cannot be read."""
    with suppress(sqlite3.Error):
        yield from damaged.execute(query)


def _drop_malformed(saved: sqlite3.Connection) -> None:
    """Take out records that cannot be decoded, so that the rest can be used."""

    def text(sha256: str) -> str:
        return str(saved.execute("SELECT text FROM texts WHERE sha256 = ?", (sha256,)).fetchone()[0])

    for kind in ("event", "tagging", *KINDS.values()):
        for name, rows in read_all(saved, kind).items():
            try:
                record_of(kind, rows or {}, text)
            except Exception:  # noqa: BLE001 - whatever is wrong with it, it is no record
                for table in reversed(TABLES[kind]):
                    saved.execute(f"DELETE FROM {table.name} WHERE {table.key} = ?", (name,))  # noqa: S608 - our names
