"""What every channel can do. The one protocol of the house, because it has many implementations.

A connector speaks one shop's wire protocol and nothing else: it keeps no state but its token, never sleeps, never
retries and never decides. Every answer is put into the words of `app.core`; every failure into one of `app.errors`.
"""

from collections.abc import Callable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, Protocol, runtime_checkable

import httpx

from app.core.caches import CacheProbe
from app.core.channel import (
    Call,
    ChannelInfo,
    Introduction,
    ListingFacts,
    Reading,
    ShopAccess,
    StockWrite,
    Told,
    Webhook,
    WriteResult,
)
from app.core.marks import Mark
from app.core.orders import Order, OrderState
from app.core.reversal import Said, Standing, Wish

Clock = Callable[[], datetime]
SaveSecret = Callable[[str, str], None]  # name, value: a rotated token is kept before it is used
Log = Callable[[Call], None]


@dataclass(frozen=True, slots=True)
class ListingPage:
    """Some listings, and where the next page starts; None after the last."""

    listings: tuple[ListingFacts, ...]
    next: str | None


@dataclass(frozen=True, slots=True)
class OrderPage:
    """Orders changed since a cursor. Save `cursor` only after the page is booked. `more`: ask again at once.

    `incomplete` names orders that could not be read whole in this page (their lines or refunds go on): they are not
    in `orders`, and are fetched one by one.
    """

    orders: tuple[Order, ...]
    cursor: str
    more: bool
    incomplete: tuple[str, ...] = ()


class Channel(Protocol):
    """One connected shop. All methods block, and raise only `ChannelError`s for what the world may do."""

    info: ChannelInfo
    states: dict[str, OrderState]

    def introduce(self) -> Introduction:
        """Who the shop is, and each permission tried by name. Changes nothing there."""

    def listings(self, page: str | None) -> ListingPage:
        """One page of everything the shop sells; `None` asks for the first."""

    def first_cursor(self, at: datetime) -> str:
        """The cursor from which `orders_changed` tells everything that changes from `at` on.

        Asks the shop what time it is there: its clock dates its orders, not ours.
        """

    def behind(self) -> timedelta:
        """How far the shop's clock is behind ours, by its last answer; negative when it is ahead. No call: zero where
        it is not known.
        """

    def orders_changed(self, cursor: str) -> OrderPage:
        """Orders that changed since the cursor, oldest change first, with the channel's overlap. One call."""

    def orders_open(self, page: str | None) -> OrderPage:
        """Orders that still hold stock, whenever they were made; `None` asks for the first page, then its `cursor`.

        Asked once, when the shop is connected. One call.
        """

    def order(self, ref: str) -> Order | None:
        """One order as it is now, read whole; None when the channel has no such order or it does not count."""

    def stock(self, refs: Sequence[str]) -> list[Reading]:
        """What these listings show now, at most `info.read_batch`."""

    def set_stock(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        """Write numbers with the strongest guard the channel has, all of one `batch`, one result for each write.

        Raises `ChannelUnavailable(sent=False)` only when certainly nothing was written.
        """

    def put_on_sale(self, ref: str, quantity: int) -> WriteResult:
        """The seller presses it: put a listing on sale that is off for a reason in `info.presses`, with this number.

        Where nothing can be pressed it is refused. Raises a `ChannelError` when nothing was changed.
        """

    def pause(self, ref: str) -> str:
        """Take a listing off sale. Returns what `resume` needs to put back exactly what was."""

    def resume(self, ref: str, memo: str) -> None:
        """Put a paused listing back as it was."""

    def standing(self, ref: str, job: str = "") -> Standing | None:
        """How an order stands now, as far as a cancel or a refund cares; None when the shop has no such order.

        `job` is what an earlier answer named as work that goes on.
        """

    def reverse(self, wish: Wish) -> Said:
        """Cancel an order or refund pieces of it, once. Where `info.reversals` cannot, it is refused.

        Raises `ChannelUnavailable(sent=False)` only when certainly nothing was done. Never repeats anything.
        """

    def told(self) -> Told:
        """What its answers so far said of its allowance and of our keys. Asks nothing."""

    def close(self) -> None:
        """Let go of connections."""


@runtime_checkable
class MakesHooks(Protocol):
    """A connector that can set up its shop's webhooks. All methods block, and raise only `ChannelError`s.

    Where it cannot, the seller does it by hand.
    """

    def webhooks(self) -> list[Webhook]:
        """Every webhook of ours that the shop has. Channels delete or disable them after failures."""

    def add_webhook(self, topic: str, url: str, secret: str) -> Webhook:
        """Let the shop call this address. `secret` signs the deliveries where the channel lets us choose one."""

    def remove_webhook(self, ref: str) -> None:
        """Let it call no more; one that is gone already is no trouble."""


@runtime_checkable
class KeepsMark(Protocol):
    """A connector whose shop can keep our mark: which Plimsoll sends there. Raises only `ChannelError`s.

    Only a place of our own counts: never a customer's, an order's or a product's. `ChannelInfo.marked` says the same.
    """

    def mark(self) -> Mark | None:
        """The mark there; None where nobody has left one. One call."""

    def put_mark(self, mark: Mark, *, over: Mark | None) -> bool:
        """Put one in the place of the one that was read. False: somebody was faster, and nothing was changed."""


@runtime_checkable
class ProbesCaches(Protocol):
    """A connector whose shop may stand behind caches that somebody else runs."""

    def probe_caches(self) -> CacheProbe:
        """Does a cache hold old stock back? Asked only at the seller's press: it makes and deletes a test product.

        Raises a `ChannelError`.
        """


class OpenChannel(Protocol):
    """How a connector is made: from access, a clock, a place to keep rotated secrets and the call log.

    `transport` is how its requests travel; tests and the sample shop put a simulated shop there.
    """

    def __call__(
        self,
        access: ShopAccess,
        *,
        clock: Clock,
        save_secret: SaveSecret,
        log: Log,
        transport: httpx.BaseTransport | None = None,
    ) -> Channel:
        """Make the connector. Nothing is sent yet."""


class Listening(Protocol):
    """Waits for the browser to come back."""

    def stop(self) -> None:
        """End the wait soon, from whichever thread."""


class SignsIn(Protocol):
    """One attempt to sign in on a page of the channel's. Blocks; raises only `ChannelError`s."""

    page: str  # to be opened in the browser

    def listen(self) -> AbstractContextManager[Listening]:
        """Take the port that the browser comes back to; use it as a context manager."""

    def wait(self, callback: Any, seconds: float) -> str | None:
        """The secret, once the browser came back; None when it did not in time or the wait was called off."""

    def pasted(self, address: str) -> str:
        """The secret, from the address that the browser shows."""

    def close(self) -> None:
        """Let go of connections."""


class BeginSignIn(Protocol):
    """How an attempt is begun: with what was typed. Asks the channel whether the keys are good, so it blocks."""

    def __call__(
        self, access: ShopAccess, *, clock: Clock, log: Log, transport: httpx.BaseTransport | None = None
    ) -> SignsIn:
        """Raises a `ChannelError` for keys that are missing or not accepted."""


@dataclass(frozen=True, slots=True)
class BrowserWay:
    """How a channel signs in by the browser: what comes of it is kept as the secret of this name.

    `until` tells from a shop's secrets when the seller has to come back; None when they do not say.
    """

    secret: str
    begin: BeginSignIn
    until: Callable[[Mapping[str, str]], datetime | None]
