"""System libraries that no Python package brings along: which are missing, what they are called, getting them.

Only what is missing is named. Nothing is installed before the exact command was shown.
"""

import ctypes
import importlib.util
import os
import shlex
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from bootstrap.console import NEEDS_YOU, Stop, agrees, say, somebody_is_there

LISTS_STALE_S = 24 * 3600  # older lists of packages name versions that the archive may have dropped
APT_LISTS = Path("/var/lib/apt/lists")
PACMAN_LISTS = Path("/var/lib/pacman/sync")
CERTIFICATES = ("/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem")


@dataclass(frozen=True)
class Need:
    """Something the system has to have, and the package it comes in. `vital`: nothing at all works without it."""

    what: str
    apt: str
    dnf: str
    pacman: str
    vital: bool = True


# Found with readelf on the modules and plugins that Plimsoll loads from PySide6 6.11.3.
LIBRARIES: tuple[Need, ...] = (
    Need("libglib-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Need("libgthread-2.0.so.0", "libglib2.0-0", "glib2", "glib2"),
    Need("libEGL.so.1", "libegl1", "libglvnd-egl", "libglvnd"),
    Need("libGL.so.1", "libgl1", "libglvnd-glx", "libglvnd"),
    Need("libX11.so.6", "libx11-6", "libX11", "libx11"),
    Need("libdbus-1.so.3", "libdbus-1-3", "dbus-libs", "dbus"),
    Need("libfontconfig.so.1", "libfontconfig1", "fontconfig", "fontconfig"),
    Need("libfreetype.so.6", "libfreetype6", "freetype", "freetype2"),
    Need("libxkbcommon.so.0", "libxkbcommon0", "libxkbcommon", "libxkbcommon"),
    Need("libbrotlidec.so.1", "libbrotli1", "libbrotli", "brotli"),
    Need("libgssapi_krb5.so.2", "libgssapi-krb5-2", "krb5-libs", "krb5"),
)
X11 = (
    Need("libX11-xcb.so.1", "libx11-xcb1", "libX11-xcb", "libx11", vital=False),
    Need("libxcb-cursor.so.0", "libxcb-cursor0", "xcb-util-cursor", "xcb-util-cursor", vital=False),
    Need("libxcb-icccm.so.4", "libxcb-icccm4", "xcb-util-wm", "xcb-util-wm", vital=False),
    Need("libxcb-image.so.0", "libxcb-image0", "xcb-util-image", "xcb-util-image", vital=False),
    Need("libxcb-keysyms.so.1", "libxcb-keysyms1", "xcb-util-keysyms", "xcb-util-keysyms", vital=False),
    Need("libxcb-render-util.so.0", "libxcb-render-util0", "xcb-util-renderutil", "xcb-util-renderutil", vital=False),
    Need("libxcb-util.so.1", "libxcb-util1", "xcb-util", "xcb-util", vital=False),
    Need("libxcb-randr.so.0", "libxcb-randr0", "libxcb", "libxcb", vital=False),
    Need("libxcb-render.so.0", "libxcb-render0", "libxcb", "libxcb", vital=False),
    Need("libxcb-shape.so.0", "libxcb-shape0", "libxcb", "libxcb", vital=False),
    Need("libxcb-shm.so.0", "libxcb-shm0", "libxcb", "libxcb", vital=False),
    Need("libxcb-sync.so.1", "libxcb-sync1", "libxcb", "libxcb", vital=False),
    Need("libxcb-xfixes.so.0", "libxcb-xfixes0", "libxcb", "libxcb", vital=False),
    Need("libxcb-xkb.so.1", "libxcb-xkb1", "libxcb", "libxcb", vital=False),
    Need("libxkbcommon-x11.so.0", "libxkbcommon-x11-0", "libxkbcommon-x11", "libxkbcommon-x11", vital=False),
)
WAYLAND = (
    Need("libwayland-client.so.0", "libwayland-client0", "libwayland-client", "wayland", vital=False),
    Need("libwayland-cursor.so.0", "libwayland-cursor0", "libwayland-cursor", "wayland", vital=False),
    Need("libwayland-egl.so.1", "libwayland-egl1", "libwayland-egl", "wayland", vital=False),
)
# The relay is tested on PostgreSQL as well, where there is one.
POSTGRES = Need("PostgreSQL (initdb)", "postgresql", "postgresql-server", "postgresql", vital=False)
POSTGRES_FOLDERS = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin")
FAMILIES = {"apt": ("debian", "ubuntu"), "dnf": ("fedora", "rhel", "centos"), "pacman": ("arch",)}
PROGRAMS = {"apt": "apt-get", "dnf": "dnf", "pacman": "pacman"}

Which = Callable[[str], str | None]


def wanted_libraries(environ: Mapping[str, str], *, screen: bool) -> tuple[Need, ...]:
    """The libraries to look for. `screen`: windows are wanted too, if this session has a screen at all."""
    wanted = LIBRARIES
    if screen and environ.get("DISPLAY"):
        wanted += X11
    if screen and environ.get("WAYLAND_DISPLAY"):
        wanted += WAYLAND
    return wanted


def missing_libraries(wanted: Iterable[Need], load: Callable[[str], object] = ctypes.CDLL) -> list[Need]:
    """Those that the loader does not find. It is asked itself, for only it knows all its paths."""

    def loads(need: Need) -> bool:
        try:
            load(need.what)
        except OSError:
            return False
        return True

    return [need for need in wanted if not loads(need)]


def missing_for_tests(which: Which = shutil.which, root: Path = Path("/")) -> list[Need]:
    """What some tests need and skip themselves without."""
    folders = [folder for pattern in POSTGRES_FOLDERS for folder in root.glob(pattern.lstrip("/"))]
    found = which("initdb") or any((folder / "initdb").exists() for folder in folders)
    return [] if found else [POSTGRES]


def missing_for_install(environ: Mapping[str, str]) -> list[Need]:
    """What making `.venv` itself needs: pip, which Debian keeps in a package of its own, and TLS certificates."""
    needs = []
    if importlib.util.find_spec("ensurepip") is None:
        needs.append(Need("Python's own pip (ensurepip)", _venv_package(), "python3-pip", "python-pip"))
    named = [environ.get(name, "") for name in ("SSL_CERT_FILE", "PIP_CERT")]
    if not any(Path(path).exists() for path in (*named, *CERTIFICATES) if path):
        needs.append(Need("TLS certificates", "ca-certificates", "ca-certificates", "ca-certificates", vital=False))
    return needs


def _venv_package() -> str:
    mine = f"python{sys.version_info.major}.{sys.version_info.minor}"
    return "python3-venv" if os.path.realpath("/usr/bin/python3").endswith(mine) else f"{mine}-venv"


def package_manager(os_release: str, which: Which = shutil.which) -> str | None:
    """apt, dnf or pacman: the one of this distribution, else the first that is here. None: another one."""
    ids = set()
    for line in os_release.splitlines():
        key, _, value = line.partition("=")
        if key in ("ID", "ID_LIKE"):
            ids.update(value.strip().strip("\"'").split())
    own = [name for name, family in FAMILIES.items() if ids.intersection(family)]
    return next((name for name in (*own, *PROGRAMS) if which(PROGRAMS[name])), None)


def packages(needs: Iterable[Need], manager: str) -> list[str]:
    """Their packages under this manager, each once, in a steady order."""
    return sorted({str(getattr(need, manager)) for need in needs})


def install_commands(manager: str, names: Sequence[str], *, lists_stale: bool) -> list[list[str]]:
    """The commands that get these packages without a question, as root would type them."""
    if manager == "apt":
        apt = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-o", "DPkg::Lock::Timeout=120"]
        refresh = [[*apt, "update"]] if lists_stale else []
        return [*refresh, [*apt, "install", "-y", "--no-install-recommends", *names]]
    if manager == "dnf":
        return [["dnf", "install", "-y", *names]]
    return [["pacman", "-Sy" if lists_stale else "-S", "--needed", "--noconfirm", *names]]


def lists_are_stale(manager: str, now: float, folder: Path | None = None) -> bool:
    """Whether the lists of packages are missing or, for apt, too old. dnf sees to its own. `now`: Unix time."""
    if manager == "dnf":
        return False
    folder = folder or (APT_LISTS if manager == "apt" else PACMAN_LISTS)
    if not any(folder.glob("*_Packages*" if manager == "apt" else "*.db")):
        return True
    written = max(path.stat().st_mtime for path in (folder, folder / "partial") if path.exists())
    return manager == "apt" and now - written > LISTS_STALE_S


def way_to_root(*, root: bool, terminal: bool, which: Which = shutil.which) -> list[str] | None:
    """What has to stand before a command so that it runs as root. None when this user has no way."""
    if root:
        return []
    if which("sudo"):
        return ["sudo"] if terminal else ["sudo", "-n"]  # -n: fail at once, for nobody could type a password
    return ["pkexec"] if which("pkexec") else None


def _os_release() -> str:
    found = next((path for path in map(Path, ("/etc/os-release", "/usr/lib/os-release")) if path.exists()), None)
    return found.read_text(encoding="utf-8", errors="replace") if found else ""


def provide(find: Callable[[], list[Need]], *, yes: bool) -> None:
    """Make sure that `find` finds nothing missing, or stop and say what is and how to get it."""
    needs = find()
    if not needs:
        return
    say("Missing on this computer: " + ", ".join(need.what for need in needs))
    manager = package_manager(_os_release())
    if manager is None:
        _go_on_without(needs, "This system has none of apt, dnf and pacman. Install the above with what it has.")
        return
    _install(manager, needs, yes=yes)
    if still := find():
        _go_on_without(still, f"{PROGRAMS[manager]} is done, and these are still missing.")


def offer(find: Callable[[], list[Need]], *, yes: bool, root: bool) -> None:
    """Get what can be done without, where nobody has to be asked for it. Never stops anything."""
    needs = find()
    if not needs:
        return
    if yes or root:
        try:
            provide(find, yes=yes)
        except Stop as stop:
            say(stop.words)
    if still := find():
        say(f"Tests are skipped that need: {', '.join(need.what for need in still)}")


def _go_on_without(needs: list[Need], why: str) -> None:
    vital = [need.what for need in needs if need.vital]
    if vital:
        raise Stop(f"{why}\nPlimsoll cannot run without: {', '.join(vital)}", NEEDS_YOU)
    say(f"{why}\nGoing on without: {', '.join(need.what for need in needs)}")


def _install(manager: str, needs: list[Need], *, yes: bool) -> None:
    root = sys.platform != "win32" and os.geteuid() == 0
    terminal = somebody_is_there()
    stale = lists_are_stale(manager, time.time())
    plain = install_commands(manager, packages(needs, manager), lists_stale=stale)
    way = way_to_root(root=root, terminal=terminal or not yes)
    if way is None:
        raise Stop(f"Run this as root, then start again:\n  {_shown(plain)}", NEEDS_YOU)
    commands = [[*way, *command] for command in plain]
    if not (root or yes or terminal):
        raise Stop(f"Run this, then start again; or start again with --yes:\n  {_shown(commands)}", NEEDS_YOU)
    say(f"This gets what is missing:\n  {_shown(commands)}")
    if not (root or yes or agrees("Run it now?")):
        raise Stop("Nothing was installed. Run it yourself, then start again.", NEEDS_YOU)
    for command in commands:
        _run(command)


def _shown(commands: list[list[str]]) -> str:
    return " && ".join(shlex.join(command) for command in commands)


def _run(command: list[str]) -> None:
    code = subprocess.run(command, stdout=sys.stderr, check=False).returncode
    if code:
        raise Stop(f"This did not work (exit code {code}):\n  {shlex.join(command)}")
