"""Shopify as a channel: what each request of ours asks of its interface, and its answers in our words.

Stock lives on an inventory item at one location, the linked one; a listing's ref is the number of its item.
"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from urllib.parse import urlsplit

import httpx

from app.channels.address import is_loopback
from app.channels.base import Channel, Clock, ListingPage, Log, OrderPage, SaveSecret
from app.channels.shopify import operations as op
from app.channels.shopify import pausing, reversing, webhooks, writing
from app.channels.shopify.answers import (
    GroupsAnswer,
    ItemNow,
    LocationsAnswer,
    OrderNow,
    ShopAnswer,
    StockAnswer,
    VariantsAnswer,
)
from app.channels.shopify.api import ShopifyApi
from app.channels.shopify.info import INFO, SCOPES, WRITE_KEYS, allows
from app.channels.shopify.listing import listing_of, on_sale
from app.channels.shopify.marks import Marks
from app.channels.shopify.orders import STATES, order_of
from app.channels.shopify.reading import OVERLAP, Cursor, Reader, Whole, cursor_of, cursor_text, moment, whole
from app.channels.shopify.wire import Page, gid, is_number, number
from app.core.channel import (
    Check,
    Introduction,
    Location,
    Reading,
    ShopAccess,
    StockWrite,
    Told,
    Webhook,
    WriteOutcome,
    WriteResult,
)
from app.core.marks import Mark
from app.core.orders import Order
from app.core.reversal import Said, Standing, Wish
from app.core.text import N_
from app.errors import ChannelError, ChannelRefused, ChannelUnavailable

SEVERAL = N_("One location of several")
IN_THE_SHOP = "put it on sale in the shop itself"
OPEN_ORDERS_AGE = timedelta(days=60)  # older ones Shopify shows only to apps with a special permission


class Shopify:
    """One Shopify shop."""

    info = INFO
    states = STATES

    def __init__(
        self, access: ShopAccess, *, clock: Clock, log: Log, transport: httpx.BaseTransport | None = None
    ) -> None:
        self._api = ShopifyApi(access, clock=clock, log=log, transport=transport)
        self._reader = Reader(self._api)
        self._marks = Marks(self._api)
        self._clock = clock
        self._location = access.settings.get("location", "")
        self._groups = WRITE_KEYS

    def told(self) -> Told:
        """How full the bucket of points is."""
        return Told(allowance=self._api.allowance())

    def close(self) -> None:
        """Let go of connections."""
        self._api.close()

    # --- who the shop is -------------------------------------------------------------------------------------------

    def introduce(self) -> Introduction:
        """Who the shop is, its locations, and each permission by name: Shopify itself lists what it granted."""
        answer = self._api.ask(op.SHOP, {}, ShopAnswer, verb="introduce", target="shop")
        granted = {scope.handle for scope in answer.current_app_installation.access_scopes}
        may_read = allows(granted, "read_locations") or allows(granted, "read_inventory")
        locations = self._locations() if may_read else ()
        checks = [_scope_check(scope, granted) for scope in SCOPES]
        if self._location and may_read:
            checks.append(self._location_check(locations))
        if len(locations) > 1:
            checks.append(_others_check(locations, self._location))
        return Introduction(
            name=answer.shop.name,
            checks=tuple(checks),
            locations=locations,
            currency=answer.shop.currency_code,
            timezone=answer.shop.iana_timezone,
            settings={"location": locations[0].ref} if len(locations) == 1 else {},
        )

    def _locations(self) -> tuple[Location, ...]:
        places, after = [], None
        while True:
            page = self._reader.page(
                op.LOCATIONS, {"after": after}, LocationsAnswer, verb="introduce", target="locations"
            ).locations
            places += [Location(ref=number(place.id), name=place.name) for place in page.nodes if place.is_active]
            after = page.page_info.next
            if after is None:
                return tuple(places)

    def _location_check(self, locations: Sequence[Location]) -> Check:
        there = any(place.ref == number(self._location) for place in locations)
        words = N_("The linked location is closed or gone. Choose another in the shop’s settings.")
        return Check(name=N_("The linked location"), ok=there, words=None if there else words)

    def mark(self) -> Mark | None:
        """Which Plimsoll sends here, of those that use this app."""
        return self._marks.read()

    def put_mark(self, mark: Mark, *, over: Mark | None) -> bool:
        """Say that it is another one now."""
        return self._marks.put(mark, over=over)

    # --- listings and stock ----------------------------------------------------------------------------------------

    def listings(self, page: str | None) -> ListingPage:
        """One page of variants; `page` is Shopify's own cursor."""
        values = {"after": page, "location": self._location_gid()}
        answer = self._reader.page(op.VARIANTS, values, VariantsAnswer, verb="list", target="a page of variants")
        found = tuple(listing_of(variant, answer.shop.currency_code) for variant in answer.product_variants.nodes)
        return ListingPage(found, answer.product_variants.page_info.next)

    def stock(self, refs: Sequence[str]) -> list[Reading]:
        """What these listings show at the linked location; no quantity where Shopify does not track or stock them."""
        location = self._location_gid()
        readings: list[Reading] = []
        while len(readings) < len(refs):
            readings += self._stock(refs[len(readings) : len(readings) + self._reader.size(op.STOCK)], location)
        return readings

    def _stock(self, refs: Sequence[str], location: str) -> list[Reading]:
        values = {"ids": [gid("InventoryItem", ref) for ref in refs], "location": location}
        try:
            answer = self._api.ask(
                op.STOCK, values, StockAnswer, verb="read stock", target=_so_many(refs), size=len(refs)
            )
        except ChannelRefused:
            if not self._reader.shrink(op.STOCK, len(refs)):
                raise
            return []
        if len(answer.nodes) != len(refs):
            raise ChannelUnavailable(N_("Shopify told of other listings than were asked for."))
        return [_reading(ref, item) for ref, item in zip(refs, answer.nodes, strict=True)]

    def set_stock(self, writes: Sequence[StockWrite]) -> list[WriteResult]:
        """Write each number if Shopify still shows the one we believe, in one request, each group under its own key.

        After an answer that did not come, every row is UNKNOWN: the same write with the same key tells how it ended.
        """
        ended = self._write_all(writing.groups_of(writes), self._location_gid())
        by_ref = {result.ref: result for result in ended}
        return [by_ref[write.ref] for write in writes]

    def _write_all(self, groups: Sequence[Sequence[StockWrite]], location: str) -> list[WriteResult]:
        results: list[WriteResult] = []
        done = 0
        while done < len(groups):
            some = groups[done : done + self._groups]
            try:
                found = self._write(some, location)
            except ChannelError as error:
                if not results:
                    raise
                return results + _left(groups[done:], error.words)
            results += found
            done += len(some) if found else 0
            if found and found[-1].outcome is WriteOutcome.UNKNOWN:
                return results + _left(groups[done:])
        return results

    def _write(self, groups: Sequence[Sequence[StockWrite]], location: str) -> list[WriteResult]:
        """One request; nothing when Shopify refused so many groups at once, and fewer are to be sent."""
        many, values = len(groups), writing.variables(groups, location)
        rows = [write for group in groups for write in group]
        operation = op.set_available(many)
        try:
            answer = self._api.ask(
                operation, values, GroupsAnswer, verb="set stock", target=_so_many(rows), size=many, urgent=True
            )
        except ChannelUnavailable as error:
            if not error.sent:
                raise
            return writing.all_of(rows, WriteOutcome.UNKNOWN, error.words)
        except ChannelRefused as error:
            if many == 1 or error.status != 200:
                raise
            self._groups = many // 2 if self._api.too_costly else 1
            return []
        errors = self._api.row_errors
        named = [(group, f"w{at}") for at, group in enumerate(groups)]
        return [end for group, at in named for end in writing.results_of(group, answer.get(at), errors.get(at))]

    def _location_gid(self) -> str:
        if not self._location:
            raise ChannelRefused(
                N_("No location of this shop is linked."), N_("Choose the location whose stock Plimsoll keeps.")
            )
        return gid("Location", self._location)

    # --- orders ----------------------------------------------------------------------------------------------------

    def first_cursor(self, at: datetime) -> str:
        """A cursor that tells everything that changes from `at` on, by the shop's clock: asks it once."""
        if self._api.behind is None:
            self._api.ask(op.SHOP, {}, ShopAnswer, verb="read the shop’s clock", target="shop")
        behind = max(self._api.behind or timedelta(0), timedelta(0))
        return cursor_text(Cursor(at - behind - OVERLAP))

    def behind(self) -> timedelta:
        """How far the shop's clock is behind ours."""
        return self._api.behind or timedelta(0)

    def orders_changed(self, cursor: str) -> OrderPage:
        """Orders that changed since the cursor, oldest change first."""
        page, then = self._reader.changed(cursor_of(cursor))
        return self._order_page(page, cursor_text(then))

    def orders_open(self, page: str | None) -> OrderPage:
        """Open orders of the last 60 days that still hold stock."""
        begin = Cursor(self._clock() - OPEN_ORDERS_AGE) if page is None else cursor_of(page)
        found = self._reader.orders(
            f"created_at:>='{moment(begin.since)}' status:open", begin.after, "read open orders"
        )
        told = self._order_page(found, cursor_text(Cursor(begin.since, found.page_info.next)))
        return replace(told, orders=tuple(order for order in told.orders if _holds_stock(order)))

    def order(self, ref: str) -> Order | None:
        """One order as it is now, with every line and refund; None when it is gone or only a test."""
        found = self._reader.order(ref) if is_number(ref) else None
        return None if found is None or found.order.test else self._order(found)

    def _order_page(self, page: Page[OrderNow], cursor: str) -> OrderPage:
        real = [order for order in page.nodes if not order.test]
        read = [whole(order, op.ORDERS_REFUNDS) for order in real]
        return OrderPage(
            orders=tuple(self._order(found) for found in read if found),
            cursor=cursor,
            more=page.page_info.next is not None,
            incomplete=tuple(number(order.id) for order, found in zip(real, read, strict=True) if not found),
        )

    def _order(self, found: Whole) -> Order:
        return order_of(found.order, found.lines, found.refunds, location=self._location, admin=self._admin())

    def _admin(self) -> str:
        """Where the seller's own pages of this shop begin; empty for a shop on this computer."""
        host = urlsplit(self._api.address).hostname or ""
        return "" if is_loopback(host) else f"https://admin.shopify.com/store/{host.partition('.')[0]}"

    def standing(self, ref: str, job: str = "") -> Standing | None:
        """How an order stands; while a cancel's job goes on, only that it does."""
        return reversing.standing(self._api, self._reader, ref, job)

    def reverse(self, wish: Wish) -> Said:
        """Cancel an order, or refund pieces of it."""
        return reversing.reverse(self._api, wish, self._location)

    # --- webhooks --------------------------------------------------------------------------------------------------

    def webhooks(self) -> list[Webhook]:
        """The subscriptions of this app."""
        return webhooks.webhooks(self._reader)

    def add_webhook(self, topic: str, url: str, secret: str) -> Webhook:  # noqa: ARG002 - signed with the app's own
        """Subscribe to a topic."""
        return webhooks.add(self._api, topic, url)

    def remove_webhook(self, ref: str) -> None:
        """Delete a subscription."""
        webhooks.remove(self._api, ref)

    # --- pause -----------------------------------------------------------------------------------------------------

    def put_on_sale(self, ref: str, quantity: int) -> WriteResult:
        """Refused: whether a product can be seen there is for the seller to say in the shop itself."""
        del quantity
        return WriteResult(ref=ref, outcome=WriteOutcome.REFUSED, words=IN_THE_SHOP)

    def pause(self, ref: str) -> str:
        """Make the listing's product a draft; returns its status from before."""
        return pausing.pause(self._api, ref)

    def resume(self, ref: str, memo: str) -> None:
        """Give the listing's product its former status again."""
        pausing.resume(self._api, ref, memo)


