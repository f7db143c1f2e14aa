"""One connected Etsy shop: the connector, put together from its parts."""

from collections.abc import Sequence
from datetime import datetime, timedelta

import httpx

from app.channels.base import Clock, ListingPage, Log, OrderPage, SaveSecret
from app.channels.buyers import Buyers
from app.channels.etsy import introduce, listings, parking, pausing, receipts, stock
from app.channels.etsy.api import EtsyApi, must_be_etsys
from app.channels.etsy.groups import key_of
from app.channels.etsy.info import INFO
from app.channels.etsy.orders import STATES, Products, needs_products, read_receipt
from app.channels.etsy.parking import Parked
from app.channels.etsy.quota import Need
from app.channels.etsy.tokens import Tokens
from app.channels.etsy.wire import Receipt
from app.channels.etsy.writing import Writer
from app.core.channel import Introduction, Reading, ShopAccess, StockWrite, Told, WriteResult
from app.core.orders import Order
from app.core.reversal import Said, Standing, Wish
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut


class Etsy:
    """An Etsy shop as a channel."""

    info = INFO
    states = STATES

    def __init__(self, api: EtsyApi, parked: Parked, shop: int) -> None:
        self._api = api
        self._parked = parked
        self._shop = shop
        self._writer = Writer(api, parked, shop)

    @property
    def tokens(self) -> Tokens:
        """The sign-in as it is kept now: it tells how long Etsy lets us come back. Raises `ChannelSignedOut`."""
        return self._api.tokens

    def standing(self, ref: str, job: str = "") -> Standing | None:  # noqa: ARG002 - nothing is ever asked here
        """How a receipt stands; None when Etsy shows none."""
        order = self.order(ref)
        return Standing(cancelled=order.status == "canceled") if order else None

    def reverse(self, wish: Wish) -> Said:
        """Etsy's interface cannot cancel or refund: only the seller can, on Etsy's own page."""
        raise ChannelRefused(
            N_("Etsy lets nobody cancel or refund from outside."), N_("Do it in Shop Manager."), words=wish.order
        )

    def told(self) -> Told:
        """How many calls of the day are used, and until when Etsy lets us come back."""
        try:
            ends_at = self._api.tokens.refresh_ends
        except ChannelSignedOut:
            ends_at = None
        return Told(allowance=self._api.quota.allowance(self._api.clock()), keys_end_at=ends_at)

    def close(self) -> None:
        """Let go of connections."""
        self._api.close()

    def introduce(self) -> Introduction:
        """Who the shop is, and each permission tried by name. Changes nothing there."""
        return introduce.introduce(self._api)

    # --- listings and stock ------------------------------------------------------------------------------------------

    def listings(self, page: str | None) -> ListingPage:
        """One page of everything the shop sells; `None` asks for the first."""
        return listings.read_page(self._api, self._parked, page or listings.FIRST)

    def stock(self, refs: Sequence[str]) -> list[Reading]:
        """What these listings show now, at most `info.read_batch`."""
        return stock.read_stock(self._api, self._parked, refs)

    def set_stock(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        """Write numbers of one listing: read, put, compare. Where nothing is left it is taken off sale.

        Raises `ChannelUnavailable(sent=False)` only when certainly nothing was written.
        """
        return self._writer.write(writes)

    def put_on_sale(self, ref: str, quantity: int) -> WriteResult:
        """The seller presses “put back on sale”. A listing that is sold out is renewed, which costs a fee.

        Raises a `ChannelError` when nothing was changed.
        """
        return self._writer.put_on_sale(ref, quantity)

    def pause(self, ref: str) -> str:
        """Take a listing off sale. Returns what `resume` needs to put back exactly what was."""
        return pausing.pause(self._api, ref, self._shop)

    def resume(self, ref: str, memo: str) -> None:
        """Put a paused listing back as it was."""
        pausing.resume(self._api, self._parked, ref, memo, self._shop)

    # --- orders ------------------------------------------------------------------------------------------------------

    def first_cursor(self, at: datetime) -> str:
        """The cursor from which `orders_changed` tells everything that changes from `at` on, by Etsy's clock."""
        return receipts.first_cursor(self._api, at)

    def behind(self) -> timedelta:
        """How far Etsy's clock is behind ours."""
        return self._api.behind()

    def orders_changed(self, cursor: str) -> OrderPage:
        """Orders that changed since the cursor, with some minutes of overlap; once a day the sweep follows. One call.

        Raises `ChannelRefused` for a cursor that is none of ours.
        """
        rows, after, more = receipts.changed(self._api, receipts.cursor_of(cursor))
        return _page(rows, receipts.text_of(after), self._api.buyers, more=more)

    def orders_open(self, page: str | None) -> OrderPage:
        """Orders of the last 90 days that are neither sent nor cancelled, oldest first. One call."""
        place = self._first_open() if page is None else receipts.place_of(page)
        step = receipts.read(self._api, receipts.STILL_OPEN, place)
        cursor = receipts.text_of(step.place or place)
        return _page(step.rows, cursor, self._api.buyers, more=step.place is not None)

    def _first_open(self) -> receipts.Place:
        begin = receipts.seconds(self._api.there() - receipts.SWEEP_AGE)
        return receipts.Place(max(begin, receipts.EARLIEST))

    def order(self, ref: str) -> Order | None:
        """One order as it is now, read whole; None when Etsy shows no such order, which says nothing of its pieces."""
        if not (ref.isascii() and ref.isdecimal()):
            return None
        route = f"{self._api.shop()}/receipts/{ref}"
        answer = self._api.get("read order", f"order {ref}", route, need=Need.ORDERS, accept=(404,))
        if answer.status == 404:
            must_be_etsys(answer)
            return None
        return read_receipt(answer.decode(Receipt), _products(self._api), self._api.buyers)


def _page(rows: Sequence[Receipt], cursor: str, buyers: Buyers, *, more: bool) -> OrderPage:
    """A page of orders; those with a line whose values Etsy left out are only named."""
    return OrderPage(
        tuple(read_receipt(row, None, buyers) for row in rows if not needs_products(row)),
        cursor,
        more,
        tuple(str(row.receipt_id) for row in rows if needs_products(row)),
    )


def _products(api: EtsyApi) -> Products:
    """Whose values a product's number stands for. Asks Etsy for each listing once, and only when a line needs it."""
    met: dict[int, dict[int, str]] = {}

    def key(listing: int, product: int) -> str | None:
        if listing not in met:
            met[listing] = _keys(api, str(listing))
        return met[listing].get(product)

    return key


def _keys(api: EtsyApi, listing: str) -> dict[int, str]:
    """The keys of a listing's products, by number; none when it is gone or was never edited with Etsy's tools."""
    found = stock.find(api, "read an order’s listing", [listing], need=Need.ORDERS).get(listing)
    if found is None or found.inventory is None:
        return {}
    # 0 stands for a number that Etsy left out: it must not meet a line that has none either.
    return {
        product.product_id: key_of(product.property_values)
        for product in found.inventory.products
        if product.product_id
    }


def open_etsy(
    access: ShopAccess,
    *,
    clock: Clock,
    save_secret: SaveSecret,
    log: Log,
    transport: httpx.BaseTransport | None = None,
) -> Etsy:
    """Make the connector. Nothing is sent yet. Raises `ChannelSignedOut` for a key that is missing or damaged."""
    api = EtsyApi(access, clock=clock, save_secret=save_secret, log=log, transport=transport)
    try:
        for name in ("keystring", "shared_secret"):
            api.typed(name)
    except ChannelSignedOut:
        api.close()
        raise
    return Etsy(api, Parked(access.secrets.get(parking.SECRET, ""), save_secret), access.shop)
