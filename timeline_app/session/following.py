"""A project that is worked on: the selection, back and forth in what was done, and who wants to know.

What is in memory follows the project step by step, and listeners are told what kind of thing is different.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from timeline_app.model.document import DocumentId
from timeline_app.model.event import EventId
from timeline_app.session.contents import Contents
from timeline_app.session.holdings import Holdings
from timeline_app.session.topics import Listener, Listeners, Topic, Unsubscribe
from timeline_app.storage.project import Changed, Step

_GROUND = "ground"  # the setting
_LONGEST_ID = 18  # digits


class Following(Holdings):
    """A project with a selection and a past, which tells what changes."""

    def __init__(self, found: Contents) -> None:
        self._listeners = Listeners()
        self._selection: EventId | None = None
        self._take(found)

    @property
    def selection(self) -> EventId | None:
        """The selected event."""
        return self._selection

    def select(self, event_id: EventId | None) -> None:
        """Select an event, or none.

        Raises:
            UnknownRecordError: there is no such event.

        """
        if event_id is not None:
            self.index_of(event_id)
        if event_id != self._selection:
            self._selection = event_id
            self._listeners.tell(Topic.SELECTION)

    def subscribe(self, listener: Listener) -> Unsubscribe:
        """Call ``listener`` with each topic that is different from now on, until the returned function is called."""
        return self._listeners.subscribe(listener)

    def undo(self) -> None:
        """Take back the last step, if there is one that is somebody's work."""
        if self.here > self.ground and (changed := self._project.undo()):
            self._follow(changed)

    def redo(self) -> None:
        """Make the last undone step again, if there is one."""
        if changed := self._project.redo():
            self._follow(changed)

    def go_to(self, step_id: int) -> None:
        """Undo or redo until the step is the last that is done; 0 is as far back as one can. Listeners are told once.

        Raises:
            ProjectError: it cannot be written; what was undone or redone until then stays so.

        """
        moves: list[Changed] = []
        try:
            moves.extend(self._moves(step_id))  # where one fails, those before it are there
        finally:
            if moves:
                self._follow(_joined(moves))

    def _moves(self, step_id: int) -> Iterator[Changed]:
        """Undo or redo until a step is the last that is done."""
        ahead = [step.id for step in self.history_since(self.here + 1) if step.id <= step_id]
        while self.here > max(step_id, self.ground) and (back := self._project.undo()):
            yield back
        for _ in ahead:
            if on := self._project.redo():
                yield on

    @property
    def undo_label(self) -> str | None:
        """What undo would take back, or None."""
        return self._project.undo_label if self.here > self.ground else None

    @property
    def redo_label(self) -> str | None:
        """What redo would make again, or None."""
        return self._project.redo_label

    @property
    def here(self) -> int:
        """The id of the last step that is done; 0 before the first."""
        return self._project.here

    @property
    def ground(self) -> int:
        """The id of the last step that undo leaves alone; 0 for none. The project remembers it."""
        kept = self._project.setting(_GROUND)
        return int(kept) if kept.isdecimal() and len(kept) < _LONGEST_ID else 0

    def stand_here(self) -> None:
        """What was done up to now the program did by itself: it is nobody's work, and undo leaves it alone.

        Raises:
            ProjectError: it cannot be written.

        """
        self._project.set_setting(_GROUND, str(self.here))
        self._listeners.tell(Topic.HISTORY)

    @property
    def history(self) -> tuple[Step, ...]:
        """Every step, oldest first; those undone are not ``done``."""
        return self._project.history()

    def history_since(self, step_id: int) -> tuple[Step, ...]:
        """The steps from one on, oldest first."""
        return self._project.history(step_id)

    def _follow(self, changed: Changed) -> None:
        """Bring what is in memory to where the project is, and tell what kinds of thing changed."""
        documents = [DocumentId(name) for name in changed.ids.get("document", ())]
        taggings = changed.ids.get("tagging", ())
        events = [EventId(name) for name in changed.ids.get("event", ())]
        if documents:
            now = {document.id: document for document in self._project.documents_with(documents)}
            for gone in set(documents) - set(now):
                self._all_documents.pop(gone, None)
            self._all_documents |= now
        for name in taggings:
            self._taggings.pop(DocumentId(name), None)
        if events:
            self._shelf.drop(changed.gone.tolist())
            new = self._project.catalogue(events, self._catalogue)
            self._catalogue = self._catalogue.replaced(changed.gone, new)
            self._linking.drop(np.append(changed.gone, new.number))
            self.__dict__.pop("_places", None)
        topics = [Topic.DOCUMENTS] if documents or taggings else []
        topics += [Topic.EVENTS] if events else []
        topics += [Topic.ARRANGEMENT] if self._arrangements.drop(changed.ids) else []
        if self._selection in events:
            topics.append(Topic.SELECTION)
            self._selection = self._selection if self._is_shown(self._selection) else None
        for topic in (*topics, Topic.HISTORY):
            self._listeners.tell(topic)


def _joined(moves: Sequence[Changed]) -> Changed:
    """What several steps changed together."""
    kinds = dict.fromkeys(kind for move in moves for kind in move.ids)
    ids = {kind: tuple(dict.fromkeys(name for move in moves for name in move.ids.get(kind, ()))) for kind in kinds}
    return Changed(moves[-1].label, ids, np.unique(np.concatenate([move.gone for move in moves])))
