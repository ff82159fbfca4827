"""Theme: the colours and fonts of everything that is drawn, read from ``resources/themes``.

To add a theme put a TOML file there with the same tables; ``load_theme`` finds it by its stem.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from PySide6.QtGui import QColor, QFont

from timeline_app.assets import resources
from timeline_app.layout.metrics import Role
from timeline_app.model.arrangement import OwnCategory


@dataclass(frozen=True, slots=True, eq=False)
class Theme:
    """Colours by name, colours of categories, families and sizes of fonts."""

    name: str
    colors: Mapping[str, str]
    categories: Mapping[str, str]
    strengths: Mapping[str, float]
    families: Mapping[str, tuple[str, ...]]
    roles: Mapping[str, tuple[int, int]]

    def color(self, name: str) -> QColor:
        """A colour of the table ``colors``.

        Raises:
            KeyError: the theme has no such colour.

        """
        return QColor(self.colors[name])

    def category(self, name: str) -> QColor:
        """The hue of a category; those without one are grey."""
        return QColor(self.categories.get(name, self.categories["other"]))

    def hue(self, name: str) -> QColor:
        """The hue of a category, or the colour that is written as "#rrggbb"."""
        return QColor(name) if name.startswith("#") else self.category(name)

    def with_categories(self, more: Iterable[OwnCategory]) -> Theme:
        """This theme with more categories, each with the hue of one that it has, or "#rrggbb"; those it has stay."""
        own = {one.name: self.hue(one.hue).name() for one in more}
        return replace(self, categories={**own, **self.categories}) if own else self

    def strength(self, name: str) -> float:
        """An opacity, 0 to 1."""
        return self.strengths[name]

    def font(self, role: Role) -> QFont:
        """The font a role is written in, unhinted so that widths grow evenly with the resolution."""
        return _font(self, role)

    def family(self, name: str, size: int, weight: int = 400) -> QFont:
        """A font of the ``sans`` or ``serif`` family, ``size`` in pixels of 1/96 inch."""
        font = QFont(list(self.families[name]))
        font.setPixelSize(size)  # points would depend on the device painted on
        font.setWeight(QFont.Weight(weight))
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        for feature in ("calt", "liga"):  # their glyphs stand for no character, so a PDF could not be searched
            font.setFeature(QFont.Tag(feature), 0)
        return font


@lru_cache(maxsize=64)
def _font(theme: Theme, role: Role) -> QFont:
    size, weight = theme.roles[role]
    return theme.family("sans", size, weight)


@lru_cache(maxsize=8)
def load_theme(name: str = "light") -> Theme:
    """The theme of that name.

    Raises:
        FileNotFoundError: there is no such theme.

    """
    table = tomllib.loads((resources() / "themes" / f"{name}.toml").read_text(encoding="utf-8"))
    return Theme(
        name=name,
        colors=table["colors"],
        categories=table["categories"],
        strengths=table["strengths"],
        families={key: tuple(families) for key, families in table["fonts"].items()},
        roles={key: (int(size), int(weight)) for key, (size, weight) in table["roles"].items()},
    )
