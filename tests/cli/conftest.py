from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.runs import TEXT, Ran, Run, no_window
from timeline_app import cli


@pytest.fixture
def run(capfdbinary: pytest.CaptureFixture[bytes]) -> Run:
    """Runs the command line in this process."""

    def running(*arguments: str | Path) -> Ran:
        try:
            status = cli.run([str(argument) for argument in arguments], no_window)
        except SystemExit as end:
            status = int(end.code or 0)
        out, err = capfdbinary.readouterr()
        return Ran(status, out.decode(), err.decode())

    return running


@pytest.fixture
def letter(tmp_path: Path) -> Path:
    path = tmp_path / "letter.txt"
    path.write_bytes(TEXT.encode())
    return path
