"""Work for the workers of ``test_jobs``; a module of its own because workers import it."""

from __future__ import annotations

import os
import signal
import sys
import time

from timeline_app.readers import ReadError
from timeline_app.session import ingest
from timeline_app.session.worker import Work

MIB = 2**20


def errand(request: str) -> str:
    """What the request's first word says."""
    word, _, rest = request.partition(" ")
    if word == "die":
        os.kill(os.getpid(), signal.SIGKILL)
    elif word == "sleep":
        time.sleep(float(rest))
    elif word == "refuse":
        raise ReadError("“It” is refused.")
    elif word == "fail":
        raise KeyError(rest)
    elif word == "take":
        return str(len(bytearray(int(rest) * MIB)))
    elif word == "modules":
        return " ".join(sys.modules)
    elif word == "pid":
        return str(os.getpid())
    return rest


def nothing() -> None:
    """No preparation."""


def refuse_to_start() -> None:
    """A worker that cannot even start."""
    sys.exit(1)


def name(request: str) -> str:
    """The request itself."""
    return request


ERRANDS = Work(errand, nothing, name)
PREPARED = Work(errand, ingest.prepare, name)
HOPELESS = Work(errand, refuse_to_start, name)
