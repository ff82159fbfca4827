"""A date belongs to the verb it stands with, unless a noun, a verb in -ing or another clause has it."""

from __future__ import annotations

import pytest

from tests.extraction.marked import labels_of, units_of
from timeline_app.model.event import Factuality

OWNERS = {
    "its verb": ("The army left Paris on {Tuesday}.", ["leave"]),
    "a meeting now": ("The army signed the treaty on {Tuesday}.", ["sign"]),
    "before leaving": ("The king met the army before leaving office {next year}.", []),
    "an opening in -ing": ("Since losing a battle in {1998}, the army has rested.", []),
    "having lost": ("Having lost a battle on {Tuesday}, the army left Paris.", []),
    "since doing": ("The army chose its first king since taking power {last week}.", []),
    "sales were": ("The sales of the firm in {1998} were $9m.", []),
    "after a response": ("The army grew after a slow answer to the raids in {1998}.", []),
    "filed for": ("The firm filed for the biggest bankruptcy in history in {1998}.", ["file"]),
    "by night": ("Many still fight in the sub-zero {overnight} cold.", []),
    "a named event's": ("With Operation Glory ({1954}), each side gave back its dead.", ["Operation Glory"]),
    "someone's years": ("The fourth, Sir John Smith ({1969}-{1998}), went back to Paris.", []),
    "set off by commas": ("The tour, ending with a dinner on {Tuesday}, is short.", []),
    "an aside that tells": ("The treaty, signed by the king in {1998}, ended the strife.", ["sign"]),
    "an apposition": ("Smith, a candidate of the greens in {1998}, left Paris.", []),
    "an opening noun": ("The leader of the army from {1969} to {1998}, Smith left Paris.", []),
    "until": ("The army held Paris until {1998}.", []),
    "not until": ("It was not until {1998} that the army left.", ["leave"]),
    "put off until": ("The king postponed the feast until {Tuesday}.", ["postpone"]),
    "until, when": ("The army held Paris until {1998}, when the king fled.", ["flee"]),
    "events of a day": ("Smith told of the events of {29 March}, when the king fled.", ["flee"]),
    "an incident when": ("His fame was not hurt by an incident in {1998} when he fled.", ["flee"]),
    "the first since": ("They met for the first time since {1998}.", []),
    "done since": ("The court judged crimes committed since {1998}.", []),
    "for the last": ("He was well although he had been in Paris for the {last week}.", []),
    "charges relating to": ("A judge dropped the charges relating to a car crash in {1998}.", ["a car crash"]),
    "after an event": ("Nurses spoke to a woman after a fire in Lyon in {1998}.", ["a fire in Lyon"]),
    "for violence": ("The king was blamed for the massacre of rebels on {Tuesday}.", ["the massacre of rebels"]),
    "about, of a day": ("The girl asked the king about the war on {Tuesday}.", ["ask"]),
    "ahead of": ("Smith arrived ahead of the second trip to Lyon in {1998}.", ["the second trip to Lyon"]),
    "due": ("Smith settled the case before a trial due in {January}.", ["a trial"]),
    "a study which": ("Smith used a study in {1998} which told of the war.", []),
    "a report that": ("Smith welcomed a report {last week} that the war was over.", []),
    "said in a statement": ("The king said in a statement on {Tuesday} that the war was over.", ["say"]),
    "later, proposed": ("The king was proposing a summit on the war {later this year}.", ["a summit on the war"]),
    "hopes": ("Hopes that the army would leave on {Tuesday} were high.", []),
    "of a time": ("The illness was as bad as the flu of {1918}.", []),
    "much of": ("The army lost much of {1998}.", ["lose"]),
    "second event": (
        "The attacks began in {1998} with more riots and the fall of Lyon on {Tuesday}.", ["begin", "the fall of Lyon"],
    ),
    "from an amount": ("Sales will rise from 14 tonnes {last year} to 32 tonnes in {1998}.", []),
    "to a number": ("The army raised its force to 5 from 3 on {Tuesday}.", ["raise"]),
    "within": ("Within a year of the first, on {29 March}, the army had won.", []),
    "a source": ("Smith praised the article (War is over, {29 March}).", []),
    "a page": ("The war that was lost, {29 March}, page 7, told of guns.", []),
    "spent part of": ("Smith spent part of {Tuesday} in Paris.", []),
    "seen as": ("{Friday}'s talks were seen as a success.", []),
    "will be a": ("The royal wedding on {Tuesday} will be a feast for all.", ["The royal wedding"]),
    "today's meeting": ("{Today's} meeting with Smith was seen as a success.", ["Today's meeting with Smith"]),
    "was, of a thing": ("The {29 March} answer was the king's own.", []),
    "now, of a later day": ("Smith is named for a prize at the {29 March} gala.", ["29 March gala"]),
    "bought in the past": ("Smith has denied the coup in {1998}.", ["the coup"]),
    "today's": ("{Today}'s hero was jailed in {1998}.", ["jail"]),
    "a feast's": ("They roasted a {Christmas} turkey.", []),
    "before and after": ("They sold guns before and after the {1998} attacks.", ["the 1998 attacks"]),
    "was well received and": ("The play was well received and closed its doors in {1998}.", ["close"]),
    "a guess": ("A victory on {Tuesday} was unlikely.", []),
    "opening event": ("After a feast on {Sunday}, the army left Paris on {Tuesday}.", ["leave"]),
    "opening battle": (
        "After a battle on {Sunday}, the army left Paris on {Tuesday}.", ["a battle", "leave"],
    ),
    "opening alone": ("After a feast on {Sunday}, the army left Paris.", ["leave"]),
    "hence": ("The army grew fast, hence the weight of the king's speech {yesterday}.", ["the king's speech"]),
    "what others are to do": ("Smith was served with papers ordering him to leave on {29 March}.", []),
    "in connection with": ("The king ended a ban in connection with the coup in {1998}.", ["the coup"]),
    "another": ("The king escaped a fine over another coup in {1998}.", []),
    "asked these days": ("Questions are being asked about the escape of the king {earlier this week}.", []),
    "head of the next entry": ("Smith, the chief, is dismissed {November} Lyon announces a loss.", []),
    "a month after its verb": ("The army left Paris {January} and came back.", ["leave"]),
    "what never was": ("Smith remembered the {1998} attack that never was.", []),
    "a headline run in": (
        "Crime up sharply {last week} LYON, {29 March} (Acme) - The army left Paris on {Tuesday}.", ["leave"],
    ),
    "likely to": ("The army is likely to leave on {Tuesday}.", ["leave"]),
}  # fmt: skip


