"""A new event that is not saved yet, as it is kept in a project's file, so that no crash costs what was typed.

It is no step of the history. A project may be a stranger's: what does not fit is left out.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import msgspec

from timeline_app.model.document import Document, DocumentId, TextSpan
from timeline_app.model.event import Event, Factuality, Flag, Tagging
from timeline_app.model.temporal import EdtfError, parse_edtf
from timeline_app.ui.editing.entry import entry_from_words, new_entry

SETTING = "event that is not saved"
LONGEST = 2**20  # code points of what is kept

Find = Callable[[DocumentId], tuple[Document, Tagging] | None]


class _Kept(msgspec.Struct, omit_defaults=True):
    """What a person gave; ``span`` are the words of ``document`` that it was made of."""

    title: str
    edtf: str = ""
    by_hand: bool = False
    category: str = ""
    factuality: Factuality = Factuality.HAPPENED
    participants: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    flags: tuple[Flag, ...] = ()
    lane: str = ""
    notes: str = ""
    notes_public: bool = False
    document: str = ""
    span: tuple[int, int] = (0, 0)


def text_of(entry: Event) -> str:
    """What to keep of a new event."""
    cited = entry.citations[0] if entry.citations else None
    kept = _Kept(
        entry.title, entry.value.edtf if entry.value else "", entry.set_by_hand, entry.category, entry.factuality,
        entry.participants, entry.tags, tuple(sorted(entry.flags)), entry.lane, entry.notes, entry.notes_public,
        cited.document if cited else "", (cited.quote.span.start, cited.quote.span.end) if cited else (0, 0),
    )  # fmt: skip
    text = msgspec.json.encode(kept).decode()
    return text if len(text) <= LONGEST else ""


def entry_of(text: str, find: Find) -> Event | None:
    """The new event that was kept, None if there is none; ``find`` gives a document with its expressions."""
    try:
        kept = msgspec.json.decode(text[:LONGEST], type=_Kept)
        value = parse_edtf(kept.edtf) if kept.edtf else None
    except (msgspec.MsgspecError, EdtfError):
        return None
    found = find(DocumentId(kept.document)) if kept.document else None
    span = TextSpan(*kept.span)
    fits = found is not None and 0 <= span.start < span.end <= len(found[0].text)
    entry = entry_from_words(*found, span) if found and fits else new_entry()
    return replace(
        entry, title=kept.title, value=value, set_by_hand=kept.by_hand, category=kept.category or entry.category,
        factuality=kept.factuality, participants=kept.participants, tags=kept.tags, flags=frozenset(kept.flags),
        lane=kept.lane, notes=kept.notes, notes_public=kept.notes_public,
    )  # fmt: skip
