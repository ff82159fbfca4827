"""What to call an event: the clause of its date in the source's own words, cut where a clause can end.

A title has at most ``LONGEST`` code points, is never cut in a word, and leaves out the date words, attributions,
brackets and opening conjunctions. A statement reads "Speaker: what was said", with quotation marks where the source has
them. Candidates of different lengths are weighed against each other; the one that says most and ends best wins.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from timeline_app.extraction.clause import Clause, Range
from timeline_app.extraction.lexicon import grammar, word_sets
from timeline_app.extraction.names import Names
from timeline_app.extraction.words import Parse
from timeline_app.extraction.writing import LONGEST, capitalised, write

_WHOLE, _LETTER, _END = 4.0, 0.2, 8.0  # worth of a whole clause, of a code point, of a good end
_DATE = 3.0  # what another date in a title costs
_BARE = frozenset("PDCSWTXMQA,-([;&")  # no title ends with one of these
_OBJECT = frozenset("DNEA#OQR[XGIKTB")  # what a verb may need right after it
_SHORT_SUBJECT = 28


class Phrase(NamedTuple):
    """Words of the source, or ``text`` instead of them, and how good it is to use them."""

    words: tuple[int, ...]
    score: float = 0.0
    text: str = ""


class Draft(NamedTuple):
    """A possible title and how good it is."""

    words: str
    score: float


class Person(NamedTuple):
    """A person as a phrase names them, and their name in full."""

    text: str
    name: str


def clause_title(clause: Clause, left_out: frozenset[int], names: Names, pronoun: str = "") -> Draft:
    """The title of what a clause reports; ``left_out`` are the words that date it, ``pronoun`` who "he" is."""
    subjects = _subjects(clause, left_out, names, pronoun)
    parse, degrees = clause.parse, {"most", "more", "less", "least", "very"}
    places = range(clause.group.end, clause.end)
    described = [i for i in places if parse.tags[i] == "A" and parse.words[i - 1].lower not in degrees]
    described += [i for i in range(clause.group.start, clause.end) if _is_manner(parse, i)]
    for spared in (frozenset(left_out), frozenset(left_out).union(described)):
        if drafts := list(_drafts(clause, spared, subjects, LONGEST)):
            return max(drafts, key=lambda draft: draft.score)
    return Draft("", 0.0)


def _is_manner(parse: Parse, word: int) -> bool:
    return parse.tags[word] == "B" and parse.words[word].lower.endswith("ly")


def statement_title(
    speaker: Clause, contents: Sequence[Clause], left_out: frozenset[int], names: Names, pronoun: str = ""
) -> Draft:
    """The title "Speaker: what was said", empty where it cannot be said in so few words."""
    best = Draft("", -100.0)
    for who in _speakers(speaker, names, pronoun):
        for rank, content in enumerate(contents):
            room = LONGEST - len(who.text) - 2
            for said in _drafts(content, left_out, _subjects(content, left_out, names), room, spoken=True):
                score = said.score + who.score - 3.0 * rank - 6.0 * _vague(content)
                if score > best.score:
                    best = Draft(f"{capitalised(who.text)}: {_after_colon(said.words, content)}", score)
    return best if best.words else Draft("", 0.0)


def _after_colon(words: str, content: Clause) -> str:
    """A statement without the capital that only its sentence's start gave it."""
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
    start += parse.tags[start] == "Q" and words.end - start > 2  # noqa: PLR2004 - two words say enough
    for end in (words.end, *(i for i in range(words.end - 1, start, -1) if parse.tags[i] in "PKGC,W")):
        title = write(parse, [i for i in range(start, end) if i not in left_out])
        if 0 < len(title) <= LONGEST:
            return capitalised(title)
    return ""


