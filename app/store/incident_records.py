"""What is known of every incident beside its row: tags, cause, how it ended, what it took. For list and export."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

from app.core.closing import Tag, quiet
from app.core.diagnosis_causes import Cause
from app.store import closing
from app.store.closing import Said
from app.store.incidents import IncidentRow
from app.store.moments import moment
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """Beside one incident's row. `pieces`: those that were not covered. `checks_until`: a check runs until then."""

    tags: frozenset[Tag] = frozenset()
    cause: Cause | None = None
    ended_as: str = ""
    seconds: int = 0
    pieces: int = 0
    shops: tuple[str, ...] = ()
    checks_until: datetime | None = None
    quiet: bool = False  # nothing to do but to wait for its check
    costs: Mapping[str, int] = field(default_factory=dict)  # typed by the seller, in minor units


def records(db: Connection, rows: Sequence[IncidentRow], *, now: datetime) -> dict[int, Record]:
    """Of these."""
    tags, checks = closing.tags(db), _checks(db)
    causes = _by_incident(
        db, "select incident_id, cause from incident_cause where seq in"
        " (select max(seq) from incident_cause group by incident_id)",
    )  # fmt: skip
    worked = _by_incident(db, "select incident_id, seconds from incident_work")
    pieces = _by_incident(db, "select incident_id, sum(pieces) from incident_claim group by incident_id")
    shops: dict[int, list[str]] = {}
    for incident, name in db.execute(
        "select distinct incident_id, shop.name from incident_claim join sales_order on sales_order.id = order_id"
        " join shop on shop.id = shop_id order by incident_id, shop.name"
    ):
        shops.setdefault(incident, []).append(name)
    spoken = {row.id: closing.said(db, row.id) for row in rows}
    return {
        row.id: Record(
            tags=tags.get(row.id, frozenset()),
            cause=Cause(causes[row.id]) if row.id in causes else None,
            ended_as=_ended_as(spoken[row.id]) if row.closed_at else "",
            seconds=int(worked.get(row.id, 0)),
            pieces=int(pieces.get(row.id, 0)),
            shops=tuple(shops.get(row.id, ())),
            checks_until=checks.get(row.id),
            quiet=row.closed_at is None and row.id in checks and is_quiet(db, row, now=now),
            costs=_costs(spoken[row.id]),
        )
        for row in rows
    }


def quiet_ones(db: Connection, rows: Sequence[IncidentRow], *, now: datetime) -> frozenset[int]:
    """The open incidents that ask for nothing: only their check is still running."""
    checks = _checks(db)
    return frozenset(row.id for row in rows if row.id in checks and not row.short and is_quiet(db, row, now=now))


def is_quiet(db: Connection, row: IncidentRow, *, now: datetime) -> bool:
    """Is there nothing to do for it but to wait?"""
    return quiet(closing.facts(db, row, now=now))


def _checks(db: Connection) -> dict[int, datetime]:
    rows = db.execute("select incident_id, begun_at, days from incident_check where state = 'running'")
    return {incident: moment(begun) + timedelta(days=days) for incident, begun, days in rows}


def _by_incident(db: Connection, statement: str) -> dict[int, Any]:
    return dict(db.execute(statement).fetchall())


def _ended_as(spoken: Mapping[str, Said]) -> str:
    found = spoken.get(closing.CLOSED_AS)
    return found.value if found else ""


def _costs(spoken: Mapping[str, Said]) -> dict[str, int]:
    return {name.removeprefix("cost."): int(one.value) for name, one in spoken.items() if name.startswith("cost.")}
