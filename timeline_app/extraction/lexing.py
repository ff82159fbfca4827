"""A text as a row of tokens, each with one code character for the classes it is in.

Rules are then short patterns over the codes: a whole document is searched in a few milliseconds, and nothing in a
hostile text can make a pattern run wild. Words that no rule speaks of become one ``PLAIN`` token, however many stand
together; a paragraph's end is a token of its own, so that no expression reaches over it. Time is linear in the text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from timeline_app.extraction.vocabulary import Vocabulary

PLAIN = "."
END = "¶"  # the end of a paragraph
_ROW = re.compile(f"([^{PLAIN}{END}]+)[{PLAIN}{END}]?")
# Words of patterns that no expression consists of alone.
_GLUE = frozenset(f"={word}" for word in (
    "the", "a", "an", "of", ",", "to", "and", "or", "in", "on", "at", "by", "-", "–", "—", "/", "'s", "’s", "'", "’",
    "that", "this", "all", "some", "about", "over", "only", "just", "more", "less", "than", "most", "as", "no", "not",
    "up", "its", "half", "part", "much", "many", "through", "until", "before", "after", "around", "last", "first",
    "final", "end", "few", "several", "long",
))  # fmt: skip
# What codes are taken from: ``re`` compiles sets of characters below 256 many times as fast as others.
_ALPHABET = "".join(char for char in map(chr, (*range(0x21, 0x100), *range(0xE000, 0xF000))) if char not in PLAIN + END)
_REMEMBERED = 50_000  # forms whose code is kept


@dataclass(frozen=True, slots=True)
class Tokens:
    """Parallel to ``codes``: token ``i`` is ``text[starts[i]:ends[i]]``; a plain run has the span of its last word."""

    text: str
    codes: str
    starts: list[int]
    ends: list[int]

    def word(self, index: int) -> str:
        """The token as written."""
        return self.text[self.starts[index] : self.ends[index]]


class Codes(dict[str, str]):
    """The code of every form; a form not seen before is classified when it is first asked for."""

    def __init__(self, vocabulary: Vocabulary, literals: frozenset[str]) -> None:
        super().__init__()
        self._vocabulary = vocabulary
        self._literals = literals
        self._codes: dict[frozenset[str], str] = {frozenset(): PLAIN}
        self._classes: dict[str, frozenset[str]] = {PLAIN: frozenset()}
        self._matching: dict[str, str] = {}
        for word in (*vocabulary.classes, *_SPECIMENS):
            self._code(self.classes_of(word))
        for word in (*(f"{n}{ending}" for n in _ENDED for ending in vocabulary.suffixes), *literals):
            self._code(self.classes_of(word))

    def classes_of(self, word: str) -> frozenset[str]:
        """The classes a form is in; a literal word of a pattern is a class by itself, named ``=word``."""
        known = set(self._vocabulary.classes.get(word, ()))
        if (lowered := word.lower()) in self._literals and (word in {lowered, lowered.title(), word.upper()}):
            known.add(f"={lowered}")
        if word[:1] in "0123456789'’‘`" and word[-1:].isalnum():
            known.update(number_classes(word))
            known.update(self._ended(word))
        return frozenset(known)

    def _ended(self, word: str) -> set[str]:
        """The classes of a number with an ending of the language ("1er")."""
        digits = word.rstrip("".join(self._vocabulary.suffixes))
        name = self._vocabulary.suffixes.get(word[len(digits) :].lower())
        if name is None or not digits.isdecimal():
            return set()
        return {name, "ordday"} if name == "ordnum" and 1 <= int(digits) <= 31 else {name}  # noqa: PLR2004 - days

    def matching(self, name: str) -> str:
        """All codes whose classes hold ``name``, as one string."""
        if name not in self._matching:
            self._matching[name] = "".join(code for code, classes in self._classes.items() if name in classes)
        return self._matching[name]

    @property
    def glue(self) -> re.Pattern[str]:
        """Rows of words that date nothing by themselves."""
        codes = "".join(code for code, classes in self._classes.items() if classes <= _GLUE)
        return re.compile(f"[{re.escape(codes)}]*")

    def __missing__(self, word: str) -> str:
        if len(self) > _REMEMBERED:
            self.clear()
        code = END if word[0] in "\r\n" else self._codes.get(self.classes_of(word), PLAIN)
        self[word] = code
        return code

    def _code(self, classes: frozenset[str]) -> None:
        if classes not in self._codes:
            code = _ALPHABET[len(self._codes)]
            self._codes[classes] = code
            self._classes[code] = classes


# One word for every combination of classes that a token with digits can be in.
_SPECIMENS = (
    *(str(n) for n in range(100)), *(f"{n:02}" for n in range(100)), "365", "0000", "0999", "1969", "2359", "9999",
    "12345", *(f"{n}th" for n in range(101)), "1st", "2nd", "3rd", "21st", "22nd", "23rd", "31st", "32nd",
    "41st", "2d", "3d", "23d", "32d",
    "1990s", "470s", "1900s", "90s", "’90s", "’99", "00s", "10am", "1500hrs", "10:30", "10:30:15", "10:30am",
    "10.30am", "10.30", "0.30", "10.75", "0.5", "99.9",
    "2011-03-31", "31.3.2011", "3/31/2011", "1/2", "9/11", "2.5", "12,000", "1918/19",
    "10/21", "5/17", "99/98",
)  # fmt: skip

_ENDED = (*range(1, 101), 1930)  # numbers that stand for all that may have an ending

_ORDINAL = re.compile(r"[0-9]{1,3}(?:st|nd|rd|th|d)", re.IGNORECASE)
_DECADE = re.compile(r"[0-9]{3}0s")
_SHORT_DECADE = re.compile(r"['’‘`]?[0-9]0s")
_SHORT_YEAR = re.compile(r"['’‘`][0-9]{2}")
_CLOCK = re.compile(r"(?:[01]?[0-9]|2[0-4]):[0-5][0-9](?::[0-5][0-9])?(?:\s?hrs)?", re.IGNORECASE)
_DOTTED = re.compile(r"(?:[01]?[0-9]|2[0-4])\.[0-5][0-9]")
_MERIDIEM = re.compile(r"(?:0?[1-9]|1[0-2])(?:[:.][0-5][0-9])?\s?[ap]m", re.IGNORECASE)
_MILITARY = re.compile(r"(?:[01][0-9]|2[0-4])[0-5][0-9](?:hrs?|[hHZ])")
_ISO = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])(?:T[0-9:]+)?")
_SLASHED = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2(?:[0-9]{4}|[0-9]{2})|[0-9]{4}([/.])[0-9]{1,2}\4[0-9]{1,2}")
_SHAPES = (
    (_ORDINAL, "ordnum"), (_DECADE, "decade"), (_SHORT_DECADE, "shortdecade"), (_SHORT_YEAR, "shortyear"),
    (_CLOCK, "clock"), (_DOTTED, "dotted"), (_MERIDIEM, "ampm"), (_MILITARY, "military"), (_ISO, "iso"),
    (_SLASHED, "slashed"),
    (re.compile(r"[0-9]/[0-9]{1,2}"), "fraction"),
    (re.compile(r"[0-3]?[0-9]/[0-3]?[0-9]"), "doubleday"), (re.compile(r"[0-9]{4}/[0-9]{2}"), "doubleyear"),
    (re.compile(r"[0-9]{1,3}\.[0-9]{1,2}"), "decimal"),
    (re.compile(r"[0-9]{1,3}(?:,[0-9]{3})+"), "grouped"), (re.compile(r"[0-9]{1,3}0s"), "bcdecade"),
)  # fmt: skip


_INTEGERS = {  # how many digits, which values
    "int": (range(1, 5), range(10_000)),
    "day": (range(1, 3), range(1, 32)),
    "hour": (range(1, 3), range(25)),
    "year": (range(4, 5), range(1000, 2200)),
    "hhmm": (range(4, 5), range(2400)),
    "early": (range(1, 5), range(1, 10_000)),
    "shortened": (range(2, 3), range(100)),
}


def number_classes(word: str) -> set[str]:
    """The classes of a token that begins with a digit or an apostrophe before one."""
    if word.isdecimal():
        return _integer_classes(word)
    found = {name for shape, name in _SHAPES if shape.fullmatch(word)}
    if "ordnum" in found and 1 <= int(word.lower().rstrip("dhnrst")) <= 31:  # noqa: PLR2004 - days of a month
        found.add("ordday")
    return found


def _integer_classes(word: str) -> set[str]:
    number, digits = int(word[:9]), len(word)
    return {name for name, (lengths, values) in _INTEGERS.items() if digits in lengths and number in values}


def tokens(text: str, pattern: re.Pattern[str], codes: Codes) -> Tokens:
    """The tokens of a text; plain ones that follow each other are one."""
    kinds: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    last = END
    for found in pattern.finditer(text):
        code = codes[found[0]]
        if code == PLAIN == last:
            starts[-1], ends[-1] = found.span()
            continue
        last = code
        kinds.append(code)
        starts.append(found.start())
        ends.append(found.end())
    return _telling(text, "".join(kinds), starts, ends, codes.glue)


def _telling(text: str, kinds: str, starts: list[int], ends: list[int], glue: re.Pattern[str]) -> Tokens:
    """Only the rows of tokens that hold more than glue: the rest of a text, which is most of it, dates nothing."""
    kept: list[str] = []
    kept_starts: list[int] = []
    kept_ends: list[int] = []
    for row in _ROW.finditer(kinds):
        if not glue.fullmatch(kinds, *row.span(1)):
            first, last = row.span()
            kept.append(row[0])
            kept_starts += starts[first:last]
            kept_ends += ends[first:last]
    return Tokens(text, "".join(kept), kept_starts, kept_ends)
