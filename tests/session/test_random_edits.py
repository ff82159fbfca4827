"""Whatever is done in whatever order: memory, database and history agree, and undo goes back exactly."""

from __future__ import annotations

import hashlib
import sqlite3
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import fields, replace
from pathlib import Path

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests import records
from timeline_app.model.arrangement import Era, IgnoreRule, IgnoreRuleId, Likeness, OwnCategory, SavedView
from timeline_app.model.change import Change, Edit
from timeline_app.model.document import Document, DocumentId
from timeline_app.model.event import Event, EventId, Flag, Stance
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import arranging, edits
from timeline_app.session.ingest import Ingested
from timeline_app.session.integrity import check
from timeline_app.session.rereading import is_untouched
from timeline_app.session.session import Session
from timeline_app.storage import search
from timeline_app.storage.arranged import KINDS
from timeline_app.storage.links import Kind
from timeline_app.storage.project import Project

State = tuple[frozenset[object], ...]


def _state(session: Session) -> State:
    """Everything in the database, hidden or not."""
    project = session._project
    arranged = (record for kind in KINDS.values() for record in project.arrangements(kind))
    return tuple(map(frozenset, (project.documents(), project.taggings(), project.events(), arranged)))


LINKED: dict[Kind, Callable[[Event], Iterable[str]]] = {
    Kind.PARTICIPANT: lambda event: event.participants,
    Kind.TAG: lambda event: event.tags,
    Kind.DOCUMENT: lambda event: [citation.document for citation in event.citations],
}


