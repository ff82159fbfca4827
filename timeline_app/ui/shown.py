"""What of the session the timeline shows: its events without the hidden kinds, as columns and texts. No Qt.

All events are turned into columns once; what is hidden is a mask over them, so that no filter looks at events one by
one. ``sift`` is a plain function of frozen values and may run in any thread. Rejected events are hidden until they are
asked for. An *ordinal* counts into the session's events, a *row* into ``columns``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum
from functools import cached_property
from typing import NamedTuple, overload

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import FACTUALITIES, OPEN_FUTURE, OPEN_PAST, STATUSES, Columns, within_limits
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.texts import EventTexts
from timeline_app.model.document import DocumentId
from timeline_app.model.event import Category, Event, EventId, Factuality, Status
from timeline_app.session.session import Session, UnknownRecordError
from timeline_app.storage.catalogue import Catalogue

Mask = NDArray[np.bool_]


class Facet(Enum):
    """What events are told apart by."""

    STATUS = "Status"
    CATEGORY = "Category"
    FACTUALITY = "Factuality"


class Kind(NamedTuple):
    """The events that have one value of one facet."""

    facet: Facet
    value: str


Kinds = frozenset[Kind]
REJECTED: Kinds = frozenset({Kind(Facet.STATUS, Status.REJECTED)})

_ORDER = {
    Facet.STATUS: tuple(Status),
    Facet.CATEGORY: tuple(Category),
    Facet.FACTUALITY: tuple(Factuality),
}
_READ: dict[Facet, Callable[[Event], str]] = {
    Facet.STATUS: lambda event: str(event.status),
    Facet.CATEGORY: lambda event: event.category,
    Facet.FACTUALITY: lambda event: str(event.factuality),
}


@dataclass(frozen=True, slots=True, eq=False)
class Coded:
    """One facet of all events: ``codes`` by ordinal, counting into ``names``."""

    names: tuple[str, ...]
    codes: NDArray[np.uint16]

    def is_any(self, names: set[str]) -> Mask:
        """Which events have one of these values."""
        wanted = np.array([name in names for name in self.names], dtype=np.bool_)
        return wanted[self.codes] if len(wanted) else np.zeros(len(self.codes), dtype=np.bool_)

    def counts(self) -> dict[str, int]:
        """How many events have each value."""
        numbers = np.bincount(self.codes, minlength=len(self.names)).tolist()
        return dict(zip(self.names, numbers, strict=True))


@dataclass(frozen=True, eq=False)
class Base:
    """All events of a session: ``columns`` of those that are placed, and the facets of all."""

    events: Sequence[Event]
    columns: Columns
    facets: dict[Facet, Coded]

    @classmethod
    def of(cls, session: Session) -> Base:
        """The base of a session's events, none of which is looked at for it."""
        known = session.catalogue
        facets = {
            Facet.STATUS: Coded(tuple(map(str, STATUSES)), known.status.astype(np.uint16)),
            Facet.CATEGORY: Coded(known.categories, known.category.astype(np.uint16)),
            Facet.FACTUALITY: Coded(tuple(map(str, FACTUALITIES)), known.factuality.astype(np.uint16)),
        }
        return cls(session.events, _columns_of(known), facets)


def _columns_of(known: Catalogue) -> Columns:
    """The columns of the placed events, which stand first in the catalogue; only the categories in use are in them."""
    count = known.placed
    used = {known.categories[number] for number in np.unique(known.category[:count]).tolist()}
    usual = [str(category) for category in Category if category in used]
    categories = (*usual, *sorted(used - set(usual)))
    codes = np.array([categories.index(name) if name in used else 0 for name in known.categories], dtype=np.uint8)
    return Columns.from_arrays(
        earliest=within_limits(known.earliest[:count]),
        start_latest=within_limits(known.start_latest[:count]),
        end_earliest=within_limits(known.end_earliest[:count]),
        latest=within_limits(known.latest[:count]),
        form=known.form[:count],
        precision=known.precision[:count],
        status=known.status[:count],
        factuality=known.factuality[:count],
        importance=known.importance[:count],
        category=codes[known.category[:count]],
        approximate=known.approximate[:count].astype(np.bool_),
        key=known.number[:count],
        categories=categories,
    )


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
    """What is left of a base without the hidden kinds, and what a filter hides of it beside what was rejected.

    By ordinal ``mask`` says what is left, and ``rows`` in which row, -1 where it has none.
    """

    base: Base
    hidden: Kinds
    mask: Mask
    columns: Columns
    filtered: Columns | None
    rows: NDArray[np.int32]
    events: Chosen


def sift(base: Base, hidden: Kinds) -> Sifted:
    """Leave out the hidden kinds, and make ready what a picture of the rest needs."""
    mask = _left(base, hidden)
    placed = mask[base.columns.ordinal]
    columns = base.columns if placed.all() else base.columns.taken(placed)
    filtered = None if hidden <= REJECTED else base.columns.taken(_left(base, REJECTED)[base.columns.ordinal] & ~placed)
    rows = np.full(len(base.events), -1, dtype=np.int32)
    rows[columns.ordinal] = np.arange(len(columns), dtype=np.int32)
    columns.prepare()
    return Sifted(base, hidden, mask, columns, filtered, rows, Chosen(base.events, np.flatnonzero(mask)))


def _left(base: Base, hidden: Kinds) -> Mask:
    """Which events are of no hidden kind."""
    mask = np.ones(len(base.events), dtype=np.bool_)
    for facet, coded in base.facets.items():
        if names := {kind.value for kind in hidden if kind.facet is facet}:
            mask &= ~coded.is_any(names)
    return mask


