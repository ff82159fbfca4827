"""The sources of an event, one row each; of many a few are in sight and the others a scroll away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Citation
from timeline_app.ui.panels.citation_row import CitationRow
from timeline_app.ui.panels.source_marks import found

MOST, FEW = 5, 2  # rows in sight, so that the text keeps its room
_AIR = 2  # px over the first


class CitationList(QScrollArea):
    """Signals carry which source is meant, counted from 0, and a ``Stance``."""

    asked = Signal(int)
    stance_chosen = Signal(int, object)
    remove_asked = Signal(int)

    def __init__(self, document: Callable[[DocumentId], Document], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("citation_list")
        self.setAccessibleName("Sources of the event")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._document = document
        self.rows: list[CitationRow] = []
        inside = QWidget(self)
        inside.setObjectName("citation_rows")
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, _AIR, 0, 0)
        self._column.setSpacing(0)
        self.setWidget(inside)

    def show_citations(self, citations: tuple[Citation, ...], most: int = MOST) -> None:
        """Show these, at most so many of them in sight; rows are kept and reused."""
        while len(self.rows) < len(citations):
            self._add()
        for number, row in enumerate(self.rows):
            row.setVisible(number < len(citations))
            if number < len(citations):
                citation = citations[number]
                document = self._document(citation.document)
                row.show_citation((number + 1, len(citations)), citation, document, found(citation, document)[1])
        self.setVisible(bool(citations))
        if citations:
            self.setFixedHeight(_AIR + min(len(citations), most) * self.rows[0].sizeHint().height())

    def _add(self) -> None:
        row, number = CitationRow(self.widget()), len(self.rows)
        row.asked.connect(lambda: self.asked.emit(number))
        row.stance_chosen.connect(lambda stance: self.stance_chosen.emit(number, stance))
        row.remove_asked.connect(lambda: self.remove_asked.emit(number))
        self.rows.append(row)
        self._column.addWidget(row)
