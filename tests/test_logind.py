"""Sleep and shutdown on Linux: against a real bus of its own, with a made-up logind that sends its signals."""

import os
import shutil
import subprocess
import threading

import pytest

from app.core.text import Text

pytest.importorskip("jeepney")  # Linux only, as is what is tested here
from jeepney import DBusAddress, HeaderFields, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from app.logind import INTERFACE, NAME, PATH, Heeds, SleepWatch

DAEMON = shutil.which("dbus-daemon")
WAIT_S = 10


class Logind:
    """Answers as logind does, and knows who still holds it up: a lock is the other end of a pipe."""

    def __init__(self, address: str, *, grants_us: int = 5_000_000) -> None:
        self.grants_us, self.locks = grants_us, []
        self.asked = threading.Semaphore(0)
        self._connection = open_dbus_connection(address, enable_fds=True)
        self._connection.send_and_get_reply(message_bus.RequestName(NAME))
        self._stopping = False
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    def _serve(self) -> None:
        while not self._stopping:
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            if message.header.message_type is MessageType.method_call:
                self._answer(message)

    def _answer(self, message) -> None:
        member = message.header.fields[HeaderFields.member]
        if member == "Get":
            self._connection.send(new_method_return(message, "v", (("t", self.grants_us),)))
        elif member == "Inhibit":
            self.inhibited = message.body
            near, far = os.pipe()
            self.locks.append(near)
            self._connection.send(new_method_return(message, "h", (far,)))
            os.close(far)
            self.asked.release()
        else:
            self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))

    def says(self, signal: str, begins: bool) -> None:
        """Before (True) and after (False)."""
        self._connection.send(new_signal(DBusAddress(PATH, interface=INTERFACE), signal, "b", (begins,)))

    def free(self, lock: int) -> bool:
        """Is the lock let go of? Waits for that: a pipe whose other end is closed reads as ended."""
        os.set_blocking(lock, True)
        return os.read(lock, 1) == b""

    def held(self, lock: int) -> bool:
        os.set_blocking(lock, False)
        try:
            return os.read(lock, 1) != b""
        except BlockingIOError:
            return True

    def close(self) -> None:
        self._stopping = True
        self._thread.join()
        self._connection.close()
        for lock in self.locks:
            os.close(lock)


class Seller:
    """What is heard."""

    def __init__(self, *, agrees: bool = True) -> None:
        self.agrees, self.left, self.said = agrees, [], []
        self.came_back, self.told = threading.Event(), threading.Event()
        self.during = lambda: None

    def heeds(self) -> Heeds:
        return Heeds(leaves=self._leaves, back=self.came_back.set, wants=lambda: self.agrees, told=self._told)

    def _leaves(self, way: str, granted_s: float) -> None:
        self.left.append((way, granted_s))
        self.during()

    def _told(self, words: Text) -> None:
        self.said.append(str(words))
        self.told.set()


@pytest.fixture
def bus():
    if DAEMON is None:
        pytest.skip("no dbus-daemon here: sleep and shutdown are not tried against a bus")
    started = subprocess.Popen(
        [DAEMON, "--session", "--nofork", "--nopidfile", "--print-address=1"], stdout=subprocess.PIPE, text=True
    )
    yield started.stdout.readline().strip()
    started.terminate()
    started.wait(WAIT_S)
    started.stdout.close()


@pytest.fixture
def logind(bus):
    made = Logind(bus)
    yield made
    made.close()


@pytest.fixture
def watch(bus):
    made = []

    def start(seller: Seller) -> SleepWatch:
        made.append(SleepWatch(seller.heeds(), bus=bus))
        made[-1].start()
        assert seller.told.wait(WAIT_S)
        return made[-1]

    yield start
    for one in made:
        one.stop()


@pytest.mark.parametrize(("signal", "way"), [("PrepareForSleep", "sleep"), ("PrepareForShutdown", "shutdown")])
def test_the_system_waits_until_it_is_prepared(logind, watch, signal, way):
    seller = Seller()
    watch(seller)
    assert logind.asked.acquire(timeout=WAIT_S)
    assert logind.inhibited[0] == "sleep:shutdown"
    assert logind.inhibited[3] == "delay"
    lock = logind.locks[0]
    held = []
    seller.during = lambda: held.append(logind.held(lock))
    logind.says(signal, True)
    assert logind.free(lock)
    assert held == [True], "while it is being prepared the system is held up"
    assert seller.left == [(way, 5.0)]
    assert seller.said == ["This system waits up to 5 seconds for Plimsoll before it sleeps or shuts down."]


def test_awake_again_it_says_so_and_is_ready_for_the_next_sleep(logind, watch):
    seller = Seller()
    watch(seller)
    assert logind.asked.acquire(timeout=WAIT_S)
    for turn in (0, 1):
        seller.came_back.clear()
        logind.says("PrepareForSleep", True)
        assert logind.free(logind.locks[turn])
        logind.says("PrepareForSleep", False)
        assert seller.came_back.wait(WAIT_S)
        assert logind.asked.acquire(timeout=WAIT_S), "a new lock"
    assert seller.left == [("sleep", 5.0), ("sleep", 5.0)]


def test_without_leave_nothing_is_held_up(logind, watch):
    seller = Seller(agrees=False)
    watch(seller)
    logind.says("PrepareForSleep", True)
    logind.says("PrepareForSleep", False)
    assert seller.came_back.wait(WAIT_S)
    assert logind.locks == []
    assert seller.left == []


def test_stopping_lets_go_of_the_lock(logind, watch):
    seller = Seller()
    made = watch(seller)
    assert logind.asked.acquire(timeout=WAIT_S)
    made.stop()
    assert logind.free(logind.locks[0])


def test_a_bus_without_logind_is_said_in_words(bus, watch):
    seller = Seller()
    watch(seller)
    assert seller.said[0].startswith("This system does not say when it sleeps or shuts down")


def test_no_bus_at_all_is_no_crash():
    seller = Seller()
    made = SleepWatch(seller.heeds(), bus="unix:path=/nowhere/at/all")
    made.start()
    assert seller.told.wait(WAIT_S)
    made.stop()
    assert len(seller.said) == 1
