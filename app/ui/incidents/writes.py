"""Closing an incident and taking that back, and saying what its cause was. Stock never changes here."""

from collections.abc import Sequence
from datetime import datetime

from app.core.changes import Changes
from app.core.closing import covered_after_all, obstacle
from app.core.diagnosis_causes import Cause, Diagnosis
from app.core.text import N_
from app.errors import PlimsollError
from app.store import causes, closing, families, fix_checks, incidents, stops
from app.store.database import transaction
from app.store.sqlite import Connection
from app.store.stops import Stopped


def close_incident(db: Connection, number: int, note: str, *, now: datetime) -> Changes:
    """Close an incident: with its four ticks, or because it is covered after all. Else raises `PlimsollError`."""
    with transaction(db):
        row = incidents.incident(db, number)
        if row is None or row.closed_at is not None:
            return Changes()
        if row.short:
            raise PlimsollError(
                N_("{product} is short by {pieces} again.", product=row.title, pieces=row.short),
                N_("The incident stays open."),
            )
        facts = closing.facts(db, row, now=now)
        why_not = obstacle(facts)
        if why_not is not None:
            raise PlimsollError(why_not, N_("The incident stays open."))
        incidents.close(db, number, note=note.strip(), now=now)
        ended_as = closing.covered_by(db, number) if covered_after_all(facts) else closing.CHECKED
        closing.say(db, number, closing.CLOSED_AS, ended_as, now=now)
        fix_checks.stop(db, number, now=now)
    return Changes(incidents=frozenset({number}))


def reopen_incident(db: Connection, number: int) -> Changes:
    """Take a closing back. Raises `PlimsollError` when a newer incident of the product is open."""
    with transaction(db):
        row = incidents.incident(db, number)
        if row is None or row.closed_at is None:
            return Changes()
        newer = incidents.open_incident_of(db, row.sku)
        if newer is not None:
            raise PlimsollError(
                N_("Incident {newer} of {product} is open already.", newer=str(newer), product=row.title),
                N_("Go on there. Incident {number} stays closed.", number=str(number)),
            )
        incidents.reopen(db, number)
    return Changes(incidents=frozenset({number}))


def stop_selling(db: Connection, number: int, *, now: datetime) -> Changes:
    """Take the product off sale everywhere, and hold it there."""
    with transaction(db):
        return _touched(number, stops.stop(db, number, now=now))


def resume_selling(db: Connection, number: int, *, now: datetime) -> Changes:
    """Put back on sale what this incident stopped."""
    with transaction(db):
        return _touched(number, stops.resume(db, number, now=now))


def tick_stop(db: Connection, number: int, listing: int, *, done: bool, now: datetime) -> Changes:
    """The seller stopped a listing by hand, or did not after all."""
    with transaction(db):
        stops.tick(db, number, listing, done=done, now=now)
    return Changes(incidents=frozenset({number}))


def stop_again(db: Connection, number: int, listing: int, *, now: datetime) -> Changes:
    """Ask the shop once more."""
    with transaction(db):
        stops.again(db, listing, now=now)
        found = [one for one in stops.stops(db, number) if one.listing.id == listing]
        return _touched(number, found)


def split_off(db: Connection, number: int, *, now: datetime) -> Changes:
    """This product is an incident of its own."""
    with transaction(db):
        members = families.family(db, number)
        families.split(db, number, now=now)
    return Changes(incidents=frozenset(members))


def join_with(db: Connection, number: int, other: int, *, now: datetime) -> Changes:
    """These two are one incident."""
    with transaction(db):
        families.merge(db, number, other, now=now)
        return Changes(incidents=frozenset(families.family(db, number)))


def _touched(number: int, stopped: Sequence[Stopped]) -> Changes:
    concerned = frozenset(one.shop.id for one in stopped)
    skus = frozenset(one.listing.product_sku for one in stopped if one.listing.product_sku is not None)
    return Changes(incidents=frozenset({number}), shops=concerned, due=concerned, skus=skus, catalog=True)


def confirm_cause(db: Connection, number: int, cause: Cause, found: Diagnosis, *, now: datetime) -> Changes:
    """The seller says what the cause was. Said again it stands beside the first; the newest holds."""
    with transaction(db):
        said = causes.confirmed(db, number)
        if said is not None and said.cause is cause:
            return Changes()
        causes.confirm(db, number, cause, found, now=now)
    return Changes(incidents=frozenset({number}))
