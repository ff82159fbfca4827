"""How fast the timeline moves: the program's own window with many events, against the least that could be drawn.

    python benchmarks/canvas.py [EVENTS ...]

Measures windows of 1600 x 900 with ten thousand, a hundred thousand and a million events, or the numbers given, each in
a process of its own, and prints JSON. A frame is all that a step of the view costs until it is on the screen: scene,
painting, overview, actions. Without a screen it starts an Xvfb of its own.

``floor`` is a bare QWidget that is cleared and draws an axis and 100 ready-made labels, measured in turn with the
window's frames: how many times as long those take can be compared between machines. ``naive`` is a pyqtgraph plot with
an item and a text for each of 1,000 events.
"""

from __future__ import annotations

import gc
import importlib
import json
import os
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow
    from timeline_app.ui.sifting import Base, Kind

WIDTH, HEIGHT = 1600, 900
SIZES = (10_000, 100_000, 1_000_000)
FRAMES = 150  # of one measurement
WALK = 10.0  # seconds
LABELS = 100
LONGEST = 900  # seconds of one measurement, after which something hangs
Figures = dict[str, object]
_CROWDING = 0.25  # of a magnification at which a hundred evenly spread events were in view: half of them are in crowds
_PACE, _IDLE = 0.008, 0.0005  # seconds between two turns, and of a turn that painted nothing


def frames(step: Callable[[int], object], count: int = FRAMES, floor: Callable[[], object] | None = None) -> Figures:
    """Milliseconds of ``count`` steps with what they make the window do, after a few to warm up.

    With a ``floor`` its frames are measured in turn with the others, so that whatever else the machine does slows both.
    """
    times, least = [], []
    for number in range(count + 10):
        times.append(milliseconds(lambda: step(number)))  # noqa: B023 - called at once
        if floor:
            least.append(milliseconds(floor))
    found: Figures = dict(summary(times[10:]))
    if floor:
        bare = summary(least[10:])
        found["floor"] = bare
        found["times the floor"] = [round(found[name] / bare["median"], 2) for name in ("median", "p95")]  # type: ignore[operator]
    return found


def milliseconds(step: Callable[[], object]) -> float:
    """How long a step takes until all it caused is painted."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - each job imports what it measures

    began = time.perf_counter()
    step()
    QApplication.processEvents()
    return 1000 * (time.perf_counter() - began)


def summary(times: list[float]) -> dict[str, float]:
    """Median, 95th percentile and longest."""
    ordered = sorted(times)
    at = min(len(ordered) - 1, round(0.95 * len(ordered)))
    return {
        "median": round(statistics.median(ordered), 2),
        "p95": round(ordered[at], 2),
        "longest": round(ordered[-1], 2),
    }


def resident() -> int:
    """Bytes in memory now."""
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize()


def until(done: Callable[[], bool], seconds: float = 60.0) -> float:
    """Let the window work until something is so; the milliseconds that took."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    began = time.perf_counter()
    while not done() and time.perf_counter() - began < seconds:
        QApplication.processEvents()
    QApplication.processEvents()
    return round(1000 * (time.perf_counter() - began), 1)


def empty_window() -> MainWindow:
    """The program's window with nothing in it and no panels, so that the timeline has all of its width."""
    from synthetic import SyntheticSession  # noqa: PLC0415 - beside this script

    from timeline_app.session.ingest import INGEST  # noqa: PLC0415
    from timeline_app.session.jobs import Jobs  # noqa: PLC0415
    from timeline_app.session.preferences import Preferences  # noqa: PLC0415
    from timeline_app.ui.app import ensure_application  # noqa: PLC0415
    from timeline_app.ui.job_reports import JobReports  # noqa: PLC0415
    from timeline_app.ui.main_window import MainWindow  # noqa: PLC0415

    application = ensure_application()
    window = MainWindow(SyntheticSession(), JobReports(Jobs(INGEST), application), Preferences())
    for side in window.sides.values():
        side.hide()
    window.setGeometry(0, 0, WIDTH, HEIGHT)
    window.show()
    until(window.canvas.isVisible, 5)
    return window


