"""How the widgets look: Qt's Fusion style with a palette and a style sheet made from a theme of ``render.theme``.

The rules of the style sheet stand in ``resources/themes/window.qss``.

Widgets say what they are by their object name or a ``role`` property; nothing else in ``ui`` names a colour.
"""

from __future__ import annotations

from string import Template

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication

from timeline_app.assets import resources
from timeline_app.render.theme import Theme, load_theme

FONT_SIZE = 13  # px of 1/96 inch
_ICON = 16
_SCALES = (1, 2, 3)  # device pixels per pixel that icons are drawn for


def theme_for(choice: str) -> Theme:
    """The theme of a choice; ``system`` follows the desktop where it says what it wants, and is light elsewhere."""
    if choice == "system":
        dark = QGuiApplication.styleHints().colorScheme() is Qt.ColorScheme.Dark
        return load_theme("dark" if dark else "light")
    return load_theme(choice)


def apply_theme(application: QApplication, theme: Theme) -> bool:
    """Give every widget of the program the theme's look, and say whether that is another one.

    It takes the longer the more widgets there are.
    """
    sheet = _sheet(theme)
    if application.styleSheet() == sheet:
        return False
    application.setStyle("Fusion")
    application.setFont(theme.family("sans", FONT_SIZE))
    application.setPalette(_palette(theme))
    application.setStyleSheet(sheet)
    return True


def icon(name: str, theme: Theme, color: str = "text") -> QIcon:
    """A bundled icon in a colour of the theme, sharp at any resolution."""
    found = QIcon()
    source = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
    for mode, tint in ((QIcon.Mode.Normal, color), (QIcon.Mode.Disabled, "border")):
        for scale in _SCALES:
            found.addPixmap(_drawn(source, theme.color(tint), scale), mode)
    return found


def _drawn(source: str, color: QColor, scale: int) -> QPixmap:
    pixmap = QPixmap(_ICON * scale, _ICON * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    renderer = QSvgRenderer(QByteArray(source.replace("currentColor", color.name()).encode()))
    painter = QPainter(pixmap)
    renderer.render(painter)
    painter.end()
    pixmap.setDevicePixelRatio(scale)
    return pixmap


def _palette(theme: Theme) -> QPalette:
    role = QPalette.ColorRole
    names = {
        role.Window: "window", role.WindowText: "text", role.Base: "panel", role.AlternateBase: "window",
        role.Text: "text", role.Button: "panel", role.ButtonText: "text", role.BrightText: "accent-text",
        role.ToolTipBase: "panel", role.ToolTipText: "text", role.PlaceholderText: "muted",
        role.Highlight: "accent", role.HighlightedText: "accent-text", role.Link: "focus", role.LinkVisited: "focus",
        role.Light: "panel", role.Midlight: "grid", role.Mid: "border", role.Dark: "axis", role.Shadow: "border",
        role.Accent: "accent",
    }  # fmt: skip
    palette = QPalette()
    for which, name in names.items():
        palette.setColor(which, theme.color(name))
    for which in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, which, theme.color("muted"))
    return palette


def _sheet(theme: Theme) -> str:
    names = {name.replace("-", "_"): color for name, color in theme.colors.items()}
    themes = resources() / "themes"
    sheet = (themes / "window.qss").read_text(encoding="utf-8")
    return Template(sheet).substitute(
        names,
        sans=_families(theme, "sans"),
        serif=_families(theme, "serif"),
        tick=(themes / f"tick-{theme.name}.svg").as_posix(),
        down=(themes / f"down-{theme.name}.svg").as_posix(),
    )


def _families(theme: Theme, name: str) -> str:
    return ", ".join(f'"{family}"' for family in theme.families[name])
