"""The statements that made a project file of each older version, word for word: a file that has others is not ours."""

from __future__ import annotations

_TIMEX = """
    start INTEGER NOT NULL, "end" INTEGER NOT NULL, text TEXT NOT NULL,
    type TEXT NOT NULL, value TEXT NOT NULL, edtf TEXT, rule TEXT NOT NULL,
    undated TEXT, derivation TEXT NOT NULL,"""
SCHEMA_1 = f"""
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
_EVENT = "event TEXT NOT NULL REFERENCES events (id) DEFERRABLE INITIALLY DEFERRED"
SCHEMA_2 = f"""
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
    binned INTEGER NOT NULL CHECK (binned IN (0, 1))
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
