"""What a user can choose about reading a document; picklable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Counting(StrEnum):
    """What dates without a year and the like count from."""

    BY_ITSELF = ""  # as the document, and each of its passages, shows
    NEWS = "news"  # from the date of publication
    HISTORY = "history"  # from the date spoken of last


@dataclass(frozen=True, slots=True)
class Options:
    """``language`` in ISO 639-1 overrides the document's own; empty leaves it to the document, then to its words.

    ``counting`` says how the whole document counts its dates, where the program's own decision, which it takes for each
    passage, is to be overruled.

    Neither touches the document, so that a choice can be looked at before it is made: ``tag(document, Options(counting=
    Counting.HISTORY))`` gives the same document as it would be read, in milliseconds; expressions of equal spans in it
    and in ``tag(document)`` show by their values which dates would change.
    """

    language: str = ""
    counting: Counting = Counting.BY_ITSELF
