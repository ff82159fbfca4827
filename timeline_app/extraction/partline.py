"""What stands behind a clause's verbs, as a line with one character for each word that is not left out.

The characters are those of ``words``; a few are told better from the phrase than the sentence ("its | first | case").
"""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline_app.extraction.clause import Clause
from timeline_app.extraction.frames import idioms
from timeline_app.extraction.lexicon import grammar, lexeme

NOUN = re.compile(
    r"\[?D*(?:\[[DANEXPCKG#B,]{1,9}\]|[ANXQE#]|B(?=[A#])|(?<=[DX#])B(?=[ANEGKQ])|(?<![NEOR\]])[GK](?=[ANE])|\](?=[ANXEQ#])|\[(?=[ANXEQ#GK])"
    r"|(?<=[AN])C(?=[AGK][NE])|(?<=X)D|(?<=A),(?=[A#]))+(?:(?<=[NA])G(?=$|[,CVM;\]]))?|D+|[OR]"
)
_LETTING = frozenset({"help", "let", "make", "watch", "see", "hear"})
_COUNTS = frozenset({"hundred", "thousand", "million", "billion", "dozen", "hundreds", "thousands", "several"})
_ABOUT = frozenset(
    {
        ("at", "least"),
        ("at", "most"),
        ("more", "than"),
        ("less", "than"),
        ("fewer", "than"),
        ("up", "to"),
        ("as", "many"),
    }
)
_ORDINALS = frozenset({"first", "second", "third", "last", "next"})


class Line:
    """The words behind the verbs by their places in the line: ``indices`` are their places in the parse."""

    def __init__(self, clause: Clause, left_out: Collection[int]) -> None:
        self.clause, self.parse = clause, clause.parse
        self.indices = [i for i in range(clause.group.end, clause.end) if i not in left_out]
        self.line = self._classes()

    def _classes(self) -> str:
        """The classes of the words, with what a phrase shows of some: "the | first | case", "at least | ten"."""
        tags, words = self.parse.tags, self.parse.words
        found = [tags[i] for i in self.indices]
        lowers = [words[i].lower for i in self.indices]
        described = grammar()["degrees"] | grammar()["before_infinitives"] | _ORDINALS
        for k, lower in enumerate(lowers):
            if found[k] == "B" and lower in described:
                found[k] = "A"
            elif found[k] in "ND" and lower in _COUNTS and found[k + 1 : k + 2] != ["P"]:
                found[k] = "#"
            elif (lower, *lowers[k + 1 : k + 2]) in _ABOUT and found[k + 2 : k + 3] in (["#"], ["N"], ["D"], ["A"]):
                found[k : k + 2] = "AA"
            elif found[k] == "G" and lowers[k + 1 : k + 2] == ["of"]:
                found[k] = "N"
            elif lower == "to" and found[k + 1 : k + 2] == ["["] and "I" in lexeme(lowers[k + 2]).forms:
                found[k], found[k + 2] = "T", "I"  # "would have to “live up to …”"
            elif found[k] == "N" and found[k + 1 : k + 2] == ["D"] and self._is_let(k, lowers):
                found[k] = "I"
            elif found[k] == "V" and lower == words[self.indices[k]].lemma and "I" in found[:k] and found[k - 1] == "C":
                found[k] = "I"  # "to shut clinics and | harass doctors"
            elif found[k] in "VK" and found[k - 1 : k] == ["["] and found[k - 2 : k - 1] in (["A"], ["D"]):
                found[k] = "A"  # "a limited “managed float”"
        return "".join(found)

    def _is_let(self, at: int, lowers: list[str]) -> bool:
        """Whether a word is what somebody is let do: "help the service | stop the theft"."""
        near = (self.parse.words[i].lemma for i in self.indices[max(0, at - 5) : at])
        return "I" in lexeme(lowers[at]).forms and not _LETTING.isdisjoint((self.clause.verb, *near))

    def phrase_end(self, begin: int) -> int:
        """Where a noun phrase at ``begin`` ends, or -1; an adjective behind its noun is not in it."""
        found = NOUN.match(self.line, begin)
        if found is None:
            return -1
        end = found.end()
        trimmed = len(self.line[begin:end].rstrip("AB]"))
        return (
            begin + trimmed
            if trimmed and self.line[begin + trimmed - 1] in "NE#" and self.line[end - 1] in "AB"
            else end
        )

    def lower(self, at: int) -> str:
        """The word at a place of the line in lower case, or an empty string behind its end."""
        return self.parse.words[self.indices[at]].lower if at < len(self.indices) else ""

    def idiom_end(self, at: int, end: int) -> int:
        """Where words in a row that are one end, if one of them stands before ``end``; else ``end``."""
        for i in range(at, end):
            for words in idioms().get(self.lower(i), ()):
                if i + len(words) > end and all(self.lower(i + k) == word for k, word in enumerate(words)):
                    return i + len(words)
        return end

    def is_dated(self, at: int) -> bool:
        """Whether a date stands between a determiner and what it dates: "the October 1998 killing"."""
        return (
            self.line[at - 1 : at] == "D"
            and self.line[at + 1 : at + 2] in tuple("ANEGK")
            and not self.lower(at).isdigit()
        )
