"""What kind of event a clause reports, and whether it happened."""

from __future__ import annotations

import pytest

from tests.extraction.marked import labels_of
from timeline_app.extraction.english.names import find_names
from timeline_app.extraction.events.persons import person_before
from timeline_app.extraction.events.told import Told
from timeline_app.model.event import Category, Factuality

FACTUALITY = {
    "plain": ("The army left Paris on {Tuesday}.", "happened"),
    "refused is an act": ("Smith refused to become ambassador on {Tuesday}.", "happened"),
    "rejected is an act": ("The court rejected the appeal on {Tuesday}.", "happened"),
    "not in an infinitive": ("People were ordered on {Tuesday} not to kiss.", "happened"),
    "said": ("The mayor said on {Tuesday} that the army had left.", "said"),
    "will": ("The army will leave Paris on {Tuesday}.", "planned"),
    "expected": ("New tests are expected on {Tuesday}.", "planned"),
    "would, they said": ("The mayor said the army would leave on {Tuesday}.", "planned"),
    "scheduled": ("The army is scheduled to leave Paris on {Tuesday}.", "planned"),
    "future date": ("The army leaves Paris {next year}.", "planned"),
    "negated": ("The army did not leave Paris on {Tuesday}.", "denied"),
    "denied": ("The mayor denied that the army left Paris on {Tuesday}.", "denied"),
    "not guilty": ("Smith pleaded not guilty on {Tuesday}.", "happened"),
    "sought": ("Smith sought to leave Paris on {Tuesday}.", "happened"),
    "denied reports": ("The mayor denied reports that the army left Paris on {Tuesday}.", "denied"),
    "allegedly": ("The army allegedly left Paris on {Tuesday}.", "alleged"),
    "believed": ("The army is believed to have left Paris on {Tuesday}.", "alleged"),
    "may have": ("The army may have left Paris on {Tuesday}.", "alleged"),
}
CATEGORY = {
    "coup": ("He has ruled since the {1969} coup.", Category.CONFLICT),
    "statement": ("The mayor said on {Tuesday} that the army had attacked.", Category.CONTACT),
    "election": ("Smith was elected mayor on {Tuesday}.", Category.PERSONNEL),
    "journey": ("Smith arrived in Paris on {Tuesday}.", Category.MOVEMENT),
    "arrest": ("Police arrested Smith on {Tuesday}.", Category.JUSTICE),
    "birth": ("Smith was born in {1969}.", Category.LIFE),
    "merger": ("The two banks merged in {1998}.", Category.BUSINESS),
    "sale": ("Smith bought the house in {1998}.", Category.TRANSACTION),
    "none of these": ("The sun shone on {Tuesday}.", Category.OTHER),
}


@pytest.mark.parametrize(("sentence", "factuality"), FACTUALITY.values(), ids=FACTUALITY)
def test_the_words_tell_whether_it_happened(sentence: str, factuality: str) -> None:
    (label,) = labels_of(sentence)
    assert label.factuality is Factuality(factuality)


@pytest.mark.parametrize(("sentence", "category"), CATEGORY.values(), ids=CATEGORY)
def test_the_words_tell_what_kind_of_event_it_is(sentence: str, category: Category) -> None:
    (label,) = labels_of(sentence)
    assert label.category is category


def test_confidence_and_importance_lie_between_nothing_and_one() -> None:
    labels = [label for sentence, _ in [*FACTUALITY.values(), *CATEGORY.values()] for label in labels_of(sentence)]
    assert all(0 <= label.confidence <= 1 and 0 <= label.importance <= 1 for label in labels)


def test_an_event_of_a_named_person_matters_more_than_an_unnamed_ones() -> None:
    (named,), (unnamed,) = labels_of("John Smith resigned on {Tuesday}."), labels_of("Someone resigned on {Tuesday}.")
    assert named.importance > unnamed.importance


def test_a_person_has_one_name() -> None:
    names = find_names("Moussa Koussa fled. Later Koussa spoke with Mr. Hague. Koussa's aides did not.")
    assert names.participants(0, 200) == ("Moussa Koussa", "Hague")
    assert names.short("Moussa Koussa") == "Koussa"


def test_bodies_are_named_by_what_they_are_called_or_known_as() -> None:
    names = find_names("The energy group Acme met the UN. Photographs of the Kremlin showed Bolt Ltd and a Labour MP.")
    assert names.participants(0, 200) == ("Acme", "UN", "Kremlin", "Bolt Ltd")


@pytest.mark.parametrize(
    "text",
    ["Eason Low said he left.", "Eason Low, who left, fell.", "Eason Low, 41, left.", "Eason Low's widow left.",
     "Eason Low, the former head of Acme, left.", "The singer Eason Low left.", "Chanting Eric Low they left."],
)  # fmt: skip
def test_the_words_beside_a_name_tell_that_it_is_a_persons(text: str) -> None:
    (person,) = find_names(text).participants(0, 20)
    assert person.endswith(" Low")
    assert person.split()[0] in {"Eason", "Eric"}


def test_places_and_days_are_no_people() -> None:
    names = find_names("On Monday in New York the President met Korea's envoys. In Korea it was Tuesday.")
    assert names.participants(0, 200) == ()


@pytest.mark.parametrize(
    ("text", "pronoun", "name"),
    [
        ("John Smith left. He came back.", "he", "John Smith"),
        ("John Smith left. She came back.", "she", ""),
        ("Mary Jones left. She came back.", "she", "Mary Jones"),
        ("John Smith met Mary Jones. She left.", "she", "Mary Jones"),
        ("John Smith met Tom Jones. He left.", "he", ""),
        ("The king spoke for John Smith. He left.", "he", ""),
        ("John Smith left. He came. Tom Smith stayed.", "he", ""),
        ("In the long and very cold winter of the war, John Smith left. He came.", "he", "John Smith"),
    ],
    ids=[
        "one man",
        "a man is not she",
        "one woman",
        "of two genders",
        "two men",
        "not the subject",
        "two of one name",
        "behind a phrase",
    ],
)
def test_he_and_she_are_names_only_where_that_is_certain(text: str, pronoun: str, name: str) -> None:
    at = text.lower().index(f". {pronoun} ") + 2
    assert person_before(Told(text, find_names(text)), at, (0, at), pronoun) == name
