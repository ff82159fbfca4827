"""How long from starting the program to its painted window, against a bare PySide6 and pyqtgraph window.

    python benchmarks/start_up.py [RUNS]

Each start is a process of its own, which ends as soon as its window has been painted: empty, and once more with the
sample read and its events on the axis. Prints JSON: for each the seconds, and how many more the medians are than the
bare window's. With no screen it draws offscreen. All are started from compiled modules, as after an installation.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

PROGRAM = """
from timeline_app.ui.app import create_window
window = create_window([])
window.show()
"""
READ = PROGRAM + "window.wait_until_idle(60)\n"
BARE = """
import numpy, pyqtgraph
application = pyqtgraph.mkQApp()
window = pyqtgraph.PlotWidget()
window.resize(1280, 800)
window.show()
"""
UNTIL_PAINTED = """
from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication
class Watcher(QObject):
    def eventFilter(self, watched, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, QApplication.quit)
        return False
watcher = Watcher()
QApplication.instance().installEventFilter(watcher)
QApplication.exec()
import os
os._exit(0)
"""


SCRIPTS = {"window": PROGRAM, "window with the sample": READ, "bare": BARE}


def seconds(script: str, compiled: str) -> float:
    """Wall time of one start; compiled modules are kept in the folder ``compiled``."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": compiled}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.perf_counter()
    checkout = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-c", script + UNTIL_PAINTED], check=True, env=environment, cwd=checkout)  # noqa: S603 - our own script
    return time.perf_counter() - began


def measured(runs: int) -> dict[str, dict[str, float]]:
    """Fastest, median and slowest of each in turn; a first run, which compiles and warms the disk, is left out."""
    with tempfile.TemporaryDirectory() as compiled:
        times = [[seconds(script, compiled) for script in SCRIPTS.values()] for _ in range(runs + 1)][1:]
    return {
        name: {"fastest": min(found), "median": statistics.median(found), "slowest": max(found)}
        for name, found in zip(SCRIPTS, zip(*times, strict=True), strict=True)
    }


def main() -> None:
    """Measure both and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = measured(runs)
    bare = found["bare"]
    more = {name: round(found[name]["median"] - bare["median"], 3) for name in SCRIPTS if name != "bare"}
    times = {name: round(found["window"][name] / bare[name], 2) for name in ("fastest", "median")}
    rounded = {name: {of: round(time, 3) for of, time in each.items()} for name, each in found.items()}
    print(json.dumps({"seconds": rounded, "more than bare": more, "window, times bare": times}, indent=2))


if __name__ == "__main__":
    main()
