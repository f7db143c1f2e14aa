"""What the check before a promotion writes: each a function that the bridge performs."""

from datetime import datetime

from app.core.changes import Changes
from app.store import promotion
from app.store.database import transaction
from app.store.sqlite import Connection


def begin(db: Connection, *, sends_here: bool, now: datetime) -> Changes:
    """Send everything, then read everything back."""
    with transaction(db):
        touched = promotion.begin(db, sends_here=sends_here, now=now)
    return Changes(shops=touched, due=touched)


def go_on(db: Connection, *, now: datetime) -> Changes:
    """Take each shop to its next step."""
    with transaction(db):
        due = promotion.go_on(db, now=now)
    return Changes(shops=due, due=due)


def leave_out(db: Connection, check: int, shop: int, *, now: datetime) -> Changes:
    """Do not wait for this shop."""
    with transaction(db):
        promotion.leave_out(db, check, shop, now=now)
    return Changes(shops=frozenset({shop}))


def tick(db: Connection, check: int, shop: int, point: str, *, on: bool, now: datetime) -> Changes:
    """A point of the list was seen to."""
    with transaction(db):
        promotion.tick(db, check, shop, point, on=on, now=now)
    return Changes(settings=True)


def sign(db: Connection, check: int, *, note: str, now: datetime) -> Changes:
    """Keep what was found."""
    with transaction(db):
        promotion.sign(db, check, note=note, now=now)
    return Changes(settings=True)


def give_up(db: Connection, check: int, *, now: datetime) -> Changes:
    """End it without a signature."""
    with transaction(db):
        promotion.give_up(db, check, now=now)
    return Changes(settings=True)
