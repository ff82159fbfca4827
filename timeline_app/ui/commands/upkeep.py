"""What is kept in a project's file beside the work: the originals, who did it, and room that nothing needs any more."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QMessageBox

from timeline_app.ui.commands.group import Group
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


class UpkeepCommands(Group):
    """Compacting, keeping originals, signing."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.keeps_originals = False

    def follow(self) -> None:
        """Know what the project that is open keeps."""
        self.keeps_originals = self.session.keeps_originals

    def compact(self) -> None:
        """Give back the room of what was deleted, and say how much that was."""
        before = self._size()
        if before is None:
            self.window.note("Nothing is written to a file yet.")
        elif self.attempt(self.session.compact):
            now = self._size() or 0
            left = f"The file has {size_in_words(now)} now"
            freed = f"{size_in_words(before - now)} given back." if before > now else "there was nothing to give back."
            self.window.note(f"{left}; {freed}")

    def switch_originals(self) -> None:
        """Keep the files of documents in the project, or no longer; asked once, with their size."""
        on = not self.keeps_originals
        if on:
            self.window.projects.keep()
        if self._is_sure_about_originals(on=on) and self.attempt(lambda: self.session.keep_originals(on=on)):
            self.window.note("The original files are kept in the project." if on else "No original files are kept.")
        self.window.refresh_actions()

    def switch_signing(self) -> None:
        """Write into the history who did a step, or no longer."""
        known = self.window.preferences
        self.window.remembered.prefer(replace(known, signs=not known.signs))
        self.window.note("Steps are signed with your name." if not known.signs else "Steps are no longer signed.")

    def _size(self) -> int | None:
        """Bytes of the project's file and what belongs to it."""
        path = self.session.path
        if path is None or not path.exists():
            return None
        beside = (path.with_name(f"{path.name}{end}") for end in ("", "-wal", "-shm"))
        return sum(each.stat().st_size for each in beside if each.is_file())

    def _is_sure_about_originals(self, *, on: bool) -> bool:
        files = [document.original for document in self.session.documents if document.original]
        size = size_in_words(sum(file.size for file in files))
        what = f"{counted(len(files), 'original file')}, {size}"
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Timeline", "", parent=self.window)
        box.setObjectName("originals_question")
        box.setText(f"Keep {what}, in the project?" if on else f"Take the originals ({what}) out of the project?")
        box.setInformativeText(
            "Whoever gets the project gets them too. Files of documents that you add later are kept as well."
            if on
            else "Text and quotes stay. The files where they were read are not touched."
        )
        sure = box.addButton("Keep Them" if on else "Take Them Out", QMessageBox.ButtonRole.AcceptRole)
        box.setEscapeButton(box.addButton("Cancel", QMessageBox.ButtonRole.RejectRole))
        box.exec()
        box.deleteLater()
        return box.clickedButton() is sure


def size_in_words(size: int) -> str:
    """A number of bytes: "1.2 MB"."""
    english = QLocale(QLocale.Language.English)
    return english.formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat)
