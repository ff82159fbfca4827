"""Projects without a name: each a file in the user's data folder that is written as the user works.

A draft outlives the program, however that ends; ``left_behind`` finds those that nobody has open.
"""

from __future__ import annotations

import sqlite3
import uuid
from contextlib import closing
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import platformdirs

from timeline_app.storage import files
from timeline_app.storage.project import SUFFIX, Project, ProjectError


@dataclass(frozen=True, slots=True)
class Draft:
    """A draft that was left: where it is, when it was last written, and what is in it."""

    path: Path
    written: datetime
    documents: int
    events: int
    last_step: str


def folder() -> Path:
    """Where drafts are kept on this system."""
    return platformdirs.user_data_path("timeline-app", appauthor=False) / "drafts"


def new() -> Project:
    """An empty draft.

    Raises:
        ProjectError: the folder cannot be written.

    """
    place = folder()
    try:
        place.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise ProjectError(f"No draft can be kept in “{place}”: {error.strerror}.") from None
    return Project.open(place / f"draft-{uuid.uuid4().hex[:12]}{SUFFIX}")


def is_draft(path: Path | None) -> bool:
    """Whether a project's file is one of the drafts."""
    return path is not None and path.absolute().parent == folder().absolute()


def left_behind() -> tuple[Draft, ...]:
    """The drafts with something in them that no program has open, written last first. Empty ones are removed."""
    found = [_draft(path) for path in folder().glob(f"*{SUFFIX}")]
    return tuple(sorted((each for each in found if each), key=lambda each: each.written, reverse=True))


def discard(path: Path) -> None:
    """Take a draft away for good. One that is no draft is left alone."""
    if is_draft(path):
        files.remove(path)


def _draft(path: Path) -> Draft | None:
    try:
        written = datetime.fromtimestamp(path.stat().st_mtime, UTC)
        with closing(Project.open(path)) as project:
            history, counts = project.history(), project.counts()
    except (OSError, ProjectError, sqlite3.Error):
        return None
    if not history and project.remark == "":
        files.remove(path)
        return None
    return Draft(path, written, *counts, history[-1].label if history else project.remark)
