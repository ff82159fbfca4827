"""The Table menu: the table beside or instead of the timeline, its order and columns, its rows for other programs."""

from __future__ import annotations

from timeline_app.ui.menus.row import CANVAS, TABLE, Row, events, line, selected
from timeline_app.ui.middle import Look
from timeline_app.ui.state import State

_COPY, _COLUMN = "Copy &As", "C&olumn"


def _look(look: Look, text: str, key: str) -> Row:
    return Row(f"look-{look}", text, (key,), lambda do: do.table.show(look), checked=lambda s: s.look is look)


def _copy(kind: str, text: str) -> Row:
    return Row(f"copy-{kind}", text, (), lambda do: do.table.copy(kind), _rows, under=_COPY)


def _table(state: State) -> bool:
    """The table is seen."""
    return state.look is not Look.TIMELINE and state.events > 0


def _rows(state: State) -> bool:
    return state.selected and _table(state)


ROWS = (
    _look(Look.TIMELINE, "&Timeline", "Ctrl+1"),
    _look(Look.TABLE, "Ta&ble", "Ctrl+2"),
    _look(Look.BOTH, "Bot&h", "Ctrl+3"),
    Row("look", "Table &Instead of Timeline", ("L",), lambda do: do.table.switch(), where=CANVAS),
    line("table-1"),
    Row("edit-cell", "&Edit Cell", ("F2", "Return", "Enter"), lambda do: do.table.edit_cell(), _rows, TABLE),
    Row(
        "sort-up", "&Sort by This Column", ("Alt+Shift+Up",), lambda do: do.table.sort(descending=False), _table, TABLE
    ),
    Row("sort-down", "Sort Back&wards", ("Alt+Shift+Down",), lambda do: do.table.sort(descending=True), _table, TABLE),
    Row("columns", "Choose &Columns…", ("Ctrl+Shift+L",), lambda do: do.table.choose_columns(), _table, TABLE),
    Row(
        "column-left",
        "Move &Left",
        ("Ctrl+Shift+Left",),
        lambda do: do.table.shift_column(-1),
        _table,
        TABLE,
        under=_COLUMN,
    ),
    Row(
        "column-right",
        "Move &Right",
        ("Ctrl+Shift+Right",),
        lambda do: do.table.shift_column(1),
        _table,
        TABLE,
        under=_COLUMN,
    ),
    Row(
        "column-wide", "&Wider", ("Ctrl+Alt+Right",), lambda do: do.table.widen_column(1), _table, TABLE, under=_COLUMN
    ),
    Row(
        "column-narrow",
        "&Narrower",
        ("Ctrl+Alt+Left",),
        lambda do: do.table.widen_column(-1),
        _table,
        TABLE,
        under=_COLUMN,
    ),
    line("table-2"),
    _copy("text", "&Text between Tabs"),
    _copy("csv", "&CSV"),
    _copy("html", "&HTML"),
    Row("copy-quotes", "Copy &Quote with Source", (), lambda do: do.copying.copy_quotes(), selected),
    Row("export-table", "E&xport Table…", ("Ctrl+Shift+E",), lambda do: do.table.export(), events),
)
