"""What to call an event: the clause of its date in the source's own words, cut where a clause can end.

A title has at most ``LONGEST`` code points, is never cut in a word, and leaves out the date words, attributions,
brackets and opening conjunctions. A statement reads "Speaker: what was said", with quotation marks where the source has
them. Candidates of different lengths are weighed against each other; the one that says most and ends best wins.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Collection, Iterator, Sequence
from math import inf
from typing import NamedTuple

from timeline_app.extraction.clause import Clause, Range
from timeline_app.extraction.cuts import ASIDE, WHOLE, ending, is_manner
from timeline_app.extraction.lexicon import grammar
from timeline_app.extraction.names import Names
from timeline_app.extraction.naming import Phrase, speakers, subjects
from timeline_app.extraction.words import Parse
from timeline_app.extraction.writing import LETTER, LONGEST, capitalised, write

_DATE = 9.0  # what another date in a title costs


class Draft(NamedTuple):
    """A possible title and how good it is."""

    words: str
    score: float


def clause_title(clause: Clause, left_out: frozenset[int], names: Names, pronoun: str = "") -> Draft:
    """The title of what a clause reports; ``left_out`` are the words that date it, ``pronoun`` who "he" is."""
    named = subjects(clause, left_out, names, pronoun)
    parse, degrees = clause.parse, {"most", "more", "less", "least", "very"}
    places = range(clause.group.end, clause.end)
    described = [i for i in places if parse.tags[i] == "A" and parse.words[i - 1].lower not in degrees]
    described += [i for i in range(clause.group.start, clause.end) if is_manner(parse, i)]
    if clause.verb in grammar()["light_verbs"] and (aside := ASIDE.match(parse.tags, clause.group.end, clause.end)):
        described += range(clause.group.end, aside.end())  # "decided at the summit to …"
    for spared in (frozenset(left_out), frozenset(left_out).union(described)):
        if drafts := list(_drafts(clause, spared, named, LONGEST)):
            return max(drafts, key=lambda draft: draft.score)
    return Draft("", 0.0)


def statement_title(
    speaker: Clause, contents: Sequence[Clause], left_out: frozenset[int], names: Names, pronoun: str = ""
) -> Draft:
    """The title "Speaker: what was said", empty where it cannot be said in so few words."""
    best = Draft("", -100.0)
    for who in speakers(speaker, names, pronoun):
        for rank, content in enumerate(contents):
            quoted = content.parse.tags[content.start - 1 : content.start] == "["
            room = LONGEST - len(who.text) - 2 - 2 * quoted
            for said in _drafts(content, left_out, subjects(content, left_out, names), room, spoken=True):
                if said.words.startswith(f"{who.text} "):
                    continue
                score = said.score + who.score - 3.0 * rank - 6.0 * _vague(content)
                if score > best.score:
                    best = Draft(f"{capitalised(who.text)}: {_after_colon(said.words, content, quoted=quoted)}", score)
    return best if best.words else Draft("", 0.0)


def _after_colon(words: str, content: Clause, *, quoted: bool) -> str:
    """A statement without the capital that only its sentence's start gave it, in marks where the source has them."""
    if quoted and not set("“”") & set(words):
        return f"“{words}”"
    start = content.start
    first = content.parse.words[start]
    begins = first.start == content.parse.span.start and content.parse.tags[start] in "NA"
    opening = (begins or content.parse.tags[start] in "DR") and first.lower != "i"
    same = words.split(" ", 1)[0].lower() == first.lower
    return words[:1].lower() + words[1:] if opening and same else words


def _vague(content: Clause) -> bool:
    """Whether only a pronoun says who a statement is about."""
    return content.parse.tags[slice(*content.subject)] == "R"


def phrase_title(parse: Parse, words: Range, left_out: Collection[int] = ()) -> str:
    """The title of an event that a noun phrase names: as much of it as fits."""
    article = words.end - words.start > 1 and parse.words[words.start].lower in {"the", "a", "an"}
    owner = parse.tags[words.start] == "D" and parse.words[words.start].lower in {"his", "her", "its", "their"}
    start = words.start + (article or owner)
    ends = (i for i in range(words.end - 1, start, -1) if parse.tags[i] in "PKGC,W" and not _parts_name(parse.tags, i))
    for end in (words.end, *ends):
        title = write(parse, [i for i in range(start, end) if i not in left_out])
        if 0 < len(title) <= LONGEST:
            return capitalised(re.sub("^the ", "", title))
    return ""


