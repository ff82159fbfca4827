"""The order of words where the verb comes second or last (German, Dutch): subject, then verb, then the rest."""

from __future__ import annotations

from collections.abc import Sequence

from timeline_app.extraction.events.abroad.reading import DATE, WORD, Word
from timeline_app.extraction.events.abroad.sentence import Sentence

_NOUNS = 5  # words of a subject
_VOWELS = "aeiouäöü"
_ADJECTIVES = ("e", "er", "es")


def subject_first(sentence: Sentence, verb: int, order: Sequence[int], *, last: bool = False) -> list[int]:
    """The words with the subject before the finite verb; empty where no subject is seen.

    ``last`` says that the verb stands at the end ("who … was"), else at the beginning ("In 1848 broke … out").
    """
    if "verb_second" not in sentence.lexicon.flags or verb not in order:
        return []
    words = [i for i in order if i != verb]
    ending = order[order.index(verb) + 1 :]
    if last and len(ending) > 1:
        return []
    start, end = _subject(sentence, words, last=last)
    if start < 0:
        start, end = _subject(sentence, words, last=last, genitives=False)  # "in der Branche ⟨der Mindestlohn⟩"
    if start < 0:
        return []
    finite, particle = separated(sentence, verb) if last and not ending else (verb, ())
    return [*words[start:end], finite, *words[:start], *words[end:], *particle]


def separated(sentence: Sentence, verb: int) -> tuple[int, tuple[int, ...]]:
    """A verb that ends its clause as it stands in a main clause: "zusammentrat" as "trat … zusammen".

    The two words are added to the sentence's; the verb itself and nothing where it cannot be parted.
    """
    word, lists = sentence.words[verb], sentence.lexicon
    cuts = [n for n in range(len(word.lower) - 3, 1, -1) if "parted" in lists.classes(word.lower[:n])]
    known = [n for n in cuts if not lists.classes(word.lower[n:]).isdisjoint({"past", "verbs"})]
    likely = [n for n in cuts if word.lower[n] not in _VOWELS]
    if not known and not likely:
        return verb, ()
    n = (known or likely)[0]
    for start, end in ((n, len(word.lower)), (0, n)):
        lower = word.lower[start:end]
        part = Word(word.start + start, word.start + end, lower, WORD, lists.classes(lower), word.within)
        sentence.words += (part,)
    return len(sentence.words) - 2, (len(sentence.words) - 1,)


def subject_after(sentence: Sentence, words: Sequence[int], verb: int) -> tuple[int, ...]:
    """The subject that stands right behind the verb, since something else opens the clause; empty where it does not."""
    if "verb_second" not in sentence.lexicon.flags or verb not in words:
        return ()
    lead = [i for i in words[: words.index(verb)] if sentence.words[i].kind == WORD]
    opens = lead and not sentence.words[lead[0]].is_a("prepositions", "before_dates", "openings", "adverbs")
    if opens and sentence.words[words[0]].kind != DATE:
        return ()
    rest = [i for i in words[words.index(verb) + 1 :] if i not in words[: words.index(verb)]]
    start, end = _subject(sentence, rest, last=False)
    return tuple(rest[start:end]) if start >= 0 else ()


def _subject(sentence: Sentence, words: Sequence[int], *, last: bool, genitives: bool = True) -> tuple[int, int]:  # noqa: PLR0911 - a scanner
    """Where in ``words`` the subject stands; (-1, -1) if that is not seen."""
    n = 0
    while n < len(words):
        word = sentence.words[words[n]]
        if word.is_a("pronouns"):
            return n, n + 1
        if word.is_a("subject_articles") and (end := _noun_end(sentence, words, n + 1)) > n + 1:
            return n, end
        if word.capital and word.kind == WORD:
            return n, _noun_end(sentence, words, n)
        if _is_plain(sentence, words[n]) and word.lower.endswith(_ADJECTIVES):
            end = _capital_noun_end(sentence, words, n) if "capital_nouns" in sentence.lexicon.flags else n
            if end > n:
                return n, _noun_end(sentence, words, n)
        if last:
            return -1, -1
        if word.is_a("prepositions") or word.is_a("articles"):
            n = max(_noun_end(sentence, words, n + 1, genitives=genitives), n + 1)
        elif word.is_a("reflexives", "openings", "degrees", "adverbs", "negations") or word.kind == DATE:
            n += 1
        else:
            return -1, -1
    return -1, -1


def _noun_end(sentence: Sentence, words: Sequence[int], start: int, *, genitives: bool = True) -> int:
    """Where the noun that may begin at ``start`` ends, with the genitives after it; ``start`` if there is none."""
    n = start
    while n < len(words) and sentence.words[words[n]].is_a("articles"):
        n += 1
    end = _capital_noun_end(sentence, words, n) if "capital_nouns" in sentence.lexicon.flags else -1
    if end < 0:
        end = _plain_noun_end(sentence, words, n)
    if end <= n:
        return start
    following = sentence.words[words[end]] if end < len(words) else None
    if genitives and following and following.is_a("of", "conjunctions") and _follows(words, end):
        further = _noun_end(sentence, words, end + 1)
        return further if further > end + 1 else end
    return end


def _follows(words: Sequence[int], n: int) -> bool:
    return n == 0 or words[n] - words[n - 1] == 1


def _capital_noun_end(sentence: Sentence, words: Sequence[int], n: int) -> int:
    """The end of adjectives and a capitalised noun: "vorläufige französische Regierung"."""
    first = n
    while (
        n < len(words) and n - first < _NOUNS and _is_plain(sentence, words[n]) and not sentence.words[words[n]].capital
    ):
        n += 1
    end = n
    while end < len(words) and sentence.words[words[end]].capital and (end == n or _follows(words, end)):
        end += 1
        if end + 1 < len(words) and sentence.words[words[end]].is_a("name_particles"):
            end += sentence.words[words[end + 1]].capital
    return end if end > n else first


def _plain_noun_end(sentence: Sentence, words: Sequence[int], n: int) -> int:
    """The end of adjectives, which end in "e", and one noun of small letters, or of capitalised words."""
    end = n
    while (
        end < len(words) and end - n < _NOUNS and _is_plain(sentence, words[end]) and (end == n or _follows(words, end))
    ):
        word = sentence.words[words[end]]
        end += 1
        further = sentence.words[words[end]] if end < len(words) else None
        if (
            not word.lower.endswith("e")
            and not word.is_a("measures")
            and not (word.capital and further and further.capital)
        ):
            break
    return end


def _is_plain(sentence: Sentence, i: int) -> bool:
    """Whether a word can be a noun or an adjective."""
    word = sentence.words[i]
    closed = ("articles", "prepositions", "conjunctions", "reflexives", "tails", "particles", "degrees", "adverbs")
    return (
        word.kind == WORD
        and word.lower[0].isalpha()
        and not word.is_a(*closed, "auxiliaries", "negations", "pronouns", "subordinators")
    )
