"""Candidates: which events may get a mark in a view, with their words set.

Only the most important rows of each tile of the view are looked at, so a frame costs by the pixel, not by the event.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import LIMIT, Columns, Form
from timeline_app.layout.pyramid import Rows, Times, distinct
from timeline_app.layout.scale import Pixels, Scale
from timeline_app.layout.texts import Texts
from timeline_app.layout.typeset import Setting, Typeset, Words, typeset, typeset_choices
from timeline_app.layout.view import View
from timeline_app.model import civil

FEW = 80  # so many events are all shown, however far down; more are shown by importance
TILE = 96.0  # pixels
MARGIN = 200.0  # pixels beside the view that are laid out too
FAR = 1e7  # pixels; what lies farther off is cut off first
PER_TILE = 9  # most candidates that begin in one tile where there are many in view
_LENIENT = 2  # times as many of a tile stay if they were there before
_MOST_HEADERS = 64
_LONG = 48.0  # pixels; longer periods do not compete with what happened in their tile


@dataclass(frozen=True, slots=True, eq=False)
class Sought:
    """What a search found, of whose marks none is left out while there is room; ``mask`` is of all rows.

    ``rows`` are those of all rows that are looked at here, None if it is all of them.
    """

    mask: NDArray[np.bool_]
    rows: Rows | None = None

    def among(self, rows: Rows) -> NDArray[np.bool_]:
        """Which of some rows were found."""
        return self.mask[rows if self.rows is None else self.rows[rows]]

    def between(self, low: int, high: int) -> Rows:
        """The rows found in ``[low, high)``."""
        found = self.mask[low:high] if self.rows is None else self.mask[self.rows[low:high]]
        return low + np.flatnonzero(found)


@dataclass(frozen=True, slots=True)
class Frame:
    """What a layout is asked for; ``most`` tracks are there, the first ``bars`` of them for bars.

    At most ``each`` candidates begin in one tile; of ``few`` events all are shown. Where bars stand ``apart``, whatever
    is no bar stands below all of them.
    """

    columns: Columns
    texts: Texts
    view: View
    setting: Setting
    selected: int | None
    most: int
    bars: int
    each: int
    few: bool
    apart: bool
    sought: Sought | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A row that may get a mark, at pixels ``[left, right)``."""

    row: int
    key: int
    left: float
    right: float
    words: Typeset


def tile_phase(scale: Scale) -> float:
    """A pixel at which a tile begins, the same time at any pan."""
    return scale.left % TILE if abs(scale.left) < FAR else 0.0


def tile_edges(left: float, right: float) -> Pixels:
    """Borders of tiles between two pixels; the last may be narrower."""
    return np.append(np.arange(left, right - 1.0, TILE), right)


def rows_of(frame: Frame, edges: Pixels) -> Rows:
    """The most important rows that touch the tiles, in time order."""
    limit = len(frame.columns) if frame.few else frame.each
    times = frame.view.scale.times(edges)
    rows = frame.columns.pyramid.rows(times, limit)
    if frame.sought is not None and not frame.few:
        rows = np.append(rows, _found(frame, frame.sought, times))
    return distinct(rows)


def _found(frame: Frame, sought: Sought, times: Times) -> Rows:
    """The most important rows that were found and begin in some tiles, as many as could be shown at most."""
    low, high = frame.columns.earliest.searchsorted(times[[0, -1]])
    rows, most = sought.between(int(low), int(high)), frame.each * len(times)
    if len(rows) <= most:
        return rows
    return rows[np.argpartition(-frame.columns.importance[rows], most)[:most]]


def best_rows(frame: Frame, rows: Rows, shown: Rows) -> Rows:
    """The most important of rows; of those ``shown`` before also the next ones, so that labels change seldom."""
    everything = distinct(np.concatenate((rows, shown)))
    lenient = np.intersect1d(most_important(frame, everything, _LENIENT), shown, assume_unique=True)
    return distinct(np.concatenate((most_important(frame, everything), lenient)))


def most_important(frame: Frame, rows: Rows, times: int = 1) -> Rows:
    """Of many rows the most important that begin in each tile, or ``times`` as many; of the long ones twice in all."""
    columns, scale, limit = frame.columns, frame.view.scale, times * frame.each
    if frame.few or not len(rows):
        return rows
    begin = np.maximum(scale.xs(columns.earliest[rows]), -MARGIN)
    tiles = np.floor((begin - tile_phase(scale)) / TILE)
    long = scale.xs(np.clip(columns.latest[rows], -LIMIT, LIMIT)) - begin >= _LONG
    tiles[long & (columns.form[rows] == Form.PERIOD)] = -np.inf
    order = np.lexsort((-importance_of(frame, rows), tiles))
    tiles, number = tiles[order], np.arange(len(order))
    first = np.concatenate(([True], tiles[1:] != tiles[:-1]))
    rank = number - np.maximum.accumulate(np.where(first, number, 0))
    return np.sort(rows[order[rank < np.where(np.isinf(tiles), 2 * limit, limit)]])


def importance_of(frame: Frame, rows: Rows) -> NDArray[np.float32]:
    """How important rows are, what was found more than all else."""
    importance = frame.columns.importance[rows]
    return importance if frame.sought is None else importance + 2 * frame.sought.among(rows).astype(np.float32)


def candidates_of(frame: Frame, rows: Rows, known: Mapping[int, Typeset]) -> list[Candidate]:
    """The rows with their words, set anew only where they are not known or no longer hold."""
    columns, scale, width = frame.columns, frame.view.scale, frame.view.width
    lefts = np.clip(scale.xs(columns.earliest[rows]), -FAR, width + FAR).tolist()
    rights = np.clip(scale.xs(columns.latest[rows]), -FAR, width + FAR).tolist()
    keys, forms = columns.key[rows].tolist(), columns.form[rows].tolist()
    years = single_years(frame.view)
    found: list[Candidate] = []
    for row, key, form, left, right in zip(rows.tolist(), keys, forms, lefts, rights, strict=True):
        if right < -MARGIN - TILE or left > width + MARGIN + TILE:
            continue
        words = known.get(key)
        if words is None or not words.holds(frame.setting, form, left, right):
            words = words_set(frame, row, form, (left, right), years)
        found.append(Candidate(row, key, left, right, words))
    return found


def words_set(frame: Frame, row: int, form: int, pixels: tuple[float, float], years: list[tuple[int, int]]) -> Typeset:
    """The words of a row set anew; the date without a year where the header of the stretch says it."""
    columns, texts = frame.columns, frame.texts
    dated = not frame.setting.compact or form == Form.PERIOD or pixels[1] - pixels[0] >= TILE
    said = any(start <= columns.earliest[row] and columns.latest[row] <= end for start, end in years)
    words = Words(texts.title(row), texts.when(row, year=not said) if dated else "")
    if form == Form.BETWEEN and (choices := texts.choices(row)):
        places = frame.view.scale.xs(np.array(choices, dtype=np.int64).ravel()) - pixels[0]
        return typeset_choices(frame.setting, pixels, places.tolist(), words)
    return typeset(frame.setting, form, *pixels, words)


def single_years(view: View) -> list[tuple[int, int]]:
    """The stretches in view that lie in one year each, which their header says; none where there are very many."""
    if view.scale.segment_at(view.width) - view.scale.segment_at(0.0) > _MOST_HEADERS:
        return []
    stretches = [segment for segment in view.scale.segments(0.0, view.width) if not segment.folded]
    return [
        (stretch.start, stretch.end)
        for stretch in stretches
        if civil.from_seconds(stretch.start).year == civil.from_seconds(stretch.end - 1).year
    ]
