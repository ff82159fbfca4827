"""Places: in which track each mark stands.

The view is laid out in whole tiles with a margin. While it pans, tiles once laid out stay as they are and only new ones
are filled, so nothing jumps and no label appears between others. At another zoom all is laid out anew, but what had a
track keeps it unless it must move or much room has opened above.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import NamedTuple

import numpy as np

from timeline_app.layout.candidates import (
    FAR,
    FEW,
    MARGIN,
    PER_TILE,
    TILE,
    Candidate,
    Frame,
    Sought,
    best_rows,
    candidates_of,
    importance_of,
    most_important,
    rows_of,
    single_years,
    tile_edges,
    tile_phase,
    words_set,
)
from timeline_app.layout.columns import FACTUALITIES, OPEN_FUTURE, OPEN_PAST, STATUSES, Columns
from timeline_app.layout.metrics import Metrics
from timeline_app.layout.packing import TRACK, Tracks
from timeline_app.layout.pyramid import Rows, distinct
from timeline_app.layout.texts import Texts
from timeline_app.layout.typeset import Setting, Typeset
from timeline_app.layout.view import View
from timeline_app.model.event import Factuality, Status

__all__ = ["FEW", "Place", "Placed", "Places", "is_pan", "place_events"]

_BONUS = 0.25  # importance lent to what had a place before
_KEEP_WITHIN = 4  # tracks; at another zoom one of many marks moves up only for more
_DATED = 40  # with more events in view small marks have no date beside them, and not all find room
_CROWD = 1000  # with more events in view marks fill its height, else twice that
_BARS = 0.4  # of that height of the view at most for bars
_NO_END = 1_000_000  # tracks
_URGENT = 10.0  # importance of the selected event
_MOST_WORDS = 5000  # typesets kept while panning


class Look(NamedTuple):
    """What of an event decides how it is drawn, read once from the columns; ``key`` and codes as there."""

    key: int
    form: int
    category: int
    status: Status
    factuality: Factuality
    circa: bool
    begun: bool  # its beginning is known
    ended: bool


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands: its first track, and whether its words stand left of its body or end with its bar."""

    row: int
    track: int
    leftward: bool
    words: Typeset
    look: Look


class Placed(NamedTuple):
    """A place and the pixels ``[left, right)`` of its event in this view."""

    place: Place
    left: float
    right: float


@dataclass(frozen=True, slots=True, eq=False)
class Places:
    """All places by the keys of their events.

    ``words`` are those of all that were tried, ``laid`` the pixels that were laid out, ``base`` is the first track of
    what is no bar. After ``hurried`` ones all has to be laid out anew.
    """

    columns: Columns
    view: View
    setting: Setting
    words: Mapping[int, Typeset]
    by_key: Mapping[int, Place]
    placed: tuple[Placed, ...]
    laid: tuple[float, float]
    base: int
    hurried: bool = False
    sought: Sought | None = None

    @property
    def height(self) -> float:
        """Pixels down to the lowest mark."""
        return max((each.place.track * TRACK + each.place.words.height for each in self.placed), default=0.0)

    @property
    def rows(self) -> Rows:
        """The rows that have a place."""
        return np.array([each.place.row for each in self.placed], dtype=np.intp)


@dataclass(slots=True)
class _Filling:
    """Tracks while they are being filled."""

    tracks: Tracks
    base: int
    placed: list[Placed]
    full: set[tuple[int, int]]  # (tile, tracks) that have no room left


