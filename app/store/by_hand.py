"""Places kept by hand that list products (a channel without a connection): what the seller has to change there.

Nobody but the seller can write to such a place, so every change of its number is a to-do with an age. Showing one that
raises a number is what sending is elsewhere: from then on the seller may have typed it, so it counts in the ledger of
promises until it is ticked.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from app.core.changes import Changes
from app.core.exposure import Write
from app.core.guard import Guard
from app.store import lags, listings, plans, promises, pushes, settings
from app.store.moments import moment, stamp
from app.store.pushes import Slot
from app.store.shops import BY_HAND
from app.store.sqlite import Connection

OVERDUE = timedelta(minutes=10)  # requirement R11: even ten minutes are long enough for an oversell
UNMEASURED_S = 12 * 3600.0  # how late a sale is entered and a number changed, until that was measured


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """A number to change by hand. `shows` is what the place shows now, `should` what to type there."""

    listing: int
    sku: str
    title: str
    shows: int
    should: int
    asked_at: datetime

    def overdue(self, now: datetime) -> bool:
        """Has it waited too long?"""
        return now - self.asked_at >= OVERDUE


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """A product that a place shows, and the number there as far as it was ticked or its sales were entered."""

    listing: int
    sku: str
    title: str
    shows: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Ticked:
    """A to-do that was done: when it was asked for, and when it was ticked."""

    sku: str
    title: str
    before: int
    after: int
    asked_at: datetime
    done_at: datetime

    @property
    def late(self) -> bool:
        """Did it take longer than it may?"""
        return self.done_at - self.asked_at >= OVERDUE


def show(db: Connection, shop: int, sku: str, shows: int, *, now: datetime) -> None:
    """Inside a transaction: the place shows this product, and this number of it."""
    listings.ensure_by_hand(db, shop, sku)
    (number,) = db.execute(
        "update listing set counted = 1, gone_at = null, believed = ?3, confirmed = ?3, confirmed_at = ?4,"
        " seen = ?3, seen_at = ?4, moved_at = ?4, product_id = (select id from product where sku = ?2)"
        " where shop_id = ?1 and ref = ?2 returning id",
        (shop, sku, shows, stamp(now)),
    ).fetchone()
    promises.adopt(db, number, shows, now=now)
    db.execute(
        "update shop set heard_s = coalesce(heard_s, ?1), write_s = coalesce(write_s, ?1) where id = ?2",
        (UNMEASURED_S, shop),
    )
    if db.execute("select mode from shop where id = ?", (shop,)).fetchone()[0] != "live":
        db.execute("update shop set mode = 'live' where id = ?", (shop,))
        settings.put(db, settings.MODE, "live", shop=shop, now=now)


def hide(db: Connection, listing: int, *, now: datetime) -> None:
    """Inside a transaction: the seller took it off there. Its sales can still be entered."""
    promises.adopt(db, listing, 0, now=now)
    db.execute(
        "update listing set counted = 0, believed = null, confirmed = null, look_at = null, differs = null"
        " where id = ?",
        (listing,),
    )
    db.execute("update push set state = 'acknowledged', due_at = null, unsure = 0 where listing_id = ?", (listing,))


def taken_by_sale(db: Connection, shop: int, sku: str, pieces: int, *, sold_at: datetime) -> int:
    """How many pieces of a sale the place took off the number that it shows now: none when that was typed later."""
    row = db.execute(
        "select confirmed_at from listing where shop_id = ? and ref = ? and counted and gone_at is null", (shop, sku)
    ).fetchone()
    return pieces if row and sold_at > moment(row[0]) else 0


def asks(db: Connection) -> list[int]:
    """The places where something may have to be changed."""
    return [shop for (shop,) in db.execute(f"select distinct push.shop_id {_OPEN}", (BY_HAND,))]


_OPEN = """
    from push join shop on shop.id = push.shop_id join listing on listing.id = listing_id
    where state in ('due', 'in_flight') and channel = ? and removed_at is null and counted
