"""What a search found, counted by source, in the order in which people see the events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.model.document import DocumentId
from timeline_app.session.events import Events, Shelf
from timeline_app.storage.catalogue import Catalogue
from timeline_app.storage.project import Found


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """``ordinals`` are the places of the events in ``Session.events``, ascending; ``documents`` have the words in their
    text or title. ``by_source`` counts the events by the document of their first citation.
    """  # noqa: D205 - one thought

    events: Events
    ordinals: NDArray[np.intp]
    documents: tuple[DocumentId, ...]
    by_source: Mapping[DocumentId, int]

    @classmethod
    def of(cls, found: Found, catalogue: Catalogue, numbers: Mapping[DocumentId, int], shelf: Shelf) -> Hits:
        """What was found among the events of a catalogue; ``numbers`` are those of the shown documents."""
        last = max(int(numbers.max()) if len(numbers) else 0 for numbers in (found.events, catalogue.number))
        has = np.zeros(last + 1, dtype=np.bool_)
        has[found.events] = True
        ordinals = np.flatnonzero(has[catalogue.number])
        documents = set(found.documents.tolist())
        counts = np.bincount(catalogue.document[ordinals])
        return cls(
            Events(catalogue.number[ordinals], shelf),
            ordinals,
            tuple(name for name, number in numbers.items() if number in documents),
            {name: int(counts[number]) for name, number in numbers.items() if number < len(counts) and counts[number]},
        )
