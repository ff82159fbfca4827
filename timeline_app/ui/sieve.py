"""Filtering many events without keeping the window waiting: the thin shell around ``sifting.sift``.

Few events are sifted at once, many in a thread of its own; a result that is no longer asked for is dropped.
"""

from __future__ import annotations

from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from functools import cached_property

from PySide6.QtCore import QObject, Qt, Signal

from timeline_app.layout.columns import OPEN_FUTURE, Columns
from timeline_app.layout.lanes import Lane
from timeline_app.layout.solids import solids
from timeline_app.session.grouping import Grouping, grouped
from timeline_app.session.lanes import LaneChoice
from timeline_app.ui.shown import Shown
from timeline_app.ui.sifting import Base, Filter, Period, Sifted, sift

AT_ONCE = 20_000  # events that are sifted within a frame
_TAKEN_AHEAD = 2_000_000  # of more than so many a filter takes seconds in any case, and memory is dear


def _look_ahead(base: Base, shown: Columns) -> None:
    """Find out what the next filter and the next fold would have to wait for."""
    if not base.columns.has_orders:
        base.columns.look_ahead()
        if len(base.columns) <= _TAKEN_AHEAD:
            _take_memory(base)
    solids(shown)


def _take_memory(base: Base) -> None:
    """Take nearly everything for nobody, and once more beside it, as one filter follows another.

    Memory comes to a process page by page, which the first filters would wait for, and is then kept.
    """
    starts = base.columns.earliest
    nearly = Filter(frozenset(), period=Period(int(starts[len(starts) // 8]), OPEN_FUTURE))
    _ = sift(base, nearly), sift(base, nearly)


Worked = tuple[Sifted, LaneChoice, tuple[Lane, ...]]


def _worked_out(base: Base, wanted: Filter, grouping: Grouping | None, choice: LaneChoice) -> Worked:
    sifted = sift(base, wanted).prepare()
    return sifted, choice, grouped(grouping, choice, sifted.columns, sifted.rows)


class Sieve(QObject):
    """``sifted`` tells that ``shown`` shows other events now."""

    sifted = Signal()
    _ready = Signal(object)

    def __init__(self, shown: Shown, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._shown = shown
        self._future: Future[Worked] | None = None
        self._ready.connect(self._take, Qt.ConnectionType.QueuedConnection)

    @property
    def busy(self) -> bool:
        """Whether a result is still to come."""
        return self._future is not None

    def show(self, wanted: Filter) -> None:
        """Show what a filter leaves, now or as soon as that is worked out."""
        if self._is_quick:
            self._shown.show(wanted)
            self.sifted.emit()
            return
        self._shown.ask(wanted)
        self._begin()

    def group(self, choice: LaneChoice) -> None:
        """Show the events in these lanes, now or as soon as that is worked out."""
        self._shown.ask_lanes(choice)
        if self._is_quick:
            self._shown.show(self._shown.filter)
            self.sifted.emit()
            return
        self._shown.ask(self._shown.filter)
        self._begin()

    @property
    def _is_quick(self) -> bool:
        return len(self._shown.base.events) <= AT_ONCE

    def _begin(self) -> None:
        """Work out in the thread what is asked for now."""
        shown = self._shown
        if self._future is not None:
            self._future.cancel()
        self._future = self._threads.submit(_worked_out, shown.base, shown.filter, shown.grouping, shown.choice)
        self._future.add_done_callback(self._ready.emit)

    def prepare(self) -> None:
        """Find out meanwhile what the first filter and the next fold would have to wait for."""
        base, shown = self._shown.base, self._shown.columns
        if len(base.columns) > AT_ONCE:
            self._threads.submit(_look_ahead, base, shown)

    def close(self) -> None:
        """End the thread; nothing is told any more."""
        self._future = None
        if "_threads" in self.__dict__:
            self._threads.shutdown(cancel_futures=True)

    @cached_property
    def _threads(self) -> ThreadPoolExecutor:
        return ThreadPoolExecutor(2, "sieve")  # one filters while the other looks ahead

    def _take(self, future: Future[Worked]) -> None:
        """Show a result in the window's own thread, if it is the one that is waited for."""
        if future is not self._future:
            return
        self._future = None
        try:
            taken = self._shown.take(*future.result())
        except CancelledError:
            return
        if taken:
            self.sifted.emit()
            self.prepare()
