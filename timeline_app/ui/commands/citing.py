"""Where an event is reported: words of documents, and sources that are no file."""

from __future__ import annotations

from timeline_app.model.document import DocumentId, TextSpan
from timeline_app.model.event import Event, Stance
from timeline_app.session import edits
from timeline_app.ui.commands.group import Group
from timeline_app.ui.editing.entry import dates_in, paragraph_of, trimmed


class CitingCommands(Group):
    """Where an event is reported."""

    def cite(self, document_id: DocumentId, span: TextSpan) -> None:
        """Let the selected event be reported by some words, too."""
        if self.session.selection is None:
            return
        event, document = self.session.event(self.session.selection), self.session.document(document_id)
        words = trimmed(document.text, span)
        dates = dates_in(self.session.tagging(document_id).expressions, words)
        if self.apply(edits.cite(event, document, words, paragraph_of(document.text, words.start), dates)):
            self.window.note(f"“{document.title}” is source {len(event.citations) + 1} of “{event.title}”.")

    def cite_selected_words(self) -> None:
        """Let the selected event be reported by the words that are selected in the document, too."""
        panel = self.window.source_panel
        if panel.document and (span := panel.text.selected_span):
            self.cite(panel.document.id, span)
            panel.text.select_nothing()

    def cite_without_file(self) -> None:
        """Ask for a source that is no file, and let the selected event be reported by it."""
        if self.session.selection is None:
            return
        event = self.session.event(self.session.selection)
        if found := self.window.questions.source(event.title):
            self.apply(
                edits.cite_without_file(
                    event, found.title, found.words, who=found.who, when=found.when, where=found.where
                )
            )

    def set_stance(self, number: int, stance: Stance) -> None:
        """Say what a source, counted from 0, does for the selected event, or for the new one."""
        if self.commands.editing.entry:
            self.commands.editing.change_entry(lambda events: edits.set_stance(events[0], number, stance))
        elif event := self._event(number):
            self.apply(edits.set_stance(event, number, stance))

    def remove(self, number: int) -> None:
        """Take a source, counted from 0, off the selected event, or the new one."""
        if self.commands.editing.entry:
            self.commands.editing.change_entry(lambda events: edits.remove_citation(events[0], number))
        elif (event := self._event(number)) and self.apply(edits.remove_citation(event, number)):
            self.window.note(f"The event has {len(event.citations) - 1 or 'no'} more sources. Ctrl+Z brings it back.")

    def _event(self, number: int) -> Event | None:
        if self.session.selection is None:
            return None
        event = self.session.event(self.session.selection)
        return event if number < len(event.citations) else None
