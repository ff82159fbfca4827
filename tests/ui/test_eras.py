from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QPushButton

from timeline_app.model.arrangement import Era, EraId
from timeline_app.model.temporal import parse_edtf
from timeline_app.render.theme import load_theme
from timeline_app.session import arranging
from timeline_app.ui.era_dialog import REMOVE, EraDialog, EraList
from timeline_app.ui.main_window import MainWindow

UPRISING = Era(EraId("uprising"), "Libyan uprising", parse_edtf("2011-02-15/2011-10-23"), "Conflict")
Answer = Callable[[EraDialog], int]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Callable[[Answer], None]:
    """What the user does in the next dialog about an era."""

    def use(does: Answer) -> None:
        monkeypatch.setattr(EraDialog, "exec", does)

    return use


def accepting(name: str, dates: str | None = None) -> Answer:
    def does(dialog: EraDialog) -> int:
        dialog.name.setText(name)
        if dates is not None:
            dialog.dates.setText(dates)
        assert dialog.findChild(QPushButton) is not None
        return QDialog.DialogCode.Accepted

    return does


def test_an_era_is_made_of_the_view_and_undone(window: MainWindow, answer: Callable[[Answer], None]) -> None:
    window.stage.set_view(window.stage.view.showing(1_301_270_400, 1_301_616_000))  # 28 to 31 March
    answer(accepting("The week"))
    window.actions_table["era-from-view"].trigger()
    assert [band.name for band in window.stage.scene.eras] == ["The week"]
    assert window.session.eras[0].value.is_period
    window.actions_table["undo"].trigger()
    assert window.stage.scene.eras == ()


def test_an_era_is_made_of_the_selected_events(window: MainWindow, answer: Callable[[Answer], None]) -> None:
    window.commands.selection.pick_rows([2, 3])
    answer(accepting("Two days"))
    window.actions_table["era-from-selection"].trigger()
    assert window.session.eras[0].value.edtf == "2011-03-29/2011-03-30"


def test_a_double_click_on_the_ribbon_edits_an_era_or_takes_it_away(
    window: MainWindow, answer: Callable[[Answer], None]
) -> None:
    window.commands.eras.apply(arranging.add(UPRISING))
    ribbon = window.stage.scene.eras[0].ribbon
    place = QPoint(round(max(ribbon.left, 0) + 5), round(ribbon.top + 5))
    answer(accepting("The uprising", "March 2011"))
    QTest.mouseDClick(window.canvas.viewport(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, place)
    assert [(era.name, era.value.edtf) for era in window.session.eras] == [("The uprising", "2011-03")]
    answer(lambda _: REMOVE)
    window.commands.pointing.double_click(QPointF(window.stage.scene.eras[0].ribbon.right - 5, place.y()))
    assert window.session.eras == ()


def test_the_dialog_says_how_dates_are_read_and_waits_for_a_name(window: MainWindow) -> None:
    dialog = EraDialog(UPRISING.value, load_theme(), parent=window)
    save = next(button for button in dialog.findChildren(QPushButton) if button.text() == "Add")
    assert not save.isEnabled()
    dialog.name.setText("Uprising")
    assert save.isEnabled()
    assert dialog.value.edtf == UPRISING.value.edtf
    dialog.dates.setText("no date at all")
    assert not save.isEnabled()
    dialog.deleteLater()


def test_the_list_of_eras_is_for_those_who_go_by_keyboard(window: MainWindow) -> None:
    dialog = EraList([UPRISING], load_theme(), window)
    assert dialog.list.item(0).text().startswith("Libyan uprising")
    assert dialog.era == UPRISING
    dialog.deleteLater()


def test_a_screen_reader_hears_eras(window: MainWindow) -> None:
    window.commands.eras.apply(arranging.add(UPRISING))
    heard = window.canvas.entries()[0]
    assert (heard.name, heard.description) == ("Era Libyan uprising", "15 February – 23 October 2011")
