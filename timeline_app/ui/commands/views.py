"""Saved views: what is shown, where and how, under a name. Each edit is one step that can be undone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog

from timeline_app.layout.lanes import LaneKind
from timeline_app.model.arrangement import SavedView, ViewId
from timeline_app.session import arranging
from timeline_app.ui.commands.group import Group
from timeline_app.ui.filter_bar import filter_in_words
from timeline_app.ui.kept_view import (
    Position,
    filter_from_json,
    filter_to_json,
    position_from_json,
    position_to_json,
    view_at,
)

UNDER = "Saved &Views"  # the menu that lists them
_LISTED = 30

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class Beside:
    """What goes with a view of the timeline when one goes back to it: search, filter as kept, lanes."""

    query: str
    filters: str
    lanes: LaneKind


class ViewsCommands(Group):
    """Saved views, named by their ids."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._goal: Position | None = None  # where to go once the filter of a view is worked out

    def save(self) -> None:
        """Save what is shown under a name that is asked for; a view of that name is replaced."""
        from timeline_app.ui.views_dialog import NameDialog  # noqa: PLC0415 - made when it is asked for

        views = self.session.views
        dialog = NameDialog(f"View {len(views) + 1}", [view.name for view in views], self._contents(), self.window)
        accepted, name = dialog.exec() == QDialog.DialogCode.Accepted, dialog.name.text().strip()
        dialog.deleteLater()
        if accepted and name:
            self.save_as(name)

    def save_as(self, name: str) -> None:
        """Save what is shown under this name."""
        known = next((view for view in self.session.views if view.name.casefold() == name.casefold()), None)
        if known is not None:
            self.update(known)
        elif self.apply(arranging.add(self._as_now(SavedView(ViewId(arranging.new_id()), name)))):
            self.window.note(f"Saved the view “{name}”.")

    def update(self, view: SavedView) -> None:
        """Let a saved view be what is shown now."""
        if self.apply(arranging.change(view, self._as_now(view))):
            self.window.note(f"“{view.name}” is what is shown now.")

    def rename(self, view: SavedView, name: str) -> None:
        """Call a view otherwise."""
        self.apply(arranging.change(view, replace(view, name=name)))

    def remove(self, view: SavedView) -> None:
        """Take a view away."""
        self.apply(arranging.remove(view))

    def arrange(self) -> None:
        """Show the saved views to go to them, rename, update and remove them."""
        from timeline_app.ui.views_dialog import ViewsDialog  # noqa: PLC0415 - made when it is asked for

        dialog = ViewsDialog(self.session.views, self.window)
        dialog.go_asked.connect(self.go_to)
        dialog.rename_asked.connect(self.rename)
        dialog.update_asked.connect(self.update)
        dialog.remove_asked.connect(self.remove)
        unsubscribe = self.session.subscribe(lambda _: dialog.show_views(self.session.views))
        dialog.exec()
        unsubscribe()
        dialog.deleteLater()

    def show_list(self) -> None:
        """List the saved views in the menu."""
        views = [(view.name, partial(self.go_to, view)) for view in self.session.views[:_LISTED]]
        self.window.actions_table.list_under(UNDER, views)

    def go_to(self, view: SavedView) -> None:
        """Show what a saved view shows; Alt+Left goes back to what was shown."""
        self.window.stage.remember(self.beside)
        position = position_from_json(view.position)
        self._goal = position
        self._show(Beside(view.query, view.filters, position.lanes))
        self.arrive()

    def go_back_to(self, beside: Beside) -> None:
        """Show again what was sought, filtered and in lanes when a view of the timeline was left."""
        self._show(beside)

    def arrive(self) -> None:
        """Go to the position of a view once its filter is worked out."""
        if self._goal is not None and not self.window.sieve.busy:
            goal, self._goal = self._goal, None
            stage = self.window.stage
            stage.set_view(view_at(goal, self.window.shown.columns, stage.view))
            self.window.refresh_actions()

    @property
    def beside(self) -> Beside:
        """What is sought, filtered and in lanes now."""
        shown = self.window.shown
        return Beside(self.window.search.text(), filter_to_json(shown.filter), shown.choice.kind)

    def _show(self, beside: Beside) -> None:
        finding = self.commands.finding
        if beside.query != self.window.search.text():
            self.window.search.show_words(beside.query)
            finding.search(beside.query)
        finding.finish()
        finding.filter(filter_from_json(beside.filters, self.window.shown.matches))
        if beside.lanes is not self.commands.lanes.kind:
            self.commands.lanes.choose(beside.lanes)

    def _as_now(self, view: SavedView) -> SavedView:
        """A saved view with what is shown now."""
        shown = self.window.shown
        position = position_to_json(self.window.stage.view, shown.choice.kind)
        return replace(view, query=self.window.search.text(), filters=filter_to_json(shown.filter), position=position)

    def _contents(self) -> str:
        shown = self.window.shown
        parts = [filter_in_words(shown.filter) or "no filter"]
        if words := self.window.search.text().strip():
            parts.append(f"search for “{words}”")
        return f"With {', '.join(parts)}, this part of time and this scale."
