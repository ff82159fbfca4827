"""Workers do their work in order, and whatever happens to one costs one request."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.records import document
from tests.session.errands import ERRANDS, HOPELESS, MIB, PREPARED
from timeline_app.assets import sample
from timeline_app.session.ingest import INGEST, DocumentRequest, FileRequest, ingest, subject
from timeline_app.session.jobs import Done, Failed, Jobs, Progress, in_order
from timeline_app.session.worker import undisturbed

Errands = Jobs[str, str]


@pytest.fixture
def jobs() -> Iterator[Errands]:
    with Jobs(ERRANDS, workers=2) as made:
        yield made


def _run(jobs: Errands, *requests: str) -> dict[int, str]:
    """What came of each request, and that progress was told to the end."""
    job = jobs.submit(requests)
    ends: dict[int, str] = {}
    told = []
    while jobs.busy:
        for message in jobs.wait(20):
            assert message.job == job
            if isinstance(message, Progress):
                told.append(message.ended)
                assert message.total == len(requests)
            else:
                ends[message.index] = message.outcome if isinstance(message, Done) else message.sentence
    assert told == sorted(set(told))
    assert told[-1] == len(requests)
    return ends


def test_every_request_has_its_outcome(jobs: Errands) -> None:
    assert _run(jobs, *(f"say {number}" for number in range(20))) == {number: str(number) for number in range(20)}


def test_what_fails_is_told_in_a_sentence(jobs: Errands) -> None:
    ends = _run(jobs, "refuse", "fail here", "say yes")
    assert ends[0] == "“It” is refused."
    assert ends[1] == "“fail here” could not be read: there is a mistake in this program (KeyError('here'))."
    assert ends[2] == "yes"


def test_a_worker_that_dies_costs_one_request(jobs: Errands) -> None:
    ends = _run(jobs, "say a", "die", "say b", "die", "say c", "say d")
    assert [ends[number] for number in (0, 2, 4, 5)] == ["a", "b", "c", "d"]
    assert ends[1] == "“die” could not be read: the process that read it ended unexpectedly."


def test_a_worker_killed_from_outside_costs_one_request(jobs: Errands) -> None:
    jobs.submit(["sleep 60", "say yes"])
    assert isinstance(jobs.wait(20)[0], Done)
    for worker in jobs.worker_ids:
        os.kill(worker, signal.SIGKILL)
    [failed, progress] = jobs.wait(20)
    assert isinstance(failed, Failed)
    assert isinstance(progress, Progress)
    assert not jobs.busy
    while any(worker.is_alive for worker in jobs._bench.idle):
        time.sleep(0.01)
    assert _run(jobs, "say again", "say more") == {0: "again", 1: "more"}


def test_workers_that_cannot_start_fail_every_request_and_no_more() -> None:
    with Jobs(HOPELESS, workers=2) as jobs:
        ends = _run(jobs, "say a", "say b", "say c")
    assert all("ended unexpectedly" in sentence for sentence in ends.values())


def test_what_takes_too_long_is_stopped() -> None:
    with Jobs(ERRANDS, workers=1, seconds=1) as jobs:
        ends = _run(jobs, "sleep 60", "say yes")
    assert ends == {0: "“sleep 60” could not be read: it took longer than 1 seconds.", 1: "yes"}


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="Only Linux limits address space reliably.")
def test_what_needs_too_much_memory_is_refused() -> None:
    with Jobs(ERRANDS, workers=1, memory=512 * MIB) as jobs:
        ends = _run(jobs, "take 4096", "take 1")
    assert ends[0] == "“take 4096” could not be read: it needs more memory than one document may use."
    assert ends[1] == str(MIB)


def test_nothing_is_heard_of_a_cancelled_job(jobs: Errands) -> None:
    cancelled = jobs.submit(["sleep 60", "sleep 60", "say late"])
    kept = jobs.submit(["say kept"])
    jobs.cancel(cancelled)
    jobs.cancel(cancelled)
    messages = jobs.wait(20)
    assert messages == (Done(kept, 0, "kept"), Progress(kept, 1, 1))
    assert not jobs.busy
    assert jobs.wait(20) == ()


def test_an_outcome_that_was_ready_when_its_job_was_cancelled_is_dropped(jobs: Errands) -> None:
    job = jobs.submit(["say ready"])
    time.sleep(1)
    jobs.cancel(job)
    assert jobs.poll() == ()


def test_polling_never_waits(jobs: Errands) -> None:
    jobs.submit(["sleep 60"])
    started = time.perf_counter()
    assert jobs.poll() == ()
    assert jobs.wait(0.05) == ()
    assert time.perf_counter() - started < 5


def test_an_empty_job_is_over_at_once(jobs: Errands) -> None:
    jobs.submit([])
    assert not jobs.busy
    assert jobs.poll() == jobs.wait() == ()


def test_a_warm_worker_is_used(jobs: Errands) -> None:
    jobs.warm_up()
    jobs.warm_up()
    [warm] = jobs.worker_ids
    assert _run(jobs, "pid") == {0: str(warm)}


def test_answers_come_in_the_order_of_the_requests() -> None:
    requests = ["sleep 0.5", *(f"say {number}" for number in range(9)), "die"]
    answers = list(in_order(ERRANDS, requests))
    assert [answer.outcome for answer in answers] == ["0.5", *map(str, range(9)), None]
    assert "ended unexpectedly" in answers[-1].sentence


def test_workers_never_import_qt() -> None:
    with Jobs(PREPARED, workers=1) as jobs:
        [modules] = _run(jobs, "modules").values()
    loaded = set(modules.split())
    assert "timeline_app.extraction.pipeline" in loaded
    assert not {name for name in loaded if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))}


_SCRIPT = """
import sys
from tests.session.errands import ERRANDS
from timeline_app.session.jobs import Jobs
jobs = Jobs(ERRANDS, workers=1)
jobs.submit(["say once"])
while jobs.busy:
    print(*[message.outcome for message in jobs.wait() if hasattr(message, "outcome")], *jobs.worker_ids, flush=True)
