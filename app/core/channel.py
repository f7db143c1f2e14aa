"""What a channel is, as data: the window draws its connect page from this without importing the channel."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from enum import StrEnum

from app.core import guard
from app.core.hooks import Hooks
from app.core.reversal import BY_HAND, Reversals
from app.core.text import N_, Text

Guard = guard.Guard
BACK_SOON = timedelta(days=14)  # so long before a sign-in ends the seller is told


def wants_back(ends: datetime | None, now: datetime) -> bool:
    """Does a sign-in end soon, or has it ended? `ends` None: it has no end."""
    return ends is not None and ends - now < BACK_SOON


class Off(StrEnum):
    """Why a listing is off sale, where its channel tells more than that it is."""

    PARKED = "parked"  # by Plimsoll: nothing is left to sell there, and it comes back with its next number
    SOLD_OUT = "sold_out"
    EXPIRED = "expired"
    SWITCHED_OFF = "switched_off"  # by the seller, or by another program
    DRAFT = "draft"


class Carries(StrEnum):
    """How much of a channel Plimsoll does by itself. Everything else is left to the seller, and said."""

    BOTH = "both"  # orders come in, quantities go out
    HAND = "hand"  # one to-do for each number, and sales that are typed


CARRIES = {
    Carries.BOTH: N_("Orders in, quantities out"),
    Carries.HAND: N_("By hand"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectField:
    """One thing the seller types to connect. A secret is never shown again and never written in clear."""

    name: str
    label: Text
    hint: Text | None = None
    placeholder: str = ""
    secret: bool = False
    optional: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class ConnectWay:
    """One way to sign in, with its own steps to do by hand and fields to fill in.

    `browser`: with what was typed, the seller signs in on a page of the channel's, and comes back with tokens.
    """

    key: str
    title: Text
    steps: tuple[Text, ...]
    fields: tuple[ConnectField, ...]
    browser: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """One thing a seller should know of a channel: what, how much, where it is written, and when that was checked."""

    name: Text
    words: Text
    source: str
    link: str
    checked_on: date


@dataclass(frozen=True, slots=True, kw_only=True)
class OrderPath:
    """One way by which orders reach a shop, and how the seller tries it with a test order."""

    title: Text
    steps: tuple[Text, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelInfo:
    """A kind of shop: its name, letter, abilities, and what connecting asks of the seller."""

    key: str
    title: str
    letter: str
    ways: tuple[ConnectWay, ...]
    guard: Guard
    repeatable: bool  # does an idempotency key make it safe to send the same write again?
    write_batch: int  # listings in one stock write
    read_batch: int  # listings in one stock read
    writes_at_once: int = 1  # stock writes that may be under way together, where its hosts bear it
    write_keys: int | None = None  # keys in one stock write, shared by more listings than that; None: one for each
    look_again_s: float | None = None  # a write must be looked at again, so many seconds later
    can_zero: bool = True
    read_lag_s: float = 0.0  # so long after a sale its order may be missing from a list of changed orders
    settle_s: float = 0.0  # so long after a number was lowered, buyers may still buy by the old one
    poll_s: int = 60  # seconds between order polls
    listings_s: int = 86_400  # seconds between two readings of all that it lists; each is also a compare (R88: daily)
    live_poll_s: int | None = None  # the same while stock is sent there, where that differs
    help_url: str = ""
    carries: Carries = Carries.BOTH
    reversals: Reversals = BY_HAND
    paths: tuple[OrderPath, ...] = ()
    hooks: Hooks | None = None  # its webhooks; None where it has none
    marked: bool = False  # can the shop keep a mark that says which Plimsoll sends there?
    cached: bool = False  # may caches that somebody else runs stand before it?
    facts: tuple[Fact, ...] = ()  # its limits, as it publishes them
    own_log: Text | None = None  # where the seller reads the shop's own log of its stock; None where it shows none
    off_sale: Text | None = None  # what taking a product off sale means there, for buyers
    presses: Mapping[Off, Text] = field(default_factory=dict)  # put on sale when the seller says so: what that does
    notice: Text | None = None  # what the channel wants to be said of itself wherever its name stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Check:
    """One thing the connection test tried, by name, and how it went."""

    name: Text
    ok: bool
    words: Text | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """A place inside a shop that holds stock of its own (Shopify). Exactly one is linked."""

    ref: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Introduction:
    """What a shop says of itself when it is connected. `settings` are kept and handed back in `ShopAccess`."""

    name: str
    checks: tuple[Check, ...]
    locations: tuple[Location, ...] = ()
    currency: str = ""
    timezone: str = ""
    settings: dict[str, str] = field(default_factory=dict)

    @property
    def ok(self) -> bool:
        """Did every check pass?"""
        return all(check.ok for check in self.checks)


@dataclass(frozen=True, slots=True, kw_only=True)
class ListingFacts:
    """A listing as its channel shows it: the unit that holds stock there.

    `quantity` is None when the channel does not count it (never read that as zero). `stock_of` names the listing that
    holds the number when several share one. `batch` groups listings that one write call can hold together.
    """

    ref: str
    sku: str
    title: str
    quantity: int | None
    counted: bool = True  # does the channel manage its stock?
    active: bool = True  # can a buyer see it now?
    oversells: bool = False  # does the channel go on selling below zero?
    stock_of: str | None = None
    batch: str = ""
    url: str = ""
    barcode: str = ""
    price_minor: int | None = None
    currency: str = ""
    off: Off | None = None
    picture: str = ""  # where its channel shows a small picture of it


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a listing showed when we looked. `quantity` None: the channel does not count it. `gone`: no such listing."""

    ref: str
    quantity: int | None
    gone: bool = False
    active: bool = True
    off: Off | None = None  # why it is not active, where the channel tells