def _drafts(
    clause: Clause, left_out: frozenset[int], subjects: Sequence[Phrase], room: int, *, spoken: bool = False
) -> Iterator[Draft]:
    """Every way to say the clause in ``room`` code points."""
    for predicate in _predicates(clause, left_out, spoken=spoken):
        said = write(clause.parse, predicate.words)
        if clause.group.start < clause.subject.start:  # "Born in Bellshill, Robin Cook …"
            said = said[:1].lower() + said[1:]
        for subject in subjects:
            who = subject.text
            line = f"{who} {said}".strip() if not said.startswith(("'", "’s", "n't", "n’t")) else who + said
            if len(line) <= room:
                score = predicate.score + subject.score + _LETTER * len(line)
                yield Draft(line if spoken else capitalised(line), score)


def _subjects(clause: Clause, left_out: frozenset[int], names: Names, pronoun: str = "") -> list[Phrase]:
    """Ways to name the subject, from the whole phrase to the short name."""
    parse, (start, end) = clause.parse, clause.subject
    if not clause.subject:
        dated = parse.tags[start - 1 : start] in {"Z", "Q"} and start == clause.group.start
        dated = dated and clause.verb in grammar()["year_verbs"]
        return [Phrase((), 0.0, write(parse, [start - 1]) if dated else "")]
    start += len(list(itertools.takewhile(left_out.__contains__, range(start, end))))
    start += parse.tags[start:end].startswith("X")  # "Friday's trading volume"
    start += parse.tags[start:end].startswith("[") and "]" not in parse.tags[start:end]
    if start == end:
        return [Phrase((), 0.0, "")]
    whole = write(parse, [i for i in range(start, end) if i not in left_out])
    if clause.parse.tags[start:end] == "R":
        return [Phrase((), 0.0, pronoun or whole)]
    whole = _with_short_names(whole, parse, clause.subject, names) if len(whole) > _SHORT_SUBJECT else whole
    split = not left_out.isdisjoint(range(start, end)) and "K" in parse.tags[start:end]
    found = [Phrase((), -6.0 * split if len(whole) <= _SHORT_SUBJECT else -3.0 - 3.0 * split, whole)]
    found += _shorter(parse, start, end)
    if named := re.search("(?<=N)E+CE+$|^D?E?[ANP]*N(?P<name>E{2,3})$", parse.tags[start:end]):
        at = named.start("name") if named["name"] else named.start()
        found.append(Phrase((), 0.0, write(parse, range(start + at, end))))
    if name := _person_at_end(parse, start, end, names):
        found += [Phrase((), 1.0, name.text), Phrase((), -1.0, names.short(name.name))]
    return found


def _with_short_names(line: str, parse: Parse, subject: Range, names: Names) -> str:
    """A list of people with the last name of each: "Mulgrew, Bermingham and Darby"."""
    start, end = parse.words[subject.start].start, parse.words[subject.end - 1].end
    people = [mention.name for mention in names.within(start, end) if mention.person]
    for name in people if len(people) > 1 else ():
        line = line.replace(name, names.short(name) if names.short(name) != name else name.split()[-1])
    return line


def _shorter(parse: Parse, start: int, end: int) -> Iterator[Phrase]:
    """The phrase without article, without what describes its noun, without whose it is."""
    tags = parse.tags
    if parse.words[start].lower in {"the", "a", "an", "both", "all"} and tags[start] in "DN":
        start += 1 + (tags[start + 1] == "D")
        yield Phrase((), -0.5, write(parse, range(start, end)))
    if re.match(r"\(E\)", tags[end:]):
        yield Phrase((), -1.0, write(parse, [end + 1]))
    head = next((i for i in range(start + 1, end) if tags[i] in "PKGZ" and tags[i - 1] in "NE"), end)
    measured = parse.words[head - 1].lower in grammar()["measures"]
    loss = 0.0 if head == end else 6.0 if parse.words[head].lower == "of" else 2.5
    if head < end and not (measured and parse.words[head].lower == "of"):
        yield Phrase((), -loss, write(parse, range(start, head)))
    owner = next((i for i in range(start, head) if tags[i] == "X"), -1)
    if start < owner < head - 1:
        yield Phrase((), -4.0 - loss, write(parse, range(owner + 1, head)))
    nouns = tags[start:head].count("N")
    if not measured and tags[head - 1] == "N" and (nouns == 1 or (nouns > 1 and "C" not in tags[start:head])):
        described = bool(set(tags[start:head]) & set("A#XE"))
        yield Phrase((), -7.0 - 4.0 * described - loss, write(parse, range(head - 1, head)))


