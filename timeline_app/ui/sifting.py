"""Which of many events are shown: the facets they are told apart by, filters, and what a filter leaves. No Qt.

All events are turned into columns once; a filter is a mask over them, so that none looks at events one by one.
``sift`` is a plain function of frozen values and may run in any thread. An *ordinal* counts into the session's events,
a *row* into ``columns``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import Enum
from typing import Any, NamedTuple, Protocol, overload

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import FACTUALITIES, STATUSES, Columns, Spans, within_limits
from timeline_app.layout.pyramid import Rows, Times, distinct
from timeline_app.model.event import Category, Event, Status
from timeline_app.session.session import Session
from timeline_app.storage.catalogue import FLAGS, Catalogue, Numbers
from timeline_app.storage.links import Kind as Link
from timeline_app.storage.links import Linked

Mask = NDArray[np.bool_]
CONFIDENCES = ("high", "medium", "low")
LEAST_CONFIDENT = (0.8, 0.6, 0.0)  # the least of each
WITH_NOTES, SET_BY_HAND = "with notes", "date set by hand"


class Facet(Enum):
    """What events are told apart by, and what a list of its values is called."""

    STATUS = "Status"
    CATEGORY = "Category"
    FACTUALITY = "Factuality"
    CONFIDENCE = "Confidence"
    SOURCE = "Sources"
    PERSON = "People"
    TAG = "Tags"
    FLAG = "Flags"

    @property
    def is_chosen(self) -> bool:
        """Whether people choose the values that they want to see, as against hiding those they do not."""
        return self in {Facet.PERSON, Facet.TAG, Facet.FLAG}


class Kind(NamedTuple):
    """The events that have one value of one facet."""

    facet: Facet
    value: str


Kinds = frozenset[Kind]
REJECTED: Kinds = frozenset({Kind(Facet.STATUS, Status.REJECTED)})


class Values(Protocol):
    """One facet of all events by ordinal: which values each has, as codes counting into ``names``."""

    @property
    def names(self) -> tuple[str, ...]:
        """All values."""
        ...

    def counts(self, among: Mask | None = None) -> NDArray[np.int64]:
        """By code, how many of the events have it, or of those for which ``among`` is true."""
        ...

    def having(self, names: Iterable[str]) -> Mask:
        """Which events have at least one of these values."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """A facet of which each event has one value."""

    names: tuple[str, ...]
    codes: NDArray[np.uint16]

    def counts(self, among: Mask | None = None) -> NDArray[np.int64]:
        """By code, how many of the events have it, or of those for which ``among`` is true."""
        codes = self.codes if among is None else self.codes.compress(among)  # several times as fast as an index
        return np.bincount(codes, minlength=len(self.names)).astype(np.int64)

    def having(self, names: Iterable[str]) -> Mask:
        """Which events have one of these values."""
        wanted = set(names)
        is_wanted = np.array([name in wanted for name in self.names], dtype=np.bool_)
        return is_wanted[self.codes] if len(is_wanted) else np.zeros(len(self.codes), dtype=np.bool_)


@dataclass(frozen=True, slots=True, eq=False)
class Matches:
    """What a search found, as the numbers that events have in the project. Equal only to itself."""

    numbers: Numbers

    def among(self, numbers: Numbers) -> Mask:
        """Which of these events are found."""
        if not len(self.numbers) or not len(numbers):
            return np.zeros(len(numbers), dtype=np.bool_)
        is_found = np.zeros(int(max(self.numbers.max(), numbers.max())) + 1, dtype=np.bool_)
        is_found[self.numbers] = True
        return is_found[numbers]


class FoundRows(NamedTuple):
    """Which rows of some columns a search found, and when these begin, ascending."""

    mask: Mask
    starts: Times


class Period(NamedTuple):
    """Seconds ``[start, end)`` of which an event has to touch some, and the EDTF text that was meant ("" if none)."""

    start: int
    end: int
    edtf: str = ""


@dataclass(frozen=True, slots=True)
class Filter:
    """What is to be shown: none of the ``hidden`` kinds, of each facet with ``chosen`` kinds at least one of those.

    Only what touches ``period``, and only what is ``found``, where these are given.
    """

    hidden: Kinds = REJECTED
    chosen: Kinds = frozenset()
    period: Period | None = None
    found: Matches | None = None

    @property
    def is_plain(self) -> bool:
        """Whether it hides nothing, or only what was rejected."""
        return self.hidden <= REJECTED and not self.chosen and self.period is None and self.found is None

    @property
    def plain(self) -> Filter:
        """Without everything that ``is_plain`` asks for."""
        return Filter(self.hidden & REJECTED)

    @property
    def facets(self) -> frozenset[Facet]:
        """The facets that it asks about."""
        return frozenset(kind.facet for kind in self.hidden | self.chosen)

    def values(self, facet: Facet) -> frozenset[str]:
        """The hidden or chosen values of a facet."""
        return frozenset(kind.value for kind in self.hidden | self.chosen if kind.facet is facet)

    def with_values(self, facet: Facet, values: Iterable[str]) -> Filter:
        """With other hidden or chosen values of a facet."""
        kinds = self.chosen if facet.is_chosen else self.hidden
        now = frozenset(kind for kind in kinds if kind.facet is not facet) | {Kind(facet, value) for value in values}
        return replace(self, chosen=now) if facet.is_chosen else replace(self, hidden=now)

    def in_period(self, period: Period | None) -> Filter:
        """With another period, or none."""
        return replace(self, period=period)


PLAIN = Filter()


@dataclass(frozen=True, eq=False)
class Base:
    """All events of a session: ``columns`` of those that are placed, and by ordinal the number of each.

    ``read`` gives the values of a facet; it is asked once, in the thread of the session.
    """

    events: Sequence[Event]
    columns: Columns
    numbers: Numbers
    read: Callable[[Facet], Values]
    known: Catalogue | None = None  # what it was made of
    _facets: dict[Facet, Values] = field(default_factory=dict)
    _totals: dict[Facet, NDArray[np.int64]] = field(default_factory=dict)

    @classmethod
    def of(cls, session: Session, before: Base | None = None) -> Base:
        """The base of a session's events, none of which is looked at for it; made of that ``before`` an edit."""
        known = session.catalogue
        columns = _columns_of(known, before)
        return cls(session.events, columns, known.number, lambda facet: _READ[facet](session), known)

    def facet(self, facet: Facet) -> Values:
        """The values of a facet; for some of a million events the first time takes a second."""
        if facet not in self._facets:
            self._facets[facet] = self.read(facet)
        return self._facets[facet]

    def totals(self, facet: Facet) -> NDArray[np.int64]:
        """By the codes of a facet's values, how many events have each."""
        if facet not in self._totals:
            self._totals[facet] = self.facet(facet).counts()
        return self._totals[facet]

    @property
    def facets(self) -> Mapping[Facet, Values]:
        """The facets that somebody asked for, so that they can be looked at in any thread."""
        return self._facets


