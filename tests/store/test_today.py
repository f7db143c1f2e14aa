"""What Today reads: floors, links, counts, and the day's deeds, none of it by reading the ledger through."""

from datetime import timedelta

import pytest

from app.core.alerts import AlarmKind
from app.core.audits import Audit
from app.core.count_kinds import CountKind
from app.core.counting import Tolerance
from app.core.deliveries import Terms
from app.core.incidents import Event
from app.core.text import N_
from app.posting import post_order
from app.sample import past
from app.store import counts, deliveries, settings, shops, stops, suppliers, today
from app.store.database import transaction
from app.store.moments import stamp
from app.store.sentences import packed
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order


@pytest.fixture
def db(tmp_path):
    return fresh(tmp_path)


def floor(db, product, at, reorder=None):
    with transaction(db):
        settings.put(db, settings.FLOOR, at, product=product, now=NOW)
        settings.put(db, settings.REORDER_POINT, reorder, product=product, now=NOW)


def test_the_furthest_under_its_floor_is_the_first(db):
    for sku, on_hand, at in (("OK", 9, 3), ("AT", 3, 3), ("UNDER", 2, 3), ("FAR", 1, 8), ("GONE", 0, 5)):
        floor(db, add_product(db, sku, on_hand), at)
    found = today.floors(db, now=NOW)
    assert (found.under, found.at) == (3, 1)
    assert [row.sku for row in found.worst] == ["FAR", "GONE", "UNDER", "AT"]


def test_links_are_counted_by_shop_and_kind(db):
    woo, etsy = add_shop(db), add_shop(db, channel="etsy", name="Etsy", letter="E")
    add_product(db, "MUG", 5)
    for ref in ("A", "B", "C", "D", "E"):
        add_listing(db, woo, "MUG", ref=ref)
    db.execute("update listing set product_id = null where ref in ('A', 'B', 'C')")
    db.execute("update listing set ignored = 1 where ref = 'C'")
    db.execute("update listing set gone_at = ? where ref in ('A', 'D')", (stamp(NOW),))
    post_order(db, woo, order("1", line("NOBODY")), now=NOW)
    assert [(one.shop, one.unbooked, one.broken, one.unlinked) for one in today.links(db)] == [(woo.id, 1, 1, 1)]
    assert etsy.id not in [one.shop for one in today.links(db)]


def test_an_open_count_stands_before_what_is_due(db):
    products = [add_product(db, sku, 5) for sku in ("A", "B", "C")]
    fresh_ones = today.counts_due(db, now=NOW)
    assert [(one.kind, one.at) for one in fresh_ones] == [(CountKind.TOP, NOW), (CountKind.ROLLING, NOW)]
    with transaction(db):
        tolerance = Tolerance(pieces=2, percent=0.0, strict_below=2)
        number, _ = counts.begin(db, name="Top", kind="top", products=products, tolerance=tolerance, now=NOW)
        counts.record(db, number, counts.Kind.SET, product=products[0], pieces=5, now=NOW)
    first, second = today.counts_due(db, now=NOW)
    assert (first.kind, first.session, first.done, first.lines) == (CountKind.TOP, number, 1, 3)
    assert second.kind is CountKind.ROLLING


def test_what_was_done_is_what_was_done_in_a_day(db):
    woo = add_shop(db)
    add_product(db, "MUG", 1)
    add_listing(db, woo, "MUG", shows=1)
    post_order(db, woo, order("1", line("MUG", 2)), now=NOW)
    (incident,) = db.execute("select id from incident").fetchone()
    with transaction(db):
        stops.stop(db, incident, now=later(1))
        for hours, seconds in ((1, 5.0), (2, 90.0), (3, None), (30, 5.0)):
            db.execute(
                "insert into confirmation (shop_id, listing_id, at, quantity, seconds) values (?, 1, ?, 1, ?)",
                (woo.id, stamp(NOW - timedelta(hours=hours)), seconds),
            )
        for hours in (1, 40):
            db.execute(
                "insert into alarm (shop_id, kind, rang_at, why, ends) values (?, ?, ?, ?, ?)",
                (woo.id, AlarmKind.SILENT if hours == 1 else AlarmKind.FAILING, stamp(NOW - timedelta(hours=hours)),
                 packed(N_("Woo is silent.")), packed(N_("It answers."))),
            )  # fmt: skip
    found = today.done(db, now=later(2))
    assert [(deed.kind, deed.incident) for deed in found.incidents] == [
        (Event.STOPPED, incident),
        (Event.OPENED, incident),
    ]
    assert (found.prompt, found.late, found.never, found.sent) == (1, 1, 1, 3)
    assert [str(alarm.why) for alarm in found.alarms] == ["Woo is silent."]
    assert found.orders == {woo.id: 1}
    assert today.done(db, now=NOW + timedelta(days=3)).incidents == ()


