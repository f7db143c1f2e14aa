"""Upgrading the installed .deb: over an earlier version, with an inventory of each format that was ever released.

The earlier package is this program under a lower number: what an upgrade may break is the data, the settings and the
start with the computer, and those are the seller's of then. Runs in a bare Debian (`making/chroot`).
"""

import gzip
import shutil
import subprocess
import time
from contextlib import closing
from pathlib import Path

from app.autostart import desktop_entry
from app.store.database import reader
from app.store.format import SCHEMA_VERSION
from making import chroot
from making.chroot import HOME, SELLER, Room
from making.debian import NAME
from making.places import BUILD, DIST, ROOT, Failed, fresh, run, say

EARLIER = "0.0.1"
GOLDEN = ROOT / "tests" / "golden"
DATA, CONFIG, START = ".local/share/Plimsoll", ".config/Plimsoll", ".config/autostart/plimsoll.desktop"
SETTINGS = "[window]\nanswered=kept\n"
PATIENCE_S = 120
COUNTED = ("product", "stock_entry", "sales_order", "listing", "shop")


def try_upgrades() -> None:
    """Raises `Failed`."""
    package = DIST / NAME
    if not package.exists():
        raise Failed(f"{package} is not there yet. First: python3 packaging/run.py package frozen deb")
    room = chroot.bare("debian12")
    room.install(_earlier(package))
    homes = {name.stem.removesuffix(".db"): _home(room, name) for name in sorted(GOLDEN.glob("inventory-*.db.gz"))}
    before = {name: _rows(room.outside(home / DATA / "plimsoll.db")) for name, home in homes.items()}
    older = {
        name for name, home in homes.items() if _format(room.outside(home / DATA / "plimsoll.db")) < SCHEMA_VERSION
    }
    was = room.do("dpkg-query", "-W", "plimsoll").split()[1]
    room.install(package)
    say(f"{was} was upgraded to {room.do('dpkg-query', '-W', 'plimsoll').split()[1]}.")
    for name, home in homes.items():
        _start(room, home)
        _see(room, home, name, before[name], changes=name in older)
    shutil.rmtree(room.root)


def _earlier(package: Path) -> Path:
    """The same package under a lower number, not packed: it is only for this."""
    tree = fresh(BUILD / "earlier") / "tree"
    run(["dpkg-deb", "-R", package, tree])
    control = tree / "DEBIAN/control"
    lines = control.read_text(encoding="utf-8").splitlines()
    told = [f"Version: {EARLIER}" if line.startswith("Version:") else line for line in lines]
    control.write_text("\n".join(told) + "\n", encoding="utf-8")
    made = BUILD / "earlier" / f"plimsoll_{EARLIER}.deb"
    run(["dpkg-deb", "--root-owner-group", "-Znone", "--build", tree, made])
    shutil.rmtree(tree)
    return made


def _home(room: Room, inventory: Path) -> Path:
    """A seller who has used Plimsoll for long: an inventory, a setting, and it starts with the computer."""
    home = HOME / inventory.name.partition(".")[0]
    for folder in (DATA, CONFIG, Path(START).parent):
        room.outside(home / folder).mkdir(parents=True)
    room.outside(home / DATA / "plimsoll.db").write_bytes(gzip.decompress(inventory.read_bytes()))
    room.outside(home / CONFIG / "window.ini").write_text(SETTINGS, encoding="utf-8")
    room.outside(home / START).write_text(desktop_entry(["/usr/bin/plimsoll", "--in-tray"]), encoding="utf-8")
    room.do("chown", "-R", f"{SELLER}:{SELLER}", str(home))
    return home


def _start(room: Room, home: Path) -> None:
    """Start the new one on it until it has brought the inventory up to date, and end it."""
    around = {**room.around(), "HOME": str(home), "QT_QPA_PLATFORM": "offscreen"}
    inventory = room.outside(home / DATA / "plimsoll.db")
    started = subprocess.Popen(room.plimsoll(), env=around)
    until = time.monotonic() + PATIENCE_S
    try:
        while _format(inventory) != SCHEMA_VERSION or not list(room.outside(home).rglob("plimsoll.lock")):
            if started.poll() is not None or time.monotonic() > until:
                raise Failed(f"{inventory} was not brought up to date.")
            time.sleep(0.2)
        time.sleep(3)  # it answers the wish to end once its window is there
        started.terminate()
        code = started.wait(timeout=60)
        if code:
            raise Failed(f"Plimsoll was asked to end and ended with {code}.")
    finally:
        if started.poll() is None:
            started.kill()
            started.wait()


def _see(room: Room, home: Path, name: str, before: dict[str, int], *, changes: bool) -> None:
    inventory = room.outside(home / DATA / "plimsoll.db")
    after = _rows(inventory)
    if after != before:
        raise Failed(f"{name}: there were {before}, and there are {after}.")
    if changes and not list(inventory.parent.glob("plimsoll-before-*.db")):
        raise Failed(f"{name}: no backup was made before its format was changed.")
    settings, start = room.outside(home / CONFIG / "window.ini"), room.outside(home / START)
    if "answered=kept" not in settings.read_text(encoding="utf-8"):
        raise Failed(f"{name}: the settings are gone.")
    program = start.read_text(encoding="utf-8").partition("TryExec=")[2].splitlines()[0]
    if not (room.root / program.lstrip("/")).is_symlink():
        raise Failed(f"{name}: what starts with the computer, {program}, is not there.")
    say(f"{name}: format {_format(inventory)} now, {after['stock_entry']} ledger rows, settings and start as before.")


def _format(inventory: Path) -> int:
    with closing(reader(inventory)) as db:
        version: int = db.execute("pragma user_version").fetchone()[0]
        return version


def _rows(inventory: Path) -> dict[str, int]:
    with closing(reader(inventory)) as db:
        return {name: db.execute(f"select count(*) from {name}").fetchone()[0] for name in COUNTED}  # noqa: S608 - ours
