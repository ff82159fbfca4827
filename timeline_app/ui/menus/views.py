"""The saved views in the View menu; the window lists them at its end."""

from __future__ import annotations

from timeline_app.ui.commands.views import UNDER
from timeline_app.ui.menus.row import Row, events

ROWS = (
    Row("view-save", "&Save This View…", ("Ctrl+D",), lambda do: do.views.save(), events, under=UNDER),
    Row(
        "views-edit",
        "Saved &Views…",
        ("Ctrl+Shift+D",),
        lambda do: do.views.arrange(),
        lambda s: s.views > 0,
        under=UNDER,
    ),
    Row("views-line", under=UNDER),
)
