"""The walk through what was proposed: in which order, how far one has come, and where to go on after a restart.

Dates that could be one of several come first, then the others in order of time, then the undated in order of the text.
What was put off comes again once everything else is decided. Where one stands is kept in the project, beside its
records: it is no step of the history.
"""

from __future__ import annotations

from dataclasses import dataclass, field

import msgspec
import numpy as np
from numpy.typing import NDArray

from timeline_app.model.event import Event, EventId, Status, Undated
from timeline_app.session.session import ProjectError, Session, UnknownRecordError
from timeline_app.storage.catalogue import FORMS, STATUSES

SETTING = "review"
UNSURE = 0.6  # events of less confidence than this are said to be doubtful
MOST_READ = 20_000  # events that are looked at for dates that could be one of several; of more, the first
_PROPOSED, _BETWEEN = STATUSES.index(Status.PROPOSED), FORMS.index("between")

Ordinals = NDArray[np.intp]
Mask = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of ``total`` proposals were looked at, and how many of these were put off."""

    looked: int
    total: int
    put_off: int = 0


@dataclass(slots=True)
class _Place:
    """``decided`` is how many events nobody had to decide on when the walk began; ``later`` is what was put off."""

    decided: int
    at: str = ""
    later: list[str] = field(default_factory=list)


class Review:
    """A walk through a session's proposals. What is shown, by ordinal, is given each time, for filters may change."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._place: _Place | None = None
        self._first: NDArray[np.int64] = np.empty(0, dtype=np.int64)

    @property
    def is_walking(self) -> bool:
        """Whether it goes on now."""
        return self._place is not None

    @property
    def was_stopped(self) -> bool:
        """Whether there is a place to go on from."""
        return self._place is None and self._kept() is not None

    def begin(self, shown: Mask) -> EventId | None:
        """Go on where one stopped, else from the beginning; the event to look at, None if nothing shown waits."""
        self._place = self._kept() or _Place(self._decided())
        self.gather()
        order = self._order(shown)
        here = self._ordinal(EventId(self._place.at))
        if here is None or here not in order:
            here = self._next(order, here)
        return self._arrive(here)

    def gather(self) -> None:
        """Find the proposals that could be one of several dates, after others came."""
        known = self._session.catalogue
        waiting = known.status == _PROPOSED
        doubtful = np.flatnonzero(waiting & ((known.form == _BETWEEN) | (known.unplaced == 1)))[:MOST_READ]
        events = self._session.events
        self._first = known.number[[at for at in doubtful.tolist() if is_ambiguous(events[at])]]

    def following(self, event: EventId, shown: Mask) -> EventId | None:
        """What to look at after an event, which may be decided on meanwhile; None if nothing else waits."""
        here = self._ordinal(event)
        order = self._order(shown)
        return self._arrive(self._next(order[order != here], here))

    def put_off(self, event: EventId) -> None:
        """Look at an event later."""
        if self._place is not None and event not in self._place.later:
            self._place.later.append(event)

    def stop(self) -> None:
        """Walk no more; the place is kept, unless all is decided."""
        if not (self._session.catalogue.status == _PROPOSED).any():
            self._keep(None)
        self._place = None

    def progress(self) -> Progress | None:
        """How far the walk has come, also one that was stopped; None where none was begun."""
        place = self._place or self._kept()
        if place is None:
            return None
        status = self._session.catalogue.status
        waiting = int((status == _PROPOSED).sum())
        done = max(0, len(status) - waiting - place.decided)
        put_off = len(self._put_off(place))
        return Progress(done + put_off, done + waiting, put_off)

    def begin_anew(self) -> None:
        """Another project is open."""
        self._place = None

    def _next(self, order: Ordinals, here: int | None) -> int | None:
        """The first of an order that comes after an ordinal, around the end; what was put off only if nothing else."""
        if not len(order) or self._place is None:
            return None
        later = self._put_off(self._place)
        fresh = order[~np.isin(order, later)]
        if not len(fresh):
            self._place.later.clear()
            fresh = order
        if here is None:
            return int(fresh[0])
        keys, key = self._keys(fresh), self._keys(np.array([here], dtype=np.intp))[0]
        ahead = fresh[keys > key]
        return int(ahead[0]) if len(ahead) else int(fresh[0])

    def _order(self, shown: Mask) -> Ordinals:
        """The ordinals of all shown proposals, in the order of the walk."""
        status = self._session.catalogue.status
        waiting = np.flatnonzero((status == _PROPOSED) & shown)
        return waiting[np.argsort(self._keys(waiting), kind="stable")]

    def _keys(self, ordinals: Ordinals) -> NDArray[np.int64]:
        """By ordinal, what the walk is ordered by."""
        known = self._session.catalogue
        return ordinals + len(known) * ~np.isin(known.number[ordinals], self._first)

    def _put_off(self, place: _Place) -> Ordinals:
        """The ordinals of what was put off and still waits."""
        found = [self._ordinal(EventId(name)) for name in place.later]
        status = self._session.catalogue.status
        return np.array([at for at in found if at is not None and status[at] == _PROPOSED], dtype=np.intp)

    def _ordinal(self, event: EventId) -> int | None:
        try:
            return self._session.index_of(event)
        except UnknownRecordError:
            return None

    def _decided(self) -> int:
        return int((self._session.catalogue.status != _PROPOSED).sum())

    def _arrive(self, ordinal: int | None) -> EventId | None:
        """Stand at an event, and keep that."""
        if ordinal is None or self._place is None:
            return None
        event = self._session.id_at(ordinal)
        self._place.at = event
        self._keep(self._place)
        return event

    def _kept(self) -> _Place | None:
        try:
            return msgspec.json.decode(self._session.setting(SETTING) or "null", type=_Place | None)
        except (msgspec.MsgspecError, RecursionError):
            return None

    def _keep(self, place: _Place | None) -> None:
        """Keep the place in the project, if it can be written; a place in a walk is not worth a message."""
        try:
            self._session.keep_setting(SETTING, msgspec.json.encode(place).decode() if place else "")
        except ProjectError:
            return


def is_ambiguous(event: Event) -> bool:
    """Whether its words could be one of several dates, and a person should choose."""
    return event.undated is Undated.AMBIGUOUS or (event.value is not None and "," in event.value.edtf)


def doubts(event: Event) -> tuple[str, ...]:
    """What a person should know before they accept a proposal, in words."""
    reasons = (
        (is_ambiguous(event), "several dates possible"),
        (event.value is None and not is_ambiguous(event), str(event.undated or "no date")),
        (event.value is not None and event.value.uncertain, "the date is uncertain"),
        (event.confidence < UNSURE, f"doubtful, {event.confidence:.0%} sure"),
    )
    return tuple(words for holds, words in reasons if holds)
