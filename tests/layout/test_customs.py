from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.layout.cases import METRICS, event, overlaps, text_box, text_boxes
from timeline_app.layout.columns import Columns
from timeline_app.layout.customs import ENGLISH, Customs, Names
from timeline_app.layout.overview import build_overview
from timeline_app.layout.scale import ScaleKind
from timeline_app.layout.scene import Scene, build_scene
from timeline_app.layout.texts import EventTexts
from timeline_app.layout.view import View
from timeline_app.layout.words import range_in_words
from timeline_app.model import civil
from timeline_app.model.temporal import day_edtf, parse_edtf, year_edtf
from timeline_app.model.wording import in_words

RUSSIAN = Names(
    (
        "январь",
        "февраль",
        "март",
        "апрель",
        "май",
        "июнь",
        "июль",
        "август",
        "сентябрь",
        "октябрь",
        "ноябрь",
        "декабрь",
    ),
    ("янв.", "февр.", "март", "апр.", "май", "июнь", "июль", "авг.", "сент.", "окт.", "нояб.", "дек."),
    (
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ),
    ("янв.", "февр.", "мар.", "апр.", "мая", "июн.", "июл.", "авг.", "сент.", "окт.", "нояб.", "дек."),
    ("пн", "вт", "ср", "чт", "пт", "сб", "вс"),  # noqa: RUF001 - that is Russian
)
NUMBERED = tuple(f"{month}月" for month in range(1, 13))
JAPANESE = Names(
    NUMBERED, NUMBERED, NUMBERED, NUMBERED, tuple("月火水木金土日"), "{y}年{m}{d}日", "{m}{d}日", "{y}年{m}"
)
LONG = Names(("Arvan-khoyordugaar",) * 12, ("Arvan-kh.",) * 12, ("Arvan-khoyordugaar",) * 12, ("Arvan-kh.",) * 12,
             ("baasan",) * 7)  # fmt: skip

EVENTS = tuple(
    event(f"{number}", date)
    for number, date in enumerate(["1969", "2011-03-28", "2011-03-29", "2011-03-30", "2011-03-31", "2011-03-31T13:05"])
)
COLUMNS = Columns.build(EVENTS)


@given(st.integers(-9000 * 365, 9000 * 365), st.integers(0, 800))
def test_english_ranges_are_worded_as_dates_are(day: int, days: int) -> None:
    first, last = day * civil.DAY, (day + days) * civil.DAY
    edtf = day_edtf(first) if not days else f"{day_edtf(first)}/{day_edtf(last)}"
    assert ENGLISH.of_days(civil.from_seconds(first), civil.from_seconds(last)) == in_words(parse_edtf(edtf))


@given(st.integers(-9000, 9000), st.integers(1, 12), st.integers(0, 30))
def test_and_so_are_ranges_of_months(year: int, month: int, months: int) -> None:
    last, other = divmod(year * 12 + month - 1 + months, 12)
    ends = (f"{year_edtf(year)}-{month:02}", f"{year_edtf(last)}-{other + 1:02}")
    one, two = (civil.from_seconds(civil.to_seconds(*at)) for at in ((year, month), (last, other + 1)))
    assert ENGLISH.of_months(one, two) == in_words(parse_edtf(ends[0] if not months else "/".join(ends)))


@pytest.mark.parametrize(
    ("names", "start", "end", "words"),
    [
        (RUSSIAN, (2011, 3, 28), (2011, 4, 1), ("28–31 марта 2011", "28–31 мар. 2011", "март 2011", "2011")),
        (RUSSIAN, (2010, 12, 30), (2011, 1, 2), ("30 декабря 2010 – 1 января 2011", "30 дек. 2010 – 1 янв. 2011",
         "декабрь 2010 – январь 2011", "дек. 2010 – янв. 2011", "2010–2011")),
        (JAPANESE, (2011, 3, 28), (2011, 4, 3), ("2011年3月28日 – 4月2日", "2011年3月 – 4月", "2011")),
        (JAPANESE, (-479, 3), (-479, 5), ("480 BC年3月 – 4月", "480 BC")),
        (RUSSIAN, (2011, 3, 30, 10), (2011, 3, 30, 12),
         ("30 марта 2011, 10:00–12:00", "30 марта 2011", "30 мар. 2011", "март 2011", "2011")),
        (RUSSIAN, (1900,), (1914,), ("1900–1913",)),
    ],
)  # fmt: skip
def test_ranges_in_other_languages(
    names: Names, start: tuple[int, ...], end: tuple[int, ...], words: tuple[str, ...]
) -> None:
    assert range_in_words(civil.to_seconds(*start), civil.to_seconds(*end), names) == words


def scene_of(view: View, names: Names) -> Scene:
    return build_scene(COLUMNS, EventTexts(COLUMNS, EVENTS), view, METRICS, customs=Customs(names=names))


@pytest.mark.parametrize("names", [RUSSIAN, JAPANESE, LONG], ids=["Russian", "Japanese", "very long"])
@pytest.mark.parametrize("kind", list(ScaleKind))
@pytest.mark.parametrize("power", range(0, 24, 3))
def test_no_label_touches_another_in_any_language(names: Names, kind: ScaleKind, power: int) -> None:
    whole = View.fit(COLUMNS, 816.0, 500.0, kind)
    view = whole.zoomed(2.0**power, whole.scale.x(civil.to_seconds(2011, 3, 31)))
    assert not overlaps(text_boxes(scene_of(view, names)))
    overview = build_overview(COLUMNS, view, 816.0, 112.0, METRICS, customs=Customs(names=names))
    assert not overlaps([(text.text, text_box(text)) for text in overview.texts])


@pytest.mark.parametrize(
    ("names", "days", "ticks", "header"),
    [
        (RUSSIAN, 200, {"февраль", "март", "апрель"}, "2010–2011"),
        (RUSSIAN, 8, {"чт 31", "пт 1"}, "март – апрель 2011"),
        (JAPANESE, 8, {"木 31", "金 4月1日"}, "2011年3月 – 4月"),
    ],
)
def test_ticks_and_their_context_are_in_the_readers_language(
    names: Names, days: int, ticks: set[str], header: str
) -> None:
    middle = civil.to_seconds(2011, 3, 31)
    view = View.fit(COLUMNS, 816.0, 500.0, ScaleKind.TRUE).showing(
        middle - days * civil.DAY // 2, middle + days * civil.DAY // 2
    )
    scene = scene_of(view, names)
    assert ticks <= {text.text for text in scene.tick_texts}
    assert scene.stretches[0].texts[0].text == header
