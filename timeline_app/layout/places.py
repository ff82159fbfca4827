"""Places: which events get a mark, and in which lane each stands.

Only the most important rows of each tile of the view are looked at, so a frame costs by the pixel, not by the event.
The view is laid out in whole tiles with a margin. While it pans, tiles once laid out stay as they are and only new ones
are filled, so nothing jumps and no label appears between others. At another zoom all is laid out anew, but what had a
lane keeps it unless it must move or much room has opened above.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.layout.columns import LIMIT, Columns, Form
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.packing import LANE, Lanes
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.scale import Pixels
from timeline_app.layout.texts import Texts
from timeline_app.layout.typeset import Setting, Typeset, Words, typeset
from timeline_app.layout.view import View
from timeline_app.model import civil

FEW = 80  # so many events are all shown, however far down; more are shown by importance
TILE = 96.0  # pixels
_PER_TILE = 9  # most candidates that begin in one tile
_LONG = 48.0  # pixels; longer periods do not compete with what happened in their tile
_MARGIN = 200.0  # pixels beside the view that are laid out too
_KEEP_WITHIN = 4  # lanes; at another zoom a mark moves up only for more
_DATED = 40  # with more events in view small marks have no date beside them
_CROWD = 1000  # with more events in view marks fill its height, else twice that
_BARS = 0.4  # of that height of the view at most for bars
_NO_END = 1_000_000  # lanes
_FAR = 1e7  # pixels; what lies farther off is cut off first


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands: its first lane, and whether its words stand left of its body or end with its bar."""

    row: int
    lane: int
    leftward: bool
    words: Typeset


@dataclass(frozen=True, slots=True)
class Placed:
    """A place and the pixels ``[left, right)`` of its event in this view."""

    place: Place
    left: float
    right: float


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """All places by the keys of their events.

    ``words`` are those of all that were tried, ``laid`` the pixels that were laid out, ``base`` is the first lane of
    what is no bar.
    """

    columns: Columns
    view: View
    setting: Setting
    words: Mapping[int, Typeset]
    by_key: Mapping[int, Place]
    placed: tuple[Placed, ...]
    laid: tuple[float, float]
    base: int

    @property
    def height(self) -> float:
        """Pixels down to the lowest mark."""
        return max((each.place.lane * LANE + each.place.words.height for each in self.placed), default=0.0)

    @property
    def rows(self) -> Rows:
        """The rows that have a place."""
        return np.array([each.place.row for each in self.placed], dtype=np.intp)


@dataclass(frozen=True, slots=True)
class _Frame:
    """What is asked for; ``most`` lanes are there, the first ``bars`` of them for bars."""

    columns: Columns
    texts: Texts
    view: View
    setting: Setting
    selected: int | None
    most: int
    bars: int