def _id(event: Event) -> EventId:
    return event.id


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
            self._note()

    def _note(self) -> None:
        self.states = [*self.states[: self.place + 1], _state(self.session)]
        self.place += 1

    def _found_in(self, source: Document, data: st.DataObject) -> Ingested:
        names = data.draw(st.lists(st.sampled_from("abcde"), max_size=3, unique=True))
        return records.ingested(source, *(data.draw(records.events(source, f"{source.id}{name}")) for name in names))

    @rule(data=st.data())
    def add(self, data: st.DataObject) -> None:
        found = [self._found_in(source, data) for source in data.draw(st.lists(records.documents(), max_size=2))]
        known = self.session._project.documents()
        self._apply(edits.add_documents(found, known, self.session._project.events()))

    @precondition(lambda self: self.session.documents)
    @rule(data=st.data())
    def publish(self, data: st.DataObject) -> None:
        before = data.draw(st.sampled_from(self.session.documents))
        after = records.dated(before, data.draw(st.sampled_from(records.DATES)))
        again = self._found_in(after, data)
        self._apply(self.session.read_again(again))

    @precondition(lambda self: self.session.documents)
    @rule(data=st.data(), more=st.sampled_from(["", "x", "Before all that, "]), language=st.sampled_from(["", "de"]))
    def read_again(self, data: st.DataObject, more: str, language: str) -> None:
        """Another text, in which everything stands further on: what was cited is found there."""
        before: Document = data.draw(st.sampled_from(self.session.documents))
        text = more + before.text
        digest = hashlib.sha256(text.encode()).hexdigest()
        touched = {event.id for event in self.session.events if not is_untouched(event, before)}
        found = self._found_in(replace(before, text=text, sha256=digest, chosen_language=language), data)
        self._apply(self.session.read_again(found))
        assert touched <= {event.id for event in self.session.events}
        told = {(name, number) for name, number, integrity in check(self.session, [before.id]) if integrity}
        citations = [(event, at) for event in self.session._project.events() for at in range(len(event.citations))]
        assert told == {(event.id, at) for event, at in citations if event.citations[at].document == before.id}

    @precondition(lambda self: self.session.documents)
    @rule(data=st.data())
    def bin_document(self, data: st.DataObject) -> None:
        source = data.draw(st.sampled_from(self.session.documents))
        self._apply(self.session.binning(source.id).change)

    @precondition(lambda self: self.session.bin[0])
    @rule(data=st.data())
    def restore_document(self, data: st.DataObject) -> None:
        documents, events = self.session.bin
        self._apply(edits.restore_document(data.draw(st.sampled_from(documents)), events))

    @precondition(lambda self: self.session.events)
    @rule(data=st.data())
    def put_in_bin(self, data: st.DataObject) -> None:
        self._apply(edits.put_in_bin(data.draw(st.lists(st.sampled_from(self.session.events), unique_by=_id))))

    @precondition(lambda self: self.session.bin[1])
    @rule(data=st.data())
    def restore(self, data: st.DataObject) -> None:
        self._apply(edits.restore([data.draw(st.sampled_from(self.session.bin[1]))]))

    @precondition(lambda self: len(self.session.events) > 1)
    @rule(data=st.data())
    def merge(self, data: st.DataObject) -> None:
        first, *others = data.draw(
            st.lists(st.sampled_from(self.session.events), unique_by=_id, min_size=2, max_size=3)
        )
        self._apply(edits.merge(first, others))

    @precondition(lambda self: self.session.events)
    @rule(data=st.data())
    def split(self, data: st.DataObject) -> None:
        event: Event = data.draw(st.sampled_from(self.session.events))
        if parts := self.session.merged(event.id):
            self._apply(edits.split(event, parts))

    @precondition(lambda self: self.session.events)
    @rule(data=st.data(), title=st.text(max_size=5), flag=st.sampled_from(Flag))
    def write(self, data: st.DataObject, title: str, flag: Flag) -> None:
        event: Event = data.draw(st.sampled_from(self.session.events))
        self._apply(edits.set_title(event, title))
        self._apply(edits.set_tags(self.session.event(event.id), [title, "b"]))
        self._apply(edits.set_flag([self.session.event(event.id)], flag, on=flag not in event.flags))

    @precondition(lambda self: self.session.events)
    @rule(data=st.data(), notes=st.lists(st.text(min_size=1, max_size=3), min_size=2, max_size=4))
    def type_notes(self, data: st.DataObject, notes: list[str]) -> None:
        """All letters of one burst of typing are one step."""
        event: Event = data.draw(st.sampled_from(self.session.events))
        changed = False
        self.session.keep_setting("burst", "")
        for typed in notes:
            change = edits.set_notes(self.session.event(event.id), typed)
            self.session.apply(change, merging=f"notes {self.place} {event.id}")
            changed |= bool(change.edits)
        if changed:
            self._note()
        self.session.apply(edits.arrange([self.session.event(event.id)]))
        if _state(self.session) != self.states[self.place]:
            self._note()

    @precondition(lambda self: self.session.events)
    @rule(data=st.data(), words=st.text(min_size=1, max_size=8))
    def cite_without_file(self, data: st.DataObject, words: str) -> None:
        event: Event = data.draw(st.sampled_from(self.session.events))
        cited = edits.cite_without_file(event, "Call", words, who="Ann", when=None, where=f"minute {self.place}")
        if not self.session._project.documents_with([DocumentId(cited.edits[0].record.id)]):
            self._apply(cited)
            event = self.session.event(event.id)
            self._apply(edits.set_stance(event, len(event.citations) - 1, Stance.PROVING))

    @rule(data=st.data())
    def forget(self, data: st.DataObject) -> None:
        """What was forgotten is in no state of the history, and the rest can still be undone."""
        documents, events = self.session.bin
        if not documents and not events:
            return
        records_there: list[Document | Event] = [*documents, *events]
        gone = data.draw(st.sampled_from(records_there))
        self.session.forget(
            [gone.id] if isinstance(gone, Document) else [], [gone.id] if isinstance(gone, Event) else []
        )
        for table in ("documents", "events", "edits"):
            column = "record" if table == "edits" else "id"
            query = f"SELECT count(*) FROM {table} WHERE {column} = ?"  # noqa: S608 - our own names
            assert self.session._project._connection.execute(query, (gone.id,)).fetchone() == (0,)
        now = _state(self.session)
        self.states = [now]
        while self.session.undo_label:
            self.session.undo()
            self.states.insert(0, _state(self.session))
        while self.session.redo_label:
            self.session.redo()
        assert _state(self.session) == now
        self.place = len(self.states) - 1

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

    @rule(record=st.sampled_from(records.ARRANGED[:3]), name=st.text(max_size=3))
    def arrange(self, record: SavedView | Era | OwnCategory, name: str) -> None:
        """Make it, give it another name, take it away."""
        there = [each for each in self.session._project.arrangements(KINDS[type(record)]) if each.id == record.id]
        if not there:
            self._apply(arranging.add(record))
        elif isinstance(record, OwnCategory) and isinstance(there[0], OwnCategory):
            renamed = replace(record, name=name)
            self._apply(self.session.changing_category(there[0], renamed))
            self._apply(self.session.removing_category(renamed))
        else:
            self._apply(arranging.change(there[0], replace(record, name=name)))
            self._apply(arranging.remove(replace(record, name=name)))

    @precondition(lambda self: self.session.documents)
    @rule(data=st.data(), words=st.text("ab", min_size=1, max_size=2))
    def ignore(self, data: st.DataObject, words: str) -> None:
        source: Document = data.draw(st.sampled_from(self.session.documents))
        made = IgnoreRule(IgnoreRuleId(arranging.new_id()), Likeness.EXPRESSION, words, source.id)
        self._apply(arranging.add(made))

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

    @rule()
    def compact(self) -> None:
        self.session.compact()

    @rule(data=st.data())
    def select(self, data: st.DataObject) -> None:
        self.session.select(data.draw(st.sampled_from([None, *(event.id for event in self.session.events)])))

    @invariant()
    def the_session_is_where_the_steps_led(self) -> None:
        assert _state(self.session) == self.states[self.place]
        assert self.session.selection is None or self.session.event(self.session.selection)

    @rule(number=st.integers(0, 20))
    def go_to(self, number: int) -> None:
        steps = self.session.history
        self.place = min(number, len(steps))
        self.session.go_to(steps[self.place - 1].id if self.place else 0)

    @invariant()
    def what_is_arranged_is_in_memory_as_in_the_database(self) -> None:
        here = (*self.session.views, *self.session.eras, *self.session.own_categories, *self.session.ignore_rules)
        assert frozenset(here) == _state(self.session)[3]

    @invariant()
    def the_session_shows_what_the_database_holds(self) -> None:
        project = self.session._project
        assert self.session.documents == tuple(each for each in project.documents() if not each.binned)
        assert frozenset(self.session.events) == {each for each in project.events() if not each.is_hidden}
        taggings = {self.session.tagging(document.id) for document in self.session.documents}
        assert taggings <= set(project.taggings())
        assert [row[0] for row in project._connection.execute("PRAGMA integrity_check")] == ["ok"]

    @invariant()
    def the_catalogue_is_what_would_be_loaded(self) -> None:
        here, loaded = self.session.catalogue, self.session._project.catalogue()
        for field in fields(here):
            if field.name not in {"category", "categories", "lane", "lanes"}:
                assert getattr(here, field.name).tolist() == getattr(loaded, field.name).tolist(), field.name
        events = list(self.session.events)
        for one in (here, loaded):
            assert [one.categories[code] for code in one.category] == [event.category for event in events]
            assert [one.lanes[code] for code in one.lane] == [event.lane for event in events]
        assert here.has_notes.tolist() == [event.notes != "" for event in events]
        assert here.edited.tolist() == [event.edited for event in events]

    @invariant()
    def the_links_are_those_of_the_events(self) -> None:
        events = list(self.session.events)
        for kind, names_of in LINKED.items():
            linked = self.session.linked(kind)
            pairs = [
                (int(ordinal), linked.names[code]) for ordinal, code in zip(linked.ordinal, linked.code, strict=True)
            ]
            assert sorted(pairs) == sorted({(at, name) for at, event in enumerate(events) for name in names_of(event)})
            assert dict(zip(linked.names, linked.counts().tolist(), strict=True)) == {
                name: sum(name in names_of(event) for event in events) for name in linked.names
            }

    @invariant()
    def the_index_finds_what_is_there(self) -> None:
        found = {word: self.session._project.find(word) for word in ("a", "event", "1")}
        anew = sqlite3.connect(":memory:")
        self.session._project._connection.backup(anew)
        search.rebuild(anew)
        for word, (events, documents) in found.items():
            query = search.query_of(word)
            assert search.find(anew, "event", query).tolist() == events.tolist()
            assert search.find(anew, "document", query).tolist() == documents.tolist()
        anew.close()

    @invariant()
    def the_history_has_every_step(self) -> None:
        done = [step.done for step in self.session.history]
        assert done == [number < self.place for number in range(len(self.states) - 1)]


TestRandomEdits = RandomEdits.TestCase
TestRandomEdits.settings = settings(max_examples=15, stateful_step_count=20, deadline=None)
