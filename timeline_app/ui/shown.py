"""What of the session the timeline shows: its events as a filter leaves them, as columns and texts. No Qt.

What a filter leaves is worked out by ``sifting``. Rejected events are hidden until they are asked for. An *ordinal*
counts into the session's events, a *row* into ``columns``.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cached_property

import numpy as np

from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST, Columns, Spans
from timeline_app.layout.lanes import Lane
from timeline_app.layout.pyramid import Rows, distinct
from timeline_app.layout.texts import EventTexts
from timeline_app.model.document import DocumentId
from timeline_app.model.event import Category, Event, EventId, Factuality, Status
from timeline_app.session.grouping import Grouping, grouped, grouping_of
from timeline_app.session.lanes import NO_LANES, SETTING, LaneChoice
from timeline_app.session.session import Session, UnknownRecordError
from timeline_app.storage.sought import Term
from timeline_app.ui.sifting import (
    CONFIDENCES,
    PLAIN,
    Base,
    Chosen,
    Facet,
    Filter,
    FoundRows,
    Kind,
    Mask,
    Matches,
    Sifted,
    sift,
)

_ORDER: Mapping[Facet, tuple[str, ...]] = {
    Facet.STATUS: tuple(map(str, Status)),
    Facet.CATEGORY: tuple(map(str, Category)),
    Facet.FACTUALITY: tuple(map(str, Factuality)),
    Facet.CONFIDENCE: CONFIDENCES,
}


class Shown:
    """A view of a session; ``follow`` after the session's events changed, ``show`` to filter them otherwise."""

    def __init__(self, session: Session) -> None:
        self._session = session
        self._filter = PLAIN
        self._before: Base | None = None  # the base before the last edit
        self._matches: Matches | None = None
        self.sought: tuple[Term, ...] = ()  # the words that a search looks for
        self._picked = Chosen((), np.empty(0, dtype=np.intp))

    @property
    def filter(self) -> Filter:
        """What is to be shown."""
        return self._filter

    def show(self, wanted: Filter) -> None:
        """Show what this filter leaves."""
        self._filter = wanted
        self._forget("sifted", "texts", "matched_rows", "lanes")

    def ask(self, wanted: Filter) -> None:
        """Remember what is to be shown, for somebody who sifts it elsewhere and gives it to ``take``."""
        _ = self.sifted
        for facet in wanted.facets:
            self.base.facet(facet)
        self._filter = wanted

    def take(self, sifted: Sifted, choice: LaneChoice = NO_LANES, lanes: tuple[Lane, ...] = ()) -> bool:
        """Show what was sifted elsewhere; False, and nothing done, if something else is asked for by now."""
        if sifted.base is not self.base or sifted.filter != self._filter or choice != self.choice:
            return False
        self.show(sifted.filter)
        self.__dict__.update(sifted=sifted, lanes=lanes)
        return True

    def follow(self) -> None:
        """Forget what was made of the events as they were; those that were picked stay so."""
        names = [event.id for event in self._picked]
        self._forget("base", "sifted", "texts", "matched_rows", "lanes", "grouping", "choice")
        self.pick(np.array([at for at in map(self._ordinal_of, names) if at is not None], dtype=np.intp))

    @property
    def matches(self) -> Matches | None:
        """What a search found; None while nothing is sought."""
        return self._matches

    def match(self, matches: Matches | None, sought: tuple[Term, ...] = ()) -> None:
        """Remember what a search found, and the words that it looked for."""
        self._matches, self.sought = matches, sought
        self._forget("matched_rows")

    @cached_property
    def matched_rows(self) -> FoundRows | None:
        """Which rows of ``columns`` a search found; None while nothing is sought."""
        if self._matches is None:
            return None
        found = self._matches.among(self.base.numbers)[self.columns.ordinal]
        return FoundRows(found, self.columns.earliest.compress(found))

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
        is_in_order = bool((ordinals[1:] > ordinals[:-1]).all())
        once = ordinals if is_in_order else distinct(ordinals)
        self._picked = Chosen((), ordinals[:0]) if alone else Chosen(self._session.events, once)

    def is_picked(self, event: EventId | None) -> bool:
        """Whether an event is one of those selected together."""
        ordinal = self._ordinal_of(event) if event else None
        return ordinal is not None and bool((self._picked.ordinals == ordinal).any())

    @cached_property
    def base(self) -> Base:
        """All events of the session; what was found out about them before an edit is known still, where it holds."""
        base = Base.of(self._session, self._before)
        if self._before is not None:
            base.columns.like(self._before.columns)
        self._before = base
        return base

    @cached_property
    def sifted(self) -> Sifted:
        """What of them is shown."""
        return sift(self.base, self._filter)

    @cached_property
    def choice(self) -> LaneChoice:
        """How events stand in lanes, as the project keeps it."""
        return LaneChoice.from_json(self._session.setting(SETTING))

    @cached_property
    def grouping(self) -> Grouping | None:
        """Which lanes the events of the session belong to."""
        return grouping_of(self._session, self.choice.kind)

    @cached_property
    def lanes(self) -> tuple[Lane, ...]:
        """The lanes to draw, from above; none where none were chosen."""
        return grouped(self.grouping, self.choice, self.columns, self.sifted.rows)

    def arrange(self, choice: LaneChoice) -> None:
        """Other names, places and folds of the lanes there are."""
        lanes = self.grouping.renamed(choice.arranged, self.lanes) if self.grouping else ()
        self.__dict__.update(choice=choice, lanes=lanes)

    def ask_lanes(self, choice: LaneChoice) -> None:
        """Remember by what events are to stand in lanes, for somebody who works them out and gives them to ``take``."""
        self.__dict__["choice"] = choice
        self._forget("grouping")

    @property
    def events(self) -> Sequence[Event]:
        """The shown events in the session's order."""
        return self.sifted.events

    def shows(self, event: Event) -> bool:
        """Whether the filter leaves an event."""
        ordinal = self._ordinal_of(event.id)
        return ordinal is not None and bool(self.sifted.mask[ordinal])

    @property
    def columns(self) -> Columns:
        """The shown events that have a place in time."""
        return self.sifted.columns

    @property
    def filtered(self) -> Spans | None:
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
        first = int(columns.earliest.searchsorted(OPEN_PAST, "right"))
        ended = int(columns.latest_sorted.searchsorted(OPEN_FUTURE))
        if first == len(columns) or ended == 0:
            return ()
        begun = int(columns.earliest.searchsorted(columns.earliest[first], "right")) - 1
        last = int(np.flatnonzero(columns.latest == columns.latest_sorted[ended - 1])[-1])
        return self.event_at(begun), self.event_at(last)

    def event_at(self, row: int) -> Event:
        """The event of a row."""
        return self.base.events[int(self.columns.ordinal[row])]

    def row_of(self, event: EventId | None) -> int | None:
        """The row of an event; None if it is not shown or not placed."""
        ordinal = self._ordinal_of(event) if event else None
        row = -1 if ordinal is None else int(self.sifted.rows[ordinal])
        return None if row < 0 else row

    def citing(self, document: DocumentId) -> Sequence[Event]:
        """The shown events that cite a document, in the session's order."""
        return self._session.events_citing(document, self.sifted.mask)

    def totals(self, facet: Facet) -> dict[str, int]:
        """How many events of the session have each value, hidden ones too."""
        return dict(zip(self.base.facet(facet).names, self.base.totals(facet).tolist(), strict=True))

    def counts(self, facet: Facet) -> list[tuple[Kind, int]]:
        """How many events of each kind there are, or would be if it were shown; those in an order of their own first.

        The others in alphabetical order, or people, tags and sources by how many events they are in. A kind that no
        event of the session is of is only there where it is chosen.
        """
        found = self.sifted.counts(facet)
        own = _ORDER.get(facet, ())
        present = self._present(facet) | {kind.value for kind in self._filter.chosen if kind.facet is facet}
        first = [name for name in own if name in present]
        if facet in _ORDER:
            others = sorted(present.difference(own))
        else:
            others = sorted(present, key=lambda name: (-found.get(name, 0), name.casefold()))
        return [(Kind(facet, name), found.get(name, 0)) for name in [*first, *others]]

    def _present(self, facet: Facet) -> set[str]:
        """The values that some event has; proposed and accepted even if none has."""
        usual = {str(Status.PROPOSED), str(Status.ACCEPTED)} if facet is Facet.STATUS else set()
        return usual.union(name for name, count in self.totals(facet).items() if count)

    def _ordinal_of(self, event: EventId) -> int | None:
        try:
            return self._session.index_of(event)
        except UnknownRecordError:
            return None

    def _forget(self, *names: str) -> None:
        for name in names:
            self.__dict__.pop(name, None)
