"""What is claimed of an event before it is proposed: a unit's clause and what was found out about it."""

from __future__ import annotations

from typing import NamedTuple

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.events.unit import Unit
from timeline_app.model.event import Category, Factuality


class Claim(NamedTuple):
    """What is claimed: a unit's ``clause``, beside the other ``clauses`` of its sentence.

    ``titled`` says that a title could be made of the whole clause, ``named`` that its pronoun is known, ``is_over``
    that its date lay before the day the text was published.
    """

    unit: Unit
    clause: Clause
    clauses: tuple[Clause, ...]
    factuality: Factuality
    category: Category
    titled: bool
    named: bool
    is_over: bool

    @property
    def date(self) -> int:
        """The date's first word."""
        return self.unit.date

    @property
    def first(self) -> str:
        """The first of the clause's verbs, in lower case."""
        return self.clause.parse.words[self.clause.group.start].lower

    @property
    def subject(self) -> str:
        """The classes of the subject's words."""
        return self.clause.parse.tags[slice(*self.clause.subject)]

    @property
    def subject_word(self) -> str:
        """The subject's first word, in lower case, or an empty string."""
        return self.clause.parse.words[self.clause.subject.start].lower if self.clause.subject else ""
