"""The project file as a whole: new, named, copied, left."""

from __future__ import annotations

from timeline_app.ui.commands.group import Group


class ProjectCommands(Group):
    """The project file as a whole: new, named, copied, left."""

    def new(self) -> None:
        """Begin an empty project."""
        self.window.projects.new()

    def save(self) -> None:
        """Name a draft, or say that all is saved."""
        self.window.projects.save()

    def save_as(self) -> None:
        """Go on under another name."""
        self.window.projects.save_as()

    def save_copy(self) -> None:
        """Put a copy into another file."""
        self.window.projects.save_copy()

    def open_last(self) -> None:
        """Go to the project that was open last; the sample if there is none."""
        if not self.window.projects.open_last():
            self.commands.documents.open_sample()

    def quit(self) -> None:
        """Close the window, unless the user wants to stay with a draft."""
        if self.window.projects.may_leave():
            self.window.close()
