"""What packaging/run.py decides: which Python will do, what is missing, what it is called, and who may install it."""

import ast
import importlib.util
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace

import pytest
import run
from bootstrap import commands, console, system
from bootstrap.console import Stop

RUN = Path(__file__).resolve().parents[2] / "packaging" / "run.py"
DEBIAN = 'PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nID=debian\n'
EVERY_NEED = (*system.LIBRARIES, *system.X11, *system.WAYLAND)


# Which Python


@pytest.mark.parametrize("version", [(3, 11), (3, 12), (3, 13), (3, 14)])
def test_a_python_that_will_do_gets_no_advice(version: tuple[int, int]) -> None:
    assert run.version_advice((*version, 0), "linux") == ""


@pytest.mark.parametrize(
    ("version", "platform", "words"),
    [
        ((3, 9), "darwin", ["Xcode is 3.9", "brew install python@3.13", "  python3.13 packaging/run.py"]),
        ((3, 10), "win32", ["winget install Python.Python.3.13", "  py -3.13 packaging\\run.py"]),
        ((3, 10), "linux", ["apt-get install python3.11 python3.11-venv", "dnf install python3.12"]),
        ((3, 15), "linux", ["needs Python 3.11 to 3.14, and this is Python 3.15."]),
    ],
)
def test_another_python_is_told_what_to_do(version: tuple[int, int], platform: str, words: list[str]) -> None:
    advice = run.version_advice(version, platform)
    assert f"this is Python {version[0]}.{version[1]}." in advice
    assert all(one in advice for one in words)


@pytest.mark.parametrize("arguments", [[], ["test"], ["--yes", "test", "-x"]])
def test_an_old_python_prints_the_sentence_and_nothing_else(arguments: list[str]) -> None:
    pretend = (
        "import runpy, sys; sys.version_info = (3, 9, 6, 'final', 0); sys.platform = 'darwin';"
        f"sys.argv = ['run.py', *{arguments!r}]; runpy.run_path({str(RUN)!r}, run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-c", pretend], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert done.stdout == ""
    assert done.stderr == run.version_advice((3, 9), "darwin") + "\n"


def test_python_3_6_can_read_the_file_that_says_so() -> None:
    tree = ast.parse(RUN.read_text(encoding="ascii"), feature_version=(3, 6))
    imported = [alias.name for node in tree.body if isinstance(node, ast.Import) for alias in node.names]
    froms = [node.module for node in tree.body if isinstance(node, ast.ImportFrom)]
    assert (imported, froms) == (["sys"], ["pathlib"])  # the rest is imported after the check


# The command line


@pytest.mark.parametrize(
    ("typed", "request_read"),
    [
        ("", commands.Request("")),
        ("--yes", commands.Request("", yes=True)),
        ("--yes test", commands.Request("test", yes=True)),
        ("test --yes", commands.Request("test", yes=True)),
        ("test -k name --yes -x", commands.Request("test", ("-k", "name", "-x"), yes=True)),
        ("test -- --yes", commands.Request("test", ("--yes",))),
        ("simulate --yes 1..40", commands.Request("simulate", ("1..40",), yes=True)),
        ("bench book latency", commands.Request("bench", ("book", "latency"))),
        ("-- --folder x", commands.Request("", ("--folder", "x"))),
        ("--help", commands.Request("help")),
    ],
)
def test_the_command_line_is_read(typed: str, request_read: commands.Request) -> None:
    assert commands.read(typed.split()) == request_read


