"""The numbered list of quotes, set in columns: references are kept whole, and those that find no room are left over.

Sizes are pixels of 1/96 inch.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import accumulate

from PySide6.QtGui import QPainter

from timeline_app.exporters.paragraphs import Paragraph, Run, paragraph, styled_paragraph
from timeline_app.exporters.references import Reference
from timeline_app.render.theme import Theme

_GUTTER = 32.0  # between columns
_WIDEST, _USUAL, _NARROWEST = 720.0, 560.0, 300.0  # of a column
_MOST_COLUMNS = 6
_QUOTE, _LINE = 13, 12  # sizes of type
_MARGIN, _DIGIT = 32.0, 7.8  # room for a number: up to two digits, and for each more
_GAP = 12.0  # below a reference


@dataclass(frozen=True, slots=True, eq=False)
class Entry:
    """One reference, set: its number in the ``margin`` and its paragraphs below each other."""

    number: Paragraph
    margin: float
    paragraphs: tuple[Paragraph, ...]

    @property
    def height(self) -> float:
        """With the gap below."""
        return sum(part.height for part in self.paragraphs) + _GAP

    @property
    def lacks_fonts(self) -> bool:
        """Whether no font here has some of its characters."""
        return any(part.lacks_fonts for part in self.paragraphs)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``(x, y)``."""
        self.number.paint(painter, x, y)
        for part in self.paragraphs:
            part.paint(painter, x + self.margin, y)
            y += part.height


@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Entries in columns ``step`` pixels apart, each from top to bottom."""

    columns: tuple[tuple[Entry, ...], ...]
    step: float

    @property
    def count(self) -> int:
        """Number of entries."""
        return sum(map(len, self.columns))

    @property
    def height(self) -> float:
        """Of the highest column."""
        return max((sum(entry.height for entry in column) for column in self.columns), default=0.0)

    @property
    def lacks_fonts(self) -> bool:
        """Whether no font here has some of its characters."""
        return any(entry.lacks_fonts for column in self.columns for entry in column)

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``(x, y)``."""
        for number, column in enumerate(self.columns):
            tops = accumulate((entry.height for entry in column), initial=y)
            for entry, top in zip(column, tops, strict=False):
                entry.paint(painter, x + number * self.step, top)


def spread(references: Sequence[Reference], width: float, height: float, theme: Theme) -> Spread:
    """As many references, in order, as go into columns of ``height`` across ``width``, about equally high."""
    count = min(_column_count(width), max(len(references), 1))
    step = min((width + _GUTTER) / count, _WIDEST + _GUTTER)
    entries = _entries(references, step - _GUTTER, count * height, theme)
    fitting = sum(map(len, _filled(entries, count, height)))
    shown = entries[:fitting]
    heights = range(int(height) + 1)
    least = bisect_left(heights, fitting, key=lambda most: sum(map(len, _filled(shown, count, most))))
    return Spread(_filled(shown, count, min(least, height)), step)


def _column_count(width: float) -> int:
    """As many readable columns as go into ``width``; two where they can be had."""
    fitting = int((width + _GUTTER) // (_NARROWEST + _GUTTER))
    wanted = round((width + _GUTTER) / (_USUAL + _GUTTER))
    return min(max(wanted, min(fitting, 2), 1), _MOST_COLUMNS)


def _entries(references: Sequence[Reference], width: float, room: float, theme: Theme) -> Sequence[Entry]:
    """The first references set, no more of them than ``room`` could hold below each other."""
    found: list[Entry] = []
    margin = _MARGIN + _DIGIT * max(0, len(str(references[-1].number)) - 2) if references else _MARGIN
    for reference in references:
        if room < 0:
            break
        found.append(_entry(reference, width, margin, theme))
        room -= found[-1].height
    return found


def _filled(entries: Sequence[Entry], count: int, height: float) -> tuple[tuple[Entry, ...], ...]:
    """Columns filled one after the other."""
    filled: list[tuple[Entry, ...]] = []
    at = 0
    for _ in range(count):
        first, used = at, 0.0
        while at < len(entries) and used + entries[at].height <= height:
            used += entries[at].height
            at += 1
        filled.append(tuple(entries[first:at]))
    return tuple(filled)


def _entry(reference: Reference, width: float, margin: float, theme: Theme) -> Entry:
    width -= margin
    strong, muted = theme.color("text"), theme.color("muted")
    head, line, serif = theme.family("sans", _LINE, 600), theme.family("sans", _LINE), theme.family("serif", _QUOTE)
    parts = [paragraph(f"{reference.when} · {reference.title}", head, strong, width)]
    for passage in reference.passages:
        runs = [Run(piece.text, ground=theme.color("quote") if piece.dates else None) for piece in passage.pieces]
        parts.append(styled_paragraph(runs, serif, strong, width))
        parts.append(paragraph(passage.source, line, muted, width))
    return Entry(paragraph(f"[{reference.number}]", head, muted, margin), margin, tuple(parts))
