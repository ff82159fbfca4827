"""The Event menu: decisions, and the way from event to event."""

from __future__ import annotations

from timeline_app.ui.menus.row import CANVAS, Row, documents, events, line, placed, selected

ROWS = (
    Row("review", "Re&view Proposed Events", ("Ctrl+R",), lambda do: do.review.begin(), lambda s: s.proposed > 0),
    Row("accept", "&Accept", ("Ctrl+Return", "Ctrl+Enter"), lambda do: do.review.accept(), selected),
    Row("reject", "&Reject", ("Ctrl+Backspace",), lambda do: do.review.reject(), selected),
    Row("accept-review", "Accept and Go On", ("A",), lambda do: do.review.accept(), lambda s: s.reviewing, CANVAS),
    Row("reject-review", "Reject and Go On", ("R",), lambda do: do.review.reject(), lambda s: s.reviewing, CANVAS),
    Row("later", "Later, Go On", ("S",), lambda do: do.review.later(), lambda s: s.reviewing, CANVAS),
    Row("accept-all", "Accept A&ll Proposed", (), lambda do: do.review.accept_all(), lambda s: s.proposed > 0),
    Row("propose-again", "Propose A&gain", (), lambda do: do.review.propose_again(), selected),
    line("event-1"),
    Row("next", "&Next in Time", ("Right",), lambda do: do.selection.step(1), events, CANVAS),
    Row("previous", "&Previous in Time", ("Left",), lambda do: do.selection.step(-1), events, CANVAS),
    Row("below", "Next Row", ("Down",), lambda do: do.selection.step_row(1), placed, CANVAS),
    Row("above", "Previous Row", ("Up",), lambda do: do.selection.step_row(-1), placed, CANVAS),
    Row("first", "First", ("Home",), lambda do: do.selection.step_to_end(first=True), events, CANVAS),
    Row("last", "Last", ("End",), lambda do: do.selection.step_to_end(first=False), events, CANVAS),
    Row(
        "scroll",
        "Scroll the &Source",
        ("Space",),
        lambda do: do.habits.scroll_source(),
        documents,
        CANVAS,
    ),
    Row("quote", "Go to Its &Quote", ("Return", "Enter"), lambda do: do.selection.open_quote(), selected, CANVAS),
)
