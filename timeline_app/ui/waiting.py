"""Work that takes seconds, done in another thread while the window goes on being painted and takes no input."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import TypeVar

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

Result = TypeVar("Result")

_ASKED_EVERY = 20  # milliseconds
_INPUT = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.KeyRelease,
        QEvent.Type.Shortcut,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseButtonRelease,
        QEvent.Type.MouseButtonDblClick,
        QEvent.Type.Wheel,
        QEvent.Type.ContextMenu,
        QEvent.Type.Drop,
        QEvent.Type.Close,
    }
)


def beside(work: Callable[[], Result]) -> Result:
    """What ``work`` gives, or raises. It runs in a thread of its own; what is typed or clicked meanwhile is dropped."""
    deaf = _Deaf()
    loop = QEventLoop()
    timer = QTimer()
    with ThreadPoolExecutor(1) as pool:
        future = pool.submit(work)
        timer.timeout.connect(lambda: loop.quit() if future.done() else None)
        timer.start(_ASKED_EVERY)
        application = QGuiApplication.instance()
        if application is not None:
            application.installEventFilter(deaf)
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            loop.exec()
        finally:
            timer.stop()
            QGuiApplication.restoreOverrideCursor()
            if application is not None:
                application.removeEventFilter(deaf)
        return future.result()


class _Deaf(QObject):
    """Lets nothing through that a person does."""

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Whether the event is dropped."""
        if event.type() == QEvent.Type.Close:
            event.ignore()
        return event.type() in _INPUT
