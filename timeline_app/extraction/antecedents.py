"""Who or what a pronoun that opens a clause stands for, where the text leaves no doubt.

The subject of a clause before it in the sentence, or a person named first in a sentence before. Where anything else
could be meant the answer is an empty string, and the pronoun stays.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.categories import names_event
from timeline_app.extraction.clause import Clause, Range
from timeline_app.extraction.clauses import clauses
from timeline_app.extraction.lexicon import closed_classes, grammar, lexeme, word_sets
from timeline_app.extraction.names import Names
from timeline_app.extraction.words import parse
from timeline_app.extraction.writing import write
from timeline_app.model.document import TextSpan

_OTHER = {"he": frozenset({"she", "her", "hers"}), "she": frozenset({"he", "him", "his"})}
_OWNERS = {"his": "he", "her": "she"}
_WORDS = re.compile(r"[a-z]+")
_LEAD = re.compile(r"\b([a-z]+)[^a-z,]*(?:[A-Z][\w.'’-]*\s*)*$")  # the last small word before a name and its titles
_LONGEST = 32  # code points of a noun phrase that stands in for a pronoun
_SINGULAR_END = re.compile(r"(?:ss|us|is|ics|news)$")


def antecedent(clause: Clause | None, beside: Sequence[Clause], before: Sequence[int], names: Names) -> str:
    """What the pronoun that is the subject of ``clause`` stands for, or an empty string.

    ``beside`` are the clauses of the sentence, ``before`` the starts of the sentences before and of this one, in order.
    """
    if clause is None or not clause.subject:
        return ""
    word = clause.parse.words[clause.subject.start].lower
    owned = clause.parse.tags[clause.subject.start] == "D"
    pronoun = _OWNERS.get(word, "") if owned else word
    if pronoun not in {"he", "she", "it", "they"} or not (owned or clause.parse.tags[slice(*clause.subject)] == "R"):
        return ""
    if found := _in_sentence(clause, beside, names, pronoun):
        return found
    if pronoun in {"he", "she"}:
        return _person_before(clause, before, names, pronoun)
    return "" if owned else _subject_before(clause, before, names, pronoun)


def _in_sentence(clause: Clause, beside: Sequence[Clause], names: Names, pronoun: str) -> str:
    """The subject of the nearest clause before that has one of its own, if it can be the pronoun's."""
    parse, at = clause.parse, clause.subject.start
    earlier = [c for c in beside if c.group.finite and c.group.end <= at and c.subject.end <= at]
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
    return _named(last)


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


def _subject_before(clause: Clause, before: Sequence[int], names: Names, pronoun: str) -> str:
    """The subject of the sentence before, if nothing else in it can be what opens this one as "it" or "they"."""
    opening = clause.parse.tags[: clause.subject.start]
    if len(before) < 2 or set(opening) & set("NEVMR"):  # noqa: PLR2004 - this sentence and one before
        return ""
    told = parse(clause.parse.text, TextSpan(before[-2], before[-1]), ())
    main = next((c for c in clauses(told) if c.group.finite and c.mark < 0 and c.subject), None)
    if main is None or set("RC") & set(told.tags[slice(*main.subject)]) or _is_plural(main) != (pronoun == "they"):
        return ""
    rest = [i for i in range(len(told.tags)) if not main.subject.start <= i < main.subject.end]
    if pronoun == "they":
        alone = not any(told.tags[i] == "N" and _ends_plural(told.words[i].lower) for i in rest)
    else:
        event = names_event(told, _head(main)) and clause.verb in word_sets("grammar")["event_verbs"]
        named = not set(told.tags[slice(*main.subject)]) - set("DE") and not any(told.tags[i] == "E" for i in rest)
        alone = (event or named) and not _is_personal(main, names)
    return _named(main) if alone else ""


def _named(main: Clause) -> str:
    """The subject without its article, or an empty string where it is no short phrase."""
    start, end = main.subject
    start += main.parse.words[start].lower in {"the", "a", "an"} and end - start > 1
    text = write(main.parse, range(start, end))
    return text if len(text) <= _LONGEST and main.parse.tags[start] not in "PC" else ""


def _person_before(clause: Clause, before: Sequence[int], names: Names, pronoun: str) -> str:
    """The only person in the sentences since one that names somebody, where nobody else can be meant."""
    subject = clause.parse.words[clause.subject.start]
    for start in reversed(before):
        if names.names_person(start, subject.start):
            told = clause.parse.text[start : subject.start]
            person = names.person_before(start, subject.start, pronoun)
            if person and not names.others(start, subject.start, _full(names, start, subject.start)):
                return "" if _names_another(told, person, pronoun) else person
            return _main_before(clause, start, names, pronoun)
    return ""


def _full(names: Names, start: int, end: int) -> str:
    return next((mention.name for mention in names.within(start, end) if mention.person), "")


def _main_before(clause: Clause, start: int, names: Names, pronoun: str) -> str:
    """The person whom the text is about, if nobody else has been named since in a passage that begins at ``start``."""
    end = clause.parse.words[clause.subject.start].start
    last = next((m for m in reversed(names.within(start, end)) if m.person), None)
    if not names.main or last is None or last.name != names.main or names.others(last.end, end, names.main):
        return ""
    told = set(_WORDS.findall(clause.parse.text[last.end : end].lower()))
    return "" if told & (_OTHER[pronoun] | word_sets("names")["humans"]) else names.called(names.main, pronoun)


def _is_only_verb(word: str) -> bool:
    known = lexeme(word)
    return bool(known.forms) and not known.noun and not known.adjective


def _names_another(told: str, person: str, pronoun: str) -> bool:
    """Whether a passage that names only ``person`` speaks of somebody else, too."""
    words = _WORDS.findall(told.lower())
    if not person:
        return True
    lead = _LEAD.search(told.partition(person.rsplit(maxsplit=1)[-1])[0])
    acted_on = lead and (closed_classes().get(lead[1]) in {"P", "R", "M"} or _is_only_verb(lead[1]))
    if acted_on:
        return True
    owned = re.search(rf"{re.escape(person)}['’]s\b", told)
    humans = word_sets("names")["humans"]
    return bool(owned or set(words) & _OTHER[pronoun] or humans & set(words))
