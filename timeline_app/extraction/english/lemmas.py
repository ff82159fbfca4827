"""The dictionary of English words that lemminflect ships, read as the sorted table it is.

``lemmas_of`` gives what ``lemminflect.getAllLemmas`` gives for a word in lower case. lemminflect's own reader makes an
object of each of 80,000 rows and imports NumPy, which takes half a second before the first sentence can be read.
"""

from __future__ import annotations

import gzip
from bisect import bisect_left
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from itertools import takewhile
from pathlib import Path


def lemmas_of(lower: str) -> Mapping[str, tuple[str, ...]]:
    """By part of speech ("VERB", "NOUN", "ADJ", "ADV", "AUX") the lemmas that a word in lower case may have."""
    rows, beginning = _rows(), f"{lower},"
    first = bisect_left(rows, beginning)
    own = takewhile(lambda row: row.startswith(beginning), (rows[at] for at in range(first, len(rows))))
    found = dict(_entry(row) for row in own)
    return found | _overrides().get(lower, {})


def _entry(row: str) -> tuple[str, tuple[str, ...]]:
    _, category, lemmas = row.split(",")
    return category.upper(), tuple(lemmas.lower().split("/"))


@cache
def _rows() -> list[str]:
    """``word,category,lemma/lemma``, in order."""
    return sorted(gzip.decompress((_folder() / "lemma_lu.csv.gz").read_bytes()).decode().splitlines())


@cache
def _overrides() -> Mapping[str, dict[str, tuple[str, ...]]]:
    """What takes the place of the table's rows, and words that are not in it."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for line in (_folder() / "lemma_overrides.csv").read_text(encoding="utf-8").splitlines():
        row = line.strip()
        if row and not row.startswith("#"):
            word, category, lemma = row.split(",")
            found.setdefault(word, {})[category] = (lemma.lower(),)
    return found


def _folder() -> Path:
    """Where lemminflect keeps its tables; the package itself is not imported."""
    spec = find_spec("lemminflect")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError(name="lemminflect")
    return Path(spec.submodule_search_locations[0]) / "resources"
