"""Where a clause can be cut to make a title, and how much a reader misses then."""

from __future__ import annotations

import re
from math import inf

from timeline_app.extraction.clause import Clause
from timeline_app.extraction.lexicon import grammar, lexeme, word_sets
from timeline_app.extraction.words import Parse

WHOLE = 12.0  # worth of a clause that is not cut
_END = 8.0  # worth of a good end inside it
_BARE = frozenset("PDCSWTXMQA,-([;&")  # no title ends with one of these
_OBJECT = frozenset("DNEA#OQR[XGIKTB")  # what a verb may need right after it
_CUTS = {",": 1.0, "S": 0.9, "W": 0.8, "T": 0.4, "G": 0.5, "K": 0.5, "(": 1.0, "-": 1.0, ")": 1.0, "B": 0.2}
_PAIRS = {("up", "to"), ("much", "as"), ("many", "as"), ("such", "as"), ("rather", "than"), ("more", "than")}
_SUBJECT = re.compile(r"[^,;:SWCRZVM\[\]()-]*[VM]")  # what another verb is said of: "believed the figures | were false"
ASIDE = re.compile(r"(?:P[DANEXQ#]*[NEZ])+(?=T)")  # phrases between a verb and the infinitive that it wants
_LOST = -0.6  # quality of an end that leaves out what its noun needs


def is_manner(parse: Parse, word: int) -> bool:
    """Whether the word only says in which manner something was done, not how far it was: "barely", "nearly"."""
    lower = parse.words[word].lower
    return parse.tags[word] == "B" and lower.endswith("ly") and lower not in grammar()["turning_adverbs"]


def ending(clause: Clause, last: int, cut: int, left_out: frozenset[int]) -> float:
    """How good a title is that ends with word ``last``, before word ``cut``; -inf where it cannot end there."""
    if _dangles(clause, last, cut) or _opens_clause(clause, cut):
        return -inf
    if cut >= clause.end:
        return WHOLE
    if _parts(clause, last, cut) or _is_particle(clause, cut, left_out):
        return -inf
    quality = _cut_quality(clause.parse, clause, last, cut)
    return _END * quality if quality else -inf


def _parts(clause: Clause, last: int, cut: int) -> bool:
    """Whether a cut takes from a verb what it cannot do without, or parts the subject of another."""
    tags, following = clause.parse.tags, clause.parse.tags[cut]
    aside = ASIDE.match(tags, clause.group.end, clause.end)
    if aside and cut <= aside.end() and clause.verb in grammar()["light_verbs"] - {"be", "have"}:
        return True  # "decided at the summit | to invite them"
    if clause.verb in grammar()["letting_verbs"] and following in "VKI":
        return True  # "let the disease | spread"
    manner = is_manner(clause.parse, cut) and clause.verb not in grammar()["light_verbs"]
    bare = last < clause.group.end and ((following in _OBJECT and not manner) or _needs_more(clause, cut))
    return bare or bool(_SUBJECT.match(tags, cut, clause.end))


def _opens_clause(clause: Clause, cut: int) -> bool:
    """Whether a clause has begun before ``cut`` whose verb follows: "concluded that James Kopp | , …"."""
    for i in range(cut - 1, clause.group.end - 1, -1):
        if clause.parse.tags[i] in "VMTG":
            return False
        if clause.parse.tags[i] in "SW" and clause.parse.words[i].lower in grammar()["clause_openers"]:
            return True
    return False


def _is_particle(clause: Clause, cut: int, left_out: frozenset[int]) -> bool:
    """Whether the preposition at ``cut`` is the verb's: only the date or another follows ("declared over in May")."""
    tags = clause.parse.tags
    return (
        tags[cut] == "P"
        and cut not in left_out
        and (
            cut + 1 in left_out
            or tags[cut + 1 : cut + 2] in {",", ";", ""}
            or (tags[cut - 1] in "VKIG" and tags[cut + 1] == "P")
        )
    )


def _dangles(clause: Clause, last: int, cut: int) -> bool:
    """Whether word ``last`` cannot end a title, or not before the word at ``cut``."""
    parse, tags = clause.parse, clause.parse.tags
    following = tags[cut] if cut < clause.end else ";"
    if tags[last] in "VI" and re.match(",B,[DANE#]", tags[cut:]):
        return True  # "to seek | , unsuccessfully, a seat"
    if tags[last] == "A" and following != "T":
        return following in "NEAXC" or (following == "," and tags[cut + 1 : cut + 2] in tuple("ANC"))
    if (
        tags[last] in _BARE
        or _awaits(parse.words[last].lower, tags[last], following)
        or _is_open(clause, last, following)
    ):
        return True
    helping = grammar()["be"] | grammar()["have"]
    verb = next((i for i in range(last, clause.group.start - 1, -1) if tags[i] != "B"), last)
    if tags[verb] in "VGI" and (verb >= clause.group.head or verb < last) and parse.words[verb].lower in helping:
        return True
    after = parse.words[cut].lower if cut < clause.end else ""
    if (parse.words[last].lower, after) in _PAIRS:
        return True
    particle = after in (grammar()["particles"] if following == "B" else grammar()["verb_particles"])
    open_verb = last > clause.group.end and (following == "T" or (following == "P" and tags[last] != "I"))
    return tags[last] in "VKIG" and (particle or open_verb)


def _is_open(clause: Clause, last: int, following: str) -> bool:
    """Whether a verb wants what it says or takes: "raised the level and said | …", "bring | to justice those …"."""
    sets, lemma, tag = grammar(), clause.parse.words[last].lemma, clause.parse.tags[last]
    if tag in "VG" and last > clause.group.end:
        return lemma in sets["reporting_verbs"]
    leans = following == "P" and (lemma in sets["leaning_verbs"] or (tag == "I" and lemma in sets["light_verbs"]))
    told = tag == "V" and following in "PW" and lemma in sets["reporting_verbs"]
    return told or (tag in "VKIG" and leans)


