"""Starts the program, from ``timeline-app`` and from ``python -m timeline_app``."""

from __future__ import annotations

import sys


def main() -> None:
    """Run the command line, or the window, and end with its exit status."""
    from timeline_app.cli import run  # noqa: PLC0415 - workers import this module, and nothing with it

    sys.exit(run(sys.argv[1:]))


if __name__ == "__main__":
    main()
