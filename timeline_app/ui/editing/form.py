"""The editing form: everything about the selected event, or several at once, above the text that it comes from.

Each field asks for its own edit; the form says for which events. Enter in a field of one line and Esc leave it. A new
event is the same form with Save and Discard.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from timeline_app.render.theme import Theme
from timeline_app.session import several
from timeline_app.session.session import Known
from timeline_app.ui.editing.chips import Chips
from timeline_app.ui.editing.date_field import DateField
from timeline_app.ui.editing.field import Field, First, Written
from timeline_app.ui.editing.flags_field import FlagsField
from timeline_app.ui.editing.kind_boxes import CategoryBox, FactualityBox
from timeline_app.ui.editing.kinds import Kind
from timeline_app.ui.editing.lane_field import LaneField
from timeline_app.ui.editing.notes_field import NotesField
from timeline_app.ui.editing.order_field import OrderField
from timeline_app.ui.editing.subject import Subject
from timeline_app.ui.editing.title_field import TitleField
from timeline_app.ui.requests import Asked, Requests
from timeline_app.ui.wording import counted

MARGIN = 20  # px beside the fields, as in the rest of the panel
_LINE, _MARKS = 30, 22  # px of a field of one line, of the check boxes
_SHARE = 0.56  # of the panel's height that the form takes at most, so that the quote stays in sight
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


class _Fields(QWidget):
    """As high as its fields need to be at its width, and no higher."""

    def minimumSizeHint(self) -> QSize:
        """A layout's own would be for its least width, where names take many lines."""
        return QSize(super().minimumSizeHint().width(), 0)


