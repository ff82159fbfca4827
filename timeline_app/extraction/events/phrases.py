"""Noun phrases that name an event and carry its date: "Qaddafi's 1969 coup", "the Battle of Lyon (1969)".

All numbers are indices of words of the ``Parse``, ranges half-open.
"""

from __future__ import annotations

import re

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events.frames import noun_wants

_BEFORE_EVENTS = frozenset({"after", "before", "since", "following", "until"})
_MOVED = re.compile(r"[DANEX#]*(?P<head>N)(?:P[DANEX#]*[NE])?(?P<link>P)[DANEX#]*[NE](?P<to>P)[DANEX#]*[NE]$")
_NEAR = 6  # words between a verb and a date that can be its own
_ABOUT = frozenset({"on", "about", "of", "over"})
_WITHIN = frozenset({"in", "at", "during", "by", "with"})


def dated_phrase(parse: Parse, first: int, last: int, clause: Clause | None, *, coarse: bool) -> Range | None:
    """The noun phrase that a date at words ``first`` to ``last`` belongs to rather than to its clause, or None.

    ``coarse`` says that the date is no finer than a month.
    """
    tags = parse.tags
    if tags[first] == "Q" and is_owner(parse, first):
        return _owned_phrase(parse, first, clause)
    if tags[first] == "Q" and coarse:
        return _phrase_around(parse, first)
    if tags[first] == "Q" and (named := _numbered_phrase(parse, first, clause)):
        return named
    bracketed = tags[first - 1 : first] == "(" and tags[last + 1 : last + 2] in {")", ","}
    if bracketed and first > 1 and tags[first - 2] in "NE":
        return _phrase_before(parse, first - 1)
    if first and tags[first - 1] in "NE" and (parted := _parted_phrase(parse, first, last, clause)):
        return parted
    return _linked_phrase(parse, first, clause, coarse=coarse) if first and tags[first - 1] == "P" else None


def _parted_phrase(parse: Parse, first: int, last: int, clause: Clause | None) -> Range | None:
    """The event around a bare date that parts it: "the announcement Friday of a loss", "the failure last week to …"."""
    tags = parse.tags
    following = parse.words[last + 1].lower if last + 1 < len(tags) else ""
    if following not in {"of", "to", "against", "by"} or not (near := re.search(r"[DANEXQ#]*[NE]$", tags[:first])):
        return None
    far = re.search(r"[DANEXQ#]*N(?:P[DANEX#]*[NE])+$", tags[:first])
    start = next((m.start() for m in (near, far) if m and names_event(parse, head_of(tags, m.start(), first))), -1)
    brought = start > 0 and tags[start - 1] == "P"
    if start < 0 or (following != "of" and not brought) or (brought and _is_own_subject(clause, start)):
        return None
    tail = re.match(r"P[DANEXQ#]*[NE]|T[IB]+[DANEX#]*[NE]?", tags[last + 1 :])
    return Range(start, last + 1 + tail.end()) if tail else None


def _is_own_subject(clause: Clause | None, start: int) -> bool:
    """Whether a clause tells what its subject did: "the attack Friday by rebels killed five people"."""
    tells = clause is not None and clause.verb not in {*grammar()["reporting_verbs"], "be"}
    return tells and clause is not None and clause.subject.start <= start < clause.subject.end


def head_of(tags: str, start: int, end: int) -> int:
    """The noun of a phrase: the last before a preposition, or at its end."""
    return next((i - 1 for i in range(start + 1, end) if tags[i] == "P"), end - 1)


def _numbered_phrase(parse: Parse, first: int, clause: Clause | None) -> Range | None:
    """The event in "condemned the August 7 bombings in Kenya"; not in "at a Jan. 14 meeting", where all happened."""
    attributed = first > 1 and parse.tags[first - 1] == "D" and re.search("[0-9]", parse.words[first].lower)
    if not attributed or parse.words[first - 2].lower in {*_WITHIN, "on"}:
        return None
    phrase = _phrase_around(parse, first)
    return phrase if phrase_names_event(parse, phrase) and not _is_own_subject(clause, phrase.start) else None


def is_owner(parse: Parse, index: int) -> bool:
    """Whether the date is possessive: "Friday's"."""
    return parse.tags[index + 1 : index + 2] == "X" or parse.words[index].lower.endswith(("'s", "’s"))


def phrase_names_event(parse: Parse, phrase: Range) -> bool:
    """Whether the phrase's noun, before "of" or at its end, names something that happens."""
    heads = [i for i in range(*phrase) if parse.tags[i + 1 : i + 2] in {"P", "Z"}] + [phrase.end - 1]
    return any(names_event(parse, i) for i in heads)


def named_nearby(parse: Parse, index: int) -> Range | None:
    """In a sentence without a verb: the noun phrase nearest to the date that names an event."""
    heads = [i for i, tag in enumerate(parse.tags) if tag in "NE" and names_event(parse, i)]
    if not heads:
        return None
    head = min(heads, key=lambda i: abs(i - index))
    start, end = head, head + 1
    while start and parse.tags[start - 1] in "DANEXQ#":
        start -= 1
    if tail := re.match(r"P[DANEX]*[NE]", parse.tags[end:]):
        end += tail.end()
    return Range(start, end)


