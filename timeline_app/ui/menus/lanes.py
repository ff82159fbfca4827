"""The lanes in the View menu."""

from __future__ import annotations

from timeline_app.layout.lanes import LaneKind
from timeline_app.ui.menus.row import CANVAS, Row, placed
from timeline_app.ui.state import State

_UNDER = "La&nes"


def _in_lanes(state: State) -> bool:
    return state.placed > 0 and state.lanes is not LaneKind.NONE


def _kind(kind: LaneKind, text: str) -> Row:
    return Row(
        f"lanes-{kind}", text, (), lambda do: do.lanes.choose(kind), placed,
        checked=lambda s: s.lanes is kind, under=_UNDER,
    )  # fmt: skip


ROWS = (
    _kind(LaneKind.NONE, "&None"),
    _kind(LaneKind.CATEGORY, "By &Category"),
    _kind(LaneKind.SOURCE, "By &Source"),
    _kind(LaneKind.PERSON, "By &Person"),
    _kind(LaneKind.OWN, "As Given by &Hand"),
    Row("lanes-next", "Ne&xt Kind", ("J",), lambda do: do.lanes.choose_next(), placed, CANVAS, under=_UNDER),
    Row("lanes-line", under=_UNDER),
    Row("lane-fold", "&Fold or Unfold This One", ("Shift+J",), lambda do: do.lanes.toggle_here(), _in_lanes, CANVAS,
        under=_UNDER),
    Row("lane-fold-all", "Fold or Unfold &All", (), lambda do: do.lanes.toggle_all(), _in_lanes, under=_UNDER),
    Row("lane-up", "Move This One &Up", ("Ctrl+Shift+Up",), lambda do: do.lanes.move_here(-1), _in_lanes, CANVAS,
        under=_UNDER),
    Row("lane-down", "Move This One &Down", ("Ctrl+Shift+Down",), lambda do: do.lanes.move_here(1), _in_lanes, CANVAS,
        under=_UNDER),
    Row("lane-rename", "&Rename This One…", ("Shift+F2",), lambda do: do.lanes.rename_here(), _in_lanes, CANVAS,
        under=_UNDER),
    Row("lanes-arrange", "Arran&ge…", (), lambda do: do.lanes.arrange(), _in_lanes, under=_UNDER),
)  # fmt: skip
