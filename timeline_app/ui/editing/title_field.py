"""What to call an event: written as it is typed. An event is never left without a title."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from timeline_app.model.change import Change
from timeline_app.model.event import Event
from timeline_app.session import edits
from timeline_app.session.several import each
from timeline_app.ui.editing.subject import Subject
from timeline_app.ui.editing.typed import Typed


class TitleField(QLineEdit):
    """Hidden while several events are edited."""

    asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("title_field")
        self.setAccessibleName("Title")
        self.setPlaceholderText("What happened")
        self._title = self._before = ""
        self._typed = Typed(self)
        self._typed.entered.connect(self._remember)
        self._typed.written.connect(self._write)
        self._typed.left.connect(lambda: self._typed.show(self._title))

    def show_subject(self, subject: Subject) -> None:
        """Show the event's title, or nothing of several."""
        self.setVisible(subject.count == 1)
        self._title = subject.one.title if subject.one else ""
        typed = " ".join(self.text().split())
        if typed != self._title and (typed or not self.hasFocus()):
            self._typed.show(self._title)

    def flush(self) -> None:
        """Write what is not written yet."""
        self._typed.flush()

    def _remember(self) -> None:
        self._before = self._title

    def _write(self, text: str, key: str) -> None:
        title, before = " ".join(text.split()), self._before
        if not title:
            return

        def named(event: Event) -> Change:
            change = edits.set_title(event, title)
            return replace(change, label=f"Call “{before}” “{title}”") if change.edits else change

        def asked(events: Sequence[Event]) -> Change:
            return each(events, named)

        self.asked.emit(asked, key)
