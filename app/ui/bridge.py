"""Between the window and everything behind it: reading, writing in one step, background work, and news.

The window's thread reads the store on its own connection and writes through `perform`; what needs a network or takes
long goes through `background`. News from the lanes arrives here, whatever thread it came from.
"""

import logging
import threading
from collections.abc import Callable
from dataclasses import field
from datetime import datetime
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.core.changes import Changes
from app.core.records import dataclass
from app.core.text import N_, Text
from app.errors import PlimsollError
from app.store.sqlite import Connection

if TYPE_CHECKING:
    from app.core.away import Away
    from app.core.channel import ChannelInfo, Introduction
    from app.core.hooks import Doorway
    from app.core.rehearsal import Plan, Report
    from app.store.leaving import Outlook
    from app.ui.computer import ComputerLent

log = logging.getLogger(__name__)

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectForm:
    """What the seller typed to connect a shop. Secrets stay in memory until they are sealed."""

    channel: str
    way: str
    values: dict[str, str] = field(repr=False)
    brought: dict[str, str] = field(default_factory=dict, repr=False)  # what the browser brought


class SigningIn(Protocol):
    """One attempt to sign in by the browser: open `page` there. Those marked (slow) block."""

    @property
    def page(self) -> str:
        """The channel's own page."""

    @property
    def listens(self) -> bool:
        """Is somebody there for the browser to come back to? Else its address has to be pasted."""

    def wait(self) -> dict[str, str] | None:
        """(slow) What the browser brought; None when it did not come back in time, or this was called off."""

    def pasted(self, address: str) -> dict[str, str]:
        """(slow) The same, from the address that the browser shows."""

    def cancel(self) -> None:
        """End the wait soon."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RelayLent:
    """What the seller may do with a webhook relay; shops by their number. All of it is (slow)."""

    pair: Callable[[str, str], None]  # address and one-time code
    unpair: Callable[[bool], None]  # True: forget it even where it does not answer
    new_key: Callable[[], None]
    doorway: "Callable[[int], Doorway]"  # a shop's address, made where it has none
    set_secret: Callable[[int, str], None]  # what its channel signs with
    test: Callable[[int], None]  # post a marked message: it has to come back
    make_hooks: Callable[[int], int]  # let its connector set up what is missing
    lend: Callable[[int, bool], None]  # lend the relay its secret, or take it back


@dataclass(frozen=True, slots=True, kw_only=True)
class PassphraseLent:
    """What the seller may do where there is no keyring. All of it is (slow)."""

    unlock: Callable[[str], None]
    set: Callable[[str], None]  # or change
    forget: Callable[[], None]  # the keys then last for this session only


@dataclass(frozen=True, slots=True, kw_only=True)
class NoticesLent:
    """Where else the seller may be told of alerts. All of it is (slow)."""

    set_webhook: Callable[[str], None]
    set_mail: Callable[[dict[str, str]], None]
    drop: Callable[[str], None]  # "webhook" or "mail"


@dataclass(frozen=True, slots=True, kw_only=True)
class LeavingLent:
    """Leaving safely. All of it is (slow), but for what the system says."""

    outlook: "Callable[[bool], Outlook]"  # what may be sold twice until the usual return; False: nobody knows when
    prepare: "Callable[[Away, str, datetime | None], None]"  # how (store.leaving.Way), and until when
    take_back: Callable[[], None]  # the seller stays: share again
    warned: Callable[[], Text] = lambda: N_("Not known yet.")  # does this system tell of sleep and shutdown?


@dataclass(frozen=True, slots=True, kw_only=True)
class RehearsalLent:
    """Rehearsing a rush, in a process of its own: `run` (slow) keeps its report, `stop` makes it end soon.

    `run` tells which step it is in, and which share of all of it is over, from another thread.
    """

    run: "Callable[[Plan, Callable[[int, float], None]], Report]"
    stop: Callable[[], None]


@dataclass(frozen=True, slots=True, kw_only=True)
class Lent:
    """What the program lends the window. Those marked (slow) block: call them through `Bridge.background`."""

    clock: Callable[[], datetime]
    channels: "Callable[[], tuple[ChannelInfo, ...]]"  # what can be connected
    introduce: "Callable[[ConnectForm], Introduction]"  # (slow) test the connection; nothing is kept
    connect: "Callable[[ConnectForm, Introduction, str], int]"  # (slow) keep it, looking only; with a location's ref
    reconnect: "Callable[[int, ConnectForm], Introduction]"  # (slow) new keys for a shop
    sign_in: Callable[[ConnectForm, int], SigningIn]  # (slow) begin with what was typed; 0, or a known shop
    open_page: Callable[[str], bool]  # in the browser; False: this computer opened none
    disconnect: Callable[[int], None]  # (slow)
    set_mode: Callable[[int, str], None]  # 'looking', 'live' or 'paused'
    take_over: Callable[[int], None]  # live, whatever other computer is also Plimsoll for the shop
    wake: Callable[[], None]  # something was written: let the lanes look
    compare: Callable[[int | None], None]  # read the numbers of one shop, or of all, again
    sends_here: Callable[[], bool]  # does this computer send?
    send_from_here: Callable[[], None]
    secrets_kept: Callable[[], str]  # credentials.Kept, or '' while it is not known yet
    back_up: Callable[[], str]  # (slow) where the backup is
    recompute: Callable[[], int]  # (slow) how many levels were wrong
    open_sample: Callable[[], None]  # leaves this inventory and opens the other one
    leave_sample: Callable[[], None]
    throw_sample_away: Callable[[], None]
    restart_sending: Callable[[], None]  # after a crash of the sync
    report: Callable[[], str]  # (slow) a report of the last fault, to copy
    relay: RelayLent | None = None
    probe_caches: Callable[[int], object] | None = None  # (slow) what is found is kept with the shop
    computer: "ComputerLent | None" = None
    passphrase: PassphraseLent | None = None
    notices: NoticesLent | None = None
    leaving: LeavingLent | None = None
    rehearsing: RehearsalLent | None = None
    picture: Callable[[str], bytes] = lambda address: b""  # (slow) a picture's file; nothing where there is none


class Bridge(QObject):
    """One open inventory, as the window sees it. `sample` says that it is the sample shop."""

    changed = Signal(object)  # Changes
    trouble = Signal(object)  # PlimsollError
    crashed = Signal(object)  # Exception
    reading = Signal(bool)  # a list is read in the background: True when that begins, False when it ends
    _arrived = Signal(object)  # a callable, to be called in the window's thread

    def __init__(self, db: Connection, lent: Lent, *, sample: bool = False, folder: str = "") -> None:
        super().__init__()
        self.db = db
        self.lent = lent
        self.sample = sample
        self.folder = folder
        self._closed = False
        self._arrived.connect(self._call, Qt.ConnectionType.QueuedConnection)

    @property
    def now(self) -> datetime:
        """The program's clock."""
        return self.lent.clock()

    def perform(self, write: Callable[P, Changes], *args: P.args, **kwargs: P.kwargs) -> Changes | None:
        """Write in one transaction, tell the window, wake the lanes. None: it was refused, and `trouble` says why."""
        try:
            changes = write(*args, **kwargs)
        except PlimsollError as error:
            self.trouble.emit(error)
            return None
        self.changed.emit(changes)
        if changes:
            self.lent.wake()
        return changes

    def background(
        self, work: Callable[[], T], done: Callable[[T], None], failed: Callable[[PlimsollError], None] | None = None
    ) -> None:
        """Do something slow in a thread of its own; `done` or `failed` is called in the window's thread."""

        def run() -> None:
            try:
                result = work()
            except PlimsollError as error:
                self._later(lambda found=error: (failed or self.trouble.emit)(found))  # type: ignore[misc]
            except Exception as error:  # the top of a thread: a bug is shown, never lost
                log.exception("background work crashed")
                self._later(lambda found=error: self.crashed.emit(found))  # type: ignore[misc]
            else:
                self._later(lambda: done(result))

        threading.Thread(target=run, name="background", daemon=True).start()

    # News from other threads: a signal crosses to the window's thread by itself.

    def tell(self, changes: Changes) -> None:
        """A lane changed something. May be called from any thread."""
        self._later(lambda: self.changed.emit(changes))

    def tell_trouble(self, error: PlimsollError) -> None:
        """Something went wrong that the seller should know. May be called from any thread."""
        self._later(lambda: self.trouble.emit(error))

    def tell_crash(self, error: Exception) -> None:
        """A bug stopped the sync. May be called from any thread."""
        self._later(lambda: self.crashed.emit(error))

    def close(self) -> None:
        """No news is delivered any more; the window's connection is closed."""
        self._closed = True
        self.db.close()

    def _later(self, call: Callable[[], Any]) -> None:
        if not self._closed:
            self._arrived.emit(call)

    @Slot(object)
    def _call(self, call: Callable[[], Any]) -> None:
        if not self._closed:
            call()
