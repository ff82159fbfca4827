"""Who owns a date where that is not the verb it stands with: a noun, a verb in -ing, or a clause with "when".

``clauses.clause_of`` gives a date to a clause. Each rule of ``_RULES`` knows one sign, in the words right before and
after the date, that something nearer takes it from there; the first that holds decides. Where the owner is no event by
itself the date tells of none. To add a rule, write it into ``owningnouns`` or ``owningclauses`` and name it here.
"""

from __future__ import annotations

from collections.abc import Callable

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.events.ownership import Owner, Place, lead_of
from timeline_app.extraction.events.owningclauses import (
    aside,
    demanded,
    gerund,
    hence,
    hoped,
    later,
    opening,
    since,
    until,
    when,
    within,
)
from timeline_app.extraction.events.owningnouns import (
    amount,
    apart,
    before_now,
    cited,
    conjunct,
    due,
    noun_with_clause,
    of,
    opening_noun,
    present,
    spoken_of,
)

_RULES: tuple[Callable[[Place], Owner | None], ...] = (
    when, until, later, since, cited, amount, within, opening, hence, demanded, gerund, aside, hoped, due, of, present,
    apart, conjunct, noun_with_clause, opening_noun, spoken_of, before_now,
)  # fmt: skip


def owner_of(
    clauses: tuple[Clause, ...], clause: Clause, first: int, last: int, *, coarse: bool, more: bool
) -> Owner | None:
    """Who owns a date instead of ``clause``, in the words of which it stands; None where nobody else does."""
    lead = lead_of(clause.parse, first)
    place = Place(clause.parse, clauses, clause, first, last, lead, clause.parse.tags[:lead], coarse, more)
    for rule in _RULES:
        if (owner := rule(place)) is not None:
            return owner
    return None
