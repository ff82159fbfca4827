"""The class of a closed-class word of a sentence ("to", "that", "after"), told from the words beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from timeline_app.extraction.english.lexicon import closed_classes, grammar, lexeme, word_sets
from timeline_app.extraction.english.reading import Reading

_POINT_AFTER = frozenset({"", *".,;:?!)]”"})


def closed_class(reading: Reading, i: int, lower: str) -> str:
    """The class of a closed-class word, or an empty string."""
    if lower not in closed_classes() and lower not in _DECIDED:
        return ""
    if len(lower) > 1 and _is_acronym(reading, i):
        return ""
    inside = i > 0 and reading.text[reading.words[i].start].isupper() and not reading.title_case
    if inside and lower != "i" and reading.found[i - 1] not in "[];-(":
        return ""
    if special := _special(reading, i, lower):
        return special
    found = closed_classes().get(lower, "")
    return "B" if found == "P" and reading.lower(i + 1) in _POINT_AFTER else found


def _is_acronym(reading: Reading, i: int) -> bool:
    """Whether a word is written in capitals that its neighbours are not: "WHO officials"."""
    word, near = reading.words[i], reading.words[i + 1 : i + 2]
    capitals = reading.text[word.start : word.end].isupper()
    return capitals and word.lower.isalpha() and not any(reading.text[n.start : n.end].isupper() for n in near)


def _special(reading: Reading, i: int, lower: str) -> str:
    """Words whose class the words beside them decide."""
    if lower in _DECIDED:
        return _DECIDED[lower](reading, i)
    sets = grammar()
    if closed_classes()[lower] in "RD" and reading.lower(i + 1) == "of":
        return "N"
    if lower in sets["both_preposition_and_subordinator"]:
        following = lexeme(reading.lower(i + 1))
        acting = following.forms == {"G"} and not following.noun  # "before sending troops"
        bound = (
            acting
            or _is_office(reading, i)
            or (lower == "before" and reading.word_before(i) in sets["before_somebody"])
        )
        return "S" if not bound and reading.finite_follows(i + 1, 9) else "P"
    if lower in sets["particles"]:
        return _particle(reading, i)
    return "" if closed_classes()[lower] else _auxiliary(reading, i, lower)


def _is_office(reading: Reading, i: int) -> bool:
    """Whether "as" tells an office: "his post as bank governor becomes free"."""
    titles = word_sets("names")["titles"]
    return reading.lower(i) == "as" and any(reading.lower(k) in titles for k in range(i + 1, i + 4))


def _auxiliary(reading: Reading, i: int, lower: str) -> str:
    if lower in {"being", "having"}:
        return "G"
    if lower in {"been", "done"}:
        return "K"
    if lower in {"be", "have", "do"}:
        return "I" if lower == "be" or reading.before(i) in "MTV" else "V"
    if lower == "had" and reading.word_before(i) in grammar()["have"]:
        return "K"
    return "V"


def _to(reading: Reading, i: int) -> str:
    sets = grammar()
    k = i + 1
    if reading.lower(k) in sets["adverbs"] or reading.lower(k).endswith("ly"):
        k += 1
    if (
        k >= len(reading.words)
        or reading.words[k].start in reading.times
        or reading.text[reading.words[k].start].isupper()
    ):
        return "P"
    if (
        reading.lower(k) in sets["rarely_verbs"]
        and not _is_wanted(reading, i, k)
        and reading.lower(k + 1) not in sets["determiners"] | sets["object_pronouns"]
    ):
        return "P"  # "brought him to power"
    infinitive = "I" in lexeme(reading.lower(k)).forms or reading.lower(k) in {"be", "have", "do"}
    return "T" if infinitive and reading.lower(k) not in sets["determiners"] else "P"


def _is_wanted(reading: Reading, i: int, k: int) -> bool:
    """Whether a word wants the verb that stands at ``k`` behind "to": "is expected to rise"."""
    wants = lexeme(reading.word_before(i)).lemma in grammar()["wanting_infinitives"]
    return wants and "I" in lexeme(reading.lower(k)).forms


def _clitic_s(reading: Reading, i: int) -> str:
    if reading.found and reading.found[-1] in "RW":
        return "V"
    following = lexeme(reading.lower(i + 1))
    verbal = "G" in following.forms and not following.noun
    return "V" if verbal or reading.lower(i + 1) in {"not", "a", "the", "been"} else "X"


def _that(reading: Reading, i: int) -> str:
    before, after = reading.before(i), lexeme(reading.lower(i + 1))
    if reading.is_finite(i + 1):
        return "W" if before in "NE" else "R"
    verb = lexeme(reading.word_before(i)).lemma if before in "IG" else ""
    told = verb in grammar()["reporting_verbs"] or reading.finite_follows(i + 1, 8)
    told = told or reading.lower(i + 1) in grammar()["determiners"]
    if verb and not told and reading.starts_noun(i + 1):
        return "D"  # "to revive that unit"
    if before == "P":
        return "D" if reading.starts_noun(i + 1) else "R"
    if before in "NE" and "V" in after.forms and not after.noun:
        return "W"
    return "S" if i else "D"


def _demonstrative(reading: Reading, i: int) -> str:
    if reading.before(i) == "R" and reading.lower(i) in {"each", "both", "all"}:
        return "B"  # "they each reported"
    if reading.starts_noun(i + 1):
        return "D"
    return "O" if reading.lower(i) == "her" else "R"


def _possessive(reading: Reading, i: int) -> str:
    return "R" if reading.is_finite(i + 1) else "D"


def _home(reading: Reading, i: int) -> str:
    return "N" if reading.before(i) in "DXAE" or reading.lower(i + 1) == "of" else "B"


def _than(reading: Reading, i: int) -> str:
    clause = reading.lower(i + 1) in grammar()["subject_pronouns"] and reading.lower(i + 1) not in {"this", "that"}
    return "S" if clause else "P"


def _one(reading: Reading, i: int) -> str:
    if reading.lower(i + 1) == "of":
        return "N"
    return "D" if reading.starts_noun(i + 1) and not reading.is_finite(i + 1) else "R"


def _no(reading: Reading, i: int) -> str:
    return "B" if reading.lower(i + 1) == "longer" else "D"


def _longer(reading: Reading, i: int) -> str:
    return "B" if reading.lower(i - 1) in {"no", "any", "much"} else ""


def _it(reading: Reading, i: int) -> str:
    verb = reading.is_finite(i + 1) or "V" in lexeme(reading.lower(i + 1)).forms
    told = reading.before(i) in "IG" and lexeme(reading.word_before(i)).lemma in grammar()["reporting_verbs"]
    if told and reading.is_finite(i + 1):
        return "R"  # "by announcing it had lost"
    return "O" if reading.before(i) in "PIGK" or (reading.before(i) == "V" and not verb) else "R"


def _there(reading: Reading, i: int) -> str:
    return "R" if reading.is_finite(i + 1) or "V" in lexeme(reading.lower(i + 1)).forms else "B"


def _like(reading: Reading, i: int) -> str:
    return "I" if reading.before(i) in "MT" else "P"


def _particle(reading: Reading, i: int) -> str:
    following = reading.lower(i + 1)
    ends = not following or not (following[0].isalnum() or following[0] in "$€£'\"“")
    timed = i + 1 < len(reading.words) and reading.words[i + 1].start in reading.times
    adverbial = reading.lower(i) in {"out", "up", "down", "off", "away"}
    over = reading.lower(i) == "over" and reading.before(i) in "OIK" and following in grammar()["prepositions"]
    ends = ends or over or (adverbial and (timed or following in grammar()["prepositions"]))
    return "B" if ends or following in {"to", "from", "and"} or reading.lower(i) in {"back", "away"} else "P"


_DECIDED: Mapping[str, Callable[[Reading, int], str]] = {
    **dict.fromkeys(("'s", "’s"), _clitic_s),
    **dict.fromkeys(
        ("her", "this", "these", "those", "all", "both", "some", "many", "most", "few", "each"),
        _demonstrative,
    ),
    **dict.fromkeys(("his", "its"), _possessive),
    **dict.fromkeys(("it", "you"), _it),
    "one": _one,
    "than": _than,
    "home": _home,
    "no": _no,
    "longer": _longer,
    "to": _to,
    "that": _that,
    "there": _there,
    "like": _like,
}
