"""The date of events: one box that takes what people write, how it is read while they write, and who says so.

A date is set when the box is left or Enter is pressed, for half a date is another one. Words that are no date stay
where they are, with a sentence, and are there again when one comes back to the event.
"""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.temporal import TemporalValue
from timeline_app.model.wording import Style, in_words
from timeline_app.render.theme import Theme
from timeline_app.session import several
from timeline_app.ui.editing.dates import as_typed, prepare
from timeline_app.ui.editing.field import DIFFERENT_WORDS
from timeline_app.ui.editing.subject import DIFFERENT, ByHand, Subject
from timeline_app.ui.editing.typed import Typed, new_key
from timeline_app.ui.wording import on_day

PAUSE = 250  # ms without a key before the reading is shown
_Who = tuple[str, ...]


class DateField(QWidget):
    """``asked`` as in ``field``; ``source_asked`` says that the date of the source's words is wanted again.

    ``unread`` carries the ids of the events and what was typed for them that is no date; "" where it is one by now.
    """

    asked = Signal(object, str)
    source_asked = Signal()
    unread = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.box = QLineEdit(self)
        self.box.setObjectName("event_date_field")
        self.box.setAccessibleName("Date")
        self.reading, self.by_hand = QLabel(self), QLabel(self)
        self._subject: Subject | None = None
        self._value: TemporalValue | None = None
        self._texts: dict[_Who, str] = {}  # what is no date, by the events it was typed for
        self._link = ""
        self._typed = Typed(self.box)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._arrange()
        self.box.textEdited.connect(self._wait)
        self._typed.entered.connect(prepare)
        self._pause.timeout.connect(self._show_reading)
        self._typed.left.connect(self.flush)
        self.by_hand.linkActivated.connect(lambda _: self.source_asked.emit())
        self.setFocusProxy(self.box)

    @property
    def is_sound(self) -> bool:
        """Whether what stands in the box is a date or nothing."""
        return self._read()[1] == ""

    def recall(self, texts: dict[_Who, str]) -> None:
        """Remember what was typed for events another day and is no date."""
        self._texts = dict(texts)

    def show_subject(self, subject: Subject) -> None:
        """Show the date of the events; what is being typed, or was typed for them and is no date, stays."""
        same = self._subject is not None and (self._subject.ids, self._subject.entry) == (subject.ids, subject.entry)
        self._subject = subject
        value = subject.common(lambda event: event.value)
        self.box.setPlaceholderText(DIFFERENT_WORDS if value is DIFFERENT else "e.g. 3–5 May 1968, c. 520 BC")
        shown = None if value is DIFFERENT else value
        self._show_by_hand(subject.by_hand)
        if same and self.box.isModified() and shown == self._value:
            return
        self._value = shown
        text = "" if same and shown is not None and not self.box.isModified() else self._texts.get(subject.ids, "")
        self._put(text or (as_typed(shown) if shown else ""), modified=bool(text))

    def flush(self) -> None:
        """Ask for the date that was typed; of what is none say why, and keep it."""
        if not self.box.isModified() or self._subject is None:
            return
        self._pause.stop()
        value, sentence = self._read()
        if sentence:
            self._remember(self.box.text())
            self._say(sentence, wrong=True)
            return
        self._remember("")
        self.box.setModified(False)
        if value is not None and value != self._value:
            self.asked.emit(lambda events: several.set_date(events, value), new_key())
        elif value is None and self._value is not None:
            self._put(as_typed(self._value))
        else:
            self._show_reading()

    def set_theme(self, theme: Theme) -> None:
        """Write links in the theme's colour."""
        self._link = theme.colors["focus"]
        self._show_by_hand(self._subject.by_hand if self._subject else None)

    def _put(self, text: str, *, modified: bool = False) -> None:
        self._pause.stop()
        self.box.setText(text)
        self.box.setModified(modified)
        if modified:
            self._say(self._read()[1], wrong=True)
        else:
            self._show_reading()

    def _read(self) -> tuple[TemporalValue | None, str]:
        """The date in the box (None for none), and why it is none where something else stands there."""
        text = self.box.text().strip()
        if not text or not self.box.isModified():
            return self._value if text else None, ""
        try:
            return read_date(text), ""
        except ValueError as error:
            return None, str(error)

    def _wait(self) -> None:
        """Say nothing about what is being typed until there is a pause; the line stays, so that nothing jumps."""
        self.reading.setText(" ")
        self._pause.start()

    def _show_reading(self) -> None:
        """What is in the box, said in full; what is no date yet is only kept, for one may still be writing it."""
        value, sentence = self._read()
        if sentence:
            self._remember(self.box.text())
        words = in_words(value, Style.LONG) if value else ""
        self._say("" if sentence or words == self.box.text() else words and f"= {words}")

    def _say(self, words: str, *, wrong: bool = False) -> None:
        self.reading.setText(words)
        self.reading.setVisible(bool(words))
        self.reading.setProperty("role", "wrong" if wrong else "muted")
        self.reading.style().polish(self.reading)

    def _remember(self, text: str) -> None:
        subject = self._subject
        if subject is None or subject.entry or self._texts.get(subject.ids, "") == text:
            return
        self._texts[subject.ids] = text
        self.unread.emit(subject.ids, text)

    def _show_by_hand(self, found: ByHand | None) -> None:
        self.by_hand.setVisible(found is not None)
        if found is None:
            return
        words = escape(f"Set by hand{on_day(found.at)}.")
        if found.source is not None:
            words += escape(f" The source’s words give {in_words(found.source)}. ")
            words += f'<a href="source" style="text-decoration:none; color:{self._link}">use the source’s date</a>'
        self.by_hand.setText(words)

    def _arrange(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        for widget in (self.box, self.reading, self.by_hand):
            column.addWidget(widget)
        for label in (self.reading, self.by_hand):
            label.setProperty("role", "muted")
            label.setWordWrap(True)
            label.hide()
        self.reading.setObjectName("event_date_reading")
        self.reading.setTextFormat(Qt.TextFormat.PlainText)
        self.by_hand.setObjectName("date_by_hand")
        self.by_hand.setTextInteractionFlags(
            Qt.TextInteractionFlag.LinksAccessibleByMouse | Qt.TextInteractionFlag.LinksAccessibleByKeyboard
        )
