"""What a person writes and chooses for events: the form, one event or several at once, and new events."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication, QWidget

from timeline_app.model.arrangement import OwnCategory
from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document, DocumentId, TextSpan
from timeline_app.model.event import Event, EventId, Tagging, Timex
from timeline_app.model.temporal import TemporalValue
from timeline_app.session import arranging, edits
from timeline_app.session.ingest import DocumentRequest, Ingested
from timeline_app.session.session import UnknownRecordError
from timeline_app.ui.commands.group import Group
from timeline_app.ui.editing import kept_entry, unread
from timeline_app.ui.editing.entry import entry_from_words, entry_of_date, new_entry
from timeline_app.ui.editing.field import First
from timeline_app.ui.editing.subject import Subject
from timeline_app.ui.requests import Asked

if TYPE_CHECKING:
    from timeline_app.ui.editing.form import EventForm
    from timeline_app.ui.main_window import MainWindow


class EditingCommands(Group):
    """What a person writes and chooses for events."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._entry: Event | None = None  # a new event that is not saved yet
        self._came_from: QWidget | None = None

    def begin_anew(self) -> None:
        """Leave the form, which is about events of another project; go on with a new event that was left here."""
        self.leave()
        left = kept_entry.entry_of(self.session.setting(kept_entry.SETTING), self._document)
        if left is not None and not self.session.is_read_only:
            self._open(left, First.FORM)
            self.window.note("This new event was not saved when the project was left.")

    def leave(self) -> None:
        """Leave the form because the project is left; a new event stays with that."""
        self._entry = None
        self._close()

    @property
    def entry(self) -> Event | None:
        """A new event that is not saved yet."""
        return self._entry

    @property
    def is_open(self) -> bool:
        """Whether events are being edited."""
        return self.window.source_panel.is_editing

    # The form

    def edit(self, first: First = First.FORM) -> None:
        """Open the form on the selected events, or go back into it."""
        if self.session.selection is None and self._entry is None:
            return
        panel, focus = self.window.source_panel, QApplication.focusWidget()
        if not self.is_open:
            self._came_from = focus
        self.window.show_panel("source")
        self._form.date.recall(unread.load(self.session.setting(unread.SETTING)))
        panel.edit()
        self._form.begin(first)

    def rename(self) -> None:
        """Write the selected event's title anew."""
        self.edit(First.TITLE)

    def finish(self) -> None:
        """Leave the form; a new event is saved. It stays open over a date that cannot be read."""
        self._form.flush()
        if not self._form.date.is_sound:
            self._form.date.setFocus()
        elif self._entry is None:
            self._close()
        elif not self._entry.title:
            self.window.note("Say what happened: an event needs a title.")
            self._form.title.setFocus()
        elif self._save(self._entry):
            self._close()

    def discard(self) -> None:
        """Leave the form, and forget a new event as if it had never been."""
        if self._entry is not None:
            self._entry = None
            self._keep_entry()
        else:
            self._form.flush()
        self._close()

    def change(self, subject: Subject, asked: Asked, key: str) -> None:
        """Edit some events as the form asks, or the new one."""
        if subject.entry:
            self.change_entry(asked)
            return
        events = self._found(subject.ids) if subject.ids else self.window.shown.picked
        change = asked(events)
        if self.apply(change, merging=key):
            self._follow_dates(change)

    def keep_unread(self, ids: tuple[str, ...], text: str) -> None:
        """Keep what was typed as a date and is none."""
        kept = unread.with_text(self.session.setting(unread.SETTING), ids, text)
        if not self.session.is_read_only:
            self.attempt(lambda: self.session.keep_setting(unread.SETTING, kept))

    # Dates and categories

    def choose_date(self, event_id: EventId, value: TemporalValue | None, merging: str = "") -> None:
        """Give an event another date, or back the one its source's words give."""
        event = self.session.event(event_id)
        if value:
            self.apply(edits.set_date(event, value), merging=merging)
            self.window.stage.make_room(event_id)
        elif event.citations:
            document = self.session.document(event.citations[0].document)
            self.window.reports.run([DocumentRequest(document)], lambda found: self._reset_date(event_id, found))

    def use_source_date(self) -> None:
        """Give the selected event back the date its source's words give."""
        if self.session.selection:
            self.choose_date(self.session.selection, None)

    def new_category(self) -> None:
        """Make a category, and put the edited events into it."""
        answer = self.window.questions.category(self.session.own_categories, self.window.theme)
        if answer is None or (made := answer[0]) is None:
            return
        subject = self._form.subject
        if subject is None or subject.entry:
            self.apply(arranging.add(made))
            self.change_entry(lambda events: edits.set_category(events, made.name))
            return
        events = self._found(subject.ids) if subject.ids else self.window.shown.picked
        self.apply(_in_category(made, events))

    def change_category(self, name: str) -> None:
        """Change one of the user's own categories, or take it away; its events follow."""
        own = self.session.own_categories
        before = next((category for category in own if category.name == name), None)
        answer = self.window.questions.category(own, self.window.theme, before) if before else None
        if before is None or answer is None:
            return
        after = answer[0]
        self.apply(self.session.changing_category(before, after) if after else self.session.removing_category(before))

    # New events

    def new(self) -> None:
        """Open an entry without a date."""
        self._open(new_entry())

    def new_at(self, value: TemporalValue) -> None:
        """Open an entry at a date, as exact as what was pointed at."""
        self._open(new_entry(value))

    def new_from_words(self, document_id: DocumentId, span: TextSpan) -> None:
        """Open an entry for what some words report, dated by the nearest date in the text."""
        document = self.session.document(document_id)
        self._open(entry_from_words(document, self.session.tagging(document_id), span), First.TITLE)

    def new_from_date(self, document_id: DocumentId, timex: Timex, value: TemporalValue | None) -> None:
        """Open an entry for what the sentence of a date reports; ``value`` is the date if it is not as read."""
        self._open(entry_of_date(self.session.document(document_id), timex, value), First.TITLE)

    def new_from_selected_words(self) -> None:
        """Open an entry for the words that are selected in the document."""
        panel = self.window.source_panel
        if panel.document and (span := panel.text.selected_span):
            self.new_from_words(panel.document.id, span)
            panel.text.select_nothing()

    def change_entry(self, asked: Asked) -> None:
        """Edit the new event."""
        if self._entry is None:
            return
        for edit in asked([self._entry]).edits:
            if isinstance(edit.after, Event):
                self._entry = edit.after
        self._keep_entry()
        self.window.source_panel.show_entry(self._entry)

    @property
    def _form(self) -> EventForm:
        return self.window.source_panel.form

    def _open(self, entry: Event, first: First = First.TITLE) -> None:
        if self._entry is not None:
            self._form.flush()
            if self._entry.title and not self._save(self._entry):
                return
        self._entry = entry
        self._keep_entry()
        self.window.source_panel.show_entry(entry)
        self.edit(first)

    def _save(self, entry: Event) -> bool:
        """Make the new event one of the project; whether that could be written."""
        if not self.apply(Change(f"New event “{entry.title}”", (Edit(None, entry),))):
            return False
        self._entry = None
        self._keep_entry()
        self.window.source_panel.show_entry(None)
        self.commands.selection.select(entry.id)
        self.window.stage.make_room(entry.id)
        return True

    def _keep_entry(self) -> None:
        """Keep the new event, or none, where the project has a file; it alone makes no draft."""
        kept = kept_entry.text_of(self._entry) if self._entry else ""
        if self.session.path is not None and kept != self.session.setting(kept_entry.SETTING):
            self.attempt(lambda: self.session.keep_setting(kept_entry.SETTING, kept))

    def _document(self, name: DocumentId) -> tuple[Document, Tagging] | None:
        try:
            return self.session.document(name), self.session.tagging(name)
        except UnknownRecordError:
            return None

    def _close(self) -> None:
        """Put the form away and go back to where one came from."""
        panel, focus = self.window.source_panel, QApplication.focusWidget()
        inside = focus is None or (panel.is_editing and panel.form.isAncestorOf(focus))
        panel.show_entry(None)
        panel.stop_editing()
        back = self._came_from
        self._came_from = None
        if inside:
            (back if back is not None and back.isVisible() else self.window.canvas).setFocus()
        self.window.refresh_actions()

    def _found(self, ids: Sequence[EventId]) -> list[Event]:
        """The events of some ids, as far as they are still there."""
        found = []
        for name in ids:
            try:
                found.append(self.session.event(name))
            except UnknownRecordError:
                continue
        return found

    def _follow_dates(self, change: Change) -> None:
        """Bring the selected event into sight where it has another date now."""
        for edit in change.edits:
            before, after = edit.before, edit.after
            if isinstance(before, Event) and isinstance(after, Event) and after.id == self.session.selection:
                if before.value != after.value:
                    self.window.stage.make_room(after.id)
                return

    def _reset_date(self, event_id: EventId, found: list[Ingested]) -> None:
        """Give an event the date it has in what was extracted again, else that of the words it cites."""
        event = self.session.event(event_id)
        again = [other for one in found for other in one.events if other.id == event_id]
        if not again and (timex := event.expression):
            again = [replace(event, value=timex.temporal, undated=timex.undated)]
        for source in again:
            self.apply(edits.use_source_date(event, source))
            self.window.stage.make_room(event_id)


def _in_category(made: OwnCategory, events: Sequence[Event]) -> Change:
    """A new category with the first events in it, as one step."""
    added = arranging.add(made)
    return replace(added, edits=(*added.edits, *edits.set_category(events, made.name).edits))
