"""Files and pasted text to documents, with a clear sentence for whatever cannot be read."""

from __future__ import annotations

import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from timeline_app.model.document import Document, DocumentId, Original, Publication
from timeline_app.readers.decoding import UndecodableError
from timeline_app.readers.metadata import MetadataRow
from timeline_app.readers.reader import Reader, ReadError, Reading

LARGEST = 100 * 1024 * 1024  # bytes
_ID_LENGTH = 16  # hexadecimal digits: a collision among a million documents has odds of one in 10^7


class Located(NamedTuple):
    """A document's file, and the folder it was found through (None where it was named itself)."""

    path: Path
    root: Path | None


def locate(paths: Iterable[Path], readers: Iterable[Reader]) -> Iterator[Located]:
    """Files as named, and for a folder its files of known kinds: all the way down by name, none hidden."""
    suffixes = {suffix for reader in readers for suffix in reader.suffixes}
    for path in paths:
        if not path.is_dir():
            yield Located(path, None)
            continue
        inside = (found for found in path.rglob("*") if found.suffix.lower() in suffixes and found.is_file())
        yield from (Located(found, path) for found in sorted(inside) if not _is_hidden(found, path))


def _is_hidden(path: Path, root: Path) -> bool:
    """Whether it, or a folder between it and ``root``, has a name that begins with a dot."""
    return any(part.startswith(".") for part in path.relative_to(root).parts)


def read_with(
    reader: Reader, path: Path, metadata: MetadataRow | None = None, published: Publication | None = None
) -> Document:
    """The document in a file. ``published`` wins over ``metadata``, and that over what the document says itself.

    Raises:
        ReadError: the file cannot be read, is empty, too large or no text; or its metadata is wrong.

    """
    data, modified = _read_bytes(path)
    try:
        reading = reader.read(data)
    except UndecodableError as error:
        raise ReadError(f"“{path.name}” {error}") from None
    except MemoryError:
        raise ReadError(f"“{path.name}” needs more memory than there is.") from None
    if not reading.text.strip():
        raise ReadError(f"“{path.name}” is empty.")
    found = _document(_legible(path), reading, metadata or MetadataRow(), published, _legible(Path(path.stem)))
    return replace(found, original=Original(hashlib.sha256(data).hexdigest(), len(data), modified))


def document_from_text(text: str, title: str = "", published: Publication | None = None) -> Document:
    """The document of a pasted text; without a title it is called by its first words.

    Raises:
        ReadError: there is nothing but white space.

    """
    if not text.strip():
        raise ReadError("There is no text to add.")
    whole = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")  # a clipboard may hold half a character
    return _document("", Reading(whole, title), MetadataRow(), published, _first_words(whole))


def _document(
    path: str, reading: Reading, row: MetadataRow, published: Publication | None, last_title: str
) -> Document:
    sha256 = hashlib.sha256(reading.text.encode()).hexdigest()
    place = hashlib.sha256(f"{path}\0{sha256}".encode()).hexdigest()
    return Document(
        id=DocumentId(place[:_ID_LENGTH]),
        path=path,
        title=row.title or reading.title or last_title,
        text=reading.text,
        sha256=sha256,
        published=published or row.publication() or reading.published,
        author=row.author or reading.author,
        publisher=row.publisher or reading.publisher,
        url=row.url or reading.url,
        language=row.language or reading.language,
    )


def _legible(path: Path) -> str:
    """The path as text; what is no text in a file's name becomes a replacement character."""
    return os.fsencode(path).decode("utf-8", "replace")


def _read_bytes(path: Path) -> tuple[bytes, int]:
    """A file's bytes, and when it was last changed in nanoseconds."""
    try:
        status = path.stat()
        if stat.S_ISDIR(status.st_mode):
            raise ReadError(f"“{path}” is a folder, not a document.")
        if not stat.S_ISREG(status.st_mode):  # pipes and devices may never end
            raise ReadError(f"“{path}” is not a regular file.")
        if status.st_size > LARGEST:
            raise ReadError(f"“{path.name}” is too large: {status.st_size / 2**20:,.0f} MB; at most 100 MB are read.")
        return path.read_bytes(), status.st_mtime_ns
    except FileNotFoundError:
        raise ReadError(f"There is no file “{path}”.") from None
    except PermissionError:
        raise ReadError(f"“{path}” may not be read: permission denied.") from None
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or str(error)
        raise ReadError(f"“{path}” cannot be read: {reason}.") from None


def _first_words(text: str) -> str:
    words = " ".join(text[:200].split())
    if len(words) <= 60:  # noqa: PLR2004 - a title's length
        return words
    return words[:60].rsplit(" ", 1)[0] + "…"
