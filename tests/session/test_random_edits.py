"""Whatever is done in whatever order: memory, database and history agree, and undo goes back exactly."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests import records
from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document
from timeline_app.model.event import Event
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import edits
from timeline_app.session.ingest import Ingested
from timeline_app.session.session import Session
from timeline_app.storage.project import Project

State = tuple[frozenset[object], frozenset[object], frozenset[object]]


def _state(session: Session) -> State:
    taggings = frozenset(session.tagging(document.id) for document in session.documents)
    return frozenset(session.documents), taggings, frozenset(session.events)


class RandomEdits(RuleBasedStateMachine):
    """Random intents on a project file, beside a plain list of all states so far."""

    @initialize()
    def start(self) -> None:
        self.folder = tempfile.TemporaryDirectory()
        self.path = Path(self.folder.name) / "random.tlproj"
        self.session = Session(Project.open(self.path))
        self.states = [_state(self.session)]
        self.place = 0

    def teardown(self) -> None:
        if hasattr(self, "session"):
            self.session.close()
            self.folder.cleanup()

    def _apply(self, change: Change) -> None:
        self.session.apply(change)
        if change.edits:
            self.states = [*self.states[: self.place + 1], _state(self.session)]
            self.place += 1

    def _found_in(self, source: Document, data: st.DataObject) -> Ingested:
        names = data.draw(st.lists(st.sampled_from("abcde"), max_size=3, unique=True))
        return records.ingested(source, *(data.draw(records.events(source, f"{source.id}{name}")) for name in names))

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        found = [self._found_in(source, data) for source in data.draw(st.lists(records.documents(), max_size=2))]
        self._apply(edits.add_documents(found, self.session.documents, self.session.events))

    @precondition(lambda self: self.session.documents)
    @rule(data=st.data())
    def publish(self, data: st.DataObject) -> None:
        before = data.draw(st.sampled_from(self.session.documents))
        after = records.dated(before, data.draw(st.sampled_from(records.DATES)))
        again = self._found_in(after, data)
        self._apply(edits.set_published(before, self.session.tagging(before.id), again, self.session.events))

    @precondition(lambda self: self.session.documents)
    @rule(data=st.data())
    def remove(self, data: st.DataObject) -> None:
        source = data.draw(st.sampled_from(self.session.documents))
        self._apply(edits.remove_document(source, self.session.tagging(source.id), self.session.events))

    @precondition(lambda self: self.session.events)
    @rule(data=st.data(), review=st.sampled_from([edits.accept, edits.reject, edits.reopen]))
    def review(self, data: st.DataObject, review: object) -> None:
        chosen = data.draw(st.lists(st.sampled_from(self.session.events), unique_by=lambda each: each.id))
        assert callable(review)
        self._apply(review(chosen))

    @precondition(lambda self: self.session.events)
    @rule(data=st.data(), edtf=st.sampled_from(records.DATES))
    def set_date(self, data: st.DataObject, edtf: str) -> None:
        event: Event = data.draw(st.sampled_from(self.session.events))
        self._apply(edits.set_date(event, parse_edtf(edtf)))

    @precondition(lambda self: self.session.events and self.session.documents)
    @rule(data=st.data())
    def share(self, data: st.DataObject) -> None:
        """Let an event be reported by another document too."""
        event: Event = data.draw(st.sampled_from(self.session.events))
        source: Document = data.draw(st.sampled_from(self.session.documents))
        extra = records.event(source, "x").citations
        shared = replace(event, citations=(*event.citations, *extra))
        self._apply(Change("Share", (Edit(event, shared),)))

    @rule()
    def undo(self) -> None:
        self.session.undo()
        self.place = max(0, self.place - 1)

    @rule()
    def redo(self) -> None:
        self.session.redo()
        self.place = min(len(self.states) - 1, self.place + 1)

    @rule()
    def reopen(self) -> None:
        self.session.close()
        self.session = Session(Project.open(self.path))

    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        self.session.select(data.draw(st.sampled_from([None, *(event.id for event in self.session.events)])))

    @invariant()
    def the_session_is_where_the_steps_led(self) -> None:
        assert _state(self.session) == self.states[self.place]
        assert self.session.selection is None or self.session.event(self.session.selection)

    @invariant()
    def the_database_holds_the_same(self) -> None:
        other = Project.open(self.path)
        assert other.documents() == self.session.documents
        assert frozenset(other.taggings()) == _state(self.session)[1]
        assert frozenset(other.events()) == frozenset(self.session.events)
        assert [row[0] for row in other._connection.execute("PRAGMA integrity_check")] == ["ok"]
        other.close()

    @invariant()
    def the_history_has_every_step(self) -> None:
        done = [step.done for step in self.session.history]
        assert done == [number < self.place for number in range(len(self.states) - 1)]


TestRandomEdits = RandomEdits.TestCase
TestRandomEdits.settings = settings(max_examples=25, stateful_step_count=25, deadline=None)
