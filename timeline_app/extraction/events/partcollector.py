"""Collects the parts of a clause's line: what each hangs on, and how much of the sense goes with it."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import grammar
from timeline_app.extraction.events.frames import adjective_wants, frames, noun_wants, verb_wants
from timeline_app.extraction.events.partline import Line

NEVER = 30.0  # need of a part without which nothing is said
OF, WANTED, _LEANS, _LIKELY, _EMPTY = 14.0, 7.0, 10.0, 3.5, 15.0
_NOUNISH = frozenset({"of", "on", "against", "over", "about", "for", "with", "to", "into", "between", "among"})
_LASTS = re.compile(
    r"(?!(?:the )?(?:last|next|this|past|coming|following)\b).*(?:hour|day|week|month|year|minute|decade)s?$"
)


class Part(NamedTuple):
    """Words of the parse, the part it hangs on (-1: the verbs), what it takes away by going and costs by staying."""

    words: tuple[int, ...]
    on: int
    need: float
    cost: float = 0.0


class Head(NamedTuple):
    """A noun, verb or adjective on which what follows can hang: its part, its lemma or lower form, its class.

    ``bare`` says that nothing describes a noun.
    """

    part: int
    word: str
    tag: str
    bare: bool = False


class Collector(Line):
    """The parts found so far, and the words on which the next can hang."""

    def __init__(self, clause: Clause, left_out: Collection[int], date: int) -> None:
        super().__init__(clause, left_out)
        self.parts: list[Part] = []
        self.verb = Head(-1, clause.verb, "K" if clause.passive else "V")
        self.verbs = [self.verb]
        self.noun: Head | None = None  # right before what is read next
        self.adjective: Head | None = None
        self.objects = 0
        self.date = date

    def add(self, at: int, end: int, on: int, need: float, cost: float = 0.0) -> int:
        """Adds the part ``[at, end)`` with the closing marks behind it; gives where it ends."""
        end = min(self.idiom_end(at, max(end, at + 1)), len(self.line))
        while self.line[end : end + 1] == "]" or (self.line[end : end + 1] == "X"):
            end += 1
        dates = sum(self.line[i] == "Z" and not _LASTS.match(self.lower(i)) for i in range(at, end))
        words = tuple(self.indices[i] for i in range(at, end) if self.line[i] != "Q" or not self.is_dated(i))
        self.parts.append(Part(words, on, need, cost + 9.0 * dates))
        self.noun = self.adjective = None
        return end

    def nominal(self, end: int, *, name: str = "") -> None:
        """Says that the part just added ends with a noun."""
        last = next((i for i in range(end - 1, -1, -1) if self.line[i] in "NE#AGOX"), end - 1)
        bare = last == 0 or self.line[last - 1] not in "ANEKG"
        self.noun = Head(len(self.parts) - 1, name or self.lower(last), self.line[last], bare)

    def governs(self, lemma: str, tag: str) -> None:
        """Says that the part just added ends with a verb."""
        self.verb = Head(len(self.parts) - 1, lemma, tag)
        self.verbs.append(self.verb)
        self.objects = 0

    def finish(self, at: int, end: int, on: int, need: float, cost: float = 0.0) -> int:
        """Adds a part that ends with verbs; what follows hangs on it."""
        stop = end
        while self.line[stop : stop + 1] == "B" and self.lower(stop) in grammar()["particles"]:
            stop += 1
        end = self.add(at, stop, on, need, cost)
        head = next((i for i in range(min(stop, len(self.line)) - 1, at - 1, -1) if self.line[i] in "VMIKG"), -1)
        if head >= 0:
            helped = self.line[head] == "K" and not (head and self.lower(head - 1) in grammar()["have"])
            word = self.parse.words[self.indices[head]]
            self.governs(word.lemma, "K" if helped else "V" if self.line[head] == "K" else self.line[head])
        return end

    def closed(self) -> list[Part]:
        """The parts; a modal or a verb of saying that nothing hangs on says nothing."""
        hung = {part.on for part in self.parts if part.need >= OF}
        for verb in self.verbs:
            empty = verb.tag == "M" or (verb.word in grammar()["reporting_verbs"] and verb.tag in "VG")
            if verb.part >= 0 and empty and verb.part not in hung:
                part = self.parts[verb.part]
                self.parts[verb.part] = part._replace(cost=part.cost + _EMPTY)
        return self.parts

    def attached(self, link: str, rest: int) -> tuple[int, float]:  # noqa: C901, PLR0911, PLR0912 - a case each
        """What a phrase with the preposition ``link`` hangs on, and how much it is needed there."""
        noun, verb = self.noun, self.verb
        if noun is not None and link == "of":
            known = noun.word in grammar()["relational_nouns"] or noun.word in grammar()["measures"] or noun.tag in "#D"
            return noun.part, NEVER if known and noun.bare else OF
        if self.adjective is not None and adjective_wants(self.adjective.word, link):
            return self.adjective.part, 20.0
        if noun is not None and noun_wants(noun.word, link):
            return noun.part, WANTED
        if verb_wants(verb.word, link):
            if link == "as" and self.objects:
                return verb.part, OF  # "described it as …"
            bare = self.objects == 0 and verb.word in grammar()["light_verbs"] | grammar()["leaning_verbs"]
            return verb.part, NEVER if bare else _LEANS if self.objects == 0 else WANTED
        if link == "as" and verb.tag == "K" and self.objects == 0 and noun is None:
            return verb.part, OF  # "was paraded | as his heir"
        if link == "by" and verb.tag == "K":
            return verb.part, 5.0
        if noun is not None and noun.tag in "NAG" and link in _NOUNISH:
            return noun.part, _LIKELY
        if self.adjective is not None:
            return self.adjective.part, 4.0
        if self.objects == 0 and noun is None and self._is_behind_particle(rest - 2) and link in {"to", "with", "for"}:
            return verb.part, _LEANS  # "live up | to", "come up | with"
        if self.objects == 0 and noun is None:
            if link in grammar()["verb_particles"] or verb.word in frames()["verb_complement"]:
                return verb.part, NEVER
            waits = verb.word in frames()["verb_infinitive"]
            return verb.part, 3.0 if verb.tag == "K" else 2.0 if waits else 5.0
        if noun is not None and noun.part >= 0 and self.line[rest - 1] == "P" and noun.tag in "NAG":
            return (noun.part if self.is_brought(noun.part) else verb.part), 1.5
        return verb.part, 1.5

    def _is_behind_particle(self, at: int) -> bool:
        """Whether the particle of a verb stands at a place of the line."""
        return at >= 0 and self.line[at] == "B" and self.lower(at) in grammar()["particles"]

    def is_brought(self, part: int) -> bool:
        """Whether a part is a phrase with a preposition."""
        return self.parse.tags[self.parts[part].words[0]] == "P"

    def is_particle(self, link: str, following: str) -> bool:
        """Whether a preposition right behind a verb is a part of it: "put | forward | a list"."""
        return (
            link in grammar()["verb_particles"]
            and self.noun is None
            and self.objects == 0
            and following in set("DANEX#O")
        )

    def is_parted_particle(self, link: str, rest: int) -> bool:
        """Whether it is one behind a pronoun or before a date: "cover it | up", "took | over | in 2002"."""
        following = self.line[rest : rest + 1]
        if self.noun is not None:
            return (
                self.line[rest - 2] in "OR" and link in grammar()["verb_particles"] and following not in set("DANEX#O")
            )
        before = self.parse.tags[self.indices[rest - 1] + 1 :][:1]
        return self.objects == 0 and link in grammar()["particles"] and self.is_parted(rest) and before == "P"

    def is_ranked(self, noun: Head) -> bool:
        """Whether a noun is the first, last or only one of its kind."""
        words = self.parts[noun.part].words if noun.part >= 0 else ()
        return any(self.parse.words[i].lower in frames()["ranks"] for i in words)
