"""`.venv` is whole or made anew, whatever happened to it, and two set-ups do not meet in it. pip is played."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Self

import pytest
from bootstrap import environment, locks
from bootstrap.console import Stop
from bootstrap.environment import Environment, pip_environment
from bootstrap.pip_words import pip_trouble

PACKAGES = {"requirements.lock": ("httpx",), "requirements-test.lock": ("httpx", "pytest")}


class Pip:
    """Stands in for what `.venv` runs: notes what it was asked, and puts two files for each package."""

    def __init__(self, at: Environment) -> None:
        self.at = at
        self.installed: list[str] = []
        self.trouble: BaseException | None = None

    def play(self, arguments: list[str], inherited: tuple[int, ...], trouble: str) -> None:
        if "ensurepip" in arguments:
            return
        lock_file = Path(arguments[-1]).name
        self.installed.append(lock_file)
        for name in PACKAGES[lock_file]:
            folder = _packages(self.at) / name
            folder.mkdir(exist_ok=True)
            (folder / "__init__.py").touch()
            if self.trouble:
                raise self.trouble
            (folder / "core.py").touch()


def _packages(at: Environment) -> Path:
    return at.folder / "lib" / f"python3.{sys.version_info.minor}" / "site-packages"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    (tmp_path / "packaging").mkdir()
    for name, packages in PACKAGES.items():
        (tmp_path / "packaging" / name).write_text("\n".join(packages), encoding="ascii")
    return tmp_path


@pytest.fixture
def pip(root: Path, monkeypatch: pytest.MonkeyPatch) -> Pip:
    pip = Pip(Environment(root))
    monkeypatch.setattr(Environment, "_run", pip.play)
    monkeypatch.setattr(os, "sync", lambda: None)
    return pip


def test_set_up_once(root: Path, pip: Pip) -> None:
    assert not Environment(root).ready("app")
    Environment(root).prepare("app")
    Environment(root).prepare("app")
    assert Environment(root).ready("app")
    assert not Environment(root).ready("test")
    assert pip.installed == ["requirements.lock"]
    assert (root / ".venv" / ".gitignore").read_text(encoding="ascii") == "*\n"
    assert sorted(path.name for path in root.iterdir()) == [".venv", "packaging"]


def test_tests_add_to_what_is_there(root: Path, pip: Pip) -> None:
    Environment(root).prepare("app")
    mark = _packages(Environment(root)) / "mark"
    mark.touch()
    Environment(root).prepare("test")
    assert Environment(root).ready("app")
    assert Environment(root).ready("test")
    assert pip.installed == ["requirements.lock", "requirements-test.lock"]
    assert mark.exists()


def test_tests_from_nothing_bring_the_program_along(root: Path, pip: Pip) -> None:
    Environment(root).prepare("test")
    assert Environment(root).ready("app")
    assert pip.installed == ["requirements-test.lock"]


def test_a_running_program_does_not_hinder_adding_tests(root: Path, pip: Pip) -> None:
    Environment(root).prepare("app")
    with _child(root, "InUse(folder).share() or sys.exit(1)"):
        Environment(root).prepare("test")
    assert Environment(root).ready("test")


@pytest.mark.parametrize(
    "harm",
    [
        lambda at: shutil.rmtree(_packages(at) / "httpx"),
        lambda at: (_packages(at) / "httpx" / "core.py").unlink(),
        lambda at: at.python.unlink(),
        lambda at: (at.folder / "pyvenv.cfg").unlink(),
        lambda at: (at.python.unlink(), at.python.symlink_to("/nowhere/python3")),
        lambda at: (at.folder / "stamp-app").unlink(),
        lambda at: (at.folder / "stamp-app").write_text("{", encoding="ascii"),
        lambda at: (at.folder / "stamp-app").write_text("[]", encoding="ascii"),
        lambda at: (at.folder / "stamp-app").write_text(
            '{"key": "of another lock file", "files": 1}', encoding="ascii"
        ),
        lambda at: (at.folder.parent / "packaging" / "requirements.lock").write_text("httpx2", encoding="ascii"),
        lambda at: shutil.rmtree(at.folder),
    ],
)
def test_what_was_harmed_is_made_anew(root: Path, pip: Pip, harm: Callable[[Environment], object]) -> None:
    at = Environment(root)
    at.prepare("app")
    harm(at)
    assert not Environment(root).ready("app")
    Environment(root).prepare("app")
    assert Environment(root).ready("app")
    assert (_packages(at) / "httpx" / "core.py").exists()
    assert pip.installed == ["requirements.lock"] * 2


def test_a_link_is_never_followed_to_empty_somebody_elses_folder(root: Path, pip: Pip, tmp_path: Path) -> None:
    theirs = tmp_path / "theirs"
    (theirs / "bin").mkdir(parents=True)
    (root / ".venv").symlink_to(theirs)
    with pytest.raises(Stop, match="is a link to another folder"):
        Environment(root).prepare("app")
    assert [entry.name for entry in theirs.iterdir() if entry.is_dir()] == ["bin"]


def test_making_anew_leaves_nothing_of_before(root: Path, pip: Pip) -> None:
    at = Environment(root)
    at.prepare("test")
    (root / "packaging" / "requirements.lock").write_text("other", encoding="ascii")
    Environment(root).prepare("app")
    assert not (_packages(at) / "pytest").exists()
    assert not Environment(root).ready("test")


def test_other_test_packages_start_from_nothing(root: Path, pip: Pip) -> None:
    at = Environment(root)
    at.prepare("test")
    (_packages(at) / "dropped_from_the_lock.py").touch()
    (root / "packaging" / "requirements-test.lock").write_text("other", encoding="ascii")
    Environment(root).prepare("test")
    assert not (_packages(at) / "dropped_from_the_lock.py").exists()
    assert Environment(root).ready("app")


def test_another_python_is_another_environment(root: Path, pip: Pip, monkeypatch: pytest.MonkeyPatch) -> None:
    Environment(root).prepare("app")
    monkeypatch.setattr(environment.sys, "version", "3.14.0 (another)")
    assert not Environment(root).ready("app")


def test_bytecode_and_additions_do_no_harm(root: Path, pip: Pip) -> None:
    at = Environment(root)
    cache = _packages(at) / "httpx" / "__pycache__"
    at.prepare("app")
    cache.mkdir()
    (cache / "core.pyc").touch()
    (_packages(at) / "mine.py").touch()
    assert Environment(root).ready("app")
    shutil.rmtree(cache)
    assert Environment(root).ready("app")


@pytest.mark.parametrize("trouble", [Stop("the network is down"), KeyboardInterrupt()])
def test_what_stops_half_way_leaves_nothing_half_made(root: Path, pip: Pip, trouble: BaseException) -> None:
    pip.trouble = trouble
    with pytest.raises(type(trouble)):
        Environment(root).prepare("app")
    assert sorted(path.name for path in (root / ".venv").iterdir()) == [".gitignore", "in-use.lock", "setup.lock"]
    pip.trouble = None
    Environment(root).prepare("app")
    assert Environment(root).ready("app")


def test_tests_that_cannot_be_added_leave_the_program(root: Path, pip: Pip) -> None:
    Environment(root).prepare("app")
    pip.trouble = Stop("the network is down")
    with pytest.raises(Stop):
        Environment(root).prepare("test")
    assert Environment(root).ready("app")
    assert not Environment(root).ready("test")


def test_a_kill_leaves_no_stamp_and_heals(root: Path, pip: Pip, monkeypatch: pytest.MonkeyPatch) -> None:
    pip.trouble = Stop("as if killed")
    with monkeypatch.context() as killed:
        killed.setattr(Environment, "_clear", lambda self: None)
        with pytest.raises(Stop):
            Environment(root).prepare("app")
    assert (_packages(Environment(root)) / "httpx").exists()
    pip.trouble = None
    assert not Environment(root).ready("app")
    Environment(root).prepare("app")
    assert Environment(root).ready("app")


def test_what_cannot_be_deleted_no_longer_looks_whole(root: Path, pip: Pip, monkeypatch: pytest.MonkeyPatch) -> None:
    # As on Windows, where a program that runs cannot be deleted.
    def refuse(folder: Path) -> None:
        raise PermissionError(f"{folder.name} is in use")

    Environment(root).prepare("app")
    whole = (root / "packaging" / "requirements.lock").read_text(encoding="ascii")
    (root / "packaging" / "requirements.lock").write_text("other", encoding="ascii")
    with monkeypatch.context() as windows:
        windows.setattr(environment.shutil, "rmtree", refuse)
        with pytest.raises(PermissionError, match="bin is in use"):
            Environment(root).prepare("app")
    (root / "packaging" / "requirements.lock").write_text(whole, encoding="ascii")
    assert not Environment(root).ready("app")
    assert (_packages(Environment(root)) / "httpx").exists()


def test_something_that_deletes_files_is_no_endless_loop(root: Path, pip: Pip, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Environment, "_files", iter(range(100, 0, -1)).__next__)
    with pytest.raises(Stop, match="Does something delete them"):
        Environment(root).prepare("app")


def test_a_finished_set_up_of_somebody_else_is_taken(root: Path, pip: Pip, monkeypatch: pytest.MonkeyPatch) -> None:
    # The other one finishes between our look and our turn.
    mine, other = Environment(root), Environment(root)
    hold = locks._hold

    def other_first(path: Path) -> int:
        monkeypatch.setattr(locks, "_hold", hold)
        other.prepare("app")
        return hold(path)

    monkeypatch.setattr(locks, "_hold", other_first)
    mine.prepare("app")
    assert pip.installed == ["requirements.lock"]


# Locks, between real processes


class _Child:
    """Another process that holds a lock until it is let go."""

    def __init__(self, root: Path, code: str, *, pass_fds: tuple[int, ...] = ()) -> None:
        paths = [str(Path(locks.__file__).parents[1])]
        head = f"import os, sys; sys.path[:0] = {paths!r}\nfrom pathlib import Path\nfrom bootstrap.locks import *\n"
        head += f"folder = Path({str(root / '.venv')!r})\n"
        tail = "\nprint('holds', flush=True); sys.stdin.read()"
        self.process = subprocess.Popen(
            [sys.executable, "-c", head + code + tail],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            pass_fds=pass_fds,
            text=True,
        )

    def __enter__(self) -> Self:
        assert self.process.stdout
        assert self.process.stdout.readline() == "holds\n"
        return self

    def __exit__(self, *error: object) -> None:
        self.process.communicate(timeout=20)


def _child(root: Path, code: str, *, pass_fds: tuple[int, ...] = ()) -> _Child:
    return _Child(root, code, pass_fds=pass_fds)


def _free(folder: Path) -> bool:
    handle = os.open(folder / locks.SETUP, os.O_RDWR | os.O_CREAT)
    try:
        return locks._take(handle)
    finally:
        os.close(handle)


def test_there_is_one_set_up_at_a_time(root: Path) -> None:
    (root / ".venv").mkdir()
    assert _free(root / ".venv")
    with _child(root, "held = one_setup(folder); held.__enter__()"):
        assert not _free(root / ".venv")
    assert _free(root / ".venv")


def test_a_set_up_waits_for_another(
    root: Path, pip: Pip, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (root / ".venv").mkdir()
    with _child(root, "held = one_setup(folder); held.__enter__()") as other:
        monkeypatch.setattr(locks, "sleep", lambda seconds: other.process.communicate(timeout=20))
        Environment(root).prepare("app")
    assert "Another set-up is under way" in capsys.readouterr().err


def test_pip_goes_on_holding_when_the_set_up_that_started_it_is_killed(root: Path) -> None:
    (root / ".venv").mkdir()
    with locks.one_setup(root / ".venv") as inherited:
        pip = _child(root, "", pass_fds=inherited)
    with pip:
        assert not _free(root / ".venv")
    assert _free(root / ".venv")


def test_making_anew_waits_for_a_running_program(
    root: Path, pip: Pip, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Environment(root).prepare("app")
    (root / "packaging" / "requirements.lock").write_text("other", encoding="ascii")
    with _child(root, "InUse(folder).share() or sys.exit(1)") as program:

        def close_it(seconds: float) -> None:
            assert (_packages(Environment(root)) / "httpx" / "core.py").exists()
            program.process.communicate(timeout=20)

        monkeypatch.setattr(locks, "sleep", close_it)
        Environment(root).prepare("app")
    assert "has to be closed first" in capsys.readouterr().err
    assert pip.installed == ["requirements.lock"] * 2


def test_nothing_starts_while_it_is_made_anew(root: Path) -> None:
    (root / ".venv").mkdir()
    with _child(root, "held = InUse(folder); held.wait_until_unused()"):
        assert not locks.InUse(root / ".venv").share()


def test_the_program_holds_on_through_exec(root: Path) -> None:
    (root / ".venv").mkdir()
    become = "held = InUse(folder); held.share(); os.execv(sys.executable, [sys.executable, '-c', after])"
    code = "after = \"import sys; print('holds', flush=True); sys.stdin.read()\"\n" + become
    with _child(root, code):
        ours = locks.InUse(root / ".venv")
        assert not ours._lock(exclusive=True)
        ours.leave()


def test_a_browser_that_the_program_opened_holds_nothing(root: Path) -> None:
    (root / ".venv").mkdir()
    code = (
        "import subprocess; held = InUse(folder); held.share()\n"
        "browser = [sys.executable, '-c', 'import sys; sys.stdin.read()']\n"
        "subprocess.Popen(browser, close_fds=False, stdout=subprocess.DEVNULL)\n"
        "print('holds', flush=True); os._exit(0)"
    )
    with _child(root, code) as program:
        assert program.process.wait(timeout=20) == 0  # the browser reads on, from the pipe that we still hold
        ours = locks.InUse(root / ".venv")
        assert ours._lock(exclusive=True)
        ours.leave()


# What pip is given, and what it says


def test_pip_writes_into_the_environment_only() -> None:
    given = pip_environment(
        {
            "PATH": "/bin", "PIP_TARGET": "/home", "PIP_USER": "1", "PIP_PREFIX": "/opt", "PIP_LOG": "/var/log/pip",
            "PIP_NO_DEPS": "1", "PIP_CACHE_DIR": "/c", "PIP_INDEX_URL": "https://mirror.example", "TMPDIR": "/var/tmp",
        },
        Path("/plimsoll/.venv/tmp"),
    )  # fmt: skip
    assert given == {
        "PATH": "/bin", "PIP_USER": "0", "PIP_INDEX_URL": "https://mirror.example",
        "TMPDIR": "/plimsoll/.venv/tmp", "TEMP": "/plimsoll/.venv/tmp", "TMP": "/plimsoll/.venv/tmp",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (
            "WARNING: Retrying (Retry(total=0)) after connection broken by 'NewConnectionError(<x>: Failed to "
            "establish a new connection: [Errno -2] Name or service not known)': /simple/anyio/\n"
            "ERROR: No matching distribution found for anyio==4.16.0",
            "the package index did not answer",
        ),
        ("SSLError(SSLCertVerificationError(1, '[SSL: CERTIFICATE_VERIFY_FAILED]'))", "does not trust"),
        ("ERROR: Could not install packages due to an OSError: [Errno 28] No space left on device", "disk is full"),
        ("ERROR: THESE PACKAGES DO NOT MATCH THE HASHES FROM THE REQUIREMENTS FILE.", "its hash differs"),
        ("ERROR: No matching distribution found for pyside6-essentials==6.11.3", "no build of a package"),
        ("ERROR: something never seen", ""),
        ("", ""),
    ],
)
def test_pips_troubles_are_told_in_a_sentence(said: str, words: str) -> None:
    trouble = pip_trouble(said)
    assert words in trouble
    assert bool(trouble) == bool(words)
    assert "{" not in trouble
