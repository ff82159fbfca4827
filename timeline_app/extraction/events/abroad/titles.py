"""A title from a clause: its own words without those that say the date, cut where a reader does not trip.

A cut comes before a preposition, conjunction or comma, never inside a quotation and never before the clause's verb;
where a language ends its clauses with a part of the verb, that part is kept and words before it go.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from typing import NamedTuple

from timeline_app.extraction.events.abroad.clauses import Clause
from timeline_app.extraction.events.abroad.orders import subject_first
from timeline_app.extraction.events.abroad.reading import COMMA, DATE, INNER, WORD
from timeline_app.extraction.events.abroad.sentence import SMALL, Sentence
from timeline_app.extraction.events.writing import LONGEST, capitalised

_EDGES = " \t\n.,;:–—-|•▪!?¿¡…؟،؛'’\ufeff"
_BIDI = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]")
_WEAK = (*SMALL, "negations", "reflexives", "pronouns_clitic", "degrees")
_LEADS = ("prepositions", "before_dates", "articles")
_QUOTES = {"«": "»", "„": "“”", "“": "”", "»": "«", '"': '"'}


class Title(NamedTuple):
    """A title; ``whole`` says that nothing but the date was left out."""

    text: str
    whole: bool


def title_of(text: str, sentence: Sentence, clause: Clause, dates: Collection[int]) -> Title:
    """The title of a clause whose date stands at the words ``dates``."""
    order, moved = _ordered(sentence, clause, dates)
    order = _opened(sentence, order)
    if moved and order:
        again = order if clause.part.opener == "C" else _opened(sentence, list(clause.words))
        order = subject_first(sentence, clause.verb, order) or again
    elif clause.part.opener in {"W", "S"}:
        order = subject_first(sentence, clause.verb, order, last=True) or order
    order = _closed(sentence, order, clause.verb)
    whole = written(text, sentence, order)
    longer = written(text, sentence, [*order, *clause.more]) if clause.more else ""
    if longer and len(longer) <= LONGEST and "verb_last" not in sentence.lexicon.flags:
        return Title(longer, whole=True)
    if len(whole) <= LONGEST:
        return Title(whole, whole=True)
    if clause.verb in order and sentence.words[order[0]].is_a("prepositions"):
        order = subject_first(sentence, clause.verb, order[order.index(clause.verb) :]) or order
    return _cut(text, sentence, order, clause.verb)


def phrase(text: str, sentence: Sentence, words: Sequence[int], room: int = LONGEST, verb: int = -1) -> Title:
    """A title of some words as they stand, cut where need be; ``verb`` is the finite verb among them."""
    order = _opened(sentence, list(words))
    whole = written(text, sentence, order)
    return Title(whole, whole=True) if len(whole) <= room else _cut(text, sentence, order, verb, room)


def _ordered(sentence: Sentence, clause: Clause, dates: Collection[int]) -> tuple[list[int], bool]:
    """The clause's words without the date's; whether something left out stood before a verb that now comes first."""
    left_out = date_words(sentence, dates)
    order = [i for i in clause.words if i not in left_out]
    lead = [i for i in clause.words if sentence.words[i].kind in {WORD, DATE}][:1]
    inverted = "verb_second" in sentence.lexicon.flags and clause.part.opener not in {"W", "S"}
    opened = _opened(sentence, order)
    first = next((i for i in opened if sentence.words[i].kind == WORD), -1)
    pending = bool(sentence.parts) and clause.part.verb == clause.verb and clause.part != sentence.parts[0]
    return order, inverted and first == clause.verb and (lead != [clause.verb] or pending)


def date_words(sentence: Sentence, dates: Collection[int]) -> set[int]:
    """The words of the dates, and those that only lead up to them: "am", "im Laufe des", "à partir du"."""
    left_out: set[int] = set()
    for at in dates:
        left_out.add(at)
        i = at - 1
        while i >= 0 and sentence.words[i].is_a(*_LEADS) and not sentence.is_finite(i, 0):
            left_out.add(i)
            i -= 1
        i = at + 1
        while i < len(sentence.words) and sentence.words[i].is_a("after_dates"):
            left_out.add(i)
            i += 1
    return left_out


def _opened(sentence: Sentence, order: Sequence[int]) -> list[int]:
    """The words without what opens them only to join them to the text before."""
    words = list(order)
    while len(words) > 1 and (
        sentence.words[words[0]].is_a("conjunctions", "openings")
        or (sentence.words[words[0]].kind not in {WORD, DATE} and sentence.words[words[0]].lower not in _QUOTES)
    ):
        words.pop(0)
    return words


def _closed(sentence: Sentence, order: Sequence[int], verb: int) -> list[int]:
    """The words without small ones that lost at the end what they belong to."""
    words = list(order)
    while len(words) > 1 and words[-1] != verb:
        last = sentence.words[words[-1]]
        if last.kind == WORD and (not last.is_a(*SMALL, "degrees") or last.is_a("particles", "participles", "tails")):
            break
        if last.kind != WORD and last.lower in '»”")%“':
            break
        words.pop()
    return words


def written(text: str, sentence: Sentence, order: Sequence[int], *, capital: bool = True) -> str:
    """The words as one line, spaced as in the text, without punctuation at the ends; with a capital if asked."""
    pieces: list[str] = []
    for before, i in zip((-1, *order), order, strict=False):
        word = sentence.words[i]
        follows = i and before == i - 1 and sentence.words[before].end <= word.start
        gap = text[sentence.words[before].end : word.start] if follows else " "
        elided = before >= 0 and text[sentence.words[before].end - 1] in "'’" and follows
        tight = word.kind == COMMA or elided or not pieces
        pieces.append(("" if tight or not gap else " ") + text[word.start : word.end])
    line = _BIDI.sub("", "".join(pieces))
    line = re.sub(r"\s+", " ", re.sub(r"(?:, ?)+,", ",", line)).strip(_EDGES)
    return capitalised(_paired(line)) if capital else _paired(line)


def _paired(line: str) -> str:
    """The line without quotation marks that have no partner in it."""
    for opening, closing in _QUOTES.items():
        if opening == '"':
            line = line.replace('"', "") if line.count('"') % 2 else line
        elif opening in line and not (opening == "“" and "„" in line) and not any(mark in line for mark in closing):
            line = line.replace(opening, "")
    if not set("«„“") & set(line):
        line = line.replace("»", "").replace("”", "")
    return line.strip(_EDGES)


def _tail(sentence: Sentence, order: Sequence[int], verb: int) -> list[int]:
    """The part of the verb that ends the clause: "verurteilt worden", "zurück"."""
    words = [i for i in order if sentence.words[i].kind == WORD]
    if "verb_last" not in sentence.lexicon.flags or verb not in words:
        return []
    tail: list[int] = []
    while words and words[-1] > verb and not sentence.words[words[-1]].capital:
        if not sentence.words[words[-1]].is_a("tails", "particles"):
            break
        tail.insert(0, words.pop())
    return tail


def _cut(text: str, sentence: Sentence, order: Sequence[int], verb: int, room: int = LONGEST) -> Title:
    order = _without_asides(sentence, order, verb)
    if len(written(text, sentence, order)) <= room:
        return Title(written(text, sentence, order), whole=True)
    tail = _tail(sentence, order, verb)
    head = [i for i in order if i not in tail]
    ending = written(text, sentence, tail)
    space = room - len(ending) - 1 if ending else room
    least = head.index(verb) if verb in head else 0
    best, rough = -1, -1
    for n in range(1, len(head)):
        if len(written(text, sentence, head[:n])) > space:
            break
        if _ends_well(sentence, head[n - 1], parted=bool(tail)):
            rough = n
            if n > least and _is_break(sentence, head[n]):
                best = n
    bare = best > 0 and sentence.words[head[best - 1]].is_a("past", "verbs", "participles", "tails")  # no object
    kept = rough if best <= 0 or (bare and rough > best + 1) else best
    if kept <= 0:
        return Title(written(text, sentence, head[:1])[:room], whole=False)
    return Title(written(text, sentence, [*head[:kept], *tail]), whole=False)


def _without_asides(sentence: Sentence, order: Sequence[int], verb: int) -> list[int]:
    """The words without what a preposition brings in between a verb and its object: "ont adopté ⟨à …⟩ le projet"."""
    words = list(order)
    start = words.index(verb) + 1 if verb in words else len(words)
    while start < len(words) and sentence.words[words[start]].is_a("participles", "auxiliaries", "degrees"):
        start += 1
    if start >= len(words) or not sentence.words[words[start]].is_a("prepositions"):
        return words
    for n in range(start + 2, len(words)):
        word, before = sentence.words[words[n]], sentence.words[words[n - 1]]
        marked = word.is_a("object_marks") and n + 1 < len(words) and sentence.words[words[n + 1]].is_a("articles")
        if (word.is_a("articles") or marked) and not before.is_a("prepositions", "articles", "conjunctions", "degrees"):
            return [*words[:start], *words[n:]]
        if word.kind == COMMA or ("verb_last" in sentence.lexicon.flags and word.is_a("tails")):
            break
    return words


def _ends_well(sentence: Sentence, i: int, *, parted: bool) -> bool:
    """Whether a title can end with a word; ``parted`` says that the rest of its verb comes after it."""
    word = sentence.words[i]
    inside = len(word.within) > len(sentence.words[sentence.region[0]].within) and not _closes(sentence, i)
    weak = (*_WEAK, *(() if parted else ("auxiliaries",)))
    return not inside and not word.is_a(*weak) and word.kind != COMMA and not word.lower.isdecimal()


def _closes(sentence: Sentence, i: int) -> bool:
    """Whether the word is the last of a quotation."""
    following = sentence.words[i + 1] if i + 1 < len(sentence.words) else None
    return following is None or len(following.within) < len(sentence.words[i].within)


def _is_break(sentence: Sentence, following: int) -> bool:
    """Whether a title can end before ``following``."""
    word = sentence.words[following]
    if word.kind in {COMMA, INNER}:
        return True
    return word.is_a("prepositions", "conjunctions", "subordinators", "relatives") and not word.is_a("of")
