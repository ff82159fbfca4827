"""The window: the timeline in the middle, panels beside it, bars around. It puts together; ``commands`` decides."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Protocol

import numpy as np
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeyEvent, QPaintEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QVBoxLayout, QWidget

from timeline_app.model.document import Document
from timeline_app.render.theme import Theme
from timeline_app.session.preferences import Preferences
from timeline_app.session.session import Session
from timeline_app.session.topics import Topic
from timeline_app.ui.actions import Actions
from timeline_app.ui.commands import Commands
from timeline_app.ui.commands.documents import local_paths
from timeline_app.ui.filter_bar import FilterBar
from timeline_app.ui.job_reports import JobReports
from timeline_app.ui.measure_bar import MeasureBar
from timeline_app.ui.menus import Where
from timeline_app.ui.message_bar import MessageBar
from timeline_app.ui.middle import Middle
from timeline_app.ui.offer_bar import Choice, OfferBar
from timeline_app.ui.overview_strip import OverviewStrip
from timeline_app.ui.panels import PANELS, Panel, Side
from timeline_app.ui.panels.source import SourcePanel
from timeline_app.ui.physical_keys import by_place
from timeline_app.ui.places import Panes, Places
from timeline_app.ui.project_questions import ProjectQuestions
from timeline_app.ui.projects import Projects
from timeline_app.ui.remembered import Remembered
from timeline_app.ui.requests import Requests
from timeline_app.ui.review_bar import ReviewBar
from timeline_app.ui.scale_row import ScaleRow
from timeline_app.ui.search import SearchField
from timeline_app.ui.shown import Shown
from timeline_app.ui.side import SideColumn
from timeline_app.ui.sieve import Sieve
from timeline_app.ui.stage import Stage
from timeline_app.ui.state import State, state_of
from timeline_app.ui.status import Status
from timeline_app.ui.style import apply_theme, icon, theme_for
from timeline_app.ui.table.view import ChronologyView
from timeline_app.ui.toolbar import Toolbar
from timeline_app.ui.undated_shelf import UndatedShelf
from timeline_app.ui.wiring import connect, connect_canvas
from timeline_app.ui.wording import empty_words, event_in_words, range_in_words, status_text

if TYPE_CHECKING:
    from timeline_app.layout.scene import Marker
    from timeline_app.ui.canvas import TimelineCanvas

NOTE = 4000  # ms a note stays in the status line


class Themed(Protocol):
    """What takes colours from the theme itself."""

    def set_theme(self, theme: Theme) -> None:
        """Take the theme's colours."""


