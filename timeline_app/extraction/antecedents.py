"""Who or what a pronoun that opens a clause stands for, where the text leaves no doubt.

The subject of a clause before it in the sentence, or a person named first in a sentence before. Where anything else
could be meant the answer is an empty string, and the pronoun stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.clause import Clause, Range
from timeline_app.extraction.lexicon import grammar, word_sets
from timeline_app.extraction.names import Names
from timeline_app.extraction.writing import write

_OTHER = {"he": frozenset({"she", "her", "hers"}), "she": frozenset({"he", "him", "his"})}
_WORDS = re.compile(r"[a-z]+")
_LONGEST = 32  # code points of a noun phrase that stands in for a pronoun
_SINGULAR_END = re.compile(r"(?:ss|us|is|ics|news)$")


def antecedent(clause: Clause | None, clauses: Sequence[Clause], before: Sequence[int], names: Names) -> str:
    """What the pronoun that is the subject of ``clause`` stands for, or an empty string.

    ``clauses`` are those of the sentence, ``before`` the starts of the sentences before and of this one, in order.
    """
    if clause is None or not clause.subject:
        return ""
    pronoun = clause.parse.words[clause.subject.start].lower
    if pronoun not in {"he", "she", "it", "they"} or clause.parse.tags[slice(*clause.subject)] != "R":
        return ""
    if found := _in_sentence(clause, clauses, names, pronoun):
        return found
    return _person_before(clause, before, names, pronoun) if pronoun in {"he", "she"} else ""


def _in_sentence(clause: Clause, clauses: Sequence[Clause], names: Names, pronoun: str) -> str:
    """The subject of the nearest clause before that has one of its own, if it can be the pronoun's."""
    parse, at = clause.parse, clause.subject.start
    earlier = [c for c in clauses if c.group.finite and c.group.end <= at and c.subject.end <= at]
    last = next((c for c in reversed(earlier) if c.subject and "R" not in parse.tags[slice(*c.subject)]), None)
    told = last is not None and last.verb in grammar()["reporting_verbs"] and not last.passive
    if (
        last is None
        or (clause.mark >= 0 and not told)
        or "[" in parse.tags[last.group.end : at]
        or _is_rival(last, at, names, pronoun)
    ):
        return ""
    if pronoun in {"he", "she"}:
        return _person(last, names, pronoun)
    plural = _is_plural(last)
    if plural != (pronoun == "they") or (pronoun == "it" and _is_personal(last, names)):
        return ""
    start, end = last.subject
    start += parse.words[start].lower in {"the", "a", "an"} and end - start > 1
    text = write(parse, range(start, end))
    return text if len(text) <= _LONGEST and parse.tags[start] not in "PC" else ""


def _is_rival(last: Clause, at: int, names: Names, pronoun: str) -> bool:
    """Whether between a clause's verb and the pronoun stands something else that the pronoun could mean."""
    parse = last.parse
    between = range(last.group.end, at)
    if pronoun in {"he", "she"}:
        return bool(between) and names.names_person(parse.words[between.start].start, parse.words[at].start)
    if pronoun == "it":
        return bool(set(parse.tags[between.start : at]) & set("NEO"))
    return any(parse.tags[i] == "N" and _ends_plural(parse.words[i].lower) for i in between)


def _person(last: Clause, names: Names, pronoun: str) -> str:
    """The short name of the person that is the clause's subject, if "he" or "she" can be that person's."""
    parse, (start, end) = last.parse, last.subject
    people = [m for m in names.within(parse.words[start].start, parse.words[end - 1].end) if m.person]
    if len(people) != 1 or people[0].end != parse.words[end - 1].end:
        return ""
    return names.called(people[0].name, pronoun)


def _is_personal(last: Clause, names: Names) -> bool:
    parse, (start, end) = last.parse, last.subject
    head = parse.words[_head(last)].lower
    person = head in word_sets("names")["titles"] or head.endswith(("man", "woman", "er", "or", "ist"))
    return person or names.names_person(parse.words[start].start, parse.words[end - 1].end)


def _is_plural(last: Clause) -> bool:
    parse = last.parse
    joined = re.search("[NE]C[DANEX#]*[NE]$", parse.tags[slice(*last.subject)])
    return bool(joined) or (parse.tags[_head(last)] == "N" and _ends_plural(parse.words[_head(last)].lower))


def _head(last: Clause) -> int:
    """The noun of the subject, before what only describes it."""
    tags, subject = last.parse.tags, Range(*last.subject)
    return next((i for i in range(*subject) if tags[i] in "NE" and tags[i + 1] in "PKGW,("), subject.end - 1)


def _ends_plural(lower: str) -> bool:
    plain = lower in {"people", "men", "women", "children", "police", "troops"}
    return plain or (lower.endswith("s") and not _SINGULAR_END.search(lower))


def _person_before(clause: Clause, before: Sequence[int], names: Names, pronoun: str) -> str:
    """The only person in the sentences since one that names somebody, where nobody else can be meant."""
    subject = clause.parse.words[clause.subject.start]
    for start in reversed(before):
        if names.names_person(start, subject.start):
            told = clause.parse.text[start : subject.start]
            person = names.person_before(start, subject.start, pronoun)
            return "" if _names_another(told, person, pronoun) else person
    return ""


def _names_another(told: str, person: str, pronoun: str) -> bool:
    """Whether a passage that names only ``person`` speaks of somebody else, too."""
    words = _WORDS.findall(told.lower())
    owned = re.search(rf"{re.escape(person)}['’]s\b", told)
    humans = word_sets("names")["humans"]
    return bool(owned or set(words) & _OTHER[pronoun] or humans & set(words))
