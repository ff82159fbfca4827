"""Who or what a subject such as "the company", "the president" or "the two men" means, where a text leaves no doubt.

Somebody with that part in the text's cast, if there is only one or only one near; the two people named last; or the
phrase with the same noun before it, which says more ("the Biafran forces" … "the forces").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import closed_classes, lexeme, word_sets
from timeline_app.extraction.english.names import Mention, is_place
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events.cast import is_part
from timeline_app.extraction.events.persons import short_name, subject_somebody
from timeline_app.extraction.events.told import Told
from timeline_app.extraction.events.writing import write

_REACH = 1_500  # code points in which somebody is still spoken of
_FEW = 3  # sentences in which the two, or the same noun, are looked for
_LONGEST = 36  # code points of a phrase that stands in for another
_TWO = re.compile(r"(?:the two|both) (?:men|women|leaders|presidents|ministers)|the (?:pair|couple|duo|two|trio)|both")
_JOINED = re.compile(r"(?:, [^,.;]{3,50},)? and (?:(?:[A-Z]\w+|the|[a-z]{3,12}|[\w’'-]+['’]s) ){0,5}")
_LISTED = re.compile(r", \|,? and ")
_OPENING = 40  # code points in which a sentence names its subject
_NOUN = re.compile(r" ([a-z]+)")
_FIRMS = ("company", "firm", "group", "concern", "business")
_DEFINITE = re.compile(r"D[AN#G]*[N#]$")


def meant(told: Told, clause: Clause, starts: Sequence[int]) -> str:
    """What the definite phrase that is the clause's subject means, or an empty string."""
    parse, (start, end) = clause.parse, clause.subject
    words = [word.lower for word in parse.words[start:end]]
    at = parse.words[start].start
    if found := _only_firm(told, clause) or _government(told, clause, starts) or _famous(told, clause, starts):
        return found
    if parse.tags[end : end + 1] in {"W", "P", "K"}:
        return ""  # "the bomb that exploded in May": one of several
    if _TWO.fullmatch(" ".join(words)):
        return _two(told, words[-1], starts)
    if words[0] == "the" and (owner := parse.tags.find("X", start, end)) > 0:
        definite = _DEFINITE.match(parse.tags[start:owner])
        name = _in_part(told, words[owner - 1 - start], at, starts) if definite else ""
        return f"{name}'s {write(parse, range(owner + 1, end))}" if name else ""
    if words[0] != "the" or not _DEFINITE.match(parse.tags[start:end]):
        return ""
    found = _in_part(told, words[-1], at, starts)
    return found or (_same_noun(told, words[-1], at, starts) if end - start == len(["the", "noun"]) else "")


def _government(told: Told, clause: Clause, starts: Sequence[int]) -> str:
    """Whose "the government" is: that of the country the text is about, where no other was spoken of just before."""
    parse, (start, end) = clause.parse, clause.subject
    if [word.lower for word in parse.words[start:end]] != ["the", "government"] or parse.tags[end : end + 1] in {
        *"WPK"
    }:
        return ""
    country = told.setting.alone(starts[-2:][0], parse.span.end)
    return f"{country}'s government" if country else ""


def _famous(told: Told, clause: Clause, starts: Sequence[int]) -> str:
    """Whom "the singer" means: the subject of the sentence before, where everybody else in both is named again."""
    parse, (start, end) = clause.parse, clause.subject
    role = parse.words[end - 1].lower
    if parse.tags[start : end + 1] not in {"DNV", "DNM"} or role not in word_sets("names")["famous"]:
        return ""
    last = told.sentence(span) if (span := next(iter(told.before(starts)), None)) else None
    person = subject_somebody(told, last.main) if last and last.main and span else None
    if person is None or span is None:
        return ""
    here = {m.name for m in (*told.people(*parse.span), *told.doubtful(*parse.span))}
    there = {m.name for m in (*told.people(*span), *told.doubtful(*span))}
    others = there | set(told.cast.named(role, len(told.text)))
    return short_name(told, person.name) if person.name not in here and others - {person.name} <= here else ""


def _only_firm(told: Told, clause: Clause) -> str:
    """The firm that "the firm, which …" means: the only body named in its sentence, if the text calls it one."""
    parse, (start, end) = clause.parse, clause.subject
    head = parse.words[end - 1].lower
    if clause.marker != "which" or head not in _FIRMS or not re.fullmatch("D[AN]*N,W", parse.tags[start : end + 2]):
        return ""
    at = parse.words[start].start
    known = {name for same in _FIRMS for name in told.cast.named(same, len(told.text))}
    bodies = {m.name for m in told.names.within(*parse.span) if m.body or not (m.person or is_place(m.name))}
    before = {m.name for m in told.names.within(parse.span.start, at)}
    return next(iter(bodies)) if len(bodies) == 1 and bodies <= known & before else ""


def _in_part(told: Told, part: str, at: int, starts: Sequence[int]) -> str:
    """The one named before ``at`` in the last sentences that has the part, where nobody else can have it."""
    if not is_part(part):
        return ""
    named: dict[str, Mention] = {}
    for same in _FIRMS if part in _FIRMS else (part,):
        named |= told.cast.named(same, at)
    near = [name for name, mention in named.items() if mention.start >= starts[-_FEW:][0]]
    if len(near) != 1 or any(name not in near and m.start >= starts[0] for name, m in named.items()):
        return ""
    last = named[near[0]]
    if _another(told, part, last, at) or _is_part(told.text, last) or not _is_focus(told, last, starts):
        return ""
    return short_name(told, near[0]) if last.person else near[0]


