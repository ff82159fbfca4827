from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import QRectF

from timeline_app.exporters import ExportError, ExportOptions, pages_of
from timeline_app.exporters.composition import PAPER
from timeline_app.exporters.evidence import Spread
from timeline_app.exporters.page import Drawing, Page
from timeline_app.exporters.paragraphs import Paragraph
from timeline_app.layout.lanes import LaneKind
from timeline_app.model.arrangement import Era, EraId
from timeline_app.model.temporal import parse_edtf
from timeline_app.session import arranging, edits
from timeline_app.session.session import Session

from .conftest import NEWS, MakeSession, Row

SIZES = [(320, 240), (400, 300), (600, 1200), (1280, 800), (1920, 1080), (4000, 500)]


def many(count: int) -> list[Row]:
    return [
        (f"{1900 + n % 100}-{1 + n % 12:02}-{1 + n % 28:02}", f"Event number {n} of them", "Then") for n in range(count)
    ]


def numbers(page: Page) -> list[str]:
    """The numbers of the quotes on a page."""
    spreads = [placed.block for placed in page.placed if isinstance(placed.block, Spread)]
    return [entry.number.layout.text() for spread in spreads for column in spread.columns for entry in column]


def lines(page: Page) -> str:
    """The words of a page's own lines."""
    return "\n".join(placed.block.layout.text() for placed in page.placed if isinstance(placed.block, Paragraph))


def marks(page: Page) -> int:
    """How many events the timeline of a page draws."""
    return sum(len(placed.block.scene.marks) for placed in page.placed if isinstance(placed.block, Drawing))


def boxes(page: Page) -> list[QRectF]:
    """Where the blocks of a page stand."""
    inner = page.width / page.zoom
    return [QRectF(placed.x, placed.y, inner - 2 * placed.x, placed.block.height) for placed in page.placed]


@pytest.mark.parametrize("size", SIZES, ids=str)
@pytest.mark.parametrize("count", [1, 5, 40, 300])
@pytest.mark.parametrize("paged", [False, True], ids=["one page", "pages"])
def test_nothing_overlaps_and_all_stays_on_the_page(
    make_session: MakeSession, size: tuple[int, int], count: int, *, paged: bool
) -> None:
    for page in pages_of(make_session(many(count)), ExportOptions(size=size), paged=paged):
        paper = QRectF(0, 0, page.width / page.zoom, page.height / page.zoom + 1e-6)
        assert all(paper.contains(box) for box in boxes(page))
        assert not any(one.intersects(other) for one, other in itertools.combinations(boxes(page), 2))


@pytest.mark.parametrize("count", [5, 40, 300])
def test_pages_hold_every_quote_once_and_in_order(make_session: MakeSession, count: int) -> None:
    pages = pages_of(make_session(many(count)), ExportOptions(), paged=True)
    assert list(itertools.chain(*map(numbers, pages))) == [f"[{n}]" for n in range(1, count + 1)]
    assert {(page.width, page.height) for page in pages} == {PAPER} or len(pages) == 1


@pytest.mark.parametrize("count", [9, 99, 1200])
def test_numbers_fit_into_their_margin(make_session: MakeSession, count: int) -> None:
    for page in pages_of(make_session(many(count)), ExportOptions(), paged=True)[-1:]:
        spread = next(placed.block for placed in page.placed if isinstance(placed.block, Spread))
        last = spread.columns[-1][-1] if spread.columns[-1] else spread.columns[0][-1]
        assert last.number.layout.lineCount() == 1
        assert last.number.width < last.margin


@pytest.mark.parametrize("size", SIZES, ids=str)
def test_a_single_page_counts_the_quotes_and_events_it_has_no_room_for(
    make_session: MakeSession, size: tuple[int, int]
) -> None:
    (page,) = pages_of(make_session(many(60)), ExportOptions(size=size), paged=False)
    note = lines(page).partition("No room here for ")[2]
    quotes, events = 60 - len(numbers(page)), 60 - marks(page)
    assert (f"{quotes} quotes" in note) == (quotes > 0)
    assert (f"{events} events" in note) == (events > 0)


