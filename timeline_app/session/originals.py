"""The file that a document was read from: whether it is still there and still the same, and its bytes.

A file whose size and time of last change are as they were is taken to be the same, so that a thousand of them can be
looked after in a moment; only where these differ is it read.
"""

from __future__ import annotations

import hashlib
import os
from enum import StrEnum
from pathlib import Path

from timeline_app.model.document import Document
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
    read = document.original
    if not document.path or read is None:
        return OriginalState.NO_FILE
    path = file_of(document, folder)
    try:
        now = path.stat()
        if (now.st_size, now.st_mtime_ns) == (read.size, read.modified):
            return OriginalState.UNCHANGED
        if now.st_size != read.size:
            return OriginalState.CHANGED
        return OriginalState.UNCHANGED if _sha256(path) == read.sha256 else OriginalState.CHANGED
    except (OSError, ValueError):
        return OriginalState.GONE


def file_of(document: Document, folder: Path | None = None) -> Path:
    """Where a document's file is: a relative path counts from where the program was started, else from ``folder``."""
    path = Path(document.path)
    beside = folder / path if folder and not path.is_absolute() else path
    return beside if beside.exists() and not path.exists() else path


def content(document: Document, folder: Path | None = None) -> bytes | None:
    """The bytes that a document was read from; None where the file is gone or another now."""
    read = document.original
    if not document.path or read is None or read.size > LARGEST:
        return None
    try:
        with file_of(document, folder).open("rb") as file:
            if os.fstat(file.fileno()).st_size != read.size:
                return None
            found = file.read(read.size + 1)
    except (OSError, ValueError):
        return None
    return found if hashlib.sha256(found).hexdigest() == read.sha256 else None


def _sha256(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
