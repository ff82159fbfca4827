"""Marks: which events are shown, where each stands, and how its words are set.

Only the most important rows of each tile of the view are looked at, so a frame costs by the pixel, not by the event.
A mark keeps its ``Place`` while the view pans; at another zoom it moves only where it must or where much room opens.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

import numpy as np

from timeline_app.layout.axis import header_year
from timeline_app.layout.columns import FACTUALITIES, OPEN_FUTURE, OPEN_PAST, STATUSES, Columns, Form
from timeline_app.layout.figures import Body, Box, Mark, Stretch, Text, Tone
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.packing import LANE, Lanes
from timeline_app.layout.pyramid import Rows
from timeline_app.layout.scale import Pixels, Scale
from timeline_app.layout.texts import Texts
from timeline_app.layout.view import View
from timeline_app.layout.words import short_months
from timeline_app.layout.wrapping import first_that_fits, wrap, wrap_at_most

FEW = 80  # so many events are all shown, however far down; more are shown by importance
TILE = 96.0  # pixels
_PER_TILE = 24  # most candidates of one tile and class of length
_MARGIN = 240.0  # pixels beside the view that are laid out too, so that nothing pops up late
_DOT_BELOW = 16.0  # a card would be narrower than this
_DOT = 5.0  # radius
_INSET = 3.0  # between a card and the border of its unit
_EDGE = 4.0  # coloured edge of a card
_PAD_X, _PAD_TOP, _PAD_BOTTOM = 8.0, 7.0, 7.0
_WORDS_AT_LEAST, _WORDS_AT_MOST = 52.0, 300.0  # width of the words of a card
_SIDE_AT_MOST = 190.0  # width of the words beside a dot
_MOST_LINES = 6  # of a card's title; with more it stands beside
_BAR, _BAR_GAP = 10.0, 3.0
_DESCENT = 3.0  # of letters below the baseline
_GLYPH = 14.0  # room of the glyph before the date
_BETWEEN_ROWS = 8.0  # least free space under a mark
_SCREENS = 2.0  # where there are many events, marks fill so many heights of the view
_KEEP_WITHIN = 4  # lanes; a mark moves up at another zoom only for more
_NO_END = 1_000_000  # lanes
_FAR = 1e7  # pixels; what lies farther off is clipped before it is drawn


@dataclass(frozen=True, slots=True)
class Place:
    """Where a mark stands: its first lane, how wide its words may be, and whether they stand left of its body."""

    lane: int
    words: float
    leftward: bool


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks in sight, the places of all that were laid out, which rows those are, and how many lie farther down."""

    marks: tuple[Mark, ...]
    places: Mapping[int, Place]
    shown: Rows
    lanes: int
    base: int
    below: int


@dataclass(frozen=True, slots=True)
class Memory:
    """What is kept of the scene before; ``panned`` if only the place in time has changed."""

    places: Mapping[int, Place]
    base: int
    panned: bool


@dataclass(frozen=True, slots=True)
class _Setting:
    """What all marks of one scene share."""

    columns: Columns
    texts: Texts
    view: View
    metrics: Metrics
    compact: bool
    years: tuple[tuple[int, int], ...]  # seconds [start, end) in which the header says the year
    folds: tuple[Box, ...]
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Candidate:
    """A row that may get a mark, at pixels ``[left, right)``, with its words."""

    row: int
    key: int
    left: float
    right: float
    body: Body
    beside: bool
    title: str
    when: str
    year_shown: bool

    @property
    def glyph(self) -> float:
        """Room of the glyph before the date; a dot is its own glyph."""
        return 0.0 if self.body is Body.DOT else _GLYPH

    @property
    def is_bar(self) -> bool:
        """Whether its words stand above a bar."""
        return self.body is Body.BAR and not self.beside