@pytest.mark.parametrize("typed", ["tets", "--yse", "help", "simulate", "--yes simulate"])
def test_what_makes_no_sense_shows_what_would(typed: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert commands.start(typed.split()) == 2
    assert "python3 packaging/run.py [--yes] [COMMAND]" in capsys.readouterr().err


# What is missing, and what it is called


@pytest.mark.parametrize(
    ("environ", "screen", "groups"),
    [
        ({}, True, system.LIBRARIES),
        ({"DISPLAY": ":0"}, True, system.LIBRARIES + system.X11),
        ({"WAYLAND_DISPLAY": "wayland-0"}, True, system.LIBRARIES + system.WAYLAND),
        ({"DISPLAY": ":0", "WAYLAND_DISPLAY": "w"}, True, system.LIBRARIES + system.X11 + system.WAYLAND),
        ({"DISPLAY": ":0"}, False, system.LIBRARIES),
        ({"DISPLAY": ""}, True, system.LIBRARIES),
    ],
)
def test_window_libraries_are_wanted_on_a_screen_only(
    environ: dict[str, str], screen: bool, groups: tuple[system.Need, ...]
) -> None:
    assert system.wanted_libraries(environ, screen=screen) == groups


def test_postgres_is_found_on_the_path_or_where_debian_keeps_it(tmp_path: Path) -> None:
    def nowhere(name: str) -> str | None:
        return None

    assert system.missing_for_tests(nowhere, tmp_path) == [system.POSTGRES]
    assert system.missing_for_tests(lambda name: f"/bin/{name}", tmp_path) == []
    folder = tmp_path / "usr" / "lib" / "postgresql" / "15" / "bin"
    folder.mkdir(parents=True)
    (folder / "initdb").touch()
    assert system.missing_for_tests(nowhere, tmp_path) == []


@pytest.mark.parametrize(("yes", "root", "asked"), [(False, False, 0), (True, False, 1), (False, True, 1)])
def test_what_can_be_done_without_is_only_got_where_nobody_has_to_be_asked(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], yes: bool, root: bool, asked: int
) -> None:
    calls: list[bool] = []

    def provide(find: Callable[[], list[system.Need]], *, yes: bool) -> None:
        calls.append(yes)
        raise Stop("apt-get has no archive")

    monkeypatch.setattr(system, "provide", provide)
    system.offer(lambda: [system.POSTGRES], yes=yes, root=root)  # goes on
    assert len(calls) == asked
    assert "Tests are skipped that need: PostgreSQL" in capsys.readouterr().err


def test_only_what_the_loader_does_not_find_is_missing() -> None:
    def load(soname: str) -> None:
        if soname in ("libEGL.so.1", "libgthread-2.0.so.0", "libglib-2.0.so.0"):
            raise OSError(f"{soname}: cannot open shared object file")

    missing = system.missing_libraries(system.LIBRARIES, load)
    assert [need.what for need in missing] == ["libglib-2.0.so.0", "libgthread-2.0.so.0", "libEGL.so.1"]
    assert system.packages(missing, "apt") == ["libegl1", "libglib2.0-0"]
    assert system.packages(missing, "dnf") == ["glib2", "libglvnd-egl"]
    assert system.packages(missing, "pacman") == ["glib2", "libglvnd"]


@pytest.mark.parametrize("manager", ["apt", "dnf", "pacman"])
def test_every_library_has_a_package(manager: str) -> None:
    assert all(name and name.isascii() and " " not in name for name in system.packages(EVERY_NEED, manager))
    assert len({need.what for need in EVERY_NEED}) == len(EVERY_NEED)


def test_nothing_needed_for_a_window_stops_a_machine_without_one() -> None:
    assert all(need.vital for need in system.LIBRARIES)
    assert not any(need.vital for need in (*system.X11, *system.WAYLAND))


