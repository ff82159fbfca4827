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
_FRONT_MATTER = re.compile(r"\s*---[ \t]*\r?\n(.*?)^(?:---|\.\.\.)[ \t]*\r?$", re.DOTALL | re.MULTILINE)
_FIELD = re.compile(r"^(title|author|date|lang|language)[ \t]*:[ \t]*(.*?)[ \t\r]*$", re.IGNORECASE | re.MULTILINE)
_HEADING = re.compile(r"^[ ]{0,3}#{1,6}[ \t]+(.+?)[ \t]*#*[ \t]*\r?$|^(\S.*?)[ \t]*\r?\n=+[ \t]*\r?$", re.MULTILINE)
_MARKUP = re.compile(r"!?\[([^\]]*)\]\([^)]*\)|[*_`]+")
_LANGUAGE_CODE = 2  # ISO 639-1; "en-GB" begins with it


class Markdown:
    """Markdown in any dialect: nothing is rendered, so offsets count the raw text."""

    name = "Markdown"
    suffixes = (".md", ".markdown")

    def read(self, data: bytes) -> Reading:
        """The raw text, with what its front matter says."""
        text = decode(data)
        front = _FRONT_MATTER.match(text)
        fields = {name.lower(): value.strip("\"'") for name, value in _FIELD.findall(front[1])} if front else {}
        return Reading(
            text,
            title=fields.get("title") or _first_heading(text, front.end() if front else 0),
            author=fields.get("author", ""),
            language=fields.get("language", fields.get("lang", ""))[:_LANGUAGE_CODE].lower(),
            published=_published(fields.get("date", "")),
        )


def _first_heading(text: str, start: int) -> str:
    """The words of the first heading, without links and emphasis."""
    found = _HEADING.search(text, start)
    return _MARKUP.sub(lambda markup: markup[1] or "", found[1] or found[2]).strip() if found else ""


def _published(date: str) -> Publication | None:
    """What the document says of its date; what is no ISO date says nothing."""
    try:
        return Publication(publication_date(date), ORIGIN)
    except DateError:
        return None