def _person_at_end(parse: Parse, start: int, end: int, names: Names) -> Person | None:
    """The person that the subject is, if it is one."""
    first, last = parse.words[start].start, parse.words[end - 1].end
    mention = next((m for m in reversed(names.within(first, last)) if m.person and m.end == last), None)
    if mention is None or "C" in parse.tags[start:end][-3:]:
        return None
    at = parse.at(mention.start)
    at -= at > start and parse.words[at - 1].lower in word_sets("names")["titles"]
    if at > start and parse.tags[at - 1] == "P":
        return None
    return Person(parse.text[mention.start : mention.end], mention.name)


def _speakers(clause: Clause, names: Names, pronoun: str) -> list[Phrase]:
    """Short ways to name who speaks, the best first."""
    subjects = [s for s in _subjects(clause, frozenset(), names, pronoun) if s.text]
    person = _person_at_end(clause.parse, *clause.subject, names)
    if person and not pronoun:
        short = names.short(person.name)
        return [Phrase((), 6.0, person.text.split()[-1] if short == person.name else short)]
    plain = [(s, re.sub(r"^(?:the|an?) ", "", s.text, flags=re.IGNORECASE)) for s in subjects]
    return [Phrase((), s.score + 4.0 - len(words) * _LETTER * 1.5, words) for s, words in plain]


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
    for cut in (closing,) if closing else range(max(group.end, start), clause.end + 1):
        words = tuple(i for i in range(start, cut) if i not in dropped and not _inside(clause.subject, i))
        if not words or (cut < clause.end and (cut in dropped or _in_brackets(parse.tags, group.start, cut))):
            continue
        score = _WHOLE + _END if closing else _ending(clause, words[-1], cut)
        score -= _DATE * sum(parse.tags[i] == "Z" for i in words) if score > _DATE else 0.0
        if score > 0:
            yield Phrase(words, score)


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
    progressive = parse.tags[group.head] == "G" and plain and len(helpers) > 1 and named and not quoted
    if progressive and all(word in be | grammar()["have"] for word in helpers[:-1]):
        return group.head
    return group.start


def _bracketed(tags: str, start: int, end: int) -> set[int]:
    return {
        i
        for found in re.finditer(r"\([^()]*\)", tags[start:end])
        for i in range(start + found.start(), start + found.end())
    }


def _ending(clause: Clause, last: int, cut: int) -> float:
    """How good a title is that stops before word ``cut``; 0 where it cannot stop there."""
    parse, tags = clause.parse, clause.parse.tags
    if _dangles(clause, last, cut):
        return 0.0
    if cut >= clause.end:
        return _WHOLE + _END
    if _opens_clause(clause, cut):
        return 0.0
    following = tags[cut]
    manner = _is_manner(parse, cut) and clause.verb not in grammar()["light_verbs"]
    if last < clause.group.end and ((following in _OBJECT and not manner) or _needs_more(clause, cut)):
        return 0.0
    return _END * _cut_quality(parse, clause, cut)


def _opens_clause(clause: Clause, cut: int) -> bool:
    """Whether a clause has begun before ``cut`` whose verb follows: "concluded that James Kopp | , …"."""
    for i in range(cut - 1, clause.group.end - 1, -1):
        if clause.parse.tags[i] in "VMTZ":
            return False
        if clause.parse.tags[i] in "SW" and clause.parse.words[i].lower in grammar()["clause_openers"]:
            return True
    return False


