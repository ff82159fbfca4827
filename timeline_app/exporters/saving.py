"""Saving a finished file: it appears whole or not at all, and whoever reads the old one is not disturbed."""

from __future__ import annotations

import contextlib
import uuid
from pathlib import Path

from timeline_app.exporters.options import ExportError


def save(data: bytes, path: Path) -> None:
    """Put ``data`` where ``path`` points, by way of a new file beside it.

    Raises:
        ExportError: it cannot be written there.

    """
    target = path.resolve()
    if target.is_dir():
        raise ExportError(f"“{path}” is a folder; name a file.")
    beside = target.with_name(f".{uuid.uuid4().hex}{target.suffix}")
    try:
        beside.write_bytes(data)
        beside.replace(target)
    except OSError as error:
        raise ExportError(f"“{path}” cannot be written: {error.strerror}.") from None
    finally:
        with contextlib.suppress(OSError):
            beside.unlink(missing_ok=True)
