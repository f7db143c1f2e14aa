"""What every test runs under. A test fails when it leaves a thread behind, when a warning it did not announce with
`@pytest.mark.expects_log("part of the message")` reaches the log, when Python or Qt warns, or when it asks the network
for anything but this computer. It sees a keyring in memory and folders of its own, never the user's.

Children that a test starts inherit the keyring and the folders; the rest is theirs to keep. Nothing here loads Qt.
"""

import ipaddress
import logging
import os
import random
import shutil
import socket
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from itertools import count
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ["PYTHON_KEYRING_BACKEND"] = "tests.memory_keyring.MemoryKeyring"

# Slow machines are no findings, and every run tries other lives than the last: the seed is printed.
settings.register_profile(
    "plimsoll",
    parent=settings.get_profile("default"),
    derandomize=False,
    deadline=None,
    print_blob=True,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("plimsoll")

SEED_VARIABLE = "PLIMSOLL_SEED"
THREAD_GRACE_S = 1.0  # a thread that was told to stop may need a moment to be gone
NO_SCHEMAS = "the vendors' schemas are not here"
FOLDERS = {
    "HOME": "",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_STATE_HOME": ".local/state",
    "XDG_CACHE_HOME": ".cache",
    "USERPROFILE": "",
    "APPDATA": "AppData/Roaming",
    "LOCALAPPDATA": "AppData/Local",
    "WIN_PD_OVERRIDE_APPDATA": "AppData/Roaming",
    "WIN_PD_OVERRIDE_LOCAL_APPDATA": "AppData/Local",
}

_run = pytest.MonkeyPatch()
_homes = count(1)
_refused: list[str] = []


class NetworkRefusedError(RuntimeError):
    """A test asked for something outside this computer. No OSError: no code may take it for a shop that is down."""


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    config.addinivalue_line("markers", "expects_log(text): a record at WARNING or above holding this text has to come")
    if config.option.hypothesis_seed is None:
        config.option.hypothesis_seed = int(os.environ.get(SEED_VARIABLE) or random.SystemRandom().randrange(2**32))
    root = Path(tempfile.mkdtemp(prefix="plimsoll-tests-"))
    config.add_cleanup(lambda: shutil.rmtree(root, ignore_errors=True))
    config.add_cleanup(_run.undo)
    runtime = root / "runtime"
    runtime.mkdir(mode=0o700)
    _run.setenv("XDG_RUNTIME_DIR", str(runtime))
    _run.setenv("PLIMSOLL_TEST_HOMES", str(root))
    _live_in(_run)
    _stay_here(_run)


def pytest_report_header(config: pytest.Config) -> str:
    seed = config.option.hypothesis_seed
    return f"seed of this run: {seed} ({SEED_VARIABLE}={seed} repeats it)"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    if terminalreporter.stats.get("failed") or terminalreporter.stats.get("error"):
        terminalreporter.write_line(pytest_report_header(config))
    skipped = [report for report in terminalreporter.stats.get("skipped", []) if isinstance(report.longrepr, tuple)]
    without = sum(NO_SCHEMAS in report.longrepr[2] for report in skipped)
    terminalreporter.write_line(f"contract tests skipped for want of the vendors' schemas: {without}")


@pytest.fixture(autouse=True)
def _guards(request: pytest.FixtureRequest) -> Iterator[None]:
    expected = [str(marker.args[0]) for marker in request.node.iter_markers("expects_log")]
    with ExitStack() as stack:  # the first one entered looks last, when everything else of the test is gone
        stack.enter_context(_no_thread_left())
        stack.enter_context(_no_call_outside())
        stack.enter_context(_no_surprise_in_the_log(expected))
        _live_in(stack.enter_context(pytest.MonkeyPatch.context()))
        stack.callback(_empty_keyring)
        yield


@contextmanager
def _no_thread_left() -> Iterator[None]:
    before = set(threading.enumerate())
    yield
    deadline = time.monotonic() + THREAD_GRACE_S
    # Python gives threads that Qt started a stand-in, which it keeps after their end.
    new = [thread for thread in threading.enumerate() if thread not in before]
    ours = [thread for thread in new if not isinstance(thread, threading._DummyThread)]
    for thread in ours:
        thread.join(max(0.0, deadline - time.monotonic()))
    if left := [thread.name for thread in ours if thread.is_alive()]:
        pytest.fail(f"left running: {', '.join(left)}", pytrace=False)


class _Watch(logging.Handler):
    """Remembers what came at WARNING and above."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.seen: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.seen.append(f"{record.levelname} {record.name}: {record.getMessage()}")


@contextmanager
def _no_surprise_in_the_log(expected: list[str]) -> Iterator[None]:
    watch, root = _Watch(), logging.getLogger()
    root.addHandler(watch)
    try:
        yield
    finally:
        root.removeHandler(watch)
    surprises = [line for line in watch.seen if not any(text in line for text in expected)]
    silent = [text for text in expected if not any(text in line for line in watch.seen)]
    if surprises or silent:
        lines = [f"unexpected in the log: {line}" for line in surprises]
        lines += [f"expected in the log, but it never came: {text}" for text in silent]
        pytest.fail("\n".join(lines), pytrace=False)


@contextmanager
def _no_call_outside() -> Iterator[None]:
    _refused.clear()
    yield
    if _refused:  # said again here, for the code under test may have swallowed the refusal
        pytest.fail(f"asked the network for {', '.join(_refused)}", pytrace=False)


def _stay_here(patch: pytest.MonkeyPatch) -> None:
    for name in ("connect", "connect_ex", "sendto"):
        patch.setattr(socket.socket, name, _guarded(getattr(socket.socket, name)))
    look_up = socket.getaddrinfo

    def local_look_up(host: object, *arguments: object, **options: object) -> object:
        _check(host)
        return look_up(host, *arguments, **options)  # type: ignore[arg-type]

    patch.setattr(socket, "getaddrinfo", local_look_up)


def _guarded(original: Callable[..., object]) -> Callable[..., object]:
    def call(self: socket.socket, *arguments: object) -> object:
        address = arguments[-1]
        if isinstance(address, tuple):
            _check(address[0])
        return original(self, *arguments)

    return call


def _check(host: object) -> None:
    name = host.decode() if isinstance(host, bytes) else host
    if name in (None, "", "localhost"):
        return
    try:
        here = ipaddress.ip_address(str(name)).is_loopback
    except ValueError:
        here = False
    if not here:
        _refused.append(str(name))
        raise NetworkRefusedError(f"tests stay on this computer, and {name} is not")


def _live_in(patch: pytest.MonkeyPatch) -> None:
    # Named, not made: most tests never look, and whoever writes makes its folder.
    home = Path(os.environ["PLIMSOLL_TEST_HOMES"]) / str(next(_homes))
    for variable, below in FOLDERS.items():
        patch.setenv(variable, str(home / below))
    patch.delenv("PLIMSOLL_DATA", raising=False)


def _empty_keyring() -> None:
    if module := sys.modules.get("tests.memory_keyring"):
        module.MemoryKeyring.kept.clear()
