"""What readers throw away is less sure than what they keep, and what is hardly an event is not proposed."""

from __future__ import annotations

import pytest

from tests.extraction.marked import labels_of
from tests.extraction.test_pipeline import document
from timeline_app.extraction.events.confidence import LEAST
from timeline_app.extraction.pipeline import extract

PLAIN = "The army left Paris on {Tuesday}."
NOT_PROPOSED = {
    "a judgement": "The king got it partly right on {Tuesday}.",
    "an impression": "The king sounded almost cheerful on {Tuesday}.",
    "present state": "The army is weak on {Tuesday}.",
    "past state": "The army was weak on {Tuesday}.",
    "habit": "The army leaves Paris in {January}.",
    "perfect": "The army has enjoyed power {this year}.",
    "of the writer": "I met the army in {1998}.",
    "somebody": "Others met the army in {1998}.",
    "what": "He told us what the army did in {1998}.",
    "contact clause": "It was the day the army left in {1998}.",
    "quoted": '"The army lost on {Tuesday}."',
    "compared": "It lost more men than the army lost in {1998}.",
    "question": "Did the army leave Paris in {1998}?",
    "wish": "The army should leave Paris in {1998}.",
    "for next year": "The army cut its budget for {next year}.",
    "date as object": "The army expected {next year} with fear.",
    "only a participle": "They showed us the sites struck in {1998}.",
    "a share": "Paris accounted for half of the loss in {1998}.",
    "since when": "The army had ruled the town since {1998}.",
    "asked": "Asked about it on {Tuesday}, Smith fled the room.",
    "somebody's last": "Smith said that his last trip was in {1998}.",
    "an aim": "The goal is to put the army in Paris by {next year}.",
    "what is waited for": "They will cheer when the army leaves Paris {next month}.",
    "possession": "The army had ten tanks on {Tuesday}.",
    "a bare noun": "They met after the coup of {1998}.",
    "a past verb of a day to come": "The army described its plan for Paris {next year}.",
    "as put": "As Smith put it on {Tuesday}, the army is weak.",
    "of an infinitive": "Attempts to keep the army failed on {Tuesday}.",
    "a plan of a day gone by": "The army will leave Paris in {1998}.",
    "a year's course": "The army is growing faster {this year}.",
    "to be something": "The army will be a burden on {Tuesday}.",
    "set beside": "The army's losses rose to nine compared with five in {1998}.",
    "according to a report": "The army left Paris, according to a report on {Tuesday}.",
}
LESS_SURE = {
    "unresolved pronoun": "He left Paris on {Tuesday}.",
    "somebody's": "His brother left Paris on {Tuesday}.",
    "what is told": "They knew that the army left Paris on {Tuesday}.",
    "nobody acts": "The focus returned to the army on {Tuesday}.",
    "decade": "The army left Paris in {the 1980s}.",
}


def confidence(sentence: str) -> float:
    return max((label.confidence for label in labels_of(sentence)), default=0.0)


@pytest.mark.parametrize("sentence", NOT_PROPOSED.values(), ids=NOT_PROPOSED)
def test_what_is_hardly_an_event_is_not_sure_enough_to_be_proposed(sentence: str) -> None:
    assert confidence(sentence) < LEAST <= confidence(PLAIN)


@pytest.mark.parametrize("sentence", LESS_SURE.values(), ids=LESS_SURE)
def test_what_often_goes_wrong_is_less_sure_than_a_plain_event(sentence: str) -> None:
    assert LEAST <= confidence(sentence) < confidence(PLAIN)


def test_the_date_of_what_is_not_proposed_stays_marked() -> None:
    found = extract(document("Did the army leave Paris in 1998?"))
    assert found.events == ()
    assert [timex.text for timex in found.tagging.expressions] == ["1998"]


@pytest.mark.parametrize(
    "line", ["Army leaves Paris, {Tuesday}", "{1998}: The army leaves Paris."], ids=["headline", "entry"]
)
def test_headlines_and_chronologies_tell_of_the_past_as_present(line: str) -> None:
    assert confidence(line) >= LEAST


def test_an_event_without_a_place_in_time_is_less_sure() -> None:
    dated, undated = (extract(document("The army left Paris on Tuesday.", day)).events[0] for day in ("2011-03-31", ""))
    assert undated.confidence < dated.confidence
