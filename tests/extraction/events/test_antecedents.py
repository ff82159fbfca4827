"""A pronoun becomes a name only where nothing else can be meant."""

from __future__ import annotations

import pytest

from tests.extraction.test_pipeline import document
from timeline_app.extraction.pipeline import extract

NAMED = {
    "they": ("Demonstrators shouted in Paris. They left on 3 May 2010.", "Demonstrators left"),
    "they of two": ("Demonstrators fought the soldiers. They left on 3 May 2010.", "They left"),
    "they of two who act": (
        "Rebels threw stones and bottles. They left Paris on 3 May 2010.", "Rebels left Paris",
    ),
    "they, two people": (
        "John Smith and Mary Jones met. They married on 3 May 2010.", "John Smith and Mary Jones married",
    ),
    "it, beside a place": ("The Acme Group grew in France. It moved to Paris in 2010.", "Acme Group moved to Paris"),
    "its": ("The Acme Group grew. Its office burnt down in 2010.", "Acme Group's office burnt down"),
    "he, another behind a headline": (
        "John Smith tells of life at Lyon When Zed Qwert fled, he was ill. He left in 2010.", "He left",
    ),
    "it, an event": (
        "The battle of Jutland was long and cost a fleet. It began on 3 May 1916.", "Battle of Jutland began",
    ),
    "it, a name": ("The Acme Group grew. It moved to Paris on 3 May 2010.", "Acme Group moved to Paris"),
    "it of two": ("Acme met Bolt Ltd. It moved to Paris on 3 May 2010.", "It moved to Paris"),
    "he, through sentences": (
        "John Smith was tired. He was old. He was ill. He left Paris on 3 May 2010.", "John Smith left Paris",
    ),
    "he, another man": ("John Smith was a soldier. His son came. He left Paris on 3 May 2010.", "He left Paris"),
    "he, only told": ("Ludendorff told Colonel John Smith so. He left Paris on 3 May 2010.", "He left Paris"),
    "he, only served": ("They served under John Smith. He left Paris on 3 May 2010.", "He left Paris"),
    "he, somebody unknown": (
        "John Smith was glad. Floyd Mayworth was not. He left Paris on 3 May 2010.", "Floyd Mayworth left Paris",
    ),
    "he, or somebody unknown": (
        "John Smith met Floyd Mayworth. He left Paris on 3 May 2010.", "He left Paris",
    ),
    "he, whom all is about": (
        "John Smith rose. John Smith ate. John Smith met Mary Jones. John Smith ran. John Smith fell. He left in 2010.",
        "John Smith left",
    ),
    "his": ("John Smith was old. His death in 2010 shook Paris.", "John Smith's death shook Paris"),
    "she, whatever men": (
        "Mary Jones was ill. Her son died when her brother came. She left Paris in 2010.", "Mary Jones left Paris",
    ),
    "he, a name behind a phrase": (
        "The talk was of a house for John Smith. He left Paris on 3 May 2010.", "He left Paris",
    ),
    "he, of whom another man's help": (
        "John Smith fled with Tom Jones. He left Paris on 3 May 2010.", "He left Paris",
    ),
    "he who met another": (
        "John Smith was glad. He met Tom Jones and fled. He left Paris on 3 May 2010.", "John Smith left Paris",
    ),
    "he, before another is named": (
        "John Smith rose. Though he was old when Tom Jones fled, he left Paris on 3 May 2010.", "He left Paris",
    ),
    "he, after two": (
        "John Smith rose. John Smith sat. John Smith ran. John Smith ate. Tom Jones saw John Smith. He left in 2010.",
        "He left",
    ),
    "a woman whom no list knows": (
        "Ms. Zyx Qwert was glad. She left Paris on 3 May 2010.", "Zyx Qwert left Paris",
    ),
    "the president": (
        "John Smith, the president of Korea, was tired. The president left Paris in 2010.", "John Smith left Paris",
    ),
    "the president, of two": (
        "John Smith, president of Korea, met Tom Jones, the president of Peru. The president left in 2010.",
        "The president left",
    ),
    "the company": ("Acme Inc. grew. The company left Paris on 3 May 2010.", "Acme left Paris"),
    "the company, or another": (
        "Acme Inc. bought a rival company. The company left Paris on 3 May 2010.", "The company left Paris",
    ),
    "both men": ("John Smith and Tom Jones met. Both men left Paris in 2010.", "John Smith and Tom Jones left Paris"),
    "the same noun": (
        "The Korean fleet grew. The fleet left Busan on 3 May 2010.", "The Korean fleet left Busan",
    ),
    "the same noun behind a verb": (
        "Banks face unrest. The unrest began on 3 May 2010.", "The unrest began",
    ),
    "the same noun, of two": (
        "The Korean fleet met the Danish fleet. The fleet left Busan on 3 May 2010.", "The fleet left Busan",
    ),
    "a nickname": (
        "The band is led by John Smith, known as the Lion, who left Paris in 2010.", "John Smith left Paris",
    ),
    "the trio": (
        "Tom Jones, John Smith and Ann Low met. It rained. The trio left Paris in 2010.",
        "Jones, Smith and Low left Paris",
    ),
    "the trio, of two": (
        "Tom Jones, John Smith and Ann Low met Tom Zed, Bob Row and Mary Fox. The trio left Paris in 2010.",
        "The trio left Paris",
    ),
    "a place's nickname": ("They went to Paris, known as the Light, which shone in 2010.", "The Light shone"),
    "who, behind a report": (
        "He was one of the officials named in the indictment who met Tom Jones in 2010.", "Officials met Tom Jones",
    ),
    "the firm, in its sentence": (
        "Acme Inc. grew. Low met Acme's staff, and a cook of the energy firm, which went bankrupt in 2010.",
        "Acme went bankrupt",
    ),
    "the firm, of two": (
        "Acme Inc. grew. Acme met Bolt Inc. and a cook of the energy firm, which went bankrupt in 2010.",
        "The energy firm went bankrupt",
    ),
    "the government": (
        "Ghana is old. Ghanaians are many. Ghana is hot. Accra is large. The government fell in 2010.",
        "Ghana's government fell",
    ),
    "the government, of two": (
        "Ghana is old. Ghanaians are many. Ghana is hot. Accra met Mali. The government fell in 2010.",
        "The government fell",
    ),
    "the singer": (
        "Mary Jones met John Smith. The singer left Paris in 2010 when Smith fell.",
        "Mary Jones left Paris when Smith fell",
    ),
    "the singer, of one name": (
        "Zenobia defended her work with John Smith. The singer left Paris in 2010 when Smith fell.",
        "Zenobia left Paris when Smith fell",
    ),
    "the singer, of two": ("Mary Jones met John Smith. The singer left Paris in 2010.", "The singer left Paris"),
    "the singer, and another": (
        "Ann Low, a singer, fell. Mary Jones met John Smith. The singer left Paris in 2010 when Smith fell.",
        "The singer left Paris when Smith fell",
    ),
    "his of nobody": ("Paris was grey. His death in 2010 shook Paris.", "His death shook Paris"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "title"), NAMED.values(), ids=NAMED)
def test_a_pronoun_is_named_where_nothing_else_can_be_meant(text: str, title: str) -> None:
    assert [event.title for event in extract(document(text)).events] == [title]


def test_a_verb_behind_an_aside_is_not_given_to_whom_the_aside_tells_of() -> None:
    text = "Smith was there when Tom Jones shot Mary Low, who lived, and fatally hit her son in 2010."
    assert extract(document(text)).events == ()
    assert extract(document("Mary Low, who fled, and left Paris in 2010, was old.")).events != ()


def test_a_participle_behind_a_comma_is_not_given_to_the_subject_of_its_sentence() -> None:
    text = "It was what Acme had told them after the council passed resolution 1441, agreed in November 2002."
    assert "Acme agreed" not in [event.title for event in extract(document(text)).events]
