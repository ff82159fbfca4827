"""The bar at the top: open, paste, undo and redo, the search field, export."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QSizePolicy, QToolBar, QWidget

from timeline_app.render.theme import Theme
from timeline_app.ui.actions import Actions
from timeline_app.ui.middle import Look
from timeline_app.ui.search import SearchField
from timeline_app.ui.segmented import Segmented
from timeline_app.ui.style import icon

_SEARCH_WIDTH, _SEARCH_LEAST = 470, 340  # px


class Toolbar(QToolBar):
    """Buttons that follow the actions they stand for."""

    def __init__(self, actions: Actions, search: SearchField, parent: QWidget | None = None) -> None:
        super().__init__("Toolbar", parent)
        self.setObjectName("toolbar")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._icons: dict[str, QPushButton] = {}
        self.addWidget(self._button(actions["open"], "Open…"))
        self.addWidget(self._button(actions["paste"], "Paste"))
        self._space(8)
        for name, picture in (("undo", "undo-2"), ("redo", "redo-2")):
            button = self._button(actions[name], "")
            button.setProperty("role", "icon")
            button.setIconSize(QSize(16, 16))
            self._icons[picture] = button
            self.addWidget(button)
        self._space(8)
        self.addWidget(self._looks(actions))
        self._space(8)
        search.setMinimumWidth(_SEARCH_LEAST)
        search.setMaximumWidth(_SEARCH_WIDTH)
        search.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addWidget(search)
        self._space(0)
        self._review = self._button(actions["review"], "Review")
        self._review_place = self.addWidget(self._review)
        export = self._button(actions["export"], "Export…")
        export.setProperty("role", "primary")
        self.addWidget(export)

    def show_waiting(self, number: int) -> None:
        """Offer to review so many proposed events; nothing while there are none."""
        self._review.setText(f"Review {number:,}")
        self._review_place.setVisible(number > 0)

    def set_theme(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for name, button in self._icons.items():
            button.setIcon(icon(name, theme))

    def _looks(self, actions: Actions) -> Segmented:
        """Timeline, table or both, as the actions of the menu."""
        named = {str(look): actions[f"look-{look}"] for look in Look}
        choices = tuple((look, action.text().replace("&", ""), _tip(action)) for look, action in named.items())
        looks = Segmented(choices, "Timeline or table", self)
        looks.asked.connect(lambda look: named[look].trigger())
        for look, action in named.items():
            action.toggled.connect(lambda on, look=look: looks.set_current(look) if on else None)
        return looks

    def _button(self, action: QAction, text: str) -> QPushButton:
        """A button that does what an action does, while it can be done."""
        button = QPushButton(text, self)
        button.clicked.connect(action.trigger)

        def follow() -> None:
            button.setEnabled(action.isEnabled())
            button.setToolTip(_tip(action))
            button.setAccessibleName(_words(action))

        action.changed.connect(follow)
        follow()
        return button

    def _space(self, width: int) -> None:
        """A gap; 0 takes all there is."""
        space = QWidget(self)
        policy = QSizePolicy.Policy.Fixed if width else QSizePolicy.Policy.Expanding
        space.setSizePolicy(policy, QSizePolicy.Policy.Preferred)
        if width:
            space.setFixedWidth(width)
        self.addWidget(space)


def _words(action: QAction) -> str:
    return action.text().replace("&", "").rstrip("…")


def _tip(action: QAction) -> str:
    key = action.shortcut().toString()
    return f"{_words(action)} ({key})" if key else _words(action)
