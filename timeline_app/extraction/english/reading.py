"""A sentence while its words are given their grammatical classes, from left to right; see ``words``."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import NamedTuple

from timeline_app.extraction.english.lexicon import finite_words, grammar, lexeme


class Word(NamedTuple):
    """One word at ``[start, end)`` of the document; ``lower`` is its text in lower case."""

    start: int
    end: int
    lower: str
    lemma: str = ""


class Reading:
    """The words of a sentence, the classes ``found`` so far, and what a class depends on beside its word.

    ``times`` are where temporal expressions begin, ``names`` words that the document always writes with a capital.
    """

    def __init__(self, text: str, words: tuple[Word, ...], times: frozenset[int], names: Collection[str]) -> None:
        self.text, self.words, self.times, self.names = text, words, times, names
        self.found: list[str] = []
        self.doubtful: list[int] = []
        self.in_quote = False
        self.title_case = self._is_title_case()

    def _is_title_case(self) -> bool:
        """Whether (nearly) every longer word has a capital, as in a headline."""
        long = [self.text[w.start] for w in self.words if len(w.lower) > 3 and w.lower[0].isalpha()]  # noqa: PLR2004
        return len(long) > 3 and sum(c.isupper() for c in long) > 0.8 * len(long)  # noqa: PLR2004 - four of five

    def lower(self, i: int) -> str:
        """The word in lower case, or an empty string beside the sentence."""
        return self.words[i].lower if 0 <= i < len(self.words) else ""

    def before(self, i: int) -> str:
        """The class of the last word before ``i`` that is no adverb, or ``;`` at the start."""
        return next((tag for tag in reversed(self.found[:i]) if tag != "B"), ";")

    def word_before(self, i: int) -> str:
        """The last word before ``i`` that is no adverb."""
        return next((self.lower(k) for k in range(i - 1, -1, -1) if self.found[k] != "B"), "")

    def is_finite(self, i: int) -> bool:
        """Whether the word cannot but be a finite verb."""
        return self.lower(i) in finite_words()

    def starts_noun(self, i: int) -> bool:
        """Whether the word can begin what a determiner stands before."""
        lower = self.lower(i)
        sets = grammar()
        if not lower or not (lower[0].isalnum() or lower[0] in '$€£"“'):
            return False
        closed = ("prepositions", "modals", "be", "have", "do", "coordinators", "subordinators", "wh_words")
        if any(lower in sets[name] for name in closed) or lower in sets["past_only"]:
            return False
        known = lexeme(lower)
        return known.noun or known.adjective or not known.forms or bool(known.forms & {"K", "G"})

    def finite_follows(self, i: int, within: int) -> bool:
        """Whether a verb that must be finite stands before the next punctuation."""
        if self.lower(i) in {"i", "he", "she", "it", "we", "they", "you", "there"}:
            return True
        for k in range(i, min(i + within, len(self.words))):
            lower = self.lower(k)
            timed = self.words[k].start in self.times
            if lower == "," and k > i and (self.lower(k + 1) in {"which", "who", "whose"} or self._is_apposed(k)):
                return True
            if (timed and k == i) or not (timed or lower[0].isalnum() or lower[0] in "'’"):
                return False
            known = lexeme(lower)
            governs = self.lower(k + 1) in grammar()["determiners"] | grammar()["object_pronouns"]
            past = k > i and {"V", "K"} <= known.forms and (governs or not (known.adjective or known.noun))
            third = known.lemma in grammar()["often_verbs"] or not known.noun
            present = k > i and lower.endswith("s") and "V" in known.forms and third
            if not timed and (self.is_finite(k) or past or present):
                return True
        return False

    def _is_apposed(self, comma: int) -> bool:
        """Whether commas set off what somebody is, before a verb: "Kopp, a protester, fled"."""
        if self.lower(comma + 1) not in {"a", "an", "the"}:
            return False
        end = next((k for k in range(comma + 2, min(comma + 9, len(self.words))) if self.lower(k) == ","), -1)
        return end > 0 and "V" in lexeme(self.lower(end + 1)).forms

    def capital(self, i: int) -> bool:
        """Whether the word has a capital."""
        return i < len(self.words) and self.text[self.words[i].start].isupper()

    def verb_before(self, i: int) -> bool:
        """Whether a finite verb stands before ``i``."""
        return any(tag in "VM" for tag in self.found[:i])

    def verb_after(self, i: int) -> bool:
        """Whether a finite verb stands after ``i`` before the clause can have ended."""
        tail = "".join(self.found[i + 1 :])
        return bool(re.match(r"[^,;SWC\[\]\-RVM]*[VM]", tail))

    def governed(self, i: int) -> bool:
        """Whether the noun before ``i`` is the object of a verb that takes no clause."""
        at = next((k for k in range(i - 1, -1, -1) if self.found[k] not in "DANEXQ#PZBK"), -1)
        verb = at >= 0 and self.found[at] in "VIG"
        return verb and lexeme(self.lower(at)).lemma not in grammar()["reporting_verbs"]
