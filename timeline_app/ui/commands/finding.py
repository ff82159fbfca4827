"""Search, and what is shown of all there is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from time import perf_counter
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QTimer

from timeline_app.layout.view import INSET
from timeline_app.model.document import DocumentId, TextSpan
from timeline_app.model.event import EventId
from timeline_app.session.found import Hits
from timeline_app.storage.sought import terms_of
from timeline_app.ui.commands.group import Group
from timeline_app.ui.panels.found import FoundPanel
from timeline_app.ui.sifting import Filter, Matches, Period

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

_TURN = 0.03  # seconds of searching before the window may do something else, such as take another key
_AGAIN = 200  # ms after a change until the search is made again


class FindingCommands(Group):
    """Search, and what is shown of all there is.

    A search is made a turn at a time between everything else; other words end it.
    """

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._words = ""
        self._hits: Hits | None = None
        self._running: Iterator[Hits | None] | None = None
        self._turn = QTimer(window, interval=0, singleShot=True)
        self._turn.timeout.connect(self._go_on)
        self._again = QTimer(window, interval=_AGAIN, singleShot=True)
        self._again.timeout.connect(lambda: self.search(self._words))

    def begin_anew(self) -> None:
        """Look for the same words in another project, and show all of it."""
        self.search(self.window.search.text())
        self.filter(Filter())

    def follow(self) -> None:
        """Look again for the same words soon, for what they are sought in has changed, or is another project."""
        self.stop()
        if self._words.strip():
            self._again.start()

    def stop(self) -> None:
        """End the search that is being made."""
        self._running = None
        self._turn.stop()
        self._again.stop()

    @property
    def found(self) -> int:
        """Number of events the search finds."""
        return len(self._hits.events) if self._hits else 0

    @property
    def is_running(self) -> bool:
        """Whether a search is being made, or soon will be."""
        return self._running is not None or self._again.isActive()

    def find(self) -> None:
        """Put the focus into the search field."""
        self.window.search.setFocus()
        self.window.search.selectAll()

    def search(self, words: str) -> None:
        """Find events and texts by their words."""
        self.stop()
        self._words = words
        self._running = self.session.searching(words) if words.strip() else None
        if self._running is None:
            self._take(None)
        else:
            self._go_on()

    def finish(self) -> None:
        """Wait for the search that is being made."""
        if self._again.isActive():
            self.search(self._words)
        while self._running is not None:
            self._go_on()

    def _go_on(self) -> None:
        until = perf_counter() + _TURN
        while self._running is not None:
            if hits := next(self._running):
                self._running = None
                self._take(hits)
            elif perf_counter() > until:
                self._turn.start()
                return

    def _take(self, hits: Hits | None) -> None:
        """Show what was found, in the list and on the timeline."""
        was_sought = self._hits is not None
        self._hits = hits
        terms = terms_of(self._words) if hits else ()
        matches = Matches(hits.events.numbers) if hits else None
        self.window.shown.match(matches, terms)
        self._panel.show_hits(hits, terms)
        self.window.offer_results(is_there=hits is not None, anew=not was_sought)
        wanted = self.window.shown.filter
        if wanted.found is not None:
            self.filter(replace(wanted, found=matches))
        self.window.stage.show_matches()
        self.window.table.show_matches()
        self.window.source_panel.text.show_sought(terms)
        self._show_found()

    def only_found(self, is_on: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Hide what the search did not find, or show it again."""
        self.finish()
        self.filter(replace(self.window.shown.filter, found=self.window.shown.matches if is_on else None))

    def step_found(self, steps: int) -> None:
        """Select the next or previous hit, around the ends."""
        self.finish()
        if self._hits is None or not len(self._hits.events):
            return
        selected, places = self.session.selection, self._hits.ordinals
        here = self.session.index_of(selected) if selected else (-1 if steps > 0 else len(self.session.events))
        at = int(np.searchsorted(places, here, "right" if steps > 0 else "left"))
        following = at if steps > 0 else at - 1
        self.commands.selection.select(self._hits.events[following % len(places)].id)
        self._show_found()

    def open_found(self) -> None:
        """Select the first hit if none is selected; else put the focus on its words."""
        self.finish()
        if self._place():
            self.commands.selection.open_quote()
        else:
            self.step_found(1)

    def open_event(self, event_id: EventId) -> None:
        """Select an event and put the focus on its words."""
        self.commands.selection.select(event_id)
        self.commands.selection.open_quote()

    def show_passage(self, document: DocumentId, span: TextSpan) -> None:
        """Show a document's text where something stands."""
        self.commands.selection.select(None)
        self.window.source_panel.show_document(document)
        self.window.source_panel.text.reveal(span)

    def show_place(self) -> None:
        """Say which of the hits is selected."""
        self._show_found()

    def _show_found(self) -> None:
        self.window.search.show_found(self._place(), self.found)
        self.window.refresh_actions()

    def _place(self) -> int:
        """Which of the hits is selected, from 1; 0 for none."""
        selected = self.session.selection
        if self._hits is None or selected is None:
            return 0
        ordinal = self.session.index_of(selected)
        at = int(np.searchsorted(self._hits.ordinals, ordinal))
        return at + 1 if at < len(self._hits.ordinals) and self._hits.ordinals[at] == ordinal else 0

    @property
    def _panel(self) -> FoundPanel:
        panel = self.window.panels["found"]
        if not isinstance(panel, FoundPanel):
            raise TypeError(panel)
        return panel

    def filter_view(self) -> None:
        """Show only what lies in the time that is in view, without the space left free at either side."""
        view = self.window.stage.view
        start, end = view.scale.time(INSET), view.scale.time(view.width - INSET)
        self.filter(self.window.shown.filter.in_period(Period(start, max(end, start + 1))))

    def clear_filter(self) -> None:
        """Show everything; rejected events only if they were shown before."""
        self.filter(self.window.shown.filter.plain)

    def filter(self, wanted: Filter) -> None:
        """Show what a filter leaves."""
        self._panel.show_only(is_on=wanted.found is not None)
        self.window.sieve.show(wanted)
