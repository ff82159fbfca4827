"""What stands in a cell while it is edited: a line of words, a date with its reading, a list to choose from, notes.

To add one, write a widget like ``CellEditor`` and name it in ``editor_for``. Text that is not understood stays in its
editor with a sentence below.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, Protocol

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer, Signal
from PySide6.QtGui import QHideEvent, QIcon, QMoveEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.model.event import Event, EventId
from timeline_app.model.wording import Style, in_words
from timeline_app.ui.date_box import PAUSE
from timeline_app.ui.editing.dates import as_typed
from timeline_app.ui.table.fields import SEPARATOR

NOTES_HEIGHT = 96  # px
_LEAST = 170  # px of width


class CellEditor(Protocol):
    """An editor widget."""

    def begin(self, event: Event) -> None:
        """Show what the event has now."""
        ...

    def value(self) -> object:
        """What it was given; None where that is what it had."""
        ...

    def is_understood(self) -> bool:
        """Whether there is a value to take; if not, the editor says why."""
        ...


class WordsEditor(QLineEdit):
    """A line of words: a title, or names between semicolons."""

    def __init__(self, field: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self._before = ""
        self.setAccessibleName(name)
        self.setMinimumWidth(_LEAST)

    def begin(self, event: Event) -> None:
        """Show what the event has now."""
        lists = {"people": event.participants, "tags": event.tags}
        self._before = SEPARATOR.join(lists[self._field]) if self._field in lists else event.title
        if self._field in lists:
            self.setPlaceholderText("One; another")
        self.setText(self._before)
        self.selectAll()

    def value(self) -> object:
        """A title, or names; None where nothing was changed, or a title is empty."""
        words = self.text().strip()
        if words == self._before.strip():
            return None
        if self._field == "title":
            return " ".join(words.split()) or None
        return tuple(name for part in words.split(SEPARATOR.strip()) if (name := part.strip()))

    def is_understood(self) -> bool:
        """Any words are."""
        return True


class DateEditor(QLineEdit):
    """A date as people write it; below it stands how it is read, or why it is not."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = ""
        self.event_id = EventId("")
        self.setAccessibleName(name)
        self.setPlaceholderText("e.g. 31 March 2011")
        self.setMinimumWidth(_LEAST)
        self.reading = QLabel(parent)
        self.reading.setObjectName("date_reading")
        self.reading.setMargin(5)
        self.reading.hide()
        self.destroyed.connect(self.reading.deleteLater)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._pause.timeout.connect(self._show_reading)
        self.textEdited.connect(self._pause.start)

    def begin(self, event: Event) -> None:
        """Show the date so that it is read back as it is."""
        self.event_id = event.id
        self._before = as_typed(event.value) if event.value else ""
        self.setText(self._before)
        self.selectAll()

    def value(self) -> object:
        """The date; None where nothing was changed."""
        return None if self._is_unchanged() else read_date(self.text())

    def is_understood(self) -> bool:
        """Whether it is a date; if not, the reason stands below."""
        try:
            if not self._is_unchanged():
                read_date(self.text())
        except ValueError as error:
            self._say(str(error))
            return False
        return True

    def hideEvent(self, event: QHideEvent) -> None:
        """The reading goes with it."""
        super().hideEvent(event)
        self.reading.hide()

    def moveEvent(self, event: QMoveEvent) -> None:
        """The reading goes with it."""
        super().moveEvent(event)
        self._place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The reading goes with it."""
        super().resizeEvent(event)
        self._place()

    def _is_unchanged(self) -> bool:
        return self.text().strip() == self._before

    def _show_reading(self) -> None:
        try:
            self._say(f"= {in_words(read_date(self.text()), Style.LONG)}" if self.text().strip() else "")
        except ValueError:
            self._say("")

    def _say(self, words: str) -> None:
        self._pause.stop()
        self.reading.setText(words)
        self.reading.setVisible(bool(words) and self.isVisible())
        self.setAccessibleDescription(words)
        self._place()

    def _place(self) -> None:
        """Below the editor, or above it where there is no room; as wide as its words, within the table."""
        room, label = self.parentWidget(), self.reading
        if room is None or label.isHidden():
            return
        label.setWordWrap(False)
        wide = label.sizeHint().width() > room.width()
        label.setWordWrap(wide)
        label.resize(room.width(), label.heightForWidth(room.width())) if wide else label.adjustSize()
        below = self.geometry().bottomLeft() + QPoint(0, 3)
        above = self.geometry().topLeft() - QPoint(0, label.height() + 2)
        at = below if below.y() + label.height() <= room.height() or above.y() < 0 else above
        label.move(max(0, min(at.x(), room.width() - label.width())), at.y())
        label.raise_()


class Choice(NamedTuple):
    """What can be chosen, and how it is shown."""

    value: str
    words: str
    icon: QIcon


class ChoiceEditor(QComboBox):
    """A list that opens at once; ``left`` tells that it was closed, with another choice or without."""

    left = Signal()

    def __init__(self, field: str, choices: Sequence[Choice], name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._field = field
        self.setAccessibleName(name)
        self.setMinimumWidth(_LEAST)
        self.setMaxVisibleItems(20)
        for choice in choices:
            self.addItem(choice.icon, choice.words, choice.value)
        self._chosen: str | None = None
        self._opened = False
        self.activated.connect(self._choose)
        self._open = QTimer(self, interval=0, singleShot=True)
        self._open.timeout.connect(self._show_list)

    def begin(self, event: Event) -> None:
        """Show what the event has now, and the others to choose from."""
        self.setCurrentIndex(self.findData(str(getattr(event, self._field))))
        self._open.start()

    def value(self) -> object:
        """What was chosen, even if this event has it already, for others may not; None where nothing was."""
        return self._chosen

    def is_understood(self) -> bool:
        """Every choice is."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """See the list go, however it does: by then the choice was made, or not."""
        if event.type() == QEvent.Type.Hide and self._opened:
            self._opened = False
            QTimer.singleShot(0, self, self.left.emit)
        return super().eventFilter(watched, event)

    def _choose(self, index: int) -> None:
        self._chosen = str(self.itemData(index))

    def _show_list(self) -> None:
        self._opened = True
        self.showPopup()
        self.view().window().installEventFilter(self)


class NotesEditor(QPlainTextEdit):
    """Some lines of notes. Enter is done with them; Shift+Enter begins a new line."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._before = ""
        self.setAccessibleName(name)
        self.setMinimumSize(_LEAST, NOTES_HEIGHT)
        self.setTabChangesFocus(True)

    def begin(self, event: Event) -> None:
        """Show what the event has now."""
        self._before = event.notes
        self.setPlainText(event.notes)
        self.selectAll()

    def value(self) -> object:
        """The notes; None where nothing was changed."""
        words = self.toPlainText().strip()
        return None if words == self._before.strip() else words

    def is_understood(self) -> bool:
        """Any words are."""
        return True


Editor = WordsEditor | DateEditor | ChoiceEditor | NotesEditor


def editor_for(field: str, name: str, choices: Sequence[Choice], parent: QWidget) -> Editor:
    """An empty editor of a column that can be edited; ``name`` is what a screen reader says.

    Where there are ``choices``, one of them.
    """
    if choices:
        return ChoiceEditor(field, choices, name, parent)
    if field == "date":
        return DateEditor(name, parent)
    if field == "notes":
        return NotesEditor(name, parent)
    return WordsEditor(field, name, parent)
