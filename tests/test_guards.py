"""The guards of conftest.py bite: each is shown a test that does what must not be done."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parent
GUILTY = """
import logging, os, socket, threading, warnings
from pathlib import Path
import pytest

def test_thread_left():
    threading.Thread(target=threading.Event().wait, name="forgotten", daemon=True).start()

def test_thread_ended():
    thread = threading.Thread(target=int)
    thread.start()

def test_thread_died():
    def die():
        raise KeyError("odd")
    thread = threading.Thread(target=die)
    thread.start()
    thread.join()

def test_log_surprise():
    logging.getLogger("app").warning("the shop is odd")

@pytest.mark.expects_log("shop is odd")
def test_log_expected():
    logging.getLogger("app").warning("the shop is odd")

@pytest.mark.expects_log("shop is odd")
def test_log_silent():
    logging.getLogger("app").info("the shop is odd")

@pytest.mark.expects_log("shop is odd")
def test_log_other():
    logging.getLogger("app").warning("the shop is odd")
    logging.getLogger("app").error("the disk is full")

def test_python_warns():
    warnings.warn("old", stacklevel=1)

def test_qt_warns():
    from PySide6.QtCore import qWarning
    qWarning("odd widget")

def test_qt_slot_raises(qtbot):
    from PySide6.QtCore import QTimer
    timer = QTimer(singleShot=True)
    def slot():
        raise KeyError("odd")
    timer.timeout.connect(slot)
    with qtbot.waitSignal(timer.timeout):
        timer.start(0)

def test_network_address():
    socket.create_connection(("192.0.2.1", 443), timeout=1)

def test_network_name():
    socket.getaddrinfo("shop.example", 443)

def test_network_datagram():
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sender:
        sender.sendto(b"", ("192.0.2.1", 53))

def test_network_swallowed():
    try:
        socket.create_connection(("192.0.2.1", 443), timeout=1)
    except Exception:
        pass

def test_network_loopback():
    with socket.create_server(("127.0.0.1", 0)) as server:
        socket.create_connection(("localhost", server.getsockname()[1]), timeout=5).close()
        server.accept()[0].close()

def test_folders_own():
    import platformdirs
    for folder in (Path.home(), Path(platformdirs.user_data_dir("x")), Path(platformdirs.user_config_dir("x"))):
        assert folder.is_relative_to(os.environ["PLIMSOLL_TEST_HOMES"])
    Path.home().mkdir()
    (Path.home() / "left").touch()

def test_folders_new():
    assert not (Path.home() / "left").exists()

def test_schemas_missing():
    pytest.skip("the vendors' schemas are not here: /nowhere")

def test_skipped_otherwise():
    pytest.skip("not on this system")
"""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> subprocess.CompletedProcess[str]:
    """The guilty tests, run once under the real conftest.py and the real settings."""
    folder = tmp_path_factory.mktemp("guilty")
    for source in (TESTS / "conftest.py", TESTS.parent / "pyproject.toml"):
        (folder / source.name).write_text(source.read_text(encoding="utf-8"), encoding="utf-8")
    (folder / "test_guilty.py").write_text(GUILTY, encoding="utf-8")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-rA", "--tb=short", "-p", "no:terminalprogress", "test_guilty.py"],
        cwd=folder,
        env=os.environ | {"PLIMSOLL_SEED": "4711", "COLUMNS": "200", "CI": "true"},
        capture_output=True,
        text=True,
        timeout=100,
        check=False,
    )


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("thread_left", "left running: forgotten"),
        ("thread_died", "PytestUnhandledThreadExceptionWarning"),
        ("log_surprise", "unexpected in the log: WARNING app: the shop is odd"),
        ("log_silent", "expected in the log, but it never came: shop is odd"),
        ("log_other", "unexpected in the log: ERROR app: the disk is full"),
        ("python_warns", "UserWarning: old"),
        ("qt_warns", "odd widget"),
        ("qt_slot_raises", "Exceptions caught in Qt event loop"),
        ("network_address", "tests stay on this computer, and 192.0.2.1 is not"),
        ("network_name", "tests stay on this computer, and shop.example is not"),
        ("network_datagram", "tests stay on this computer, and 192.0.2.1 is not"),
        ("network_swallowed", "asked the network for 192.0.2.1"),
    ],
)
def test_the_guilty_fail(run: subprocess.CompletedProcess[str], name: str, why: str) -> None:
    assert re.search(rf"^(FAILED|ERROR) test_guilty.py::test_{name}\b", run.stdout, re.M), run.stdout
    assert why in run.stdout


@pytest.mark.parametrize("name", ["thread_ended", "log_expected", "network_loopback", "folders_own", "folders_new"])
def test_the_innocent_pass(run: subprocess.CompletedProcess[str], name: str) -> None:
    assert re.search(rf"^PASSED test_guilty.py::test_{name}\b", run.stdout, re.M), run.stdout
    assert not re.search(rf"^(FAILED|ERROR) test_guilty.py::test_{name}\b", run.stdout, re.M)


def test_the_run_says_what_it_did(run: subprocess.CompletedProcess[str]) -> None:
    assert "seed of this run: 4711 (PLIMSOLL_SEED=4711 repeats it)" in run.stdout
    assert "contract tests skipped for want of the vendors' schemas: 1\n" in run.stdout
    assert run.returncode == 1


def test_random_lives_differ_even_in_ci() -> None:
    from hypothesis import settings

    current = settings.default
    assert current is not None
    assert not current.derandomize
    assert current.print_blob
    assert current.deadline is None


@pytest.mark.parametrize("time", [1, 2])
def test_the_keyring_is_in_memory_and_empty(time: int) -> None:
    import keyring

    assert type(keyring.get_keyring()).__name__ == "MemoryKeyring"
    assert keyring.get_password("plimsoll", "vault key") is None
    keyring.set_password("plimsoll", "vault key", f"from test {time}")
    assert keyring.get_password("plimsoll", "vault key") == f"from test {time}"


def test_no_test_loads_qt_by_way_of_conftest() -> None:
    code = "import sys, tests.conftest; sys.exit(any(name.startswith('PySide6') for name in sys.modules))"
    assert subprocess.run([sys.executable, "-c", code], cwd=TESTS.parent, check=False).returncode == 0
