"""Which lanes each event belongs to, by what the user chose, and the lanes of what is shown.

An event stands in the lane of every source that reports it and of every person who takes part. Of very many sources or
persons those with the most events have lanes of their own, and one lane holds what belongs to none of these.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import PurePath

import numpy as np
from numpy.typing import NDArray

from timeline_app.layout.columns import Columns
from timeline_app.layout.lanes import Label, Lane, LaneKind, lanes_of
from timeline_app.layout.pyramid import Rows
from timeline_app.model.document import Document
from timeline_app.model.event import Category, Event
from timeline_app.model.wording import in_words
from timeline_app.session.lanes import Arranged, LaneChoice
from timeline_app.session.session import Session
from timeline_app.storage.links import Kind, Linked

Codes = NDArray[np.uint8] | NDArray[np.uint16]

MOST = 40  # lanes beside the one for everything else
REST = ""  # its id
_REST_NAMES = {
    LaneKind.CATEGORY: "No category",
    LaneKind.SOURCE: "No source",
    LaneKind.PERSON: "No person named",
    LaneKind.OWN: "No lane of its own",
}


@dataclass(frozen=True, slots=True, eq=False)
class Grouping:
    """Labels in their own order, and pairs of an event's ordinal and the label it belongs to, a code into them."""

    kind: LaneKind
    labels: tuple[Label, ...]
    ordinal: Rows
    code: Rows

    def lanes(self, arranged: Arranged, columns: Columns, rows: NDArray[np.int32]) -> tuple[Lane, ...]:
        """The lanes of shown ``columns``; ``rows`` gives by ordinal the row, -1 where an event is not shown."""
        placed = rows[self.ordinal].astype(np.intp)
        shown = placed >= 0
        row, code = placed[shown], self.code[shown]
        counts = np.bincount(code, minlength=len(self.labels))
        own = np.sort(np.argsort(-counts, kind="stable")[:MOST])
        own = own[counts[own] > 0]
        order = np.lexsort((row, code))
        row, code = row[order], code[order]
        bounds = code.searchsorted(np.arange(len(self.labels) + 1))
        members = {self.labels[at].id: row[bounds[at] : bounds[at + 1]] for at in own.tolist()}
        rest = np.ones(len(columns), dtype=np.bool_)
        for some in members.values():
            rest[some] = False
        members[REST] = np.flatnonzero(rest)
        labels = [*(self.labels[at] for at in own.tolist()), Label(REST, self._rest_name(len(own)))]
        return lanes_of(columns, ((label, members[label.id]) for label in arranged.sorted(labels)))

    def renamed(self, arranged: Arranged, lanes: Sequence[Lane]) -> tuple[Lane, ...]:
        """The same lanes in another order, under other names, folded or not."""
        known = {lane.id: lane for lane in lanes}
        labels = [label for label in self.labels if label.id in known]
        if REST in known:
            labels.append(Label(REST, self._rest_name(len(labels))))
        return tuple(replace(known[label.id], label=label) for label in arranged.sorted(labels))

    def _rest_name(self, own: int) -> str:
        return "All others" if len(self.labels) > own else _REST_NAMES[self.kind]


def grouping_of(session: Session, kind: LaneKind) -> Grouping | None:
    """Which lanes the events of a session belong to; None for no lanes.

    Raises:
        ProjectError: the project is damaged.

    """
    return None if kind is LaneKind.NONE else _MAKERS[kind](session)


def grouping_of_events(events: Sequence[Event], documents: Iterable[Document], kind: LaneKind) -> Grouping | None:
    """As ``grouping_of``, of some events by their place among them."""
    if kind is LaneKind.NONE:
        return None
    belongs = _BELONGS[kind]
    pairs = [(ordinal, name) for ordinal, event in enumerate(events) for name in dict.fromkeys(belongs(event))]
    names = tuple(dict.fromkeys(name for _, name in pairs))
    codes = {name: code for code, name in enumerate(names)}
    ordinal = np.array([ordinal for ordinal, _ in pairs], dtype=np.int64)
    code = np.array([codes[name] for _, name in pairs], dtype=np.int32)
    if kind is LaneKind.CATEGORY:
        return by_category(names, code.astype(np.uint16))
    shown = _source_names(documents) if kind is LaneKind.SOURCE else {}
    return _linked(kind, Linked(ordinal, code, names, len(events)), shown)


