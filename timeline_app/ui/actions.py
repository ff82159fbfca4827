"""The rows of ``menus`` as Qt's actions."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QApplication, QMainWindow, QMenu, QWidget

from timeline_app.session.preferences import Preferences
from timeline_app.ui.commands import Commands
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.menus import MENUS, ROWS, Row, Where
from timeline_app.ui.menus.keys import keys_of, plain
from timeline_app.ui.palette import Entry
from timeline_app.ui.state import State


class Actions:
    """The tables as Qt's actions, in the menus of a window; ``refresh`` follows the state."""

    def __init__(self, window: QMainWindow, commands: Commands) -> None:
        self._by_id: dict[str, QAction] = {}
        self._listed: dict[str, list[QAction]] = {}
        self._submenus: dict[tuple[str, str], QMenu] = {}
        self._window, self._commands = window, commands
        self._widgets: dict[Where, list[QWidget]] = {Where.CANVAS: [], Where.TABLE: [], Where.EITHER: []}
        self._state: State | None = None
        self.recent = QMenu("Open &Recent", window)
        give_keys(self.recent)
        for title, rows in MENUS.items():
            menu = window.menuBar().addMenu(title)
            give_keys(menu)
            for row in rows:
                self._add(menu, row)
        self._group("scale-")
        self._group("look-")
        self._group("lanes-", checkable=True)
        self._group("theme-")

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

    def act_in(self, widget: QWidget, where: Where) -> None:
        """Let the keys of the actions that belong into the timeline or the table act in this widget, which is that."""
        for place in (where, Where.EITHER):
            self._widgets[place].append(widget)
            widget.addActions([self._by_id[row.id] for row in ROWS if row.where is place])

    def refresh(self, state: State) -> None:
        """Enable and check what the state says, and name what undo and redo would do."""
        if state == self._state:
            return
        self._state = state
        for row in ROWS:
            action = self._by_id[row.id]
            action.setEnabled(row.when(state))
            if row.checked is not None:
                action.setChecked(row.checked(state))
        for name, verb, label in (("undo", "&Undo", state.undo), ("redo", "&Redo", state.redo)):
            self._by_id[name].setText(f"{verb} {(label or '').replace('&', '&&')}".strip())

    def use_keys(self, preferences: Preferences) -> None:
        """Take the keys that the user prefers."""
        for row in ROWS:
            if row.id != "recent":
                self._by_id[row.id].setShortcuts([QKeySequence(key) for key in keys_of(row, preferences)])

    def press(self, key: QKeySequence) -> bool:
        """Do what a key stands for where the focus is; whether there is such a thing."""
        here = QApplication.focusWidget()
        rows = (row for row in ROWS if row.where is Where.WINDOW or here in self._widgets[row.where])
        found = next((self._by_id[row.id] for row in rows if key in self._by_id[row.id].shortcuts()), None)
        if found is not None:
            found.trigger()
        return found is not None

    @property
    def available(self) -> list[Entry]:
        """What can be done now, by menu and name, with the first key of each."""
        written = QKeySequence.SequenceFormat.NativeText
        return [
            Entry(row.id, f"{menu.replace('&', '')}: {plain(row)}", action.shortcut().toString(written))
            for menu, rows in MENUS.items()
            for row in rows
            if row.text and row.id != "recent" and (action := self._by_id[row.id]).isEnabled()
        ]

    def list_under(self, title: str, entries: Sequence[tuple[str, Callable[[], object]]]) -> None:
        """List what there is at the end of the menu of that name inside another, in place of what was listed."""
        menu = next(menu for (_, name), menu in self._submenus.items() if name == title)
        for action in self._listed.pop(title, []):
            menu.removeAction(action)
            action.deleteLater()
        for text, does in entries:
            action = QAction(text.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, does=does: does())
            menu.addAction(action)
            self._listed.setdefault(title, []).append(action)

    def _submenu(self, menu: QMenu, title: str) -> QMenu:
        """The menu of that name inside another."""
        key = (menu.title(), title)
        if key not in self._submenus:
            self._submenus[key] = menu.addMenu(title)
            give_keys(self._submenus[key])
        return self._submenus[key]

    def _add(self, menu: QMenu, row: Row) -> None:
        if row.under:
            menu = self._submenu(menu, row.under)
        if not row.text:
            menu.addSeparator()
            return
        if row.id == "recent":
            self._by_id[row.id] = menu.addMenu(self.recent)
            return
        action = QAction(row.text, self._window)
        action.setObjectName(row.id)
        action.setCheckable(row.checked is not None)
        action.triggered.connect(lambda: self._do(row))
        menu.addAction(action)
        if row.where is not Where.WINDOW:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        self._by_id[row.id] = action

    def _do(self, row: Row) -> None:
        """Do it; what is checked says what is so, also where nothing came of it."""
        row.does(self._commands)
        if row.checked is not None and self._state is not None:
            self._by_id[row.id].setChecked(row.checked(self._state))

    def _group(self, prefix: str, *, checkable: bool = False) -> None:
        group = QActionGroup(self._window)
        for name, action in self._by_id.items():
            if name.startswith(prefix) and (action.isCheckable() or not checkable):
                group.addAction(action)
