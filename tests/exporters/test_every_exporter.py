from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.exporters import EXPORTERS, Exporter, ExportError, ExportOptions, export_session, exporter_for
from timeline_app.session.session import Session

from .conftest import MakeSession

each = pytest.mark.parametrize("exporter", EXPORTERS, ids=lambda exporter: exporter.name)

STRANGE = [
    ("1969", "Ελληνικά, русский, العربية, עברית, 中文 and हिन्दी", "In 1969"),
    ("1970", "<b>&amp;</b> \"quotes\" 'and' ]]> <script>", "In 1970"),
    ("1971", "a tab\t, a bell\x07, an \U0001f600 and a line\u2028break", "In 1971"),
    ("1972", "W" * 300, "In 1972"),
]


@each
def test_its_suffixes_are_its_own_and_in_lower_case(exporter: Exporter) -> None:
    others = {suffix for other in EXPORTERS if other is not exporter for suffix in other.suffixes}
    assert exporter.name
    assert exporter.suffixes
    assert all(suffix == suffix.lower() and suffix.startswith(".") for suffix in exporter.suffixes)
    assert not others & set(exporter.suffixes)


@each
@pytest.mark.parametrize("theme", ["light", "dark"])
def test_it_draws_a_session_to_a_file(exporter: Exporter, news: Session, tmp_path: Path, theme: str) -> None:
    target = tmp_path / f"timeline{exporter.suffixes[0].upper()}"
    export_session(news, target, ExportOptions(theme=theme))
    assert target.stat().st_size > 2000
    assert exporter_for(target) is exporter


@each
def test_it_draws_texts_of_any_script_and_signs_no_file_may_hold(
    exporter: Exporter, make_session: MakeSession, tmp_path: Path
) -> None:
    export_session(make_session(STRANGE), tmp_path / f"a{exporter.suffixes[0]}", ExportOptions(title="<&>\x00"))


@each
def test_what_cannot_be_saved_is_a_sentence_and_leaves_nothing_behind(
    exporter: Exporter, news: Session, tmp_path: Path
) -> None:
    with pytest.raises(ExportError, match=r"cannot be written: No such file or directory\.$"):
        export_session(news, tmp_path / f"nowhere/a{exporter.suffixes[0]}", ExportOptions())
    folder = tmp_path / f"folder{exporter.suffixes[0]}"
    folder.mkdir()
    with pytest.raises(ExportError, match="is a folder; name a file"):
        export_session(news, folder, ExportOptions())
    assert list(tmp_path.iterdir()) == [folder]


def test_characters_without_a_font_are_remarked_on(make_session: MakeSession, tmp_path: Path) -> None:
    unassigned = make_session([("1969", "This is \U0003fffd", "In 1969")])
    assert "drawn as boxes" in export_session(unassigned, tmp_path / "a.png", ExportOptions())
    plain = make_session([("1969", "A colonel takes power – “Ωж”", "In 1969")])
    assert export_session(plain, tmp_path / "a.png", ExportOptions()) == ""


def test_an_unknown_suffix_is_answered_with_the_known_ones() -> None:
    with pytest.raises(ExportError, match=r"“a\.doc” ends in none of \.png, \.svg, \.pdf"):
        exporter_for(Path("a.doc"))
