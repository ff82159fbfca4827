"""Temporal expressions, why they mean the date they do, and the events that cite them.

A ``Timex`` is what TIMEX3 calls a temporal expression; its ``Derivation`` says how its value came about. An ``Event``
has a value and citations, each with the words it came from. Everything is frozen: an edit makes a new value.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

from timeline_app.model.document import DocumentId, Quote, TextSpan
from timeline_app.model.temporal import TemporalValue

EventId = NewType("EventId", str)


class TimexType(StrEnum):
    """The four types of TIMEX3."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"


class AnchorOrigin(StrEnum):
    """Where the date that an expression counts from was taken from."""

    PUBLICATION = "publication"
    MENTION = "mention"
    EVENT = "event"
    USER = "user"


class Undated(StrEnum):
    """Why an expression that points at the calendar has no place on it yet."""

    NEEDS_PUBLICATION = "needs the document's date"
    TOO_VAGUE = "too vague"
    AMBIGUOUS = "ambiguous"


class Status(StrEnum):
    """Extraction proposes; people accept or reject."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REJECTED = "rejected"


class Factuality(StrEnum):
    """What kind of statement the words make about the event."""

    HAPPENED = "happened"
    SAID = "said"
    PLANNED = "planned"
    DENIED = "denied"
    ALLEGED = "alleged"


class Flag(StrEnum):
    """What a person marks an event with. Private ones are never exported or copied."""

    DISPUTED = "disputed"
    KEY = "key"
    PRIVATE = "private"


class Stance(StrEnum):
    """What a source does for an event, in a person's judgement."""

    NEUTRAL = "neutral"
    PROVING = "proving"
    DISPUTING = "disputing"


class Category(StrEnum):
    """The default categories: event types of ACE 2005, and Other."""

    CONFLICT = "Conflict"
    CONTACT = "Contact"
    MOVEMENT = "Movement"
    PERSONNEL = "Personnel"
    JUSTICE = "Justice"
    LIFE = "Life"
    BUSINESS = "Business"
    TRANSACTION = "Transaction"
    OTHER = "Other"


@dataclass(frozen=True, slots=True)
class Anchor:
    """The date an expression is counted from; ``span`` is where it stands in the text, None outside the text."""

    edtf: str
    origin: AnchorOrigin
    span: TextSpan | None = None


@dataclass(frozen=True, slots=True)
class Alternative:
    """Another date the same words could mean, and in plain words how ("counting the first day"); may be empty."""

    edtf: str
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Derivation:
    """Why an expression has its value. ``words`` may hold more than the TIMEX3 span ("On Wednesday"); ``rule`` is a
    plain English clause ("the last Wednesday before it (“resigned”)").
    """  # noqa: D205 - one thought

    words: str
    rule: str
    anchor: Anchor | None = None
    alternatives: tuple[Alternative, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Timex:
    """A temporal expression: its TIMEX3 span, type and value, and its place in time where it has one.

    ``temporal`` is None for durations, repeated times and what could not be resolved; ``undated`` then says why if the
    words do point at the calendar. ``rule`` is the rule's id.
    """

    span: TextSpan
    text: str
    type: TimexType
    value: str
    temporal: TemporalValue | None
    rule: str
    derivation: Derivation
    undated: Undated | None = None

    @property
    def anchor(self) -> Anchor | None:
        """The date it was counted from."""
        return self.derivation.anchor


@dataclass(frozen=True, slots=True)
class Tagging:
    """Every temporal expression of a document, in order of its spans."""

    id: DocumentId
    expressions: tuple[Timex, ...]


@dataclass(frozen=True, slots=True)
class Citation:
    """The words of one document that report an event, and the expressions in them that date it.

    ``locator`` says in words where they stand ("paragraph 5").
    """

    document: DocumentId
    quote: Quote
    expressions: tuple[Timex, ...] = ()
    locator: str = ""
    stance: Stance = Stance.NEUTRAL


@dataclass(frozen=True, slots=True)
class Event:
    """Something with a date that sources report. ``value`` is None while it is undated.

    ``confidence`` and ``importance`` lie in 0 to 1; ``participants`` are names as the source writes them in full.
    ``place`` orders by hand the events of one date, 0 where nobody did. An event in the bin, or one that was merged
    into another (``merged_into``), is kept and not shown. ``edited`` ones have something that a person wrote or chose.
    ``notes`` are private, never exported or copied, unless a person said otherwise (``notes_public``).
    """

    id: EventId
    title: str
    value: TemporalValue | None
    citations: tuple[Citation, ...]
    status: Status = Status.PROPOSED
    category: str = Category.OTHER
    factuality: Factuality = Factuality.HAPPENED
    confidence: float = 1.0
    importance: float = 0.5
    undated: Undated | None = None
    set_by_hand: bool = False
    participants: tuple[str, ...] = ()
    notes: str = ""
    tags: tuple[str, ...] = ()
    flags: frozenset[Flag] = frozenset()
    lane: str = ""
    place: int = 0
    binned: bool = False
    merged_into: EventId | None = None
    edited: bool = False
    notes_public: bool = False

    @property
    def is_private(self) -> bool:
        """Whether a person keeps it out of exports and copies."""
        return Flag.PRIVATE in self.flags

    @property
    def is_hidden(self) -> bool:
        """Whether it is in the bin or part of another event."""
        return self.binned or self.merged_into is not None

    @property
    def expression(self) -> Timex | None:
        """The expression that dates it first, or None where nothing in a text does."""
        return next((timex for citation in self.citations for timex in citation.expressions), None)
