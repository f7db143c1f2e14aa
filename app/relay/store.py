"""What a relay keeps, and how: one interface with two homes, a file of SQLite and a PostgreSQL database.

All methods are coroutines. `append` is one durable transaction: what it returns as kept survives a power cut.
Sequence numbers are per mailbox, contiguous and never reused. Moments are milliseconds since 1970.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Protocol

from app.relay.envelope import Envelope
from app.relay.wire import Pulled

KEEP_DAYS = 30
DAY_MS = 24 * 3600 * 1000
KEEP_MS = KEEP_DAYS * DAY_MS


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a mailbox is kept for a desktop that does not come."""

    messages: int = 100_000
    size: int = 256 * 1024 * 1024  # bytes of sealed records


@dataclass(frozen=True, slots=True, kw_only=True)
class Endpoint:
    """Where one shop's channel calls. `key` is the sealing key of its mailbox and `mailbox` its number.

    `never_retries`: what is refused is lost for good (WooCommerce), so it is taken and marked as a gap instead.
    `scheme` and `secret` are lent by the seller: to refuse forgeries, or to answer a challenge.
    """

    id: str
    mailbox: int
    key: bytes
    never_retries: bool = False
    scheme: str = ""
    secret: str = field(default="", repr=False)
    address: str = ""


class StoreDown(Exception):
    """The store cannot be written or read now: a full disk, a lost database. Nothing of the call took effect."""


class Fate(StrEnum):
    """What became of an arrival."""

    KEPT = "kept"
    FULL = "full"  # not kept; a gap record says so where the sender never comes again
    GONE = "gone"  # no such endpoint any more


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrival:
    """A request to be kept."""

    endpoint: Endpoint
    envelope: Envelope
    at_ms: int
    gap: bool = False  # it was over a rate: only the gap is to be kept


@dataclass(frozen=True, slots=True, kw_only=True)
class Mailbox:
    """One seller's: the key that records are sealed to, and what waits there."""

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
    """Where a relay keeps everything."""

    async def open(self) -> None:
        """Make what is missing, and bring an older store up to date."""

    async def close(self) -> None:
        """Let go of it."""

    async def append(self, arrivals: Sequence[Arrival]) -> list[Fate]:
        """Keep these in one durable transaction, sealed; what became of each."""

    async def pull(self, mailbox: int, after: int, limit: int, *, now_ms: int) -> Pulled:
        """What follows a number, in order."""

    async def ack(self, mailbox: int, upto: int) -> int:
        """Delete everything up to a number; how much that was. Again, or lower, it does nothing."""

    async def expire(self, *, now_ms: int) -> int:
        """Put one gap in place of what nobody fetched for thirty days; how much that was."""

    async def put_code(self, digest: bytes, *, until_ms: int) -> None:
        """Keep a one-time pairing code, by its hash."""

    async def pair(self, digest: bytes, *, key: bytes, device: str, public: bytes, now_ms: int) -> int | None:
        """Use up a code: a new mailbox with its first device; its number. None for a wrong or old code."""

    async def mailbox_of(self, device: str) -> tuple[Mailbox, bytes] | None:
        """The mailbox of a device, and the device's public key."""

    async def add_key(self, mailbox: int, key: bytes) -> None:
        """New records are sealed to this key; older ones keep theirs."""

    async def endpoint(self, digest: bytes) -> Endpoint | None:
        """The endpoint whose secret address has this hash."""

    async def put_endpoint(self, endpoint: Endpoint, digest: bytes | None) -> None:
        """Make or change an endpoint; with a hash, its address (a second one first overlaps with the first)."""

    async def endpoints(self, mailbox: int) -> list[Endpoint]:
        """The endpoints of a mailbox."""

    async def drop_endpoint(self, mailbox: int, endpoint: str) -> None:
        """Nothing is taken there any more."""

    async def purge(self, mailbox: int) -> None:
        """Delete a mailbox and all that is in it."""

    async def stats(self) -> Stats:
        """How much there is."""