def _columns_of(known: Catalogue, before: Base | None = None) -> Columns:
    """The columns of the placed events, which stand first in the catalogue; only the categories in use are in them.

    Where they stand in the order of those before an edit, only what is another now is put into that order.
    """
    count = known.placed
    categories, codes = _categories_of(known)
    arrays: dict[str, Callable[[], NDArray[Any]]] = {
        "earliest": lambda: within_limits(known.earliest[:count]),
        "start_latest": lambda: within_limits(known.start_latest[:count]),
        "end_earliest": lambda: within_limits(known.end_earliest[:count]),
        "latest": lambda: within_limits(known.latest[:count]),
        "form": lambda: known.form[:count],
        "precision": lambda: known.precision[:count],
        "status": lambda: known.status[:count],
        "factuality": lambda: known.factuality[:count],
        "importance": lambda: known.importance[:count],
        "category": lambda: codes[known.category[:count]],
        "approximate": lambda: known.approximate[:count].astype(np.bool_),
    }
    if before is None or before.known is None or not _have_one_order(known, before.known):
        rows = {name: array() for name, array in arrays.items()}
        return Columns.from_arrays(**rows, key=known.number[:count], categories=categories)
    past, order = before.known, before.columns.ordinal
    others = {name for name in arrays if not np.array_equal(getattr(known, name), getattr(past, name))}
    if (known.categories, categories) != (past.categories, before.columns.categories):
        others.add("category")
    rows = {name: arrays[name]().take(order) for name in others}
    return replace(before.columns, **rows, categories=categories).like(before.columns)


