"""Ways to name who or what a title is about, from the whole noun phrase to a person's short name."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from typing import NamedTuple

from timeline_app.extraction.english.clause import Clause, Range
from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.english.names import Names
from timeline_app.extraction.english.words import Parse
from timeline_app.extraction.events.frames import is_relational, noun_wants
from timeline_app.extraction.events.writing import LETTER, write

_SHORT_SUBJECT = 28
_PLURAL_VERBS = frozenset({"were", "are", "have"})
_RANKS = frozenset({"QC", "KC", "MP", "MEP", "MSP", "TD", "CBE", "OBE", "MBE", "Jr", "Jr.", "Sr", "Sr.", "PhD", "MD"})

_OWNER, _WHOSE = 12.0, 7.0  # what a title loses without "Acme's" before a noun, or "French"
_DROPPED = {"A": 3.0, "E": 0.2, "N": 4.5, "#": 8.0, "X": 1.0, "C": 1.0}  # what a title loses with a word left out


class Phrase(NamedTuple):
    """Words of the source, or ``text`` instead of them, and how good it is to use them."""

    words: tuple[int, ...]
    score: float = 0.0
    text: str = ""


class _Person(NamedTuple):
    """A person as a phrase names them, and their name in full."""

    text: str
    name: str


def subjects(  # noqa: PLR0911 - a case each
    clause: Clause, left_out: frozenset[int], names: Names, pronoun: str = ""
) -> list[Phrase]:
    """Ways to name the subject, from the whole phrase to the short name."""
    parse, (start, end) = clause.parse, clause.subject
    if not clause.subject:
        dated = parse.tags[start - 1 : start] in {"Z", "Q"} and start == clause.group.start
        dated = dated and clause.verb in grammar()["year_verbs"]
        return [Phrase((), 0.0, write(parse, [start - 1]) if dated else "")]
    start += len(list(itertools.takewhile(left_out.__contains__, range(start, end))))
    start += parse.tags[start:end].startswith("X")  # "Friday's trading volume"
    pointed = parse.words[start].lower in {"this", "that", "these", "those"} if start < end else False
    start += pointed and parse.tags[start] == "D" and end - start > 1
    start += parse.tags[start:end].startswith("[") and "]" not in parse.tags[start:end]
    if start == end:
        return [Phrase((), 0.0, "")]
    if both := _joined(clause, start, left_out):
        return both
    whole = write(parse, [i for i in range(start, end) if i not in left_out])
    if clause.parse.tags[start:end] == "R":
        return [Phrase((), 0.0, pronoun or whole)]
    if pronoun and parse.words[start].lower in {"his", "her", "its"}:
        return [Phrase((), 0.0, f"{pronoun}'s {write(parse, range(start + 1, end))}")]
    if pronoun:
        return [Phrase((), 0.0, pronoun), Phrase((), -8.0, whole)]
    whole = _with_short_names(whole, parse, clause.subject, names) if len(whole) > _SHORT_SUBJECT else whole
    split = not left_out.isdisjoint(range(start, end)) and "K" in parse.tags[start:end]
    found = [Phrase((), -6.0 * split if len(whole) <= _SHORT_SUBJECT else -3.0 - 3.0 * split, whole)]
    found += _shorter(parse, Range(start, end), left_out)
    if named := re.search("(?<=N)E+CE+$|^D?E?[AN]*N(?P<name>E{1,3})$", parse.tags[start:end]):
        at = named.start("name") if named["name"] else named.start()
        found.append(Phrase((), 0.0, write(parse, range(start + at, end))))
    if owned := _of_person(parse, Range(start, end), names):
        found.append(Phrase((), -1.0, owned))
    if name := _person_at_end(parse, start, end, names):
        found += [Phrase((), 1.0, name.text), Phrase((), -1.0, names.short(name.name))]
    return found


def _joined(clause: Clause, start: int, left_out: frozenset[int]) -> list[Phrase]:
    """Two that a comma parts before "and", where one alone has a plural verb: "a boy, and a girl were found"."""
    parse, end = clause.parse, clause.subject.end
    if parse.words[clause.group.start].lower not in _PLURAL_VERBS or parse.words[start].lower not in {"a", "an"}:
        return []
    first = re.search(r"(?:^|PZ|[CB,;])(?P<head>Z?[DANEX#]*[NE])(?P<rest>P[DANEX#]*[NE])?,C$", parse.tags[:start])
    if first is None or "C" in parse.tags[start:end]:
        return []
    link = parse.tags.find("P", start, end)
    heads = [*range(*first.span("head")), start - 1, *range(start, link if link > 0 else end)]
    both = [*range(first.start("head"), start - 2), start - 1, *range(start, end)]
    ways = (write(parse, [i for i in kept if i not in left_out]) for kept in (both, heads))
    return [Phrase((), -2.0 * rank, text) for rank, text in enumerate(ways)]


def _of_person(parse: Parse, whole: Range, names: Names) -> str:
    """Whose somebody or something is, said before it: "Smith's son" for "the son of President John Smith"."""
    tags, (start, end) = parse.tags, whole
    link = next((i for i in range(start, end) if tags[i] == "P"), end)
    last = parse.words[end - 1].end
    mention = next(
        (m for m in reversed(names.within(parse.words[start].start, last)) if m.person and m.end == last), None
    )
    if mention is None or link == end or parse.words[link].lower != "of" or "P" in tags[link + 1 : end]:
        return ""
    if set(tags[link + 1 : end]) & set("C,XZ") or parse.words[link - 1].lower in grammar()["measures"]:
        return ""
    if parse.words[link - 1].lower in word_sets("names")["titles"] or tags[link - 1] != "N":
        return ""
    start += tags[start] == "D"
    owned = write(parse, range(start, link)) if start < link else ""
    owned = owned if parse.tags[start] == "E" else f"{owned[:1].lower()}{owned[1:]}"
    return f"{names.short(mention.name)}'s {owned}" if owned else ""


def _with_short_names(line: str, parse: Parse, subject: Range, names: Names) -> str:
    """A list of people with the last name of each: "Mulgrew, Bermingham and Darby"."""
    start, end = parse.words[subject.start].start, parse.words[subject.end - 1].end
    people = [mention.name for mention in names.within(start, end) if mention.person]
    for name in people if len(people) > 1 else ():
        line = line.replace(name, names.short(name) if names.short(name) != name else name.split()[-1])
    return line


def _shorter(parse: Parse, whole: Range, left_out: frozenset[int]) -> Iterator[Phrase]:
    """The phrase without article, without what describes its noun, without whose it is."""
    tags, (start, end) = parse.tags, whole
    article = start
    if parse.words[start].lower in {"the", "a", "an", "both", "all"} and tags[start] in "DN":
        start += 1 + (tags[start + 1] == "D")
        yield Phrase((), -0.8, _kept(parse, start, end, left_out))
    if re.match(r"\(E\)", tags[end:]):
        yield Phrase((), -1.0, write(parse, [end + 1]))
    than = [i for i in range(start + 1, end) if parse.words[i].lower == "than"]
    head = next((i for i in range(start + 1, end) if tags[i] in "PKGZ" and tags[i - 1] in "NE" and i not in than), end)
    known = is_relational(parse, head - 1)
    loss = 0.0 if head == end else 10.0 if known else _loss(parse, head)
    if head < end and not (known and parse.words[head].lower == "of"):
        yield Phrase((), -loss, _kept(parse, start, head, left_out))
    for cut in range(head + 2, end):
        parted = parse.words[head].lower == "between" and "C" not in tags[head:cut]
        if tags[cut] in "PKG" and tags[cut - 1] in "NE" and not parted and not is_relational(parse, cut - 1):
            yield Phrase((), -_loss(parse, cut), _kept(parse, start, cut, left_out))
    for first in range(start + 1, head):
        if "C" not in tags[first:head] and _can_open(parse, first) and not (known and first == head - 1):
            cost = sum(_worth(parse, i) for i in range(start, first)) + _whose(tags[start:first])
            bare = first == head - 1 and (4.0 if not parse.words[first].lower.endswith("s") else 2.0)
            shorter = _kept(parse, first, head, left_out)
            yield Phrase((), -cost - bare - loss, shorter)
            if parse.words[article].lower == "the" and set(tags[first:head]) - {"E"}:
                yield Phrase((), 0.5 - cost - bare - loss, f"the {shorter}")


def _loss(parse: Parse, cut: int) -> float:
    """What a title loses with all of its subject from word ``cut`` on, behind a noun."""
    link = parse.words[cut].lower
    if parse.tags[cut] != "P":
        return 3.0
    return 9.0 if link == "of" else 6.0 if noun_wants(parse.words[cut - 1].lower, link) else 3.0


def _whose(dropped: str) -> float:
    """What a title loses with the names among the words left out before a noun."""
    return _OWNER if "E" in dropped and "X" in dropped else _WHOSE if "E" in dropped else 0.0


def _kept(parse: Parse, start: int, end: int, left_out: frozenset[int]) -> str:
    return write(parse, [i for i in range(start, end) if i not in left_out])


def _worth(parse: Parse, word: int) -> float:
    """What a title loses without the word."""
    counts = parse.words[word].lower in grammar()["measures"]
    return _DROPPED["#" if counts else parse.tags[word]] if parse.tags[word] in _DROPPED else 0.0


def _can_open(parse: Parse, first: int) -> bool:
    """Whether a shorter phrase can begin with the word: no name is parted, nothing that "and" joins."""
    tags = parse.tags
    before = tags[first - 1]
    if before == "#" and parse.words[first].lower in grammar()["number_words"]:
        return False
    return tags[first] in "NEA#" and before in "NEAX#Q" and not (tags[first] == "E" and before == "E")


def _person_at_end(parse: Parse, start: int, end: int, names: Names) -> _Person | None:
    """The person that the subject is, if it is one."""
    first, last = parse.words[start].start, parse.words[end - 1].end
    mention = next((m for m in reversed(names.within(first, last)) if m.person and m.end == last), None)
    if mention is None or "C" in parse.tags[start:end][-3:]:
        return None
    at = parse.at(mention.start)
    at -= at > start and parse.words[at - 1].lower in word_sets("names")["titles"]
    if at > start and parse.tags[at - 1] == "P":
        return None
    link = parse.tags.find("P", start + 1, at)
    owner = link > 0 and parse.words[link].lower == "of"
    if owner and parse.words[link - 1].lower not in word_sets("names")["titles"] | grammar()["measures"]:
        return None  # "the trial of former president Charles Taylor"
    return _Person(parse.text[mention.start : mention.end], mention.name)


def speakers(clause: Clause, names: Names, pronoun: str) -> list[Phrase]:
    """Short ways to name who speaks, the best first."""
    ways = [s for s in subjects(clause, frozenset(), names, pronoun) if s.text]
    person = _person_at_end(clause.parse, *clause.subject, names)
    if person and not pronoun:
        short = names.short(person.name)
        return [Phrase((), 6.0, _last_name(person.text) if short == person.name else short)]
    plain = [(s, re.sub(r"^(?:the|an?) ", "", s.text, flags=re.IGNORECASE)) for s in ways]
    return [Phrase((), s.score + 4.0 - len(words) * LETTER * 1.5, words) for s, words in plain]


def _last_name(name: str) -> str:
    """The last name of a person, not the rank behind it: "Campbell" for "Menzies Campbell QC"."""
    words = name.split()
    return next((word for word in reversed(words) if word not in _RANKS), words[-1])


def speaker_again(speaker: Clause, content: Clause, names: Names, pronoun: str) -> str:
    """Who "he" or "it" is in what a speaker said of themselves ("Acme said it would …"), if it is nobody else."""
    parse, (start, end) = content.parse, content.subject
    word = parse.words[start].lower
    if parse.tags[start:end] != "R" or word not in {"he", "she", "it"}:
        return ""
    between = parse.tags[speaker.group.end : start]
    person = _person_at_end(parse, *speaker.subject, names)
    known = bool(pronoun or person) if word != "it" else "E" in parse.tags[slice(*speaker.subject)] and person is None
    if not known or set(between) & set("NEO"):
        return ""
    return max(speakers(speaker, names, pronoun), key=lambda way: way.score, default=Phrase(())).text
