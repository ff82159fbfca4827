"""The people, tags and cited documents of an open project's events: read when first asked for, then kept in step."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.pyramid import distinct
from timeline_app.storage.catalogue import Catalogue, Numbers
from timeline_app.storage.links import Kind, Linked, Links
from timeline_app.storage.project import Project


class Linking:
    """Holds each kind of links; what changed is read again when somebody asks."""

    def __init__(self, project: Project, links: Mapping[Kind, Links]) -> None:
        """``links`` are those that were read already."""
        self._project = project
        self._links = dict(links)
        self._stale: dict[Kind, list[Numbers]] = {}
        self._linked: dict[Kind, Linked] = {}

    @property
    def links(self) -> dict[Kind, Links]:
        """Those that are held and in step."""
        return {kind: links for kind, links in self._links.items() if not self._stale.get(kind)}

    def drop(self, numbers: Numbers) -> None:
        """These events have changed, come or gone, and others may stand elsewhere."""
        self._linked.clear()
        for kind in self._links:
            self._stale.setdefault(kind, []).append(numbers)

    def of(self, kind: Kind, catalogue: Catalogue, places: NDArray[np.int64]) -> Linked:
        """The links of shown events; ``places`` gives by number where an event stands, -1 where it is not shown."""
        if kind not in self._linked:
            links = self._links[kind] = self._current(kind, catalogue)
            self._linked[kind] = links.on(places)
        return self._linked[kind]

    def _current(self, kind: Kind, catalogue: Catalogue) -> Links:
        if kind not in self._links:
            return self._project.all_links(kind, catalogue)
        links, stale = self._links[kind], self._stale.pop(kind, [])
        if not stale:
            return links
        numbers = distinct(np.concatenate(stale))
        return links.replaced(numbers, self._project.links(kind, numbers, links.names))
