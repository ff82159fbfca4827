"""What an export is asked for, and the one error it raises.

Sizes are pixels of the file; ``dpi`` of them make an inch. A page is laid out in pixels of 1/96 inch, so that
1920x1080 at 96 dpi and 3840x2160 at 192 dpi are the same picture, the second one finer.
"""

from __future__ import annotations

from dataclasses import dataclass

from timeline_app.layout.customs import USUAL, Customs
from timeline_app.layout.lanes import LaneKind
from timeline_app.layout.scale import ScaleKind

LAYOUT_DPI = 96
LEAST_DPI, MOST_DPI = 24, 2400
LEAST_WIDTH, LEAST_HEIGHT = 320, 240  # pixels of 1/96 inch
MOST_SIDE = 19_200  # pixels of 1/96 inch: 200 inches, the most a PDF page can be
THEMES = ("light", "dark")


class ExportError(Exception):
    """Why no picture can be made; the message is a whole sentence."""


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """How the picture is to be. Without a ``size`` it gets a usual one; without a ``title`` the documents name it.

    ``size`` is width and height in pixels of the file. Without ``lanes`` they are those that the project has. The axis
    writes the calendar by ``customs``, alike on every computer unless it is to look as a window does.
    """

    size: tuple[int, int] | None = None
    dpi: int = LAYOUT_DPI
    scale: ScaleKind = ScaleKind.FOLDED
    theme: str = "light"
    title: str = ""
    lanes: LaneKind | None = None
    customs: Customs = USUAL


def page_size(options: ExportOptions) -> tuple[float, float] | None:
    """Width and height in pixels of 1/96 inch, None where the options name no size.

    Raises:
        ExportError: the picture would be too small, too large, too coarse or too fine.

    """
    if not LEAST_DPI <= options.dpi <= MOST_DPI:
        raise ExportError(f"{options.dpi} dpi cannot be drawn; choose from {LEAST_DPI} to {MOST_DPI}.")
    if options.theme not in THEMES:
        raise ExportError(f"There is no theme “{options.theme}”; choose {' or '.join(THEMES)}.")
    if options.size is None:
        return None
    factor = LAYOUT_DPI / options.dpi
    width, height = (side * factor for side in options.size)
    if width < LEAST_WIDTH or height < LEAST_HEIGHT:
        least = (round(LEAST_WIDTH / factor), round(LEAST_HEIGHT / factor))
        raise ExportError(f"A timeline needs at least {least[0]} x {least[1]} pixels at {options.dpi} dpi.")
    if max(width, height) > MOST_SIDE:
        raise ExportError(
            f"A picture may be at most {round(MOST_SIDE / factor):,} pixels wide and high at {options.dpi} dpi."
        )
    return width, height
