"""Faults that strike a simulated shop: switches to turn, failures to line up, and seeded rates for long random lives.

Knows how each fault looks on the wire; what a shop says when it refuses is its dialect's own business.
"""

import random
import threading
from collections import Counter, deque
from collections.abc import Callable, Mapping
from enum import StrEnum

import httpx

Answering = Callable[[httpx.Request], httpx.Response]
Refusal = Callable[[int], httpx.Response]  # how this shop words a 401, a 429 or a 500

GARBAGE = b"<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body>The host is busy.</body></html>"


class Fault(StrEnum):
    """One way for a call to go wrong. `*_BEFORE`: the shop did nothing; `*_AFTER`: it did all, and nobody knows."""

    UNREACHABLE = "unreachable"  # no connection: certainly not sent
    LOST_BEFORE = "lost_before"  # the connection broke off before the shop read the request
    LOST_AFTER = "lost_after"  # the shop did it, the connection broke off before its answer
    TIMEOUT_BEFORE = "timeout_before"
    TIMEOUT_AFTER = "timeout_after"
    SIGNED_OUT = "signed_out"  # 401
    THROTTLED = "throttled"  # 429, with Retry-After if `retry_after_s` is set
    BROKEN = "broken"  # 500, nothing done
    BROKEN_AFTER = "broken_after"  # 500, although it was done
    GARBAGE = "garbage"  # a page of the host's instead of an answer, nothing done
    TRUNCATED = "truncated"  # the answer is cut in the middle; what was asked is done


_AFTER = {Fault.LOST_AFTER, Fault.TIMEOUT_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED}
_STATUSES = {Fault.SIGNED_OUT: 401, Fault.THROTTLED: 429, Fault.BROKEN: 500, Fault.BROKEN_AFTER: 500}


class Faults:
    """What is wrong with one simulated shop. Safe to turn from any thread.

    Switches stay until turned back: `down`, `signed_out`, `throttled`, `broken`, `slow_s` (seconds per answer) and
    `retry_after_s`. `fail_next` lines up single failures; `rates` gives each fault a chance per call, drawn from the
    seed, until `calm`.
    """

    def __init__(self, seed: int = 0) -> None:
        self.down = False
        self.signed_out = False
        self.throttled = False
        self.broken = False
        self.slow_s = 0.0
        self.retry_after_s: int | None = None
        self.struck: Counter[Fault] = Counter()  # how often each has
        self._rates: dict[Fault, float] = {}
        self._next: deque[tuple[Fault | None, Callable[[httpx.Request], bool]]] = deque()
        self._random = random.Random(seed)
        self._lock = threading.Lock()

    def fail_next(self, *faults: Fault | None, when: Callable[[httpx.Request], bool] = lambda _: True) -> None:
        """Let the next calls (of those for which `when` holds) fail in turn; a None lets one pass unharmed."""
        with self._lock:
            self._next.extend((fault, when) for fault in faults)

    def rate(self, rates: Mapping[Fault, float]) -> None:
        """From now on each call meets each of these faults with this probability."""
        with self._lock:
            self._rates = dict(rates)

    def calm(self) -> None:
        """Nothing is wrong any more."""
        with self._lock:
            self._rates.clear()
            self._next.clear()
        self.down = self.signed_out = self.throttled = self.broken = False
        self.slow_s, self.retry_after_s = 0.0, None

    def strike(self, request: httpx.Request, answer: Answering, refuse: Refusal) -> httpx.Response:
        """Answer the request, or fail it as the switches and the dice say.

        Raises the httpx error that a client would meet where the transport itself fails.
        """
        fault = self._choose(request)
        response = answer(request) if fault is None or fault in _AFTER else None
        self._wait(request)
        if fault is None:
            assert response is not None
            return response
        self.struck[fault] += 1
        return self._fail(fault, request, response, refuse)

    def _choose(self, request: httpx.Request) -> Fault | None:
        switched = (
            (self.down, Fault.UNREACHABLE),
            (self.throttled, Fault.THROTTLED),
            (self.broken, Fault.BROKEN),
            (self.signed_out, Fault.SIGNED_OUT),
        )
        for on, fault in switched:
            if on:
                return fault
        with self._lock:
            if self._next and self._next[0][1](request):
                return self._next.popleft()[0]
            return self._roll()

    def _roll(self) -> Fault | None:
        chance = self._random.random() if self._rates else 1.0
        for fault, rate in self._rates.items():
            chance -= rate
            if chance < 0:
                return fault
        return None

    def _wait(self, request: httpx.Request) -> None:
        """Be slow: really, behind a loopback server; else by the patience that the client sent along."""
        if not self.slow_s:
            return
        sleep = request.extensions.get("sleep")
        if sleep:
            sleep(self.slow_s)
            return
        patience = request.extensions.get("timeout", {}).get("read")
        if patience is not None and self.slow_s >= patience:
            raise httpx.ReadTimeout("slower than the client waits", request=request)

    def _fail(
        self, fault: Fault, request: httpx.Request, response: httpx.Response | None, refuse: Refusal
    ) -> httpx.Response:
        if fault is Fault.UNREACHABLE:
            raise httpx.ConnectError("connection refused", request=request)
        if fault in (Fault.TIMEOUT_BEFORE, Fault.TIMEOUT_AFTER):
            raise httpx.ReadTimeout("the answer did not come", request=request)
        if fault in (Fault.LOST_BEFORE, Fault.LOST_AFTER):
            raise httpx.ReadError("connection reset by peer", request=request)
        if fault is Fault.TRUNCATED:
            assert response is not None
            return _cut(response)
        if fault is Fault.GARBAGE:
            return httpx.Response(200, headers={"Content-Type": "text/html; charset=UTF-8"}, content=GARBAGE)
        refused = refuse(_STATUSES[fault])
        if fault is Fault.THROTTLED and self.retry_after_s is not None:
            refused.headers["Retry-After"] = str(self.retry_after_s)
        return refused


def _cut(response: httpx.Response) -> httpx.Response:
    """The first half of an answer, told as if it were the whole."""
    body = response.read()
    headers = [(name, value) for name, value in response.headers.multi_items() if name.lower() != "content-length"]
    return httpx.Response(response.status_code, headers=headers, content=body[: len(body) // 2])
