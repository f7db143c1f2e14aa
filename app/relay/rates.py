"""How fast an endpoint may be called: a bucket that fills by 50 a second and holds 200."""

from collections.abc import Callable, Hashable

RATE_PER_S = 50.0
BURST = 200.0
FORGET_AT = 10_000  # buckets in memory; full ones are forgotten first


class Rates:
    """One bucket an endpoint. `clock` is in seconds and never goes back."""

    def __init__(self, clock: Callable[[], float], *, rate: float = RATE_PER_S, burst: float = BURST) -> None:
        self._clock, self._rate, self._burst = clock, rate, burst
        self._buckets: dict[Hashable, tuple[float, float]] = {}

    def wait_s(self, endpoint: Hashable, *, counted: bool = True) -> float:
        """0 where one more call fits in now, which is then counted unless told; else how long to wait, in seconds."""
        now = self._clock()
        left, at = self._buckets.get(endpoint, (self._burst, now))
        left = min(self._burst, left + (now - at) * self._rate)
        if left < 1.0:
            return (1.0 - left) / self._rate
        if counted:
            if len(self._buckets) >= FORGET_AT:
                self._forget(now)
            self._buckets[endpoint] = (left - 1.0, now)
        return 0.0

    def _forget(self, now: float) -> None:
        full_after = self._burst / self._rate
        self._buckets = {name: (left, at) for name, (left, at) in self._buckets.items() if now - at < full_after}
