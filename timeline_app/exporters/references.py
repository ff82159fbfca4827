"""The evidence under a picture: for every event its number, date, title, and the words of each source that report it.

An event's number is its place among the placed events in order of time, from 1; the marks of the picture bear it too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from timeline_app.layout.places import FEW
from timeline_app.layout.texts import Choice, Texts
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Citation, Event, Status
from timeline_app.model.wording import Style, in_words

MOST_PASSAGES = 3  # of one reference
LONGEST_QUOTE = 600  # characters; a longer one ends in "…"
_UNPRINTABLE = re.compile(r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]+")


class Piece(NamedTuple):
    """Words of a quote, and whether they are the words that date the event."""

    text: str
    dates: bool


@dataclass(frozen=True, slots=True)
class Passage:
    """The words of one citation, and in words where they stand."""

    pieces: tuple[Piece, ...]
    source: str


@dataclass(frozen=True, slots=True)
class Reference:
    """One numbered event of the list."""

    number: int
    when: str
    title: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True, eq=False)
class NumberedTexts:
    """The texts of a picture's marks, each date followed by the number of its quotes: “Wed 30 March [4]”.

    Where there are so many marks that they bear no dates the number stands before the title.
    """

    texts: Texts
    numbers: Sequence[int]

    def title(self, row: int) -> str:
        """The event's title."""
        title = printable(self.texts.title(row))
        return f"[{self.numbers[row]}] {title}" if self._many else title

    def when(self, row: int, *, year: bool) -> str:
        """Its date in words."""
        words = printable(self.texts.when(row, year=year))
        return words if self._many else f"{words} [{self.numbers[row]}]"

    def choices(self, row: int) -> tuple[Choice, ...]:
        """The times of which one is its date."""
        return self.texts.choices(row)

    @property
    def _many(self) -> bool:
        return len(self.numbers) > FEW


def shown_events(events: Sequence[Event]) -> tuple[Event, ...]:
    """The events a picture shows: those with a place in time that nobody rejected."""
    return tuple(event for event in events if event.value is not None and event.status is not Status.REJECTED)


def references(
    events: Sequence[Event], documents: Mapping[DocumentId, Document], heading: str = ""
) -> tuple[Reference, ...]:
    """The numbered evidence of ``events``, which stand in order of time; one with many sources comes in several.

    A document called like the ``heading`` above the list is named by its publisher or author alone.
    """
    sources = {name: _source(document, heading) for name, document in documents.items()}
    return tuple(
        Reference(number, _when(event), printable(event.title), part)
        for number, event in enumerate(events, 1)
        for part in _parts(_passages(event, sources))
    )


def printable(text: str) -> str:
    """The text on one line, without characters that no file of a picture may hold."""
    return " ".join(_UNPRINTABLE.sub(" ", text).split())


def _parts(passages: tuple[Passage, ...]) -> list[tuple[Passage, ...]]:
    """The passages a few at a time, at least one part."""
    return [passages[at : at + MOST_PASSAGES] for at in range(0, max(len(passages), 1), MOST_PASSAGES)]


def _when(event: Event) -> str:
    return "" if event.value is None else in_words(event.value, Style.SHORT)


def _passages(event: Event, sources: Mapping[DocumentId, str]) -> tuple[Passage, ...]:
    return tuple(
        Passage(_pieces(citation), _joined(sources[citation.document], citation.locator))
        for citation in event.citations
    )


def _source(document: Document, heading: str) -> str:
    named = bool(document.publisher or document.author) and printable(document.title) == heading
    published = in_words(document.published.value) if document.published else ""
    return _joined(document.author, "" if named else document.title, document.publisher, published)


def _joined(*parts: str) -> str:
    return " · ".join(part for part in map(printable, parts) if part)


def _pieces(citation: Citation) -> tuple[Piece, ...]:
    """The quote between quotation marks, its date words apart; a very long one is cut with "…" behind them."""
    start, words = citation.quote.span.start, citation.quote.exact
    spans = [(timex.span.start - start, timex.span.end - start) for timex in citation.expressions]
    inside = [(left, right) for left, right in sorted(spans) if 0 <= left < right <= len(words)]
    end = max([LONGEST_QUOTE, *(right for _, right in inside)])
    pieces, at = [Piece("“", dates=False)], 0
    for left, right in inside:
        if left >= at:
            pieces += [Piece(words[at:left], dates=False), Piece(words[left:right], dates=True)]
            at = right
    pieces.append(Piece(words[at:end] + ("…”" if len(words) > end else "”"), dates=False))
    return tuple(Piece(_flat(piece.text), piece.dates) for piece in pieces if piece.text)


def _flat(text: str) -> str:
    """White space and unprintable characters as single spaces, kept at the ends."""
    return re.sub(r"\s+", " ", _UNPRINTABLE.sub(" ", text))
