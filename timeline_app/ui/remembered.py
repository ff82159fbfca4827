"""What the window remembers of its user between runs, and does accordingly: theme, habits of moving, what was open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QStyle

from timeline_app.session.preferences import Preferences, PreferencesError, ThemeChoice, save
from timeline_app.session.signing import system_user
from timeline_app.ui.glide import MILLISECONDS

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


class Remembered:
    """The preferences; each change is saved at once, and what cannot be saved is said."""

    def __init__(self, window: MainWindow, preferences: Preferences) -> None:
        self._window = window
        self.preferences = preferences
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    def show(self) -> None:
        """Take the keys, move as preferred, and list what was opened lately."""
        self._take_habits()
        self._list_recent()

    def prefer(self, preferences: Preferences) -> None:
        """Take other habits and remember them."""
        self._keep(preferences)
        self._take_habits()
        self._window.refresh_actions()

    def choose_theme(self, choice: str) -> None:
        """Take another theme and remember it."""
        self._keep(replace(self.preferences, theme=ThemeChoice(choice)))
        self._window.wear_theme()
        self._window.refresh_actions()

    def opened(self, paths: Iterable[Path]) -> None:
        """List these files among what was opened lately."""
        for path in paths:
            self._keep(self.preferences.with_recent(path))
        self._list_recent()

    def open_at_start(self, project: Path | None) -> None:
        """Open this project at the next start, or none; list it among what was opened lately."""
        known = self.preferences.with_recent(project) if project else self.preferences
        self._keep(replace(known, project=known.recent[0] if project else ""))
        self._list_recent()

    def _keep(self, preferences: Preferences) -> None:
        self.preferences = preferences
        try:
            save(preferences)
        except PreferencesError as error:
            self._window.say(str(error))

    def _take_habits(self) -> None:
        """Take the keys and the wheel's habit; glide only where neither user nor system asks for less motion."""
        window = self._window
        window.actions_table.use_keys(self.preferences)
        if window.hung:
            window.hung.wheel_scrolls = self.preferences.wheel_scrolls
        window.session.sign(system_user() if self.preferences.signs else "")
        moves = window.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) > 0
        window.stage.glide.milliseconds = MILLISECONDS if moves and not self.preferences.still else 0

    def _follow_system(self) -> None:
        if self.preferences.theme is ThemeChoice.SYSTEM:
            self._window.wear_theme()

    def _list_recent(self) -> None:
        menu = self._window.actions_table.recent
        menu.clear()
        for name in self.preferences.recent:
            action = QAction(name.replace("&", "&&"), menu)
            action.triggered.connect(lambda _=False, path=Path(name): self._open(path))
            menu.addAction(action)
        menu.setEnabled(bool(self.preferences.recent))

    def _open(self, path: Path) -> None:
        self._window.commands.documents.open_paths([path])
