"""The events of a session as a sequence that decodes them when they are asked for, and keeps those used last."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import overload

from timeline_app.model.event import Event
from timeline_app.storage.catalogue import Numbers

KEPT = 20_000
_CHUNK = 500

Fetch = Callable[[Iterable[int]], Mapping[int, Event]]


class Shelf:
    """The events used last, by number; the others are fetched."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._kept: OrderedDict[int, Event] = OrderedDict()

    def take(self, numbers: Sequence[int]) -> list[Event]:
        """The events with these numbers, in this order."""
        missing = [number for number in numbers if number not in self._kept]
        found = self._fetch(missing) if missing else {}
        events = [self._kept[number] if number in self._kept else found[number] for number in numbers]
        for number, event in zip(numbers, events, strict=True):
            self._kept[number] = event
            self._kept.move_to_end(number)
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return events

    def drop(self, numbers: Iterable[int]) -> None:
        """These have changed."""
        for number in numbers:
            self._kept.pop(number, None)


class Events(Sequence[Event]):
    """Events by their numbers in some order. Equal to any sequence of the same events."""

    def __init__(self, numbers: Numbers, shelf: Shelf) -> None:
        self.numbers = numbers
        self._shelf = shelf

    def __len__(self) -> int:
        return len(self.numbers)

    @overload
    def __getitem__(self, index: int) -> Event: ...
    @overload
    def __getitem__(self, index: slice) -> Events: ...
    def __getitem__(self, index: int | slice) -> Event | Events:
        if isinstance(index, slice):
            return Events(self.numbers[index], self._shelf)
        return self._shelf.take([int(self.numbers[index])])[0]

    def __iter__(self) -> Iterator[Event]:
        for start in range(0, len(self), _CHUNK):
            yield from self._shelf.take(self.numbers[start : start + _CHUNK].tolist())

    def __eq__(self, other: object) -> bool:
        if isinstance(other, str) or not isinstance(other, Sequence):
            return NotImplemented
        return len(self) == len(other) and all(mine == its for mine, its in zip(self, other, strict=True))

    def __hash__(self) -> int:
        """Equal to lists, and so as little a key as they are."""
        raise TypeError("Events cannot be hashed.")

    def __repr__(self) -> str:
        return f"Events({list(self[:10])!r}{' …' * (len(self) > 10)})"  # noqa: PLR2004 - enough to see
