"""The source panel: who says so? Title, date, how the date was found, each citation, and the text it stands in."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QToolButton, QVBoxLayout

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.layout.pyramid import distinct
from timeline_app.model.document import Document, DocumentId, TextSpan
from timeline_app.model.event import Event, Status, Timex
from timeline_app.render.theme import Theme
from timeline_app.session.coverage import Coverage, coverage, is_date
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.storage.catalogue import STATUSES
from timeline_app.ui.date_box import DateBox
from timeline_app.ui.editing.kinds import kinds
from timeline_app.ui.editing.subject import subject_of, subject_of_entry
from timeline_app.ui.panels.card_links import CardLinks
from timeline_app.ui.panels.citation_list import FEW, MOST, CitationList
from timeline_app.ui.panels.derivation import (
    Around,
    around,
    date_in_words,
    derivation_rows,
    looked_at,
    reading_rows,
)
from timeline_app.ui.panels.derivation_card import DerivationCard
from timeline_app.ui.panels.document_line import DocumentLine
from timeline_app.ui.panels.panel import Panel
from timeline_app.ui.panels.source_footer import SourceFooter
from timeline_app.ui.panels.source_head import head_of
from timeline_app.ui.panels.source_marks import dates_it, event_at, found, marks_of
from timeline_app.ui.panels.source_text import SourceText
from timeline_app.ui.panels.source_words import chip_in_words, conflict_in_words, picked_in_words
from timeline_app.ui.requests import Requests
from timeline_app.ui.shown import Shown
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.editing.form import EventForm

_TOP = 18  # px over the head
MARGIN = 20  # px beside everything but the text's scroll bar


class SourcePanel(Panel):
    """Shows the session's selected event, or the first document's text while none is."""

    def __init__(self, session: Session, shown: Shown, requests: Requests) -> None:
        super().__init__(session, shown, requests)
        self.setObjectName("source_panel")
        self.setAccessibleName("Source panel")
        self._document: Document | None = None
        self._event: Event | None = None
        self._coverage: Coverage | None = None
        self._here = -1  # the code point from which to step to the next passage
        self._pointed: Timex | None = None
        self._asked_for: Document | None = None  # whose text is to be shown while no event is
        self._looked: Timex | None = None  # the date that dates no event and is looked at
        self._theme: Theme | None = None
        self.chip, self.title, self.date = (self._label(name) for name in ("event_chip", "event_title", "event_date"))
        self.edit_button = QToolButton(self)
        self.card = DerivationCard(self)
        self.box = DateBox("", "Set", read_date, self)
        self.conflict = self._label("conflict")
        self.conflict.setProperty("role", "wrong")
        self._seen: tuple[object, ...] = ()
        self._entry: Event | None = None  # a new event that is not saved yet
        self.citations = CitationList(session.document, self)
        self.line = DocumentLine(self)
        self.text = SourceText(self)
        self.footer = SourceFooter(requests, self)
        self._arrange()
        self._links = CardLinks(self)
        self.card.followed.connect(self._links.follow)
        self.text.clicked.connect(self._text_clicked)
        self.text.strip.jumped.connect(self._jump)
        self.text.pointed_at.connect(self._point)
        self.line.change_asked.connect(self._ask_to_change)
        self.box.given.connect(self._links.take)
        self.citations.asked.connect(self._show_citation)
        self.citations.stance_chosen.connect(requests.set_stance)
        self.citations.remove_asked.connect(requests.remove_source)

    def refresh(self, topic: Topic) -> None:
        """Everything here depends on the selection, its document and its number among the events."""
        if topic is Topic.HISTORY:
            return
        if topic is not Topic.SELECTION:
            self._coverage = None
        self._pointed = None
        event = self._shown_event()
        if self._looked and (event is not None or not self._is_there(self._looked)):
            self._looked = None
        if topic is Topic.SELECTION and self._seen == self._sight(event):
            return  # the same event was just shown because events changed
        if event is None:
            self._close_form()
        self._show_head(event)
        if self._looked:
            self._show_looked(self._looked)
        self._show_form(event)
        document = self._document_of(event)
        self._show_text(event, document)
        self._event = event
        self._seen = self._sight(event)

    def _sight(self, event: Event | None) -> tuple[object, ...]:
        """What the panel shows, as far as it is not the events around it."""
        picked = self.shown.picked or None  # each is equal to itself alone
        return (
            event,
            self._looked,
            self._entry is None,
            self.is_editing,
            picked,
            self._document,
            self._asked_for,
            self.session.own_categories,
        )

    @property
    def told(self) -> Event | None:
        """The event that is shown."""
        return self._event

    @property
    def looked(self) -> Timex | None:
        """The date of the text that is looked at and dates no event."""
        return self._looked

    @property
    def document(self) -> Document | None:
        """The document whose text is shown."""
        return self._document

    @property
    def pointed(self) -> tuple[Document, Timex] | None:
        """The date expression whose menu was opened last; else the one that dates the event that is shown."""
        if self._pointed and self._document:
            return self._document, self._pointed
        citations = self._event.citations if self._event else ()
        dated = ((citation.document, timex) for citation in citations for timex in citation.expressions)
        return next(((self.session.document(name), timex) for name, timex in dated), None)

    @cached_property
    def form(self) -> EventForm:
        """The editing form, made when it is first needed."""
        from timeline_app.ui.editing.form import EventForm  # noqa: PLC0415 - a dozen fields

        form = EventForm(self.requests, self.session.known, self)
        self._arrangement.insertWidget(0, form)
        if self._theme:
            form.set_theme(self._theme)
        return form

    @property
    def is_editing(self) -> bool:
        """Whether the form is open."""
        return "form" in self.__dict__ and self.form.is_open

    def step_passage(self, steps: int) -> None:
        """Go to the next dated passage of the text after the one that is shown, or the one before it."""
        passages = self._coverage.passages if self._coverage else ()
        starts = [passage.span.start for passage in passages]
        if not starts:
            return
        ahead = (
            [at for at in starts if at > self._here] if steps > 0 else [at for at in starts if at < self._here][::-1]
        )
        self._jump(ahead[0] if ahead else starts[0 if steps > 0 else -1])

    def show_document(self, document_id: DocumentId) -> None:
        """Show a document's text while no event of it is selected."""
        self._asked_for = self.session.document(document_id)
        self.refresh(Topic.SELECTION)

    def show_awaited(self, document: Document) -> None:
        """Show the text of a document that is not in the session yet, while there is no other, until that changes."""
        if self._document is None:
            self.title.setText(document.title)
            self.text.show_text(document)

    def edit(self) -> None:
        """Show the form in place of what is said about the event."""
        self.form.show()
        self.refresh(Topic.SELECTION)
        self._reveal_quote()

    def stop_editing(self) -> None:
        """Show what is said about the event again."""
        if self.is_editing:
            self._close_form()
            self.refresh(Topic.SELECTION)
            self._reveal_quote()

    def _close_form(self) -> None:
        if "form" in self.__dict__:
            self.form.close_form()

    def show_entry(self, entry: Event | None) -> None:
        """Show a new event that is not saved yet, in place of the selected one; or no longer."""
        if entry != self._entry:
            self._entry = entry
            self.refresh(Topic.SELECTION)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the marks in the text."""
        self._theme = theme
        if "form" in self.__dict__:
            self.form.set_theme(theme)
        self._show_chip(self._event)
        self.card.set_theme(theme)
        self.text.set_theme(theme)

    def _shown_event(self) -> Event | None:
        selected = self.session.selection
        return self._entry or (self.session.event(selected) if selected else None)

    def _show_form(self, event: Event | None) -> None:
        """Let the form, while it is open, follow what is selected, in place of the head."""
        self._head.setContentsMargins(MARGIN, _TOP // 3 if self.is_editing else _TOP, MARGIN, 8)
        if not self.is_editing or event is None:
            return
        events = self.shown.picked or [event]
        own = self.session.own_categories
        self.form.show_kinds(kinds(own, self.session.catalogue.categories), (category.name for category in own))
        self.form.show_subject(subject_of_entry(event) if self._entry else subject_of(events, self.session))
        self.form.fit(self.height())

    def _show_head(self, event: Event | None) -> None:
        document = self._document_of(event)
        self.box.hide()
        self.title.setText(event.title if event else document.title if document else "")
        self.date.setText(date_in_words(event) if event else "")
        self._show_chip(event)
        is_told, alone = event is not None and not self.is_editing, self._entry is not None or not self.shown.picked
        if event and is_told:
            self.card.show_rows(
                derivation_rows(event, document, self.session.dated_at(event.id), self._around(event, document))
            )
        self.title.setVisible(not self.is_editing)
        for widget, is_there in ((self.edit_button, is_told), (self.date, is_told), (self.chip, is_told and alone),
                                 (self.card, is_told and alone)):  # fmt: skip
            widget.setVisible(is_there)
        most = FEW if self.is_editing else MOST
        self.citations.show_citations(event.citations if event and alone else (), most)
        self._show_conflict(event if alone else None)
        if not alone:
            self._show_picked()
        number = self.session.index_of(event.id) + 1 if event and not self._entry else 0
        self.footer.show_event(event, number, len(self.session.events))
        self.footer.show_picked(self.shown.picked, self._picked_statuses())
        self.footer.setVisible(bool(self.session.events) and not self._entry)

    def _around(self, event: Event, document: Document | None) -> Around | None:
        """What the derivation card says of other dates of the document."""
        if document is None:
            return None
        anchor = event.expression.anchor if event.expression else None
        others = self.session.events_citing(document.id) if anchor and anchor.span else ()
        return around(event, self.session.tagging(document.id), others)

    def _show_picked(self) -> None:
        """Say how many are selected together, and what they are called."""
        picked = self.shown.picked
        self.title.setText(f"{counted(len(picked), 'event')} selected")
        self.date.setText(picked_in_words(picked))

    def _picked_statuses(self) -> set[Status]:
        """The statuses of the events that are selected together, none of which is looked at for it."""
        codes = self.session.catalogue.status[self.shown.picked.ordinals]
        return {STATUSES[code] for code in distinct(codes).tolist()}

    def _show_chip(self, event: Event | None) -> None:
        if event and self._theme:
            self.chip.setText(chip_in_words(event, self._theme.category(event.category).name()))

    def _show_conflict(self, event: Event | None) -> None:
        words = conflict_in_words(event) if event else ""
        self.conflict.setText(words)
        self.conflict.setVisible(bool(words))

    def _show_text(self, event: Event | None, document: Document | None) -> None:
        self.line.setVisible(document is not None and not self.is_editing)
        if document is None:
            self._document = None
            self.text.show_nothing()
            return
        if self._document is None or (self._document.id, self._document.sha256) != (document.id, document.sha256):
            self.text.show_text(document)
            self._coverage, self._here = None, -1
        self._document, self._asked_for = document, None
        self.text.is_private = document.private
        tagging = self.session.tagging(document.id)
        marks = marks_of(event, document, self.shown.citing(document.id), tagging.expressions, self._looked)
        self.text.mark(marks)
        if self._coverage is None:
            self._coverage = coverage(document, tagging, self.session.events_citing(document.id))
            self.text.cover(self._coverage)
        self.line.show_document(document, tagging, self._coverage)
        if event:
            own = (passage.span.start for passage in self._coverage.passages if event.id in passage.events)
            self._here = next(own, self._here)
        if marks.quotes and (self._event is None or event is None or self._event.id != event.id):
            self.text.reveal(marks.quotes[0])

    def _reveal_quote(self) -> None:
        """Keep the words in sight that the event comes from, though the text has another height now."""
        if self._event and self._document:
            quotes = marks_of(self._event, self._document, (), ()).quotes
            if quotes:
                self.text.reveal(quotes[0])

    def _document_of(self, event: Event | None) -> Document | None:
        if event and event.citations:
            return self.session.document(event.citations[0].document)
        for wanted in (self._asked_for, self._document):
            if wanted and wanted in self.session.documents:
                return wanted
        return self.session.documents[0] if self.session.documents else None

    def _text_clicked(self, position: int) -> None:
        """Select the event that stands there; of a date without an event say how it was read."""
        if self._document is None:
            return
        timex = self._date_at(position)
        event = event_at(position, self._document.id, self.shown.citing(self._document.id))
        if timex and (event is None or not dates_it(timex, event)):
            self.look_at(timex)
        elif event:
            self.requests.select.emit(event.id)
        elif self._looked:
            self._looked = None
            self.refresh(Topic.SELECTION)

    def look_at(self, timex: Timex) -> None:
        """Show how a date of the text was read that dates no event; none is selected while it is looked at."""
        self.requests.select.emit(None)
        self._looked = timex
        self.refresh(Topic.SELECTION)

    def _is_there(self, timex: Timex) -> bool:
        """Whether a date is one of the document's."""
        return self._document is not None and timex in self.session.tagging(self._document.id).expressions

    def _show_looked(self, timex: Timex) -> None:
        """Say of a date what is said of an event's."""
        if self._document is None:
            return
        event = looked_at(timex, self._document)
        self.title.setText(event.title)
        self.date.setText(date_in_words(event))
        self.card.show_rows(reading_rows(timex, self._document, self._around(event, self._document)))
        for widget in (self.title, self.date, self.card):
            widget.show()
        self.footer.hide()

    def _jump(self, position: int) -> None:
        """Show a dated passage, and select the event that it dates."""
        self._text_clicked(position)
        self._here = position
        self.text.reveal(TextSpan(position, position))

    def _point(self, position: int) -> None:
        """Remember which date a menu is opened for."""
        self._pointed = self._date_at(position)

    def _date_at(self, position: int) -> Timex | None:
        timexes = self.session.tagging(self._document.id).expressions if self._document else ()
        return next((each for each in timexes if is_date(each) and each.span.start <= position < each.span.end), None)

    def _ask_to_change(self) -> None:
        if self._document:
            self.requests.read_otherwise.emit(self._document.id)

    def _show_citation(self, number: int) -> None:
        if self._event is None:
            return
        citation = self._event.citations[number]
        self._show_text(self._event, self.session.document(citation.document))
        if self._document and (span := found(citation, self._document)[0]):
            self.text.reveal(span)

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setWordWrap(True)
        return label

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave the form its share of the height."""
        super().resizeEvent(event)
        if self.is_editing:
            self.form.fit(self.height())

    def _arrange(self) -> None:
        self._head = head_of(self)
        self._head.setContentsMargins(MARGIN, _TOP, MARGIN, 8)
        self._arrangement = layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._head)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.footer)
