"""One worker process: what runs in it, and the parent's end of its pipe.

A worker answers each request with ``Answer``. It ends when the pipe closes, so none outlives the program, not even one
that was killed. It never imports Qt.
"""

from __future__ import annotations

import signal
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext, suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from types import ModuleType
from typing import Generic, TypeVar

from timeline_app.readers import ReadError

Asked = TypeVar("Asked")
Outcome = TypeVar("Outcome")
Asked_contra = TypeVar("Asked_contra", contravariant=True)  # work for any request is work for files
Outcome_co = TypeVar("Outcome_co", covariant=True)


@dataclass(frozen=True, slots=True)
class Answer(Generic[Outcome_co]):
    """A request's outcome, or the sentence that says why there is none."""

    outcome: Outcome_co | None
    sentence: str = ""


@dataclass(frozen=True, slots=True)
class Work(Generic[Asked_contra, Outcome_co]):
    """What workers do, all of it functions of a module: ``prepare()`` once, then ``run(request)`` for each.

    ``subject`` names a request in a sentence. ``run`` says with a ``ReadError`` what is wrong with a request.
    """

    run: Callable[[Asked_contra], Outcome_co]
    prepare: Callable[[], None]
    subject: Callable[[Asked_contra], str]

    def attempt(self, request: Asked_contra) -> Answer[Outcome_co]:
        """Run one request; whatever goes wrong becomes a sentence."""
        try:
            return Answer(self.run(request))
        except ReadError as error:
            return Answer(None, str(error))
        except MemoryError:
            return self.failure(request, "it needs more memory than one document may use")
        except Exception as error:  # noqa: BLE001 - one document must not cost the others
            return self.failure(request, f"there is a mistake in this program ({error!r})")

    def failure(self, request: Asked_contra, reason: str) -> Answer[Outcome_co]:
        """That a request came to nothing, and why."""
        return Answer(None, f"“{self.subject(request)}” could not be read: {reason}.")


class Worker(Generic[Asked, Outcome]):
    """A spawned process that runs one request at a time."""

    def __init__(self, work: Work[Asked, Outcome], memory: int) -> None:
        """Start the process, which may use ``memory`` bytes of address space."""
        self.channel, theirs = get_context("spawn").Pipe()
        self._process = get_context("spawn").Process(target=_serve, args=(theirs, work, memory), daemon=True)
        with undisturbed():
            self._process.start()
        theirs.close()
        self._since = 0.0

    @property
    def pid(self) -> int | None:
        """The process's id."""
        return self._process.pid

    @property
    def is_alive(self) -> bool:
        """Whether the process runs."""
        return self._process.is_alive()

    @property
    def seconds(self) -> float:
        """How long it has had its request."""
        return time.monotonic() - self._since

    def ask(self, request: Asked) -> None:
        """Send a request; a worker that is dead already is noticed by ``answer``."""
        self._since = time.monotonic()
        with suppress(OSError):
            self.channel.send(request)

    def answer(self) -> Answer[Outcome] | None:
        """The answer, or None if the process has died. To be called when the channel is ready."""
        try:
            answer: Answer[Outcome] = self.channel.recv()
        except (EOFError, OSError):
            return None
        return answer

    def kill(self) -> None:
        """End the process at once, whatever it does."""
        self.channel.close()
        self._process.kill()
        self._process.join()
        self._process.close()


def _serve(channel: Connection, work: Work[Asked, Outcome], memory: int) -> None:
    """Work until the parent is gone."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's to handle
    _limit_memory(memory)
    work.prepare()
    with suppress(EOFError, OSError):
        while True:
            channel.send(work.attempt(channel.recv()))


def _limit_memory(memory: int) -> None:
    """Refuse more than ``memory`` bytes of address space, where the system can (not on Windows)."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # noqa: PLC0415 - POSIX only

        resource.setrlimit(resource.RLIMIT_AS, (memory, memory))


@contextmanager
def undisturbed() -> Iterator[None]:
    """Start a process that neither runs the caller's script a second time nor hears Ctrl-C while it imports.

    A spawned process imports the main module again; a script without a ``__name__`` guard would start over.
    """
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        with _unheard() if threading.current_thread() is threading.main_thread() else nullcontext():
            yield
    finally:
        sys.modules["__main__"] = main


@contextmanager
def _unheard() -> Iterator[None]:
    """Let no new process hear Ctrl-C, where the system can (not on Windows); the caller hears it afterwards.

    A new process inherits which signals its thread does not hear; another thread may hear for it, and so it is noted.
    """
    heard: list[int] = []
    handler = signal.signal(signal.SIGINT, lambda number, _: heard.append(number))
    mask = None if sys.platform == "win32" else signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        if sys.platform != "win32" and mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
        signal.signal(signal.SIGINT, handler)
        if heard:
            signal.raise_signal(signal.SIGINT)
