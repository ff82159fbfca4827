"""Names in a title for "him", "her" and "his" behind its verb, where the text leaves no doubt who is meant.

A pronoun that may mean the clause's own subject stays, since the title says who that is.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import Clause
from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.events.persons import person_before, subject_person
from timeline_app.extraction.events.told import Told, head_of
from timeline_app.extraction.events.writing import LONGEST

_INSIDE = re.compile(r"(?<=\w )(?:him|his|her)\b")
_ABSTRACT = ("tion", "sion", "ment", "ity", "ness", "ance", "ence", "law", "ure", "ate")  # how things end
_PRONOUNS = {"him": "he", "his": "he", "her": "she"}


def with_names(title: str, clause: Clause | None, before: Sequence[int], told: Told) -> str:
    """The title with the name of whom the only such pronoun in it means, if that is certain and there is room."""
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
