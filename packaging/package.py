"""Makes the packages, each stage after what it needs: `python3 packaging/run.py package [STAGE...]`.

Runs in an environment of its own (`build/environment`), which holds what Plimsoll needs and PyInstaller, nothing else.
Everything made lies in `dist`. This is no part of the tests, and CI does not wait for it.
"""

import sys
from functools import partial
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))  # `app`, for its version

from making import bill, chroot, debian, frozen, hardship, installer, languages, tarball, upgrade, walk
from making.places import DIST, Failed, say


def make_frozen() -> None:
    bill.write_licences()
    frozen.build()
    walk.frozen(frozen.PROGRAM)
    say(frozen.sizes())


STAGES = {
    "frozen": make_frozen,
    "deb": debian.build,
    "tar": tarball.build,
    "bill": bill.write_bill,
    "installer": installer.build,
    "try-deb": debian.try_out,
    "languages": languages.update,
    **{f"try-{name}": partial(chroot.try_in, name) for name in chroot.SUITES},
    "try-upgrade": upgrade.try_upgrades,
    "try-disks": hardship.try_out,
}
USUAL = ("frozen", "deb", "tar", "bill")


def main(wanted: list[str]) -> int:
    unknown = [name for name in wanted if name not in STAGES]
    if unknown:
        say(f"There is no stage {', '.join(unknown)}. There are: {', '.join(STAGES)}")
        return 2
    DIST.mkdir(exist_ok=True)
    try:
        for name in wanted or USUAL:
            say(f"\n== {name}")
            STAGES[name]()
    except Failed as failure:
        say(str(failure))
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
