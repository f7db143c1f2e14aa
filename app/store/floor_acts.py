"""The plan at the floor: what it would pause, what it did, and what can be put back once there is enough again.

Every act is a row, so that each can be taken back; one that the seller has changed meanwhile is left as it is now.
"""

import json
from collections.abc import Collection, Sequence
from datetime import datetime

from app.core.floor_plan import Spot, next_step, to_pause
from app.core.records import dataclass
from app.store import alert_rules, demand, listings, plans, pushes, settings
from app.store.moments import moment, stamp
from app.store.sqlite import Connection

PUT_BACK, UNDONE, CHANGED = "put_back", "undone", "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Act:
    """One thing that was done. `listing` None: more was held back. `off`: why the listing is off sale there."""

    id: int
    product: int
    listing: int | None
    shop: int
    shop_name: str
    channel: str
    at: datetime
    available: int
    by_itself: bool
    held_before: int | None
    held_after: int | None
    off: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """A product that is above its floor again, and what of the plan still stands."""

    product: int
    sku: str
    title: str
    available: int
    acts: tuple[Act, ...]


_SPOTS = """
    select listing.id, shop.id, shop.name, coalesce((select value from setting_now where name = 'priority'
            and shop_id = shop.id and product_id = 0), 0),
        not taken_off and coalesce(believed, 0) > 0, mode = 'live' and shop.held is null
    from listing join shop on shop.id = listing.shop_id
    where product_id = ? and gone_at is null and counted and stock_of is null and removed_at is null
        and mode != 'looking' and channel != 'stall'
"""


def spots(db: Connection, product: int, *, now: datetime) -> list[Spot]:
    """Where a product is sold."""
    sold = demand.of_products(db, [product]).get(product, {})
    return [
        Spot(
            listing=listing,
            shop=shop,
            name=name,
            priority=int(priority),
            rate=sold[shop].rate_per_s(now) if shop in sold else 0.0,
            selling=bool(selling),
            reached=bool(reached),
        )
        for listing, shop, name, priority, selling, reached in db.execute(_SPOTS, (product,))
    ]


def offered(db: Connection, product: int, *, now: datetime) -> list[Spot]:
    """What one press would pause now, in the order of pausing; nothing where the product is above its floor."""
    row = db.execute(
        "select available <= floor from stock_level where product_id = ? and started and floor is not null", (product,)
    ).fetchone()
    chosen = alert_rules.pauses(db, product)
    return to_pause(spots(db, product, now=now), chosen) if row is not None and row[0] else []


def pause(db: Connection, product: int, chosen: Sequence[int], *, by_itself: bool = False, now: datetime) -> list[int]:
    """Inside a transaction: take these listings of the product off sale. The acts."""
    (available,) = db.execute("select available from stock_level where product_id = ?", (product,)).fetchone()
    acts = []
    for listing in chosen:
        (off,) = db.execute("select taken_off from listing where id = ?", (listing,)).fetchone()
        if off:
            continue
        listings.ask_pause(db, listing, off=True)
        acts.append(_act(db, product, listing, available, by_itself=by_itself, now=now))
    pushes.mark_listings_due(db, list(chosen), now=now)
    return acts


def hold_more(db: Connection, product: int, more: int, *, now: datetime) -> int:
    """Inside a transaction: hold back so many more of a product, without a press. The act."""
    (available,) = db.execute("select available from stock_level where product_id = ?", (product,)).fetchone()
    before = settings.get(db, settings.HELD_BACK, product=product)
    after = _held(db, product) + more
    settings.put(db, settings.HELD_BACK, after, product=product, now=now)
    number = _act(db, product, None, available, by_itself=True, now=now)
    db.execute("update floor_act set held_before = ?, held_after = ? where id = ?", (before, after, number))
    plans.rethink(db, [product], now=now)
    return number


def _held(db: Connection, product: int) -> int:
    own = settings.get(db, settings.HELD_BACK, product=product)
    return int(own if own is not None else settings.get(db, settings.HELD_BACK) or 0)


def _act(db: Connection, product: int, listing: int | None, available: int, *, by_itself: bool, now: datetime) -> int:
    row = db.execute(
        "insert into floor_act (product_id, listing_id, at, available, by_itself) values (?, ?, ?, ?, ?) returning id",
        (product, listing, stamp(now), available, by_itself),
    ).fetchone()
    return int(row[0])


def by_themselves(db: Connection, products: Sequence[int], *, now: datetime) -> set[int]:
    """Inside a transaction: where the seller opted in, the next step for those of these products that are under their
    floor. The products that something was done to.
    """
    if not alert_rules.any_acts_by_itself(db):
        return set()
    under = db.execute(
        "select product_id, available, floor from stock_level where product_id in (select value from json_each(?))"
        " and started and available > 0 and available < floor"
        " and product_id not in (select bundle_id from bundle_part)",
        (json.dumps(list(products)),),
    ).fetchall()
    acted = set()
    for product, available, floor in under:
        if not alert_rules.acts_by_itself(db, product):
            continue
        step = next_step(
            available=available,
            floor=floor,
            held=_held(db, product),
            acted_at=_acted_at(db, product),
            spots=spots(db, product, now=now),
            chosen=alert_rules.pauses(db, product),
        )
        if step is None:
            continue
        acted.add(product)
        if step.more:
            hold_more(db, product, step.more, now=now)
        else:
            pause(db, product, step.pause, by_itself=True, now=now)
    return acted