def owners(sentence: str) -> list[str]:
    """The verb or the noun phrase that each date of a sentence belongs to."""
    return [
        unit.parse.words_in(*unit.phrase) if unit.phrase else unit.clause.verb if unit.clause else ""
        for unit in units_of(sentence)
    ]


@pytest.mark.parametrize(("sentence", "found"), OWNERS.values(), ids=OWNERS)
def test_a_date_belongs_to_what_happened_then(sentence: str, found: list[str]) -> None:
    assert owners(sentence) == found


@pytest.mark.parametrize(
    "sentence",
    [
        "Since {1998}, 50 soldiers have died.",
        "Since {1998} rebels are holding Paris.",
        "Beginning in {1998}, the army fought five battles.",
    ],
    ids=["counted", "present", "beginning"],
)
def test_what_goes_on_since_a_date_has_no_end(sentence: str) -> None:
    assert [unit.value.edtf for unit in units_of(sentence) if unit.value] == ["1998/.."]


KINDS = {
    "decided": ("The king decided to leave Paris in {1998}.", Factuality.HAPPENED),
    "vowed": ("The king vowed to leave Paris on {Tuesday}.", Factuality.HAPPENED),
    "was expected": ("The king was expected to leave Paris on {Tuesday}.", Factuality.PLANNED),
    "was likely": ("The army was also likely to leave Paris on {Tuesday}.", Factuality.PLANNED),
    "is going later": ("The king is leaving Paris {later this year}.", Factuality.PLANNED),
    "expected at": ("Smith is among the kings expected at {Today's} wedding in Paris.", Factuality.PLANNED),
    "counted suspects": ("Two suspected robbers left Paris on {Tuesday}.", Factuality.HAPPENED),
    "may have": ("The king may have left Paris in {1998}.", Factuality.ALLEGED),
}


@pytest.mark.parametrize(("sentence", "kind"), KINDS.values(), ids=KINDS)
def test_the_verb_tells_the_kind_of_statement(sentence: str, kind: Factuality) -> None:
    assert [label.factuality for label in labels_of(sentence)] == [kind]


def test_entries_of_a_list_in_one_line_tell_no_event() -> None:
    line = "Smith resigns {January} Lyon is found guilty of fraud {January 1998} Paris announced a loss."
    assert units_of(line) == ()


def test_what_could_have_happened_is_no_event() -> None:
    assert labels_of("The best that the king could have done in {1998} was to leave.") == []
