"""The values that describe a clause: its subject, its verbs, where it ends, and what it tells of.

All numbers are indices of words of the ``Parse``, ranges half-open; an empty subject is ``(i, i)``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.english.words import Parse


class Range(NamedTuple):
    """Words ``[start, end)``."""

    start: int
    end: int

    def __bool__(self) -> bool:
        """Whether it holds a word."""
        return self.start < self.end


class Group(NamedTuple):
    """Verbs that belong together ("has been driving", "refused to become"); ``head`` is the main one."""

    start: int
    end: int
    head: int
    finite: bool


@dataclass(frozen=True, slots=True)
class Clause:
    """A subject, its verbs and what follows them up to ``end``.

    ``mark`` is the word that makes it depend on another clause ("that", "who", "after"), or -1.
    """

    parse: Parse
    group: Group
    subject: Range
    mark: int
    end: int

    @property
    def verb(self) -> str:
        """Lemma of the main verb."""
        return self.parse.words[self.group.head].lemma

    @property
    def start(self) -> int:
        """Its first word, the mark left out."""
        return self.subject.start if self.subject and self.subject.start < self.group.start else self.group.start

    @property
    def marker(self) -> str:
        """The word that makes it depend on another clause, in lower case, or an empty string."""
        return self.parse.words[self.mark].lower if self.mark >= 0 else ""

    @property
    def passive(self) -> bool:
        """Whether its subject suffers what the verb says."""
        words, be = self.parse.words[self.group.start : self.group.head], grammar()["be"]
        return self.parse.tags[self.group.head] == "K" and (not self.group.finite or any(w.lower in be for w in words))


def is_state(clause: Clause) -> bool:
    """Whether the clause says how things are rather than what happened."""
    first = clause.parse.words[clause.group.start].lower
    after = clause.parse.words[clause.group.end].lower if clause.group.end < len(clause.parse.words) else ""
    due = after in grammar()["before_infinitives"]
    return not due and clause.verb in {"be", "have"} and first in {"is", "are", "has", "have", "'s", "’s"}


def is_personal(clause: Clause) -> bool:
    """Whether a clause tells of its writer, its speaker or the reader: "I left", "our fund grew"."""
    return bool(clause.subject) and clause.parse.words[clause.subject.start].lower in word_sets("doubts")["personal"]