def grouped(
    grouping: Grouping | None, choice: LaneChoice, columns: Columns, rows: NDArray[np.int32]
) -> tuple[Lane, ...]:
    """The lanes to draw, ready for the first picture of them; none where none were chosen."""
    if grouping is None or not len(columns):
        return ()
    lanes = grouping.lanes(choice.arranged, columns, rows)
    for lane in lanes:
        lane.columns.prepare()
    return lanes


def by_category(names: Sequence[str], codes: Codes) -> Grouping:
    """By a category for each event, as codes counting into names; the usual ones first."""
    usual = [str(category) for category in Category]
    ordered = sorted(names, key=lambda name: (usual.index(name) if name in usual else len(usual), name))
    labels = tuple(Label(name, name, name) for name in ordered)
    code = np.array([ordered.index(name) for name in names], dtype=np.intp)
    ordinals = np.arange(len(codes), dtype=np.intp)
    return Grouping(LaneKind.CATEGORY, labels, ordinals, code[codes] if len(code) else ordinals)


def _by_source(session: Session) -> Grouping:
    return _linked(LaneKind.SOURCE, session.linked(Kind.DOCUMENT), _source_names(session.documents))


def _source_names(documents: Iterable[Document]) -> dict[str, str]:
    """Who says so, by the documents' ids; of several who are called the same, as much more as tells them apart."""
    names = {str(document.id): _from_short_to_long(document) for document in documents}
    count = Counter(name for each in names.values() for name in dict.fromkeys(each))
    return {key: next((name for name in each if count[name] == 1), each[-1]) for key, each in names.items()}


def _from_short_to_long(document: Document) -> tuple[str, ...]:
    """What a document can be called: who says so, its title, that with its date, and with its file."""
    dated = f"{document.title}, {in_words(document.published.value)}" if document.published else document.title
    file = PurePath(document.path).name
    return document.source, document.title, dated, f"{dated} ({file})" if file else dated


def _by_person(session: Session) -> Grouping:
    return _linked(LaneKind.PERSON, session.linked(Kind.PARTICIPANT))


def _by_hand(session: Session) -> Grouping:
    known = session.catalogue
    labels = tuple(Label(name, name) for name in known.lanes)
    ordinals = np.arange(len(known), dtype=np.intp)
    named = np.array([bool(name) for name in known.lanes], dtype=np.bool_)
    has_one = named[known.lane] if len(named) else np.zeros(len(known), dtype=np.bool_)
    return Grouping(LaneKind.OWN, labels, ordinals[has_one], known.lane[has_one].astype(np.intp))


def _linked(kind: LaneKind, linked: Linked, names: Mapping[str, str] | None = None) -> Grouping:
    """By what is linked with the events, that with the most first."""
    order = np.argsort(-linked.counts(), kind="stable")
    place = np.empty(len(order), dtype=np.intp)
    place[order] = np.arange(len(order))
    labels = tuple(Label(name, (names or {}).get(name, name)) for name in (linked.names[at] for at in order.tolist()))
    return Grouping(kind, labels, linked.ordinal.astype(np.intp), place[linked.code] if len(place) else order)


_MAKERS: dict[LaneKind, Callable[[Session], Grouping]] = {
    LaneKind.CATEGORY: lambda session: by_category(session.catalogue.categories, session.catalogue.category),
    LaneKind.SOURCE: _by_source,
    LaneKind.PERSON: _by_person,
    LaneKind.OWN: _by_hand,
}
_BELONGS: dict[LaneKind, Callable[[Event], Iterable[str]]] = {
    LaneKind.CATEGORY: lambda event: (event.category,),
    LaneKind.SOURCE: lambda event: (str(citation.document) for citation in event.citations),
    LaneKind.PERSON: lambda event: event.participants,
    LaneKind.OWN: lambda event: (event.lane,) if event.lane else (),
}
