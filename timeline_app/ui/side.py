"""One side of the window: its panels one at a time, with a row of tabs over them where there are several."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QStackedLayout, QTabBar, QVBoxLayout, QWidget

from timeline_app.ui.panels.panel import Panel, PanelKind

_LEAST = 17 / 20  # of a panel's usual width


class SideColumn(QWidget):
    """``turned`` tells that another panel is in front. A panel that is not offered has no tab."""

    turned = Signal()

    def __init__(
        self, kinds: tuple[PanelKind, ...], panels: Mapping[str, Panel], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.kinds = kinds
        self._panels = [panels[kind.id] for kind in kinds]
        self._before = 0  # which one was in front before the one that is
        self.tabs = QTabBar(self)
        self.tabs.setObjectName("side_tabs")
        self.tabs.setAccessibleName("Panels at this side")
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self._stack = QStackedLayout()
        for kind, panel in zip(kinds, self._panels, strict=True):
            self.tabs.addTab(kind.tab)
            self._stack.addWidget(panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.tabs)
        layout.addLayout(self._stack, 1)
        self.setMinimumWidth(max((round(kind.width * _LEAST) for kind in kinds), default=0))
        self.tabs.setVisible(len(kinds) > 1)
        self.tabs.currentChanged.connect(self._turn)

    @property
    def front(self) -> str:
        """The id of the panel in front."""
        return self.kinds[self._stack.currentIndex()].id

    def holds(self, panel: str) -> bool:
        """Whether a panel is one of these."""
        return any(kind.id == panel for kind in self.kinds)

    def bring(self, panel: str) -> None:
        """Put a panel in front, whether or not this side is shown."""
        self.tabs.setTabVisible(self._index(panel), True)  # noqa: FBT003 - Qt's own call
        self.tabs.setCurrentIndex(self._index(panel))

    def offer(self, panel: str, *, is_there: bool) -> None:
        """Give a panel a tab, or take it away; what was in front before comes back where it was in front."""
        if not is_there and self.front == panel:
            self.tabs.setCurrentIndex(self._before if self._before != self._index(panel) else 0)
        self.tabs.setTabVisible(self._index(panel), is_there)

    def name(self, panel: str, words: str) -> None:
        """Write something else on a panel's tab."""
        self.tabs.setTabText(self._index(panel), words)

    def focus(self) -> QWidget:
        """What takes the focus in the panel in front."""
        panel = self._panels[self._stack.currentIndex()]
        return panel.focusProxy() or panel

    def _index(self, panel: str) -> int:
        return next(at for at, kind in enumerate(self.kinds) if kind.id == panel)

    def _turn(self, index: int) -> None:
        self._before = self._stack.currentIndex()
        self._stack.setCurrentIndex(index)
        self.turned.emit()
