"""Numbers of four digits that are no years: counts, page and model numbers, pieces of longer ones, titles."""

from __future__ import annotations

import re

from timeline_app.extraction.patterns import Found
from timeline_app.extraction.rules.parts import words
from timeline_app.extraction.vocabulary import language_file

LEADS = words(
    "in since by until till from to of during before after between and through circa about around early late mid"
    " for than the that its his her their our s fiscal year summer winter spring fall autumn easter christmas only"
    " or pre post ( [ , : ; - – — ’ ' “ \" / this last next per model class"
)
"""What a year may stand after."""
SURE_LEADS = frozenset({"in", "since", "until", "circa", "year", "by"})
COUNTED = words(
    "people men women children troops soldiers miles km kilometers kilometres feet meters metres dollars pounds euros"
    " points votes seats jobs shares tons tonnes words pages times percent members copies rounds years months days"
    " hours hp cc rpm mm cm kg lb lbs or sheep police employees workers residents prisoners passengers tickets rooms"
)
MAKES = words(language_file("shared")["makes"])
_NUMBERED = words(
    "no number page pages section sections chapter flight room line lines highway route model number art article"
    " articles clause paragraph title form code psalm verse item lot case docket file bill resolution regulation"
    " directive rule standard iso agenda gate box volume vol exhibit question figure fig table order § boeing colt"
    " winchester luger platform port error suite apartment apt postcode bus track bay extension ext uss hms"
    " at x + * = # $ £ €"
)
_LED = re.compile(r"\b(?:(?:ca?|fl|b|d|r|est)\.|anno|ca?|born|died)\s?$")
_SHORTENED = re.compile(r"\b(?:u\.s\.c|nos?|pp?|vols?|arts?|secs?|ch|figs?|ver|op|ll|ex)\.\s?$", re.IGNORECASE)
_DIALLED = re.compile(
    r"(?:\+[0-9]{1,3}|(?!(?:1[6-9]|20)[0-9]{2})[0-9]{2,4} (?!1[6-9]|20)[0-9]{3,4}) $"
)  # “020 7946 1998”
_NAMED = re.compile(r"(?<![.!?:\n“\"(] )(?<!^)\b([A-Z][a-z]{2,}) $")  # “Orion 1980”, a name with a number
_NO_NAMES = words(
    "In By Of Since From The During After Before Until Till About Around Between Through Throughout And But For Late"
    " Early Mid On At To With Year Spring Summer Autumn Fall Winter Circa Election Elections Olympics Cup Act"
)
_CODED = re.compile(r"[A-Z]{2}-$")  # “XJ-1985”
_WORKS = words("novel book film movie album musical sitcom song")
_QUOTES = {"“": "”", '"': '"', "‘": "’", "«": "»"}
_AUTHOR = re.compile(r" by [A-Z][a-z]+ (?:[A-Z]\. )?[A-Z][a-z]+")
_WRITTEN_BY = re.compile(r"\b[A-Z][a-z]+[’']s $")  # “Orwell’s 1984”
_IS_A_WORK = re.compile(rf" (?:is|was) an? (?:\w+ )?(?:{'|'.join(sorted(_WORKS))})\b")


def is_led(found: Found) -> bool:
    """Whether a shortened word leads to a year of any age: "c. 1450", "fl. 1450", "anno 1450"."""
    return bool(_LED.search(found.tokens.text, max(0, found.span.start - 8), found.span.start))


def is_no_year(found: Found) -> bool:
    """Whether the words around a number say that it is something else than a year."""
    return is_numbered(found) or _counts(found) or _is_title(found) or _is_joined(found)


def is_numbered(found: Found) -> bool:
    """Whether it is the number of a page, a law, a thing: "page 1984", "pp. 1914–1918"."""
    text, start = found.tokens.text, found.span.start
    return found.before in _NUMBERED or bool(_SHORTENED.search(text, max(0, start - 8), start))


def _counts(found: Found) -> bool:
    """Whether it counts something or is part of a name: "1984 men", "his 1987 Ford", "Orion 1980"."""
    before, after = found.before, found.after
    if after in COUNTED or after in {"%", "°", "$", "€", "£"} or before in MAKES:
        return True
    named = _NAMED.search(found.tokens.text, max(0, found.span.start - 24), found.span.start)
    return bool(named and named[1] not in _NO_NAMES) or (after in MAKES and before not in SURE_LEADS)


def _is_title(found: Found) -> bool:
    """“1984” in quotation marks, “the novel 1984”, “1984 by George Orwell”, “Orwell’s 1984”."""
    text, (start, end) = found.tokens.text, found.span
    if found.before in _WORKS or (start and text[start - 1] in _QUOTES and text[end : end + 1] in _QUOTES.values()):
        return True
    if _IS_A_WORK.match(text, end) or (
        not found.after.isalnum() and _WRITTEN_BY.search(text, max(0, start - 24), start)
    ):
        return True
    led = found.before in LEADS and found.before.isalpha()
    return found.after == "by" and not led and bool(_AUTHOR.match(text, end))


def _is_joined(found: Found) -> bool:
    """Whether it is a piece of something longer ("1984-5551", "555-1984", "v.2010", "a@2010", "1920x1080")."""
    text, (start, end) = found.tokens.text, found.span
    if text[end : end + 1] in {"-", "/", "_", "@"} and text[end + 1 : end + 2].isdecimal() and len(text) > end + 3:
        return True
    if _CODED.search(text, max(0, start - 6), start) or re.match(r"-[A-Z]{2}", text[end : end + 3]):
        return True
    if text[end : end + 1].isalnum() or (text[end : end + 1] == "." and text[end + 1 : end + 2].isalnum()):
        return True
    before = text[max(0, start - 2) : start]
    if start and (before[-1].isalnum() or before[-1] in "/_@.&" or (before[-1] == "-" and before[:1].isdecimal())):
        return True
    return bool(_DIALLED.search(text, max(0, start - 16), start))
