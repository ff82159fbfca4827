from __future__ import annotations

import pytest
from PySide6.QtCore import QLocale
from PySide6.QtGui import QGuiApplication

from timeline_app.layout.customs import ENGLISH
from timeline_app.layout.words import range_in_words
from timeline_app.model import civil
from timeline_app.render.customs import customs_of, names_of


@pytest.mark.parametrize(
    ("locale", "first", "weekend"),
    [
        ("en_GB", 0, (5, 6)), ("de_DE", 0, (5, 6)), ("en_US", 6, (5, 6)), ("ar_EG", 5, (4, 5)),
        ("he_IL", 6, (4, 5)), ("fa_IR", 5, (4,)),
    ],
)  # fmt: skip
def test_the_week_is_that_of_the_locale(locale: str, first: int, weekend: tuple[int, ...]) -> None:
    customs = customs_of(QLocale(locale))
    assert (customs.first, customs.weekend) == (first, weekend)


@pytest.mark.parametrize("locale", ["C", "en_GB", "en_US", "en_AU"])
def test_who_reads_english_reads_dates_as_everywhere_in_the_program(locale: str) -> None:
    assert names_of(QLocale(locale)) is ENGLISH


@pytest.mark.parametrize(
    ("locale", "days", "across", "month"),
    [
        ("de_DE", "28.–31. März 2011", "28. März – 2. April 2011", "März 2011"),
        ("fr_FR", "28–31 mars 2011", "28 mars – 2 avril 2011", "mars 2011"),
        ("es_ES", "28–31 de marzo de 2011", "28 de marzo – 2 de abril de 2011", "marzo de 2011"),
        ("ru_RU", "28–31 марта 2011", "28 марта – 2 апреля 2011", "март 2011"),
        ("cs_CZ", "28.–31. března 2011", "28. března – 2. dubna 2011", "březen 2011"),
        ("hu_HU", "2011. március 28–31.", "2011. március 28. – április 2.", "2011. március"),
        ("ja_JP", "2011年3月28–31日", "2011年3月28日 – 4月2日", "2011年3月"),
        ("zh_CN", "2011年3月28–31日", "2011年3月28日 – 4月2日", "2011年3月"),
        ("ko_KR", "2011년 3월 28–31일", "2011년 3월 28일 – 4월 2일", "2011년 3월"),
        ("ar_EG", "28–31 مارس 2011", "28 مارس – 2 أبريل 2011", "مارس 2011"),
        ("he_IL", "28–31 במרץ 2011", "28 במרץ – 2 באפריל 2011", "מרץ 2011"),
    ],
)
def test_ranges_are_in_the_words_and_the_order_of_the_locale(locale: str, days: str, across: str, month: str) -> None:
    names, at = names_of(QLocale(locale)), civil.to_seconds
    assert range_in_words(at(2011, 3, 28), at(2011, 4, 1), names)[0] == days
    assert range_in_words(at(2011, 3, 28), at(2011, 4, 3), names)[0] == across
    assert range_in_words(at(2011, 3), at(2011, 4), names)[0] == month


def test_every_locale_of_the_toolkit_gives_names() -> None:
    language, script, land = QLocale.Language.AnyLanguage, QLocale.Script.AnyScript, QLocale.Country.AnyCountry
    locales = QLocale.matchingLocales(language, script, land)
    assert len(locales) > 300
    for locale in locales:
        names = names_of(locale)
        assert all((*names.months, *names.short_months, *names.weekdays)), locale.name()
        assert names.of_day(12, 31).strip() == names.of_day(12, 31)


def test_the_same_names_are_one_object() -> None:
    assert names_of(QLocale("de_DE")) is names_of(QLocale("de_DE"))
    assert names_of(QLocale("de_DE")) is not names_of(QLocale("fr_FR"))


def test_names_that_no_font_can_write_are_english(monkeypatch: pytest.MonkeyPatch) -> None:
    assert QGuiApplication.instance() is not None
    monkeypatch.setattr("timeline_app.render.customs.names_of", lambda _: _unwritable())
    assert customs_of(QLocale("de_DE")).names is ENGLISH


def _unwritable() -> object:
    names = names_of(QLocale("de_DE"))
    return type(names)(("\U0010fffd",) * 12, *(getattr(names, each) for each in names.__slots__[1:]))