class EventForm(QFrame):
    """Hidden until it is opened. ``known`` gives what participants, tags and lanes there are."""

    def __init__(
        self, requests: Requests, known: Callable[[Known], Sequence[str]], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("event_form")
        self.setAccessibleName("Edit the event")
        self._requests = requests
        self._subject: Subject | None = None
        self._late = False  # whether what is asked for now has to wait until others have been told what changed
        self.heading = QLabel(self)
        self.heading.setProperty("role", "heading")
        self.heading.setObjectName("form_heading")
        self.title, self.date = TitleField(self), DateField(self)
        self.category, self.factuality = CategoryBox(self), FactualityBox(self)
        participants, tags = several.add_participant, several.add_tag
        self.people = Chips("Participants", lambda event: event.participants, participants,
                            several.remove_participant, partial(known, Known.PARTICIPANTS), self)  # fmt: skip
        self.tags = Chips("Tags", lambda event: event.tags, tags, several.remove_tag, partial(known, Known.TAGS), self)
        self.flags, self.order, self.notes = FlagsField(self), OrderField(self), NotesField(self)
        self.lane = LaneField(partial(known, Known.LANES), self)
        self._written: tuple[Written, ...] = (
            self.title, self.date, self.people, self.tags, self.lane, self.notes,
        )  # fmt: skip
        self.fields: tuple[Field, ...] = (*self._written, self.category, self.factuality, self.flags)
        self.done = self._link("Done", "Leave the form (Esc)", requests.finish.emit)
        self.save = self._button("Save", "Keep this event (Enter)", requests.finish.emit)
        self.discard = self._button("Discard", "Forget this event (Esc)", requests.discard.emit)
        self.save.setProperty("role", "primary")
        self._arrange()
        self._connect()
        self.hide()

    @property
    def is_open(self) -> bool:
        """Whether events are being edited."""
        return not self.isHidden()

    @property
    def subject(self) -> Subject | None:
        """What is edited."""
        return self._subject

    def show_subject(self, subject: Subject) -> None:
        """Edit these events; what was typed for others is written for them."""
        before = self._subject
        if before is not None and (before.ids, before.entry) != (subject.ids, subject.entry):
            with self._later():
                self.flush()
        self._subject = subject
        self.heading.setText(
            "NEW EVENT" if subject.entry else "EDIT" if subject.one else f"EDIT {counted(subject.count, 'event')}"
        )
        for field in self.fields:
            field.show_subject(subject)
        self.order.show_subject(subject)
        self._title_label.setVisible(subject.one is not None)
        self.done.setVisible(not subject.entry)
        self.save.setVisible(subject.entry)
        self.discard.setVisible(subject.entry)

    def show_kinds(self, kinds: Sequence[Kind], own: Iterable[str]) -> None:
        """Offer these categories, of which some are the user's own."""
        self.category.show_kinds(kinds, own)

    def begin(self, first: First) -> None:
        """Open it, and put the focus where one begins."""
        self.show()
        self._area.verticalScrollBar().setValue(0)
        several_events = self._subject is not None and self._subject.one is None
        field = self.date.box if first is First.DATE or several_events else self.title
        field.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if first is First.FORM and not several_events:
            field.end(False)  # noqa: FBT003 - Qt's own call
        else:
            field.selectAll()

    def flush(self) -> None:
        """Ask for all that was typed and not asked for yet."""
        for field in self._written:
            field.flush()

    def close_form(self) -> None:
        """Hide it; what it showed is nothing to it any more."""
        self.flush()
        self._subject = None
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""
        self.date.set_theme(theme)
        self.category.set_theme(theme)

    def fit(self, room: int) -> None:
        """Take at most its share of a height."""
        self._room = room
        wanted = self._inside.heightForWidth(self.width()) + self._head_height
        self.setMaximumHeight(max(160, min(wanted, int(room * _SHARE))))
        self.setMinimumHeight(self.maximumHeight())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc leaves; Enter in a field of one line, too."""
        if event.key() == Qt.Key.Key_Escape:
            self._requests.discard.emit()
        elif event.key() in _ENTER and not event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._requests.finish.emit()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Grow and shrink with what is inside; keep the field with the focus in sight."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.fit(self._room)
        return False

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit anew, for names wrap."""
        super().resizeEvent(event)
        self.fit(self._room)

    @contextmanager
    def _later(self) -> Iterator[None]:
        self._late = True
        try:
            yield
        finally:
            self._late = False

    def _ask(self, asked: Asked, key: str) -> None:
        subject = self._subject
        if subject is None:
            return
        if self._late:
            QTimer.singleShot(0, self, lambda: self._requests.change.emit(subject, asked, key))
        else:
            self._requests.change.emit(subject, asked, key)

    def _connect(self) -> None:
        for field in self.fields:
            field.asked.connect(self._ask)
        self.date.source_asked.connect(self._requests.use_source_date)
        self.date.unread.connect(self._requests.unread)
        self.category.new_asked.connect(self._requests.new_category)
        self.category.change_asked.connect(self._requests.change_category)
        self.order.moved.connect(self._requests.arrange)

    # How it is put together

    def _arrange(self) -> None:
        self._room = 600
        self._inside = _Fields(self)
        self._inside.setObjectName("form_fields")
        grid = QGridLayout(self._inside)
        grid.setContentsMargins(MARGIN, 4, MARGIN - 6, 10)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 1)
        kind, place = _side_by_side(self.category, self.factuality), _side_by_side(self.lane, self.order)
        rows = (("Title", self.title), ("Date", self.date), ("Kind", kind), ("People", self.people),
                ("Tags", self.tags), ("Marks", self.flags), ("Lane", place), ("Notes", self.notes))  # fmt: skip
        grid.setRowStretch(len(rows), 1)
        labels = [self._row(grid, number, name, widget) for number, (name, widget) in enumerate(rows)]
        self._title_label = labels[0]
        self._area = QScrollArea(self)
        self._area.setObjectName("form_area")
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setWidget(self._inside)
        self._inside.installEventFilter(self)
        stops = (self.title, self.date.box, self.date.by_hand, self.category, self.factuality, self.people.box,
                 self.tags.box, *self.flags.switches.values(), self.lane, self.order.earlier, self.order.later,
                 self.notes.text, self.notes.public, self.discard, self.save, self.done)  # fmt: skip
        self.people.before, self.tags.before = (self.factuality,), (self.people.box,)
        for one, other in pairwise(stops):
            QWidget.setTabOrder(one, other)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 1)
        column.setSpacing(0)
        column.addLayout(self._head())
        column.addWidget(self._area, 1)

    @property
    def _head_height(self) -> int:
        return 11 + max(self.done.sizeHint().height(), 0 if self.save.isHidden() else self.save.sizeHint().height())

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, 0, MARGIN - 6, 0)
        head.setSpacing(8)
        head.addWidget(self.heading, 1)
        for widget in (self.discard, self.save, self.done):
            head.addWidget(widget)
        return head

    def _row(self, grid: QGridLayout, number: int, name: str, widget: QWidget) -> QLabel:
        label = QLabel(name, self._inside)
        label.setProperty("role", "muted")
        label.setFixedHeight(_MARKS if widget is self.flags else _LINE)
        if widget is self.flags:
            widget.setFixedHeight(_MARKS)
        grid.addWidget(label, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(widget, number, 1)
        return label

    def _link(self, text: str, tip: str, does: Callable[[], None]) -> QToolButton:
        button = QToolButton(self)
        button.setText(text)
        button.setToolTip(tip)
        button.setProperty("role", "link")
        button.clicked.connect(lambda _=False: does())
        return button

    def _button(self, text: str, tip: str, does: Callable[[], None]) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.clicked.connect(lambda _=False: does())
        return button

    def sizeHint(self) -> QSize:
        """As high as its share."""
        return QSize(300, self.maximumHeight())


def _side_by_side(*widgets: QWidget) -> QWidget:
    pair = QWidget()
    row = QHBoxLayout(pair)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(8)
    for widget in widgets:
        row.addWidget(widget, 1)
    return pair
