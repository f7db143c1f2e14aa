"""A bare Debian 12 or 13 below `build/chroots`, in which the .deb is installed, walked, removed, and upgraded.

It holds nothing but dpkg and apt before: what the package forgot to ask for is missing there. The screen is this
computer's own Xvfb, lent to it. As root; the bare trees are fetched once by debootstrap and kept.
"""

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from making import walk
from making.debian import NAME
from making.places import BUILD, DIST, Failed, run, say, there

SUITES = {"debian12": "bookworm", "debian13": "trixie"}
MIRROR = "http://deb.debian.org/debian"
FOLDER = BUILD / "chroots"
SELLER = "seller"
HOME = Path("/home") / SELLER
APT = ("apt-get", "-y", "-q")
# What every computer that runs has: the kernel's own folders, and here the screen.
_ENTER = """
mount -t proc proc "$1/proc" && mount --bind /dev "$1/dev" && mkdir -p "$1/tmp/.X11-unix" /tmp/.X11-unix &&
mount --bind /tmp/.X11-unix "$1/tmp/.X11-unix" || exit 1
room=$1 who=$2; shift 2; exec chroot --userspec="$who" "$room" "$@"
"""
QUIET = {"DEBIAN_FRONTEND": "noninteractive", "LC_ALL": "C.UTF-8", "PATH": "/usr/sbin:/usr/bin:/sbin:/bin"}


@dataclass(frozen=True)
class Room:
    """One Debian, to be spoilt."""

    root: Path

    def command(self, *command: str, who: str = "root:root") -> list[str]:
        """How a command is run inside. Its process is the command's own: a signal reaches it."""
        return ["unshare", "--mount", "sh", "-c", _ENTER, "enter", str(self.root), who, *command]

    def do(self, *command: str) -> str:
        """Run it as root."""
        return run(self.command(*command), around=QUIET, patience_s=1800)

    def plimsoll(self) -> list[str]:
        """How the seller starts it."""
        return self.command("/usr/bin/plimsoll", who=f"{SELLER}:{SELLER}")

    def around(self) -> dict[str, str]:
        """The seller's surroundings in there."""
        unset = dict.fromkeys(("PYTHONPATH", "PYTHONHOME", "DBUS_SESSION_BUS_ADDRESS", "PLIMSOLL_DATA"), "")
        unset |= dict.fromkeys(("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_RUNTIME_DIR"), "")
        return {**QUIET, **unset, "HOME": str(HOME), "LANG": "C.UTF-8", "TMPDIR": "/tmp"}  # noqa: S108 - the room's own

    def outside(self, path: Path) -> Path:
        """Where something in there lies, seen from here."""
        return self.root / path.relative_to("/")

    def install(self, package: Path) -> None:
        """Install a package with what it asks for, and nothing else."""
        shutil.copyfile(package, self.root / "root" / package.name)
        self.do(*APT, "install", "--no-install-recommends", f"/root/{package.name}")


def bare(name: str) -> Room:
    """A fresh copy of a bare Debian, with a seller in it. Raises `Failed`."""
    if os.geteuid() or not there("debootstrap") or not there("unshare"):
        raise Failed(
            "This makes a Debian of its own: it needs root, debootstrap and unshare (apt-get install debootstrap)"
        )
    kept, room = FOLDER / name, FOLDER / f"{name}-room"
    if not (kept / "usr/bin/dpkg").exists():
        making = FOLDER / f"{name}-part"
        shutil.rmtree(making, ignore_errors=True)
        FOLDER.mkdir(parents=True, exist_ok=True)
        run(["debootstrap", "--variant=minbase", SUITES[name], making, MIRROR], patience_s=1800)
        making.rename(kept)
    shutil.rmtree(room, ignore_errors=True)
    run(["cp", "-a", "--reflink=auto", kept, room])
    shutil.copyfile("/etc/resolv.conf", room / "etc/resolv.conf")
    found = Room(room)
    found.do(*APT, "update")
    found.do("useradd", "--create-home", SELLER)
    return found


def try_in(name: str) -> None:
    """Install, start, play, end, remove: and the data stays. Raises `Failed`."""
    package = DIST / NAME
    if not package.exists():
        raise Failed(f"{package} is not there yet. First: python3 packaging/run.py package frozen deb")
    room = bare(name)
    before = _installed(room)
    room.install(package)
    say(f"{name} ({_debian(room)}) had {before} packages; with {package.name} it has {_installed(room)}, no Python.")
    walk.check(room.plimsoll(), room.around())
    walk.play(room.plimsoll(), room.around(), HOME / "pictures")
    inventory = HOME / ".local/share/Plimsoll/sample/plimsoll.db"
    walk.window(room.plimsoll(), room.outside(inventory), room.around())
    _remove(room, inventory)
    shutil.rmtree(room.root)


def _remove(room: Room, inventory: Path) -> None:
    before = room.outside(inventory).read_bytes()
    room.do(*APT, "purge", "plimsoll")
    gone = ("usr/bin/plimsoll", "opt/plimsoll", "usr/share/applications/plimsoll.desktop")
    still = [path for path in gone if (room.root / path).exists() or (room.root / path).is_symlink()]
    if still:
        raise Failed(f"It was removed, and these are still there: {still}")
    if room.outside(inventory).read_bytes() != before:
        raise Failed("Removing it touched the seller's data.")
    say("It was removed without a trace, and the data is as it was.")


def _installed(room: Room) -> int:
    return len(room.do("dpkg-query", "-W", "-f", "${Package}\\n").splitlines())


def _debian(room: Room) -> str:
    if (room.root / "usr/bin/python3").exists():
        raise Failed("There is a Python in what should be bare.")
    return (room.root / "etc/debian_version").read_text(encoding="utf-8").strip()
