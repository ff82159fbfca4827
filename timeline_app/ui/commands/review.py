"""Decisions on what was proposed, one by one or together, and the walk from one proposal to the next."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

import numpy as np

from timeline_app.layout.pyramid import Rows, distinct
from timeline_app.model.change import Change
from timeline_app.model.event import Event, EventId, Status
from timeline_app.session import edits
from timeline_app.session.review import Review, doubts
from timeline_app.storage.catalogue import STATUSES
from timeline_app.ui.commands.group import Group
from timeline_app.ui.sifting import Chosen
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

_PROPOSED = STATUSES.index(Status.PROPOSED)


class ReviewCommands(Group):
    """Decisions on what was proposed; the bar over the timeline follows them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._walk = Review(window.session)
        self._is_closed = False
        self.waiting = 0  # proposed events, hidden ones too

    # The walk

    def begin(self) -> None:
        """Go through the proposals, from where one stopped before."""
        self._is_closed = False
        found = self._walk.begin(self.window.shown.sifted.mask)
        if found is None:
            self._walk.stop()
        self._go_to(found)
        if found is None and self.waiting:
            verb = "is" if self.waiting == 1 else "are"
            self.window.note(f"{counted(self.waiting, 'proposed event')} {verb} hidden by the filters at the left.")
        if self.window.canvas.isVisible():
            self.window.canvas.setFocus()

    def later(self) -> None:
        """Leave the selected event undecided, and go on."""
        selected = self.session.selection
        if selected is None or not self._walk.is_walking:
            self.begin()
            return
        self._walk.put_off(selected)
        following = self._walk.following(selected, self.window.shown.sifted.mask)
        if following is None:
            self.window.note("Nothing else waits for a decision.")
        self._go_to(following)

    def go_on(self) -> None:
        """Go to what is to be looked at next, where the selected event was decided on otherwise."""
        selected = self.session.selection
        if self._walk.is_walking and selected and self.session.event(selected).status is not Status.PROPOSED:
            self._go_to(self._walk.following(selected, self.window.shown.sifted.mask))

    def close(self) -> None:
        """End the walk; without one, close the bar."""
        if self._walk.is_walking:
            self._walk.stop()
        else:
            self._is_closed = True
        self.show()
        self.window.refresh_actions()

    def offer(self) -> None:
        """Show the bar again, for there is more to decide."""
        self._is_closed = False
        self.show()

    def begin_anew(self) -> None:
        """Another project is open."""
        self._walk.begin_anew()
        self._is_closed = False

    def gather(self) -> None:
        """Walk through what other documents brought, too."""
        if self._walk.is_walking:
            self._walk.gather()

    def show(self) -> None:
        """Bring the bar to where things stand."""
        known, bar = self.session.catalogue, self.window.review
        proposed = known.status == _PROPOSED
        self.waiting = int(proposed.sum())
        if self._walk.is_walking and not self.waiting:
            self._walk.stop()
        progress = self._walk.progress()
        if self._walk.is_walking and progress:
            bar.show_walk(progress, self._doubts())
        else:
            bar.show_waiting(self.waiting, len(distinct(known.document[proposed])), progress)
        bar.show_shown(int((proposed & self.window.shown.sifted.mask).sum()), self.waiting)
        bar.setVisible(self.waiting > 0 and not self._is_closed)
        self.window.toolbar.show_waiting(self.waiting)

    def follow_selection(self) -> None:
        """Say what to mind about the event that is looked at now."""
        if self._walk.is_walking and (progress := self._walk.progress()):
            self.window.review.show_walk(progress, self._doubts())

    def step_passage(self, steps: int) -> None:
        """Go to the next dated passage of the text that is shown, or to the one before."""
        self.window.source_panel.step_passage(steps)

    # Decisions

    def accept(self) -> None:
        """Accept the selected event, and go on while reviewing."""
        self._decide(edits.accept)

    def reject(self) -> None:
        """Reject the selected event, and go on while reviewing."""
        self._decide(edits.reject)

    def accept_these(self, ids: tuple[EventId, ...]) -> None:
        """Accept some events in one step; the one that is looked at as ``accept`` does."""
        self._decide_on(ids, edits.accept)

    def reject_these(self, ids: tuple[EventId, ...]) -> None:
        """Reject some events in one step; the one that is looked at as ``reject`` does."""
        self._decide_on(ids, edits.reject)

    def accept_all(self) -> None:
        """Accept every proposed event that is shown."""
        self.apply(edits.accept(Chosen(self.session.events, self._shown_waiting())))

    def propose_again(self) -> None:
        """Make proposals again of what was decided on."""
        self.propose_these(tuple(event.id for event in self._selected()))

    def propose_these(self, ids: tuple[EventId, ...]) -> None:
        """Make proposals again of some events."""
        self.apply(edits.reopen(self.session.event(name) for name in ids))
        self.offer()

    def _decide_on(self, ids: tuple[EventId, ...], decision: Callable[[Iterable[Event]], Change]) -> None:
        if self._walk.is_walking and ids == (self.session.selection,):
            self._decide(decision)
        else:
            self.apply(decision(self.session.event(name) for name in ids))

    def _decide(self, decision: Callable[[Iterable[Event]], Change]) -> None:
        selected = self.session.selection
        if selected is None:
            return
        if len(self.window.shown.picked) or not self.window.reviewing:
            self.apply(decision(self._selected()))
            return
        if not self._walk.is_walking:
            self._walk.begin(self.window.shown.sifted.mask)
        if self.apply(decision(self._selected())):
            self._go_to(self._walk.following(selected, self.window.shown.sifted.mask))

    def _go_to(self, event: EventId | None) -> None:
        if event is not None:
            self.commands.selection.select(event)
        self.show()
        self.window.refresh_actions()

    def _selected(self) -> tuple[Event, ...]:
        if len(picked := self.window.shown.picked):
            return tuple(picked)
        return (self.session.event(self.session.selection),) if self.session.selection else ()

    def _shown_waiting(self) -> Rows:
        return np.flatnonzero((self.session.catalogue.status == _PROPOSED) & self.window.shown.sifted.mask)

    def _doubts(self) -> str:
        selected = self.session.selection
        event = self.session.event(selected) if selected else None
        return " · ".join(doubts(event)) if event and event.status is Status.PROPOSED else ""