def place_events(
    columns: Columns,
    texts: Texts,
    view: View,
    metrics: Metrics,
    *,
    previous: Places | None,
    selected: int | None,
    room: float,
    hurried: bool = False,
    fixed: bool = False,
    most_shown: int = FEW,
    sought: Sought | None = None,
) -> Places:
    """Places for a view whose content has ``room`` pixels of height, which of many are not exceeded if it is ``fixed``.

    Up to ``most_shown`` events are all shown, and of more the few in a view without lanes. ``hurried``
    looks at what was placed alone.
    """
    one, count = max(4, int(room / TRACK)), columns.touching(view.start, view.end)
    few = len(columns) <= most_shown
    all_in_view = count <= _DATED and not fixed
    most = _NO_END if few or all_in_view else one if fixed or count > _CROWD else 2 * one
    bars = _NO_END if few or all_in_view else max(3 if fixed else 4, int(_BARS * one))
    frame = Frame(
        columns,
        texts,
        view,
        Setting(metrics, view.width, count > _DATED or (fixed and not few)),
        selected,
        most,
        bars,
        _DATED if all_in_view else PER_TILE,
        few,
        not fixed,
        sought,
    )
    if hurried and previous is not None and _is_other_zoom(previous, frame):
        return _in_hurry(frame, previous)
    other = previous is not None and (previous.sought and previous.sought.mask) is not (sought and sought.mask)
    if previous is None or previous.hurried or other or not is_pan(previous, columns, view):
        return _all_anew(frame, previous)
    shift = view.scale.x(previous.view.scale.origin) - previous.view.scale.origin_x
    if abs(shift) > view.width:
        return _all_anew(frame, previous)
    return _panned(replace(frame, setting=previous.setting), previous, shift)


def is_pan(previous: Places, columns: Columns, view: View) -> bool:
    """Whether only the place in time or the scroll differs."""
    before, after = previous.view, view
    same = before.scale.shape is after.scale.shape and abs(before.scale.zoom / after.scale.zoom - 1) < 1e-9  # noqa: PLR2004
    return same and previous.columns is columns and (before.width, before.height) == (after.width, after.height)


def _is_other_zoom(previous: Places, frame: Frame) -> bool:
    """Whether the same events, which are many, are shown at the same folds."""
    same = previous.columns is frame.columns and previous.view.scale.shape is frame.view.scale.shape
    return same and not frame.few


def _in_hurry(frame: Frame, previous: Places) -> Places:
    """What was placed, where it stands now; whatever has no room any more is left out, and nothing new looked for."""
    filling = _filling(frame, previous.base)
    columns, scale, far = frame.columns, frame.view.scale, frame.view.width + FAR
    rows, years = previous.rows, single_years(frame.view)
    lefts = np.clip(scale.xs(columns.earliest[rows]), -FAR, far).tolist()
    rights = np.clip(scale.xs(columns.latest[rows]), -FAR, far).tolist()
    for each, left, right in zip(previous.placed, lefts, rights, strict=True):
        if right >= -MARGIN - TILE and left <= frame.view.width + MARGIN + TILE:
            _keep(frame, filling, each.place, (left, right), years)
    if not any(each.place.row == frame.selected for each in filling.placed) and frame.selected is not None:
        _fill(frame, filling, candidates_of(frame, np.array([frame.selected], dtype=np.intp), {}), {})
    return replace(_result(frame, filling, (0.0, 0.0), previous.words), hurried=True)


def _keep(
    frame: Frame, filling: _Filling, place: Place, pixels: tuple[float, float], years: list[tuple[int, int]]
) -> None:
    """A mark where it was, or in the next track that has room; nowhere where none has."""
    words, tracks = place.words, filling.tracks
    if not words.holds(frame.setting, place.look.form, *pixels) and not words.serves(*pixels):
        words = words_set(frame, place.row, place.look.form, pixels, years)
    leftward = _goes_left(words, *pixels, frame.view.width)
    extent = words.extent(*pixels, leftward=leftward)
    tracks.most = _NO_END if place.row == frame.selected else frame.bars if words.is_bar else frame.most
    track: int | None = place.track
    if place.track + words.tracks > tracks.most or not tracks.fits(place.track, *extent, words.tracks):
        track = tracks.first(*extent, words.tracks, 0 if words.is_bar else filling.base)
    if track is None:
        return
    tracks.take(track, *extent, words.tracks)
    same = track == place.track and leftward == place.leftward and words is place.words
    kept = place if same else replace(place, track=track, leftward=leftward, words=words)
    filling.placed.append(Placed(kept, *pixels))


def _same_words(previous: Places, frame: Frame) -> bool:
    """Whether the words set before are those that would be set now, where they still fit."""
    same = previous.columns is frame.columns and previous.view.scale.shape is frame.view.scale.shape
    return same and previous.setting == frame.setting


