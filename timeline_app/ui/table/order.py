"""Events in order by any column, with NumPy alone: a million take a tenth of a second, none of them is decoded.

An *ordinal* is a place in the session's catalogue, which is in order of time. Every order is stable: what is equal
stays in order of time. A rank of 0 stands for what is blank and comes last whichever way the others run, as the undated
do.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from enum import Enum
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.document import Document
from timeline_app.model.event import Flag
from timeline_app.storage.catalogue import FLAGS, Catalogue
from timeline_app.ui.wording import source_name

Ordinals = NDArray[np.intp]
Ranks = NDArray[Any]
LONGEST = 48  # bytes of words by which they are put in order
_FINE = 65_534  # steps of confidence
_OPENING = " \t\r\n“”„«»‘’'\"([{…*_#-–—"
_FLAG_ORDER = (Flag.KEY, Flag.DISPUTED, Flag.PRIVATE)


class By(Enum):
    """What a column goes by, where the catalogue has it; other columns go by their ``Words``."""

    TIME = "time"
    CATEGORY = "category"
    FACTUALITY = "factuality"
    STATUS = "status"
    SOURCE = "source"
    CONFIDENCE = "confidence"
    FLAGS = "flags"


def by_time(known: Catalogue, shown: Ordinals, *, descending: bool) -> Ordinals:
    """The ``shown`` ordinals, which ascend, by earliest, latest and hand order, or backwards; undated ones last."""
    placed = shown[: int(np.searchsorted(shown, known.placed))]
    if descending and len(placed):
        placed = placed[_runs_reversed(known.earliest[placed], known.latest[placed])]
    return np.concatenate([placed, shown[len(placed) :]])


def by_rank(ranks: Ranks, shown: Ordinals, *, descending: bool) -> Ordinals:
    """The ``shown`` ordinals by the ranks that stand at them."""
    chosen = ranks[shown]
    there = chosen != 0
    some, blank = (shown, shown[:0]) if there.all() else (shown[there], shown[~there])
    keys = chosen if some is shown else chosen[there]
    return np.concatenate([some[np.argsort(~keys if descending else keys, kind="stable")], blank])


def ranks_by(by: By, known: Catalogue, documents: Mapping[int, Document]) -> Ranks:
    """The ranks of all events by what the catalogue has; ``documents`` by their numbers in it."""
    if by is By.CATEGORY:
        return _ranked(known.categories)[known.category]
    if by is By.SOURCE:
        names = [source_name(documents[at]) if at in documents else "" for at in range(max(documents, default=0) + 1)]
        return _ranked(names)[known.document]
    if by is By.CONFIDENCE:
        return np.rint(known.confidence * _FINE).astype(np.uint16) + np.uint16(1)
    if by is By.FLAGS:
        return _flag_ranks()[known.flags]
    return (known.status if by is By.STATUS else known.factuality) + np.uint8(1)


def collated(words: Iterable[str]) -> NDArray[np.bytes_]:
    """What words are put in order by: without case, accents and opening quotation marks, their first 48 bytes."""
    return np.array([_folded(text) for text in words], dtype=f"S{LONGEST}")


def ranks_by_number(numbers: NDArray[np.int64], keys: NDArray[np.bytes_]) -> NDArray[np.int32]:
    """The rank of each numbered event, at its number; equal keys have one rank, empty ones 0. Runs in any thread."""
    parts = keys.view(">u8").reshape(-1, LONGEST // 8).astype(np.uint64)
    order = np.lexsort(tuple(parts[:, column] for column in reversed(range(parts.shape[1]))))
    ordered = keys[order]
    steps = np.ones(len(keys), dtype=np.int32)
    steps[1:] = ordered[1:] != ordered[:-1]
    if len(keys) and not ordered[0]:
        steps[0] = 0
    ranks = np.zeros(int(numbers.max()) + 1 if len(numbers) else 1, dtype=np.int32)
    ranks[numbers[order]] = np.cumsum(steps, dtype=np.int32)
    return ranks


def at_numbers(ranks: NDArray[np.int32], numbers: NDArray[np.int64]) -> NDArray[np.int32]:
    """The ranks of these events; those that are newer than the ranks count as blank."""
    found: NDArray[np.int32] = ranks[np.minimum(numbers, len(ranks) - 1)].copy()
    found[numbers >= len(ranks)] = 0
    return found


def _runs_reversed(earliest: NDArray[np.int64], latest: NDArray[np.int64]) -> Ordinals:
    """Places of ascending dates, the last date first and events of one date in their own order."""
    differs = (earliest[1:] != earliest[:-1]) | (latest[1:] != latest[:-1])
    starts = np.concatenate([[0], np.flatnonzero(differs) + 1])
    lengths = np.diff(np.append(starts, len(earliest)))[::-1]
    begins = np.concatenate([[0], np.cumsum(lengths)[:-1]])
    places: Ordinals = np.arange(len(earliest)) + np.repeat(starts[::-1] - begins, lengths)
    return places


def _ranked(names: Sequence[str]) -> Ranks:
    """The rank of each name by its words, 0 for an empty one."""
    keys = [_folded(name) for name in names]
    places = {key: place for place, key in enumerate(sorted(set(keys) - {b""}), 1)}
    kind = np.uint16 if len(places) <= _FINE else np.uint32
    return np.array([places.get(key, 0) for key in keys], dtype=kind)


def _flag_ranks() -> NDArray[np.uint8]:
    """By flags as bits: key events first, then disputed, then private ones; none is blank."""
    signs = [[1 << FLAGS.index(flag) & bits != 0 for flag in _FLAG_ORDER] for bits in range(1 << len(FLAGS))]
    order = sorted(range(len(signs)), key=lambda bits: [not sign for sign in signs[bits]])
    ranks = np.zeros(len(signs), dtype=np.uint8)
    ranks[order] = np.arange(1, len(signs) + 1)
    ranks[0] = 0
    return ranks


def _folded(text: str) -> bytes:
    if text.isascii():
        return text.lstrip(_OPENING).lower().encode()
    plain = unicodedata.normalize("NFKD", text.lstrip(_OPENING).casefold())
    return "".join(sign for sign in plain if not unicodedata.combining(sign)).encode(errors="replace")
