"""What the links of the derivation card do, as ``derivation.py`` lists them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline_app.extraction.options import Order
from timeline_app.model.document import TextSpan
from timeline_app.model.temporal import TemporalValue, parse_edtf

if TYPE_CHECKING:
    from timeline_app.ui.panels.source import SourcePanel

_QUESTIONS = {"published": "Written on", "another": "It was on"}


class CardLinks:
    """Follows the links for what the panel shows: an event, or a date of the text that is looked at."""

    def __init__(self, panel: SourcePanel) -> None:
        self._panel = panel
        self._asked = ""  # for which link the box asks for a date

    def follow(self, link: str) -> None:
        """Do what a link says."""
        verb, _, rest = link.partition(":")
        panel = self._panel
        if panel.told is None and panel.looked is None:
            return
        if verb == "order" and panel.document:
            panel.requests.read_in_order.emit(panel.document.id, Order(rest))
        elif verb == "show":
            start, end = rest.split("-")
            panel.text.reveal(TextSpan(int(start), int(end)))
        elif verb in _QUESTIONS:
            self._ask(verb)
        else:
            self._choose(parse_edtf(rest) if rest else None)

    def take(self, value: TemporalValue) -> None:
        """Take the date that was asked for."""
        panel = self._panel
        panel.box.hide()
        if self._asked == "published" and panel.document:
            panel.requests.publish.emit(panel.document.id, value)
        else:
            self._choose(value)

    def _ask(self, what: str) -> None:
        box = self._panel.box
        self._asked = what
        box.ask(_QUESTIONS[what], "Set")
        box.field.clear()
        box.show()
        box.field.setFocus()

    def _choose(self, value: TemporalValue | None) -> None:
        """Date the event so, or make one of the date that is looked at; None for the date its words give."""
        panel = self._panel
        if panel.told:
            panel.requests.choose.emit(panel.told.id, value)
        elif panel.looked and panel.document:
            panel.requests.make.emit(panel.document.id, panel.looked, value)
