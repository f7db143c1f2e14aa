"""How long a shop in trouble is left alone: Retry-After when it said so, else exponential with jitter."""

import random
from datetime import datetime, timedelta

from app.errors import ChannelSignedOut, ChannelUnavailable, PlimsollError, RelayError

FIRST_S = 2.0
MAX_S = 15 * 60.0


class Backoff:
    """Counts failures in a row and says until when nothing is asked of the shop."""

    def __init__(self, rng: random.Random, *, most_s: float = MAX_S) -> None:
        self._rng = rng
        self._most_s = most_s
        self.failures = 0
        self.until: datetime | None = None

    def failed(self, error: PlimsollError, now: datetime) -> float:
        """One more failure; how long to wait, in seconds."""
        self.failures += 1
        wait = self._wait(error)
        self.until = now + timedelta(seconds=wait)
        return wait

    def _wait(self, error: PlimsollError) -> float:
        if isinstance(error, ChannelUnavailable) and error.retry_after is not None:
            return max(error.retry_after, 0.05)
        if isinstance(error, ChannelSignedOut):
            return MAX_S  # only the seller can mend it; a host's passing 403 still heals by itself
        if isinstance(error, RelayError) and error.kind == "unpaired":
            return MAX_S
        ceiling = min(self._most_s, FIRST_S * 2.0 ** min(self.failures - 1, 16))
        return self._rng.uniform(ceiling / 2, ceiling)

    def succeeded(self) -> bool:
        """The shop answered. Was it in trouble until now?"""
        was = self.failures > 0
        self.failures, self.until = 0, None
        return was

    def put_off(self, by: timedelta) -> None:
        """The clock was set by so much: what is waited for comes no later for that."""
        if self.until is not None:
            self.until += by

    def left(self, now: datetime) -> float:
        """Seconds until the shop may be asked again."""
        return 0.0 if self.until is None else max(0.0, (self.until - now).total_seconds())
