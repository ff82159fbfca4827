"""Finds who or what a verb is said of: the subject of a clause, and the word that makes the clause depend on another.

A subject stands before its verb, perhaps with an apposition, a relative clause or a date between; or it is that of
another verb ("resigned and fled"), the noun before "who" or a participle, or the speaker after "said".
"""

from __future__ import annotations

import re

from timeline_app.extraction.english.categories import names_event
from timeline_app.extraction.english.clause import Clause, Group, Range
from timeline_app.extraction.english.lexicon import grammar, word_sets
from timeline_app.extraction.english.words import Parse

_NOMINAL = re.compile(r"(?:[PG]?Z(?=[PK])|B(?=[ANK])|(?<=G)B(?=P)|[DANEXQ#GKPC\[\]O])*$")
_GAPS = (
    re.compile(r"[BZ]*(?:PZ[BZ]*)?$"),
    re.compile(r"(?:,(?:[^,;\[]|\[[^\[\]]*\])*,|-[^;-]*-|\([^()]*\))[BZ]*(?:PZ)?$"),
    re.compile(r"(?:,[^,;\[]*,[^,;\[]*,)[BZ]*$"),
    re.compile(r"(?:,[^;\[]*?,)[BZ]*$"),
)
_LEADING = re.compile(r"^(?:[BZC,]|P[BZ]+)*")
_PLACES = re.compile(
    r"(?:[CB],?)?(?P<subject>[DANBQ#]*[NX][DANX]*(?:Z|P[DANEX#]*[NE])*P[DAE]*E,(?:[DE]*E,)*(?:[DE]*E)?C)"
)
_APPOSED = re.compile(
    r"(?:[BC],?|P?Z,|Z)?(?P<subject>E+),[DANXQ#P][DANEXQ#PC]*(?:(?<=E),E+)?(?:,[DANXQ#][DANEXQ#PC]*)+,[BZ]*$"
)
_PHRASE = re.compile(r"^P[DANEXQ#]*[NE#ZQ](?=[DR])")


def subject_of(parse: Parse, group: Group, before: list[Clause]) -> tuple[Range, int]:
    """The subject's words, and the mark of the clause."""
    if not group.finite:
        return _implied(parse, group, before), -1
    left = parse.tags[: group.start]
    if re.search("(?:^|[^PNEX])Z$", left) and parse.words[group.head].lemma in grammar()["date_verbs"]:
        return Range(group.start, group.start), -1  # "and so 1987 saw …"
    if subject := _across(parse, left, before):
        return subject, -1
    again = left.endswith("CPDBN") and parse.words[group.start - 1].lower == "time"  # "and for the first time | saw"
    for gap in () if again else _GAPS:
        found = gap.search(left)
        subject = _nominal(parse, found.start(), before) if found else Range(0, 0)
        if not found or not subject:
            continue
        if (
            parse.tags[subject.start] == "P"
            and not found[0].strip("BZ")
            and (leader := _modified(parse, subject, before))
        ):
            return _whole(parse, leader, before), leader.mark
        if _can_be_subject(parse, subject, found):
            subject = _with_opening(parse, subject) or _apposed(parse, subject, found)
            return subject, _mark(parse, left, subject.start)
    return _shared(parse, group, before)


def _across(parse: Parse, left: str, before: list[Clause]) -> Range | None:
    """The subject that opens the sentence, where only appositions or a relative clause part it from its verb."""
    if (opening := _APPOSED.match(left)) and opening.end() == len(left):
        return Range(*opening.span("subject"))
    return _closing_relative(parse, left, before)


def _closing_relative(parse: Parse, left: str, before: list[Clause]) -> Range | None:
    """The subject of a verb that follows a relative clause without a comma ("the man who shot him was caught")."""
    if not before or before[-1].mark < 0 or parse.tags[before[-1].mark] != "W" or not before[-1].subject:
        return None
    last = before[-1]
    told = last.verb in grammar()["reporting_verbs"] and not left[last.group.end :].startswith("P")
    free = told or parse.tags[last.mark - 1 : last.mark] == ","
    between = left[last.group.end :]
    if free or not between or set(between) & set(",;SWC[]-R(TV"):
        return None
    return _nominal(parse, last.mark, before[:-1])


