"""The marks a person gives events: key, disputed, private."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from timeline_app.model.event import Flag
from timeline_app.session import edits
from timeline_app.ui.editing.subject import Subject
from timeline_app.ui.editing.switch import Switch

_WORDS = {
    Flag.KEY: ("Key", "One of the events that matter most"),
    Flag.DISPUTED: ("Disputed", "Not everybody agrees that it was so"),
    Flag.PRIVATE: ("Private", "Never exported or copied"),
}


class FlagsField(QWidget):
    """A switch for each flag."""

    asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        self.switches = {flag: self._switch(flag) for flag in _WORDS}
        for switch in self.switches.values():
            row.addWidget(switch)
        row.addStretch(1)
        self.setFocusProxy(self.switches[Flag.KEY])

    def show_subject(self, subject: Subject) -> None:
        """Show which flags the events have."""
        for flag, switch in self.switches.items():
            switch.show_value(subject.common(lambda event, flag=flag: flag in event.flags))  # type: ignore[misc]

    def _switch(self, flag: Flag) -> Switch:
        switch = Switch(_WORDS[flag][0], self)
        switch.setObjectName(f"flag_{flag}")
        switch.setToolTip(_WORDS[flag][1])
        switch.setAccessibleName(f"{_WORDS[flag][0]}: {_WORDS[flag][1]}")
        switch.chosen.connect(lambda on: self.asked.emit(lambda events: edits.set_flag(events, flag, on=on), ""))
        return switch
