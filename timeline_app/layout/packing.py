"""Packing: boxes put into tracks so that none overlap, as high up as there is room.

A track is 18 px high and one big integer, a bit for every 2 px of width; boxes take several tracks. A box once placed
stays: whoever wants stable rows places the old ones first, in their tracks.
"""

from __future__ import annotations

TRACK = 18.0  # pixels
_BIT = 2.0  # pixels


class Tracks:
    """Which parts of the tracks between two pixels are taken; ``most`` may change."""

    def __init__(self, left: float, right: float, most: int) -> None:
        """Tracks over ``[left, right)``, at most ``most`` of them."""
        self._left = left
        self._bits = max(1, int((right - left) / _BIT) + 1)
        self.most = most
        self._taken: list[int] = []
        self._joined: dict[int, list[int]] = {}
        self._asked = (left, right)  # whose mask is known: who looks for room takes it next
        self._known = self._mask_of(left, right)

    @property
    def used(self) -> int:
        """Number of tracks down to the lowest box."""
        return len(self._taken)

    def fits(self, track: int, left: float, right: float, height: int) -> bool:
        """Whether ``[left, right)`` is free in ``height`` tracks from ``track`` on."""
        return self._free(track, self._mask(left, right), height)

    def first(self, left: float, right: float, height: int, top: int = 0) -> int | None:
        """The highest track from ``top`` on that has room, or None."""
        mask = self._mask(left, right)
        joined = self._join(height)
        for track in range(top, min(len(joined), self.most - height + 1)):
            if not joined[track] & mask:
                return track
        below = max(top, len(self._taken))
        return below if below + height <= self.most else None

    def take(self, track: int, left: float, right: float, height: int) -> None:
        """Mark ``[left, right)`` as taken in ``height`` tracks from ``track`` on."""
        mask = self._mask(left, right)
        grown = max(0, track + height - len(self._taken))
        self._taken += [0] * grown
        for number in range(track, track + height):
            self._taken[number] |= mask
        for tall, joined in self._joined.items():
            joined.extend([0] * grown)
            for number in range(max(0, track - tall + 1), track + height):
                joined[number] |= mask

    def _free(self, track: int, mask: int, height: int) -> bool:
        return not any(taken & mask for taken in self._taken[track : track + height])

    def _join(self, height: int) -> list[int]:
        """For every track what is taken in it and the ``height - 1`` below."""
        if height not in self._joined:
            joined = list(self._taken)
            for offset in range(1, height):
                for number in range(len(joined) - offset):
                    joined[number] |= self._taken[number + offset]
            self._joined[height] = joined
        return self._joined[height]

    def _mask(self, left: float, right: float) -> int:
        if (left, right) != self._asked:
            self._asked, self._known = (left, right), self._mask_of(left, right)
        return self._known

    def _mask_of(self, left: float, right: float) -> int:
        first = min(max(int((left - self._left) // _BIT), 0), self._bits - 1)
        last = min(max(int(-(-(right - self._left) // _BIT)), first + 1), self._bits)
        return ((1 << (last - first)) - 1) << first
