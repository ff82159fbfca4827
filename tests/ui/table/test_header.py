"""The columns: which, where and how wide, as a person leaves them."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from timeline_app.render.theme import load_theme
from timeline_app.session.session import Session
from timeline_app.ui.shown import Shown
from timeline_app.ui.table.fields import FIELDS, INDEX
from timeline_app.ui.table.header import LEAST, Columns
from timeline_app.ui.table.view import ChronologyView


@pytest.fixture
def table(qtbot: QtBot) -> ChronologyView:
    session = Session()
    view = ChronologyView(session, Shown(session), load_theme())
    qtbot.addWidget(view)
    return view


def names(columns: Columns) -> list[str]:
    return [FIELDS[at].id for at in columns.shown_fields()]


def test_at_first_the_columns_are_as_the_fields_say(table: ChronologyView) -> None:
    assert names(table.columns) == [field.id for field in FIELDS if field.shown]
    assert table.columns.sectionSize(INDEX["title"]) == FIELDS[INDEX["title"]].width


def test_what_a_person_arranged_is_there_again(table: ChronologyView, qtbot: QtBot) -> None:
    table.columns.shift(INDEX["title"], -1)
    table.columns.widen(INDEX["title"], 48)
    table.columns.hideSection(INDEX["quote"])
    table.columns.showSection(INDEX["notes"])
    arranged = names(table.columns)
    table.close_down()
    session = Session()
    again = ChronologyView(session, Shown(session), load_theme())
    qtbot.addWidget(again)
    assert names(again.columns) == arranged
    assert arranged[:3] == ["number", "title", "date"]
    assert "quote" not in arranged
    assert again.columns.sectionSize(INDEX["title"]) == FIELDS[INDEX["title"]].width + 48
    again.columns.showSection(INDEX["quote"])
    assert again.columns.sectionSize(INDEX["quote"]) == FIELDS[INDEX["quote"]].width


@pytest.mark.parametrize(
    "kept", ["", "nonsense", "date title:x -title:9 other:5", "-title:1", "title:999999 title:5", "::: -- 5"]
)
def test_what_cannot_be_understood_is_as_at_first(table: ChronologyView, kept: str) -> None:
    table.columns.take(kept)
    assert sorted(names(table.columns)) == sorted(field.id for field in FIELDS if field.shown)
    assert table.columns.sectionSize(INDEX["title"]) >= LEAST


def test_a_column_moves_past_those_that_are_hidden(table: ChronologyView) -> None:
    table.columns.hideSection(INDEX["title"])
    table.columns.shift(INDEX["date"], 1)
    assert names(table.columns)[:3] == ["number", "category", "date"]
    table.columns.shift(INDEX["number"], -1)
    assert names(table.columns)[0] == "number"


def test_the_menu_shows_and_hides_columns_but_never_the_title(table: ChronologyView) -> None:
    menu = table.columns.menu(table)
    actions = {action.text(): action for action in menu.actions()}
    assert not actions["Title"].isEnabled()
    actions["Notes"].trigger()
    assert "notes" in names(table.columns)
    actions["As at First"].trigger()
    assert "notes" not in names(table.columns)


def test_numbers_are_never_cut(table: ChronologyView) -> None:
    wide = table.columns.sectionSize(INDEX["number"])
    table.columns.widen_to(INDEX["number"], wide - 5)
    assert table.columns.sectionSize(INDEX["number"]) == wide
    table.columns.widen_to(INDEX["number"], wide + 40)
    assert table.columns.sectionSize(INDEX["number"]) == wide + 40


def test_it_is_a_table_to_qt(table: ChronologyView) -> None:
    assert isinstance(table, QTableView)
    assert table.model().columnCount() == len(FIELDS)
