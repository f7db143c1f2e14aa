"""Settings that change what is shown or asked, each a dated row, with what follows from it."""

from collections.abc import Mapping
from datetime import datetime

from app.core.changes import Changes
from app.core.text import N_
from app.errors import PlimsollError
from app.posting import post_limit
from app.store import pushes, settings, shops
from app.store.database import transaction
from app.store.sqlite import Connection

HELD_BACK_MAX = 100_000
POLL_LEAST_S, POLL_MOST_S = 5, 3600


def hold_back_everywhere(db: Connection, pieces: int | None, *, now: datetime) -> Changes:
    """Hide so many pieces of every product from every channel. Each shop's numbers become due."""
    if pieces is not None and not 0 <= pieces <= HELD_BACK_MAX:
        raise PlimsollError(N_("{pieces} cannot be held back.", pieces=pieces), N_("Nothing was changed."))
    with transaction(db):
        settings.put(db, settings.HELD_BACK, pieces, now=now)
        told = [shop.id for shop in shops.shops(db) if not shop.by_hand]
        for shop in told:
            pushes.mark_shop_due(db, shop, now=now)
    return Changes(settings=True, due=frozenset(told), shops=frozenset(told))


def poll_every(db: Connection, shop: int, seconds: int | None, *, now: datetime) -> Changes:
    """Ask a shop for its orders so often; None: as its channel usually is."""
    if seconds is not None and not POLL_LEAST_S <= seconds <= POLL_MOST_S:
        raise PlimsollError(N_("{seconds} s is not possible.", seconds=seconds), N_("Nothing was changed."))
    with transaction(db):
        settings.put(db, settings.POLL_S, seconds, shop=shop, now=now)
    return Changes(settings=True, shops=frozenset({shop}))


def order_shops(
    db: Connection, before: Mapping[int, int | None], after: Mapping[int, int | None], *, now: datetime
) -> Changes:
    """By shop, its claim to the last pieces: the greater is served first. None: by what it sells."""
    changes = Changes()
    for shop, claim in after.items():
        if claim != before.get(shop):
            changes |= post_limit(db, settings.PRIORITY, claim, shop=shop, now=now) | Changes(shops=frozenset({shop}))
    return changes
