"""How well dates are read: run the tagger over annotated corpora and score it with a scorer program.

    python benchmarks/date_accuracy.py SCORER CORPUS… [--part all|tune|held-out] [--language CODE] [--errors FOLDER]

A corpus folder holds text/<doc>.txt, dct/<doc>.txt (the ISO date of writing) and gold/<doc>.json. SCORER is called as
``SCORER CORPUS PREDICTIONS [--dates-only] --json``. No document type is given to the tagger. The held-out third of the
documents is chosen by a hash of their names. Prints a table, and the speed of reading all texts.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

from timeline_app.extraction.tagging import tag
from timeline_app.model.document import Document, DocumentId, Publication
from timeline_app.model.temporal import parse_edtf


def held_out(name: str) -> bool:
    """Whether a document belongs to the third that no rule was tuned on."""
    return hashlib.sha256(name.encode()).digest()[0] % 3 == 0


def documents(corpus: Path, part: str, language: str = "") -> list[Document]:
    """The documents of a corpus, or of a part of it, with their date of writing."""
    names = sorted(path.stem for path in (corpus / "gold").glob("*.json"))
    chosen = [name for name in names if part == "all" or held_out(name) == (part == "held-out")]
    read = []
    for name in chosen:
        written = (corpus / "dct" / f"{name}.txt").read_text("utf-8").strip()
        text = (corpus / "text" / f"{name}.txt").read_bytes().decode("utf-8")
        published = Publication(parse_edtf(written[:10]), "corpus") if written else None
        read.append(Document(DocumentId(name), name, name, text, "", published, language=language))
    return read


def predict(read: list[Document], corpus: Path, folder: Path) -> float:
    """Tag all documents, write what the scorer reads, link the gold of the same documents; seconds spent tagging."""
    (folder / "gold").mkdir(parents=True)
    (folder / "predictions").mkdir()
    (folder / "text").symlink_to((corpus / "text").resolve())
    spent = 0.0
    for document in read:
        start = time.perf_counter()
        tagging = tag(document)
        spent += time.perf_counter() - start
        rows = [
            {"start": t.span.start, "end": t.span.end, "text": t.text, "value": t.value, "type": t.type.value}
            for t in tagging.expressions
        ]
        (folder / "predictions" / f"{document.id}.json").write_text(json.dumps(rows), "utf-8")
        (folder / "gold" / f"{document.id}.json").symlink_to((corpus / "gold" / f"{document.id}.json").resolve())
    return spent


def score(scorer: Path, folder: Path, *flags: str) -> str:
    """What the scorer prints."""
    command = [sys.executable, str(scorer), str(folder), str(folder / "predictions"), *flags]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout  # noqa: S603 - named by the user


def main() -> None:
    """Read the arguments, print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("scorer", type=Path)
    parser.add_argument("corpus", type=Path, nargs="+")
    parser.add_argument("--part", choices=("all", "tune", "held-out"), default="all")
    parser.add_argument("--errors", type=Path, help="folder for one list of errors a corpus")
    parser.add_argument("--language", default="", help="ISO 639-1; without it every document's is detected")
    arguments = parser.parse_args()
    print("corpus       docs  value F1      P      R  span F1      P      R  offsets   kB/s")
    for corpus in arguments.corpus:
        read = documents(corpus, arguments.part, arguments.language)
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "run"
            spent = predict(read, corpus, folder)
            dated: dict[str, Any] = json.loads(score(arguments.scorer, folder, "--dates-only", "--json"))
            whole: dict[str, Any] = json.loads(score(arguments.scorer, folder, "--json"))
            if arguments.errors:
                arguments.errors.mkdir(parents=True, exist_ok=True)
                for label, flags in (("dates", ("--dates-only", "--errors")), ("all", ("--errors",))):
                    found = score(arguments.scorer, folder, *flags)
                    (arguments.errors / f"{corpus.name}.{label}.txt").write_text(found, "utf-8")
        value, span = dated["value"], whole["relaxed"]
        speed = sum(len(document.text.encode()) for document in read) / 1000 / spent
        print(
            f"{corpus.name:12}{len(read):5}{value['f1']:10.2f}{value['p']:7.1f}{value['r']:7.1f}{span['f1']:9.2f}"
            f"{span['p']:7.1f}{span['r']:7.1f}{whole['bad_offsets']:9}{speed:7.0f}"
        )


if __name__ == "__main__":
    main()
