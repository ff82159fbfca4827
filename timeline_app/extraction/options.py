"""What a user can choose about reading a document; picklable."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Options:
    """``language`` in ISO 639-1 overrides the document's own; empty leaves it to the document, then to its words."""

    language: str = ""
