"""What is known of every event without decoding it: where it stands in time, its kinds, its first source.

A ``Catalogue`` is a set of parallel NumPy arrays in the order in which people see the events: by earliest and latest
time, then by hand, then as the documents and their texts run, the undated last. Its arrays are never changed; an edit
makes a new catalogue that shares what did not change. Times are int64 seconds, open ends ``OPEN_PAST`` and
``OPEN_FUTURE``.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields
from itertools import islice
from typing import Any

import msgspec
import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event import Factuality, Flag, Status
from timeline_app.model.temporal import Precision

Numbers = NDArray[np.int64]
Codes = NDArray[np.uint8]

OPEN_PAST, OPEN_FUTURE = -(2**62) + 1, 2**62 - 1
STATUSES, FACTUALITIES, PRECISIONS = tuple(Status), tuple(Factuality), tuple(Precision)
FORMS = ("unit", "between", "period")
FLAGS = tuple(Flag)
"""What codes count into; of ``flags`` the bits, in this order."""

MOST = 2**26
"""Above every number of an event or document; arrays are made by number, and a file may be a stranger's."""
SHOWN = "merged_into IS NULL AND id NOT IN (SELECT event FROM bin)"
"""What SQL asks of an event that is shown."""
_CHUNK = 20_000
_FEW = 64  # rows whose places are cut out one by one
_MARKS = ("approximate", "set_by_hand", "edited", "has_notes", "unplaced")  # bits of one number, in this order
_KINDS = ("form", "precision", "status", "factuality", "flags")  # words of one text, in this order
_QUERY = f"""
SELECT number, ifnull(earliest, {OPEN_PAST}), ifnull(start_latest, {OPEN_FUTURE}), ifnull(end_earliest, {OPEN_PAST}),
    ifnull(latest, {OPEN_FUTURE}), category, confidence, importance, lane, place, document, ifnull(start, 0),
    ifnull(approximate, 0) + 2 * set_by_hand + 4 * edited + 8 * (notes <> '') + 16 * (form IS NULL),
    ifnull(form, '{FORMS[0]}') || ' ' || ifnull(precision, '{PRECISIONS[0]}') || ' ' || status || ' ' || factuality
        || ' ' || flags
FROM events"""  # noqa: S608 - our own numbers and names; fewer columns take less time
_KEYS = ("unplaced", "earliest", "latest", "place", "document", "start", "number")  # the order, first key first


