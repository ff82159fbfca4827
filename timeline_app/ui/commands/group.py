"""What every group of commands has: the window it acts in, and the way a change is made."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from timeline_app.model.change import Change
from timeline_app.session.session import Session
from timeline_app.storage.project import ProjectError

if TYPE_CHECKING:
    from timeline_app.ui.commands import Commands
    from timeline_app.ui.main_window import MainWindow


class Group:
    """Commands that belong together; methods are named after what the user wants."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    @property
    def session(self) -> Session:
        """What the window shows."""
        return self.window.session

    @property
    def commands(self) -> Commands:
        """The other groups."""
        return self.window.commands

    def apply(self, change: Change, *, mine: bool = True, merging: str = "") -> bool:
        """Make a change, of the user's or of the program's own; whether it was made. ``merging`` as in the session."""
        if mine and change.edits:
            self.window.projects.keep()
        is_made = self.attempt(lambda: self.session.apply(change, merging))
        if mine and is_made:
            self.commands.dependents.look(change)
        return is_made

    def attempt(self, step: Callable[[], None]) -> bool:
        """Do what may fail to be written, and say why it did; whether it was."""
        try:
            step()
        except ProjectError as error:
            self.window.projects.show()
            self.window.say(str(error))
            return False
        return True
