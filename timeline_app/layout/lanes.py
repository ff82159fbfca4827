"""Lanes: the events in groups that people see, one below the other, each with a head that stays in sight.

An event that belongs to several lanes (two sources report it, three persons take part) stands in each of them. A lane
is columns of its own, so that whatever holds for a timeline holds for each lane: packing, density, level of detail.
Without lanes there is one, which holds everything and has no head.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Columns
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.texts import Choice, Texts


class LaneKind(StrEnum):
    """What events are told apart by; ``NONE`` draws no lanes."""

    NONE = "none"
    CATEGORY = "category"
    SOURCE = "source"
    PERSON = "person"
    OWN = "own"  # given by hand


@dataclass(frozen=True, slots=True)
class Label:
    """A lane before it has rows: ``id`` names it for good, ``name`` is what its head says, ``hue`` its category."""

    id: str
    name: str
    hue: str | None = None
    folded: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Lane:
    """One lane: its events as ``columns``, and the row that each has among all events; None where they are all."""

    label: Label
    columns: Columns
    rows: Rows | None = None

    @property
    def id(self) -> str:
        """What names it for good."""
        return self.label.id

    @classmethod
    def taken(cls, label: Label, columns: Columns, rows: Rows) -> Lane:
        """The lane of some ``rows`` of all ``columns``, ascending."""
        mask = np.zeros(len(columns), dtype=np.bool_)
        mask[rows] = True
        return cls(label, columns.taken(mask), rows)

    def row_of(self, row: int | None) -> int | None:
        """The row in here of one of all rows; None if it is not in here."""
        if row is None or self.rows is None:
            return row
        at = int(self.rows.searchsorted(row))
        return at if at < len(self.rows) and self.rows[at] == row else None

    def rows_of(self, rows: Rows) -> Rows:
        """Rows in here as rows among all."""
        return rows if self.rows is None else self.rows[rows]

    def picked(self, picked: NDArray[np.bool_] | None) -> NDArray[np.bool_] | None:
        """A mask over all rows as one over the rows in here."""
        return picked if picked is None or self.rows is None else picked[self.rows]

    def texts(self, texts: Texts) -> Texts:
        """The words of the rows in here."""
        return texts if self.rows is None else _LaneTexts(texts, self.rows)


@dataclass(frozen=True, slots=True, eq=False)
class _LaneTexts:
    """The words of the rows of a lane."""

    texts: Texts
    rows: Rows

    def title(self, row: int) -> str:
        """What to call the event."""
        return self.texts.title(int(self.rows[row]))

    def when(self, row: int, *, year: bool) -> str:
        """Its date in words."""
        return self.texts.when(int(self.rows[row]), year=year)

    def choices(self, row: int) -> tuple[Choice, ...]:
        """The times of which one is its date."""
        return self.texts.choices(int(self.rows[row]))


def lanes_of(columns: Columns, members: Iterable[tuple[Label, Rows]]) -> tuple[Lane, ...]:
    """Lanes of the rows that belong to each label; labels without rows get none."""
    return tuple(Lane.taken(label, columns, rows) for label, rows in members if len(rows))
