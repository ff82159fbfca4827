"""Choices for the category and the factuality of events."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QWidget

from timeline_app.model.event import Factuality
from timeline_app.render.theme import Theme
from timeline_app.session import edits
from timeline_app.ui.editing.field import DIFFERENT_WORDS
from timeline_app.ui.editing.kinds import GLYPHS, Kind
from timeline_app.ui.editing.subject import DIFFERENT, Subject
from timeline_app.ui.editing.typed import new_key

_NEW = "New category…"
_SIDE = 16  # px of a letter's square
_SCALES = (1, 2, 3)  # device pixels per pixel that squares are drawn for


class Choice(QComboBox):
    """A box of which a wheel that passes over it changes nothing; shows nothing where events differ."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(DIFFERENT_WORDS)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.setMaxVisibleItems(16)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """What is under the box scrolls instead."""
        event.ignore()


class CategoryBox(Choice):
    """Every category with its letter on its hue. Signals ask to make one, and to change one of the user’s own."""

    asked = Signal(object, str)
    new_asked = Signal()
    change_asked = Signal(str)  # the name of one's own category

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Category", parent)
        self.setObjectName("category_field")
        self._kinds: tuple[Kind, ...] = ()
        self._theme: Theme | None = None
        self._name: str | None = None
        self._own: frozenset[str] = frozenset()
        self.activated.connect(self._choose)

    def show_kinds(self, kinds: Sequence[Kind], own: Iterable[str] = ()) -> None:
        """Offer these; those named ``own`` can be changed."""
        offered = tuple(kinds), frozenset(own)
        if offered != (self._kinds, self._own):
            self._kinds, self._own = offered
            self._fill()

    def show_subject(self, subject: Subject) -> None:
        """Show the category of the events."""
        found = subject.common(lambda event: event.category)
        name = None if found is DIFFERENT else found
        is_other_own = name in self._own or self._name in self._own
        self._name = name
        if is_other_own:
            self._fill()
        else:
            self._show_name()

    def set_theme(self, theme: Theme) -> None:
        """Draw the squares in the theme's hues."""
        self._theme = theme
        self._fill()

    def _fill(self) -> None:
        self.clear()
        for kind in self._kinds:
            self.addItem(letter_icon(kind, self._theme) if self._theme else QIcon(), kind.name)
        self.insertSeparator(self.count())
        self.addItem(_NEW)
        if self._name in self._own:
            self.addItem(f"Change “{self._name}”…")
        self._show_name()

    def _show_name(self) -> None:
        self.setCurrentIndex(-1 if self._name is None else self.findText(self._name))

    def _choose(self, index: int) -> None:
        name, beyond = self.itemText(index), index - len(self._kinds)
        if beyond >= 0:
            self._show_name()
            if name == _NEW:
                self.new_asked.emit()
            else:
                self.change_asked.emit(self._name or "")
        elif name != self._name:
            self.asked.emit(lambda events: edits.set_category(events, name), new_key())


class FactualityBox(Choice):
    """What the words claim: happened, said, planned, denied, alleged."""

    asked = Signal(object, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Factuality", parent)
        self.setObjectName("factuality_field")
        for factuality, glyph in GLYPHS.items():
            self.addItem(f"{glyph}  {factuality}")
        self.activated.connect(self._choose)

    def show_subject(self, subject: Subject) -> None:
        """Show the factuality of the events."""
        found = subject.common(lambda event: event.factuality)
        self.setCurrentIndex(-1 if found is DIFFERENT else list(GLYPHS).index(found))

    def _choose(self, index: int) -> None:
        factuality: Factuality = list(GLYPHS)[index]
        self.asked.emit(lambda events: edits.set_factuality(events, factuality), new_key())


def letter_icon(kind: Kind, theme: Theme) -> QIcon:
    """The category's letter on a square of its hue."""
    icon = QIcon()
    for scale in _SCALES:
        icon.addPixmap(_square(kind.letter, hue_color(kind.hue, theme), theme, scale))
    return icon


def hue_color(hue: str, theme: Theme) -> QColor:
    """The colour of a hue: that of a category, or one of its own."""
    return QColor(hue) if hue.startswith("#") else theme.category(hue)


def _square(letter: str, color: QColor, theme: Theme, scale: int) -> QPixmap:
    pixmap = QPixmap(_SIDE * scale, _SIDE * scale)
    pixmap.fill(Qt.GlobalColor.transparent)
    pixmap.setDevicePixelRatio(scale)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(color)
    square = QRectF(0, 0, _SIDE, _SIDE)
    painter.drawRoundedRect(square, 3.5, 3.5)
    painter.setPen(theme.color("panel"))
    painter.setFont(theme.family("sans", 11, 700))
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letter)
    painter.end()
    return pixmap
