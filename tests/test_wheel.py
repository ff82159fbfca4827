from __future__ import annotations

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the built wheel unpacked, as an installer leaves it."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(folder)]
    subprocess.run(build, cwd=CHECKOUT, check=True, capture_output=True)  # noqa: S603 - our own build
    (wheel,) = folder.glob("*.whl")
    with zipfile.ZipFile(wheel) as archive:
        archive.extractall(folder / "site")
    return folder / "site"


def run(installed: Path, *arguments: str) -> str:
    """What a fresh interpreter that knows the wheel, not the checkout, prints."""
    environment = {**os.environ, "PYTHONPATH": str(installed), "PYTHONIOENCODING": "utf-8"}
    command = [sys.executable, *arguments]
    done = subprocess.run(  # noqa: S603 - our own program
        command, cwd=installed.parent, env=environment, check=True, capture_output=True, text=True, encoding="utf-8"
    )
    return done.stdout


def test_the_wheel_holds_the_fonts_icons_themes_and_the_sample(installed: Path) -> None:
    script = "from timeline_app import assets; print(assets.resources(), assets.sample(), sep='\\n')"
    resources, sample = map(Path, run(installed, "-c", script).splitlines())
    assert resources == installed / "timeline_app" / "resources"
    assert sample.is_relative_to(installed)
    assert sample.read_bytes() == (CHECKOUT / "seeds" / sample.name).read_bytes()
    for folder in ("fonts", "icons", "themes"):
        in_wheel = {path.relative_to(resources) for path in (resources / folder).rglob("*") if path.is_file()}
        in_checkout = {
            path.relative_to(CHECKOUT / "resources") for path in (CHECKOUT / "resources" / folder).rglob("*")
        }
        assert in_wheel == {path for path in in_checkout if (CHECKOUT / "resources" / path).is_file()}


def test_the_program_in_the_wheel_reads_its_sample(installed: Path) -> None:
    events = json.loads(
        run(installed, "-m", "timeline_app", "extract", str(installed / "timeline_app/seeds/libyan-defections.txt"))
    )
    assert sorted(event["edtf"] for event in events) == [
        "1969",
        "2011-03-28/2011-03-31",
        "2011-03-29",
        "2011-03-30",
        "2011-03-31",
        "2011-03-31",
        "2011-03-31",
    ]