def event_between(parse: Parse, start: int, end: int) -> Range | None:
    """The last noun phrase between words ``start`` and ``end`` that names an event."""
    head = next((i for i in range(end - 1, start - 1, -1) if parse.tags[i] == "N" and names_event(parse, i)), -1)
    if head < 0:
        return None
    first = re.search(r"[DANEX#]*$", parse.tags[:head])
    tail = re.match(r"P[DANEX#]*[NE]", parse.tags[head + 1 : end])
    if tail and parse.words[head + 1].lower in _BEFORE_EVENTS:
        return None  # "the trial since its start in 2007"
    return Range(first.start() if first else head, head + 1 + (tail.end() if tail else 0))


def _linked_phrase(parse: Parse, first: int, clause: Clause | None, *, coarse: bool) -> Range | None:
    """The phrase before "of 1969", or before "in 1969" where the clause speaks of something else."""
    coming = parse.tags[first - 2 : first - 1] == "G"
    before = _phrase_before(parse, first - 1 - coming)
    if coming and before is not None:
        return before if phrase_names_event(parse, before) else None
    link = parse.words[before.start - 1].lower if before and before.start else ""
    bare = before is not None and re.fullmatch(r"D?N", parse.tags[slice(*before)])
    if before is None or (clause is not None and bare and link not in {"after", "before", "since"}):
        return None
    if parse.words[first - 1].lower == "of" and parse.words[before.end - 1].lower not in word_sets("units")["periods"]:
        return before
    subject = clause is not None and clause.subject.start <= first < clause.subject.end
    spoken_of = clause is not None and coarse and clause.verb in grammar()["about_verbs"]
    told = clause is not None and clause.verb in grammar()["reporting_verbs"] and link in _ABOUT and coarse
    opened = (
        spoken_of or told or link in _BEFORE_EVENTS or (link == "from" and coarse and parse.tags[before.start] == "D")
    )
    return before if phrase_names_event(parse, before) and (subject or opened or clause is None) else None


def _owned_phrase(parse: Parse, index: int, clause: Clause | None) -> Range | None:
    """What "Friday's" belongs to, where that is an event the clause only speaks of ("condemned Friday's attack")."""
    start = index + 1 + (parse.tags[index + 1 : index + 2] == "X")
    phrase = Range(start, _phrase_around(parse, start - 1).end)
    before = parse.words[index - 1].lower if index else ""
    finite = clause is not None and clause.group.finite
    if finite and len(range(*phrase)) == 1:
        return None
    near = clause is not None and index - clause.group.end <= _NEAR
    told = (
        finite and clause is not None and (clause.start <= index < clause.group.start or (before in _WITHIN and near))
    )
    return None if told or not phrase or not phrase_names_event(parse, phrase) else phrase


def _phrase_around(parse: Parse, index: int) -> Range:
    """The noun phrase with the expression inside."""
    start, end = index, index + 1
    while start and parse.tags[start - 1] in "DANEXQ#" and (parse.tags[start] != "D" or parse.tags[start - 1] == "D"):
        start -= 1
    while end < len(parse.tags) and parse.tags[end] in "NEAGQ#":
        end += 1
    linked = end < len(parse.tags) and parse.words[end].lower in {
        "of",
        "on",
        "against",
        "in",
        "between",
        "with",
        "by",
        "at",
    }
    more = "(?:P[DANEX#]*[NE])?" if linked and parse.words[end].lower == "with" else ""  # "a tour with shows in Kent"
    if linked and (tail := re.match(rf"P[DANEX#]*[NE]{more}(?![NEXT])", parse.tags[end:])):
        cut = parse.words[end + 1].lower in {"a", "an"} and tail[0].endswith("DE")  # "of a Birmingham, Ala., clinic"
        between = parse.words[end].lower == "between"
        end += 0 if cut else tail.end()
        if between and (second := re.match(r"C[DANEX#]*[NE](?!X)", parse.tags[end:])):
            end += second.end()
    return Range(start, end)


def _phrase_before(parse: Parse, end: int) -> Range | None:
    """The noun phrase that ends before word ``end``, with "of …" in it, or "on …" where its noun names an event."""
    near = re.search(r"[DANEXQ#]*[NE]$", parse.tags[:end])
    if near is None:
        return None
    far = re.search(r"[DANEXQ#]*[NE]P[DANEXQ#]*[NE]$", parse.tags[:end])
    if far is None:
        return Range(near.start(), end)
    link = parse.tags.index("P", far.start())
    if parse.words[link].lower in _BEFORE_EVENTS:
        return Range(near.start(), end)
    if parse.words[link].lower == "to" and (moved := _MOVED.search(parse.tags, 0, end)):
        brought = parse.words[moved.start("link")].lower == "from"
        told = names_event(parse, moved.start("head")) or noun_wants(parse.words[moved.start("head")].lower, "from")
        if brought and told and moved.start("to") == link:
            return Range(moved.start(), end)  # "the transfer of power from the army to a council"
    joined = parse.words[link].lower == "of" or names_event(parse, link - 1)
    return Range(far.start() if joined else near.start(), end)
