"""The File menu: projects, documents, pictures."""

from __future__ import annotations

from timeline_app.ui.menus.row import Row, line, placed
from timeline_app.ui.state import State


def keeps_originals(state: State) -> bool:
    """The project keeps the files that its documents were read from."""
    return state.keeps_originals


ROWS = (
    Row("new", "&New", ("Ctrl+N",), lambda do: do.project.new()),
    Row("open", "&Open…", ("Ctrl+O",), lambda do: do.documents.open_files()),
    Row("recent", "Open &Recent"),
    Row("paste", "&Paste as Document…", ("Ctrl+V",), lambda do: do.documents.paste()),
    line("file-1"),
    Row("save", "&Save", ("Ctrl+S",), lambda do: do.project.save()),
    Row("save-as", "Save &As…", ("Ctrl+Shift+S",), lambda do: do.project.save_as()),
    Row("save-copy", "Save a &Copy…", (), lambda do: do.project.save_copy()),
    Row("compact", "Co&mpact", (), lambda do: do.upkeep.compact()),
    line("file-4"),
    Row("originals", "&Keep Original Files", (), lambda do: do.upkeep.switch_originals(), checked=keeps_originals),
    Row("sign", "Si&gn My Steps in the History", (), lambda do: do.upkeep.switch_signing(), checked=lambda s: s.signs),
    line("file-3"),
    Row("export", "&Export…", ("Ctrl+E",), lambda do: do.copying.export(), placed),
    Row("print", "Pr&int…", ("Ctrl+P",), lambda do: do.copying.print_pages(), placed),
    line("file-2"),
    Row("quit", "&Quit", ("Ctrl+Q",), lambda do: do.project.quit()),
)
