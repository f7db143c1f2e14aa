"""The .deb: the frozen program in /opt/plimsoll, a link in /usr/bin, and what the desktop wants to know of it."""

import os
import tempfile
from pathlib import Path

from bootstrap import system

from making import tree, walk
from making.places import ARCHITECTURE, BUILD, DIST, ROOT, VERSION, Failed, fresh, megabytes, run, say, there

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
    run([*fakeroot, "dpkg-deb", "--root-owner-group", "-Zxz", "-z6", "--build", root, DIST / NAME], patience_s=1800)
    say(f"{DIST / NAME}: {megabytes(DIST / NAME):.0f} MB")


def try_out() -> None:
    """Install the package on this computer, walk it, remove it, and see that the data stays. As root, on Debian."""
    package, program = DIST / NAME, Path("/usr/bin/plimsoll")
    if os.geteuid() or not package.exists():
        raise Failed(f"This installs {package} for real: it has to be there, and this has to run as root.")
    apt = ["apt-get", "-y", "-q", "-o", "DPkg::Lock::Timeout=120"]
    quiet = {"DEBIAN_FRONTEND": "noninteractive"}
    with tempfile.TemporaryDirectory(prefix="plimsoll-deb-") as made:
        home = Path(made)
        try:
            run([*apt, "install", "--no-install-recommends", package], around=quiet, patience_s=1800)
            say(f"{package.name} is installed: {run(['dpkg-query', '-W', 'plimsoll']).strip()}")
            walk.check([program], walk.bare(home))
            walk.window([program], walk.data(home), walk.bare(home))
        finally:
            run([*apt, "remove", "plimsoll"], around=quiet, patience_s=300)
        left = [path for path in (program, Path("/opt/plimsoll")) if path.exists() or path.is_symlink()]
        if left:
            raise Failed(f"It was removed, and these are still there: {left}")
        if not walk.data(home).exists():
            raise Failed("Removing it took the seller's data along.")
        say("It was removed without a trace, and the data is still there.")


def _set_modes(root: Path) -> None:
    """What the umask of this computer must not decide."""
    for path in root.rglob("*"):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path.stat().st_mode & 0o100
        path.chmod(0o755 if runs else 0o644)
    root.chmod(0o755)