@dataclass(frozen=True, slots=True)
class _Layout:
    """The words of a candidate in lines, and the box they and the body need, ``top`` being 0."""

    lines: tuple[str, ...]
    dates: tuple[str, ...]
    left: float
    right: float
    height: float

    @property
    def lanes(self) -> int:
        """Lanes it takes."""
        return int(-(-(self.height + _BETWEEN_ROWS) // LANE))


def build_marks(
    columns: Columns,
    texts: Texts,
    view: View,
    metrics: Metrics,
    *,
    stretches: tuple[Stretch, ...],
    folds: tuple[Box, ...],
    memory: Memory | None,
    selected: int | None,
    top: float,
    bottom: float,
) -> Marks:
    """The marks of a view, whose content lies between ``top`` and ``bottom``."""
    years = tuple((s.start, s.end) for s in stretches if header_year(s) is not None)
    setting = _Setting(columns, texts, view, metrics, len(columns) > FEW, years, folds, top, bottom)
    rows = _rows(columns, view, selected)
    candidates = _candidates(setting, rows)
    most = _NO_END if not setting.compact else max(4, int(_SCREENS * (bottom - top) / LANE))
    placed, lanes, base = _pack(setting, candidates, memory, selected, most)
    offset = top - view.scroll
    marks = [
        mark
        for candidate, place, layout in placed
        if offset + place.lane * LANE < bottom and offset + place.lane * LANE + layout.height > top
        if (mark := _mark(setting, candidate, place, layout, offset + place.lane * LANE, selected)) is not None
    ]
    places = {candidate.key: place for candidate, place, _ in placed}
    shown = np.array([candidate.row for candidate, _, _ in placed], dtype=np.intp)
    cut = [place for candidate, place, layout in placed if offset + place.lane * LANE + layout.height > bottom + 1]
    return Marks(tuple(marks), places, shown, lanes, base, len(cut))


def tile_edges(scale: Scale, width: float) -> Pixels:
    """Borders of tiles that move with the time under them, from the left to the right edge of the view."""
    first = scale.origin_x % TILE if abs(scale.origin_x) < _FAR else 0.0
    inner = np.arange(first - TILE * (first // TILE), width, TILE)
    return np.concatenate(([0.0], inner[inner > 1.0], [width]))


def _rows(columns: Columns, view: View, selected: int | None) -> Rows:
    """The rows to try, in time order: those of the view and its margins, the most important where there are many."""
    edges = np.concatenate(([-_MARGIN], tile_edges(view.scale, view.width), [view.width + _MARGIN]))
    times = view.scale.times(edges)
    limit = len(columns) if len(columns) <= FEW else _PER_TILE
    rows = columns.pyramid.rows(times, limit)
    if selected is not None and columns.latest[selected] > times[0] and columns.earliest[selected] < times[-1]:
        rows = np.append(rows, selected)
    return np.unique(rows)


def _candidates(setting: _Setting, rows: Rows) -> list[_Candidate]:
    columns, scale = setting.columns, setting.view.scale
    far = setting.view.width + _FAR
    left = np.clip(scale.xs(columns.earliest[rows]), -_FAR, far)
    right = np.clip(scale.xs(columns.latest[rows]), -_FAR, far)
    found = zip(
        rows.tolist(), columns.key[rows].tolist(), left.tolist(), right.tolist(), columns.form[rows].tolist(),
        columns.earliest[rows].tolist(), columns.latest[rows].tolist(), strict=True,
    )  # fmt: skip
    return [
        _candidate(setting, row, key, low, high, form, start, end)
        for row, key, low, high, form, start, end in found
    ]  # fmt: skip


def _candidate(
    setting: _Setting, row: int, key: int, left: float, right: float, form: int, start: int, end: int
) -> _Candidate:
    wide = right - left
    small = wide < _DOT_BELOW
    bodies = {Form.PERIOD: Body.BAR, Form.BETWEEN: Body.BETWEEN}
    body = Body.DOT if small and form != Form.PERIOD else bodies.get(Form(form), Body.CARD)
    year = not any(low <= start and end <= high for low, high in setting.years)
    when = "" if setting.compact and (small or wide < TILE) else setting.texts.when(row, year=year)
    title = setting.texts.title(row)
    beside = small or (body is not Body.BAR and not _words_fit(setting, title, wide))
    return _Candidate(row, key, left, right, body, beside, title, when, not year)


def _words_fit(setting: _Setting, title: str, wide: float) -> bool:
    """Whether a card of that width can hold its title."""
    room = _card_room(setting, wide)
    if room < _WORDS_AT_LEAST:
        return False
    lines = wrap(title, room, Role.TITLE, setting.metrics)
    return lines is not None and len(lines) <= _MOST_LINES


def _card_room(setting: _Setting, wide: float) -> float:
    """How wide the words of a card may be."""
    inside = min(wide, setting.view.width) - 2 * _INSET - _EDGE - 2 * _PAD_X
    return min(inside, _WORDS_AT_MOST)


def _pack(
    setting: _Setting, candidates: list[_Candidate], memory: Memory | None, selected: int | None, most: int
) -> tuple[list[tuple[_Candidate, Place, _Layout]], int, int]:
    """Places for as many candidates as there is room, the number of lanes used, and the first lane of cards."""
    lanes = Lanes(-_MARGIN - TILE, setting.view.width + _MARGIN + TILE, most)
    kept = memory.places if memory else {}
    panned = bool(memory and memory.panned)
    importance = setting.columns.importance

    def turn(candidate: _Candidate) -> tuple[float, ...]:
        if candidate.key in kept:
            return (0, not candidate.is_bar if not panned else 0, kept[candidate.key].lane, candidate.row)
        urgency = -float(importance[candidate.row]) if setting.compact and candidate.row != selected else -2.0
        return (1, not candidate.is_bar, urgency, candidate.row)

    base = memory.base if memory and panned else 0
    placed: list[tuple[_Candidate, Place, _Layout]] = []
    full: set[tuple[int, int]] = set()  # (tile, lanes) that have no room left
    cards_begun = bool(memory and panned)
    for candidate in sorted(candidates, key=turn):
        if not candidate.is_bar and not cards_begun:
            base, cards_begun = min(lanes.used, most // 3), True
        if candidate.row == selected:
            full.clear()
        lanes.most = _NO_END if candidate.row == selected else most
        found = _place(setting, candidate, lanes, kept.get(candidate.key), base, full, panned=panned)
        if found:
            placed.append((candidate, *found))
    return placed, lanes.used, base


def _place(
    setting: _Setting,
    candidate: _Candidate,
    lanes: Lanes,
    before: Place | None,
    base: int,
    full: set[tuple[int, int]],
    *,
    panned: bool,
) -> tuple[Place, _Layout] | None:
    """A place for one candidate: the old one while panning, else the highest that is free."""
    top = 0 if candidate.is_bar else base
    if before is not None and panned:
        layout = _layout(setting, candidate, before.words, leftward=before.leftward)
        lanes.take(before.lane, layout.left, layout.right, layout.lanes)
        return before, layout
    tile = int(candidate.left // TILE)
    for words, leftward in _ways(setting, candidate):
        layout = _layout(setting, candidate, words, leftward=leftward)
        if (tile, layout.lanes) in full:
            continue
        lane = lanes.first(layout.left, layout.right, layout.lanes, top)
        if lane is None:
            full.add((tile, layout.lanes))
            continue
        if (
            before is not None
            and top <= before.lane <= lane + _KEEP_WITHIN
            and lanes.fits(before.lane, layout.left, layout.right, layout.lanes)
        ):
            lane = before.lane
        lanes.take(lane, layout.left, layout.right, layout.lanes)
        return Place(lane, words, leftward), layout
    return None


def _ways(setting: _Setting, candidate: _Candidate) -> list[tuple[float, bool]]:
    """How its words may be set, best first: their width, and whether they stand left of the body."""
    width, metrics = setting.view.width, setting.metrics
    if candidate.is_bar:
        over = _layout(setting, candidate, 0.0, leftward=False).right > width >= candidate.right
        return [(0.0, over and _layout(setting, candidate, 0.0, leftward=True).left >= 0)]
    if not candidate.beside:
        room = _card_room(setting, candidate.right - candidate.left)
        visible = _card_room(setting, min(candidate.right, width) - max(candidate.left, 0.0))
        wraps = wrap(candidate.title, visible, Role.TITLE, metrics) if visible < room else None
        return [(visible if wraps is not None and len(wraps) <= _MOST_LINES else room, False)]
    whole = metrics.width(candidate.title, Role.TITLE)
    words = whole if whole <= _SIDE_AT_MOST else min(_SIDE_AT_MOST, max(whole * 0.6, 120.0))
    layout = _layout(setting, candidate, words, leftward=False)
    if layout.right <= width or candidate.left < 0 or candidate.left > width:
        return [(words, False)]
    leftward = _layout(setting, candidate, words, leftward=True)
    return [(words, True)] if leftward.left >= 0 else [(words, False)]


def _layout(setting: _Setting, candidate: _Candidate, words: float, *, leftward: bool) -> _Layout:
    if candidate.is_bar:
        return _bar_layout(setting, candidate, leftward=leftward)
    metrics = setting.metrics
    if not candidate.beside:
        lines = wrap_at_most(candidate.title, words, _MOST_LINES, Role.TITLE, metrics)
        dates = _date_lines(candidate.when, words - _GLYPH, metrics)
        height = _PAD_TOP + _text_height(lines, dates, metrics) + _PAD_BOTTOM
        return _Layout(lines, dates, candidate.left, candidate.right, height)
    lines = wrap_at_most(candidate.title, words, 3, Role.TITLE, metrics)
    dates = (candidate.when,) if candidate.when else ()
    wide = max([_title_width(lines, metrics), *(metrics.width(date, Role.WHEN) + candidate.glyph for date in dates)])
    low, high = _body_span(candidate)
    height = max(_text_height(lines, dates, metrics), 2 * _DOT)
    if leftward:
        return _Layout(lines, dates, low - 6.0 - wide, high, height)
    return _Layout(lines, dates, low, high + 6.0 + wide + 4.0, height)


def _text_height(lines: tuple[str, ...], dates: tuple[str, ...], metrics: Metrics) -> float:
    return len(lines) * metrics.line_height(Role.TITLE) + len(dates) * metrics.line_height(Role.WHEN)


def _body_span(candidate: _Candidate) -> tuple[float, float]:
    """The pixels of a body whose words stand beside it: a dot in the middle of what is known, or a narrow card."""
    middle = (candidate.left + candidate.right) / 2
    if candidate.body is Body.DOT:
        return middle - _DOT, middle + _DOT
    if candidate.body is Body.BAR:
        half = max((candidate.right - candidate.left) / 2, _DOT)
        return middle - half, middle + half
    return candidate.left + 1, candidate.right - 1


def _bar_layout(setting: _Setting, candidate: _Candidate, *, leftward: bool) -> _Layout:
    """Words on one line above the bar, from its beginning or up to its end; a very long title on two."""
    metrics = setting.metrics
    room = setting.view.width - 4 * _PAD_X
    lines: tuple[str, ...] = (candidate.title,)
    dates: tuple[str, ...] = (candidate.when,) if candidate.when else ()
    if metrics.width(candidate.title, Role.TITLE) + _date_room(dates, metrics) > room:
        lines, dates = wrap_at_most(candidate.title, room, 2, Role.TITLE, metrics), ()
    wide = _title_width(lines, metrics) + _date_room(dates, metrics) + 2 * _PAD_X
    left, right = candidate.left, candidate.right
    height = len(lines) * metrics.line_height(Role.TITLE) + _BAR_GAP + _BAR
    if leftward:
        return _Layout(lines, dates, min(left, right - wide), right, height)
    return _Layout(lines, dates, left, max(right, left + wide), height)


def _title_width(lines: tuple[str, ...], metrics: Metrics) -> float:
    return max(metrics.width(line, Role.TITLE) for line in lines)


def _date_room(dates: tuple[str, ...], metrics: Metrics) -> float:
    """Width of a date beside a title, with what stands before it."""
    return metrics.width(dates[0], Role.WHEN) + _GLYPH + 2 * _PAD_X if dates else 0.0


def _mark(
    setting: _Setting, candidate: _Candidate, place: Place, layout: _Layout, top: float, selected: int | None
) -> Mark | None:
    """The mark of a placed candidate, or None where it lies beside the view."""
    if candidate.is_bar:
        body, texts, glyph = _set_bar(setting, candidate, place, layout, top)
    elif candidate.beside:
        body, texts, glyph = _set_beside(setting, candidate, place, layout, top)
    else:
        body, texts, glyph = _set_card(setting, candidate, layout, top)
    width = setting.view.width
    if body.right <= 0 or body.left >= width:
        return None
    columns, row = setting.columns, candidate.row
    ascents, low = setting.metrics, setting.bottom
    texts = tuple(
        text for text in texts if text.y + _DESCENT <= low and text.y - ascents.ascent(text.role) >= setting.top
    )
    box = _around(body, texts, setting.metrics)
    crossed = tuple(
        (fold.left + fold.right) / 2 for fold in setting.folds if body.left < fold.left and body.right > fold.right
    )
    return Mark(
        row=row,
        key=candidate.key,
        form=candidate.body,
        body=Box(max(body.left, -_MARGIN), body.top, min(body.right, width + _MARGIN), body.bottom),
        box=Box(max(box.left, 0.0), box.top, min(box.right, width), box.bottom),
        category=int(columns.category[row]),
        status=STATUSES[columns.status[row]],
        factuality=FACTUALITIES[columns.factuality[row]],
        circa=bool(columns.approximate[row]),
        left_end=body.left > -_MARGIN and int(columns.earliest[row]) != OPEN_PAST,
        right_end=body.right < width + _MARGIN and int(columns.latest[row]) != OPEN_FUTURE,
        zigzags=crossed,
        glyph=glyph,
        texts=texts,
        selected=row == selected,
    )


_Set = tuple[Box, tuple[Text, ...], tuple[float, float] | None]


def _set_card(setting: _Setting, candidate: _Candidate, layout: _Layout, top: float) -> _Set:
    """Words in the visible part of the card; none where too little of it is left."""
    body = Box(candidate.left + _INSET, top, candidate.right - _INSET, top + layout.height)
    metrics, width = setting.metrics, setting.view.width
    wide = _widest(layout, _GLYPH, metrics)
    x = max(body.left, 0.0) + _EDGE + _PAD_X
    if x + wide > min(body.right, width) - 2.0:
        return body, (), None
    texts, glyph = _lines(layout, x, top + _PAD_TOP, _GLYPH, metrics)
    return body, texts, glyph


def _set_beside(setting: _Setting, candidate: _Candidate, place: Place, layout: _Layout, top: float) -> _Set:
    """Words beside a small body; none where the edge of the view would cut them."""
    metrics, width = setting.metrics, setting.view.width
    low, high = _body_span(candidate)
    line = metrics.line_height(Role.TITLE)
    tall = layout.height if candidate.body in {Body.CARD, Body.BETWEEN} else 2 * _DOT
    offset = 0.0 if tall > 2 * _DOT else (line - tall) / 2
    body = Box(low, top + offset, high, top + offset + tall)
    wide = _widest(layout, candidate.glyph, metrics)
    x = low - 6.0 - wide if place.leftward else high + 6.0
    if x < 0 or x + wide > width:
        return body, (), None
    texts, glyph = _lines(layout, x, top, candidate.glyph, metrics)
    return body, _ranged_right(texts, low - 6.0, metrics) if place.leftward and not glyph else texts, glyph


def _set_bar(setting: _Setting, candidate: _Candidate, place: Place, layout: _Layout, top: float) -> _Set:
    """Words above the bar: they slide along its visible part, and leave out what would be cut at the edge."""
    metrics, width = setting.metrics, setting.view.width
    line, ascent = metrics.line_height(Role.TITLE), metrics.ascent(Role.TITLE)
    bar_top = top + len(layout.lines) * line + _BAR_GAP
    body = Box(candidate.left + _INSET, bar_top, candidate.right - _INSET, bar_top + _BAR)
    titles, dates = _title_width(layout.lines, metrics), layout.dates
    wide = titles + _date_room(dates, metrics)
    x = body.right - wide - _PAD_X if place.leftward else body.left + _PAD_X
    if body.left < 0 and body.width > wide + 2 * _PAD_X:
        x = min(_PAD_X, body.right - wide - _PAD_X)
    if x + wide > width:
        dates, wide = (), titles
    if x < 0 or x + wide > width:
        return body, (), None
    texts = [Text(x, top + number * line + ascent, words, Role.TITLE) for number, words in enumerate(layout.lines)]
    if not dates:
        return body, tuple(texts), None
    at = x + titles + 2 * _PAD_X
    texts.append(Text(at + _GLYPH, top + ascent, dates[0], Role.WHEN, Tone.MUTED))
    return body, tuple(texts), (at + _GLYPH / 2 - 2.5, top + ascent - 4.5)


def _ranged_right(texts: tuple[Text, ...], right: float, metrics: Metrics) -> tuple[Text, ...]:
    """The lines with their ends at ``right``."""
    return tuple(replace(text, x=right - metrics.width(text.text, text.role)) for text in texts)


def _date_lines(when: str, room: float, metrics: Metrics) -> tuple[str, ...]:
    """A date on one line if need be with short months, else on several."""
    if not when:
        return ()
    fitting = first_that_fits((when, short_months(when)), room, Role.WHEN, metrics)
    return (fitting,) if fitting else wrap_at_most(when, room, 3, Role.WHEN, metrics)


def _widest(layout: _Layout, glyph: float, metrics: Metrics) -> float:
    dates = [metrics.width(line, Role.WHEN) + glyph for line in layout.dates]
    return max([_title_width(layout.lines, metrics), *dates])


def _lines(
    layout: _Layout, x: float, top: float, glyph_room: float, metrics: Metrics
) -> tuple[tuple[Text, ...], tuple[float, float] | None]:
    """Title lines, then the date with its glyph before it."""
    texts: list[Text] = []
    for words in layout.lines:
        texts.append(Text(x, top + metrics.ascent(Role.TITLE), words, Role.TITLE))
        top += metrics.line_height(Role.TITLE)
    glyph = (x + _GLYPH / 2 - 2.5, top + metrics.ascent(Role.WHEN) - 4.5) if layout.dates and glyph_room else None
    for words in layout.dates:
        texts.append(Text(x + glyph_room, top + metrics.ascent(Role.WHEN), words, Role.WHEN, Tone.MUTED))
        top += metrics.line_height(Role.WHEN)
    return tuple(texts), glyph


def _around(body: Box, texts: tuple[Text, ...], metrics: Metrics) -> Box:
    """The box around a body and its words."""
    left, top, right, bottom = body.left, body.top, body.right, body.bottom
    for text in texts:
        ascent = metrics.ascent(text.role)
        left, right = min(left, text.x), max(right, text.x + metrics.width(text.text, text.role))
        top, bottom = min(top, text.y - ascent), max(bottom, text.y - ascent + metrics.line_height(text.role))
    return Box(left, top, right, bottom)
