"""The File menu: projects, documents, pictures."""

from __future__ import annotations

from timeline_app.ui.menus.row import Row, line, placed

ROWS = (
    Row("new", "&New", ("Ctrl+N",), lambda do: do.project.new()),
    Row("open", "&Open…", ("Ctrl+O",), lambda do: do.documents.open_files()),
    Row("recent", "Open &Recent"),
    Row("paste", "&Paste as Document…", ("Ctrl+V",), lambda do: do.documents.paste()),
    line("file-1"),
    Row("save", "&Save", ("Ctrl+S",), lambda do: do.project.save()),
    Row("save-as", "Save &As…", ("Ctrl+Shift+S",), lambda do: do.project.save_as()),
    Row("save-copy", "Save a &Copy…", (), lambda do: do.project.save_copy()),
    line("file-3"),
    Row("export", "&Export…", ("Ctrl+E",), lambda do: do.copying.export(), placed),
    Row("print", "Pr&int…", ("Ctrl+P",), lambda do: do.copying.print_pages(), placed),
    line("file-2"),
    Row("quit", "&Quit", ("Ctrl+Q",), lambda do: do.project.quit()),
)
