"""Marks: each placed event as it is drawn, with its words where they can be read.

Words stay in the visible part of a card, slide along a bar that begins outside the view, and are left out where an
edge would cut them. A mark that stands inside the view is made once and then only moved on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.figures import Body, Box, Mark, Text, Tone
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.packing import TRACK
from timeline_app.layout.places import Place, Placed
from timeline_app.layout.typeset import BAR, BAR_GAP, BESIDE, DOT, EDGE, GLYPH, PAD_X, PAD_Y, Typeset

_BEYOND = 40.0  # pixels outside the view at which a body is cut off before it is drawn
_DESCENT = 3.0  # of letters below the baseline
_SAME = 1e-6  # pixels


class Window(NamedTuple):
    """The part of the canvas that marks are seen in; ``offset`` is where the first track begins."""

    width: float
    top: float
    bottom: float
    offset: float
    folds: tuple[Box, ...]


_Set = tuple[Box, tuple[Text, ...], tuple[float, float] | None]


@dataclass(frozen=True, slots=True)
class Selection:
    """The selected row, and which rows are selected together."""

    row: int | None
    picked: NDArray[np.bool_] | None

    def holds(self, row: int) -> bool:
        """Whether a row is selected."""
        return row == self.row or (self.picked is not None and bool(self.picked[row]))


class _Standing(NamedTuple):
    """A mark as it was made, with its words between the pixels ``low`` and ``high``; its event is ``wide``."""

    place: Place
    at: float  # what it moves with
    wide: float
    low: float
    high: float
    mark: Mark


@dataclass(frozen=True, slots=True, eq=False)
class Drawn:
    """The marks of a lane in a window, and by the keys of their events those that a later frame may move."""

    window: Window
    lane: Lane
    number: int
    metrics: Metrics
    marks: tuple[Mark, ...]
    standing: Mapping[int, _Standing]

    def serves(self, window: Window, lane: Lane, number: int, metrics: Metrics) -> bool:
        """Whether its marks would be made alike in another window, but for where they stand from left to right."""
        same = self.lane.columns is lane.columns and self.lane.rows is lane.rows
        return same and (self.number, self.metrics) == (number, metrics) and self.window[:4] == window[:4]


def build_marks(
    placed: Iterable[Placed],
    lane: Lane,
    window: Window,
    metrics: Metrics,
    selection: Selection,
    number: int = 0,
    previous: Drawn | None = None,
) -> Drawn:
    """The marks of what is placed in a lane, its ``number`` from above, and in sight.

    ``selection`` counts the lane's own rows. Those of a ``previous`` frame are moved if nothing else of them changes.
    """
    known = previous.standing if previous and previous.serves(window, lane, number, metrics) else {}
    standing: dict[int, _Standing] = {}
    marks: list[Mark] = []
    for each in placed:
        if not _in_sight(each, window):
            continue
        before, key = known.get(each.place.look.key), each.place.look.key
        mark = _moved(before, each, window, selection) if before else None
        if before is None or mark is None:
            mark = _mark(each, window, metrics, selection)
            if lane.rows is not None:
                mark = mark._replace(row=int(lane.rows[mark.row]), lane=number)
            before = _standing(each, mark, window)
        if before is not None:
            standing[key] = before
        marks.append(mark)
    return Drawn(window, lane, number, metrics, tuple(marks), standing)


def _standing(each: Placed, mark: Mark, window: Window) -> _Standing | None:
    """What can be moved of a mark: all, if its words are there and neither an edge nor a fold has to do with it."""
    if not mark.texts or (window.folds and mark.form is Body.BAR):
        return None
    low, high = each.place.words.extent(each.left, each.right, leftward=each.place.leftward)
    low, high = min(low, mark.body.left), max(high, mark.body.right)
    if low < 0.0 or high > window.width:
        return None
    return _Standing(each.place, _anchor(each), each.right - each.left, low, high, mark)


def _anchor(each: Placed) -> float:
    """What a mark moves with: the middle of a dot, which has one size, else where its event begins."""
    return (each.left + each.right) / 2 if each.place.words.body is Body.DOT else each.left


def _moved(before: _Standing, each: Placed, window: Window, selection: Selection) -> Mark | None:
    """A mark that was made before where it stands now; None where it would not look the same."""
    place, mark = each.place, before.mark
    if before.place is not place or mark.selected != selection.holds(place.row):
        return None
    if mark.form is Body.BAR and window.folds:
        return None
    if mark.form is not Body.DOT and abs(each.right - each.left - before.wide) > _SAME:
        return None
    by = _anchor(each) - before.at
    if before.low + by < 0.0 or before.high + by > window.width:
        return None
    return Mark(  # by hand, for this is done fifty times in a frame
        mark.row, mark.key, mark.form, _shifted(mark.body, by), _shifted(mark.box, by),
        mark.category, mark.status, mark.factuality, mark.circa, mark.left_end, mark.right_end, mark.zigzags,
        mark.glyph and (mark.glyph[0] + by, mark.glyph[1]),
        tuple([Text(x + by, y, words, role, tone) for x, y, words, role, tone, _ in mark.texts]),
        mark.selected, mark.lane,
    )  # fmt: skip


def _shifted(box: Box, by: float) -> Box:
    left, top, right, bottom = box
    return Box(left + by, top, right + by, bottom)


def marks_below(placed: Iterable[Placed], window: Window) -> int:
    """How many marks of this view lie below what is in sight, or only in part above it."""
    return sum(
        each.right > 0.0
        and each.left < window.width
        and window.offset + each.place.track * TRACK + each.place.words.height > window.bottom + 1.0
        for each in placed
    )


def _in_sight(each: Placed, window: Window) -> bool:
    """Whether any of a card, or all of what is smaller, lies between axis and foot."""
    words = each.place.words
    if each.right <= 0.0 or each.left >= window.width:
        return False
    top = window.offset + each.place.track * TRACK
    if words.body is Body.DOT or words.body is Body.BAR:
        return top >= window.top - 1.0 and top + words.height <= window.bottom + 1.0
    return top < window.bottom and top + words.height > window.top


def _mark(each: Placed, window: Window, metrics: Metrics, selection: Selection) -> Mark:
    words, row, look = each.place.words, each.place.row, each.place.look
    top = window.offset + each.place.track * TRACK
    setter = _set_bar if words.is_bar else _set_beside if words.beside else _set_card
    body, texts, glyph = setter(each, words, top, window, metrics)
    texts = tuple(text for text in texts if _readable(text, window, metrics))
    box = _around(body, texts, metrics)
    return Mark(
        row=row,
        key=look.key,
        form=words.body,
        body=Box(max(body.left, -_BEYOND), body.top, min(body.right, window.width + _BEYOND), body.bottom),
        box=Box(max(box.left, 0.0), box.top, min(box.right, window.width), box.bottom),
        category=look.category,
        status=look.status,
        factuality=look.factuality,
        circa=look.circa,
        left_end=look.begun and body.left > -_BEYOND,
        right_end=look.ended and body.right < window.width + _BEYOND,
        zigzags=_crossed(body, window.folds) if words.is_bar else (),
        glyph=glyph if glyph and _has_words(glyph, texts, metrics) else None,
        texts=texts,
        selected=selection.holds(row),
    )


def _crossed(body: Box, folds: tuple[Box, ...]) -> tuple[float, ...]:
    return tuple((fold.left + fold.right) / 2 for fold in folds if body.left < fold.left and body.right > fold.right)


def _has_words(glyph: tuple[float, float], texts: tuple[Text, ...], metrics: Metrics) -> bool:
    """Whether the line of date words that a glyph opens is among the texts."""
    line = metrics.line_height(Role.WHEN)
    return any(text.role is Role.WHEN and abs(text.y - glyph[1]) < line for text in texts)


def _readable(text: Text, window: Window, metrics: Metrics) -> bool:
    """Whether a line lies between axis and foot as a whole."""
    return text.y + _DESCENT <= window.bottom and text.y - metrics.ascent(text.role) >= window.top


def _set_card(each: Placed, words: Typeset, top: float, window: Window, metrics: Metrics) -> _Set:
    """Words in the visible part of the card; none where too little of it is left."""
    left, right = words.span(each.left, each.right)
    body = Box(left, top, right, top + words.height)
    x = max(left, 0.0) + EDGE + PAD_X
    if x + words.wide > min(right, window.width) - 2.0:
        return body, (), None
    return body, *_lines(words, x, top + PAD_Y, metrics)


def _set_beside(each: Placed, words: Typeset, top: float, window: Window, metrics: Metrics) -> _Set:
    """Words beside a small body; none where the edge of the view would cut them."""
    low, high = words.span(each.left, each.right)
    tall = words.height if words.body in {Body.CARD, Body.BETWEEN} else 2 * DOT
    offset = 0.0 if tall > 2 * DOT else (metrics.line_height(Role.TITLE) - tall) / 2
    body = Box(low, top + offset, high, top + offset + tall)
    x = low - BESIDE - words.wide if each.place.leftward else high + BESIDE
    if x < 0 or x + words.wide > window.width:
        return body, (), None
    texts, glyph = _lines(words, x, top, metrics)
    return body, _ranged_right(texts, low - BESIDE, metrics) if each.place.leftward and not glyph else texts, glyph


def _set_bar(each: Placed, words: Typeset, top: float, window: Window, metrics: Metrics) -> _Set:
    """Words above the bar: they slide along its visible part, and leave out what would be cut at the edge."""
    line, ascent = metrics.line_height(Role.TITLE), metrics.ascent(Role.TITLE)
    left, right = words.span(each.left, each.right)
    bar_top = top + len(words.lines) * line + BAR_GAP
    body = Box(left, bar_top, right, bar_top + BAR)
    dates, wide = words.dates, words.wide
    x = right - wide - PAD_X if each.place.leftward else left + PAD_X
    if left < 0 and right - left > wide + 2 * PAD_X:
        x = min(PAD_X, right - wide - PAD_X)
    if x + wide > window.width:
        dates, wide = (), words.title_wide
    if x < 0 or x + wide > window.width:
        return body, (), None
    texts = [Text(x, top + number * line + ascent, text, Role.TITLE) for number, text in enumerate(words.lines)]
    if not dates:
        return body, tuple(texts), None
    at = x + words.title_wide + 2 * PAD_X
    texts.append(Text(at + GLYPH, top + ascent, dates[0], Role.WHEN, Tone.MUTED))
    return body, tuple(texts), (at + GLYPH / 2 - 2.5, top + ascent - 4.5)


def _lines(
    words: Typeset, x: float, top: float, metrics: Metrics
) -> tuple[tuple[Text, ...], tuple[float, float] | None]:
    """Title lines, then the date with its glyph before it."""
    texts: list[Text] = []
    for line in words.lines:
        texts.append(Text(x, top + metrics.ascent(Role.TITLE), line, Role.TITLE))
        top += metrics.line_height(Role.TITLE)
    glyph = (x + GLYPH / 2 - 2.5, top + metrics.ascent(Role.WHEN) - 4.5) if words.dates and words.glyph else None
    for line in words.dates:
        texts.append(Text(x + words.glyph, top + metrics.ascent(Role.WHEN), line, Role.WHEN, Tone.MUTED))
        top += metrics.line_height(Role.WHEN)
    return tuple(texts), glyph


def _ranged_right(texts: tuple[Text, ...], right: float, metrics: Metrics) -> tuple[Text, ...]:
    """The lines with their ends at ``right``."""
    return tuple(text._replace(x=right - metrics.width(text.text, text.role)) for text in texts)


def _around(body: Box, texts: tuple[Text, ...], metrics: Metrics) -> Box:
    """The box around a body and its words."""
    left, top, right, bottom = body.left, body.top, body.right, body.bottom
    for text in texts:
        ascent = metrics.ascent(text.role)
        left, right = min(left, text.x), max(right, text.x + metrics.width(text.text, text.role))
        top, bottom = min(top, text.y - ascent), max(bottom, text.y - ascent + metrics.line_height(text.role))
    return Box(left, top, right, bottom)