def test_debian_keeps_pip_in_a_package_of_its_own(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    monkeypatch.setattr(system, "CERTIFICATES", (str(tmp_path / "none"),))
    mine = f"python3.{sys.version_info.minor}"
    monkeypatch.setattr(os.path, "realpath", lambda path: f"/usr/bin/{mine}")
    needs = system.missing_for_install({})
    assert system.packages(needs, "apt") == ["ca-certificates", "python3-venv"]
    monkeypatch.setattr(os.path, "realpath", lambda path: "/usr/bin/python3.10")
    assert f"{mine}-venv" in system.packages(system.missing_for_install({}), "apt")


def test_certificates_may_be_somewhere_else(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(system, "CERTIFICATES", ())
    own = tmp_path / "ca.pem"
    assert [need.what for need in system.missing_for_install({"SSL_CERT_FILE": str(own)})] == ["TLS certificates"]
    own.touch()
    assert system.missing_for_install({"SSL_CERT_FILE": str(own)}) == []


# Getting it


@pytest.mark.parametrize(
    ("os_release", "here", "manager"),
    [
        (DEBIAN, {"apt-get", "dnf", "pacman"}, "apt"),
        ('ID=linuxmint\nID_LIKE="ubuntu debian"', {"apt-get"}, "apt"),
        ("ID=fedora", {"apt-get", "dnf"}, "dnf"),
        ('ID="rocky"\nID_LIKE="rhel centos fedora"', {"dnf"}, "dnf"),
        ("ID=manjaro\nID_LIKE=arch", {"pacman"}, "pacman"),
        ("ID=debian", {"pacman", "apt-get"}, "apt"),
        ("ID=unheard", {"pacman"}, "pacman"),
        ("", {"dnf"}, "dnf"),
        ("ID=alpine", {"apk"}, None),
        ("ID=nixos", set(), None),
    ],
)
def test_the_package_manager_is_the_distributions_own(os_release: str, here: set[str], manager: str | None) -> None:
    assert system.package_manager(os_release, lambda name: name if name in here else None) == manager


def test_the_commands_ask_nothing() -> None:
    apt = "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120"

    def typed(manager: str, *, stale: bool) -> list[str]:
        return [" ".join(command) for command in system.install_commands(manager, ["a", "b"], lists_stale=stale)]

    assert typed("apt", stale=False) == [f"{apt} install -y --no-install-recommends a b"]
    assert typed("apt", stale=True) == [f"{apt} update", f"{apt} install -y --no-install-recommends a b"]
    assert typed("dnf", stale=False) == ["dnf install -y a b"]
    assert typed("pacman", stale=False) == ["pacman -S --needed --noconfirm a b"]
    assert typed("pacman", stale=True) == ["pacman -Sy --needed --noconfirm a b"]


def test_lists_are_fetched_when_there_are_none_or_they_are_old(tmp_path: Path) -> None:
    now = tmp_path.stat().st_mtime
    assert system.lists_are_stale("apt", now, tmp_path / "nowhere")
    assert system.lists_are_stale("apt", now, tmp_path)
    (tmp_path / "deb.debian.org_debian_dists_bookworm_main_binary-amd64_Packages.lz4").touch()
    assert not system.lists_are_stale("apt", now, tmp_path)
    assert not system.lists_are_stale("apt", now + 23 * 3600, tmp_path)
    assert system.lists_are_stale("apt", now + 25 * 3600, tmp_path)
    assert system.lists_are_stale("pacman", now, tmp_path)
    (tmp_path / "core.db").touch()
    assert not system.lists_are_stale("pacman", now + 10**6, tmp_path)
    assert not system.lists_are_stale("dnf", now, tmp_path / "nowhere")


@pytest.mark.parametrize(
    ("root", "terminal", "here", "way"),
    [
        (True, False, set(), []),
        (True, True, {"sudo"}, []),
        (False, True, {"sudo", "pkexec"}, ["sudo"]),
        (False, False, {"sudo", "pkexec"}, ["sudo", "-n"]),
        (False, True, {"pkexec"}, ["pkexec"]),
        (False, True, set(), None),
    ],
)
def test_the_way_to_root(root: bool, terminal: bool, here: set[str], way: list[str] | None) -> None:
    assert system.way_to_root(root=root, terminal=terminal, which=lambda name: name if name in here else None) == way


class Machine:
    """A computer that lacks libEGL, its package manager, and the person in front of it."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self.ran: list[str] = []
        self.installs = True
        self.code = 0
        self.missing = [system.LIBRARIES[2]]
        self.settle(patch)

    def settle(
        self,
        patch: pytest.MonkeyPatch,
        *,
        root: bool = False,
        terminal: bool = False,
        answer: str = "",
        here: tuple[str, ...] = ("apt-get", "sudo"),
        os_release: str = DEBIAN,
    ) -> None:
        patch.setattr(os, "geteuid", lambda: 0 if root else 1000)
        patch.setattr(system, "somebody_is_there", lambda: terminal)
        patch.setattr(console.sys, "stdin", SimpleNamespace(readline=lambda: f"{answer}\n"))
        patch.setattr(system, "_os_release", lambda: os_release)
        patch.setattr(system, "lists_are_stale", lambda *arguments: False)
        patch.setattr(system, "package_manager", _with_which(system.package_manager, here))
        patch.setattr(system, "way_to_root", _with_which(system.way_to_root, here))
        patch.setattr(system.subprocess, "run", self._run)

    def _run(self, command: list[str], **options: object) -> SimpleNamespace:
        self.ran.append(" ".join(command))
        if self.installs and not self.code:
            self.missing = []
        return SimpleNamespace(returncode=self.code)

    def provide(self, *, yes: bool = False) -> None:
        system.provide(lambda: list(self.missing), yes=yes)


def _with_which(function: Callable[..., object], here: tuple[str, ...]) -> Callable[..., object]:
    original = getattr(function, "original", function)

    def call(*arguments: object, **options: object) -> object:
        return original(*arguments, which=lambda name: name if name in here else None, **options)

    call.original = original  # type: ignore[attr-defined]
    return call


INSTALL = "env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=120 install -y --no-install-recommends"


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch) -> Machine:
    return Machine(monkeypatch)


def test_nothing_missing_nothing_said(machine: Machine, capsys: pytest.CaptureFixture[str]) -> None:
    machine.missing = []
    machine.provide()
    assert (machine.ran, capsys.readouterr().err) == ([], "")


def test_root_goes_ahead_and_says_the_command_first(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.settle(monkeypatch, root=True)
    machine.provide()
    assert machine.ran == [f"{INSTALL} libegl1"]
    said = capsys.readouterr().err
    assert "libEGL.so.1" in said
    assert f"  {INSTALL} libegl1\n" in said


def test_nobody_to_ask_prints_the_command_and_exits_2(machine: Machine) -> None:
    with pytest.raises(Stop) as stop:
        machine.provide()
    assert stop.value.code == 2
    assert f"  sudo {INSTALL} libegl1" in stop.value.words
    assert machine.ran == []


def test_yes_goes_ahead_without_a_terminal(machine: Machine) -> None:
    machine.provide(yes=True)
    assert machine.ran == [f"sudo -n {INSTALL} libegl1"]


@pytest.mark.parametrize("answer", ["y", "Y", "yes"])
def test_a_terminal_is_asked(machine: Machine, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    machine.settle(monkeypatch, terminal=True, answer=answer)
    machine.provide()
    assert machine.ran == [f"sudo {INSTALL} libegl1"]


@pytest.mark.parametrize("answer", ["", "n", "no", "sure"])
def test_anything_but_yes_is_no(machine: Machine, monkeypatch: pytest.MonkeyPatch, answer: str) -> None:
    machine.settle(monkeypatch, terminal=True, answer=answer)
    with pytest.raises(Stop) as stop:
        machine.provide()
    assert (stop.value.code, machine.ran) == (2, [])


def test_no_way_to_root_says_what_root_has_to_run(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.settle(monkeypatch, terminal=True, here=("apt-get",))
    with pytest.raises(Stop) as stop:
        machine.provide(yes=True)
    assert (stop.value.code, machine.ran) == (2, [])
    assert f"as root, then start again:\n  {INSTALL} libegl1" in stop.value.words


def test_an_unknown_system_is_told_what_is_missing(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.settle(monkeypatch, root=True, here=(), os_release="ID=nixos")
    with pytest.raises(Stop) as stop:
        machine.provide(yes=True)
    assert stop.value.code == 2
    assert "cannot run without: libEGL.so.1" in stop.value.words


def test_an_unknown_system_goes_on_without_what_only_a_window_needs(
    machine: Machine, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    machine.settle(monkeypatch, here=(), os_release="ID=nixos")
    machine.missing = [system.X11[1]]
    machine.provide()
    assert "Going on without: libxcb-cursor.so.0" in capsys.readouterr().err


def test_a_failed_install_says_so(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.settle(monkeypatch, root=True)
    machine.code = 100
    with pytest.raises(Stop, match="exit code 100") as stop:
        machine.provide()
    assert stop.value.code == 1


def test_what_is_still_missing_afterwards_is_said(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    machine.settle(monkeypatch, root=True)
    machine.installs = False
    with pytest.raises(Stop, match=r"still missing[\s\S]*libEGL.so.1"):
        machine.provide()
