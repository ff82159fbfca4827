"""The class of a word that can be a verb, told from its form and the words beside it."""

from __future__ import annotations

import re

from timeline_app.extraction.english.lexicon import Lexeme, closed_classes, grammar, lexeme
from timeline_app.extraction.english.reading import Reading

_BOTH = re.compile("(?:P?Z,?)?E+CE+")
_PLURAL = re.compile(r"(?<![su])s$|(?:people|men|women|children|police|troops)$")
_IN_PHRASE = re.compile(r"(?:[VIKG][BO]*|^|[;,])PD[ANEXQ#]*$")  # a noun that only a preposition brings in
_APPOSED = re.compile(r"(?:^|[SW;])[BZ]*[DANEX#]+,D[DANEX#P]+,$")  # "Kopp, a protester, | lived in Paris"
_RELATIVE = re.compile(
    r"[BZC]*[DANEXQ#]+(?:P[DANEXQ#]+)?,P?W[^,;\[\]]*,B*$"
)  # "The unit, which is big, | accounted for"
_NUMBERS = frozenset(["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"])
_REACH = 12  # words in which a sentence's own verb follows
_ASIDE = re.compile(r"[^VM,;\[]*[NE],(?P<aside>V)P[^,;VMKW\[]*,B*K")
_OPENING_PHRASES = re.compile(r"(?:P[DANEXQ#]+Z?)+$")


def verb_class(reading: Reading, i: int, known: Lexeme, before: str) -> str:
    """The verb class of a word that can be a verb, or an empty string where it is none here."""
    forms = known.forms
    if before in "MT" and "I" in forms:
        return "I"
    sets = grammar()
    if reading.lower(i) == "compared" and reading.lower(i + 1) in {"with", "to"}:
        return "P"
    k = next((k for k in range(i - 1, -1, -1) if reading.found[k] not in "B["), -1)
    helped = reading.lower(k) in sets["be"] | sets["have"] | {"'s", "’s", "got", "get"}
    if "K" in forms and k >= 0 and reading.found[k] in "VIKG" and helped:
        return "K"
    if forms == {"G"}:
        return _gerund(reading, i, known, before)
    present = forms == {"V"} and reading.lower(i) not in sets["past_only"]
    if not present and ("K" in forms or forms == {"V"}):
        return "" if known.noun and reading.lower(i) in sets["rarely_verbs"] else _past(reading, i, known, before)
    return _present(reading, i, known, before)


def _gerund(reading: Reading, i: int, known: Lexeme, before: str) -> str:
    starts = reading.starts_noun(i + 1)
    if i == 0 and (reading.is_finite(i + 1) or (known.noun and not starts and reading.finite_follows(i + 1, 12))):
        return "N"  # "Shelling near the capital provoked panic"
    owned = reading.lower(i - 1).endswith(("'s", "’s"))  # "yesterday's meeting"
    dated = before == "Z" and (owned or reading.found[-2:-1] == ["D"])  # "a Friday meeting"
    if (dated and known.noun) or (reading.lower(i + 1) == "of" and before in "DXQAN"):
        return "N"
    if before in "NEA" and reading.lower(i) in grammar()["compound_ings"] and _is_bare_noun(reading, i + 1):
        return "N"
    if before in "DXQ" or (before == "A" and (known.noun or starts)):
        return "A" if starts else "N"
    if known.noun and before in "NE" and not starts and reading.lower(i + 1) not in {"to", "the"}:
        return "N"
    return "G"


def _is_bare_noun(reading: Reading, i: int) -> bool:
    """Whether the word is a noun that nothing stands before: "company" in "holding company"."""
    return lexeme(reading.lower(i)).noun and reading.lower(i) not in closed_classes() and not reading.capital(i)


