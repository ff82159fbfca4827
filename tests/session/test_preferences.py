"""Preferences are remembered, and never in the way."""

from __future__ import annotations

from pathlib import Path

import pytest

from timeline_app.session.preferences import (
    MOST_RECENT,
    Preferences,
    PreferencesError,
    ThemeChoice,
    load,
    location,
    save,
)


def test_what_is_saved_is_loaded() -> None:
    preferences = Preferences(theme=ThemeChoice.DARK).with_recent(Path("/a/é.txt"))
    save(preferences)
    assert load() == preferences
    assert [path.name for path in location().parent.iterdir()] == ["preferences.json"]


@pytest.mark.parametrize(
    "data",
    [b"", b"{", b"[]", b'{"theme": "pink"}', b'{"recent": 3}', b"\xff\xfe"],
    ids=["empty", "cut off", "a list", "no such theme", "wrong type", "binary"],
)
def test_a_damaged_file_gives_the_defaults(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(data)
    assert load(path) == Preferences()


def test_a_file_of_a_later_version_is_read_as_far_as_known(tmp_path: Path) -> None:
    path = tmp_path / "preferences.json"
    path.write_bytes(b'{"theme": "dark", "sound": true}')
    assert load(path) == Preferences(theme=ThemeChoice.DARK)


def test_recent_documents_are_few_newest_first_and_each_once() -> None:
    preferences = Preferences()
    for number in range(MOST_RECENT + 3):
        preferences = preferences.with_recent(Path(f"/{number}.txt"))
    preferences = preferences.with_recent(Path("/5.txt")).with_recent(Path("here.txt"))
    assert len(preferences.recent) == MOST_RECENT
    assert preferences.recent[:3] == (str(Path("here.txt").absolute()), "/5.txt", "/12.txt")


def test_what_cannot_be_saved_is_told_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(PreferencesError, match="Preferences cannot be saved in"):
        save(Preferences(), tmp_path / "file" / "preferences.json")
