from __future__ import annotations

import xml.etree.ElementTree as ET

from timeline_app.exporters import ExportOptions, pages_of
from timeline_app.exporters.svg import Svg
from timeline_app.session.session import Session

from .conftest import MakeSession
from .test_every_exporter import STRANGE

SPACE = "{http://www.w3.org/2000/svg}"


def drawn(session: Session, options: ExportOptions = ExportOptions()) -> ET.Element:  # noqa: B008 - frozen
    """The root of the SVG file."""
    return ET.fromstring(Svg().draw(pages_of(session, options, paged=False), options))  # noqa: S314 - our own file


def words(root: ET.Element) -> str:
    """All its text."""
    return "\n".join(text.text or "" for text in root.iter(f"{SPACE}text"))


def test_every_word_is_text(news: Session) -> None:
    found = words(drawn(news))
    for piece in (
        "What a Week",
        "A minister flees to London",
        "Wed 30 March [4]",
        "On Wednesday",
        "The Paper",
        "published",
    ):
        assert piece in found
    assert not list(drawn(news).iter(f"{SPACE}image"))


def test_texts_of_any_script_stand_in_it_as_they_are(make_session: MakeSession) -> None:
    found = words(drawn(make_session(STRANGE), ExportOptions(title="<&>\x00")))
    for piece in ("<&>", "<script>", "]]>", "русский", "العربية", "עברית", "中文"):
        assert piece in found


def test_every_font_has_a_generic_one_behind_it_and_texts_keep_their_width_in_it(news: Session) -> None:
    root = drawn(news)
    rules = "".join(style.text or "" for style in root.iter(f"{SPACE}style"))
    families = {text.get("font-family") for text in root.iter(f"{SPACE}text")}
    assert families == {"Inter", "Noto Serif"}
    assert "[font-family=\"Inter\"] { font-family: 'Inter', 'Helvetica Neue', 'Helvetica', 'Arial'," in rules
    assert "'Nimbus Sans', sans-serif }" in rules
    assert "'Nimbus Roman', serif }" in rules
    assert all(
        float(text.get("textLength", "0")) > 0 for text in root.iter(f"{SPACE}text") if (text.text or "").strip()
    )


def test_it_is_as_large_on_paper_as_its_pixels_at_their_resolution(news: Session) -> None:
    root = drawn(news, ExportOptions(size=(1920, 1080), dpi=192))
    assert root.get("viewBox") == "0 0 960 540"
    assert (root.get("width"), root.get("height")) == ("960", "540")  # pixels of 1/96 inch