@dataclass(frozen=True, slots=True, eq=False)
class Catalogue:
    """``number`` names an event in the project, for as long as it is there; ``category`` counts into ``categories``,
    ``lane`` into ``lanes``. ``confidence`` and ``importance`` lie in 0 to 1.

    ``document`` is the number of the document of the first citation, 0 where there is none, ``start`` the place in it;
    all cited documents, participants and tags are ``links.Links``. ``flags`` are bits in the order of ``FLAGS``;
    ``set_by_hand``, ``edited`` and ``has_notes`` are 0 or 1. Hidden events (in the bin, or merged into another) are not
    in it.
    """  # noqa: D205 - one thought

    number: Numbers
    earliest: Numbers
    start_latest: Numbers
    end_earliest: Numbers
    latest: Numbers
    form: Codes
    precision: Codes
    approximate: Codes
    status: Codes
    factuality: Codes
    category: NDArray[np.uint16]
    confidence: NDArray[np.float32]
    importance: NDArray[np.float32]
    set_by_hand: Codes
    edited: Codes
    has_notes: Codes
    flags: Codes
    lane: NDArray[np.uint16]
    place: NDArray[np.int32]
    unplaced: Codes
    document: NDArray[np.int32]
    start: NDArray[np.int32]
    categories: tuple[str, ...]
    lanes: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.number)

    @property
    def placed(self) -> int:
        """How many events have a place in time; they stand first."""
        return int(np.searchsorted(self.unplaced, 1))

    def ordinals(self, numbers: Numbers) -> NDArray[np.intp]:
        """Where those of the numbered events stand that are in here, ascending."""
        return np.flatnonzero(np.isin(self.number, numbers))

    def replaced(self, gone: Numbers, new: Catalogue) -> Catalogue:
        """Without the events numbered ``gone``, with those of ``new``, which has these categories and maybe more."""
        at = self.ordinals(gone)
        if len(at) == len(new) and self._keys_are(at, new):
            return self._overwritten(at, new)
        return self._spliced(at, new)

    def _keys_are(self, at: NDArray[np.intp], new: Catalogue) -> bool:
        return all(np.array_equal(getattr(self, key)[at], getattr(new, key)) for key in _KEYS)

    def _overwritten(self, at: NDArray[np.intp], new: Catalogue) -> Catalogue:
        arrays: dict[str, Any] = {}
        for name in _ARRAYS:
            old, now = getattr(self, name), getattr(new, name)
            if not np.array_equal(old[at], now):
                arrays[name] = old.copy()
                arrays[name][at] = now
        arrays = {name: arrays.get(name, getattr(self, name)) for name in _ARRAYS}
        return Catalogue(**arrays, categories=new.categories, lanes=new.lanes)

    def _spliced(self, at: NDArray[np.intp], new: Catalogue) -> Catalogue:
        """Cut out the rows ``at``, put the new ones in where they belong."""
        places = self._places(new)
        cuts = np.concatenate([at, places])
        if len(cuts) <= _FEW:
            order = np.argsort(cuts, kind="stable")
            return self._joined([(int(cuts[n]), int(n) - len(at)) for n in order], new)
        kept = np.ones(len(self), dtype=np.bool_)
        kept[at] = False
        left = places - np.searchsorted(at, places)
        arrays = {name: np.insert(getattr(self, name)[kept], left, getattr(new, name)) for name in _ARRAYS}
        return Catalogue(**arrays, categories=new.categories, lanes=new.lanes)

    def _joined(self, cuts: Sequence[tuple[int, int]], new: Catalogue) -> Catalogue:
        """Join what lies between the cuts: (place, row of ``new``), or a negative row where the one there goes."""
        arrays: dict[str, Any] = {}
        for name in _ARRAYS:
            old, now = getattr(self, name), getattr(new, name)
            pieces, done = [], 0
            for place, row in cuts:
                pieces.append(old[done:place])
                if row >= 0:
                    pieces.append(now[row : row + 1])
                done = max(done, place + (row < 0))
            arrays[name] = np.concatenate([*pieces, old[done:]])
        return Catalogue(**arrays, categories=new.categories, lanes=new.lanes)

    def _places(self, new: Catalogue) -> NDArray[np.intp]:
        """Where each row of ``new`` belongs: a binary search for all at once."""
        low = np.zeros(len(new), dtype=np.intp)
        high = np.full(len(new), len(self), dtype=np.intp)
        while len(self) and np.any(low < high):
            middle = np.minimum((low + high) // 2, len(self) - 1)
            is_before = np.zeros(len(new), dtype=np.bool_)
            is_equal = np.ones(len(new), dtype=np.bool_)
            for key in _KEYS:
                mine, other = getattr(self, key)[middle], getattr(new, key)
                is_before |= is_equal & (mine < other)
                is_equal &= mine == other
            searching = low < high
            low = np.where(searching & is_before, middle + 1, low)
            high = np.where(searching & ~is_before, middle, high)
        return low


_ARRAYS = tuple(field.name for field in fields(Catalogue) if field.name not in {"categories", "lanes"})
_TYPES = {
    name: np.dtype(kind)
    for kind, names in {
        "i8": ("number", "earliest", "start_latest", "end_earliest", "latest"),
        "u1": (
            "form",
            "precision",
            "approximate",
            "status",
            "factuality",
            "set_by_hand",
            "edited",
            "has_notes",
            "flags",
            "unplaced",
        ),
        "u2": ("category", "lane"),
        "i4": ("place", "document", "start"),
        "f4": ("confidence", "importance"),
    }.items()
    for name in names
}


def load(
    connection: sqlite3.Connection,
    names: Iterable[str] | None = None,
    categories: Sequence[str] = (),
    lanes: Sequence[str] = (),
) -> Catalogue:
    """The catalogue of all events, or of those with some ids.

    ``categories`` and ``lanes`` have codes already; those not among them follow.
    """
    documents = dict(connection.execute("SELECT id, number FROM documents"))
    if any(not 0 < number < MOST for number in documents.values()):
        raise ValueError("a document's number is out of range")
    coder = _Coder(documents, categories, lanes)
    if names is None:
        has_bin = connection.execute("SELECT EXISTS (SELECT 1 FROM bin)").fetchone()[0]
        rows = connection.execute(f"{_QUERY} WHERE {SHOWN if has_bin else 'merged_into IS NULL'}")
    else:
        among = f"id IN (SELECT value FROM json_each(?)) AND {SHOWN}"  # noqa: S608 - our own names
        rows = connection.execute(f"{_QUERY} WHERE {among}", (msgspec.json.encode(list(names)).decode(),))
    chunks = []
    while chunk := list(islice(rows, _CHUNK)):
        chunks.append(coder.arrays(chunk))
    arrays = {
        name: np.concatenate([chunk[name] for chunk in chunks]) if chunks else np.zeros(0, dtype=_TYPES[name])
        for name in _ARRAYS
    }
    if len(numbers := arrays["number"]) and not 0 < numbers.min() <= numbers.max() < MOST:
        raise ValueError("an event's number is out of range")
    order = np.lexsort(tuple(arrays[key] for key in reversed(_KEYS)))
    sorted_ = {name: array[order] for name, array in arrays.items()}
    return Catalogue(**sorted_, categories=tuple(coder.categories), lanes=tuple(coder.lanes))


class _Codes(dict[str, int]):
    """Numbers for names, given as they come."""

    def __missing__(self, name: str) -> int:
        code = self[name] = len(self)
        return code


class _Coder:
    """Rows of the query to arrays."""

    def __init__(self, documents: dict[str, int], categories: Iterable[str], lanes: Iterable[str]) -> None:
        self.categories, self.lanes = (
            _Codes({name: code for code, name in enumerate(names)}) for names in (categories, lanes)
        )
        self._codes = {
            "category": self.categories,
            "lane": self.lanes,
            "document": defaultdict(int, documents),  # 0 for none
            "kinds": _Codes(),
        }
        self._kinds: list[tuple[int, ...]] = []  # by their code

    def arrays(self, rows: list[tuple[Any, ...]]) -> dict[str, NDArray[Any]]:
        """The arrays of some rows."""
        columns = dict(zip(_COLUMNS, zip(*rows, strict=True), strict=True))
        found = {name: self._array(name, columns[name]) for name in _COLUMNS}
        marks, kinds = found.pop("marks"), found.pop("kinds")
        found |= {name: (marks >> bit & 1).astype("u1") for bit, name in enumerate(_MARKS)}
        self._kinds += map(_kinds, list(self._codes["kinds"])[len(self._kinds) :])
        table = np.array(self._kinds, dtype="u1")
        return found | {name: table[kinds, at] for at, name in enumerate(_KINDS)}

    def _array(self, name: str, values: tuple[Any, ...]) -> NDArray[Any]:
        """One column; what has codes as these."""
        coded = map(self._codes[name].__getitem__, values) if name in self._codes else values
        return np.fromiter(coded, _TYPES.get(name, np.dtype("i8")), len(values))


def _kinds(words: str) -> tuple[int, ...]:
    """The codes of ``_KINDS`` that some words of a row mean."""
    form, precision, status, factuality, *flags = words.split()
    codes = FORMS.index(form), PRECISIONS.index(Precision(precision)), STATUSES.index(Status(status))
    bits = sum(1 << FLAGS.index(Flag(flag)) for flag in set(flags))
    return *codes, FACTUALITIES.index(Factuality(factuality)), bits


_COLUMNS = (
    "number", "earliest", "start_latest", "end_earliest", "latest", "category", "confidence", "importance", "lane",
    "place", "document", "start", "marks", "kinds",
)  # fmt: skip
