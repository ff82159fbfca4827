"""Moving between views: exact at the end, and whatever comes next takes over."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app.layout.columns import Columns
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.view import View
from timeline_app.ui.glide import MILLISECONDS, Glide, between

DAY = 86_400


@pytest.fixture
def view() -> View:
    starts = np.arange(10, dtype=np.int64) * DAY
    return View.fit(Columns.from_arrays(earliest=starts, latest=starts + DAY), 800.0, 400.0, ScaleKind.TRUE)


def test_no_move_takes_longer_than_a_moment() -> None:
    assert MILLISECONDS <= 150


def test_a_zoom_ends_exactly_where_it_was_asked_to(view: View, qapp: QApplication, qtbot: QtBot) -> None:
    seen: list[View] = []
    glide = Glide(seen.append, qapp)
    glide.zoom(view, 4.0, 200.0)
    qtbot.waitUntil(lambda: not glide.running, timeout=1000)
    assert seen[-1].scale.zoom == pytest.approx(view.scale.zoom * 4)
    assert all(one.scale.x(view.scale.time(200.0)) == pytest.approx(200.0, abs=1e-3) for one in seen)


def test_a_second_notch_adds_to_what_is_left_of_the_first(view: View, qapp: QApplication, qtbot: QtBot) -> None:
    seen: list[View] = [view]
    glide = Glide(seen.append, qapp)
    glide.zoom(seen[-1], 2.0, 200.0)
    qtbot.wait(40)
    glide.zoom(seen[-1], 2.0, 200.0)
    qtbot.waitUntil(lambda: not glide.running, timeout=1000)
    assert seen[-1].scale.zoom == pytest.approx(view.scale.zoom * 4, rel=0.1)


def test_stopping_leaves_it_where_it_is(view: View, qapp: QApplication, qtbot: QtBot) -> None:
    seen: list[View] = []
    glide = Glide(seen.append, qapp)
    glide.zoom(view, 4.0, 200.0)
    glide.stop()
    qtbot.wait(30)
    assert seen == []


@pytest.mark.parametrize("progress", [0.0, 0.3, 0.7, 1.0])
def test_the_way_between_two_views_runs_evenly(view: View, progress: float) -> None:
    goal = view.zoomed(9.0, 100.0)
    on_the_way = between(view, goal, progress)
    assert on_the_way.scale.zoom == pytest.approx(view.scale.zoom * 9.0**progress)
