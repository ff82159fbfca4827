"""The words of events to put them in order by: titles, people, tags, notes and first quotes, some events at a time."""

from __future__ import annotations

import sqlite3
from enum import StrEnum


class Words(StrEnum):
    """Which words of an event."""

    TITLE = "title"
    PEOPLE = "people"
    TAGS = "tags"
    NOTES = "notes"
    QUOTE = "quote"


_LISTED = (
    "(SELECT group_concat({column}, '; ') FROM (SELECT {column} FROM {table} WHERE event = events.id ORDER BY ordinal))"
)
_EXPRESSIONS = {
    Words.TITLE: "title",
    Words.NOTES: "notes",
    Words.PEOPLE: _LISTED.format(column="name", table="participants"),
    Words.TAGS: _LISTED.format(column="tag", table="tags"),
    Words.QUOTE: "(SELECT exact FROM citations WHERE event = events.id AND ordinal = 0)",
}


def read(connection: sqlite3.Connection, which: Words, after: int, most: int) -> list[tuple[int, str]]:
    """Numbers and words of at most ``most`` events whose number is above ``after``, by number, hidden ones too."""
    columns = f"number, ifnull({_EXPRESSIONS[which]}, '')"
    query = f"SELECT {columns} FROM events WHERE number > ? ORDER BY number LIMIT ?"  # noqa: S608 - our own names
    return connection.execute(query, (after, most)).fetchall()
