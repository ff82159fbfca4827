"""The lane that events stand in: written when the field is left, for events change their places with it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QStringListModel, Qt, Signal
from PySide6.QtWidgets import QCompleter, QLineEdit, QWidget

from timeline_app.session import edits
from timeline_app.ui.editing.field import DIFFERENT_WORDS
from timeline_app.ui.editing.subject import DIFFERENT, Subject
from timeline_app.ui.editing.typed import Typed, new_key


def completer(field: QLineEdit, known: Callable[[], Sequence[str]], typed: Typed) -> QCompleter:
    """What completes a field's words by any part of them; ``known`` is asked anew at each visit."""
    found = QCompleter(field)
    model = QStringListModel(found)
    found.setModel(model)
    found.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
    found.setFilterMode(Qt.MatchFlag.MatchContains)
    typed.entered.connect(lambda: model.setStringList(list(known())))
    field.setCompleter(found)
    return found


class LaneField(QLineEdit):
    """A name, completed from the lanes there are."""

    asked = Signal(object, str)

    def __init__(self, known: Callable[[], Sequence[str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("lane_field")
        self.setAccessibleName("Lane")
        self._lane = ""
        self._typed = Typed(self)
        self._typed.left.connect(self.flush)
        self.returnPressed.connect(self.flush)
        completer(self, known, self._typed)

    def show_subject(self, subject: Subject) -> None:
        """Show the lane of the events."""
        lane = subject.common(lambda event: event.lane)
        self.setPlaceholderText(DIFFERENT_WORDS if lane is DIFFERENT else "none")
        if not self.isModified():
            self._lane = "" if lane is DIFFERENT else lane
            self.setText(self._lane)

    def flush(self) -> None:
        """Ask for what was typed."""
        if self.isModified():
            lane = self.text().strip()
            self.setModified(False)
            if lane != self._lane:
                self.asked.emit(lambda events: edits.set_lane(events, lane), new_key())
