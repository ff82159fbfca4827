"""Wrapping: a text broken between words into lines of a given width, and shortened only as a last resort."""

from __future__ import annotations

from timeline_app.layout.metrics import Metrics, Role

ELLIPSIS = "…"


def wrap(text: str, width: float, role: Role, metrics: Metrics) -> tuple[str, ...] | None:
    """Lines no wider than ``width``, or None where a single word is wider."""
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and metrics.width(longer, role) <= width:
            lines[-1] = longer
        elif metrics.width(word, role) <= width:
            lines.append(word)
        else:
            return None
    return tuple(lines)


def shortened(text: str, width: float, role: Role, metrics: Metrics) -> str:
    """The text, or as many whole words as fit with an ellipsis; a first word too long is cut inside."""
    if metrics.width(text, role) <= width:
        return text
    words = text.split()
    for count in range(len(words) - 1, 0, -1):
        candidate = " ".join(words[:count]).rstrip(",;:–-") + ELLIPSIS
        if metrics.width(candidate, role) <= width:
            return candidate
    letters = words[0] if words else ""
    while letters and metrics.width(letters + ELLIPSIS, role) > width:
        letters = letters[:-1]
    return letters + ELLIPSIS if letters else ""


def wrap_at_most(text: str, width: float, lines: int, role: Role, metrics: Metrics) -> tuple[str, ...]:
    """At most ``lines`` lines no wider than ``width``; the last one ends in an ellipsis where words are left."""
    wrapped = wrap(text, width, role, metrics)
    if wrapped is None:
        return (shortened(text, width, role, metrics),)
    if len(wrapped) <= lines:
        return wrapped
    rest = " ".join(wrapped[lines - 1 :])
    return (*wrapped[: lines - 1], shortened(rest, width, role, metrics))


def first_that_fits(variants: tuple[str, ...], width: float, role: Role, metrics: Metrics) -> str | None:
    """The first of several texts that is no wider than ``width``."""
    return next((text for text in variants if metrics.width(text, role) <= width), None)
