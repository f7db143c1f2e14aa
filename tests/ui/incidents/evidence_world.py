"""The incident of the design: Etsy asked Plimsoll to wait for 23 minutes, and sold three mugs too many."""

from datetime import timedelta

from app.core.channel import Call
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import calls, settings
from app.store.database import transaction
from app.store.moments import stamp
from tests.life import NOW

DAY = NOW.replace(hour=12, minute=0, second=0)


def at(clock: str):
    """A moment of that day: "12:49:03"."""
    hours, minutes, seconds = map(int, clock.split(":"))
    return DAY.replace(hour=hours, minute=minutes, second=seconds)


def told(db, listing, shop, clock, quantity, seconds=1.0):
    """A number was sent and confirmed; from then on the listing could sell so many."""
    db.execute(
        "insert into confirmation (shop_id, listing_id, at, quantity, seconds) values (?, ?, ?, ?, ?)",
        (shop.id, listing, stamp(at(clock)), quantity, seconds),
    )
    db.execute(
        "insert into promise (listing_id, at, kind, change, bound_after, why)"
        " values (?, ?, 'adopt', 0, ?, '[\"told\", {}, null, null]')",
        (listing, stamp(at(clock)), quantity),
    )


def said(db, shop, clock, status, verb="set stock"):
    """A call was logged."""
    call = Call(
        at=at(clock), verb=verb, target="1", outcome="ok" if status == 200 else "unavailable", status=status,
        milliseconds=200, words="" if status == 200 else "too many requests",
    )  # fmt: skip
    calls.write(db, shop.id, [call])


def design_incident(world):
    """Returns the number of the incident."""
    db = world.db
    world.now = at("12:00:00")
    world.product("MUG", None, "Speckled mug 350 ml")
    shops = {
        "E": world.shop("Etsy", channel="etsy"),
        "S": world.shop("Shopify", channel="shopify"),
        "W": world.shop("WooCommerce"),
    }
    with transaction(db):
        for shop in shops.values():
            db.execute("update shop set connected_there = ? where id = ?", (stamp(at("08:00:00")), shop.id))
        number = db.execute("select id from product where sku = 'MUG'").fetchone()[0]
        settings.put(db, settings.FLOOR, 4, product=number, now=at("09:00:00"))
        settings.put(db, settings.HELD_BACK, 1, now=at("09:00:00"))
    post_adjustment(db, "MUG", EntryKind.COUNT, 8, reason="counted", batch="c", now=at("12:30:00") - timedelta(days=5))
    listings = {letter: world.listed(shop, shows=7) for letter, shop in shops.items()}
    with transaction(db):
        db.execute("delete from promise")
        for letter, listing in listings.items():
            told(db, listing, shops[letter], "12:49:03", 7)
        for clock in ("12:51:22", "12:52:22", "12:54:22", "12:58:22", "13:06:22"):
            said(db, shops["E"], clock, 429)
        said(db, shops["E"], "12:49:03", 200)
        for minute in range(49, 73):
            said(db, shops["W"], f"{12 + minute // 60}:{minute % 60:02}:30", 200, "read orders")
        for clock, quantity in (("12:51:24", 5), ("12:55:16", 3), ("12:59:44", 1)):
            told(db, listings["W"], shops["W"], clock, quantity)
        told(db, listings["W"], shops["W"], "13:03:44", 0, 39.0)
    _sales(world, shops)
    with transaction(db):
        said(db, shops["E"], "13:12:10", 200)
        told(db, listings["E"], shops["E"], "13:12:10", 0)
    world.now = at("13:12:35")
    return db.execute("select max(id) from incident").fetchone()[0]


def _sales(world, shops):
    """Two mugs at a time, and then one by one what was not there any more."""
    from app.core.orders import Order
    from app.posting import post_order
    from tests.life import line

    for ref, (letter, clock, pieces) in enumerate(
        (
            ("S", "12:51:20", 2), ("E", "12:55:10", 2), ("S", "12:59:40", 2), ("E", "13:02:05", 2),
            ("W", "13:03:31", 1), ("E", "13:07:28", 1), ("E", "13:11:50", 1),
        )
    ):  # fmt: skip
        when = at(clock)
        sale = Order(
            ref=f"o{ref}", number=f"#{1040 + ref}", placed_at=when, updated_at=when, lines=(line("MUG", pieces),),
            status="paid",
        )  # fmt: skip
        post_order(world.db, shops[letter], sale, now=when + timedelta(seconds=5))
