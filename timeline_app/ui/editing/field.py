"""What the editing form asks of each of its fields, and in which of them one begins."""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from PySide6.QtCore import SignalInstance

from timeline_app.ui.editing.subject import Subject

DIFFERENT_WORDS = "different"  # what a field says of several events that differ


class First(Enum):
    """Where to begin."""

    FORM = "the title, as it is"
    TITLE = "the title, to be written anew"
    DATE = "the date"


class Field(Protocol):
    """A widget for one thing about events. ``asked`` carries an ``Asked`` and the merging key of its step."""

    asked: SignalInstance

    def show_subject(self, subject: Subject) -> None:
        """Show these events; what is being typed stays."""


class Written(Field, Protocol):
    """A field in which one types."""

    def flush(self) -> None:
        """Ask now for what was typed."""
