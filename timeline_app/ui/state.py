"""What decides which actions can be done now, as one value: equal states need no refresh."""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.layout.lanes import LaneKind
from timeline_app.layout.scale import ScaleKind
from timeline_app.model.event import Flag
from timeline_app.ui.middle import Look


@dataclass(frozen=True, slots=True)
class State:
    """Numbers of what there is, what is selected and found, what undo and redo would do, and what is shown how."""

    documents: int = 0
    events: int = 0
    placed: int = 0
    proposed: int = 0
    undated: int = 0
    found: int = 0
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
