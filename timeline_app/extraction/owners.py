"""Who owns a date where that is not the verb it stands with: a noun, a verb in -ing, or a clause with "when".

``clauses.clause_of`` gives a date to a clause. Each rule of ``_RULES`` knows one sign, in the words right before and
after the date, that something nearer takes it from there; the first that holds decides. Where the owner is no event by
itself the date tells of none. All numbers are indices of words of the ``Parse``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from timeline_app.extraction.categories import category_of, names_event
from timeline_app.extraction.clause import Clause, Range
from timeline_app.extraction.factuality import is_negated
from timeline_app.extraction.lexicon import grammar, word_sets
from timeline_app.extraction.phrases import event_between
from timeline_app.extraction.words import Parse
from timeline_app.model.event import Category

_CHAIN = re.compile(r"(?:P[DANEXQ#]*[NEX])+$")
_NOUN = re.compile(r"[DANEX#]*[NE]$")
_LONG_NOUN = re.compile(r"[DANEXQ#]*[NE](?:P[DANEXQ#]*[NE])*$")
_GERUND = re.compile(r"PG[^,;:VMSW()\[\]-]*$")
_ASIDE = re.compile(r",(?:B?[GK])[^,;:VMSW()\[\]-]*$")
_APPOSITION = re.compile(r",[DANEXQ#]*N(?:P[DANEXQ#]*[NE])*$")
_PRESENT = frozenset({"is", "are", "has", "have", "'s", "’s", "'re", "’re"})
_PAST_DATE = re.compile(r"^last (?:year|month|[a-z]+day)|\bago$|^yesterday|\b[12][0-9]{3}$")
_OPENING = re.compile(r"[DAN#][DANEX#]*(?:P[DANEXQ#]*[NE])*$")
_FROM_AMOUNT = re.compile(r"P(?:D?A?#|R)[NAE#]*(?:PZC#[NAE#]*)?(?:P[BDNR]*)?$")
_CONJUNCT = re.compile(r"C(?P<phrase>D[ANEX]*N(?:P[DANEX]*[NE])?)$")
_FROM_TO = re.compile(r"P#[NAE#]*P?ZP#[NAE#]*$")


class Owner(NamedTuple):
    """The clause or the noun phrase that tells what happened at a date; neither where nothing did."""

    clause: Clause | None = None
    phrase: Range | None = None


NOBODY = Owner()


class Place(NamedTuple):
    """A date at words ``first`` to ``last`` that ``clause`` would take; the words leading to it begin at ``lead``.

    ``left`` are the classes of the words before those. ``coarse`` says that the date is no finer than a
    month, ``more`` that the clause has another date.
    """

    parse: Parse
    clauses: tuple[Clause, ...]
    clause: Clause
    first: int
    last: int
    lead: int
    left: str
    coarse: bool
    more: bool

    @property
    def link(self) -> str:
        """The preposition right before the date, in lower case, or an empty string."""
        return self.parse.words[self.lead].lower if self.lead < self.first else ""

    @property
    def next(self) -> str:
        """The class of the word after the date."""
        return self.parse.tags[self.last + 1 : self.last + 2]

    def word(self, i: int) -> str:
        """A word in lower case, or an empty string beside the sentence."""
        return self.parse.words[i].lower if 0 <= i < len(self.parse.words) else ""


def owner_of(
    clauses: tuple[Clause, ...], clause: Clause, first: int, last: int, *, coarse: bool, more: bool
) -> Owner | None:
    """Who owns a date instead of ``clause``, in the words of which it stands; None where nobody else does."""
    lead = _lead(clause.parse, first)
    place = Place(clause.parse, clauses, clause, first, last, lead, clause.parse.tags[:lead], coarse, more)
    for rule in _RULES:
        if (owner := rule(place)) is not None:
            return owner
    return None


def is_since(parse: Parse, first: int) -> bool:
    """Whether something goes on since the date at word ``first``: "since May", "Beginning in May, …"."""
    lead = _lead(parse, first)
    return parse.words[lead].lower == "since" or (lead == 1 and parse.words[0].lower in {"beginning", "starting"})


def _lead(parse: Parse, first: int) -> int:
    """The preposition before a date, or where its determiner and adverbs begin."""
    small = word_sets("units")["before_dates"]
    lead = first - (parse.tags[first - 1 : first] == "D")
    while lead and (
        parse.tags[lead - 1] == "B" or (parse.words[lead - 1].lower in small and parse.tags[lead - 1] != "P")
    ):
        lead -= 1
    return lead - (parse.tags[lead - 1 : lead] == "P")


def _event(place: Place, start: int, end: int) -> Owner:
    """The event that a noun phrase names, or nobody."""
    return Owner(phrase=Range(start, end)) if names_event(place.parse, _head(place, start, end)) else NOBODY


def _head(place: Place, start: int, end: int) -> int:
    """The noun of a phrase: the last before a preposition, or at its end."""
    return next((i - 1 for i in range(start + 1, end) if place.parse.tags[i] == "P"), end - 1)


def _noun_before(place: Place) -> Range | None:
    """The noun that ends right before the date and its preposition, behind the clause's verb."""
    found = _NOUN.search(place.left)
    return Range(found.start(), place.lead) if found and found.start() >= place.clause.group.end else None


