"""Texts that are not in English give unit, quote and a plain title."""

from __future__ import annotations

import re

import pytest

from tests.extraction.marked import expression
from timeline_app.extraction.elsewhere import dated_parts
from timeline_app.model.document import TextSpan

TITLES = {
    "German": ("Der Krieg begann im {Jahr 1815} in Paris.", ["Der Krieg begann in Paris"]),
    "German verb second": ("Im {Jahr 1848} war alles anders.", ["Im Jahr 1848 war alles anders"]),
    "French": ("En {1789}, les Parisiens prennent la Bastille.", ["Les Parisiens prennent la Bastille"]),
    "French range": ("La guerre dura de {1914} à {1918}.", ["La guerre dura"]),
    "Spanish": ("En {1492}, Colón llegó a América.", ["Colón llegó a América"]),
}


@pytest.mark.parametrize(("marked", "titles"), TITLES.values(), ids=TITLES)
def test_a_title_is_the_part_around_the_date(marked: str, titles: list[str]) -> None:
    text = re.sub("[{}]", "", marked)
    found = [expression(m[1], m.start() - 2 * i) for i, m in enumerate(re.finditer("{([^}]*)}", marked))]
    parts = list(dated_parts(text, TextSpan(0, len(text)), found))
    assert [title for _, _, title in parts] == titles
    assert all(timex in found for group, _, _ in parts for timex in group)
    assert all(len(title) <= 60 for _, _, title in parts)
