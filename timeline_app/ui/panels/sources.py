"""The panel at the left: the documents, and which kinds of events the timeline shows."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from timeline_app.render.theme import Theme
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.ui.panels.facets import FacetGroup
from timeline_app.ui.panels.panel import Panel
from timeline_app.ui.panels.source_list import GAP, HEIGHT, SourceList
from timeline_app.ui.requests import Requests
from timeline_app.ui.shown import Shown
from timeline_app.ui.sifting import Facet, Kind

_MOST_CARDS = 4  # shown at once; more scroll


class SourcesPanel(Panel):
    """Source cards above, filters below."""

    def __init__(self, session: Session, shown: Shown, requests: Requests) -> None:
        super().__init__(session, shown, requests)
        self.setObjectName("sources_panel")
        self.setAccessibleName("Sources and filters")
        self.list = SourceList(self)
        self.setFocusProxy(self.list)
        self.groups = {facet: FacetGroup(facet, self) for facet in (Facet.STATUS, Facet.CATEGORY, Facet.FACTUALITY)}
        self.list.asked.connect(requests.read)
        self.list.removal_asked.connect(requests.remove)
        for group in self.groups.values():
            group.toggled.connect(self._toggled)
        self._arrange()

    def refresh(self, topic: Topic) -> None:
        """Cards follow documents and events, filters the events."""
        if topic in {Topic.DOCUMENTS, Topic.EVENTS}:
            self._show_cards()
            self._show_counts()
        if topic is Topic.SELECTION and self.session.selection:
            citations = self.session.event(self.session.selection).citations
            self.list.show_current(citations[0].document if citations else None)

    def set_theme(self, theme: Theme) -> None:
        """The cards and the colours of the categories."""
        self.list.set_theme(theme)
        for group in self.groups.values():
            group.set_theme(theme)

    def _show_cards(self) -> None:
        documents = self.session.documents
        self.list.show_documents(documents, self.shown.cited)
        cards = min(max(1, len(documents)), _MOST_CARDS)
        self.list.setFixedHeight(cards * (HEIGHT + GAP) + 2)

    def _show_counts(self) -> None:
        for facet, group in self.groups.items():
            group.show_counts(self.shown.counts(facet), self.shown.filter.hidden)

    def _toggled(self, kind: Kind, shown: bool) -> None:  # noqa: FBT001 - a signal's argument
        now = self.shown.filter
        values = now.values(kind.facet) - {kind.value} if shown else now.values(kind.facet) | {kind.value}
        self.requests.filter.emit(now.with_values(kind.facet, values))

    def _arrange(self) -> None:
        heading = QLabel("SOURCES", self)
        heading.setProperty("role", "heading")
        inner = QWidget(self)
        inner.setObjectName("facets")
        column = QVBoxLayout(inner)
        column.setContentsMargins(15, 0, 15, 12)
        for group in self.groups.values():
            column.addWidget(group)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 18, 0, 0)
        layout.setSpacing(8)
        for widget, margin in ((heading, 15), (self.list, 8)):
            row = QVBoxLayout()
            row.setContentsMargins(margin, 0, margin, 0)
            row.addWidget(widget)
            layout.addLayout(row)
        layout.addWidget(area, 1)
