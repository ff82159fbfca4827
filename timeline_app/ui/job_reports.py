"""What workers report, brought onto the window's thread: a timer polls while there is work, so nothing ever blocks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.session.ingest import Ingested, Request
from timeline_app.session.jobs import Done, Failed, JobId, Jobs, Progress

_POLL = 25  # ms

Message = Done[Ingested] | Failed | Progress
Finished = Callable[[list[Ingested]], None]


@dataclass(slots=True)
class _Work:
    """A job under way: how many documents, how many are read, what came of them, and who wants it."""

    total: int
    finished: Finished
    ended: int = 0
    outcomes: dict[int, Ingested] = field(default_factory=dict)


class JobReports(QObject):
    """Runs requests in ``jobs``; all that one call asked for is handed over together, in its order."""

    progressed = Signal(int, int)  # documents read, of how many
    failed = Signal(str)
    idle = Signal()

    def __init__(self, jobs: Jobs[Request, Ingested], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._jobs = jobs
        self._works: dict[JobId, _Work] = {}
        self._timer = QTimer(self, interval=_POLL)
        self._timer.timeout.connect(self._look)
        self.is_held = False  # while there is something more urgent than to hand over what is ready

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._works)

    def run(self, requests: Sequence[Request], finished: Finished) -> None:
        """Begin a job; ``finished`` gets what could be read, unless all was cancelled."""
        if not requests:
            return
        self._works[self._jobs.submit(requests)] = _Work(len(requests), finished)
        self._timer.start()
        self._tell_progress()

    def cancel(self) -> None:
        """End everything under way; nothing of it is handed over."""
        for job in list(self._works):
            self._jobs.cancel(job)
        self._works.clear()
        self._rest()

    def close(self) -> None:
        """Stop the workers."""
        self._timer.stop()
        self._works.clear()
        self._jobs.close()

    def wait(self, seconds: float) -> None:
        """Take what the workers say next, at most so much later."""
        self._take(self._jobs.wait(seconds))

    def poll(self) -> None:
        """Take what the workers have said."""
        self._take(self._jobs.poll())

    def _look(self) -> None:
        if not self.is_held:
            self.poll()

    def _take(self, messages: Iterable[Message]) -> None:
        for message in messages:
            if work := self._works.get(message.job):
                self._hear(work, message)
        if not self._works:
            self._rest()

    def _hear(self, work: _Work, message: Message) -> None:
        if isinstance(message, Done):
            work.outcomes[message.index] = message.outcome
        elif isinstance(message, Failed):
            self.failed.emit(message.sentence)
        else:
            work.ended = message.ended
            self._tell_progress()
            if message.ended == message.total:
                del self._works[message.job]
                work.finished([work.outcomes[index] for index in sorted(work.outcomes)])

    def _tell_progress(self) -> None:
        total = sum(work.total for work in self._works.values())
        ended = sum(work.ended for work in self._works.values())
        self.progressed.emit(ended, total)

    def _rest(self) -> None:
        self._timer.stop()
        self.idle.emit()
