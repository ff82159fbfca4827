"""What the program asks in dialogs, and tells in them; each gives an answer or None."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QInputDialog, QMessageBox, QWidget

from timeline_app.layout.scale import ScaleKind
from timeline_app.model.arrangement import OwnCategory
from timeline_app.model.temporal import TemporalValue
from timeline_app.render.theme import Theme
from timeline_app.session.preferences import Preferences
from timeline_app.session.session import Session

if TYPE_CHECKING:
    from timeline_app.ui.editing.source_dialog import Source

_ABOUT = """<h3>Timeline {version}</h3>
<p>Finds the dated events in documents and shows each with the words it comes from.</p>
<p>Everything stays on this computer. MIT licence.</p>"""


class Questions:
    """Dialogs over one window."""

    def __init__(self, window: QWidget) -> None:
        self._window = window

    def about_text(self, text: str, title: str) -> tuple[str, TemporalValue | None] | None:
        """Title and date of a pasted text."""
        from timeline_app.ui.dialogs import PasteDialog  # noqa: PLC0415 - each dialog is loaded when it is asked

        dialog = PasteDialog(text, title, self._window)
        try:
            if dialog.exec() != QDialog.DialogCode.Accepted:
                return None
            return dialog.title.text().strip() or title, dialog.published
        finally:
            dialog.deleteLater()

    def date(self) -> TemporalValue | None:
        """A date to go to."""
        from timeline_app.ui.dialogs import GoToDialog  # noqa: PLC0415

        dialog = GoToDialog(self._window)
        try:
            return dialog.value if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def keys(self, preferences: Preferences, prefer: Callable[[Preferences], None]) -> None:
        """Tell every key; what the user wants otherwise goes to ``prefer``."""
        from timeline_app.ui.keys_dialog import KeysDialog  # noqa: PLC0415

        dialog = KeysDialog(preferences, self._window)
        dialog.preferred.connect(prefer)
        dialog.exec()
        dialog.deleteLater()

    def lane_name(self, name: str) -> str | None:
        """Another name for a lane."""
        words, asked = QInputDialog.getText(self._window, "Rename Lane", "&Name; empty for its own", text=name)
        return words if asked else None

    def category(
        self, own: Sequence[OwnCategory], theme: Theme, before: OwnCategory | None = None
    ) -> tuple[OwnCategory | None] | None:
        """A category to make beside a person's own ones, or what becomes of one of them: (None,) if it is to go."""
        from timeline_app.ui.editing.category_dialog import CategoryDialog  # noqa: PLC0415

        dialog = CategoryDialog(own, theme, before, self._window)
        try:
            return (dialog.category,) if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def source(self, title: str) -> Source | None:
        """A source that is no file, for the event of that title."""
        from timeline_app.ui.editing.source_dialog import SourceDialog  # noqa: PLC0415

        dialog = SourceDialog(title, self._window)
        try:
            return dialog.source if dialog.exec() == QDialog.DialogCode.Accepted else None
        finally:
            dialog.deleteLater()

    def about(self) -> None:
        """Tell what this program is."""
        from importlib.metadata import version  # noqa: PLC0415

        QMessageBox.about(self._window, "About Timeline", _ABOUT.format(version=version("timeline-app")))

    def table_file(self) -> Path | None:
        """Where to save the table, with an ending that says which kind of file it is to be."""
        from timeline_app.exporters.chronology import TABLES, table_exporter_for  # noqa: PLC0415 - loaded when used

        filters = [f"{kind.name} ({' '.join(f'*{suffix}' for suffix in kind.suffixes)})" for kind in TABLES]
        name, chosen = QFileDialog.getSaveFileName(
            self._window, "Export Table", f"chronology{TABLES[0].suffixes[0]}", ";;".join(filters)
        )
        if not name:
            return None
        path = Path(name)
        kind = TABLES[filters.index(chosen)] if chosen in filters else TABLES[0]
        return path if table_exporter_for(path) else path.with_name(path.name + kind.suffixes[0])

    def export(self, session: Session, scale: ScaleKind, theme: str) -> Path | None:
        """What picture to save; where it was saved."""
        from timeline_app.exporters import ExportOptions  # noqa: PLC0415 - loaded when used
        from timeline_app.render.customs import customs_here  # noqa: PLC0415
        from timeline_app.ui.export_dialog import export_dialog  # noqa: PLC0415

        saved: list[Path] = []
        options = ExportOptions(scale=scale, theme=theme, customs=customs_here())
        dialog = export_dialog(session, options, self._window)
        dialog.saved.connect(saved.append)
        dialog.exec()
        dialog.deleteLater()
        return saved[0] if saved else None
