"""Dates as people write them in every language but English, with the values that a fluent reader knows to be right.

``languages/<code>.txt`` holds a sentence a line, ``… [words] … | TIMEX3 value``, as if written on Thursday 31 March
2011; a sentence without brackets holds no date.
"""

from pathlib import Path

import pytest

from timeline_app.extraction.options import Options
from timeline_app.extraction.tagging import tag
from timeline_app.extraction.vocabulary import languages
from timeline_app.model.document import Document, DocumentId, Publication, TextSpan
from timeline_app.model.temporal import parse_edtf

FOLDER = Path(__file__).parent / "languages"
ROWS = [
    (path.stem, *(part.strip() for part in line.rpartition("|")[::2]))
    for path in sorted(FOLDER.glob("*.txt"))
    for line in path.read_text("utf-8").splitlines()
]


@pytest.mark.parametrize(("code", "marked", "value"), ROWS)
def test_the_marked_words_have_the_value(code: str, marked: str, value: str) -> None:
    text = marked.replace("[", "").replace("]", "")
    document = Document(DocumentId("d"), "d", "d", text, "", Publication(parse_edtf("2011-03-31"), "a test"))
    found = {timex.span: timex.value for timex in tag(document, Options(code)).expressions}
    if "[" not in marked:
        assert not found
        return
    assert found.get(TextSpan(marked.index("["), marked.index("]") - 1)) == value, found


def test_every_language_has_a_table_of_its_own() -> None:
    counts = {code: sum(row[0] == code for row in ROWS) for code in languages() - {"en"}}
    assert min(counts.values()) >= 25, counts
