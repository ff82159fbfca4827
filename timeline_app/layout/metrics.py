"""Metrics: how wide and high text is, in pixels of the scene (1/96 inch), asked of whoever will paint it."""

from __future__ import annotations

from enum import StrEnum
from typing import Protocol


class Role(StrEnum):
    """What a text is for, which decides its font; the themes name a font for each."""

    HEADER = "header"
    TICK = "tick"
    TICK_STRONG = "tick-strong"
    TITLE = "title"
    WHEN = "when"
    SMALL = "small"
    COUNT = "count"


class Metrics(Protocol):
    """Measures of text; the same text and role always give the same answer."""

    def __hash__(self) -> int:
        """So that what was measured can be kept."""
        ...

    def width(self, text: str, role: Role) -> float:
        """Advance width of one line."""
        ...

    def line_height(self, role: Role) -> float:
        """Distance between two baselines."""
        ...

    def ascent(self, role: Role) -> float:
        """Distance from the top of a line to its baseline."""
        ...
