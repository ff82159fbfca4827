"""Broken characters are put right in titles, never in the text or its quotes."""

from __future__ import annotations

import pytest

from tests.extraction.test_pipeline import document
from timeline_app.extraction.legible import PAD, legible
from timeline_app.extraction.pipeline import extract

BROKEN = {
    "owner": ("Smithâ€™s house", "Smith’s house"),
    "owner apart": ("Smithâ€™ s house", "Smith’s house"),
    "short form apart": ("they didnâ€™ t leave", "they didn’t leave"),
    "quotation": ("â€œLeaveâ€\x9d, he said", "“Leave”, he said"),
    "quotation, a byte lost": ("â€œLeaveâ€ �, he said", "“Leave”, he said"),
    "pounds": ("Â£30m", "£30m"),
    "letter at the end": ("CafÃ© Paris", "Café Paris"),
    "letter inside": ("MendÃ¨s left", "MendÃ¨s left"),
    "no mistake": ("la forÃªt, le château â Â", "la forÃªt, le château â Â"),
}


@pytest.mark.parametrize(("text", "meant"), BROKEN.values(), ids=BROKEN)
def test_what_was_decoded_wrongly_is_put_right_at_the_same_length(text: str, meant: str) -> None:
    assert legible(text).replace(PAD, "") == meant
    assert len(legible(text)) == len(text)


def test_a_title_is_legible_and_its_quote_is_the_source() -> None:
    (event,) = extract(document("The army left Smithâ€™ s house on 3 May 2010.")).events
    assert event.title == "The army left Smith’s house"
    assert event.citations[0].quote.exact == "The army left Smithâ€™ s house on 3 May 2010."
