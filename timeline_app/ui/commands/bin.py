"""Documents out of sight and back: asked about with numbers, kept in the bin, forgotten for good only on purpose."""

from __future__ import annotations

from collections.abc import Callable, Collection
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QInputDialog, QMenu, QMessageBox

from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event, EventId
from timeline_app.session import binned, edits
from timeline_app.session.edits import Binning
from timeline_app.ui.commands.group import Group
from timeline_app.ui.menu_keys import give_keys
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.bin_dialog import BinDialog

_Step = Callable[[Collection[DocumentId], Collection[EventId]], None]
_WIDE = 480  # px
_YES, _NO = QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole


class BinCommands(Group):
    """What a person does to documents as a whole."""

    def remove(self, document_id: DocumentId) -> None:
        """Put a document into the bin, after saying what that costs."""
        title, binning = self.session.document(document_id).title, self.session.binning(document_id)
        asked = f"Put “{title}” in the bin?"
        more = f"{loss_in_words(binning)} Document > Bin brings it back."
        if not self._is_sure("bin_question", asked, more, "Put in the Bin"):
            return
        if self.apply(binning.change):
            along = f", and {counted(binning.alone, 'event')} with it" if binning.alone else ""
            self.window.note(f"“{title}” is in the bin{along}. Ctrl+Z takes it back.")

    def remove_shown(self) -> None:
        """The same with the document whose text is shown."""
        if document := self.window.source_panel.document:
            self.remove(document.id)

    def rename_shown(self) -> None:
        """Call the document that is shown something else."""
        if document := self.window.source_panel.document:
            title = self._asked_title(document.title)
            if title and title != document.title:
                self.apply(edits.rename_document(document, title))

    def _asked_title(self, title: str) -> str:
        """What a document is to be called; "" where nothing was said."""
        dialog = QInputDialog(self.window)
        dialog.setWindowTitle("Rename Document")
        dialog.setLabelText("&Title")
        dialog.setTextValue(title)
        dialog.resize(_WIDE, dialog.sizeHint().height())  # titles are long
        sure = dialog.exec()
        dialog.deleteLater()
        return dialog.textValue().strip() if sure else ""

    def switch_private(self) -> None:
        """Keep the document that is shown out of exports and copies, or no longer."""
        if document := self.window.source_panel.document:
            self.apply(edits.set_private(document, on=not document.private))

    def open_menu(self, document_id: DocumentId, at: QPoint) -> None:
        """Show a document, and offer what can be done with it; ``at`` is a place on the screen."""
        from timeline_app.ui.menus.document import OWN_ROWS  # noqa: PLC0415 - menus import the commands

        self.commands.documents.read(document_id)
        menu = QMenu(self.window)
        menu.setObjectName("document_menu")
        menu.aboutToHide.connect(menu.deleteLater)
        give_keys(menu)
        for row in OWN_ROWS:
            menu.addAction(self.window.actions_table[row.id]) if row.text else menu.addSeparator()
        menu.popup(at)

    # The bin

    def show_bin(self) -> None:
        """Show what is in the bin, to be brought back or forgotten."""
        from timeline_app.ui.bin_dialog import BinDialog  # noqa: PLC0415 - made when it is asked for

        dialog = BinDialog(self.window)
        dialog.restore_asked.connect(
            lambda documents, events: self._then_show(dialog, self._restore, documents, events)
        )
        dialog.forget_asked.connect(lambda documents, events: self._then_show(dialog, self._forget, documents, events))
        dialog.show_bin(*self._bin())
        dialog.exec()
        dialog.deleteLater()

    def _then_show(
        self,
        dialog: BinDialog,
        step: _Step,
        documents: Collection[DocumentId],
        events: Collection[EventId],
    ) -> None:
        before = self._bin()
        step(documents, events)
        if (now := self._bin()) != before:  # else what was chosen stays so
            dialog.show_bin(*now)

    def _bin(self) -> tuple[tuple[Document, ...], list[Event]]:
        """What is in the bin; events in order of time, the undated last."""
        documents, events = self.session.bin
        return documents, sorted(events, key=_time)

    def _restore(self, documents: Collection[DocumentId], events: Collection[EventId]) -> None:
        self.apply(binned.restore(documents, events, self.session.bin))

    def _forget(self, documents: Collection[DocumentId], events: Collection[EventId]) -> None:
        what = [counted(len(ids), name) for ids, name in ((documents, "document"), (events, "event")) if ids]
        asked = f"Forget {' and '.join(what)} for good?"
        more = (
            "Text, quotes and their whole history are taken out of the file. This cannot be undone, and neither can "
            "steps of the history that need them."
        )
        if self._is_sure("forget_question", asked, more, "Forget for Good"):
            self.attempt(lambda: self.session.forget(documents, events))

    def _is_sure(self, name: str, question: str, more: str, yes: str) -> bool:
        """Ask, with the harmless answer as the one that Enter gives."""
        box = QMessageBox(QMessageBox.Icon.NoIcon, "Timeline", question, parent=self.window)
        box.setObjectName(name)
        box.setInformativeText(more)
        sure = box.addButton(yes, _YES)
        cancel = box.addButton("Cancel", _NO)
        box.setDefaultButton(cancel)
        box.setEscapeButton(cancel)
        box.exec()
        box.deleteLater()
        return box.clickedButton() is sure


def _time(event: Event) -> tuple[bool, int, str]:
    earliest = event.value.earliest if event.value else None
    return event.value is None, -(2**63) if earliest is None else earliest, event.title


def loss_in_words(binning: Binning) -> str:
    """What putting documents into the bin costs: "9 events lose their only source and go along, 4 keep others."."""
    alone = f"{counted(binning.alone, 'event')} {'loses its' if binning.alone == 1 else 'lose their'} only source"
    along = f"{alone} and {'goes' if binning.alone == 1 else 'go'} along"
    others = f"{binning.others:,} {'keeps' if binning.others == 1 else 'keep'} others"
    if binning.alone and binning.others:
        return f"{along}, {others}."
    if binning.others:
        return f"{counted(binning.others, 'event')} {'keeps' if binning.others == 1 else 'keep'} other sources."
    return f"{along}." if binning.alone else "No event depends on it."