@dataclass(frozen=True, slots=True, kw_only=True)
class StockWrite:
    """A number to be shown, decided and stored before it is sent.

    `believed` is what the listing shows as far as our known orders explain; `key` is the idempotency key, and writes
    that share one are taken together or not at all; `repeated` says that an earlier sending of this very write has an
    unknown fate.
    """

    ref: str
    quantity: int
    believed: int
    key: str
    repeated: bool = False
    batch: str = ""


class WriteOutcome(StrEnum):
    """How one stock write ended."""

    DONE = "done"
    STALE = "stale"  # the number there was not the one we believed: learn why, then decide again
    REFUSED = "refused"  # the channel's words say why
    GONE = "gone"  # the listing is no longer there: a broken link
    UNKNOWN = "unknown"  # it may or may not have taken effect
    LATER = "later"  # not tried: the channel asked us to wait
    AGAIN = "again"  # not done, because of another one under the same key: to be sent under its own


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteResult:
    """The answer to one stock write.

    `seen` is the number the channel showed last, if it said. `explained` is set when the write could not move the
    number all the way (it would have gone below zero): `believed` plus how far it was really moved. `off` says why the
    listing is off sale, where that was met.
    """

    ref: str
    outcome: WriteOutcome
    seen: int | None = None
    explained: int | None = None
    words: str = ""
    off: Off | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """One call to a channel, for the call log: no secrets, no customer data, no request or answer bodies."""

    at: datetime
    verb: str  # what we wanted: "read orders", "set stock"
    target: str  # on what: "3 listings", "order 1482"
    outcome: str  # "ok" or the kind of error
    status: int | None  # HTTP status, None when no answer came
    milliseconds: int
    words: str = ""  # the channel's own, shortened


class Unit(StrEnum):
    """What a channel counts when it says how much may be asked of it."""

    CALLS = "calls"  # in any 24 hours
    POINTS = "points"  # in a bucket that fills again


@dataclass(frozen=True, slots=True, kw_only=True)
class Allowance:
    """How much of what a channel allows is used now. Unused, all of it is back after `full_s` seconds."""

    used: float
    limit: float
    unit: Unit
    full_s: float

    @property
    def share(self) -> float:
        """The part that is used, 0 to 1."""
        return min(1.0, max(0.0, self.used / self.limit)) if self.limit > 0 else 0.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What a channel told of itself beside its orders and numbers; None for what it does not tell."""

    allowance: Allowance | None = None
    keys_end_at: datetime | None = None  # it wants the seller to sign in again before this moment


@dataclass(frozen=True, slots=True, kw_only=True)
class Webhook:
    """A subscription of ours at a channel, in the channel's own words. `active` False: it no longer sends."""

    ref: str
    topic: str
    url: str
    active: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Doorbell:
    """A hint to look at something. It carries no facts: what it names is fetched."""

    kind: str  # "order", "stock" or hooks.ORDERS
    ref: str
    key: str  # what makes a second ring of the same event known
    source: str = "poll"  # "poll", "webhook" or "seller"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShopAccess:
    """All a connector needs to speak to one shop. `secrets` live only in memory."""

    shop: int
    channel: str
    address: str
    way: str
    settings: dict[str, str] = field(default_factory=dict)
    secrets: dict[str, str] = field(default_factory=dict, repr=False)
