"""Markdown: the text with its markup as it stands; title, author and date from its front matter or first heading.

Front matter is the block of ``name: value`` lines between two ``---`` lines at the top that static site programs write.
"""

from __future__ import annotations

import re

from timeline_app.model.document import Publication
from timeline_app.readers.dates import DateError, publication_date
from timeline_app.readers.decoding import decode
from timeline_app.readers.reader import Reading

ORIGIN = "the document itself"
_LOOKED_AT = 100_000  # code points that hold front matter and first heading, if any
_LONGEST_TITLE = 300
_HASHES = re.compile(r"#{1,6}(?=\s|$)")
_FENCES = ("```", "~~~")
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]+")
_LANGUAGE_CODE = 2  # ISO 639-1; "en-GB" begins with it


class Markdown:
    """Markdown in any dialect: nothing is rendered, so offsets count the raw text."""

    name = "Markdown"
    suffixes = (".md", ".markdown")

    def read(self, data: bytes) -> Reading:
        """The raw text, with what its front matter says."""
        text = decode(data)
        lines = [line.rstrip() for line in text[:_LOOKED_AT].split("\n")]
        fields, body = _front_matter(lines)
        return Reading(
            text,
            title=fields.get("title") or _first_heading(lines[body:]),
            author=fields.get("author", ""),
            language=fields.get("language", fields.get("lang", ""))[:_LANGUAGE_CODE].lower(),
            published=_published(fields.get("date", "")),
        )


def _front_matter(lines: list[str]) -> tuple[dict[str, str], int]:
    """The fields of the front matter, and the number of lines it takes; none and 0 where there is none."""
    fields: dict[str, str] = {}
    if lines[0] != "---":
        return fields, 0
    for number, line in enumerate(lines[1:], 2):
        if line in {"---", "..."}:
            return fields, number
        name, _, value = line.partition(":")
        fields[name.lower()] = value.strip().strip("\"'")
    return {}, 0


def _first_heading(lines: list[str]) -> str:
    """The words of the first heading outside code, without links and emphasis."""
    fenced, above = False, ""
    for line in map(str.strip, lines):
        if line.startswith(_FENCES):
            fenced = not fenced
        elif not fenced and (found := _HASHES.match(line)):
            return _plain(line[found.end() :].strip().rstrip("#"))
        elif not fenced and above and line and not line.strip("="):
            return _plain(above)
        above = line
    return ""


def _plain(heading: str) -> str:
    return _MARKUP.sub(lambda markup: markup[1] or "", heading[:_LONGEST_TITLE]).strip()


def _published(date: str) -> Publication | None:
    """What the document says of its date; what is no ISO date says nothing."""
    try:
        return Publication(publication_date(date), ORIGIN)
    except DateError:
        return None