class Shown:
    """A view of a session; ``follow`` after the session's events changed, ``hide`` for other kinds."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._hidden = REJECTED
        self._picked = Chosen((), np.empty(0, dtype=np.intp))

    @property
    def hidden(self) -> Kinds:
        """The kinds of events that are not to be shown."""
        return self._hidden

    def hide(self, kinds: Kinds) -> None:
        """Hide these kinds and no others."""
        self._hidden = kinds
        self._forget("sifted", "texts")

    def ask(self, kinds: Kinds) -> None:
        """Remember what is to be hidden, for somebody who sifts it elsewhere and gives it to ``take``."""
        _ = self.sifted
        self._hidden = kinds

    def take(self, sifted: Sifted) -> bool:
        """Show what was sifted elsewhere; False, and nothing done, if something else is asked for by now."""
        if sifted.base is not self.base or sifted.hidden != self._hidden:
            return False
        self.hide(sifted.hidden)
        self.__dict__["sifted"] = sifted
        return True

    def follow(self) -> None:
        """Forget what was made of the events as they were; those that were picked stay so."""
        names = [event.id for event in self._picked]
        self._forget("base", "sifted", "texts")
        self.pick(np.array([at for at in map(self._ordinal_of, names) if at is not None], dtype=np.intp))

    @property
    def picked(self) -> Chosen:
        """The events that are selected together; none while fewer than two are."""
        return self._picked

    @property
    def picked_rows(self) -> Mask | None:
        """Which rows of ``columns`` are picked; None for none."""
        if not len(self._picked):
            return None
        found = np.zeros(len(self.columns), dtype=np.bool_)
        rows = self.sifted.rows[self._picked.ordinals]
        found[rows[rows >= 0]] = True
        return found

    def pick(self, ordinals: Rows) -> None:
        """Select these events together; fewer than two are no selection of several."""
        alone = len(ordinals) < 2  # noqa: PLR2004 - several
        self._picked = Chosen((), ordinals[:0]) if alone else Chosen(self._session.events, np.unique(ordinals))

    def is_picked(self, event: EventId | None) -> bool:
        """Whether an event is one of those selected together."""
        ordinal = self._ordinal_of(event) if event else None
        return ordinal is not None and bool((self._picked.ordinals == ordinal).any())

    @cached_property
    def base(self) -> Base:
        """All events of the session."""
        return Base.of(self._session)

    @cached_property
    def sifted(self) -> Sifted:
        """What of them is shown."""
        return sift(self.base, self._hidden)

    @property
    def events(self) -> Sequence[Event]:
        """The shown events in the session's order."""
        return self.sifted.events

    def shows(self, event: Event) -> bool:
        """Whether an event is of no hidden kind."""
        return not self._hidden & kinds_of(event)

    @property
    def columns(self) -> Columns:
        """The shown events that have a place in time."""
        return self.sifted.columns

    @property
    def filtered(self) -> Columns | None:
        """The placed events that a filter hides, None without a filter."""
        return self.sifted.filtered

    @property
    def undated(self) -> int:
        """How many events of the session have no place in time."""
        return len(self.base.events) - len(self.base.columns)

    @cached_property
    def texts(self) -> EventTexts:
        """What to write on them."""
        return EventTexts(self.columns, self.base.events)

    @property
    def ends(self) -> tuple[Event, ...]:
        """The shown events that begin first and end last, of those whose beginning and end are known."""
        columns = self.columns
        first, ended = int(columns.earliest.searchsorted(OPEN_PAST, "right")), columns.latest < OPEN_FUTURE
        if first == len(columns) or not ended.any():
            return ()
        begun = int(columns.earliest.searchsorted(columns.earliest[first], "right")) - 1
        last = int(np.flatnonzero(ended & (columns.latest == columns.latest[ended].max()))[-1])
        return self.event_at(begun), self.event_at(last)

    def event_at(self, row: int) -> Event:
        """The event of a row."""
        return self.base.events[int(self.columns.ordinal[row])]

    def row_of(self, event: EventId | None) -> int | None:
        """The row of an event; None if it is not shown or not placed."""
        ordinal = self._ordinal_of(event) if event else None
        row = -1 if ordinal is None else int(self.sifted.rows[ordinal])
        return None if row < 0 else row

    def between(self, start: int, end: int) -> Columns:
        """The columns of the shown events that touch ``[start, end)``."""
        return self.columns.taken((self.columns.latest > start) & (self.columns.earliest < end))

    def citing(self, document: DocumentId) -> Sequence[Event]:
        """The shown events that cite a document, in the session's order."""
        return tuple(event for event in self._session.events_citing(document) if self.shows(event))

    @property
    def cited(self) -> dict[DocumentId, int]:
        """How many events of the session each document is the first source of, hidden ones too."""
        return self._session.first_cited

    def counts(self, facet: Facet) -> list[tuple[Kind, int]]:
        """How many events of the session there are of each kind, in the kinds' own order; hidden ones too."""
        found = self.base.facets[facet].counts()
        known = [str(value) for value in _ORDER[facet]]
        names = [name for name in known if found.get(name) or (facet is Facet.STATUS and name != Status.REJECTED)]
        others = sorted(name for name, count in found.items() if count and name not in known)
        return [(Kind(facet, name), found.get(name, 0)) for name in [*names, *others]]

    def _ordinal_of(self, event: EventId) -> int | None:
        try:
            return self._session.index_of(event)
        except UnknownRecordError:
            return None

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)


def kinds_of(event: Event) -> set[Kind]:
    """The kinds an event is of, one for each facet."""
    return {Kind(facet, read(event)) for facet, read in _READ.items()}
