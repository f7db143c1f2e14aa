"""What the Channels page writes: each a function that the bridge performs, and that says what it touched.

Stock changes only through `posting`.
"""

import uuid
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime

from app import posting, rules
from app.core.changes import NOTHING, Changes
from app.core.places import LowStock
from app.store import another, orders, pushes, rethinking, settings, shops
from app.store import listings as store_listings
from app.store.catalog import Product
from app.store.database import transaction
from app.store.shops import BY_HAND
from app.store.sqlite import Connection
from app.ui.channels.steps import stall_letter


def set_mode(set_it: Callable[[int, str], None], numbers: Iterable[int], mode: str) -> Changes:
    """Pause, resume, look only or go live. `set_it` is what the program lends."""
    touched = frozenset(numbers)
    for number in sorted(touched):
        set_it(number, mode)
    return Changes(shops=touched, due=touched)


def take_over(take_it: Callable[[int], None], number: int) -> Changes:
    """This computer sends to a shop for which another one is Plimsoll, too. `take_it` is what the program lends."""
    take_it(number)
    return Changes(shops=frozenset({number}), due=frozenset({number}), settings=True)


def leave_to_the_other(db: Connection, number: int) -> Changes:
    """The other computer goes on sending to a shop, and this one only looks."""
    with transaction(db):
        another.only_look(db, number)
    return Changes(shops=frozenset({number}), settings=True)


def compare(compare_it: Callable[[int | None], None], number: int | None) -> Changes:
    """Read the numbers of one shop, or of all, again."""
    compare_it(number)
    return Changes(shops=frozenset() if number is None else frozenset({number}), catalog=True)


def send_again(db: Connection, shop: int, listings: Sequence[int], *, now: datetime) -> Changes:
    """Send these numbers, as they are now, once more."""
    with transaction(db):
        pushes.mark_listings_due(db, list(listings), now=now)
    return Changes(shops=frozenset({shop}), due=frozenset({shop}))


def not_here_yet(db: Connection, question: int, *, now: datetime | None) -> Changes:
    """The seller has looked: these pieces are still under way. Nothing is booked, and the question waits.

    `now` None takes that back.
    """
    with transaction(db):
        shop = orders.looked_for(db, question, now)
    return NOTHING if shop is None else Changes(shops=frozenset({shop}))


def put_on_sale(db: Connection, shop: int, listing: int, *, now: datetime) -> Changes:
    """The seller wants a listing on sale, whatever that costs: it goes with its next write."""
    with transaction(db):
        store_listings.press(db, listing)
        pushes.mark_listings_due(db, [listing], now=now)
    return Changes(shops=frozenset({shop}), due=frozenset({shop}))


def set_low_stock(db: Connection, shop: int, rule: LowStock | None, *, now: datetime) -> Changes:
    """List less in a shop when stock is low; None: no more. The other shops may have to keep off the last pieces."""
    with transaction(db):
        settings.put(db, settings.LOW_STOCK, rule.text() if rule else None, shop=shop, now=now)
        rethinking.ask(db, 0, listed=True)
    return Changes(settings=True, shops=frozenset({shop}))


def set_limit(db: Connection, name: str, shop: int, pieces: int | None, *, now: datetime) -> Changes:
    """Held back, or a cap, in one shop."""
    return rules.post_limit(db, name, pieces, shop=shop, now=now) | Changes(shops=frozenset({shop}))


def add_stall(db: Connection, name: str, letter: str = "M", *, now: datetime) -> Changes:
    """Add a place kept by hand."""
    with transaction(db):
        free = stall_letter(shops.shops(db), letter)
        number = shops.add(db, channel=BY_HAND, name=name.strip(), letter=free, now=now)
    return Changes(shops=frozenset({number}), catalog=True)


def ignore(db: Connection, shop: int, listings: Sequence[int], *, ignored: bool = True) -> Changes:
    """Leave these listings alone, or ask about them again."""
    if not listings:
        return NOTHING
    with transaction(db):
        store_listings.ignore(db, listings, ignored=ignored)
    return Changes(shops=frozenset({shop}), catalog=True)


def link_as_before(
    db: Connection, shop: int, listing: int, sku: str | None, *, ignored: bool, now: datetime
) -> Changes:
    """A listing is linked, or left alone, as it was. What was booked because of its link stays booked: it was sold."""
    changes = posting.post_links(db, [(listing, sku)], now=now)
    return changes | (ignore(db, shop, [listing]) if ignored else NOTHING)


def link(db: Connection, links: Iterable[tuple[int, str | None]], *, now: datetime) -> Changes:
    """Link listings to products; None takes a link away."""
    return posting.post_links(db, list(links), now=now)


def add_products(db: Connection, products: Sequence[tuple[int, Product]], *, now: datetime) -> Changes:
    """Add products for listings, and link them."""
    return posting.post_new_products(db, products, now=now)


def new_batch(kind: str) -> str:
    """A name for one act of the seller, so that it can be undone."""
    return f"{kind}/{uuid.uuid4()}"


def sale_ref(sold_at: datetime) -> str:
    """A name for a sale entered by hand: its day, and what makes it the only one."""
    return f"{sold_at:%y%m%d}-{uuid.uuid4().hex[:6]}"