def _dangles(clause: Clause, last: int, cut: int) -> bool:
    """Whether word ``last`` cannot end a title, or not before the word at ``cut``."""
    parse, tags = clause.parse, clause.parse.tags
    following = tags[cut] if cut < clause.end else ";"
    if tags[last] == "A" and following != "T":
        return following in "NEAXC" or (following == "," and tags[cut + 1 : cut + 2] in tuple("ANC"))
    if tags[last] in _BARE or (tags[last] == "#" and following in "NAE#"):
        return True
    word = parse.words[last].lower
    if word in grammar()["never_last"] or (following == "T" and word in grammar()["before_infinitives"]):
        return True
    if tags[last] in "VGI" and last >= clause.group.head and word in grammar()["be"] | grammar()["have"]:
        return True
    after = parse.words[cut].lower if cut < clause.end else ""
    if (word == "up" and after == "to") or (following == "P" and word in grammar()["linked_nouns"]):
        return True
    particle = after in (grammar()["particles"] if following == "B" else grammar()["verb_particles"])
    open_verb = last > clause.group.end and (following == "T" or (following == "P" and tags[last] != "I"))
    return tags[last] in "VKIG" and (particle or open_verb)


def _needs_more(clause: Clause, cut: int) -> bool:
    following = clause.parse.tags[cut]
    light = clause.verb in grammar()["light_verbs"] and not clause.passive and following in "PTGB"
    said = clause.parse.words[cut].lower in {"that", "what", "how", "whether", "if", "why", "who"}
    reports = clause.verb in grammar()["reporting_verbs"] and following in "SW" and said
    reports = reports or (following == "S" and clause.parse.words[cut].lower == "that")
    asks = cut == clause.group.end and following == "W" and said
    return light or reports or asks


def _is_relational(parse: Parse, word: int) -> bool:
    """Whether a noun says nothing without what follows its "of": "a lack of interest"."""
    lower = parse.words[word].lower
    known = lower in grammar()["measures"] or lower in grammar()["relational_nouns"]
    return known or parse.tags[word] in "#D" or parse.words[word - 1].lower == "not"


def _cut_quality(parse: Parse, clause: Clause, cut: int) -> float:
    """0 to 1: how little a reader misses after a cut before word ``cut``."""
    tags, following = parse.tags, parse.tags[cut]
    in_quote = tags.count("[", clause.group.start, cut) > tags.count("]", clause.group.start, cut)
    quality = _CUTS.get(following, 0.0)
    rest = tags[cut + 1 : clause.end]
    if following == "P":
        word = parse.words[cut].lower
        direct = 0.3 if clause.passive or not clause.group.finite else 0.1
        quality = 0.05 if word in {"of", "than", "as"} else 0.5 if cut > clause.group.end else direct
        quality *= not (word == "of" and _is_relational(parse, cut - 1))
    elif following == "," and tags[cut + 1 : cut + 2] == "[":
        quality = 1.0
    elif following == "C":
        described = tags[cut - 1] == "E" and re.match(r"[DAE]*N", rest)  # "Polish and Russian factions"
        quality = 0.8 if re.match(r"B*[VMTGKI]", rest) else 0.0 if described else 0.25
    elif following == "," and re.match(r"[DANEX#]+(?:,[DANEX#]+)*,?C", rest):
        quality = 0.03
    elif following == "S" and parse.words[cut].lower == "that":
        quality = 0.0 if tags[cut - 1] == "A" else 0.3
    elif following == "T" and clause.verb in grammar()["causing_verbs"]:
        quality = 0.05
    elif following == "B" and parse.words[cut].lower.endswith("ly"):
        quality = 0.4
    elif following == "A" or (following == "K" and (tags[cut - 1] not in "NE" or rest[:1] in tuple("NA"))):
        quality = 0.0
    return quality * (0.4 if in_quote else 1.0)


_CUTS = {",": 1.0, "S": 0.9, "W": 0.8, "T": 0.4, "G": 0.5, "K": 0.5, "(": 1.0, "-": 1.0, ")": 1.0, "B": 0.2, "]": 0.0}