def _when(place: Place) -> Owner | None:
    """A clause that tells what was when: "the events of 8 May, when police found her", "until 1980, when he fell"."""
    mark = place.last + 1 + (place.next == ",")
    if place.word(mark) != "when" or place.parse.tags[mark] != "W":
        return None
    told = next((c for c in place.clauses if c.mark == mark and c.group.finite and c.subject), None)
    general = place.word(place.lead - 1) in word_sets("owners")["general_events"]
    lent = place.link in {"until", "till", "of", "to"} or general or _apart(place)
    return Owner(told) if told and lent else None


def _until(place: Place) -> Owner | None:
    """Nobody, for what only ended then; but "was postponed until May"."""
    deferred = place.clause.verb in word_sets("owners")["deferring"] or is_negated(place.clause)
    ended = place.link in {"until", "till"} or (place.link == "through" and place.clause.verb in {"continue", "last"})
    deferred = deferred or place.word(place.lead - 1) == "not"  # "not until October did he leave"
    lasted = place.link == "for" and re.match("(?:last|past) ", place.word(place.first))  # "for the last week"
    return NOBODY if (ended and not deferred) or lasted else None


def _later(place: Place) -> Owner | None:
    """What is to come, where the verb is in the past: "was proposing a conference later this year"."""
    tags = place.parse.tags[slice(*place.clause.group[:2])]
    ahead = place.word(place.first).startswith("later this ") and tags[:1] == "V" and "T" not in tags
    if not ahead or place.clause.group.start > place.first or place.word(place.clause.group.start) in _PRESENT:
        return None
    noun = _LONG_NOUN.search(place.left)
    return _event(place, noun.start(), place.lead) if noun and noun.start() >= place.clause.group.end else NOBODY


def _since(place: Place) -> Owner | None:
    """Nobody, for what is the first since, or a participle's span: "the worst since May", "crimes done since 1996"."""
    if place.link != "since":
        return None
    before = [word.lower for word in place.parse.words[: place.lead]]
    most = {"first", "last", "only", "most", "least", "worst", "best"}
    compared = any(word in most or (word.endswith("est") and len(word) > len("best")) for word in before)
    states = place.clause.verb == "be" and place.clause.group.head == place.clause.group.start
    return NOBODY if compared or states or not place.clause.group.finite else None


def _gerund(place: Place) -> Owner | None:
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


def _aside(place: Place) -> Owner | None:
    """What stands between commas before the verb: "The tour, ending with a summit tomorrow, is …"."""
    found = _ASIDE.search(place.left) or (place.first > place.lead and _APPOSITION.search(place.left))
    if not found or place.next != "," or not place.clause.subject.end <= found.start() < place.clause.group.start:
        return None
    own = next((c for c in place.clauses if not c.group.finite and found.start() < c.group.start < place.first), None)
    if own is not None and place.parse.tags[own.group.head] == "K":
        return Owner(own)
    noun = _NOUN.search(place.left)
    return _event(place, noun.start(), place.lead) if noun else NOBODY


