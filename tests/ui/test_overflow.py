"""What lies below the fold of the window is counted, and a click on the count goes there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from tests.ui.conftest import OpenWindow
from timeline_app.ui.main_window import MainWindow

NAMES = ("Adams", "Baker", "Clark", "Davis", "Evans", "Flynn", "Green", "Hayes", "Irwin", "Jones", "Kelly", "Lewis")


def test_a_click_on_the_count_of_what_lies_below_scrolls_there(open_window: OpenWindow, tmp_path: Path) -> None:
    letter = tmp_path / "letter.txt"
    letter.write_text("A busy day\n\n" + "".join(f"{n} resigned on 3 May 1916.\n\n" for n in NAMES), encoding="utf-8")
    window = open_window(letter, size=(1000, 600))
    below = window.stage.scene.overflow
    assert below is not None
    middle = QPoint(round((below.box.left + below.box.right) / 2), round((below.box.top + below.box.bottom) / 2))
    assert "below; click to scroll" in window.stage.words_at(middle.x(), middle.y())
    QTest.mouseClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, middle)
    assert window.stage.view.scroll == below.scroll > 0


def test_all_of_the_sample_is_in_sight_in_a_window_of_1280_by_800(window: MainWindow) -> None:
    scene = window.stage.scene
    assert (window.width(), window.height()) == (1280, 800)
    assert len(scene.marks) == 7
    assert scene.overflow is None
    assert scene.content_height <= scene.view.height - 12.0  # with room for one more line of some bar