def _awaits(word: str, tag: str, following: str) -> bool:
    """Whether a word wants one of the class ``following`` after it: "two | people", "shortly | after"."""
    sets = grammar()
    if word in sets["never_last"]:
        return True
    counts = (tag == "#" and following in "NAE#") or (word in sets["number_words"] and following in "NAE#GK")
    before_noun = counts or (word in sets["degrees"] and following in "NAE#D")
    linked = following in "PS" and (word in sets["before_times"] or word in sets["linked_nouns"])
    return before_noun or linked or (following == "T" and word in sets["before_infinitives"])


def _needs_more(clause: Clause, cut: int) -> bool:
    """Whether the verbs before ``cut`` say nothing without what follows."""
    following = clause.parse.tags[cut]
    light = clause.verb in grammar()["light_verbs"] and not clause.passive and following in "PTGB"
    said = clause.parse.words[cut].lower in {"that", "what", "how", "whether", "if", "why", "who"}
    reports = clause.verb in grammar()["reporting_verbs"] and following in "SW" and said
    reports = reports or (following == "S" and clause.parse.words[cut].lower == "that")
    asks = cut == clause.group.end and following == "W" and said
    return light or reports or asks


def is_relational(parse: Parse, word: int) -> bool:
    """Whether a noun says nothing without what follows its "of": "a lack of interest"."""
    lower = parse.words[word].lower
    known = lower in grammar()["measures"] or lower in grammar()["relational_nouns"]
    return known or parse.tags[word] in "#D" or parse.words[word - 1].lower == "not"


def _cut_quality(parse: Parse, clause: Clause, last: int, cut: int) -> float:
    """At most 1: how little a reader misses after a cut before word ``cut``; 0 where nothing can be cut."""
    tags, following = parse.tags, parse.tags[cut]
    in_quote = tags.count("[", clause.group.start, cut) > tags.count("]", clause.group.start, cut)
    quality = _CUTS.get(following, 0.0)
    word, before = parse.words[cut].lower, parse.words[last].lower
    if following == "[":
        quality = 0.05 * (tags[last] in "NE")
    elif following == "P":
        quality = _before_preposition(parse, clause, cut)
    elif following in "CK,A":
        quality = _before_link(parse, clause, cut)
    elif following in "SW" and before in grammar()["described_nouns"]:
        quality = _LOST
    elif following == "S" and word == "that":
        quality = 0.0 if tags[last] == "A" or before in {"plain", "clear", "sure"} else 0.3
    elif following == "T":
        quality = _before_infinitive(clause, before, cut)
    elif following == "B" and word.endswith("ly"):
        quality = 0.4
    return quality * (0.4 if in_quote and quality > 0 else 1.0)


def _before_infinitive(clause: Clause, before: str, cut: int) -> float:
    """The same before an infinitive: a verb or noun may want it."""
    placed = "P" in clause.parse.tags[clause.group.end : cut]  # "was invited to Lyon | to advise …"
    wanted = (clause.verb in grammar()["causing_verbs"] and not placed) or before in grammar()["infinitive_nouns"]
    return _LOST if wanted else _CUTS["T"]


def _before_preposition(parse: Parse, clause: Clause, cut: int) -> float:
    word = parse.words[cut].lower
    if word in {"of", "than", "as"}:
        held = parse.words[cut - 1].lower in word_sets("names")["titles"]
        office = held and parse.words[cut - 2].lower == "as"  # "was sworn in as president | of …"
        return 0.0 if word == "of" and is_relational(parse, cut - 1) and not office else _LOST
    if cut > clause.group.end:
        return 0.5
    return 0.3 if clause.passive or not clause.group.finite else 0.1


def _before_link(parse: Parse, clause: Clause, cut: int) -> float:
    """The same before a comma, "and", a participle or an adjective."""
    tags, following, rest = parse.tags, parse.tags[cut], parse.tags[cut + 1 : clause.end]
    if following == "A" or (following == "K" and (tags[cut - 1] not in "NE" or rest[:1] in tuple("NA"))):
        return 0.0
    if following == "," and re.match(r"E+,[BPT]", rest):
        return 0.3  # "forced the minister | , Henry McLeish, from office"
    if following == "," and re.match(r"[DANEX#]+(?:,[DANEX#]+)*,?C", rest) and rest[:1] != "[":
        return _LOST / 2  # a list
    return _before_and(parse, clause, cut) if following == "C" else _CUTS[following]


def _before_and(parse: Parse, clause: Clause, cut: int) -> float:
    """The same before "and" and its like."""
    tags, rest = parse.tags, parse.tags[cut + 1 : clause.end]
    if any(word.lower == "between" for word in parse.words[clause.group.end : cut]):
        return 0.0
    if re.match(r"B*[VMTGKI]", rest):
        alone = (tags[cut - 1] == "B" and clause.group.end >= cut - 1) or (
            tags[cut - 1] in "VKI" and cut > clause.group.end
        )
        return 0.03 if alone else 0.8  # "hunt down | and bring to justice those …"
    named = re.match("NN", rest) and not parse.words[cut - 1].lower.endswith("s")  # "air and sea forces"
    shared = tags[cut - 1] == "E" or lexeme(parse.words[cut - 1].lower).adjective
    described = named or (shared and re.match(r"[DAE]*N", rest))  # "Polish and Russian factions"
    return 0.0 if described else 0.2