def _apart(place: Place) -> Owner | None:
    """The event a clause only looks back or ahead at: "the last of the charges relating to a car crash in May"."""
    found, sets = _CHAIN.search(place.left), word_sets("owners")
    if not found or found.start() < place.clause.group.end or place.link in {"over", "for", "within", "by"}:
        return None
    for at in (i for i in range(*found.span()) if place.left[i] == "P"):
        head = _head(place, at + 1, place.lead)
        named = names_event(place.parse, head) or place.word(head) in sets["general_events"]
        if named and _looks_away(place, at, head):
            return Owner(phrase=Range(at + 1, place.lead))
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
    if word == "for":
        full = head > at + 1 or place.word(head).endswith("s")
        violent = category_of(place.parse, (head,)) in {Category.CONFLICT, Category.LIFE}
        return full and (place.coarse or violent)
    return word == "from" and place.coarse and place.left[at + 1] == "D"


def _noun_with_clause(place: Place) -> Owner | None:
    """The noun that a clause behind the date describes: "a study in October which found", "a report Friday that …"."""
    found = _LONG_NOUN.search(place.left)
    noun = Range(found.start(), place.lead) if found else Range(0, 0)
    own = grammar()["publishing_verbs"] | grammar()["speech_verbs"]  # "said in a statement late on Monday that"
    if not noun or noun.start < place.clause.group.end or place.clause.verb in own:
        return None
    mark = place.last + 1
    if place.next == "W" and place.word(mark) in {"which", "that", "who"} and place.left[-1] == "N":
        near = _noun_before(place)
        return _event(place, *(near or noun))
    told = place.next == "S" and place.word(mark) == "that"
    return NOBODY if told and place.word(_head(place, *noun)) in word_sets("owners")["contents"] else None


def _hoped(place: Place) -> Owner | None:
    """Nobody, for what was only hoped or feared: "hopes that a force would arrive today"."""
    mark = place.clause.mark
    told = mark > 0 and place.clause.marker == "that" and place.word(mark - 1) in word_sets("owners")["hopes"]
    return NOBODY if told else None


def _opening_noun(place: Place) -> Owner | None:
    """The noun with which a sentence opens before its subject: "The leader of Liberia from 1997 to 2003, Taylor …"."""
    opens = place.lead > 1 and place.next == "," and place.clause.subject.start > place.last
    if not opens or not _OPENING.fullmatch(place.left):
        return None
    return _event(place, 0, place.lead)


def _within(place: Place) -> Owner | None:
    """Nobody, for the date of what a time is counted from: "Within a year of the first, on 7 December 1941, …"."""
    opens = place.next == "," and place.clause.group.start > place.last
    bound = re.match(r"within|before|since|until", place.word(0))
    return NOBODY if opens and bound and re.fullmatch(r"[PDANEXQ#BZ]+,", place.left) else None


def _present(place: Place) -> Owner | None:
    """The noun that carries the date, where the verb tells of now: "is nominated for a prize at the 10 May gala"."""
    clause, tags = place.clause, place.parse.tags
    now = place.word(clause.group.start) in {"is", "are", "has", "have"} and tags[clause.group.head] == "K"
    definite = tags[place.first - 1] == "D" or place.word(place.first).startswith("the ")
    if not now or not definite or tags[place.first] != "Q" or place.first < clause.group.end:
        return None
    after = re.match("[NEA#]*[NE]", tags[place.first + 1 :])
    return _event(place, place.first, place.first + 1 + after.end()) if after else NOBODY


def _amount(place: Place) -> Owner | None:
    """Nobody, for the date of an amount that something is compared with: "from 14m next year to 32m in 2020"."""
    found = _FROM_AMOUNT.search(place.left)
    own = place.link == "on" or (place.left.endswith("#") and not place.link)  # "raised it to 5 from 3 this week"
    compared = found and not own and place.word(found.start()) == "from"
    return NOBODY if compared or _FROM_TO.search(place.left) else None


