"""What the editing form shows: of several events the value that all have, or that they differ. No Qt.

Of very many events nothing is compared, for each would have to be looked up.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import Enum
from typing import Final, NamedTuple, TypeVar

from timeline_app.model.event import Event, EventId
from timeline_app.model.temporal import TemporalValue
from timeline_app.session.session import Session, UnknownRecordError

MOST_COMPARED = 1000  # events of which it is looked up what they have in common
_Value = TypeVar("_Value")


class Differing(Enum):
    """The one value that stands for several."""

    DIFFERENT = "different"


DIFFERENT: Final = Differing.DIFFERENT


class Order(NamedTuple):
    """Where an event stands among those of its date, counted from 1."""

    place: int
    total: int


class ByHand(NamedTuple):
    """When a date was set by hand (None where that is not known), and what the source's words give (None: no date)."""

    at: datetime | None
    source: TemporalValue | None


@dataclass(frozen=True, slots=True)
class Subject:
    """The events that are edited, of which those ``looked_at`` are compared; an ``entry`` is not saved yet.

    ``ids`` are empty of very many; then all that are selected together are meant.
    """

    count: int
    looked_at: tuple[Event, ...]
    ids: tuple[EventId, ...]
    entry: bool = False
    order: Order | None = None
    by_hand: ByHand | None = None

    @property
    def one(self) -> Event | None:
        """The event, if it is only one."""
        return self.looked_at[0] if self.count == 1 else None

    def common(self, read: Callable[[Event], _Value]) -> _Value | Differing:
        """What all the events have."""
        values = {read(event) for event in self.looked_at}
        return next(iter(values)) if len(values) == 1 and self.count == len(self.looked_at) else DIFFERENT

    def shared(self, read: Callable[[Event], Sequence[str]]) -> tuple[str, ...]:
        """The names that all the events have, in the first one's order."""
        lists = [read(event) for event in self.looked_at]
        if self.count != len(lists):
            return ()
        return tuple(name for name in lists[0] if all(name in other for other in lists[1:]))


def subject_of(events: Sequence[Event], session: Session) -> Subject:
    """What to show of some events, at least one."""
    if len(events) > MOST_COMPARED:
        return Subject(len(events), (events[0],), ())
    compared = tuple(events)
    ids = tuple(event.id for event in compared)
    if len(ids) > 1:
        return Subject(len(ids), compared, ids)
    return Subject(1, compared, ids, order=_order(ids[0], session), by_hand=_by_hand(compared[0], session))


def subject_of_entry(entry: Event) -> Subject:
    """What to show of an event that is not saved yet, and of which the session knows nothing."""
    return Subject(1, (entry,), (), entry=True)


def of_its_date(event: EventId, session: Session) -> tuple[Event, ...]:
    """The events that have the very same place in time as one, in the session's order; none for an undated one."""
    found = _same_date(event, session)
    return tuple(session.events[found.start : found.stop])


def _same_date(event: EventId, session: Session) -> range:
    """The ordinals of the events whose dates begin and end as one's date does."""
    known = session.catalogue
    try:
        at = session.index_of(event)
    except UnknownRecordError:
        return range(0)
    if at >= known.placed:
        return range(0)
    begin = known.earliest[: known.placed]
    low, high = begin.searchsorted(begin[at], "left"), begin.searchsorted(begin[at], "right")
    end = known.latest[low:high]
    return range(
        int(low + end.searchsorted(known.latest[at], "left")), int(low + end.searchsorted(known.latest[at], "right"))
    )


def _order(event: EventId, session: Session) -> Order | None:
    found = _same_date(event, session)
    return Order(found.index(session.index_of(event)) + 1, len(found)) if len(found) > 1 else None


def _by_hand(event: Event, session: Session) -> ByHand | None:
    if not event.set_by_hand or event.value is None:
        return None
    source = event.expression.temporal if event.expression else None
    return ByHand(session.dated_at(event.id), source)
