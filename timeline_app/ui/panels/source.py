"""The source panel: who says so? Title, date, how the date was found, each citation, and the text it stands in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from timeline_app.model.document import Document, DocumentId, Integrity, TextSpan, anchor_quote
from timeline_app.model.event import Citation, Event, EventId
from timeline_app.model.temporal import TemporalValue, parse_edtf
from timeline_app.render.theme import Theme
from timeline_app.session.session import Session, Topic
from timeline_app.ui.date_box import DateBox
from timeline_app.ui.dates import read_date
from timeline_app.ui.panels.citation_row import CitationRow
from timeline_app.ui.panels.derivation import date_in_words, derivation_rows
from timeline_app.ui.panels.derivation_card import DerivationCard
from timeline_app.ui.panels.source_footer import SourceFooter
from timeline_app.ui.panels.source_text import SourceText
from timeline_app.ui.panels.source_marks import clicked_event, marks_of, reading_of
from timeline_app.ui.requests import Requests

MARGIN = 20  # px beside everything but the text's own scroll bar


class SourcePanel(QWidget):
    """Shows the session's selected event; asks for everything through ``requests``."""

    def __init__(self, session: Session, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_panel")
        self.setAccessibleName("Source panel")
        self._session, self._requests = session, requests
        self._document: DocumentId | None = None
        self._event: EventId | None = None
        self.chip, self.title, self.date = _label("chip"), _label("title"), _label("date")
        self.title.setObjectName("event_title")
        self.date.setObjectName("event_date")
        self.card = DerivationCard(self)
        self._box = DateBox("", "Set", read_date, self)
        self._box_target = ""
        self._rows: list[CitationRow] = []
        self.text = SourceText(self)
        self.footer = SourceFooter(requests, self)
        self._arrange()
        self.card.followed.connect(self._follow)
        self.text.clicked.connect(self._text_clicked)
        self._box.given.connect(self._date_given)
        self._show()
