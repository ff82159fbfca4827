"""What of the session the timeline shows: its events without the hidden kinds, as columns and texts. No Qt.

Rejected events are hidden until they are asked for. ``row`` counts into ``columns``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from enum import Enum
from functools import cached_property
from typing import NamedTuple

from timeline_app.layout.columns import Columns
from timeline_app.layout.texts import EventTexts
from timeline_app.model.document import DocumentId
from timeline_app.model.event import Category, Event, EventId, Factuality, Status
from timeline_app.session.session import Session


class Facet(Enum):
    """What events are told apart by."""

    STATUS = "Status"
    CATEGORY = "Category"
    FACTUALITY = "Factuality"


class Kind(NamedTuple):
    """The events that have one value of one facet."""

    facet: Facet
    value: str


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


class Shown:
    """A view of a session; ``follow`` after the session's events changed or kinds were hidden."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._hidden = frozenset({Kind(Facet.STATUS, Status.REJECTED)})

    @property
    def hidden(self) -> frozenset[Kind]:
        """The kinds of events that are not shown."""
        return self._hidden

    def hide(self, kinds: frozenset[Kind]) -> None:
        """Hide these kinds and no others."""
        self._hidden = kinds
        self.follow()

    def follow(self) -> None:
        """Forget what was made of the events as they were."""
        for name in ("events", "columns", "texts", "_rows", "_by_document"):
            self.__dict__.pop(name, None)

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The shown events in the session's order."""
        return tuple(event for event in self._session.events if self.shows(event))

    def shows(self, event: Event) -> bool:
        """Whether an event is of no hidden kind."""
        return not self._hidden & kinds_of(event)

    @cached_property
    def columns(self) -> Columns:
        """The shown events that have a place in time."""
        return Columns.build(self.events)

    @cached_property
    def texts(self) -> EventTexts:
        """What to write on them."""
        return EventTexts(self.columns, self.events)

    def event_at(self, row: int) -> Event:
        """The event of a row."""
        return self.events[int(self.columns.ordinal[row])]

    def row_of(self, event: EventId | None) -> int | None:
        """The row of an event; None if it is not shown or not placed."""
        return self._rows.get(event) if event else None

    def between(self, start: int, end: int) -> Columns:
        """The columns of the shown events that touch ``[start, end)``."""
        columns = self.columns
        rows = ((columns.latest > start) & (columns.earliest < end)).nonzero()[0]
        return Columns.build([self.event_at(int(row)) for row in rows])

    def citing(self, document: DocumentId) -> Sequence[Event]:
        """The shown events that cite a document, in the session's order."""
        return self._by_document.get(document, ())

    @cached_property
    def _by_document(self) -> dict[DocumentId, list[Event]]:
        found: dict[DocumentId, list[Event]] = {}
        for event in self.events:
            for document in {citation.document for citation in event.citations}:
                found.setdefault(document, []).append(event)
        return found

    @cached_property
    def _rows(self) -> dict[EventId, int]:
        return {self.event_at(row).id: row for row in range(len(self.columns))}

    def counts(self, facet: Facet) -> list[tuple[Kind, int]]:
        """How many events of the session there are of each kind, in the kinds' own order; hidden ones too."""
        found = Counter(_READ[facet](event) for event in self._session.events)
        known = [str(value) for value in _ORDER[facet]]
        names = [name for name in known if found[name] or (facet is Facet.STATUS and name != Status.REJECTED)]
        return [(Kind(facet, name), found[name]) for name in [*names, *sorted(found.keys() - set(known))]]


def kinds_of(event: Event) -> set[Kind]:
    """The kinds an event is of, one for each facet."""
    return {Kind(facet, read(event)) for facet, read in _READ.items()}
