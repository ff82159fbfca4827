"""What a rule is: a pattern, what its words mean, and examples that the tests run.

To add a kind of date, add a row to the table of the module it belongs to (or a module to ``rules/__init__``): an id, a
pattern (see ``patterns``), a function from the words found to their meaning (None: not a date after all), and examples,
``("He came [last Tuesday].", "2011-03-29")``, read as if written on Thursday 31 March 2011.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from timeline_app.extraction.meanings import Meaning, Reading
from timeline_app.extraction.patterns import Found

Read = Callable[[Found], Meaning | list[Reading] | None]


@dataclass(frozen=True, slots=True)
class Rule:
    """One row of a table. ``kind`` makes the pattern readable inside others as ``{@kind}``: "day", "whole", "date".

    ``read`` gives one meaning for all words found, several readings (both ends of a range), or None.
    """

    id: str
    pattern: str
    read: Read
    examples: tuple[tuple[str, str], ...]
    kind: str = ""
