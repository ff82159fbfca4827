"""Saved views, eras, own categories and rules about dates to ignore, to their rows and back; each has one row."""

from __future__ import annotations

from typing import TypeVar

from timeline_app.model.arrangement import (
    Arrangement,
    CategoryId,
    Era,
    EraId,
    IgnoreRule,
    IgnoreRuleId,
    Likeness,
    OwnCategory,
    SavedView,
    ViewId,
)
from timeline_app.model.document import DocumentId
from timeline_app.model.temporal import parse_edtf

Arranged = TypeVar("Arranged", SavedView, Era, OwnCategory, IgnoreRule)

KINDS: dict[type[Arrangement], str] = {
    SavedView: "view",
    Era: "era",
    OwnCategory: "category",
    IgnoreRule: "ignore_rule",
}
"""What the history calls each kind."""
COLUMNS = {
    "view": ("views", ("id", "name", "query", "filters", "position")),
    "era": ("eras", ("id", "name", "edtf", "hue")),
    "category": ("own_categories", ("id", "name", "hue", "letter")),
    "ignore_rule": ("ignore_rules", ("id", "likeness", "words", "document")),
}
"""Per kind its table and the columns of it."""


def row_of(record: Arrangement) -> list[str | int | float | None]:
    """The record's row."""
    if isinstance(record, SavedView):
        return [record.id, record.name, record.query, record.filters, record.position]
    if isinstance(record, Era):
        return [record.id, record.name, record.value.edtf, record.hue]
    if isinstance(record, OwnCategory):
        return [record.id, record.name, record.hue, record.letter]
    return [record.id, record.likeness, record.words, record.document]


def arrangement_of(kind: str, row: list[str | int | float | None]) -> Arrangement:
    """The record that has this row.

    Raises:
        ValueError, LookupError, TypeError: the row is no such record's.

    """
    name, *values = (None if value is None else str(value) for value in row)
    texts = [value or "" for value in values]
    if kind == "view":
        return SavedView(ViewId(name or ""), *texts)
    if kind == "era":
        return Era(EraId(name or ""), texts[0], parse_edtf(texts[1]), texts[2])
    if kind == "category":
        return OwnCategory(CategoryId(name or ""), *texts)
    document = DocumentId(texts[2]) if texts[2] else None
    return IgnoreRule(IgnoreRuleId(name or ""), Likeness(texts[0]), texts[1], document)
