"""What a person types to search: its words and phrases, and where these stand in a text as the index would find them.

Upper and lower case are one, accents do not count, and words end where letters and digits do (FTS5's ``unicode61``).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

_PART = re.compile(r'"([^"]*)("?)|(\S+)')
_WORD = re.compile(r"[^\W_]+")
_ACCENT = re.compile("[\u0300-\u036f]")  # behind its letter as a character of its own
_FEWEST = 0x80


class Term(NamedTuple):
    """Words beside each other; ``begins`` if the last may be the beginning of a longer one."""

    words: str
    begins: bool


def terms_of(text: str) -> tuple[Term, ...]:
    """What must occur: words, and those in quotation marks beside each other.

    A word with a star, and the last one while it is being typed, stands for all that begin so.
    """
    terms: list[Term] = []
    for found in _PART.finditer(text.replace("\0", " ")):
        phrase, word = found[1], found[3] or ""
        plain = (phrase or word.rstrip("*")).replace('"', " ")
        if any(letter.isalnum() for letter in plain):
            terms.append(Term(plain, bool(word) and (word.endswith("*") or found.end() == len(text))))
    return tuple(terms)


def places(terms: Iterable[Term], text: str) -> Iterator[tuple[int, int]]:
    """Where any of the terms stands in a text, as code points ``[start, end)``, ascending, none within another."""
    pattern = _pattern(tuple(terms), bool(_ACCENT.search(text)))
    if pattern is not None:
        for found in pattern.finditer(folded(text)):
            yield found.span()


def folded(text: str) -> str:
    """The text without letter case and accents; each character becomes exactly one."""
    return text.translate({ord(letter): _plain(letter) for letter in set(text) if not "a" <= letter <= "z"})


@lru_cache(maxsize=4096)
def _plain(letter: str) -> str:
    if ord(letter) < _FEWEST:
        return letter.lower()
    base = unicodedata.normalize("NFD", letter)[0].lower()
    return base if len(base) == 1 else letter


@lru_cache(maxsize=32)
def _pattern(terms: tuple[Term, ...], accents: bool) -> re.Pattern[str] | None:  # noqa: FBT001 - part of the key
    """The longest terms first, so that a phrase is marked whole."""
    between = f"{_ACCENT.pattern}*" if accents else ""
    each = [_one(term, between) for term in sorted(terms, key=lambda term: -len(term.words))]
    return re.compile("|".join(each)) if each else None


def _one(term: Term, between: str) -> str:
    words = _WORD.findall(folded(term.words))
    beside = r"[\W_]+".join("".join(re.escape(letter) + between for letter in word) for word in words)
    end = r"[^\W_]*" if term.begins else r"(?![^\W_])"
    return rf"(?<![^\W_]){beside}{end}"
