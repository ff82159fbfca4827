"""What the program asks about projects: which to open, where to save, what becomes of a draft."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QDialog, QFileDialog, QMessageBox

from timeline_app.readers import READERS
from timeline_app.storage import SUFFIX
from timeline_app.ui.questions import Questions

if TYPE_CHECKING:
    from timeline_app.ui.dialogs import Leaving


class ProjectQuestions(Questions):
    """All dialogs over one window, those about projects too."""

    def files(self) -> list[Path]:
        """Which documents or project to open."""
        known = " ".join(f"*{suffix}" for suffix in (SUFFIX, *(each for reader in READERS for each in reader.suffixes)))
        filters = f"Documents and projects ({known});;Projects (*{SUFFIX});;All files (*)"
        names, _ = QFileDialog.getOpenFileNames(self._window, "Open", "", filters)
        return [Path(name) for name in names]

    def project_name(self, title: str, suggested: str) -> Path | None:
        """Where to save a project; a file that is there already is asked about."""
        dialog = QFileDialog(self._window, title, suggested, f"Projects (*{SUFFIX})")
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(SUFFIX.removeprefix("."))
        try:
            chosen = dialog.exec() == QDialog.DialogCode.Accepted
            return Path(dialog.selectedFiles()[0]) if chosen and dialog.selectedFiles() else None
        finally:
            dialog.deleteLater()

    def about_draft(self, *, can_keep: bool) -> Leaving:
        """What becomes of the draft that is left."""
        from timeline_app.ui.dialogs import DraftDialog  # noqa: PLC0415 - loaded when it is asked

        dialog = DraftDialog(self._window, can_keep=can_keep)
        try:
            dialog.exec()
            return dialog.answer
        finally:
            dialog.deleteLater()

    def really_discard(self, what: str) -> bool:
        """Whether a draft is to go for good."""
        asked = f"Discard the draft with {what} for good?"
        buttons = QMessageBox.StandardButton.Discard | QMessageBox.StandardButton.Cancel
        answer = QMessageBox.question(self._window, "Discard", asked, buttons, QMessageBox.StandardButton.Cancel)
        return answer == QMessageBox.StandardButton.Discard
