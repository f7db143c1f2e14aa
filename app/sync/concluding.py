"""What follows once everything that was seen in a shop is explained: its outside edits are dealt with as the seller
chose for good, and a compare that was under way gets its report.

Nothing is concluded while numbers are still being read, so that an import is seen whole before anything is done about
it: a mass change stops and asks instead.
"""

from contextlib import suppress
from datetime import datetime

from app.core.drift import A_DAY, ONE_IMPORT, Standing, is_mass_change, is_second_master
from app.errors import PlimsollError
from app.outside import post_ours, post_theirs
from app.store import compares, edits, listings, looks, settings, shops
from app.store.database import transaction
from app.store.edits import EditRow
from app.store.shops import Shop
from app.sync.desk import Desk


def conclude(desk: Desk, shop: Shop, now: datetime) -> None:
    """After a complete order poll."""
    db = desk.db
    reading = bool(looks.to_look_at(db, shop.id, now=now, limit=1)) or looks.any_unsettled(db, shop.id)
    if not reading:
        _report(desk, shop, now)
    _stand(desk, shop, now, reading=reading)


def _report(desk: Desk, shop: Shop, now: datetime) -> None:
    if compares.under_way(desk.db, shop.id):
        with transaction(desk.db):
            compares.end(desk.db, shop.id, now=now)


def _stand(desk: Desk, shop: Shop, now: datetime, *, reading: bool) -> None:
    """The standing choice, for what was found since it was made; not where somebody goes on changing the number."""
    db = desk.db
    choice = edits.standing(db, shop.id)
    if choice is Standing.ASK or settings.fact(db, settings.SENDER) != desk.installation:
        return
    present = shops.shop(db, shop.id)  # it may be held since
    if present is None or not present.sends:
        return
    for edit in edits.open_edits(db, shop.id):
        late = now - edit.found_at > ONE_IMPORT  # where something is always being read, an import is over by now
        if (late or not reading) and _may_stand(desk, edit, now):
            _do(desk, edit, choice, now)


def _may_stand(desk: Desk, edit: EditRow, now: datetime) -> bool:
    since = edits.standing_since(desk.db, edit.shop_id)
    times = edits.replaced(desk.db, edit.shop_id, now - A_DAY, listing=edit.listing)
    return since is not None and edit.found_at >= since and not is_second_master(times)


def _do(desk: Desk, edit: EditRow, choice: Standing, now: datetime) -> None:
    if choice is Standing.OURS:
        desk.tell(post_ours(desk.db, [edit.listing], decider=edits.STANDING, now=now))
    elif edit.whole:
        with suppress(PlimsollError):  # more was taken off than there is: it stays open, and the seller is asked
            batch = f"outside/{edit.id}"
            desk.tell(post_theirs(desk.db, [edit.listing], batch=batch, decider=edits.STANDING, now=now))


def end_sweep(desk: Desk, shop: Shop, began_at: datetime, now: datetime) -> list[int]:
    """Inside a transaction: a sweep over the whole shop is complete. What it did not meet is gone, unless that is so
    much that a mistake of the shop's is as likely: then sending stops, and the seller is asked. Those that are gone.
    """
    db = desk.db
    missing = listings.not_met(db, shop.id, since=began_at)
    linked, _ = listings.counts(db, shop.id)
    concerned = listings.linked_among(db, missing)
    if shop.sends and is_mass_change(zeros=concerned, changed=concerned, listings=linked):
        listings.miss(db, missing, at=now)
        shops.hold(db, shop.id, changed=concerned)
        return []
    listings.gone(db, missing, at=began_at)
    return missing
