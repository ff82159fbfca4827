"""How long from starting the program to its painted window, against a bare PySide6 and pyqtgraph window.

    python benchmarks/start_up.py [RUNS]

Each start is a process of its own, which ends as soon as its window has been painted: empty, and once more with the
sample read and its events on the axis. Prints JSON: for each the seconds, and how many more the medians are than the
bare window's. With no screen it draws offscreen.
"""

from __future__ import annotations

import json
import os
import statistics
import subprocess
import sys
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


def seconds(script: str) -> float:
    """Wall time of one start."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.perf_counter()
    checkout = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-c", script + UNTIL_PAINTED], check=True, env=environment, cwd=checkout)  # noqa: S603 - our own script
    return time.perf_counter() - began


def measured(script: str, runs: int) -> dict[str, float]:
    """Fastest, median and slowest; a first run that only warms the disk cache is left out."""
    seconds(script)
    found = sorted(seconds(script) for _ in range(runs))
    return {"fastest": round(found[0], 3), "median": round(statistics.median(found), 3), "slowest": round(found[-1], 3)}


def main() -> None:
    """Measure both and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    found = {name: measured(script, runs) for name, script in SCRIPTS.items()}
    more = {name: round(found[name]["median"] - found["bare"]["median"], 3) for name in SCRIPTS if name != "bare"}
    print(json.dumps({"seconds": found, "more than bare": more}, indent=2))


if __name__ == "__main__":
    main()
