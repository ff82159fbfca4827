"""What was typed as the date of events and is none, as it is kept in a project, so that no crash loses it."""

from __future__ import annotations

import msgspec

SETTING = "dates that were not understood"
_MOST = 100  # that are kept
_LONGEST = 1000  # characters of one
Who = tuple[str, ...]


def load(kept: str) -> dict[Who, str]:
    """What was typed by the ids of the events; nothing of what a stranger's file may have made of it."""
    try:
        return {ids: text[:_LONGEST] for ids, text in msgspec.json.decode(kept or "[]", type=list[tuple[Who, str]])}
    except msgspec.MsgspecError:
        return {}


def with_text(kept: str, ids: Who, text: str) -> str:
    """What to keep once ``text`` was typed for some events; "" forgets what was kept for them."""
    found = {who: words for who, words in load(kept).items() if who != ids}
    if text:
        found[ids] = text[:_LONGEST]
    latest = list(found.items())[-_MOST:]
    return msgspec.json.encode(latest).decode() if latest else ""
