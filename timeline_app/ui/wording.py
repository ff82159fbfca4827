"""Small sentences of the window: counts, the status line, a quote with its source."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from datetime import datetime

from timeline_app.model import civil
from timeline_app.model.document import Document
from timeline_app.model.event import Event
from timeline_app.model.temporal import TemporalValue, day_edtf, parse_edtf
from timeline_app.model.wording import MONTHS, Style, in_words, year_in_words

_TIP_WIDTH, _TIP_LINES = 72, 5  # characters of a line of a tool tip, lines of a quote in it


def counted(number: int, unit: str) -> str:
    """A number with its unit: "1 document", "7 proposed events", "4,210 characters"."""
    return f"{number:,} {unit}{'' if number == 1 else 's'}"


def source_name(document: Document) -> str:
    """Who says so: the publisher, else the author, else the title."""
    return document.source


def published_in_words(document: Document, style: Style = Style.PLAIN) -> str:
    """The date of a document in words, "" without one."""
    return in_words(document.published.value, style) if document.published else ""


def range_in_words(events: Iterable[Event]) -> str:
    """First to last date of the placed events, each as exact as its own words: "1969 – 31 March 2011"."""
    values = [event.value for event in events if event.value is not None]
    starts = [value for value in values if value.earliest is not None]
    ends = [value for value in values if value.latest is not None]
    if not starts or not ends:
        return ""
    first = min(starts, key=lambda value: (value.earliest or 0, value.latest or 0))
    last = max(ends, key=lambda value: (value.latest or 0, value.earliest or 0))
    one, other = _edge(first, end=False), _edge(last, end=True)
    return one if one == other else f"{one} – {other}"


def citation_text(event: Event, documents: dict[str, Document]) -> str:
    """An event as a quote with its source, for the clipboard: date and title, then each quote and where it stands."""
    date = in_words(event.value, Style.LONG) if event.value else "Not dated"
    lines = [f"{date}: {event.title}"]
    for citation in event.citations:
        document = documents[citation.document]
        names = dict.fromkeys((document.title, document.publisher, published_in_words(document), citation.locator))
        lines.append(f"“{citation.quote.exact.strip()}” — {', '.join(name for name in names if name)}")
    return "\n".join(lines)


def on_day(at: datetime | None) -> str:
    """The day of a moment by the clock of this computer, to end a sentence with: " on 22 November 2026"; "" of none."""
    if at is None:
        return ""
    day = at.astimezone()
    return f" on {day.day} {MONTHS[day.month - 1]} {day.year}"


def date_in_words(event: Event) -> str:
    """The date of an event, or that it has none."""
    return in_words(event.value, Style.LONG) if event.value else "not placed"


def first_line(event: Event, width: int) -> str:
    """The first so many characters of an event's first quote, cut between words; "" without a quote."""
    if not event.citations:
        return ""
    return f"“{textwrap.shorten(event.citations[0].quote.exact, width, placeholder=' …')}”"


def kind_and_quote(event: Event) -> str:
    """What there is to say of an event after its title and date."""
    kind = f"{event.category}, {event.factuality}, {event.status}"
    return f"{kind}. {first_line(event, _TIP_WIDTH * _TIP_LINES)}" if event.citations else kind


def event_in_words(event: Event) -> str:
    """An event in three lines: its title, its date and kind, and the words it comes from."""
    quote = f"“{event.citations[0].quote.exact}”" if event.citations else ""
    kind = f"{date_in_words(event)} · {event.category} · {event.factuality}, {event.status}"
    lines = (event.title, kind, textwrap.fill(quote, _TIP_WIDTH, max_lines=_TIP_LINES, placeholder=" …"))
    return "\n".join(line for line in lines if line)


def empty_words(documents: int, undated: int, reading: int) -> str:
    """What stands in the middle of a timeline without events, and what to do about it."""
    if reading:
        return f"Reading {counted(reading, 'document')}…"
    if undated:
        return f"{counted(undated, 'event')} found, none with a date yet.\nSay below when the document was written."
    if documents:
        return "No dated events found in these documents, or all are hidden by the filters at the left."
    return (
        "Open a document, drop one here, or paste text.\nIts dated events appear on the timeline, each with its source."
    )


def status_text(shown: int, events: int, documents: int, span: str, undated: int) -> str:
    """The status line: "7 of 7 events · 1 source · 1969 – 31 March 2011 · 0 not placed"; ``span`` may be ""."""
    parts = (f"{shown:,} of {counted(events, 'event')}", counted(documents, "source"), span, f"{undated:,} not placed")
    return " · ".join(part for part in parts if part)


def _edge(value: TemporalValue, *, end: bool) -> str:
    if not value.is_period and not value.edtf.startswith("["):
        return in_words(value)
    bounds = value.end if end else value.start
    earliest, latest = bounds
    if earliest is None or latest is None:
        return in_words(value)
    if latest - earliest <= civil.DAY:
        return in_words(parse_edtf(day_edtf(earliest)))
    return year_in_words(civil.from_seconds(earliest if not end else latest - 1).year)
