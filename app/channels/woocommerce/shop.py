"""One connected WooCommerce shop: the connector, put together from its parts."""

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta

import httpx
import msgspec

from app.channels.base import Clock, ListingPage, Log, OrderPage, SaveSecret
from app.channels.decoding import decode
from app.channels.http import Answer
from app.channels.woocommerce import caching, introduce, listings, polling, reversing, stock, webhooks
from app.channels.woocommerce.api import PAGE, WooApi, error_of, refusal
from app.channels.woocommerce.info import INFO
from app.channels.woocommerce.orders import DRAFTS, FIELDS, STATES, needs_refunds, read_order, state_of
from app.channels.woocommerce.polling import CHANGED, TRASH_EVERY, TRASHED, Cursor, OpenPage, still_open
from app.channels.woocommerce.wire import WireOrder, WireRefund, WireStatus, WireStock, utc
from app.core.caches import CacheProbe
from app.core.channel import Introduction, Reading, ShopAccess, StockWrite, Told, Webhook, WriteOutcome, WriteResult
from app.core.orders import Order
from app.core.reversal import Said, Standing, Wish
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable

# Of the ways to take a product off sale (draft, private, pending), private is the only one that variations know too,
# and the one that keeps the product's address and does not make its return look like a new product to plugins.
IN_THE_SHOP = "put it on sale in the shop itself"
OFF_SALE = "private"
ON_SALE = "publish"
_STATUSES = ("publish", "draft", "pending", "private", "future")


