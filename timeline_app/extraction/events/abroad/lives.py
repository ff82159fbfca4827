"""Lives in brackets behind a name: "(1770–1827)", "(* 3. Mai 1901 in Breslau; † …)", "(née le 3 mai 1901 à Lyon)"."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from timeline_app.extraction.events.abroad.reading import WORD
from timeline_app.extraction.events.abroad.sentence import Sentence
from timeline_app.extraction.events.abroad.titles import date_words, phrase, written
from timeline_app.extraction.events.writing import LONGEST
from timeline_app.model.temporal import TemporalValue

_MARKS = {"*": "born", "†": "died", "✝": "died"}


def lived_of(text: str, sentence: Sentence, dates: Collection[int], value: TemporalValue | None) -> str:
    """The name before brackets that hold somebody's or something's first and last year; empty where they do not."""
    at = min(dates)
    depth = sentence.words[at].within
    lasted = value is not None and value.is_period and len(dates) > 1
    if not depth or not lasted:
        return ""
    name = _name_before(sentence, depth)
    return phrase(text, sentence, name).text if len(name) > 1 else ""


def _name_before(sentence: Sentence, depth: tuple[int, ...]) -> list[int]:
    """The capitalised words before a bracket."""
    name: list[int] = []
    for i in reversed(
        [i for i, word in enumerate(sentence.words) if word.start < depth[-1] and word.within == depth[:-1]]
    ):
        word = sentence.words[i]
        if word.kind != WORD or not (word.capital or (name and word.is_a("name_particles"))):
            break
        name.insert(0, i)
    while name and sentence.words[name[0]].is_a("articles", "prepositions", "openings"):
        name.pop(0)
    return name


def born_of(text: str, sentence: Sentence, dates: Sequence[int]) -> str:
    """Who was born or died, and where: "(* 3. Mai 1901 in Breslau; …", "(née le 3 mai 1901 à Lyon)"."""
    depth = sentence.words[dates[0]].within
    name = _name_before(sentence, depth) if depth else []
    left_out = date_words(sentence, dates)
    inside = [i for i in sentence.region if sentence.words[i].lower not in {"(", ")"}]
    lead = [i for i in inside if i < dates[0] and i not in left_out]
    marked = [
        word for i in lead for word in sentence.lexicon.lists.get(_MARKS.get(sentence.words[i].lower, ""), ())[:1]
    ]
    told = [i for i in lead if sentence.words[i].is_a("participles")]
    if not name or not (marked or told):
        return ""
    place = [i for i in inside if i > dates[-1] and i not in left_out]
    words = [*([] if marked else told), *place]
    parts = [written(text, sentence, name), *marked, written(text, sentence, words, capital=False)]
    title = " ".join(part for part in parts if part)
    return (
        title if len(title) <= LONGEST else " ".join([parts[0], *marked, written(text, sentence, told, capital=False)])
    )
