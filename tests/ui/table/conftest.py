from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication

from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.middle import Look
from timeline_app.ui.table.view import ChronologyView


@pytest.fixture
def table(window: MainWindow) -> ChronologyView:
    window.commands.table.show(Look.TABLE)
    QApplication.processEvents()
    return window.table
