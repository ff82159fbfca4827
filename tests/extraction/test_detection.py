"""The language of a document is told by its script and small words, and is empty when unsure."""

import pytest

from timeline_app.extraction.detection import detected_language
from timeline_app.extraction.options import Options
from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, DocumentId

TEXTS = {
    "en": "The president said on Tuesday that he would not be at the meeting, which was to have been held in May.",
    "de": "Der Präsident sagte am Dienstag, dass er nicht zu dem Treffen kommen werde, das im Mai stattfinden sollte.",
    "fr": "Le président a dit mardi qu'il ne serait pas à la réunion qui devait se tenir en mai dans la capitale.",
    "es": "El presidente dijo el martes que no estaría en la reunión que se iba a celebrar en mayo en la capital.",
    "it": "Il presidente ha detto martedì che non sarebbe stato alla riunione che si doveva tenere a maggio.",
    "pt": "O presidente disse na terça-feira que não estaria na reunião que se devia realizar em maio no país.",
    "nl": "De president zei dinsdag dat hij niet aanwezig zou zijn bij de vergadering die in mei werd gehouden.",
    "ru": "Президент заявил во вторник, что он не будет на встрече, которая должна была пройти в мае.",
    "uk": "Президент заявив у вівторок, що він не буде на зустрічі, яка мала відбутися у травні.",  # noqa: RUF001 - Ukrainian letters
    "el": "Ο πρόεδρος είπε την Τρίτη ότι δεν θα είναι στη συνάντηση.",  # noqa: RUF001 - Greek letters
    "ar": "قال الرئيس يوم الثلاثاء إنه لن يحضر الاجتماع الذي كان من المقرر عقده في مايو.",
    "zh": "总统周二表示，他不会出席原定于五月举行的会议。",  # noqa: RUF001 - Chinese signs
    "ja": "大統領は火曜日に、五月に開かれる会議には出席しないと述べた。",
    "ko": "대통령은 화요일 회의에 참석하지 않겠다고 말했다.",
    "sv": "Presidenten sade på tisdagen att han inte skulle vara med på mötet som var planerat till maj.",
    "pl": "Prezydent powiedział we wtorek, że nie będzie go na spotkaniu, które miało się odbyć w maju.",
    "": "1989 Berlin 3.3.2011",
}


@pytest.mark.parametrize(("code", "text"), TEXTS.items(), ids=[code or "unsure" for code in TEXTS])
def test_the_language_of_a_sentence_is_told(code: str, text: str) -> None:
    assert detected_language(text) == code


def test_a_long_text_costs_no_more_than_its_samples() -> None:
    assert detected_language(TEXTS["de"] * 50_000) == "de"


def document(text: str, language: str = "") -> Document:
    return Document(DocumentId("d"), "d", "d", text, "", language=language)


def test_the_detected_language_chooses_the_rules() -> None:
    text = TEXTS["fr"] + " Il est né le 3 mars 1920."
    assert [timex.value for timex in tag(document(text)).expressions if timex.text == "le 3 mars 1920"] == [
        "1920-03-03"
    ]


def test_a_chosen_language_goes_before_the_document_s_and_that_before_the_detected() -> None:
    text = TEXTS["en"] + " El 3 de marzo de 1920."
    spanish = {timex.text for timex in tag(document(text, "es")).expressions}
    german = {timex.text for timex in tag(document(text, "es"), Options("de")).expressions}
    assert "El 3 de marzo de 1920" in spanish
    assert "El 3 de marzo de 1920" not in german


def test_a_language_without_rules_is_read_for_dates_in_numbers_alone() -> None:
    text = TEXTS["sv"] + " Den 3 mars 2011 och 31.03.2011 och 2011-04-01, May 3, 2011."
    assert [timex.text for timex in tag(document(text)).expressions] == ["31.03.2011", "2011-04-01"]


@pytest.mark.parametrize("tagged", ["en-GB", "EN", "en_US"])
def test_a_region_after_the_language_changes_nothing(tagged: str) -> None:
    assert [timex.value for timex in tag(document("It began on May 3, 1920.", tagged)).expressions] == ["1920-05-03"]
