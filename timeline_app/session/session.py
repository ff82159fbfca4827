"""The running program without a window: one project, the selection, and who wants to know.

The project's database holds the truth. The session holds its documents, and of the events a catalogue in the order in
which people see them; events are decoded when somebody asks. It tells its listeners what kind of thing changed, and is
used from one thread.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from timeline_app.model import civil
from timeline_app.model.arrangement import OwnCategory
from timeline_app.model.change import Change
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event, EventId
from timeline_app.session import arranging, contents, drafts, edits, ignoring, originals
from timeline_app.session.contents import Contents
from timeline_app.session.following import Following
from timeline_app.session.holdings import UnknownRecordError
from timeline_app.session.ingest import Ingested
from timeline_app.session.originals import OriginalState
from timeline_app.session.topics import Topic
from timeline_app.storage.project import Known, Project, ProjectError, StaleChangeError

__all__ = ["Known", "ProjectError", "Session", "StaleChangeError", "UnknownRecordError"]

_KEEPS_ORIGINALS = "keeps originals"  # the setting


class Session(Following):
    """A project, the events in it and the one that is selected. All is saved as soon as it is done."""

    def __init__(
        self,
        project: Project | Contents | None = None,
        now: Callable[[], datetime] = lambda: datetime.now(UTC),
        who: str = "",
    ) -> None:
        """Hold a project, by default a new one in memory; ``now`` dates the steps, ``who`` signs them.

        Raises:
            ProjectError: it cannot be read; it is closed.

        """
        self._now = now
        self._who = who
        super().__init__(project if isinstance(project, Contents) else contents.read(project or Project.in_memory()))

    @classmethod
    def open(cls, path: Path, who: str = "") -> Session:
        """A session on a project file, which is made if there is none.

        One that may not be written to, or is damaged, is opened for reading (``is_read_only``, ``remark``).

        Raises:
            ProjectError: it cannot be opened, and why.

        """
        return cls(Project.open(path), who=who)

    @classmethod
    def draft(cls, who: str = "") -> Session:
        """A session on a new draft.

        Raises:
            ProjectError: no draft can be kept.

        """
        return cls(drafts.new(), who=who)

    @property
    def today(self) -> date:
        """The day that it is on this computer."""
        return self._now().astimezone().date()

    @property
    def clock(self) -> int:
        """The second that the clocks here show, as dates count them."""
        return civil.to_seconds(*self._now().astimezone().timetuple()[:6])

    @property
    def path(self) -> Path | None:
        """The project's file; None where it is in memory only."""
        return self._project.path

    @property
    def is_draft(self) -> bool:
        """Whether the project has no name yet that the user gave it."""
        return self.path is None or drafts.is_draft(self.path)

    @property
    def is_read_only(self) -> bool:
        """Whether nothing can be changed."""
        return self._project.is_read_only

    @property
    def remark(self) -> str:
        """What was lost, in a sentence, where the file was damaged; else empty."""
        return self._project.remark

    @property
    def is_empty(self) -> bool:
        """Whether nothing was ever done in it, so that it need not be kept."""
        return not self._project.history() and not self._all_documents

    def sign(self, who: str) -> None:
        """Sign the steps from now on, with nothing if it is empty."""
        self._who = who

    def save_as(self, path: Path) -> None:
        """Go on under another name; a draft is left for it, another project stays where it was.

        Raises:
            ProjectError: it cannot be written, or is open elsewhere; the session is as it was.

        """
        self._project.copy_to(path)
        left = self._project
        same = self._all_documents, self._catalogue, self._linking.links
        self._take(Contents(Project.open(path), *same))
        left.close()
        if left.path is not None:
            drafts.discard(left.path)
        for topic in (Topic.PROJECT, Topic.HISTORY):
            self._listeners.tell(topic)

    def duplicate(self, path: Path) -> None:
        """Put a copy of the project, history too, into another file, and go on in this one.

        Raises:
            ProjectError: it cannot be written, or is open elsewhere.

        """
        self._project.copy_to(path)

    def compact(self) -> None:
        """Give back the space of what was deleted.

        Raises:
            ProjectError: there is no room to do it; nothing is lost.

        """
        self._project.compact()

    def apply(self, change: Change, merging: str = "") -> None:
        """Make a change, as one step that can be undone. One without edits does nothing.

        Consecutive changes with the same ``merging`` key are one step, such as those of one drag or of typing in a box.

        Raises:
            StaleChangeError: a record it replaces is no longer as the change found it; nothing is changed.
            ProjectError: it cannot be written; nothing is changed.

        """
        if change.edits:
            self._follow(self._project.apply(change, self._now(), self._who, merging))
            documents = [edit.after for edit in change.edits if isinstance(edit.after, Document)]
            if documents and self.keeps_originals:
                with suppress(ProjectError):  # the change is made; what is wrong with the disk the next one says
                    self._keep_originals(documents)

    def add(self, ingested: Iterable[Ingested], label: str = "", merging: str = "") -> None:
        """Add documents with their proposals; one that is there is left alone, one in the bin comes back.

        Proposals whose dates are to be ignored come rejected.
        The step is called ``label``, by default after the documents; ``merging`` as in ``apply``.
        """
        found = [ignoring.heed(self.ignore_rules, one) for one in ingested]
        known = [self._all_documents[one.document.id] for one in found if one.document.id in self._all_documents]
        taken = self._project.events_with(event.id for one in found for event in one.events)
        added = edits.add_documents(found, known, taken)
        back = [edits.restore_document(one, self._project.events_citing(one.id)) for one in known if one.binned]
        if back and not added.edits:
            added = replace(added, label=back[0].label if len(back) == 1 else f"Restore {len(back)} documents")
        whole = (*(edit for each in back for edit in each.edits), *added.edits)
        self.apply(replace(added, label=label or added.label, edits=whole), merging)

    def read_again(self, again: Ingested) -> Change:
        """The change to a document that was extracted again, for a preview (``edits.differences``) and ``apply``.

        With its new date, language or way of counting (``DocumentRequest``), or from its file (``RereadRequest``).

        Raises:
            UnknownRecordError: there is no such document.

        """
        before, again = self.document(again.document.id), ignoring.heed(self.ignore_rules, again)
        known = self._project.events_citing(before.id)
        named = self._project.events_with(event.id for event in again.events)
        events = {event.id: event for event in (*known, *named)}
        return edits.read_again(before, self.tagging(before.id), again, events.values())

    def binning(self, *documents: DocumentId) -> edits.Binning:
        """The change that puts documents into the bin, with its numbers for the question whether to.

        Raises:
            UnknownRecordError: there is no such document.

        """
        citing = {event.id: event for name in documents for event in self._project.events_citing(name)}
        return edits.bin_documents([self.document(name) for name in documents], citing.values())

    def forget(self, documents: Iterable[DocumentId] = (), events: Iterable[EventId] = ()) -> None:
        """Take what is in the bin out of the file for good, with its words and history. It cannot be undone.

        Raises:
            ProjectError: it cannot be written; nothing is changed.

        """
        gone = list(dict.fromkeys(documents))
        alone = [
            event.id for name in gone for event in self._project.events_citing(name) if _only_from(event, set(gone))
        ]
        self._follow(self._project.forget(gone, list(dict.fromkeys([*events, *alone]))))
        self._listeners.tell(Topic.PROJECT)  # steps of the past are others, too

    @property
    def keeps_originals(self) -> bool:
        """Whether the bytes of the files that documents are read from are kept in the project."""
        return self._project.setting(_KEEPS_ORIGINALS) == "yes"

    def keep_originals(self, *, on: bool) -> None:
        """Keep the files of documents from now on, and of those that are there as they were; or keep none any more.

        Raises:
            ProjectError: it cannot be written.

        """
        self._project.set_setting(_KEEPS_ORIGINALS, "yes" if on else "")
        if on:
            self._keep_originals(self._all_documents.values())
        else:
            self._project.drop_originals()
        self._listeners.tell(Topic.PROJECT)

    def original(self, document_id: DocumentId) -> bytes | None:
        """The bytes of the file a document was read from, where they are kept.

        Raises:
            UnknownRecordError: there is no such document.
            ProjectError: the project is damaged.

        """
        file = self.document(document_id).original
        return self._project.original(file.sha256) if file else None

    def original_state(self, document_id: DocumentId) -> OriginalState:
        """What has become of the file that a document was read from.

        Raises:
            UnknownRecordError: there is no such document.

        """
        return originals.original_state(self.document(document_id), self._folder)

    def changing_category(self, before: OwnCategory, after: OwnCategory) -> Change:
        """The change of an own category; all events that have it follow its name."""
        return arranging.change_category(before, after, self._project.events_in_category(before.name))

    def removing_category(self, category: OwnCategory) -> Change:
        """The change that takes an own category away; all events that have it become Other."""
        return arranging.remove_category(category, self._project.events_in_category(category.name))

    def keep_setting(self, name: str, value: str) -> None:
        """Keep something in the project; it is no step of the history.

        Raises:
            ProjectError: it cannot be written.

        """
        self._project.set_setting(name, value)

    def close(self) -> None:
        """Close the project; the session is of no use afterwards. A draft in which nothing was done is removed."""
        path, is_empty = self.path, self.is_empty
        self._project.close()
        if path is not None and is_empty:
            drafts.discard(path)

    def _keep_originals(self, documents: Iterable[Document]) -> None:
        """Of files that are still as they were read."""
        kept = self._project.originals()
        for document in documents:
            if (
                document.original
                and document.original.sha256 not in kept
                and (content := originals.content(document, self._folder))
            ):
                self._project.keep_originals([content])

    @property
    def _folder(self) -> Path | None:
        """Where files with a relative path may be, too."""
        return None if self.path is None or self.is_draft else self.path.parent


def _only_from(event: Event, documents: set[DocumentId]) -> bool:
    return all(citation.document in documents for citation in event.citations)
