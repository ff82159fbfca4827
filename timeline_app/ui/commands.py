"""What every action and every view's request does: the one place where intents become changes and moves."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from timeline_app import assets
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.scale import ScaleKind
from timeline_app.model.change import Change
from timeline_app.model.document import DocumentId, Publication
from timeline_app.model.event import Event, EventId, Status
from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import in_words
from timeline_app.readers import document_from_text, find_documents
from timeline_app.session import edits
from timeline_app.session.ingest import DocumentRequest, FileRequest, Ingested
from timeline_app.session.session import Session
from timeline_app.storage import is_project
from timeline_app.storage.project import ProjectError, Step
from timeline_app.ui.search import matching
from timeline_app.ui.shown import Kind
from timeline_app.ui.wording import citation_text

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

ZOOM_STEP = 1.4
_SCREEN = 0.85  # of the width, so that something seen stays in sight


class Commands:
    """Methods named after what the user wants."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window
        self._found: tuple[EventId, ...] = ()
        self._ground: Step | None = None  # what the program did by itself, which undo leaves alone

    @property
    def _session(self) -> Session:
        return self._window.session

    @property
    def found(self) -> int:
        """Number of events the search finds."""
        return len(self._found)

    @property
    def ground(self) -> Step | None:
        """What the program did by itself, which is nobody's work."""
        return self._ground

    def begin_anew(self) -> None:
        """Forget what was of another project."""
        self._ground = None
        self.search(self._window.search.text())

    # Documents

    def open_files(self) -> None:
        """Ask for documents or a project and open them."""
        self.open_paths(self._window.questions.files())

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Go to a project; read files and folders in the background and add what they hold."""
        given = list(paths)
        projects, named = [path for path in given if is_project(path)], [path for path in given if not is_project(path)]
        if len(projects) > 1:
            self._window.say(f"A window shows one project: “{projects[0].name}” is opened, the others are not.")
        if projects and not self._window.projects.open(projects[0]):
            return
        requests = [FileRequest(path, root=root) for path, root in find_documents(named)]
        if not requests and named:
            self._window.say(f"There is nothing to read in “{named[0].name}”.")
        self._window.reports.run(requests, self._add)

    def open_last(self) -> None:
        """Go to the project that was open last; the sample if there is none."""
        if not self._window.projects.open_last():
            self.open_sample()

    def new(self) -> None:
        """Begin an empty project."""
        self._window.projects.new()

    def save(self) -> None:
        """Name a draft, or say that all is saved."""
        self._window.projects.save()

    def save_as(self) -> None:
        """Go on under another name."""
        self._window.projects.save_as()

    def save_copy(self) -> None:
        """Put a copy into another file."""
        self._window.projects.save_copy()

    def open_sample(self) -> None:
        """Read the sample; undo does not take it away, for nobody did anything yet."""
        self._window.reports.run([FileRequest(assets.sample())], self._add_sample)

    def paste(self) -> None:
        """Make a document of the clipboard's text, or open the files it names."""
        clip = QGuiApplication.clipboard().mimeData() or QMimeData()  # none at all where nothing was ever copied
        if paths := local_paths(clip.urls()):
            self.open_paths(paths)
        elif clip.text().strip():
            self.add_text(clip.text())
        else:
            self._window.say("There is no text on the clipboard.")

    def add_text(self, text: str) -> None:
        """Show what a text would become, and add it if that is right."""
        asked = self._window.questions.about_text(text, document_from_text(text).title)
        if asked is None:
            return
        title, value = asked
        published = Publication(value, "you") if value else None
        self._window.reports.run([DocumentRequest(document_from_text(text, title, published))], self._add)

    def remove(self, document_id: DocumentId) -> None:
        """Take a document out, with the events only it reports."""
        document = self._session.document(document_id)
        tagging = self._session.tagging(document_id)
        self._apply(edits.remove_document(document, tagging, self._session.events))

    def remove_shown(self) -> None:
        """Take out the document whose text is shown."""
        if document := self._window.source_panel.document:
            self.remove(document.id)

    def read(self, document_id: DocumentId) -> None:
        """Show a document: the event it reports first is selected, else its text alone."""
        first = first_in_text(self._session.events, document_id)
        self._session.select(first.id if first else None)
        self._window.source_panel.show_document(document_id)

    def publish(self, document_id: DocumentId, value: TemporalValue) -> None:
        """Say when a document was written; it is extracted again, and what waited for the date is placed."""
        document = replace(self._session.document(document_id), published=Publication(value, "you"))
        self._window.reports.run([DocumentRequest(document)], self._redate)

    def _add(self, found: list[Ingested], *, mine: bool = True) -> None:
        known = {document.id for document in self._session.documents}
        fresh = [one for one in found if one.document.id not in known]
        for one in found:
            if one.document.id in known:
                self._window.say(f"“{one.document.title}” is on the timeline already.")
        if not fresh:
            return
        if self._apply(edits.add_documents(fresh, self._session.documents, self._session.events), mine=mine):
            self._window.added([one.document for one in fresh])
            firsts = (first_in_text(self._session.events, one.document.id) for one in fresh)
            if first := next((event for event in firsts if event), None):
                self._session.select(first.id)

    def _add_sample(self, found: list[Ingested]) -> None:
        self._add(found, mine=False)
        self._ground = self._last_step()
        self._window.projects.show()
        self._window.refresh_actions()

    def _redate(self, found: list[Ingested]) -> None:
        for again in found:
            self._apply(self._session.published_again(again))

    # Events

    def select(self, event_id: EventId | None) -> None:
        """Select an event alone and bring it into sight."""
        self._pick(np.empty(0, dtype=np.intp))
        self._session.select(event_id)
        if event_id:
            self._window.stage.reveal(event_id)

    def toggle(self, event_id: EventId) -> None:
        """Select an event beside what is selected, or no longer."""
        ordinal = self._session.index_of(event_id)
        there = self._ordinals()
        kept = there[there != ordinal] if ordinal in there else np.append(there, ordinal)
        self._pick(kept)
        lead = event_id if ordinal in kept else self._session.id_at(int(kept[-1])) if len(kept) else None
        self._session.select(lead)

    def extend_to(self, event_id: EventId) -> None:
        """Select every event in time from the selected one to this."""
        shown, selected = self._window.shown, self._session.selection
        first, last = shown.row_of(selected), shown.row_of(event_id)
        if first is None or last is None:
            self.select(event_id)
        else:
            self.pick_rows(range(min(first, last), max(first, last) + 1))

    def pick_rows(self, rows: Iterable[int]) -> None:
        """Select the events of these rows beside what is selected."""
        more = self._window.shown.columns.ordinal[np.array(list(rows), dtype=np.intp)]
        self._pick(np.concatenate((self._ordinals(), more)))
        if self._session.selection is None and len(more):
            self._session.select(self._session.id_at(int(more[0])))

    def select_all(self) -> None:
        """Select every event that is shown."""
        events = self._window.shown.events
        if len(events):
            self._pick(self._window.shown.sifted.events.ordinals)
            if self._session.selection is None:
                self._session.select(events[0].id)

    def _ordinals(self) -> Rows:
        """The places among the events of all that are selected."""
        if len(picked := self._window.shown.picked):
            return picked.ordinals
        selected = self._session.selection
        return np.array([self._session.index_of(selected)] if selected else [], dtype=np.intp)

    def _pick(self, ordinals: Rows) -> None:
        if len(ordinals) or len(self._window.shown.picked):
            self._window.shown.pick(ordinals)
            self._window.show_picked()

    def step(self, steps: int) -> None:
        """Select the event so many on in time."""
        selected = self._session.selection
        events = self._session.events
        here = self._session.index_of(selected) if selected else (-1 if steps > 0 else len(events))
        ahead = range(here + 1, len(events)) if steps > 0 else range(here - 1, -1, -1)
        shown = (events[place] for place in ahead if self._window.shown.shows(events[place]))
        if found := list(islice(shown, abs(steps))):
            self.select(found[-1].id)

    def step_row(self, steps: int) -> None:
        """Select the event above or below, among those drawn."""
        if found := self._window.stage.neighbour(steps):
            self.select(found)

    def step_to_end(self, *, first: bool) -> None:
        """Select the first or last event."""
        if events := self._window.shown.events:
            self.select(events[0 if first else -1].id)

    def accept(self) -> None:
        """Accept the selected event, and go on while reviewing."""
        self._decide(edits.accept)

    def reject(self) -> None:
        """Reject the selected event, and go on while reviewing."""
        self._decide(edits.reject)

    def accept_these(self, ids: tuple[EventId, ...]) -> None:
        """Accept some events in one step."""
        self._apply(edits.accept(self._session.event(name) for name in ids))

    def reject_these(self, ids: tuple[EventId, ...]) -> None:
        """Reject some events in one step."""
        self._apply(edits.reject(self._session.event(name) for name in ids))

    def accept_all(self) -> None:
        """Accept every proposed event that is shown."""
        self._apply(edits.accept(event for event in self._window.shown.events if event.status is Status.PROPOSED))

    def choose_date(self, event_id: EventId, value: TemporalValue | None) -> None:
        """Give an event another date, or back the one its source's words give."""
        event = self._session.event(event_id)
        if value:
            self._apply(edits.set_date(event, value))
            self._window.stage.make_room(event_id)
        elif event.citations:
            document = self._session.document(event.citations[0].document)
            self._window.reports.run([DocumentRequest(document)], lambda found: self._reset_date(event_id, found))

    def _reset_date(self, event_id: EventId, found: list[Ingested]) -> None:
        """Give an event the date it has in what was extracted again."""
        for source in (event for again in found for event in again.events if event.id == event_id):
            self._apply(edits.use_source_date(self._session.event(event_id), source))
            self._window.stage.make_room(event_id)

    def open_quote(self) -> None:
        """Put the focus on the selected event's words."""
        self._window.source_panel.text.setFocus()

    def scroll_source(self) -> None:
        """Show the next screen of the document's text."""
        self._window.source_panel.text.scroll_on()

    def copy(self) -> None:
        """The selected event as a quote with its source; without one the picture."""
        if self._session.selection is None:
            self.copy_picture()
            return
        documents = {str(document.id): document for document in self._session.documents}
        events = self._window.shown.picked or [self._session.event(self._session.selection)]
        QGuiApplication.clipboard().setText("\n\n".join(citation_text(event, documents) for event in events))
        one = len(events) == 1
        self._window.note("Copied the event with its source." if one else f"Copied {len(events):,} events.")

    def copy_picture(self) -> None:
        """The timeline as a picture with its sources, on the clipboard."""
        from timeline_app.exporters import ExportError  # noqa: PLC0415 - loaded when used
        from timeline_app.ui.picture import picture_of  # noqa: PLC0415

        try:
            QGuiApplication.clipboard().setImage(
                picture_of(self._session, self._window.stage.view.kind, self._window.theme.name)
            )
        except ExportError as error:
            self._window.say(str(error))
        else:
            self._window.note("Copied the picture.")

    def export(self) -> None:
        """Save the timeline as a picture."""
        saved = self._window.questions.export(self._session, self._window.stage.view.kind, self._window.theme.name)
        if saved:
            self._window.note(f"Saved “{saved}”.")

    # Search

    def find(self) -> None:
        """Put the focus into the search field."""
        self._window.search.setFocus()
        self._window.search.selectAll()

    def search(self, words: str) -> None:
        """Find events by their words."""
        self._found = matching(words, self._window.shown.events)
        self._show_found()

    def step_found(self, steps: int) -> None:
        """Select the next or previous hit, around the ends."""
        if not self._found:
            return
        selected = self._session.selection
        here = self._found.index(selected) if selected in self._found else (-1 if steps > 0 else 0)
        self.select(self._found[(here + steps) % len(self._found)])
        self._show_found()

    def _show_found(self) -> None:
        selected = self._session.selection
        place = self._found.index(selected) + 1 if selected in self._found else 0
        self._window.search.show_found(place, len(self._found))
        self._window.refresh_actions()

    # History

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        label = self._session.undo_label
        if self._ground and self._ground.label == label and self._ground == self._last_step():
            return None
        return label

    def undo(self) -> None:
        """Take back the last step."""
        if self.undo_label is not None:
            self._travel(self._session.undo)

    def redo(self) -> None:
        """Make the last undone step again."""
        self._travel(self._session.redo)

    def _travel(self, step: Callable[[], None]) -> None:
        """Undo or redo, and follow the selected event to the date it has then."""
        before = self._selected_date()
        self._try(step)
        selected = self._session.selection
        if selected and self._selected_date() != before:
            self._window.stage.make_room(selected)

    def _selected_date(self) -> TemporalValue | None:
        selected = self._session.selection
        return self._session.event(selected).value if selected else None

    def _last_step(self) -> Step | None:
        return next((step for step in reversed(self._session.history) if step.done), None)

    # The view

    def zoom(self, steps: int) -> None:
        """Zoom about the selected event if it is in sight, else the middle."""
        stage = self._window.stage
        stage.zoom(ZOOM_STEP**steps, stage.focus_x())

    def fit(self) -> None:
        """Show everything, with folds computed anew."""
        self._window.stage.fit()

    def fit_selection(self) -> None:
        """Centre the selected event; if it is centred already, make it as wide as the view."""
        if self._session.selection:
            self._window.stage.centre_or_fit(self._session.selection)

    def pan_screens(self, screens: int) -> None:
        """Move by most of a screen, later for positive numbers."""
        stage = self._window.stage
        stage.glide_to(stage.view.panned(-screens * _SCREEN * stage.view.width))

    def view_back(self, steps: int) -> None:
        """Back (-1) or forward (1) through the views."""
        stage = self._window.stage
        stage.go_back() if steps < 0 else stage.go_on()
        self._window.refresh_actions()

    def go_to_date(self) -> None:
        """Bring a date into the middle."""
        value = self._window.questions.date()
        if value and value.earliest is not None:
            end = value.latest if value.latest is not None else value.earliest
            beyond = self._window.stage.go_to(value.earliest + (end - value.earliest) // 2)
            if beyond:
                self._window.note(f"The timeline {'begins after' if beyond < 0 else 'ends before'} {in_words(value)}.")

    def set_scale(self, kind: ScaleKind) -> None:
        """Draw time in another way."""
        self._window.stage.set_kind(kind)

    def toggle_folds(self) -> None:
        """Fold, or unfold to true scale."""
        folded = self._window.stage.view.kind is ScaleKind.FOLDED
        self.set_scale(ScaleKind.TRUE if folded else ScaleKind.FOLDED)

    def fold_view(self) -> None:
        """Compute the folds anew for what the view shows."""
        self._window.stage.fold_view()

    # The window

    def hide(self, kinds: frozenset[Kind]) -> None:
        """Show all events but these kinds."""
        self._window.sieve.hide(kinds)

    def toggle_panel(self, name: str) -> None:
        """Show or hide a panel."""
        self._window.toggle_panel(name)

    def toggle_shelf(self) -> None:
        """Open or close the undated shelf."""
        self._window.shelf.toggle.toggle()

    def next_pane(self, steps: int) -> None:
        """Put the focus into the next pane."""
        self._window.next_pane(steps)

    def set_theme(self, choice: str) -> None:
        """Light, dark, or as the system says."""
        self._window.choose_theme(choice)

    def switch_wheel(self) -> None:
        """Let a plain wheel scroll rows, or zoom again."""
        known = self._window.preferences
        self._window.prefer(replace(known, wheel_scrolls=not known.wheel_scrolls))

    def switch_motion(self) -> None:
        """Let nothing glide, or all again."""
        known = self._window.preferences
        self._window.prefer(replace(known, still=not known.still))

    def escape(self) -> None:
        """End a gesture; else clear the selection."""
        if not self._window.canvas.cancel_gesture():
            self.select(None)

    def show_keys(self) -> None:
        """Every key."""
        self._window.questions.keys()

    def about(self) -> None:
        """What this program is."""
        self._window.questions.about()

    def quit(self) -> None:
        """Close the window, unless the user wants to stay with a draft."""
        if self._window.projects.may_leave():
            self._window.close()

    def _decide(self, decision: Callable[[Iterable[Event]], Change]) -> None:
        selected = self._session.selection
        if selected is None:
            return
        if len(picked := self._window.shown.picked):
            self._apply(decision(picked))
            return
        following = self._next_proposed(selected) if self._window.reviewing else None
        self._apply(decision([self._session.event(selected)]))
        if following:
            self.select(following)

    def _next_proposed(self, after: EventId) -> EventId | None:
        """The next event in time that waits for a decision, around the end."""
        events = self._session.events
        here = self._session.index_of(after)
        ahead = (*events[here + 1 :], *events[:here])
        return next((event.id for event in ahead if event.status is Status.PROPOSED), None)

    def _apply(self, change: Change, *, mine: bool = True) -> bool:
        """Make a change, of the user's or of the program's own; whether it was made."""
        if mine and change.edits:
            self._window.projects.keep()
        return self._try(lambda: self._session.apply(change))

    def _try(self, step: Callable[[], None]) -> bool:
        """Do what may fail to be written; whether it was."""
        try:
            step()
        except ProjectError as error:
            self._window.projects.show()
            self._window.say(str(error))
            return False
        return True


def first_in_text(events: Iterable[Event], document: DocumentId) -> Event | None:
    """The event that a document reports first."""
    places = [
        (citation.quote.span.start, number, event)
        for number, event in enumerate(events)
        for citation in event.citations
        if citation.document == document
    ]
    return min(places)[2] if places else None


def local_paths(urls: Iterable[QUrl]) -> list[Path]:
    """The files on this computer among some addresses."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
