"""What is written of promotions: each a function that the bridge performs."""

from datetime import datetime

from app.core.changes import Changes
from app.store import promotions
from app.store.database import transaction
from app.store.promotions import Planned
from app.store.sqlite import Connection


def plan(db: Connection, planned: Planned, numbers: list[int], *, now: datetime) -> Changes:
    """Plan one. Its number is added to `numbers`."""
    with transaction(db):
        numbers.append(promotions.add(db, planned, now=now))
    return Changes(settings=True)


def call_off(db: Connection, number: int, *, now: datetime) -> Changes:
    """One that has not begun will not."""
    with transaction(db):
        promotions.call_off(db, number, now=now)
    return Changes(settings=True)


def call_on(db: Connection, number: int, *, now: datetime) -> Changes:  # noqa: ARG001 - performed like the others
    """One that was called off may begin after all."""
    with transaction(db):
        promotions.call_on(db, number)
    return Changes(settings=True)


def begin(db: Connection, number: int, *, now: datetime) -> Changes:
    """The mode is on: housekeeping and every lane follow."""
    with transaction(db):
        promotions.begin(db, number, now=now)
    return Changes(settings=True)


def end(db: Connection, *, now: datetime) -> Changes:
    """The mode is over, and everything is as it was."""
    with transaction(db):
        promotions.end(db, now=now)
    return Changes(settings=True)
