"""Fonts: the bundled ones made known to Qt, and text measured as it will be painted.

A QGuiApplication must exist. Families that come with the program win, so that pictures look alike everywhere.
"""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtGui import QFontDatabase, QFontMetricsF

from timeline_app.assets import resources
from timeline_app.layout.metrics import Role
from timeline_app.render.theme import Theme

_SUFFIXES = (".ttf", ".otf", ".ttc")
_MOST_WIDTHS = 100_000


@cache
def load_fonts() -> tuple[str, ...]:
    """Register the bundled fonts once; the names of their families."""
    files = sorted(path for path in (resources() / "fonts").rglob("*") if path.suffix.lower() in _SUFFIXES)
    numbers = [QFontDatabase.addApplicationFont(str(path)) for path in files]
    return tuple(family for number in numbers for family in QFontDatabase.applicationFontFamilies(number))


class QtMetrics:
    """Measures of text in a theme's fonts; every width is asked of Qt once."""

    def __init__(self, theme: Theme) -> None:
        load_fonts()
        self._metrics = {role: QFontMetricsF(theme.font(role)) for role in Role}
        self._heights = {role: float(-(-metrics.height() // 1)) for role, metrics in self._metrics.items()}
        self._ascents = {role: metrics.ascent() for role, metrics in self._metrics.items()}
        self._widths: dict[tuple[str, Role], float] = {}

    def width(self, text: str, role: Role) -> float:
        """Advance width of one line."""
        known = self._widths.get((text, role))
        if known is None:
            if len(self._widths) > _MOST_WIDTHS:
                self._widths.clear()
            known = self._widths[text, role] = self._metrics[role].horizontalAdvance(text)
        return known

    def line_height(self, role: Role) -> float:
        """Distance between two baselines, rounded up to whole pixels."""
        return self._heights[role]

    def ascent(self, role: Role) -> float:
        """Distance from the top of a line to its baseline."""
        return self._ascents[role]


@lru_cache(maxsize=8)
def metrics_of(theme: Theme) -> QtMetrics:
    """The measures of a theme, which all share who lay out and paint in it."""
    return QtMetrics(theme)
