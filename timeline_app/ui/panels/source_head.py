"""How the parts over the text stand in the source panel."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

if TYPE_CHECKING:
    from timeline_app.ui.panels.source import SourcePanel


def head_of(panel: SourcePanel) -> QVBoxLayout:
    """What is said about the event, from its chip down to the line about its document."""
    head = QVBoxLayout()
    head.setSpacing(6)
    head.addLayout(_top_line(panel))
    for widget in (panel.title, panel.date, panel.card, panel.box, panel.conflict, panel.citations, panel.line):
        head.addWidget(widget)
    return head


def _top_line(panel: SourcePanel) -> QHBoxLayout:
    """The chip, and at its end the way into the form."""
    button = panel.edit_button
    button.setText("Edit…")
    button.setToolTip("Edit the event (E)")
    button.setProperty("role", "link")
    button.clicked.connect(panel.requests.edit)
    line = QHBoxLayout()
    line.setContentsMargins(0, 0, 0, 0)
    line.addWidget(panel.chip, 1)
    line.addWidget(button)
    return line
