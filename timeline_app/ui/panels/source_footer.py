"""The foot of the source panel: step through the events and decide on the one that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from timeline_app.model.event import Event, Status
from timeline_app.ui.requests import Requests
from timeline_app.ui.wording import counted

_REJECT = "This is no event, or not its date"


class SourceFooter(QFrame):
    """Previous and next, "4 of 7", Accept and Reject."""

    def __init__(self, requests: Requests, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("source_footer")
        self._requests = requests
        self._events: Sequence[Event] = ()
        self._is_rejected = False
        self._place = QLabel(self)
        self._place.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._place.setMinimumWidth(64)
        self._previous = self._button("◂", "Previous event", lambda: requests.step.emit(-1))
        self._next = self._button("▸", "Next event", lambda: requests.step.emit(1))
        self.accept = self._button("Accept", "This event happened as shown", self._accept)
        self.reject = self._button("Reject", _REJECT, self._reject)
        self.accept.setProperty("role", "primary")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 11, 20, 11)
        layout.setSpacing(8)
        layout.addWidget(self._previous)
        layout.addWidget(self._place)
        layout.addWidget(self._next)
        layout.addStretch(1)
        layout.addWidget(self.accept)
        layout.addWidget(self.reject)

    def show_event(self, event: Event | None, place: int, total: int) -> None:
        """Show where the event stands, counted from 1 (0 without one), and what was decided about it."""
        self._events = (event,) if event else ()
        self._place.setText(f"{place:,} of {total:,}" if event else counted(total, "event"))
        self._previous.setEnabled(total > 0)
        self._next.setEnabled(total > 0)
        status = event.status if event else None
        self.accept.setText("Accepted" if status is Status.ACCEPTED else "Accept")
        self._offer_to_reject(rejected=status is Status.REJECTED)
        self.accept.setEnabled(status not in {None, Status.ACCEPTED})
        self.reject.setEnabled(status is not None)

    def show_picked(self, picked: Sequence[Event], left: set[Status]) -> None:
        """Decide on all of these together, whose statuses are ``left``; on the one that is shown if there are none.

        They are looked up when something is decided, for they may be very many.
        """
        if not picked:
            return
        self._events = picked
        self._place.setText(f"{len(picked):,} selected")
        self.accept.setText("Accept all")
        self._offer_to_reject(rejected=False)
        self.reject.setText("Reject all")
        self.accept.setEnabled(left != {Status.ACCEPTED})
        self.reject.setEnabled(left != {Status.REJECTED})

    def _offer_to_reject(self, *, rejected: bool) -> None:
        """Offer to reject, or to take that back."""
        self._is_rejected = rejected
        self.reject.setText("Propose Again" if rejected else "Reject")
        self.reject.setToolTip("It was rejected; let it wait for a decision again" if rejected else _REJECT)
        self.reject.setAccessibleName(self.reject.text())

    def _accept(self) -> None:
        if self._events:
            self._requests.accept.emit(tuple(event.id for event in self._events))

    def _reject(self) -> None:
        if self._events:
            asked = self._requests.propose if self._is_rejected else self._requests.reject
            asked.emit(tuple(event.id for event in self._events))

    def _button(self, text: str, tip: str, asked: object) -> QPushButton:
        button = QPushButton(text, self)
        button.setToolTip(tip)
        button.setAccessibleName(tip if text in {"◂", "▸"} else text)
        button.clicked.connect(asked)
        return button