def _acted_at(db: Connection, product: int) -> list[int]:
    """What was available at each step since the product fell to its floor, whatever the seller made of it since."""
    rows = db.execute(
        "select available from floor_act where product_id = ?1 and (over_at is null or at >= (select since"
        " from alert_now where product_id = ?1 and shop_id = 0 and kind = 'critical' and outcome = 'fired'))",
        (product,),
    )
    return [available for (available,) in rows]


# ------------------------------------------------------------------------------------------------ putting back

# What the seller has changed since stands as the seller wants it: it is no longer an act of the plan.
_OPEN = """
    select floor_act.id, floor_act.product_id, listing_id, coalesce(shop.id, 0), coalesce(shop.name, ''),
        coalesce(channel, ''), at, available, by_itself, held_before, held_after, coalesce(off, '')
    from floor_act left join listing on listing.id = listing_id left join shop on shop.id = listing.shop_id
    where over_at is null and iif(listing_id is null,
        (select value from setting_now where name = 'held_back' and setting_now.product_id = floor_act.product_id
            and setting_now.shop_id = 0) is held_after,
        taken_off and gone_at is null and removed_at is null)
"""
# A listing that an incident holds off sale stays with the incident.
_FREE = (
    " and not exists (select 1 from incident_stop where incident_stop.listing_id = floor_act.listing_id"
    " and resumed_at is null and not was_off)"
)


def _acts(rows: Sequence[tuple[object, ...]]) -> list[Act]:
    found = []
    for row in rows:
        fields = dict(zip(Act.__slots__, row, strict=True))
        fields["at"], fields["by_itself"] = moment(str(fields["at"])), bool(fields["by_itself"])
        found.append(Act(**fields))  # type: ignore[arg-type]
    return found


def open_acts(db: Connection, product: int) -> list[Act]:
    """What the plan did to a product and still stands, oldest first."""
    return _acts(db.execute(_OPEN + " and floor_act.product_id = ? order by floor_act.id", (product,)).fetchall())


def to_put_back(db: Connection, *, limit: int = 50) -> list[PutBack]:
    """Products that are above their floor again, with what of the plan still stands there."""
    rows = db.execute(
        "select distinct product.id, sku, title, level.available from floor_act"
        " join product on product.id = product_id join stock_level as level using (product_id)"
        " where over_at is null and (floor is null or level.available > floor)"
        " order by title limit ?",
        (limit,),
    ).fetchall()
    return [
        PutBack(product=product, sku=sku, title=title, available=available, acts=tuple(acts))
        for product, sku, title, available in rows
        if (acts := _acts(db.execute(_OPEN + _FREE + " and floor_act.product_id = ?", (product,)).fetchall()))
    ]


def put_back_of(db: Connection, product: int) -> PutBack | None:
    """What can be put back of one product; None for nothing."""
    return next((one for one in to_put_back(db) if one.product == product), None)


def end(db: Connection, numbers: Sequence[int], how: str, *, press: Collection[int] = (), now: datetime) -> set[int]:
    """Inside a transaction: put back what these acts did, and is still as they left it. The shops that are told.

    `press`: listings that ended meanwhile, which the seller puts on sale again whatever that costs.
    """
    wanted = json.dumps(list(numbers))
    acts = _acts(
        db.execute(_OPEN + _FREE + " and floor_act.id in (select value from json_each(?))", (wanted,)).fetchall()
    )
    for act in acts:
        if act.listing is not None:
            listings.ask_pause(db, act.listing, off=False)
            if act.listing in press:
                listings.press(db, act.listing)
        else:
            settings.put(db, settings.HELD_BACK, act.held_before, product=act.product, now=now)
            plans.rethink(db, [act.product], now=now)
        db.execute("update floor_act set over_at = ?, over = ? where id = ?", (stamp(now), how, act.id))
    due: set[int] = set(pushes.mark_due(db, sorted({act.product for act in acts}), now=now)) if acts else set()
    return due | {act.shop for act in acts if act.shop}


def again(db: Connection, numbers: Sequence[int], *, now: datetime) -> set[int]:
    """Inside a transaction: what was put back is taken away again. The shops that are told."""
    rows = db.execute(
        "select floor_act.id, floor_act.product_id, listing_id, held_after from floor_act"
        " left join listing on listing.id = listing_id where over_at is not null and coalesce(not taken_off, 1)"
        " and floor_act.id in (select value from json_each(?))",
        (json.dumps(list(numbers)),),
    ).fetchall()
    for number, product, listing, held in rows:
        if listing is not None:
            listings.ask_pause(db, listing, off=True)
        else:
            settings.put(db, settings.HELD_BACK, held, product=product, now=now)
            plans.rethink(db, [product], now=now)
        db.execute("update floor_act set over_at = null, over = null where id = ?", (number,))
    return set(pushes.mark_due(db, sorted({row[1] for row in rows}), now=now)) if rows else set()


def forget_changed(db: Connection, *, now: datetime) -> None:
    """Inside a transaction: acts that the seller has changed since are over, once their product has risen again."""
    db.execute(
        "update floor_act set over_at = ?1, over = ?2 where over_at is null and exists (select 1"
        " from stock_level as level where level.product_id = floor_act.product_id"
        " and (floor is null or level.available > floor))"
        f" and id not in (select id from ({_OPEN}))",
        (stamp(now), CHANGED),
    )
