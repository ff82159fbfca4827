"""The panel at the left: the documents, and which kinds of events are shown; it is the legend of the timeline, too."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from timeline_app.model.document import DocumentId
from timeline_app.render.theme import Theme
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.ui.editing.kinds import kinds
from timeline_app.ui.panels.facets import FacetGroup
from timeline_app.ui.panels.panel import Panel
from timeline_app.ui.panels.period_group import PeriodGroup
from timeline_app.ui.panels.source_list import GAP, HEIGHT, SourceList
from timeline_app.ui.panels.value_row import Value
from timeline_app.ui.requests import Requests
from timeline_app.ui.shown import Shown
from timeline_app.ui.sifting import Facet, Period

_MOST_CARDS = 4  # shown at once; more scroll
_MANY_CARDS = 8  # of which more are found by typing
_FACETS = (
    Facet.STATUS, Facet.CATEGORY, Facet.FACTUALITY, Facet.PERSON, Facet.TAG, Facet.FLAG, Facet.CONFIDENCE,
)  # fmt: skip
_AT_ONCE = 50_000  # events whose values are counted while one waits
_ON_DEMAND = 300_000  # events of which people, tags and sources are counted only when somebody asks
_LATER = 350  # ms after a change until those of more events are


class SourcesPanel(Panel):
    """Source cards above, filters below."""

    def __init__(self, session: Session, shown: Shown, requests: Requests) -> None:
        super().__init__(session, shown, requests)
        self.setObjectName("sources_panel")
        self.setAccessibleName("Sources and filters")
        self.list = SourceList(self)
        self.setFocusProxy(self.list)
        self.finder = QLineEdit(self)
        self.finder.setObjectName("find_source")
        self.finder.setAccessibleName("Find a source")
        self.finder.setPlaceholderText("Find a source")
        self.groups = {facet: FacetGroup(facet, self) for facet in _FACETS}
        self.period = PeriodGroup(self)
        self._counted: set[Facet] = set()  # those somebody asked for
        self._later = QTimer(self, interval=_LATER, singleShot=True)
        self._later.timeout.connect(self._show_all)
        self.list.asked.connect(requests.read)
        self.list.removal_asked.connect(requests.remove)
        self.list.menu_asked.connect(requests.document_menu)
        self.list.shown_asked.connect(self._show_sources)
        self.finder.textChanged.connect(self.list.narrow)
        for group in self.groups.values():
            group.asked.connect(self._ask)
            group.wanted.connect(lambda facet=group.facet: self._count(facet))
        self.period.asked.connect(self._ask_period)
        self.period.view_asked.connect(requests.filter_view)
        self._arrange()

    def refresh(self, topic: Topic) -> None:
        """Cards follow documents and events, filters the events."""
        if topic in {Topic.DOCUMENTS, Topic.EVENTS, Topic.ARRANGEMENT, Topic.PROJECT}:
            if len(self.session.events) <= _AT_ONCE:
                self._show_all()
            else:
                self._later.start()
        if topic is Topic.SELECTION and self.session.selection:
            citations = self.session.event(self.session.selection).citations
            self.list.show_current(citations[0].document if citations else None)

    def set_theme(self, theme: Theme) -> None:
        """The cards and the colours of the categories."""
        self.list.set_theme(theme)
        for group in self.groups.values():
            group.set_theme(theme)

    def _show_all(self) -> None:
        self._show_cards()
        for facet, group in self.groups.items():
            if not self._is_ready(facet):
                group.offer()
                continue
            values = self._values(facet)
            group.show_values(() if facet is Facet.CONFIDENCE and len(values) < 2 else values)  # noqa: PLR2004 - a choice
        self.period.show_period(self.shown.filter.period)
        for filters in (self.groups[Facet.STATUS], self.period):
            filters.setVisible(len(self.session.events) > 0)

    def _show_cards(self) -> None:
        documents = self.session.documents
        counts, totals = self._of_sources()
        if len(documents) > _MANY_CARDS:
            documents = tuple(sorted(documents, key=lambda each: -totals.get(each.id, 0)))
        self.finder.setVisible(len(documents) > _MANY_CARDS)
        numbers = {each.id: (counts.get(each.id, 0), totals.get(each.id, 0)) for each in documents}
        self.list.show_documents(documents, numbers, self.shown.filter.values(Facet.SOURCE))
        cards = min(max(1, len(documents)), _MOST_CARDS)
        self.list.setFixedHeight(cards * (HEIGHT + GAP) + 2)

    def _of_sources(self) -> tuple[dict[DocumentId, int], dict[DocumentId, int]]:
        """How many events of each source are shown, and how many there are; of very many, what they cite first."""
        if not self._is_ready(Facet.SOURCE):
            firsts = np.bincount(self.session.catalogue.document).tolist()
            numbered = self.session.numbered_documents.items()
            cited = {each.id: firsts[number] for number, each in numbered if number < len(firsts)}
            return cited, cited
        counts = {DocumentId(kind.value): count for kind, count in self.shown.counts(Facet.SOURCE)}
        return counts, {DocumentId(name): count for name, count in self.shown.totals(Facet.SOURCE).items()}

    def _is_ready(self, facet: Facet) -> bool:
        """Whether the values of a facet are known or are counted at once."""
        is_linked = facet in {Facet.PERSON, Facet.TAG, Facet.SOURCE}
        is_known = facet in self._counted or facet in self.shown.base.facets
        return not is_linked or is_known or len(self.session.events) <= _ON_DEMAND

    def _count(self, facet: Facet) -> None:
        self._counted.add(facet)
        self._show_all()

    def _values(self, facet: Facet) -> tuple[Value, ...]:
        asked, counts = self.shown.filter.values(facet), self.shown.counts(facet)
        of_category = {}
        if facet is Facet.CATEGORY:
            own = self.session.own_categories
            of_category = {each.name: each for each in kinds(own, (kind.value for kind, _ in counts))}
        found = []
        for kind, count in counts:
            known = of_category.get(kind.value)
            name = kind.value.capitalize() if facet in {Facet.STATUS, Facet.CONFIDENCE, Facet.FLAG} else kind.value
            is_on = (kind.value in asked) == facet.is_chosen
            found.append(Value(kind, name, count, is_on, known.hue if known else "", known.letter if known else ""))
        return tuple(found)

    def _ask(self, facet: Facet, values: frozenset[str]) -> None:
        self.requests.filter.emit(self.shown.filter.with_values(facet, values))

    def _ask_period(self, period: Period | None) -> None:
        self.requests.filter.emit(self.shown.filter.in_period(period))

    def _show_sources(self, hidden: frozenset[str]) -> None:
        self._ask(Facet.SOURCE, hidden)

    def _arrange(self) -> None:
        heading = QLabel("SOURCES", self)
        heading.setProperty("role", "heading")
        inner = QWidget(self)
        inner.setObjectName("facets")
        column = QVBoxLayout(inner)
        column.setContentsMargins(9, 0, 9, 12)
        column.setSpacing(6)
        for group in (*self.groups.values(), self.period):
            column.addWidget(group)
        column.addStretch(1)
        area = QScrollArea(self)
        area.setWidget(inner)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 14, 0, 0)
        layout.setSpacing(8)
        for widget, margin in ((heading, 15), (self.finder, 12), (self.list, 8)):
            row = QVBoxLayout()
            row.setContentsMargins(margin, 0, margin, 0)
            row.addWidget(widget)
            layout.addLayout(row)
        layout.addWidget(area, 1)