def _of(place: Place) -> Owner | None:
    """The noun that is "of" the date: "was about as bad as the flu of 1957"; nobody for "spent part of Sunday"."""
    noun = _noun_before(place)
    if place.link == "to" and place.left[-1:] in {"N", "E"}:
        return NOBODY  # "the clock to 2008 is ticking"
    if place.link == "of" and place.word(place.lead - 1) in {"that", "those", "one"}:
        return NOBODY  # "the largest since that of 2003"
    if place.clause.verb == "spend" and (place.link == "of" or place.first == place.clause.group.end):
        return NOBODY
    periods = word_sets("units")["periods"] | word_sets("owners")["parts"]
    described = place.next in {"N", "E"}  # "felt the effects of the October 2002 Bali bombings"
    return (
        _event(place, *noun)
        if noun and not described and place.link == "of" and place.word(noun.end - 1) not in periods
        else None
    )


def _conjunct(place: Place) -> Owner | None:
    """The last of several events, where the verb has a date: "grew in May with riots and the fall of Lyon in June"."""
    found = _CONJUNCT.search(place.left) if place.more else None
    if not found or found.start() < place.clause.group.end or not set(place.left) & set("ZQ"):
        return None
    owner = _event(place, *found.span("phrase"))
    return None if owner == NOBODY else owner


def _cited(place: Place) -> Owner | None:
    """Nobody, for what names a source: "(Peace at last, 18 May)", "Peace at last, 11 March, page 27"."""
    paged = place.next == "," and place.word(place.last + 2) in {"page", "pages", "p", "leader", "letters"}
    inside = place.left.count("(") > place.left.count(")") and place.left[-1:] == ","
    return NOBODY if paged or (inside and place.next in {")", ","}) else None


def _due(place: Place) -> Owner | None:
    """The noun that is due at the date: "ahead of a trial due at the beginning of May"."""
    at = place.lead - 1
    if (
        place.word(at) not in word_sets("owners")["due"]
        or at <= place.clause.group.end
        or place.left[-2:-1] not in {*"NEA"}
    ):
        return None
    noun = re.search(r"[DANEX#]+$", place.left[:at])
    return _event(place, noun.start(), at) if noun else NOBODY


def _spoken_of(place: Place) -> Owner | None:
    """The subject's date, where the verb only says how it is seen: "Friday's talks were seen as a success"."""
    clause, tag = place.clause, place.parse.tags[place.first]
    start, end = clause.subject
    if not start <= place.first < clause.group.start or place.parse.tags[_head(place, start, end)] != "N":
        return None
    will = (
        place.parse.tags[slice(*clause.group[:2])] == "MI"
        and place.parse.tags[clause.group.end : clause.group.end + 1] == "D"
    )
    was = clause.group.head == clause.group.start and place.word(clause.group.start) != "is"
    if clause.verb == "be" and (was or will):
        guess = place.word(clause.group.end) in word_sets("units")["guesses"]
        return NOBODY if guess else _event(place, start, end)  # "The 29 March answer was his own"
    if tag == "Z" and place.lead == place.first:
        return None  # "The panel this week has …"
    sets, first = word_sets("owners"), place.word(clause.group.start)
    group = {place.parse.words[i].lemma: place.parse.tags[i] for i in range(*clause.group[:2])}
    judged = clause.verb in sets["appearing"] or any(group.get(verb) == "K" for verb in sets["opinions"])
    by_now = first in {"has", "have"} and place.parse.tags[clause.group.head] == "K"
    return _event(place, start, end) if judged or by_now else None


def _before_now(place: Place) -> Owner | None:
    """The event between "has …ed", which tells of now, and a definite past date: "has denied the attack in 1998"."""
    first, head = place.word(place.clause.group.start), place.parse.tags[place.clause.group.head]
    tells_now = first in {"has", "have"} or (first in {"is", "are"} and head == "G")
    past = _PAST_DATE.search(place.word(place.first))
    near = {place.word(i) for i in range(place.first - 3, place.first)}
    if not tells_now or not past or place.first <= place.clause.group.end or near & {"since", "from", "by", "until"}:
        return None
    return Owner(phrase=event_between(place.parse, place.clause.group.end, place.first))


_RULES: tuple[Callable[[Place], Owner | None], ...] = (
    _when, _until, _later, _since, _cited, _amount, _within, _gerund, _aside, _hoped, _due, _of, _present,
    _apart, _conjunct, _noun_with_clause, _opening_noun, _spoken_of, _before_now,
)  # fmt: skip
