"""Typeset: the words of one event set in lines, and how much room they and the body take, wherever it stands.

Setting words is the dear part of a frame, so a ``Typeset`` is kept from scene to scene as long as it ``holds``.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from timeline_app.layout.columns import Form
from timeline_app.layout.figures import Body
from timeline_app.layout.metrics import Metrics, Role
from timeline_app.layout.packing import TRACK
from timeline_app.layout.words import short_months
from timeline_app.layout.wrapping import first_that_fits, wrap, wrap_at_most

DOT = 5.0  # radius
INSET = 3.0  # between a card and the border of its unit
EDGE = 4.0  # coloured edge of a card
PAD_X, PAD_Y = 8.0, 7.0
_PAD_RIGHT = 4.0  # lines are ragged there
GLYPH = 14.0  # room of the glyph before a date
BAR, BAR_GAP = 10.0, 3.0
_APART = 1.5  # half the free space between events that meet
BESIDE = 6.0  # between a small body and the words beside it
_AFTER = 7.0  # free beyond these words, lest they read on in those of another
_DOT_BELOW = 16.0  # a card would be narrower than this
_LEAST, _MOST = 52.0, 380.0  # width of the words of a card
_READABLE = 76.0  # width of words in the visible part of a card from which on they are set for it
_ROOM_STEP = 4.0  # words of a card are set anew only when its width has changed by so much
_SIDE, _SIDE_WRAPPED = 190.0, 230.0  # most width of words beside, on one line and on several
_SLACKS = (1.04, 1.12, 1.22, 1.35)  # how much longer a line may be than its share
_MOST_LINES, _SIDE_LINES = 6, 3
_SAME = 1e-6  # pixels
_BETWEEN_ROWS = 8.0  # least free space under a mark


@dataclass(frozen=True, slots=True)
class Setting:
    """What all typesets of a scene share.

    ``compact`` leaves out the dates of small marks, which the axis shows, where room is dear.
    """

    metrics: Metrics
    width: float
    compact: bool


@dataclass(frozen=True, slots=True)
class Words:
    """A title and a date, as they came."""

    title: str
    when: str


@dataclass(frozen=True, slots=True)
class Typeset:
    """Lines of a title and a date. ``beside`` a small body, else in a card or above a bar; lengths in pixels.

    ``parts`` are where the bodies of a choice between times begin and end, counted from where the first does.
    ``room`` is the width the lines of a card were set for, or could not be, ``wide`` their width, ``title_wide`` that
    of the title alone; ``tracks`` is how many tracks the whole takes.
    """

    body: Body
    beside: bool
    lines: tuple[str, ...]
    dates: tuple[str, ...]
    room: float
    wide: float
    title_wide: float
    height: float
    tracks: int
    parts: tuple[tuple[float, float], ...] = ()

    @property
    def is_bar(self) -> bool:
        """Whether the words stand above a bar."""
        return self.body is Body.BAR and not self.beside

    @property
    def glyph(self) -> float:
        """Room of the glyph before the date; a dot is its own glyph."""
        return 0.0 if self.body is Body.DOT else GLYPH

    def span(self, left: float, right: float) -> tuple[float, float]:
        """The pixels of the body of an event that lies in ``[left, right)``, from the first to the last of several."""
        if self.parts:
            bodies = self.bodies(left)
            return bodies[0][0], bodies[-1][1]
        return self._body(left, right)

    def bodies(self, left: float) -> list[tuple[float, float]]:
        """The pixels of the bodies of a choice whose first time begins at ``left``."""
        return [self._body(left + start, left + end) for start, end in self.parts]

    def _body(self, left: float, right: float) -> tuple[float, float]:
        if not self.beside:
            return left + INSET, right - INSET
        middle = (left + right) / 2
        if self.body is Body.DOT:
            return middle - DOT, middle + DOT
        half = max((right - left) / 2 - 1.0, DOT)
        return middle - half, middle + half

    def extent(self, left: float, right: float, *, leftward: bool) -> tuple[float, float]:
        """The pixels of body and words together; those of events that meet at a border do not touch."""
        left, right = left + _APART, right - _APART
        if self.is_bar:
            wide = self.wide + 2 * PAD_X
            return (min(left, right - wide), right) if leftward else (left, max(right, left + wide))
        if not self.beside:
            return left, right
        low, high = self.span(left - _APART, right + _APART)
        return (low - BESIDE - self.wide - _AFTER, high) if leftward else (low, high + BESIDE + self.wide + _AFTER)

    def holds(self, setting: Setting, form: int, left: float, right: float) -> bool:
        """Whether it is what ``typeset`` would make again."""
        if self.parts:
            return abs(self.parts[-1][1] - self.parts[0][0] - (right - left)) < _SAME
        is_card = self.body is Body.CARD or self.body is Body.BETWEEN
        if right - left < _DOT_BELOW:
            return self.beside and not is_card
        return self.is_bar if form == Form.PERIOD else is_card and self.room == card_room(setting, left, right)

    def serves(self, left: float, right: float) -> bool:
        """Whether a card would hold these words, though it might break them otherwise and an edge may cut them."""
        if self.beside or self.is_bar or self.parts or right - left < _DOT_BELOW:
            return False
        return _inside(right - left) >= self.wide


def typeset(setting: Setting, form: int, left: float, right: float, words: Words) -> Typeset:
    """The words of an event that lies at ``[left, right)``, in its card, above its bar, or beside what is small."""
    if right - left < _DOT_BELOW:
        return _beside(setting, Body.BAR if form == Form.PERIOD else Body.DOT, words)
    if form == Form.PERIOD:
        return _bar(setting, words)
    body = Body.BETWEEN if form == Form.BETWEEN else Body.CARD
    room = card_room(setting, left, right)
    return _card(setting, body, room, words) or _beside(setting, body, words, room)


def typeset_choices(setting: Setting, pixels: tuple[float, float], borders: list[float], words: Words) -> Typeset:
    """The words of an event with several times to choose from; ``borders`` are of each, from the first one."""
    left, right = pixels
    if right - left < _DOT_BELOW:
        return _beside(setting, Body.DOT, words)
    parts = tuple(zip(borders[::2], borders[1::2], strict=True))
    narrowest = min(end - start for start, end in parts)
    body = Body.DOT if narrowest < _DOT_BELOW else Body.CARD
    within = _card(setting, body, _inside(narrowest), words) if body is Body.CARD else None
    return replace(within or _beside(setting, body, words), parts=parts)


def card_room(setting: Setting, left: float, right: float) -> float:
    """How wide the words of a card may be: as what is visible of it; 0 where they could not be read there."""
    seen = min(right, setting.width) - max(left, 0.0)
    is_cut = 0.0 < seen < right - left
    room = _inside(seen if is_cut else right - left)
    return room if room >= (_READABLE if is_cut else _LEAST) else 0.0


def _inside(wide: float) -> float:
    room = min(wide - 2 * INSET - EDGE - PAD_X - _PAD_RIGHT, _MOST)
    return room // _ROOM_STEP * _ROOM_STEP


def _card(setting: Setting, body: Body, room: float, words: Words) -> Typeset | None:
    """Words in a card, or None where it is too narrow for them."""
    metrics = setting.metrics
    lines = wrap(words.title, room, Role.TITLE, metrics) if room >= _LEAST else None
    if lines is None or len(lines) > _MOST_LINES:
        return None
    if len(lines) > 1:
        lines = _evened(words.title, len(lines), room, metrics) or lines
    dates = _dates(words.when, room - GLYPH, metrics)
    title_wide = _widest(lines, Role.TITLE, metrics)
    wide = max(title_wide, _widest(dates, Role.WHEN, metrics) + GLYPH)
    height = 2 * PAD_Y + _height(lines, dates, metrics)
    return Typeset(body, False, lines, dates, room, wide, title_wide, height, _tracks(height))  # noqa: FBT003 - said by the class


def _dates(when: str, room: float, metrics: Metrics) -> tuple[str, ...]:
    """A date on one line, if need be with short months, else on several."""
    if not when:
        return ()
    fitting = first_that_fits((when, short_months(when)), room, Role.WHEN, metrics)
    return (fitting,) if fitting else wrap_at_most(when, room, 3, Role.WHEN, metrics)


def _beside(setting: Setting, body: Body, words: Words, room: float = 0.0) -> Typeset:
    """Words beside a small body, or a card without ``room`` for them; on two lines of like length if one were long."""
    metrics = setting.metrics
    lines = _balanced(words.title, metrics)
    dates = () if setting.compact or not words.when else (words.when,)
    glyph = 0.0 if body is Body.DOT else GLYPH
    title_wide = _widest(lines, Role.TITLE, metrics)
    wide = max(title_wide, _widest(dates, Role.WHEN, metrics) + glyph if dates else 0.0)
    height = max(_height(lines, dates, metrics), 2 * DOT)
    return Typeset(body, True, lines, dates, room, wide, title_wide, height, _tracks(height))  # noqa: FBT003


@lru_cache(maxsize=5000)  # while one zooms the same titles come again
def _balanced(title: str, metrics: Metrics) -> tuple[str, ...]:
    """A title on as few lines as need be, of about the same length."""
    whole = metrics.width(title, Role.TITLE)
    if whole <= _SIDE:
        return (title,)
    for count in range(2, _SIDE_LINES + 1):
        lines = _evened(title, count, _SIDE_WRAPPED, metrics)
        if lines is not None:
            return lines
    return wrap_at_most(title, _SIDE_WRAPPED, _SIDE_LINES, Role.TITLE, metrics)


def _evened(title: str, count: int, room: float, metrics: Metrics) -> tuple[str, ...] | None:
    """A title on ``count`` lines hardly longer than each other; None where they would not fit."""
    share = metrics.width(title, Role.TITLE) / count
    for slack in _SLACKS:
        lines = wrap(title, min(share * slack, room), Role.TITLE, metrics)
        if lines is not None and len(lines) <= count:
            return lines
    return None


def _bar(setting: Setting, words: Words) -> Typeset:
    """Words on one line above a bar; a very long title on two, without the date."""
    metrics, room = setting.metrics, setting.width - 4 * PAD_X
    lines: tuple[str, ...] = (words.title,)
    dates: tuple[str, ...] = (words.when,) if words.when else ()
    title_wide = metrics.width(words.title, Role.TITLE)
    wide = title_wide + (metrics.width(words.when, Role.WHEN) + GLYPH + 2 * PAD_X if dates else 0.0)
    if wide > room:
        lines, dates = wrap_at_most(words.title, room, 2, Role.TITLE, metrics), ()
        wide = title_wide = _widest(lines, Role.TITLE, metrics)
    height = len(lines) * metrics.line_height(Role.TITLE) + BAR_GAP + BAR
    return Typeset(Body.BAR, False, lines, dates, room, wide, title_wide, height, _tracks(height))  # noqa: FBT003


def _tracks(height: float) -> int:
    return int(-(-(height + _BETWEEN_ROWS) // TRACK))


def _widest(lines: tuple[str, ...], role: Role, metrics: Metrics) -> float:
    return max((metrics.width(line, role) for line in lines), default=0.0)


def _height(lines: tuple[str, ...], dates: tuple[str, ...], metrics: Metrics) -> float:
    return len(lines) * metrics.line_height(Role.TITLE) + len(dates) * metrics.line_height(Role.WHEN)