def _past(reading: Reading, i: int, known: Lexeme, before: str) -> str:
    forms, starts = known.forms, reading.starts_noun(i + 1)
    if reading.lower(i) == "ended" and reading.found[-1:] == ["Z"] and before == "Z":
        return "K"
    if reading.lower(i) in {"named", "called", "dubbed", "known"} and before in "NE" and reading.capital(i + 1):
        return "K"
    second = before == "C" and reading.found[-2:-1] == ["A"] and reading.found[-3:-2] in (["D"], ["#"])
    if (
        before in "DX#AQ" or _is_counted(reading, i) or (starts and (before == "P" or second))
    ):  # "no suspected or | confirmed cases"
        return "N" if known.noun and not starts else "V" if before == "#" and not starts else "A"
    if forms == {"K"} or (before == "P" and forms == {"V", "K"} and reading.lower(i + 1) in {"and", "or"}):
        return "K"  # "cases of wounded and bereaved civilians"
    if "I" in forms and known.noun and before in "NEA" and (reading.lower(i + 1) == "of" or reading.is_finite(i + 1)):
        return "N"
    if forms != {"V"} and reading.lower(i) not in grammar()["past_only"]:
        reading.doubtful.append(i)
    return "V"


def _is_counted(reading: Reading, i: int) -> bool:
    """Whether a participle stands between a number in words and its noun: "Two alleged robbers appeared in court"."""
    between = reading.lower(i - 1) in _NUMBERS and reading.lower(i).endswith("ed") and _is_bare_noun(reading, i + 1)
    return between and reading.finite_follows(i + 1, _REACH)


def _present(reading: Reading, i: int, known: Lexeme, before: str) -> str:
    """A word such as "attacks" or "plan": noun or present tense."""
    if "I" in known.forms and (_after_do(reading, i, before) or _goes_on(reading, i, before)):
        return "I"
    if before == "R" or (before == "W" and reading.lower(i - 1) in {"who", "which", "that"}):
        return "V"
    return _doubtful_present(reading, i, known, before)


def _goes_on(reading: Reading, i: int, before: str) -> bool:
    """Whether "and" joins the word to an infinitive: "would step down and take up the offer"."""
    last = next((k for k in range(i - 1, -1, -1) if reading.found[k] in "VMIKG"), -1)
    following = reading.lower(i + 1)
    governs = following in grammar()["determiners"] | grammar()["particles"] | grammar()["prepositions"]
    joined = before == "C" and last >= 0 and reading.found[last] == "I" and "," not in reading.found[last:i]
    return joined and governs and reading.lower(i) not in grammar()["rarely_verbs"]


def _do_both(reading: Reading, i: int, known: Lexeme) -> bool:
    """Whether two names that open the sentence have no other verb: "Mr Smith and Mr Jones | face trial"."""
    both = _BOTH.fullmatch("".join(reading.found)) and "I" in known.forms and not reading.capital(i)
    return bool(both) and not reading.finite_follows(i + 1, 12)


def _doubtful_present(reading: Reading, i: int, known: Lexeme, before: str) -> str:  # noqa: PLR0911 - a case each
    if before == "E" and _do_both(reading, i, known):
        return "V"
    if not known.noun and not known.adjective and before not in "DXAQP":
        described = before == "E" and reading.found[-2:-1] == ["D"] and not reading.lower(i).endswith("s")
        return "" if described else "V" if before in "NEW,]C-)B;Z" else "I"  # "the Serbian retreat"
    if before not in "NEZ])" or (known.adjective and "I" in known.forms):
        return ""
    third = reading.lower(i).endswith("s")
    if reading.governed(i):
        return ""
    if third and known.lemma in grammar()["often_verbs"]:
        return "V"
    if not third and not (before == "N" and _PLURAL.search(reading.lower(i - 1))):
        return ""
    meets_name = third and before == "E" and reading.capital(i + 1) and not reading.title_case
    common = known.lemma not in grammar()["rarely_verbs"] and reading.lower(i) not in grammar()["rarely_verbs"]
    return "V" if _has_object(reading, i + 1, known.lemma) or (meets_name and common) else ""