def _so_many(listings: Sequence[object]) -> str:
    return "1 listing" if len(listings) == 1 else f"{len(listings)} listings"


def _left(groups: Sequence[Sequence[StockWrite]], words: str = "") -> list[WriteResult]:
    return [end for group in groups for end in writing.all_of(group, WriteOutcome.LATER, words)]


def _others_check(locations: Sequence[Location], linked: str) -> Check:
    """Exactly one location is linked. What the others hold is said, and nothing of it is kept here."""
    others = [place.name for place in locations if place.ref != number(linked)]
    if not linked:
        words = N_(
            "Choose the one whose stock Plimsoll keeps: it does not see what the others hold. A till (Shopify POS) must"
            " sell from that location too."
        )
        return Check(name=SEVERAL, ok=True, words=words)
    words = N_(
        "Plimsoll keeps the stock of one location. It does not see what the others hold: {names}. A till (Shopify POS)"
        " must sell from the linked location, or its sales are not taken off this number.",
        names=", ".join(others),
    )
    return Check(name=SEVERAL, ok=True, words=words)


def _scope_check(scope: str, granted: set[str]) -> Check:
    ok = allows(granted, scope)
    words = N_("Add {scope} to the app’s scopes, release the version and install it again.", scope=scope)
    return Check(name=SCOPES[scope], ok=ok, words=None if ok else words)


def _reading(ref: str, item: ItemNow | None) -> Reading:
    if item is None or item.id is None:
        return Reading(ref=ref, quantity=None, gone=True)
    owners = item.variants.nodes if item.variants else []
    level = item.inventory_level
    return Reading(
        ref=ref,
        quantity=level.available if item.tracked and level else None,
        active=any(on_sale(owner.product) for owner in owners),
    )


def _holds_stock(order: Order) -> bool:
    return not order.ended and any(line.open or line.withheld for line in order.lines)


def open_shopify(
    access: ShopAccess,
    *,
    clock: Clock,
    save_secret: SaveSecret,  # noqa: ARG001 - Shopify's tokens last a day and are asked again, never kept
    log: Log,
    transport: httpx.BaseTransport | None = None,
) -> Channel:
    """Make the connector. Raises `ChannelRefused` for an address that is no Shopify shop's."""
    return Shopify(access, clock=clock, log=log, transport=transport)
