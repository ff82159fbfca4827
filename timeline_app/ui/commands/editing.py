"""What a person changes in an event."""

from __future__ import annotations

from timeline_app.model.event import EventId
from timeline_app.model.temporal import TemporalValue
from timeline_app.session import edits
from timeline_app.session.ingest import DocumentRequest, Ingested
from timeline_app.ui.commands.group import Group


class EditingCommands(Group):
    """What a person changes in an event."""

    def choose_date(self, event_id: EventId, value: TemporalValue | None) -> None:
        """Give an event another date, or back the one its source's words give."""
        event = self.session.event(event_id)
        if value:
            self.apply(edits.set_date(event, value))
            self.window.stage.make_room(event_id)
        elif event.citations:
            document = self.session.document(event.citations[0].document)
            self.window.reports.run([DocumentRequest(document)], lambda found: self._reset_date(event_id, found))

    def _reset_date(self, event_id: EventId, found: list[Ingested]) -> None:
        """Give an event the date it has in what was extracted again."""
        for source in (event for again in found for event in again.events if event.id == event_id):
            self.apply(edits.use_source_date(self.session.event(event_id), source))
            self.window.stage.make_room(event_id)
