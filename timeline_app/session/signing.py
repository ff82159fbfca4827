"""Who signs the steps of a history: the user of the system."""

from __future__ import annotations

import getpass


def system_user() -> str:
    """The name of the user of the system; empty where it has none."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # what Python's versions raise where there is no such user
        return ""
