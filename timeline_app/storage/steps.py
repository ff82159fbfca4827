"""The steps of a project's history: what a change touches, what is kept of it, and how undo and redo exchange that.

Per edit only the side is kept that is not in the tables now, and of that only the tables that differ. All functions
work in the transaction that is open.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import NamedTuple

import numpy as np

from timeline_app.model.change import Change, Origin
from timeline_app.model.event import Event
from timeline_app.storage import binning, tables
from timeline_app.storage.catalogue import Numbers
from timeline_app.storage.errors import StaleChangeError
from timeline_app.storage.rows import Rows, kind_of, rows_of, tables_changed
from timeline_app.storage.tables import AMONG, Sides, json_names, rows_from_json, rows_to_json

_NOTE = "UPDATE edits SET other_side = ? WHERE change = ? AND kind = ? AND record = ?"
_RECORDS = "SELECT record FROM edits WHERE change = ?"
_EVENTS = f"SELECT number FROM events WHERE id {AMONG}"  # noqa: S608 - our own names


class Step(NamedTuple):
    """One entry of the history; ``done`` is False while it is undone. ``who`` is empty where nobody is to be named."""

    id: int
    label: str
    origin: Origin
    at: datetime
    done: bool
    who: str = ""


class Changed(NamedTuple):
    """What a step changed: ids by kind of record, and the numbers that those events had before."""

    label: str
    ids: Mapping[str, Sequence[str]]
    gone: Numbers


def sides_of(change: Change) -> tuple[Sides, Sides, dict[str, set[str] | None]]:
    """Before and after of a change, and per kind the tables that differ, None for all. A record occurs in it once."""
    touched: dict[str, set[str] | None] = {}
    for edit in change.edits:
        kind = kind_of(edit.record)
        known = touched.setdefault(kind, set())
        if known is not None and isinstance(edit.before, Event) and isinstance(edit.after, Event):
            known |= tables_changed(edit.before, edit.after)
        else:
            touched[kind] = None
    before: Sides = {kind: {} for kind in touched}
    after: Sides = {kind: {} for kind in touched}
    for edit in change.edits:
        kind, name = kind_of(edit.record), edit.record.id
        if name in before[kind]:
            raise StaleChangeError(f"“{change.label}” changes one {kind} twice.")
        before[kind][name] = rows_of(edit.before, touched[kind]) if edit.before else None
        after[kind][name] = rows_of(edit.after, touched[kind]) if edit.after else None
    return before, after, touched


def keep(connection: sqlite3.Connection, number: int, before: Sides, after: Sides) -> None:
    """Note what a step replaces; of a step that goes on, what it had not replaced yet."""
    known = _parts(connection, number, [name for records in before.values() for name in records])
    kept = []
    for kind, records in before.items():
        for name, rows in records.items():
            part = tables.part(rows, after[kind][name])
            if name in known.get(kind, {}):
                earlier = known[kind][name]
                part = None if earlier is None else {**(part or {}), **earlier}
            kept.append((number, kind, name, _to_json(part)))
    connection.executemany("INSERT OR REPLACE INTO edits VALUES (?, ?, ?, ?)", kept)


def swap(connection: sqlite3.Connection, number: int) -> tuple[Numbers, Mapping[str, Sequence[str]]]:
    """Exchange what is kept of a step with what is in the tables.

    Gives the numbers that its events had before, and its ids by kind of record.
    """
    if binning.only_bins(connection, number):
        names = tuple(name for (name,) in connection.execute(_RECORDS, (number,)))
        gone = numbers_of(connection, names)
        binning.swap(connection, number)
        return gone, {"event": names}
    parts = _parts(connection, number)
    gone = numbers_of(connection, tuple(parts.get("event", ())))
    for kind, records in parts.items():
        touched = tables.tables_in(records.values())
        now = tables.read(connection, kind, records, touched)
        then = {name: _whole(now[name], kept) for name, kept in records.items()}
        tables.write(connection, kind, now, then, touched)
        swapped = [(_to_json(tables.part(rows, then[name])), number, kind, name) for name, rows in now.items()]
        connection.executemany(_NOTE, swapped)
    return gone, {kind: tuple(records) for kind, records in parts.items()}


def numbers_of(connection: sqlite3.Connection, events: Sequence[str]) -> Numbers:
    """The numbers that those events have that are there."""
    return np.array([number for (number,) in connection.execute(_EVENTS, (json_names(events),))], dtype=np.int64)


def _parts(connection: sqlite3.Connection, number: int, names: Sequence[str] | None = None) -> Sides:
    """What is kept of a step, of all its records or some."""
    sides: Sides = {}
    query = "SELECT kind, record, other_side FROM edits WHERE change = ?"
    among = "" if names is None else f" AND record {AMONG}"
    parameters = (number,) if names is None else (number, json_names(names))
    for kind, name, other in connection.execute(query + among, parameters):
        sides.setdefault(kind, {})[name] = rows_from_json(other) if other else None
    return sides


def _whole(now: Rows | None, kept: Rows | None) -> Rows | None:
    """A record's rows after a swap: what was kept, and what did not change."""
    return None if kept is None else {**(now or {}), **kept}


def _to_json(rows: Rows | None) -> str | None:
    return None if rows is None else rows_to_json(rows).decode()
