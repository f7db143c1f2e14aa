"""What became of each incident, in order: rows that are only ever added."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from app.core.incidents import Event
from app.store.moments import moment, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Happened:
    """One thing that became of an incident, with what is to be said of it."""

    at: datetime
    kind: Event
    facts: Mapping[str, Any]


def add(db: Connection, incident: int, kind: Event, facts: Mapping[str, Any], *, now: datetime) -> None:
    """One more."""
    db.execute(
        "insert into incident_event (incident_id, at, kind, facts) values (?, ?, ?, ?)",
        (incident, stamp(now), kind.value, json.dumps(dict(facts))),
    )


def of(db: Connection, incident: int) -> list[Happened]:
    """All that became of one incident, oldest first."""
    rows = db.execute("select at, kind, facts from incident_event where incident_id = ? order by seq", (incident,))
    return [Happened(at=moment(at), kind=Event(kind), facts=json.loads(facts)) for at, kind, facts in rows]


def last(db: Connection, incident: int, kind: Event) -> Happened | None:
    """The newest of a kind."""
    row = db.execute(
        "select at, facts from incident_event where incident_id = ? and kind = ? order by seq desc limit 1",
        (incident, kind.value),
    ).fetchone()
    return Happened(at=moment(row[0]), kind=kind, facts=json.loads(row[1])) if row else None
