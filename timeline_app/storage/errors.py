"""What can go wrong with a project, each with the whole sentence its user reads."""

from __future__ import annotations

import sqlite3
from pathlib import Path

_SENTENCES = {
    sqlite3.SQLITE_FULL: "The disk is full, so this step was not made; all before it is saved. Make room, try again.",
    sqlite3.SQLITE_READONLY: "The project can only be read, so this step was not made. Save it under another name.",
    sqlite3.SQLITE_IOERR: "The project's disk cannot be reached, so this step was not made; all before it is saved.",
    sqlite3.SQLITE_CORRUPT: "The project's file is damaged, so this step was not made. Open it again to save the rest.",
    sqlite3.SQLITE_NOTADB: "The project's file is damaged, so this step was not made. Open it again to save the rest.",
    sqlite3.SQLITE_BUSY: "Another program is using the project's file, so this step was not made. Try again.",
}


class ProjectError(Exception):
    """A project that cannot be opened, read or written; the message is a whole sentence for the user."""


class StaleChangeError(ProjectError):
    """A change made from records that have changed since."""


class DamagedError(ProjectError):
    """A file that was a project and cannot be read as a whole."""


def write_error(error: sqlite3.Error) -> ProjectError:
    """What SQLite's refusal to write means."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return ProjectError(_SENTENCES.get(code, f"The project cannot be written: {error}."))


def gone_error(path: Path) -> ProjectError:
    """The file is no longer where it was."""
    return ProjectError(
        f"“{path.name}” is no longer where it was, so this step was not made. If it was on a drive that is gone, put "
        "the drive back; otherwise save the project under another name."
    )
