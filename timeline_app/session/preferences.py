"""What the program remembers of its user between runs, in a small JSON file; no Qt, so the command line can read it.

A file that is missing or damaged gives the defaults; nothing is refused.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path

import msgspec
import platformdirs

MOST_RECENT = 10


class PreferencesError(Exception):
    """Preferences that cannot be saved; the message is a whole sentence."""


class ThemeChoice(StrEnum):
    """Which theme the window has."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


@dataclass(frozen=True, slots=True)
class Preferences:
    """``recent`` are the absolute paths of documents and projects opened lately, newest first.

    ``project`` is the path of the project that was open last, empty for none.
    ``wheel_scrolls``: a plain wheel scrolls the timeline's rows, and zooms only with Ctrl. ``still``: nothing glides.
    ``keys`` are the keys of actions by their ids where they are not the usual ones; without ``letters`` no action
    has a single character as its key. ``signs``: the history says who did a step.
    """

    recent: tuple[str, ...] = ()
    theme: ThemeChoice = ThemeChoice.SYSTEM
    wheel_scrolls: bool = False
    still: bool = False
    project: str = ""
    keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    letters: bool = True
    signs: bool = True

    def with_recent(self, path: Path) -> Preferences:
        """With ``path`` as the newest of at most ``MOST_RECENT``."""
        newest = os.path.abspath(path)  # noqa: PTH100 - links stay as the user knows them
        others = tuple(known for known in self.recent if known != newest)
        return replace(self, recent=(newest, *others)[:MOST_RECENT])

    def with_keys(self, action: str, keys: tuple[str, ...] | None) -> Preferences:
        """With other keys for an action, or with None the usual ones."""
        others = {name: known for name, known in self.keys.items() if name != action}
        return replace(self, keys=others if keys is None else {**others, action: keys})


def location() -> Path:
    """Where preferences are kept on this system."""
    return platformdirs.user_config_path("timeline-app", appauthor=False) / "preferences.json"


def load(path: Path | None = None) -> Preferences:
    """The preferences in a file, by default the one at ``location()``; the defaults if it cannot be read."""
    try:
        return msgspec.json.decode((path or location()).read_bytes(), type=Preferences)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return Preferences()


def save(preferences: Preferences, path: Path | None = None) -> None:
    """Put the preferences into a file, by default the one at ``location()``: whole or not at all.

    Raises:
        PreferencesError: it cannot be written.

    """
    target = path or location()
    beside = target.with_name(f"{target.name}.{os.getpid()}")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        beside.write_bytes(msgspec.json.format(msgspec.json.encode(preferences)))
        beside.replace(target)
    except OSError as error:
        raise PreferencesError(f"Preferences cannot be saved in “{target}”: {error.strerror}.") from None