class WooCommerce:
    """A WooCommerce shop as a channel."""

    info = INFO
    states = STATES

    def __init__(self, api: WooApi, *, clock: Clock, currency: str) -> None:
        self._api = api
        self._clock = clock
        self._currency = currency

    def introduce(self) -> Introduction:
        """Who the shop is, and each permission tried by name. Changes nothing there."""
        found = introduce.introduce(self._api)
        self._currency = found.currency or self._currency
        return found

    def listings(self, page: str | None) -> ListingPage:
        """One page of everything the shop sells; `None` asks for the first."""
        return listings.read_page(self._api, page or listings.FIRST, self._currency)

    def first_cursor(self, at: datetime) -> str:
        """The cursor from which `orders_changed` tells everything that changes from `at` on."""
        # Orders bear the shop's time: where its clock is behind ours, ours is a moment that is still to come there.
        behind = max(self._api.behind(), timedelta(0))
        return _text(polling.first_cursor(at.astimezone(UTC) - behind))

    def behind(self) -> timedelta:
        """How far the shop's clock is behind ours."""
        return self._api.known_behind()

    def orders_changed(self, cursor: str) -> OrderPage:
        """Orders that changed since the cursor, oldest change first, with some seconds of overlap. One call.

        After the bin the changed ones are asked for once more: so the last page knows of every order until then, also
        where the program was closed between the two.
        """
        at = decode(cursor, Cursor)
        if at.turn == "trash":
            step = polling.step(self._api, TRASHED, at.trash)
            read_at = at.trash_read_at if step.more else polling.seconds(self._clock())
            after = Cursor(at.orders, step.place, read_at, "trash" if step.more else "orders")
            return self._page(step.rows, _text(after), more=True)
        step = polling.step(self._api, CHANGED, at.orders)
        trash_due = not step.more and self._clock() >= utc(at.trash_read_at) + TRASH_EVERY
        after = Cursor(step.place, at.trash, at.trash_read_at, "trash" if trash_due else "orders")
        return self._page(step.rows, _text(after), more=step.more or trash_due)

    def orders_open(self, page: str | None) -> OrderPage:
        """Orders that still hold stock, whenever they were made. The first call asks which statuses there are."""
        if page is None:
            return OrderPage((), _text(OpenPage(",".join(self._open_statuses()))), more=True)
        at = decode(page, OpenPage)
        step = polling.step(self._api, still_open(at.statuses), at.place)
        return self._page(step.rows, _text(OpenPage(at.statuses, step.place)), more=step.more)

    def _open_statuses(self) -> list[str]:
        known = [status for status, state in STATES.items() if state.commits]
        answer = self._api.get(
            "read open orders", "statuses", "/wc/v3/reports/orders/totals", [], accept=(401, 403, 404)
        )
        if answer.status != 200:
            return known  # this key may not read reports: a plugin's own statuses then come by polling only
        return known + [
            row.slug for row in answer.decode(list[WireStatus]) if row.slug not in STATES and state_of(row.slug).commits
        ]

    def _page(self, rows: Sequence[WireOrder], cursor: str, *, more: bool) -> OrderPage:
        """A page of orders; those whose refunds decide what is still to be sent are only named."""
        whole = [row for row in rows if row.status not in DRAFTS]
        return OrderPage(
            tuple(read_order(row, (), self._api.address, self._api.buyers) for row in whole if not needs_refunds(row)),
            cursor,
            more,
            tuple(str(row.id) for row in whole if needs_refunds(row)),
        )

    def order(self, ref: str) -> Order | None:
        """One order as it is now, read whole; None when there is no such order, or only a draft of one."""
        order = self._one(ref)
        if order is None:
            return None
        refunds = self._refunds(order.id) if needs_refunds(order) else []
        return read_order(order, refunds, self._api.address, self._api.buyers)

    def _one(self, ref: str) -> WireOrder | None:
        if not (ref.isascii() and ref.isdecimal()):
            return None
        route = f"/wc/v3/orders/{ref}"
        answer = self._api.get("read order", f"order {ref}", route, [("_fields", FIELDS)], accept=(404,))
        if answer.status == 404:
            _check_no_order(answer)
            return None
        order = answer.decode(WireOrder)
        return None if order.status in DRAFTS else order

    def standing(self, ref: str, job: str = "") -> Standing | None:  # noqa: ARG002 - nothing goes on after an answer
        """How an order stands, with every refund it has."""
        order = self._one(ref)
        return reversing.standing(order, self._refunds(order.id) if order.refunds else []) if order else None

    def reverse(self, wish: Wish) -> Said:
        """Cancel an order, or refund pieces of it."""
        return reversing.reverse(self._api, wish)

    def webhooks(self) -> list[Webhook]:
        """Our webhooks, and whether they still send."""
        return webhooks.webhooks(self._api)

    def add_webhook(self, topic: str, url: str, secret: str) -> Webhook:
        """Make a webhook whose deliveries are signed with this secret."""
        return webhooks.add(self._api, topic, url, secret)

    def remove_webhook(self, ref: str) -> None:
        """Delete a webhook."""
        webhooks.remove(self._api, ref)

    def _refunds(self, number: int) -> list[WireRefund]:
        refunds: list[WireRefund] = []
        page, more = 1, True
        while more:
            params = [("per_page", str(PAGE)), ("page", str(page)), ("_fields", "id,line_items,date_created_gmt")]
            answer = self._api.get("read order", f"refunds of {number}", f"/wc/v3/orders/{number}/refunds", params)
            rows = answer.decode(list[WireRefund])
            refunds += rows
            more = bool(rows) and listings.pages(answer, page, len(rows))
            page += 1
        return refunds

    def stock(self, refs: Sequence[str]) -> list[Reading]:
        """What these listings show now, at most `info.read_batch`."""
        return stock.read_stock(self._api, refs)

    def set_stock(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        """Write numbers of one batch: read, delta, compare, read again."""
        return stock.write_stock(self._api, writes)

    def put_on_sale(self, ref: str, quantity: int) -> WriteResult:
        """Refused: whether a product can be seen there is for the seller to say in the shop itself."""
        del quantity
        return WriteResult(ref=ref, outcome=WriteOutcome.REFUSED, words=IN_THE_SHOP)

    def pause(self, ref: str) -> str:
        """Take a listing off sale. Returns its status before."""
        before = self._status("pause", ref)
        if before == ON_SALE:
            try:
                self._set_status("pause", ref, OFF_SALE)
            except ChannelUnavailable as error:
                # The status before must not get lost: look once whether it took effect after all.
                if not error.sent or self._status("pause", ref) != OFF_SALE:
                    raise
        return before

    def resume(self, ref: str, memo: str) -> None:
        """Put a paused listing back as it was."""
        if memo not in _STATUSES and memo != self._status("resume", ref):
            raise ChannelRefused(
                N_("Plimsoll does not know how this listing was before it was paused."),
                N_("Set the product’s status in the shop’s own window."),
                words=memo,
            )
        if memo in _STATUSES:
            self._set_status("resume", ref, memo)

    def told(self) -> Told:
        """Nothing: a host’s limits are its own, and its keys do not end."""
        return Told()

    def probe_caches(self) -> CacheProbe:
        """Does a cache before the shop hold old stock back? Makes a test product, and deletes it."""
        return caching.probe(self._api, self._clock)

    def close(self) -> None:
        """Let go of connections."""
        self._api.close()

    def _status(self, verb: str, ref: str) -> str:
        found = stock.find(self._api, verb, [ref])
        if ref not in found:
            raise _gone(ref)
        return found[ref].status

    def _set_status(self, verb: str, ref: str, status: str) -> None:
        parent, _, variation = ref.partition("/")
        route = f"/wc/v3/products/{parent}" + (f"/variations/{variation}" if variation else "")
        answer = self._api.call(verb, f"listing {ref}", "PUT", route, body={"status": status})
        if answer.decode(WireStock).status != status:
            raise ChannelRefused(
                N_("The shop did not change the listing, although it said yes."),
                N_("Look at the listing in the shop’s own window."),
                words=f"{ref}: {status}",
                status=answer.status,
            )


def _check_no_order(answer: Answer) -> None:
    """Is it WooCommerce itself that says so? A page of the host's must never end an order."""
    error = error_of(answer)
    if error is None or error.code != "woocommerce_rest_shop_order_invalid_id":
        raise refusal(answer) or answer.not_understood("no such order?")


def _gone(ref: str) -> ChannelRefused:
    return ChannelRefused(
        N_("The shop no longer has this listing."), N_("Link the product to another listing."), words=ref, status=404
    )


def _text(cursor: Cursor | OpenPage) -> str:
    return msgspec.json.encode(cursor).decode()


def open_woocommerce(
    access: ShopAccess,
    *,
    clock: Clock,
    save_secret: SaveSecret,  # noqa: ARG001 - a key never changes by itself
    log: Log,
    transport: httpx.BaseTransport | None = None,
) -> WooCommerce:
    """Make the connector. Nothing is sent yet. Raises `ChannelRefused` for an address that is none."""
    for name in ("consumer_key", "consumer_secret"):
        if not access.secrets.get(name):
            raise ChannelSignedOut(
                N_("The key of this shop is not on this computer."), N_("Connect the shop again with a new key.")
            )
    api = WooApi(access, clock=clock, log=log, transport=transport)
    return WooCommerce(api, clock=clock, currency=access.settings.get("currency", ""))
