"""What holds for the whole program: who may import whom, what is never loaded, what is nowhere to be found."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import timeline_app
from timeline_app.assets import sample

PACKAGE = Path(timeline_app.__file__).parent
MODULES = sorted(PACKAGE.rglob("*.py"))
CONTRACTS = Path(__file__).parents[1] / "pyproject.toml"
CLOCKS = {"today", "now", "utcnow", "time_ns"}


def _python(*arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(PACKAGE.parent)}
    return subprocess.run(  # noqa: S603 - our own program
        [sys.executable, *arguments], capture_output=True, text=True, env=environment, timeout=120, check=False
    )


def _imported(module: Path) -> Iterator[str]:
    """The full names of everything a module imports, at its top or later."""
    for node in ast.walk(ast.parse(module.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _name(module: Path) -> str:
    return ".".join(module.relative_to(PACKAGE).with_suffix("").parts)


def _importers(name: str) -> set[str]:
    """The modules that import something of this name or in it."""
    return {
        _name(module)
        for module in MODULES
        if any(found == name or found.startswith(f"{name}.") for found in _imported(module))
    }


def test_imports_keep_the_contracts() -> None:
    linted = _python("-c", "from importlinter.cli import lint_imports_command; lint_imports_command()", "--no-cache",
                     "--config", str(CONTRACTS))  # fmt: skip
    assert linted.returncode == 0, linted.stdout + linted.stderr


def test_widgets_are_made_in_the_ui_only() -> None:
    widgets = _importers("PySide6.QtWidgets")
    assert {module.partition(".")[0] for module in widgets} <= {"ui"}
    assert widgets, "This test looks for the wrong thing."


def test_one_module_hosts_pyqtgraph_and_one_reads_dateparser() -> None:
    assert _importers("pyqtgraph") <= {"ui.canvas"}
    assert _importers("dateparser") <= {"extraction.vocabulary"}


def test_the_clock_is_read_in_one_place() -> None:
    readers = {
        _name(module)
        for module in MODULES
        for node in ast.walk(ast.parse(module.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS
    }
    assert readers == {"session.session"}


@pytest.mark.parametrize("command", ["tag", "extract"])
def test_reading_commands_never_import_qt(command: str) -> None:
    program = (
        "import sys\n"
        "for name in ('PySide6', 'shiboken6', 'pyqtgraph'): sys.modules[name] = None\n"
        "from timeline_app.cli import run\n"
        f"status = run(['{command}', {str(sample())!r}], lambda files: 99)\n"
        "print(*(name for name, module in sys.modules.items() if module), file=sys.stderr)\n"
        "sys.exit(status)\n"
    )
    done = _python("-c", program)
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("[\n{")
    assert not [name for name in done.stderr.split() if name.startswith(("PySide6", "shiboken6", "pyqtgraph"))]


def test_the_version_is_told_without_loading_the_program() -> None:
    done = _python("-X", "importtime", "-m", "timeline_app", "--version")
    assert done.stdout.startswith("timeline-app ")
    loaded = {line.rpartition("|")[2].strip() for line in done.stderr.splitlines()}
    assert "timeline_app.cli" in loaded
    assert not loaded & {"numpy", "PySide6", "dateparser", "lemminflect", "charset_normalizer", "regex"}
