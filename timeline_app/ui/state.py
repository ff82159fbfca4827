"""What decides which actions can be done now, as one value: equal states need no refresh."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline_app.layout.lanes import LaneKind
from timeline_app.layout.scale import ScaleKind
from timeline_app.model.event import Flag
from timeline_app.ui.middle import Look

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


@dataclass(frozen=True, slots=True)
class State:
    """Numbers of what there is, what is selected and found, what undo and redo would do, and what is shown how."""

    documents: int = 0
    events: int = 0
    placed: int = 0
    proposed: int = 0
    undated: int = 0
    found: int = 0
    filtered: bool = False
    selected: bool = False
    several: bool = False
    merged: bool = False
    words: bool = False
    flags: frozenset[Flag] = frozenset()
    reviewing: bool = False
    private_document: bool = False
    keeps_originals: bool = False
    signs: bool = True
    undo: str | None = None
    redo: str | None = None
    scale: ScaleKind = ScaleKind.FOLDED
    look: Look = Look.TIMELINE
    lanes: LaneKind = LaneKind.NONE
    eras: int = 0
    theme: str = "system"
    panels: frozenset[str] = frozenset()
    wheel_scrolls: bool = False
    still: bool = False
    views: int = 0
    can_go_back: bool = False
    can_go_on: bool = False


def state_of(window: MainWindow) -> State:
    """The state of a window; nothing here looks at every event."""
    session = window.session
    return State(
        documents=len(session.documents),
        events=len(window.shown.events),
        placed=len(window.shown.columns),
        proposed=window.commands.review.waiting,
        undated=window.undated,
        found=window.commands.finding.found,
        filtered=not window.shown.filter.is_plain,
        selected=session.selection is not None,
        several=len(window.shown.picked) > 1,
        flags=session.event(session.selection).flags if session.selection else frozenset(),
        merged=session.selection is not None and bool(session.merged(session.selection)),
        words=window.source_panel.text.selected_span is not None,
        reviewing=window.reviewing,
        keeps_originals=window.commands.upkeep.keeps_originals,
        signs=window.preferences.signs,
        private_document=window.source_panel.document is not None and window.source_panel.document.private,
        undo=window.commands.history.undo_label,
        redo=session.redo_label,
        scale=window.stage.view.kind,
        look=window.middle.look,
        lanes=window.shown.choice.kind,
        eras=len(session.eras),
        theme=window.preferences.theme,
        panels=frozenset(side.front for side in window.sides.values() if not side.isHidden()),
        wheel_scrolls=window.preferences.wheel_scrolls,
        still=window.preferences.still,
        views=len(session.views),
        can_go_back=window.stage.can_go_back,
        can_go_on=window.stage.can_go_on,
    )
