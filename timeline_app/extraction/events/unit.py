"""The value that says what a temporal expression dates."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.words import Parse
from timeline_app.model.event import Timex
from timeline_app.model.temporal import Precision, TemporalValue

VAGUE = frozenset({Precision.DECADE, Precision.CENTURY, Precision.MILLENNIUM})
COARSE = VAGUE | {Precision.MONTH, Precision.QUARTER, Precision.SEASON, Precision.HALF, Precision.YEAR}


@dataclass(frozen=True, slots=True)
class Unit:
    """Expressions that date one thing: what ``clause`` reports, or what the noun phrase ``phrase`` names.

    Both are None where the sentence has neither; ``left_out`` are the words that say the date. An ``entry`` is a line
    of a chronology, which its date opens ("1969: Coup in Libya").
    """

    parse: Parse
    expressions: tuple[Timex, ...]
    value: TemporalValue | None
    clause: Clause | None
    phrase: Range | None
    left_out: frozenset[int]
    entry: bool = False

    @property
    def date(self) -> int:
        """The first word that dates it."""
        return self.parse.at(self.expressions[0].span.start)

    @property
    def is_vague(self) -> bool:
        """Whether it is known no better than to a decade."""
        return self.value is not None and self.value.precision in VAGUE

    @property
    def is_coarse(self) -> bool:
        """Whether it is known no better than to a month."""
        return self.value is not None and self.value.precision in COARSE
