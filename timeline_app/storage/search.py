"""Words to records: the full-text index of a project, brought up to date when it is asked, not at every edit.

A record whose words change is noted with the words that the index has of it (NULL where it has none). Before a search
the index takes the old words of those records out and their new words in; where that is much of the project, it is
built anew. The index keeps no text of its own.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from typing import NamedTuple

import msgspec
import numpy as np
from numpy.typing import NDArray

from timeline_app.storage.sought import terms_of

Numbers = NDArray[np.int64]

_SHARE = 4  # of the records, one in so many changed makes building anew cheaper
_FEW = 1000
_AMONG = "IN (SELECT value FROM json_each(?))"


class Index(NamedTuple):
    """One kind of record: its table, the columns of words, and how SQL finds these."""

    table: str
    words: str
    waiting: str
    columns: tuple[str, ...]
    content: str

    @property
    def listed(self) -> str:
        """The columns as SQL lists them."""
        return ", ".join(self.columns)


EVENTS = Index(
    "events",
    "event_words",
    "unsearched_events",
    ("title", "notes", "quotes"),
    """SELECT number, title, notes, ifnull(
    (SELECT group_concat(exact, char(10)) FROM (SELECT exact FROM citations WHERE event = id ORDER BY ordinal)), '')
    FROM events""",
)
DOCUMENTS = Index(
    "documents",
    "document_words",
    "unsearched_documents",
    ("title", "text"),
    "SELECT number, title, text FROM documents JOIN texts USING (sha256)",
)
INDEXES = {"event": EVENTS, "document": DOCUMENTS}


def note_before(connection: sqlite3.Connection, kind: str, names: Iterable[str]) -> None:
    """Note the words of records that are about to change."""
    index = INDEXES[kind]
    query = f"INSERT OR IGNORE INTO {index.waiting} {index.content} WHERE id {_AMONG}"
    connection.execute(query, (_json(names),))


def note_after(connection: sqlite3.Connection, kind: str, names: Iterable[str]) -> None:
    """Note records that are new."""
    index = INDEXES[kind]
    nothing = ", ".join(["NULL"] * len(index.columns))
    query = f"INSERT OR IGNORE INTO {index.waiting} SELECT number, {nothing} FROM {index.table} WHERE id {_AMONG}"  # noqa: S608
    connection.execute(query, (_json(names),))


def is_up_to_date(connection: sqlite3.Connection) -> bool:
    """Whether the index has the words of every record."""
    waiting = " UNION ALL ".join(f"SELECT number FROM {index.waiting}" for index in INDEXES.values())  # noqa: S608
    return connection.execute(f"{waiting} LIMIT 1").fetchone() is None


def catch_up(connection: sqlite3.Connection) -> None:
    """Bring the index up to date, in the transaction that is open."""
    for index in INDEXES.values():
        [waiting] = connection.execute(f"SELECT count(*) FROM {index.waiting}").fetchone()  # noqa: S608
        [last] = connection.execute(f"SELECT ifnull(max(number), 0) FROM {index.table}").fetchone()  # noqa: S608
        if waiting > max(_FEW, last // _SHARE):
            _build(connection, index)
        elif waiting:
            _replace(connection, index)


def rebuild(connection: sqlite3.Connection) -> None:
    """Build the whole index anew, in the transaction that is open."""
    for index in INDEXES.values():
        _build(connection, index)


def find(connection: sqlite3.Connection, kind: str, query: str, after: int = 0, most: int = -1) -> Numbers:
    """The numbers above ``after``, ascending, of ``most`` records (-1: all) that match a query of ``query_of``.

    They come as one text, which takes a third of the time of as many rows.
    """
    words = INDEXES[kind].words
    matching = f"SELECT rowid FROM {words} WHERE {words} MATCH ? AND rowid > ? ORDER BY rowid LIMIT ?"  # noqa: S608
    joined = f"SELECT ifnull(group_concat(rowid), '') FROM ({matching})"  # noqa: S608 - our own names
    [text] = connection.execute(joined, (query, after, most)).fetchone()
    return np.fromstring(text, dtype=np.int64, sep=",") if text else np.zeros(0, dtype=np.int64)


def query_of(text: str) -> str:
    """What a person types, in the index's language; empty where there is no word in it.

    All that ``sought.terms_of`` finds in it must occur.
    """
    return " AND ".join(f'"{term.words}"{" *" * term.begins}' for term in terms_of(text))


def _build(connection: sqlite3.Connection, index: Index) -> None:
    connection.execute(f"INSERT INTO {index.words} ({index.words}) VALUES ('delete-all')")  # noqa: S608 - our own names
    connection.execute(f"INSERT INTO {index.words} (rowid, {index.listed}) {index.content}")
    connection.execute(f"DELETE FROM {index.waiting}")  # noqa: S608 - our own names


def _replace(connection: sqlite3.Connection, index: Index) -> None:
    """Old words out, new words in."""
    first, waiting = index.columns[0], index.waiting
    old = f"SELECT 'delete', number, {index.listed} FROM {waiting} WHERE {first} IS NOT NULL"  # noqa: S608
    connection.execute(f"INSERT INTO {index.words} ({index.words}, rowid, {index.listed}) {old}")
    new = f"{index.content} WHERE number IN (SELECT number FROM {waiting})"  # noqa: S608 - our own names
    connection.execute(f"INSERT INTO {index.words} (rowid, {index.listed}) {new}")
    connection.execute(f"DELETE FROM {waiting}")  # noqa: S608 - our own names


def _json(names: Iterable[str]) -> str:
    return msgspec.json.encode(list(names)).decode()
