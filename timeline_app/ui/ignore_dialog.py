"""Which dates like a certain one are to be left out, where, and which events go with them, before any does."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLabel,
    QPushButton,
    QRadioButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from timeline_app.model.arrangement import IgnoreRule
from timeline_app.model.document import Document
from timeline_app.model.event import Event
from timeline_app.session import ignoring, likeness
from timeline_app.session.coverage import is_date
from timeline_app.session.session import Session
from timeline_app.ui.wording import counted, date_in_words, first_line

MOST_ROWS = 1_000
_QUOTE = 200  # code points of a quote in a row
_SHORT = 90  # code points of a rule's words on its button


class IgnoreDialog(QDialog):
    """``rule`` is the one that was chosen, ``events`` what it leaves out of what there is."""

    def __init__(
        self, session: Session, document: Document, rules: Sequence[IgnoreRule], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("ignore_dialog")
        self.setWindowTitle("Ignore Dates Like This")
        self.resize(680, 480)
        self._session, self._document, self._rules = session, document, tuple(rules)
        self._work: Iterator[tuple[Event, ...]] | None = None
        self.events: list[Event] = []
        self.kinds = QButtonGroup(self)
        self.scope = QComboBox(self)
        self.scope.setAccessibleName("Where")
        self.scope.addItem("In this document", document.id)
        self.scope.addItem(f"In the whole project ({counted(len(session.documents), 'document')})", None)
        self._said = QLabel(self)
        self._said.setWordWrap(True)
        self.tree = _tree(self)
        self.go = QPushButton("Ignore", self)
        self.go.setProperty("role", "primary")
        self.go.setDefault(True)
        self._timer = QTimer(self, interval=0)
        self._arrange()
        self._timer.timeout.connect(self._look)
        self.kinds.idClicked.connect(self._begin)
        self.scope.currentIndexChanged.connect(self._begin)
        self._begin()

    @property
    def rule(self) -> IgnoreRule:
        """What is to be ignored, and where."""
        return replace(self._rules[self.kinds.checkedId()], document=self.scope.currentData())

    @property
    def sentence(self) -> str:
        """What is said about the choice."""
        return self._said.text()

    def _begin(self) -> None:
        """Look for the events that go, a document at a time."""
        self.events = []
        self.tree.clear()
        self._work = self._found(self.rule)
        self._timer.start()
        self._say(looking=True)

    def _found(self, rule: IgnoreRule) -> Iterator[tuple[Event, ...]]:
        session, seen = self._session, set[str]()
        for document in session.documents:
            if ignoring.may_hold(rule, document):
                left_out = ignoring.left_out([rule], session.events_citing(document.id), session.document)
                fresh = tuple(event for event in left_out if event.id not in seen)
                seen.update(event.id for event in fresh)
                yield fresh

    def _look(self) -> None:
        found = next(self._work, None) if self._work else None
        if found is None:
            self._timer.stop()
        else:
            for event in found[: MOST_ROWS - self.tree.topLevelItemCount()]:
                self.tree.addTopLevelItem(_row(event))
            self.events += found
        self._say(looking=found is not None)

    def _say(self, *, looking: bool) -> None:
        number = len(self.events)
        self.go.setEnabled(not looking)
        self.go.setText(f"Ignore {counted(number, 'Event')}" if number else "Ignore from Now On")
        words = f"{counted(number, 'proposed event')} {'goes' if number == 1 else 'go'}" if number else self._none()
        self._said.setText(
            "Looking…"
            if looking
            else f"{words}. What you accepted, edited or dated stays; later documents are treated so too."
        )

    def _none(self) -> str:
        """No event goes; but dates may be like this that date none."""
        dates = filter(is_date, self._session.tagging(self._document.id).expressions)
        number = sum(likeness.is_like(self.rule, self._document, timex.span) for timex in dates)
        return f"{counted(number, 'date')} here {'is' if number == 1 else 'are'} like this, but no proposed event goes"

    def _arrange(self) -> None:
        layout = QVBoxLayout(self)
        for number, rule in enumerate(self._rules):
            words = likeness.in_words(rule)
            button = QRadioButton(_shortened(f"Dates {words}").replace("&", "&&"), self)
            button.setToolTip(words)
            button.setChecked(number == 0)
            self.kinds.addButton(button, number)
            layout.addWidget(button)
        self.kinds.button(0).setFocus()
        buttons = QDialogButtonBox(self)
        buttons.addButton(self.go, QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(QDialogButtonBox.StandardButton.Cancel)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        for widget in (self.scope, self._said, self.tree, buttons):
            layout.addWidget(widget)


def _tree(parent: QWidget) -> QTreeWidget:
    tree = QTreeWidget(parent)
    tree.setAccessibleName("Events that go")
    tree.setHeaderLabels(["Event", "Date", "Words"])
    tree.setRootIsDecorated(False)
    tree.setUniformRowHeights(True)
    tree.header().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
    tree.setColumnWidth(0, 230)
    tree.setColumnWidth(1, 150)
    return tree


def _row(event: Event) -> QTreeWidgetItem:
    quote = first_line(event, _QUOTE)
    row = QTreeWidgetItem([event.title, date_in_words(event), quote])
    row.setToolTip(0, event.title)
    row.setToolTip(2, quote)
    row.setTextAlignment(1, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return row


def _shortened(words: str) -> str:
    return words if len(words) <= _SHORT else f"{words[: _SHORT - 1].rstrip()}…"
