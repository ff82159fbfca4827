"""A dialog that says how far something has come, and can end it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QProgressDialog, QWidget

_Each = TypeVar("_Each")
_EVERY = 250  # that are done between two looks at the dialog
_PATIENCE = 700  # ms before it is shown


class CancelledError(Exception):
    """The user ended it; the message is a whole sentence."""


@contextmanager
def progress(words: str, total: int, parent: QWidget) -> Iterator[Callable[[Iterable[_Each]], Iterator[_Each]]]:
    """What goes through the function that this gives is counted; nothing else can be done meanwhile.

    Raises:
        CancelledError: from the iterator, when the user does not want to wait.

    """
    dialog = QProgressDialog(words, "Cancel", 0, total, parent)
    dialog.setWindowModality(Qt.WindowModality.WindowModal)
    dialog.setMinimumDuration(_PATIENCE)

    def follow(found: Iterable[_Each]) -> Iterator[_Each]:
        for number, each in enumerate(found):
            if number % _EVERY == 0:
                dialog.setValue(number)
                if dialog.wasCanceled():
                    raise CancelledError(f"{words.rstrip('…')} was cancelled; nothing was kept of it.")
            yield each

    try:
        yield follow
    finally:
        dialog.close()
        dialog.deleteLater()
