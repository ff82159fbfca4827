"""Texts that are not in English give events with a title from the clause, in order, and what is certain of each."""

# ruff: noqa: RUF001 - letters that Cyrillic and Latin share are meant here

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest

from timeline_app.extraction.events.abroad.lexicon import lexicon
from timeline_app.extraction.options import Options
from timeline_app.extraction.pipeline import extract
from timeline_app.model.document import Publication
from timeline_app.model.event import Category, Event, Factuality
from timeline_app.model.temporal import parse_edtf
from timeline_app.readers import document_from_text

LANGUAGES = ("de", "fr", "es", "it", "pt", "nl", "ru", "uk", "el", "ar", "zh")


def events_of(language: str, text: str, published: str = "") -> list[Event]:
    publication = Publication(parse_edtf(published), "a test") if published else None
    return list(extract(document_from_text(text, "A text", publication), Options(language=language)).events)


def told(language: str, text: str) -> list[tuple[str, str]]:
    return [(event.value.edtf if event.value else "", event.title) for event in events_of(language, text)]


TITLES = {
    "de verb second": (
        "de",
        "Im März 1848 brach in Berlin die Revolution aus.",
        [("1848-03", "Die Revolution brach in Berlin aus")],
    ),
    "de verb last": (
        "de",
        "Nachdem preußische Truppen im Juli 1849 die Festung erobert hatten, war alles verloren.",
        [("1849-07", "Preußische Truppen hatten die Festung erobert")],
    ),
    "de verb in two parts": (
        "de",
        "Die Versammlung, die am 18. Mai 1848 zusammentrat, war groß.",
        [("1848-05-18", "Die Versammlung trat zusammen")],
    ),
    "de second of two verbs": (
        "de",
        "Seit 1950 leitete sie das Institut und wurde 1957 ausgezeichnet.",
        [("1950/..", "Sie leitete das Institut"), ("1957", "Sie wurde ausgezeichnet")],
    ),
    "de object before a preposition": (
        "de",
        "Der Bundestag hat am 3. Mai 2011 nach einer sehr langen Debatte das Gesetz zur Pflegereform verabschiedet.",
        [("2011-05-03", "Der Bundestag hat das Gesetz zur Pflegereform verabschiedet")],
    ),
    "de born and died": (
        "de",
        "Clara Weidner (* 3. Mai 1901 in Breslau; † 12. Dezember 1978 in Hamburg) war eine Chemikerin.",
        [("1901-05-03", "Clara Weidner geboren in Breslau"), ("1978-12-12", "Clara Weidner gestorben in Hamburg")],
    ),
    "de subject behind a place": (
        "de",
        "Seit 2015 gilt in der Branche der Mindestlohn.",
        [("2015/..", "Der Mindestlohn gilt in der Branche")],
    ),
    "de two verbs of one auxiliary": (
        "de",
        "Die Brücke wurde 1930 dem Verkehr übergeben und im April 1945 von der Wehrmacht gesprengt.",
        [
            ("1930", "Die Brücke wurde dem Verkehr übergeben"),
            ("1945-04", "Die Brücke wurde von der Wehrmacht gesprengt"),
        ],
    ),
    "fr subject and apposition": (
        "fr",
        "Le préfet, nommé en 1870 par Gambetta, démissionna en 1872.",
        [("1870", "Le préfet nommé par Gambetta"), ("1872", "Le préfet démissionna")],
    ),
    "fr aside in a verb": (
        "fr",
        "Les députés ont, sans surprise, adopté le projet de loi mardi 5 mai 2015.",
        [("2015-05-05", "Les députés ont adopté le projet de loi")],
    ),
    "fr range": ("fr", "Le mouvement dura de 1870 à 1871.", [("1870/1871", "Le mouvement dura")]),
    "fr named event": (
        "fr",
        "L'insurrection de 1871 fit une trentaine de morts.",
        [("1871", "Insurrection de 1871")],
    ),
    "es relative clause": (
        "es",
        "El general Lannes, que había llegado en enero de 1809, ordenó el ataque.",
        [("1809-01", "El general Lannes había llegado")],
    ),
    "es two verbs": (
        "es",
        "El segundo sitio comenzó el 21 de diciembre de 1808 y terminó con la rendición el 20 de febrero de 1809.",
        [("1808-12-21", "El segundo sitio comenzó"), ("1809-02-20", "El segundo sitio terminó con la rendición")],
    ),
    "es years in brackets": (
        "es",
        "Elena Ruiz (Sevilla, 4 de marzo de 1911 – Madrid, 9 de octubre de 1987) fue una pintora.",
        [("1911-03-04/1987-10-09", "Elena Ruiz")],
    ),
    "it subject behind a comma": (
        "it",
        "Carlo Alberto, re di Sardegna, dichiarò guerra all'Austria il 23 marzo 1848.",
        [("1848-03-23", "Carlo Alberto dichiarò guerra all'Austria")],
    ),
    "pt between": (
        "pt",
        "Entre 1961 e 1974 Portugal combateu em África.",
        [("[1961..1974]", "Portugal combateu em África")],
    ),
    "nl verb second": (
        "nl",
        "In 1648 werd in Münster de vrede getekend.",
        [("1648", "De vrede werd in Münster getekend")],
    ),
    "ru second of two verbs": (
        "ru",
        "В 1899 году она поступила в Академию, а в 1905 году вышла замуж.",
        [("1899", "Она поступила в Академию"), ("1905", "Она вышла замуж")],
    ),
    "uk range": (
        "uk",
        "З 1930 по 1941 рік Олена Коваль викладала живопис.",
        [("1930/1941", "Олена Коваль викладала живопис")],
    ),
    "el date first": (
        "el",
        "Στις 25 Μαρτίου 1821 ξέσπασε η επανάσταση στην Πελοπόννησο.",
        [("1821-03-25", "Ξέσπασε η επανάσταση στην Πελοπόννησο")],
    ),
    "ar verb first": (
        "ar",
        "في 23 يوليو 1952 قاد الضباط الأحرار انقلابا على الملك فاروق.",
        [("1952-07-23", "قاد الضباط الأحرار انقلابا على الملك فاروق")],
    ),
    "zh no spaces": (
        "zh",
        "李文秀于1905年3月8日出生于苏州。1937年至1945年，中国军民进行了抗日战争。",
        [("1905-03-08", "李文秀出生于苏州"), ("1937/1945", "中国军民进行了抗日战争")],
    ),
}


