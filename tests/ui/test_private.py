"""Words of a private document are shown and not copied."""

from __future__ import annotations

from PySide6.QtGui import QGuiApplication
from pytestqt.qtbot import QtBot

from timeline_app.session import edits
from timeline_app.ui.main_window import MainWindow


def test_words_of_a_private_document_are_not_copied(window: MainWindow, qtbot: QtBot) -> None:
    text = window.source_panel.text
    window.activateWindow()
    text.setFocus()
    qtbot.waitUntil(text.hasFocus)
    text.selectAll()
    text.copy()
    assert "Qaddafi" in QGuiApplication.clipboard().text()
    window.commands.history.apply(edits.set_private(window.session.documents[0], on=True))
    assert "Qaddafi" in text.toPlainText()
    text.selectAll()
    text.copy()
    assert QGuiApplication.clipboard().text() == ""
    window.commands.copying.copy()
    assert window.status.line.text() == "This document is private: its words are not copied."
