from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from timeline_app import assets
from timeline_app.exporters import ExportOptions
from timeline_app.layout.lanes import LaneKind
from timeline_app.layout.scale import ScaleKind
from timeline_app.session.edits import add_documents
from timeline_app.session.ingest import FileRequest, ingest
from timeline_app.session.lanes import SETTING, LaneChoice
from timeline_app.session.session import Session
from timeline_app.ui.export_dialog import ExportDialog, export_dialog


@pytest.fixture(scope="module")
def session() -> Iterator[Session]:
    session = Session()
    session.apply(add_documents([ingest(FileRequest(assets.sample()))]))
    yield session
    session.close()


@pytest.fixture
def dialog(session: Session, qtbot: QtBot) -> Iterator[ExportDialog]:
    shown = export_dialog(session, ExportOptions(title="A Week"))
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    shown.deleteLater()


def choose(dialog: ExportDialog, kind: str, size: str) -> None:
    dialog.format.setCurrentText(kind)
    dialog.size_choice.setCurrentText(size)
    dialog.refresh()


def test_it_opens_with_a_preview_of_what_it_was_given(dialog: ExportDialog) -> None:
    assert dialog.preview.page is not None
    assert dialog.preview.page.title == "A Week"
    assert dialog.facts.text().startswith("1,280 x ")
    assert dialog.options == ExportOptions(title="A Week", lanes=LaneKind.NONE)


def test_lanes_are_those_of_the_project_until_others_are_chosen(session: Session, qtbot: QtBot) -> None:
    session.keep_setting(SETTING, LaneChoice(LaneKind.CATEGORY).to_json())
    shown = export_dialog(session, ExportOptions())
    session.keep_setting(SETTING, LaneChoice().to_json())
    assert shown.lanes.currentText() == "By category"
    before = shown.preview.page
    shown.lanes.setCurrentText("By person")
    qtbot.waitUntil(lambda: shown.preview.page is not before)
    assert shown.options.lanes is LaneKind.PERSON
    shown.deleteLater()


def test_the_preview_follows_every_choice(dialog: ExportDialog, qtbot: QtBot) -> None:
    before = dialog.preview.page
    dialog.title.setText("Another Week")
    dialog.scale.findChildren(type(dialog.save_button))[0].click()
    dialog.theme.findChildren(type(dialog.save_button))[1].click()
    qtbot.waitUntil(lambda: dialog.preview.page is not before)
    assert dialog.preview.page is not None
    assert (dialog.preview.page.title, dialog.preview.page.theme.name) == ("Another Week", "dark")
    assert dialog.options.scale is ScaleKind.TRUE


@pytest.mark.parametrize(
    ("kind", "size", "dpi", "asked", "facts"),
    [
        ("PNG picture", "Full HD, 1920 x 1080", "192", (1920, 1080), "1,920 x 1,080 pixels, 10.0 x 5.6 inches"),
        ("PDF document", "A4 portrait", "300", (2481, 3509), "1 page of 8.3 x 11.7 inches"),
        ("SVG drawing", "Own size", "96", (1000, 700), "1,000 x 700 pixels, 10.4 x 7.3 inches"),
    ],
)
def test_sizes_are_pixels_of_the_file(
    dialog: ExportDialog, kind: str, size: str, dpi: str, asked: tuple[int, int], facts: str
) -> None:
    dialog.wide.setText("1000")
    dialog.high.setText("700")
    dialog.resolution.setCurrentText(dpi)
    choose(dialog, kind, size)
    assert dialog.options.size == asked
    assert dialog.facts.text() == facts
    assert dialog.wide.isVisible() == (size == "Own size")


def test_what_cannot_be_drawn_is_said_and_cannot_be_saved(dialog: ExportDialog) -> None:
    dialog.wide.setText("7")
    choose(dialog, "PNG picture", "Own size")
    assert "at least 320 x 240 pixels" in dialog.facts.text()
    assert not dialog.save_button.isEnabled()


def test_saving_writes_the_file_and_closes(
    dialog: ExportDialog, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "week"), ""))
    with qtbot.waitSignal(dialog.saved) as saved:
        dialog.save_button.click()
    assert saved.args == [tmp_path / "week.png"]
    assert (tmp_path / "week.png").read_bytes().startswith(b"\x89PNG")
    assert dialog.isHidden()


def test_a_failure_to_save_is_said_and_leaves_the_dialog_open(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog.save_as(tmp_path / "nowhere" / "week.png")
    assert "cannot be written: No such file or directory." in dialog.facts.text()
    assert dialog.isVisible()
