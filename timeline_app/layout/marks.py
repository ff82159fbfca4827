"""Marks: each placed event as it is drawn, with its words where they can be read.

Words stay in the visible part of a card and slide along a bar that begins outside the view. Where an edge would cut
them they end in an ellipsis, or are left out. A mark that stands inside the view is made once and then only moved on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.figures import Body, Box, Mark, Part, Text, Tone
from timeline_app.layout.lanes import Lane
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.packing import TRACK
from timeline_app.layout.places import Place, Placed
from timeline_app.layout.typeset import BAR, BAR_GAP, BESIDE, DOT, EDGE, GLYPH, PAD_X, PAD_Y, Typeset
from timeline_app.layout.wrapping import shortened

_BEYOND = 40.0  # pixels outside the view at which a body is cut off before it is drawn
_LEAST_CUT = 44.0  # pixels of a line that is cut off
_DESCENT = 3.0  # of letters below the baseline
_SAME = 1e-6  # pixels


class Window(NamedTuple):
    """The part of the canvas that marks are seen in; ``offset`` is where the first track begins."""

    width: float
    top: float
    bottom: float
    offset: float
    folds: tuple[Box, ...]


_Glyphs = tuple[tuple[float, float], ...]
_Set = tuple[Box, tuple[Text, ...], _Glyphs]


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
    if not mark.texts or mark.parts or (window.folds and mark.form is Body.BAR):
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
        tuple([(x + by, y) for x, y in mark.glyphs]),
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
    parts: tuple[Part, ...] = ()
    if words.parts:
        body, texts, glyphs, parts = _set_choices(each, words, top, window, metrics)
    else:
        setter = _set_bar if words.is_bar else _set_beside if words.beside else _set_card
        body, texts, glyphs = setter(each, words, top, window, metrics)
    texts = tuple(text for text in texts if _readable(text, window, metrics))
    box = _around(body, texts, metrics)
    return Mark(
        row=row,
        key=look.key,
        form=words.body,
        body=_in_reach(body, window),
        box=Box(max(box.left, 0.0), box.top, min(box.right, window.width), box.bottom),
        category=look.category,
        status=look.status,
        factuality=look.factuality,
        circa=look.circa,
        left_end=look.begun and body.left > -_BEYOND,
        right_end=look.ended and body.right < window.width + _BEYOND,
        zigzags=_crossed(body, window.folds) if words.is_bar else (),
        glyphs=tuple(glyph for glyph in glyphs if _has_words(glyph, texts, metrics)),
        texts=texts,
        selected=selection.holds(row),
        parts=parts,
    )


def _in_reach(body: Box, window: Window) -> Box:
    """A body cut off a little outside the view."""
    return Box(max(body.left, -_BEYOND), body.top, min(body.right, window.width + _BEYOND), body.bottom)


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
    """Words in the visible part of the card."""
    left, right = words.span(each.left, each.right)
    body = Box(left, top, right, top + words.height)
    x = max(left, 0.0) + EDGE + PAD_X
    return body, *_lines(words, x, top + PAD_Y, min(right, window.width) - 2.0 - x, metrics)


def _set_beside(each: Placed, words: Typeset, top: float, window: Window, metrics: Metrics) -> _Set:
    """Words beside a small body; left of it none where the edge of the view would cut them."""
    low, high = words.span(each.left, each.right)
    body = _small_body(words, low, high, top, metrics)
    if each.place.leftward:
        x = low - BESIDE - words.wide
        texts, glyphs = _lines(words, x, top, words.wide, metrics) if x >= 0 else ((), ())
        return body, texts if glyphs else _ranged_right(texts, low - BESIDE, metrics), glyphs
    x = high + BESIDE
    return body, *(_lines(words, x, top, window.width - x, metrics) if x >= 0 else ((), ()))


def _small_body(words: Typeset, low: float, high: float, top: float, metrics: Metrics) -> Box:
    """A body as high as the words beside it, or a dot on their first line."""
    tall = words.height if words.body in {Body.CARD, Body.BETWEEN} else 2 * DOT
    offset = 0.0 if tall > 2 * DOT else (metrics.line_height(Role.TITLE) - tall) / 2
    return Box(low, top + offset, high, top + offset + tall)


def _set_choices(
    each: Placed, words: Typeset, top: float, window: Window, metrics: Metrics
) -> tuple[Box, tuple[Text, ...], _Glyphs, tuple[Part, ...]]:
    """Bodies at all times of a choice, with the words in or beside each that has room for them."""
    places = words.bodies(each.left)
    texts: list[Text] = []
    glyphs: list[tuple[float, float]] = []
    parts: list[Part] = []
    taken = 0.0 if each.place.leftward else max(places[0][0], 0.0)
    for number, (low, high) in enumerate(places):
        following = places[number + 1][0] - BESIDE if number + 1 < len(places) else window.width
        if words.beside:
            body = _small_body(words, low, high, top, metrics)
            written = _words_at(words, body, top, (taken, min(following, window.width)), metrics)
        else:
            body, x = Box(low, top, high, top + words.height), max(low, 0.0) + EDGE + PAD_X
            written = _lines(words, x, top + PAD_Y, min(high, window.width) - 2.0 - x, metrics)
        texts += written[0]
        glyphs += written[1]
        parts.append(Part(_in_reach(body, window), _around(body, written[0], metrics)))
        taken = max(parts[-1].box.right + BESIDE, 0.0)
    seen = tuple(part for part in parts if part.body.right > 0 and part.body.left < window.width)
    body = Box(places[0][0], parts[0].body.top, places[-1][1], parts[0].body.bottom)
    return body, tuple(texts), tuple(glyphs), seen


def _words_at(
    words: Typeset, body: Box, top: float, between: tuple[float, float], metrics: Metrics
) -> tuple[tuple[Text, ...], _Glyphs]:
    """Words right of a small body, or left of it where only there they have room between two pixels."""
    x, before = body.right + BESIDE, body.left - BESIDE
    room = between[1] - x
    if room < words.wide and before - words.wide >= between[0]:
        texts, glyphs = _lines(words, before - words.wide, top, words.wide, metrics)
        return texts if glyphs else _ranged_right(texts, before, metrics), glyphs
    return _lines(words, x, top, room, metrics) if x >= 0 else ((), ())


def _set_bar(each: Placed, words: Typeset, top: float, window: Window, metrics: Metrics) -> _Set:
    """Words above the bar: they slide along its visible part, and leave out what its end or the edge would cut."""
    line, ascent = metrics.line_height(Role.TITLE), metrics.ascent(Role.TITLE)
    left, right = words.span(each.left, each.right)
    bar_top = top + len(words.lines) * line + BAR_GAP
    body = Box(left, bar_top, right, bar_top + BAR)
    x, end = left + PAD_X, window.width
    if each.place.leftward:
        x = right - words.wide - PAD_X
    if x < PAD_X and left < 0:
        x, end = PAD_X, min(max(right - PAD_X, left + words.wide + PAD_X), end)
    dates = words.dates if x + words.wide <= end else ()
    titles = [_cut(text, end - x, Role.TITLE, metrics) for text in words.lines]
    texts = [Text(x, top + number * line + ascent, text, Role.TITLE) for number, text in enumerate(titles) if text]
    if not dates:
        return body, tuple(texts), ()
    at = x + words.title_wide + 2 * PAD_X
    texts.append(Text(at + GLYPH, top + ascent, dates[0], Role.WHEN, Tone.MUTED))
    return body, tuple(texts), ((at + GLYPH / 2 - 2.5, top + ascent - 4.5),)


def _lines(words: Typeset, x: float, top: float, room: float, metrics: Metrics) -> tuple[tuple[Text, ...], _Glyphs]:
    """Title lines, then the date with its glyph before it, all cut with an ellipsis where an edge leaves less room."""
    texts: list[Text] = []
    glyphs: _Glyphs = ()
    for line in words.lines:
        if fitting := _cut(line, room, Role.TITLE, metrics):
            texts.append(Text(x, top + metrics.ascent(Role.TITLE), fitting, Role.TITLE))
        top += metrics.line_height(Role.TITLE)
    for number, line in enumerate(words.dates):
        if fitting := _cut(line, room - words.glyph, Role.WHEN, metrics):
            texts.append(Text(x + words.glyph, top + metrics.ascent(Role.WHEN), fitting, Role.WHEN, Tone.MUTED))
            if number == 0 and words.glyph:
                glyphs = ((x + GLYPH / 2 - 2.5, top + metrics.ascent(Role.WHEN) - 4.5),)
        top += metrics.line_height(Role.WHEN)
    return tuple(texts), glyphs


def _cut(line: str, room: float, role: Role, metrics: Metrics) -> str:
    """A line, or as much of it as there is room for; nothing where that says nothing."""
    if metrics.width(line, role) <= room:
        return line
    return shortened(line, room, role, metrics) if room >= _LEAST_CUT else ""


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
