"""Starts the program, from ``timeline-app`` and from ``python -m timeline_app``: the command line or the window."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path


def main() -> None:
    """Do what the arguments say, and end with the exit status."""
    from timeline_app.cli import run  # noqa: PLC0415 - workers import this module, and nothing with it

    sys.exit(run(sys.argv[1:], _open_window))


def _open_window(files: Sequence[Path]) -> int:
    """Show the window until it is closed."""
    from timeline_app.ui import app  # noqa: PLC0415 - Qt

    return app.run(files)


if __name__ == "__main__":
    main()
