"""A shop's vital signs as its row and its Health page show them: how numbers were confirmed, heard of and allowed.

Reads only, but for what a channel told of itself. The sums are `core.health`'s.
"""

from dataclasses import dataclass, field
from datetime import datetime

from app.core.channel import Allowance, Told, Unit
from app.core.health import SPARK_SPAN, Failures, HeardBy, InTime, heard_by, in_time, spark
from app.store import confirmations, edits, lags
from app.store.alarms import Rung, last_calls, open_alarms
from app.store.confirmations import SPAN
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection


def keep_told(db: Connection, shop: int, told: Told, *, now: datetime) -> None:
    """Keep what a channel told of itself. What it does not tell any more stays as it was told."""
    allowance = told.allowance
    if allowance is not None:
        db.execute(
            "update shop set quota_used = ?, quota_limit = ?, quota_unit = ?, quota_full_s = ?, quota_at = ?"
            " where id = ?",
            (allowance.used, allowance.limit, allowance.unit.value, allowance.full_s, stamp(now), shop),
        )
    if told.keys_end_at is not None:
        keys_end(db, shop, told.keys_end_at)


def keys_end(db: Connection, shop: int, at: datetime | None) -> None:
    """The channel wants the seller to sign in again before this moment; None: its keys do not end."""
    db.execute("update shop set keys_end_at = ? where id = ?", (stamp(at) if at else None, shop))


def keys_typed(db: Connection, shop: int, *, now: datetime) -> None:
    """New keys were typed: what was known of the old ones' end is over."""
    db.execute("update shop set keys_at = ?, keys_end_at = null where id = ?", (stamp(now), shop))


@dataclass(frozen=True, slots=True, kw_only=True)
class Quota:
    """What a channel last told of its allowance, and when."""

    allowance: Allowance
    at: datetime

    def now(self, now: datetime) -> Allowance:
        """What is used by now: what is not used comes back evenly."""
        old = self.allowance
        passed = max(0.0, (now - self.at).total_seconds())
        back = old.limit * passed / old.full_s if old.full_s > 0 else 0.0
        return Allowance(used=max(0.0, old.used - back), limit=old.limit, unit=old.unit, full_s=old.full_s)


@dataclass(frozen=True, slots=True, kw_only=True)
class RowVitals:
    """What a row in the list of shops shows: the last day's lags, the allowance, and alarms that ring."""

    spark: tuple[float | None, ...] = ()
    quota: Quota | None = None
    alarms: tuple[Rung, ...] = ()


def row_vitals(db: Connection, shop: int, *, now: datetime) -> RowVitals:
    """The signs that a row shows."""
    found = confirmations.samples(db, shop, now=now, span=SPARK_SPAN)
    return RowVitals(spark=spark(found, now=now) if found else (), quota=quota(db, shop), alarms=open_alarms(db, shop))


def quota(db: Connection, shop: int) -> Quota | None:
    """What a shop told of its allowance; None where it does not tell."""
    used, limit, unit, full_s, at = db.execute(
        "select quota_used, quota_limit, quota_unit, quota_full_s, quota_at from shop where id = ?", (shop,)
    ).fetchone()
    if at is None:
        return None
    return Quota(allowance=Allowance(used=used, limit=limit, unit=Unit(unit), full_s=full_s), at=moment(at))


@dataclass(frozen=True, slots=True, kw_only=True)
class Keys:
    """When a shop's keys were typed, and when its channel wants the seller back; None where that is not known."""

    typed_at: datetime | None = None
    end_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Signs:
    """Everything that the Health page says of a shop. Lengths are seconds."""

    row: RowVitals = field(default_factory=RowVitals)
    seconds: tuple[float | None, ...] = ()  # every confirmation of the last days
    in_time: InTime = field(default_factory=InTime)
    heard_by: HeardBy = field(default_factory=HeardBy)
    failures: Failures = field(default_factory=Failures)
    heard_s: float | None = None  # 95 % of the sales are known so many seconds after they were made
    heard_average_s: float | None = None  # and so many on average: what counts for a last piece
    heard_counts_s: float = 0.0  # what is reckoned with: more than that while too few were measured
    heard_lags: int = 0
    own_late: tuple[float, ...] = ()  # so long after a sale there its own number was still the old one
    keys: Keys = field(default_factory=Keys)


def signs(db: Connection, shop: int, *, now: datetime) -> Signs:
    """All of a shop's signs, over the last days."""
    seconds = confirmations.lengths(db, shop, now=now)
    heard_s, average_s, poll_s, typed_at, end_at = db.execute(
        "select heard_s, heard_average_s, poll_s, keys_at, keys_end_at from shop where id = ?", (shop,)
    ).fetchone()
    (heard_lags,) = db.execute("select count(*) from lag where shop_id = ? and kind = 'heard'", (shop,)).fetchone()
    return Signs(
        row=row_vitals(db, shop, now=now),
        seconds=seconds,
        in_time=in_time(seconds, waiting_ages(db, shop, now=now)),
        heard_by=heard_by([name for (name,) in _heard(db, shop, now)]),
        failures=last_calls(db, shop)[0],
        heard_s=heard_s,
        heard_average_s=average_s,
        heard_counts_s=lags.known(poll_s, heard_s, None, average_s, None)[0].heard_s,
        heard_lags=heard_lags,
        own_late=tuple(edits.late_after_sales(db, shop, since=now - SPAN)),
        keys=Keys(typed_at=moment_or_none(typed_at), end_at=moment_or_none(end_at)),
    )


def _heard(db: Connection, shop: int, now: datetime) -> list[tuple[str]]:
    return db.execute(
        "select heard_by from sales_order where shop_id = ? and heard_at > ?", (shop, stamp(now - SPAN))
    ).fetchall()


def waiting_ages(db: Connection, shop: int, *, now: datetime) -> list[float]:
    """Seconds for which each number that waits at a live shop has waited."""
    rows = db.execute(
        "select max(due_at, coalesce((select at from setting_now where name = 'mode' and shop_id = ?1"
        " and product_id = 0), due_at)) from push join listing on listing.id = listing_id"
        " join stock_level using (product_id) join shop on shop.id = push.shop_id"
        " where push.shop_id = ?1 and state in ('due', 'in_flight', 'retrying') and due_at is not null and started"
        " and counted and gone_at is null and stock_of is null and mode = 'live' and held is null",
        (shop,),
    )
    return [max(0.0, (now - moment(at)).total_seconds()) for (at,) in rows]
