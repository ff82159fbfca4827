"""The grammatical class of every word of a sentence, from its form and the words beside it; see ``words``."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import ClassVar, NamedTuple

from timeline_app.extraction.lexicon import Lexeme, closed_classes, finite_words, grammar, lexeme

_POINTS = {",": ",", "(": "(", "[": "(", ")": ")", "]": ")", "“": "[", "«": "[", "„": "[", "‘": "[", "”": "]", "»": "]"}
_POINTS |= {"...": ",", "…": ","}
_DASH, _STOP = "-", ";"
_PLURAL = re.compile(r"(?<![su])s$|(?:people|men|women|children|police|troops)$")
_POINT_AFTER = frozenset({"", *".,;:?!)]”"})
_HYPHENATED = re.compile(r"(?:\w+ )?\w+-\w+$")
_BEFORE_NOUN = re.compile(
    r"[0-9]{4}$|.*-|(?:january|february|march|april|june|july|august|september|october|november|december)$"
)
_IN_PHRASE = re.compile(r"(?:[VIKG][BO]*|^|[;,])PD[ANEXQ#]*$")  # a noun that only a preposition brings in
_OPENING_PHRASES = re.compile(r"(?:P[DANEXQ#]+Z?)+$")
_CURRENCY = "$€£¥"


class Word(NamedTuple):
    """One word at ``[start, end)`` of the document; ``lower`` is its text in lower case."""

    start: int
    end: int
    lower: str
    lemma: str = ""


def classes_of(text: str, words: tuple[Word, ...], times: frozenset[int], names: Collection[str]) -> str:
    """One character per word; words that begin at one of ``times`` are temporal expressions."""
    return _Tagger(text, words, times, names).tags()


class _Tagger:
    """Gives words their classes from left to right, then settles what the whole sentence decides."""

    def __init__(self, text: str, words: tuple[Word, ...], times: frozenset[int], names: Collection[str]) -> None:
        self._text, self._words, self._times, self._names = text, words, times, names
        self._found: list[str] = []
        self._doubtful: list[int] = []
        self._in_quote = False
        self._title_case = self._is_title_case()

    def tags(self) -> str:
        """One character per word."""
        for i in range(len(self._words)):
            self._found.append(self._tag(i))
        for i in reversed(self._doubtful):
            if self._is_reduced(i):
                self._found[i] = "K"
        self._settle_expressions()
        return "".join(self._found)

    def _is_title_case(self) -> bool:
        """Whether (nearly) every longer word has a capital, as in a headline."""
        long = [self._text[w.start] for w in self._words if len(w.lower) > 3 and w.lower[0].isalpha()]  # noqa: PLR2004
        return len(long) > 3 and sum(c.isupper() for c in long) > 0.8 * len(long)  # noqa: PLR2004 - four of five

    def _lower(self, i: int) -> str:
        return self._words[i].lower if 0 <= i < len(self._words) else ""

    def _before(self, i: int) -> str:
        """The class of the last word before ``i`` that is no adverb, or ``;`` at the start."""
        return next((tag for tag in reversed(self._found[:i]) if tag != "B"), ";")

    def _word_before(self, i: int) -> str:
        return next((self._lower(k) for k in range(i - 1, -1, -1) if self._found[k] != "B"), "")

    def _tag(self, i: int) -> str:
        word = self._words[i]
        if word.start in self._times:
            return "Z"
        first = word.lower[0]
        if first.isdigit() or first in _CURRENCY:
            return "#"
        if (not first.isalnum() and len(word.lower) == 1) or (
            first in "-.`'_" and not word.lower.isalnum() and word.lower[1:2] in "-.`'_"
        ):
            return self._point(word)
        return self._closed(i, word.lower) or self._name(i) or self._open(i)

    def _point(self, word: Word) -> str:
        mark = word.lower
        if mark == '"':
            self._in_quote = not self._in_quote
            return "[" if self._in_quote else "]"
        if mark in "'’":
            return self._apostrophe(word)
        if mark in {"``", "''"}:
            return "[" if mark == "``" else "]"
        if mark[0] in "-—–_":
            return _DASH
        return _POINTS.get(mark, _STOP)

    def _apostrophe(self, word: Word) -> str:
        """Opens a quotation before a word, ends one after, or makes a plural's owner."""
        before, after = self._text[word.start - 1 : word.start], self._text[word.end : word.end + 1]
        if after.isalnum() and not before.isalnum():
            return "["
        opened = self._found.count("[") > self._found.count("]")
        return "X" if self._found and self._found[-1] in "NE" and not opened else "]"

    def _closed(self, i: int, lower: str) -> str:
        """The class of a closed-class word, or an empty string."""
        inside = i > 0 and self._text[self._words[i].start].isupper() and not self._title_case
        if inside and lower != "i" and self._found[i - 1] not in "[];-(":
            return ""
        if special := self._special(i, lower):
            return special
        found = closed_classes().get(lower, "")
        return "B" if found == "P" and self._lower(i + 1) in _POINT_AFTER else found

    def _special(self, i: int, lower: str) -> str:
        """Words whose class the words beside them decide."""
        if lower in self._DECIDED:
            return self._DECIDED[lower](self, i)
        if lower not in closed_classes():
            return ""
        sets = grammar()
        if closed_classes()[lower] in "RD" and self._lower(i + 1) == "of":
            return "N"
        if lower in sets["both_preposition_and_subordinator"]:
            return "S" if self._finite_follows(i + 1, 9) else "P"
        if lower in sets["particles"]:
            return self._particle(i)
        return "" if closed_classes()[lower] else self._auxiliary(i, lower)

    def _auxiliary(self, i: int, lower: str) -> str:
        if lower in {"being", "having"}:
            return "G"
        if lower in {"been", "done"}:
            return "K"
        if lower in {"be", "have", "do"}:
            return "I" if lower == "be" or self._before(i) in "MTV" else "V"
        if lower == "had" and self._word_before(i) in grammar()["have"]:
            return "K"
        return "V"

    def _to(self, i: int) -> str:
        sets = grammar()
        k = i + 1
        if self._lower(k) in sets["adverbs"] or self._lower(k).endswith("ly"):
            k += 1
        if k >= len(self._words) or self._words[k].start in self._times or self._text[self._words[k].start].isupper():
            return "P"
        infinitive = "I" in lexeme(self._lower(k)).forms or self._lower(k) in {"be", "have", "do"}
        return "T" if infinitive and self._lower(k) not in sets["determiners"] else "P"

    def _clitic_s(self, i: int) -> str:
        if self._found and self._found[-1] in "RW":
            return "V"
        following = lexeme(self._lower(i + 1))
        verbal = "G" in following.forms and not following.noun
        return "V" if verbal or self._lower(i + 1) in {"not", "a", "the", "been"} else "X"

    def _that(self, i: int) -> str:
        before, after = self._before(i), lexeme(self._lower(i + 1))
        if self._is_finite(i + 1):
            return "W" if before in "NE" else "R"
        if before == "P":
            return "D" if self._starts_noun(i + 1) else "R"
        if before in "NE" and "V" in after.forms and not after.noun:
            return "W"
        return "S" if i else "D"

    def _demonstrative(self, i: int) -> str:
        if self._starts_noun(i + 1):
            return "D"
        return "O" if self._lower(i) == "her" else "R"

    def _it(self, i: int) -> str:
        verb = self._is_finite(i + 1) or "V" in lexeme(self._lower(i + 1)).forms
        return "O" if self._before(i) in "PIGK" or (self._before(i) == "V" and not verb) else "R"

    def _there(self, i: int) -> str:
        return "R" if self._is_finite(i + 1) or "V" in lexeme(self._lower(i + 1)).forms else "B"

    def _like(self, i: int) -> str:
        return "I" if self._before(i) in "MT" else "P"

    def _particle(self, i: int) -> str:
        following = self._lower(i + 1)
        ends = not following or not (following[0].isalnum() or following[0] in "$€£'\"“")
        timed = i + 1 < len(self._words) and self._words[i + 1].start in self._times
        adverbial = self._lower(i) in {"out", "up", "down", "off", "away"}
        ends = ends or (adverbial and (timed or following in grammar()["prepositions"]))
        return "B" if ends or following in {"to", "from", "and"} or self._lower(i) in {"back", "away"} else "P"

    def _is_finite(self, i: int) -> bool:
        """Whether the word cannot but be a finite verb."""
        return self._lower(i) in finite_words()

    def _starts_noun(self, i: int) -> bool:
        """Whether the word can begin what a determiner stands before."""
        lower = self._lower(i)
        sets = grammar()
        if not lower or not (lower[0].isalnum() or lower[0] in '$€£"“'):
            return False
        closed = ("prepositions", "modals", "be", "have", "do", "coordinators", "subordinators", "wh_words")
        if any(lower in sets[name] for name in closed) or lower in sets["past_only"]:
            return False
        known = lexeme(lower)
        return known.noun or known.adjective or not known.forms or bool(known.forms & {"K", "G"})

    def _finite_follows(self, i: int, within: int) -> bool:
        """Whether a verb that must be finite stands before the next punctuation."""
        if self._lower(i) in {"i", "he", "she", "it", "we", "they", "you", "there"}:
            return True
        for k in range(i, min(i + within, len(self._words))):
            lower = self._lower(k)
            timed = self._words[k].start in self._times
            if lower == "," and self._lower(k + 1) in {"which", "who", "whose"} and k > i:
                return True
            if (timed and k == i) or not (timed or lower[0].isalnum() or lower[0] in "'’"):
                return False
            known = lexeme(lower)
            past = k > i and {"V", "K"} <= known.forms and not (known.adjective or known.noun)
            third = known.lemma in grammar()["often_verbs"] or not known.noun
            present = k > i and lower.endswith("s") and "V" in known.forms and third
            if not timed and (self._is_finite(k) or past or present):
                return True
        return False

    def _name(self, i: int) -> str:
        """``E`` for a word with a capital that the sentence's start or a headline does not explain."""
        word = self._words[i]
        capital = self._text[word.start].isupper()
        known = lexeme(word.lower)
        if not capital:
            return "E" if "-" in word.lower and not self._text[word.start : word.end].islower() else ""
        opening = i == 0 or self._found[-1] in ";[-(" or self._title_case
        if not opening or word.lower in self._names or known[:4] == (False, False, False, frozenset()):
            return "E"
        follower = self._words[i + 1] if i + 1 < len(self._words) else None
        followed = follower and self._text[follower.start].isupper() and follower.start not in self._times
        return "E" if followed and not known.forms and not self._title_case else ""

    def _open(self, i: int) -> str:
        lower = self._lower(i)
        known = lexeme(lower)
        before = self._before(i)
        if lower.endswith("ly") and not known.noun and not known.forms:
            return "B"
        if known.forms and (verb := self._verb(i, known, before)):
            return verb
        following = lexeme(self._lower(i + 1))
        closed = self._lower(i + 1) in closed_classes()
        describes = following.noun and not closed and not following.forms and before in "DPX#A,;CTVGIKQ"
        if known.adjective and (not known.noun or describes):
            return "A"
        return "B" if known.adverb and not known.noun else "N"

    def _verb(self, i: int, known: Lexeme, before: str) -> str:
        """The verb class of a word that can be a verb, or an empty string where it is none here."""
        forms = known.forms
        if before in "MT" and "I" in forms:
            return "I"
        sets = grammar()
        k = next((k for k in range(i - 1, -1, -1) if self._found[k] not in "B["), -1)
        helped = self._lower(k) in sets["be"] | sets["have"] | {"'s", "’s", "got", "get"}
        if "K" in forms and k >= 0 and self._found[k] in "VIKG" and helped:
            return "K"
        if forms == {"G"}:
            return self._gerund(i, known, before)
        present = forms == {"V"} and self._lower(i) not in sets["past_only"]
        if not present and ("K" in forms or forms == {"V"}):
            return "" if known.noun and self._lower(i) in sets["rarely_verbs"] else self._past(i, known, before)
        return self._present(i, known, before)

    def _capital(self, i: int) -> bool:
        return i < len(self._words) and self._text[self._words[i].start].isupper()

    def _gerund(self, i: int, known: Lexeme, before: str) -> str:
        starts = self._starts_noun(i + 1)
        if i == 0 and self._is_finite(i + 1):
            return "N"
        dated = before == "Z" and self._found[-2:-1] == ["D"]  # "a Friday meeting"
        if dated and known.noun:
            return "N"
        if before in "DXAQ" and (known.noun or starts):
            return "N" if known.noun and not starts else "A"
        if known.noun and before in "NE" and not starts and self._lower(i + 1) not in {"to", "the"}:
            return "N"
        return "G"

    def _past(self, i: int, known: Lexeme, before: str) -> str:
        forms, starts = known.forms, self._starts_noun(i + 1)
        if self._lower(i) == "ended" and self._found[-1:] == ["Z"] and before == "Z":
            return "K"
        if self._lower(i) in {"named", "called", "dubbed", "known"} and before in "NE" and self._capital(i + 1):
            return "K"
        if before in "DX#AQ" or (before == "P" and starts):
            return "N" if known.noun and not starts else "V" if before == "#" and not starts else "A"
        if forms == {"K"}:
            return "K"
        if "I" in forms and known.noun and before in "NEA" and (self._lower(i + 1) == "of" or self._is_finite(i + 1)):
            return "N"
        if forms != {"V"} and self._lower(i) not in grammar()["past_only"]:
            self._doubtful.append(i)
        return "V"

    def _present(self, i: int, known: Lexeme, before: str) -> str:
        """A word such as "attacks" or "plan": noun or present tense."""
        if self._after_do(i, before) and "I" in known.forms:
            return "I"
        if before == "R" or (before == "W" and self._lower(i - 1) in {"who", "which", "that"}):
            return "V"
        return self._doubtful_present(i, known, before)

    def _doubtful_present(self, i: int, known: Lexeme, before: str) -> str:
        if not known.noun and not known.adjective and before not in "DXAQP":
            return "V" if before in "NEW,]C-)B;Z" else "I"
        if before not in "NEZ])" or (known.adjective and "I" in known.forms):
            return ""
        third = self._lower(i).endswith("s")
        if self._governed(i):
            return ""
        if third and known.lemma in grammar()["often_verbs"]:
            return "V"
        if not third and not (before == "N" and _PLURAL.search(self._lower(i - 1))):
            return ""
        meets_name = third and before == "E" and self._capital(i + 1) and not self._title_case
        common = known.lemma not in grammar()["rarely_verbs"] and self._lower(i) not in grammar()["rarely_verbs"]
        return "V" if self._has_object(i + 1, known.lemma) or (meets_name and common) else ""

    def _has_object(self, i: int, lemma: str) -> bool:
        """Whether what follows a doubtful verb is what only a verb takes."""
        sets = grammar()
        following, rare = self._lower(i), lemma in sets["rarely_verbs"] or self._lower(i - 1) in sets["rarely_verbs"]
        if following in sets["determiners"] | sets["object_pronouns"] and following != "that":
            return True
        return not rare and following in {"to", "it", "he", "she", "they", "that"}

    def _after_do(self, i: int, before: str) -> bool:
        """Whether a form of "do" opens the sentence's question or stands right before."""
        do = grammar()["do"]
        if before == "V" and self._word_before(i) in do:
            return True
        asks = self._lower(0) in do and before in "NER," and "M" not in self._found and "I" not in self._found
        return asks and (not lexeme(self._lower(i)).noun or self._lower(i + 1) in {"that", "the", "a"})

    def _is_reduced(self, i: int) -> bool:
        """A past form is a participle where it follows its noun and another verb is the clause's own."""
        before, after = (self._found[i - 1] if i else ";"), self._found[i + 1 : i + 2]
        left = "".join(self._found[:i])
        beside = before == "C" and re.search(r"[NE,\-]K[^VM;]*C$", left)
        if beside or (self._lower(i + 1) == "by" and before not in "RC"):
            return True
        if before not in "NE,;-(])Z" or self._lower(i) in {"said", "told"}:
            return False
        if (before == "N" and _IN_PHRASE.search(left)) or (before in "NE" and self._governed(i)):
            return True
        objectless = bool(after) and after[0] in "PTZB"
        if self._set_off(before, left, "".join(self._found[i + 1 :]), objectless=objectless):
            return True
        if before in ",;-(" and (i == 0 or self._verb_before(i)):
            return objectless or after == ["S"]
        named = self._lower(i) in {"named", "called", "dubbed", "known", "entitled", "titled"}
        return (objectless or named or after == ["A"]) and self._verb_after(i)

    def _set_off(self, before: str, left: str, right: str, *, objectless: bool) -> bool:
        """Whether commas set the words off from the verb that follows ("…, led by …, fled")."""
        aside = before == "," and re.match("[^,;VM]*,B*[VM]", right)
        opening = objectless and _OPENING_PHRASES.match(left) and re.match("[^,;]*,[^;]*[VM]", right)
        return bool(aside or opening)

    def _governed(self, i: int) -> bool:
        """Whether the noun before ``i`` is the object of a verb that takes no clause."""
        at = next((k for k in range(i - 1, -1, -1) if self._found[k] not in "DANEXQ#PZBK"), -1)
        verb = at >= 0 and self._found[at] in "VIG"
        return verb and lexeme(self._lower(at)).lemma not in grammar()["reporting_verbs"]

    def _verb_before(self, i: int) -> bool:
        return any(tag in "VM" for tag in self._found[:i])

    def _verb_after(self, i: int) -> bool:
        """Whether a finite verb stands after ``i`` before the clause can have ended."""
        tail = "".join(self._found[i + 1 :])
        return bool(re.match(r"[^,;SWC\[\]\-RVM]*[VM]", tail))

    def _settle_expressions(self) -> None:
        """A temporal expression between a determiner and a noun, or before 's, belongs to that noun."""
        tags = self._found
        for i, tag in enumerate(tags):
            after = tags[i + 1] if i + 1 < len(tags) else ";"
            before = tags[i - 1] if i else ";"
            owned = before in "DXA#" and after in "NEAGQ#"
            named: object = _BEFORE_NOUN.match(self._lower(i)) and before in "VIKGC," and after in "NA"
            named = named or (after in "NA" and _HYPHENATED.match(self._lower(i)))
            owns = after == "X" or (self._lower(i).endswith(("'s", "’s")) and after in "NEAGQ#DK")
            if tag == "Z" and (owns or owned or named):
                tags[i] = "Q"

    _DECIDED: ClassVar[Mapping[str, Callable[[_Tagger, int], str]]] = {
        **dict.fromkeys(("'s", "’s"), _clitic_s),
        **dict.fromkeys(
            ("his", "her", "its", "this", "these", "those", "all", "both", "some", "many", "most", "few", "each"),
            _demonstrative,
        ),
        **dict.fromkeys(("it", "you"), _it),
        "to": _to,
        "that": _that,
        "there": _there,
        "like": _like,
    }
