"""Documents in and out, and when they were written."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QGuiApplication

from timeline_app import assets
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.event import Event, Status
from timeline_app.readers import document_from_text, find_documents
from timeline_app.session import ignoring
from timeline_app.session.ingest import DocumentRequest, FileRequest, Ingested, load
from timeline_app.storage import is_project
from timeline_app.ui.commands.group import Group
from timeline_app.ui.wording import counted


class DocumentCommands(Group):
    """Documents in and out, and when they were written."""

    def open_files(self) -> None:
        """Ask for documents or a project and open them."""
        self.open_paths(self.window.questions.files())

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Go to a project; read files and folders in the background and add what they hold."""
        given = list(paths)
        projects, named = [path for path in given if is_project(path)], [path for path in given if not is_project(path)]
        if len(projects) > 1:
            self.window.say(f"A window shows one project: “{projects[0].name}” is opened, the others are not.")
        if projects and not self.window.projects.open(projects[0]):
            return
        requests = [FileRequest(path, root=root) for path, root in find_documents(named)]
        if not requests and named:
            self.window.say(f"There is nothing to read in “{named[0].name}”.")
        self.window.reports.run(requests, self._add)

    def open_sample(self) -> None:
        """Show the sample, and find its events; undo does not take it away, for nobody did anything yet."""
        sample = load(FileRequest(assets.sample()))
        self.window.source_panel.show_awaited(sample)
        self.window.reports.run([DocumentRequest(sample)], self._add_sample)

    def paste(self) -> None:
        """Make a document of the clipboard's text, or open the files it names."""
        clip = QGuiApplication.clipboard().mimeData() or QMimeData()  # none at all where nothing was ever copied
        if paths := local_paths(clip.urls()):
            self.open_paths(paths)
        elif clip.text().strip():
            self.add_text(clip.text())
        else:
            self.window.say("There is no text on the clipboard.")

    def add_text(self, text: str) -> None:
        """Show what a text would become, and add it if that is right."""
        asked = self.window.questions.about_text(text, document_from_text(text).title)
        if asked is None:
            return
        title, value = asked
        published = Publication(value, "you") if value else None
        self.window.reports.run([DocumentRequest(document_from_text(text, title, published))], self._add)

    def read(self, document_id: DocumentId) -> None:
        """Show a document: the shown event that it reports first is selected, else its text alone."""
        first = first_in_text(self.window.shown.citing(document_id), document_id)
        self.session.select(first.id if first else None)
        self.window.source_panel.show_document(document_id)

    def _add(self, found: list[Ingested], *, mine: bool = True) -> None:
        known = {document.id for document in self.session.documents}
        fresh = [one for one in found if one.document.id not in known]
        for one in found:
            if one.document.id in known:
                self.window.say(f"“{one.document.title}” is on the timeline already.")
        if not fresh:
            return
        if mine:
            self.window.projects.keep()
        if not self.attempt(lambda: self.session.add(fresh)):
            return
        self.window.added([one.document for one in fresh])
        firsts = (first_in_text(self.window.shown.citing(name), name) for name in (one.document.id for one in fresh))
        if first := next((event for event in firsts if event), None):
            self.session.select(first.id)
        self._tell_ignored(fresh)
        self._offer_example_off()

    def take_example_off(self) -> None:
        """Put the example into the bin, for one has documents of one's own."""
        self.window.example.hide()
        if (example := self._example) and self.apply(self.session.binning(example.id).change):
            self.window.note("The example is in the bin. Ctrl+Z takes it back.")

    @property
    def _example(self) -> Document | None:
        """The sample that the program itself put on the timeline, if it is still there."""
        own = (document for document in self.session.documents if document.path and self.session.ground)
        return next((document for document in own if Path(document.path) == assets.sample()), None)

    def _offer_example_off(self) -> None:
        """Say that the example is still there, once there is a first document beside it."""
        self.window.example.hide()
        if self._example and len(self.session.documents) > 1:
            self.window.example.offer("The example article is still on this timeline.")

    def _tell_ignored(self, found: Iterable[Ingested]) -> None:
        rules = self.session.ignore_rules
        if number := sum(_rejected(ignoring.heed(rules, one)) - _rejected(one) for one in found):
            self.window.note(f"{counted(number, 'event')} left out by your rules about dates to ignore.")

    def _add_sample(self, found: list[Ingested]) -> None:
        self._add(found, mine=False)
        self.session.stand_here()
        self.window.projects.show()
        self.window.refresh_actions()


def _rejected(found: Ingested) -> int:
    return sum(event.status is Status.REJECTED for event in found.events)


def first_in_text(events: Iterable[Event], document: DocumentId) -> Event | None:
    """The event that a document reports first."""
    places = [
        (citation.quote.span.start, number, event)
        for number, event in enumerate(events)
        for citation in event.citations
        if citation.document == document
    ]
    return min(places)[2] if places else None


def local_paths(urls: Iterable[QUrl]) -> list[Path]:
    """The files on this computer among some addresses."""
    return [Path(url.toLocalFile()) for url in urls if url.isLocalFile()]
