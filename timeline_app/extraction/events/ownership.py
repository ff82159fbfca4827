"""A date in its sentence, as the rules see it that ask who owns it, and their answer.

All numbers are indices of words of the ``Parse``, ranges half-open.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events import phrases

_NOUN = re.compile(r"[DANEX#]*[NE]$")


class Owner(NamedTuple):
    """The clause or the noun phrase that tells what happened at a date; neither where nothing did."""

    clause: Clause | None = None
    phrase: Range | None = None


NOBODY = Owner()


class Place(NamedTuple):
    """A date at words ``first`` to ``last`` that ``clause`` would take; the words leading to it begin at ``lead``.

    ``left`` are the classes of the words before those. ``coarse`` says that the date is no finer than a
    month, ``more`` that the clause has another date.
    """

    parse: Parse
    clauses: tuple[Clause, ...]
    clause: Clause
    first: int
    last: int
    lead: int
    left: str
    coarse: bool
    more: bool

    @property
    def link(self) -> str:
        """The preposition right before the date, in lower case, or an empty string."""
        return self.parse.words[self.lead].lower if self.lead < self.first else ""

    @property
    def next(self) -> str:
        """The class of the word after the date."""
        return self.parse.tags[self.last + 1 : self.last + 2]

    def word(self, i: int) -> str:
        """A word in lower case, or an empty string beside the sentence."""
        return self.parse.words[i].lower if 0 <= i < len(self.parse.words) else ""


def is_since(parse: Parse, first: int) -> bool:
    """Whether something goes on since the date at word ``first``: "since May", "Beginning in May, …"."""
    lead = lead_of(parse, first)
    since = parse.words[lead].lower == "since" and parse.tags[lead] == "P"
    return since or (lead == 1 and parse.words[0].lower in {"beginning", "starting"})


def lead_of(parse: Parse, first: int) -> int:
    """The preposition before a date, or where its determiner and adverbs begin."""
    small = word_sets("units")["before_dates"]
    lead = first - (parse.tags[first - 1 : first] == "D")
    while lead and (
        parse.tags[lead - 1] == "B" or (parse.words[lead - 1].lower in small and parse.tags[lead - 1] != "P")
    ):
        lead -= 1
    return lead - (parse.tags[lead - 1 : lead] == "P")


def event_in(place: Place, start: int, end: int) -> Owner:
    """The event that a noun phrase names, or nobody."""
    return Owner(phrase=Range(start, end)) if names_event(place.parse, head_of(place, start, end)) else NOBODY


def head_of(place: Place, start: int, end: int) -> int:
    """The noun of a phrase in the place's sentence."""
    return phrases.head_of(place.parse.tags, start, end)


def noun_before(place: Place) -> Range | None:
    """The noun that ends right before the date and its preposition, behind the clause's verb."""
    found = _NOUN.search(place.left)
    return Range(found.start(), place.lead) if found and found.start() >= place.clause.group.end else None
