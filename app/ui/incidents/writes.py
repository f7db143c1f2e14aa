"""Closing an incident and taking that back, and saying what its cause was. Stock never changes here."""

from datetime import datetime

from app.core.changes import Changes
from app.core.diagnosis_causes import Cause, Diagnosis
from app.core.text import N_
from app.errors import PlimsollError
from app.store import causes, incidents
from app.store.database import transaction
from app.store.sqlite import Connection


def close_incident(db: Connection, number: int, note: str, *, now: datetime) -> Changes:
    """Close an incident once nothing is short any more. Raises `PlimsollError` while something is."""
    with transaction(db):
        row = incidents.incident(db, number)
        if row is None or row.closed_at is not None:
            return Changes()
        if row.short:
            raise PlimsollError(
                N_("{product} is short by {pieces} again.", product=row.title, pieces=row.short),
                N_("The incident stays open."),
            )
        incidents.close(db, number, note=note.strip(), now=now)
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


def confirm_cause(db: Connection, number: int, cause: Cause, found: Diagnosis, *, now: datetime) -> Changes:
    """The seller says what the cause was. Said again it stands beside the first; the newest holds."""
    with transaction(db):
        said = causes.confirmed(db, number)
        if said is not None and said.cause is cause:
            return Changes()
        causes.confirm(db, number, cause, found, now=now)
    return Changes(incidents=frozenset({number}))