def _nominal(parse: Parse, end: int, before: list[Clause]) -> Range:
    """The noun phrase that ends before word ``end``."""
    tags = parse.tags
    if end and tags[end - 1] == "R":
        return Range(end - 1, end)
    if end and tags[end - 1] == "C":
        return Range(end, end)
    found = _NOMINAL.search(tags, 0, end)
    start = found.start() if found else end
    nearest = max((clause.group.end for clause in before if clause.group.end <= end), default=0)
    start = max(start, nearest)
    start = _after_coordinator(parse, start, end, before)
    if second := re.search("(?<=[NE])D(?=[DANEX#]*[NE]$)", tags[start:end]):
        start += second.start()  # "told the Guardian | his government planned …"
    if opening := re.match("P[DAXQ#]+N(?=E+$)", tags[start:end]):
        start += opening.end()  # "Before the epidemic Mexico had …"
    start = _after_time(parse, start, end, before)
    listed = re.search(r"(?:^|[;S\[])((?:[DANEX#]+,)+)$", tags[:start]) if tags[start : start + 1] == "C" else None
    if listed:
        return Range(listed.start(1), end)
    start += len(_LEADING.match(tags[start:end])[0])  # type: ignore[index] # the pattern matches an empty string
    if phrase := _PHRASE.match(tags[start:end]):
        start += phrase.end()
    if not set(tags[start:end]) & set("NEX#QDA"):
        return Range(end, end)
    if start and tags[start - 1] == "W" and tags[end - 1] not in "NE":
        return Range(end, end)
    return _with_list(parse, start, end)


def _after_time(parse: Parse, start: int, end: int, before: list[Clause]) -> int:
    """Where a subject begins behind "after" or "before": at its start, or inside where a verb stands before it."""
    link = max(
        (i for i in range(start, end) if parse.words[i].lower in {"after", "before", "since", "until"}), default=-1
    )
    described = before and not before[-1].group.finite and before[-1].group.end == link
    if described and parse.words[link - 1].lower in grammar()["before_somebody"]:
        return start  # "a law put before the senate would impose"
    free = bool(before) and before[-1].mark < 0  # not "none of those who spoke before the committee admitted"
    inner = link > start and free and parse.tags[link + 1 : link + 2] == "D"
    opens = (
        parse.words[start : start + 1] and parse.words[start].lower in grammar()["both_preposition_and_subordinator"]
    )
    return link + 1 if inner else start + bool(opens)


def _with_list(parse: Parse, start: int, end: int) -> Range:
    """Adds the first members of "A, B and C"."""
    tags = parse.tags
    link = tags.find("C", start, end)
    if link >= 0 and parse.words[link].lower not in {"but", "yet"}:
        listed = re.search(r"(?:[DANEX#]+,)+$", tags[:start])
        if listed and (listed.start() == 0 or tags[listed.start() - 1] in ";S["):
            return Range(listed.start(), end)
    return Range(start, end)


def _after_coordinator(parse: Parse, start: int, end: int, before: list[Clause]) -> int:
    """Where a new subject begins after "and", if what stands before it is the object of a verb."""
    if not start or start >= end or "C" not in parse.tags[start:end]:
        return start
    objected = any(clause.group.end == start and clause.verb not in grammar()["reporting_verbs"] for clause in before)
    described = not set(parse.tags[start : parse.tags.rindex("C", start, end)]) - set(
        "AB"
    )  # "was declared effective and"
    return parse.tags.rindex("C", start, end) + 1 if objected or described else start


def _modified(parse: Parse, subject: Range, before: list[Clause]) -> Clause | None:
    """The clause whose verb, before a phrase with a preposition, only describes the true subject ("wanted for …")."""
    last = before[-1] if before else None
    between = parse.tags[last.group.end : subject.start] if last else "-"
    governs = last and not between.strip("BP") and last.verb not in grammar()["reporting_verbs"]
    return last if governs and last and last.subject else None


