"""The words around what was found, short enough for a list: which part of a text to show, and what to mark in it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import islice, takewhile

from timeline_app.model.document import Document, TextSpan
from timeline_app.model.event import Event
from timeline_app.storage.sought import Term, places

LENGTH = 160  # code points of a passage
_BEFORE = 22  # of them before the first word that is marked
_MOST = 12  # places that are marked in one
_BLANK = {ord(letter): " " for letter in "\n\r\t\v\f\u2028\u2029"}


@dataclass(frozen=True, slots=True)
class Passage:
    """A line of text with spans in it; ``start`` is where what is found first stands in the whole, -1 for nowhere."""

    text: str
    spans: tuple[TextSpan, ...] = ()
    start: int = -1


def passage_of(text: str, terms: Iterable[Term]) -> Passage:
    """The part of a text around the first place where a term stands; its beginning where none does."""
    found = [TextSpan(*span) for span in islice(places(terms, text), _MOST)]
    if not found:
        return Passage(_line(text[:LENGTH]) + "…" * (len(text) > LENGTH))
    start = _word_start(text, found[0].start - _BEFORE) if found[0].start > _BEFORE else 0
    cut = "…" * (start > 0)
    shift = len(cut) - start
    near = takewhile(lambda span: span.end <= start + LENGTH, found)
    whole = f"{cut}{_line(text[start : start + LENGTH])}{'…' * (start + LENGTH < len(text))}"
    return Passage(whole, tuple(TextSpan(a + shift, b + shift) for a, b in near), found[0].start)


def passage_of_event(event: Event, terms: Iterable[Term]) -> Passage:
    """The part of an event's words where a term stands: of a quote, else of the notes, else the first quote's start."""
    known = tuple(terms)
    quotes = [citation.quote.exact for citation in event.citations]
    found = (passage_of(text, known) for text in (*quotes, event.notes))
    return next((each for each in found if each.spans), passage_of(quotes[0] if quotes else "", ()))


def places_in(document: Document, terms: Iterable[Term], most: int) -> tuple[TextSpan, ...]:
    """Where terms stand in a document, at most so many."""
    return tuple(TextSpan(*span) for span in islice(places(terms, document.text), most))


def _line(text: str) -> str:
    return text.translate(_BLANK)


def _word_start(text: str, near: int) -> int:
    """Where a word begins, from ``near`` on."""
    blank = next((at for at in range(near, near + _BEFORE) if text[at].isspace()), near - 1)
    return blank + 1
