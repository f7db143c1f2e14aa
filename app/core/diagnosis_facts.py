"""What is known of one incident: rows of the ledger, orders, writes, calls, edits and settings, as plain records.

Times are aware. `bought_at` is the buyer's moment on our clock, with the shop's clock put right. Pieces are the
product's own.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from app.core.drift import RACE
from app.core.shop_log import LogLine
from app.core.text import Text

LEAST_GAP = timedelta(minutes=3)  # so long without a word to any shop: the computer was off
HAND_KINDS = ("adjust", "count")

Span = tuple[datetime, datetime]  # from, to


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A listing that sells the product, or a bundle that holds `per` pieces of it."""

    listing: int
    shop: int
    name: str
    letter: str
    sku: str
    bundle: bool = False
    per: int = 1
    oversells: bool = False
    poll_s: float = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A ledger row of the product."""

    seq: int
    at: datetime
    kind: str
    on_hand: int
    committed: int
    on_hand_after: int
    committed_after: int
    order: int | None = None
    reason: str = ""
    note: str = ""

    @property
    def available_after(self) -> int:
        """What could still be promised once this was booked."""
        return self.on_hand_after - self.committed_after


@dataclass(frozen=True, slots=True, kw_only=True)
class Sale:
    """Pieces of the product in one order at one listing. `over`: those that were not there when it was booked."""

    order: int
    number: str
    shop: int
    listing: int | None
    pieces: int
    bought_at: datetime
    heard_at: datetime
    booked_at: datetime
    by: str = "poll"
    over: int = 0
    placed_at: datetime | None = None  # by the channel's own clock
    untaken: bool = False  # its shop has not taken it off its own number
    buyer: str = ""  # as far as it is known; left out of papers unless it is asked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """From this moment a listing could sell so many."""

    listing: int
    at: datetime
    pieces: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A number that was sent to a listing and how it ended: confirmed after so many seconds, None: never."""

    id: int
    shop: int
    listing: int
    at: datetime
    quantity: int | None
    seconds: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A line of the call log."""

    id: int
    shop: int
    at: datetime
    verb: str
    target: str
    outcome: str
    status: int | None
    milliseconds: int = 0
    words: str = ""

    @property
    def failed(self) -> bool:
        """Did it not do what was asked?"""
        return self.outcome != "ok"


@dataclass(frozen=True, slots=True, kw_only=True)
class Edited:
    """Somebody else changed a listing's number."""

    id: int
    listing: int
    found_at: datetime
    expected: int
    seen: int
    wrote_at: datetime | None = None
    decision: str | None = None

    @property
    def change(self) -> int:
        """By how many."""
        return self.seen - self.expected


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """A dated setting that holds for the product: shop or product 0 means all of them."""

    seq: int
    at: datetime
    name: str
    shop: int
    product: int
    value: int | str | float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Rang:
    """A doorbell."""

    shop: int
    ref: str
    at: datetime
    handled_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Back:
    """Pieces that were given back, and only the seller knows whether they are on the shelf."""

    order: int
    number: str
    shop: int
    kind: str
    pieces: int
    asked_at: datetime
    answer: str | None = None
    answered_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Alarmed:
    """An alarm of a shop."""

    shop: int
    kind: str
    at: datetime
    ended_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkup:
    """A row of the log of alerts: how a check came out (core.alerting.Outcome), and why it said nothing."""

    seq: int
    at: datetime
    kind: str
    shop: int
    outcome: str
    words: Text
    because: Text | None = None
    told: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """Everything gathered for one incident, each list in the order of time."""

    number: int
    sku: str
    title: str
    opened_at: datetime
    end: datetime
    places: Sequence[Place] = ()
    moves: Sequence[Move] = ()
    sales: Sequence[Sale] = ()
    shown: Sequence[Shown] = ()
    told: Sequence[Told] = ()
    said: Sequence[Said] = ()
    edits: Sequence[Edited] = ()
    rules: Sequence[Ruled] = ()
    rings: Sequence[Rang] = ()
    back: Sequence[Back] = ()
    alarms: Sequence[Alarmed] = ()
    checks: Sequence[Checkup] = ()  # of each alert the newest before it opened, and what came after
    alerts_seen: Sequence[datetime] = ()  # when one of them was on the screen
    product: int = 0
    hand_moves: Sequence[Move] = ()  # by hand in the look-back, also from before the window
    last_hand: Move | None = None  # the newest by hand, whenever that was
    race: timedelta = RACE  # a change from outside so soon after our own write counts as a race
    pasted: Sequence[LogLine] = ()  # lines of a shop's own log, brought by the seller

    @property
    def over(self) -> list[Sale]:
        """The orders that went over, as they were booked."""
        return [sale for sale in self.sales if sale.over > 0]

    @property
    def pieces_over(self) -> int:
        """How many pieces were not there."""
        return sum(sale.over for sale in self.over) or max(0, -self.least)

    @property
    def least(self) -> int:
        """The lowest that was available in the window."""
        return min((move.available_after for move in self.moves), default=0)

    def place(self, listing: int | None) -> Place | None:
        """The listing by its number."""
        return next((place for place in self.places if place.listing == listing), None)

    def shop_name(self, shop: int) -> str:
        """What a shop is called."""
        return next((place.name for place in self.places if place.shop == shop), f"#{shop}")

    def confirmed(self, listing: int, after: datetime, until: datetime) -> bool:
        """Did a listing confirm a number of ours in this time?"""
        return any(one.listing == listing and one.seconds is not None and after < one.at <= until for one in self.told)

    def last_good(self, listing: int, until: datetime) -> Told | None:
        """The last number that a listing confirmed before a moment."""
        good = [one for one in self.told if one.listing == listing and one.seconds is not None and one.at <= until]
        return good[-1] if good else None

    def gaps(self) -> list[tuple[datetime, datetime]]:
        """When nothing was said to any shop for so long that the computer must have been off or asleep.

        After a failure Plimsoll waits before it asks again: that is no sleep.
        """
        quickest = min((place.poll_s for place in self.places), default=60.0)
        least = max(LEAST_GAP, 3 * timedelta(seconds=quickest))
        calls = sorted(self.said, key=lambda one: one.at)
        return [(one.at, after.at) for one, after in pairwise(calls) if after.at - one.at >= least and not one.failed]

    def rule_at(self, name: str, at: datetime, *, shop: int = 0, product: int = 0) -> Ruled | None:
        """The setting in force at exactly this scope at a moment."""
        rows = [r for r in self.rules if (r.name, r.shop, r.product) == (name, shop, product) and r.at <= at]
        return rows[-1] if rows else None


def overlap(spans: Iterable[Span], begin: datetime, end: datetime) -> float:
    """Seconds of these spans inside a time."""
    return sum(max(0.0, (min(last, end) - max(first, begin)).total_seconds()) for first, last in spans)


def merged(spans: Iterable[Span]) -> list[Span]:
    """The same times without overlaps, in their order."""
    found: list[Span] = []
    for first, last in sorted(spans):
        if found and first <= found[-1][1]:
            found[-1] = (found[-1][0], max(last, found[-1][1]))
        else:
            found.append((first, last))
    return found
