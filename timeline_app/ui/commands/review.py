"""Decisions on what was proposed."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from timeline_app.model.change import Change
from timeline_app.model.event import Event, EventId, Status
from timeline_app.session import edits
from timeline_app.ui.commands.group import Group


class ReviewCommands(Group):
    """Decisions on what was proposed."""

    def accept(self) -> None:
        """Accept the selected event, and go on while reviewing."""
        self._decide(edits.accept)

    def reject(self) -> None:
        """Reject the selected event, and go on while reviewing."""
        self._decide(edits.reject)

    def accept_these(self, ids: tuple[EventId, ...]) -> None:
        """Accept some events in one step."""
        self.apply(edits.accept(self.session.event(name) for name in ids))

    def reject_these(self, ids: tuple[EventId, ...]) -> None:
        """Reject some events in one step."""
        self.apply(edits.reject(self.session.event(name) for name in ids))

    def accept_all(self) -> None:
        """Accept every proposed event that is shown."""
        self.apply(edits.accept(event for event in self.window.shown.events if event.status is Status.PROPOSED))

    def _decide(self, decision: Callable[[Iterable[Event]], Change]) -> None:
        selected = self.session.selection
        if selected is None:
            return
        if len(picked := self.window.shown.picked):
            self.apply(decision(picked))
            return
        following = self._next_proposed(selected) if self.window.reviewing else None
        self.apply(decision([self.session.event(selected)]))
        if following:
            self.commands.selection.select(following)

    def _next_proposed(self, after: EventId) -> EventId | None:
        """The next event in time that waits for a decision, around the end."""
        events = self.session.events
        here = self.session.index_of(after)
        ahead = (*events[here + 1 :], *events[:here])
        return next((event.id for event in ahead if event.status is Status.PROPOSED), None)
