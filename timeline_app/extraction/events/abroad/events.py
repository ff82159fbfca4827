"""The events of a sentence that is not English: one for each date of a clause, with what is certain of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from math import prod

from timeline_app.extraction.events.abroad.clauses import Clause, clause_of, content_of, reports
from timeline_app.extraction.events.abroad.identifying import is_apparatus, is_reference, names_law, owner_of
from timeline_app.extraction.events.abroad.kinds import category_of, factuality_of
from timeline_app.extraction.events.abroad.lexicon import Lexicon
from timeline_app.extraction.events.abroad.lives import born_of, lived_of
from timeline_app.extraction.events.abroad.orders import subject_first
from timeline_app.extraction.events.abroad.ranges import Group, grouped
from timeline_app.extraction.events.abroad.reading import DATE, WORD, Word, read
from timeline_app.extraction.events.abroad.sentence import Sentence
from timeline_app.extraction.events.abroad.titles import Title, date_words, phrase, title_of, written
from timeline_app.extraction.events.abroad.unspaced import told
from timeline_app.extraction.events.unit import VAGUE
from timeline_app.extraction.events.writing import LONGEST
from timeline_app.model.document import TextSpan
from timeline_app.model.event import Category, Factuality, Timex
from timeline_app.model.temporal import TemporalValue

LEAST = 0.45
"""How sure an event is at least."""
_SURE = 0.85
_ENTRY = 3  # words of a line without a verb that says enough
_LONGEST_SPEAKER = 30  # code points
_LINE = 100  # code points of a line that need not be a sentence


@dataclass(frozen=True, slots=True)
class Abroad:
    """One event: the expressions that date it, its value, and what is said of it."""

    expressions: tuple[Timex, ...]
    value: TemporalValue | None
    title: str
    category: Category
    factuality: Factuality
    confidence: float


def events_of(
    text: str, span: TextSpan, expressions: Sequence[Timex], lexicon: Lexicon, now: TemporalValue | None = None
) -> Iterator[Abroad]:
    """The events of the sentence at ``span``; ``expressions`` are those of it that are on the calendar.

    ``now`` is the day the document was published.
    """
    groups = list(grouped(text, expressions, lexicon))
    if "unspaced" in lexicon.flags:
        found = [each for group in groups if (each := _unspaced(text, span, group, lexicon, now))]
    else:
        words = read(text, span, [timex.span for timex in expressions], lexicon)
        read_so_far: list[Sentence] = []
        found = [each for group in groups if (each := _spaced(text, words, group, lexicon, now, read_so_far))]
    yield from _one_each(found)


def _one_each(found: Sequence[tuple[Abroad, object]]) -> Iterator[Abroad]:
    """One event for each clause: of two dates of one, the more exact where one holds the other, else the first."""
    kept: dict[object, Abroad] = {}
    for event, clause in found:
        known = kept.get(clause)
        if known is None:
            kept[clause] = event
        elif known.value is not None and event.value is not None and _holds(known.value, event.value):
            kept[clause] = replace(known, expressions=(*known.expressions, *event.expressions), value=event.value)
        elif (known.value is None and event.value is not None) or event.confidence > known.confidence:
            kept[clause] = event
    yield from kept.values()


def _holds(outer: TemporalValue, inner: TemporalValue) -> bool:
    if outer.earliest is None or outer.latest is None or inner.earliest is None or inner.latest is None:
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _unspaced(
    text: str, span: TextSpan, group: Group, lexicon: Lexicon, now: TemporalValue | None
) -> tuple[Abroad, object] | None:
    expressions, value = group
    found = told(text, span, TextSpan(expressions[0].span.start, expressions[-1].span.end), lexicon)
    words = read(text, found.span, [], lexicon)
    sentence = Sentence(words, 0, lexicon) if words else None
    stamps = lexicon.phrases("stamps")
    if text.startswith("的", expressions[-1].span.end):
        return None  # the date of a noun
    if sentence is None or len(found.title) < _ENTRY or (stamps and stamps.search(text, *found.span)):
        return None
    kind = _kind_of_line(found.title, lexicon, value, now)
    category = category_of(found.title, lexicon)
    sure = _SURE * (1 if found.whole else 0.8) * (1 if category is not Category.OTHER else 0.85)
    sure *= 0.8 if value is not None and value.precision in VAGUE else 1
    return Abroad(expressions, value, found.title, category, kind, round(sure, 2)), found.span


def _kind_of_line(title: str, lexicon: Lexicon, value: TemporalValue | None, now: TemporalValue | None) -> Factuality:
    """What kind of statement a title is, where words cannot be told apart."""
    past = value is not None and now is not None and value.latest is not None and value.latest <= (now.earliest or 0)
    for name, kind in (
        ("denials", Factuality.DENIED), ("allegations", Factuality.ALLEGED), ("future", Factuality.PLANNED),
        ("reporting", Factuality.SAID),
    ):  # fmt: skip
        pattern = lexicon.phrases(name)
        if pattern and pattern.search(title) and not (past and kind is Factuality.PLANNED):
            return kind
    return Factuality.HAPPENED


def _spaced(
    text: str,
    words: tuple[Word, ...],
    group: Group,
    lexicon: Lexicon,
    now: TemporalValue | None,
    known: list[Sentence],
) -> tuple[Abroad, object] | None:
    """The event of a date and what tells its clause from others; ``known`` are the sentences read before."""
    expressions, value = group
    spans = {timex.span.start for timex in expressions}
    dates = [i for i, word in enumerate(words) if word.start in spans]
    if not dates:
        return None
    at = dates[0]
    sentence = next((s for s in known if at in s.region and s.depth == words[at].within), None)
    if sentence is None:
        sentence = Sentence(words, at, lexicon)
        known.append(sentence)
    precision = value.precision if value else None
    if is_apparatus(text, sentence, at) or names_law(sentence, at):
        return None
    if lived := lived_of(text, sentence, dates, value) or born_of(text, sentence, dates):
        return Abroad(expressions, value, lived, Category.LIFE, Factuality.HAPPENED, _SURE), at
    if is_reference(sentence, at, precision):
        return None
    owner = owner_of(sentence, at, precision) if len(expressions) == 1 else -1
    return _named(text, sentence, group, dates, owner) if owner >= 0 else _claimed(text, sentence, group, dates, now)


def _claimed(
    text: str, sentence: Sentence, group: Group, dates: Sequence[int], now: TemporalValue | None
) -> tuple[Abroad, object] | None:
    """The event that the clause of a date reports."""
    expressions, value = group
    clause = clause_of(sentence, dates[0])
    if (
        clause is None
        or _is_cleft(sentence, clause)
        or _is_hypothetical(sentence, clause)
        or _is_nowadays(sentence, clause, expressions[0])
    ):
        return None
    clause = _with_content(sentence, clause, dates[0])
    if clause.verb < 0:
        return _line(text, sentence, group, dates, clause, now)
    title = _told(text, sentence, clause, dates)
    category = category_of(title.text, sentence.lexicon)
    sure = _SURE * prod(
        factor
        for factor, doubted in (
            (0.75, not clause.sure),
            (0.85, not title.whole),
            (0.8, value is not None and value.precision in VAGUE),
            (0.8, _is_state(sentence, clause)),
            (0.5, sentence.words[clause.verb].is_a("states")),
            (0.95, category is Category.OTHER),
            (0.7, _is_verbless(text, sentence, clause, title)),
        )
        if doubted
    )
    if sure < LEAST or " " not in title.text:
        return None
    kind = factuality_of(sentence, clause, value, now)
    key = (clause.verb, clause.part.words[0])
    return Abroad(expressions, value, title.text, category, kind, round(sure, 2)), key


def _is_verbless(text: str, sentence: Sentence, clause: Clause, title: Title) -> bool:
    """Whether the title of a clause had to end before its verb."""
    verb = sentence.words[clause.verb]
    told = bool(clause.content) or "any_verb" in sentence.lexicon.flags
    return not told and text[verb.start : verb.end].lower() not in title.text.lower()


def _named(
    text: str, sentence: Sentence, group: Group, dates: Sequence[int], owner: int
) -> tuple[Abroad, object] | None:
    """The event that a noun names together with its year: "la révolution de 1848"; None if it names none."""
    expressions, value = group
    noun = sentence.words[owner]
    start = owner
    while (
        start
        and not sentence.words[start - 1].is_a("articles", "prepositions", "conjunctions")
        and (sentence.words[start - 1].kind == WORD and owner - start < _ENTRY and not sentence.is_finite(start - 1, 0))
    ):
        start -= 1
    led = start > 0 and any(
        word.is_a("prepositions") for word in sentence.words[max(0, start - 2) : start] if word.kind == WORD
    )
    if led and (start == owner or "genitive_dates" in sentence.lexicon.flags):
        return None  # "après la guerre de 1870", "после революции 1917 года"
    category = category_of(text[sentence.words[start].start : noun.end], sentence.lexicon)
    events = sentence.lexicon.phrases("event_nouns")
    if not events or not any(events.fullmatch(sentence.words[i].lower) for i in range(start, owner + 1)):
        return None
    title = phrase(text, sentence, range(start, dates[-1] + 1))
    return Abroad(expressions, value, title.text, category, Factuality.HAPPENED, 0.6), owner


def _is_hypothetical(sentence: Sentence, clause: Clause) -> bool:
    opening = sentence.words[clause.part.words[0]]
    return opening.is_a("hypotheses") or (clause.verb >= 0 and sentence.words[clause.verb].is_a("hypotheses"))


def _is_cleft(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause only stresses a date: "ce n'est qu'en 1701 que …"."""
    opening = sentence.words[clause.words[0]]
    return opening.is_a("pointing") and clause.verb >= 0 and sentence.words[clause.verb].is_a("copulas")


