"""The QGuiApplication that fonts and painters need, made without a screen where the program runs without a window."""

from __future__ import annotations

from PySide6.QtCore import QLoggingCategory
from PySide6.QtGui import QGuiApplication

from timeline_app.render.fonts import load_fonts


def ensure_application() -> None:
    """Make one unless the window has made one already, and load the fonts."""
    if QGuiApplication.instance() is None:
        QLoggingCategory.setFilterRules("qt.text.font.db.warning=false")  # said once, in a sentence, by ``remark``
        global _application  # noqa: PLW0603 - Qt ends when Python drops the last reference
        _application = QGuiApplication(["timeline-app", "-platform", "offscreen"])
    load_fonts()


_application: QGuiApplication | None = None
