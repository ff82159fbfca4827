"""What a search found, counted by source, in the order in which people see the events."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.document import DocumentId
from timeline_app.session.events import Events, Shelf
from timeline_app.storage.catalogue import Catalogue
from timeline_app.storage.links import Linked
from timeline_app.storage.project import Found


@dataclass(frozen=True, eq=False)
class Hits:
    """``ordinals`` are the places of the events in ``Session.events``, ascending; ``documents`` have the words in their
    text or title.
    """  # noqa: D205 - one thought

    events: Events
    ordinals: NDArray[np.intp]
    documents: tuple[DocumentId, ...]
    _cited: Callable[[], Linked]

    @cached_property
    def by_source(self) -> dict[DocumentId, int]:
        """How many of the events each document reports; one that several report is counted for each.

        To be asked before the session's events change. The first time in a session it takes as long as ``linked``.
        """
        cited = self._cited()
        among = np.zeros(cited.total, dtype=np.bool_)
        among[self.ordinals] = True
        return {DocumentId(cited.names[code]): int(n) for code, n in enumerate(cited.counts(among)) if n}

    @classmethod
    def of(
        cls,
        found: Found,
        catalogue: Catalogue,
        numbers: Mapping[DocumentId, int],
        shelf: Shelf,
        cited: Callable[[], Linked],
    ) -> Hits:
        """What was found among the events of a catalogue; ``numbers`` are those of the shown documents.

        ``cited`` gives the links of all events with the documents that they cite.
        """
        last = max(int(numbers.max()) if len(numbers) else 0 for numbers in (found.events, catalogue.number))
        has = np.zeros(last + 1, dtype=np.bool_)
        has[found.events] = True
        ordinals = np.flatnonzero(has[catalogue.number])
        documents = set(found.documents.tolist())
        return cls(
            Events(catalogue.number[ordinals], shelf),
            ordinals,
            tuple(name for name, number in numbers.items() if number in documents),
            cited,
        )
