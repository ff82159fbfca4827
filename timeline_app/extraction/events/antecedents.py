"""Who or what a pronoun that opens a clause stands for, where the text leaves no doubt.

The subject of a clause before it in the sentence, or a person named first in a sentence before. Where anything else
could be meant the answer is an empty string, and the pronoun stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import grammar, names_several, word_sets
from timeline_app.extraction.english.names import Names, is_place
from timeline_app.extraction.events.definite import meant
from timeline_app.extraction.events.persons import person_before, short_name, subject_person
from timeline_app.extraction.events.told import Told, head_of
from timeline_app.extraction.events.writing import write
from timeline_app.model.document import TextSpan

_OWNERS = {"his": "he", "her": "she", "its": "it"}
_LONGEST = 32  # code points of a noun phrase that stands in for a pronoun
_ACTING = re.compile(
    r"(?:(?<!pap)ers|ors|ists|ants|men|women|people|police|troops|forces|rebels|students|officials|families|relatives|couple)$"
)
_ALIAS = re.compile(r", (?:\w+ )?(?:known as|nicknamed|dubbed|alias) (?:the )?[\"“‘']?$")
_THINGS = ("ment", "tion", "sion", "report", "letter", "memo", "article", "lawsuit")


def antecedent(clause: Clause | None, beside: Sequence[Clause], before: Sequence[int], told: Told) -> str:
    """What the pronoun that is the subject of ``clause`` stands for, or an empty string.

    ``beside`` are the clauses of the sentence, ``before`` the starts of the sentences before and of this one, in order.
    """
    if clause is None or not clause.subject or _is_quoted(clause):
        return ""
    word, tags = clause.parse.words[clause.subject.start], clause.parse.tags[slice(*clause.subject)]
    pronoun = _OWNERS.get(word.lower, "") if tags[0] == "D" else word.lower if tags == "R" else ""
    if word.lower == "its" and "E" in tags:
        return ""  # "its chairman Jo Low" is named
    if pronoun not in {"he", "she", "it", "they"}:
        return _alias(clause, told) or _spoken_of(clause, beside) or meant(told, clause, before)
    found = _in_sentence(clause, beside, told, pronoun)
    if found and not (tags[0] == "D" and pronoun == "it" and found.islower()):
        return found
    if pronoun in {"he", "she"}:
        return person_before(told, word.start, before, pronoun)
    return _subject_before(clause, before, told, pronoun)


def _alias(clause: Clause, told: Told) -> str:
    """The person whose nickname the subject is: "Jo Low, known as the Lion, who fled"."""
    start = clause.parse.words[clause.subject.start].start
    line = told.text[clause.parse.span.start : start]
    found = _ALIAS.search(line)
    end = clause.parse.span.start + found.start() if found else 0
    person = next((m for m in told.names.within(clause.parse.span.start, end) if m.end == end and not m.body), None)
    return person.name if person and not is_place(person.name) else ""


def _spoken_of(clause: Clause, beside: Sequence[Clause]) -> str:
    """Those of whom "who" tells behind a thing: "officials named in the report who fled"."""
    tags, (start, end) = clause.parse.tags, clause.subject
    thing = clause.marker == "who" and clause.mark == end and tags[end - 1] == "N"
    if not thing or not clause.parse.words[end - 1].lower.endswith(_THINGS):
        return ""
    named = next((c for c in beside if c.subject and not c.group.finite and c.group.end == start - 1), None)
    return _named(named) if named and tags[start - 1] == "P" and named.subject.end == named.group.start else ""


def _is_quoted(clause: Clause) -> bool:
    """Whether the subject stands in quotation marks, where what the text has told of may be left."""
    before = clause.parse.tags[: clause.subject.start]
    return before.count("[") > before.count("]")


def _in_sentence(clause: Clause, beside: Sequence[Clause], told: Told, pronoun: str) -> str:
    """The subject of the nearest clause before that has one of its own, if it can be the pronoun's."""
    parse, at = clause.parse, clause.subject.start
    earlier = [c for c in beside if c.group.finite and c.group.end <= at and c.subject.end <= at]
    last = next((c for c in reversed(earlier) if c.subject and "R" not in parse.tags[slice(*c.subject)]), None)
    reported = last is not None and last.verb in grammar()["reporting_verbs"] and not last.passive
    if (
        last is None
        or (clause.mark >= 0 and not reported)
        or "[" in parse.tags[last.group.end : at]
        or _is_rival(last, at, told.names, pronoun)
    ):
        return ""
    if pronoun in {"he", "she"}:
        if any(parse.words[c.subject.start].lower == pronoun for c in earlier if c.subject.end <= last.subject.start):
            return ""  # "he may go if Smith leaves, and he …"
        person = subject_person(told, last)
        return short_name(told, person.name) if person and told.can_be(person.name, pronoun) else ""
    plural = _is_plural(last)
    if plural != (pronoun == "they") or (pronoun == "it" and _is_personal(last, told.names)):
        return ""
    return _named(last)


