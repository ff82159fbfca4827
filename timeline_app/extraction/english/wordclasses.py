"""The grammatical class of every word of a sentence, from its form and the words beside it; see ``words``."""

from __future__ import annotations

import re
from collections.abc import Collection

from timeline_app.extraction.english.closedclasses import closed_class
from timeline_app.extraction.english.lexicon import closed_classes, lexeme
from timeline_app.extraction.english.reading import Reading, Word
from timeline_app.extraction.english.verbclasses import is_reduced, settle_aside, verb_class

_POINTS = {",": ",", "(": "(", "[": "(", ")": ")", "]": ")", "“": "[", "«": "[", "„": "[", "‘": "[", "”": "]", "»": "]"}
_POINTS |= {"...": ",", "…": ","}
_DASH, _STOP = "-", ";"
_HYPHENATED = re.compile(r"(?:\w+ )?\w+-\w+$")
_DEFINITE = re.compile(r"the (?:.*\b[12][0-9]{3}|[0-9]{1,2} [a-z]+)$")  # "the January 1998 bombing", "the 10 May gala"
_BEFORE_NOUN = re.compile(
    r"[0-9]{4}$|.*-|(?:january|february|march|april|june|july|august|september|october|november|december)$"
)
_CURRENCY = "$€£¥"


def classes_of(text: str, words: tuple[Word, ...], times: frozenset[int], names: Collection[str]) -> str:
    """One character per word; words that begin at one of ``times`` are temporal expressions.

    Words get their classes from left to right; then what the whole sentence decides is settled.
    """
    reading = Reading(text, words, times, names)
    for i in range(len(words)):
        reading.found.append(_tag(reading, i))
    for i in reversed(reading.doubtful):
        if is_reduced(reading, i):
            reading.found[i] = "K"
    for i in reading.doubtful:  # "a team ambushed and | killed"
        if reading.found[i] == "V" and reading.found[i - 1 : i] == ["C"] and is_reduced(reading, i):
            reading.found[i] = "K"
    settle_aside(reading)
    _settle_expressions(reading)
    return "".join(reading.found)


def _tag(reading: Reading, i: int) -> str:
    word = reading.words[i]
    if word.start in reading.times:
        return "Z"
    first = word.lower[0]
    if first.isdigit() or first in _CURRENCY:
        return "#"
    if (not first.isalnum() and len(word.lower) == 1) or (
        first in "-.`'_" and not word.lower.isalnum() and word.lower[1:2] in "-.`'_"
    ):
        return _point(reading, word)
    return closed_class(reading, i, word.lower) or _name(reading, i) or _open(reading, i)


def _point(reading: Reading, word: Word) -> str:
    mark = word.lower
    if mark == '"':
        reading.in_quote = not reading.in_quote
        return "[" if reading.in_quote else "]"
    if mark in "'’":
        return _apostrophe(reading, word)
    if mark in {"``", "''"}:
        return "[" if mark == "``" else "]"
    if mark[0] in "-—–_":
        return _DASH
    return _POINTS.get(mark, _STOP)


def _apostrophe(reading: Reading, word: Word) -> str:
    """Opens a quotation before a word, ends one after, or makes a plural's owner."""
    before, after = reading.text[word.start - 1 : word.start], reading.text[word.end : word.end + 1]
    if after.isalnum() and not before.isalnum():
        return "["
    opened = reading.found.count("[") > reading.found.count("]")
    return "X" if reading.found and reading.found[-1] in "NE" and not opened else "]"


def _name(reading: Reading, i: int) -> str:
    """``E`` for a word with a capital that the sentence's start or a headline does not explain."""
    word = reading.words[i]
    capital = reading.text[word.start].isupper()
    known = lexeme(word.lower)
    if not capital:
        return "E" if "-" in word.lower and not reading.text[word.start : word.end].islower() else ""
    opening = i == 0 or reading.found[-1] in ";[-(" or reading.title_case
    if not opening or word.lower in reading.names or known[:4] == (False, False, False, frozenset()):
        return "E"
    follower = reading.words[i + 1] if i + 1 < len(reading.words) else None
    followed = follower and reading.text[follower.start].isupper() and follower.start not in reading.times
    return "E" if followed and not known.forms and not reading.title_case else ""


def _open(reading: Reading, i: int) -> str:
    lower = reading.lower(i)
    known = lexeme(lower)
    before = reading.before(i)
    if lower.endswith("ly") and not known.noun and not known.forms:
        return "B"
    if known.forms and (verb := verb_class(reading, i, known, before)):
        return verb
    if "-" in lower and lower.endswith("ed") and not known.noun and not known.forms:
        return "A"  # "full-blooded"
    following = lexeme(reading.lower(i + 1))
    closed = reading.lower(i + 1) in closed_classes()
    describes = following.noun and not closed and not following.forms and before in "DPX#A,;CTVGIKQ"
    if known.adjective and (not known.noun or describes):
        return "A"
    return "B" if known.adverb and not known.noun else "N"


def _settle_expressions(reading: Reading) -> None:
    """A temporal expression between a determiner and a noun, or before 's, belongs to that noun."""
    tags = reading.found
    for i in [i for i, tag in enumerate(tags) if tag == "Z"]:
        after = tags[i + 1] if i + 1 < len(tags) else ";"
        before = tags[i - 1] if i else ";"
        owned = before in "DXA#" and after in "NEAGQ#"
        named: object = _BEFORE_NOUN.match(reading.lower(i)) and before in "VIKGC," and after in "NA"
        named = named or (after in "NAG" and _DEFINITE.match(reading.lower(i)))
        named = named or (after in "NA" and _HYPHENATED.match(reading.lower(i)))
        owns = after == "X" or (reading.lower(i).endswith(("'s", "’s")) and after in "NEAGQ#DK")
        if owns or owned or named:
            tags[i] = "Q"
