"""A small screen reader: starts a program, finds its timeline over AT-SPI and prints what it would read out.

Run by Debian's own Python, which has ``gi``; so it imports nothing of this project.
"""

# ruff: noqa: T201 - what it prints is its answer

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import gi  # type: ignore[import-not-found, unused-ignore] # only Debian's Python has it

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, GLib  # type: ignore[import-not-found, unused-ignore]  # noqa: E402

PATIENCE = 40.0  # seconds


def find_list(node: Any, depth: int = 0) -> Any:  # noqa: ANN401 - gi has no types
    """The list called Timeline under a node."""
    if node is None or depth > 12:
        return None
    if node.get_role_name() == "list" and node.get_name() == "Timeline":
        return node
    children = (node.get_child_at_index(number) for number in range(node.get_child_count()))
    return next((found for child in children if (found := find_list(child, depth + 1))), None)


def find_timeline() -> Any:  # noqa: ANN401
    """The timeline of whatever program shows one."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        desktop = Atspi.get_desktop(0)
        for number in range(desktop.get_child_count()):
            try:
                if found := find_list(desktop.get_child_at_index(number)):
                    return found
            except GLib.Error:
                continue  # a program that is just coming or going
        time.sleep(0.3)
    return None


def main() -> None:
    """Listen until a focus was heard."""
    program = subprocess.Popen([*sys.argv[1:2], "-c", sys.argv[2]], stdout=subprocess.PIPE)  # noqa: S603
    assert program.stdout is not None
    program.stdout.readline()
    Atspi.init()
    found = find_timeline()
    if found is not None:
        print(f"list {found.get_name()!r} {found.get_child_count()}")
        for number in range(found.get_child_count()):
            child = found.get_child_at_index(number)
            box = child.get_extents(Atspi.CoordType.SCREEN)
            print(f"{child.get_role_name()} {child.get_name()!r} {box.width}x{box.height}")
        listen()
    (Path(os.environ["XDG_RUNTIME_DIR"]) / "heard").touch()  # the program ends itself
    print("ended", program.wait(30))


def listen() -> None:
    """Print the next events that get the focus."""
    loop = GLib.MainLoop()
    heard: list[str] = []

    def hear(event: Any) -> None:  # noqa: ANN401
        if event.detail1 and event.source.get_role_name() == "list item":
            heard.append(event.source.get_name())
            print(f"focus {heard[-1]!r}")
            if len(heard) > 1:
                loop.quit()

    listener = Atspi.EventListener.new(hear)
    listener.register("object:state-changed:focused")
    GLib.timeout_add(15_000, loop.quit)
    loop.run()


if __name__ == "__main__":
    main()
