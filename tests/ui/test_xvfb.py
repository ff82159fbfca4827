"""The window on a real X server, in a program of its own: it is painted, clicks and keys arrive, it ends well."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

pytestmark = pytest.mark.xvfb

_BEGIN = """
import sys
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from timeline_app.ui.app import create_window
window = create_window([])
assert QGuiApplication.platformName() == "xcb", QGuiApplication.platformName()
window.resize(1280, 800)
window.show()
assert QTest.qWaitForWindowExposed(window)
assert window.wait_until_idle(60)
QTest.qWait(100)
canvas = window.canvas
"""
_END = """
window.close()
print("well")
"""


@pytest.fixture(scope="module")
def display() -> Iterator[str]:
    """The screen there is, or one of Xvfb's."""
    if sys.platform != "linux":
        pytest.skip("X servers are tried on Linux only")
    if os.environ.get("DISPLAY") and "QT_QPA_PLATFORM" not in os.environ:
        yield os.environ["DISPLAY"]
        return
    if shutil.which("Xvfb") is None:
        pytest.skip("neither a screen nor Xvfb is there")
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"]
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:  # noqa: S603
        os.close(write)
        with os.fdopen(read) as pipe:
            number = pipe.readline().strip()
        yield f":{number}"
        server.terminate()


def run(script: str, display: str, tmp_path: Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "XDG_CONFIG_HOME": str(tmp_path)}
    done = subprocess.run(  # noqa: S603
        [sys.executable, "-c", _BEGIN + script + _END],
        capture_output=True, text=True, timeout=120, env=environment, check=False,
    )  # fmt: skip
    if "Could not load the Qt platform plugin" in done.stderr:
        pytest.skip("the libraries of Qt's xcb platform are not installed")
    return done


@pytest.mark.parametrize(
    "script",
    [
        """
picture = window.screen().grabWindow(window.winId()).toImage()
colours = {picture.pixelColor(x, y).name() for x in range(0, 1280, 7) for y in range(0, 800, 7)}
assert len(colours) > 20, colours
""",
        """
events = window.session.events
mark = window.stage.scene.mark_of(window.shown.row_of(events[2].id))
at = QPoint(round(mark.body.left + 20), round(mark.body.top + 10))
QTest.mouseClick(canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at)
QTest.qWait(200)
assert window.session.selection == events[2].id
window.activateWindow()
assert QTest.qWaitForWindowActive(window)
QTest.keyClick(canvas, Qt.Key.Key_Right)
QTest.qWait(200)
assert window.session.selection == events[3].id
""",
        """
for number in range(220):
    window.stage.set_view(window.stage.view.panned(2.0 if number % 2 else -2.0))
    canvas.viewport().repaint()
""",
    ],
    ids=["it is painted", "a click and a key select", "220 redraws"],
)
def test_on_a_real_screen(script: str, display: str, tmp_path: Path) -> None:
    done = run(script, display, tmp_path)
    assert done.stdout.strip() == "well", done.stderr
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
