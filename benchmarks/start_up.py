"""How long from starting the program to its window with the sample's text, against a bare PySide6 and pyqtgraph window.

    python benchmarks/start_up.py [RUNS]

Each start is a process of its own. It tells when the text of the sample has been painted, and when the sample's events
have been painted on the timeline; the bare window when it has been painted. Prints JSON: the seconds of each, how many
times the bare window's the first is, and how much later the events are there. With no screen it draws offscreen. All
are started from compiled modules, as after an installation.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

Times = dict[str, float]

WATCH = """
import json, os, sys, time
from PySide6.QtCore import QEvent, QObject, Qt, QCoreApplication
from PySide6.QtWidgets import QApplication
class Watcher(QObject):
    told = {}
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint and (name := painted(watched)) and name not in self.told:
            self.told[name] = 0.0
            # heard before anything else that waits for the paint to be over
            QCoreApplication.postEvent(self, Painted(name), Qt.EventPriority.HighEventPriority.value)
        return False
    def event(self, event):
        if isinstance(event, Painted):
            self.told[event.name] = time.monotonic()
            if event.name == last:
                print(json.dumps(self.told), flush=True)
                os._exit(0)
        return super().event(event)
class Painted(QEvent):
    def __init__(self, name):
        super().__init__(QEvent.Type.User)
        self.name = name
watcher = Watcher()
QApplication.instance().installEventFilter(watcher)
window.show()
QApplication.exec()
"""
PROGRAM = f"""
from timeline_app.ui.app import create_window
window = create_window([])
text, last = window.source_panel.text, "events"
def painted(widget):
    if widget is text.viewport() and not window.session.events and "Libya" in text.toPlainText():
        return "text"
    is_there = window.hung is not None and widget is window.hung.viewport() and len(window.session.events) > 0
    return "events" if is_there else ""
{WATCH}"""
BARE = f"""
import numpy, pyqtgraph
application = pyqtgraph.mkQApp()
window = pyqtgraph.PlotWidget()
window.resize(1280, 800)
last = "bare"
def painted(widget):
    return "bare"
{WATCH}"""


def moments(script: str, compiled: str) -> Times:
    """Seconds after its start that each is painted; compiled modules are kept in the folder ``compiled``."""
    new = {f"XDG_{name}_HOME": f"{compiled}/{name}" for name in ("CONFIG", "DATA", "CACHE")}  # as at a first start
    environment = {**os.environ, **new, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    checkout = Path(__file__).parents[1]
    began = time.monotonic()
    done = subprocess.run(  # noqa: S603 - our own script
        [sys.executable, "-c", script], check=True, env=environment, cwd=checkout, capture_output=True, text=True
    )
    told: Times = json.loads(done.stdout)
    return {name: moment - began for name, moment in told.items()}


def measured(runs: int) -> list[Times]:
    """Each start in turn; a first run, which compiles and warms the disk, is left out."""
    with tempfile.TemporaryDirectory() as compiled:
        return [{**moments(BARE, compiled), **moments(PROGRAM, compiled)} for _ in range(runs + 1)][1:]


def main() -> None:
    """Measure and print."""
    runs = measured(int(sys.argv[1]) if len(sys.argv) > 1 else 5)
    ways: dict[str, Callable[[list[float]], float]] = {"fastest": min, "median": statistics.median, "slowest": max}
    columns = {name: [run[name] for run in runs] for name in ("bare", "text", "events")}
    found = {
        "seconds": {name: {of: round(way(column), 3) for of, way in ways.items()} for name, column in columns.items()},
        "window with the text, times bare": {
            of: round(ways[of](columns["text"]) / ways[of](columns["bare"]), 2) for of in ("fastest", "median")
        },
        "events after the text": round(statistics.median(run["events"] - run["text"] for run in runs), 3),
        "load": round(os.getloadavg()[0], 1) if hasattr(os, "getloadavg") else None,
    }
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
