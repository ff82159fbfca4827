"""The timeline for screen readers: a list, with an entry for each event that is drawn, in order of time.

Entry *n* is whatever event is the n-th in sight. So there are never more entries than marks, and Qt may keep hold of
them for as long as it likes; when the view has come to rest, those that stand for another event say that their name is
another. Qt does not keep Python's objects alive, so every interface is kept here.
"""

# mypy: disable-error-code="override"
# (Qt takes None for "there is none" where PySide's type stubs leave it out.)

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol, cast

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtGui import QAccessible, QAccessibleEvent, QAccessibleInterface, QColor, QWindow
from PySide6.QtWidgets import QAccessibleWidget, QWidget

REST = 200  # ms without a move before changes are told

_Text = QAccessible.Text


@dataclass(frozen=True, slots=True)
class Entry:
    """One event in sight, as it is read out, and its place in the widget."""

    name: str
    description: str
    box: QRect
    selected: bool


class Speaks(Protocol):
    """What a widget needs to be read out as a list."""

    def entries(self) -> tuple[Entry, ...]:
        """The events in sight in order of time."""


class ListInterface(QAccessibleWidget):
    """The widget as a list."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget, QAccessible.Role.List)
        self._widget = widget
        self._children: list[EntryInterface] = []

    @property
    def entries(self) -> tuple[Entry, ...]:
        """What is in sight."""
        return cast("Speaks", self._widget).entries()

    @property
    def widget(self) -> QWidget:
        """What is drawn."""
        return self._widget

    def entry(self, number: int) -> EntryInterface:
        """The interface of the n-th entry, always the same."""
        while len(self._children) <= number:
            self._children.append(EntryInterface(self, len(self._children)))
        return self._children[number]

    def childCount(self) -> int:
        """How many events are in sight."""
        return len(self.entries)

    def child(self, index: int) -> QAccessibleInterface | None:
        """The interface of one of them."""
        return self.entry(index) if 0 <= index < len(self.entries) else None

    def indexOfChild(self, child: QAccessibleInterface) -> int:
        """Which one an interface stands for."""
        return next((number for number, known in enumerate(self._children) if known is child), -1)

    def childAt(self, x: int, y: int) -> QAccessibleInterface | None:
        """The event at a point of the screen."""
        at = self._widget.mapFromGlobal(QPoint(x, y))
        found = (number for number, entry in enumerate(self.entries) if entry.box.contains(at))
        return next((self.entry(number) for number in found), None)

    def focusChild(self) -> QAccessibleInterface | None:
        """The selected event, if it is in sight and keys go to the timeline."""
        if not self._widget.hasFocus():
            return None
        selected = next((number for number, entry in enumerate(self.entries) if entry.selected), None)
        return self if selected is None else self.entry(selected)


class EntryInterface(QAccessibleInterface):
    """An entry of the list."""

    def __init__(self, parent: ListInterface, number: int) -> None:
        super().__init__()
        self._parent, self._number = parent, number

    @property
    def _entry(self) -> Entry | None:
        entries = self._parent.entries
        return entries[self._number] if self._number < len(entries) else None

    def isValid(self) -> bool:
        """Whether so many events are in sight."""
        return self._entry is not None

    def object(self) -> QObject | None:
        """It has no widget of its own."""
        return None

    def window(self) -> QWindow | None:
        """The window it is in."""
        return self._parent.window()

    def parent(self) -> QAccessibleInterface:
        """The list."""
        return self._parent

    def childCount(self) -> int:
        """It has no parts."""
        return 0

    def child(self, _index: int) -> None:
        """It has no parts."""

    def childAt(self, _x: int, _y: int) -> None:
        """It has no parts."""

    def indexOfChild(self, _child: QAccessibleInterface) -> int:
        """It has no parts."""
        return -1

    def role(self) -> QAccessible.Role:
        """An entry of a list."""
        return QAccessible.Role.ListItem

    def text(self, kind: _Text) -> str:
        """Its name or description."""
        entry = self._entry
        if entry is None:
            return ""
        return {_Text.Name: entry.name, _Text.Description: entry.description}.get(kind, "")

    def setText(self, _kind: _Text, _text: str) -> None:
        """It says what the event says."""

    def rect(self) -> QRect:
        """Its place on the screen."""
        entry = self._entry
        if entry is None:
            return QRect()
        return QRect(self._parent.widget.mapToGlobal(entry.box.topLeft()), entry.box.size())

    def state(self) -> QAccessible.State:
        """It can be selected, and the selected one has the focus while the timeline has it."""
        state, entry = QAccessible.State(), self._entry
        set_bits(state, selectable=True, focusable=True, invisible=entry is None)
        if entry is not None and entry.selected:
            set_bits(state, selected=True, focused=self._parent.widget.hasFocus())
        return state

    def foregroundColor(self) -> QColor:
        """That of the widget."""
        return self._parent.foregroundColor()

    def backgroundColor(self) -> QColor:
        """That of the widget."""
        return self._parent.backgroundColor()


def set_bits(state: QAccessible.State, **bits: bool) -> None:
    """Set what is true."""
    for name, value in bits.items():
        if value:
            setattr(state, name, 1)


class Announcer(QObject):
    """Tells screen readers of a list what is another now; without any of them it does nothing."""

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._names: list[str] = []
        self._rest = QTimer(self, interval=REST, singleShot=True)
        self._rest.timeout.connect(self._tell_names)

    def moved(self) -> None:
        """Other events may be in sight."""
        if QAccessible.isActive():
            self._rest.start()

    def selected(self) -> None:
        """Another event is selected: the focus is there."""
        found = self._interface() if QAccessible.isActive() else None
        if found is not None and (child := found.focusChild()) is not None:
            QAccessible.updateAccessibility(QAccessibleEvent(child, QAccessible.Event.Focus))

    def _tell_names(self) -> None:
        found = self._interface()
        if found is None:
            return
        names = [entry.name for entry in found.entries]
        if len(names) != len(self._names):
            QAccessible.updateAccessibility(QAccessibleEvent(self._widget, QAccessible.Event.ObjectReorder))
        for number, name in enumerate(names):
            if number < len(self._names) and self._names[number] != name:
                changed = QAccessibleEvent(found.entry(number), QAccessible.Event.NameChanged)
                QAccessible.updateAccessibility(changed)
        self._names = names

    def _interface(self) -> ListInterface | None:
        found = QAccessible.queryAccessibleInterface(self._widget)
        return found if isinstance(found, ListInterface) else _MADE.get(id(self._widget))


_MADE: dict[int, ListInterface] = {}


def interface_of(_name: str, thing: QObject) -> QAccessibleInterface | None:
    """What Qt asks for the first time it needs the interface of an object; None for what has no entries."""
    if not isinstance(thing, QWidget) or not hasattr(thing, "entries"):
        return None
    key = id(thing)
    if key not in _MADE:
        _MADE[key] = ListInterface(thing)
        thing.destroyed.connect(lambda: _MADE.pop(key, None))
    return _MADE[key]
