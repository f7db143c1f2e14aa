"""Outside edits: numbers that neither our writes nor a shop's orders explain, who made what of them, and when.

What was found is never changed; each gets at most one decision. Stock follows only through `posting`.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from app.core.drift import OWN_LATE, RACE, Standing, follows_late, times_replaced
from app.store import settings
from app.store.moments import moment, moment_or_none, stamp
from app.store.sqlite import Connection

SELLER, STANDING, PLIMSOLL = "seller", "standing", "plimsoll"


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRow:
    """One outside edit: what the shop showed instead of what it should have, and what became of it.

    `wrote` is what we had last sent there, and when. `decision` is None while it waits; 'ours', 'theirs', 'replaced'
    (our stock moved, and the next write put ours there), 'agrees' (our number came to be the same), or 'gone'.
    `whole`: its product is stocked itself; a bundle's number is that of its parts.
    """

    id: int
    listing: int
    shop_id: int
    shop: str
    sku: str
    title: str
    found_at: datetime
    expected: int
    seen: int
    wrote: int | None
    wrote_at: datetime | None
    settled_at: datetime | None
    decision: str | None
    decider: str | None
    whole: bool
    race_s: int  # so soon after our own write it counts as a race, as the seller has it now
    sold_at: datetime | None  # the newest sale of it there shortly before it was seen, and the pieces of them all
    sold: int

    @property
    def late_by(self) -> timedelta | None:
        """How long after a sale there the number was still the old one, where that explains it (R46)."""
        if self.sold_at is None or not follows_late(self.change, self.sold, self.found_at - self.sold_at):
            return None
        return self.found_at - self.sold_at

    @property
    def change(self) -> int:
        """By how much somebody else moved the number."""
        return self.seen - self.expected

    @property
    def after_our_write(self) -> timedelta | None:
        """How long after our own last write it was seen; None where we never wrote."""
        return None if self.wrote_at is None else max(timedelta(0), self.found_at - self.wrote_at)


_SOLD = f"""
        from sales_order join order_line on order_id = sales_order.id
        where sales_order.shop_id = listing.shop_id and listing_ref = listing.ref and placed_at <= found_at
        and placed_at > strftime('%Y-%m-%dT%H:%M:%fZ', found_at, '-{OWN_LATE.total_seconds():.0f} seconds')
"""
_ROWS = f"""
    select edit.id, edit.listing_id, listing.shop_id, shop.name, coalesce(product.sku, listing.sku),
        coalesce(product.title, listing.title), found_at, expected, edit.seen, wrote, wrote_at, settled_at,
        decision, decider,
        product.id is not null and not exists (select 1 from bundle_part where bundle_id = product.id),
        coalesce((select value from setting_now where name = 'race_s' and setting_now.shop_id = 0
            and setting_now.product_id = 0), {RACE.total_seconds():.0f}),
        (select max(placed_at) {_SOLD}), (select coalesce(sum(taken), 0) {_SOLD})
    from outside_edit as edit join listing on listing.id = edit.listing_id join shop on shop.id = listing.shop_id
    left join product on product.id = product_id left join edit_decision on edit_id = edit.id
