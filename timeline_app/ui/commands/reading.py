"""How documents are read: their date, language, counting and order, their files when they changed, their quotes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QDialog

from timeline_app.extraction.options import Order
from timeline_app.model.document import Document, DocumentId, Integrity, Publication
from timeline_app.model.event import Event, EventId
from timeline_app.model.temporal import TemporalValue
from timeline_app.session.ingest import YOU, DocumentRequest, Ingested, Request, RereadRequest
from timeline_app.session.preview import Preview, joined, preview, summary
from timeline_app.session.session import UnknownRecordError
from timeline_app.ui.commands.group import Group
from timeline_app.ui.quote_check import Outcome, QuoteCheck, in_words
from timeline_app.ui.wording import counted

if TYPE_CHECKING:
    from timeline_app.ui.main_window import MainWindow


class ReadingCommands(Group):
    """Documents are read again; what that changes is told first, wherever something would move or go."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self.check = QuoteCheck(window.session, window)
        self.check.done.connect(self._checked)
        self._is_asked = False  # whether a person waits for what the check says
        self._changed: list[DocumentId] = []

    def publish(self, document_id: DocumentId, value: TemporalValue) -> None:
        """Say when a document was written; what waited for the date is placed."""
        document = self.session.document(document_id)
        if document.published and document.published.value == value:
            self.window.note("That is the date it has.")
        else:
            self._run([DocumentRequest(replace(document, published=Publication(value, YOU)))], always=False)

    def read_otherwise(self, document_id: DocumentId) -> None:
        """Ask for another date, language, way of counting or order of numbers, and show what that changes."""
        from timeline_app.ui.document_dialog import DocumentDialog  # noqa: PLC0415 - made when it is asked for

        document = self.session.document(document_id)
        dialog = DocumentDialog(document, self.session.tagging(document_id), self.window)
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted and dialog.document != document:
                self._run([DocumentRequest(dialog.document)], always=True)
        finally:
            dialog.deleteLater()

    def read_in_order(self, document_id: DocumentId, order: Order) -> None:
        """Read a document's dates of numbers with the day or the month first, and show what that changes."""
        document = self.session.document(document_id)
        self._run([DocumentRequest(replace(document, day_order=order.value))], always=True)

    def read_shown_otherwise(self) -> None:
        """The same for the document whose text is shown."""
        if document := self.window.source_panel.document:
            self.read_otherwise(document.id)

    def read_again(self, document_id: DocumentId) -> None:
        """Read a document's file as it is now."""
        document = self.session.document(document_id)
        if document.path:
            self._run([self._reread(document)], always=True)
        else:
            self.window.say(f"“{document.title}” was not read from a file.")

    def read_shown_again(self) -> None:
        """The same for the document whose text is shown."""
        if document := self.window.source_panel.document:
            self.read_again(document.id)

    def find_again(self) -> None:
        """Look for the events of all documents as this version of the program finds them, in the texts as they are."""
        self._run([DocumentRequest(document) for document in self.session.documents if document.text], always=True)

    def read_changed_again(self) -> None:
        """Read again every file that is another than it was."""
        self.window.changed.hide()
        requests = [self._reread(document) for document in self.session.documents if document.id in self._changed]
        self._changed = []
        self._run(requests, always=True)

    def _reread(self, document: Document) -> RereadRequest:
        """To read its file again, which may be named from where the project is."""
        return RereadRequest(document, self.session.path.parent if self.session.path else None)

    # Quotes

    def check_quotes(self) -> None:
        """Check every quote and every file, and say how they stand."""
        self._is_asked = True
        self.window.note("Checking the quotes…")
        self.check.begin(hurried=True)

    def begin_anew(self) -> None:
        """Look after another project, in idle moments."""
        self._is_asked, self._changed = False, []
        self.window.changed.hide()
        self.check.begin()

    def _checked(self, outcome: Outcome) -> None:
        """Say what was found: all of it if a person asked, else only what went wrong."""
        asked, self._is_asked = self._is_asked, False
        self._offer(outcome.changed)
        if asked and outcome.gone:
            self.window.say(f"{counted(len(outcome.gone), 'file')} that documents were read from cannot be found.")
        if asked and outcome.others:
            self._list(outcome)
        elif asked:
            self.window.note(in_words(outcome))
        elif outcome.counts[Integrity.CHANGED] or outcome.counts[Integrity.MISSING]:
            self.window.say(f"{in_words(outcome)} Check Quotes in the Edit menu lists them.")

    def _list(self, outcome: Outcome) -> None:
        from timeline_app.ui.quotes_dialog import QuotesDialog  # noqa: PLC0415 - made when it is asked for

        found = [(event, one.citation, one.integrity) for one in outcome.others if (event := self._event(one.event))]
        dialog = QuotesDialog(in_words(outcome), found, self.window)
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted and dialog.chosen:
                self.commands.selection.select(dialog.chosen)
        finally:
            dialog.deleteLater()

    def _event(self, name: EventId) -> Event | None:
        """An event that is shown."""
        try:
            self.session.index_of(name)
        except UnknownRecordError:
            return None
        return self.session.event(name)

    def _offer(self, changed: list[DocumentId]) -> None:
        self._changed = changed
        if changed:
            first = self.session.document(changed[0]).title
            more = f" and {len(changed) - 1:,} more have" if len(changed) > 1 else " has"
            self.window.changed.offer(f"The file of “{first}”{more} changed since it was read.")
        else:
            self.window.changed.hide()

    # Differences

    def _run(self, requests: Sequence[Request], *, always: bool) -> None:
        """Read again; ``always`` says whether every difference is shown, or only those by which something is lost."""
        self.window.reports.run(
            requests, lambda found: QTimer.singleShot(0, self.window, lambda: self._tell(found, always))
        )

    def _tell(self, found: list[Ingested], always: bool) -> None:  # noqa: FBT001 - handed on
        known = {document.id for document in self.session.documents}
        there = [again for again in found if again.document.id in known]
        for told in joined([preview(self.session, again) for again in there]):
            if told.is_at_stake or (always and told.rows):
                self._ask(told)
            else:
                self._take(told, told.usual)

    def _ask(self, told: Preview) -> None:
        from timeline_app.ui.difference_dialog import DifferenceDialog  # noqa: PLC0415 - made when it is asked for

        dialog = DifferenceDialog(told, self.window)
        try:
            if dialog.exec() == QDialog.DialogCode.Accepted:
                self._take(told, dialog.ticked)
            else:
                self.window.note("Nothing was changed.")
        finally:
            dialog.deleteLater()

    def _take(self, told: Preview, ticked: frozenset[EventId]) -> None:
        change = told.chosen(ticked)
        if not change.edits:
            self.window.note(f"{_named(told.documents)} as before; nothing changes.")
        elif self.apply(change):
            done = Preview(told.documents, change, tuple(row for row in told.rows if row.event.id in ticked))
            self.window.note(f"{summary(done)}. Ctrl+Z takes it back.")


def _named(documents: Sequence[Document]) -> str:
    return f"“{documents[0].title}” reads" if len(documents) == 1 else f"{len(documents):,} documents read"
