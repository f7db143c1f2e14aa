"""A day at a stall: what was taken along, sold there and came back, and a price as it is typed. Pieces."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time

_PRICE = re.compile(r"@\s*(\d{1,6})(?:[.,](\d{1,3}))?")
_NOON = time(12)


@dataclass(frozen=True, slots=True, kw_only=True)
class Along:
    """A product of a stall day. `back` None: nobody said yet what came home."""

    taken: int = 0
    sold: int = 0
    back: int | None = None

    @property
    def out(self) -> int:
        """Pieces that should still lie at the stall: no channel may sell them."""
        return max(0, self.taken - self.sold)

    @property
    def missing(self) -> int:
        """Pieces neither sold nor come home. None where more came home: then more had been taken along."""
        return max(0, self.out - self.back) if self.back is not None else 0

    @property
    def surplus(self) -> int:
        """Pieces that came home beyond what should have: nothing is booked for them, the ledger never lost them."""
        return max(0, self.back - self.out) if self.back is not None else 0


def read_price(typed: str, digits: int) -> int | None:
    """“@12.50” is what one piece brought, in minor units of a currency with so many digits; None: it is no price."""
    found = _PRICE.fullmatch(typed.strip())
    if found is None:
        return None
    parts = found[2] or ""
    if len(parts) > digits:
        return None
    return int(found[1] + parts.ljust(digits, "0"))


def moment_of(day: date, *, since: datetime, now: datetime) -> datetime:
    """The moment that sales of this day get when they are typed in later: noon there, but not before or after what is.

    `since`: when the place was added. All moments are aware.
    """
    noon = datetime.combine(day, _NOON).astimezone(now.tzinfo)
    return max(min(noon, now), since) if since.astimezone().date() == day else min(noon, now)
