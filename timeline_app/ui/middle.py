"""The middle of the window: the timeline, the table, or one above the other."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

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
        self,
        canvas: QWidget,
        under: QWidget,
        table: QWidget,
        others: tuple[QWidget, ...],
        parent: QWidget | None = None,
    ) -> None:
        """``under`` stands below the canvas; ``others``, elsewhere, are seen only with the timeline."""
        super().__init__(Qt.Orientation.Vertical, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)
        self._canvas, self._table, self._others = canvas, table, others
        self._timeline = QWidget(self)
        column = QVBoxLayout(self._timeline)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(canvas, 1)
        column.addWidget(under)
        self.addWidget(self._timeline)
        self.addWidget(table)
        self.setSizes([1, 1])
        self._look = Look.TIMELINE
        table.hide()

    @property
    def look(self) -> Look:
        """What is seen."""
        return self._look

    def show_look(self, look: Look) -> None:
        """Show something else; the focus goes where it can be seen."""
        had_focus = self._canvas.hasFocus() or self._table.hasFocus()
        self._look = look
        self._canvas.setFocusProxy(self._table if look is Look.TABLE else None)  # type: ignore[arg-type] # none is allowed
        self._timeline.setVisible(look is not Look.TABLE)
        self._table.setVisible(look is not Look.TIMELINE)
        for other in self._others:
            other.setVisible(look is not Look.TABLE)
        if had_focus or look is Look.TABLE:
            (self._canvas if look is Look.TIMELINE else self._table).setFocus()

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


def _settings() -> QSettings:
    return QSettings(str(location().with_name("window.ini")), QSettings.Format.IniFormat)
