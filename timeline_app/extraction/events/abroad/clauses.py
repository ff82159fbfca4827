"""The clause that a date stands in, found by punctuation, small words and the look of finite verbs.

The clause of a date is its part of the sentence, with the subject where that stands in another; a part without a verb
belongs to the next one.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from timeline_app.extraction.events.abroad.orders import separated, subject_after
from timeline_app.extraction.events.abroad.reading import COMMA, DATE, STOP, WORD
from timeline_app.extraction.events.abroad.sentence import SMALL, Part, Sentence

_LONGEST_SUBJECT = 7  # words that are told again with the second of two verbs
_LONGEST_CHAIN = 6  # verbs of one subject
_LIST = 4  # words of an entry of a list


@dataclass(frozen=True, slots=True)
class Clause:
    """The words of a clause, by index, in the order to write them; ``verb`` is the finite one's index, or -1.

    ``more`` is a second verb's part that may follow. ``content`` is what was said, with its verb ``told``, if the
    clause says who said it.
    ``sure`` is False where the date stands in another part, or a subject may be missing.
    """

    words: tuple[int, ...]
    verb: int
    part: Part
    more: tuple[int, ...] = ()
    content: tuple[int, ...] = ()
    told: int = -1
    sure: bool = True


def clause_of(sentence: Sentence, at: int) -> Clause | None:
    """The clause of the date at word ``at``."""
    index = next((k for k, part in enumerate(sentence.parts) if at in part.words), -1)
    if index < 0:
        return None
    part = sentence.parts[index]
    if part.verb >= 0:
        return _with_subject(sentence, index)
    told = content_of(sentence, part)
    if part.opener == "C" and index and (shared := sentence.parts[index - 1]).verb in shared.words:
        lead = shared.words[: shared.words.index(shared.verb)]
        subject = subject_after(sentence, shared.words, shared.verb) or lead
        return Clause((*subject, shared.verb, *told), shared.verb, part)
    if _is_participial(sentence, part) and index and (before := _name_before(sentence, index)):
        return Clause((*before, *told), told[0], part)
    target = _main(sentence, index)
    if target < 0:
        return Clause(part.words, -1, part, sure=False)
    clause = _with_subject(sentence, target)
    alone = all(_is_said_by(sentence, i, at) for i in part.words)
    return replace(clause, words=clause.words, sure=clause.sure and alone)


def _is_said_by(sentence: Sentence, i: int, at: int) -> bool:
    """Whether a word only belongs to the date."""
    return i == at or sentence.words[i].kind == DATE or sentence.words[i].is_a(*SMALL, "after_dates", "openings")


def _main(sentence: Sentence, index: int) -> int:
    """The part whose verb a part without one belongs to: the next that goes on from it, or the one before."""
    parts = sentence.parts
    after = [k for k in range(index + 1, len(parts)) if parts[k].verb >= 0]
    before = [k for k in range(index - 1, -1, -1) if parts[k].verb >= 0]
    plain_after = [k for k in after if parts[k].opener not in {"W", "S", "C"}]
    plain_before = [k for k in before if parts[k].opener not in {"W", "S"}]
    if parts[index].opener in {"S", "C"} and after:
        return after[0]
    chosen = plain_before or (plain_after if not before else []) or before or after
    return chosen[0] if chosen else -1


def reports(sentence: Sentence, verb: int) -> bool:
    """Whether a finite verb, or the participle right after it, is one of saying."""
    near = sentence.words[verb : verb + 3] if verb >= 0 else ()
    for word in sentence.words[verb + 1 : verb + _LONGEST_SUBJECT + 2] if verb >= 0 else ():
        if word.kind in {COMMA, STOP} or word.is_a("subordinators"):
            break
        if word.is_a("said_with"):
            return True
    return any(word.is_a("reporting") and (n == 0 or near[0].is_a("auxiliaries")) for n, word in enumerate(near))


def content_of(sentence: Sentence, part: Part) -> tuple[int, ...]:
    """The words of a part without what opens it."""
    words = list(part.words)
    opening = {"S": "subordinators", "W": "relatives"}.get(part.opener, "conjunctions")
    while words and sentence.words[words[0]].is_a("conjunctions", opening):
        found = sentence.words[words.pop(0)]
        if found.is_a(opening) and opening != "conjunctions":
            break
    return tuple(words)


def _first(sentence: Sentence, words: Sequence[int]) -> int:
    """The first word that is not a date, part of one, or an opening word."""
    skipped = ("openings", "negations")
    for n, i in enumerate(words):
        word = sentence.words[i]
        leads = word.is_a("prepositions", "before_dates", "articles") and _leads_to_date(sentence, words, n)
        clitic = word.is_a("pronouns_clitic") and (
            not word.is_a("articles") or (n + 1 < len(words) and sentence.is_finite(words[n + 1], -2))
        )
        if word.kind == WORD and not word.is_a(*skipped) and not leads and not clitic:
            return i
    return -1


def _leads_to_date(sentence: Sentence, words: Sequence[int], n: int) -> bool:
    rest = (sentence.words[i] for i in words[n:])
    return next((w.kind == DATE for w in rest if not w.is_a("prepositions", "before_dates", "articles")), False)


def _with_subject(sentence: Sentence, index: int, depth: int = 0) -> Clause:
    part = sentence.parts[index]
    words = content_of(sentence, part)
    clause = Clause(words, part.verb, part, more=_more(sentence, index))
    if part.opener == "W" and not sentence.words[part.words[0]].is_a("places"):
        before = _name_before(sentence, index)
        if "verb_last" in sentence.lexicon.flags:
            verb, particle = separated(sentence, part.verb)
            words = (verb, *(i for i in words if i != part.verb), *particle)
            clause = replace(clause, verb=verb)
        return replace(clause, words=(*before, *words), sure=bool(before))
    said = index and (sentence.parts[index - 1].verb >= 0 or not sentence.own(sentence.parts[index - 1].words[0]))
    if said and part.opener == "," and part.words[0] == part.verb and reports(sentence, part.verb):
        return clause
    if index and part.opener != "S" and _first(sentence, words) == part.verb:
        shared = part.opener == "C" or sentence.parts[index - 1].verb >= 0
        before = _subject_before(sentence, index) or (_shared_subject(sentence, index, depth) if shared else ())
        return replace(clause, words=(*before, *words))
    return replace(clause, words=(*_list_before(sentence, index), *words))


def _more(sentence: Sentence, index: int) -> tuple[int, ...]:
    """The part of a second verb, if no date stands in it."""
    following = sentence.parts[index + 1] if index + 1 < len(sentence.parts) else None
    if following is None or following.opener != "C" or any(sentence.words[i].kind == DATE for i in following.words):
        return ()
    return following.words


def _subject_before(sentence: Sentence, index: int) -> tuple[int, ...]:
    """The subject that commas part from its verb: "Merkel, die Kanzlerin, trat zurück"."""
    first = index
    while first and (sentence.parts[first - 1].verb < 0 or sentence.parts[first - 1].opener in {"W", "S"}):
        first -= 1
    for part in sentence.parts[first:index]:
        start = _first(sentence, part.words)
        closed = start < 0 or _is_led(sentence, start) or sentence.words[start].is_a("subordinators")
        if part.verb < 0 and not closed and not _is_participial(sentence, part):
            return tuple(i for i in part.words if i >= start)
    return ()


def _is_led(sentence: Sentence, i: int) -> bool:
    """Whether a word is a preposition, and no article that looks like one ("a")."""
    return sentence.words[i].is_a("prepositions") and not sentence.words[i].is_a("articles")


def _shared_subject(sentence: Sentence, index: int, depth: int) -> tuple[int, ...]:
    """The subject of the verb before an "and": "Hugo naquit à Besançon et mourut à Paris"; of at most six in a row."""
    if depth > _LONGEST_CHAIN:
        return ()
    before = _with_subject(sentence, index - 1, depth + 1)
    if before.part.opener in {"W", "S"} or reports(sentence, before.verb):
        return ()
    if inverted := subject_after(sentence, before.words, before.verb):
        return inverted
    start = _first(sentence, before.words)
    if before.verb not in before.words or start not in before.words:
        return ()
    subject = before.words[before.words.index(start) : before.words.index(before.verb)]
    clean = [i for i in subject if sentence.words[i].kind == WORD and not _is_clitic(sentence, i)]
    dated = any(sentence.words[i].kind == DATE for i in subject)
    opens = bool(clean) and _is_led(sentence, clean[0])
    return tuple(clean) if not dated and not opens and len(clean) <= _LONGEST_SUBJECT else ()


def _is_clitic(sentence: Sentence, i: int) -> bool:
    return sentence.words[i].is_a("pronouns_clitic") and not sentence.words[i].is_a("articles")


def _list_before(sentence: Sentence, index: int) -> tuple[int, ...]:
    """The names before the last of a list: "Francia, Italia y Alemania firmaron"."""
    part = sentence.parts[index]
    lead = part.words[: part.words.index(part.verb)] if part.verb in part.words else ()
    if not any(sentence.words[i].is_a("conjunctions") for i in lead[1:]):
        return ()
    found: tuple[int, ...] = ()
    for before in reversed(sentence.parts[:index]):
        first = _first(sentence, before.words)
        opens = sentence.words[before.words[0]].is_a("prepositions", "openings", "adverbs")
        if before.verb >= 0 or first != before.words[0] or len(before.words) > _LIST or opens:
            break
        comma = next((i for i in range(before.words[-1], part.words[0]) if sentence.words[i].kind == COMMA), -1)
        found = (*before.words, *((comma,) if comma >= 0 else ()), *found)
    return found


def _is_tail(sentence: Sentence, i: int) -> bool:
    return "verb_last" in sentence.lexicon.flags and sentence.words[i].is_a("tails") and not sentence.words[i].capital


def _is_participial(sentence: Sentence, part: Part) -> bool:
    """Whether a part tells with a participle what was done: "fondée en 330"."""
    words = (sentence.words[i] for i in part.words if sentence.words[i].kind == WORD)
    first = next((word for word in words if not word.is_a("conjunctions")), None)
    return first is not None and first.is_a("participles")


def _name_before(sentence: Sentence, index: int) -> tuple[int, ...]:
    """What "who" or a participle tells of: the words before it, back to an article, or a name."""
    while (
        index > 1
        and sentence.parts[index].opener in {"C", ","}
        and _is_participial(sentence, sentence.parts[index - 1])
    ):
        index -= 1
    words = [i for i in sentence.parts[index - 1].words if sentence.words[i].kind == WORD] if index else []
    while words and (sentence.words[words[-1]].is_a(*SMALL) or _is_tail(sentence, words[-1])):
        words.pop()
    verbs = [n for n, i in enumerate(words) if n and sentence.is_finite(i, words[n - 1])]
    words = words[verbs[-1] + 1 :] if verbs and len(words) <= _LIST else words
    if len(words) <= _LIST and words:
        start = _first(sentence, words)
        if "capital_nouns" in sentence.lexicon.flags and sentence.words[words[0]].is_a("prepositions"):
            return tuple(i for i in words if sentence.words[i].capital)[-1:]  # "mit dem Bau, der …"
        return tuple(i for i in words if i >= start) if not _is_led(sentence, words[0]) else ()
    for n in range(len(words) - 1, max(-1, len(words) - _LIST - 2), -1):
        word = sentence.words[words[n]]
        if word.is_a("articles"):
            cased = "capital_nouns" in sentence.lexicon.flags and n > 0
            return tuple(words[n + cased :])
        if word.capital and n and not sentence.words[words[n - 1]].capital:
            named = not sentence.words[words[n - 1]].is_a("articles")
            cased = "capital_nouns" in sentence.lexicon.flags and n > 1  # its article is in another case
            return tuple(words[n:]) if named or cased else tuple(words[n - 1 :])
    return ()
