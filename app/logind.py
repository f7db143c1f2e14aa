"""Linux: told by the system before it sleeps or shuts down, with leave to delay that for a moment.

systemd-logind says `PrepareForSleep` and `PrepareForShutdown` on the system bus, and waits for whoever holds a delay
lock, up to its own `InhibitDelayMaxUSec` (5 s where nobody has changed it). jeepney speaks D-Bus, and passes the lock's
file descriptor; it comes with the keyring. Where there is no bus or no logind, that is said, and nothing else happens.
"""

import os
import threading
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Properties, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import DBusErrorResponse, unwrap_msg

from app.core.text import N_, NN_, Text

PATH, NAME, INTERFACE = "/org/freedesktop/login1", "org.freedesktop.login1", "org.freedesktop.login1.Manager"
SIGNALS = {"PrepareForSleep": "sleep", "PrepareForShutdown": "shutdown"}
USUAL_S = 5.0
ANSWER_S = 3.0
LOOK_S = 1.0  # how often it is seen whether to stop ...
HOLD_EVERY = 10  # ... and, so many times less often, whether the lock is still wanted
FAULTS = (OSError, EOFError, ValueError, KeyError, DBusErrorResponse)  # what a bus, or none, may do to us


@dataclass(frozen=True, slots=True)
class Heeds:
    """What to do, called in this watch's own thread. `leaves` is given "sleep" or "shutdown" and the seconds granted;
    `wants` says whether the system is to wait for it at all; `told` hears what this system does.
    """

    leaves: Callable[[str, float], object]
    back: Callable[[], object]
    wants: Callable[[], bool]
    told: Callable[[Text], None]


class SleepWatch:
    """Listens until `stop`. `bus` is the system's, or an address."""

    def __init__(self, heeds: Heeds, *, bus: str = "SYSTEM") -> None:
        self._heeds, self._bus = heeds, bus
        self._stopping = threading.Event()
        self._manager = DBusAddress(PATH, bus_name=NAME, interface=INTERFACE)
        self._lock: int | None = None
        self._granted_s = USUAL_S
        self._thread = threading.Thread(target=self._run, name="sleep watch", daemon=True)

    def start(self) -> None:
        """Begin to listen."""
        self._thread.start()

    def ask_to_stop(self) -> None:
        """End soon. Nobody need wait for it: the end of the program lets go of the lock too."""
        self._stopping.set()

    def stop(self) -> None:
        """End within a second, and let go of the lock."""
        self.ask_to_stop()
        self._thread.join(ANSWER_S)

    def _run(self) -> None:
        try:
            with open_dbus_connection(self._bus, enable_fds=True) as connection:
                self._listen(connection)
        except FAULTS:
            self._heeds.told(
                N_("This system does not say when it sleeps or shuts down, so nothing can be prepared just then.")
            )
        finally:
            self._let_go()

    def _listen(self, connection: DBusConnection) -> None:
        self._granted_s = self._granted(connection)
        rules = [MatchRule(type="signal", interface=INTERFACE, member=name, path=PATH) for name in SIGNALS]
        for rule in rules:
            unwrap_msg(connection.send_and_get_reply(message_bus.AddMatch(rule), timeout=ANSWER_S))
        self._hold(connection)
        self._heeds.told(
            NN_(
                "This system waits up to {n} second for Plimsoll before it sleeps or shuts down.",
                "This system waits up to {n} seconds for Plimsoll before it sleeps or shuts down.",
                round(self._granted_s),
            )
        )
        quiet = 0
        while not self._stopping.is_set():
            try:
                message = connection.receive(timeout=LOOK_S)
            except TimeoutError:
                quiet += 1
                if quiet % HOLD_EVERY == 0:
                    self._hold(connection)  # the seller may have agreed, or changed their mind
                continue
            self._heard(connection, message.header.fields.get(HeaderFields.member), message.body)

    def _heard(self, connection: DBusConnection, member: object, body: Any) -> None:
        way = SIGNALS.get(str(member))
        if way is None or not body:
            return
        if not body[0]:
            self._heeds.back()
            self._hold(connection)
            return
        try:
            if self._lock is not None:
                self._heeds.leaves(way, self._granted_s)
        finally:
            self._let_go()  # now the system goes on

    def _granted(self, connection: DBusConnection) -> float:
        reply = connection.send_and_get_reply(Properties(self._manager).get("InhibitDelayMaxUSec"), timeout=ANSWER_S)
        (_, microseconds) = unwrap_msg(reply)[0]
        return float(microseconds) / 1e6

    def _hold(self, connection: DBusConnection) -> None:
        """Take the lock where it is wanted: without leave the system is not held up for a moment."""
        wanted = self._heeds.wants()
        if not wanted:
            self._let_go()
        elif self._lock is None:
            asked = new_method_call(
                self._manager,
                "Inhibit",
                "ssss",
                ("sleep:shutdown", "Plimsoll", "Tells your channels before nobody answers sales", "delay"),
            )
            (found,) = unwrap_msg(connection.send_and_get_reply(asked, timeout=ANSWER_S))
            self._lock = found.to_raw_fd()

    def _let_go(self) -> None:
        lock, self._lock = self._lock, None
        if lock is not None:
            os.close(lock)
