"""What stands behind a clause's verbs, as a line with one character for each word that is not left out.

The characters are those of ``words``; a few are told better from the phrase than the sentence ("its | first | case").
"""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import grammar, lexeme
from timeline_app.extraction.events.frames import idioms
from timeline_app.extraction.events.partpatterns import GERUND_NOUN

NOUN = re.compile(
    r"(?:\[[DANEXPCKG#B,]{1,9}\](?=[ANE])|\[)?D*(?:\[[DANEXPCKG#B,]{1,9}\]|[ANXQE#]|B(?=[A#])|(?<=[DX#])B(?=[ANEGKQ])|(?<![NEOR\]])[GK](?=[ANE])|\](?=[ANXEQ#])|\[(?=[ANXEQ#GK])"
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
_NEARLY = frozenset(first for first, _ in _ABOUT)
_ORDINALS = frozenset({"first", "second", "third", "last", "next"})

_LASTING = re.compile(r"-(?:minute|hour|day|week|month|year)")


class Line:
    """The words behind the verbs by their places in the line: ``indices`` are their places in the parse."""

    def __init__(self, clause: Clause, left_out: Collection[int]) -> None:
        self.clause, self.parse = clause, clause.parse
        self.indices = [i for i in range(clause.group.end, clause.end) if i not in left_out]
        self.lowers = [clause.parse.words[i].lower for i in self.indices]
        self.line = self._classes()

    def _classes(self) -> str:
        """The classes of the words, with what a phrase shows of some: "the | first | case", "at least | ten"."""
        tags, lowers = self.parse.tags, self.lowers
        found = [tags[i] for i in self.indices]
        described = grammar()["degrees"] | grammar()["before_infinitives"] | _ORDINALS
        for k, lower in enumerate(lowers):
            if found[k] == "B" and lower in described:
                found[k] = "A"
            elif found[k] in "ND" and lower in _COUNTS and found[k + 1 : k + 2] != ["P"]:
                found[k] = "#"
            elif found[k] == "N" and lower in grammar()["before_infinitives"] and found[k + 1 : k + 2] == ["T"]:
                found[k] = "A"  # "is due | to open"
            elif found[k] == "A" and lower.endswith("ing") and found[k - 1 : k + 2 : 2] == ["A", "D"]:
                found[k] = "G"  # "a plan of their own | proposing a council"
            elif found[k] == "D" and found[k - 1 : k] == ["E"] and self._is_capital(k):
                found[k] = "E"  # "Ready For | The Weekend"
            elif lower in _NEARLY and self._is_about(found, lowers, k):
                found[k : k + 2] = "AA"
            elif found[k] == "G" and self._names(k, found, lowers):
                found[k] = "N"
            elif found[k] in "VK" and found[k - 1 : k] == ["["] and found[k - 2 : k - 1] in (["A"], ["D"]):
                found[k] = "A"  # "a limited “managed float”"
            else:
                self._act(k, found, lowers)
        return "".join(found)

    def _act(self, at: int, found: list[str], lowers: list[str]) -> None:
        """Makes an infinitive of a word that is one behind "to", "help" or another."""
        following = found[at + 1 : at + 3]
        modal = at == 0 and self.parse.tags[self.clause.group.head] == "M"  # "will on Monday | offer"
        if modal and found[at] in "NA" and "I" in lexeme(lowers[at]).forms:
            found[at] = "I"
        elif lowers[at] == "to" and following[:1] in (["A"], ["["]) and len(following) > 1:
            verb = at + 1 + (following[0] == "[")  # "to | live up to", "to “live up to …”"
            if "I" in lexeme(lowers[verb]).forms and (following[0] == "[" or following[1] == "B"):
                found[at], found[verb] = "T", "I"
        elif found[at] == "N" and following[:1] == ["D"] and self._is_let(at, lowers):
            found[at] = "I"
        elif found[at] == "V" and found[at - 1] == "C" and "I" in found[:at]:  # "to shut clinics and | harass doctors"
            found[at] = "I" if lowers[at] == self.parse.words[self.indices[at]].lemma else "V"

    def _is_capital(self, at: int) -> bool:
        return self.parse.text[self.parse.words[self.indices[at]].start].isupper()

    @staticmethod
    def _is_about(found: list[str], lowers: list[str], at: int) -> bool:
        """Whether two words only say how near a number is: "at least | ten"."""
        pair, counted = tuple(lowers[at : at + 2]), found[at + 2 : at + 3]
        return pair in _ABOUT and (counted == ["#"] or (pair != ("up", "to") and counted in (["N"], ["D"], ["A"])))

    @staticmethod
    def _names(at: int, found: list[str], lowers: list[str]) -> bool:
        """Whether a word in -ing is a noun: "the | bombing of", "at the annual | meeting"."""
        following = found[at + 1] if at + 1 < len(found) else ";"
        described = at > 0 and lexeme(lowers[at - 1]).adjective and lexeme(lowers[at]).noun
        if described and found[max(0, at - 2) : at - 1] == ["D"]:
            return True
        return lowers[at + 1 : at + 2] == ["of"] or (described and following not in "DANEO#T")

    def _is_let(self, at: int, lowers: list[str]) -> bool:
        """Whether a word is what somebody is let do: "help the service | stop the theft"."""
        near = (self.parse.words[i].lemma for i in self.indices[max(0, at - 5) : at])
        return "I" in lexeme(lowers[at]).forms and not _LETTING.isdisjoint((self.clause.verb, *near))

    def phrase_end(self, begin: int) -> int:
        """Where a noun phrase at ``begin`` ends, or -1; an adjective behind its noun is not in it."""
        marked = NOUN.match(self.line, begin - 1) if self.line[max(0, begin - 1) : begin] == "[" else None
        found = NOUN.match(self.line, begin)
        if marked and (found is None or marked.end() > found.end()):
            return marked.end()  # "“Spring of Life” demonstrations"
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
        return self.lowers[at] if at < len(self.lowers) else ""

    def idiom_end(self, at: int, end: int) -> int:
        """Where words in a row that are one end, if one of them stands before ``end``; else ``end``."""
        known = idioms()
        for i in range(at, min(end, len(self.lowers))):
            for words in known.get(self.lowers[i], ()):
                if i + len(words) > end and all(self.lower(i + k) == word for k, word in enumerate(words)):
                    return i + len(words)
        return end

    def is_dated(self, at: int) -> bool:
        """Whether a date stands between a determiner and what it dates: "the October 1998 killing"."""
        return (
            self.line[at - 1 : at] == "D"
            and self.line[at + 1 : at + 2] in tuple("ANEGK")
            and not (self.lower(at).isdigit() or _LASTING.search(self.lower(at)))
        )

    def is_parted(self, at: int) -> bool:
        """Whether words that were left out stand right before place ``at``."""
        following = self.indices[at] if at < len(self.line) else self.clause.end
        return at > 0 and self.indices[at - 1] + 1 != following

    def follows_date(self, at: int) -> bool:
        """Whether a date that was left out stands before, with a noun that this may belong to."""
        before = self.indices[at] - 1
        left = before >= self.clause.group.end and before not in self.indices
        named = self.parse.tags[before] == "N" or " of " in self.parse.words[before].lower
        return left and named

    def is_gerund_noun(self, at: int) -> bool:
        """Whether a word in -ing at ``at`` is a noun or describes one."""
        found = GERUND_NOUN.match(self.line, at)
        return bool(found) and lexeme(self.lower(at)).noun

    def paired_end(self, link: str, end: int) -> int:
        """Where a phrase ends that names two: "between … and …", "from … to …"."""
        if link in {"between", "both"} and self.line[end : end + 1] == "C":
            second = NOUN.match(self.line, end + 1)
            return second.end() if second else end
        other = {"from": "to", "to": "from"}.get(link)
        if other and self.lower(end) == other and self.line[end] == "P":
            second = NOUN.match(self.line, end + 1)
            return second.end() if second else end
        return end

    def is_set_off(self) -> bool:
        """Whether the clause is a relative one behind a comma, that the next comma ends: ", who was tried, | with"."""
        mark, tags = self.clause.mark, self.parse.tags
        return mark > 0 and tags[mark] == "W" and tags[mark - 1] == ","
