"""Buttons that look like words of a sentence: what one can do about what a bar or a heading says."""

from __future__ import annotations

from PySide6.QtWidgets import QToolButton, QWidget


def link(text: str, tip: str, parent: QWidget) -> QToolButton:
    """A link in a bar; a screen reader says its ``tip``."""
    made = fine_link(text, tip, parent)
    made.setProperty("role", "link")
    made.setToolTip(tip)
    return made


def fine_link(text: str, name: str, parent: QWidget) -> QToolButton:
    """A smaller one beside a heading, with a ``name`` for who does not see what it stands beside."""
    made = QToolButton(parent)
    made.setText(text)
    made.setProperty("role", "fine-link")
    made.setAccessibleName(name)
    return made