"""
_OPEN = " where settled_at is null and listing.gone_at is null and product_id is not null"


def _edit(row: tuple[Any, ...]) -> EditRow:
    fields = dict(zip(EditRow.__slots__, row, strict=True))
    fields["found_at"] = moment(fields["found_at"])
    for name in ("wrote_at", "settled_at", "sold_at"):
        fields[name] = moment_or_none(fields[name])
    fields["whole"] = bool(fields["whole"])
    return EditRow(**fields)


def found(
    db: Connection, *, shop: int = 0, since: datetime | None = None, until: datetime | None = None, limit: int = 500
) -> list[EditRow]:
    """Outside edits of a shop (0: of all) within a time, newest first, whatever became of them."""
    rows = db.execute(
        _ROWS + " where ?1 in (0, listing.shop_id) and found_at >= ?2 and found_at < ?3"
        " order by found_at desc, edit.id desc limit ?4",
        (shop, stamp(since) if since else "", stamp(until) if until else "z", limit),
    )
    return [_edit(row) for row in rows]


def late_after_sales(db: Connection, shop: int, *, since: datetime) -> list[float]:
    """How many seconds after a sale there each number was still the old one (R46): what somebody met by looking."""
    edits = found(db, shop=shop, since=since)
    return [edit.late_by.total_seconds() for edit in edits if edit.late_by is not None]


def open_edits(db: Connection, shop: int) -> list[EditRow]:
    """What waits for a decision in a shop, by SKU and then as it was found."""
    return [_edit(row) for row in db.execute(_ROWS + _OPEN + " and listing.shop_id = ? order by 5, edit.id", (shop,))]


def open_of(db: Connection, listings: Sequence[int]) -> list[EditRow]:
    """What waits for a decision of these listings, as it was found."""
    rows = db.execute(
        _ROWS + _OPEN + " and listing.id in (select value from json_each(?)) order by edit.id",
        (json.dumps(list(listings)),),
    )
    return [_edit(row) for row in rows]


def decide(
    db: Connection, listings: Sequence[int], decision: str, *, decider: str, batch: str | None = None, now: datetime
) -> None:
    """Inside a transaction: what was open of these listings is decided. It is no longer shown as a difference."""
    chosen = json.dumps(list(listings))
    db.execute(
        "insert into edit_decision (edit_id, at, decision, decider, batch) select id, ?2, ?3, ?4, ?5 from outside_edit"
        " where settled_at is null and listing_id in (select value from json_each(?1)) order by id",
        (chosen, stamp(now), decision, decider, batch),
    )
    db.execute(
        "update listing set differs = null where differs is not null and id in (select value from json_each(?))",
        (chosen,),
    )


def overtaken(db: Connection, listings: Sequence[int], decision: str, *, now: datetime) -> None:
    """Inside a transaction: nobody needs to decide any more about what was open of these listings."""
    db.executemany(
        "insert into edit_decision (edit_id, at, decision, decider) select id, ?2, ?3, ?4 from outside_edit"
        " where listing_id = ?1 and settled_at is null",
        [(listing, stamp(now), decision, PLIMSOLL) for listing in listings],
    )


def settled_by_going_live(db: Connection, shop: int, *, now: datetime) -> None:
    """Inside a transaction: the seller lets our numbers be sent there. What was open is put back by that."""
    db.execute(
        "insert into edit_decision (edit_id, at, decision, decider) select edit.id, ?2, 'ours', ?3"
        " from outside_edit as edit join listing on listing.id = listing_id where settled_at is null and shop_id = ?1",
        (shop, stamp(now), SELLER),
    )


def changed_at_once(db: Connection, shop: int, since: datetime) -> tuple[int, int]:
    """How many of a shop's listings somebody else changed since a moment, and how many of those to zero.

    What the seller has decided does not count again.
    """
    row = db.execute(
        "select count(distinct listing_id), count(distinct iif(edit.seen = 0 and expected > 0, listing_id, null))"
        " from outside_edit as edit join listing on listing.id = listing_id"
        " left join edit_decision on edit_id = edit.id"
        " where shop_id = ? and found_at >= ? and decider is not ? and (settled_at is null or decider is not null)",
        (shop, stamp(since), SELLER),
    ).fetchone()
    return row[0], row[1]


def replaced(db: Connection, shop: int, since: datetime, *, listing: int | None = None) -> int:
    """How many times since a moment our numbers in a shop, or that of one listing, were replaced."""
    rows = db.execute(
        "select listing_id, found_at from outside_edit join listing on listing.id = listing_id"
        " where shop_id = ?1 and found_at >= ?2 and ?3 in (0, listing_id)",
        (shop, stamp(since), listing or 0),
    )
    return times_replaced([(number, moment(at)) for number, at in rows])


def standing(db: Connection, shop: int) -> Standing:
    """What the seller wants done with outside edits in a shop. Nothing chosen yet: ask."""
    return Standing(settings.get(db, settings.OUTSIDE_EDITS, shop=shop) or Standing.ASK)


def choose_standing(db: Connection, shop: int, choice: Standing, *, now: datetime) -> None:
    """Inside a transaction: the seller's standing choice from now on. What was found before still waits."""
    settings.put(db, settings.OUTSIDE_EDITS, choice.value, shop=shop, now=now)


def standing_since(db: Connection, shop: int) -> datetime | None:
    """Since when the present choice holds; None where the seller never chose."""
    row = db.execute(
        "select at from setting_now where name = ? and shop_id = ? and product_id = 0", (settings.OUTSIDE_EDITS, shop)
    ).fetchone()
    return moment(row[0]) if row else None
