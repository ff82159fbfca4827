"""What a user can choose about reading a document; picklable."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Counting(StrEnum):
    """What dates without a year and the like count from."""

    BY_ITSELF = ""  # as the document, and each of its passages, shows
    NEWS = "news"  # from the date of publication
    HISTORY = "history"  # from the date spoken of last


class Order(StrEnum):
    """Which of day and month comes first in dates of numbers alone, such as 03/04/2011."""

    BY_ITSELF = ""  # as the document's other dates and its language show
    DAY = "day"
    MONTH = "month"

    @property
    def here(self) -> str:
        """As a derivation says of another date that it is read so: "day first in this document"."""
        return f"{self} first in this document"


@dataclass(frozen=True, slots=True)
class Options:
    """``language`` in ISO 639-1 overrides the document's own; empty leaves it to the document, then to its words.

    ``counting`` says how the whole document counts its dates, where the program's own decision, which it takes for each
    passage, is to be overruled; ``day_order`` which of day and month comes first in its numbers.
    ``given`` are dates, as EDTF, that a person says things have instead of what the words give: other dates count from
    these then. Each stands with the code point at which its words start.

    None of them touches the document, so that a choice can be looked at before it is made: ``tag(document,
    Options(counting=Counting.HISTORY))`` gives the same document as it would be read, in milliseconds; expressions of
    equal spans in it and in ``tag(document)`` show by their values which dates would change.
    """

    language: str = ""
    counting: Counting = Counting.BY_ITSELF
    day_order: Order = Order.BY_ITSELF
    given: tuple[tuple[int, str], ...] = ()
