"""Keys that are pressed in an open menu are the menu's: its letters do not act on what keeps the focus behind it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject


class MenuKeys(QObject):
    """A filter for menus."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Claim a key before it becomes a shortcut."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().eventFilter(watched, event)
