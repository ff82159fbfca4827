"""The Help menu."""

from __future__ import annotations

from timeline_app.ui.menus.row import Row

ROWS = (
    Row("palette", "&Find a Command…", ("Ctrl+K",), lambda do: do.habits.show_palette()),
    Row("keys", "&Keys", ("F1", "?"), lambda do: do.habits.show_keys()),
    Row("about", "&About Timeline", (), lambda do: do.habits.about()),
)