def _whole(parse: Parse, leader: Clause, before: list[Clause]) -> Range:
    """The subject of which a participle describes the end: "malnutrition among children aged five | doubled"."""
    near = leader.subject
    if leader.group.finite or parse.tags[max(near.start - 1, 0) : near.start] != "P":
        return near
    whole = _nominal(parse, near.end, [clause for clause in before if clause is not leader])
    return whole if whole.start < near.start and parse.tags[whole.start] != "P" else near


def _can_be_subject(parse: Parse, subject: Range, gap: re.Match[str]) -> bool:
    """Not a phrase with a preposition that is set off by commas."""
    opening = parse.tags[subject.start]
    if gap[0].startswith(",") and not set(parse.tags[slice(*subject)]) - {"#"}:
        return False
    if (
        gap[0].startswith(",")
        and parse.words[subject.start - 1 : subject.start]
        and parse.words[subject.start - 1].lower == "including"
    ):
        return False  # "several papers, including the Times, | met"
    amount = parse.tags[subject.start + 1 : subject.start + 2] in {"#", "A", "B"}
    return opening != "P" or (gap[0][:1] not in {",", "-", "("} and amount and parse.words[subject.start].lower != "of")


def _with_opening(parse: Parse, subject: Range) -> Range | None:
    """The subject with what opens its sentence, where commas only part the names of places in it."""
    opening = _PLACES.match(parse.tags, 0, subject.start)
    return Range(opening.start("subject"), subject.end) if opening and opening.end() == subject.start else None


def _apposed(parse: Parse, subject: Range, gap: re.Match[str]) -> Range:
    """The name that a comma sets beside the subject ("the president, Charles Taylor, …"), else the subject.

    Where another comma stands before the name ("An aide to the president, Charles Taylor, …, said"), it is apposed.
    """
    tags = parse.tags
    head = next((i - 1 for i in range(subject.start + 1, subject.end) if tags[i] == "P"), subject.end - 1)
    if names_event(parse, head) or parse.words[head].lower in word_sets("doubts")["abstract"]:
        return subject  # "Speculation about the premier, John Smith, grew"
    if re.fullmatch(r",E{2,4},B*", gap[0]) and (
        tags[subject.start] in "DAN" or re.search("X[ANE]*N$", tags[slice(*subject)])
    ):
        return Range(gap.start() + 1, gap.start() + 1 + gap[0].count("E"))
    before = re.search(r"(?:^|[;S\[])(D[DANEXQ#P]*N),$", tags[: subject.start])
    if before and gap[0].startswith(",") and not set(tags[slice(*subject)]) - set("E"):
        return Range(*before.span(1))
    return subject


def _mark(parse: Parse, left: str, start: int) -> int:
    """The subordinator or relative word right before a clause that starts at ``start``."""
    found = re.search(r"[SW](?:[BZ,]|PZ)*$", left[:start])
    if found:
        return found.start()
    both = start and parse.words[start - 1].lower in grammar()["both_preposition_and_subordinator"]
    return start - 1 if both else -1


def _shared(parse: Parse, group: Group, before: list[Clause]) -> tuple[Range, int]:
    """The subject of a verb that has none beside it: an antecedent, another verb's, or one after the verb."""
    left = parse.tags[: group.start].rstrip("BZ")
    if left.endswith("W"):
        phrase = _antecedent(parse, len(re.sub(r"\([^()]*\)$", "", left[:-1].rstrip("P,-"))), before)
        return _described(parse, phrase, before) or phrase, len(left) - 1
    inverted = re.match(r"[DANEX#]+", parse.tags[group.end :])
    if inverted and left[-1:] in ("", *",];") and parse.words[group.head].lemma in grammar()["speech_verbs"]:
        return Range(group.end, group.end + inverted.end()), -1
    finite = [clause for clause in before if clause.group.finite]
    speakers = [c for c in finite if c.mark < 0 and c.verb in grammar()["speech_verbs"]]
    if speakers and parse.words[group.head].lemma in grammar()["speech_verbs"] and re.search(r"[C,]+$", left):
        return speakers[0].subject, speakers[0].mark  # "he said that they were …, but insisted"
    if finite and re.search(r"[C,]+(?:P?|PDBN)$", left):
        leader = _leader(parse, finite)
        return leader.subject, leader.mark
    return Range(group.start, group.start), _mark(parse, left, len(left))


