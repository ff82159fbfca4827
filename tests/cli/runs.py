"""What runs of the command line are given, and what comes of them."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from timeline_app import cli

TEXT = "On Wednesday he left for London.\r\nHe had come in 1969. 😀 He stayed two days, from 1914 to 1918.\n"
PROGRAM = [sys.executable, "-m", "timeline_app"]
ENVIRONMENT = {**os.environ, "PYTHONPATH": str(Path(cli.__file__).parents[1])}


class Ran(NamedTuple):
    """What a run of the command line printed, and its status."""

    status: int
    out: str
    err: str

    @property
    def answer(self) -> Any:  # noqa: ANN401 - JSON
        return json.loads(self.out)


Run = Callable[..., Ran]


def no_window(files: Sequence[Path]) -> int:
    print("window", *files)  # noqa: T201
    return 0
