"""What a person does to one event or to several at once, as one ``Change`` and so as one step of the history.

``each`` turns an edit of one event into an edit of several; the others here are such edits.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from timeline_app.model.change import Change, Edit
from timeline_app.model.event import Event
from timeline_app.model.temporal import TemporalValue
from timeline_app.session import edits


def each(events: Iterable[Event], edit: Callable[[Event], Change]) -> Change:
    """The same edit of each event. Of several that it changes, the label says how many there are."""
    changed = [(event, change) for event in events if (change := edit(event)).edits]
    if not changed:
        return Change("", ())
    first, change = changed[0]
    many = change.label.replace(f"“{first.title}”", f"{len(changed)} events", 1)
    whole = tuple(edit for _, one in changed for edit in one.edits)
    return replace(change, label=change.label if len(changed) == 1 else many, edits=whole)


def set_date(events: Iterable[Event], value: TemporalValue) -> Change:
    """The same date for all."""
    return each(events, lambda event: edits.set_date(event, value) if event.value != value else Change("", ()))


def set_notes(events: Iterable[Event], notes: str) -> Change:
    """The same notes for all."""
    return each(events, lambda event: edits.set_notes(event, notes))


def set_notes_public(events: Iterable[Event], *, on: bool) -> Change:
    """Whether notes may be exported and copied."""
    label = "May be exported" if on else "Not to be exported"

    def edit(event: Event) -> Change:
        after = replace(event, notes_public=on, edited=True)
        same = event.notes_public == on
        return Change(f"{label}: notes on “{event.title}”", () if same else (Edit(event, after),))

    return each(events, edit)


def add_participant(events: Iterable[Event], name: str) -> Change:
    """One more who took part."""
    return each(events, lambda event: edits.set_participants(event, [*event.participants, name]))


def remove_participant(events: Iterable[Event], name: str) -> Change:
    """One who did not take part."""
    return each(events, lambda event: edits.set_participants(event, _without(event.participants, name)))


def add_tag(events: Iterable[Event], tag: str) -> Change:
    """One more tag."""
    return each(events, lambda event: edits.set_tags(event, [*event.tags, tag]))


def remove_tag(events: Iterable[Event], tag: str) -> Change:
    """A tag off."""
    return each(events, lambda event: edits.set_tags(event, _without(event.tags, tag)))


def _without(names: tuple[str, ...], name: str) -> list[str]:
    return [other for other in names if other != name]
