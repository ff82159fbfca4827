from __future__ import annotations

import re
import textwrap
from pathlib import Path
from typing import Any

import pytest

from timeline_app.extraction import grammar
from timeline_app.extraction.rules import RULES

CHECKOUT = Path(__file__).parents[1]
PAGES = sorted([*CHECKOUT.glob("*.md"), *(CHECKOUT / "docs").rglob("*.md")])
_LINK = re.compile(r"\]\(([^)\s]+)\)")
_HEADING = re.compile(r"^#+ (.+)$", re.MULTILINE)


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(CHECKOUT).as_posix())
def test_every_link_leads_somewhere(page: Path) -> None:
    for link in _LINK.findall(page.read_text(encoding="utf-8")):
        if not link.startswith("http"):
            name, _, place = link.partition("#")
            target = page.parent / name if name else page
            assert target.exists(), link
            assert not place or place in headings(target), link


def headings(page: Path) -> set[str]:
    """The names by which a page's headings can be linked."""
    found = _HEADING.findall(page.read_text(encoding="utf-8"))
    return {re.sub(r"[^\w\- ]", "", heading).strip().lower().replace(" ", "-") for heading in found}


def test_the_rule_that_the_how_to_shows_works(monkeypatch: pytest.MonkeyPatch) -> None:
    page = (CHECKOUT / "docs" / "how-to-add-a-rule.md").read_text(encoding="utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", page, re.DOTALL)
    shown: dict[str, Any] = {}
    exec(textwrap.dedent(code.rstrip(" ")), shown)  # noqa: S102 - our own page
    monkeypatch.setattr(grammar, "RULES", (*RULES, *shown["RULES"]))
    search = grammar.grammar.__wrapped__("en").search
    assert [rule.id for rule, _ in search("Yours of the 5th ult. came.")] == ["letter-day"]
