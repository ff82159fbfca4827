#!/usr/bin/env python3
"""Sets timeline-app up where it stands and starts it. Needs Python 3.11 with pip, nothing else.

    python3 start.py [ARGUMENT…]        starts the program, passing every argument on (none: the window)
    python3 start.py test [ARGUMENT…]   runs the test suite, passing every argument on to pytest

The first start makes a private environment in ``.venv`` from ``uv.lock``; later starts find it unchanged. Nothing
outside this folder is touched, except that root gets missing system packages installed where apt is at hand. What it
has to say goes to stderr. The syntax is Python 3.6's, so that an older Python can still say what is needed.
"""

import ctypes
import hashlib
import os
import shutil
import ssl
import subprocess
import sys
from pathlib import Path

if sys.version_info < (3, 11):  # noqa: UP036 - this file is what meets an older Python
    sys.exit(
        f"timeline-app needs Python 3.11 or newer, and this is Python {sys.version_info[0]}.{sys.version_info[1]}. "
        "Install a newer one from python.org or your system's packages, then start it with that one: "
        + ("py -3.12 start.py" if os.name == "nt" else "python3.12 start.py")
    )

ROOT = Path(__file__).resolve().parent
ENVIRONMENT = ROOT / ".venv"
STAMP = ENVIRONMENT / "set-up-from.txt"
SAMPLE = ROOT / "seeds" / "libyan-defections.txt"
PRIVATE_UV = ROOT / ".uv"
UV = "uv>=0.13,<1"
WINDOWS = os.name == "nt"
ROOM_FOR_SET_UP = 700_000_000  # bytes: the environment, and the same again while packages are unpacked

# What Qt loads from the system, and the Debian package that has it.
DRAWING = {
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libfontconfig.so.1": "libfontconfig1",
    "libdbus-1.so.3": "libdbus-1-3",
    "libxkbcommon.so.0": "libxkbcommon0",
}
X11 = {
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-shape.so.0": "libxcb-shape0",
}
WAYLAND = {"libwayland-client.so.0": "libwayland-client0", "libwayland-cursor.so.0": "libwayland-cursor0"}
VIRTUAL_SCREEN = {"Xvfb": "xvfb", "xauth": "xauth"}

WITHOUT_QT = {"tag", "extract", "--version", "--help", "-h"}
COMMANDS = WITHOUT_QT | {"export"}


class SetUpError(Exception):
    """Why the program cannot be set up here, in one whole sentence."""


def main(arguments: list[str]) -> int:
    """Set up what the arguments need, then do what they say; returns the exit code."""
    try:
        if arguments[:1] == ["test"]:
            return test(arguments[1:])
        if set(arguments[:1]) & COMMANDS:
            return command(arguments)
        return window(arguments) if has_screen() else picture(arguments)
    except SetUpError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def test(arguments: list[str]) -> int:
    """Run the test suite; what only the tests on a virtual screen need is installed by root, else named."""
    set_up(development=True)
    require(DRAWING)
    try:
        require({**X11, **VIRTUAL_SCREEN})
    except SetUpError as error:
        say(f"{error}\nUntil then the tests that need a screen are skipped.")
    os.chdir(ROOT)
    return become(["-m", "pytest", *arguments])


def command(arguments: list[str]) -> int:
    """Run a command that needs no screen."""
    set_up()
    require({} if arguments[0] in WITHOUT_QT else DRAWING)
    return become(["-m", "timeline_app", *arguments])


def window(arguments: list[str]) -> int:
    """Open the window."""
    set_up()
    require({**DRAWING, **(X11 if os.environ.get("DISPLAY") else {}), **(WAYLAND if on_wayland() else {})})
    return become(["-m", "timeline_app", *arguments])


def picture(arguments: list[str]) -> int:
    """Draw the given documents, else the sample, to a picture in the current folder."""
    documents = arguments or [str(SAMPLE)]
    target = Path.cwd() / f"{Path(documents[0]).stem}-timeline.png"
    set_up()
    require(DRAWING)
    say(f"There is no screen here, so instead of opening a window the timeline is drawn to this picture:\n{target}")
    return become(["-m", "timeline_app", "export", *documents, "-o", str(target)])


def has_screen() -> bool:
    """Whether a window can open: always on Windows and macOS."""
    return sys.platform != "linux" or bool(os.environ.get("DISPLAY")) or on_wayland()


def on_wayland() -> bool:
    """Whether the desktop speaks Wayland."""
    return bool(os.environ.get("WAYLAND_DISPLAY"))


def become(arguments: list[str]) -> int:
    """Let the environment's Python take this process over, so that whoever stops it stops the program."""
    command = [str(environment_python()), *arguments]
    if not WINDOWS:
        os.execv(command[0], command)  # noqa: S606 - no shell is the point
    return subprocess.call(command)  # Windows would return to the prompt at once


def environment_python() -> Path:
    """The Python of the private environment."""
    return ENVIRONMENT / "Scripts" / "python.exe" if WINDOWS else ENVIRONMENT / "bin" / "python"


