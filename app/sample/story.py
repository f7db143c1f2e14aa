"""The part of the sample shop that is told on purpose: a mug that was sold too often while WooCommerce refused us."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime, timedelta

from app.core.channel import Call, ListingFacts
from app.core.orders import Order, OrderLine
from app.core.stock import EntryKind
from app.posting import post_order
from app.sample.things import Event, Item, Sale, Teller
from app.store import calls, confirmations, listings, looks, plans, promises, pushes, shops
from app.store.confirmations import Ended
from app.store.database import transaction
from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection

MUG = "MUG-SPK-350"
FIRST_NUMBER = {"shopify": 500, "woocommerce": 1200}
NEVER_COUNTED = {
    "BEL-GAR-080",
    "BRD-CRK-240",
    "CAS-LID-250",
    "CHS-DOM-200",
    "HOK-WAL-060",
    "INC-HLD-110",
    "LMP-BAS-280",
    "ORN-STA-070",
    "TRY-BED-350",
    "VAS-DRF-320",
}
# Minutes before the end, shop, pieces, order number: what happened to the mug since Sunday.
_LAST_SALES = (
    (4 * 1440 + 207, "woocommerce", 1, ""),
    (3 * 1440 - 359, "woocommerce", 1, ""),
    (2 * 1440 - 108, "shopify", 2, "1471"),
    (1440 - 312, "shopify", 1, "1479"),
    (101, "shopify", 2, "1482"),
    (97, "woocommerce", 2, "2207"),
    (93, "shopify", 2, "1484"),
    (89.2, "woocommerce", 2, "2209"),
    (88.7, "shopify", 1, "1485"),
    (85, "woocommerce", 1, "2211"),
    (81, "woocommerce", 1, "2212"),
)
_WAITING = 9  # the newest of these sales are still to be sent: 14 pieces
_REFUSED = (100.6, 99.6, 97.6, 93.6, 85.6)  # minutes before the end at which WooCommerce asked us to wait
_ACCEPTED = 79.8
# (shop, SKU, the number it shows instead)
DIFFERING = (("woocommerce", "TIL-SEA-100", 41), ("shopify", "SPN-RST-120", 36))


def list_everything(db: Connection, shop: Shop, items: Sequence[Item], *, at: datetime) -> None:
    """Every product is on sale everywhere."""
    facts = [
        ListingFacts(ref=item.sku, sku=item.sku, title=item.title, quantity=None, counted=not shop.by_hand)
        for item in items
    ]
    with transaction(db):
        listings.save_listings(db, shop.id, facts, read_at=at)
        db.execute(
            "update listing set product_id = (select id from product where product.sku = listing.sku)"
            " where shop_id = ?",
            (shop.id,),
        )


def earlier_incident(db: Connection, shop: Shop, *, now: datetime) -> None:
    """The one before this was in February: two plates were cracked. It is closed."""
    opened_at = now - timedelta(days=100)
    for number in ("1093", "1096"):
        line = OrderLine(ref="1", listing="PLT-SHO-270", sku="PLT-SHO-270", shipped=1, taken=1)
        order = Order(
            ref=number, number=number, placed_at=opened_at, updated_at=opened_at, lines=(line,), status="completed"
        )
        post_order(db, shop, order, now=opened_at)
    with transaction(db):
        db.execute(
            "insert into incident (id, product_id, opened_at, closed_at, note) select 6, id, ?, ?,"
            " 'Two plates were cracked. Both buyers took the next batch.' from product where sku = 'PLT-SHO-270'",
            (stamp(opened_at), stamp(opened_at + timedelta(minutes=72))),
        )
        db.execute(
            "insert into incident_claim (incident_id, order_id, pieces, heard_at) select 6, id, 1, heard_at"
            " from sales_order where ref in ('1093', '1096')"
        )


def mug(teller: Teller, item: Item) -> Iterator[Event]:
    """Twenty-eight mugs, two deliveries, one broken on Saturday, and a noon that sold three too many."""
    now = teller.now
    yield teller.adjust(MUG, EntryKind.ADJUST, 28, "start", teller.began_at)
    stages = ((0.0, 22.0, 24, 24), (22.0, 43.0, 25, 24), (43.0, 54.0, 13, 0))
    for begin, end, sold, delivered in stages:
        for at in _spread(teller, begin, end, sold):
            channel = teller.rng.choice(("shopify", "woocommerce"))
            yield from Sale(item=item, channel=channel, at=at, pieces=1, waits=False).events(teller)
        if delivered:
            at = teller.began_at + timedelta(days=end, hours=1)
            yield teller.adjust(MUG, EntryKind.RECEIVE, delivered, "delivery", at)
    counted_at = teller.began_at + timedelta(days=55, hours=-4, minutes=-20)
    yield teller.count(MUG, counted_at, missing=1, note="1 broken")
    for number, (minutes, channel, pieces, order) in enumerate(_LAST_SALES):
        sale = Sale(
            item=item,
            channel=channel,
            at=now - timedelta(minutes=minutes),
            pieces=pieces,
            waits=number >= len(_LAST_SALES) - _WAITING,
            number=order,
        )
        yield from sale.events(teller)


def _spread(teller: Teller, begin: float, end: float, count: int) -> list[datetime]:
    days = sorted(teller.rng.uniform(begin, end - 0.5) for _ in range(count))
    return [teller.began_at + timedelta(days=day, hours=2) for day in days]


def settle(db: Connection, *, now: datetime) -> None:
    """The present: every shop shows its offer, but for two that somebody else changed; and the log of the noon."""
    with transaction(db):
        plans.rethink(db, plans.sold_in_several_places(db), now=now)
        for shop in shops.shops(db):
            slots = pushes.offers(db, shop.id, now=now)
            for slot in slots:
                db.execute("update listing set believed = ? where id = ?", (slot.offer.target, slot.listing))
                promises.adopt(db, slot.listing, slot.offer.target, now=now)
            pushes.confirm_idle(db, slots, now=now)
            db.execute("update push set state = 'acknowledged', due_at = null where shop_id = ?", (shop.id,))
            db.execute("update listing set look_at = null, settled = 1 where shop_id = ?", (shop.id,))
            shops.poll_complete(db, shop.id, began_at=now)
            shops.opened(db, shop.id)
            shops.listings_read(db, shop.id, at=now)
            shops.well(db, shop.id, now=now)
            _differ(db, shop, now)
            log = _calls(db, shop, now)
            calls.write(db, shop.id, log)
            _confirm(db, shop, log, now)


def _differ(db: Connection, shop: Shop, now: datetime) -> None:
    for channel, sku, shows in DIFFERING:
        if shop.channel == channel:
            number, believed = db.execute(
                "select id, believed from listing where shop_id = ? and sku = ?", (shop.id, sku)
            ).fetchone()
            seen_at = now - timedelta(hours=8, minutes=32)
            looks.outside_edit(db, number, expected=believed, seen=shows, should=believed, at=seen_at)
            db.execute(
                "update listing set believed = ?1, seen = ?1, seen_at = ?2 where id = ?3",
                (shows, stamp(seen_at), number),
            )
            promises.edit(db, number, shows, now=now)


def _calls(db: Connection, shop: Shop, now: datetime) -> list[Call]:
    """Yesterday's log: a write for every sale on another channel, and the refusals of the noon."""
    if shop.by_hand:
        return []
    rows = db.execute(
        "select heard_at from sales_order where shop_id != ? and heard_at > ? and heard_by != 'seller'",
        (shop.id, stamp(now - timedelta(hours=24))),
    )
    log = [_call(datetime.fromisoformat(heard_at) + timedelta(seconds=1), "ok", 200, 180, "") for (heard_at,) in rows]
    if shop.channel == "woocommerce":
        first, last = now - timedelta(minutes=_REFUSED[0]), now - timedelta(minutes=_ACCEPTED)
        log = [call for call in log if not first <= call.at <= last]
        words = "Too many requests. Try again later."
        log += [_call(now - timedelta(minutes=minutes), "unavailable", 429, 90, words) for minutes in _REFUSED]
        log.append(_call(last, "ok", 200, 210, ""))
    log += [
        replace(_call(now - timedelta(minutes=minutes), "ok", 200, 95, ""), verb="read orders", target="changed orders")
        for minutes in range(1, round(_ACCEPTED))
    ]
    return sorted(log, key=lambda call: call.at)


def _confirm(db: Connection, shop: Shop, log: Sequence[Call], now: datetime) -> None:
    """Every number that was taken, some seconds after its sale; the one of the noon waited for the refusals to end."""
    row = db.execute("select min(id) from listing where shop_id = ?", (shop.id,)).fetchone()
    noon = now - timedelta(minutes=_ACCEPTED)
    for call in log:
        if call.verb != "set stock" or call.outcome != "ok":
            continue
        waited = (
            timedelta(minutes=_REFUSED[0] - _ACCEPTED) if call.at == noon else timedelta(seconds=2 + call.at.second % 7)
        )
        ended = Ended(listing=row[0], quantity=0, due_at=call.at - waited, confirmed=True)
        confirmations.add(db, shop.id, [ended], now=call.at)


def _call(at: datetime, outcome: str, status: int, milliseconds: int, words: str) -> Call:
    return Call(
        at=at,
        verb="set stock",
        target="1 listing",
        outcome=outcome,
        status=status,
        milliseconds=milliseconds,
        words=words,
    )
