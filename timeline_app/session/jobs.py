"""Work in other processes: requests in, outcomes and progress out, without blocking the caller.

A small own pool of spawned workers (fork is unsafe beside Qt), one pipe each. A worker that dies or takes too long
costs the one request it had, and is replaced. Nothing is heard of a job after it was cancelled. Used from one thread,
which polls or waits.

Limits: a request may take ``SECONDS``, a worker may use ``MEMORY`` bytes of address space (where the system can say no,
which Windows cannot), and there are as many workers as processors, at most ``MOST_WORKERS``.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from multiprocessing import connection
from typing import Generic, NewType, TypeVar

from timeline_app.session.worker import Answer, Work, Worker

JobId = NewType("JobId", int)
Asked = TypeVar("Asked")
Outcome = TypeVar("Outcome")

SECONDS = 600.0
MEMORY = 8 * 2**30
MOST_WORKERS = 4


@dataclass(frozen=True, slots=True)
class Done(Generic[Outcome]):
    """A request's outcome. ``index`` is the request's place in its job."""

    job: JobId
    index: int
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Failed:
    """A request that failed, and why in one whole sentence."""

    job: JobId
    index: int
    sentence: str


@dataclass(frozen=True, slots=True)
class Progress:
    """How many of a job's requests have ended, well or not; all of them when ``ended == total``."""

    job: JobId
    ended: int
    total: int


@dataclass(slots=True)
class _Job:
    total: int
    ended: int = 0


@dataclass(frozen=True, slots=True)
class _Task(Generic[Asked]):
    job: JobId
    index: int
    request: Asked


@dataclass(slots=True)
class _Bench(Generic[Asked, Outcome]):
    """The workers: those at work with their task, and those at rest."""

    busy: dict[Worker[Asked, Outcome], _Task[Asked]] = field(default_factory=dict)
    idle: list[Worker[Asked, Outcome]] = field(default_factory=list)


