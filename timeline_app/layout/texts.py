"""Texts: the words of a row, fetched only for the few hundred labels that are visible."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from timeline_app.layout.columns import Columns
from timeline_app.model import civil
from timeline_app.model.event import Event
from timeline_app.model.temporal import alternatives
from timeline_app.model.wording import Style, in_words

Choice = tuple[int, int]  # seconds, half-open
_WEEKDAYS_SINCE = civil.to_seconds(1900)  # a weekday of 1066 tells nobody anything


class Texts(Protocol):
    """What to write on a mark."""

    def title(self, row: int) -> str:
        """What to call the event."""
        ...

    def when(self, row: int, *, year: bool) -> str:
        """Its date in words; ``year=False`` where the axis already shows the year."""
        ...

    def choices(self, row: int) -> tuple[Choice, ...]:
        """The times of which one is its date, where nobody knows yet which; none for most."""
        ...


@dataclass(frozen=True, slots=True, eq=False)
class EventTexts:
    """The texts of the events that ``columns`` were built from."""

    columns: Columns
    events: Sequence[Event]

    def title(self, row: int) -> str:
        """The event's title."""
        return self._event(row).title

    def when(self, row: int, *, year: bool) -> str:
        """The date in words, for a period after the source's own words: “all week”, 28–31 March."""
        event = self._event(row)
        if event.value is None:
            return ""
        earliest = event.value.earliest
        style = Style.PLAIN if earliest is None or earliest < _WEEKDAYS_SINCE else Style.SHORT
        words = in_words(event.value, style, year=year)
        said = event.expression
        return f"“{said.text}”, {words}" if event.value.is_period and said and said.text not in words else words

    def choices(self, row: int) -> tuple[Choice, ...]:
        """The alternatives of its value."""
        value = self._event(row).value
        found = alternatives(value) if value else ()
        return tuple((bounds.earliest or 0, bounds.latest or 0) for bounds in found)

    def _event(self, row: int) -> Event:
        return self.events[int(self.columns.ordinal[row])]
