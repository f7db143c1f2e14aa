"""Places without a connection: what the seller says of them. Each act one function, one transaction."""

from collections.abc import Sequence
from datetime import datetime

from app.core.changes import Changes
from app.core.stock import PIECES_MAX
from app.core.text import N_
from app.errors import PlimsollError
from app.store import by_hand, catalog, listings, plans, pushes
from app.store.by_hand import Todo
from app.store.database import transaction
from app.store.shops import Shop
from app.store.sqlite import Connection


def post_shown_by_hand(db: Connection, shop: Shop, sku: str, pieces: int, *, now: datetime) -> Changes:
    """A place kept by hand lists this product, and shows this number of it. Also to say that it shows another one."""
    if not 0 <= pieces <= PIECES_MAX:
        raise PlimsollError(
            N_("{pieces} is not possible here.", pieces=pieces), N_("Type a number from 0 up. Nothing was changed.")
        )
    if not shop.by_hand:
        raise PlimsollError(N_("{shop} is read by Plimsoll itself.", shop=shop.name), N_("Nothing was changed."))
    with transaction(db):
        product = catalog.product_id(db, sku)
        if product is None:
            raise PlimsollError(N_("This product is no longer here."), N_("Nothing was changed."))
        by_hand.show(db, shop.id, sku, pieces, now=now)
        return _shown_anew(db, shop.id, plans.parts_of(db, product), now)


def post_hidden_by_hand(db: Connection, shop: Shop, listing: int, *, now: datetime) -> Changes:
    """The seller took it off there: it sells nothing any more, and there is nothing to change."""
    with transaction(db):
        row = listings.listing(db, listing)
        product = catalog.product_id(db, row.product_sku) if row and row.product_sku else None
        if product is None:
            return Changes()
        by_hand.hide(db, listing, now=now)
        return _shown_anew(db, shop.id, plans.parts_of(db, product), now)


def post_told_by_hand(db: Connection, shop: Shop, todos: Sequence[Todo], *, now: datetime) -> Changes:
    """The seller changed these numbers at a place kept by hand."""
    with transaction(db):
        products = [part for todo in todos for part in by_hand.done(db, todo, now=now)]
        return _shown_anew(db, shop.id, products, now)


def _shown_anew(db: Connection, shop: int, products: Sequence[int], now: datetime) -> Changes:
    due = pushes.mark_due(db, products, now=now)
    asked = by_hand.ask(db, now=now)
    return asked | Changes(skus=catalog.skus(db, products), shops=frozenset({shop}), due=due, catalog=True)