class Jobs(Generic[Asked, Outcome]):
    """Does one kind of work in workers. Close it when done."""

    def __init__(
        self, work: Work[Asked, Outcome], *, workers: int = 0, seconds: float = SECONDS, memory: int = MEMORY
    ) -> None:
        """Run at most ``workers`` at once (0: as many as processors, up to ``MOST_WORKERS``)."""
        self._work = work
        self._memory = memory
        self._seconds = seconds
        self._most = workers or min(MOST_WORKERS, processors())
        self._bench: _Bench[Asked, Outcome] = _Bench()
        self._queue: deque[_Task[Asked]] = deque()
        self._jobs: dict[JobId, _Job] = {}
        self._last = 0

    @property
    def busy(self) -> bool:
        """Whether a job has requests that have not ended."""
        return bool(self._jobs)

    @property
    def worker_ids(self) -> tuple[int, ...]:
        """Process ids of the workers there are."""
        return tuple(worker.pid or 0 for worker in (*self._bench.busy, *self._bench.idle))

    def warm_up(self) -> None:
        """Have one worker ready before it is needed; returns at once."""
        if not self._bench.idle and len(self._bench.busy) < self._most:
            self._bench.idle.append(self._start())

    def submit(self, requests: Sequence[Asked]) -> JobId:
        """Begin a job; its requests are taken in order, several at once. An empty job is over at once."""
        self._last += 1
        job = JobId(self._last)
        if requests:
            self._jobs[job] = _Job(len(requests))
            self._queue.extend(_Task(job, index, request) for index, request in enumerate(requests))
            self._dispatch()
        return job

    def poll(self) -> tuple[Done[Outcome] | Failed | Progress, ...]:
        """What has happened since the last call, without waiting."""
        return self._collect(0)

    def wait(self, seconds: float | None = None) -> tuple[Done[Outcome] | Failed | Progress, ...]:
        """What happens next: waits until something does, but at most ``seconds``, and not when nothing is under way."""
        return self._collect(seconds) if self._bench.busy else ()

    def cancel(self, job: JobId) -> None:
        """End a job: nothing more of it is run or told. Workers in the middle of it are stopped."""
        if self._jobs.pop(job, None) is None:
            return
        self._queue = deque(task for task in self._queue if task.job != job)
        for worker in [worker for worker, task in self._bench.busy.items() if task.job == job]:
            del self._bench.busy[worker]
            worker.kill()
        self._dispatch()

    def close(self) -> None:
        """Stop everything; nothing is told any more."""
        for worker in (*self._bench.busy, *self._bench.idle):
            worker.kill()
        self._bench = _Bench()
        self._queue.clear()
        self._jobs.clear()

    def __enter__(self) -> Jobs[Asked, Outcome]:
        return self

    def __exit__(self, *_error: object) -> None:
        self.close()

    def _start(self) -> Worker[Asked, Outcome]:
        return Worker(self._work, self._memory)

    def _dispatch(self) -> None:
        """Give waiting requests to workers, as many as there may be."""
        while self._queue and len(self._bench.busy) < self._most:
            worker, task = self._rested(), self._queue.popleft()
            self._bench.busy[worker] = task
            worker.ask(task.request)

    def _rested(self) -> Worker[Asked, Outcome]:
        """An idle worker that still lives, or a new one."""
        while self._bench.idle:
            worker = self._bench.idle.pop()
            if worker.is_alive:
                return worker
            worker.kill()
        return self._start()

    def _collect(self, timeout: float | None) -> tuple[Done[Outcome] | Failed | Progress, ...]:
        workers = {worker.channel: worker for worker in self._bench.busy}
        ready = connection.wait(list(workers), self._patience(timeout))
        answers = [self._answer(workers[channel]) for channel in workers if channel in ready]
        answers += [self._stop(worker) for worker in list(self._bench.busy) if worker.seconds > self._seconds]
        told = [self._told(task, answer) for task, answer in answers]
        progress = [self._progress(job) for job in dict.fromkeys(task.job for task, _ in answers)]
        self._dispatch()
        return (*told, *progress)

    def _patience(self, timeout: float | None) -> float:
        """How long to wait at most: as the caller says, but not beyond the first request's time limit."""
        left = min((self._seconds - worker.seconds for worker in self._bench.busy), default=0.0)
        return max(0.0, left if timeout is None else min(left, timeout))

    def _answer(self, worker: Worker[Asked, Outcome]) -> tuple[_Task[Asked], Answer[Outcome]]:
        """What a worker that is ready says; a dead one is let go."""
        task, answer = self._bench.busy.pop(worker), worker.answer()
        if answer is None:
            worker.kill()
            return task, self._work.failure(task.request, "the process that read it ended unexpectedly")
        self._bench.idle.append(worker)
        return task, answer

    def _stop(self, worker: Worker[Asked, Outcome]) -> tuple[_Task[Asked], Answer[Outcome]]:
        """Give up on a request that takes too long."""
        task = self._bench.busy.pop(worker)
        worker.kill()
        return task, self._work.failure(task.request, f"it took longer than {self._seconds:,.0f} seconds")

    def _told(self, task: _Task[Asked], answer: Answer[Outcome]) -> Done[Outcome] | Failed:
        self._jobs[task.job].ended += 1
        if answer.outcome is None:
            return Failed(task.job, task.index, answer.sentence)
        return Done(task.job, task.index, answer.outcome)

    def _progress(self, job: JobId) -> Progress:
        """How far a job is; one that is at its end is forgotten."""
        state = self._jobs[job]
        if state.ended == state.total:
            del self._jobs[job]
        return Progress(job, state.ended, state.total)


def in_order(work: Work[Asked, Outcome], requests: Sequence[Asked]) -> Iterator[Answer[Outcome]]:
    """The answers to all requests in their order, worked out on all processors."""
    answers: dict[int, Answer[Outcome]] = {}
    with Jobs(work, workers=min(processors(), len(requests))) as jobs:
        jobs.submit(requests)
        for index in range(len(requests)):
            while index not in answers:
                answers.update(_answers(jobs.wait()))
            yield answers.pop(index)


def _answers(messages: Iterable[Done[Outcome] | Failed | Progress]) -> Iterator[tuple[int, Answer[Outcome]]]:
    for message in messages:
        if isinstance(message, Done):
            yield message.index, Answer(message.outcome)
        elif isinstance(message, Failed):
            yield message.index, Answer(None, message.sentence)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
