"""The .deb: the frozen program in /opt/plimsoll, a link in /usr/bin, and what the desktop wants to know of it."""

import os
from pathlib import Path

from bootstrap import system

from making import tree
from making.places import ARCHITECTURE, BUILD, DIST, ROOT, VERSION, fresh, megabytes, run, say, there

NAME = f"plimsoll_{VERSION}_{ARCHITECTURE}.deb"
SUMMARY = "one stock for every place you sell"
DESCRIPTION = """\
Plimsoll keeps one ledger of what you have, books each sale the moment it
hears of it, and lowers the number in your other shops, so that none of them
promises more than you hold.
.
It runs on this computer, asks for no account, and sends nothing to its
makers."""
# Those that a real printer, a keyring and Wayland add: without them everything else works.
RECOMMENDED = ("gnome-keyring | kwalletmanager", "libcups2", "libwayland-cursor0", "libwayland-egl1")
GLIBC = "libc6 (>= 2.36)"  # what the build machine's Debian 12 has


def control(installed_kb: int) -> str:
    """The package's description for dpkg."""
    needs = [GLIBC, *system.packages((*system.LIBRARIES, *system.X11), "apt"), "ca-certificates"]
    described = "\n".join(f" {line}" for line in DESCRIPTION.splitlines())
    return (
        f"Package: plimsoll\nVersion: {VERSION}\nArchitecture: {ARCHITECTURE}\nSection: misc\nPriority: optional\n"
        f"Maintainer: Plimsoll <packages@plimsoll.invalid>\nInstalled-Size: {installed_kb}\n"
        f"Depends: {', '.join(needs)}\nRecommends: {', '.join(RECOMMENDED)}\n"
        f"Description: {SUMMARY}\n{described}\n"
    )


def build() -> None:
    """Make the package in `dist`. Raises `Failed`."""
    root = fresh(BUILD / "deb")
    tree.copy_program(root / "opt/plimsoll")
    tree.fill_share(root / "usr/share")
    (root / "usr/bin").mkdir(parents=True)
    (root / "usr/bin/plimsoll").symlink_to("/opt/plimsoll/plimsoll")
    papers = root / "usr/share/doc/plimsoll"
    papers.mkdir(parents=True)
    (papers / "copyright").write_text((ROOT / "LICENSE").read_text(encoding="utf-8"), encoding="utf-8")
    (root / "DEBIAN").mkdir()
    size = sum(path.lstat().st_size for path in root.rglob("*")) // 1024
    (root / "DEBIAN/control").write_text(control(size), encoding="utf-8")
    _set_modes(root)
    fakeroot = ["fakeroot"] if os.geteuid() and there("fakeroot") else []
    run([*fakeroot, "dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", root, DIST / NAME], patience_s=900)
    say(f"{DIST / NAME}: {megabytes(DIST / NAME):.0f} MB")


def _set_modes(root: Path) -> None:
    """What the umask of this computer must not decide."""
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
    root.chmod(0o755)
