"""What is said of what is drawn: to the pointer, on a small card, and to those who hear the timeline. No widget."""

from __future__ import annotations

from collections.abc import Callable
from html import escape
from typing import Any

from PySide6.QtCore import QRect

from timeline_app.layout.figures import Box, Cluster, Counter, EraBand, Fold, Handle, LaneHead, Mark, Overflow
from timeline_app.layout.scene import Hit, Scene
from timeline_app.model.temporal import parse_edtf
from timeline_app.model.wording import in_words, length_in_words
from timeline_app.ui.shown import Shown
from timeline_app.ui.spoken import Entry
from timeline_app.ui.wording import counted, date_in_words, event_in_words, first_line, kind_and_quote

_QUOTE = 90  # characters of a quote on a card


def words_of(found: Hit | None, shown: Shown) -> str:
    """What to say about something drawn; "" about nothing."""
    if isinstance(found, Mark):
        return event_in_words(shown.event_at(found.row))
    return _WORDS[type(found)](found) if found is not None else ""


def card_of(found: Hit | None, shown: Shown) -> str:
    """Something drawn as a small card, in rich text: an event's title, date and first words."""
    if not isinstance(found, Mark):
        return escape(words_of(found, shown))
    event = shown.event_at(found.row)
    quote = f"<div>{escape(first_line(event, _QUOTE))}</div>" if event.citations else ""
    return f"<b>{escape(event.title)}</b><div>{escape(date_in_words(event))}</div>{quote}"


def entries_of(scene: Scene, shown: Shown) -> tuple[Entry, ...]:
    """What is drawn, for those who hear it: the eras, then lane by lane its head and its events in order of time."""
    eras = tuple(Entry(f"Era {band.name}", _dates(band), _rect(band.ribbon), selected=False) for band in scene.eras)
    heads = [(head.lane, -1, _head_entry(head)) for head in scene.heads]
    marks = [(mark.lane, mark.row, _entry(mark, shown)) for mark in scene.marks]
    return (*eras, *(entry for _, _, entry in sorted([*heads, *marks], key=lambda spoken: spoken[:2])))


def _entry(mark: Mark, shown: Shown) -> Entry:
    event = shown.event_at(mark.row)
    name = f"{event.title}, {date_in_words(event)}, {mark.row + 1} of {len(shown.columns)}"
    return Entry(name, kind_and_quote(event), _rect(mark.box), mark.selected)


def _head_entry(head: LaneHead) -> Entry:
    state = ", folded" if head.folded else ""
    return Entry(f"Lane {head.name}, {counted(head.count, 'event')}{state}", "Lane", _rect(head.box), selected=False)


def _dates(found: EraBand) -> str:
    return in_words(parse_edtf(found.edtf))


def _counter(found: Counter) -> str:
    side = "earlier" if found.side < 0 else "later"
    return f"{counted(found.count, 'event')} {side}; click to go to the nearest"


_WORDS: dict[type, Callable[[Any], str]] = {
    Cluster: lambda found: f"{counted(found.count, 'event')} more here; click to zoom in",
    Counter: _counter,
    Overflow: lambda found: f"{counted(found.count, 'event')} below; click to scroll to the next",
    Handle: lambda _: "Drag to set another date; Escape leaves it",
    Fold: lambda found: f"{length_in_words(found.start, found.end)} without events, folded away",
    EraBand: lambda found: f"{found.name}, {_dates(found)}; double-click to edit",
    LaneHead: lambda found: f"{found.name}, {counted(found.count, 'event')}; drag to move, double-click to rename",
}


def _rect(box: Box) -> QRect:
    return QRect(round(box.left), round(box.top), round(box.width), round(box.height))
