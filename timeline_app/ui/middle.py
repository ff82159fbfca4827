"""The middle of the window: the timeline, the table, or one above the other."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from timeline_app.session.preferences import location

_KEPT, _SIZES = "middle", "middle sizes"


class Look(StrEnum):
    """What is seen in the middle."""

    TIMELINE = "timeline"
    TABLE = "table"
    BOTH = "both"


class Middle(QSplitter):
    """Shows the timeline with what stands under it, the table, or both; remembers which, and how they share."""

    def __init__(
        self, under: QWidget, table: QWidget, others: tuple[QWidget, ...], parent: QWidget | None = None
    ) -> None:
        """``under`` stands below the timeline; ``others``, elsewhere, are seen only with it."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self.place = _place(self)
        self._canvas: QWidget = self.place
        self._table, self._others = table, others
        self._timeline = QWidget(self)
        self._column = QVBoxLayout(self._timeline)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(0)
        self._column.addWidget(self._canvas, 1)
        self._column.addWidget(under)
        self.addWidget(self._timeline)
        self.addWidget(table)
        self.setSizes([1, 1])
        self._look = Look.TIMELINE
        table.hide()

    def hang(self, canvas: QWidget) -> None:
        """Put the timeline into its place; it takes over the focus."""
        had_focus = self.window().focusWidget() is self.place  # also while another program is in front
        self._canvas = canvas
        self._column.replaceWidget(self.place, canvas)
        self.place.hide()
        canvas.show()
        self._column.activate()  # where it is at once, not when the event loop comes to it
        self._pass_focus()
        if had_focus:
            canvas.setFocus()

    @property
    def look(self) -> Look:
        """What is seen."""
        return self._look

    def show_look(self, look: Look) -> None:
        """Show something else; the focus goes where it can be seen."""
        had_focus = self._canvas.hasFocus() or self._table.hasFocus()
        self._look = look
        self._pass_focus()
        self._timeline.setVisible(look is not Look.TABLE)
        self._table.setVisible(look is not Look.TIMELINE)
        for other in self._others:
            other.setVisible(look is not Look.TABLE)
        if had_focus or look is Look.TABLE:
            (self._canvas if look is Look.TIMELINE else self._table).setFocus()

    def _pass_focus(self) -> None:
        """While only the table is seen, what puts the focus into the timeline means that."""
        self._canvas.setFocusProxy(self._table if self._look is Look.TABLE else None)  # type: ignore[arg-type] # none is allowed

    def restore(self) -> None:
        """As it was left."""
        settings = _settings()
        sizes, look = settings.value(_SIZES), str(settings.value(_KEPT) or "")
        if isinstance(sizes, QByteArray):
            self.restoreState(sizes)
        self.show_look(Look(look) if look in set(Look) else Look.TIMELINE)

    def keep(self) -> None:
        """Remember how it is now."""
        settings = _settings()
        settings.setValue(_KEPT, str(self._look))
        if self._look is Look.BOTH:
            settings.setValue(_SIZES, self.saveState())


def _place(parent: QWidget) -> QLabel:
    """What stands where the timeline will be while that is made."""
    place = QLabel(parent)
    place.setObjectName("timeline_place")
    place.setAlignment(Qt.AlignmentFlag.AlignCenter)
    place.setWordWrap(True)
    place.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    return place


def _settings() -> QSettings:
    return QSettings(str(location().with_name("window.ini")), QSettings.Format.IniFormat)
