"""The source panel: who says so? Title, date, how the date was found, each citation, and the text it stands in."""

from __future__ import annotations

from html import escape

from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QLabel, QToolTip, QVBoxLayout

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.document import Document, DocumentId, TextSpan
from timeline_app.model.event import Event
from timeline_app.model.temporal import TemporalValue, parse_edtf
from timeline_app.render.theme import Theme
from timeline_app.session.coverage import is_date
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.ui.date_box import DateBox
from timeline_app.ui.panels.citation_row import CitationRow
from timeline_app.ui.panels.derivation import date_in_words, derivation_rows, reading_in_words
from timeline_app.ui.panels.derivation_card import DerivationCard
from timeline_app.ui.panels.panel import Panel
from timeline_app.ui.panels.source_footer import SourceFooter
from timeline_app.ui.panels.source_marks import event_at, found, marks_of
from timeline_app.ui.panels.source_text import SourceText
from timeline_app.ui.requests import Requests
from timeline_app.ui.shown import Shown
from timeline_app.ui.wording import counted

MOST_TITLES = 12  # of events selected together
MARGIN = 20  # px beside everything but the text's scroll bar


class SourcePanel(Panel):
    """Shows the session's selected event, or the first document's text while none is."""

    def __init__(self, session: Session, shown: Shown, requests: Requests) -> None:
        super().__init__(session, shown, requests)
        self.setObjectName("source_panel")
        self.setAccessibleName("Source panel")
        self._document: Document | None = None
        self._event: Event | None = None
        self._box_asks = ""
        self._theme: Theme | None = None
        self.chip, self.title, self.date = (self._label(name) for name in ("event_chip", "event_title", "event_date"))
        self.card = DerivationCard(self)
        self.box = DateBox("", "Set", read_date, self)
        self._rows: list[CitationRow] = []
        self._citations = QVBoxLayout()
        self.text = SourceText(self)
        self.footer = SourceFooter(requests, self)
        self._arrange()
        self.card.followed.connect(self._follow)
        self.text.clicked.connect(self._text_clicked)
        self.box.given.connect(self._date_given)

    def refresh(self, topic: Topic) -> None:
        """Everything here depends on the selection, its document and its number among the events."""
        if topic is Topic.HISTORY:
            return
        selected = self.session.selection
        event = self.session.event(selected) if selected else None
        self._show_head(event)
        document = self._document_of(event)
        self._show_text(event, document)
        self._event = event

    @property
    def document(self) -> Document | None:
        """The document whose text is shown."""
        return self._document

    def show_document(self, document_id: DocumentId) -> None:
        """Show a document's text while no event of it is selected."""
        self._document = self.session.document(document_id)
        self.refresh(Topic.SELECTION)

    def set_theme(self, theme: Theme) -> None:
        """Take the colours of the marks in the text."""
        self._theme = theme
        self._show_chip(self._event)
        self.card.set_theme(theme)
        self.text.set_theme(theme)

    def _show_head(self, event: Event | None) -> None:
        document = self._document_of(event)
        self.box.hide()
        self.title.setText(event.title if event else document.title if document else "")
        self.date.setText(date_in_words(event) if event else "")
        self._show_chip(event)
        if event and document:
            self.card.show_rows(derivation_rows(event, document))
        self.card.setVisible(event is not None)
        for label in (self.chip, self.date):
            label.setVisible(event is not None)
        self._show_citations(event)
        self._show_picked()
        number = self.session.index_of(event.id) + 1 if event else 0
        self.footer.show_event(event, number, len(self.session.events))
        self.footer.show_picked(self.shown.picked)
        self.footer.setVisible(bool(self.session.events))

    def _show_picked(self) -> None:
        """Say how many are selected together, where they lie in time, and what they are called."""
        picked = self.shown.picked
        if not len(picked):
            return
        self.title.setText(f"{counted(len(picked), 'event')} selected")
        titles = [event.title for event in picked[:MOST_TITLES]]
        more = len(picked) - len(titles)
        self.date.setText("\n".join(f"· {title}" for title in titles) + (f"\n… and {more:,} more" if more else ""))
        for widget in (self.chip, self.card, *self._rows):
            widget.hide()

    def _show_chip(self, event: Event | None) -> None:
        if event and self._theme:
            color = self._theme.category(event.category).name()
            words = escape(f"{event.category} · {event.status}".upper())
            self.chip.setText(f'<span style="color:{color}">●&nbsp; {words}</span>')

    def _show_citations(self, event: Event | None) -> None:
        citations = event.citations if event else ()
        while len(self._rows) < len(citations):
            self._add_row()
        for number, row in enumerate(self._rows):
            row.setVisible(number < len(citations))
            if number < len(citations):
                citation = citations[number]
                document = self.session.document(citation.document)
                row.show_citation((number + 1, len(citations)), citation, document, found(citation, document)[1])

    def _show_text(self, event: Event | None, document: Document | None) -> None:
        if document is None:
            self._document = None
            self.text.show_nothing()
            return
        if self._document is None or self._document.id != document.id:
            self.text.show_text(document)
        self._document = document
        timexes = self.session.tagging(document.id).expressions
        marks = marks_of(event, document, self.shown.citing(document.id), timexes)
        self.text.mark(marks)
        if marks.quotes and (self._event is None or event is None or self._event.id != event.id):
            self.text.reveal(marks.quotes[0])

    def _document_of(self, event: Event | None) -> Document | None:
        if event and event.citations:
            return self.session.document(event.citations[0].document)
        if self._document and self._document in self.session.documents:
            return self._document
        return self.session.documents[0] if self.session.documents else None

    def _follow(self, link: str) -> None:
        """Do what a link of the derivation card says."""
        verb, _, rest = link.partition(":")
        event = self._event
        if event is None:
            return
        if verb == "choose":
            self.requests.choose.emit(event.id, parse_edtf(rest))
        elif verb == "source":
            self.requests.choose.emit(event.id, None)
        elif verb == "show":
            start, end = rest.split("-")
            self.text.reveal(TextSpan(int(start), int(end)))
        else:
            self._ask(verb)

    def _ask(self, what: str) -> None:
        questions = {"published": "Written on", "another": "It was on"}
        self._box_asks = what
        self.box.ask(questions[what], "Set")
        self.box.field.clear()
        self.box.show()
        self.box.field.setFocus()

    def _date_given(self, value: TemporalValue) -> None:
        self.box.hide()
        if self._box_asks == "published" and self._document:
            self.requests.publish.emit(self._document.id, value)
        elif self._event:
            self.requests.choose.emit(self._event.id, value)

    def _text_clicked(self, position: int) -> None:
        """Select the event that stands there; of a date without an event say how it was read."""
        if self._document is None:
            return
        if event := event_at(position, self._document.id, self.shown.citing(self._document.id)):
            self.requests.select.emit(event.id)
            return
        timexes = self.session.tagging(self._document.id).expressions
        for timex in timexes:
            if is_date(timex) and timex.span.start <= position < timex.span.end:
                QToolTip.showText(QCursor.pos(), reading_in_words(timex), self.text)

    def _add_row(self) -> None:
        row = CitationRow(self)
        number = len(self._rows)
        row.asked.connect(lambda: self._show_citation(number))
        self._rows.append(row)
        self._citations.addWidget(row)

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

    def _arrange(self) -> None:
        head = QVBoxLayout()
        head.setContentsMargins(MARGIN, 18, MARGIN, 8)
        head.setSpacing(6)
        for widget in (self.chip, self.title, self.date, self.card, self.box):
            head.addWidget(widget)
        self._citations.setContentsMargins(0, 2, 0, 0)
        head.addLayout(self._citations)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(head)
        layout.addWidget(self.text, 1)
        layout.addWidget(self.footer)
