"""A sentence around one of its dates, cut at commas, before "who" and "that", and before an "and" of clauses."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from timeline_app.extraction.events.abroad.lexicon import Lexicon
from timeline_app.extraction.events.abroad.reading import COMMA, DATE, INNER, STOP, WORD, Word

SMALL = ("articles", "prepositions", "conjunctions", "subordinators", "relatives", "before_dates")
_MARKS = frozenset({INNER, STOP})
_LIST = 4  # words of an entry of a list
_SHORT = 3  # letters of a word that is hardly a verb


class Part(NamedTuple):
    """Words between two breaks, by index; ``opener`` is what opens it; ``verb`` its finite verb, or -1."""

    words: tuple[int, ...]
    opener: str
    verb: int


class Sentence:
    """The words of a sentence around one date: those of its brackets or quotation, without what is set off inside."""

    def __init__(self, words: tuple[Word, ...], at: int, lexicon: Lexicon) -> None:
        self.words, self.lexicon = words, lexicon
        self.depth = words[at].within
        self.region = self._region(at)
        self.parts = self._mended(self._joined(self._cut()))

    def _region(self, at: int) -> tuple[int, ...]:
        """The words around the date up to what ends a clause, without brackets; quotations are kept in one piece."""
        depth = self.words[at].within
        first, last = at, at
        while first and not self._ends(first - 1, depth):
            first -= 1
        while last + 1 < len(self.words) and not self._ends(last + 1, depth):
            last += 1
        return tuple(i for i in range(first, last + 1) if not self._is_bracketed(i, depth))

    def _ends(self, i: int, depth: tuple[int, ...]) -> bool:
        word = self.words[i]
        if word.kind not in _MARKS and word.within == depth:
            return False
        if word.within[: len(depth)] != depth:
            return True
        opens_or_closes = word.within == depth and word.kind == INNER and bool(depth) and word.lower in '()[]«»„“”"'
        return (word.within == depth and word.kind == STOP) or opens_or_closes

    def _is_bracketed(self, i: int, depth: tuple[int, ...]) -> bool:
        if self.words[i].within == depth:
            return False
        opened = self.words[i].within[len(depth) :]
        return any(self._opening(start) in "([" for start in opened)

    def _opening(self, start: int) -> str:
        return next((word.lower for word in self.words if word.start == start), "")

    def own(self, i: int) -> bool:
        """Whether a word stands in no quotation inside the region."""
        return self.words[i].within == self.depth

    def is_finite(self, i: int, before: int = -1) -> bool:
        """Whether a word looks like a finite verb; ``before`` is the word before it, or -1."""
        word, lists = self.words[i], self.lexicon
        if word.kind != WORD or "not_verbs" in word.classes or (word.capital and before >= 0):
            return False
        if "auxiliaries" in word.classes or "future" in word.classes:
            return True
        if "prepositions" in word.classes and not (i + 1 < len(self.words) and self.words[i + 1].is_a("prepositions")):
            return False
        return word.is_a("verbs", "past") and not (
            before >= 0 and self.words[before].is_a("articles", "prepositions") and "bare_verbs" not in lists.flags
        )

    def _cut(self) -> list[Part]:
        parts: list[Part] = []
        current: list[int] = []
        opener = ""
        for i in self.region:
            word = self.words[i]
            if word.kind == COMMA and self.own(i):
                parts, current, opener = self._closed(parts, current, opener), [], ","
                continue
            if self.own(i) and (mark := self._opens(i, current, opener, parts[-1].words if parts else ())):
                if current:
                    parts, current = self._closed(parts, current, opener), []
                opener = mark
            current.append(i)
        return self._closed(parts, current, opener)

    def _opens(self, i: int, current: Sequence[int], opener: str, before: Sequence[int]) -> str:
        """What the word opens: a relative clause, a subordinate one, another; nothing."""
        word = self.words[i]
        if not word.classes:
            return ""
        inside = bool(current) and "commas" in self.lexicon.flags
        bound = bool(current) and "commas_before_that" in self.lexicon.flags
        both = {"relatives", "subordinators"} <= word.classes and self._reports(current or before)
        if "relatives" in word.classes and not inside and not both:
            lead = opener == "" and all(self.words[k].is_a("prepositions") for k in current)
            return "" if lead else "W"
        if "subordinators" in word.classes and not bound:
            return "S"
        return "C" if "conjunctions" in word.classes and current else ""

    def _reports(self, words: Sequence[int]) -> bool:
        """Whether the words end with a verb of saying, but for a date and what leads to it."""
        told = (i for i in reversed(words) if self.words[i].kind == WORD and not self.words[i].is_a(*SMALL))
        return any(self.words[i].is_a("reporting") for i in list(told)[:3])

    def _closed(self, parts: list[Part], words: Sequence[int], opener: str) -> list[Part]:
        words = list(words)
        while words and self.words[words[-1]].kind == INNER and self.words[words[-1]].lower in ".!?؟":
            words.pop()
        if not any(self.words[i].kind in {WORD, DATE} for i in words):
            return parts
        befores = [-1, *words]
        own = [(i, b) for i, b in zip(words, befores, strict=False) if self.own(i)]
        verb = next((i for i, before in own if self.is_finite(i, before)), -1)
        if verb < 0 and "any_verb" in self.lexicon.flags and len(words) > 1:
            verb = words[0]
        if "verb_last" in self.lexicon.flags:
            opener, verb = self._german(words, opener, verb)
        elif verb < 0 and opener == "W":
            verb = self._assumed(words)
        return [*parts, Part(tuple(words), opener, verb)]

    def _assumed(self, words: Sequence[int]) -> int:
        """The verb that must follow "who", though it looks like none."""
        closed = (*SMALL, "pronouns_clitic", "reflexives", "negations", "adverbs", "degrees", "participles")
        plain = (i for i in words if self.words[i].kind == WORD and not self.words[i].is_a(*closed))
        return next((i for i in list(plain)[:1] if not self.words[i].capital), -1)

    def _german(self, words: Sequence[int], opener: str, verb: int) -> tuple[str, int]:
        """The opener and verb of a part, by where a verb must stand: last after "who" and "that", else second."""
        told = [i for i in words if self.words[i].kind in {WORD, DATE}]
        last = self.words[told[-1]]
        if opener in {"W", "S"} and len(told) > 1:
            ends = last.kind == WORD and not last.capital and not last.is_a(*SMALL) and last.lower[0].isalpha()
            if ends and self.words[told[-2]].is_a("auxiliaries", "past") and not self.words[told[-2]].capital:
                return opener, told[-2]  # "waren binnengevallen"
            if not ends and opener == "S" and self.words[told[0]].is_a("prepositions"):
                return "", verb  # "Während des Krieges kamen …"
            return (opener, told[-1]) if ends else (("," if opener == "W" else opener), verb)
        if verb >= 0:
            return opener, verb
        after = next((n for n, i in enumerate(told) if self.words[i].kind == DATE), -1) + 1
        opens = all(self.words[i].is_a(*SMALL, "openings") for i in told[: after - 1])
        n = after if after and opens else 0
        first = self.words[told[n]] if n < len(told) - 1 and (n or opener == ",") else None
        closed = (*SMALL, "adverbs", "openings", "participles", "tails", "degrees", "negations", "after_dates")
        assumed = first and first.kind == WORD and not first.capital and not first.is_a(*closed)
        return opener, told[n] if assumed and first and first.lower[0].isalpha() and len(first.lower) > _SHORT else -1

    def _joined(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """The parts; an "and" between two words rather than two clauses parts nothing."""
        joined: list[Part] = []
        for part in parts:
            before = joined[-1] if joined else None
            if (
                part.opener == "S"
                and before
                and part.verb < 0
                and part.words[0] == before.words[-1] + 1
                and not self._reports(before.words)
            ):
                joined[-1] = Part((*before.words, *part.words), before.opener, before.verb)  # "come insegnante"
                continue
            both = before and ((self._tells(part) and self._tells(before)) or self._shares(before, part))
            if (
                part.opener == "C"
                and before
                and not both
                and (part.verb < 0 or before.verb < 0 or not self._starts_clause(part))
            ):
                verb = before.verb if before.verb >= 0 else part.verb
                joined[-1] = Part((*before.words, *part.words), before.opener, verb)
            else:
                joined.append(part)
        return tuple(joined)

    def _mended(self, parts: Sequence[Part]) -> tuple[Part, ...]:
        """The parts, without what commas set off between an auxiliary and its verb: "ont, sans surprise, adopté"."""
        mended: list[Part] = []
        at = 0
        while at < len(parts):
            part, after = parts[at], parts[at + 1 : at + 3]
            waits = part.verb >= 0 and part.words[-1] == part.verb and self.words[part.verb].is_a("auxiliaries")
            aside = len(after) > 1 and all(each.verb < 0 and each.opener == "," for each in after)
            if waits and aside:
                part, at = Part((*part.words, *after[1].words), part.opener, part.verb), at + 2
            mended.append(part)
            at += 1
        return tuple(mended)

    def _tells(self, part: Part) -> bool:
        """Whether a part without a verb has a participle and a date: "née le … à Rouen"."""
        words = [self.words[i] for i in part.words]
        opening = next((w for w in words if w.kind == WORD and not w.is_a("conjunctions", "relatives")), None)
        told = opening is not None and opening.is_a("participles")
        return told and part.verb < 0 and any(word.kind == DATE for word in words)

    def _shares(self, before: Part, part: Part) -> bool:
        """Whether two dated parts have one auxiliary: "wurde 1930 übergeben und 1945 gesprengt"."""
        ends = all(self.words[each.words[-1]].is_a("tails") for each in (before, part))
        dated = all(any(self.words[i].kind == DATE for i in each.words) for each in (before, part))
        shared = "verb_last" in self.lexicon.flags and part.verb < 0 and before.verb >= 0
        return shared and ends and dated and self.words[before.verb].is_a("auxiliaries", "past")

    def _starts_clause(self, part: Part) -> bool:
        return "any_verb" not in self.lexicon.flags or len(part.words) > _LIST
