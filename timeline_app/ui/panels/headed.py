"""How a group of filters is laid out: its heading, a link at the right of it, the rest below."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from timeline_app.ui.panels.value_row import INSET


def headed(group: QWidget, heading: str, link: QWidget, spacing: int) -> QVBoxLayout:
    """The layout of a group under its ``heading``, which is shown in capitals; ``spacing`` in px."""
    words = QLabel(heading.upper(), group)
    words.setProperty("role", "heading")
    head = QHBoxLayout()
    head.setContentsMargins(INSET, 0, 2, 0)
    head.setSpacing(0)
    head.addWidget(words)
    head.addStretch(1)
    head.addWidget(link)
    layout = QVBoxLayout(group)
    layout.setContentsMargins(0, 8, 0, 0)
    layout.setSpacing(spacing)
    layout.addLayout(head)
    return layout
