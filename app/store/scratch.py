"""A copy of the inventory that a rehearsal may spoil: nothing in it opens a shop, and nothing waits in it.

The inventory itself is only read, by SQLite's own backup. The copy keeps no key, no address and no words to customers.
"""

from collections.abc import Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from app.core.channel import ListingFacts
from app.store import promises, pushes, relay, settings, shops
from app.store.backup import back_up
from app.store.database import connection, open_database, reader, transaction
from app.store.moments import stamp
from app.store.restore import BESIDE
from app.store.sqlite import Connection

SENDER = "rehearsal"  # the installation that may send in the copy
PLAYED = 400  # products: those that sell most; more of them change nothing but the time that it takes
_KEYS = ("shop_secret", "relay_key", "alert_outlet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Played:
    """A listing that is put on sale in a simulated shop. `a_day`: pieces that sell there."""

    id: int
    shop: int
    product: int
    title: str
    shows: int
    price_minor: int
    a_day: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """What is known of a shop's pace: milliseconds of its answers, seconds of its webhooks, and its allowance."""

    answers: tuple[int, ...]
    hooks: tuple[float, ...]
    by_hook: bool
    used: int = 0
    limit: int = 0
    unit: str = ""
    full_s: float = 0.0
    last_ref: int = 0  # numbers of orders and their names that are taken
    last_name: int = 0


def copy(inventory: Path, target: Path, *, now: datetime) -> None:
    """Copy the inventory and make the copy harmless. Raises `StoreError`."""
    with closing(reader(inventory)) as db:
        back_up(db, target)
    with closing(open_database(target, synchronous="off")) as db:
        make_harmless(db, now=now)
        db.execute("pragma wal_checkpoint(truncate)")
        db.execute("pragma journal_mode=delete")  # one file, copied for each step


def make_harmless(db: Connection, *, now: datetime) -> None:
    """No key, nobody to tell, nothing that waits; every connected shop is live."""
    with transaction(db):
        for table in _KEYS:
            db.execute(f"delete from {table}")
        db.execute("update relay set address = '', device_sealed = x''")
        db.execute("update relay_endpoint set address_sealed = x''")
        db.execute("update doorbell set handled_at = ? where handled_at is null", (stamp(now),))
        db.execute("update reversal set next_at = null where next_at is not null")
        db.execute("update push set state = 'acknowledged', unsure = 0, due_at = null, next_at = null, words = ''")
        db.execute("delete from alert_due")
        db.execute("delete from past_reading")
        db.execute("update alert_notice set state = 'over' where state = 'waits'")
        db.execute("update promotion_check set ended_at = ? where ended_at is null", (stamp(now),))
        db.execute(
            "update shop set held = null, trouble = null, opened = 1, orders_read_at = ?1, listings_read_at = ?1,"
            " success_at = ?1, behind_s = 0, address = ''",
            (stamp(now),),
        )
        settings.put_fact(db, settings.SENDER, SENDER)
        settings.put(db, settings.AWAY, None, now=now)
        for shop in shops.shops(db):
            if not shop.by_hand:
                shops.set_mode(db, shop.id, "live", now=now)


_LISTINGS = """
    select listing.id, listing.shop_id, listing.product_id, listing.title, coalesce(believed, 0),
        coalesce(listing.price_minor, 0), coalesce(weight, 0) / coalesce((select weight from demand_unit), 1)
    from listing join stock_level using (product_id) join shop on shop.id = listing.shop_id
    left join demand on demand.product_id = listing.product_id and demand.shop_id = listing.shop_id
    where shop.channel != 'stall' and shop.removed_at is null and started and counted and gone_at is null
        and stock_of is null and taken_off = 0 and pause != 'paused' and believed is not null
    order by listing.id
"""


def choose(db: Connection, *, most: int = PLAYED, now: datetime) -> tuple[list[Played], int]:
    """What is put on sale: the listings of the products that sell most. The others are gone in the copy: how many."""
    rows = [Played(id=row[0], shop=row[1], product=row[2], title=row[3], shows=max(0, row[4]), price_minor=row[5],
                   a_day=row[6]) for row in db.execute(_LISTINGS)]  # fmt: skip
    sells: dict[int, float] = {}
    for one in rows:
        sells[one.product] = sells.get(one.product, 0.0) + one.a_day
    best = set(sorted(sells, key=lambda product: (-sells[product], product))[:most])
    played = [one for one in rows if one.product in best]
    with transaction(db):
        db.execute("update listing set gone_at = ? where gone_at is null", (stamp(now),))
        for one in played:
            db.execute(
                "update listing set gone_at = null, settled = 1, look_at = null, differs = null, settle_at = null,"
                " untaken = 0, broken_at = null, pause = 'none', off = '', pressed = 0, ref = 'was ' || ref"
                " where id = ?",
                (one.id,),
            )
            promises.adopt(db, one.id, one.shows, now=now)
    return played, len(rows) - len(played)


def relist(db: Connection, shop: int, facts: Sequence[tuple[int, ListingFacts]], *, cursor: str, now: datetime) -> None:
    """The listings are those of a simulated shop, as it shows them now; its orders are read from this cursor on."""
    with transaction(db):
        db.executemany(
            "update listing set ref = ?1, batch = ?2, believed = ?3, seen = ?3, seen_at = ?4, active = ?5,"
            " oversells = ?6, off = ?7 where id = ?8",
            [
                (one.ref, one.batch, one.quantity, stamp(now), one.active, one.oversells, one.off or "", number)
                for number, one in facts
            ],
        )
        db.execute("update shop set orders_cursor = ? where id = ?", (cursor, shop))


def measured(db: Connection, shop: int, *, now: datetime) -> Measured:
    """What the inventory knows of a shop's pace."""
    answers = db.execute(
        "select milliseconds from channel_call where shop_id = ? and outcome = 'ok' order by id desc limit 500", (shop,)
    )
    hooks = db.execute(
        "select seconds from lag where shop_id = ? and kind = 'heard' order by id desc limit 100", (shop,)
    )
    used, limit, unit, full_s = db.execute(
        "select coalesce(quota_used, 0), coalesce(quota_limit, 0), coalesce(quota_unit, ''), coalesce(quota_full_s, 0)"
        " from shop where id = ?",
        (shop,),
    ).fetchone()
    taken = db.execute(
        "select coalesce(max(cast(ref as integer)), 0), coalesce(max(cast(ltrim(number, '#') as integer)), 0)"
        " from sales_order where shop_id = ?",
        (shop,),
    ).fetchone()
    by_hook = relay.heard_by_relay(db, shop, now=now)
    return Measured(
        answers=tuple(sorted(ms for (ms,) in answers)),
        hooks=tuple(sorted(seconds for (seconds,) in hooks)) if by_hook else (),
        by_hook=by_hook, used=int(used), limit=int(limit), unit=unit, full_s=full_s,
        last_ref=taken[0], last_name=taken[1],
    )  # fmt: skip


def relay_is_heard(db: Connection, *, now: datetime) -> None:
    """The relay goes on being pulled: what hangs on it (how often orders are read) stays as it is."""
    with transaction(db):
        db.execute("update relay set pulled_at = ?", (stamp(now),))


def levels(db: Connection) -> dict[int, int]:
    """What is available of each product."""
    return dict(db.execute("select product_id, available from stock_level where started").fetchall())


def heard_at(db: Connection, shop: int, ref: str) -> str | None:
    """When an order was first heard of."""
    row = db.execute("select heard_at from sales_order where shop_id = ? and ref = ?", (shop, ref)).fetchone()
    return row[0] if row else None


def confirmed(db: Connection, shop: int, *, since: datetime) -> list[float | None]:
    """After how many seconds the numbers sent since then were confirmed."""
    rows = db.execute("select seconds from confirmation where shop_id = ? and at >= ?", (shop, stamp(since)))
    return [seconds for (seconds,) in rows]


def unconfirmed(db: Connection, shop: int) -> int:
    """Numbers that still wait."""
    row = db.execute(
        "select count(*) from push join listing on listing.id = listing_id where push.shop_id = ? and gone_at is null"
        " and state in ('due', 'in_flight', 'retrying') and due_at is not null",
        (shop,),
    ).fetchone()
    return int(row[0])


def new_incidents(db: Connection, *, since: datetime) -> dict[int, int]:
    """Incidents that were opened or extended since then, by product."""
    rows = db.execute(
        "select product_id, max(incident.id) from incident join incident_claim on incident_id = incident.id"
        " where heard_at >= ? group by product_id",
        (stamp(since),),
    )
    return dict(rows.fetchall())


def products(db: Connection, numbers: Sequence[int]) -> dict[int, tuple[str, str]]:
    """SKU and title of these."""
    found = {}
    for number in numbers:
        found[number] = db.execute("select sku, title from product where id = ?", (number,)).fetchone()
    return found


def remove(path: Path) -> None:
    """Delete a copy and what lies beside it."""
    for ending in BESIDE:
        with suppress(OSError):
            path.with_name(path.name + ending).unlink(missing_ok=True)


def open_copy(path: Path) -> Connection:
    """A connection to a copy. A power cut may take it."""
    return connection(path, synchronous="off")


def bundles(db: Connection) -> set[int]:
    """Products that are made of others: what is short of them is short of a part."""
    return {number for (number,) in db.execute("select distinct bundle_id from bundle_part")}


def due(db: Connection, shop: int, *, now: datetime) -> None:
    """Inside a transaction: every number of a shop is to be looked at again."""
    pushes.mark_shop_due(db, shop, now=now)
