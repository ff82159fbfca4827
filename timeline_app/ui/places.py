"""Where the window stood, how wide its sides were and which panels were in front, kept between runs."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, QSettings, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QWidget

from timeline_app.session.preferences import location
from timeline_app.ui.panels import Side
from timeline_app.ui.side import SideColumn

FIRST_SIZE = (1440, 900)  # px, or what the screen has
_FRAME = 40  # px of the height for the title bar, which must not push the status line off the screen
_LEFT, _RIGHT = 0.15, 0.32  # of the window's width
_LEAST, _MOST = (194, 422), (300, 660)  # px: left, right


class Panes(QSplitter):
    """Panels and timeline side by side; ``resized`` tells that there is another width to share."""

    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self.setHandleWidth(1)
        self.setChildrenCollapsible(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Say so once all panes have been resized."""
        super().resizeEvent(event)
        self.resized.emit()


class Places:
    """Keeps geometry and nothing else, in ``window.ini`` beside the preferences."""

    def __init__(self, window: QMainWindow, splitter: Panes, sides: dict[Side, SideColumn]) -> None:
        self._window, self._splitter, self._sides = window, splitter, sides
        self._own = False  # whether the user has chosen the panels' widths
        splitter.splitterMoved.connect(self._moved)
        splitter.resized.connect(self.share)

    def restore(self) -> None:
        """As it was left; the first time fitting the screen."""
        settings = _settings()
        geometry, panels = settings.value("geometry"), settings.value("panels")
        if not (isinstance(geometry, QByteArray) and self._window.restoreGeometry(geometry)):
            room = self._window.screen().availableGeometry()
            self._window.resize(min(FIRST_SIZE[0], room.width()), min(FIRST_SIZE[1], room.height() - _FRAME))
        self._own = isinstance(panels, QByteArray) and self._splitter.restoreState(panels)
        self.share()
        fronts, hidden = (str(settings.value(key) or "").split() for key in ("fronts", "hidden"))
        for side in self._sides.values():
            for name in filter(side.holds, fronts):
                side.bring(name)
            side.setVisible(side.front not in hidden)

    def keep(self) -> None:
        """Remember how it is now."""
        settings = _settings()
        settings.setValue("geometry", self._window.saveGeometry())
        if self._own:
            settings.setValue("panels", self._splitter.saveState())
        sides = self._sides.values()
        settings.setValue("fronts", " ".join(side.front for side in sides))
        settings.setValue("hidden", " ".join(side.front for side in sides if side.isHidden()))

    def share(self) -> None:
        """Panels get their share of the width, the timeline the rest, until the user chooses their widths."""
        if self._own:
            return
        width = self._splitter.width()
        left = min(max(round(width * _LEFT), _LEAST[0]), _MOST[0])
        right = min(max(round(width * _RIGHT), _LEAST[1]), _MOST[1])
        self._splitter.setSizes([left, max(width - left - right, 1), right])

    def _moved(self) -> None:
        self._own = True


def _settings() -> QSettings:
    return QSettings(str(location().with_name("window.ini")), QSettings.Format.IniFormat)
