"""A sentence of any spaced language as words, each with the lists that hold it; dates, brackets and quotations marked.

Offsets are code points of the document.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from timeline_app.extraction.events.abroad.lexicon import Lexicon
from timeline_app.model.document import TextSpan

WORD, DATE, COMMA, STOP, INNER = "w", "Z", ",", ";", "-"
"""Kinds of words: a word or number, a date, a comma, what ends a clause, any mark inside a quotation."""

_PIECE = (
    r"(?P<number>[$€£]?[0-9]+(?:[.,:/][0-9]+)*(?:\s?%)?)"
    r"|(?P<elided>{elided}['’](?=\w))"
    r"|(?P<word>(?:[^\W\d_]\.){{2,}}|[^\W_](?:[\w\u0300-\u036f\u064b-\u0652]|[-.'’/&](?=[^\W_]))*\.?(?<!\w\w\w\w\.))"
    r"|(?P<mark>[^\s\w])"
)
_OPENING, _CLOSING = "([", ")]"
_QUOTES = {"«": "»", "„": "“”", "“": "”", "»": "«", '"': '"', "\u201a": "‘"}
_STOPS = frozenset(";:–—|•▪؛…")
_ENDS = " \n)\"»”’'"
_COMMAS = frozenset(",،")


class Word(NamedTuple):
    """One word at ``[start, end)``; ``within`` holds the places where the brackets and quotations around it open."""

    start: int
    end: int
    lower: str
    kind: str
    classes: frozenset[str]
    within: tuple[int, ...] = ()
    capital: bool = False

    def is_a(self, *names: str) -> bool:
        """Whether one of the lists holds the word."""
        return self.kind == WORD and not self.classes.isdisjoint(names)


@lru_cache(maxsize=32)
def _tokens(elided: tuple[str, ...]) -> re.Pattern[str]:
    return re.compile(_PIECE.format(elided=f"(?:{'|'.join(elided)})" if elided else "(?!)"), re.IGNORECASE)


def read(text: str, span: TextSpan, dates: Sequence[TextSpan], lexicon: Lexicon) -> tuple[Word, ...]:
    """The words of the sentence at ``span``; each of ``dates`` is one."""
    pattern = _tokens(lexicon.lists.get("elided", ()))
    words: list[Word] = []
    at = span.start
    for start, end in sorted(date for date in dates if span.start <= date.start and date.end <= span.end):
        if start >= at:
            words += _plain_words(pattern, text, at, start, lexicon)
            words.append(Word(start, end, text[start:end].lower(), DATE, frozenset()))
            at = end
    words += _plain_words(pattern, text, at, span.end, lexicon)
    return tuple(_nested(words))


def _plain_words(pattern: re.Pattern[str], text: str, start: int, end: int, lexicon: Lexicon) -> Iterator[Word]:
    for found in pattern.finditer(text, start, end):
        word, kind = found[0], found.lastgroup
        if kind == "word" and word.isalpha():
            lower = word.lower()
            yield Word(found.start(), found.end(), lower, WORD, lexicon.classes(lower), (), word[0].isupper())
        elif kind == "mark":
            dash = word == "-" and text[found.start() - 1].isspace() and text[found.end() : found.end() + 1].isspace()
            mark = COMMA if word in _COMMAS else STOP if word in _STOPS or dash else INNER
            yield Word(found.start(), found.end(), word, mark, frozenset())
        else:
            word = word.rstrip("'’") if kind == "elided" else word
            lower = word.lower().replace("’", "'")
            last = kind == "word" and not text[found.end() : end].strip(_ENDS)
            classes = lexicon.classes(lower) if kind != "number" else frozenset()
            end_of_word = found.end() - (last and lower.endswith("."))
            lower = lower[: end_of_word - found.start()]
            classes = lexicon.classes(lower) if last else classes
            yield Word(found.start(), end_of_word, lower, WORD, classes, capital=word[0].isupper())


def _nested(words: Sequence[Word]) -> Iterator[Word]:
    """The words with the brackets and quotations they stand in; a mark stands inside what it opens or closes."""
    stack: list[tuple[int, str]] = []
    for word in words:
        if word.kind != INNER:
            yield word._replace(within=tuple(start for start, _ in stack)) if stack else word
            continue
        closes = bool(stack) and word.kind == INNER and word.lower in stack[-1][1]
        if not closes and word.kind == INNER and word.lower in _OPENING:
            stack.append((word.start, _CLOSING[_OPENING.index(word.lower)]))
        elif not closes and word.kind == INNER and word.lower in _QUOTES:
            stack.append((word.start, _QUOTES[word.lower]))
        yield word._replace(within=tuple(start for start, _ in stack)) if stack else word
        if closes:
            stack.pop()
