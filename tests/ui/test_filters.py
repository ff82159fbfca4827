"""What filters leave, what they count, and how they are asked for: by boxes, by typing, from what is in view."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QToolButton

from tests.records import document, event, ingested
from timeline_app import assets
from timeline_app.model.document import Document
from timeline_app.model.event import Event, EventId, Factuality, Flag, Status
from timeline_app.session import edits
from timeline_app.session.session import Session
from timeline_app.ui.filter_bar import filter_in_words
from timeline_app.ui.main_window import MainWindow
from timeline_app.ui.panels import sources
from timeline_app.ui.panels.period_group import period_of
from timeline_app.ui.panels.sources import SourcesPanel
from timeline_app.ui.panels.value_picker import ValuePicker
from timeline_app.ui.panels.value_row import ValueRow
from timeline_app.ui.shown import Shown
from timeline_app.ui.sifting import Facet, Filter, Kind, Matches

LETTER, DIARY = document("letter", "In 1969 he came to Zürich by the north road."), document("diary", "She said so.")


def _cites_also(made: Event, other: Document) -> Event:
    return replace(made, citations=(*made.citations, *event(other, "x", None).citations))


EVENTS = (
    replace(event(LETTER, "coup", "1969"), category="Conflict", participants=("Ada", "Bob"), confidence=0.9),
    replace(event(LETTER, "talk", "2011-03-30"), factuality=Factuality.SAID, participants=("Ada",), confidence=0.7),
    replace(_cites_also(event(LETTER, "walk", "1914/1918"), DIARY), tags=("north",), flags=frozenset({Flag.KEY})),
    replace(event(DIARY, "undated", None), notes="Ask her", confidence=0.3),
    replace(event(DIARY, "gone", "1970"), status=Status.REJECTED, participants=("Cleo",)),
)


@pytest.fixture
def session() -> Session:
    made = Session()
    made.add([ingested(LETTER, *EVENTS[:3]), ingested(DIARY, *EVENTS[3:])])
    return made


def left(shown: Shown) -> set[str]:
    return {str(event.id) for event in shown.events}


@pytest.mark.parametrize(
    ("facet", "values", "found"),
    [
        (Facet.CATEGORY, {"Conflict"}, {"talk", "walk", "undated"}),
        (Facet.FACTUALITY, {"said"}, {"coup", "walk", "undated"}),
        (Facet.CONFIDENCE, {"low", "medium"}, {"coup", "walk"}),
        (Facet.SOURCE, {str(LETTER.id)}, {"walk", "undated"}),
        (Facet.SOURCE, {str(LETTER.id), str(DIARY.id)}, set()),
        (Facet.PERSON, {"Ada"}, {"coup", "talk"}),
        (Facet.PERSON, {"Bob", "Nobody"}, {"coup"}),
        (Facet.TAG, {"north"}, {"walk"}),
        (Facet.FLAG, {"key", "with notes"}, {"walk", "undated"}),
    ],
    ids=lambda part: part.name if isinstance(part, Facet) else " ".join(sorted(part)) or "none",
)
def test_a_filter_leaves_what_has_a_value_that_is_not_hidden_or_one_that_is_chosen(
    session: Session, facet: Facet, values: set[str], found: set[str]
) -> None:
    shown = Shown(session)
    shown.show(Filter().with_values(facet, values))
    assert left(shown) == found
    assert all(shown.shows(event) == (str(event.id) in found) for event in session.events)


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("1914–1918", {"walk"}),
        ("1918 to 1969", {"coup", "walk"}),
        ("since 2000", {"talk"}),
        ("until 1970", {"coup", "walk"}),
        ("480 BC", set()),
    ],
)
def test_a_period_leaves_what_may_have_happened_in_it(session: Session, words: str, found: set[str]) -> None:
    shown = Shown(session)
    shown.show(Filter().in_period(period_of(words)))
    assert left(shown) == found


def test_filters_act_together_and_each_counts_what_the_others_leave(session: Session) -> None:
    shown = Shown(session)
    shown.show(Filter().with_values(Facet.PERSON, {"Ada"}).with_values(Facet.FACTUALITY, {"said"}))
    assert left(shown) == {"coup"}
    assert dict(shown.counts(Facet.FACTUALITY))[Kind(Facet.FACTUALITY, "said")] == 1
    assert dict(shown.counts(Facet.PERSON)) == {
        Kind(Facet.PERSON, "Ada"): 1, Kind(Facet.PERSON, "Bob"): 1, Kind(Facet.PERSON, "Cleo"): 0,
    }  # fmt: skip
    assert dict(shown.counts(Facet.CATEGORY))[Kind(Facet.CATEGORY, "Conflict")] == 1


def test_what_a_search_found_can_be_all_that_is_shown(session: Session) -> None:
    shown = Shown(session)
    matches = Matches(session.search("north").events.numbers)
    shown.show(Filter(found=matches))
    assert left(shown) == {str(event.id) for event in session.search("north").events} - {"gone"}


def test_people_stand_in_order_of_their_events(session: Session) -> None:
    assert [kind.value for kind, _ in Shown(session).counts(Facet.PERSON)] == ["Ada", "Bob", "Cleo"]


def test_the_total_leaves_out_what_was_rejected(session: Session) -> None:
    shown = Shown(session)
    shown.show(Filter().with_values(Facet.TAG, {"north"}))
    assert (len(shown.events), shown.sifted.total) == (1, 4)
    assert shown.filtered is not None
    assert len(shown.filtered) == 2


def test_a_filter_follows_edits(session: Session) -> None:
    shown = Shown(session)
    shown.show(Filter().with_values(Facet.PERSON, {"Ada"}))
    assert left(shown) == {"coup", "talk"}
    session.apply(edits.set_participants(session.event(EventId("walk")), ("Ada",)))
    shown.follow()
    assert left(shown) == {"coup", "talk", "walk"}


@pytest.mark.parametrize(
    ("wanted", "words"),
    [
        (Filter(), ""),
        (Filter(frozenset()), ""),
        (Filter().with_values(Facet.PERSON, {"Ada", "Bob"}), "people: Ada, Bob"),
        (Filter().with_values(Facet.CATEGORY, {"Life"}).in_period(period_of("1914–1918")),
         "without category Life · 1914–1918"),
        (Filter().with_values(Facet.SOURCE, {"a", "b"}), "without 2 sources"),
        (Filter().with_values(Facet.TAG, {"a", "b", "c"}), "tags: 3 of them"),
    ],
)  # fmt: skip
def test_a_filter_is_said_in_words(wanted: Filter, words: str) -> None:
    assert filter_in_words(wanted) == words


# In the window


def panel(window: MainWindow) -> SourcesPanel:
    found = window.panels["sources"]
    assert isinstance(found, SourcesPanel)
    return found


def row(window: MainWindow, facet: Facet, value: str) -> ValueRow:
    return panel(window).groups[facet].boxes[Kind(facet, value)]


def said(window: MainWindow) -> str:
    label = window.findChild(QLabel, "filter_words")
    return label.accessibleName() if label is not None and window.filter_bar.isVisible() else ""


def test_nothing_is_hidden_silently_and_one_click_shows_all(window: MainWindow) -> None:
    assert said(window) == ""
    QTest.mouseClick(row(window, Facet.PERSON, "Moussa Koussa"), Qt.MouseButton.LeftButton)
    assert said(window) == "Filter: 2 of 7 events shown · people: Moussa Koussa"
    assert len(window.shown.columns) == 2
    clear = window.filter_bar.findChild(QToolButton)
    assert clear is not None
    clear.click()
    assert said(window) == ""
    assert len(window.shown.columns) == 7


def test_ctrl_click_shows_one_value_alone_and_then_all_again(window: MainWindow) -> None:
    for left_over in (2, 7):
        box = row(window, Facet.CATEGORY, "Conflict")
        QTest.mouseClick(box, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.ControlModifier)
        assert len(window.shown.columns) == left_over


def test_a_box_is_reached_and_switched_by_key(window: MainWindow) -> None:
    box = row(window, Facet.FACTUALITY, "said")
    box.setFocus()
    QTest.keyClick(box, Qt.Key.Key_Space)
    assert len(window.shown.columns) == 4


def test_the_list_of_sources_hides_and_shows_the_events_of_one(open_window: object, tmp_path: object) -> None:
    folder = tmp_path
    for name, year in (("a.txt", 1969), ("b.txt", 1970)):
        (folder / name).write_text(f"In {year} the king died in Paris.")  # type: ignore[operator]
    window = open_window(folder)  # type: ignore[operator]
    assert len(window.shown.columns) == 2
    cards = panel(window).list
    cards.setFocus()
    cards.setCurrentRow(0)
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert len(window.shown.columns) == 1
    assert said(window).endswith("without 1 source")
    QTest.keyClick(cards, Qt.Key.Key_Space)
    assert len(window.shown.columns) == 2


def test_a_period_is_typed_or_taken_from_the_view(window: MainWindow) -> None:
    field = window.findChild(QLineEdit, "period_field")
    assert field is not None
    field.setFocus()
    QTest.keyClicks(field, "1960 to 1980")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(window.shown.columns) == 1
    field.clear()
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert len(window.shown.columns) == 7
    event = window.session.events[3]
    window.stage.set_view(window.stage.view.showing(*_bounds(event)))
    window.requests.filter_view.emit()
    assert len(window.shown.columns) == 2  # the day, and the week that it is in


def _bounds(event: Event) -> tuple[int, int]:
    assert event.value is not None
    start, end = event.value.earliest, event.value.latest
    assert start is not None
    assert end is not None
    return start + 1, end - 1


def test_of_many_people_one_types_for_those_that_are_not_listed(window: MainWindow) -> None:
    group = panel(window).groups[Facet.PERSON]
    names = tuple(replace(group.boxes[Kind(Facet.PERSON, "Mike Mullen")].value, name=f"P{n}") for n in range(30))
    picker = ValuePicker(names, group)
    asked: list[tuple[str, bool]] = []
    picker.toggled.connect(lambda value, is_on: asked.append((value.name, is_on)))
    picker.open_at(group.mapToGlobal(QPoint(0, 0)), 100)
    QTest.keyClicks(picker.field, "p2")
    QTest.keyClick(picker.field, Qt.Key.Key_Down)
    QTest.keyClick(picker.field, Qt.Key.Key_Return)
    assert asked == [("P2", True)]
    picker.close()
    QApplication.processEvents()


def test_the_arrows_walk_only_through_what_is_shown(window: MainWindow) -> None:
    window.requests.filter.emit(window.shown.filter.with_values(Facet.PERSON, {"Moussa Koussa"}))
    shown = [event.id for event in window.shown.events]
    window.commands.selection.step_to_end(first=True)
    window.commands.selection.step(1)
    assert window.session.selection == shown[1]
    window.commands.selection.step(1)
    assert window.session.selection == shown[1]


def test_of_very_many_events_people_are_counted_when_somebody_asks(
    open_window: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sources, "_ON_DEMAND", 3)
    window = open_window(assets.sample())  # type: ignore[operator]
    group = panel(window).groups[Facet.PERSON]
    assert group.boxes == {}
    count = next(link for link in group.findChildren(QToolButton) if link.text() == "count…")
    count.click()
    assert Kind(Facet.PERSON, "Moussa Koussa") in group.boxes
    QTest.mouseClick(row(window, Facet.PERSON, "Moussa Koussa"), Qt.MouseButton.LeftButton)
    assert len(window.shown.columns) == 2
