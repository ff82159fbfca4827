"""Which country a text is about, where that is certain: it speaks of one far more often than of all others."""

from __future__ import annotations

import re
from collections import Counter
from functools import cache

from timeline_app.extraction.english.lexicon import word_sets

_CAPITAL = re.compile(r"\b(?:[A-Z]\.){2,}|\b[A-Z]\w+")
_LEAST, _MORE = 4, 3  # mentions, and how many times those of any other


class Setting:
    """The countries that a text speaks of; ``country`` is the one it is about, or empty."""

    def __init__(self, text: str) -> None:
        self._text = text
        first, second = [*_countries_in(text).most_common(2), ("", 0), ("", 0)][:2]
        certain = first[1] >= max(_LEAST, _MORE * second[1]) and first[0] in _written()
        self.country = first[0] if certain else ""

    def alone(self, start: int, end: int) -> str:
        """The text's country, if ``[start, end)`` speaks of no other; else empty."""
        return self.country if self.country and not _countries_in(self._text[start:end]).keys() - {self.country} else ""

    def only(self, start: int, end: int) -> str:
        """The only country of which ``[start, end)`` speaks, but for those that no title names; else empty."""
        found = _countries_in(self._text[start:end]).keys() & _written()
        return next(iter(found)) if len(found) == 1 else ""

    def twice(self, start: int, end: int) -> str:
        """The only country of which ``[start, end)`` speaks, if it does so more than once; else empty."""
        found = _countries_in(self._text[start:end])
        return next((name for name in found if len(found) == 1 < found[name] and name in _written()), "")

    def of(self, noun: str) -> str:
        """The only country with which the text joins a noun by "of": Iraq for "invasion"; else empty."""
        found = re.findall(rf"\b{re.escape(noun)} of (?:the )?((?:[A-Z]\.){{2,}}|[A-Z]\w+)", self._text)
        return found[0] if set(found) == {found[0] if found else ""} and found[0] in _written() else ""


def _countries_in(text: str) -> Counter[str]:
    """How often a text speaks of each country."""
    words = _words()
    return Counter(words[word] for word in _CAPITAL.findall(text) if word in words)


@cache
def _written() -> frozenset[str]:
    """The countries that a title may name."""
    return frozenset(name for name in word_sets("countries") if name[0].isupper())


@cache
def _words() -> dict[str, str]:
    """The country of each word."""
    return {word: name for name, words in word_sets("countries").items() for word in words}
