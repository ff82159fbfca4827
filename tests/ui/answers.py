"""Answers to dialogs that wait for one, for tests."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog

Dialog = TypeVar("Dialog", bound=QDialog)


@contextmanager
def answering(kind: type[Dialog], answer: Callable[[Dialog], None]) -> Iterator[list[Dialog]]:
    """Answer the next dialog of a kind; the list holds it once it was seen."""
    seen: list[Dialog] = []

    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, kind):
            seen.append(dialog)
            timer.stop()
            answer(dialog)

    timer = QTimer(interval=10)
    timer.timeout.connect(look)
    timer.start()
    yield seen
    timer.stop()
