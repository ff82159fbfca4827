from __future__ import annotations

import re

from timeline_app.exporters import ExportOptions, pages_of
from timeline_app.exporters.pdf import Pdf
from timeline_app.session.session import Session

from .conftest import MakeSession
from .test_composition import many


def drawn(session: Session, options: ExportOptions) -> bytes:
    """The PDF file."""
    return Pdf().draw(pages_of(session, options, paged=True), options)


def sheets(data: bytes) -> list[tuple[float, float]]:
    """Width and height of its pages, in points."""
    boxes = re.findall(rb"/MediaBox \[0 0 ([0-9.]+) ([0-9.]+)\]", data)
    return [(float(width), float(height)) for width, height in boxes]


def test_it_is_on_paper_of_the_usual_size_with_embedded_fonts(news: Session) -> None:
    data = drawn(news, ExportOptions())
    assert data.startswith(b"%PDF-")
    assert sheets(data) == [(842, 596)]
    assert {name for name in (b"Inter", b"NotoSerif") if name in data} == {b"Inter", b"NotoSerif"}
    assert b"/FontFile" in data


def test_a_size_is_its_size_on_paper(news: Session) -> None:
    assert sheets(drawn(news, ExportOptions(size=(2000, 1000), dpi=200))) == [(720, 360)]


def test_quotes_continue_on_further_pages(make_session: MakeSession) -> None:
    assert len(sheets(drawn(make_session(many(200)), ExportOptions()))) > 2
