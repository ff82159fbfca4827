"""HTML: a chronology to print or send, with numbered sources. One file that asks for nothing from elsewhere."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from html import escape
from itertools import groupby

from timeline_app.exporters.sources import Chronology, described
from timeline_app.model.document import Document
from timeline_app.model.event import Citation, Event, Factuality, Flag, Status
from timeline_app.model.wording import Style, in_words

_GLYPHS = {
    Factuality.HAPPENED: "●", Factuality.SAID: "◆", Factuality.PLANNED: "▷",
    Factuality.DENIED: "⊘", Factuality.ALLEGED: "?",
}  # fmt: skip
_STYLE = """
:root { color-scheme: light; }
body { font: 14px/1.45 "Inter", "Noto Sans", "DejaVu Sans", sans-serif; color: #1b2430; max-width: 60rem;
  margin: 2rem auto; padding: 0 1.5rem; }
h1 { font-size: 1.6rem; margin: 0 0 .2rem; }
h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p.summary, .kind, .source { color: #5a6373; }
table { border-collapse: collapse; width: 100%; margin-top: 1rem; }
th { text-align: left; font-size: .85rem; color: #5a6373; border-bottom: 2px solid #5d6676; }
th, td { padding: .4rem .8rem .4rem 0; vertical-align: top; }
td { border-bottom: 1px solid #e3e3dd; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
td.number { text-align: right; color: #5a6373; white-space: nowrap; }
td.date { width: 9.5rem; }
.title { font-weight: 600; }
.kind, .source { font-size: .85rem; }
blockquote { margin: .25rem 0 0; font-family: "Noto Serif", "DejaVu Serif", serif; overflow-wrap: anywhere; }
ol.sources li { margin: .3rem 0; overflow-wrap: anywhere; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 10pt; } @page { margin: 18mm; } }
"""


@dataclass(frozen=True, slots=True)
class HtmlTable:
    """A page with the events in their order, and the sources that they cite."""

    name: str = "HTML page"
    suffixes: tuple[str, ...] = (".html", ".htm")

    def write(self, chronology: Chronology) -> bytes:
        """The page."""
        return "".join(_page(chronology)).encode()


def _page(chronology: Chronology) -> Iterator[str]:
    title = escape(chronology.title)
    yield f'<!DOCTYPE html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
    yield "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">\n"
    yield f"<style>{_STYLE}</style>\n</head>\n<body>\n<h1>{title}</h1>\n"
    yield f'<p class="summary">{escape(_summary(chronology))}</p>\n'
    numbers = {name: number for number, name in enumerate(chronology.sources, 1)}
    numbered = enumerate(chronology.events, 1)
    for is_dated, group in groupby(numbered, key=lambda pair: pair[1].value is not None):
        yield "" if is_dated else "<h2>Without a date</h2>\n"
        yield from _table(group, lambda citation: numbers[citation.document])
    listed = "".join(_source(numbers[name], document) for name, document in chronology.sources.items())
    yield f'<h2>Sources</h2>\n<ol class="sources">\n{listed}</ol>\n' if listed else ""
    yield "</body>\n</html>\n"


def _summary(chronology: Chronology) -> str:
    events, sources = len(chronology.events), len(chronology.sources)
    proposed = sum(event.status is Status.PROPOSED for event in chronology.events)
    counted = f"{events:,} event{'s' * (events != 1)} from {sources:,} source{'s' * (sources != 1)}"
    return f"{counted}; {proposed:,} of them proposed by the program and not yet checked" if proposed else counted


def _table(numbered: Iterable[tuple[int, Event]], number_of: Callable[[Citation], int]) -> Iterator[str]:
    yield "<table>\n<thead><tr><th></th><th>Date</th><th>Event and source</th></tr></thead>\n<tbody>\n"
    for number, event in numbered:
        yield f'<tr><td class="number">{number}</td><td class="date">{escape(_date(event))}</td><td>'
        yield f'<div class="title">{escape(event.title)}</div><div class="kind">{_kind(event)}</div>'
        yield from (_quote(citation, number_of(citation)) for citation in event.citations)
        yield "</td></tr>\n"
    yield "</tbody>\n</table>\n"


def _date(event: Event) -> str:
    if event.value is not None:
        return in_words(event.value, Style.SHORT)
    return str(event.undated or "not placed")


def _kind(event: Event) -> str:
    parts = [event.category, f"{_GLYPHS[event.factuality]} {event.factuality}", str(event.status)]
    parts += [str(flag) for flag in (Flag.KEY, Flag.DISPUTED) if flag in event.flags]
    parts += [", ".join(event.participants)] if event.participants else []
    return escape(" · ".join(parts))


def _quote(citation: Citation, number: int) -> str:
    place = f", {citation.locator}" if citation.locator else ""
    words = " ".join(citation.quote.exact.split())
    link = f'<a href="#source-{number}">[{number}]</a>{escape(place)}'
    return f'<blockquote>“{escape(words)}” <span class="source">{link}</span></blockquote>'


def _source(number: int, document: Document) -> str:
    """A source; its address is a link only where a click could do nothing but open a page."""
    url = escape(document.url)
    is_page = document.url.lower().startswith(("https://", "http://"))
    address = (f' <a href="{url}">{url}</a>' if is_page else f" {url}") if url else ""
    return f'<li id="source-{number}">{escape(described(document))}{address}</li>\n'
