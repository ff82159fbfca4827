"""How long a search, a filter and a step of the history take in the window on a large project; prints JSON.

    python benchmarks/finding.py large.tlproj

``benchmarks/project_file.py --file large.tlproj`` makes such a project; it is opened and not changed. Times are
milliseconds. ``count and list`` is from the key to the number of hits and the first of them in the list; ``timeline``
until what was found is painted on the timeline, too; ``longest not answering`` is the longest that no key could act.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow

QUERIES = ("north", "north road", '"north road"', "nor", "no such word")
_REST = 2.0  # seconds in which the window does what it does while nobody asks
Figures = dict[str, object]


def main() -> None:
    """Measure the project that is named."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("project", type=Path)
    given = parser.parse_args()
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    with tempfile.TemporaryDirectory() as folder:
        for name in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME"):
            os.environ[name] = folder
        print(json.dumps(measured(given.project), indent=2))


def measured(path: Path) -> Figures:
    """What a user waits for."""
    from timeline_app.ui.app import create_window  # noqa: PLC0415 - after the environment is set

    began = time.perf_counter()
    window = create_window([str(path)])
    window.show()
    window.wait_until_idle(120)
    opened = time.perf_counter() - began
    spin(lambda: False, _REST)
    found: Figures = {"events": len(window.session.events), "open": round(1000 * opened)}
    window.commands.finding.search(QUERIES[0])  # from a cold file
    spin(lambda: not window.commands.finding.is_running)
    found["search"] = {query: search(window, query) for query in QUERIES}
    found["only what was found"] = sifted(window, lambda: window.commands.finding.only_found(True))  # noqa: FBT003
    window.commands.finding.search("")
    found["filter"] = filters(window)
    window.close()
    return found


def search(window: MainWindow, query: str) -> Figures:
    """From asking to the list, and to the timeline."""
    began = time.perf_counter()
    window.commands.finding.search(query)
    _, longest = spin(lambda: not window.commands.finding.is_running)
    listed = time.perf_counter() - began
    _, painting = spin(lambda: True)
    return {
        "hits": window.commands.finding.found,
        "count and list": round(1000 * listed),
        "timeline": round(1000 * (time.perf_counter() - began)),
        "longest not answering": round(1000 * max(longest, painting)),
    }


def filters(window: MainWindow) -> Figures:
    """A value of each facet hidden or chosen, and all shown again; the first asks for the values, too."""
    from timeline_app.ui.sifting import PLAIN, Facet  # noqa: PLC0415

    found: Figures = {}
    for facet in Facet:
        began = time.perf_counter()
        counts = window.shown.counts(facet)
        counted = round(1000 * (time.perf_counter() - began))
        if counts:
            wanted = PLAIN.with_values(facet, [counts[0][0].value])
            asked = sifted(window, lambda wanted=wanted: window.commands.finding.filter(wanted))  # type: ignore[misc]
            found[facet.value] = {"values": len(counts), "counted": counted, **asked}
        sifted(window, window.commands.finding.clear_filter)
        spin(lambda: False, _REST)
    return found


def sifted(window: MainWindow, ask: Callable[[], object]) -> dict[str, int]:
    """From asking for a filter to the frame that shows what it leaves."""
    began = time.perf_counter()
    ask()
    called = time.perf_counter() - began
    _, longest = spin(lambda: not window.sieve.busy)
    done = time.perf_counter() - began
    return {"shown": round(1000 * done), "longest not answering": round(1000 * max(called, longest))}


def spin(done: Callable[[], bool], seconds: float = 60.0) -> tuple[float, float]:
    """Let the window work until something is so; how long that took, and the longest turn of it."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    began, longest = time.perf_counter(), 0.0
    while True:
        turn = time.perf_counter()
        QApplication.processEvents()
        longest = max(longest, time.perf_counter() - turn)
        if done() or time.perf_counter() - began > seconds:
            return time.perf_counter() - began, longest


if __name__ == "__main__":
    main()