def _has_object(reading: Reading, i: int, lemma: str) -> bool:
    """Whether what follows a doubtful verb is what only a verb takes."""
    sets = grammar()
    if reading.lower(i - 1) in {"date", "dates"} and reading.lower(i) in {"from", "back"}:
        return True
    following, rare = reading.lower(i), lemma in sets["rarely_verbs"] or reading.lower(i - 1) in sets["rarely_verbs"]
    if following in sets["determiners"] | sets["object_pronouns"] and following != "that":
        return True
    return not rare and following in {"to", "it", "he", "she", "they", "that"}


def _after_do(reading: Reading, i: int, before: str) -> bool:
    """Whether a form of "do" opens the sentence's question or stands right before."""
    do = grammar()["do"]
    if before == "V" and reading.word_before(i) in do:
        return True
    asks = reading.lower(0) in do and before in "NER," and "M" not in reading.found and "I" not in reading.found
    return asks and (not lexeme(reading.lower(i)).noun or reading.lower(i + 1) in {"that", "the", "a"})


def settle_aside(reading: Reading) -> None:
    """Tells a participle between commas from its sentence's verb: "The rebels, armed with guns, met nobody"."""
    if swapped := _ASIDE.match("".join(reading.found)):
        reading.found[swapped.start("aside")] = "K"
        reading.found[swapped.end() - 1] = "V"


def is_reduced(reading: Reading, i: int) -> bool:
    """A past form is a participle where it follows its noun and another verb is the clause's own."""
    before, after = (reading.found[i - 1] if i else ";"), reading.found[i + 1 : i + 2]
    left = "".join(reading.found[:i])
    beside = before == "C" and re.search(r"[NE,\-]K[^VM;]*C$", left)
    negated = reading.lower(i - 1) == "not" and reading.found[i - 2 : i - 1] == ["N"]  # "meetings not disclosed"
    if beside or negated or (reading.lower(i + 1) == "by" and before not in "RC"):
        return True
    own = reading.lower(i) in {"said", "told"} or _reports(reading, i, before) or _APPOSED.search(left)
    free = _RELATIVE.match(left) and not re.match(r"[^SWC]*[VM]", "".join(reading.found[i + 1 :]))
    if before not in "NE,;-(])Z" or own or free:
        return False
    takes = bool(after) and after[0] in "DR"
    if not takes and ((before == "N" and _IN_PHRASE.search(left)) or (before in "NE" and reading.governed(i))):
        return True
    objectless = bool(after) and after[0] in "PTZB"
    if _set_off(before, left, "".join(reading.found[i + 1 :]), objectless=objectless):
        return True
    dated = before == "Z" and reading.found[i - 2 : i - 1] == ["P"]  # "demonstrations in 1992 | intended to shut it"
    here = left[max(left.rfind(",C"), 0) :]  # not of "…, and a rally on Friday | failed"
    begun = "V" in here or "M" in here
    if (before in ",;-(" or (dated and begun)) and (i == 0 or reading.verb_before(i)):
        return objectless or after == ["S"]
    named = reading.lower(i) in {"named", "called", "dubbed", "known", "entitled", "titled"}
    return (objectless or named or after == ["A"]) and reading.verb_after(i)


def _reports(reading: Reading, i: int, before: str) -> bool:
    """Whether a clause tells what was reported: "delegates at the congress confirmed yesterday that …"."""
    told = re.match("[BZ]+S", "".join(reading.found[i + 1 : i + 4]))
    return bool(told) and before in "NE" and lexeme(reading.lower(i)).lemma in grammar()["reporting_verbs"]


def _set_off(before: str, left: str, right: str, *, objectless: bool) -> bool:
    """Whether commas set the words off from the verb that follows ("…, led by …, fled")."""
    aside = before == "," and re.match("[^,;VM]*,B*[VM]", right)
    opening = objectless and _OPENING_PHRASES.match(left) and re.match("[^,;]*,[^;]*[VM]", right)
    return bool(aside or opening)