def _have_one_order(known: Catalogue, other: Catalogue) -> bool:
    """Whether the same events are placed in both, each at its place in time."""
    names = ("number", "earliest", "latest")
    return known.placed == other.placed and all(
        np.array_equal(getattr(known, name), getattr(other, name)) for name in names
    )


def _categories_of(known: Catalogue) -> tuple[tuple[str, ...], NDArray[np.uint8]]:
    """The categories in use by placed events, and by the catalogue's codes the code of each among them."""
    used = {known.categories[number] for number in distinct(known.category[: known.placed]).tolist()}
    usual = [str(category) for category in Category if category in used]
    categories = (*usual, *sorted(used - set(usual)))
    codes = [categories.index(name) if name in used else 0 for name in known.categories]
    return categories, np.array(codes, dtype=np.uint8)


def _flags(known: Catalogue) -> Linked:
    """The flags as pairs; few events have any."""
    having = {str(flag): np.flatnonzero(known.flags & (1 << bit)) for bit, flag in enumerate(FLAGS)}
    having |= {WITH_NOTES: np.flatnonzero(known.has_notes), SET_BY_HAND: np.flatnonzero(known.set_by_hand)}
    ordinals = list(having.values())
    codes = [np.full(len(those), code, dtype=np.int32) for code, those in enumerate(ordinals)]
    return Linked(np.concatenate(ordinals), np.concatenate(codes), tuple(having), len(known))


def _confidences(known: Catalogue) -> Coded:
    codes = np.zeros(len(known), dtype=np.uint16)
    for least in LEAST_CONFIDENT[:-1]:
        codes += known.confidence < least
    return Coded(CONFIDENCES, codes)


_READ: dict[Facet, Callable[[Session], Values]] = {
    Facet.STATUS: lambda session: Coded(tuple(map(str, STATUSES)), session.catalogue.status.astype(np.uint16)),
    Facet.CATEGORY: lambda session: Coded(session.catalogue.categories, session.catalogue.category),
    Facet.FACTUALITY: lambda session: Coded(
        tuple(map(str, FACTUALITIES)), session.catalogue.factuality.astype(np.uint16)
    ),
    Facet.CONFIDENCE: lambda session: _confidences(session.catalogue),
    Facet.SOURCE: lambda session: session.linked(Link.DOCUMENT),
    Facet.PERSON: lambda session: session.linked(Link.PARTICIPANT),
    Facet.TAG: lambda session: session.linked(Link.TAG),
    Facet.FLAG: lambda session: _flags(session.catalogue),
}


class Chosen(Sequence[Event]):
    """Some of many events, looked up when they are asked for."""

    def __init__(self, events: Sequence[Event], ordinals: Rows) -> None:
        self._events, self.ordinals = events, ordinals

    def __len__(self) -> int:
        return len(self.ordinals)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen: ...
    def __getitem__(self, index: int | slice) -> Event | Chosen:
        if isinstance(index, slice):
            return Chosen(self._events, self.ordinals[index])
        return self._events[int(self.ordinals[index])]

    def __iter__(self) -> Iterator[Event]:
        return (self._events[ordinal] for ordinal in self.ordinals.tolist())


