"""The views, eras, own categories and rules of an open project, held in memory as long as none of them changes."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar, cast

from timeline_app.model.arrangement import Arrangement, Era, IgnoreRule, OwnCategory, SavedView
from timeline_app.storage.arranged import KINDS

Kind = TypeVar("Kind", SavedView, Era, OwnCategory, IgnoreRule)


class Arrangements:
    """Reads each kind when it is asked for, and again after ``drop``."""

    def __init__(self, read: Callable[[str], tuple[Arrangement, ...]]) -> None:
        """``read`` gives all records of a kind as ``storage.arranged`` calls it."""
        self._read = read
        self._held: dict[str, tuple[Arrangement, ...]] = {}

    def of(self, kind: type[Kind]) -> tuple[Kind, ...]:
        """All records of a kind, by name, eras by time."""
        name = KINDS[kind]
        if name not in self._held:
            self._held[name] = tuple(sorted(self._read(name), key=_order))
        return cast("tuple[Kind, ...]", self._held[name])

    def drop(self, kinds: Iterable[str]) -> bool:
        """Records of these kinds have changed; whether any of them is held here."""
        changed = set(KINDS.values()).intersection(kinds)
        for kind in changed:
            self._held.pop(kind, None)
        return bool(changed)


def _order(record: Arrangement) -> tuple[int, str, str]:
    if isinstance(record, Era):
        earliest = record.value.earliest
        return (-(2**63) if earliest is None else earliest), record.name.casefold(), record.id
    name = record.words if isinstance(record, IgnoreRule) else record.name
    return 0, name.casefold(), record.id