def _is_focus(told: Told, last: Mention, starts: Sequence[int]) -> bool:
    """Whether a mention opens its sentence as its subject, or nobody and nothing else is named there."""
    start = max((start for start in starts if start <= last.start), default=0)
    if (following := _NOUN.match(told.text, last.end)) and lexeme(following[1]).noun:
        return False  # "the Acme scandal"
    if last.start - start <= _OPENING:
        return True
    end = min((start for start in starts if start > last.start), default=last.end)
    return all(m.name == last.name or is_place(m.name) for m in told.names.within(start, end))


def _is_part(text: str, mention: Mention) -> bool:
    """Whether a name is only part of a longer one: "Hudson's | Bay", "Hotel &amp; | Restaurant"."""
    before, after = text[max(0, mention.start - 4) : mention.start].rstrip(), text[mention.end : mention.end + 4]
    return before.endswith(("'s", "’s", "amp", "&", "amp;")) or bool(re.match(r"['’]s [A-Z]| & | and [A-Z]", after))


def _another(told: Told, part: str, last: Mention, at: int) -> bool:
    """Whether another is spoken of between a mention and ``at``: "a rival company", "the French president"."""
    since = told.names.within(last.end, at)
    if last.person and (told.doubtful(last.end, at) or any(m.person and m.name != last.name for m in since)):
        return True
    if not last.person and any(not m.person and m.name != last.name and not is_place(m.name) for m in since):
        return True
    pattern = rf"\b(the|\w+)\s((?:[\w’'-]+\s){{0,2}}){re.escape(part)}s?\b"
    found = re.finditer(pattern, told.text[last.end : at], re.IGNORECASE)
    return any(match[1].lower() != "the" or match[2] for match in found)


def _two(told: Told, noun: str, starts: Sequence[int]) -> str:
    """The two people whom the nearest sentence that names anybody names together; the only three for "trio"."""
    if noun == "trio":
        return _three(told, starts[-1])
    for span in told.before(starts)[:_FEW]:
        people = told.people(*span)
        if people or told.doubtful(*span):
            pronoun = {"men": "he", "women": "she"}.get(noun, "")
            fits = all(not pronoun or told.can_be(person.name, pronoun) for person in people)
            joined = len(people) == len({"one", "two"}) and _JOINED.fullmatch(
                told.text[people[0].end : people[1].start]
            )
            if not joined or not fits or told.doubtful(*span):
                return ""
            return " and ".join(short_name(told, person.name) for person in people)
        if told.humans(*span):
            return ""
    return ""


def _three(told: Told, at: int) -> str:
    """The three people whom the text names in a row before ``at``, if it does so with no other three."""
    people, text = told.people(0, at), told.text
    threes = {
        frozenset(m.name for m in (a, b, c)): (a, b, c)
        for a, b, c in zip(people, people[1:], people[2:], strict=False)
        if _LISTED.fullmatch(f"{text[a.end : b.start]}|{text[b.end : c.start]}")
    }
    names = [short_name(told, m.name) for m in next(iter(threes.values()))] if len(threes) == 1 else []
    if len(set(names)) < len(["a", "b", "c"]):
        return ""
    last = [name.split()[-1] for name in names]
    return f"{last[0]}, {last[1]} and {last[2]}"


def _same_noun(told: Told, noun: str, at: int, starts: Sequence[int]) -> str:
    """The phrase with the same noun in the sentences before, if a name or noun describes it and none another."""
    sets = word_sets("names")
    if noun in sets["humans"] | sets["titles"] | sets["trades"] or noun in _FIRMS:
        return ""
    for span in told.before(starts)[:_FEW]:
        if noun not in told.text[slice(*span)].lower():
            continue
        sentence = told.sentence(span)
        if sentence is None:
            return ""
        places = [i for i, word in enumerate(sentence.parse.words) if word.lower == noun]
        said = {phrase for i in places if (phrase := _described(sentence.parse, i))}
        if said:
            phrase = said.pop()
            kinds = _kinds_of(told, noun, span.start, at)
            alone = not said and len(phrase) <= _LONGEST and kinds == {phrase.split()[-2].lower()}
            return f"the {phrase}" if alone else ""
    return ""


def _kinds_of(told: Told, noun: str, said: int, at: int) -> set[str]:
    """The words right before a noun that tell which it is; those before ``said`` tell of another."""
    found = re.compile(rf"([\w’'-]+)\s{re.escape(noun.removesuffix('s'))}s?\b", re.IGNORECASE)
    early = {match[1].lower() for match in found.finditer(told.text, max(0, at - _REACH), said)}
    return early | {match[1].lower() for match in found.finditer(told.text, said, at)} - closed_classes().keys()


def _described(parse: Parse, head: int) -> str:
    """The noun with the names and nouns before it, without what only says which or whose; empty where it is bare."""
    first = head
    while first and parse.tags[first - 1] in "NEA":
        first -= 1
    telling = set(parse.tags[first:head]) & set("NE")
    whole = parse.tags[head + 1 : head + 2] not in {"N", "E", "X"} and parse.tags[first - 1 : first] not in {"#", "X"}
    plural = parse.words[head].lower.endswith("s")
    pointed = parse.words[first - 1].lower == "the" if first else False
    words = [parse.text[word.start : word.end] for word in parse.words[first : head + 1]]
    parted = words[-1][:1].isupper() and words[-2:-1] != [] and words[-2][:1].islower()  # a headline ends inside
    nouns = (parse.words[i].lower for i in range(first, head) if parse.tags[i] == "N")
    verbal = any(noun.endswith("s") for noun in nouns)  # "the banks face action"
    told = telling and whole and not parted and not verbal and (pointed or not plural)
    return write(parse, range(first, head + 1)) if told and words[-1] != "City" else ""
