"""Which Latin letter stands on a key where the keyboard writes another script, by the place of the key.

Scan codes: evdev's, which on X11 and Wayland come with 8 added, and which for letters are the PC's set 1 that Windows
tells. On macOS Qt tells virtual keys, Apple's ``kVK_ANSI_*``. The places are those of a US keyboard.
"""

from __future__ import annotations

import sys

from PySide6.QtCore import QKeyCombination, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

_PC = {
    **dict(zip(range(16, 26), "QWERTYUIOP", strict=True)),
    **dict(zip(range(30, 39), "ASDFGHJKL", strict=True)),
    **dict(zip(range(44, 51), "ZXCVBNM", strict=True)),
}
_MAC = dict(
    zip(
        (0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 11, 12, 13, 14, 15, 16, 17, 31, 32, 34, 35, 37, 38, 40, 45, 46),
        "ASDFHGZXCVBQWERYTOUIPLJKNM",
        strict=True,
    )
)
_FIRST_OTHER_SCRIPT, _LAST_OTHER_SCRIPT = 0x370, 0xFFFF  # code points from Greek on; Qt's special keys lie above


def by_place(event: QKeyEvent, platform: str = "") -> QKeySequence | None:
    """The key as if the keyboard wrote Latin; None where it does, or where no letter stands on the key."""
    if not _FIRST_OTHER_SCRIPT <= event.key() <= _LAST_OTHER_SCRIPT:
        return None
    letter = _letter(event, platform or sys.platform)
    return QKeySequence(QKeyCombination(event.modifiers(), Qt.Key(ord(letter)))) if letter else None


def _letter(event: QKeyEvent, platform: str) -> str | None:
    if platform == "darwin":
        return _MAC.get(event.nativeVirtualKey())
    return _PC.get(event.nativeScanCode() - (0 if platform == "win32" else 8))
