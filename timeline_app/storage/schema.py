"""The tables of a project file, version 1, and the check that a file has these and no others.

``docs/file-format.md`` says what each column means. Dates are EDTF texts; ``earliest`` and ``latest`` repeat an event's
outer bounds in seconds from 1970 for queries and are never read back.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x544C5052  # "TLPR"
VERSION = 1

_TIMEX = """
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT NOT NULL, value TEXT NOT NULL, edtf TEXT, rule TEXT NOT NULL,
    undated TEXT, derivation TEXT NOT NULL,"""
_SCHEMA = f"""
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
    ordinal INTEGER NOT NULL,{_TIMEX}
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
    ordinal INTEGER NOT NULL,{_TIMEX}
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


def create(connection: sqlite3.Connection) -> None:
    """Make an empty database a project, in the transaction that is open."""
    for statement in _SCHEMA.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def is_ours(connection: sqlite3.Connection) -> bool:
    """Whether the database has exactly the tables and indexes of this version, written as here, and no triggers."""
    pristine = sqlite3.connect(":memory:")
    try:
        create(pristine)
        return _statements(connection) == _statements(pristine)
    finally:
        pristine.close()


def _statements(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    own = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat_'"
    return set(connection.execute(own))
