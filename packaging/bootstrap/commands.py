"""The command line: what may be asked for, and the programs that do it."""

import os
import signal
import subprocess
import sys
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import FrameType

from bootstrap import system
from bootstrap.console import NEEDS_YOU, Stop, say
from bootstrap.environment import Environment

ROOT = Path(__file__).resolve().parents[2]
USAGE = """\
python3 packaging/run.py [--yes] [COMMAND]

Sets up everything that is missing, then:
  (no command)           opens Plimsoll; what stands after -- is handed to it
  test [ARGUMENTS]       runs all checks and tests; with arguments, pytest with those and nothing else
  simulate SEED[..SEED]  plays random shop life against the sync
  bench [NAME...]        measures, one JSON object a line
  package [STAGE...]     makes the installable program in dist, and walks it: frozen, deb, tar, bill; without a
                         STAGE, all of them
  languages              finds all texts in the code and brings the translations in resources/languages up to them

--yes installs missing system packages without asking. It may stand before or after the command.
"""
SOURCES = ("app", "tests", "packaging")
CHECKS = (
    ("ruff format", ("-m", "ruff", "format", "--check", *SOURCES)),
    ("ruff check", ("-m", "ruff", "check", *SOURCES)),
    ("mypy", ("-m", "mypy")),
    ("pytest", ("-m", "pytest", "-n", "auto", "--dist", "worksteal")),  # as many at a time as there are cores
)
# Each of these would make Python load other modules than ours, or run ours in another way than it was tested.
HARMFUL = (
    "PYTHONHOME", "PYTHONPATH", "PYTHONSAFEPATH", "PYTHONSTARTUP", "PYTHONUSERBASE", "PYTHONEXECUTABLE",
    "PYTHONPLATLIBDIR", "PYTHONOPTIMIZE", "PYTHONINSPECT", "PYTHONWARNINGS", "VIRTUAL_ENV",
    "__PYVENV_LAUNCHER__",
)  # fmt: skip


@dataclass(frozen=True)
class Request:
    """A command line, read."""

    command: str
    rest: tuple[str, ...] = ()
    yes: bool = False


@dataclass(frozen=True)
class Command:
    """What one command needs to be set up, and what it then runs. `run` returns an exit code, or never returns."""

    kind: str
    screen: bool
    run: Callable[[Path, tuple[str, ...]], int]
    folder: str = ".venv"


def read(arguments: Sequence[str]) -> Request:
    """Make sense of a command line. Raises `Stop` when there is none in it."""
    own, rest = list(arguments), []
    if "--" in own:
        at = own.index("--")
        own, rest = own[:at], own[at + 1 :]
    yes = "--yes" in own
    own = [argument for argument in own if argument != "--yes"]
    if own and own[0] in ("-h", "--help"):
        return Request("help")
    command = own.pop(0) if own else ""
    if command not in COMMANDS:
        raise Stop(f"There is no command {command!r}.\n\n{USAGE}", NEEDS_YOU)
    if command == "simulate" and not (own or rest):
        raise Stop(f"Which seed? For example: simulate 1..40\n\n{USAGE}", NEEDS_YOU)
    return Request(command, (*own, *rest), yes)


def start(arguments: Sequence[str]) -> int:
    """Do what the command line asks for. Returns the exit code."""
    try:
        request = read(arguments)
        if request.command == "help":
            print(USAGE, end="")
            return 0
        return _carry_out(request)
    except Stop as stop:
        say(stop.words)
        return stop.code
    except KeyboardInterrupt:
        say("\nStopped. Start again to go on.")
        return 128 + signal.SIGINT
    except OSError as error:
        say(f"Set-up needs to write in {ROOT} and cannot: {error}")
        return 1


def _carry_out(request: Request) -> int:
    command = COMMANDS[request.command]
    for name in HARMFUL:
        os.environ.pop(name, None)
    environment = Environment(ROOT, command.folder)
    ready = environment.ready(command.kind)
    if sys.platform == "linux":
        system.provide(lambda: _missing(command, installing=not ready), yes=request.yes)
        if request.command == "test" and not request.rest:
            system.offer(system.missing_for_tests, yes=request.yes, root=os.geteuid() == 0)
    if not ready:
        environment.prepare(command.kind)
    os.chdir(ROOT)
    return command.run(environment.python, request.rest)


def _missing(command: Command, *, installing: bool) -> list[system.Need]:
    wanted = system.wanted_libraries(os.environ, screen=command.screen)
    return system.missing_libraries(wanted) + (system.missing_for_install(os.environ) if installing else [])


def open_plimsoll(python: Path, rest: tuple[str, ...]) -> int:
    """Become Plimsoll. Without a screen it plays the sample shop off screen; that is its own decision."""
    return become(python, "-m", "app", *rest)


def test(python: Path, rest: tuple[str, ...]) -> int:
    """Run every check, whatever the ones before it said. The exit code is that of the first that failed."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)  # tests start programs by the dozen: each would compile it all anew
    if rest:
        return become(python, "-m", "pytest", *rest)
    codes = {}
    for name, arguments in CHECKS:
        print(f"\n== {name}", flush=True)
        codes[name] = wait_for(python, *arguments)
        if codes[name] in (128 + signal.SIGINT, 128 + signal.SIGTERM):
            return codes[name]
    failed = [name for name, code in codes.items() if code]
    print(f"\nFailed: {', '.join(failed)}" if failed else "\nAll checks passed: " + ", ".join(codes), flush=True)
    return next((code for code in codes.values() if code), 0)


def simulate(python: Path, rest: tuple[str, ...]) -> int:
    """Become the seeded simulation."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    return become(python, "-m", "tests.simulation", *rest)


def bench(python: Path, rest: tuple[str, ...]) -> int:
    """Become the benches."""
    return become(python, "-m", "tests.bench", *rest)


def package(python: Path, rest: tuple[str, ...]) -> int:
    """Become the maker of packages."""
    return become(python, str(ROOT / "packaging" / "package.py"), *rest)


def languages(python: Path, _rest: tuple[str, ...]) -> int:
    """Become the collector of texts."""
    return become(python, str(ROOT / "packaging" / "package.py"), "languages")


COMMANDS: Mapping[str, Command] = {
    "": Command("app", screen=True, run=open_plimsoll),
    "test": Command("test", screen=False, run=test),
    "simulate": Command("test", screen=False, run=simulate),
    "bench": Command("test", screen=True, run=bench),
    "languages": Command("test", screen=False, run=languages),
    "package": Command("package", screen=True, run=package, folder="build/environment"),
}


def become(python: Path, *arguments: str) -> int:
    """Hand this process over, so that signals and the exit code are the program's own. Windows can only wait for it."""
    if os.name != "nt":
        for stream in (sys.stdout, sys.stderr):
            stream.flush()
        os.execv(python, [str(python), *arguments])  # noqa: S606 - no shell is wanted
    return wait_for(python, *arguments)


def wait_for(python: Path, *arguments: str) -> int:
    """Run a program to its end, hand signals on to it, and return its exit code as a shell would show it."""
    child = subprocess.Popen([str(python), *arguments])
    stopped_by = 0

    def hand_on(number: int, _frame: FrameType | None) -> None:
        nonlocal stopped_by
        stopped_by = number
        if number == signal.SIGTERM:  # Ctrl+C reaches the child by itself
            child.terminate()

    before = {number: signal.signal(number, hand_on) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        code = child.wait()
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
    if stopped_by:
        return 128 + stopped_by
    return code if code >= 0 else 128 - code
