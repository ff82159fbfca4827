"""The window itself: panes, themes, habits of moving, help."""

from __future__ import annotations

from dataclasses import replace

from timeline_app.ui.commands.group import Group
from timeline_app.ui.palette import Palette


class HabitCommands(Group):
    """The window itself: panes, themes, habits of moving, help."""

    def toggle_panel(self, name: str) -> None:
        """Show or hide a panel."""
        self.window.toggle_panel(name)

    def toggle_shelf(self) -> None:
        """Open or close the undated shelf."""
        self.window.shelf.toggle.toggle()

    def next_pane(self, steps: int) -> None:
        """Put the focus into the next pane."""
        self.window.next_pane(steps)

    def scroll_source(self) -> None:
        """Show the next screen of the document's text."""
        self.window.source_panel.text.scroll_on()

    def set_theme(self, choice: str) -> None:
        """Light, dark, or as the system says."""
        self.window.remembered.choose_theme(choice)

    def switch_wheel(self) -> None:
        """Let a plain wheel scroll rows, or zoom again."""
        known = self.window.preferences
        self.window.remembered.prefer(replace(known, wheel_scrolls=not known.wheel_scrolls))

    def switch_motion(self) -> None:
        """Let nothing glide, or all again."""
        known = self.window.preferences
        self.window.remembered.prefer(replace(known, still=not known.still))

    def escape(self) -> None:
        """End a gesture, or measuring; else clear the selection."""
        if not self.window.canvas.cancel_gesture() and not self.commands.measuring.end():
            self.commands.selection.select(None)

    def show_keys(self) -> None:
        """Every key, to read and to change."""
        self.window.questions.keys(self.window.preferences, self.window.remembered.prefer)

    def about(self) -> None:
        """What this program is."""
        self.window.questions.about()

    def show_palette(self) -> None:
        """Every action that can be done now, by typing."""
        actions = self.window.actions_table
        palette = Palette(actions.available, self.window)
        palette.chosen.connect(lambda name: actions[name].trigger())
        palette.show()
