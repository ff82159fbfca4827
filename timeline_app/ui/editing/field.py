"""What the editing form asks of each of its fields."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import SignalInstance

from timeline_app.ui.editing.subject import Subject

DIFFERENT_WORDS = "different"  # what a field says of several events that differ


class Field(Protocol):
    """A widget for one thing about events. ``asked`` carries an ``Asked`` and the merging key of its step."""

    asked: SignalInstance

    def show_subject(self, subject: Subject) -> None:
        """Show these events; what is being typed stays."""


class Written(Field, Protocol):
    """A field in which one types."""

    def flush(self) -> None:
        """Ask now for what was typed."""
