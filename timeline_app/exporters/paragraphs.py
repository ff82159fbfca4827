"""Paragraphs: text of any script broken into lines once, to be measured and then drawn anywhere.

Sizes are pixels of 1/96 inch.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QPointF
from PySide6.QtGui import QColor, QFont, QPainter, QTextCharFormat, QTextLayout, QTextOption

_LEADING = 1.3  # distance between baselines, in font sizes


class Run(NamedTuple):
    """Words with a colour of their own, or on a ground of one."""

    text: str
    ink: QColor | None = None
    ground: QColor | None = None


@dataclass(frozen=True, slots=True, eq=False)
class Paragraph:
    """Broken lines in one colour; ``height`` holds all of them."""

    layout: QTextLayout
    color: QColor
    width: float
    height: float

    @property
    def lacks_fonts(self) -> bool:
        """Whether no font here has some of its characters, which then come out as boxes."""
        return any(0 in run.glyphIndexes() for run in self.layout.glyphRuns())

    def paint(self, painter: QPainter, x: float, y: float) -> None:
        """Draw it with its upper left corner at ``(x, y)``."""
        painter.setPen(self.color)
        self.layout.draw(painter, QPointF(x, y))


def paragraph(text: str, font: QFont, color: QColor, width: float) -> Paragraph:
    """Text in lines of at most ``width``."""
    return _broken(QTextLayout(text, font), color, width)


def styled_paragraph(runs: Sequence[Run], font: QFont, color: QColor, width: float) -> Paragraph:
    """The same of runs that differ in colour or ground."""
    layout = QTextLayout("".join(run.text for run in runs), font)
    formats, at = [], 0
    for run in runs:
        formats.append(_format(run, at))
        at += formats[-1].length
    layout.setFormats(formats)
    return _broken(layout, color, width)


def _format(run: Run, start: int) -> QTextLayout.FormatRange:
    """A run's look; Qt counts UTF-16 units."""
    look = QTextCharFormat()
    if run.ink:
        look.setForeground(run.ink)
    if run.ground:
        look.setBackground(run.ground)
    found = QTextLayout.FormatRange()
    found.start, found.length, found.format = start, len(run.text.encode("utf-16-le")) // 2, look
    return found


def _broken(layout: QTextLayout, color: QColor, width: float) -> Paragraph:
    """Break words only where one alone is wider than the line."""
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    step = layout.font().pixelSize() * _LEADING
    widest = bottom = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        line.setPosition(QPointF(0, bottom + max(0.0, (step - line.height()) / 2)))
        widest = max(widest, line.naturalTextWidth())
        bottom += max(step, line.height())
    layout.endLayout()
    return Paragraph(layout, color, widest, bottom)