"""


def open_slots(db: Connection) -> list[tuple[int, ...]]:
    """What is to be changed at all places, to be compared with the last time."""
    return db.execute(
        "select listing_id, wanted, coalesce(quantity, -1) from push join shop on shop.id = push.shop_id"
        " where state in ('due', 'in_flight') and channel = ? and removed_at is null order by listing_id",
        (BY_HAND,),
    ).fetchall()


def ask(db: Connection, *, now: datetime) -> Changes:
    """Inside a transaction: bring the to-dos of every place up to date. The places that have any, and whom else it
    concerns: a product that should be split, or shared again, is so before anybody is asked to type its number.

    What already shows its offer is no to-do. What may be raised is promised before it is shown.
    """
    asked, places = [], asks(db)
    changed = list(plans.rethink(db, _open_products(db), now=now)) if places else []
    due = pushes.mark_due(db, changed, now=now) if changed else frozenset()
    for shop in places:
        slots = _open(db, shop, now)
        idle = [slot for slot in slots if slot.believed == slot.offer.quantity and slot.state != "in_flight"]
        pushes.confirm_idle(db, idle, now=now)
        _promise(db, slots, now)
        if len(slots) > len(idle):
            asked.append(shop)
    return Changes(shops=frozenset(asked), due=due)


def _open_products(db: Connection) -> list[int]:
    rows = db.execute(f"select distinct product_id {_OPEN} and product_id is not null", (BY_HAND,))
    return [product for (product,) in rows]


def _promise(db: Connection, slots: Sequence[Slot], now: datetime) -> None:
    """Everything that may be typed from now on counts. A raise of a split product waits for its room, as elsewhere."""
    raises = [slot for slot in slots if slot.offer.quantity > _granted(slot)]
    for slot in pushes.still_allowed(db, raises, now=now):
        write = Write(key="", old=_granted(slot), new=slot.offer.quantity, guard=Guard.COMPARE_AND_SET)
        promises.send(db, slot.listing, write, now=now)
        db.execute(
            "update push set state = 'in_flight', quantity = ?, believed = ? where listing_id = ?",
            (slot.offer.quantity, slot.believed, slot.listing),
        )


def _granted(slot: Slot) -> int:
    """The largest number that the place may show by now, if the seller typed what was asked for."""
    sent = slot.sent_quantity if slot.state == "in_flight" else None
    return max(0, slot.believed or 0, sent or 0)


def _open(db: Connection, shop: int, now: datetime) -> list[Slot]:
    rows = db.execute(
        "select listing_id from push where shop_id = ? and state in ('due', 'in_flight')", (shop,)
    ).fetchall()
    return list(pushes.offers_of(db, shop, [number for (number,) in rows], now=now).values())


def todos(db: Connection, shop: int, *, now: datetime) -> list[Todo]:
    """What is to be changed at a place, the oldest first. Never more than was promised."""
    titles = dict(
        db.execute(
            "select listing.id, product.title from listing join product on product.id = product_id where shop_id = ?",
            (shop,),
        )
    )
    found = [
        Todo(
            listing=slot.listing,
            sku=slot.sku,
            title=titles.get(slot.listing, slot.sku),
            shows=max(0, slot.believed or 0),
            should=min(slot.offer.quantity, _granted(slot)),
            asked_at=slot.due_at or now,
        )
        for slot in _open(db, shop, now)
    ]
    return sorted((todo for todo in found if todo.should != todo.shows), key=lambda todo: (todo.asked_at, todo.sku))


def counts(db: Connection, shop: int, *, now: datetime) -> tuple[int, datetime | None]:
    """How many to-dos a place has, and since when the oldest waits."""
    waiting = todos(db, shop, now=now)
    return len(waiting), waiting[0].asked_at if waiting else None


def done(db: Connection, todo: Todo, *, now: datetime) -> list[int]:
    """Inside a transaction: the seller says that the place shows the number of this to-do now. The product's parts.

    Sales that happened there before this moment and are entered later do not lower the number that was typed now.
    """
    product = db.execute("select product_id from listing where id = ?", (todo.listing,)).fetchone()
    if product is None or product[0] is None:
        return []
    at = stamp(now)
    db.execute(
        "update listing set believed = ?1, confirmed = ?1, confirmed_at = ?2, seen = ?1, seen_at = ?2, moved_at = ?2,"
        " differs = null where id = ?3",
        (todo.should, at, todo.listing),
    )
    promises.adopt(db, todo.listing, todo.should, now=now)
    db.execute(
        "update push set state = 'acknowledged', due_at = null, unsure = 0, quantity = ?, attempts = 0, words = ''"
        " where listing_id = ?",
        (todo.should, todo.listing),
    )
    db.execute(
        "insert into hand_change (listing_id, before, after, asked_at, done_at) values (?, ?, ?, ?, ?)",
        (todo.listing, todo.shows, todo.should, stamp(todo.asked_at), at),
    )
    (shop,) = db.execute("select shop_id from listing where id = ?", (todo.listing,)).fetchone()
    lags.add(db, shop, "write", [(now - todo.asked_at).total_seconds()], now=now)
    return plans.parts_of(db, product[0])


def shown(db: Connection, shop: int) -> list[Shown]:
    """The products that a place shows, by SKU."""
    rows = db.execute(
        "select listing.id, product.sku, product.title, max(0, coalesce(believed, 0)) from listing"
        " join product on product.id = product_id where shop_id = ? and counted and gone_at is null"
        " order by product.sku",
        (shop,),
    )
    return [Shown(listing=number, sku=sku, title=title, shows=shows) for number, sku, title, shows in rows]


def log(db: Connection, shop: int, *, limit: int = 200) -> list[Ticked]:
    """The to-dos that were done, newest first."""
    rows = db.execute(
        "select product.sku, product.title, before, after, asked_at, done_at from hand_change"
        " join listing on listing.id = listing_id join product on product.id = product_id"
        " where shop_id = ? order by hand_change.id desc limit ?",
        (shop, limit),
    )
    return [
        Ticked(sku=sku, title=title, before=old, after=new, asked_at=moment(asked), done_at=moment(at))
        for sku, title, old, new, asked, at in rows
    ]
