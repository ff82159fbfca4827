"""The dictionary of English words says what lemminflect says of them."""

from __future__ import annotations

import gzip
from pathlib import Path

import lemminflect
import pytest

from timeline_app.extraction.english.lemmas import lemmas_of


def _all_words() -> set[str]:
    table = gzip.decompress(Path(lemminflect.config.lemma_lu_fn).read_bytes()).decode()
    overrides = Path(lemminflect.config.lemma_overrides_fn).read_text(encoding="utf-8")
    return {line.split(",")[0].lower() for line in (*table.splitlines(), *overrides.splitlines())}


def _theirs(word: str) -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = lemminflect.getAllLemmas(word)  # type: ignore[no-untyped-call]
    return found


def test_every_word_of_the_dictionary_reads_as_lemminflect_reads_it() -> None:
    words = _all_words()
    assert len(words) > 50_000
    assert not [word for word in words if dict(lemmas_of(word)) != _theirs(word)]


@pytest.mark.parametrize("word", ["", "flurbled", "co", "a,b", "running"])
def test_a_word_is_found_whole_or_not_at_all(word: str) -> None:
    assert dict(lemmas_of(word)) == _theirs(word)
