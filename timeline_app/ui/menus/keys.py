"""Which keys the rows have: the usual ones, or those the user prefers."""

from __future__ import annotations

from timeline_app.session.preferences import Preferences
from timeline_app.ui.menus import MENUS, ROWS, Row


def keys_of(row: Row, preferences: Preferences) -> tuple[str, ...]:
    """The keys of a row, in Qt's portable writing ("Ctrl+Shift+Z")."""
    keys = preferences.keys.get(row.id, row.keys)
    return keys if preferences.letters else tuple(key for key in keys if len(key) > 1)


def owner_of(key: str, preferences: Preferences) -> Row | None:
    """The row that has a key already, or None."""
    return next((row for row in ROWS if key in preferences.keys.get(row.id, row.keys)), None)


def key_list(preferences: Preferences) -> list[tuple[str, Row, str]]:
    """Every action: its menu, its row, its keys in words (may be "")."""
    return [
        (menu.replace("&", ""), row, ", ".join(keys_of(row, preferences)))
        for menu, rows in MENUS.items()
        for row in rows
        if row.text
    ]


def plain(row: Row) -> str:
    """What an action is called, without the marks for menus."""
    return row.text.replace("&", "").rstrip("…")