def _is_rival(last: Clause, at: int, names: Names, pronoun: str) -> bool:
    """Whether between a clause's verb and the pronoun stands something else that the pronoun could mean."""
    parse = last.parse
    between = range(last.group.end, at)
    if pronoun in {"he", "she"}:
        another = any(parse.words[i].lower in {"him", "her"} for i in between if parse.tags[i] == "O")
        named = bool(between) and names.names_person(parse.words[between.start].start, parse.words[at].start)
        return another or named
    if pronoun == "it":
        return bool(set(parse.tags[between.start : at]) & set("NEO"))
    return any(parse.tags[i] == "N" and names_several(parse.words[i].lower) for i in between)


def _is_personal(last: Clause, names: Names) -> bool:
    parse, (start, end) = last.parse, last.subject
    head = parse.words[head_of(last)].lower
    person = head in word_sets("names")["titles"] or head.endswith(("man", "woman", "er", "or", "ist"))
    return person or names.names_person(parse.words[start].start, parse.words[end - 1].end)


def _is_plural(last: Clause) -> bool:
    parse = last.parse
    joined = re.search("[NE]C[DANEX#]*[NE]$", parse.tags[slice(*last.subject)])
    return bool(joined) or (parse.tags[head_of(last)] == "N" and names_several(parse.words[head_of(last)].lower))


def _subject_before(clause: Clause, before: Sequence[int], told: Told, pronoun: str) -> str:
    """The subject of the sentence before, if nothing else in it can be what opens this one as "it" or "they"."""
    opening = clause.parse.tags[: clause.subject.start]
    if len(before) < 2 or set(opening) & set("NEVMR"):  # noqa: PLR2004 - this sentence and one before
        return ""
    sentence = told.sentence(TextSpan(before[-2], before[-1]))
    main = sentence.main if sentence else None
    if main is None or "R" in main.parse.tags[slice(*main.subject)]:
        return ""
    if "C" in main.parse.tags[slice(*main.subject)]:
        return _both(told, main) if pronoun == "they" else ""
    if _is_plural(main) != (pronoun == "they"):
        return ""
    alone = _acts_alone(main, told) if pronoun == "they" else _is_alone(clause, main, told)
    return _named(main) if alone else ""


def _both(told: Told, main: Clause) -> str:
    """The two people who are the subject of a sentence together."""
    words = main.parse.words
    people = told.people(words[main.subject.start].start, words[main.subject.end - 1].end)
    joined = len(people) == len({"one", "two"}) and len({person.name for person in people}) == len(people)
    return " and ".join(short_name(told, person.name) for person in people) if joined else ""


def _acts_alone(main: Clause, told: Told) -> bool:
    """Whether nothing but the subject of a sentence is more than one; things do not count beside those who act."""
    said = main.parse
    rest = [said.words[i].lower for i in range(len(said.tags)) if said.tags[i] == "N" and not _inside(main, i)]
    acting = _ACTING.search(said.words[head_of(main)].lower) is not None and not told.people(*said.span)
    return not any(names_several(word) and (not acting or _ACTING.search(word)) for word in rest)


def _is_alone(clause: Clause, main: Clause, told: Told) -> bool:
    """Whether the subject of a sentence is an event that goes on, or the only thing or body that is named there."""
    said, span = main.parse, main.parse.span
    event = names_event(said, head_of(main)) and clause.verb in word_sets("grammar")["event_verbs"]
    own = range(said.words[main.subject.start].start, said.words[main.subject.end - 1].end)
    others = (m for m in told.names.within(*span) if m.start not in own and not m.person and not is_place(m.name))
    named = not set(said.tags[slice(*main.subject)]) - set("DE") and next(others, None) is None
    named = named and not any(character.isdigit() for character in said.text[own.start : own.stop])  # a sign, "X200"
    return (event or named) and not _is_personal(main, told.names)


def _inside(main: Clause, word: int) -> bool:
    return main.subject.start <= word < main.subject.end


def _named(main: Clause) -> str:
    """The subject without its article, or an empty string where it is no short phrase."""
    start, end = main.subject
    start += main.parse.words[start].lower in {"the", "a", "an"} and end - start > 1
    text = write(main.parse, range(start, end))
    return text if len(text) <= _LONGEST and main.parse.tags[start] not in "PC" else ""
