"""From a document to its temporal expressions and the events it reports; pure and picklable.

``extract`` gives the same answer for the same text, publication date and options, whatever the machine or the day. Two
events of one document never share a title; an event's id depends on the text, the place of its date and the options.
"""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from hashlib import sha256

from timeline_app.extraction.detection import detected_language
from timeline_app.extraction.english.clauses import clauses
from timeline_app.extraction.english.names import find_names
from timeline_app.extraction.english.words import parse
from timeline_app.extraction.events.abroad.events import events_of
from timeline_app.extraction.events.abroad.lexicon import Lexicon, lexicon
from timeline_app.extraction.events.abroad.people import Mention, people_in, within
from timeline_app.extraction.events.antecedents import antecedent
from timeline_app.extraction.events.bare import placed
from timeline_app.extraction.events.confidence import LEAST
from timeline_app.extraction.events.labels import Label, label
from timeline_app.extraction.events.objects import with_names
from timeline_app.extraction.events.told import Told
from timeline_app.extraction.events.units import units
from timeline_app.extraction.events.writing import LONGEST, plain
from timeline_app.extraction.joining import dates
from timeline_app.extraction.legible import legible
from timeline_app.extraction.options import Options
from timeline_app.extraction.segmentation import sentences
from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, TextSpan, paragraph_number, paragraph_starts, quote_at
from timeline_app.model.event import Citation, Event, EventId, Tagging, Timex
from timeline_app.model.temporal import TemporalValue

_WORD = re.compile(r"[^\W\d_]+")
_INSIDE = re.compile(r"(?<=[a-z,] )[A-Z][a-z]+")
_NAMING = re.compile(r"\b(?!(?:the|of|in|on)\b)[^\W\d_]{2,}")  # words that tell named events apart
_FRONT_MATTER = re.compile(
    r"---[ \t]*\r?\n(?:(?:[^\W\d][\w-]*[ \t]*:|[ \t#]|-[ ])[^\n]*\n|\r?\n)*(?:---|\.\.\.)[ \t]*\r?(?:\n|\Z)"
)
_NEAR = 10  # sentences in which the person that "he" is must have been named
_UNDATED = 0.8  # how sure an event without a place in time is, beside the same event with one
_LONG = 2_000  # code points of a sentence that is a list or a table rather than prose
_ENDLESS = 5_000  # code points of a sentence that is data, of which no events are made


@dataclass(frozen=True, slots=True)
class Extraction:
    """What was found in one document."""

    tagging: Tagging
    events: tuple[Event, ...]


@dataclass(frozen=True, slots=True)
class _Proposal:
    """An event in the making, with the sentence it stands in; ``named`` by a noun phrase ("the 2003 invasion")."""

    expressions: tuple[Timex, ...]
    value: TemporalValue | None
    label: Label
    sentence: TextSpan
    participants: tuple[str, ...] = ()
    named: bool = False


def extract(document: Document, options: Options = Options()) -> Extraction:  # noqa: B008 - frozen
    """The temporal expressions of a document, and the events they date."""
    tagging = tag(document, options)
    return Extraction(tagging, propose(document, tagging, options))


def propose(document: Document, tagging: Tagging, options: Options = Options()) -> tuple[Event, ...]:  # noqa: B008
    """The events that the expressions of a document date, in the order of the text."""
    language = _language(document, options)
    proposals = list(_english(document, tagging) if _says_english(language) else _abroad(document, tagging, language))
    return tuple(_events(document, options, proposals))


def _language(document: Document, options: Options) -> str:
    """The language a document is to be read in; where nobody says so, its words do."""
    return options.language or document.language or detected_language(document.text) or "en"


def _says_english(language: str) -> bool:
    return language.lower().startswith("en")


def _english(document: Document, tagging: Tagging) -> Iterator[_Proposal]:
    text = legible(document.text)
    published = document.published.value.start if document.published else None
    names, capitals = find_names(text), _always_capital(text)
    told_before = Told(text, names)
    for before, sentence, expressions in _dated_sentences(text, tagging):
        if sentence.end - sentence.start > _LONG:
            yield from _plainly(document, sentence, expressions, lexicon("any"))
            continue
        parsed = parse(text, sentence, [timex.span for timex in expressions], capitals)
        found = clauses(parsed)
        for unit in units(parsed, found, expressions):
            pronoun = antecedent(unit.clause, found, before, told_before)
            told = placed(label(unit, found, names, published, pronoun), unit, before, told_before)
            told = replace(told, title=with_names(told.title, unit.clause, before, told_before))
            if " " not in told.title or told.confidence < LEAST:
                continue
            named = unit.phrase is not None
            yield _Proposal(unit.expressions, unit.value, told, sentence, names.participants(*sentence), named=named)


