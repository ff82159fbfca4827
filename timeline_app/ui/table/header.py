"""Which columns the table has, in which order and how wide: chosen by a person, remembered between runs.

They are kept as ``name:width`` in their order, with a minus before those that are not shown; a column that is new comes
behind the others.
"""

from __future__ import annotations

from PySide6.QtCore import QSettings, Qt
from PySide6.QtGui import QAction, QContextMenuEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QWidget

from timeline_app.session.preferences import location
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.table.cells import ROW_HEIGHT
from timeline_app.ui.table.fields import FIELDS, INDEX

LEAST, MOST = 36, 2_000  # px of a column
STEP = 24  # px by which a key changes a width
_NEEDED = INDEX["title"]  # never hidden, so that a row can always be told from another
_KEPT = "table columns"


class Columns(QHeaderView):
    """The header of the table; its menu chooses columns."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setSectionsMovable(True)
        self.setSectionsClickable(True)
        self.setHighlightSections(False)
        self.setMinimumSectionSize(LEAST)
        self.setFixedHeight(ROW_HEIGHT)
        self.setAccessibleName("Columns")

    def restore(self) -> None:
        """As they were left; the first time as the fields say."""
        self.take(str(_settings().value(_KEPT) or ""))

    def keep(self) -> None:
        """Remember how they are now."""
        _settings().setValue(_KEPT, self.kept())

    def kept(self) -> str:
        """All columns in their order, as text."""
        order = sorted(range(len(FIELDS)), key=self.visualIndex)
        return " ".join(f"{'-' * self.isSectionHidden(at)}{FIELDS[at].id}:{self._width(at)}" for at in order)

    def take(self, kept: str) -> None:
        """Arrange the columns as a text says; whatever in it is unknown or missing is as the fields say."""
        known = {name.lstrip("-"): (name, width) for name, _, width in (part.partition(":") for part in kept.split())}
        names = [*(name for name in known if name in INDEX), *(field.id for field in FIELDS if field.id not in known)]
        for place, name in enumerate(names):
            at = INDEX[name]
            spelled, width = known.get(name, (name if FIELDS[at].shown else f"-{name}", ""))
            self.moveSection(self.visualIndex(at), place)
            self.setSectionHidden(at, False)  # noqa: FBT003 - Qt's own call
            self.resizeSection(at, min(max(int(width), LEAST), MOST) if width.isdecimal() else FIELDS[at].width)
            self.setSectionHidden(at, spelled.startswith("-") and at != _NEEDED)

    def shown_fields(self) -> list[int]:
        """The columns that are shown, from left to right."""
        order = sorted(range(len(FIELDS)), key=self.visualIndex)
        return [at for at in order if not self.isSectionHidden(at)]

    def shift(self, column: int, steps: int) -> None:
        """Put a column so many places to the right, past hidden ones, negative to the left."""
        shown = self.shown_fields()
        place = shown.index(column) + steps
        if 0 <= place < len(shown):
            self.moveSection(self.visualIndex(column), self.visualIndex(shown[place]))

    def widen(self, column: int, pixels: int) -> None:
        """Make a column wider, or narrower."""
        self.resizeSection(column, min(max(self.sectionSize(column) + pixels, LEAST), MOST))

    def widen_to(self, column: int, pixels: int) -> None:
        """Make a column at least so wide, for what would be of no use if it were cut."""
        if not self.isSectionHidden(column) and self.sectionSize(column) < pixels:
            self.resizeSection(column, pixels)

    def menu(self, parent: QWidget) -> QMenu:
        """A menu that shows and hides columns."""
        menu = QMenu("Columns", parent)
        for at in sorted(range(len(FIELDS)), key=self.visualIndex):
            action = QAction(FIELDS[at].title, menu)
            action.setCheckable(True)
            action.setChecked(not self.isSectionHidden(at))
            action.setEnabled(at != _NEEDED)
            action.toggled.connect(lambda shown, column=at: self.setSectionHidden(column, not shown))
            menu.addAction(action)
        menu.addSeparator()
        usual = QAction("As at First", menu)
        usual.triggered.connect(lambda: self.take(""))
        menu.addAction(usual)
        return menu

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Choose columns."""
        menu = self.menu(self)
        give_keys(menu)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(event.globalPos())

    def _width(self, column: int) -> int:
        if not self.isSectionHidden(column):
            return self.sectionSize(column)
        self.setSectionHidden(column, False)  # noqa: FBT003 - a hidden column has no width
        width = self.sectionSize(column)
        self.setSectionHidden(column, True)  # noqa: FBT003
        return width


def _settings() -> QSettings:
    return QSettings(str(location().with_name("window.ini")), QSettings.Format.IniFormat)
