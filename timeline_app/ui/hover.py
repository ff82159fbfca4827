"""What the pointer rests on, said beside it after a moment; gone as soon as the pointer is elsewhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, QPointF, QTimer
from PySide6.QtWidgets import QToolTip, QWidget

PAUSE = 400  # ms
_STAYS = 20_000  # ms


class Hover(QObject):
    """Asks ``words_at`` for rich text when the pointer has rested on ``widget``."""

    def __init__(self, widget: QWidget, words_at: Callable[[QPointF], str]) -> None:
        super().__init__(widget)
        self._widget, self._words_at = widget, words_at
        self._at = QPointF()
        self._said = ""
        self._rest = QTimer(self, interval=PAUSE, singleShot=True)
        self._rest.timeout.connect(self._say)

    @property
    def said(self) -> str:
        """What is said now; "" for nothing."""
        return self._said

    def point(self, at: QPointF) -> None:
        """The pointer is here now."""
        self._at = at
        if self._said and self._words_at(at) != self._said:
            self.stop()
        if not self._said:
            self._rest.start()

    def stop(self) -> None:
        """Say nothing more."""
        self._rest.stop()
        if self._said:
            self._said = ""
            QToolTip.hideText()

    def _say(self) -> None:
        self._said = self._words_at(self._at)
        if self._said:
            beside = self._widget.mapToGlobal(self._at.toPoint() + QPoint(2, 2))
            QToolTip.showText(beside, f"<qt>{self._said}</qt>", self._widget, self._widget.rect(), _STAYS)
