"""How a document was read: in which language, and from what its dates were counted; for people to see and to change."""

from __future__ import annotations

from collections import Counter

from timeline_app.extraction.options import Counting
from timeline_app.model.document import Document
from timeline_app.model.event import AnchorOrigin, Tagging

LANGUAGES = ("en", "de", "fr", "es", "it", "pt", "nl", "ru", "uk", "el", "ar", "zh")
"""The languages whose dates are read, in ISO 639-1."""


def language_of(document: Document) -> str:
    """The language that a document is read in, in ISO 639-1: what a person chose, else what it is in; "" if unknown."""
    if document.chosen_language or document.language:
        return document.chosen_language or document.language
    from timeline_app.extraction.detection import detected_language  # noqa: PLC0415 - reads its word lists

    return detected_language(document.text)


def counting_of(tagging: Tagging) -> Counting:
    """How most of a document's incomplete dates were counted; ``BY_ITSELF`` where none had to be."""
    origins = Counter(timex.anchor.origin for timex in tagging.expressions if timex.anchor)
    news, history = origins[AnchorOrigin.PUBLICATION], origins[AnchorOrigin.MENTION] + origins[AnchorOrigin.EVENT]
    if not news and not history:
        return Counting.BY_ITSELF
    return Counting.NEWS if news >= history else Counting.HISTORY