def test_without_a_size_a_picture_is_as_high_as_it_must_be(news: Session, make_session: MakeSession) -> None:
    (short,) = pages_of(news, ExportOptions(), paged=False)
    (high,) = pages_of(make_session(many(60)), ExportOptions(), paged=False)
    assert short.width == high.width
    assert short.height < high.height
    assert [len(numbers(page)) for page in (short, high)] == [5, 60]
    assert "No room" not in lines(short) + lines(high)


def test_the_page_says_what_it_shows_and_what_it_does_not(make_session: MakeSession) -> None:
    (page,) = pages_of(make_session([*NEWS, ("", "Somebody arrives", "Soon")]), ExportOptions(), paged=False)
    assert "5 events from 1 document · 1 not placed in time · 2 scales, 1 break" in lines(page)
    assert "dashed: found by the program, not checked yet" in lines(page)


def test_rejected_events_are_not_shown(news: Session) -> None:
    news.apply(edits.reject(news.events[:1]))
    (page,) = pages_of(news, ExportOptions(), paged=False)
    assert numbers(page) == ["[1]", "[2]", "[3]", "[4]"]
    assert "4 events" in lines(page)


@pytest.mark.parametrize("count", [5, 200])
def test_marks_bear_the_number_of_their_quote(make_session: MakeSession, count: int) -> None:
    (page,) = pages_of(make_session(many(count)), ExportOptions(), paged=False)
    scene = next(placed.block.scene for placed in page.placed if isinstance(placed.block, Drawing))
    words = {mark.row: " ".join(text.text for text in mark.texts) for mark in scene.marks}
    assert words
    assert all(f"[{row + 1}]" in found for row, found in words.items())


def test_without_a_placed_event_there_is_nothing_to_draw(make_session: MakeSession) -> None:
    session = make_session([("", "Somebody arrives", "Soon")])
    with pytest.raises(ExportError, match="no dated event to draw; 1 could not be placed in time"):
        pages_of(session, ExportOptions(), paged=False)


@pytest.mark.parametrize(
    ("options", "said"),
    [
        pytest.param(ExportOptions(size=(100, 100)), "at least 320 x 240 pixels", id="too small"),
        pytest.param(ExportOptions(size=(600, 400), dpi=192), "at least 640 x 480 pixels", id="too small for its dpi"),
        pytest.param(ExportOptions(size=(100_000, 500)), "at most 19,200 pixels", id="too wide"),
        pytest.param(ExportOptions(dpi=3), "from 24 to 2400", id="too coarse"),
        pytest.param(ExportOptions(theme="pink"), "no theme “pink”", id="unknown theme"),
    ],
)
def test_what_cannot_be_drawn_is_said_in_a_sentence(news: Session, options: ExportOptions, said: str) -> None:
    with pytest.raises(ExportError, match=said):
        pages_of(news, options, paged=False)


@pytest.mark.parametrize("count", [7, 300])
@pytest.mark.parametrize("paged", [False, True], ids=["one page", "pages"])
def test_a_picture_in_lanes_has_their_heads_and_hides_nothing(
    make_session: MakeSession, count: int, *, paged: bool
) -> None:
    pages = pages_of(make_session(many(count)), ExportOptions(lanes=LaneKind.SOURCE), paged=paged)
    scene = next(placed.block.scene for placed in pages[0].placed if isinstance(placed.block, Drawing))
    assert len(scene.heads) == 1
    assert sum(cluster.count for cluster in scene.clusters) + len(scene.marks) == count


def test_the_legend_says_that_an_event_may_stand_in_several_lanes(news: Session) -> None:
    (page,) = pages_of(news, ExportOptions(lanes=LaneKind.PERSON), paged=False)
    assert "stands in the lane of each" in lines(page)


def test_a_picture_shows_the_eras_of_the_project(news: Session) -> None:
    news.apply(arranging.add(Era(EraId("week"), "The week", parse_edtf("2011-03-28/2011-03-31"), "Conflict")))
    (page,) = pages_of(news, ExportOptions(), paged=False)
    scene = next(placed.block.scene for placed in page.placed if isinstance(placed.block, Drawing))
    assert [text.text for band in scene.eras for text in band.texts] == ["The week"]
