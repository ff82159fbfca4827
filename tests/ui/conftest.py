"""For tests of the window: no screen, no Qt warning goes unseen, no widget outlives its test."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from functools import cache
from pathlib import Path

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import QCoreApplication, QEvent, QLocale
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from timeline_app import assets
from timeline_app.session.desk import Desk
from timeline_app.session.ingest import INGEST, FileRequest, Ingested, Request
from timeline_app.session.jobs import Done, Failed, JobId, Progress
from timeline_app.session.preferences import load
from timeline_app.session.worker import Answer
from timeline_app.ui.app import ensure_application
from timeline_app.ui.job_reports import JobReports
from timeline_app.ui.main_window import MainWindow

QLocale.setDefault(QLocale.c())  # in whatever language the machine of these tests is
OpenWindow = Callable[..., MainWindow]
_HARMLESS = ("propagateSizeHints", "support raise()", "grabbing the keyboard")  # what the offscreen platform lacks


class OwnProcessJobs:
    """Does the work of ``Jobs`` here and now, so that a test need not start a process."""

    def __init__(self) -> None:
        self.held = False  # True: nothing is read, as if workers took their time
        self._waiting: list[tuple[JobId, Sequence[Request]]] = []
        self._last = 0

    def submit(self, requests: Sequence[Request]) -> JobId:
        self._last += 1
        self._waiting.append((JobId(self._last), requests))
        return JobId(self._last)

    def poll(self) -> tuple[Done[Ingested] | Failed | Progress, ...]:
        if self.held:
            return ()
        waiting, self._waiting = self._waiting, []
        return tuple(message for job, requests in waiting for message in _messages(job, requests))

    def wait(self, _seconds: float) -> tuple[Done[Ingested] | Failed | Progress, ...]:
        return self.poll()

    def cancel(self, job: JobId) -> None:
        self._waiting = [(other, requests) for other, requests in self._waiting if other != job]

    def close(self) -> None:
        self._waiting = []


def _messages(job: JobId, requests: Sequence[Request]) -> Iterator[Done[Ingested] | Failed | Progress]:
    for index, request in enumerate(requests):
        answer = _attempt(request)
        if answer.outcome is None:
            yield Failed(job, index, answer.sentence)
        else:
            yield Done(job, index, answer.outcome)
        yield Progress(job, index + 1, len(requests))


def _attempt(request: Request) -> Answer[Ingested]:
    """What comes of a request; of the sample, which nobody changes, once and for all."""
    return _once(request) if isinstance(request, FileRequest) and request.path == _SAMPLE else INGEST.attempt(request)


_SAMPLE = assets.sample()
_once = cache(INGEST.attempt)


@pytest.fixture(scope="session")
def qapp() -> QApplication:
    return ensure_application()


@pytest.fixture(autouse=True)
def _nothing_left_behind(qapp: QApplication, qtlog: pytest.FixtureRequest) -> Iterator[None]:
    before = set(QApplication.topLevelWidgets())
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    qapp.processEvents()
    messages = [record.message for record in qtlog.records if not any(words in record.message for words in _HARMLESS)]  # type: ignore[attr-defined]
    assert messages == [], "Qt warned"
    left = [widget for widget in QApplication.topLevelWidgets() if widget not in before]
    assert left == [], "widgets outlived their test"


@pytest.fixture
def jobs() -> OwnProcessJobs:
    return OwnProcessJobs()


@pytest.fixture
def open_window(qtbot: QtBot, qapp: QApplication, jobs: OwnProcessJobs) -> Iterator[OpenWindow]:
    """Makes windows that read in this process: ``open_window(*paths, size=(1280, 800))``."""
    made: list[MainWindow] = []

    def make(*paths: Path, size: tuple[int, int] = (1280, 800)) -> MainWindow:
        window = MainWindow(Desk(), JobReports(jobs, qapp), load())  # type: ignore[arg-type]
        made.append(window)
        window.resize(*size)
        window.show()
        qtbot.waitExposed(window)
        window.stage.glide.milliseconds = 0
        window.commands.documents.open_paths(paths)
        assert window.wait_until_idle(30)
        return window

    yield make
    for window in made:
        window.close()
        window.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


@pytest.fixture
def window(open_window: OpenWindow) -> MainWindow:
    """The window on the sample."""
    return open_window(assets.sample())
