"""What a picture is of: the events it shows, their documents, and in words what it leaves out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from timeline_app.exporters.options import ExportError
from timeline_app.exporters.references import printable, shown_events
from timeline_app.model.arrangement import Era, OwnCategory
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event, Status
from timeline_app.model.publishing import publishable
from timeline_app.session.lanes import NO_LANES, LaneChoice


@dataclass(frozen=True, slots=True, eq=False)
class Matter:
    """Placed events in order of time that nobody rejected, and how many have no place in time."""

    events: tuple[Event, ...]
    documents: Mapping[DocumentId, Document]
    undated: int
    lanes: LaneChoice = NO_LANES
    eras: tuple[Era, ...] = ()
    own_categories: tuple[OwnCategory, ...] = ()

    @classmethod
    def of(cls, events: Sequence[Event], documents: Sequence[Document]) -> Matter:
        """Of all events of a session, in its order, what is not private.

        Raises:
            ExportError: none of them has a place in time.

        """
        total = len(events)
        events, documents = publishable(events, documents)
        if total and not events:
            raise ExportError("There is nothing to draw: all events are private, or from private documents.")
        shown = shown_events(events)
        undated = sum(event.value is None and event.status is not Status.REJECTED for event in events)
        if not shown:
            more = f"; {undated} could not be placed in time" if undated else ""
            raise ExportError(f"There is no dated event to draw{more}.")
        return cls(shown, {document.id: document for document in documents}, undated)

    def title(self, wanted: str) -> str:
        """What the user called it, else the document, else how many there are."""
        if wanted.strip():
            return printable(wanted)
        titles = [printable(document.title) for document in self.documents.values()]
        return titles[0] if len(titles) == 1 else f"Timeline of {len(titles):,} documents"

    def summary(self) -> str:
        """How much is shown and what is not: "7 proposed events from 1 document · 6 not placed in time"."""
        proposed = all(event.status is Status.PROPOSED for event in self.events)
        events = counted(len(self.events), "proposed event" if proposed else "event")
        parts = [f"{events} from {counted(len(self.documents), 'document')}"]
        if self.undated:
            parts.append(f"{self.undated:,} not placed in time")
        return " · ".join(parts)


def counted(number: int, name: str) -> str:
    """A number of things: "1 event", "1,204 events"."""
    return f"{number:,} {name}{'s' * (number != 1)}"
