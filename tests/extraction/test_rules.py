"""Every rule's own examples hold, read as if written on Thursday 31 March 2011."""

import pytest

from timeline_app.extraction.rules import RULES
from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, DocumentId, Publication, TextSpan
from timeline_app.model.temporal import parse_edtf

EXAMPLES = [pytest.param(text, value, id=f"{rule.id}: {text}") for rule in RULES for text, value in rule.examples]


@pytest.mark.parametrize(("marked", "value"), EXAMPLES)
def test_the_marked_words_have_the_value(marked: str, value: str) -> None:
    start, end = marked.index("["), marked.index("]") - 1
    text = marked.replace("[", "").replace("]", "")
    document = Document(DocumentId("d"), "d", "d", text, "", Publication(parse_edtf("2011-03-31"), "a test"))
    found = {timex.span: timex.value for timex in tag(document).expressions}
    assert found.get(TextSpan(start, end)) == value, found


def test_rules_are_told_apart_by_their_ids() -> None:
    ids = [rule.id for rule in RULES]
    assert len(ids) == len(set(ids))
