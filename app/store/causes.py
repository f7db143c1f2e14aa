"""What the seller says was the cause of an incident: dated rows, the newest holds."""

from dataclasses import dataclass
from datetime import datetime

from app.core.diagnosis_causes import Cause, Certainty, Diagnosis
from app.store.moments import moment, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmed:
    """The cause as the seller sees it, beside what was proposed then."""

    at: datetime
    cause: Cause
    proposed: Cause
    certainty: Certainty
    note: str


def confirm(db: Connection, incident: int, cause: Cause, found: Diagnosis, *, note: str = "", now: datetime) -> None:
    """Inside a transaction: this is the cause from now on."""
    db.execute(
        "insert into incident_cause (incident_id, at, cause, proposed, certainty, note) values (?, ?, ?, ?, ?, ?)",
        (incident, stamp(now), cause.value, found.proposed.cause.value, found.certainty.value, note),
    )


def confirmed(db: Connection, incident: int) -> Confirmed | None:
    """What the seller said last; None: nothing yet."""
    row = db.execute(
        "select at, cause, proposed, certainty, note from incident_cause where incident_id = ?"
        " order by seq desc limit 1",
        (incident,),
    ).fetchone()
    if row is None:
        return None
    at, cause, proposed, certainty, note = row
    return Confirmed(
        at=moment(at), cause=Cause(cause), proposed=Cause(proposed), certainty=Certainty(certainty), note=note
    )


def statistics(db: Connection) -> dict[Cause, int]:
    """How many incidents had which cause, as the seller confirmed it."""
    rows = db.execute(
        "select cause, count(*) from incident_cause where seq in"
        " (select max(seq) from incident_cause group by incident_id) group by cause order by 2 desc, 1"
    )
    return {Cause(cause): count for cause, count in rows}
