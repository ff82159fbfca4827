"""Laying pages out: title, timeline, legend, and the numbered quotes with their sources.

Everything is drawn as large as a page of the given size can hold whole. Nothing is left out in silence: what finds no
room even when drawn small continues on further pages, or, where the kind of file has none, is counted in a line.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from math import ceil

from timeline_app.exporters.evidence import Spread, spread
from timeline_app.exporters.legend import legend
from timeline_app.exporters.matter import Matter, counted
from timeline_app.exporters.options import ExportOptions, page_size
from timeline_app.exporters.page import Block, Drawing, Page, Placed
from timeline_app.exporters.paragraphs import Paragraph, paragraph
from timeline_app.exporters.references import Reference, references
from timeline_app.exporters.timeline import Timeline
from timeline_app.render.theme import Theme, load_theme

PAPER = (1123.0, 794.0)  # A4 landscape
USUAL_WIDTH = 1280.0
_ZOOMS = (1.5, 1.4, 1.3, 1.2, 1.1, 1.0, 0.9, 0.8, 0.7, 0.6)
_READABLE = 0.8  # a smaller zoom is chosen only where there are no further pages
_HIGHEST = 12.0  # times its width: how high a picture without a given size may get
_GAP = 14.0
_NOTE = 44.0  # for up to two lines that count what is missing, and the gap above
_ENDLESS = 1e6
_LEAST_LIST = 100.0  # a list with less room than that is not begun
_SHARE = 0.6  # of a page that cannot hold even the timeline whole, for what fits of it
_ROOMY = 900.0  # from this width on margins and title are large


@dataclass(frozen=True, slots=True, eq=False)
class _Sheet:
    """What all pages of one file share: blocks are laid out on ``size / zoom`` and drawn at ``zoom``."""

    title: str
    size: tuple[float, float]
    zoom: float
    theme: Theme

    @property
    def width(self) -> float:
        """Before the zoom."""
        return self.size[0] / self.zoom

    @property
    def height(self) -> float:
        """Before the zoom."""
        return self.size[1] / self.zoom

    @property
    def margin(self) -> float:
        """Free on all four sides."""
        return 32.0 if self.width >= _ROOMY else 16.0

    @property
    def inner(self) -> float:
        """Width between the margins."""
        return self.width - 2 * self.margin

    def text(self, words: str, size: int, weight: int = 400, color: str = "muted") -> Paragraph:
        """Words across the page."""
        return paragraph(words, self.theme.family("sans", size, weight), self.theme.color(color), self.inner)

    def page(self, placed: tuple[Placed, ...]) -> Page:
        """A page of these blocks."""
        return Page(self.title, *self.size, self.zoom, self.theme, placed)


@dataclass(frozen=True, slots=True, eq=False)
class _Draft:
    """A page for the timeline: what stands above and below it, and the ``room`` that it shares with the quotes."""

    sheet: _Sheet
    timeline: Timeline
    header: tuple[Block, ...]
    footer: Block

    @property
    def room(self) -> float:
        """Height left for the timeline and the quotes."""
        taken = sum(block.height for block in (*self.header, self.footer))
        return self.sheet.height - taken - 3 * _GAP - 2 * self.sheet.margin

    @property
    def wanted(self) -> float:
        """Height at which the timeline shows all its rows."""
        return self.timeline.natural(self.sheet.inner).view.height

    def listed(self, quotes: Sequence[Reference], height: float) -> Spread:
        """The quotes that fit below a timeline of ``height``."""
        return spread(quotes, self.sheet.inner, max(self.room - height, 0.0), self.sheet.theme)

    def page(self, quotes: Spread, missing: int) -> Page:
        """The finished page, the timeline as high as the quotes leave it; a line counts what is missing."""
        height = self.room - quotes.height
        scene = self.timeline.scene(self.sheet.inner, height)
        if missing or self.timeline.hidden(scene):
            scene = self.timeline.scene(self.sheet.inner, height - _NOTE)
        words = _missing(missing, self.timeline.hidden(scene))
        note = (self.sheet.text(words, 11, 600),) if words else ()
        listed = (quotes,) if quotes.count else ()
        blocks = (Drawing(scene, self.sheet.theme), self.footer, *listed, *note)
        return self.sheet.page(_stacked(self.sheet.margin, self.header, *blocks))


def compose(matter: Matter, options: ExportOptions, *, paged: bool) -> tuple[Page, ...]:
    """The pages of a picture of ``matter``; one, unless ``paged``.

    Raises:
        ExportError: the options cannot be met.

    """
    size = page_size(options) or (PAPER if paged else None)
    theme = load_theme(options.theme).with_categories(matter.own_categories)
    timeline = Timeline(matter, options.scale, theme, options.customs)
    title = matter.title(options.title)
    quotes = references(matter.events, matter.documents, title)
    if size is None:
        return (_of_natural_height(title, timeline, quotes),)
    drafts = [partial(_draft, title, size, zoom, timeline) for zoom in _ZOOMS]
    tried = drafts[: _ZOOMS.index(_READABLE) + 1] if paged else drafts
    whole = (page for draft in tried if (page := _whole(draft(), quotes)))
    if page := next(whole, None):
        return (page,)
    if not paged:
        return (_cut(drafts[-1](), quotes),)
    plain = _ZOOMS.index(1.0)
    return tuple(_on_pages([draft() for draft in drafts[plain:]], quotes))


def _draft(title: str, size: tuple[float, float], zoom: float, timeline: Timeline) -> _Draft:
    sheet = _Sheet(title, size, zoom, timeline.theme)
    heading = sheet.text(title, 24 if sheet.width >= _ROOMY else 17, 700, "text")
    summary = sheet.text(f"{timeline.matter.summary()} · {timeline.natural(sheet.inner).chip}", 12)
    return _Draft(
        sheet,
        timeline,
        (heading, summary),
        legend(timeline.matter.events, sheet.theme, sheet.inner, timeline.matter.lanes.kind),
    )


def _of_natural_height(title: str, timeline: Timeline, quotes: Sequence[Reference]) -> Page:
    """A picture as high as it has to be, within reason."""
    most = _draft(title, (USUAL_WIDTH, _HIGHEST * USUAL_WIDTH), 1.0, timeline)
    listed = most.listed(quotes, most.wanted)
    if listed.count < len(quotes):
        return _cut(most, quotes)
    height = ceil(most.sheet.height - most.room + most.wanted + listed.height)
    return _draft(title, (USUAL_WIDTH, height), 1.0, timeline).page(listed, 0)


def _whole(draft: _Draft, quotes: Sequence[Reference]) -> Page | None:
    """The page with everything on it, or None where it has no room for that."""
    listed = draft.listed(quotes, draft.wanted)
    return draft.page(listed, 0) if listed.count == len(quotes) else None


def _cut(draft: _Draft, quotes: Sequence[Reference]) -> Page:
    """One page with as much as it can hold, the timeline before the quotes."""
    room = draft.room - _NOTE
    height = draft.wanted if draft.wanted <= room else max(_SHARE * room, room - _LEAST_LIST)
    listed = draft.listed(quotes, height + _NOTE if room - height >= _LEAST_LIST else draft.room)
    return draft.page(listed, len(quotes) - listed.count)


def _on_pages(drafts: Sequence[_Draft], quotes: Sequence[Reference]) -> Iterator[Page]:
    """The timeline as large as a page has room for it, and the quotes from below it on to further pages.

    ``drafts`` begin with the plain one, at which the further pages are drawn.
    """
    draft = next((draft for draft in drafts if draft.wanted <= draft.room), drafts[-1])
    begun = draft.listed(quotes, draft.wanted if draft.room - draft.wanted >= _LEAST_LIST else draft.room)
    yield draft.page(begun, 0)
    sheet = drafts[0].sheet
    quotes = quotes[begun.count :]
    while quotes:
        heading = sheet.text(f"{sheet.title} · quotes from [{quotes[0].number}] on", 12)
        room = sheet.height - 2 * sheet.margin - heading.height - _GAP
        listed = spread(quotes, sheet.inner, room, sheet.theme)
        listed = listed if listed.count else spread(quotes[:1], sheet.inner, _ENDLESS, sheet.theme)
        yield sheet.page(_stacked(sheet.margin, (heading,), listed))
        quotes = quotes[listed.count :]


def _stacked(margin: float, header: Sequence[Block], *blocks: Block) -> tuple[Placed, ...]:
    """The header's blocks close together, the others below them with gaps."""
    placed, y = [], margin
    for block in header:
        placed.append(Placed(block, margin, y))
        y += block.height
    for block in blocks:
        placed.append(Placed(block, margin, y + _GAP))
        y += block.height + _GAP
    return tuple(placed)


def _missing(quotes: int, events: int) -> str:
    """What has no room on the page, in words; empty if nothing."""
    counts = [counted(number, name) for number, name in ((events, "event"), (quotes, "quote")) if number]
    larger = "a larger picture or a PDF" if quotes else "a larger picture or page"  # a PDF has pages for quotes
    return f"No room here for {' and '.join(counts)}; {larger} has more." if counts else ""
