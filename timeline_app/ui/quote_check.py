"""Checks every quote against its document, and every document's file, in idle moments; the window goes on meanwhile."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from time import perf_counter

from PySide6.QtCore import QObject, QTimer, Signal

from timeline_app.model.document import DocumentId, Integrity
from timeline_app.session.integrity import Checked, OriginalState, check
from timeline_app.session.session import Session, UnknownRecordError
from timeline_app.storage.project import ProjectError

MOST_KEPT = 1_000  # quotes that are not exact, of which more than the number is remembered
_SLICE = 0.005  # seconds of work before the window has its turn
_PAUSE, _HASTE = 60, 5  # ms between; while somebody waits for the answer


@dataclass(slots=True)
class Outcome:
    """How many quotes were found how well, the first that do not stand as they did, and whose file is another now."""

    counts: Counter[Integrity] = field(default_factory=Counter)
    others: list[Checked] = field(default_factory=list)
    changed: list[DocumentId] = field(default_factory=list)
    gone: list[DocumentId] = field(default_factory=list)

    @property
    def is_sound(self) -> bool:
        """Whether every quote has its words, and no file is another."""
        return not (self.counts[Integrity.CHANGED] or self.counts[Integrity.MISSING] or self.changed)


class QuoteCheck(QObject):
    """``done`` carries the ``Outcome``; a check that is begun anew, or whose project was left, says nothing."""

    done = Signal(object)

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._work: Iterator[None] | None = None
        self._outcome = Outcome()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._go_on)

    @property
    def is_running(self) -> bool:
        """Whether it is at work."""
        return self._work is not None

    def begin(self, *, hurried: bool = False) -> None:
        """Check everything from the start; ``hurried`` while somebody waits for it."""
        self._outcome = Outcome()
        self._work = self._steps(self._outcome)
        self._timer.start(_HASTE if hurried else _PAUSE)

    def stop(self) -> None:
        """Check no more."""
        self._work = None
        self._timer.stop()

    def _go_on(self) -> None:
        until = perf_counter() + _SLICE
        try:
            while self._work is not None and perf_counter() < until:
                next(self._work)
        except StopIteration:
            self.stop()
            self.done.emit(self._outcome)
        except (ProjectError, UnknownRecordError):  # the project is damaged or another; what it shows is said elsewhere
            self.stop()

    def _steps(self, outcome: Outcome) -> Iterator[None]:
        for document in self._session.documents:
            state = self._session.original_state(document.id)
            if state in {OriginalState.CHANGED, OriginalState.GONE}:
                (outcome.changed if state is OriginalState.CHANGED else outcome.gone).append(document.id)
            yield
        for found in check(self._session):
            outcome.counts[found.integrity] += 1
            if found.integrity is not Integrity.EXACT and len(outcome.others) < MOST_KEPT:
                outcome.others.append(found)
            yield


def in_words(outcome: Outcome) -> str:
    """How the quotes stand, in a sentence."""
    total, exact = outcome.counts.total(), outcome.counts[Integrity.EXACT]
    if not total:
        return "There are no quotes to check."
    if total == exact:
        return f"All {total:,} quotes stand exactly where they did." if total > 1 else "The one quote stands as it did."
    others = [
        f"{number:,} {one if number == 1 else many}"
        for kind, one, many in (
            (Integrity.MOVED, "stands elsewhere in its document", "stand elsewhere in their document"),
            (Integrity.CHANGED, "has other words now", "have other words now"),
            (Integrity.MISSING, "is missing", "are missing"),
        )
        if (number := outcome.counts[kind])
    ]
    stand = "stands" if exact == 1 else "stand"
    return f"Of {total:,} quotes {exact:,} {stand} exactly as before, {', '.join(others)}."
