"""Puts all events in order by their words without keeping the window waiting: the thin shell around ``order``.

Words are read a few thousand at a time between two turns of the window, for the project belongs to its thread, and
sorted in a thread of their own. While an answer is out of date the one before it serves.
"""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import cached_property

import numpy as np
from numpy.typing import NDArray
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from timeline_app.session.session import Session
from timeline_app.storage.sort_words import Words
from timeline_app.ui.table.order import collated, ranks_by_number

AT_ONCE = 20_000  # events whose words are put in order within a moment
_CHUNK = 5_000

ByNumber = NDArray[np.int32]


class Ranker(QObject):
    """``begun`` tells that ranks take a while, ``ready`` that those that were last asked for are there."""

    begun = Signal()
    ready = Signal()
    _sorted = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._known: dict[Words, ByNumber] = {}
        self._fresh: set[Words] = set()
        self._wanted: Words | None = None
        self._chunks: list[tuple[NDArray[np.int64], NDArray[np.bytes_]]] = []
        self._after = 0
        self._future: Future[ByNumber] | None = None
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._read_on)
        self._sorted.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether an answer is still to come."""
        return self._wanted is not None

    def of(self, which: Words) -> ByNumber | None:
        """The ranks by number as far as they are known; ``ready`` tells when there are better ones."""
        if which not in self._fresh and self._wanted is not which:
            self._begin(which)
        return self._known.get(which)

    def forget(self, *, known: bool = False) -> None:
        """The events have changed; with ``known`` they are others altogether."""
        self._stop()
        self._fresh.clear()
        if known:
            self._known.clear()

    def close(self) -> None:
        """End the thread; nothing is told any more."""
        self._stop()
        if "_threads" in self.__dict__:
            self._threads.shutdown(cancel_futures=True)

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(1, "ranker")

    def _begin(self, which: Words) -> None:
        self._stop()
        self._after, self._chunks = 0, []
        if len(self._session.catalogue) > AT_ONCE:
            self._wanted = which
            self._turn.start()
            self.begun.emit()
            return
        while self._read(which):
            pass
        self._keep(which, _ranked(self._chunks))

    def _stop(self) -> None:
        self._turn.stop()
        self._wanted = self._future = None

    def _read(self, which: Words) -> bool:
        """Read some more; whether there may be others."""
        rows = self._session.sort_words(which, self._after, _CHUNK)
        if rows:
            numbers, words = zip(*rows, strict=True)
            self._chunks.append((np.array(numbers, dtype=np.int64), collated(words)))
            self._after = numbers[-1]
        return len(rows) == _CHUNK

    def _read_on(self) -> None:
        if self._wanted is not None and not self._read(self._wanted):
            self._turn.stop()
            self._future = self._threads.submit(_ranked, self._chunks)
            self._future.add_done_callback(self._sorted.emit)

    def _take(self, future: Future[ByNumber]) -> None:
        """Keep a result in the window's own thread, if it is the one that is waited for."""
        if future is not self._future or self._wanted is None:
            return
        try:
            ranks = future.result()
        except CancelledError:
            return
        which, self._wanted, self._future = self._wanted, None, None
        self._keep(which, ranks)
        self.ready.emit()

    def _keep(self, which: Words, ranks: ByNumber) -> None:
        self._known[which] = ranks
        self._fresh.add(which)
        self._chunks = []


def _ranked(chunks: list[tuple[NDArray[np.int64], NDArray[np.bytes_]]]) -> ByNumber:
    numbers = [numbers for numbers, _ in chunks] or [np.zeros(0, dtype=np.int64)]
    keys = [keys for _, keys in chunks] or [collated(())]
    return ranks_by_number(np.concatenate(numbers), np.concatenate(keys))
