"""Saved views: what they keep, how they come back, and what is made of views that make no sense."""

from __future__ import annotations

import json

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from timeline_app.layout.lanes import LaneKind
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import View
from timeline_app.model.arrangement import SavedView, ViewId
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import arranging, edits
from timeline_app.ui.kept_view import (
    filter_from_json,
    filter_to_json,
    position_from_json,
    position_to_json,
    view_at,
)
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.panels.period_group import period_of
from timeline_app.ui.sifting import Facet, Filter
from timeline_app.ui.views_dialog import NameDialog, ViewsDialog


def near(one: View, other: View) -> bool:
    return abs(one.start - other.start) <= 2 and abs(one.end - other.end) <= 2 and one.kind is other.kind


@pytest.mark.parametrize(
    "wanted",
    [
        Filter(),
        Filter(frozenset()),
        Filter().with_values(Facet.CATEGORY, {"Life", "Mine"}).with_values(Facet.PERSON, {"Ada"}),
        Filter().in_period(period_of("520 BC to 480 BC")),
        Filter().in_period(period_of("since 1985")),
    ],
)
def test_a_filter_comes_back_as_it_was_kept(wanted: Filter) -> None:
    assert filter_from_json(filter_to_json(wanted), None) == wanted


@pytest.mark.parametrize("kind", ScaleKind)
def test_a_position_comes_back_as_it_was_kept(window: MainWindow, kind: ScaleKind) -> None:
    stage = window.stage
    stage.set_kind(kind)
    stage.glide.finish()
    stage.set_view(stage.view.zoomed(3.0, stage.view.width * 0.8))
    position = position_from_json(position_to_json(stage.view, LaneKind.PERSON))
    assert position.lanes is LaneKind.PERSON
    assert near(view_at(position, window.shown.columns, stage.view), stage.view)


@pytest.mark.parametrize(
    "kept",
    [
        "{}", "[]", "{", '{"hidden": 3, "chosen": {"person": "x"}}', '{"chosen": {"status": ["proposed"]}}',
        '{"period": {"start": 5, "end": 4}}', '{"period": {"start": true}}', '{"hidden": {"nothing": ["a"]}}',
    ],
)  # fmt: skip
def test_a_filter_of_a_stranger_that_makes_no_sense_hides_nothing(kept: str) -> None:
    assert filter_from_json(kept, None) == Filter(frozenset())


NONSENSE: tuple[object, ...] = (
    {}, {"scale": "none", "lanes": 3, "scroll": -1}, {"start": 1e300, "end": 2}, {"start": 5, "end": 5},
    {"scale": "folded", "knots": [1, 2], "widths": [0], "folded": [False]},
    {"scale": "folded", "knots": [2, 1], "widths": [50], "folded": [False]},
    {"scale": "folded", "knots": [1, 2], "widths": [50], "folded": [True]},
    {"scale": "folded", "knots": [1, 2**90], "widths": [50], "folded": [False]},
    {"scale": "folded", "knots": [1, 2], "widths": [1e999], "folded": [False]},
    {"scale": "folded", "knots": "12", "widths": None, "folded": [1]},
)  # fmt: skip


def test_the_position_in_an_excerpt_comes_back_as_one(window: MainWindow) -> None:
    stage = window.stage
    stage.set_view(stage.view.zoomed(3.0, stage.view.scale.right - 10))
    stage.fold_view()
    view = view_at(position_from_json(position_to_json(stage.view, LaneKind.NONE)), window.shown.columns, stage.view)
    assert view.excerpt == stage.view.excerpt is not None
    assert view.scale.shape.knots.tolist() == stage.view.scale.shape.knots.tolist()


def test_a_position_of_a_stranger_that_makes_no_sense_shows_everything(window: MainWindow) -> None:
    columns, before = window.shown.columns, window.stage.view
    everything = View.fit(columns, before.width, before.height)
    views = [view_at(position_from_json(json.dumps(kept)), columns, before) for kept in NONSENSE]
    assert [kept for kept, view in zip(NONSENSE, views, strict=True) if not near(view, everything)] == []


def lanes(window: MainWindow) -> LaneKind:
    return window.shown.choice.kind


def leave_for_elsewhere(window: MainWindow) -> None:
    window.commands.finding.clear_filter()
    window.search.clear()
    window.commands.finding.search("")
    window.commands.lanes.choose(LaneKind.NONE)
    window.stage.set_kind(ScaleKind.FOLDED)
    window.stage.glide.finish()
    window.stage.fit()


