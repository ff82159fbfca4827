"""Which people take part in each event, which tags it has and which documents it cites, without decoding it.

An event may have many of each, and each may belong to many events: ``Links`` are pairs, as parallel arrays. A million
of them take a second or two to read, so they are read when somebody first asks (``Session.linked``).
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from itertools import islice

import numpy as np
from numpy.typing import NDArray

from timeline_app.storage.catalogue import Catalogue, Numbers
from timeline_app.storage.tables import AMONG, json_names

_CHUNK = 50_000
_BITS = 32  # of a code, below an event's number
_CODE = (1 << _BITS) - 1
_OTHER_CITATIONS = """
SELECT number, linked FROM (
    SELECT event, document AS linked FROM citations INDEXED BY citations_by_document WHERE ordinal > 0
) CROSS JOIN events ON id = event"""


class Kind(Enum):
    """What an event is linked with, and how SQL lists it with the event's id."""

    PARTICIPANT = "SELECT event, name AS linked FROM participants"
    TAG = "SELECT event, tag AS linked FROM tags"
    DOCUMENT = "SELECT event, document AS linked FROM citations"


@dataclass(frozen=True, slots=True, eq=False)
class Links:
    """Pairs of an event's ``number``, as in a catalogue, and a ``code`` that counts into ``names``; each pair once.

    Hidden events have theirs too. Names that no event has any more may be among ``names``.
    """

    number: Numbers
    code: NDArray[np.int32]
    names: tuple[str, ...]

    def replaced(self, gone: Numbers, new: Links) -> Links:
        """Without the pairs of the events numbered ``gone``, with those of ``new``, which has these names and more."""
        kept = ~np.isin(self.number, gone)
        return Links(np.append(self.number[kept], new.number), np.append(self.code[kept], new.code), new.names)

    def on(self, places: NDArray[np.int64]) -> Linked:
        """The pairs of shown events; ``places`` gives by number where an event stands, -1 where it is not shown."""
        known = self.number < len(places)
        ordinal = np.full(len(self.number), -1, dtype=np.int64)
        ordinal[known] = places[self.number[known]]
        shown = ordinal >= 0
        return Linked(ordinal[shown], self.code[shown], self.names, int(np.count_nonzero(places >= 0)))


@dataclass(frozen=True, slots=True, eq=False)
class Linked:
    """Pairs of the place of an event among ``total`` events (``Session.events``) and a code into ``names``, unordered.

    For ``Kind.DOCUMENT`` the names are documents' ids.
    """

    ordinal: NDArray[np.int64]
    code: NDArray[np.int32]
    names: tuple[str, ...]
    total: int

    def counts(self, among: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
        """By code, how many events have it: of all, or of those for whose places ``among`` is true."""
        codes = self.code if among is None else self.code.compress(among.take(self.ordinal))
        return np.bincount(codes, minlength=len(self.names)).astype(np.int64)

    def having(self, names: Iterable[str]) -> NDArray[np.bool_]:
        """By place, whether an event has at least one of some names."""
        wanted = set(names)
        has_name = np.array([name in wanted for name in self.names], dtype=np.bool_)
        found = np.zeros(self.total, dtype=np.bool_)
        if has_name.any():
            found[self.ordinal[has_name[self.code]]] = True
        return found


def load(
    connection: sqlite3.Connection, kind: Kind, numbers: Numbers | None = None, names: Sequence[str] = ()
) -> Links:
    """The links of all events, or of the numbered ones; ``names`` have codes already, those not among them follow."""
    joined = "SELECT number, linked FROM ({}) CROSS JOIN events ON id = event"
    if numbers is None:
        return _coded(connection.execute(joined.format(kind.value)), names)
    some = f"{kind.value} WHERE event IN (SELECT id FROM events WHERE number {AMONG})"  # noqa: S608 - our own names
    return _coded(connection.execute(joined.format(some), (json_names(numbers.tolist()),)), names)


def load_documents(connection: sqlite3.Connection, catalogue: Catalogue) -> Links:
    """The documents that the events of a catalogue cite: the first is in it, so only the others are read."""
    known = dict(connection.execute("SELECT number, id FROM documents ORDER BY number"))
    codes = np.zeros(max(known, default=0) + 1, dtype=np.int64)
    codes[list(known)] = np.arange(len(known))
    citing = np.flatnonzero(catalogue.document)
    firsts = catalogue.number[citing] << _BITS | codes[catalogue.document[citing]]
    others = _coded(connection.execute(_OTHER_CITATIONS), tuple(known.values()))
    return _distinct(np.append(firsts, others.number << _BITS | others.code), others.names)


def _coded(rows: Iterator[tuple[int, str]], names: Sequence[str]) -> Links:
    codes = {name: code for code, name in enumerate(names)}
    keys = [np.zeros(0, dtype=np.int64)]
    while chunk := list(islice(rows, _CHUNK)):
        numbers, linked = zip(*chunk, strict=True)
        for name in dict.fromkeys(linked):
            codes.setdefault(name, len(codes))
        coded = np.fromiter(map(codes.__getitem__, linked), np.int64, len(chunk))
        keys.append(np.fromiter(numbers, np.int64, len(chunk)) << _BITS | coded)
    return _distinct(np.concatenate(keys), tuple(codes))


def _distinct(keys: Numbers, names: tuple[str, ...]) -> Links:
    """The links of keys, each once (sorting is faster than ``np.unique``, which hashes)."""
    keys.sort()
    once = np.ones(len(keys), dtype=np.bool_)
    once[1:] = keys[1:] != keys[:-1]
    pairs = keys[once]
    return Links(pairs >> _BITS, (pairs & _CODE).astype(np.int32), names)