def show(window: MainWindow, base: Base) -> None:
    """Show these events, as if the session had read them, until they are painted."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415
    from synthetic import catalogue_of  # noqa: PLC0415 - beside this script

    from timeline_app.ui.sifting import Filter  # noqa: PLC0415

    window.session.made = base.events  # type: ignore[attr-defined] # a synthetic session
    window.session.listed = catalogue_of(base.columns)  # type: ignore[attr-defined]
    window.shown.__dict__["base"] = base
    window.shown.show(Filter(frozenset()))
    window.stage.set_events(fit=True)
    QApplication.processEvents()
    window.sieve.prepare()


def measure_window(count: int) -> dict[str, object]:
    """The window with so many events."""
    from synthetic import arrays, base_of  # noqa: PLC0415

    from timeline_app.ui.app import settle  # noqa: PLC0415
    from timeline_app.ui.sifting import Facet, Kind  # noqa: PLC0415

    window, made = empty_window(), arrays(count)
    gc.collect()
    before, began = resident(), time.perf_counter()
    base = base_of(made)
    show(window, base)
    first = 1000 * (time.perf_counter() - began)
    settle()
    found: dict[str, object] = {
        "canvas": [window.canvas.width(), window.canvas.height()],
        "columns to first frame": round(first, 1),
        "bytes per event": round((resident() - before) / count, 1),
        **measure_moving(window, int(base.columns.earliest[count // 2]), count),
        "in lanes by category": measure_lanes(window, int(base.columns.earliest[count // 2]), count),
        "filter": measure_filter(window, Kind(Facet.CATEGORY, base.columns.categories[0])),
        "random walk": walk(window),
    }
    window.close()
    return found


def measure_moving(window: MainWindow, centre: int, count: int) -> dict[str, object]:
    """Frames of panning over everything and over about a hundred events, and of zooming from one to the other."""
    from timeline_app.layout.scale import ScaleKind  # noqa: PLC0415

    stage, floor, found = window.stage, bare_widget(), dict[str, object]()
    stage.glide.milliseconds = 0
    stage.set_kind(ScaleKind.TRUE)
    whole = stage.view
    near = whole.zoomed(max(1.0, _CROWDING * count / LABELS), whole.width / 2).centred_on(centre)
    for name, view in (("pan, everything in view", whole), ("pan, some hundred in view", near)):
        stage.set_view(view)
        written = sum(bool(mark.texts) for mark in stage.scene.marks)
        panned = frames(lambda _: stage.set_view(stage.view.panned(-7.0)), floor=floor)
        found[name] = {"labels": written, **panned}
    stage.set_view(whole.centred_on(centre))
    factor = (near.scale.zoom / whole.scale.zoom) ** (1 / FRAMES)
    stage.glide.milliseconds = 130  # as for a user: marks that are new wait for one of the next frames
    found["zoom from one to the other"] = frames(
        lambda _: stage.set_view(stage.view.zoomed(factor, whole.width / 2)), floor=floor
    )
    stage.set_view(whole)
    return found


def measure_lanes(window: MainWindow, centre: int, count: int) -> dict[str, object]:
    """From asking for lanes to the frame that shows them, and moving in them."""
    from timeline_app.layout.lanes import LaneKind  # noqa: PLC0415

    began = time.perf_counter()
    window.commands.lanes.choose(LaneKind.CATEGORY)
    until(lambda: not window.sieve.busy)
    asked = {"asked to shown": round(1000 * (time.perf_counter() - began), 1)}
    found = {**asked, **measure_moving(window, centre, count)}
    window.commands.lanes.choose(LaneKind.NONE)
    until(lambda: not window.sieve.busy)
    return found


def measure_filter(window: MainWindow, kind: Kind) -> dict[str, float]:
    """From asking for a filter to the frame that shows it, and the longest the window did not answer meanwhile."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from timeline_app.ui.sifting import Filter  # noqa: PLC0415

    times, blocked, kinds = [], 0.0, (frozenset({kind}), frozenset[Any]())
    for hidden in kinds * 4:
        began = last = time.perf_counter()
        window.commands.finding.filter(Filter(hidden))
        blocked = max(blocked, time.perf_counter() - began)
        busy = True
        while busy:
            busy = window.sieve.busy
            turn = time.perf_counter()
            QApplication.processEvents()
            last = time.perf_counter()
            blocked = max(blocked, last - turn)
            time.sleep(_IDLE if busy else 0.0)  # as a window waits, that others may work
        times.append(1000 * (last - began))
        until(lambda: False, 0.3)  # the folds are made ready meanwhile
    return {**summary(times), "longest not answering": round(1000 * blocked, 1)}