@dataclass(frozen=True, slots=True, eq=False)
class Sifted:
    """What a filter leaves of a base, and what it hides of it beside what was rejected.

    By ordinal ``mask`` says what is left, and ``rows`` in which row, -1 where it has none. ``parts`` are the masks of
    which ``mask`` is what all have in common: one for each facet that is asked about, under None those of all else.
    """

    base: Base
    filter: Filter
    mask: Mask
    columns: Columns
    filtered: Spans | None
    rows: NDArray[np.int32]
    events: Chosen
    parts: Mapping[Facet | None, Mask]
    _counts: dict[Facet, dict[str, int]] = field(default_factory=dict)

    @property
    def total(self) -> int:
        """How many events there would be without the filter."""
        return int(_left(self.base, self.filter.plain).sum())

    def counts(self, facet: Facet) -> Mapping[str, int]:
        """How many events of each value are left by all that is asked about other facets."""
        if facet not in self._counts:
            others = _common([part for of, part in self.parts.items() if of is not facet])
            counts = _counts(self.base, facet, others)
            self._counts[facet] = dict(zip(self.base.facet(facet).names, counts.tolist(), strict=True))
        return self._counts[facet]

    def prepare(self) -> Sifted:
        """Find out now, in whatever thread this is, what a picture and the lists of values will ask for."""
        self.columns.prepare()
        for facet in self.base.facets:
            self.counts(facet)
        return self


def sift(base: Base, wanted: Filter) -> Sifted:
    """Leave out what a filter hides, and make ready what a picture of the rest needs.

    The facets that the filter asks about must have been read (``Base.facet``) unless this is the session's thread.
    """
    parts = _parts(base, wanted)
    everything = _common(list(parts.values()))
    mask = np.ones(len(base.events), dtype=np.bool_) if everything is None else everything
    placed = mask[base.columns.ordinal]
    _ = base.columns.pyramid  # of which that of the rest is a part
    columns = base.columns if placed.all() else base.columns.taken(placed)
    filtered = None
    if not wanted.is_plain:
        filtered = base.columns.spans(_left(base, wanted.plain)[base.columns.ordinal] & ~placed)
    rows = np.full(len(base.events), -1, dtype=np.int32)
    rows[columns.ordinal] = np.arange(len(columns), dtype=np.int32)
    columns.prepare()
    return Sifted(base, wanted, mask, columns, filtered, rows, Chosen(base.events, np.flatnonzero(mask)), parts)


def _counts(base: Base, facet: Facet, among: Mask | None) -> NDArray[np.int64]:
    """How many of the events for which ``among`` is true have each value: the fewer are counted, or the others."""
    if among is None:
        return base.totals(facet)
    if 2 * np.count_nonzero(among) <= len(among):
        return base.facet(facet).counts(among)
    return base.totals(facet) - base.facet(facet).counts(~among)


def _left(base: Base, wanted: Filter) -> Mask:
    left = _common(list(_parts(base, wanted).values()))
    return np.ones(len(base.events), dtype=np.bool_) if left is None else left


def _parts(base: Base, wanted: Filter) -> dict[Facet | None, Mask]:
    """The mask of each facet that is asked about, and under None that of period and search."""
    parts: dict[Facet | None, Mask] = {facet: _of_facet(base, wanted, facet) for facet in wanted.facets}
    rest = [each for each in (_in_period(base, wanted.period), _found(base, wanted.found)) if each is not None]
    if (common := _common(rest)) is not None:
        parts[None] = common
    return parts


def _of_facet(base: Base, wanted: Filter, facet: Facet) -> Mask:
    values = base.facet(facet)
    asked = wanted.values(facet)
    if facet.is_chosen:
        return values.having(asked)
    if isinstance(values, Coded):
        return ~values.having(asked)
    return values.having(set(values.names) - asked) | ~values.having(values.names)  # or it has no value at all


def _in_period(base: Base, period: Period | None) -> Mask | None:
    """Which events may have happened in a period; none that has no place in time."""
    if period is None:
        return None
    found = np.zeros(len(base.events), dtype=np.bool_)
    columns = base.columns
    found[columns.ordinal[(columns.latest > period.start) & (columns.earliest < period.end)]] = True
    return found


def _found(base: Base, found: Matches | None) -> Mask | None:
    return None if found is None else found.among(base.numbers)


def _common(masks: Sequence[Mask]) -> Mask | None:
    """What all masks have in common; None of no masks, that is everything."""
    return np.logical_and.reduce(masks) if masks else None
