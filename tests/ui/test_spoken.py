"""The timeline as screen readers get it: a list of the events in sight."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible

from tests.ui.test_xvfb import display
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.spoken import ListInterface, interface_of

__all__ = ["display"]

_READER = Path(__file__).with_name("screen_reader.py")
_PYTHON = "/usr/bin/python3"  # the one that Debian's python3-gi is for


@pytest.fixture
def spoken(window: MainWindow) -> ListInterface:
    found = interface_of("", window.canvas)
    assert isinstance(found, ListInterface)
    return found


def test_the_timeline_is_a_list_of_the_events_in_sight_in_order_of_time(
    window: MainWindow, spoken: ListInterface
) -> None:
    names = [spoken.entry(number).text(QAccessible.Text.Name) for number in range(spoken.childCount())]
    assert spoken.role() is QAccessible.Role.List
    assert len(names) == 7
    assert names[0].endswith(", 1969, 1 of 7")
    assert "Wednesday 30 March 2011" in " ".join(names)
    assert [name.split(",")[-1] for name in names] == [f" {number} of 7" for number in range(1, 8)]
    assert window.canvas.accessibleName() == "Timeline"


def test_only_what_is_in_sight_is_in_the_list(window: MainWindow, spoken: ListInterface) -> None:
    last = spoken.entry(6)
    window.stage.set_view(window.stage.view.zoomed(3.0, 30.0))
    assert spoken.childCount() < 7
    assert not last.isValid()
    assert last.text(QAccessible.Text.Name) == ""


def test_an_entry_is_found_where_it_is_drawn(window: MainWindow, spoken: ListInterface) -> None:
    for number in range(spoken.childCount()):
        entry = spoken.entry(number)
        middle = entry.rect().center()
        assert spoken.childAt(middle.x(), middle.y()) is entry
        assert spoken.indexOfChild(entry) == number
    corner = window.canvas.mapToGlobal(QPoint(2, 2))
    assert spoken.childAt(corner.x(), corner.y()) is None


def test_the_selected_event_has_the_focus_of_the_list(window: MainWindow, spoken: ListInterface) -> None:
    window.activateWindow()
    window.canvas.setFocus()
    window.session.select(window.session.events[2].id)
    states = [spoken.entry(number).state() for number in range(spoken.childCount())]
    assert [bool(state.selected) for state in states].count(True) == 1
    focused = spoken.focusChild()
    assert focused is not None
    assert window.session.events[2].title in focused.text(QAccessible.Text.Name)


_PROGRAM = """
import os
from pathlib import Path
from PySide6.QtTest import QTest
from timeline_app.ui.app import create_window
window = create_window([])
window.resize(1280, 800)
window.show()
assert QTest.qWaitForWindowExposed(window)
assert window.wait_until_idle(60)
window.activateWindow()
assert QTest.qWaitForWindowActive(window)
window.canvas.setFocus()
QTest.qWait(300)
print("ready", flush=True)
for step in (-1, -1, 1, 1) * 40:
    QTest.qWait(400)
    window.commands.selection.step(step)
    if (Path(os.environ["XDG_RUNTIME_DIR"]) / "heard").exists():
        break
window.close()
"""


@pytest.fixture
def bus(display: str, tmp_path: Path) -> dict[str, str]:
    """A screen with a message bus of its own."""
    if sys.platform != "linux":
        pytest.skip("AT-SPI is on Linux")
    if shutil.which("dbus-run-session") is None:
        pytest.skip("no dbus-run-session (Debian: dbus)")
    check = [_PYTHON, "-c", "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"]
    if not Path(_PYTHON).exists() or subprocess.run(check, capture_output=True, check=False).returncode:  # noqa: S603
        pytest.skip("no AT-SPI client (Debian: at-spi2-core, gir1.2-atspi-2.0, python3-gi)")
    return {
        **os.environ,
        "DISPLAY": display,
        "QT_QPA_PLATFORM": "xcb",
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "XDG_CONFIG_HOME": str(tmp_path),
        "XDG_RUNTIME_DIR": str(tmp_path),
        "GIO_USE_VFS": "local",
    }


@pytest.mark.xvfb
def test_a_screen_reader_hears_the_events_and_the_focus(bus: dict[str, str]) -> None:
    command = ["dbus-run-session", "--", _PYTHON, str(_READER), sys.executable, _PROGRAM]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=bus, check=False)  # noqa: S603
    if "Could not load the Qt platform plugin" in done.stderr:
        pytest.skip("the libraries of Qt's xcb platform are not installed")
    heard = done.stdout.splitlines()
    assert "list 'Timeline' 7" in heard, done.stdout + done.stderr
    assert sum(line.startswith("list item ") for line in heard) == 7
    assert any("1969, 1 of 7" in line for line in heard)
    assert any(line.startswith("focus ") and " of 7" in line for line in heard), done.stdout
    assert heard[-1] == "ended 0", done.stderr
