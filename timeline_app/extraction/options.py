"""What a user can choose about reading a document; picklable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Counting(StrEnum):
    """What dates without a year and the like count from."""

    BY_ITSELF = ""
    NEWS = "news"  # from the date of publication
    HISTORY = "history"  # from the date spoken of last


@dataclass(frozen=True, slots=True)
class Options:
    """``language`` in ISO 639-1 overrides the document's own; empty leaves it to the document, then to its words.

    ``counting`` says how the document counts its dates, where the program's own decision is to be overruled.
    """

    language: str = ""
    counting: Counting = Counting.BY_ITSELF
