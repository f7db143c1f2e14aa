"""The .tar.xz for every other Linux: the same program, and `install.sh` that puts it into the seller's own folder."""

import shutil

from making import tree
from making.places import ARCHITECTURE, BUILD, DIST, PACKAGING, ROOT, VERSION, fresh, megabytes, run, say

NAME = f"plimsoll-{VERSION}-linux-{ARCHITECTURE}"


def build() -> None:
    """Make the archive in `dist`. Raises `Failed`."""
    top = fresh(BUILD / "tar") / NAME
    tree.copy_program(top / "plimsoll")
    tree.fill_share(top / "share")
    shutil.copyfile(ROOT / "LICENSE", top / "LICENSE")
    for script in ("install.sh", "uninstall.sh"):
        shutil.copyfile(PACKAGING / "linux" / script, top / script)
        (top / script).chmod(0o755)
    archive = DIST / f"{NAME}.tar.xz"
    owner = ["--owner=0", "--group=0", "--sort=name"]
    run(["tar", "-C", top.parent, *owner, "-cJf", archive, NAME], around={"XZ_OPT": "-6 -T0"}, patience_s=1800)
    say(f"{archive}: {megabytes(archive):.0f} MB")
