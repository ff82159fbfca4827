"""From the little language of ``patterns`` to regular expressions over token codes.

Every expression begins with a look at the first code, so that a search passes over most of a text in one step.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import partial

from timeline_app.extraction.lexing import Codes
from timeline_app.extraction.patterns import Pattern
from timeline_app.extraction.shapes import Shape, beginning

DASHES = ("-", "–", "—", "\u2010", "\u2011", "−")
_PART = re.compile(r"(?:(?P<name>\w+)=)?(?P<body>\S+?)(?P<maybe>\?)?")
_SPACED = re.compile(r"\(|\)\?|\)|\S+")
_ALIASES = {"-": DASHES, "'": ("'", "’"), "'s": ("'s", "’s")}


def literals(pattern: str) -> frozenset[str]:
    """The words and signs a pattern names."""
    words: set[str] = set()
    for piece in _SPACED.findall(pattern):
        part = _PART.fullmatch(piece)
        if part and piece not in {"(", ")", ")?", "|"} and not part["body"].startswith("{") and part["body"] != "(":
            words.update(_words(part["body"]))
    return frozenset(words)


class Compiler:
    """Makes the patterns of one language ready; ``named`` holds what ``{@name}`` stands for."""

    def __init__(self, codes: Codes, named: dict[str, str]) -> None:
        self._codes, self._named = codes, named
        self._inner: dict[str, str] = {}
        self._shapes: dict[str, Shape] = {}

    def compile(self, pattern: str) -> Pattern:
        """The pattern, which becomes a regular expression over codes when it is needed."""
        return Pattern(self._shape(pattern), partial(self._made, pattern))

    def _made(self, pattern: str) -> tuple[re.Pattern[str], dict[str, str]]:
        """The regular expression of a pattern, and the classes of its names."""
        classes: dict[str, str] = {}
        begins, empty = beginning(self._shape(pattern))
        ahead = "" if empty or not begins else f"(?=[{re.escape(''.join(sorted(begins)))}])"
        return re.compile(ahead + self._translated(pattern, classes)), classes

    def _translated(self, pattern: str, classes: dict[str, str] | None) -> str:
        """The regular expression; ``classes`` None leaves out all names, as inside another pattern."""
        out: list[str] = []
        used: dict[str, int] = {}

        def opened(name: str | None) -> str:
            if classes is None or not name:
                return "(?:"
            used[name] = used.get(name, 0) + 1
            return f"(?P<{name}>" if used[name] == 1 else f"(?P<{name}__{used[name]}>"

        for piece in _SPACED.findall(pattern):
            part = _PART.fullmatch(piece)
            if piece in {")", ")?", "|"}:
                out.append(piece)
            elif piece == "(" or piece.endswith("=("):
                out.append(opened(piece[:-2]))
            elif part and part["body"].startswith("{"):
                kind, _, alias = part["body"][1:-1].partition(":")
                name = part["name"] or alias or kind.removeprefix("@")
                if classes is not None:
                    classes[name] = kind.removeprefix("@")
                out.append(f"{opened(name)}{self._kind(kind)}){part['maybe'] or ''}")
            elif part:
                chars = self._matching(f"={word}" for word in _words(part["body"]))
                out.append(f"{opened(part['name'])}[{re.escape(chars)}]){part['maybe'] or ''}")
        return "".join(out)

    def _kind(self, kind: str) -> str:
        """The regular expression of classes, or of another pattern."""
        if not kind.startswith("@"):
            chars = self._matching(kind.split("|"))
            return f"[{re.escape(chars)}]" if chars else "(?!)"  # a language may lack a class
        if kind not in self._inner:
            self._inner[kind] = self._translated(self._named[kind[1:]], None)
        return self._inner[kind]

    def _shape(self, pattern: str) -> Shape:
        if pattern not in self._shapes:
            self._shapes[pattern] = self._alternatives(iter(_SPACED.findall(pattern)))[0]
        return self._shapes[pattern]

    def _alternatives(self, pieces: Iterator[str]) -> tuple[Shape, str]:
        """The alternatives up to a closing bracket, and the bracket."""
        rows: list[list[tuple[frozenset[str] | Shape, bool]]] = [[]]
        for piece in pieces:
            if piece in {")", ")?"}:
                return tuple(map(tuple, rows)), piece
            if piece == "|":
                rows.append([])
            else:
                rows[-1].append(self._part(piece, pieces))
        return tuple(map(tuple, rows)), ""

    def _part(self, piece: str, pieces: Iterator[str]) -> tuple[frozenset[str] | Shape, bool]:
        if piece == "(" or piece.endswith("=("):
            inner, closing = self._alternatives(pieces)
            return inner, closing == ")?"
        part = _PART.fullmatch(piece)
        if part is None:
            raise ValueError(piece)
        body, maybe = part["body"], bool(part["maybe"])
        if not body.startswith("{"):
            return frozenset(self._matching(f"={word}" for word in _words(body))), maybe
        kind = body[1:-1].partition(":")[0]
        if kind.startswith("@"):
            return self._shape(self._named[kind[1:]]), maybe
        return frozenset(self._matching(kind.split("|"))), maybe

    def _matching(self, names: Iterable[str]) -> str:
        return "".join(map(self._codes.matching, names))


def _words(body: str) -> list[str]:
    """The words of a part, each in all ways that it is written."""
    given = body.split("|") if len(body) > 1 else [body]
    return [word for one in given for word in _ALIASES.get(one, (one,))]
