"""The file under a project: made, opened, locked, checked before anything is written to it, copied and compacted.

A project that is open for writing is locked by SQLite itself, so that no second program can touch it and a killed one
leaves no lock behind. A file that must not be written to is opened as it stands, or as a copy where that takes writing.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from pathlib import Path
from typing import NamedTuple

from timeline_app.storage import migrations, schema, search
from timeline_app.storage.errors import DamagedError, ProjectError, write_error

CHECKED = 64 * 2**20  # bytes up to which a file is checked as a whole when it is opened
LONGEST = 2**28  # bytes of a text that is read from a file
_HEAD = 100
_MAGIC = b"SQLite format 3\x00"
_LOCKED = "is open in another window of this program; close it there first."
_DAMAGED = {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_TOOBIG}


class Opened(NamedTuple):
    """A connection to a checked database of the current version, and whether it may be written to."""

    connection: sqlite3.Connection
    read_only: bool


def in_memory() -> Opened:
    """A new project that is gone when closed."""
    connection = _connect(":memory:")
    schema.create(connection)
    return Opened(connection, read_only=False)


def open_file(path: Path, *, read_only: bool = False) -> Opened:
    """The project in a file, which is made if there is none.

    Raises:
        DamagedError: it was a project and is broken.
        ProjectError: it is something else, newer, locked, or cannot be read.
        OSError, sqlite3.Error: the system refuses.

    """
    if not path.exists():
        _make(path)
    elif path.stat().st_size:
        _check_head(path)
    writable = not read_only and os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)
    try:
        return _for_writing(path) if writable else _for_reading(path)
    except sqlite3.Error as error:
        raise _opening_error(error) from error


def copy_to(connection: sqlite3.Connection, target: Path) -> None:
    """A copy of the whole project in ``target``, put there at once or not at all.

    Raises:
        ProjectError: it cannot be written; nothing has changed.

    """
    beside = target.with_name(f".{target.name}.{os.getpid()}")
    try:
        if target.exists():
            _require_unlocked(target)
        with closing(sqlite3.connect(beside)) as copy:
            connection.backup(copy)
        _flush(beside)
        beside.replace(target)
    except sqlite3.Error as error:
        raise _save_error(target, error.args[0]) from error
    except OSError as error:
        raise _save_error(target, error.strerror) from error
    finally:
        beside.unlink(missing_ok=True)


def compact(connection: sqlite3.Connection) -> None:
    """Write the file anew without what was deleted from it."""
    connection.execute("VACUUM")
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def identity(path: Path | None) -> tuple[int, int] | None:
    """What tells a file from another that has taken its place; None where there is no file."""
    if path is None:
        return None
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_dev, found.st_ino


def _make(path: Path) -> None:
    """Put an empty project there, whole or not at all."""
    if not path.parent.is_dir():
        raise ProjectError("cannot be opened as a project: there is no such folder.")
    with closing(_connect(":memory:")) as empty:
        schema.create(empty)
        copy_to(empty, path)


def _check_head(path: Path) -> None:
    """Refuse what is no project, or a newer one, by its first bytes."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head[:16] != _MAGIC or int.from_bytes(head[68:72], "big") != schema.APPLICATION_ID:
        raise ProjectError("is not a project file.")
    if int.from_bytes(head[60:64], "big") > schema.VERSION:
        raise ProjectError("was written by a newer version of this program; please update to open it.")


def _for_writing(path: Path) -> Opened:
    is_new = path.stat().st_size == 0
    connection = _connect(str(path))
    try:
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        connection.execute("BEGIN EXCLUSIVE")
        if is_new:
            schema.create(connection)
        connection.execute("COMMIT")
        version = _checked(connection, path)
        if version < schema.VERSION:
            copy_to(connection, path.with_name(f"{path.name}.version-{version}"))
            _migrate(connection, version)
        connection.execute("PRAGMA cache_size = -65536")
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = NORMAL")
    except BaseException:
        connection.close()
        raise
    return Opened(connection, read_only=False)


