"""What the head of the source panel says of an event or of several, in words; no Qt."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from timeline_app.model.conflict import disagreement
from timeline_app.model.event import Event, Flag
from timeline_app.model.wording import in_words

MOST_TITLES = 12  # of events selected together


def picked_in_words(picked: Sequence[Event]) -> str:
    """What events that are selected together are called."""
    titles = [event.title for event in picked[:MOST_TITLES]]
    more = len(picked) - len(titles)
    return "\n".join(f"· {title}" for title in titles) + (f"\n… and {more:,} more" if more else "")


def chip_in_words(event: Event, color: str) -> str:
    """The category, status and flags of an event, as rich text with a dot in the category's colour."""
    flags = [flag for flag in Flag if flag in event.flags]
    words = escape(" · ".join([event.category, event.status, *flags]).upper())
    return f'<span style="color:{color}">●&nbsp; {words}</span>'


def conflict_in_words(event: Event) -> str:
    """Which dates the sources give, if they cannot all be right, with the numbers of the sources' rows; else ""."""
    numbers: dict[str, list[str]] = {}
    for citation, value in disagreement(event):
        numbers.setdefault(in_words(value), []).append(str(event.citations.index(citation) + 1))
    dates = " · ".join(f"{words} ({', '.join(those)})" for words, those in numbers.items())
    return f"Sources disagree about the date: {dates}" if numbers else ""
