"""Which events are selected, and the way from one to the next."""

from __future__ import annotations

from collections.abc import Iterable

import numpy as np

from timeline_app.layout.pyramid import Rows
from timeline_app.model.event import EventId
from timeline_app.ui.commands.group import Group


class SelectionCommands(Group):
    """Which events are selected, and the way from one to the next."""

    def select(self, event_id: EventId | None) -> None:
        """Select an event alone and bring it into sight."""
        self._pick(np.empty(0, dtype=np.intp))
        self.session.select(event_id)
        if event_id:
            self.window.stage.reveal(event_id)

    def toggle(self, event_id: EventId) -> None:
        """Select an event beside what is selected, or no longer."""
        ordinal = self.session.index_of(event_id)
        there = self._ordinals()
        kept = there[there != ordinal] if ordinal in there else np.append(there, ordinal)
        self._pick(kept)
        lead = event_id if ordinal in kept else self.session.id_at(int(kept[-1])) if len(kept) else None
        self.session.select(lead)

    def extend_to(self, event_id: EventId) -> None:
        """Select every event in time from the selected one to this."""
        shown, selected = self.window.shown, self.session.selection
        first, last = shown.row_of(selected), shown.row_of(event_id)
        if first is None or last is None:
            self.select(event_id)
        else:
            self.pick_rows(range(min(first, last), max(first, last) + 1))

    def choose(self, ordinals: Rows, lead: EventId | None) -> None:
        """Select the events at these places and no others; ``lead`` is the one whose source is shown."""
        self._pick(ordinals)
        self.session.select(lead)
        if lead:
            self.window.stage.reveal(lead)

    def pick_rows(self, rows: Iterable[int]) -> None:
        """Select the events of these rows beside what is selected."""
        more = self.window.shown.columns.ordinal[np.array(list(rows), dtype=np.intp)]
        self._pick(np.concatenate((self._ordinals(), more)))
        if self.session.selection is None and len(more):
            self.session.select(self.session.id_at(int(more[0])))

    def select_all(self) -> None:
        """Select every event that is shown."""
        events = self.window.shown.events
        if len(events):
            self._pick(self.window.shown.sifted.events.ordinals)
            if self.session.selection is None:
                self.session.select(events[0].id)

    def _ordinals(self) -> Rows:
        """The places among the events of all that are selected."""
        if len(picked := self.window.shown.picked):
            return picked.ordinals
        selected = self.session.selection
        return np.array([self.session.index_of(selected)] if selected else [], dtype=np.intp)

    def _pick(self, ordinals: Rows) -> None:
        if len(ordinals) or len(self.window.shown.picked):
            self.window.shown.pick(ordinals)
            self.window.show_picked()

    def step(self, steps: int) -> None:
        """Select the event so many on in time."""
        selected = self.session.selection
        places = self.window.shown.sifted.events.ordinals
        here = self.session.index_of(selected) if selected else (-1 if steps > 0 else len(self.session.events))
        at = int(np.searchsorted(places, here, "right" if steps > 0 else "left"))
        if (len(places) - at if steps > 0 else at) > 0:
            following = min(at + steps - 1, len(places) - 1) if steps > 0 else max(at + steps, 0)
            self.select(self.session.id_at(int(places[following])))

    def step_row(self, steps: int) -> None:
        """Select the event above or below, among those drawn."""
        if found := self.window.stage.neighbour(steps):
            self.select(found)

    def step_to_end(self, *, first: bool) -> None:
        """Select the first or last event."""
        if events := self.window.shown.events:
            self.select(events[0 if first else -1].id)

    def open_quote(self) -> None:
        """Put the focus on the selected event's words."""
        self.window.source_panel.text.setFocus()
