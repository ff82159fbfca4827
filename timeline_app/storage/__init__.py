"""The project file: schema, rows, history. ``docs/file-format.md`` describes it for other programs."""

from pathlib import Path

SUFFIX = ".tlproj"


def is_project(path: Path) -> bool:
    """Whether a path is meant as a project's, by its name."""
    return path.suffix.lower() == SUFFIX
