"""What the seller decides about outside edits and about who may write: functions that the bridge performs."""

from collections.abc import Sequence
from datetime import datetime

from app.core.changes import Changes
from app.core.drift import Standing
from app.outside import post_ours, post_theirs
from app.store import access, edits, listings, pushes, settings, shops
from app.store.access import Program
from app.store.database import transaction
from app.store.sqlite import Connection
from app.ui.channels.acts import new_batch

SLICE = 200  # numbers taken in one transaction: the write lock is never held for long


def choose(db: Connection, shop: int, choice: Standing, *, now: datetime) -> Changes:
    """The standing choice of a shop from now on."""
    with transaction(db):
        edits.choose_standing(db, shop, choice, now=now)
    return Changes(shops=frozenset({shop}), settings=True)


def put_ours_back(db: Connection, chosen: Sequence[int], *, now: datetime) -> Changes:
    """Our numbers of these listings are sent again."""
    return post_ours(db, chosen, now=now)


def take_theirs(db: Connection, chosen: Sequence[int], *, batch: str = "", now: datetime) -> Changes:
    """The differences of these listings become adjustments, together one act that can be undone."""
    name, changes = batch or new_batch("outside"), Changes()
    for at in range(0, len(chosen), SLICE):
        changes |= post_theirs(db, chosen[at : at + SLICE], batch=name, now=now)
    return changes


def take_all_theirs(db: Connection, shop: int, *, batch: str, now: datetime) -> Changes:
    """All that was changed in a held shop is believed: adjustments, and what was no longer met is gone. Sending goes
    on. Bundles follow their parts: of them, and of what cannot be taken, ours is sent.
    """
    waiting = list(dict.fromkeys(edit.listing for edit in edits.open_edits(db, shop) if edit.whole))
    changes = take_theirs(db, waiting, batch=batch, now=now)
    with transaction(db):
        gone = [number for number, *_ in listings.missing(db, shop)]
        listings.gone(db, gone, at=now)
        due = pushes.mark_freed(db, gone, now=now)
        shops.release(db, shop)
        rest = [edit.listing for edit in edits.open_edits(db, shop)]
        edits.decide(db, rest, "ours", decider=edits.SELLER, now=now)
        pushes.mark_listings_due(db, rest, now=now)
    return changes | Changes(shops=frozenset({shop}), due=due | {shop}, catalog=True)


def note_program(
    db: Connection, shop: int, name: str, *, needed: bool, revoked_at: datetime | None = None, now: datetime
) -> Changes:
    """A program that may change stock, as it is from now on."""
    with transaction(db):
        access.note(db, shop, name.strip(), needed=needed, revoked_at=revoked_at, now=now)
    return Changes(shops=frozenset({shop}), settings=True)


def take_note_back(db: Connection, shop: int, name: str, before: Program | None, *, now: datetime) -> Changes:
    """A program as it was before it was noted; None: it was not there."""
    if before is not None:
        return note_program(db, shop, name, needed=before.needed, revoked_at=before.revoked_at, now=now)
    with transaction(db):
        access.taken_back(db, shop, name, now=now)
    return Changes(shops=frozenset({shop}), settings=True)


def set_warning(db: Connection, name: str, value: int | None, *, now: datetime) -> Changes:
    """What counts as too many writers, or as a race, from now on; None as usual."""
    with transaction(db):
        settings.put(db, name, value, now=now)
    return Changes(settings=True, catalog=True)


def access_not_checked(db: Connection, shop: int, *, now: datetime) -> Changes:
    """The seller had not looked after all."""
    with transaction(db):
        access.unchecked(db, shop, now=now)
    return Changes(shops=frozenset({shop}), settings=True)


def access_checked(db: Connection, shop: int, *, now: datetime) -> Changes:
    """The seller has looked who may write."""
    with transaction(db):
        writers = sum(program.revoked_at is None for program in access.programs(db, shop))
        access.checked(db, shop, writers, now=now)
    return Changes(shops=frozenset({shop}), settings=True)
