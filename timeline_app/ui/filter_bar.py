"""The line that says what a filter hides, so that nothing is hidden silently: "12 of 300 events shown · Clear"."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QWidget

from timeline_app.model.temporal import parse_edtf
from timeline_app.model.wording import in_words
from timeline_app.ui.elided_label import ElidedLabel
from timeline_app.ui.links import link
from timeline_app.ui.sifting import Facet, Filter
from timeline_app.ui.wording import counted

_FEW = 2  # values that are named


class FilterBar(QFrame):
    """Hidden while there is no filter."""

    clear_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("filter_bar")
        self.setAccessibleName("Filter")
        self.words = ElidedLabel(self)
        self.words.setObjectName("filter_words")
        clear = link("Clear", "Clear the filter, show all events", self)
        clear.clicked.connect(self.clear_asked)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 0, 8, 0)
        layout.setSpacing(8)
        layout.addWidget(self.words, 1)
        layout.addWidget(clear)
        self.hide()

    def show_filter(self, wanted: Filter, shown: int, total: int) -> None:
        """Say what is asked for, and how many events of all that leaves."""
        self.setVisible(not wanted.is_plain)
        self.words.setText(f"Filter: {shown:,} of {counted(total, 'event')} shown · {filter_in_words(wanted)}")


def filter_in_words(wanted: Filter) -> str:
    """What a filter asks for: "people: Moussa Koussa · without Conflict · 1914 – 1918"."""
    parts = [_facet_in_words(wanted, facet) for facet in Facet if facet in wanted.facets]
    if wanted.period is not None:
        parts.append(in_words(parse_edtf(wanted.period.edtf)) if wanted.period.edtf else "a period")
    if wanted.found is not None:
        parts.append("what the search found")
    return " · ".join(part for part in parts if part)


def _facet_in_words(wanted: Filter, facet: Facet) -> str:
    values = sorted(wanted.values(facet))
    if facet is Facet.STATUS and values == ["rejected"]:
        return ""
    if facet is Facet.SOURCE:
        return f"without {counted(len(values), 'source')}"
    named = ", ".join(values) if len(values) <= _FEW else f"{len(values):,} of them"
    return f"{facet.value.lower()}: {named}" if facet.is_chosen else f"without {facet.value.lower()} {named}"
