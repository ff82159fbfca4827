"""Who did what: the verbs of a sentence with their subjects, as its dates need them."""

from __future__ import annotations

import pytest

from tests.extraction.marked import parsed
from timeline_app.extraction.english.clauses import clauses

TOLD = {
    "participle between commas": (
        "But the rebels, armed with guns, encountered only weak troops on {Tuesday}.", ("the rebels", "encountered"),
    ),
    "an event in -ing opens": ("Shelling near Paris on {Tuesday} killed a man.", ("Shelling near Paris", "killed")),
    "one who speaks opens": ("Speaking in Paris on {Tuesday}, he told a story.", ("he", "told")),
    "what a participle describes the end of": (
        "Malnutrition among children aged under five nearly doubled in {1998}.",
        ("Malnutrition among children", "doubled"),
    ),
    "who, behind a date": (
        "A panel heard hours of testimony on {Tuesday} from Mr Smith, who was mayor.", ("Mr Smith", "was"),
    ),
    "who, behind a verb in -ing": (
        "He is accused of hurting a student who took his picture in {January}.", ("a student", "took"),
    ),
    "an event, not who is named in it": (
        "Speculation about the fate of the premier, John Smith, grew on {Friday}.",
        ("Speculation about the fate of the premier", "grew"),
    ),
    "after a verb": ("The aid is on ice after Britain blocked its way in {1998}.", ("Britain", "blocked")),
    "what it announced": ("Smith stunned the town {yesterday} by announcing it had a debt.", ("it", "had")),
    "put before somebody": ("A law put before the senate {last week} would raise prices.", ("A law", "would raise")),
    "after what fell": ("It offered aid provided after floods hit the north in {January}.", ("floods", "hit")),
    "a rally after another clause": (
        "The raid was thought to be a backlash, and a rally near the bridge on {Friday} fizzled out.",
        ("a rally near the bridge", "fizzled"),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "told"), TOLD.values(), ids=TOLD)
def test_a_verb_has_its_own_subject(sentence: str, told: tuple[str, str]) -> None:
    words, _ = parsed(sentence)
    found = [(words.words_in(*clause.subject), words.words_in(*clause.group[:2])) for clause in clauses(words)]
    assert told in found
