"""Words as cells of a table for other programs: a spreadsheet must show them, never calculate or run them.

A cell that a spreadsheet would take for a formula gets an apostrophe before it, as people write it there themselves;
``unguarded`` gives back any words that ``guarded`` was given.
"""

from __future__ import annotations

import re

_FORMULA = re.compile("'*[=+\\-@\t\r\n|%\uff0b\uff0d\uff1d\uff20]")  # the last four are the full-width ones


def guarded(words: str) -> str:
    """The words as a cell that is no formula."""
    return f"'{words}" if _FORMULA.match(words) else words


def unguarded(cell: str) -> str:
    """The words of a cell that was guarded; any other cell as it is."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
