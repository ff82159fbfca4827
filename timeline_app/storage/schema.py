"""The tables of a project file, version 3, and the check that a file has these and no others.

``docs/file-format.md`` says what each column means. Dates are EDTF texts; what follows from an event's date and its
first citation stands beside them, so that a million events can be ordered, drawn and filtered without being decoded.
"""

from __future__ import annotations

import sqlite3

APPLICATION_ID = 0x544C5052  # "TLPR"
VERSION = 3

_TIMEX = """
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT NOT NULL, value TEXT NOT NULL, edtf TEXT, rule TEXT NOT NULL,
    undated TEXT, derivation TEXT NOT NULL,"""
_EVENT = "event TEXT NOT NULL REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED"
SCHEMA = f"""
CREATE TABLE texts (
    sha256 TEXT NOT NULL PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    path TEXT NOT NULL, title TEXT NOT NULL,
    sha256 TEXT NOT NULL REFERENCES texts,
    published TEXT, published_origin TEXT,
    author TEXT NOT NULL, publisher TEXT NOT NULL, url TEXT NOT NULL, language TEXT NOT NULL,
    private INTEGER NOT NULL CHECK (private IN (0, 1)),
    binned INTEGER NOT NULL CHECK (binned IN (0, 1)),
    chosen_language TEXT NOT NULL, counting TEXT NOT NULL, day_order TEXT NOT NULL,
    file_sha256 TEXT, file_size INTEGER, file_modified INTEGER
) STRICT;
CREATE TABLE originals (
    sha256 TEXT NOT NULL PRIMARY KEY,
    content BLOB NOT NULL
) STRICT;
CREATE TABLE taggings (
    document TEXT NOT NULL PRIMARY KEY REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE expressions (
    document TEXT NOT NULL REFERENCES taggings DEFERRABLE INITIALLY DEFERRED,
    ordinal INTEGER NOT NULL,{_TIMEX}
    PRIMARY KEY (document, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE events (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    edtf TEXT,
    status TEXT NOT NULL, category TEXT NOT NULL, factuality TEXT NOT NULL,
    confidence REAL NOT NULL, importance REAL NOT NULL,
    undated TEXT, set_by_hand INTEGER NOT NULL CHECK (set_by_hand IN (0, 1)),
    notes TEXT NOT NULL, flags TEXT NOT NULL, lane TEXT NOT NULL, place INTEGER NOT NULL,
    merged_into TEXT REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED,
    edited INTEGER NOT NULL CHECK (edited IN (0, 1)),
    notes_public INTEGER NOT NULL CHECK (notes_public IN (0, 1)),
    earliest INTEGER, start_latest INTEGER, end_earliest INTEGER, latest INTEGER,
    form TEXT, precision TEXT, approximate INTEGER,
    document TEXT, start INTEGER
) STRICT;
CREATE INDEX events_merged ON events (merged_into) WHERE merged_into IS NOT NULL;
CREATE TABLE bin (
    event TEXT NOT NULL PRIMARY KEY REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE participants (
    {_EVENT},
    ordinal INTEGER NOT NULL,
    name TEXT NOT NULL,
    PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE tags (
    {_EVENT},
    ordinal INTEGER NOT NULL,
    tag TEXT NOT NULL,
    PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE citations (
    {_EVENT},
    ordinal INTEGER NOT NULL,
    document TEXT NOT NULL REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED,
    start INTEGER NOT NULL, "end" INTEGER NOT NULL,
    exact TEXT NOT NULL, prefix TEXT NOT NULL, suffix TEXT NOT NULL, locator TEXT NOT NULL,
    stance TEXT NOT NULL,
    PRIMARY KEY (event, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX citations_by_document ON citations (document);
CREATE TABLE citation_expressions (
    {_EVENT},
    citation INTEGER NOT NULL,
    ordinal INTEGER NOT NULL,{_TIMEX}
    PRIMARY KEY (event, citation, ordinal)
) STRICT, WITHOUT ROWID;
CREATE TABLE views (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, query TEXT NOT NULL, filters TEXT NOT NULL, position TEXT NOT NULL
) STRICT;
CREATE TABLE eras (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, edtf TEXT NOT NULL, hue TEXT NOT NULL
) STRICT;
CREATE TABLE own_categories (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    name TEXT NOT NULL, hue TEXT NOT NULL, letter TEXT NOT NULL
) STRICT;
CREATE TABLE ignore_rules (
    number INTEGER PRIMARY KEY,
    id TEXT NOT NULL UNIQUE,
    likeness TEXT NOT NULL, words TEXT NOT NULL,
    document TEXT REFERENCES documents (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE changes (
    id INTEGER PRIMARY KEY,
    label TEXT NOT NULL, origin TEXT NOT NULL, who TEXT NOT NULL, at TEXT NOT NULL,
    done INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT;
CREATE TABLE edits (
    change INTEGER NOT NULL REFERENCES changes ON DELETE CASCADE,
    kind TEXT NOT NULL, record TEXT NOT NULL,
    other_side TEXT,
    PRIMARY KEY (change, kind, record)
) STRICT, WITHOUT ROWID;
CREATE INDEX edits_by_record ON edits (record);
CREATE TABLE settings (
    name TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
) STRICT;
CREATE VIRTUAL TABLE event_words USING fts5
    (title, notes, quotes, content='', prefix='2 3', tokenize="unicode61 remove_diacritics 2");
CREATE VIRTUAL TABLE document_words USING fts5
    (title, text, content='', prefix='2 3', tokenize="unicode61 remove_diacritics 2");
CREATE TABLE unsearched_events (
    number INTEGER PRIMARY KEY,
    title TEXT, notes TEXT, quotes TEXT
) STRICT;
CREATE TABLE unsearched_documents (
    number INTEGER PRIMARY KEY,
    title TEXT, text TEXT
) STRICT;
"""


def create(connection: sqlite3.Connection) -> None:
    """Make an empty database a project, in the transaction that is open."""
    make(connection, SCHEMA, VERSION)


def make(connection: sqlite3.Connection, statements: str, version: int) -> None:
    """Make an empty database a project of some version."""
    for statement in statements.split(";"):
        connection.execute(statement)
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {version}")


def is_ours(connection: sqlite3.Connection, statements: str = SCHEMA) -> bool:
    """Whether the database has exactly the tables and indexes of a version, written as there, and no triggers."""
    pristine = sqlite3.connect(":memory:")
    try:
        make(pristine, statements, VERSION)
        return _statements(connection) == _statements(pristine)
    finally:
        pristine.close()


def _statements(connection: sqlite3.Connection) -> set[tuple[str, ...]]:
    own = "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_stat_'"
    return set(connection.execute(own))
