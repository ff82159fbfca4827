from __future__ import annotations

import itertools

import pytest
from PySide6.QtGui import QColor, QFontInfo

from timeline_app.layout.metrics import Role
from timeline_app.model.event import Category
from timeline_app.render.fonts import QtMetrics, load_fonts
from timeline_app.render.theme import Theme, load_theme

THEMES = ["light", "dark"]
SURFACES = ["window", "panel", "canvas", "stretch", "weekend", "card"]


def luminance(color: QColor) -> float:
    channels = (color.redF(), color.greenF(), color.blueF())
    parts = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels]
    return 0.2126 * parts[0] + 0.7152 * parts[1] + 0.0722 * parts[2]


def contrast(one: QColor, other: QColor) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.fixture(params=THEMES)
def theme(request: pytest.FixtureRequest) -> Theme:
    return load_theme(str(request.param))


def test_texts_stand_out_from_every_surface(theme: Theme) -> None:
    for text, surface in itertools.product(["text", "muted", "accent"], SURFACES):
        assert contrast(theme.color(text), theme.color(surface)) >= 4.5, (text, surface)


@pytest.mark.parametrize(
    ("text", "surface"),
    [("accent-text", "accent"), ("text", "quote"), ("text", "date"), ("text", "accent-soft"), ("warning", "panel"),
     ("good", "panel")],
)  # fmt: skip
def test_texts_stand_out_from_what_they_are_marked_with(theme: Theme, text: str, surface: str) -> None:
    assert contrast(theme.color(text), theme.color(surface)) >= 4.5


def test_categories_stand_out_and_at_most_six_have_a_hue(theme: Theme) -> None:
    hues = {theme.category(category).name() for category in Category}
    assert len(hues) <= 7
    for name, surface in itertools.product(hues, ["canvas", "card", "panel"]):
        assert contrast(QColor(name), theme.color(surface)) >= 4.5
    assert theme.category("Zoology") == theme.category("other")


def test_both_themes_have_the_same_names() -> None:
    one, other = (load_theme(name) for name in THEMES)
    assert one.colors.keys() == other.colors.keys()
    assert one.categories.keys() == other.categories.keys()
    assert one.roles == other.roles


def test_a_theme_that_is_not_there_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        load_theme("sepia")


def test_the_bundled_fonts_are_used() -> None:
    assert {"Inter", "Noto Serif"} <= set(load_fonts())
    theme = load_theme("light")
    assert QFontInfo(theme.font(Role.TITLE)).family().startswith("Inter")
    assert QFontInfo(theme.family("serif", 15)).family() == "Noto Serif"


def test_text_is_measured_in_the_font_of_its_role() -> None:
    metrics = QtMetrics(load_theme("light"))
    assert metrics.width("Koussa resigned", Role.HEADER) > metrics.width("Koussa resigned", Role.SMALL) > 60
    assert metrics.width("", Role.TITLE) == 0
    assert 0 < metrics.ascent(Role.TITLE) < metrics.line_height(Role.TITLE)
