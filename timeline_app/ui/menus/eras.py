"""The eras in the View menu."""

from __future__ import annotations

from timeline_app.ui.menus.row import Row, placed
from timeline_app.ui.state import State

_UNDER = "&Eras"


def _selected_and_placed(state: State) -> bool:
    return state.placed > 0 and state.selected


ROWS = (
    Row("era-from-view", "New Era from &View…", (), lambda do: do.eras.new_from_view(), placed, under=_UNDER),
    Row("era-from-selection", "New Era from &Selection…", (), lambda do: do.eras.new_from_selection(),
        _selected_and_placed, under=_UNDER),
    Row("eras-edit", "&Edit Eras…", (), lambda do: do.eras.choose(), lambda s: s.eras > 0, under=_UNDER),
)  # fmt: skip
