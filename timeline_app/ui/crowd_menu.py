"""The events of one moment that found no room as marks of their own, as a menu to choose from."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from timeline_app.model.event import Event
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.wording import date_in_words

_MOST = 40


class CrowdMenu(QMenu):
    """Says which event was chosen."""

    chosen = Signal(object)  # EventId

    def __init__(self, events: Sequence[Event], parent: QWidget) -> None:
        super().__init__(parent)
        self.setAccessibleName(f"More events, {date_in_words(events[0])}")
        self.addSection(date_in_words(events[0]))
        for event in events[:_MOST]:
            action = self.addAction(event.title.replace("&", "&&"))
            action.triggered.connect(lambda _=False, name=event.id: self.chosen.emit(name))
        if len(events) > _MOST:
            more = self.addAction(f"… and {len(events) - _MOST:,} more; hide some by the filters at the left")
            more.setEnabled(False)
        self.aboutToHide.connect(self.deleteLater)
        give_keys(self)