@dataclass(slots=True)
class _Filling:
    """Lanes while they are being filled."""

    lanes: Lanes
    base: int
    placed: list[Placed]
    full: set[tuple[int, int]]  # (tile, lanes) that have no room left


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that may get a mark, at pixels ``[left, right)``."""

    row: int
    key: int
    left: float
    right: float
    words: Typeset


def place_events(
    columns: Columns,
    texts: Texts,
    view: View,
    metrics: Metrics,
    *,
    previous: Places | None,
    selected: int | None,
    room: float,
) -> Places:
    """Places for a view whose content has ``room`` pixels of height."""
    one, count = max(4, int(room / LANE)), _in_view(columns, view)
    most = _NO_END if len(columns) <= FEW else one if count > _CROWD else 2 * one
    bars = _NO_END if len(columns) <= FEW else max(4, int(_BARS * one))
    frame = _Frame(columns, texts, view, Setting(metrics, view.width, count > _DATED), selected, most, bars)
    if previous is None or not _is_pan(previous, columns, view):
        return _all_anew(frame, previous)
    shift = view.scale.x(previous.view.scale.origin) - previous.view.scale.origin_x
    if abs(shift) > view.width:
        return _all_anew(frame, previous)
    return _panned(replace(frame, setting=previous.setting), previous, shift)


def tile_edges(left: float, right: float) -> Pixels:
    """Borders of tiles between two pixels; the last may be narrower."""
    return np.append(np.arange(left, right - 1.0, TILE), right)


def _in_view(columns: Columns, view: View) -> int:
    """How many events touch the view."""
    ended = columns.latest_sorted.searchsorted(np.int64(view.start), "right")
    return int(columns.earliest.searchsorted(np.int64(view.end)) - ended)


def _is_pan(previous: Places, columns: Columns, view: View) -> bool:
    """Whether only the place in time or the scroll differs."""
    before, after = previous.view, view
    same = before.scale.shape is after.scale.shape and abs(before.scale.zoom / after.scale.zoom - 1) < 1e-9  # noqa: PLR2004
    return same and previous.columns is columns and (before.width, before.height) == (after.width, after.height)


def _all_anew(frame: _Frame, previous: Places | None) -> Places:
    """The whole view laid out: bars, then the rest; of each what had a place first, then by importance."""
    view, known = frame.view, previous.by_key if previous else {}
    reused = previous.words if previous and previous.setting == frame.setting else {}
    left = view.scale.origin_x % TILE if abs(view.scale.origin_x) < _FAR else 0.0
    laid = (left - TILE * -(-(_MARGIN + left) // TILE), view.width + _MARGIN)
    rows = _with(_important(frame, _rows(frame, tile_edges(*laid))), frame.selected)
    filling = _filling(frame, 0)
    candidates = _in_turn(frame, _candidates(frame, rows, reused), known)
    _fill(frame, filling, [each for each in candidates if each.words.is_bar], known)
    filling.base = min(filling.lanes.used, frame.bars)
    _fill(frame, filling, [each for each in candidates if not each.words.is_bar], known)
    return _result(frame, filling, laid, {each.key: each.words for each in candidates})


def _panned(frame: _Frame, previous: Places, shift: float) -> Places:
    """What was placed, where it was, and whatever begins or ends in tiles that come into sight."""
    width = frame.view.width
    low, high = previous.laid[0] + shift, previous.laid[1] + shift
    left = low - TILE * max(0.0, -(-(low + _MARGIN) // TILE))
    right = high + TILE * max(0.0, -(-(width + _MARGIN - high) // TILE))
    filling = _filling(frame, previous.base)
    for each in previous.placed:
        place, moved = each.place, Placed(each.place, each.left + shift, each.right + shift)
        start, end = place.words.extent(moved.left, moved.right, leftward=place.leftward)
        if end > -_MARGIN - TILE and start < width + _MARGIN + TILE:
            filling.lanes.take(place.lane, start, end, place.words.lanes)
            filling.placed.append(moved)
    standing = {each.place.row for each in filling.placed}
    rows = _with(_important(frame, _come_into_sight(frame, (left, low), (high, right))), frame.selected)
    fresh = np.array([row for row in rows.tolist() if row not in standing], dtype=np.intp)
    candidates = _in_turn(frame, _candidates(frame, fresh, {}), {})
    _fill(frame, filling, candidates, {})
    laid = (max(left, -_MARGIN - 2 * TILE), min(right, width + _MARGIN + 2 * TILE))
    words = {**previous.words, **{each.key: each.words for each in candidates}} if candidates else previous.words
    return _result(frame, filling, laid, words)


def _come_into_sight(frame: _Frame, before: tuple[float, float], after: tuple[float, float]) -> Rows:
    """Rows that end in the new tiles on the left, or begin in those on the right."""
    columns, scale = frame.columns, frame.view.scale
    fresh = np.empty(0, dtype=np.intp)
    if before[0] < before[1]:
        rows = _rows(frame, tile_edges(*before))
        fresh = rows[columns.latest[rows] <= scale.time(before[1])]
    if after[0] < after[1]:
        rows = _rows(frame, tile_edges(*after))
        fresh = np.append(fresh, rows[columns.earliest[rows] >= scale.time(after[0])])
    return np.unique(fresh)


def _filling(frame: _Frame, base: int) -> _Filling:
    margin = _MARGIN + 4 * TILE
    return _Filling(Lanes(-margin, frame.view.width + margin, frame.most), base, [], set())


def _result(frame: _Frame, filling: _Filling, laid: tuple[float, float], words: Mapping[int, Typeset]) -> Places:
    keys = frame.columns.key
    by_key = {int(keys[each.place.row]): each.place for each in filling.placed}
    return Places(frame.columns, frame.view, frame.setting, words, by_key, tuple(filling.placed), laid, filling.base)


def _rows(frame: _Frame, edges: Pixels) -> Rows:
    """The most important rows that touch the tiles, in time order."""
    limit = len(frame.columns) if len(frame.columns) <= FEW else _PER_TILE
    return np.unique(frame.columns.pyramid.rows(frame.view.scale.times(edges), limit))


def _with(rows: Rows, selected: int | None) -> Rows:
    return rows if selected is None or selected in rows else np.append(rows, selected)


def _important(frame: _Frame, rows: Rows) -> Rows:
    """Of many rows the most important that begin in each tile, and of the long ones the most important of all."""
    columns, scale = frame.columns, frame.view.scale
    if len(columns) <= FEW or not len(rows):
        return rows
    begin = np.maximum(scale.xs(columns.earliest[rows]), -_MARGIN)
    tiles = np.floor((begin - scale.origin_x % TILE) / TILE)
    long = scale.xs(np.clip(columns.latest[rows], -LIMIT, LIMIT)) - begin >= _LONG
    tiles[long & (columns.form[rows] == Form.PERIOD)] = -np.inf
    order = np.lexsort((-columns.importance[rows], tiles))
    tiles, number = tiles[order], np.arange(len(order))
    first = np.concatenate(([True], tiles[1:] != tiles[:-1]))
    rank = number - np.maximum.accumulate(np.where(first, number, 0))
    return np.sort(rows[order[rank < np.where(np.isinf(tiles), 2 * _PER_TILE, _PER_TILE)]])


def _candidates(frame: _Frame, rows: Rows, known: Mapping[int, Typeset]) -> list[_Candidate]:
    """The rows with their words, set anew only where they are not known or no longer hold."""
    columns, scale, width = frame.columns, frame.view.scale, frame.view.width
    lefts = np.clip(scale.xs(columns.earliest[rows]), -_FAR, width + _FAR).tolist()
    rights = np.clip(scale.xs(columns.latest[rows]), -_FAR, width + _FAR).tolist()
    keys, forms = columns.key[rows].tolist(), columns.form[rows].tolist()
    years = _single_years(frame.view)
    found: list[_Candidate] = []
    for row, key, form, left, right in zip(rows.tolist(), keys, forms, lefts, rights, strict=True):
        if right < -_MARGIN - TILE or left > width + _MARGIN + TILE:
            continue
        words = known.get(key)
        if words is None or not words.holds(frame.setting, form, left, right):
            words = _typeset(frame, row, form, (left, right), years)
        found.append(_Candidate(row, key, left, right, words))
    return found


def _typeset(frame: _Frame, row: int, form: int, pixels: tuple[float, float], years: list[tuple[int, int]]) -> Typeset:
    """The words of a row set anew; the date without a year where the header of the stretch says it."""
    columns, texts = frame.columns, frame.texts
    dated = not frame.setting.compact or form == Form.PERIOD or pixels[1] - pixels[0] >= TILE
    said = any(start <= columns.earliest[row] and columns.latest[row] <= end for start, end in years)
    words = Words(texts.title(row), texts.when(row, year=not said) if dated else "")
    return typeset(frame.setting, form, *pixels, words)


def _single_years(view: View) -> list[tuple[int, int]]:
    """The stretches in view that lie in one year each, which their header says."""
    stretches = [segment for segment in view.scale.segments(0.0, view.width) if not segment.folded]
    return [
        (stretch.start, stretch.end)
        for stretch in stretches
        if civil.from_seconds(stretch.start).year == civil.from_seconds(stretch.end - 1).year
    ]


def _in_turn(frame: _Frame, candidates: list[_Candidate], known: Mapping[int, Place]) -> list[_Candidate]:
    """Who may choose first: what had a place, from the top; then the most important, or all in time order if few."""
    importance, few = frame.columns.importance, len(frame.columns) <= FEW

    def turn(candidate: _Candidate) -> tuple[float, ...]:
        if candidate.key in known:
            return (0.0, known[candidate.key].lane, candidate.row)
        urgency = -2.0 if few or candidate.row == frame.selected else -float(importance[candidate.row])
        return (1.0, urgency, candidate.row)

    return sorted(candidates, key=turn)


def _fill(frame: _Frame, filling: _Filling, candidates: list[_Candidate], known: Mapping[int, Place]) -> None:
    """A lane for each candidate while there is room; the selected one finds it in any case."""
    lanes = filling.lanes
    for candidate in candidates:
        words, left, right = candidate.words, candidate.left, candidate.right
        needed = candidate.row == frame.selected
        tile = (int(left // TILE), words.lanes)
        if tile in filling.full and not needed:
            continue
        leftward = _goes_left(words, left, right, frame.view.width)
        extent = words.extent(left, right, leftward=leftward)
        lanes.most = _NO_END if needed else frame.bars if words.is_bar else frame.most
        lane = lanes.first(*extent, words.lanes, 0 if words.is_bar else filling.base)
        if lane is None:
            filling.full.add(tile)
            continue
        before = known.get(candidate.key)
        if before and lane < before.lane <= lane + _KEEP_WITHIN and lanes.fits(before.lane, *extent, words.lanes):
            lane = before.lane
        lanes.take(lane, *extent, words.lanes)
        filling.placed.append(Placed(Place(candidate.row, lane, leftward, words), left, right))


def _goes_left(words: Typeset, left: float, right: float, width: float) -> bool:
    """Whether words that would cross the right edge of the view have room on the other side."""
    if not (words.beside or words.is_bar) or not 0 <= right <= width + 1:
        return False
    return words.extent(left, right, leftward=False)[1] > width and words.extent(left, right, leftward=True)[0] >= 0
