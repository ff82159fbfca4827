"""The slim bar over the timeline: "7 proposed events from 1 document · Review · Accept all · ×".

While one walks through the proposals it says how far one has come, what to mind about the event that is looked at, and
which keys decide on it.
"""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QToolButton, QWidget

from timeline_app.session.review import Progress
from timeline_app.ui.elided_label import ElidedLabel
from timeline_app.ui.links import link
from timeline_app.ui.wording import counted


class ReviewBar(QFrame):
    """Hidden when nothing waits for a decision or when it was closed."""

    review_asked = Signal()
    accept_asked = Signal()
    reject_asked = Signal()
    later_asked = Signal()
    edit_asked = Signal()
    accept_all_asked = Signal()
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("review_bar")
        self.setAccessibleName("Proposed events")
        self._text, self._doubts = QLabel(self), ElidedLabel(self)
        self._doubts.setProperty("role", "doubt")
        self.review = self._link("Review", "Go through the proposed events one by one", self.review_asked)
        self._decisions = (
            self._link("Accept", "Accept this event and go on (A)", self.accept_asked),
            self._link("Reject", "Reject this event and go on (R)", self.reject_asked),
            self._link("Later", "Leave it for later and go on (S)", self.later_asked),
            self._link("Edit", "Edit this event (E)", self.edit_asked),
        )
        self.accept_all = self._link("Accept all", "Accept every proposed event that is shown", self.accept_all_asked)
        self.close_link = self._link("×", "Close this bar", self.closed)
        self._arrange()
        self.hide()

    @property
    def sentence(self) -> str:
        """What it says."""
        return " · ".join(part for part in (self._text.text(), self._doubts.full_text) if part)

    @property
    def is_walking(self) -> bool:
        """Whether it offers decisions on one event."""
        return not self._decisions[0].isHidden()

    def show_waiting(self, waiting: int, documents: int, stopped: Progress | None) -> None:
        """Show how many proposed events of how many documents there are, and how far a walk came before."""
        events, sources = counted(waiting, "proposed event"), counted(documents, "document")
        self._text.setText(f"{events} from {sources}")
        self._doubts.setText(_looked(stopped) if stopped and stopped.looked else "")
        self.review.setText("Go on" if stopped else "Review")
        self.review.setToolTip(
            "Go on where the review was stopped" if stopped else "Go through them one by one (Ctrl+R)"
        )
        self.review.setAccessibleName(self.review.toolTip())
        self._show(walking=False)

    def show_walk(self, progress: Progress, doubts: str) -> None:
        """Show how far the walk has come, and what to mind about the event that is looked at."""
        self._text.setText(_looked(progress))
        self._doubts.setText(doubts)
        self._show(walking=True)

    def show_shown(self, shown: int, waiting: int) -> None:
        """Say how many of those that wait are shown, so that nothing hidden is accepted unseen."""
        self.accept_all.setText("Accept all" if shown == waiting else f"Accept {shown:,} shown")
        self.accept_all.setEnabled(shown > 0)

    def _show(self, *, walking: bool) -> None:
        self.review.setVisible(not walking)
        for button in self._decisions:
            button.setVisible(walking)
        tip = "Stop here; go on later" if walking else "Close this bar"
        self.close_link.setToolTip(tip)
        self.close_link.setAccessibleName(tip)

    def _arrange(self) -> None:
        layout = QHBoxLayout(self)
        layout.setContentsMargins(15, 0, 8, 0)
        layout.setSpacing(0)
        layout.addWidget(self._text)
        layout.addSpacing(10)
        layout.addWidget(self._doubts, 1)
        for button in (self.review, *self._decisions):
            layout.addWidget(button)
        layout.addWidget(QLabel("·", self))
        layout.addWidget(self.accept_all)
        layout.addWidget(QLabel("·", self))
        layout.addWidget(self.close_link)

    def _link(self, text: str, tip: str, asked: SignalInstance) -> QToolButton:
        made = link(text, tip, self)
        made.clicked.connect(asked)
        return made


def _looked(progress: Progress) -> str:
    off = f", {progress.put_off:,} left for later" if progress.put_off else ""
    return f"{progress.looked:,} of {progress.total:,} looked at{off}"
