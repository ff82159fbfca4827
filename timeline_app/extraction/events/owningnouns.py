"""Dates that a noun has rather than the verb they stand with: an event looked back at, an amount, a source, a subject.

Each rule gives the event that the noun names, nobody where it names none, and None where the date is not the noun's.
"""

from __future__ import annotations

import re

from timeline_app.extraction.english.categories import category_of, names_event
from timeline_app.extraction.english.clause import Range
from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.events.ownership import NOBODY, Owner, Place, event_in, head_of, noun_before
from timeline_app.extraction.events.phrases import event_between
from timeline_app.model.event import Category

_CHAIN = re.compile(r"(?:P[DANEXQ#]*[NEX])+$")
_LONG_NOUN = re.compile(r"[DANEXQ#]*[NE](?:P[DANEXQ#]*[NE])*$")
_PAST_DATE = re.compile(r"^last (?:year|month|[a-z]+day)|\bago$|^yesterday|\b[12][0-9]{3}$")
_OPENING = re.compile(r"[DAN#][DANEX#]*(?:P[DANEXQ#]*[NE])*$")
_FROM_AMOUNT = re.compile(r"P(?:D?A?#|R)[NAE#]*(?:PZC#[NAE#]*)?(?:P[BDNR]*)?$")
_CONJUNCT = re.compile(r"C(?P<phrase>D[ANEX]*N(?:P[DANEX]*[NE])?)$")
_FROM_TO = re.compile(r"P#[NAE#]*P?ZP#[NAE#]*$")


def apart(place: Place) -> Owner | None:
    """The event a clause only looks back or ahead at: "the last of the charges relating to a car crash in May"."""
    found, sets = _CHAIN.search(place.left), word_sets("owners")
    if not found or found.start() < place.clause.group.end or place.link in {"over", "for", "within", "by"}:
        return None
    for at in (i for i in range(*found.span()) if place.left[i] == "P"):
        head = head_of(place, at + 1, place.lead)
        named = names_event(place.parse, head) or place.word(head) in sets["general_events"]
        if place.word(at) == "with" and place.word(at - 1) in {"connection", "relation"} and place.coarse:
            return event_in(place, at + 1, place.lead)
        if named and _looks_away(place, at, head):
            if place.word(at + 1) in {"another", "other", "any", "such"}:
                return NOBODY  # "a sentence over another assault in 2014"
            return Owner(phrase=Range(at + 1, place.lead))
        if place.coarse and place.word(at) in {"after", "following"} and place.left[at + 1 : at + 2] == "D":
            return NOBODY  # "was strengthened after a slow response to the flu in 2003"
    return None


def _looks_away(place: Place, at: int, head: int) -> bool:
    """Whether a preposition brings in an event of another time than the verb's."""
    word, sets = place.word(at), word_sets("owners")
    before = {"to": sets["relating"], "of": {"ahead"}}.get(word, ())
    if word in sets["apart"] or place.word(at - 1) in before:
        return True
    if word in sets["concerning"]:
        return place.coarse
    if word == "with":
        return place.more and at > place.clause.group.end
    if word == "for" and at == place.clause.group.end and not place.clause.passive:
        return False  # "filed for bankruptcy"
    if word == "for":
        full = head > at + 1 or place.word(head).endswith("s")
        violent = category_of(place.parse, (head,)) in {Category.CONFLICT, Category.LIFE}
        return full and (place.coarse or violent)
    return word == "from" and place.coarse and place.left[at + 1] == "D"


def noun_with_clause(place: Place) -> Owner | None:
    """The noun that a clause behind the date describes: "a study in October which found", "a report Friday that …"."""
    found = _LONG_NOUN.search(place.left)
    noun = Range(found.start(), place.lead) if found else Range(0, 0)
    own = grammar()["publishing_verbs"] | grammar()["speech_verbs"]  # "said in a statement late on Monday that"
    if not noun or noun.start < place.clause.group.end or place.clause.verb in own:
        return None
    mark = place.last + 1
    if place.next == "W" and place.word(mark) in {"which", "that", "who"} and place.left[-1] == "N":
        near = noun_before(place)
        return event_in(place, *(near or noun))
    told = place.next == "S" and place.word(mark) == "that"
    return NOBODY if told and place.word(head_of(place, *noun)) in word_sets("owners")["contents"] else None


def opening_noun(place: Place) -> Owner | None:
    """The noun with which a sentence opens before its subject: "The leader of Liberia from 1997 to 2003, Taylor …"."""
    opens = place.lead > 1 and place.next == "," and place.clause.subject.start > place.last
    if not opens or not _OPENING.fullmatch(place.left):
        return None
    return event_in(place, 0, place.lead)


def present(place: Place) -> Owner | None:
    """The noun that carries the date, where the verb tells of now: "is nominated for a prize at the 10 May gala"."""
    clause, tags = place.clause, place.parse.tags
    now = place.word(clause.group.start) in {"is", "are", "has", "have"} and tags[clause.group.head] == "K"
    definite = tags[place.first - 1] == "D" or place.word(place.first).startswith("the ")
    if not now or not definite or tags[place.first] != "Q" or place.first < clause.group.end:
        return None
    after = re.match("[NEA#]*[NE]", tags[place.first + 1 :])
    return event_in(place, place.first, place.first + 1 + after.end()) if after else NOBODY


