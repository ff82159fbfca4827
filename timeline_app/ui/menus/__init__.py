"""Everything the user can do from a menu or by key, as rows of tables; menus and shortcuts are made from them.

To add one, add a row to the menu's module and a method to a group in ``commands``. Single keys act only while the
timeline has the focus.
"""

from __future__ import annotations

from timeline_app.ui.menus import change, document, edit, event, file, help, table, view  # noqa: A004 - the Help menu
from timeline_app.ui.menus.row import Row, Where

__all__ = ["MENUS", "ROWS", "Row", "Where"]

MENUS: dict[str, tuple[Row, ...]] = {
    "&File": file.ROWS,
    "&Edit": edit.ROWS,
    "&Document": document.ROWS,
    "Eve&nt": event.ROWS,
    "&Change": change.ROWS,
    "&View": view.ROWS,
    "&Table": table.ROWS,
    "&Help": help.ROWS,
}
ROWS = tuple(row for rows in MENUS.values() for row in rows if row.text)
