"""The words of a sentence with their grammatical class, as far as finding the clause of a date needs it.

A sentence becomes a string with one character per word (``Parse.tags``), so that patterns of words are regular
expressions over it. A temporal expression is one word. Offsets are code points of the document.

=====  ======================================  =====  =====================================
``D``  determiner, possessive pronoun          ``V``  finite verb
``R``  subject pronoun                         ``M``  modal verb
``O``  object pronoun                          ``T``  "to" before an infinitive
``P``  preposition                             ``I``  infinitive
``S``  subordinator                            ``K``  past participle
``W``  relative or question word               ``G``  verb in -ing
``C``  coordinator                             ``N``  noun
``A``  adjective                               ``E``  capitalised name
``B``  adverb                                  ``X``  possessive 's
``#``  number                                  ``Z``  temporal expression
``Q``  temporal expression before its noun     ``,;-()`` punctuation; ``[`` and ``]`` quotes
=====  ======================================  =====  =====================================
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from operator import attrgetter

from timeline_app.extraction.english.lexicon import lexeme
from timeline_app.extraction.english.reading import Word
from timeline_app.extraction.english.wordclasses import classes_of
from timeline_app.extraction.legible import PAD
from timeline_app.model.document import TextSpan

_TOKEN = re.compile(
    r"(?P<spaced>\b(?:[A-Z] ){2,}[A-Z]\b)|"
    r"(?P<plain>[^\W\d_]+(?=[ ,;:]))|"
    r"(?P<entity>[^\W_]*&[a-z]{2,6};[^\W_]*)|"
    r"(?P<abbreviation>(?:[^\W\d_]\.){2,}(?:-[^\W\d_]+)*|(?:Mr|Mrs|Ms|Dr|Gen|Col|Lt|Sgt|Gov|Sen|Rep|St|Jr|Sr|Inc|Corp|Co|Ltd|Adm|Maj"
    r"|Capt|Prof|Rev|Hon|Pres|No|vs|Cos|Bros|Messrs|Cmdr|Brig|Ft|Mt|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec"
    r"|Ala|Ariz|Ark|Calif|Colo|Conn|Del|Fla|Ga|Ill|Ind|Kan|Ky|La|Mass|Md|Mich|Minn|Miss|Mo|Neb|Nev|Okla|Ore|Pa|Tenn|Tex"
    r"|Va|Vt|Wash|Wis|Wyo|[A-Z])\.(?:-[a-z]+)?(?=\s|,|['’]s))"
    r"|(?P<clitic>['’](?:s|re|ve|ll|d|m|S)\b|n['’]t\b)"
    r"|(?P<number>[$€£¥]?[0-9](?:[0-9.,:/]*[0-9])?(?:%|[a-z]{1,2}\b)?(?:-(?:[a-z]+|[0-9]+(?:%|\b)))*)"
    r"|(?P<word>[^\W_]+?(?=n['’]t\b)|[^\W_](?:[^\W_]|(?<=[^\W_])[-./&'’](?!(?:s|re|ve|ll|d|m|S)\b|(?:who|which|the|an?)\b)(?=[^\W_]))*)"
    r"|(?P<quotes>``|'')"
    r"|(?P<dash>-{2,}|_|[—–]|(?<=\s)-(?=\s))"
    r"|(?P<point>\.{3}|…|[^\s\w])",
)
_EMPHASIS = re.compile(r"\*{1,3}(?=\w)|(?<=[\w.,;:!?)\"'”’])\*{1,3}")  # of Markdown
_END = attrgetter("end")
_LEAD_IN = "."
_OPENERS = frozenset(  # a heading stands before them
    ("the", "he", "she", "they", "but", "this", "there", "an", "a", "in", "it", "at", "on", "as", "when", "after",
     "his", "her", "its", "their")
)  # fmt: skip
_AGENCIES = frozenset({"pa", "ap", "afp", "epa", "reuters", "getty", "images", "rex", "features", "corbis", "alamy"})
_PICTURES = frozenset({"photograph", "photographs", "photo", "picture", "image"})
_CREDIT = 8  # words of a credit
_ZONES = frozenset({"gmt", "utc", "est", "edt", "bst"})


@dataclass(frozen=True, slots=True)
class Parse:
    """A sentence as words and their classes: ``len(words) == len(tags)``. ``text`` is the whole document's."""

    text: str
    span: TextSpan
    words: tuple[Word, ...]
    tags: str

    def at(self, position: int) -> int:
        """Index of the first word that ends after ``position``; the number of words if there is none."""
        return bisect_right(self.words, position, key=_END)

    def words_in(self, start: int, end: int) -> str:
        """The source's own words from word ``start`` up to word ``end``: white space as there, without emphasis."""
        if start >= end:
            return ""
        words = self.text[self.words[start].start : self.words[end - 1].end]
        return _EMPHASIS.sub("", words) if "*" in words else words


