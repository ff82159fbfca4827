"""The history as people read it: newest step first, under headings of days, in the time of this computer. No Qt.

``Steps`` follows a session's history by what is new in it, so that a long one costs as little as a short one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Container, Iterable, Iterator
from datetime import date, datetime

from timeline_app.model.wording import MONTHS, WEEKDAYS
from timeline_app.session.session import Session
from timeline_app.storage.project import Step

_NAMED = re.compile("“.*”")  # from the first to the last: titles quote, too
START = "Before the first step"
Row = Step | date | str
COLUMNS = ("step", "when", "what", "who", "origin", "state")


class Steps:
    """The steps oldest first, and as rows newest first: each step, the day over those of a day.

    START is at the end, where undo goes back so far.
    """

    def __init__(self) -> None:
        self._steps: list[Step] = []
        self._days: list[date] = []
        self._firsts: list[int] = []  # of each day the place of its first step
        self.here = 0  # the id of the last step that is done
        self._has_start = False
        self.today = date.min  # the day on which it was followed last

    def __len__(self) -> int:
        return len(self._steps)

    def __iter__(self) -> Iterator[Step]:
        return (step._replace(done=self.is_done(step)) for step in self._steps)

    def follow(self, session: Session, *, anew: bool = False) -> None:
        """Read what is new: what comes after the last step that was done, and that one, which may have grown."""
        since = 0 if anew else self.here
        kept = 0 if anew else self._place(since)
        days = bisect_left(self._firsts, kept)
        del self._steps[kept:], self._days[days:], self._firsts[days:]
        for step in session.history_since(since):
            day = step.at.astimezone().date()
            if not self._days or self._days[-1] != day:
                self._days.append(day)
                self._firsts.append(len(self._steps))
            self._steps.append(step)
        self.here, self.today = session.here, session.today
        self._has_start = bool(self._steps) and not session.ground

    def is_done(self, step: Step) -> bool:
        """Whether a step is not undone."""
        return step.id <= self.here

    @property
    def row_count(self) -> int:
        """How many rows there are."""
        return len(self._steps) + len(self._days) + self._has_start

    def row(self, number: int) -> Row:
        """What stands in a row."""
        if number == len(self._steps) + len(self._days):
            return START
        back = bisect_right(range(len(self._days)), number, key=self._row_of_day) - 1
        below = number - self._row_of_day(back)
        return self._steps[self._end(back) - below] if below else self._days[-1 - back]

    def _row_of_day(self, back: int) -> int:
        """The row of the day so many days back from the last."""
        return len(self._steps) - self._end(back) + back

    def _end(self, back: int) -> int:
        """The place after the last step of the day so many days back."""
        return self._firsts[-back] if back else len(self._steps)

    def _place(self, step_id: int) -> int:
        """How many steps have smaller ids."""
        return bisect_left(self._steps, step_id, key=lambda step: step.id)


def day_in_words(day: date, today: date) -> str:
    """A day as people call it: "Today", "Yesterday", "Wednesday 30 March 2011"."""
    near = {0: "Today", 1: "Yesterday"}.get((today - day).days)
    return near or f"{WEEKDAYS[day.weekday()]} {day.day} {MONTHS[day.month - 1]} {day.year}"


def about(step: Step) -> str:
    """When, from whom, by hand or not: "14:32 · by hand · Ada"."""
    return " · ".join(part for part in (f"{step.at.astimezone():%H:%M}", str(step.origin), step.who) if part)


def publishable(steps: Iterable[Step], private: Container[int]) -> Iterator[Step]:
    """The steps as others may read them: labels of ``private`` ones name nothing."""
    return (step._replace(label=_NAMED.sub("“private”", step.label)) if step.id in private else step for step in steps)


def as_text(steps: Iterable[Step]) -> str:
    """A line for each step, oldest first."""
    return "\n".join(
        f"{_local(step.at)}  {step.label}  ({'' if step.done else 'undone, '}{', '.join(_whose(step))})"
        for step in steps
    )


def as_table(steps: Iterable[Step]) -> str:
    """Comma-separated values under a header, oldest first; times with their offset."""
    rows = (
        (str(step.id), step.at.astimezone().isoformat("T", "seconds"), step.label, step.who, str(step.origin),
         "done" if step.done else "undone")
        for step in steps
    )  # fmt: skip
    from timeline_app.exporters.grid import as_csv  # noqa: PLC0415 - loaded when used

    return as_csv([COLUMNS, *rows])


def _local(at: datetime) -> str:
    return f"{at.astimezone():%Y-%m-%d %H:%M:%S}"


def _whose(step: Step) -> tuple[str, ...]:
    return (str(step.origin), step.who) if step.who else (str(step.origin),)
