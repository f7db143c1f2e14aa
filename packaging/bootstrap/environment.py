"""The program's own Python packages, in `.venv` beside the project, exactly as the lock files say.

A set-up that was interrupted, a `.venv` half deleted, a Python that went away: all heal by being made anew. Whole is
what carries a stamp, and the stamp is written last. pip writes nowhere else than in `.venv`.
"""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import sysconfig
import venv
from collections.abc import Mapping
from pathlib import Path

from bootstrap import locks
from bootstrap.console import Stop, say, somebody_is_there
from bootstrap.pip_words import pip_trouble

LOCK_FILES = {  # the others hold the first
    "app": "requirements.lock",
    "test": "requirements-test.lock",
    "package": "requirements-package.lock",
}
RECIPE = "1"  # raise it to have every .venv made anew
# Where to fetch from and how to get there may be set from outside. What to install, and where to, may not.
PIP_SETTINGS_KEPT = frozenset(
    f"PIP_{name}"
    for name in (
        "CERT", "CLIENT_CERT", "CONFIG_FILE", "DEFAULT_TIMEOUT", "EXTRA_INDEX_URL", "FIND_LINKS", "INDEX_URL",
        "KEYRING_PROVIDER", "NO_INDEX", "PROXY", "TIMEOUT", "TRUSTED_HOST", "USE_DEPRECATED", "USE_FEATURE",
    )
)  # fmt: skip