def _described(parse: Parse, phrase: Range, before: list[Clause]) -> Range | None:
    """Who is said to be what the phrase names: "Smith was a painter who lived in Paris"."""
    last = before[-1] if before else None
    if last is None or last.verb != "be" or last.group.head != last.group.start or phrase.start != last.group.end:
        return None
    return last.subject if "E" in parse.tags[slice(*last.subject)] else None


def _leader(parse: Parse, finite: list[Clause]) -> Clause:
    """The clause that a verb without a subject of its own goes on with: not one that only says when "it" was."""
    last = finite[-1]
    aside = last.mark >= 0 and parse.tags[last.mark] == "S" and last.marker != "that"
    return finite[-2] if aside and len(finite) > 1 and parse.tags[slice(*last.subject)] == "R" else last


def _antecedent(parse: Parse, end: int, before: list[Clause]) -> Range:
    """The noun phrase before "who", "which" or a participle: the nearest, before "which" with an "of" inside it."""
    phrase = _nominal(parse, end, before)
    whole = any(
        word.lower in {"which", "that"} or word.lemma in grammar()["publishing_verbs"]
        for word in parse.words[end : end + 3]
    )
    if parse.words[end : end + 1] and parse.words[end].lemma in grammar()["publishing_verbs"]:
        return _without_lead(parse, phrase.start, end)  # "in the referendum on the pact held …"
    far = [i for i in range(phrase.start, end) if parse.words[i].lower == "of"]
    whole = whole and not (far and ("E" in parse.tags[far[-1] : end] or parse.tags[far[-1] + 1 : far[-1] + 3] == "DN"))
    who = any(word.lower == "who" for word in parse.words[end : end + 2])
    plural = {"were", "are", "have"} & {word.lower for word in parse.words[end : end + 4]}
    if who and plural and "C" in parse.tags[slice(*phrase)] and "P" not in parse.tags[slice(*phrase)]:
        return _with_list(parse, phrase.start, end)  # "Poland and Hungary, who were invited …"
    links = [
        i
        for i in range(phrase.start, end)
        if parse.tags[i] in "PC"
        and not (whole and parse.words[i].lower == "of" and parse.tags[i - 1] != "#")
        and not (parse.words[i].lower == "of" and parse.tags[i - 1] == "E")
        and not (who and i > phrase.start and _brings_place(parse, i, end))
    ]
    return _without_lead(parse, links[-1] + 1 if links else phrase.start, end)


def _without_lead(parse: Parse, start: int, end: int) -> Range:
    """A noun phrase without what governs it: "(of) attacking a man who", "(on) Thursday from Mr Smith, who"."""
    lead = re.match("P?(?:ZP(?=[DANE])|G(?=D))|P", parse.tags[start:end])
    return Range(start + (lead.end() if lead else 0), end)


def _brings_place(parse: Parse, link: int, end: int) -> bool:
    """Whether a preposition only says where somebody is or comes from: "a woman from the Cape who …"."""
    near = parse.words[link].lower in {"from", "in", "at", "near", "outside"}
    near = near or (parse.words[link].lower == "for" and parse.tags[end : end + 1] == "W")  # "a driver for Fiat who …"
    body = parse.words[end - 1].lower in word_sets("names")["bodies"] | word_sets("names")["not_persons"]
    return near and (body or bool(re.fullmatch("D?E+", parse.tags[link + 1 : end])))


def _implied(parse: Parse, group: Group, before: list[Clause]) -> Range:
    """The noun before a participle, or the subject of the clause that a comma sets it off from."""
    left = parse.tags[: group.start].rstrip("BZ")
    near = parse.tags[group.start] == "K" and re.search(r"[NE][,(-]$", left)
    if left.endswith((",", "-", "]")) and before and not near:
        return before[-1].subject
    left = left[:-1] if near else left
    if parse.tags[group.start] == "K":
        return _antecedent(parse, len(left), before)
    return _nominal(parse, len(left), before)
