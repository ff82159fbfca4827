"""An event that is only a noun gets a country or a person where one is certain, and else is none."""

from __future__ import annotations

import pytest

from tests.extraction.test_pipeline import document
from timeline_app.extraction.events.setting import Setting
from timeline_app.extraction.pipeline import extract

GHANA = "Ghana is old. Ghanaians are many. Ghana is hot. Accra is large. "
NAMED = {
    "a country's": (f"{GHANA}It rained before the 1997 election.", "1997 election in Ghana"),
    "a led invasion": ("Many have been killed in Iraq since the US-led invasion in 2003.", "US-led invasion of Iraq"),
    "a sentence's only country": (
        "The Hungarian minister, who remembers the 1956 uprising, said that Hungary was glad.",
        "1956 uprising in Hungary",
    ),
    "an invasion told of": (
        "The invasion of Kuwait was swift. It rained before the 1990 invasion.", "1990 invasion of Kuwait",
    ),
    "his": (
        "John Smith was old and sorry after his 2011 attack on Paris.", "John Smith's 2011 attack on Paris",
    ),
    "his, named behind": (
        "On his trade mission to China in 2013, John Smith said that French was hard.",
        "John Smith's trade mission to China",
    ),
    "of somebody": ("Iraq was poor after its 1990 invasion of Kuwait.", "1990 invasion of Kuwait"),
    "everywhere": ("The dead were counted after the 1918 pandemic.", "1918 pandemic"),
}  # fmt: skip
REFUSED = {
    "a country once": "The Hungarian minister, who remembers the 1956 uprising, was glad.",
    "no country": "It rained before the 1997 election.",
    "two countries": f"{GHANA}Mali is near, and Malians came. It rained before the 1997 election.",
    "another in the sentence": f"{GHANA}In Togo, Britain and Mali it rained before the 1997 election.",
    "whose attack": f"{GHANA}He was sorry in the wake of the 2009 attack.",
    "pointed at": "She spoke of her father in that 2009 interview.",
    "its": "Nothing has changed since its arrival in Freetown in 2000.",
}


def titles(text: str) -> list[str]:
    return [event.title for event in extract(document(text)).events]


@pytest.mark.parametrize(("text", "title"), NAMED.values(), ids=NAMED)
def test_a_bare_noun_gets_what_is_certain(text: str, title: str) -> None:
    assert title in titles(text)


@pytest.mark.parametrize("text", REFUSED.values(), ids=REFUSED)
def test_a_bare_noun_is_no_event_where_nothing_is_certain(text: str) -> None:
    assert titles(text) == []


def test_a_text_that_names_two_countries_alike_is_about_none() -> None:
    assert Setting(GHANA).country == "Ghana"
    assert Setting(f"{GHANA}Mali and Mali again.").country == ""
    assert Setting("London. British. Britain. UK.").country == ""


def test_a_led_invasion_is_not_of_a_country_that_only_spoke_of_it() -> None:
    assert titles("Turkey was sorry about the US-led invasion in 2003.") != ["US-led invasion of Turkey"]
