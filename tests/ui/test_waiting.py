"""Slow work leaves the window alive, and nothing that is done meanwhile does anything later."""

from __future__ import annotations

import threading
import time

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from timeline_app.session import contents
from timeline_app.ui.waiting import beside


def test_work_is_done_in_another_thread_while_events_go_on(qapp: QApplication) -> None:
    ticks: list[int] = []
    timer = QTimer(qapp)
    timer.timeout.connect(lambda: ticks.append(1))
    timer.start(5)

    def work() -> int:
        time.sleep(0.1)
        return threading.get_ident()

    assert beside(work) != threading.get_ident()
    timer.stop()
    assert len(ticks) > 3


def test_what_goes_wrong_is_raised_here(qapp: QApplication) -> None:
    assert qapp
    with pytest.raises(KeyError):
        beside(lambda: {"": 0}["nothing"])


def test_nothing_can_be_clicked_or_closed_meanwhile(qtbot: QtBot) -> None:
    button = QPushButton("Go")
    qtbot.addWidget(button)
    clicked: list[bool] = []
    button.clicked.connect(clicked.append)
    button.show()
    closing = QCloseEvent()

    def meddle() -> None:
        QApplication.sendEvent(button, closing)
        QTest.keyClick(button, Qt.Key.Key_Space)

    QTimer.singleShot(10, meddle)
    beside(lambda: time.sleep(0.1))
    qtbot.wait(20)
    assert (clicked, closing.isAccepted(), button.isVisible()) == ([], False, True)


def test_only_large_files_are_worth_it(tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("large") / "a.tlproj"
    assert not contents.is_large(path)
    with path.open("wb") as file:
        file.truncate(contents.LARGE)
    assert contents.is_large(path)