if sys.argv[1:]:
    jobs.submit(["sleep 60"])
    sys.stdin.read()
jobs.close()
"""
_ROOT = Path(__file__).parents[2]


@pytest.mark.parametrize("way", ["file", "stdin"])
def test_a_script_without_a_guard_is_not_run_twice(tmp_path: Path, way: str) -> None:
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT, encoding="utf-8")
    arguments = [sys.executable, "-"] if way == "stdin" else [sys.executable, str(script)]
    environment = {**os.environ, "PYTHONPATH": str(_ROOT)}
    done = subprocess.run(  # noqa: S603 - our own script
        arguments, input=_SCRIPT, capture_output=True, text=True, cwd=tmp_path, env=environment, timeout=60, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.split()[0] == "once"
    assert len(done.stdout.splitlines()) == 1


@pytest.mark.skipif(not Path("/proc").is_dir(), reason="Looks for the process in /proc.")
def test_workers_end_when_the_program_is_killed(tmp_path: Path) -> None:
    script = tmp_path / "script.py"
    script.write_text(_SCRIPT.replace('"sleep 60"', '"sleep 1"'), encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 - our own script
        [sys.executable, str(script), "stay"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": str(_ROOT)},
    ) as program:
        assert program.stdout
        worker = program.stdout.readline().split()[1]
        program.kill()
    until = time.monotonic() + 20
    while Path("/proc", worker).exists() and time.monotonic() < until:
        time.sleep(0.05)
    assert not Path("/proc", worker).exists()


def test_the_sample_is_read_and_extracted_in_a_worker() -> None:
    with Jobs(INGEST, workers=1) as jobs:
        jobs.submit([FileRequest(sample())])
        [done, _] = jobs.wait(60)
    assert isinstance(done, Done)
    assert done.outcome == ingest(FileRequest(sample()))
    assert done.outcome.document.title.startswith("What Libyan Defections")


def test_requests_are_called_by_what_they_are_about() -> None:
    letter = document()
    assert subject(FileRequest(Path("in/a.txt"))) == "a.txt"
    assert subject(DocumentRequest(letter)) == "Letter"
    assert ingest(DocumentRequest(letter)).document == replace(letter, language="en")


@pytest.mark.parametrize("send", [signal.raise_signal, lambda number: os.kill(os.getpid(), number)])
def test_ctrl_c_while_a_worker_starts_is_heard_afterwards(send: Callable[[int], None]) -> None:
    done = []

    def start() -> None:
        with undisturbed():
            send(signal.SIGINT)
            done.append("started")

    with pytest.raises(KeyboardInterrupt):
        start()
    assert done == ["started"]
