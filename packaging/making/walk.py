"""Walks a made program as a seller would: its own check, the sample shop, and a window where there is Xvfb."""

import os
import subprocess
import tempfile
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

from making.places import DIST, LINUX, Failed, run, say, there

PLAY_S = 20  # long enough for the rush that sells more vases than there are
WINDOW_S = 120
SCREEN = "1600x1000x24"
SEEN = ("sale", "booked", "sent", "confirmed", "incident")


def frozen(program: Path) -> None:
    """All of it. What is walked sees nothing of this checkout's environment. Raises `Failed`."""
    with tempfile.TemporaryDirectory(prefix="plimsoll-walk-") as made:
        home = Path(made)
        around = bare(home)
        check([program], around)
        pictures = DIST / "pictures"
        play([program], around, pictures)
        drawn = sorted(found.name for found in pictures.glob("*.png"))
        say(f"{len(drawn)} pictures are in {pictures}.")
        window([program], data(home), around)


def check(command: Sequence[str | Path], around: Mapping[str, str]) -> None:
    """Its version, and its own check: a count among others."""
    say(run([*command, "--version"], around=around).strip())
    say(run([*command, "--self-check"], around=around, patience_s=300).strip())


def play(command: Sequence[str | Path], around: Mapping[str, str], pictures: Path) -> None:
    """The sample shop without a screen: sales that the others follow, and one too many that opens an incident."""
    played = run([*command, "--offscreen", str(PLAY_S), "--pictures", pictures], around=around, patience_s=300)
    for word in SEEN:
        if f" {word} " not in played:
            raise Failed(f"The sample shop was played and there was no {word}:\n{played[-3000:]}")
    counts = {word: played.count(f" {word} ") for word in SEEN}
    say(f"The sample shop was played off screen for {PLAY_S} s: {', '.join(f'{n} × {w}' for w, n in counts.items())}.")


def bare(home: Path) -> dict[str, str]:
    """A home of its own, no keyring of the seller's, and nothing that would lead Python to this checkout."""
    folders = {"HOME": home, "XDG_DATA_HOME": home / "data", "XDG_CONFIG_HOME": home / "config"}
    folders |= {"XDG_STATE_HOME": home / "state", "XDG_CACHE_HOME": home / "cache", "XDG_RUNTIME_DIR": home / "run"}
    (home / "run").mkdir(mode=0o700, exist_ok=True)
    unset = dict.fromkeys(("PYTHONPATH", "PYTHONHOME", "DBUS_SESSION_BUS_ADDRESS", "PLIMSOLL_DATA"), "")
    return {name: str(folder) for name, folder in folders.items()} | unset


def data(home: Path) -> Path:
    """Where the sample's inventory lies afterwards."""
    return home / "data" / "Plimsoll" / "sample" / "plimsoll.db"


def window(command: Sequence[str | Path], inventory: Path, around: Mapping[str, str]) -> None:
    """A real window on a virtual screen, and a second start that ends because the first one came forward.

    `inventory`: where the sample's lies afterwards.
    """
    if not (LINUX and there("Xvfb") and there("xdotool")):
        say("No window was opened: that needs Xvfb and xdotool.")
        return
    display = f":{90 + os.getpid() % 900}"
    screen = subprocess.Popen(["Xvfb", display, "-screen", "0", SCREEN, "-nolisten", "tcp"], stderr=subprocess.DEVNULL)
    try:
        _wait_for(Path(f"/tmp/.X11-unix/X{display[1:]}"))  # noqa: S108 - where X servers put it
        shown = {**os.environ, **around, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
        _open_and_close(command, inventory, shown)
    finally:
        screen.terminate()
        screen.wait()


def _open_and_close(command: Sequence[str | Path], inventory: Path, around: dict[str, str]) -> None:
    began = time.monotonic()
    opened = subprocess.Popen([*map(str, command), "--sample"], env=around)
    try:
        find = ["xdotool", "search", "--sync", "--onlyvisible", "--name", "Plimsoll"]
        run(find, around=around, patience_s=WINDOW_S)
        say(f"A window was there after {time.monotonic() - began:.1f} s.")
        run(command, around=around, patience_s=90)
        say("A second start ended at once and left the first one running.")
        if opened.poll() is not None:
            raise Failed(f"Plimsoll ended by itself with {opened.returncode}.")
        opened.terminate()
        code = opened.wait(timeout=60)
        if code:
            raise Failed(f"Plimsoll was asked to end and ended with {code}.")
        if not inventory.exists():
            raise Failed(f"The sample shop was open, and there is no {inventory}.")
        say("It was asked to end, ended cleanly, and its data is there.")
    finally:
        if opened.poll() is None:
            opened.kill()
            opened.wait()


def _wait_for(path: Path, patience_s: float = 10) -> None:
    until = time.monotonic() + patience_s
    while not path.exists():
        if time.monotonic() > until:
            raise Failed(f"{path} did not come.")
        time.sleep(0.1)
