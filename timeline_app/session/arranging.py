"""What a person does to views, eras, own categories and rules about dates to ignore, each as a ``Change``.

As in ``edits`` these look at values and make values; ``Session.apply`` makes them so.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import replace

from timeline_app.model.arrangement import Arrangement, Era, IgnoreRule, OwnCategory, SavedView
from timeline_app.model.change import Change, Edit
from timeline_app.model.event import Category, Event

_KINDS = {SavedView: "view", Era: "era", OwnCategory: "category", IgnoreRule: "rule to ignore dates like"}


def new_id() -> str:
    """An id that no record has."""
    return uuid.uuid4().hex[:16]


def add(record: Arrangement) -> Change:
    """A new view, era, category or rule."""
    return Change(f"New {_named(record)}", (Edit(None, record),))


def change(before: Arrangement, after: Arrangement) -> Change:
    """Another name, hue, time, filter, … for what has the same id; a category through ``change_category``."""
    if before == after:
        return Change("", ())
    renamed = f" “{_name(after)}”" if _name(before) != _name(after) else ""
    return Change(f"{'Call' if renamed else 'Change'} the {_named(before)}{renamed}", (Edit(before, after),))


def remove(record: Arrangement) -> Change:
    """A view, era or rule away; a category through ``remove_category``."""
    return Change(f"Remove the {_named(record)}", (Edit(record, None),))


def change_category(before: OwnCategory, after: OwnCategory, events: Iterable[Event]) -> Change:
    """Another name, hue or letter; the ``events`` that have the category, hidden ones too, follow its name."""
    changed = change(before, after)
    return replace(changed, edits=(*changed.edits, *_moved(events, before.name, after.name)))


def remove_category(category: OwnCategory, events: Iterable[Event]) -> Change:
    """A category away; the ``events`` that have it, hidden ones too, become Other."""
    removed = remove(category)
    return replace(removed, edits=(*removed.edits, *_moved(events, category.name, Category.OTHER)))


def _moved(events: Iterable[Event], before: str, after: str) -> list[Edit]:
    if before == after:
        return []
    return [Edit(event, replace(event, category=after)) for event in events if event.category == before]


def _named(record: Arrangement) -> str:
    return f"{_KINDS[type(record)]} “{_name(record)}”"


def _name(record: Arrangement) -> str:
    return record.words if isinstance(record, IgnoreRule) else record.name
