"""Search and filters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.model.event import EventId
from timeline_app.ui.commands.group import Group
from timeline_app.ui.search import matching
from timeline_app.ui.sifting import Filter

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


class FindingCommands(Group):
    """Search and filters."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._found: tuple[EventId, ...] = ()

    def begin_anew(self) -> None:
        """Look for the same words in another project."""
        self.search(self.window.search.text())

    @property
    def found(self) -> int:
        """Number of events the search finds."""
        return len(self._found)

    def find(self) -> None:
        """Put the focus into the search field."""
        self.window.search.setFocus()
        self.window.search.selectAll()

    def search(self, words: str) -> None:
        """Find events by their words."""
        self._found = matching(words, self.window.shown.events)
        self._show_found()

    def step_found(self, steps: int) -> None:
        """Select the next or previous hit, around the ends."""
        if not self._found:
            return
        selected = self.session.selection
        here = self._found.index(selected) if selected in self._found else (-1 if steps > 0 else 0)
        self.commands.selection.select(self._found[(here + steps) % len(self._found)])
        self._show_found()

    def _show_found(self) -> None:
        selected = self.session.selection
        place = self._found.index(selected) + 1 if selected in self._found else 0
        self.window.search.show_found(place, len(self._found))
        self.window.refresh_actions()

    def filter(self, wanted: Filter) -> None:
        """Show what a filter leaves."""
        self.window.sieve.show(wanted)