def _for_reading(path: Path) -> Opened:
    """The file as it stands. What has not been folded into it yet, or is of an older version, is read from a copy."""
    connection = _unfolded(path) or _connect(f"{path.absolute().as_uri()}?mode=ro&immutable=1", uri=True)
    try:
        version = _checked(connection, path)
        if version < schema.VERSION:
            older, connection = connection, _connect(":memory:")
            with closing(older):
                older.backup(connection)
            _migrate(connection, version)
        connection.execute("PRAGMA query_only = ON")
    except BaseException:
        connection.close()
        raise
    return Opened(connection, read_only=True)


def _unfolded(path: Path) -> sqlite3.Connection | None:
    """A copy in memory of a file with its write-ahead log; None where there is no log."""
    log = path.with_name(f"{path.name}-wal")
    if not log.exists() or not log.stat().st_size:
        return None
    with tempfile.TemporaryDirectory() as folder:
        for each in (path, log):
            shutil.copyfile(each, Path(folder) / each.name)
        with closing(sqlite3.connect(Path(folder) / path.name)) as whole:
            connection = _connect(":memory:")
            whole.backup(connection)
    return connection


def _connect(name: str, *, uri: bool = False) -> sqlite3.Connection:
    connection = sqlite3.connect(name, isolation_level=None, timeout=0.2, uri=uri, check_same_thread=False)
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, LONGEST)
    connection.execute("PRAGMA trusted_schema = OFF")
    connection.execute("PRAGMA foreign_keys = ON")
    return connection


def _checked(connection: sqlite3.Connection, path: Path) -> int:
    """The version of a file that has the tables of that version and no others."""
    [version] = connection.execute("PRAGMA user_version").fetchone()
    if not schema.is_ours(connection, migrations.SCHEMAS.get(version, schema.SCHEMA)):
        raise ProjectError("has tables that do not belong in a project file, and is not opened.")
    if path.stat().st_size <= CHECKED:
        [[found]] = connection.execute("PRAGMA quick_check(1)")
        if found != "ok":
            raise DamagedError("is damaged.")
    return int(version)


def _migrate(connection: sqlite3.Connection, version: int) -> None:
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    migrations.migrate(connection, version)
    if version < migrations.INDEXED:
        search.rebuild(connection)
    if not schema.is_ours(connection) or connection.execute("PRAGMA foreign_key_check").fetchone():
        raise DamagedError("cannot be brought to this version's format.")
    connection.execute("COMMIT")
    connection.execute("PRAGMA foreign_keys = ON")


def _opening_error(error: sqlite3.Error) -> ProjectError | sqlite3.Error:
    """The sentence for a refusal, where there is one."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_BUSY:
        return ProjectError(_LOCKED)
    if code in _DAMAGED:
        return DamagedError("is damaged.")
    return write_error(error) if code == sqlite3.SQLITE_FULL else error


def _require_unlocked(target: Path) -> None:
    """Refuse to take the place of a project that is open somewhere."""
    with closing(sqlite3.connect(target, isolation_level=None, timeout=0)) as other:
        try:
            other.execute("BEGIN IMMEDIATE")
            other.execute("ROLLBACK")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF == sqlite3.SQLITE_BUSY:
                raise ProjectError(f"“{target.name}” {_LOCKED}") from None
        except sqlite3.DatabaseError:
            return  # no database: the user has chosen to replace it


def _flush(path: Path) -> None:
    """Have the file on the disk before it takes its name."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _save_error(target: Path, reason: object) -> ProjectError:
    return ProjectError(f"The project cannot be saved as “{target.name}”: {reason}.")


def remove(path: Path) -> None:
    """Take a project's file away, with what SQLite keeps beside it."""
    for name in (path.name, f"{path.name}-wal", f"{path.name}-shm", f"{path.name}-journal"):
        with suppress(OSError):
            path.with_name(name).unlink(missing_ok=True)
