"""A document as it was read, and quotes that find their words again.

``Document.text`` is the text exactly as extracted; only reading a changed file again replaces it. Every span counts its
Unicode code points, half-open, so ``text[span.start:span.end]`` are the words. A ``Quote`` carries both a position and
the words with what stands around them (W3C Web Annotation: TextPositionSelector and TextQuoteSelector), so it survives
a changed text.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple, NewType

from timeline_app.model.temporal import TemporalValue

DocumentId = NewType("DocumentId", str)
CONTEXT = 32  # code points of prefix and suffix kept with a quote
_BLOCK = re.compile(r"\S[^\n]*")


class TextSpan(NamedTuple):
    """Code points ``[start, end)`` of a document's text."""

    start: int
    end: int


class Integrity(StrEnum):
    """Whether a quote still stands in its document."""

    EXACT = "exact"
    MOVED = "moved"
    CHANGED = "changed"
    MISSING = "missing"


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of a document: where they stand, and what they are between up to 32 code points on either side."""

    span: TextSpan
    exact: str
    prefix: str
    suffix: str


@dataclass(frozen=True, slots=True)
class Publication:
    """When a document was written or published, and who says so (``documents.csv``, ``you``, ``command line``, …)."""

    value: TemporalValue
    origin: str


@dataclass(frozen=True, slots=True)
class Original:
    """The file that a document was read from, as it was then: ``sha256`` and ``size`` of its bytes.

    ``modified`` is the time of its last change in nanoseconds since 1970, as the system said.
    """

    sha256: str
    size: int
    modified: int


@dataclass(frozen=True, slots=True)
class Document:
    """One source as read: ``path`` as the user gave it, ``sha256`` of ``text`` in UTF-8, ``language`` in ISO 639-1.

    A source without a file (pasted, an interview, a shelfmark) has an empty ``path``; the words taken from it are its
    text. What is private is never exported or copied; what is in the bin is kept and not shown. ``chosen_language`` is
    what a person said against ``language``, ``counting`` how they want its dates counted ("news", "history"),
    ``day_order`` what comes first in its dates of numbers ("day", "month"); empty where they leave that to the program.
    ``original`` is None where no file is known.
    """

    id: DocumentId
    path: str
    title: str
    text: str
    sha256: str
    published: Publication | None = None
    author: str = ""
    publisher: str = ""
    url: str = ""
    language: str = ""
    private: bool = False
    binned: bool = False
    chosen_language: str = ""
    counting: str = ""
    day_order: str = ""
    original: Original | None = None

    @property
    def source(self) -> str:
        """Who says so: the publisher, else the author, else the title."""
        return self.publisher or self.author or self.title


def quote_at(text: str, span: TextSpan) -> Quote:
    """The quote of a span, with what stands before and after it."""
    start, end = span
    return Quote(span, text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def anchor_quote(quote: Quote, text: str) -> tuple[TextSpan | None, Integrity]:
    """Where the quote stands in ``text`` now, and how well it was found; None where it is missing.

    Words that occur several times are told apart by how much of prefix and suffix surrounds them, then by the
    distance from where they stood. Where the words are gone but what stood around them is not, what stands
    between is returned as changed.
    """
    start, end = quote.span
    if text[start:end] == quote.exact:
        return quote.span, Integrity.EXACT
    if places := _occurrences(quote.exact, text):
        best = max(places, key=lambda at: (_agreement(quote, text, at), -abs(at - start)))
        return TextSpan(best, best + len(quote.exact)), Integrity.MOVED
    return _between_context(quote, text)


def paragraph_starts(text: str) -> tuple[int, ...]:
    """Where each paragraph begins, ascending: the first code point of every non-blank line."""
    return tuple(found.start() for found in _BLOCK.finditer(text))


def paragraph_number(starts: Sequence[int], position: int) -> int:
    """Number of the paragraph that holds ``position``, from 1, by where paragraphs start."""
    return max(1, bisect_right(starts, position))


def _occurrences(words: str, text: str) -> list[int]:
    places: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        places.append(at)
        at = text.find(words, at + 1)
    return places


def _agreement(quote: Quote, text: str, at: int) -> int:
    """How many code points around ``at`` agree with the quote's prefix and suffix, counted outward."""
    end = at + len(quote.exact)
    before = zip(reversed(quote.prefix), reversed(text[max(0, at - CONTEXT) : at]), strict=False)
    after = zip(quote.suffix, text[end : end + CONTEXT], strict=False)
    return sum(_common(pairs) for pairs in (list(before), list(after)))


def _common(pairs: list[tuple[str, str]]) -> int:
    return next((n for n, (one, other) in enumerate(pairs) if one != other), len(pairs))


def _between_context(quote: Quote, text: str) -> tuple[TextSpan | None, Integrity]:
    """The changed words between an unchanged prefix and suffix, at most twice as long as the quote."""
    if quote.prefix.strip() and quote.suffix.strip():
        for at in _occurrences(quote.prefix, text):
            start = at + len(quote.prefix)
            end = text.find(quote.suffix, start, start + 2 * len(quote.exact) + 2 * CONTEXT)
            if end > start:
                return TextSpan(start, end), Integrity.CHANGED
    return None, Integrity.MISSING
