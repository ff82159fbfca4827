"""What the search found, as two lists: events with the words in their quotes, and texts with the passage."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from PySide6.QtWidgets import QCheckBox, QLabel, QStackedLayout, QVBoxLayout, QWidget

from timeline_app.model.document import DocumentId, TextSpan
from timeline_app.model.wording import in_words
from timeline_app.render.theme import Theme
from timeline_app.session.found import Hits
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.storage.sought import Term
from timeline_app.ui.panels.found_list import MOST, Entry, FoundList
from timeline_app.ui.panels.panel import Panel
from timeline_app.ui.passages import passage_of, passage_of_event, places_in
from timeline_app.ui.requests import Requests
from timeline_app.ui.segmented import Segmented
from timeline_app.ui.shown import Shown
from timeline_app.ui.wording import counted, published_in_words

_MOST_PLACES = 999  # counted in one text
_MARGIN = 12  # px


class FoundPanel(Panel):
    """Shows the hits that it is given (``show_hits``)."""

    def __init__(self, session: Session, shown: Shown, requests: Requests) -> None:
        super().__init__(session, shown, requests)
        self.setObjectName("found_panel")
        self.setAccessibleName("Found")
        self._hits: Hits | None = None
        self._terms: tuple[Term, ...] = ()
        self._sources: tuple[DocumentId, ...] = ()
        self.which = Segmented((("events", "Events", ""), ("texts", "Texts", "")), "What was found", self)
        self.only = QCheckBox("Show only these", self)
        self.only.setToolTip("Hide all other events on the timeline and in the table")
        self.words = QLabel(self)
        self.words.setProperty("role", "muted")
        self.words.setWordWrap(True)
        self.events, self.texts = FoundList("Events found", self), FoundList("Texts found", self)
        self._lists = QStackedLayout()
        self._arrange()
        self._connect()

    def refresh(self, topic: Topic) -> None:
        """Point at the selected event."""
        if topic is Topic.SELECTION and self._hits is not None:
            self.events.point_at(self._row_of_selected(self._hits))

    def show_hits(self, hits: Hits | None, terms: tuple[Term, ...]) -> None:
        """Show what was found; None while nothing is sought."""
        self._hits, self._terms = hits, terms
        events = len(hits.events) if hits else 0
        counts = hits.by_source if hits else {}
        texts = hits.documents if hits else ()
        self._sources = tuple(dict.fromkeys((*texts, *counts)))
        self.which.set_text("events", f"Events {events:,}")
        self.which.set_text("texts", f"Texts {len(self._sources):,}")
        self.only.setEnabled(events > 0 or self.only.isChecked())
        self.events.show_entries(events, self._event_entry)
        self.texts.show_entries(len(self._sources), self._text_entry)
        self._turn("texts" if hits and not events and self._sources else "events")
        self.refresh(Topic.SELECTION)

    def show_only(self, *, is_on: bool) -> None:
        """Show whether only these events are shown."""
        self.only.blockSignals(True)  # noqa: FBT003 - Qt's own call
        self.only.setChecked(is_on)
        self.only.blockSignals(False)  # noqa: FBT003

    def set_theme(self, theme: Theme) -> None:
        """Take colours and fonts."""
        self.events.set_theme(theme)
        self.texts.set_theme(theme)

    def _turn(self, which: str) -> None:
        self.which.set_current(which)
        front = self.events if which == "events" else self.texts
        self._lists.setCurrentWidget(front)
        self.setFocusProxy(front)
        events, texts = (len(self._hits.events) if self._hits else 0), len(self._sources)
        number, what = (events, "event") if which == "events" else (texts, "text")
        none = f"No {what} has these words." if self._hits else "Press Ctrl+F and type what you look for."
        more = f"The first {MOST:,} of {counted(number, what)}." if number > MOST else ""
        self.words.setText(more if number else none)
        self.words.setVisible(bool(self.words.text()))

    def _event_entry(self, row: int) -> Entry:
        if self._hits is None:
            raise IndexError(row)
        event = self._hits.events[row]
        date = in_words(event.value) if event.value else "not placed"
        hidden = "" if self.shown.shows(event) else " · hidden"
        return Entry(f"{date}{hidden}", event.title, passage_of_event(event, self._terms))

    def _text_entry(self, row: int) -> Entry:
        document = self.session.document(self._sources[row])
        events = self._hits.by_source.get(document.id, 0) if self._hits else 0
        places = len(places_in(document, self._terms, _MOST_PLACES))
        many = " or more" if places == _MOST_PLACES else ""
        above = f"{counted(events, 'event')} · {counted(places, 'place')}{many}"
        dated = published_in_words(document)
        passage = passage_of(document.text, self._terms)
        return Entry(above, f"{document.title}, {dated}" if dated else document.title, passage)

    def _row_of_selected(self, hits: Hits) -> int | None:
        selected = self.session.selection
        if selected is None:
            return None
        ordinal = self.session.index_of(selected)
        row = int(np.searchsorted(hits.ordinals, ordinal))
        return row if row < len(hits.ordinals) and hits.ordinals[row] == ordinal else None

    def _event_chosen(self, row: int) -> None:
        if self._hits is not None:
            self.requests.select.emit(self._hits.events[row].id)

    def _event_opened(self, row: int) -> None:
        if self._hits is not None:
            self.requests.open_event.emit(self._hits.events[row].id)

    def _text_chosen(self, row: int) -> None:
        document = self.session.document(self._sources[row])
        found: Sequence[TextSpan] = places_in(document, self._terms, 1)
        self.requests.show_passage.emit(document.id, found[0] if found else TextSpan(0, 0))

    def _connect(self) -> None:
        self.which.asked.connect(self._turn)
        self.only.toggled.connect(self.requests.only_found)
        self.events.chosen.connect(self._event_chosen)
        self.events.opened.connect(self._event_opened)
        self.texts.chosen.connect(self._text_chosen)
        self.texts.opened.connect(self._text_chosen)

    def _arrange(self) -> None:
        head = QWidget(self)
        column = QVBoxLayout(head)
        column.setContentsMargins(_MARGIN, 12, _MARGIN, 8)
        column.setSpacing(8)
        for widget in (self.which, self.only, self.words):
            column.addWidget(widget)
        for one in (self.events, self.texts):
            self._lists.addWidget(one)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addLayout(self._lists, 1)
