"""Undo and redo of steps that only put events into the bin or take them out: as sets, however many they are."""

from __future__ import annotations

import sqlite3

_OUT = """'{"bin":[]}'"""
_IN = """'{"bin":[["' || record || '"]]}'"""
_ANYTHING_ELSE = f"""
SELECT EXISTS (
    SELECT 1 FROM edits WHERE change = ? AND (kind <> 'event' OR ifnull(other_side, '') NOT IN ({_OUT}, {_IN}))
)"""  # noqa: S608 - our own texts
_TO_COME_OUT = f"SELECT record FROM edits WHERE change = ? AND other_side = {_OUT}"  # noqa: S608 - our own texts
_TO_GO_IN = f"SELECT record FROM edits WHERE change = ? AND other_side <> {_OUT}"  # noqa: S608 - our own texts
_SWAP = f"""
UPDATE edits SET other_side = CASE other_side WHEN {_OUT} THEN {_IN} ELSE {_OUT} END WHERE change = ?"""  # noqa: S608 - our own texts


def only_bins(connection: sqlite3.Connection, change: int) -> bool:
    """Whether a step does nothing else."""
    return not connection.execute(_ANYTHING_ELSE, (change,)).fetchone()[0]


def swap(connection: sqlite3.Connection, change: int) -> None:
    """Exchange the kept sides of such a step with what is in the table, in the transaction that is open."""
    coming = [name for (name,) in connection.execute(_TO_COME_OUT, (change,))]
    connection.execute(f"INSERT INTO bin {_TO_GO_IN}", (change,))
    connection.executemany("DELETE FROM bin WHERE event = ?", [(name,) for name in coming])
    connection.execute(_SWAP, (change,))
