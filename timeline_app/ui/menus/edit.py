"""The Edit menu: undo, the clipboard, search, what is selected."""

from __future__ import annotations

from timeline_app.ui.menus.row import CANVAS, Row, events, line, placed

ROWS = (
    Row("undo", "&Undo", ("Ctrl+Z",), lambda do: do.history.undo(), lambda s: s.undo is not None),
    Row("redo", "&Redo", ("Ctrl+Shift+Z", "Ctrl+Y"), lambda do: do.history.redo(), lambda s: s.redo is not None),
    line("edit-1"),
    Row("copy", "&Copy", ("Ctrl+C",), lambda do: do.copying.copy(), events),
    Row("copy-picture", "Copy &Picture", ("Ctrl+Shift+C",), lambda do: do.copying.copy_picture(), placed),
    line("edit-2"),
    Row("find", "&Find…", ("Ctrl+F",), lambda do: do.finding.find()),
    Row("find-next", "Find &Next", ("F3",), lambda do: do.finding.step_found(1), lambda s: s.found > 0),
    Row("find-previous", "Find Pre&vious", ("Shift+F3",), lambda do: do.finding.step_found(-1), lambda s: s.found > 0),
    Row("filter-view", "Sho&w Only What Is in View", (), lambda do: do.finding.filter_view(), placed),
    Row("filter-clear", "Clear F&ilter", ("Ctrl+Shift+F",), lambda do: do.finding.clear_filter(), lambda s: s.filtered),
    line("edit-3"),
    Row("select-all", "Select &All Events", ("Ctrl+A",), lambda do: do.selection.select_all(), events, CANVAS),
    Row("clear", "C&lear Selection", ("Esc",), lambda do: do.habits.escape(), where=CANVAS),
)
