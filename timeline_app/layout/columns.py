"""Columns: the placed events as sorted NumPy arrays, which is all that layout reads of them.

A *row* is an index into these arrays, ``[0, len(columns))``; rows stand in order of ``earliest``, longer first.
Times are int64 seconds, half-open; an open end is ``OPEN_PAST`` or ``OPEN_FUTURE``, and everything finite lies within
``[-LIMIT, LIMIT]`` so that a difference of two times never overflows.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, fields
from enum import IntEnum
from functools import cached_property
from typing import Any

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.pyramid import Pyramid, Rows, Times
from timeline_app.model.event import Category, Event, Factuality, Status
from timeline_app.model.temporal import Precision, TemporalValue

LIMIT = 2**61  # seconds, 73 thousand million years on either side of 1970
OPEN_PAST, OPEN_FUTURE = -(2**62) + 1, 2**62 - 1

STATUSES = tuple(Status)
FACTUALITIES = tuple(Factuality)
PRECISIONS = tuple(Precision)

MOST_LONGEST = 400

Codes = NDArray[np.uint8]
_FOUND_OUT = {  # what is found out, and of which arrays
    "pyramid": ("earliest", "latest", "importance", "key"),
    "latest_sorted": ("latest",),
    "by_latest": ("latest",),
    "by_category": ("category",),
    "starts_by_category": ("earliest", "category"),
    "longest": ("earliest", "latest", "form"),
    "finest": ("precision",),
}


@dataclass(frozen=True, slots=True, eq=False)
class Spans:
    """When some events may have been, in order of ``earliest``: all that is asked of those that are not drawn."""

    earliest: Times
    latest: Times

    def __len__(self) -> int:
        """Number of events."""
        return len(self.earliest)

    def within(self, start: int, end: int) -> int:
        """How many lie inside the seconds ``[start, end)``."""
        low, high = self.earliest.searchsorted(np.array([start, end], dtype=np.int64))
        return int((self.latest[low:high] <= end).sum())


class Form(IntEnum):
    """What the words claim: one moment in one calendar unit, one moment between two, or something that lasted."""

    UNIT = 0
    BETWEEN = 1
    PERIOD = 2


@dataclass(frozen=True, eq=False)
class Columns:
    """All arrays have one length. ``ordinal`` is the place of a row's event in the sequence given to ``build``.

    ``key`` names an event across rebuilt columns: its number, or a hash of its id. Codes count into tuples:
    ``category`` into ``categories``, ``status`` into ``STATUSES``, ``factuality`` into ``FACTUALITIES``, ``precision``
    into ``PRECISIONS``.
    """

    earliest: Times
    start_latest: Times
    end_earliest: Times
    latest: Times
    form: Codes
    precision: Codes
    category: Codes
    status: Codes
    factuality: Codes
    approximate: NDArray[np.bool_]
    importance: NDArray[np.float32]
    key: Times
    ordinal: Rows
    categories: tuple[str, ...]

    def __len__(self) -> int:
        """Number of rows."""
        return len(self.earliest)

    @classmethod
    def build(cls, events: Sequence[Event]) -> Columns:
        """The columns of the events that have a value; undated ones get no row."""
        placed = [(ordinal, event, event.value) for ordinal, event in enumerate(events) if event.value is not None]
        categories = _categories([event.category for _, event, _ in placed])
        index = {name: number for number, name in enumerate(categories)}
        values = [value for _, _, value in placed]
        rows = [event for _, event, _ in placed]
        return cls.from_arrays(
            earliest=_times([_or(value.start.earliest, OPEN_PAST) for value in values]),
            start_latest=_times([_or(value.start.latest, OPEN_FUTURE) for value in values]),
            end_earliest=_times([_or(value.end.earliest, OPEN_PAST) for value in values]),
            latest=_times([_or(value.end.latest, OPEN_FUTURE) for value in values]),
            form=np.array([_form(value) for value in values], dtype=np.uint8),
            precision=np.array([PRECISIONS.index(value.precision) for value in values], dtype=np.uint8),
            category=np.array([index[event.category] for event in rows], dtype=np.uint8),
            status=np.array([STATUSES.index(event.status) for event in rows], dtype=np.uint8),
            factuality=np.array([FACTUALITIES.index(event.factuality) for event in rows], dtype=np.uint8),
            approximate=np.array([value.approximate for value in values], dtype=np.bool_),
            importance=np.array([event.importance for event in rows], dtype=np.float32),
            key=_times([_key(event.id) for event in rows]),
            ordinal=np.array([ordinal for ordinal, _, _ in placed], dtype=np.intp),
            categories=categories,
        )

    @classmethod
    def from_arrays(
        cls,
        *,
        earliest: Times,
        latest: Times,
        start_latest: Times | None = None,
        end_earliest: Times | None = None,
        form: Codes | None = None,
        precision: Codes | None = None,
        category: Codes | None = None,
        status: Codes | None = None,
        factuality: Codes | None = None,
        approximate: NDArray[np.bool_] | None = None,
        importance: NDArray[np.float32] | None = None,
        key: Times | None = None,
        ordinal: Rows | None = None,
        categories: tuple[str, ...] = (Category.OTHER.value,),
    ) -> Columns:
        """Columns of arrays in any order; what is left out is an accepted moment that happened, all alike."""
        count = len(earliest)
        order = np.lexsort((-latest, earliest))

        def codes(values: Codes | None, default: int) -> Codes:
            return np.full(count, default, dtype=np.uint8) if values is None else values[order]

        return cls(
            earliest=earliest[order],
            start_latest=(latest if start_latest is None else start_latest)[order],
            end_earliest=(earliest if end_earliest is None else end_earliest)[order],
            latest=latest[order],
            form=codes(form, Form.UNIT),
            precision=codes(precision, PRECISIONS.index(Precision.DAY)),
            category=codes(category, 0),
            status=codes(status, STATUSES.index(Status.ACCEPTED)),
            factuality=codes(factuality, FACTUALITIES.index(Factuality.HAPPENED)),
            approximate=np.zeros(count, dtype=np.bool_) if approximate is None else approximate[order],
            importance=np.full(count, 0.5, dtype=np.float32) if importance is None else importance[order],
            key=(np.arange(count, dtype=np.int64) if key is None else key)[order],
            ordinal=(np.arange(count, dtype=np.intp) if ordinal is None else ordinal)[order],
            categories=categories,
        )

    def taken(self, mask: NDArray[np.bool_]) -> Columns:
        """The rows where ``mask`` is set, in their order; what was found out about all of them need not be again."""
        rows = np.flatnonzero(mask)
        arrays = {each.name: getattr(self, each.name).take(rows) for each in fields(self) if each.name != "categories"}
        taken = Columns(**arrays, categories=self.categories)
        if "pyramid" in self.__dict__:
            taken.__dict__["pyramid"] = self.pyramid.taken(mask, taken.latest)
        if self.has_orders:
            taken.__dict__["latest_sorted"] = self.latest_sorted.compress(mask.take(self.by_latest))
            taken.__dict__["starts_by_category"] = self._starts_taken(mask)
        return taken

    def _starts_taken(self, mask: NDArray[np.bool_]) -> tuple[Times, ...]:
        """``starts_by_category`` of the rows where ``mask`` is set."""
        starts = self.starts_by_category
        borders = np.cumsum([len(each) for each in starts])[:-1]
        return tuple(
            each.compress(kept)
            for each, kept in zip(starts, np.split(mask.take(self.by_category), borders), strict=True)
        )

    def spans(self, mask: NDArray[np.bool_] | None = None) -> Spans:
        """When the rows lie, or those where ``mask`` is set."""
        if mask is None:
            return Spans(self.earliest, self.latest)
        rows = np.flatnonzero(mask)
        return Spans(self.earliest.take(rows), self.latest.take(rows))

    def like(self, other: Columns) -> Columns:
        """These columns, knowing what was found out about others of arrays that are the same in both."""
        if len(self) == len(other) and len(self.categories) == len(other.categories):
            names = dict.fromkeys(name for arrays in _FOUND_OUT.values() for name in arrays)
            same = {name for name in names if _is_same(getattr(self, name), getattr(other, name))}
            known = (name for name, arrays in _FOUND_OUT.items() if name in other.__dict__ and same.issuperset(arrays))
            self.__dict__.update({name: other.__dict__[name] for name in known})
        return self

    def span(self, row: int) -> tuple[int, int]:
        """A row's earliest and latest time, an open end taken for its other one."""
        earliest, latest = int(self.earliest[row]), int(self.latest[row])
        start = earliest if earliest != OPEN_PAST else int(min(self.end_earliest[row], self.start_latest[row]))
        end = latest if latest != OPEN_FUTURE else int(max(self.end_earliest[row], self.start_latest[row]))
        return min(start, end - 1), end

    def touching(self, start: int, end: int) -> int:
        """How many rows touch the seconds ``[start, end)``."""
        ended = self.latest_sorted.searchsorted(np.int64(start), "right")
        return int(self.earliest.searchsorted(np.int64(end)) - ended)

    def prepare(self) -> Columns:
        """Find out now, in whatever thread this is, what a scene will ask for."""
        _ = self.latest_sorted, self.finest, self.starts_by_category, self.longest, self.pyramid
        return self

    @cached_property
    def latest_sorted(self) -> Times:
        """``latest`` in its own order, for counting what has ended."""
        return np.sort(self.latest)

    @cached_property
    def by_latest(self) -> NDArray[np.int32]:
        """The rows in order of ``latest``; where it is known, filters are faster."""
        return np.argsort(self.latest, kind="stable").astype(np.int32)

    @cached_property
    def by_category(self) -> NDArray[np.int32]:
        """The rows in order of their categories, then of time; where it is known, filters are faster."""
        return np.argsort(self.category, kind="stable").astype(np.int32)

    @property
    def has_orders(self) -> bool:
        """Whether ``by_latest`` and ``by_category`` are known by now."""
        return "by_latest" in self.__dict__ and "by_category" in self.__dict__

    def look_ahead(self) -> None:
        """Find out what the first filter would have to wait for."""
        _ = self.latest_sorted, self.starts_by_category, self.by_latest, self.by_category

    @cached_property
    def finest(self) -> int:
        """The finest precision of all rows, an index into ``PRECISIONS``."""
        return int(self.precision.min()) if len(self) else PRECISIONS.index(Precision.DAY)

    @cached_property
    def longest(self) -> Rows:
        """The rows of the longest periods, at most ``MOST_LONGEST``, in no particular order."""
        rows = np.flatnonzero(self.form == Form.PERIOD)
        if len(rows) <= MOST_LONGEST:
            return rows
        lengths = self.latest.take(rows) - self.earliest.take(rows)
        return rows[np.argpartition(lengths, -MOST_LONGEST)[-MOST_LONGEST:]]

    @cached_property
    def pyramid(self) -> Pyramid:
        """Which rows matter most where, at every zoom."""
        return Pyramid.build(self.earliest, self.latest, self.importance, self.key)

    @cached_property
    def starts_by_category(self) -> tuple[Times, ...]:
        """For each category the sorted ``earliest`` of its rows."""
        return tuple(self.earliest[self.category == number] for number in range(len(self.categories)))


def _is_same(one: NDArray[Any], other: NDArray[Any]) -> bool:
    return one is other or np.array_equal(one, other)


def _categories(names: list[str]) -> tuple[str, ...]:
    """The default categories in use in their own order, then the user's in alphabetical order."""
    used = set(names)
    known = [category.value for category in Category if category.value in used]
    return (*known, *sorted(used - set(known)))


def _form(value: TemporalValue) -> Form:
    if value.is_period:
        return Form.PERIOD
    return Form.BETWEEN if value.edtf.startswith("[") else Form.UNIT


def _key(name: str) -> int:
    return int.from_bytes(hashlib.blake2b(name.encode(), digest_size=8).digest(), "big", signed=True)


def within_limits(times: Times) -> Times:
    """The times as columns hold them: open ends as they are, everything finite within ``[-LIMIT, LIMIT]``."""
    finite = (times > OPEN_PAST) & (times < OPEN_FUTURE)
    return np.where(finite, np.clip(times, -LIMIT, LIMIT), times)


def _or(time: int | None, otherwise: int) -> int:
    return otherwise if time is None else max(-LIMIT, min(LIMIT, time))


def _times(values: list[int]) -> Times:
    return np.array(values, dtype=np.int64)
