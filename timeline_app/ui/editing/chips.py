"""Names as chips that can be taken off, and a box that adds more: participants and tags."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLayout, QLayoutItem, QLineEdit, QSizePolicy, QToolButton, QWidget

from timeline_app.model.change import Change
from timeline_app.model.event import Event
from timeline_app.ui.editing.lane_field import completer
from timeline_app.ui.editing.subject import Subject
from timeline_app.ui.editing.typed import Typed

_LONGEST = 34  # characters of a name on a chip
_GAP = 4  # px between chips
_ENTRY = 62  # px that the box has at least
Edit = Callable[[Sequence[Event], str], Change]


class Flow(QLayout):
    """Widgets in lines from left to right; the last one takes what is left of its line."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:
        """At the end."""
        self._items.append(item)

    def insert(self, index: int, widget: QWidget) -> None:
        """Before what stands at a place now."""
        self.addWidget(widget)
        self._items.insert(index, self._items.pop())

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The one at a place, None beyond the ends."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take one out."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def hasHeightForWidth(self) -> bool:
        """The narrower, the more lines."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return self._lay_out(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """One line."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """The widest of them."""
        sizes = [item.sizeHint() for item in self._items]
        return QSize(_ENTRY, max((size.height() for size in sizes), default=0))

    def setGeometry(self, rect: QRect) -> None:
        """Put all in their places."""
        super().setGeometry(rect)
        self._lay_out(rect, move=True)

    def _lay_out(self, room: QRect, *, move: bool) -> int:
        """Place the widgets; the height that they take."""
        y, line = room.top(), max((item.sizeHint().height() for item in self._items), default=0)
        x = room.left()
        for item in self._items:
            is_last = item is self._items[-1]
            size = item.sizeHint()
            width = min(_ENTRY if is_last else size.width(), room.width())
            if x > room.left() and x + width > room.right() + 1:
                x, y = room.left(), y + line + _GAP
            if move:
                wide = room.right() + 1 - x if is_last else width
                item.setGeometry(QRect(x, y + (line - size.height()) // 2, wide, size.height()))
            x += width + _GAP
        return y + line - room.top()


class Chip(QToolButton):
    """One name. A click or Delete takes it off."""

    def __init__(self, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.name = name
        short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1].rstrip()}…"
        self.setText(f"{short}  ×".replace("&", "&&"))
        self.setToolTip(f"Take off “{name}”")
        self.setAccessibleName(f"{name}, take off")
        self.setProperty("role", "chip")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Delete and Backspace do what a click does."""
        if event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.click()
        else:
            super().keyPressEvent(event)


class Chips(QWidget):
    """The names that all the edited events have. Enter or leaving the box adds what was typed in it."""

    asked = Signal(object, str)

    def __init__(
        self, name: str, read: Callable[[Event], Sequence[str]], add: Edit, remove: Edit,
        known: Callable[[], Sequence[str]], parent: QWidget | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._read, self._add, self._remove = read, add, remove
        self.box = QLineEdit(self)
        self.box.setObjectName(f"{name.lower()}_field")
        self.box.setAccessibleName(f"Add to {name.lower()}")
        self._typed = Typed(self.box)
        self._typed.left.connect(self.flush)
        self.box.installEventFilter(self)
        self._flow = Flow(self)
        self._flow.addWidget(self.box)
        self.chips: list[Chip] = []
        self.before: tuple[QWidget, ...] = ()  # the one from which Tab comes here
        chosen = completer(self.box, known, self._typed)
        chosen.activated.connect(lambda _: QTimer.singleShot(0, self, self.flush))
        self.setAccessibleName(name)
        self.setFocusProxy(self.box)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_subject(self, subject: Subject) -> None:
        """Show the names that all have, and that there are others."""
        names = subject.shared(self._read)
        others = subject.count > 1 and any(len(self._read(event)) > len(names) for event in subject.looked_at)
        self.box.setPlaceholderText("different; add…" if others else "add…")
        if tuple(chip.name for chip in self.chips) != names:
            self._show(names)

    def flush(self) -> None:
        """Ask for what stands in the box to be added."""
        name = " ".join(self.box.text().split())
        self.box.clear()
        if name:
            self.asked.emit(lambda events: self._add(events, name), "")

    def eventFilter(self, _: QObject, event: QEvent) -> bool:
        """Enter adds; Backspace in the empty box goes to the last chip."""
        if not isinstance(event, QKeyEvent) or event.type() != QEvent.Type.KeyPress:
            return False
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.box.text().strip():
            self.flush()
            return True
        if event.key() == Qt.Key.Key_Backspace and not self.box.text() and self.chips:
            self.chips[-1].setFocus()
            return True
        return False

    def _show(self, names: tuple[str, ...]) -> None:
        had_focus = any(chip.hasFocus() for chip in self.chips)
        for chip in self.chips:
            self._flow.removeWidget(chip)
            chip.hide()
            chip.deleteLater()
        self.chips = [Chip(name, self) for name in names]
        for place, chip in enumerate(self.chips):
            self._flow.insert(place, chip)
            chip.clicked.connect(lambda _=False, name=chip.name: self._take_off(name))
            chip.show()
        for one, other in pairwise((*self.before, *self.chips, self.box)):
            QWidget.setTabOrder(one, other)
        if had_focus:
            self.box.setFocus()
        self.updateGeometry()

    def _take_off(self, name: str) -> None:
        self.asked.emit(lambda events: self._remove(events, name), "")
