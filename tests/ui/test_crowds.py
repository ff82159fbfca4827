"""Many events in a small time: clusters open by zooming, or as a list where no zoom would help."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.records import document, event, ingested
from tests.ui.conftest import OpenWindow
from timeline_app.layout.scale import ScaleKind
from timeline_app.session.edits import add_documents
from timeline_app.ui.crowd_menu import CrowdMenu
from timeline_app.ui.main_window import MainWindow

LETTER = document()
COUNT = 150


def click_cluster(window: MainWindow) -> int:
    """Click the cluster that stands for most events; how many."""
    cluster = max(window.stage.scene.clusters, key=lambda each: each.count)
    at = QPoint(round((cluster.box.left + cluster.box.right) / 2), round((cluster.box.top + cluster.box.bottom) / 2))
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
    return cluster.count


@pytest.fixture
def crowded(open_window: OpenWindow) -> MainWindow:
    """A window with many events of one day."""
    window = open_window()
    events = [event(LETTER, f"{number:03}", "2011-03-30") for number in range(COUNT)]
    window.session.apply(add_documents([ingested(LETTER, *events, event(LETTER, "old", "2010-03-30"))]))
    return window


def test_a_cluster_of_one_date_opens_as_a_list(crowded: MainWindow) -> None:
    window = crowded
    count = click_cluster(window)
    menu = window.canvas.findChild(CrowdMenu)
    assert isinstance(menu, CrowdMenu)
    titles = [action.text() for action in menu.actions() if action.text().startswith("Event")]
    assert 0 < len(titles) == min(count, 40)
    chosen = next(action for action in menu.actions() if action.text() == titles[-1])
    chosen.trigger()
    menu.close()
    assert window.session.selection is not None
    assert window.session.event(window.session.selection).title == titles[-1]
    row = window.shown.row_of(window.session.selection)
    assert row in window.stage.scene.rows


def test_a_cluster_of_several_dates_opens_by_zooming(open_window: OpenWindow) -> None:
    window = open_window()
    events = [event(LETTER, f"{number:03}", f"2011-03-{1 + number % 28:02}") for number in range(COUNT)]
    window.session.apply(add_documents([ingested(LETTER, *events, event(LETTER, "old", "1410"))]))
    window.commands.view.set_scale(ScaleKind.TRUE)
    zoom = window.stage.view.scale.zoom
    click_cluster(window)
    assert window.canvas.findChild(CrowdMenu) is None
    assert window.stage.view.scale.zoom > 10 * zoom
