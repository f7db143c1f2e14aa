"""What waits at one shop, in one statement: a lane asks this at every step."""

from dataclasses import dataclass
from datetime import datetime

from app.store.moments import moment_or_none, stamp
from app.store.sqlite import Connection


@dataclass(frozen=True, slots=True, kw_only=True)
class Agenda:
    """What there is to do at a shop now, and when the next look or put-off doorbell is due."""

    sender: str | None  # the installation that may send
    pauses: bool
    writes: bool
    rings: bool
    looks: bool
    settles: bool
    reversals: bool
    next_look_at: datetime | None
    next_ring_at: datetime | None
    next_settle_at: datetime | None
    next_reversal_at: datetime | None


_AGENDA = """
    select (select value from about where name = 'sender'),
        exists (select 1 from listing where shop_id = ?1 and pause in ('asked', 'resume')),
        exists (select 1 from push where shop_id = ?1 and state in ('due', 'retrying') and state != 'acknowledged'),
        exists (select 1 from doorbell where shop_id = ?1 and handled_at is null
            and (next_at is null or next_at <= ?2)),
        exists (select 1 from listing where shop_id = ?1 and look_at <= ?2 and gone_at is null and stock_of is null),
        exists (select 1 from listing where shop_id = ?1 and settle_at <= ?2),
        exists (select 1 from reversal where shop_id = ?1 and next_at <= ?2),
        (select min(look_at) from listing where shop_id = ?1 and look_at is not null and gone_at is null
            and stock_of is null),
        (select min(next_at) from doorbell where shop_id = ?1 and handled_at is null),
        (select min(settle_at) from listing where shop_id = ?1 and settle_at is not null),
        (select min(next_at) from reversal where shop_id = ?1 and next_at is not null and state <> 'asked')
"""


def agenda(db: Connection, shop: int, *, now: datetime) -> Agenda:
    """What waits at a shop."""
    sender, *waits, look_at, ring_at, settle_at, reversal_at = db.execute(_AGENDA, (shop, stamp(now))).fetchone()
    pauses, writes, rings, looks, settles, reversals = map(bool, waits)
    return Agenda(
        sender=sender,
        pauses=pauses,
        writes=writes,
        rings=rings,
        looks=looks,
        settles=settles,
        reversals=reversals,
        next_look_at=moment_or_none(look_at),
        next_ring_at=moment_or_none(ring_at),
        next_settle_at=moment_or_none(settle_at),
        next_reversal_at=moment_or_none(reversal_at),
    )
