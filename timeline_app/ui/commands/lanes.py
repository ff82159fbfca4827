"""Lanes: by what events stand in them, and how the user arranges them. The project keeps it; it is no step to undo."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF
from PySide6.QtWidgets import QMenu

from timeline_app.layout.lanes import Label, LaneKind
from timeline_app.session.lanes import SETTING, Arranged, LaneChoice
from timeline_app.ui.commands.group import Group
from timeline_app.ui.menu_keys import give_keys

if TYPE_CHECKING:
    from timeline_app.layout.figures import LaneHead


class LaneCommands(Group):
    """Lanes of the timeline; a lane is named by its id."""

    @property
    def kind(self) -> LaneKind:
        """By what events stand in lanes."""
        return self.window.shown.choice.kind

    def choose(self, kind: LaneKind) -> None:
        """Draw lanes by this, or none."""
        choice = replace(self.window.shown.choice, kind=kind)
        self._keep(choice)
        self.window.sieve.group(choice)

    def choose_next(self) -> None:
        """The next kind of lanes, around the end."""
        kinds = list(LaneKind)
        self.choose(kinds[(kinds.index(self.kind) + 1) % len(kinds)])

    def toggle(self, lane: str) -> None:
        """Fold a lane, or unfold it."""
        self._arrange(self._arranged.toggled(lane))

    def toggle_here(self) -> None:
        """Fold or unfold the lane of the selected event, else the first in sight."""
        if (lane := self._here) is not None:
            self.toggle(lane)

    def toggle_all(self) -> None:
        """Fold all lanes; unfold all if they are."""
        lanes = frozenset(label.id for label in self._labels)
        folded = frozenset[str]() if lanes <= self._arranged.folded else lanes
        self._arrange(replace(self._arranged, folded=folded))

    def move(self, lane: str, place: int) -> None:
        """Put a lane at a place, 0 at the top."""
        self._arrange(self._arranged.moved(lane, place, [label.id for label in self._labels]))

    def move_here(self, steps: int) -> None:
        """Move the lane of the selected event, else the first in sight, down or with negative steps up."""
        lanes = [label.id for label in self._labels]
        if (lane := self._here) is not None:
            self.move(lane, lanes.index(lane) + steps)

    def rename(self, lane: str) -> None:
        """Ask for another name of a lane; an empty one gives it its own back."""
        label = next(label for label in self._labels if label.id == lane)
        name = self.window.questions.lane_name(label.name)
        if name is not None:
            self._arrange(self._arranged.named(lane, name))

    def rename_here(self) -> None:
        """Rename the lane of the selected event, else the first in sight."""
        if (lane := self._here) is not None:
            self.rename(lane)

    def arrange(self) -> None:
        """Order, names and folds of all lanes in one dialog."""
        from timeline_app.ui.lanes_dialog import LanesDialog  # noqa: PLC0415 - made when it is asked for

        dialog = LanesDialog(self._labels, self._arranged, self.window)
        dialog.arranged.connect(self._arrange)
        dialog.exec()
        dialog.deleteLater()

    def menu(self, head: LaneHead, at: QPointF) -> None:
        """What can be done with a lane, at a place of the canvas."""
        menu = QMenu(self.window.canvas)
        menu.setAccessibleName(f"Lane {head.name}")
        give_keys(menu)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.addAction("Unfold" if head.folded else "Fold").triggered.connect(lambda: self.toggle(head.id))
        menu.addAction("Rename…").triggered.connect(lambda: self.rename(head.id))
        menu.addSeparator()
        up = menu.addAction("Move Up")
        up.triggered.connect(lambda: self.move(head.id, head.lane - 1))
        up.setEnabled(head.lane > 0)
        down = menu.addAction("Move Down")
        down.triggered.connect(lambda: self.move(head.id, head.lane + 1))
        down.setEnabled(head.lane + 1 < len(self._labels))
        menu.addSeparator()
        menu.addAction("Arrange Lanes…").triggered.connect(self.arrange)
        menu.popup(self.window.canvas.viewport().mapToGlobal(QPoint(round(at.x()), round(at.y()))))

    @property
    def _arranged(self) -> Arranged:
        return self.window.shown.choice.arranged

    @property
    def _labels(self) -> list[Label]:
        """The lanes as they stand, from above."""
        return [lane.label for lane in self.window.shown.lanes]

    @property
    def _here(self) -> str | None:
        """The lane of the selected event, or the first in sight."""
        scene, shown = self.window.stage.scene, self.window.shown
        row = shown.row_of(self.session.selection)
        holding = [lane.id for lane in shown.lanes if row is not None and lane.row_of(row) is not None]
        return next(iter([*holding, *(head.id for head in scene.heads)]), None)

    def _arrange(self, arranged: Arranged) -> None:
        choice = self.window.shown.choice.with_arranged(arranged)
        self._keep(choice)
        self.window.shown.arrange(choice)
        self.window.stage.show_lanes()

    def _keep(self, choice: LaneChoice) -> None:
        self.attempt(lambda: self.session.keep_setting(SETTING, choice.to_json()))