def walk(window: MainWindow) -> dict[str, object]:
    """Ten seconds of pan, zoom, fold and filter as they come; milliseconds of each turn of the event loop."""
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415

    from timeline_app.ui.sifting import Facet, Filter, Kind  # noqa: PLC0415

    stage, commands, chance = window.stage, window.commands, random.Random(4)  # noqa: S311 - no secret
    stage.glide.milliseconds = 130
    categories = window.shown.columns.categories
    steps: dict[str, Callable[[], object]] = {
        "pan": lambda: stage.set_view(stage.view.panned(chance.uniform(-60, 60))),
        "zoom": lambda: stage.zoom(1.25 ** chance.choice((-2, -1, 1, 1)), chance.uniform(0, stage.view.width)),
        "screens": lambda: commands.view.pan_screens(chance.choice((-1, 1))),
        "fold": commands.view.toggle_folds,
        "filter": lambda: commands.finding.filter(Filter(frozenset({Kind(Facet.CATEGORY, chance.choice(categories))}))),
        "fit": commands.view.fit,
    }
    weights = {"pan": 60, "zoom": 30, "screens": 4, "fold": 2, "filter": 3, "fit": 1}
    times: list[tuple[float, str]] = []
    until_then = time.perf_counter() + WALK
    while time.perf_counter() < until_then:
        name = chance.choices(list(weights), list(weights.values()))[0]
        for turn in range(4 if name == "pan" else 12):
            began = time.perf_counter()
            if turn == 0 or name == "pan":
                steps[name]()
            QApplication.processEvents()
            took = time.perf_counter() - began
            times += [(1000 * took, name)] if took > _IDLE else []
            time.sleep(max(0.0, _PACE - took))
    worst = {name: round(max((took for took, of in times if of == name), default=0.0), 1) for name in weights}
    return {"frames": len(times), **summary([took for took, _ in times]), "longest of each": worst}


