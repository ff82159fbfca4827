"""How fast dates are found, beside dateparser's own search, and that time grows with the length of the text.

    python benchmarks/date_speed.py TEXT… [--sample BYTES]

Tags all texts joined (English), again at ten times their length, and hostile texts of a megabyte; searches a sample of
them with ``dateparser.search.search_dates`` with its language given. Prints JSON: megabytes a second, and their ratio.
"""

from __future__ import annotations

import argparse
import json
import time
from collections.abc import Callable
from pathlib import Path

from dateparser.search import search_dates

from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.temporal import parse_edtf

HOSTILE = {
    "digits": "1", "commas": ",", "brackets": "()", "marks": "\u200f\u200b", "years": "1990 ", "days": "5 May ",
    "things": "two days after the invasion ", "told": "The war began on 5 May 1990. Two days after it began he left. ",
}  # fmt: skip
MEGABYTE = 1_000_000


def seconds(work: Callable[[], object]) -> float:
    """How long one call takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def tagging(text: str) -> float:
    """Megabytes of a text that are tagged in a second."""
    published = Publication(parse_edtf("2011-03-31"), "benchmark")
    document = Document(DocumentId("d"), "d", "d", text, "", published, language="en")
    return len(text.encode()) / MEGABYTE / seconds(lambda: tag(document))


def main() -> None:
    """Read the arguments, print the figures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("texts", type=Path, nargs="+")
    parser.add_argument("--sample", type=int, default=30_000, help="characters that dateparser searches")
    arguments = parser.parse_args()
    text = "\n\n".join(path.read_bytes().decode("utf-8", "replace") for path in arguments.texts)
    tagging(text)  # rules are compiled when a text first has a match for them
    sample = text[: arguments.sample]
    searched = len(sample.encode()) / MEGABYTE / seconds(lambda: search_dates(sample, languages=["en"]))
    speed = tagging(text)
    figures = {
        "megabytes": round(len(text.encode()) / MEGABYTE, 2),
        "MB/s": round(speed, 3),
        "MB/s at ten times the length": round(tagging("\n\n".join([text] * 10)), 3),
        "MB/s of search_dates": round(searched, 4),
        "times as fast": round(speed / searched, 1),
        "hostile, seconds a megabyte": {
            name: round(1 / tagging(piece * (MEGABYTE // len(piece.encode()))), 2) for name, piece in HOSTILE.items()
        },
    }
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
