"""One attempt of the seller's to sign in by the browser: waited for, pasted or called off, from whichever thread.

Part of the composition root: between a channel's own way to sign in and the window.
"""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from app.channels.base import SignsIn

WAIT_S = 300.0
LET_GO_S = 5.0  # how long the attempt before may take to give the port back


class Attempt:
    """`wait` and `pasted` give what is to be kept, by the name of the secret. Each may succeed once; both block."""

    def __init__(
        self, sign_in: SignsIn, secret: str, *, after: "Attempt | None" = None, wait_s: float = WAIT_S
    ) -> None:
        self._sign_in, self._secret, self._after, self._wait_s = sign_in, secret, after, wait_s
        self.listens = False  # is somebody there for the browser to come back to?
        self._stopped = False
        self._stop_waiting: Callable[[], None] = lambda: None
        self._users = 0
        self._lock = threading.Lock()
        self._port_free = threading.Event()
        self._port_free.set()

    @property
    def page(self) -> str:
        """What the browser opens."""
        return self._sign_in.page

    def wait(self) -> dict[str, str] | None:
        """What the browser brings back; None when it did not in time, or the attempt was called off.

        Raises a `ChannelError`: with `listens` False the browser has nowhere to come back to, but may be pasted.
        """
        self._port_free.clear()
        try:
            if self._after is not None:
                self._after.give_port_back()
            with self._using(), self._sign_in.listen() as callback:
                self.listens, self._stop_waiting = True, callback.stop
                found = None if self._stopped else self._sign_in.wait(callback, self._wait_s)
        finally:
            self._port_free.set()
        return None if found is None else {self._secret: found}

    def pasted(self, address: str) -> dict[str, str]:
        """What the address holds that the browser shows. Raises `ChannelRefused` for one of another attempt."""
        with self._using():
            return {self._secret: self._sign_in.pasted(address)}

    def cancel(self) -> None:
        """End the wait soon. Does not block."""
        self._stopped = True
        self._stop_waiting()
        with self._lock:
            self._close_if_idle()

    def give_port_back(self) -> None:
        """Wait until nobody listens any more. Blocks for some seconds at most."""
        self.cancel()
        self._port_free.wait(LET_GO_S)

    @contextmanager
    def _using(self) -> Iterator[None]:
        with self._lock:
            self._users += 1
        try:
            yield
        finally:
            with self._lock:
                self._users -= 1
                self._close_if_idle()

    def _close_if_idle(self) -> None:
        if self._stopped and not self._users:
            self._sign_in.close()
