"""Settings that change what is shown or asked, each a dated row, with what follows from it."""

from collections.abc import Mapping
from datetime import datetime

from app.core.changes import Changes
from app.core.text import N_
from app.errors import PlimsollError
from app.rules import Rule, post_rules
from app.store import settings
from app.store.database import transaction
from app.store.sqlite import Connection

POLL_LEAST_S, POLL_MOST_S = 5, 3600


def poll_every(db: Connection, shop: int, seconds: int | None, *, now: datetime) -> Changes:
    """Ask a shop for its orders so often; None: as its channel usually is."""
    if seconds is not None and not POLL_LEAST_S <= seconds <= POLL_MOST_S:
        raise PlimsollError(N_("{seconds} s is not possible.", seconds=seconds), N_("Nothing was changed."))
    with transaction(db):
        settings.put(db, settings.POLL_S, seconds, shop=shop, now=now)
    return Changes(settings=True, shops=frozenset({shop}))


def keep_letters(db: Connection, days: int | None, *, now: datetime) -> Changes:
    """Keep the words to customers for so many days after their incident was closed; None: as usual."""
    with transaction(db):
        settings.put(db, settings.LETTERS_KEPT, days, now=now)
    return Changes(settings=True)


def put(db: Connection, name: str, value: int | str | None, *, now: datetime) -> Changes:
    """A setting that holds everywhere and moves no number by itself."""
    with transaction(db):
        settings.put(db, name, value, now=now)
    return Changes(settings=True)


def order_shops(
    db: Connection, before: Mapping[int, int | None], after: Mapping[int, int | None], *, now: datetime
) -> Changes:
    """By shop, its claim to the last pieces: the greater is served first. None: by what it sells."""
    changed = {shop: claim for shop, claim in after.items() if claim != before.get(shop)}
    return post_rules(
        db, [Rule(name=settings.PRIORITY, value=claim, shop=shop) for shop, claim in changed.items()], now=now
    )