def _is_nowadays(sentence: Sentence, clause: Clause, timex: Timex) -> bool:
    """Whether "today" is only the time in which things are as they are."""
    now = sentence.lexicon.phrases("now")
    if not now or not now.fullmatch(timex.text.strip().lower()):
        return False
    verb = sentence.words[clause.verb] if clause.verb >= 0 else None
    past = (
        verb is not None
        and not verb.is_a("verbs")
        and (verb.is_a("past", "perfect") or (verb.is_a("future") and not verb.is_a("copulas")))
    )
    return clause.part.opener == "W" or not past


def _is_state(sentence: Sentence, clause: Clause) -> bool:
    """Whether the clause says how things are or were: "war", "est", without a participle."""
    verb = sentence.words[clause.verb]
    done = any(sentence.words[i].is_a("participles", "tails") for i in clause.words if i != clause.verb)
    return verb.is_a("copulas") and not done


def _with_content(sentence: Sentence, clause: Clause, at: int) -> Clause:
    """The clause with what was said, if it only tells who said it when."""
    if not reports(sentence, clause.verb):
        return clause
    index = sentence.parts.index(clause.part) if clause.part in sentence.parts else -1
    following = sentence.parts[index + 1] if 0 <= index < len(sentence.parts) - 1 else None
    if following and following.opener == "S" and at not in following.words:
        return replace(clause, content=content_of(sentence, following), told=following.verb)
    inverted = clause.part.words[0] == clause.verb and index > 0
    before = sentence.parts[index - 1] if inverted else None
    if before and (before.verb >= 0 or not sentence.own(before.words[0])) and at not in before.words:
        return replace(clause, content=content_of(sentence, before), told=before.verb)
    return clause


