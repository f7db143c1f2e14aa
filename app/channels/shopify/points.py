"""Shopify's bucket of points, as far as its answers have told us: is there enough in it for one more call?"""

from dataclasses import dataclass
from datetime import datetime

from app.channels.shopify.wire import Throttle
from app.core.channel import Allowance, Unit

READ_RESERVE = 0.15  # part of the bucket that reads leave for a stock write


@dataclass(frozen=True, slots=True)
class Bucket:
    """What was in the bucket at a moment; it fills by `rate` points a second up to `size`."""

    size: float
    rate: float
    had: float
    at: datetime

    def wait_s(self, points: float, now: datetime, *, urgent: bool) -> float:
        """Seconds until a call of so many points fits; 0 when it fits now. An urgent one may use the last points."""
        kept = 0.0 if urgent else self.size * READ_RESERVE
        needed = min(points + kept, self.size)
        has = self._has(now)
        if has >= needed:
            return 0.0
        return (needed - has) / self.rate if self.rate > 0 else 1.0

    def allowance(self, now: datetime) -> Allowance:
        """How much of it is used now."""
        full_s = self.size / self.rate if self.rate > 0 else 0.0
        return Allowance(used=self.size - self._has(now), limit=self.size, unit=Unit.POINTS, full_s=full_s)

    def _has(self, now: datetime) -> float:
        # A clock that was set back must not take points away.
        return min(self.size, self.had + self.rate * max(0.0, (now - self.at).total_seconds()))


def seen(throttle: Throttle, now: datetime) -> Bucket:
    """The bucket as an answer shows it."""
    return Bucket(throttle.maximum_available, throttle.restore_rate, throttle.currently_available, now)
