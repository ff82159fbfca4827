"""Names in a title for "him", "her" and "his" behind its verb, where the text leaves no doubt who is meant.

A pronoun that may mean the clause's own subject stays, since the title says who that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.events.persons import person_before, short_name, subject_person, subject_somebody
from timeline_app.extraction.events.told import Told, head_of
from timeline_app.extraction.events.writing import LONGEST

_INSIDE = re.compile(r"(?<=\w )(?:him|his|her)\b")
_FAMOUS = re.compile(r"(?<=\w )the ([a-z]+)$")
_ABSTRACT = ("tion", "sion", "ment", "ity", "ness", "ance", "ence", "law", "ure", "ate")  # how things end
_PRONOUNS = {"him": "he", "his": "he", "her": "she"}


def with_names(title: str, clause: Clause | None, before: Sequence[int], told: Told) -> str:
    """The title with the name of whom the only such pronoun in it means, if that is certain and there is room."""
    if clause is not None and (role := _FAMOUS.search(title)):
        return _with_famous(title, role[1], clause, told)
    found = _INSIDE.findall(title)
    if clause is None or len(found) != 1:
        return title
    parse, pronoun = clause.parse, _PRONOUNS[found[0]]
    places = [i for i in range(clause.group.end, clause.end) if parse.words[i].lower == found[0]]
    if len(places) != 1 or _may_be_own(told, clause, pronoun):
        return title
    name = person_before(told, parse.words[places[0]].start, before, pronoun)
    owns = parse.tags[places[0]] == "D"
    named = _INSIDE.sub(f"{name}'s" if owns else name, title)
    return named if name and name not in title and len(named) <= LONGEST else title


def _with_famous(title: str, role: str, clause: Clause, told: Told) -> str:
    """The title with a name for "the singer" in "Ann Low met Joe Row, who hit the singer": the other of just two."""
    sentence = told.sentence(clause.parse.span) if role in word_sets("names")["famous"] else None
    end = clause.parse.words[clause.subject.end - 1].end if clause.subject else 0
    own = next((m for m in told.names.within(clause.parse.span.start, end) if m.end == end), None)
    if sentence is None or sentence.main is None or own is None or clause.marker != "who":
        return title
    main = subject_somebody(told, sentence.main)
    people = {m.name for m in (*told.people(*clause.parse.span), *told.doubtful(*clause.parse.span))}
    if main is None or main.name == own.name or people | {main.name} != {main.name, own.name}:
        return title
    named = _FAMOUS.sub(short_name(told, main.name), title)
    return named if len(named) <= LONGEST else title


def _may_be_own(told: Told, clause: Clause, pronoun: str) -> bool:
    """Whether the pronoun can mean the clause's subject: a person, or one without a name."""
    if not clause.subject or "R" in clause.parse.tags[slice(*clause.subject)]:
        return True
    subject, head = subject_person(told, clause), head_of(clause)
    if subject:
        return told.can_be(subject.name, pronoun)
    word = clause.parse.words[head].lower
    several = word.endswith("s") or word in {"police", "people", "men", "women"}
    thing = names_event(clause.parse, head) or word in word_sets("names")["kinds"] or word.endswith(_ABSTRACT)
    return not (several or thing)