def _dated_sentences(text: str, tagging: Tagging) -> Iterator[tuple[tuple[int, ...], TextSpan, list[Timex]]]:
    """The sentences that hold a date, where those just before and they begin, and their expressions.

    What a Markdown document says of itself at its top (``date: 2011-03-31``) is none of them, nor is endless data.
    """
    expressions = list(tagging.expressions)
    starts: deque[int] = deque(maxlen=_NEAR)
    at = 0
    front = _FRONT_MATTER.match(text)
    for sentence in sentences(text):
        if front and sentence.start < front.end():
            continue
        inside: list[Timex] = []
        starts.append(sentence.start)
        while at < len(expressions) and expressions[at].span.start < sentence.end:
            if expressions[at].span.start >= sentence.start:
                inside.append(expressions[at])
            at += 1
        if sentence.end - sentence.start <= _ENDLESS and any(dates(timex) for timex in inside):
            yield tuple(starts), sentence, inside


def _abroad(document: Document, tagging: Tagging, language: str) -> Iterator[_Proposal]:
    """What a text that is not English reports."""
    lists = lexicon(language)
    people = people_in(document.text, lists)
    for _, sentence, expressions in _dated_sentences(document.text, tagging):
        yield from _plainly(document, sentence, expressions, lists, people)


def _plainly(
    document: Document,
    sentence: TextSpan,
    expressions: Sequence[Timex],
    lists: Lexicon,
    people: tuple[Mention, ...] = (),
) -> Iterator[_Proposal]:
    """The proposals of a sentence that is not parsed."""
    now = document.published.value if document.published else None
    for event in events_of(document.text, sentence, [timex for timex in expressions if dates(timex)], lists, now):
        told = Label(event.title, event.category, event.factuality, event.confidence, 0.5)
        yield _Proposal(event.expressions, event.value, told, sentence, within(people, *sentence))


def _always_capital(text: str) -> frozenset[str]:
    """Words that stand with a capital inside sentences and never without one."""
    lower = {word for word in set(_WORD.findall(text)) if word.islower()}
    return frozenset(word.lower() for word in set(_INSIDE.findall(text))) - lower


def _events(document: Document, options: Options, proposals: Sequence[_Proposal]) -> Iterator[Event]:
    """The events of the proposals; a thing told twice with one title and date is one event with two citations."""
    made: list[Event] = []
    titles: dict[str, int] = {}
    dated: defaultdict[str, list[int]] = defaultdict(list)
    starts = paragraph_starts(document.text)
    for proposal in proposals:
        event = _event(document, options, proposal, paragraph_number(starts, proposal.expressions[0].span.start))
        date = event.value.edtf if event.value else event.id
        same = next((i for i in dated[date] if _is_told_again(made[i], event, named=proposal.named)), -1)
        if same >= 0:
            made[same] = replace(made[same], citations=_joined(made[same].citations, event.citations[0]))
            continue
        dated[date].append(len(made))
        made.append(replace(event, title=_distinct(event, titles)))
    yield from made


def _is_told_again(known: Event, event: Event, *, named: bool) -> bool:
    """Whether an event of the same date is a known one: by its title, its name, or what the same sentence says."""
    if known.title.casefold() == event.title.casefold():
        return True
    if named:
        one, other = (set(_NAMING.findall(title.casefold())) for title in (known.title, event.title))
        return one <= other or other <= one
    content = known.title.partition(": ")[2] or event.title.partition(": ")[2]
    same_words = content.casefold() in {known.title.casefold(), event.title.casefold()}
    return same_words and known.citations[0].quote.span == event.citations[0].quote.span


def _joined(citations: tuple[Citation, ...], again: Citation) -> tuple[Citation, ...]:
    """The citations with one more, or with its expressions where they quote the same sentence already."""
    if citations[-1].quote.span != again.quote.span:
        return (*citations, again)
    expressions = {timex.span: timex for timex in (*citations[-1].expressions, *again.expressions)}
    return (*citations[:-1], replace(citations[-1], expressions=tuple(expressions.values())))


def _event(document: Document, options: Options, proposal: _Proposal, paragraph: int) -> Event:
    told, first = proposal.label, proposal.expressions[0].span
    key = f"{document.sha256} {first.start} {first.end} {options.language}"
    citation = Citation(
        document.id,
        quote_at(document.text, proposal.sentence),
        proposal.expressions,
        f"paragraph {paragraph}",
    )
    return Event(
        EventId(sha256(key.encode()).hexdigest()[:16]),
        told.title or plain(citation.quote.exact),
        proposal.value,
        (citation,),
        category=told.category,
        factuality=told.factuality,
        confidence=round(told.confidence * (1.0 if proposal.value else _UNDATED), 2),
        importance=told.importance,
        undated=proposal.expressions[0].undated if proposal.value is None else None,
        participants=proposal.participants,
    )


def _distinct(event: Event, taken: dict[str, int]) -> str:
    """The event's title, told apart from those taken by its date words, then by a number.

    ``taken`` gives for each title how often it has been asked for; the title returned is taken from now on.
    """
    date = " ".join(event.citations[0].expressions[0].text.split())
    marks = ("", date)
    title = candidate = event.title
    while candidate.casefold() in taken:
        tried = taken[title.casefold()]
        taken[title.casefold()] = tried + 1
        mark = marks[tried] if tried < len(marks) else str(tried)
        candidate = f"{plain(title, (), LONGEST - len(mark) - 3)} ({mark})"
    taken[candidate.casefold()] = 1
    return candidate
