"""A new event before it is saved, made of nothing, of a date, or of words that somebody selected in a document. No Qt.

Its date is that of the words, or of the nearest date in the text: first among the words themselves, then before them
in the same paragraph, then after them there, then before.
"""

from __future__ import annotations

import textwrap
import uuid
from collections.abc import Sequence
from dataclasses import replace

from timeline_app.extraction.segmentation import sentences_at
from timeline_app.model.document import Document, TextSpan, paragraph_number, paragraph_starts, quote_at
from timeline_app.model.event import Citation, Event, EventId, Status, Tagging, Timex, TimexType
from timeline_app.model.temporal import TemporalValue

_LONGEST = 80  # characters of a title made of a quote


def new_entry(value: TemporalValue | None = None) -> Event:
    """An event without a title. It is accepted, for nobody else proposed it."""
    return Event(_new_id(), "", value, (), Status.ACCEPTED, set_by_hand=value is not None, edited=True)


def entry_from_words(document: Document, tagging: Tagging, span: TextSpan) -> Event:
    """An event that the words of a span report, dated by the nearest date in the text."""
    words = trimmed(document.text, span)
    return _entry(document, words, nearest_date(document.text, tagging.expressions, words))


def entry_of_date(document: Document, timex: Timex, value: TemporalValue | None = None) -> Event:
    """An event that the sentence of a date reports; ``value`` is its date where that is not as the words were read."""
    entry = _entry(document, sentence_of(document.text, timex.span), [timex])
    return entry if value is None else replace(entry, value=value, set_by_hand=True)


def _entry(document: Document, words: TextSpan, dates: Sequence[Timex]) -> Event:
    citation = Citation(
        document.id, quote_at(document.text, words), tuple(dates), paragraph_of(document.text, words.start)
    )
    value = dates[0].temporal if dates else None
    title = textwrap.shorten(" ".join(citation.quote.exact.split()), _LONGEST, placeholder="…")
    return Event(_new_id(), title.rstrip(" .,;:"), value, (citation,), Status.ACCEPTED, edited=True)


def sentence_of(text: str, span: TextSpan) -> TextSpan:
    """The sentence that some words stand in; the words alone where they stand in none."""
    return next((each for each in sentences_at(text, [span.start]) if each.start <= span.start < each.end), span)


def nearest_date(text: str, timexes: Sequence[Timex], span: TextSpan) -> list[Timex]:
    """The expression that most likely dates the words of a span, in a list; empty where the text has none."""
    dated = [timex for timex in timexes if is_dated(timex)]
    if inside := [timex for timex in dated if timex.span.start < span.end and span.start < timex.span.end]:
        return inside[:1]
    starts = paragraph_starts(text)
    here = paragraph_number(starts, span.start)

    def distance(timex: Timex) -> tuple[bool, bool, int]:
        elsewhere = paragraph_number(starts, timex.span.start) != here
        after = timex.span.start >= span.end
        return elsewhere, after, timex.span.start - span.end if after else span.start - timex.span.end

    return sorted(dated, key=distance)[:1]


def dates_in(timexes: Sequence[Timex], span: TextSpan) -> list[Timex]:
    """The dates among the words of a span."""
    return [timex for timex in timexes if is_dated(timex) and span.start <= timex.span.start < span.end]


def is_dated(timex: Timex) -> bool:
    """Whether an expression has a place in time, rather than saying how long or how often."""
    return timex.temporal is not None and timex.type in {TimexType.DATE, TimexType.TIME}


def trimmed(text: str, span: TextSpan) -> TextSpan:
    """A span without the white space at its ends."""
    words = text[span.start : span.end]
    start = span.start + len(words) - len(words.lstrip())
    return TextSpan(start, start + len(words.strip()))


def paragraph_of(text: str, position: int) -> str:
    """Where a position is, as citations say it."""
    return f"paragraph {paragraph_number(paragraph_starts(text), position)}"


def _new_id() -> EventId:
    return EventId(uuid.uuid4().hex[:16])
