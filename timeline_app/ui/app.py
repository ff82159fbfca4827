"""Where the window's parts are made and joined: the QApplication, session, workers, preferences and the window.

Nothing else in the program makes any of these.
"""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from timeline_app.ui.main_window import MainWindow

_ENOUGH = 1 << 40
_AT_REST = 500  # ms after all was read


@contextmanager
def _nothing_collected() -> Iterator[None]:
    """Leave the garbage collector out where much is made that stays."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


@_nothing_collected()
def create_window(paths: Iterable[str | Path] = (), *, resume: bool = False) -> MainWindow:
    """A window, not shown yet, that is opening these documents or project; without any, the sample.

    With ``resume`` the last project goes before the sample. Makes the QApplication if there is none.
    ``window.wait_until_idle`` returns when they are read.
    """
    from timeline_app.session.ingest import INGEST  # noqa: PLC0415 - nothing of Qt before the guard
    from timeline_app.session.jobs import Jobs  # noqa: PLC0415

    jobs = Jobs(INGEST)
    jobs.warm_up()  # a worker starts while Qt is loaded and the window is made
    application = ensure_application()
    from PySide6.QtCore import QTimer  # noqa: PLC0415

    from timeline_app.session.desk import Desk  # noqa: PLC0415
    from timeline_app.session.preferences import load  # noqa: PLC0415
    from timeline_app.ui.job_reports import JobReports  # noqa: PLC0415
    from timeline_app.ui.main_window import MainWindow  # noqa: PLC0415

    window = MainWindow(Desk(), JobReports(jobs, application), load())
    window.reports.idle.connect(lambda: QTimer.singleShot(_AT_REST, window, settle))
    named = [Path(path) for path in paths]
    if named:
        window.commands.documents.open_paths(named)
    elif resume:
        window.commands.project.open_last()
    else:
        window.commands.documents.open_sample()
    QTimer.singleShot(0, window, window.projects.offer_drafts)
    return window


def ensure_application() -> QApplication:
    """The QApplication there is, or a new one with the program's name and fonts."""
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")  # no sums of matrices here, so NumPy need not start threads
    guard_reference_counts()
    from PySide6.QtWidgets import QApplication  # noqa: PLC0415 - after the guard

    from timeline_app.render.fonts import load_fonts  # noqa: PLC0415

    found = QApplication.instance()
    application = found if isinstance(found, QApplication) else QApplication(["timeline-app"])
    application.setApplicationName("timeline-app")
    application.setApplicationDisplayName("Timeline")
    application.setDesktopFileName("timeline-app")
    load_fonts()
    return application


def settle() -> None:
    """Spare the garbage collector what has been read: looking through many events takes it as long as five frames."""
    gc.collect()
    gc.freeze()


def run(paths: Iterable[str | Path] = ()) -> int:
    """Show a window until it is closed; the exit code."""
    application = ensure_application()
    window = create_window(paths, resume=True)
    window.show()
    code = application.exec()
    window.deleteLater()
    return code


def guard_reference_counts() -> None:
    """Keep PySide6 6.12 from ending Python 3.11: it takes one reference too many to None, True and False per call.

    Only where that version is installed on a CPython without immortal objects (docs/decisions/0003); once.
    """
    if not (sys.version_info < (3, 12) and sys.implementation.name == "cpython" and sys.maxsize > 2**32):
        return
    import PySide6  # noqa: PLC0415 - the package alone makes no Qt call

    if PySide6.__version_info__[:2] < (6, 12):
        return
    import ctypes  # noqa: PLC0415

    for value in (None, True, False):
        count = ctypes.c_ssize_t.from_address(id(value))
        if count.value < _ENOUGH:
            count.value += _ENOUGH
