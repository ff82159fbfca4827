"""The people, tags and cited documents of an open project's events: read when first asked for, then kept in step."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np
from numpy.typing import NDArray

from timeline_app.storage.catalogue import Numbers
from timeline_app.storage.links import Kind, Linked, Links


class Read(Protocol):
    """``Project.links``."""

    def __call__(self, kind: Kind, numbers: Numbers | None = None, names: Sequence[str] = ()) -> Links:
        """The links of all events, or of the numbered ones."""
        ...


class Linking:
    """Holds each kind of links; what changed is read again when somebody asks."""

    def __init__(self, read: Read) -> None:
        self._read = read
        self._links: dict[Kind, Links] = {}
        self._stale: dict[Kind, list[Numbers]] = {}
        self._linked: dict[Kind, Linked] = {}

    def drop(self, numbers: Numbers) -> None:
        """These events have changed, come or gone, and others may stand elsewhere."""
        self._linked.clear()
        for kind in self._links:
            self._stale.setdefault(kind, []).append(numbers)

    def of(self, kind: Kind, places: NDArray[np.int64]) -> Linked:
        """The links of shown events; ``places`` gives by number where an event stands, -1 where it is not shown."""
        if kind not in self._linked:
            links = self._links[kind] = self._current(kind)
            self._linked[kind] = links.on(places)
        return self._linked[kind]

    def _current(self, kind: Kind) -> Links:
        if kind not in self._links:
            return self._read(kind)
        links, stale = self._links[kind], self._stale.pop(kind, [])
        if not stale:
            return links
        numbers = np.unique(np.concatenate(stale))
        return links.replaced(numbers, self._read(kind, numbers, links.names))
