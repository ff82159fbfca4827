"""Everything the user can do from a menu or by key, as rows of a table; menus and shortcuts are made from it.

To add one, add a row here and a method to ``commands.Commands``. Single keys act only while the timeline has the focus.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum, auto

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from timeline_app.layout.scale import ScaleKind
from timeline_app.ui.commands import Commands
from timeline_app.ui.panels import PANELS, PanelKind
from timeline_app.ui.state import State

Does = Callable[[Commands], object]
When = Callable[[State], bool]


class Where(Enum):
    """Where the focus must be for a key to act."""

    WINDOW = auto()
    CANVAS = auto()


def _always(_: State) -> bool:
    return True


def _nothing(_: Commands) -> None:
    """What a separator does."""


@dataclass(frozen=True, slots=True)
class Row:
    """One action. An empty ``text`` is a separator; ``checked`` makes it one of a choice or a switch."""

    id: str
    text: str = ""
    keys: tuple[str, ...] = ()
    does: Does = _nothing
    when: When = _always
    where: Where = Where.WINDOW
    checked: When | None = None


def _line(name: str) -> Row:
    return Row(name)


def _scale(kind: ScaleKind, text: str) -> Row:
    return Row(f"scale-{kind}", text, (), lambda do: do.set_scale(kind), _placed, checked=lambda s: s.scale is kind)


def _theme(choice: str, text: str) -> Row:
    return Row(f"theme-{choice}", text, (), lambda do: do.set_theme(choice), checked=lambda s: s.theme == choice)


def _panel(kind: PanelKind) -> Row:
    keys = (kind.key,) if kind.key else ()
    does: Does = lambda do: do.toggle_panel(kind.id)  # noqa: E731 - a row's does is a function of the commands
    return Row(f"panel-{kind.id}", kind.name, keys, does, where=Where.CANVAS, checked=lambda s: kind.id in s.panels)


def _selected(state: State) -> bool:
    return state.selected


def _placed(state: State) -> bool:
    return state.placed > 0


def _events(state: State) -> bool:
    return state.events > 0


_CANVAS = Where.CANVAS

MENUS: dict[str, tuple[Row, ...]] = {
    "&File": (
        Row("new", "&New", ("Ctrl+N",), Commands.new),
        Row("open", "&Open…", ("Ctrl+O",), Commands.open_files),
        Row("recent", "Open &Recent"),
        Row("paste", "&Paste as Document…", ("Ctrl+V",), Commands.paste),
        Row("remove", "Re&move This Document", (), Commands.remove_shown, lambda s: s.documents > 0),
        _line("file-1"),
        Row("save", "&Save", ("Ctrl+S",), Commands.save),
        Row("save-as", "Save &As…", ("Ctrl+Shift+S",), Commands.save_as),
        Row("save-copy", "Save a &Copy…", (), Commands.save_copy),
        _line("file-3"),
        Row("export", "&Export…", ("Ctrl+E",), Commands.export, _placed),
        _line("file-2"),
        Row("quit", "&Quit", ("Ctrl+Q",), Commands.quit),
    ),
    "&Edit": (
        Row("undo", "&Undo", ("Ctrl+Z",), Commands.undo, lambda s: s.undo is not None),
        Row("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), Commands.redo, lambda s: s.redo is not None),
        _line("edit-1"),
        Row("copy", "&Copy Event with Source", ("Ctrl+C",), Commands.copy, _placed),
        Row("copy-picture", "Copy &Picture", ("Ctrl+Shift+C",), Commands.copy_picture, _placed),
        _line("edit-2"),
        Row("find", "&Find…", ("Ctrl+F",), Commands.find),
        Row("find-next", "Find &Next", ("F3",), lambda do: do.step_found(1), lambda s: s.found > 0),
        Row("find-previous", "Find Pre&vious", ("Shift+F3",), lambda do: do.step_found(-1), lambda s: s.found > 0),
        _line("edit-3"),
        Row("select-all", "Select &All Events", ("Ctrl+A",), Commands.select_all, _events, _CANVAS),
        Row("clear", "C&lear Selection", ("Esc",), Commands.escape, where=_CANVAS),
    ),
    "Eve&nt": (
        Row("accept", "&Accept", ("Ctrl+Return", "Ctrl+Enter"), Commands.accept, _selected),
        Row("reject", "&Reject", ("Ctrl+Backspace",), Commands.reject, _selected),
        Row("accept-review", "Accept and Go On", ("A",), Commands.accept, lambda s: s.reviewing, _CANVAS),
        Row("reject-review", "Reject and Go On", ("R",), Commands.reject, lambda s: s.reviewing, _CANVAS),
        Row("later", "Later, Go On", ("S",), lambda do: do.step(1), lambda s: s.reviewing, _CANVAS),
        Row("accept-all", "Accept A&ll Proposed", (), Commands.accept_all, lambda s: s.proposed > 0),
        _line("event-1"),
        Row("next", "&Next in Time", ("Right",), lambda do: do.step(1), _events, _CANVAS),
        Row("previous", "&Previous in Time", ("Left",), lambda do: do.step(-1), _events, _CANVAS),
        Row("below", "Next Row", ("Down",), lambda do: do.step_row(1), _placed, _CANVAS),
        Row("above", "Previous Row", ("Up",), lambda do: do.step_row(-1), _placed, _CANVAS),
        Row("first", "First", ("Home",), lambda do: do.step_to_end(first=True), _events, _CANVAS),
        Row("last", "Last", ("End",), lambda do: do.step_to_end(first=False), _events, _CANVAS),
        Row("scroll", "Scroll the &Source", ("Space",), Commands.scroll_source, lambda s: s.documents > 0, _CANVAS),
        Row("quote", "Go to Its &Quote", ("Return", "Enter"), Commands.open_quote, _selected, _CANVAS),
    ),
    "&View": (
        Row("zoom-in", "Zoom &In", ("+", "="), lambda do: do.zoom(1), _placed, _CANVAS),
        Row("zoom-out", "Zoom &Out", ("-",), lambda do: do.zoom(-1), _placed, _CANVAS),
        Row("fit", "&Fit All", ("0",), Commands.fit, _placed, _CANVAS),
        Row("fit-selection", "&Centre, then Fit Selection", ("F",), Commands.fit_selection, _selected, _CANVAS),
        Row("screen-left", "A Screen Back", ("PgUp",), lambda do: do.pan_screens(-1), _placed, _CANVAS),
        Row("screen-right", "A Screen On", ("PgDown",), lambda do: do.pan_screens(1), _placed, _CANVAS),
        Row("view-back", "&Back a View", ("Alt+Left",), lambda do: do.view_back(-1), lambda s: s.can_go_back),
        Row("view-on", "For&ward", ("Alt+Right",), lambda do: do.view_back(1), lambda s: s.can_go_on),
        Row("go-to-date", "&Go to a Date…", ("Ctrl+G",), Commands.go_to_date, _placed),
        _line("view-1"),
        _scale(ScaleKind.TRUE, "&True Scale"),
        _scale(ScaleKind.FOLDED, "Fold&ed"),
        _scale(ScaleKind.ORDER, "O&rder Only"),
        Row("fold", "Fold or Unfold", ("G",), Commands.toggle_folds, _placed, _CANVAS),
        Row("fold-view", "Fold This View", ("Shift+G",), Commands.fold_view, _placed, _CANVAS),
        _line("view-2"),
        *(_panel(kind) for kind in PANELS),
        Row("undated", "&Undated Shelf", ("U",), Commands.toggle_shelf, lambda s: s.undated > 0, _CANVAS),
        Row("pane-next", "Next Pane", ("F6",), lambda do: do.next_pane(1)),
        Row("pane-previous", "Previous Pane", ("Shift+F6",), lambda do: do.next_pane(-1)),
        _line("view-3"),
        Row("wheel", "W&heel Scrolls Rows", (), Commands.switch_wheel, checked=lambda s: s.wheel_scrolls),
        Row("still", "&No Animation", (), Commands.switch_motion, checked=lambda s: s.still),
        _line("view-4"),
        _theme("system", "Theme of the S&ystem"),
        _theme("light", "&Light"),
        _theme("dark", "&Dark"),
    ),
    "&Help": (
        Row("keys", "&Keys", ("F1", "?"), Commands.show_keys),
        Row("about", "&About Timeline", (), Commands.about),
    ),
}  # fmt: skip

ROWS = tuple(row for rows in MENUS.values() for row in rows if row.text)


class Actions:
    """The table as Qt's actions, in the menus of a window; ``refresh`` follows the state."""

    def __init__(self, window: QMainWindow, canvas: QWidget, commands: Commands) -> None:
        self._by_id: dict[str, QAction] = {}
        self._canvas, self._window, self._commands = canvas, window, commands
        self._state: State | None = None
        self.recent = QMenu("Open &Recent", window)
        for title, rows in MENUS.items():
            menu = window.menuBar().addMenu(title)
            for row in rows:
                self._add(menu, row)
        self._group("scale-")
        self._group("theme-")

    def __getitem__(self, name: str) -> QAction:
        return self._by_id[name]

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

    def _add(self, menu: QMenu, row: Row) -> None:
        if not row.text:
            menu.addSeparator()
            return
        if row.id == "recent":
            self._by_id[row.id] = menu.addMenu(self.recent)
            return
        action = QAction(row.text, self._window)
        action.setObjectName(row.id)
        action.setShortcuts([QKeySequence(key) for key in row.keys])
        action.setCheckable(row.checked is not None)
        action.triggered.connect(lambda: row.does(self._commands))
        menu.addAction(action)
        if row.where is Where.CANVAS:
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            self._canvas.addAction(action)
        self._by_id[row.id] = action

    def _group(self, prefix: str) -> None:
        group = QActionGroup(self._window)
        for name, action in self._by_id.items():
            if name.startswith(prefix):
                group.addAction(action)


def key_list() -> list[tuple[str, str, str]]:
    """Every key: menu, what it does, the keys."""
    return [
        (menu.replace("&", ""), row.text.replace("&", "").rstrip("…"), ", ".join(row.keys))
        for menu, rows in MENUS.items()
        for row in rows
        if row.keys
    ]