def _told(text: str, sentence: Sentence, clause: Clause, dates: Sequence[int]) -> Title:
    """The title: what the clause tells, or who said what."""
    if not clause.content:
        return title_of(text, sentence, clause, dates)
    left_out = date_words(sentence, dates)
    order = [i for i in clause.words if i not in left_out]
    at = order.index(clause.verb) if clause.verb in order else 0
    names = order[:at] or _until_place(sentence, order[at + 1 :])
    closed = (
        "said_with",
        "reporting",
        "auxiliaries",
        "conjunctions",
        "openings",
        "reflexives",
        "adverbs",
        "pronouns_clitic",
    )
    subject = [i for i in names if sentence.words[i].kind == WORD and not sentence.words[i].is_a(*closed)]
    while subject and sentence.words[subject[-1]].is_a("particles", "prepositions"):
        subject.pop()
    while subject and sentence.words[subject[0]].is_a("articles"):
        subject.pop(0)
    speaker = _short_name(text, sentence, subject)
    if not speaker or len(speaker) > _LONGEST_SPEAKER or sentence.words[subject[0]].is_a("pronouns"):
        return phrase(text, sentence, clause.content, verb=clause.told)
    said = subject_first(sentence, clause.told, clause.content, last=True) or clause.content
    content = phrase(text, sentence, said, LONGEST - 2 - len(speaker), clause.told)
    return Title(f"{speaker}: {content.text}", whole=content.whole)


def _until_place(sentence: Sentence, words: Sequence[int]) -> list[int]:
    """The words of who spoke, up to where: "Außenministerin Petra Vogt ⟨in Brüssel⟩"."""
    leads = (
        n
        for n, i in enumerate(words)
        if n and sentence.words[i].is_a("prepositions") and not sentence.words[i].is_a("of", "name_particles")
    )
    return list(words[: next(leads, len(words))])


def _short_name(text: str, sentence: Sentence, subject: Sequence[int]) -> str:
    """Who speaks: a person by the last name, without the title."""
    rest = [i for i in subject if not sentence.words[i].is_a("titles")] or list(subject)
    person = (
        len(rest) > 1
        and sentence.words[rest[0]].capital
        and (len(rest) < len(subject) or sentence.words[rest[0]].is_a("given"))
    )
    named = person and all(sentence.words[i].capital or sentence.words[i].is_a("name_particles") for i in rest)
    last = len(rest) - 1
    while named and last and sentence.words[rest[last - 1]].is_a("name_particles"):
        last -= 1
    return written(text, sentence, rest[last:] if named else subject)


def _line(
    text: str, sentence: Sentence, group: Group, dates: Sequence[int], clause: Clause, now: TemporalValue | None
) -> tuple[Abroad, object] | None:
    """The event of a heading or an entry of a chronology: a line without a verb."""
    expressions, value = group
    left_out = date_words(sentence, dates)
    order = [i for i in clause.words if i not in left_out]
    words = [word for word in sentence.words if word.kind in {WORD, DATE}]
    opens = not [w for w in sentence.words[: min(dates)] if w.kind == WORD and not w.is_a("prepositions", "articles")]
    if opens and sum(sentence.words[i].kind == WORD for i in order) < _ENTRY - 1:
        order = [i for i in range(max(dates) + 1, len(sentence.words)) if i not in left_out]
    if sum(sentence.words[i].kind == WORD for i in order) < _ENTRY - 1 or words[-1].end - words[0].start > _LINE:
        return None
    title = phrase(text, sentence, order)
    sure = 0.7 if opens else 0.5
    category = category_of(title.text, sentence.lexicon)
    kind = factuality_of(sentence, clause, value, now)
    return Abroad(expressions, value, title.text, category, kind, sure), dates[0]