def parse(text: str, span: TextSpan, expressions: Collection[TextSpan], names: Collection[str] = ()) -> Parse:
    """The words of a sentence at ``span``; each of ``expressions`` inside it is one word.

    ``names`` are words in lower case that the document writes with a capital wherever it uses them.
    """
    words = tuple(_words(text, span, expressions))
    times = frozenset(expression.start for expression in expressions)
    tags = classes_of(text, words, times, names)
    lemmas = (
        lexeme(word.lower).lemma if tag in "VKGINA" else word.lower for word, tag in zip(words, tags, strict=True)
    )
    known = tuple(Word(w.start, w.end, w.lower, lemma) for w, lemma in zip(words, lemmas, strict=True))
    return Parse(text, span, known, tags)


def _words(text: str, span: TextSpan, expressions: Collection[TextSpan]) -> list[Word]:
    words: list[Word] = []
    at = span.start
    for start, end in sorted(e for e in expressions if span.start <= e.start and e.end <= span.end):
        if start < at:
            continue
        words += _plain_words(text, at, start)
        words.append(Word(start, end, text[start:end].lower()))
        at = end
    words += _plain_words(text, at, span.end)
    return list(_with_lead_ins(text, words))


def _plain_words(text: str, start: int, end: int) -> Iterator[Word]:
    """The words between two places; asterisks are none, since in prose they only emphasise."""
    found = _TOKEN.finditer(text, start, end)
    return (Word(word.start(), word.end(), word[0].lower()) for word in found if word[0] != "*")


def _with_lead_ins(text: str, words: list[Word]) -> Iterator[Word]:
    """Ends a lead-in ("Still strong  The army…", "09.33 GMT The army…") with an empty word, whose class is ``;``."""
    for i, word in enumerate(words):
        if text[word.start].isupper() and i and _is_lead_in(text, words, i):
            yield Word(word.start, word.start, _LEAD_IN)
        yield word


def _is_lead_in(text: str, words: list[Word], i: int) -> bool:
    """Whether what stands before the word with a capital is a heading or an hour rather than its sentence."""
    before, word = words[i - 1], words[i]
    gap = text[before.end : word.start]
    wide = len(gap) > 1 and gap.isspace() and not {"\n", PAD} & set(gap) and before.lower[0].isalnum()
    following = text[words[i + 1].start] if i + 1 < len(words) else ""
    named = following.isupper() or (word.lower == "a" and not following.islower())  # "influenza A (H1N1)"
    headed = gap == " " and (text[before.start].islower() or before.lower.isdigit()) and not named
    headed = headed and before.lower[-1].isalnum()
    return wide or before.lower in _ZONES or (headed and word.lower in _OPENERS) or _is_credited(words, i)


def _is_credited(words: list[Word], i: int) -> bool:
    """Whether whose a picture is stands before word ``i``: "Photograph: Jo Low/AP | The army…"."""
    agency = words[i - 1].lower.rpartition("/")[2] in _AGENCIES
    return agency and any(word.lower in _PICTURES for word in words[max(0, i - _CREDIT) : i])
