"""Which person "he" or "she" is, where the sentences before leave no doubt.

They are read backwards: one whose subject is the same pronoun says nothing new, one that speaks of no person is passed
over, and the first that names somebody decides: its subject, or the only person in it. Where somebody else of the same
gender is spoken of on the way, with a name or without, the answer is an empty string.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.english.names import Mention, is_place
from timeline_app.extraction.events.told import Told, head_of
from timeline_app.model.document import TextSpan

_CLOSED = re.compile(r",\s?[\"”’']{1,2}\s")
_WORD = re.compile(r"[a-z]+")
_OWNERS = frozenset({"his", "her"})
_OPENING = 30  # code points in which a sentence names its subject
_FAR = 6  # sentences that are read


def person_before(told: Told, at: int, starts: Sequence[int], pronoun: str) -> str:
    """The short name of the person that ``pronoun`` at ``at`` means; ``starts`` end with that of its own sentence."""
    own = TextSpan(_after_quote(told, starts[-1], at), at)
    found = _only(told, own, pronoun)
    if found and _is_before(told, own, pronoun):
        return ""  # "though he may go if Smith leaves, he …"
    for span in told.before(starts)[:_FAR] if found is None else ():
        found = _decided(told, span, pronoun, goes_on=at - starts[-1] <= _OPENING)
        if found is not None:
            break
    return short_name(told, found or _main(told, starts, at, pronoun))


def _is_before(told: Told, own: TextSpan, pronoun: str) -> bool:
    """Whether the pronoun is used before the first person is named in the passage."""
    first = min((mention.start for mention in told.people(*own)), default=own.end)
    return not word_sets("names")[pronoun].isdisjoint(_WORD.findall(told.text[own.start : first].lower()))


def short_name(told: Told, name: str) -> str:
    """How the text calls somebody, in full where others share the last name."""
    short = told.names.short(name)
    return name if short in told.names.shared else short


def _after_quote(told: Told, start: int, at: int) -> int:
    """Where a sentence goes on behind what it quotes: what is named there is not who speaks."""
    return max((start, *(found.end() for found in _CLOSED.finditer(told.text, start, at))))


def _main(told: Told, starts: Sequence[int], at: int, pronoun: str) -> str:
    """The person whom the text is about, if nobody else has been spoken of since they were named."""
    main = told.names.main
    last = next((mention for mention in reversed(told.people(starts[0], at)) if main), None)
    if last is None or last.name != main or not told.can_be(main, pronoun):
        return ""
    since = TextSpan(max(start for start in starts if start <= last.start), at)
    others = any(person.name != main and told.can_be(person.name, pronoun) for person in told.people(*since))
    return "" if others or told.doubtful(*since) or told.humans(last.end, at, pronoun) else main


def _decided(told: Told, span: TextSpan, pronoun: str, *, goes_on: bool) -> str | None:
    """The person that a sentence gives, an empty string where it leaves two, None where it speaks of nobody.

    ``goes_on`` says that the pronoun opens its sentence, as it does where the same person goes on to act.
    """
    sentence = told.sentence(span)
    if sentence is None:
        return ""
    main = sentence.main
    subject = subject_person(told, main) if main else None
    if subject and told.can_be(subject.name, pronoun):
        return _alone(told, span, subject, pronoun, spared=goes_on)
    if goes_on and main and _is(main, pronoun):
        return None
    only = _only(told, span, pronoun)
    if not only:
        return only
    if main is None or _is(main, pronoun):
        return ""
    return "" if not subject and (_is_human(main) or _may_be_somebody(told, main)) else only


def _is(main: Clause, pronoun: str) -> bool:
    """Whether the sentence's subject is the same pronoun."""
    return main.parse.words[main.subject.start].lower == pronoun


def _alone(told: Told, span: TextSpan, subject: Mention, pronoun: str, *, spared: bool) -> str:
    """The subject of a sentence, where nobody else in it can be spoken of in the next; ``spared`` if likely known."""
    others = [m for m in told.people(*span) if m.name != subject.name and told.can_be(m.name, pronoun)]
    spared = spared and subject.person
    unknown = [m for m in told.doubtful(*span) if m.name != subject.name]
    others += [m for m in unknown if not (spared and _is_behind(told, span, m))]
    return (
        "" if others or told.humans(*span, pronoun) or subject.name.split()[-1] in told.names.shared else subject.name
    )


def _only(told: Told, span: TextSpan, pronoun: str) -> str | None:
    """The only person of a passage that the pronoun can be, an empty string if several can, None if none can."""
    people = [mention for mention in told.people(*span) if told.can_be(mention.name, pronoun)]
    if not people and not told.doubtful(*span):
        return "" if told.humans(*span, pronoun) else None
    if len({mention.name for mention in people}) > 1 or told.doubtful(*span) or told.humans(*span, pronoun):
        return ""
    sure = pronoun == "he" or not told.can_be(people[0].name, "he")
    return people[0].name if sure and not all(_is_aside(told, span, mention) for mention in people) else ""


def _is_behind(told: Told, span: TextSpan, mention: Mention) -> bool:
    """Whether a preposition stands right before a name, or before its article."""
    sentence = told.sentence(span)
    at = sentence.parse.at(mention.start) if sentence else 0
    return sentence is not None and re.search("PD?$", sentence.parse.tags[:at]) is not None


def _is_aside(told: Told, span: TextSpan, mention: Mention) -> bool:
    """Whether a name stands behind a preposition, or owns what does: "for Smith", "with Smith's help"."""
    sentence = told.sentence(span)
    if sentence is None:
        return True
    parse = sentence.parse
    first = parse.at(mention.start)
    while first and parse.tags[first - 1] in "NAED#X":
        first -= 1
    return first > 0 and parse.tags[first - 1] == "P"


def subject_person(told: Told, clause: Clause) -> Mention | None:
    """The person that is the clause's subject, if one is; a name of which nothing is known may be one."""
    parse, (start, end) = clause.parse, clause.subject
    within = parse.words[start].start, parse.words[end - 1].end
    people = told.people(*within) or told.doubtful(*within)
    closes = people and people[-1].end == within[1] and "C" not in parse.tags[start:end]
    closes = closes and parse.tags[parse.at(people[-1].start) - 1 : parse.at(people[-1].start)] != "P"
    return people[-1] if closes and len({mention.name for mention in people}) == 1 else None


def subject_somebody(told: Told, clause: Clause) -> Mention | None:
    """The person that is the clause's subject, also one of a single name who has "her" or "his" behind the verb."""
    if person := subject_person(told, clause):
        return person
    parse, (start, end) = clause.parse, clause.subject
    owned = any(word.lower in _OWNERS for word in parse.words[clause.group.end : clause.group.end + 2])
    name = next(iter(told.names.within(parse.words[start].start, parse.words[end - 1].end)), None)
    return name if owned and _may_be_somebody(told, clause) else None


def _may_be_somebody(told: Told, clause: Clause) -> bool:
    """Whether the clause's subject is a single name of which nothing is known."""
    parse, (start, end) = clause.parse, clause.subject
    alone = next(iter(told.names.within(parse.words[start].start, parse.words[end - 1].end)), None)
    return set(parse.tags[start:end]) == {"E"} and alone is not None and not alone.body and not is_place(alone.name)


def _is_human(clause: Clause) -> bool:
    """Whether the clause's subject is one person without a name: "the prosecutor"."""
    sets, head = word_sets("names"), clause.parse.words[head_of(clause)].lower
    return head in sets["titles"] | sets["humans"] | sets["trades"] or head.endswith(("man", "woman"))