class MainWindow(QMainWindow):
    """Everything a user sees of one session. Close it to end its workers."""

    def __init__(self, session: Session, reports: JobReports, preferences: Preferences) -> None:
        super().__init__()
        self.setAcceptDrops(True)
        self.session, self.reports = session, reports
        self.remembered = Remembered(self, preferences)
        self.theme = theme_for(preferences.theme)
        self._dress()  # before there is anything to be dressed anew
        self.shown = Shown(session)
        self.sieve = Sieve(self.shown, self)
        self.requests = Requests(self)
        self.stage = Stage(self.shown, self.theme, self)
        self.table = ChronologyView(session, self.shown, self.theme)
        self.questions = ProjectQuestions(self)
        self.commands = Commands(self)
        self.projects = Projects(self)
        self.search = SearchField()
        self.messages = MessageBar()
        self.offer = OfferBar("A draft left behind", _OPEN_DRAFT, _DISCARD_DRAFT)
        self.changed = OfferBar("Files that have changed", Choice("Read Again…", "Show what reading it again changes"))
        self.example = OfferBar("The example", Choice("Take It Off", "Put the example into the bin"))
        self.followers = OfferBar("Events that count from a changed date", _MOVE_TOO)
        self.review, self.scale_row = ReviewBar(), ScaleRow()
        self.filter_bar, self.measure_bar = FilterBar(), MeasureBar()
        self.shelf = UndatedShelf(self.requests)
        self.overview = OverviewStrip(self.stage, self.shown, self.theme)
        self.panels: dict[str, Panel] = {kind.id: kind.make(session, self.shown, self.requests) for kind in PANELS}
        self.status = Status(self)
        self.undated = 0  # events that wait on the shelf
        self._is_closed = False
        self._moves: tuple[object, ...] = ()
        self._note = QTimer(self, interval=NOTE, singleShot=True)
        self._note.timeout.connect(self.show_status)
        self.actions_table = Actions(self, self.commands)
        self.actions_table.act_in(self.table, Where.TABLE)
        self.toolbar = Toolbar(self.actions_table, self.search, self)
        self.splitter = Panes(self)
        self.sides = {
            side: SideColumn(tuple(kind for kind in PANELS if kind.side is side), self.panels, self) for side in Side
        }
        self.middle = Middle(self.scale_row, self.table, (self.overview,), self)
        self._places = Places(self, self.splitter, self.sides)
        self._arrange()
        connect(self)
        self._places.restore()
        self.middle.restore()
        self._unsubscribe = session.subscribe(self.refresh)
        self.wear_theme()
        self.remembered.show()
        self.offer_results(is_there=False, anew=False)
        self.stage.keeps = lambda: self.commands.views.beside
        self.refresh(*Topic)
        self.middle.place.setFocus()

    @cached_property
    def canvas(self) -> TimelineCanvas:
        """The timeline itself: made when the window has been painted, or when it is first asked for.

        What hosts it takes half of a start to load, and there is a text to read meanwhile.
        """
        from timeline_app.ui.canvas import TimelineCanvas  # noqa: PLC0415 - pyqtgraph

        canvas = TimelineCanvas(self.stage, self.theme)
        canvas.setMinimumSize(*_LEAST)
        canvas.wheel_scrolls = self.preferences.wheel_scrolls
        canvas.say_when_empty(self.middle.place.text())
        self.actions_table.act_in(canvas, Where.CANVAS)
        connect_canvas(canvas, self.commands)
        self.middle.hang(canvas)
        return canvas

    @property
    def hung(self) -> TimelineCanvas | None:
        """The timeline if it has been made."""
        return self.__dict__.get("canvas")

    # What it says about itself

    @property
    def preferences(self) -> Preferences:
        """What the user prefers."""
        return self.remembered.preferences

    @property
    def reviewing(self) -> bool:
        """Whether the bar of proposed events is there."""
        return not self.review.isHidden()

    @property
    def state(self) -> State:
        """What decides which actions can be done."""
        return state_of(self)

    @property
    def source_panel(self) -> SourcePanel:
        """The panel at the right."""
        panel = self.panels["source"]
        if not isinstance(panel, SourcePanel):
            raise TypeError(panel)
        return panel

    def wait_until_idle(self, seconds: float = 30.0) -> bool:
        """Go on until all is read and the timeline is there, but at most so long; whether it is."""
        _ = self.canvas
        until = monotonic() + seconds
        while self.busy and monotonic() < until:
            QApplication.processEvents()
            self.reports.wait(0.02)
        self.stage.glide.finish()
        QApplication.processEvents()
        return not self.busy

    @property
    def busy(self) -> bool:
        """Whether something is read, filtered or sought."""
        return self.reports.busy or self.sieve.busy or self.commands.finding.is_running

    # What changed

    def refresh(self, *topics: Topic) -> None:
        """Show what is different in the session now."""
        if Topic.PROJECT in topics:
            self.commands.upkeep.follow()
        if {Topic.PROJECT, Topic.HISTORY}.intersection(topics):
            self.projects.show()
        if {Topic.EVENTS, Topic.DOCUMENTS, Topic.PROJECT}.intersection(topics):
            self._follow_events(others=Topic.DOCUMENTS in topics)
        if {Topic.ARRANGEMENT, Topic.PROJECT}.intersection(topics):
            self._follow_hues()
            self.stage.set_eras(self.session.eras)
            self.commands.views.show_list()
        if Topic.SELECTION in topics:
            self._follow_selection()
        for topic in topics:
            for panel in self.panels.values():
                panel.refresh(topic)
            self.table.refresh(topic)
        self.refresh_actions()

    def _follow_events(self, *, others: bool) -> None:
        """Show the events there are now, of ``others`` than before, or of the same documents."""
        self.shown.follow()
        if others:
            self.commands.review.gather()
        self._show_events(fit=others)
        self.commands.finding.follow()
        self.commands.dependents.follow()
        self.commands.measuring.follow()

    def _follow_selection(self) -> None:
        if not self.shown.is_picked(self.session.selection):
            self.shown.pick(np.empty(0, dtype=np.intp))
        self.stage.select(self.session.selection)
        self._describe_selection()
        self.commands.review.follow_selection()
        self.commands.finding.show_place()

    def show_picked(self) -> None:
        """Show which events are selected together."""
        self.stage.show_picked()
        self.table.show_chosen()
        self.source_panel.refresh(Topic.SELECTION)
        self.refresh_actions()

    def refresh_actions(self) -> None:
        """Enable, check and name the actions."""
        self.actions_table.refresh(self.state)

    def _describe_selection(self) -> None:
        """Tell a screen reader what is selected."""
        selected = self.session.selection
        if self.hung:
            self.hung.setAccessibleDescription(event_in_words(self.session.event(selected)) if selected else "")
            self.hung.announcer.selected()

    def _show_events(self, *, fit: bool) -> None:
        documents = self.session.documents
        self.stage.set_markers(() if self.stage.is_empty else _markers(documents, self.session.clock))
        self.stage.set_eras(self.session.eras)
        self.stage.set_events(fit=fit)
        self.sieve.prepare()
        self._say_when_empty(empty_words(len(documents), self.undated, 0))
        self.scale_row.setEnabled(not self.stage.is_empty)
        undated = self.session.undated
        self.undated = len(undated)
        shelf_had_focus = self.shelf.isAncestorOf(QApplication.focusWidget() or self)
        self.shelf.show_events(undated, documents)
        if shelf_had_focus and self.shelf.isHidden():
            self.canvas.setFocus()
        self.commands.review.show()
        self.show_status()

    def show_sifted(self) -> None:
        """Show what a filter left."""
        self.stage.set_events(fit=False)
        self.commands.views.arrive()
        self.commands.measuring.follow()
        self.commands.review.show()
        self.show_status()
        for panel in self.panels.values():
            panel.refresh(Topic.EVENTS)
        self.table.refresh_shown()
        self.refresh_actions()

    def show_status(self) -> None:
        """Say what is shown, and what a filter hides."""
        shown, events = self.shown, len(self.shown.base.events)
        span = range_in_words(shown.ends)
        self.filter_bar.show_filter(shown.filter, len(shown.events), shown.sifted.total)
        self.status.show_text(status_text(len(shown.events), events, len(self.session.documents), span, shown.undated))

    def show_progress(self, done: int, total: int) -> None:
        """Say how much of what was asked for has been read."""
        self.status.show_progress(done, total)
        self._say_when_empty(empty_words(len(self.session.documents), self.undated, total))

    def _say_when_empty(self, words: str) -> None:
        """Write this in the middle while there is nothing else to be seen there."""
        self.middle.place.setText(words)
        if self.hung:
            self.hung.say_when_empty(words)

    def show_scale(self) -> None:
        """Say at which scale the view shows time."""
        self.scale_row.show_scale(self.stage.view.kind, "" if self.stage.is_empty else self.stage.scene.chip)
        moves = (self.stage.view.kind, self.stage.can_go_back, self.stage.can_go_on)
        if moves != self._moves:  # all else that actions depend on stays while the view moves
            self._moves = moves
            self.refresh_actions()

    # What was asked for

    def say(self, sentence: str) -> None:
        """Tell what went wrong."""
        self.messages.say(sentence)

    def note(self, sentence: str) -> None:
        """Tell what was done, for a moment."""
        self.status.show_text(sentence)
        self._note.start()

    def added(self, documents: list[Document]) -> None:
        """Remember files just opened, and offer their events for review."""
        self.commands.review.offer()
        self.remembered.opened(Path(document.path) for document in documents if document.path)

    def toggle_panel(self, name: str) -> None:
        """Show a panel, or hide its side if it is in front there."""
        side = self._side_of(name)
        is_there = side.front == name and not side.isHidden()
        side.bring(name)
        side.setVisible(not is_there)
        self.refresh_actions()

    def show_panel(self, name: str) -> None:
        """Bring a panel to the front of its side."""
        side = self._side_of(name)
        side.bring(name)
        side.setVisible(True)
        self.refresh_actions()

    def offer_results(self, *, is_there: bool, anew: bool) -> None:
        """Let the results of a search be seen; in front where one has just begun to search."""
        side = self._side_of("found")
        if anew and is_there:
            side.bring("found")
        side.offer("found", is_there=is_there)

    def _side_of(self, panel: str) -> SideColumn:
        return next(side for side in self.sides.values() if side.holds(panel))

    def next_pane(self, steps: int) -> None:
        """Put the focus into the next visible pane, around the end."""
        panes = [pane for pane in self._panes() if pane.isVisible()]
        focus = QApplication.focusWidget()
        here = next((i for i, pane in enumerate(panes) if pane is focus or (focus and pane.isAncestorOf(focus))), -1)
        panes[(here + steps) % len(panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _panes(self) -> tuple[QWidget, ...]:
        return (
            self.search,
            self.sides[Side.LEFT].focus(),
            self.canvas,
            self.table,
            self.shelf.toggle,
            self.overview,
            self.source_panel.text,
        )

    # Theme, preferences, files

    def wear_theme(self) -> None:
        """Take the colours the user or the system wants."""
        self.theme = self._wanted_theme()
        self._dress()
        self._spread_theme()

    def _dress(self) -> None:
        application = QApplication.instance()
        if isinstance(application, QApplication) and apply_theme(application, self.theme):
            application.setWindowIcon(icon("calendar-days", self.theme, "accent"))

    def _wanted_theme(self) -> Theme:
        """The theme with the hues of the user's own categories."""
        return theme_for(self.preferences.theme).with_categories(self.session.own_categories)

    def _follow_hues(self) -> None:
        """Take the hues of the categories that there are now."""
        wanted = self._wanted_theme()
        if wanted.categories != self.theme.categories:
            self.theme = wanted
            self._spread_theme()

    def _spread_theme(self) -> None:
        parts: tuple[Themed, ...] = (
            self.stage,
            *filter(None, (self.hung,)),
            self.table,
            self.overview,
            self.toolbar,
            *self.panels.values(),
        )
        for part in parts:
            part.set_theme(self.theme)

    # How it is put together

    def _arrange(self) -> None:
        self.addToolBar(self.toolbar)
        self.setStatusBar(self.status)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        centre = QWidget(self)
        column = QVBoxLayout(centre)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for part in (
            self.messages,
            self.offer,
            self.changed,
            self.example,
            self.followers,
            self.review,
            self.middle,  # what comes and goes stands under it, so that events stay where they are
            self.measure_bar,
            self.filter_bar,
            self.shelf,
            self.overview,
        ):
            column.addWidget(part, 1 if part is self.middle else 0)
        for widget in (self.sides[Side.LEFT], centre, self.sides[Side.RIGHT]):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.indexOf(widget), int(widget is centre))
        self.setCentralWidget(self.splitter)
        self.middle.place.setMinimumSize(*_LEAST)

    # What Qt tells it

    def showEvent(self, event: QShowEvent) -> None:
        """First of all it is to be seen."""
        super().showEvent(event)
        self.reports.is_held = self.hung is None

    def paintEvent(self, event: QPaintEvent) -> None:
        """Now that it is seen there is time to make the timeline, and to show what was read."""
        super().paintEvent(event)
        self.reports.is_held = False
        if self.hung is None:
            QTimer.singleShot(0, self, lambda: self.canvas)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Where the keyboard writes another script, keys act by their place."""
        key = by_place(event)
        if key is None or not self.actions_table.press(key):
            super().keyPressEvent(event)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and text are welcome."""
        if local_paths(event.mimeData().urls()) or event.mimeData().hasText():
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        """Open the files, or add the text; always as a copy, for of what is moved the other program removes its own."""
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(event.dropAction() is Qt.DropAction.CopyAction)
        dropped = event.mimeData()
        paths, text = local_paths(dropped.urls()), dropped.text()
        later = (
            (lambda: self.commands.documents.open_paths(paths))
            if paths
            else (lambda: self.commands.documents.add_text(text))
        )
        QTimer.singleShot(0, self, later)  # the other program waits until this returns

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the height anew."""
        super().resizeEvent(event)
        self.overview.fit_window(self.height())

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the places, end the workers, let go of the project; ask about a draft if the user closes it."""
        if self._is_closed:  # a second time, when the session is gone
            super().closeEvent(event)
            return
        if self.source_panel.is_editing:
            self.source_panel.form.flush()
        self.table.finish_editing()
        if event.spontaneous() and not self.projects.may_leave():
            event.ignore()
            return
        self.commands.editing.leave()
        self._is_closed = True
        self._places.keep()
        self.middle.keep()
        self.table.close_down()
        self._unsubscribe()
        self.sieve.close()
        self.commands.finding.stop()
        self.commands.reading.check.stop()
        self.reports.close()
        self.projects.close()
        super().closeEvent(event)


def _markers(documents: tuple[Document, ...], now: int) -> tuple[Marker, ...]:
    """The present, and where the documents were published while those are few enough to tell apart."""
    from timeline_app.layout.scene import Marker  # noqa: PLC0415 - loaded when there is something to draw

    ends = {document.published.value.latest for document in documents if document.published}
    known = sorted(end for end in ends if end is not None)
    published = known if len(known) <= _MOST_MARKERS else []
    return (*(Marker(end, "published") for end in published), Marker(now, "now"))


_MOST_MARKERS = 8
_LEAST = 360, 160  # px of the timeline
_MOVE_TOO = Choice("Move Them Too…", "Show where they would go")
_OPEN_DRAFT, _DISCARD_DRAFT = Choice("Open", "Open the draft"), Choice("Discard", "Discard the draft for good")
