"""How a person arranges lanes: by what, under which names, in which order, which of them folded.

Kept in the project as a setting, which may come from a stranger: what of it makes no sense is left out.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from timeline_app.layout.lanes import Label, LaneKind

SETTING = "lanes"
_LONGEST = 200  # code points of a name
_MOST = 10_000  # lanes of which something is kept


@dataclass(frozen=True, slots=True)
class Arranged:
    """The lanes of one kind by their ids: names of their own, the first ones in order, and those that are folded."""

    names: Mapping[str, str] = field(default_factory=dict)
    order: tuple[str, ...] = ()
    folded: frozenset[str] = frozenset()

    def named(self, lane: str, name: str) -> Arranged:
        """With a name for a lane; an empty one gives it back its own."""
        others = {known: given for known, given in self.names.items() if known != lane}
        return replace(self, names={**others, lane: name[:_LONGEST]} if name.strip() else others)

    def toggled(self, lane: str) -> Arranged:
        """With a lane folded, or no longer."""
        return replace(self, folded=self.folded ^ {lane})

    def moved(self, lane: str, place: int, lanes: Iterable[str]) -> Arranged:
        """With a lane at a place, 0 at the top, among ``lanes`` as they stand now."""
        others = [known for known in lanes if known != lane]
        others.insert(min(max(place, 0), len(others)), lane)
        return replace(self, order=tuple(others))

    def sorted(self, labels: Iterable[Label]) -> list[Label]:
        """Labels as they are to be shown: renamed, folded, those with a place first."""
        place = {lane: number for number, lane in enumerate(self.order)}
        shown = [
            replace(label, name=self.names.get(label.id, label.name), folded=label.id in self.folded)
            for label in labels
        ]
        return sorted(shown, key=lambda label: place.get(label.id, len(place)))


@dataclass(frozen=True, slots=True)
class LaneChoice:
    """By what events stand in lanes, and how those of every kind are arranged."""

    kind: LaneKind = LaneKind.NONE
    kinds: Mapping[LaneKind, Arranged] = field(default_factory=dict)

    @property
    def arranged(self) -> Arranged:
        """How the lanes of the chosen kind are arranged."""
        return self.kinds.get(self.kind, Arranged())

    def with_arranged(self, arranged: Arranged) -> LaneChoice:
        """With those of the chosen kind arranged so."""
        return replace(self, kinds={**self.kinds, self.kind: arranged})

    def to_json(self) -> str:
        """As the project keeps it."""
        kinds = {
            str(kind): {"names": dict(each.names), "order": each.order, "folded": sorted(each.folded)}
            for kind, each in self.kinds.items()
            if each != Arranged()
        }
        return json.dumps({"by": str(self.kind), "kinds": kinds}, ensure_ascii=False)

    @classmethod
    def from_json(cls, text: str) -> LaneChoice:
        """What a project keeps; no lanes where that is nothing or nonsense."""
        try:
            kept = json.loads(text)
            by, kinds = LaneKind(kept["by"]), kept["kinds"].items()
            return cls(by, {LaneKind(kind): _arranged(each) for kind, each in kinds})
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            return cls()


NO_LANES = LaneChoice()


def _arranged(kept: dict[str, Any]) -> Arranged:
    names = {lane: name[:_LONGEST] for lane, name in list(kept["names"].items())[:_MOST] if isinstance(name, str)}
    order = [lane for lane in kept["order"][:_MOST] if isinstance(lane, str)]
    folded = [lane for lane in kept["folded"][:_MOST] if isinstance(lane, str)]
    return Arranged(names, tuple(dict.fromkeys(order)), frozenset(folded))
