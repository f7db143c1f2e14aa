"""What a relay keeps, and how: one interface with two homes, a file of SQLite and a PostgreSQL database.

All methods are coroutines. `append` is one durable transaction: what it returns as kept survives a power cut.
Sequence numbers are per mailbox, contiguous and never reused. Moments are milliseconds since 1970.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.relay.envelope import Envelope, Place
from app.relay.signing import Signed
from app.relay.wire import Pulled

KEEP_DAYS = 30
DAY_MS = 24 * 3600 * 1000
KEEP_MS = KEEP_DAYS * DAY_MS
PULL_SIZE = 8 * 1024 * 1024  # bytes of sealed records in one answer
ADDRESSES = 2  # of one endpoint that hold at the same time

Bell = Callable[[int | None], None]  # the mailbox where something is new; None: perhaps in any


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a mailbox is kept for a desktop that does not come, and how many endpoints it may have."""

    messages: int = 100_000
    size: int = 256 * 1024 * 1024  # bytes of sealed records
    endpoints: int = 100


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where one shop's channel calls. `key` is the sealing key of its mailbox and `mailbox` its number.

    `never_retries`: what is refused is lost for good (WooCommerce), so it is taken and marked as a gap instead.
    `scheme` and `secret` are lent by the seller: to refuse forgeries, or to answer a challenge. `base` is the relay's
    public address without the secret part. Names are the desktop's own: another mailbox may use the same one.
    """

    id: str
    mailbox: int
    key: bytes
    never_retries: bool = False
    scheme: str = ""
    secret: str = field(default="", repr=False)
    base: str = ""

    @property
    def whose(self) -> tuple[int, str]:
        """What tells it from all others on this relay."""
        return self.mailbox, self.id


class StoreDown(Exception):
    """The store cannot be written or read now: a full disk, a lost database. Nothing of the call took effect."""


class TooMany(Exception):
    """A mailbox has as many endpoints as it may."""


class Fate(StrEnum):
    """What became of an arrival."""

    KEPT = "kept"
    FULL = "full"  # not kept; a gap record says so where the sender never comes again
    GONE = "gone"  # no such endpoint any more


@dataclass(frozen=True, slots=True)
class Ahead:
    """An arrival as it is once sealed, if it gets the place that was guessed and the mailbox still has this key."""

    place: Place
    key: bytes
    sealed: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A request to be kept. Where `ahead` turns out to be wrong, it is sealed anew."""

    endpoint: Endpoint
    envelope: Envelope
    at_ms: int
    gap: bool = False  # it was over a limit: only the gap is to be kept
    ahead: Ahead | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """One seller's: the key that records are sealed to, and what waits there. `oldest_ms`: when the first came."""

    id: int
    key: bytes
    newest: int
    acked: int
    waiting: int
    size: int
    oldest_ms: int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Stats:
    """Counts and ages, of all mailboxes together."""

    mailboxes: int
    endpoints: int
    waiting: int
    size: int
    oldest_ms: int | None


class Store(Protocol):
    """Where a relay keeps everything. Everything but `open` and `close` raises `StoreDown`."""

    async def open(self, bell: Bell | None = None) -> None:
        """Make what is missing, and bring an older store up to date. `bell` rings for what other relays keep here."""

    async def close(self) -> None:
        """Let go of it."""

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        """Keep these in one durable transaction, sealed; what became of each."""

    def newest(self, mailbox: int) -> int | None:
        """The newest number given there, as far as this relay remembers: good for a guess and no more."""

    async def pull(self, mailbox: int, after: int, limit: int, *, now_ms: int) -> Pulled:
        """What follows a number, in order."""

    async def ack(self, mailbox: int, upto: int) -> int:
        """Delete everything up to a number; how much that was. Again, or lower, it does nothing."""

    async def redact(self, mailbox: int, endpoint: str) -> None:
        """Delete what waits from this endpoint. Its numbers stay, as gaps."""

    async def expire(self, *, now_ms: int) -> int:
        """Put one gap in place of what nobody fetched for thirty days; how much that was."""

    async def first_seen(self, claim: Signed, *, now_ms: int) -> bool:
        """Is it the first time that this nonce comes? From now on it is not, at any relay on this store."""

    async def put_code(self, digest: bytes, *, until_ms: int, now_ms: int = 0) -> None:
        """Keep a one-time pairing code, by its hash."""

    async def pair(self, digest: bytes, *, key: bytes, device: str, public: bytes, now_ms: int) -> int | None:
        """Use up a code: a new mailbox with its first device; its number. None for a wrong or old code."""

    async def mailbox_of(self, device: str) -> tuple[Mailbox, bytes] | None:
        """The mailbox of a device, and the device's public key."""

    async def put_key(self, mailbox: int, key: bytes) -> None:
        """New records are sealed to this key; older ones keep theirs."""

    async def endpoint(self, digest: bytes) -> Endpoint | None:
        """The endpoint whose secret address has this hash."""

    async def put_endpoint(self, endpoint: Endpoint, digest: bytes | None, *, alone: bool = False) -> None:
        """Make or change an endpoint; with a hash, its new address, and the one before holds until the next.

        `alone`: only the newest address holds from now on. Raises `TooMany`.
        """

    async def endpoints(self, mailbox: int) -> list[Endpoint]:
        """The endpoints of a mailbox."""

    async def drop_endpoint(self, mailbox: int, endpoint: str) -> None:
        """Nothing is taken there any more."""

    async def purge(self, mailbox: int) -> None:
        """Delete a mailbox and all that is in it."""

    async def stats(self) -> Stats:
        """How much there is."""
