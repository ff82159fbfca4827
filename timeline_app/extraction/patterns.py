"""The little language in which rules say what they look for, and what they get to read.

A pattern is a row of parts separated by spaces:

=================  ====================================================================
``last``           the word, also capitalised
``last|next``      one of several
``{month}``        a word of a class of the vocabulary, or a number of a kind (``{day}``, ``{day|ordday}``)
``way=last|next``  any of these, to be read under the name ``way``
``part?``          may be missing
``( a b | c )``    alternatives of several parts; ``(…)?`` may be missing
``{@date}``        another pattern, registered under that name, read as a whole
=================  ====================================================================

Punctuation stands for itself; ``-`` is any dash or hyphen. There is no repetition without a bound, so a search is
linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from timeline_app.extraction.lexing import Tokens
from timeline_app.extraction.meanings import Meaning
from timeline_app.extraction.shapes import Shape
from timeline_app.extraction.vocabulary import Vocabulary
from timeline_app.model.document import TextSpan

_LAST_WORD = re.compile(r"([^\W_]{1,20}|[^\w\s])\s{0,3}$")
_NAME_BEFORE = re.compile(r"(?<![.!?:] )\b[A-Z][A-Za-z]+ $")
_NEXT_WORD = re.compile(r"\s{0,3}([^\W_]{1,20}|[^\w\s])")


@dataclass(frozen=True)
class Pattern:
    """A pattern over token codes. Its regular expression is made when it is first asked for, which takes a while.

    ``shape`` tells where there is anything to find by it: most texts need few of a language's patterns.
    """

    shape: Shape
    make: Callable[[], tuple[re.Pattern[str], dict[str, str]]]

    @cached_property
    def _made(self) -> tuple[re.Pattern[str], dict[str, str]]:
        return self.make()

    @property
    def is_made(self) -> bool:
        """Whether its regular expression is there already."""
        return "_made" in self.__dict__

    @property
    def regex(self) -> re.Pattern[str]:
        """The regular expression."""
        return self._made[0]

    @property
    def classes(self) -> dict[str, str]:
        """Of which class a name's token is."""
        return self._made[1]


@dataclass(frozen=True, slots=True)
class Found:
    """One match of a pattern in a text, to be read by name; a name that did not take part reads as None."""

    tokens: Tokens
    vocabulary: Vocabulary
    pattern: Pattern
    match: re.Match[str]
    inner: Callable[[Tokens, str, int, int], Meaning | None]

    @property
    def span(self) -> TextSpan:
        """Where it stands in the text."""
        return TextSpan(self.tokens.starts[self.match.start()], self.tokens.ends[self.match.end() - 1])

    def at(self, name: str) -> tuple[int, int] | None:
        """The tokens ``[first, last)`` of a name."""
        for group in (name, f"{name}__2", f"{name}__3"):
            if group in self.match.re.groupindex and self.match.start(group) >= 0:
                first, last = self.match.span(group)
                return (first, last) if last > first else None
        return None

    @property
    def before(self) -> str:
        """The word or sign just before it, in small letters."""
        found = _LAST_WORD.search(self.tokens.text, max(0, self.span.start - 24), self.span.start)
        return found[1].lower() if found else ""

    @property
    def titled(self) -> bool:
        """Whether its first word is capitalised as part of a name ("VOA Today", "“This Week With …”")."""
        text, (start, end) = self.tokens.text, self.span
        if not text[start].isupper():
            return False
        words = text[start:end].split()
        return bool(_NAME_BEFORE.search(text, max(0, start - 24), start)) or (
            len(words) > 1 and all(word[0].isupper() for word in words) and not text[start:end].isupper()
        )

    @property
    def after(self) -> str:
        """The word or sign just after it, in small letters."""
        found = _NEXT_WORD.match(self.tokens.text, self.span.end)
        return found[1].lower() if found else ""

    def meaning(self, name: str) -> Meaning | None:
        """What a part ``{@name}`` means."""
        found = self.at(name)
        return self.inner(self.tokens, self.pattern.classes[name], *found) if found else None

    def has(self, name: str) -> bool:
        """Whether the part took part."""
        return self.at(name) is not None

    def span_of(self, name: str) -> TextSpan:
        """Where a part stands in the text.

        Raises:
            KeyError: it took no part.

        """
        found = self.at(name)
        if found is None:
            raise KeyError(name)
        return TextSpan(self.tokens.starts[found[0]], self.tokens.ends[found[1] - 1])

    def text(self, name: str) -> str:
        """A part as written, in small letters; empty where it took no part."""
        return "" if self.at(name) is None else self.tokens.text[slice(*self.span_of(name))].lower()

    def word(self, name: str) -> str:
        """The one token of a part as written; empty where it took no part."""
        found = self.at(name)
        return "" if found is None else self.tokens.word(found[0])

    def value(self, name: str) -> str:
        """What the word stands for in its class; empty where it took no part."""
        known = self.vocabulary.classes.get(self.word(name), {})
        return next((known[kind] for kind in self.pattern.classes.get(name, "").split("|") if kind in known), "")

    def number(self, name: str) -> int:
        """The word's value, or its digits, as a number."""
        return int(self.value(name) or "".join(filter(str.isdecimal, self.word(name))))
