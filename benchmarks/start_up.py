"""How long from starting the program to its painted window, against a bare PySide6 and pyqtgraph window.

    python benchmarks/start_up.py [RUNS]

Each start is a process of its own, which ends as soon as its window has been painted. Prints JSON: for each kind of
window the seconds of every run and their median, and the difference of the medians. With no screen it draws offscreen.
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


def seconds(script: str) -> float:
    """Wall time of one start."""
    environment = dict(os.environ)
    if sys.platform == "linux" and not (os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY")):
        environment.setdefault("QT_QPA_PLATFORM", "offscreen")
    began = time.perf_counter()
    checkout = Path(__file__).parents[1]
    subprocess.run([sys.executable, "-c", script + UNTIL_PAINTED], check=True, env=environment, cwd=checkout)  # noqa: S603 - our own script
    return time.perf_counter() - began


def measured(script: str, runs: int) -> dict[str, object]:
    """The runs and their median; a first one that only warms the disk cache is left out."""
    seconds(script)
    found = [round(seconds(script), 3) for _ in range(runs)]
    return {"seconds": found, "median": statistics.median(found)}


def main() -> None:
    """Measure both and print."""
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    program, bare = measured(PROGRAM, runs), measured(BARE, runs)
    more = float(str(program["median"])) - float(str(bare["median"]))
    print(json.dumps({"program": program, "bare": bare, "difference": round(more, 3)}, indent=2))


if __name__ == "__main__":
    main()