def bare_widget() -> Callable[[], object]:
    """A widget that is cleared and draws an axis with ticks and 100 labels that are images; called it moves them on."""
    from PySide6.QtCore import QLineF, QPointF, Qt  # noqa: PLC0415
    from PySide6.QtGui import QImage, QPainter, QPaintEvent  # noqa: PLC0415
    from PySide6.QtWidgets import QWidget  # noqa: PLC0415

    images = []
    for number in range(LABELS):
        image = QImage(110, 18, QImage.Format.Format_ARGB32_Premultiplied)
        image.fill(Qt.GlobalColor.transparent)
        painter = QPainter(image)
        painter.drawText(QPointF(1, 13), f"Event {number} of many")
        painter.end()
        images.append(image)

    class Bare(QWidget):
        moved = 0.0

        def paintEvent(self, _event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
            painter = QPainter(self)
            painter.fillRect(self.rect(), Qt.GlobalColor.white)
            ticks = [QLineF(x + self.moved % 40, 30, x + self.moved % 40, HEIGHT) for x in range(0, WIDTH, 40)]
            painter.drawLines([QLineF(0, 30, WIDTH, 30), *ticks])
            for number, image in enumerate(images):
                x = (number % 10 * 160 + self.moved) % WIDTH
                painter.drawImage(QPointF(x, 60 + number // 10 * 60), image)
            painter.end()

        def move_on(self) -> None:
            self.moved += 7.0
            self.update()

    widget = Bare()
    widget.setGeometry(0, HEIGHT, WIDTH, HEIGHT)  # below the window, so that both are on the screen
    widget.show()
    until(widget.isVisible, 5)
    return widget.move_on


def measure_naive(count: int) -> dict[str, object]:
    """A pyqtgraph plot with a rectangle and a text for each event."""
    import numpy as np  # noqa: PLC0415

    pg: Any = importlib.import_module("pyqtgraph")  # which has no types
    application = pg.mkQApp()
    plot = pg.PlotWidget()
    plot.resize(WIDTH, HEIGHT)
    chance = np.random.default_rng(1)
    for number, start in enumerate(chance.uniform(0, 5000, count)):
        bar = pg.BarGraphItem(x0=[start], y0=[number % 40], width=[2.0], height=[0.6])
        text = pg.TextItem(f"Event {number} of many")
        text.setPos(start, number % 40)
        plot.addItem(bar)
        plot.addItem(text)
    plot.setXRange(0, 500)
    plot.show()
    until(plot.isVisible, 5)
    box = plot.getViewBox()
    found: dict[str, object] = {"pan": frames(lambda _: box.translateBy(x=2.0), 40)}
    found["zoom"] = frames(lambda _: box.scaleBy(x=0.97), 40)
    plot.close()
    application.quit()
    return found


JOBS: dict[str, Callable[[int], dict[str, object]]] = {
    "window": measure_window,
    "naive": measure_naive,
}


@contextmanager
def screen() -> Iterator[dict[str, str]]:
    """The environment with a screen: the one there is, or an Xvfb for as long as this lasts."""
    if sys.platform != "linux" or os.environ.get("DISPLAY"):
        yield dict(os.environ)
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{WIDTH}x{2 * HEIGHT}x24", "-nolisten", "tcp"]
    command.append("-noreset")  # else it begins anew between two windows, and does not hear the second
    with subprocess.Popen(command, pass_fds=(write,), stderr=subprocess.DEVNULL) as server:  # noqa: S603 - Xvfb itself
        os.close(write)
        try:
            with os.fdopen(read) as pipe:
                number = pipe.readline().strip()
            if not number:
                sys.exit("Xvfb did not start.")
            yield {**os.environ, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
        finally:
            server.terminate()  # whatever went wrong, or leaving this would wait for it


def run(job: str, count: int, environment: dict[str, str]) -> dict[str, object]:
    """One measurement in a process of its own."""
    command = [sys.executable, str(Path(__file__).resolve()), "--job", job, str(count)]
    with tempfile.TemporaryDirectory() as folder:  # the window remembers nothing, nor is it as it was left
        new = {f"XDG_{name}_HOME": folder for name in ("CONFIG", "DATA")}
        checkout = {**environment, **new, "PYTHONPATH": str(Path(__file__).resolve().parents[1])}
        done = subprocess.run(  # noqa: S603 - ourselves
            command, check=True, env=checkout, stdout=subprocess.PIPE, text=True, timeout=LONGEST
        )
    found: dict[str, object] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure and print."""
    if sys.argv[1:2] == ["--job"]:
        print(json.dumps(JOBS[sys.argv[2]](int(sys.argv[3]))))
        return
    sizes = [int(float(size)) for size in sys.argv[1:]] or list(SIZES)
    with screen() as environment:
        windows = {f"{size:,}": run("window", size, environment) for size in sizes}
        naive = run("naive", 1000, environment)
    found = {"events": windows, "naive pyqtgraph, 1,000": naive}
    print(json.dumps(found, indent=2))


if __name__ == "__main__":
    main()