class Environment:
    """One `.venv` and what is known to be whole in it: "app" (to run Plimsoll), "test" (to test it as well).

    "package" (to make packages of it) has a `folder` of its own, so that nothing else is frozen with it.
    """

    def __init__(self, root: Path, folder: str = ".venv") -> None:
        self.folder = root / folder
        self._requirements = root / "packaging"
        self._in_use = locks.InUse(self.folder)

    @property
    def python(self) -> Path:
        """The interpreter that sees the packages."""
        return self.folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")

    def ready(self, kind: str) -> bool:
        """Whether this kind is installed and whole. If so, it stays until this process ends."""
        if self.folder.is_dir() and self._in_use.share() and self._is_whole(kind):
            return True
        self._in_use.leave()
        return False

    def prepare(self, kind: str) -> None:
        """Install this kind unless it is there. Afterwards it is `ready`. Raises `Stop` when that cannot be."""
        while not self.ready(kind):
            if self.folder.is_symlink():  # what it leads to is somebody else's, and setting up would empty it
                raise Stop(f"{self.folder} is a link to another folder. Remove the link, then run this again.")
            self.folder.mkdir(parents=True, exist_ok=True)
            with locks.one_setup(self.folder) as inherited:
                if not self._is_whole(kind):
                    self._install(kind, inherited)
                if not self._is_whole(kind):
                    raise Stop(f"Set-up is done, yet files are missing in {self.folder}. Does something delete them?")

    def _install(self, kind: str, inherited: tuple[int, ...]) -> None:
        (self.folder / ".gitignore").write_text("*\n", encoding="ascii")
        if kind != "app" and self._is_whole("app") and not self._stamp(kind).exists():
            self._fetch(kind, inherited)
            self._write_stamp(kind)
            return
        self._in_use.wait_until_unused()
        try:
            self._make_anew(kind, inherited)
        except BaseException:
            self._clear()  # nothing half-made stays behind; a kill leaves no stamp, which comes to the same
            raise
        finally:
            self._in_use.leave()

    def _make_anew(self, kind: str, inherited: tuple[int, ...]) -> None:
        self._clear()
        say(f"Setting up in {self.folder}. This is done once and fetches about 100 MB.")
        venv.EnvBuilder(symlinks=os.name != "nt", prompt="plimsoll").create(self.folder)
        self._run(["-I", "-m", "ensurepip", "--default-pip"], inherited, "Python could not install its own pip.")
        self._fetch(kind, inherited)
        if hasattr(os, "sync"):
            os.sync()  # a power cut must not leave a stamp on files that never reached the disk
        self._write_stamp("app")
        if kind != "app":
            self._write_stamp(kind)

    def _clear(self) -> None:
        # Stamps first, so that whatever stops this half-way leaves nothing that looks whole; then the programs, which
        # Windows refuses to delete while one of them runs, before anything that such a program needs.
        ranks = {**{f"stamp-{kind}": 0 for kind in LOCK_FILES}, "bin": 1, "Scripts": 1}
        entries = sorted(self.folder.iterdir(), key=lambda entry: ranks.get(entry.name, 2))
        for entry in entries:
            if entry.name in (locks.SETUP, locks.IN_USE, ".gitignore"):
                continue
            if entry.is_dir() and not entry.is_symlink():
                shutil.rmtree(entry)
            else:
                entry.unlink()

    def _fetch(self, kind: str, inherited: tuple[int, ...]) -> None:
        say(f"Fetching the packages of {LOCK_FILES[kind]}.")
        options = ["--require-hashes", "--only-binary", ":all:", "--no-cache-dir", "--no-input"]
        options += ["--disable-pip-version-check", "--no-warn-script-location"]
        lock_file = str(self._requirements / LOCK_FILES[kind])
        self._run(["-I", "-m", "pip", "install", *options, "-r", lock_file], inherited, "pip could not install it all.")

    def _run(self, arguments: list[str], inherited: tuple[int, ...], trouble: str) -> None:
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        try:
            done = subprocess.run(
                [str(self.python), *arguments],
                env=pip_environment(os.environ, temporary),
                stdout=sys.stderr if somebody_is_there() else subprocess.DEVNULL,
                stderr=subprocess.PIPE,
                text=True,
                errors="replace",
                pass_fds=inherited,
                check=False,
            )
        finally:
            shutil.rmtree(temporary, ignore_errors=True)
        if done.returncode:
            raise Stop(pip_trouble(done.stderr) or f"{trouble} This is what was said:\n{done.stderr.strip()}")

    def _stamp(self, kind: str) -> Path:
        return self.folder / f"stamp-{kind}"

    def _key(self, kind: str) -> str:
        lock_file = (self._requirements / LOCK_FILES[kind]).read_bytes()
        parts = (hashlib.sha256(lock_file).hexdigest(), sys.version, sysconfig.get_platform(), RECIPE)
        return hashlib.sha256("\n".join(parts).encode()).hexdigest()

    def _write_stamp(self, kind: str) -> None:
        draft = self.folder / "draft"
        draft.write_text(json.dumps({"key": self._key(kind), "files": self._files()}), encoding="ascii")
        draft.replace(self._stamp(kind))

    def _is_whole(self, kind: str) -> bool:
        try:
            stamps = {path.name: json.loads(path.read_text(encoding="ascii")) for path in self.folder.glob("stamp-*")}
            known = stamps[self._stamp(kind).name]["key"] == self._key(kind)
            # Counting takes 20 ms and notices a deletion that stopped half-way. Somebody's additions do no harm.
            written = max(int(stamp["files"]) for stamp in stamps.values())
            begun = self.python.exists() and (self.folder / "pyvenv.cfg").exists()
            return known and begun and self._files() >= written
        except (OSError, ValueError, KeyError, TypeError):
            return False

    def _files(self) -> int:
        count = 0
        for folder, folders, files in os.walk(self.folder):
            if "__pycache__" in folders:
                folders.remove("__pycache__")
            if folder != str(self.folder):  # what lies directly in it are our own stamps and locks
                count += len(files)
        return count


def pip_environment(environ: Mapping[str, str], temporary: Path) -> dict[str, str]:
    """The variables pip runs with: nothing that sends files elsewhere or changes what is installed."""
    kept = {name: value for name, value in environ.items() if not name.startswith("PIP_") or name in PIP_SETTINGS_KEPT}
    return kept | dict.fromkeys(("TMPDIR", "TEMP", "TMP"), str(temporary)) | {"PIP_USER": "0"}
