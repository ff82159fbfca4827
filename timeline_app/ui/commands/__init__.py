"""What every action and every view's request does: the one place where intents become changes and moves.

Each module is one group of intents; to add a group, write a ``Group`` and name it in ``Commands``.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from timeline_app.ui.commands.bin import BinCommands
from timeline_app.ui.commands.citing import CitingCommands
from timeline_app.ui.commands.copying import CopyingCommands
from timeline_app.ui.commands.dependents import DependentCommands
from timeline_app.ui.commands.documents import DocumentCommands
from timeline_app.ui.commands.editing import EditingCommands
from timeline_app.ui.commands.eras import EraCommands
from timeline_app.ui.commands.events import EventCommands
from timeline_app.ui.commands.finding import FindingCommands
from timeline_app.ui.commands.habits import HabitCommands
from timeline_app.ui.commands.history import HistoryCommands
from timeline_app.ui.commands.ignoring import IgnoringCommands
from timeline_app.ui.commands.lanes import LaneCommands
from timeline_app.ui.commands.measuring import MeasuringCommands
from timeline_app.ui.commands.project import ProjectCommands
from timeline_app.ui.commands.reading import ReadingCommands
from timeline_app.ui.commands.review import ReviewCommands
from timeline_app.ui.commands.selection import SelectionCommands
from timeline_app.ui.commands.table import TableCommands
from timeline_app.ui.commands.upkeep import UpkeepCommands
from timeline_app.ui.commands.view import ViewCommands
from timeline_app.ui.commands.views import ViewsCommands

if TYPE_CHECKING:
    from timeline_app.ui.commands.pointing import PointingCommands
    from timeline_app.ui.main_window import MainWindow

__all__ = ["Commands"]


class Commands:
    """The groups, each under the name of what it is about."""

    def __init__(self, window: MainWindow) -> None:
        self.project = ProjectCommands(window)
        self.documents = DocumentCommands(window)
        self.selection = SelectionCommands(window)
        self.reading = ReadingCommands(window)
        self.upkeep = UpkeepCommands(window)
        self.bin = BinCommands(window)
        self.ignoring = IgnoringCommands(window)
        self.review = ReviewCommands(window)
        self.editing = EditingCommands(window)
        self.dependents = DependentCommands(window)
        self.events = EventCommands(window)
        self.citing = CitingCommands(window)
        self.copying = CopyingCommands(window)
        self.finding = FindingCommands(window)
        self.history = HistoryCommands(window)
        self.view = ViewCommands(window)
        self.views = ViewsCommands(window)
        self.table = TableCommands(window)
        self.lanes = LaneCommands(window)
        self.eras = EraCommands(window)
        self.measuring = MeasuringCommands(window)
        self.habits = HabitCommands(window)

    @cached_property
    def pointing(self) -> PointingCommands:
        """What a hand asks for on the timeline, once there is one."""
        from timeline_app.ui.commands.pointing import PointingCommands  # noqa: PLC0415

        return PointingCommands(self.project.window)

    def begin_anew(self) -> None:
        """Forget what was of another project."""
        self.editing.begin_anew()
        self.review.begin_anew()
        self.reading.begin_anew()
        self.dependents.begin_anew()
        self.finding.begin_anew()
        self.measuring.begin_anew()
