"""What is done to events as a whole: their order on one date, several made one, flags, the bin."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.model.event import Event, EventId, Flag
from timeline_app.session import edits
from timeline_app.ui.commands.group import Group
from timeline_app.ui.editing.subject import of_its_date
from timeline_app.ui.wording import counted


class EventCommands(Group):
    """What is done to events as a whole."""

    def move(self, places: int) -> None:
        """Put the selected event so many places later (earlier for negative ones) among those of its date."""
        selected = self.session.selection
        group = list(of_its_date(selected, self.session)) if selected else []
        here = next((place for place, event in enumerate(group) if event.id == selected), None)
        if here is None or not 0 <= here + places < len(group):
            return
        group.insert(here + places, group.pop(here))
        if self.apply(edits.arrange(group)):
            self.window.note(f"{here + places + 1} of {len(group)} on this date.")

    def merge(self) -> None:
        """Make the events that are selected together one; the one selected last keeps its title and date."""
        lead, picked = self.session.selection, list(self.window.shown.picked)
        whole = next((event for event in picked if event.id == lead), None)
        if whole is None:
            return
        others = [event for event in picked if event.id != lead]
        if self.apply(edits.merge(whole, others)):
            self.commands.selection.select(whole.id)
            self.window.note(f"{counted(len(picked), 'event')} are one now. “Split Again” parts them.")

    def split(self) -> None:
        """Bring back the events that were made part of the selected one."""
        if self.session.selection is None:
            return
        event, parts = self.session.event(self.session.selection), self.session.merged(self.session.selection)
        if parts and self.apply(edits.split(event, parts)):
            self.window.note(f"{counted(len(parts), 'event')} split off again.")

    def toggle_flag(self, flag: Flag) -> None:
        """Mark the selected events, or no longer if all are marked."""
        events = self._selected()
        if events:
            self.apply(edits.set_flag(events, flag, on=any(flag not in event.flags for event in events)))

    def put_in_bin(self) -> None:
        """The selected events into the bin; the next one in time is selected then."""
        events = self._selected()
        if not events:
            return
        following = self._following({event.id for event in events})
        if self.apply(edits.put_in_bin(events)):
            self.commands.selection.select(following)
            one = len(events) == 1
            what = f"“{events[0].title}” is" if one else f"{counted(len(events), 'event')} are"
            self.window.note(f"{what} in the bin. Ctrl+Z brings {'it' if one else 'them'} back.")

    def _selected(self) -> Sequence[Event]:
        """Those selected together, else the one that is."""
        if len(picked := self.window.shown.picked):
            return list(picked)
        return [self.session.event(self.session.selection)] if self.session.selection else []

    def _following(self, gone: set[EventId]) -> EventId | None:
        """The next event in time that is shown and not gone, else the one before."""
        selected, shown = self.session.selection, self.window.shown
        if selected is None:
            return None
        events, here = self.session.events, self.session.index_of(selected)
        for places in (range(here + 1, len(events)), range(here - 1, -1, -1)):
            for place in places:
                if events[place].id not in gone and shown.shows(events[place]):
                    return events[place].id
        return None
