"""The file that a document was read from: whether it is still there and still the same, and its bytes.

A file whose size and time of last change are as they were is taken to be the same, so that a thousand of them can be
looked after in a moment; only where the time alone differs is it read. A project may be a stranger's, and so may the
paths in it: nothing but regular files is opened, and no computer is asked that the project does not lie on itself.
"""

from __future__ import annotations

import hashlib
import stat
from enum import StrEnum
from pathlib import Path

from timeline_app.model.document import Document, Original
from timeline_app.readers import LARGEST


class OriginalState(StrEnum):
    """What has become of a document's file since it was read."""

    UNCHANGED = "unchanged"
    CHANGED = "changed"
    GONE = "gone"
    NO_FILE = "no file"  # pasted, without a file, or from a project that did not note what the file was


def original_state(document: Document, folder: Path | None = None) -> OriginalState:
    """What has become of a document's file, where ``file_of`` finds it.

    One that was written again with the same bytes is unchanged. One that cannot be read is gone.
    """
    read, path = document.original, file_of(document, folder)
    if read is None or path is None:
        return OriginalState.NO_FILE
    try:
        now = path.stat()
        if not stat.S_ISREG(now.st_mode):
            return OriginalState.GONE
        if (now.st_size, now.st_mtime_ns) == (read.size, read.modified):
            return OriginalState.UNCHANGED
        return OriginalState.UNCHANGED if _bytes(path, read) is not None else OriginalState.CHANGED
    except (OSError, ValueError):
        return OriginalState.GONE


def file_of(document: Document, folder: Path | None = None) -> Path | None:
    """Where a document's file is: a relative path counts from where the program was started, else from ``folder``.

    None where it has none, or is on another computer that ``folder`` is not on.
    """
    path = Path(document.path)
    if not document.path or (path.drive.startswith("\\\\") and (folder is None or path.drive != folder.drive)):
        return None
    beside = folder / path if folder else path
    try:
        return beside if beside.exists() and not path.exists() else path
    except (OSError, ValueError):
        return path


def content(document: Document, folder: Path | None = None) -> bytes | None:
    """The bytes that a document was read from; None where the file is gone or another now."""
    read, path = document.original, file_of(document, folder)
    if read is None or path is None:
        return None
    try:
        return _bytes(path, read)
    except (OSError, ValueError):
        return None


def _bytes(path: Path, read: Original) -> bytes | None:
    """The bytes of a file, if they are those that were read."""
    now = path.stat()
    if not stat.S_ISREG(now.st_mode) or now.st_size != read.size or read.size > LARGEST:
        return None
    with path.open("rb") as file:
        found = file.read(read.size + 1)
    return found if hashlib.sha256(found).hexdigest() == read.sha256 else None