def test_nothing_reads_the_ledger_from_end_to_end(db):
    woo = add_shop(db)
    floor(db, add_product(db, "MUG", 1), 3)
    add_listing(db, woo, "MUG", shows=1)
    said: list[str] = []
    db.set_trace_callback(said.append)
    for read in (today.floors, today.counts_due, today.done):
        read(db, now=NOW)
    today.links(db)
    db.set_trace_callback(None)
    plans = [row[3] for one in said for row in db.execute(f"explain query plan {one}")]
    assert len(said) > 8
    large = ("stock_entry", "stock_level", "listing", "order_line", "sales_order", "confirmation", "product")
    assert [plan for plan in plans if plan in {f"SCAN {table}" for table in large}] == []


def test_a_late_delivery_comes_first_and_is_counted(db):
    mug = add_product(db, "MUG", 5)
    with transaction(db):
        fern = suppliers.add(db, Terms(name="Fern"), now=NOW)
        for days in (5, -2):
            number = deliveries.add(db, supplier=fern, product=mug, pieces=4, ordered_at=NOW, batch=f"b{days}")
            deliveries.date_it(db, number, (NOW + timedelta(days=days)).date(), now=NOW)
    found = today.coming(db, now=NOW)
    assert (found.every, found.late) == (2, 1)
    assert [line.late(NOW.date()) for line in found.lines] == [True, False]


def test_what_fired_is_there_by_kind_and_what_is_shown_elsewhere_is_not(db):
    shop, mug, vase = add_shop(db), add_product(db, "MUG", 5), add_product(db, "VASE", 5)
    db.executemany(
        "insert into alert_now (product_id, shop_id, kind, outcome, since, checked_at, numbers)"
        " values (?, ?, ?, ?, ?1, ?1, '{}')".replace("?1", f"'{stamp(NOW)}'"),
        [(mug, 0, "zero", "fired"), (vase, 0, "zero", "suppressed"), (mug, 0, "reorder", "fired"),
         (vase, 0, "critical", "fired"), (0, shop.id, "silent", "fired")],
    )  # fmt: skip
    found = today.fired(db)
    assert [one.sku for one in found.soon] == ["MUG"]
    assert (found.all_soon, found.reorder) == (1, 1)
    assert [one.shop for one in found.shops] == [shop.id]


def test_a_shop_that_was_not_compared_makes_the_daily_audit_due(db):
    shop = add_shop(db)
    shops.set_mode(db, shop.id, "live", now=NOW)
    db.execute("update shop set connected_at = ?", (stamp(NOW - timedelta(days=3)),))
    assert [one.audit for one in today.audits_due(db, now=NOW)] == [Audit.DAILY]
    past.compared(db, [shop], 1, days=3, now=NOW)
    assert today.audits_due(db, now=NOW) == []


def test_a_full_count_is_the_rolling_months_count_too(db):
    mug = add_product(db, "MUG", 5)
    with transaction(db):
        number, _ = counts.begin(
            db, name="All", kind="full", products=[mug],
            tolerance=Tolerance(pieces=2, percent=0.0, strict_below=2), now=NOW,
        )  # fmt: skip
        db.execute("update count_line set posted = 'b', open = 0")
        counts.end(db, number, now=NOW)
    due = {one.kind: one.at for one in today.counts_due(db, now=NOW)}
    assert due[CountKind.ROLLING] == NOW + timedelta(days=30)
    assert due[CountKind.TOP] == NOW
