"""The command line as a process of its own: pipes, locales, signals, disks."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from tests.cli.runs import ENVIRONMENT, PROGRAM, no_window
from timeline_app import cli
from timeline_app.assets import sample


def _program(*arguments: str | Path, **options: Any) -> subprocess.CompletedProcess[bytes]:  # noqa: ANN401
    command = [*PROGRAM, *(str(argument) for argument in arguments)]
    return subprocess.run(  # noqa: S603 - our own program
        command, stderr=subprocess.PIPE, env=ENVIRONMENT, timeout=60, check=False, **options
    )


def test_the_sample_goes_through_the_real_program() -> None:
    done = _program("extract", sample(), stdout=subprocess.PIPE)
    assert (done.returncode, done.stderr) == (0, b"")
    assert {event["edtf"] for event in json.loads(done.stdout)} >= {"1969", "2011-03-30"}


def test_output_is_utf_8_whatever_the_locale(letter: Path) -> None:
    letter.write_text("Zoë left for Paris in 1969 😀.", encoding="utf-8")
    command = [*PROGRAM, "extract", str(letter)]
    done = subprocess.run(  # noqa: S603 - our own program
        command, capture_output=True, env={**ENVIRONMENT, "LC_ALL": "C", "PYTHONIOENCODING": "ascii"}, check=False
    )
    assert json.loads(done.stdout.decode())[0]["citations"][0]["quote"].startswith("Zoë")


def test_a_closed_pipe_is_one_sentence(letter: Path) -> None:
    letter.write_text("He left in 1969.\n" * 5000, encoding="utf-8")
    reading, writing = os.pipe()
    os.close(reading)
    done = _program("tag", letter, stdout=writing)
    os.close(writing)
    assert done.returncode == 1
    assert done.stderr.decode() == "The output was closed before all of it was written.\n"


def test_a_pipe_that_closes_on_the_way_is_one_sentence_even_where_python_does_not_buffer(letter: Path) -> None:
    letter.write_text("He left in 1969.\n" * 20_000, encoding="utf-8")
    command = [*PROGRAM, "tag", str(letter)]
    settings = {**ENVIRONMENT, "PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=settings) as program:  # noqa: S603 - our own program
        assert program.stdout
        assert program.stderr
        program.stdout.read(1)
        program.stdout.close()
        assert program.stderr.read().decode() == "The output was closed before all of it was written.\n"
    assert program.returncode == 1


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Needs a device that is always full.")
def test_a_full_disk_is_one_sentence(letter: Path) -> None:
    with Path("/dev/full").open("wb") as full:
        done = _program("tag", letter, stdout=full)
    assert done.returncode == 1
    assert done.stderr.decode() == "The output cannot be written: No space left on device.\n"


@pytest.mark.skipif(os.name == "nt", reason="Sends a POSIX signal.")
def test_an_interruption_is_one_sentence(tmp_path: Path) -> None:
    for number in range(400):
        (tmp_path / f"{number}.txt").write_text("He left on Wednesday in 1969.\n" * 300, encoding="utf-8")
    with subprocess.Popen(  # noqa: S603 - our own program
        [*PROGRAM, "extract", str(tmp_path)], stderr=subprocess.PIPE, stdout=subprocess.PIPE, env=ENVIRONMENT,
        start_new_session=True,
    ) as program:  # fmt: skip
        time.sleep(2)
        os.killpg(program.pid, signal.SIGINT)
        out, err = program.communicate(timeout=30)
    assert (program.returncode, out, err.decode()) == (1, b"", "Interrupted.\n")


def test_output_that_is_no_file_can_be_caught(letter: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    caught = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", caught)
    assert cli.run(["tag", str(letter)], no_window) == 0
    assert isinstance(caught.buffer, io.BytesIO)
    assert json.loads(caught.buffer.getvalue())
