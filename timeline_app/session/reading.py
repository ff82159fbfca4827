"""How a document was read: in which language, and from what its dates were counted; for people to see and to change."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from timeline_app.extraction.options import Counting, Order
from timeline_app.model.document import Document, TextSpan
from timeline_app.model.event import AnchorOrigin, Tagging, Timex

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


def other_orders(timex: Timex) -> tuple[Order, ...]:
    """In which orders of day and month the expression would have another date; none where it has one order only."""
    edtf = timex.temporal.edtf if timex.temporal else None
    others = {other.reason for other in timex.derivation.alternatives if other.edtf != edtf}
    return tuple(order for order in Order if order.here in others)


def order_of(tagging: Tagging) -> Order:
    """Which of day and month a document's numbers put first; ``BY_ITSELF`` where none can be read in two ways."""
    found = {other_orders(timex) for timex in tagging.expressions}
    if (Order.DAY,) in found:
        return Order.MONTH
    return Order.DAY if (Order.MONTH,) in found else Order.BY_ITSELF


def changed_by(order: Order, tagging: Tagging) -> int:
    """How many dates of a document another order would change, with those that count from them."""
    numbers = {timex.span for timex in tagging.expressions if order in other_orders(timex)}
    return len(numbers | counted_from(numbers, tagging))


def counted_from(spans: Iterable[TextSpan], tagging: Tagging) -> set[TextSpan]:
    """Where the expressions stand that count from those at ``spans``, or from one that does."""
    anchors = [(timex.span, timex.anchor.span) for timex in tagging.expressions if timex.anchor and timex.anchor.span]
    known, counted = set(spans), set[TextSpan]()
    while new := {span for span, anchor in anchors if anchor in known and span not in known}:
        known |= new
        counted |= new
    return counted
