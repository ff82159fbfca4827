"""Finds ``resources/`` and ``seeds/``: beside the package in a checkout, inside it in an installed wheel."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resources() -> Path:
    """The folder of icons, fonts, themes and translations."""
    return _folder("resources")


def seeds() -> Path:
    """The folder of the sample documents and their metadata; read-only."""
    return _folder("seeds")


def sample() -> Path:
    """The sample article the window opens on."""
    return seeds() / "libyan-defections.txt"


def _folder(name: str) -> Path:
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parent / name
