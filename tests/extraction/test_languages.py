"""The examples of every language file hold, read as if written on Thursday 31 March 2011."""

import random
import re
import subprocess
import sys
from itertools import pairwise

import pytest

from timeline_app.extraction.options import Options
from timeline_app.extraction.tagging import tag
from timeline_app.extraction.vocabulary import language_file, languages, vocabulary
from timeline_app.extraction.worded import worded_rules
from timeline_app.model.document import Document, DocumentId, Publication, TextSpan
from timeline_app.model.temporal import parse_edtf

FOREIGN = sorted(languages() - {"en"})
EXAMPLES = [
    pytest.param(code, marked, value, id=f"{code}: {marked}")
    for code in FOREIGN
    for marked, value in language_file(code)["examples"]
]


def found(text: str, language: str = "") -> dict[TextSpan, str]:
    document = Document(DocumentId("d"), "d", "d", text, "", Publication(parse_edtf("2011-03-31"), "a test"))
    return {timex.span: timex.value for timex in tag(document, Options(language)).expressions}


@pytest.mark.parametrize(("code", "marked", "value"), EXAMPLES)
def test_the_marked_words_have_the_value(code: str, marked: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    values = found(text, code)
    if "[" not in marked:
        assert not values
        return
    assert values.get(TextSpan(marked.index("["), marked.index("]") - 1)) == value, values


@pytest.mark.parametrize("code", FOREIGN)
def test_every_language_shows_enough_examples_and_some_that_are_no_dates(code: str) -> None:
    examples = language_file(code)["examples"]
    assert len(examples) >= 25
    assert sum("[" not in marked for marked, _ in examples) >= 3


def test_about_is_marked_in_every_language() -> None:
    text = "Er wurde um 1450 geboren."
    document = Document(DocumentId("d"), "d", "d", text, "")
    [timex] = tag(document, Options("de")).expressions
    assert timex.temporal == parse_edtf("1450~")
    assert "about right" in timex.derivation.rule


@pytest.mark.parametrize(
    ("code", "text", "words"),
    [
        ("de", "Er kam am 3. März 2010.", "am 3. März 2010"),
        ("fr", "Il vit ici depuis 2005.", "depuis 2005"),
        ("es", "Vive aquí desde 2005.", "desde 2005"),
        ("ru", "Он живёт здесь после 2005 года.", "после 2005 года"),
        ("zh", "他于2005年来到这里。", "于2005年"),
    ],
)
def test_the_words_of_a_date_have_its_preposition(code: str, text: str, words: str) -> None:
    [timex] = tag(Document(DocumentId("d"), "d", "d", text, ""), Options(code)).expressions
    assert timex.derivation.words == words


@pytest.mark.parametrize(("code", "text"), [("zh", "他大前天离开了。"), ("ru", "Он уедет послепослезавтра.")])
def test_steps_of_three_days_are_counted(code: str, text: str) -> None:
    assert set(found(text, code).values()) <= {"2011-03-28", "2011-04-03"}


@pytest.mark.parametrize(
    ("text", "value"),
    [("La séance du 03/04/2011 est annulée.", "2011-04-03"), ("Du 03/31/2011 au 03/04/2011.", "2011-03-04")],
    ids=["day first in French", "month first where the document writes so"],
)
def test_the_order_of_numbers_is_the_language_s_unless_the_document_shows_otherwise(text: str, value: str) -> None:
    assert list(found(text, "fr").values())[-1] == value


_PIECES = [
    "3",
    "31",
    "12",
    "1",
    "0",
    "00",
    "1914",
    "18",
    "2011",
    "9999",
    "12345",
    "10:30",
    "31.03.",
    "31.03",
    "3/4/2011",
    "99/99/9999",
    "2011-13-45",
    "’30",
    "30.",
    "1er",
    "19e",
    "1930er",
    "XX",
    "-",
    "–",
    "/",
    ".",
    ",",
    "(",
    ")",
    "年",
    "月",
    "日",
    "\u200f",
    "٣",
]


@pytest.mark.parametrize("code", FOREIGN)
def test_any_row_of_a_language_s_words_is_read_in_order_and_without_failing(code: str) -> None:
    words = vocabulary(code)
    pieces = [*words.classes, *_PIECES * 8]
    chance = random.Random(7)  # noqa: S311 - the same rows every time
    for _ in range(300):
        text = (" " if words.spaced else "").join(chance.choice(pieces) for _ in range(chance.randint(2, 12)))
        spans = list(found(text, code))
        assert all(before.end <= after.start for before, after in pairwise(spans)), text


@pytest.mark.parametrize("piece", ["1914 ", "l'", "3. ", "年月日", "\u200f", "و", "v. ", "(", "1914-"])
@pytest.mark.parametrize("code", ["fr", "ar", "zh"])
def test_hostile_rows_are_read_to_their_end(code: str, piece: str) -> None:
    text = piece * 3000 + " 2011-03-31"
    assert "2011-03-31" in found(text, code).values()


@pytest.mark.parametrize("code", FOREIGN)
def test_every_class_of_a_file_is_read_by_a_pattern_or_a_reading(code: str) -> None:
    rules, parts = worded_rules(code)
    named = set(re.findall(r"\w+", " ".join([*(rule.pattern for rule in rules), *parts.values()])))
    by_readings = {"counted", "numbered", "lead", "plural", "street"}
    classes = {name for known in vocabulary(code).classes.values() for name in known}
    assert classes <= named | by_readings


@pytest.mark.parametrize("code", FOREIGN)
def test_every_value_is_one_that_its_class_can_have(code: str) -> None:
    shapes = {"deictic": r"(D|W|WE|M|Y|CE)[+-]\dm?", "month": r"[1-9]|1[0-2]", "weekday": "[1-7]", "era": "BC|AD|AH"}
    for known in vocabulary(code).classes.values():
        for name, value in known.items():
            assert re.fullmatch(shapes.get(name, ".*"), value), (name, value)


def test_english_needs_no_dateparser() -> None:
    script = (
        "import sys; from timeline_app.extraction.vocabulary import vocabulary; vocabulary('en'); "
        "assert 'dateparser' not in sys.modules; vocabulary('de'); assert 'dateparser' in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script], check=True)  # noqa: S603 - our own interpreter
