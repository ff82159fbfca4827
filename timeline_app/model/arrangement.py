"""How a person arranges a project: saved views, eras, categories of their own, and which dates to leave out.

They are records like documents and events: made, changed and taken away by changes that can be undone. A project file
may come from a stranger, so what breaks a limit said here is refused when it is made, by whomever, with ``ValueError``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from timeline_app.model.document import DocumentId
from timeline_app.model.temporal import TemporalValue

ViewId = NewType("ViewId", str)
EraId = NewType("EraId", str)
CategoryId = NewType("CategoryId", str)
IgnoreRuleId = NewType("IgnoreRuleId", str)

LONGEST_NAME = 1_000  # code points of a name or of words
LONGEST_PART = 2**20  # code points of what a window keeps of itself
LONGEST_LETTER = 8  # code points: one letter may be made of several
PLACES = ("head", "foot")  # where dates stand that a rule of the likeness PLACE means
_HUE = re.compile(r"#[0-9a-f]{6}|[A-Za-z][A-Za-z -]{0,63}")


class Likeness(StrEnum):
    """In what a date must be like the one that a person did not want. No pattern language: rules may be a stranger's.

    Upper and lower case are one, and so is any white space.
    """

    EXPRESSION = "expression"  # the date's own words are the rule's
    LINE = "line"  # the whole line that it stands in
    LINE_START = "line start"  # the line begins with the rule's words ("Sent:", "©")
    LINE_SHAPE = "line shape"  # the line is the rule's words once every run of digits is a 0 ("© 0 The Paper")
    PLACE = "place"  # over the text or under it, apart from its sentences: the rule's words are "head" or "foot"


@dataclass(frozen=True, slots=True)
class SavedView:
    """What is shown, where and how, under a name: the words sought, and the window's filters, position and scale.

    ``filters`` and ``position`` are JSON objects that only the window reads; of a stranger's file nothing is known
    but that they are JSON objects of at most a million characters.
    """

    id: ViewId
    name: str
    query: str = ""
    filters: str = "{}"
    position: str = "{}"

    def __post_init__(self) -> None:
        """Refuse what is too long or no JSON object."""
        _require_short(self.id, self.name, self.query)
        for part in (self.filters, self.position):
            _require_object(part)


@dataclass(frozen=True, slots=True)
class Era:
    """A named stretch of time behind the events. ``hue`` is a category's name, whose colour it takes, or "#rrggbb"."""

    id: EraId
    name: str
    value: TemporalValue
    hue: str

    def __post_init__(self) -> None:
        """Refuse what is too long or no hue."""
        _require_short(self.id, self.name)
        _require_hue(self.hue)


@dataclass(frozen=True, slots=True)
class OwnCategory:
    """A category that a person made; events refer to it by its ``name``. ``letter`` stands for it where it is small.

    ``hue`` as in ``Era``.
    """

    id: CategoryId
    name: str
    hue: str
    letter: str

    def __post_init__(self) -> None:
        """Refuse what is too long or no hue."""
        _require_short(self.id, self.name)
        _require_hue(self.hue)
        if len(self.letter) > LONGEST_LETTER:
            raise ValueError("A category's letter is too long.")


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """Dates that are like a certain one are left out, in one ``document`` or, where that is None, in all."""

    id: IgnoreRuleId
    likeness: Likeness
    words: str
    document: DocumentId | None = None

    def __post_init__(self) -> None:
        """Refuse what is too long, or would ignore everything."""
        _require_short(self.id, self.words)
        if not self.words.strip():
            raise ValueError("A rule about dates to ignore has no words.")
        if self.likeness is Likeness.PLACE and self.words not in PLACES:
            raise ValueError("A rule about dates to ignore names a place that there is not.")


Arrangement = SavedView | Era | OwnCategory | IgnoreRule


def _require_short(*texts: str) -> None:
    if any(len(text) > LONGEST_NAME for text in texts):
        raise ValueError(f"A name is longer than {LONGEST_NAME:,} characters.")


def _require_hue(hue: str) -> None:
    if not _HUE.fullmatch(hue):
        raise ValueError(f"“{hue[:20]}” is no hue.")


def _require_object(part: str) -> None:
    """Refuse what is no JSON object, or too deep to be read."""
    if len(part) > LONGEST_PART:
        raise ValueError("A saved view is too large.")
    try:
        found = json.loads(part)
    except RecursionError:
        raise ValueError("A saved view is too deep.") from None
    if not isinstance(found, dict):
        raise ValueError("A saved view is no JSON object.")  # noqa: TRY004 - a value from a file, as the others
