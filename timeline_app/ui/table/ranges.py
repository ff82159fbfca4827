"""Qt's selections of whole rows as arrays of rows, and back."""

from __future__ import annotations

import numpy as np
from PySide6.QtCore import QAbstractItemModel, QItemSelection

from timeline_app.ui.table.order import Ordinals

MOST = 2_000  # stretches of rows that are selected; of more Qt takes too long


def rows_of(selection: QItemSelection) -> Ordinals:
    """The rows of a selection, ascending."""
    found = [np.arange(top, bottom + 1) for top, bottom in sorted(set(_stretches(selection)))]
    return np.concatenate([np.zeros(0, dtype=np.intp), *found])


def height_of(selection: QItemSelection) -> int:
    """How many rows a selection has."""
    return sum(bottom - top + 1 for top, bottom in _stretches(selection))


def selection_of(model: QAbstractItemModel, rows: Ordinals) -> QItemSelection:
    """The selection of some rows, which ascend; of very many stretches only the first."""
    selection, last = QItemSelection(), model.columnCount() - 1
    for part in np.split(rows, np.flatnonzero(np.diff(rows) > 1) + 1)[:MOST] if len(rows) else ():
        selection.select(model.index(int(part[0]), 0), model.index(int(part[-1]), last))
    return selection


def _stretches(selection: QItemSelection) -> list[tuple[int, int]]:
    return [(each.top(), each.bottom()) for each in map(selection.at, range(selection.count()))]
