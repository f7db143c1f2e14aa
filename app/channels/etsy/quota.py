"""How many calls Etsy still allows: so many a second, so many in any 24 hours. Told by the headers of its answers.

A part of the day is kept free for stock writes and pauses: polling and lists give way first.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from app.core.channel import Allowance, Unit
from app.core.text import N_
from app.errors import ChannelUnavailable

PER_SECOND, PER_DAY = 5, 5_000  # what was seen of the least of keys; assumed until Etsy tells
DAY_S = 86_400.0


class Need(Enum):
    """How urgent a call is: the part of the day's calls that it must leave to those more urgent."""

    WRITE = 0.0  # pausing, writing stock, and what must be read for that
    ORDERS = 0.10
    READ = 0.15
    LIST = 0.20


@dataclass(slots=True)
class _Left:
    limit: int
    left: float
    at: datetime | None = None


class Quota:
    """What is left, as far as we were told. Between two answers the day's calls are taken to come back evenly."""

    def __init__(self) -> None:
        self._second = _Left(PER_SECOND, PER_SECOND)
        self._day = _Left(PER_DAY, PER_DAY)

    @property
    def per_day(self) -> int:
        """Calls that Etsy allows in any 24 hours."""
        return self._day.limit

    @property
    def per_second(self) -> int:
        """Calls that Etsy allows in a second."""
        return self._second.limit

    def left_today(self, now: datetime) -> int:
        """Calls that are left of them now."""
        return int(_now(self._day, now, self._day.limit / DAY_S))

    def allowance(self, now: datetime) -> Allowance | None:
        """How much of the day's calls is used; None before Etsy has told."""
        if self._day.at is None:
            return None
        used = self._day.limit - self.left_today(now)
        return Allowance(used=used, limit=self._day.limit, unit=Unit.CALLS, full_s=DAY_S)

    def check(self, now: datetime, need: Need, calls: int = 1) -> None:
        """Raises `ChannelUnavailable(sent=False)` when so many calls do not fit now: Etsy would only refuse them.

        A write is asked about once, before its first call: half of it is worse than a call too many.
        """
        rate = self._day.limit / DAY_S
        floor = self._day.limit * need.value
        lacking = floor + calls - _now(self._day, now, rate)
        # Asked again after a while, an answer tells the truth about the day: it may not come back evenly.
        if lacking > 0 and self._day.at is not None:
            raise _wait(lacking / rate if rate > 0 else 60.0)
        calls = min(calls, self._second.limit)
        if self._second.at is not None and self._second.left < calls:
            passed = max(0.0, (now - self._second.at).total_seconds())
            if passed < 1.0:
                raise _wait(1.0 - passed)

    def sent(self, now: datetime) -> None:
        """One call goes out."""
        self._day.left = max(0.0, _now(self._day, now, self._day.limit / DAY_S) - 1)
        self._second.left = max(0.0, self._second.left - 1)
        if self._day.at is not None:
            self._day.at = now

    def told(self, headers: Mapping[str, str], now: datetime) -> None:
        """Keep what an answer says. Etsy's page cuts a letter off one name, so names are matched by their beginning."""
        _keep(self._second, _number(headers, "x-limit-per-s"), _number(headers, "x-remaining-this-s"), now)
        _keep(self._day, _number(headers, "x-limit-per-d"), _number(headers, "x-remaining-to"), now)


def _now(left: _Left, now: datetime, rate: float) -> float:
    passed = max(0.0, (now - left.at).total_seconds()) if left.at is not None else 0.0
    return min(float(left.limit), left.left + passed * rate)


def _keep(kept: _Left, limit: int | None, left: int | None, now: datetime) -> None:
    if limit:
        kept.limit = limit
    if left is not None:
        kept.left, kept.at = left, now


def _number(headers: Mapping[str, str], begins: str) -> int | None:
    for name, value in headers.items():
        if name.startswith(begins) and value.strip().isdecimal():
            return int(value)
    return None


def _wait(seconds: float) -> ChannelUnavailable:
    return ChannelUnavailable(
        N_("Etsy allows no more calls for the moment."),
        N_("Plimsoll keeps the last calls of the day for stock, and goes on by itself."),
        retry_after=min(max(seconds, 0.05), 3600.0),
        sent=False,
    )
