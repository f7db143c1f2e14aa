"""Everything an Etsy shop lists, state by state and page by page.

Etsy pages by position in a list that changes while it is read: each page begins some rows before the last one ended,
and what is active is read a second time at the end, because what became active meanwhile is in neither list.
A page token is `2:inactive:90`: the third list, from its 90th row on.
"""

from collections.abc import Iterator
from dataclasses import replace

from app.channels.base import ListingPage
from app.channels.etsy.api import EtsyApi
from app.channels.etsy.groups import Group, groups_of, key_of, offerings, products, ref_of
from app.channels.etsy.info import BATCH
from app.channels.etsy.parking import ACTIVE, Parked, off_of
from app.channels.etsy.quota import Need
from app.channels.etsy.stock import DIGITAL, find
from app.channels.etsy.wire import Inventory, Listing, Money, Product, Rows
from app.core.channel import ListingFacts
from app.core.text import N_
from app.errors import ChannelRefused

STATES = ("active", "inactive", "sold_out", "expired", "draft", "active")
NOT_ON_SALE = ("expired", "draft")
OVERLAP = 10
OFFSET_MAX = 12_000
FIRST = "0:active:0"


def read_page(api: EtsyApi, parked: Parked, page: str) -> ListingPage:
    """One page: the list, and the inventory of its listings in a second call."""
    number, state, offset = _place(page)
    params = [("state", state), ("limit", str(BATCH)), ("offset", str(offset)), ("includes", "Images")]
    target = f"{state.replace('_', ' ')}, from row {offset}"
    answer = api.get("read listings", target, f"{api.shop()}/listings", params, need=Need.LIST)
    rows = answer.decode(Rows[Listing])
    numbers = [str(row.listing_id) for row in rows.results]
    found = find(api, "read stock", list(dict.fromkeys(numbers)), need=Need.LIST) if numbers else {}
    told = [_with_inventory(row, found.get(str(row.listing_id))) for row in rows.results]
    facts = tuple(replace(fact, off=off_of(listing, parked)) for listing in told for fact in facts_of(listing, parked))
    return ListingPage(facts, _next(number, offset, rows))


def _place(page: str) -> tuple[int, str, int]:
    parts = page.split(":")
    fits = len(parts) == 3 and parts[0].isdecimal() and parts[2].isdecimal() and int(parts[0]) < len(STATES)
    if not fits or parts[1] != STATES[int(parts[0])]:
        raise ChannelRefused(N_("This is no page of an Etsy shop."), N_("Read the shop’s listings again."))
    return int(parts[0]), parts[1], int(parts[2])


def _next(number: int, offset: int, rows: Rows[Listing]) -> str | None:
    after = offset + BATCH - OVERLAP
    if len(rows.results) == BATCH and offset + BATCH < rows.count:
        if after <= OFFSET_MAX:
            return f"{number}:{STATES[number]}:{after}"
        if STATES[number] not in NOT_ON_SALE:
            # What is not told would look as if it were gone.
            raise ChannelRefused(
                N_("This shop has more listings than Etsy tells of."),
                N_("Etsy tells of the first 12,100 in one state only. Expire or delete those you no longer sell."),
            )
    number += 1
    return f"{number}:{STATES[number]}:0" if number < len(STATES) else None


def _with_inventory(row: Listing, found: Listing | None) -> Listing:
    if found is None or found.inventory is None:
        return row
    return Listing(
        listing_id=row.listing_id,
        state=found.state,
        title=row.title,
        quantity=row.quantity,
        url=row.url,
        listing_type=row.listing_type,
        state_timestamp=found.state_timestamp,
        inventory=found.inventory,
        images=row.images,
    )


def facts_of(listing: Listing, parked: Parked) -> Iterator[ListingFacts]:
    """The groups of a listing that hold a number, then the products that share one, each under its own values."""
    inventory = listing.inventory
    if inventory is None or not products(inventory):
        # Never edited with Etsy's tools, so there is nothing that could be read or written. That is no zero.
        yield _facts(listing, "", listing.title, quantity=None, counted=False)
        return
    for key, group in groups_of(inventory).items():
        shown = parked.shown(listing, key, group.quantity)
        yield _of_group(listing, inventory, group, shown)
        for product in group.products:
            own = key_of(product.property_values)
            if own != key:
                yield _of_product(listing, product, own, ref_of(listing.listing_id, key), shown)


def _of_group(listing: Listing, inventory: Inventory, group: Group, shown: int) -> ListingFacts:
    return _facts(
        listing,
        group.key,
        _title(listing.title, group.products[0], inventory.quantity_on_property),
        quantity=shown,
        sku=group.sku,
        enabled=group.enabled,
        price=offerings(group.products[0])[0].price,
    )


def _of_product(listing: Listing, product: Product, key: str, holder: str, shown: int) -> ListingFacts:
    return _facts(
        listing,
        key,
        _title(listing.title, product, None),
        quantity=shown,
        sku=product.sku or "",
        enabled=any(offering.is_enabled for offering in offerings(product)),
        price=offerings(product)[0].price,
        stock_of=holder,
    )


def _facts(
    listing: Listing,
    key: str,
    title: str,
    *,
    quantity: int | None,
    counted: bool = True,
    sku: str = "",
    enabled: bool = True,
    price: Money | None = None,
    stock_of: str | None = None,
) -> ListingFacts:
    counted = counted and listing.listing_type != DIGITAL  # a file never runs out
    return ListingFacts(
        ref=ref_of(listing.listing_id, key),
        sku=sku,
        title=title,
        quantity=quantity if counted else None,
        counted=counted,
        active=listing.state == ACTIVE and enabled,
        stock_of=stock_of,
        batch=str(listing.listing_id),
        url=listing.url,
        picture=listing.images[0].url_170x135 if listing.images else "",
        price_minor=price.amount if price and price.divisor in (1, 100, 1000) else None,
        currency=price.currency_code if price else "",
    )


def _title(title: str, product: Product, only: list[int] | None) -> str:
    """“Mug - Blue, Large”."""
    kept = [value for value in product.property_values if only is None or value.property_id in only]
    chosen = ", ".join(text for value in kept for text in value.values)
    return f"{title} - {chosen}" if chosen else title
