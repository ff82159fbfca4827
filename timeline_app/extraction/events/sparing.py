"""Words that a title can spare inside a phrase without another sense: given names, and "large" and its like."""

from __future__ import annotations

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.english.names import Mention, Names
from timeline_app.extraction.events.frames import frames


def given_names(clause: Clause, names: Names) -> frozenset[int]:
    """The words before the last names of people behind the verbs, where the text or a title before them allows it."""
    parse = clause.parse
    if clause.group.end >= clause.end:
        return frozenset()
    start, end = parse.words[clause.group.end].start, parse.words[clause.end - 1].end
    found: set[int] = set()
    for mention in names.within(start, end):
        if mention.person:
            found |= _spared(clause, mention, names)
    return frozenset(found)


def _spared(clause: Clause, mention: Mention, names: Names) -> set[int]:
    parse = clause.parse
    inside = [i for i in range(clause.group.end, clause.end) if mention.start <= parse.words[i].start < mention.end]
    if not inside:
        return set()
    before = parse.words[inside[0] - 1].lower
    short = names.short(mention.name)
    words = [parse.text[parse.words[i].start : parse.words[i].end] for i in inside]
    owned = parse.tags[inside[-1] + 1 : inside[-1] + 2] == "X"
    if short in words and (words[-1] == short or not owned):
        return _described(clause, inside[0]).union(i for i, word in zip(inside, words, strict=True) if word != short)
    if len(words) == 1:
        return {inside[0] - 1} if before in _CIVIL else set()
    titled = before in word_sets("names")["titles"]
    plain = not {word.lower() for word in words} & word_sets("names")["particles"] and words[-1].lower() not in _SENIOR
    return set(inside[:-1]) if titled and plain else set()


def _described(clause: Clause, name: int) -> set[int]:
    """The words right before a name that say who that is: "the former Liberian president | Charles Taylor"."""
    parse, start = clause.parse, name
    while start > clause.group.end and parse.tags[start - 1] in "ANE" and parse.words[start - 1].lower != "and":
        start -= 1
    start -= start > clause.group.end and parse.tags[start - 1] == "D" and start < name
    known = parse.tags[start] == "D" or parse.words[name - 1].lower in word_sets("names")["titles"]
    return set(range(start, name)) if known else set()


def articles(clause: Clause, names: Names) -> frozenset[int]:  # noqa: ARG001 - asked as the others are
    """The articles behind the verbs, as a headline leaves them out, and "a series of" before a noun."""
    parse = clause.parse
    return _counted(clause).union(
        i
        for i in range(clause.group.end, clause.end - 1)
        if parse.words[i].lower in {"the", "a", "an"} and parse.tags[i] == "D" and parse.tags[i + 1] in "NAEGB#"
    )


def _counted(clause: Clause) -> frozenset[int]:
    """The words of "two further types of" and its like."""
    parse, found = clause.parse, set[int]()
    for i in range(clause.group.end, clause.end - 1):
        if parse.words[i].lower in frames()["counting_nouns"] and parse.words[i + 1].lower == "of":
            start = i
            while start > clause.group.end and parse.tags[start - 1] in "DAN#B":
                start -= 1
            found.update(range(start, i + 2))
    return frozenset(found)


def plain_modifiers(clause: Clause, names: Names) -> frozenset[int]:  # noqa: ARG001 - asked as the others are
    """Adjectives behind the verbs that only say how large, new or good something is."""
    parse = clause.parse
    return frozenset(
        i
        for i in range(clause.group.end, clause.end - 1)
        if parse.words[i].lower in frames()["spared"]
        and parse.tags[i + 1] in "NEAG"
        and parse.tags[i - 1] in "DAXZ"
        and parse.words[i - 1].lower not in _DEGREES
    )


_DEGREES = frozenset({"very", "too", "so", "as", "more", "most", "not", "and", "or"})
_CIVIL = frozenset({"mr", "mr.", "mrs", "mrs.", "ms", "ms.", "miss", "dr", "dr."})
_SENIOR = frozenset({"jr", "jr.", "sr", "sr.", "ii", "iii", "iv"})