def arranged(window: MainWindow) -> View:
    """Look at something special, and the view of it."""
    window.search.setText("koussa")
    window.commands.finding.search("koussa")
    window.commands.finding.finish()
    window.commands.finding.only_found(True)  # noqa: FBT003 - a signal's argument
    window.commands.lanes.choose(LaneKind.CATEGORY)
    window.stage.set_kind(ScaleKind.TRUE)
    window.stage.glide.finish()
    window.stage.set_view(window.stage.view.zoomed(900.0, window.stage.view.width - 30))
    return window.stage.view


def test_a_view_is_saved_gone_to_and_left_again(window: MainWindow) -> None:
    view, count = arranged(window), len(window.shown.events)
    assert count < 7
    window.commands.views.save_as("Koussa")
    assert window.session.undo_label == "New view “Koussa”"
    leave_for_elsewhere(window)
    [saved] = window.session.views
    window.commands.views.go_to(saved)
    assert window.search.text() == "koussa"
    assert len(window.shown.events) == count
    assert lanes(window) is LaneKind.CATEGORY
    assert near(window.stage.view, view)
    window.actions_table["view-back"].trigger()
    assert window.search.text() == ""
    assert len(window.shown.events) == 7
    assert lanes(window) is LaneKind.NONE
    assert window.stage.view.kind is ScaleKind.FOLDED
    window.actions_table["view-on"].trigger()
    assert window.search.text() == "koussa"
    assert near(window.stage.view, view)


def test_a_view_works_after_its_events_changed(window: MainWindow) -> None:
    window.requests.filter.emit(Filter().with_values(Facet.PERSON, {"Moussa Koussa"}))
    window.commands.views.save_as("Koussa")
    for event in list(window.shown.events):
        window.session.apply(edits.set_participants(event, ("Somebody else",)))
    window.session.apply(edits.set_date(window.session.events[0], parse_edtf("1815")))
    leave_for_elsewhere(window)
    window.commands.views.go_to(window.session.views[0])
    assert len(window.shown.events) == 0
    window.commands.finding.clear_filter()
    assert len(window.shown.columns) == 7


def test_a_view_of_the_same_name_is_replaced_and_undo_brings_it_back(window: MainWindow) -> None:
    window.commands.views.save_as("Mine")
    before = window.session.views[0]
    window.requests.filter.emit(Filter().with_values(Facet.CATEGORY, {"Conflict"}))
    window.commands.views.save_as("mine")
    [now] = window.session.views
    assert (now.name, now.id) == ("Mine", before.id)
    assert now != before
    window.commands.history.undo()
    assert window.session.views == (before,)


def test_the_menu_lists_the_views_and_goes_to_them(window: MainWindow) -> None:
    window.session.apply(arranging.add(SavedView(ViewId("v"), "War & peace", filters='{"chosen": {"person": ["X"]}}')))
    menus = [menu for menu in window.menuBar().findChildren(QMenu) if menu.title() == "Saved &Views"]
    [listed] = [action for action in menus[0].actions() if action.text() == "War && peace"]
    listed.trigger()
    assert len(window.shown.events) == 0
    window.session.undo()
    assert all(action.text() != "War && peace" for action in menus[0].actions())


def test_views_are_renamed_updated_and_removed_in_their_dialog(window: MainWindow, qtbot: QtBot) -> None:
    for name in ("One", "Two"):
        window.commands.views.save_as(name)
    dialog = ViewsDialog(window.session.views, window)
    dialog.rename_asked.connect(window.commands.views.rename)
    dialog.remove_asked.connect(window.commands.views.remove)
    dialog.go_asked.connect(window.commands.views.go_to)
    dialog.list.setCurrentRow(0)
    dialog.list.item(0).setText("Zero")
    assert [view.name for view in window.session.views] == ["Two", "Zero"]
    dialog.show_views(window.session.views)
    assert dialog.list.currentItem().text() == "Zero"
    dialog.list.setCurrentRow(0)
    dialog.open()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.list.setFocus()
    QTest.keyClick(dialog.list, Qt.Key.Key_Delete)
    assert [view.name for view in window.session.views] == ["Zero"]
    dialog.deleteLater()


def test_the_name_of_a_view_is_asked_and_says_what_it_would_replace(window: MainWindow) -> None:
    dialog = NameDialog("View 1", ["Koussa"], "With no filter.", window)
    dialog.name.setText("koussa")
    assert dialog.findChild(type(dialog.name), "view_name") is dialog.name
    assert dialog._save.text() == "Replace"
    dialog.name.setText("  ")
    assert not dialog._save.isEnabled()
    dialog.deleteLater()
