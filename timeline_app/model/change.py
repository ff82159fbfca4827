"""One change per user intent: values before and after, so that every change can be undone.

A change is a tuple of edits; an edit replaces one record. ``before`` None makes it, ``after`` None removes it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from timeline_app.model.arrangement import Arrangement
from timeline_app.model.document import Document
from timeline_app.model.event import Event, Tagging

Record = Document | Tagging | Event | Arrangement


class Origin(StrEnum):
    """Who made a change: a person, or the program's own reading."""

    HAND = "by hand"
    MACHINE = "from the machine"


@dataclass(frozen=True, slots=True)
class Edit:
    """One record replaced. Both sides, where present, have the same type and id."""

    before: Record | None
    after: Record | None

    @property
    def record(self) -> Record:
        """The side that is there, after before before."""
        record = self.after if self.after is not None else self.before
        if record is None:
            raise ValueError("An edit needs a record before or after.")
        return record


@dataclass(frozen=True, slots=True)
class Change:
    """What one user intent did, named as the user would name it ("Set the date of “Letter”")."""

    label: str
    edits: tuple[Edit, ...]
    origin: Origin = Origin.HAND


def inverse(change: Change) -> Change:
    """The change that takes ``change`` back; the inverse of the inverse is the change itself."""
    swapped = tuple(Edit(edit.after, edit.before) for edit in reversed(change.edits))
    return replace(change, edits=swapped)
