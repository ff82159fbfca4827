"""Keys that are pressed in an open menu are the menu's: its letters do not act on what keeps the focus behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QMenu


class MenuKeys(QObject):
    """A filter for menus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key before it becomes a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)


def give_keys(menu: QMenu) -> None:
    """Let the keys that are pressed in a menu, and in the menus it has by now, be its own."""
    keys = MenuKeys(menu)
    for each in (menu, *menu.findChildren(QMenu)):
        each.installEventFilter(keys)