def _parts_name(tags: str, cut: int) -> bool:
    """Whether a cut parts what may be one name: "the Organization | of the Petroleum Exporting Countries"."""
    return tags[cut] in "CP" and tags[cut - 1] == "E" and tags[cut + 1 :].startswith(("E", "DE", "DN"))


def _drafts(
    clause: Clause, left_out: frozenset[int], named: Sequence[Phrase], room: int, *, spoken: bool = False
) -> Iterator[Draft]:
    """Every way to say the clause in ``room`` code points."""
    for predicate in _predicates(clause, left_out, spoken=spoken):
        said = write(clause.parse, predicate.words)
        if clause.group.start < clause.subject.start:  # "Born in Bellshill, Robin Cook …"
            said = said[:1].lower() + said[1:]
        for subject in named:
            who = subject.text
            line = f"{who} {said}".strip() if not said.startswith(("'", "’s", "n't", "n’t")) else who + said
            if len(line) <= room:
                score = predicate.score + subject.score + LETTER * len(line)
                yield Draft(line if spoken else capitalised(line), score)


def _predicates(clause: Clause, left_out: frozenset[int], *, spoken: bool) -> Iterator[Phrase]:
    """The verbs with more or less of what follows them."""
    parse, group = clause.parse, clause.group
    if clause.verb in grammar()["lasting_verbs"] and parse.tags[group.end : group.end + 1] == "Z":
        left_out = frozenset()
    dropped = {
        i
        for i in range(group.start, clause.end)
        if i in left_out or parse.words[i].lower in grammar()["left_out_of_titles"]
    }
    dropped |= _bracketed(parse.tags, group.end, clause.end)
    start = _first_verb(clause, quoted=spoken)
    quoted = start == group.end and parse.tags[start : start + 1] == "["
    closing = parse.tags.find("]", start) + 1 if quoted else 0
    following = next((i for i in range(group.end, clause.end) if i not in dropped), clause.end)
    if (
        start == group.head
        and clause.verb == "be"
        and following > group.end
        and parse.tags[following : following + 1] == ","
    ):
        return  # "… is tomorrow, giving them a day"
    kept = [i for i in range(start, clause.end) if i not in dropped and not _inside(clause.subject, i)]
    before = range(clause.subject.end, group.start)
    before = before if clause.subject and not set(parse.tags[before.start : before.stop]) - set("BZ") else range(0)
    kept[:0] = [i for i in before if parse.words[i].lower in grammar()["turning_adverbs"]]  # "barely left"
    for cut in (closing,) if closing else range(max(group.end, start), clause.end + 1):
        words = tuple(kept[: bisect_left(kept, cut)])
        if not words or (cut < clause.end and (cut in dropped or _in_brackets(parse.tags, group.start, cut))):
            continue
        if parse.words[words[-1]].end - parse.words[words[0]].start > LONGEST and _length(parse, words) > LONGEST:
            return
        score = WHOLE if closing else ending(clause, words[-1], cut, left_out)
        if score > -inf:
            yield Phrase(words, score - _DATE * sum(parse.tags[i] == "Z" for i in words))


def _length(parse: Parse, words: Sequence[int]) -> int:
    """How many code points the words have at least, without the spaces between them."""
    return sum(len(parse.words[i].lower) for i in words)


def _in_brackets(tags: str, start: int, cut: int) -> bool:
    return tags.count("(", start, cut) > tags.count(")", start, cut)


def _inside(subject: Range, i: int) -> bool:
    return subject.start <= i < subject.end


def _first_verb(clause: Clause, *, quoted: bool) -> int:
    """Where a title's verbs begin: "driving" for "have been driving"; the quote for "is “crumbling”"."""
    parse, group = clause.parse, clause.group
    be = grammar()["be"]
    helpers = [parse.words[i].lower for i in range(group.start, group.end) if parse.tags[i] != "B"]
    plain = set(parse.tags[group.start : group.end]) <= set("VKG")
    named = clause.subject and parse.tags[slice(*clause.subject)] != "R"
    if (
        quoted
        and named
        and plain
        and all(word in be for word in helpers)
        and parse.tags[group.end : group.end + 1] == "["
    ):
        return group.end
    progressive = parse.tags[group.head] == "G" and plain and helpers[:1] != helpers[-2:-1] and named and not quoted
    if progressive and all(word in be | grammar()["have"] for word in helpers[:-1]):
        return group.head
    return group.start


def _bracketed(tags: str, start: int, end: int) -> set[int]:
    return {
        i
        for found in re.finditer(r"\([^()]*\)", tags[start:end])
        for i in range(start + found.start(), start + found.end())
    }
