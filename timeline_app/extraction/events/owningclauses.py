"""Dates that another clause has, or a verb in -ing, or that say only since when or until when something was so.

Each rule gives the clause that tells what happened then, nobody where none does, and None where the date is its verb's.
"""

from __future__ import annotations

import re

from timeline_app.extraction.english.lexicon import word_sets
from timeline_app.extraction.events.factuality import is_negated
from timeline_app.extraction.events.ownership import NOBODY, Owner, Place, event_in
from timeline_app.extraction.events.owningnouns import apart

_NOUN = re.compile(r"[DANEX#]*[NE]$")
_LONG_NOUN = re.compile(r"[DANEXQ#]*[NE](?:P[DANEXQ#]*[NE])*$")
_GERUND = re.compile(r"PG[^,;:VMSW()\[\]-]*$")
_ASIDE = re.compile(r",(?:B?[GK])[^,;:VMSW()\[\]-]*$")
_APPOSITION = re.compile(r",[DANEXQ#]*N(?:P[DANEXQ#]*[NE])*$")
_DEMANDED = re.compile(r"G(?:[RO]|[DANEX#]*[NE])TI[^,;VMSW]*$")
_DEMANDING = frozenset({"require", "order", "oblige", "compel", "instruct", "urge", "ask"})
_PRESENT = frozenset({"is", "are", "has", "have", "'s", "’s", "'re", "’re"})


def when(place: Place) -> Owner | None:
    """A clause that tells what was when: "the events of 8 May, when police found her", "until 1980, when he fell"."""
    mark = place.last + 1 + (place.next == ",")
    if place.word(mark) != "when" or place.parse.tags[mark] != "W":
        return None
    told = next((c for c in place.clauses if c.mark == mark and c.group.finite and c.subject), None)
    general = place.word(place.lead - 1) in word_sets("owners")["general_events"]
    lent = place.link in {"until", "till", "of", "to"} or general or apart(place)
    return Owner(told) if told and lent else None


def until(place: Place) -> Owner | None:
    """Nobody, for what only ended then; but "was postponed until May"."""
    deferred = place.clause.verb in word_sets("owners")["deferring"] or is_negated(place.clause)
    ended = place.link in {"until", "till"} or (place.link == "through" and place.clause.verb in {"continue", "last"})
    deferred = deferred or place.word(place.lead - 1) == "not"  # "not until October did he leave"
    lasted = place.link == "for" and re.match("(?:last|past) ", place.word(place.first))  # "for the last week"
    return NOBODY if (ended and not deferred) or lasted else None


def later(place: Place) -> Owner | None:
    """What is to come, where the verb is in the past: "was proposing a conference later this year"."""
    tags = place.parse.tags[slice(*place.clause.group[:2])]
    ahead = place.word(place.first).startswith("later this ") and tags[:1] == "V" and "T" not in tags
    if not ahead or place.clause.group.start > place.first or place.word(place.clause.group.start) in _PRESENT:
        return None
    noun = _LONG_NOUN.search(place.left)
    return event_in(place, noun.start(), place.lead) if noun and noun.start() >= place.clause.group.end else NOBODY


def since(place: Place) -> Owner | None:
    """Nobody, for what is the first since, or a participle's span: "the worst since May", "crimes done since 1996"."""
    if place.link != "since":
        return None
    before = [word.lower for word in place.parse.words[: place.lead]]
    most = {"first", "last", "only", "most", "least", "worst", "best"}
    compared = any(word in most or (word.endswith("est") and len(word) > len("best")) for word in before)
    states = place.clause.verb == "be" and place.clause.group.head == place.clause.group.start
    return NOBODY if compared or states or not place.clause.group.finite else None


def hoped(place: Place) -> Owner | None:
    """Nobody, for what was only hoped or feared: "hopes that a force would arrive today"."""
    mark = place.clause.mark
    told = mark > 0 and place.clause.marker == "that" and place.word(mark - 1) in word_sets("owners")["hopes"]
    return NOBODY if told else None


def within(place: Place) -> Owner | None:
    """Nobody, for the date of what a time is counted from: "Within a year of the first, on 7 December 1941, …"."""
    opens = place.next == "," and place.clause.group.start > place.last
    bound = re.match(r"within|before|since|until", place.word(0))
    return NOBODY if opens and bound and re.fullmatch(r"[PDANEXQ#BZ]+,", place.left) else None


def opening(place: Place) -> Owner | None:
    """The event with which a sentence opens, before a clause with a date of its own: "After talks on Monday, …"."""
    opens = place.next == "," and place.clause.group.start > place.last and re.fullmatch("P[DANEX#]+", place.left)
    own = set(place.parse.tags[place.clause.group.end : place.clause.end]) & set("ZQ")
    return event_in(place, 1, place.lead) if opens and own and place.word(0) in {"after", "following"} else None


def hence(place: Place) -> Owner | None:
    """What follows from the clause, not its own date: "…, hence the importance of the decision yesterday"."""
    consequence = range(place.clause.group.end, place.lead)
    if not any(place.word(i) == "hence" and place.left[i - 1] in ",-" for i in consequence):
        return None
    noun = _NOUN.search(place.left)
    return event_in(place, noun.start(), place.lead) if noun else NOBODY


def demanded(place: Place) -> Owner | None:
    """Nobody, for what others are to do: "were served with papers requiring them to testify on 8 May"."""
    found = _DEMANDED.search(place.left, place.clause.group.end)
    return NOBODY if found and place.parse.words[found.start()].lemma in _DEMANDING else None


def gerund(place: Place) -> Owner | None:
    """Nobody, for what a verb in -ing tells: "before leaving office next year", "Since leaving in May, …"."""
    if place.word(0) == "having" and place.next == "," and not set(place.left) & set("VM,"):
        return NOBODY  # "Having lost a battle on Sunday, the army left yesterday"
    if not (found := _GERUND.search(place.left)):
        return None
    start, sets = found.start(), word_sets("owners")
    if place.clause.group.start <= start < place.clause.group.end:
        return None
    apart = place.next == "," and place.clause.group.start > place.last and place.word(start) in sets["set_off"]
    return NOBODY if apart or place.word(start) in sets["later_than"] else None


def aside(place: Place) -> Owner | None:
    """What stands between commas before the verb: "The tour, ending with a summit tomorrow, is …"."""
    found = _ASIDE.search(place.left) or (place.first > place.lead and _APPOSITION.search(place.left))
    if not found or place.next != "," or not place.clause.subject.end <= found.start() < place.clause.group.start:
        return None
    own = next((c for c in place.clauses if not c.group.finite and found.start() < c.group.start < place.first), None)
    if own is not None and place.parse.tags[own.group.head] == "K":
        return Owner(own)
    noun = _NOUN.search(place.left)
    return event_in(place, noun.start(), place.lead) if noun else NOBODY