@pytest.mark.parametrize(("language", "text", "expected"), TITLES.values(), ids=TITLES)
def test_a_title_is_the_clause_of_the_date_without_it(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    assert told(language, text) == expected


NOTHING = {
    "de law": ("de", "Das Gesetz vom 11. Mai 1850 beschränkte die Pressefreiheit."),
    "de stamp": ("de", "Stand: 14.03.2019, 18:20 Uhr"),
    "de source in brackets": ("de", "Die Pressefreiheit wurde beschränkt (Müller 1998)."),
    "fr stamp": ("fr", "Publié le 12 juin 2019 - Mis à jour le 13 juin 2019"),
    "fr byline": ("fr", "Le Journal | 04.05.2015 à 13h36 • Mis à jour le 05.05.2015 | Par Jeanne Morel"),
    "fr if": ("fr", "Si la loi passe en 2030, le prix baissera."),
    "fr date that is stressed": ("fr", "Ce n'est qu'en 1701 que les travaux commencèrent."),
    "es state": ("es", "La historia del castillo se remonta al siglo XII."),
    "es photograph": ("es", "Foto: Agencia Luna, 2021"),
    "es law": ("es", "La ley de 1978 prohíbe los manicomios."),
    "ru law": ("ru", "Закон от 5 апреля 2010 года устанавливает новые правила."),
    "zh stamp": ("zh", "发布时间：2025年3月12日"),
}


@pytest.mark.parametrize(("language", "text"), NOTHING.values(), ids=NOTHING)
def test_a_date_that_only_identifies_makes_no_event(language: str, text: str) -> None:
    assert told(language, text) == []


def test_a_dateline_makes_no_event() -> None:
    text = "PARIS, 12 juin 2019 (AFP) - Le Sénat a adopté le 11 juin 2019 la loi."
    assert told("fr", text) == [("2019-06-11", "Le Sénat a adopté la loi")]


KINDS = {
    "de said": ("de", "Angela Merkel sagte am Dienstag, dass die Steuern sinken.", Factuality.SAID),
    "de planned": ("de", "Die Firma will 2030 ein Werk in Görlitz eröffnen.", Factuality.PLANNED),
    "de denied": ("de", "Ein Sprecher dementierte am Montag den Bericht.", Factuality.DENIED),
    "de alleged": ("de", "Der mutmaßliche Täter wurde am Montag festgenommen.", Factuality.ALLEGED),
    "fr said": ("fr", "« Nous irons jusqu'au bout », a déclaré mardi le ministre.", Factuality.SAID),
    "es denied": ("es", "En 1975 no quiso volver a España.", Factuality.DENIED),
    "ru planned": ("ru", "Компания планирует открыть завод в 2030 году.", Factuality.PLANNED),
    "zh alleged": ("zh", "警方周一在上海逮捕了涉嫌诈骗的两人。", Factuality.ALLEGED),
    "it happened": ("it", "Due uomini sono stati arrestati martedì a Napoli.", Factuality.HAPPENED),
}


@pytest.mark.parametrize(("language", "text", "kind"), KINDS.values(), ids=KINDS)
def test_the_words_tell_whether_it_happened(language: str, text: str, kind: Factuality) -> None:
    assert [event.factuality for event in events_of(language, text, "2021-03-12")] == [kind]


def test_what_was_said_stands_behind_who_said_it() -> None:
    (event,) = events_of("de", "Angela Merkel sagte am Dienstag, dass die Steuern sinken.", "2021-03-12")
    assert (event.title, event.participants) == ("Merkel: Die Steuern sinken", ("Angela Merkel",))


CATEGORIES = {
    "de": ("Am 18. März 1848 wurde der Minister ermordet.", Category.LIFE),
    "fr": ("Elle est élue à l'Académie en 1938.", Category.PERSONNEL),
    "es": ("La policía detuvo a dos hombres el 3 de mayo de 2011.", Category.JUSTICE),
    "uk": ("У 1918 році війська захопили місто.", Category.CONFLICT),
    "zh": ("1984年，他们创立了公司。", Category.BUSINESS),
}


@pytest.mark.parametrize("language", CATEGORIES)
def test_a_trigger_word_tells_the_category(language: str) -> None:
    text, category = CATEGORIES[language]
    assert [event.category for event in events_of(language, text)] == [category]


def test_a_last_name_is_the_person_named_in_full_before() -> None:
    text = "Der Physiker Albert Weber zog 1910 nach Bern. Weber starb 1920 in Zürich."
    assert [event.participants for event in events_of("de", text)] == [("Albert Weber",), ("Albert Weber",)]


def test_titles_are_short_and_differ() -> None:
    text = "Im Jahr 1900 wurde die außerordentlich lange Donaudampfschifffahrtsgesellschaft in Wien gegründet. " * 3
    text += "Im Jahr 1901 wurde die außerordentlich lange Donaudampfschifffahrtsgesellschaft in Wien gegründet. "
    titles = [event.title for event in events_of("de", text)]
    assert len(set(titles)) == len(titles) == 2
    assert all(len(title) <= 60 for title in titles)


def test_a_title_carries_no_marks_of_direction() -> None:
    (event,) = events_of("ar", "في عام 1956 أمم \u2067عبد الناصر\u2069 قناة السويس.")
    assert event.title == "أمم عبد الناصر قناة السويس"


def test_a_language_without_lists_gives_what_stands_around_the_date() -> None:
    (event,) = events_of("sv", "Kungen invigde bron den 2000-07-01 i Malmö.")
    assert event.title.startswith("Kungen invigde bron")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lists_of_a_language_name_categories_and_repeat_no_word(language: str) -> None:
    path = files("timeline_app.extraction").joinpath("data", "events", "abroad", f"{language}.toml")
    table = tomllib.loads(path.read_text(encoding="utf-8"))
    assert table["language"] == language
    assert set(table["categories"]) <= set(Category)
    assert len(lexicon(language).triggers) == len(Category) - 1