def _all_anew(frame: Frame, previous: Places | None) -> Places:
    """The whole view laid out: bars, then the rest; of each what had a place first, then by importance."""
    view = frame.view
    reused = previous.words if previous and _same_words(previous, frame) else {}
    left = tile_phase(view.scale)
    laid = (left - TILE * -(-(MARGIN + left) // TILE), view.width + MARGIN)
    shown = previous.rows if previous and previous.columns is frame.columns else np.empty(0, dtype=np.intp)
    rows = _with(best_rows(frame, rows_of(frame, tile_edges(*laid)), shown), frame.selected)
    candidates = candidates_of(frame, rows, reused)
    return replace(_filled(frame, candidates, previous), laid=laid)


def _filled(frame: Frame, candidates: list[Candidate], previous: Places | None) -> Places:
    """Tracks for the candidates: first the bars, then the rest."""
    known, laid = _known(frame, previous), (0.0, 0.0)
    filling, candidates = _filling(frame, 0), _in_turn(frame, candidates, known)
    _fill(frame, filling, [each for each in candidates if each.words.is_bar], known)
    filling.base = min(filling.tracks.used, frame.bars) if frame.apart else 0
    _fill(frame, filling, [each for each in candidates if not each.words.is_bar], known)
    return _result(frame, filling, laid, {each.key: each.words for each in candidates})


def _known(frame: Frame, previous: Places | None) -> Mapping[int, Place]:
    """Where things stood; of few events only while all have the dates they had, so that undo gives the same picture."""
    if previous is None:
        return {}
    before, now = previous.columns, frame.columns
    same = (
        before is now
        or not frame.few
        or all(np.array_equal(getattr(before, name), getattr(now, name)) for name in ("key", "earliest", "latest"))
    )
    return previous.by_key if same else {}


def _panned(frame: Frame, previous: Places, shift: float) -> Places:
    """What was placed, where it was, and whatever begins or ends in tiles that come into sight."""
    width = frame.view.width
    low, high = previous.laid[0] + shift, previous.laid[1] + shift
    left = low - TILE * max(0.0, -(-(low + MARGIN) // TILE))
    right = high + TILE * max(0.0, -(-(width + MARGIN - high) // TILE))
    if left == low and right == high and _stands(frame, previous):
        moved = tuple([Placed(place, at + shift, end + shift) for place, at, end in previous.placed])
        return replace(previous, view=frame.view, placed=moved, laid=(low, high))
    filling = _filling(frame, previous.base)
    for each in previous.placed:
        place, moved_on = each.place, Placed(each.place, each.left + shift, each.right + shift)
        start, end = place.words.extent(moved_on.left, moved_on.right, leftward=place.leftward)
        if end > -MARGIN - TILE and start < width + MARGIN + TILE:
            filling.tracks.take(place.track, start, end, place.words.tracks)
            filling.placed.append(moved_on)
    standing = {each.place.row for each in filling.placed}
    rows = _with(most_important(frame, _come_into_sight(frame, (left, low), (high, right))), frame.selected)
    fresh = np.array([row for row in rows.tolist() if row not in standing], dtype=np.intp)
    candidates = _in_turn(frame, candidates_of(frame, fresh, {}), {})
    _fill(frame, filling, candidates, {})
    laid = (max(left, -MARGIN - 2 * TILE), min(right, width + MARGIN + 2 * TILE))
    known = previous.words if len(previous.words) < _MOST_WORDS else {}
    words = {**known, **{each.key: each.words for each in candidates}} if candidates else previous.words
    return _result(frame, filling, laid, words)


def _stands(frame: Frame, previous: Places) -> bool:
    """Whether the selected event, if there is one, has a place."""
    return frame.selected is None or int(frame.columns.key[frame.selected]) in previous.by_key


def _come_into_sight(frame: Frame, before: tuple[float, float], after: tuple[float, float]) -> Rows:
    """Rows that end in the new tiles on the left, or begin in those on the right."""
    columns, scale = frame.columns, frame.view.scale
    fresh = np.empty(0, dtype=np.intp)
    if before[0] < before[1]:
        rows = rows_of(frame, tile_edges(*before))
        fresh = rows[columns.latest[rows] <= scale.time(before[1])]
    if after[0] < after[1]:
        rows = rows_of(frame, tile_edges(*after))
        fresh = np.append(fresh, rows[columns.earliest[rows] >= scale.time(after[0])])
    return distinct(fresh)


def _filling(frame: Frame, base: int) -> _Filling:
    margin = MARGIN + 4 * TILE
    return _Filling(Tracks(-margin, frame.view.width + margin, frame.most), base, [], set())


def _result(frame: Frame, filling: _Filling, laid: tuple[float, float], words: Mapping[int, Typeset]) -> Places:
    by_key = {each.place.look.key: each.place for each in filling.placed}
    placed = tuple(filling.placed)
    return Places(
        frame.columns, frame.view, frame.setting, words, by_key, placed, laid, filling.base, sought=frame.sought
    )


def _with(rows: Rows, selected: int | None) -> Rows:
    return rows if selected is None or selected in rows else np.append(rows, selected)


def _in_turn(frame: Frame, candidates: list[Candidate], known: Mapping[int, Place]) -> list[Candidate]:
    """Who may choose first: of few what had a place, from the top, then the others in time order; of many the most
    important, where to have had a place counts too.
    """  # noqa: D205 - one thought
    few = frame.few
    rows = np.array([candidate.row for candidate in candidates], dtype=np.intp)
    importance = dict(zip(rows.tolist(), importance_of(frame, rows).tolist(), strict=True))

    def turn(candidate: Candidate) -> tuple[float, ...]:
        before = known.get(candidate.key)
        if few:
            return (before is None, before.track if before else 0, candidate.row)
        urgency = _URGENT if candidate.row == frame.selected else importance[candidate.row]
        return (-urgency - (_BONUS if before else 0.0), candidate.row)

    return sorted(candidates, key=turn)


def _fill(frame: Frame, filling: _Filling, candidates: list[Candidate], known: Mapping[int, Place]) -> None:
    """A track for each candidate while there is room; the selected one finds it in any case."""
    tracks, keep = filling.tracks, 0 if frame.few else _KEEP_WITHIN
    for candidate in candidates:
        words, left, right = candidate.words, candidate.left, candidate.right
        needed = candidate.row == frame.selected
        tile = (int(left // TILE), words.tracks)
        if tile in filling.full and not needed:
            continue
        leftward = _goes_left(words, left, right, frame.view.width)
        extent = words.extent(left, right, leftward=leftward)
        tracks.most = _NO_END if needed else frame.bars if words.is_bar else frame.most
        track = tracks.first(*extent, words.tracks, 0 if words.is_bar else filling.base)
        if track is None:
            filling.full.add(tile)
            continue
        before = known.get(candidate.key)
        if before and track < before.track <= track + keep and tracks.fits(before.track, *extent, words.tracks):
            track = before.track
        tracks.take(track, *extent, words.tracks)
        place = Place(candidate.row, track, leftward, words, _look(frame.columns, candidate))
        filling.placed.append(Placed(place, left, right))


def _look(columns: Columns, candidate: Candidate) -> Look:
    row = candidate.row
    return Look(
        key=candidate.key,
        form=int(columns.form[row]),
        category=int(columns.category[row]),
        status=STATUSES[columns.status[row]],
        factuality=FACTUALITIES[columns.factuality[row]],
        circa=bool(columns.approximate[row]),
        begun=int(columns.earliest[row]) != OPEN_PAST,
        ended=int(columns.latest[row]) != OPEN_FUTURE,
    )


def _goes_left(words: Typeset, left: float, right: float, width: float) -> bool:
    """Whether words that would cross the right edge of the view have room on the other side."""
    if words.beside and left < width < right:
        return words.extent(left, right, leftward=True)[0] >= 0
    if not (words.beside or words.is_bar) or not 0 <= right <= width + 1:
        return False
    return words.extent(left, right, leftward=False)[1] > width and words.extent(left, right, leftward=True)[0] >= 0