def set_up(*, development: bool = False) -> None:
    """Make the environment agree with the lock file, unless it already does."""
    if is_set_up(development=development):
        return
    say("Setting up timeline-app in .venv, once; this downloads about 120 MB.")
    require_room()
    uv = find_uv()
    groups = [] if development else ["--no-dev", "--inexact"]
    call([uv, "sync", "--frozen", "--python", sys.executable, *groups], "the packages timeline-app is made of")
    STAMP.write_text(f"{fingerprint()} {'development' if development else ''}\n", encoding="utf-8")


def is_set_up(*, development: bool) -> bool:
    """Whether the environment was made from this lock file, in this place, with the tools that are needed."""
    if not (STAMP.is_file() and environment_python().exists()):
        return False
    made_from, _, tools = STAMP.read_text(encoding="utf-8").strip().partition(" ")
    return made_from == fingerprint() and bool(tools or not development)


def fingerprint() -> str:
    """Digest of what decides the environment's contents: the locked packages, the project's own, and its place."""
    parts = [(ROOT / "uv.lock").read_bytes(), (ROOT / "pyproject.toml").read_bytes(), os.fsencode(ROOT)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()


def require_room() -> None:
    """Say so before the download where the folder cannot take it."""
    if not os.access(ROOT, os.W_OK):
        raise SetUpError(f"The folder {ROOT} cannot be written to. Move it to one that can, then start again.")
    free = shutil.disk_usage(ROOT).free
    if free < ROOM_FOR_SET_UP:
        raise SetUpError(
            f"Setting up timeline-app needs about {ROOM_FOR_SET_UP // 10**6} MB of free disk space in {ROOT}, "
            f"and there are {free // 10**6} MB."
        )


def find_uv() -> str:
    """The private uv, which makes the environment; fetched by pip into a folder of its own, as nothing forbids."""
    folders = os.pathsep.join(str(PRIVATE_UV / name) for name in ("bin", "Scripts"))
    if not shutil.which("uv", path=folders):
        silence = ["-qq", "--disable-pip-version-check", "--root-user-action=ignore"]
        require_pip()
        call(
            [sys.executable, "-m", "pip", "install", *silence, "--upgrade", "--target", str(PRIVATE_UV), UV],
            "the installer uv",
        )
    uv = shutil.which("uv", path=folders)
    if uv is None:
        raise SetUpError(f"pip installed uv, but {PRIVATE_UV} has no uv program; delete that folder and start again.")
    return uv


def require_pip() -> None:
    """Say how to get pip where this Python has none."""
    if subprocess.call(
        [sys.executable, "-m", "pip", "--version"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ):
        raise SetUpError(
            "This Python has no pip, which timeline-app is set up with. "
            + ("Install it with: sudo apt-get install python3-pip" if shutil.which("apt-get") else "")
        )


def call(command: list[str], wanted: str) -> None:
    """Run one step of the set-up, its words to stderr; a failure becomes a sentence that guesses why."""
    settings = {**os.environ, "UV_PROJECT_ENVIRONMENT": str(ENVIRONMENT), "UV_PYTHON_DOWNLOADS": "never"}
    settings.pop("VIRTUAL_ENV", None)
    if ssl.create_default_context().get_ca_certs():
        settings.setdefault("UV_SYSTEM_CERTS", "true")  # so that a company's own certificate counts, as it does for pip
    try:
        code = subprocess.call(command, cwd=ROOT, env=settings, stdout=sys.stderr)
    except OSError as error:
        raise SetUpError(f"{command[0]} could not be started: {error.strerror}.") from error
    if code:
        raise SetUpError(f"Setting up stopped, because {wanted} could not be installed. {likely_reason()}")


def likely_reason() -> str:
    """What most probably stopped an installation; the tool's own last lines stand above it."""
    disks = [shutil.disk_usage(place).free for place in (ROOT, Path.home()) if place.exists()]
    if min(disks) < ROOM_FOR_SET_UP // 10:
        return "The disk is full: make room, then start again."
    return "The lines above say why; most often the network is not there. Starting again continues where it stopped."


def require(needed: dict[str, str]) -> None:
    """Install the system packages that are missing if this is root with apt, else name them and how to get them."""
    if sys.platform != "linux":
        return
    missing = [name for name in needed if not is_there(name)]
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetUpError(
            f"timeline-app needs your system's packages that have {', '.join(missing)}; install them first."
        )
    packages = [name_here(needed[name]) for name in missing]
    install = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    if os.geteuid() != 0:
        raise SetUpError(
            f"timeline-app needs system packages that are missing. Install them with:\n  sudo {' '.join(install)}"
        )
    say(f"Installing system packages: {' '.join(packages)}")
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for step in (["apt-get", "update"], install):
        done = subprocess.run(
            [*step, "-qq"], env=quiet, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
        )
        if done.returncode:
            raise SetUpError(
                f"{done.stderr}The system packages could not be installed. Try by hand: {' '.join(install)}"
            )


def is_there(name: str) -> bool:
    """Whether a shared library loads, or a program is found."""
    if ".so." not in name:
        return shutil.which(name) is not None
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def name_here(package: str) -> str:
    """The package's name on this system: Debian 13 and Ubuntu 24.04 have some under a name with ``t64``."""
    renamed = f"{package}t64"
    known = subprocess.run(
        ["apt-cache", "show", renamed], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=False
    )
    return renamed if known.returncode == 0 else package


def say(sentence: str) -> None:
    """Tell the user, beside whatever the program prints."""
    print(sentence, file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
