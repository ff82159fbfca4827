"""Which time events have to touch to be shown: a date or a range as people write it, or what the view shows."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from timeline_app.extraction.dates_by_hand import read_date
from timeline_app.layout.columns import OPEN_FUTURE, OPEN_PAST
from timeline_app.model.temporal import parse_edtf
from timeline_app.model.wording import in_words
from timeline_app.ui.links import fine_link
from timeline_app.ui.panels.headed import headed
from timeline_app.ui.sifting import Period

PAUSE = 250  # ms without a key before the reading is shown


def period_of(words: str) -> Period:
    """The time that words say, open ends reaching as far as there is time.

    Raises:
        ValueError: they say none; the message is a sentence.

    """
    value = read_date(words)
    start = OPEN_PAST if value.earliest is None else value.earliest
    return Period(start, OPEN_FUTURE if value.latest is None else value.latest, value.edtf)


class PeriodGroup(QWidget):
    """``asked`` carries the period, None for all; ``view_asked`` says that what is in view is meant."""

    asked = Signal(object)
    view_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Period filter")
        self.field = QLineEdit(self)
        self.field.setObjectName("period_field")
        self.field.setAccessibleName("Period")
        self.field.setPlaceholderText("e.g. 1914–1918")
        self._reading = QLabel(self)
        self._reading.setProperty("role", "muted")
        self._reading.setWordWrap(True)
        self._all = fine_link("all", "All: Period", self)
        self._view = fine_link("what is in view", "Period in view", self)
        self._pause = QTimer(self, interval=PAUSE, singleShot=True)
        self._arrange()
        self._pause.timeout.connect(self._read)
        self.field.textEdited.connect(self._pause.start)
        self.field.returnPressed.connect(self._give)
        self._all.clicked.connect(lambda: self.asked.emit(None))
        self._view.clicked.connect(self.view_asked)

    def show_period(self, period: Period | None) -> None:
        """Show which one is asked for."""
        self._all.setVisible(period is not None)
        if not self.field.hasFocus() or period is None or period.edtf:
            self.field.setText(in_words(parse_edtf(period.edtf)) if period and period.edtf else "")
        self._say("what is in view now was chosen" if period and not period.edtf else "")

    def _read(self) -> None:
        """Say how what is being typed would be read."""
        text = self.field.text().strip()
        try:
            self._say(f"= {in_words(read_date(text))}, Enter" if text else "")
        except ValueError:
            self._say("")

    def _give(self) -> None:
        self._pause.stop()
        text = self.field.text().strip()
        try:
            self.asked.emit(period_of(text) if text else None)
        except ValueError as error:
            self._say(str(error))

    def _say(self, words: str) -> None:
        self._reading.setText(words)
        self._reading.setVisible(bool(words))

    def _arrange(self) -> None:
        layout = headed(self, "Period", self._all, spacing=4)
        for widget in (self.field, self._reading, self._view):
            layout.addWidget(widget)
        self._all.hide()
        self._reading.hide()
