"""The Windows installer, by NSIS. Compiled on Windows in earnest; its script can be compiled anywhere over a stub."""

from making import frozen
from making.places import BUILD, DIST, PACKAGING, VERSION, Failed, fresh, megabytes, run, say

SCRIPT = PACKAGING / "windows" / "plimsoll.nsi"


def build() -> None:
    """Make the installer in `dist`. Raises `Failed`."""
    source, stub = frozen.FOLDER, False
    if not (source / "plimsoll.exe").exists():
        source, stub = fresh(BUILD / "stub"), True
        (source / "plimsoll.exe").write_bytes(b"MZ")
        (source / "_internal").mkdir()
        (source / "_internal" / "stub.txt").write_text("no program", encoding="utf-8")
    target = (BUILD if stub else DIST) / f"Plimsoll-{VERSION}-setup.exe"
    run(["makensis", "-V2", f"-DVERSION={VERSION}", f"-DSOURCE={source}", f"-DTARGET={target}", SCRIPT])
    if not target.exists():
        raise Failed(f"makensis ended well and made no {target}.")
    about = "over a stub, to show that its script compiles" if stub else f"{megabytes(target):.0f} MB"
    say(f"{target}: {about}")