def amount(place: Place) -> Owner | None:
    """Nobody, for the date of an amount that something is compared with: "from 14m next year to 32m in 2020"."""
    found = _FROM_AMOUNT.search(place.left)
    own = place.link == "on" or (place.left.endswith("#") and not place.link)  # "raised it to 5 from 3 this week"
    compared = found and not own and place.word(found.start()) == "from"
    return NOBODY if compared or _FROM_TO.search(place.left) else None


def of(place: Place) -> Owner | None:
    """The noun that is "of" the date: "was about as bad as the flu of 1957"; nobody for "spent part of Sunday"."""
    noun = noun_before(place)
    if place.link == "to" and place.left[-1:] in {"N", "E"}:
        return NOBODY  # "the clock to 2008 is ticking"
    if place.link == "of" and place.word(place.lead - 1) in {"that", "those", "one"}:
        return NOBODY  # "the largest since that of 2003"
    if place.clause.verb == "spend" and (place.link == "of" or place.first == place.clause.group.end):
        return NOBODY
    periods = word_sets("units")["periods"] | word_sets("owners")["parts"]
    described = place.next in {"N", "E"}  # "felt the effects of the October 2002 Bali bombings"
    return (
        event_in(place, *noun)
        if noun and not described and place.link == "of" and place.word(noun.end - 1) not in periods
        else None
    )


def conjunct(place: Place) -> Owner | None:
    """The last of several events, where the verb has a date: "grew in May with riots and the fall of Lyon in June"."""
    found = _CONJUNCT.search(place.left) if place.more else None
    if not found or found.start() < place.clause.group.end or not set(place.left) & set("ZQ"):
        return None
    owner = event_in(place, *found.span("phrase"))
    return None if owner == NOBODY else owner


def cited(place: Place) -> Owner | None:
    """Nobody, for what names a source: "(Peace at last, 18 May)", "Peace at last, 11 March, page 27"."""
    paged = place.next == "," and place.word(place.last + 2) in {"page", "pages", "p", "leader", "letters"}
    inside = place.left.count("(") > place.left.count(")") and place.left[-1:] == ","
    return NOBODY if paged or (inside and place.next in {")", ","}) else None


def due(place: Place) -> Owner | None:
    """The noun that is due at the date: "ahead of a trial due at the beginning of May"."""
    at = place.lead - 1
    if (
        place.word(at) not in word_sets("owners")["due"]
        or at <= place.clause.group.end
        or place.left[-2:-1] not in {*"NEA"}
    ):
        return None
    noun = re.search(r"[DANEX#]+$", place.left[:at])
    return event_in(place, noun.start(), at) if noun else NOBODY


def spoken_of(place: Place) -> Owner | None:
    """The subject's date, where the verb only says how it is seen: "Friday's talks were seen as a success"."""
    clause, tag = place.clause, place.parse.tags[place.first]
    start, end = clause.subject
    if not start <= place.first < clause.group.start or place.parse.tags[head_of(place, start, end)] != "N":
        return None
    will = (
        place.parse.tags[slice(*clause.group[:2])] == "MI"
        and place.parse.tags[clause.group.end : clause.group.end + 1] == "D"
    )
    was = clause.group.head == clause.group.start and place.word(clause.group.start) != "is"
    if clause.verb == "be" and (was or will):
        guess = place.word(clause.group.end) in word_sets("units")["guesses"]
        counted = place.parse.tags[clause.group.end : clause.group.end + 1] == "#"  # "sales in May were $9m"
        return NOBODY if guess or counted else event_in(place, start, end)  # "The 29 March answer was his own"
    if tag == "Z" and place.lead == place.first:
        return None  # "The panel this week has …"
    sets, first = word_sets("owners"), place.word(clause.group.start)
    group = {place.parse.words[i].lemma: place.parse.tags[i] for i in range(*clause.group[:2])}
    judged = clause.verb in sets["appearing"] or any(group.get(verb) == "K" for verb in sets["opinions"])
    by_now = first in {"has", "have"} and place.parse.tags[clause.group.head] == "K"
    return event_in(place, start, end) if judged or by_now else None


def before_now(place: Place) -> Owner | None:
    """The event between "has …ed", which tells of now, and a definite past date: "has denied the attack in 1998"."""
    first = place.word(place.clause.group.start)
    running = first in {"is", "are"} and "G" in place.parse.tags[slice(*place.clause.group[:2])]
    tells_now = first in {"has", "have"} or running
    past = _PAST_DATE.search(place.word(place.first)) or (running and place.word(place.first).startswith("earlier "))
    near = {place.word(i) for i in range(place.first - 3, place.first) if place.left[i + 1 : i + 2] != "E"}
    if not tells_now or not past or place.first <= place.clause.group.end or near & {"since", "from", "by", "until"}:
        return None
    return Owner(phrase=event_between(place.parse, place.clause.group.end, place.first))
