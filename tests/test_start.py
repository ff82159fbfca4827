from __future__ import annotations

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType

import pytest

START = Path(__file__).parents[1] / "start.py"


@pytest.fixture
def start(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """start.py as a module, standing in an empty checkout."""
    spec = importlib.util.spec_from_file_location("start", START)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("uv.lock", "pyproject.toml"):
        (tmp_path / name).write_text(name)
    monkeypatch.setattr(module, "ROOT", tmp_path)
    monkeypatch.setattr(module, "ENVIRONMENT", tmp_path / ".venv")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv" / "stamp.txt")
    monkeypatch.setattr(module, "PRIVATE_UV", tmp_path / ".uv")
    return module


@pytest.fixture
def ready(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """The same with its set-up done and its last step recorded in ``start.became`` instead of taken."""
    monkeypatch.setattr(start, "set_up", lambda **_: None)
    monkeypatch.setattr(start, "require", lambda needed: monkeypatch.setattr(start, "needed", needed, raising=False))
    monkeypatch.setattr(
        start, "become", lambda arguments: monkeypatch.setattr(start, "became", arguments, raising=False) or 0
    )
    return start


def test_an_older_python_can_read_it_and_is_told_what_is_needed() -> None:
    ast.parse(START.read_text(encoding="utf-8"), feature_version=(3, 6))
    pretend = f"import sys; sys.version_info = (3, 9, 2); exec(open({str(START)!r}, encoding='utf-8').read())"
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)  # noqa: S603 - this very file
    assert done.returncode == 1
    assert "needs Python 3.11 or newer, and this is Python 3.9" in done.stderr


def test_it_imports_only_the_standard_library() -> None:
    tree = ast.parse(START.read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.partition(".")[0] for name in imported} <= sys.stdlib_module_names


@pytest.mark.parametrize(
    ("display", "arguments", "became"),
    [
        pytest.param(":0", [], ["-m", "timeline_app"], id="a screen opens the window"),
        pytest.param(":0", ["a.txt"], ["-m", "timeline_app", "a.txt"], id="files are passed on"),
        pytest.param("", ["tag", "a.txt"], ["-m", "timeline_app", "tag", "a.txt"], id="commands need no screen"),
        pytest.param("", ["--version"], ["-m", "timeline_app", "--version"], id="neither do questions"),
        pytest.param(":0", ["test", "-k", "x"], ["-m", "pytest", "-k", "x"], id="test runs pytest"),
    ],
)
@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_every_further_argument_is_passed_on(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch, display: str, arguments: list[str], became: list[str]
) -> None:
    monkeypatch.chdir(Path.cwd())
    monkeypatch.setenv("DISPLAY", display)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert ready.main(arguments) == 0
    assert ready.became == became


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there is always a screen")
def test_without_a_screen_the_sample_is_drawn_to_a_picture_and_its_place_is_told(
    ready: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("DISPLAY", raising=False)
    monkeypatch.delenv("WAYLAND_DISPLAY", raising=False)
    assert ready.main([]) == 0
    target = str(tmp_path / "libyan-defections-timeline.png")
    assert ready.became == ["-m", "timeline_app", "export", str(ready.SAMPLE), "-o", target]
    told = capsys.readouterr().err
    assert "no screen" in told
    assert target in told


def test_the_environment_is_made_once_and_again_when_the_lock_changes(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[list[str]] = []

    def pretend(command: list[str], wanted: str) -> None:
        calls.append([*command, wanted])
        start.environment_python().parent.mkdir(parents=True, exist_ok=True)
        start.environment_python().touch()

    monkeypatch.setattr(start, "find_uv", lambda: "uv")
    monkeypatch.setattr(start, "call", pretend)
    start.set_up()
    start.set_up()
    assert len(calls) == 1
    start.set_up(development=True)
    start.set_up()
    assert len(calls) == 2
    (start.ROOT / "uv.lock").write_text("another")
    start.set_up()
    assert len(calls) == 3
    assert "--frozen" in calls[-1]


@pytest.mark.parametrize(
    ("windows", "place"),
    [(True, ("Scripts", "python.exe")), (False, ("bin", "python"))],
    ids=["Windows", "elsewhere"],
)
def test_the_environments_python_is_where_the_system_puts_it(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, *, windows: bool, place: tuple[str, str]
) -> None:
    monkeypatch.setattr(start, "WINDOWS", windows)
    assert start.environment_python() == start.ENVIRONMENT.joinpath(*place)


def _fake_programs(folder: Path, monkeypatch: pytest.MonkeyPatch, **bodies: str) -> None:
    for name, body in bodies.items():
        program = folder / name.replace("_", "-")
        program.write_text(f"#!/bin/sh\n{body}\n")
        program.chmod(0o755)
    monkeypatch.setenv("PATH", str(folder))


@pytest.fixture
def missing(start: ModuleType, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Callable[[int], str]:
    """What is said, by root (0) or another user, when Qt's libraries are not there."""

    def said_to(user: int) -> str:
        monkeypatch.setattr(os, "geteuid", lambda: user)
        monkeypatch.setattr(start, "is_there", lambda name: name == "libGL.so.1")
        with pytest.raises(start.SetUpError) as caught:
            start.require(start.DRAWING)
        return str(caught.value)

    _fake_programs(tmp_path, monkeypatch, apt_get="exit 100", apt_cache='test "$2" = libglib2.0-0t64')
    return said_to


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps Qt's libraries in packages")
def test_missing_system_packages_are_named_with_the_command_under_this_systems_names(
    missing: Callable[[int], str],
) -> None:
    assert missing(1000).endswith(
        "sudo apt-get install --yes --no-install-recommends "
        "libegl1 libglib2.0-0t64 libfontconfig1 libdbus-1-3 libxkbcommon0"
    )


@pytest.mark.skipif(sys.platform != "linux", reason="only Linux keeps Qt's libraries in packages")
def test_root_gets_them_installed_and_a_failure_is_one_sentence(missing: Callable[[int], str]) -> None:
    assert missing(0).startswith("The system packages could not be installed. Try by hand: apt-get install")


def test_a_failing_installation_says_which_and_why(start: ModuleType) -> None:
    with pytest.raises(start.SetUpError, match=r"because the packages could not be installed\. The lines above"):
        start.call([sys.executable, "-c", "raise SystemExit(3)"], "the packages")


def test_a_full_disk_is_told_before_anything_is_fetched(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(start, "ROOM_FOR_SET_UP", 10**18)
    with pytest.raises(start.SetUpError, match="free disk space"):
        start.set_up()
