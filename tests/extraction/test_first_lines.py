"""What a text says in its first lines of when it was written."""

import pytest

from timeline_app.extraction.first_lines import with_own_date
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.temporal import parse_edtf


def dated(text: str, published: Publication | None = None) -> Publication | None:
    return with_own_date(Document(DocumentId("d"), "d", "d", text, "", published)).published


@pytest.mark.parametrize(
    ("text", "edtf", "words"),
    [
        pytest.param("Title\n\nPublished 5 May 2010\n\nHe came.", "2010-05-05", "Published 5 May 2010", id="label"),
        pytest.param("Date: 2010-05-05\nHe came.", "2010-05-05", "Date: 2010-05-05", id="date"),
        pytest.param("Title\nBy Jo Smith | 5 May 2010\n", "2010-05-05", "By Jo Smith | 5 May 2010", id="writer"),
        pytest.param("LONDON, March 3, 1998 (AP) -- He came.", "1998-03-03", "LONDON, March 3, 1998", id="dateline"),
        pytest.param("London, 5 May 1850\n\nDear Sir,", "1850-05-05", "London, 5 May 1850", id="letter"),
        pytest.param("Title\n5 May 2010\n\nHe came.", "2010-05-05", "5 May 2010", id="alone"),
        pytest.param("Posted on May 5, 2010\nHe came.", "2010-05-05", "Posted on May 5, 2010", id="posted"),
        pytest.param("Veröffentlicht am 5. Mai 2010\n\nEr kam am Montag.", "2010-05-05",
                     "Veröffentlicht am 5. Mai 2010", id="German"),
        pytest.param("Publié le 5 mai 2010\nIl est venu lundi.", "2010-05-05", "Publié le 5 mai 2010", id="French"),
    ],
)  # fmt: skip
def test_the_first_lines_date_a_text_and_say_so(text: str, edtf: str, words: str) -> None:
    published = dated(text)
    assert published
    assert published.value.edtf == edtf
    assert published.origin == f"the text’s first lines: “{words}”"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("LONDON, March 3 - He came.", id="no year"),
        pytest.param("On 5 May 2010 he came.", id="a sentence"),
        pytest.param("The war\n\n5 May 1945 was the day.", id="a sentence that begins with it"),
        pytest.param("5 May 1945\nThe war ended.\n\n6 May 1945\nIt rained.", id="a chronology"),
        pytest.param("Published: 03/04/2010\nHe came.", id="day and month in doubt"),
        pytest.param("Born: 3 May 1950\nDied: 4 June 1990", id="other labels"),
        pytest.param("Title\n" * 9 + "5 May 2010", id="too late"),
        pytest.param("", id="nothing"),
    ],
)
def test_what_is_not_sure_dates_nothing(text: str) -> None:
    assert dated(text) is None


def test_whoever_gave_a_date_goes_before() -> None:
    given = Publication(parse_edtf("2011-03-31"), "you")
    assert dated("Published 5 May 2010", given) is given
