"""Any number of events for benchmarks, straight as columns; an event is made only when somebody looks at it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any, overload

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import PRECISIONS, STATUSES, Columns, Form
from timeline_app.model import civil
from timeline_app.model.event import Category, Event, EventId, Factuality, Status
from timeline_app.model.temporal import Bounds, Kind, Precision, TemporalValue, day_edtf
from timeline_app.session.session import Session
from timeline_app.storage.catalogue import Catalogue
from timeline_app.ui.sifting import Base, Chosen, Coded, Facet, Values

_WORDS = (
    "the council", "a treaty", "the river", "three ships", "an envoy", "the harbour", "the old bridge", "her brother",
    "signed", "crossed", "reached", "besieged", "founded", "left", "rebuilt", "refused",
)  # fmt: skip
_CATEGORIES = tuple(category.value for category in Category)
_FIRST, _LAST = civil.to_seconds(-3000), civil.to_seconds(2020)
_LENGTHS = (civil.DAY, 30 * civil.DAY, 365 * civil.DAY, 4 * 365 * civil.DAY)
_SHARES = (0.7, 0.15, 0.1, 0.05)
_NEAR, _SHORT_PERIODS = 0.5, 0.02  # of all


class Events(Sequence[Event]):
    """Events by ordinal, made of ``columns`` and forgotten again."""

    def __init__(self, columns: Columns) -> None:
        self._columns = columns
        self._made = lru_cache(maxsize=2000)(self._make)

    def __len__(self) -> int:
        return len(self._columns)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Chosen: ...
    def __getitem__(self, index: int | slice) -> Event | Chosen:
        if isinstance(index, slice):
            return Chosen(self, np.arange(len(self))[index])
        return self._made(index)

    def _make(self, ordinal: int) -> Event:
        columns, number = self._columns, ordinal * 2_654_435_761 % 2**32
        words = " ".join((_WORDS[number % 8], _WORDS[8 + number // 8 % 8], _WORDS[number // 64 % 8]))
        start = int(columns.earliest[ordinal])
        day = Bounds(start, start + civil.DAY)
        value = TemporalValue(day_edtf(start), Kind.INSTANT, day, day, Precision.DAY)  # 30 times as fast as parsing
        category = _CATEGORIES[columns.category[ordinal]]
        return Event(EventId(str(ordinal)), words.capitalize(), value, (), Status.ACCEPTED, category)


class SyntheticSession(Session):
    """A session that holds a base as if it had read its events from documents."""

    def __init__(self) -> None:
        super().__init__()
        self.made: Sequence[Event] = ()
        self.listed: Catalogue | None = None

    @property
    def catalogue(self) -> Catalogue:
        """What a project would know of the events."""
        return self.listed or super().catalogue

    def event(self, event_id: EventId) -> Event:
        """The event of an id, which is its ordinal."""
        return self.made[int(event_id)]

    def index_of(self, event_id: EventId) -> int:
        """Its ordinal."""
        return int(event_id)


def arrays(count: int) -> dict[str, NDArray[Any]]:
    """What a reader of a large file would have: unsorted arrays, five thousand years with crowds in some of them."""
    random = np.random.default_rng(count)
    crowds = random.integers(_FIRST, _LAST, 40)
    near = crowds[random.integers(0, 40, count)] + random.normal(0, 3 * 365 * civil.DAY, count).astype(np.int64)
    anywhere = random.integers(_FIRST, _LAST, count)
    earliest = np.where(random.random(count) < _NEAR, near, anywhere) // civil.DAY * civil.DAY
    length = random.choice(len(_LENGTHS), count, p=_SHARES)
    periods = (length == len(_LENGTHS) - 1) | (random.random(count) < _SHORT_PERIODS)
    return {
        "earliest": earliest,
        "latest": earliest + np.array(_LENGTHS)[length],
        "form": np.where(periods, Form.PERIOD, Form.UNIT).astype(np.uint8),
        "precision": np.full(count, PRECISIONS.index(Precision.DAY), dtype=np.uint8),
        "category": random.integers(0, len(_CATEGORIES), count).astype(np.uint8),
        "status": np.full(count, STATUSES.index(Status.ACCEPTED), dtype=np.uint8),
        "importance": random.random(count, dtype=np.float32),
    }


def catalogue_of(columns: Columns) -> Catalogue:
    """The catalogue of a project that holds these events, none with a source, a lane or anything by hand."""
    zeros = {
        name: np.zeros(len(columns), dtype=kind)
        for kind, names in {
            np.uint8: ("set_by_hand", "edited", "has_notes", "flags", "unplaced"),
            np.uint16: ("lane",),
            np.int32: ("place", "document", "start"),
        }.items()
        for name in names
    }
    same = {
        name: getattr(columns, name)
        for name in ("earliest", "start_latest", "end_earliest", "latest", "form", "precision", "status", "factuality",
                     "importance")
    }  # fmt: skip
    return Catalogue(
        number=columns.key,
        approximate=columns.approximate.astype(np.uint8),
        category=columns.category.astype(np.uint16),
        confidence=np.ones(len(columns), dtype=np.float32),
        categories=_CATEGORIES,
        lanes=("",),
        **same,
        **zeros,
    )


def base_of(made: dict[str, NDArray[Any]]) -> Base:
    """The base that a session of these events has."""
    columns = Columns.from_arrays(**made, categories=_CATEGORIES)
    ordinals = np.arange(len(columns), dtype=np.intp)
    columns = Columns(**{**vars(columns), "ordinal": ordinals})
    nothing = Coded(("",), np.zeros(len(columns), dtype=np.uint16))
    facets: dict[Facet, Values] = {
        Facet.STATUS: Coded((str(Status.ACCEPTED),), nothing.codes),
        Facet.CATEGORY: Coded(_CATEGORIES, columns.category.astype(np.uint16)),
        Facet.FACTUALITY: Coded((str(Factuality.HAPPENED),), nothing.codes),
    }
    return Base(Events(columns), columns, columns.key, lambda facet: facets.get(facet, nothing))
