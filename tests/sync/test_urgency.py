"""More waits than one step plans: lowering before raising, the riskiest first, and each is planned once for that."""

import pytest

from app.core.away import Away
from app.core.channel import ChannelInfo, Guard, ListingFacts
from app.core.stock import EntryKind
from app.posting import post_adjustment
from app.store import catalog, listings, plans, pushes, settings
from app.store.catalog import Product
from app.store.database import transaction
from app.sync import push
from tests.life import NOW, add_listing, add_product
from tests.sync.fake import Bench, FakeChannel, read_shop

INFO = ChannelInfo(
    key="fake", title="Fake", letter="F", ways=(), guard=Guard.COMPARE_AND_SET, repeatable=True,
    write_batch=50, read_batch=500,
)  # fmt: skip
CROWD = push.PLAN_MAX + 50


@pytest.fixture
def bench(shop, tmp_path):
    bench = Bench(tmp_path, shop.id, FakeChannel(info=INFO))
    yield bench
    bench.lane.close()


@pytest.fixture
def planned(monkeypatch):
    """How many products were planned, one number for each time."""
    counts, plan = [], plans.plan

    def counted(db, products, **options):
        counts.append(len(set(products)))
        return plan(db, products, **options)

    monkeypatch.setattr(plans, "plan", counted)
    return counts


def fill(db, shops_, count, *, there, shows):
    """So many products, P0 and so on, listed in these shops and showing so much; None: nobody has read what."""
    skus = [f"P{number}" for number in range(count)]
    with transaction(db):
        for sku in skus:
            number = catalog.add_product(db, Product(sku=sku, title=sku), now=NOW)
            db.execute("update stock_level set on_hand = ?, started = 1 where product_id = ?", (there, number))
        db.execute("update stock_level set split = 0")
        for shop in shops_:
            facts = [ListingFacts(ref=sku, sku=sku, title=sku, quantity=None) for sku in skus]
            listings.save_listings(db, shop.id, facts, read_at=NOW)
        db.execute(
            "update listing set product_id = (select id from product where product.sku = listing.sku),"
            " believed = ?1, bound = coalesce(?1, 0), look_at = null where product_id is null",
            (shows,),
        )
        pushes.mark_listings_due(db, [row[0] for row in db.execute("select id from listing").fetchall()], now=NOW)


def sells(db, sku, shop, pieces):
    db.execute(
        "insert into demand select id, ?, ?, '2026-04-01T00:00:00.000Z' from product where sku = ?",
        (shop.id, pieces, sku),
    )


def sent(bench):
    return [write.ref for write in bench.channel.writes]


def until_sent(bench, steps=40):
    """Step until something was told to the shop."""
    for _ in range(steps):
        if bench.channel.writes:
            return
        bench.lane.step()
    raise AssertionError("nothing was sent")


def waits(db):
    return db.execute("select count(*) from push where state != 'acknowledged'").fetchone()[0]


@pytest.mark.parametrize("at_once", [push.PLACE_MAX, 100])
def test_what_falls_in_a_split_goes_before_hundreds_of_raises(db, shop, bench, monkeypatch, at_once):
    """There is more of it than it shows, so only its plan says that it must fall."""
    monkeypatch.setattr(push, "PLACE_MAX", at_once)
    other = read_shop(db, "Other", "O")
    fill(db, [shop], CROWD, there=30, shows=5)
    add_product(db, "HOT", 100)
    add_listing(db, shop, "HOT", shows=70)
    add_listing(db, other, "HOT", shows=30)
    sells(db, "HOT", shop, 1)
    sells(db, "HOT", other, 99)
    with transaction(db):
        db.execute("update stock_level set split = product_id = (select id from product where sku = 'HOT')")
        settings.put(db, settings.AWAY, Away().text(), now=NOW)
    until_sent(bench)
    assert sent(bench) == ["HOT"]
    bench.rest()
    assert bench.channel.writes[0].quantity < 70
    assert len(set(sent(bench))) == CROWD + 1, "and then all the others"


def test_of_hundreds_that_fall_the_riskiest_goes_first(db, shop, bench):
    other = read_shop(db, "Other", "O")
    fill(db, [shop, other], CROWD, there=50, shows=50)
    last = f"P{CROWD - 1}"
    for number in range(CROWD):
        for place in (shop, other):  # the others are scarce as well: they stay split
            sells(db, f"P{number}", place, 50_000.0 if f"P{number}" == last else 5000.0)
    with transaction(db):
        settings.put(db, settings.AWAY, Away(seconds=40_000.0).text(), now=NOW)
        db.execute("update stock_level set split = 1")
    until_sent(bench)
    assert all(write.quantity < write.believed for write in bench.channel.writes)
    assert sent(bench)[0] == last


def test_the_dearest_goes_first_where_the_chance_is_the_same(db, shop, bench):
    other = read_shop(db, "Other", "O")
    fill(db, [shop, other], CROWD, there=50, shows=50)
    with transaction(db):
        db.execute("update listing set price_minor = iif(sku = ?, 9000, 800)", (f"P{CROWD - 1}",))
        settings.put(db, settings.AWAY, Away().text(), now=NOW)
        db.execute("update stock_level set split = 1")
    until_sent(bench)
    assert sent(bench)[0] == f"P{CROWD - 1}"


def test_what_plainly_must_fall_waits_for_no_plan_of_all_the_others(db, shop, bench, monkeypatch):
    """Where sorting takes several steps, it begins where a lowering is likeliest."""
    monkeypatch.setattr(push, "PLACE_MAX", 10)
    fill(db, [shop], CROWD, there=9, shows=2)
    add_product(db, "LESS", 9)
    add_listing(db, shop, "LESS", shows=20)
    plan = bench.lane._push.plan(shop, NOW)
    assert ([slot.ref for slot in plan.lowers], plan.raises, plan.more) == (["LESS"], (), True)


def test_hundreds_that_the_shop_never_answers_for_block_nothing(db, shop, bench, monkeypatch):
    monkeypatch.setattr(bench.channel, "stock", lambda refs: [])
    fill(db, [shop], CROWD, there=9, shows=None)
    for sku, shows in (("MORE", 2), ("LESS", 20)):
        add_product(db, sku, 9)
        add_listing(db, shop, sku, shows=shows)
    bench.rest()
    assert sent(bench) == ["LESS", "MORE"]
    assert waits(db) == CROWD


def test_what_already_shows_its_number_does_not_keep_the_lane_from_the_rest(db, shop, bench, monkeypatch):
    monkeypatch.setattr(push, "PLACE_MAX", 100)
    fill(db, [shop], 2 * CROWD, there=5, shows=5)
    add_product(db, "MORE", 9)
    add_listing(db, shop, "MORE", shows=2)
    bench.rest()
    assert sent(bench) == ["MORE"], "without sleeping in between"
    assert waits(db) == 0


def test_thousands_that_wait_are_not_planned_anew_at_every_step(db, shop, bench, planned):
    many = 5000
    fill(db, [shop], many, there=30, shows=5)
    until_sent(bench)
    assert max(planned) == push.PLACE_MAX, "no step takes long"
    assert sum(planned) <= many + 4 * push.PLAN_MAX
    planned.clear()
    for _ in range(5):
        bench.lane.step()
    assert len(bench.channel.writes) == 6 * INFO.write_batch
    assert max(planned) == push.PLAN_MAX
    assert sum(planned) <= 5 * push.PLAN_MAX


def test_a_sale_amid_thousands_of_raises_is_told_next(db, shop, bench, planned):
    fill(db, [shop], 3000, there=30, shows=5)
    until_sent(bench)
    planned.clear()
    bench.channel.writes.clear()
    post_adjustment(db, "P2999", EntryKind.ADJUST, -28, reason="sold", batch="s", now=NOW)
    bench.lane.step()
    (write,) = bench.channel.writes
    assert (write.ref, write.quantity, write.believed) == ("P2999", 2, 5)
    assert planned == [1, push.PLAN_MAX], "only what changed gets a new place"


def test_what_is_wanted_of_a_reading_is_known_at_once_however_much_waits(db, shop, bench):
    """A number that was seen, and that an order poll must explain, is not in front: the poll comes all the same."""
    fill(db, [shop], CROWD, there=30, shows=5)
    db.execute("update listing set settled = 0 where sku = ?", (f"P{CROWD - 1}",))
    plan = bench.lane._push.plan(shop, NOW)
    assert len(plan.raises) == push.PLAN_MAX
    assert plan.waits_for_poll


def test_a_line_is_made_anew_after_a_while(db, shop, bench, planned):
    """What is risked follows the clock, though nothing happened."""
    fill(db, [shop], CROWD, there=30, shows=5)
    bench.lane._push.plan(shop, NOW)
    assert planned == [CROWD, push.PLAN_MAX]
    bench.lane._push.plan(shop, NOW + push.LINE_LIFE / 2)
    assert planned[2:] == [push.PLAN_MAX]
    bench.lane._push.plan(shop, NOW + 2 * push.LINE_LIFE)
    assert planned[3:] == [CROWD, push.PLAN_MAX]


def test_looking_for_what_is_urgent_does_not_count_as_a_word_of_the_shop(db, shop, bench, monkeypatch):
    """A shop that does not answer stays in trouble, however long sorting takes."""
    monkeypatch.setattr(push, "PLACE_MAX", 10)
    bench.rest()
    fill(db, [shop], CROWD, there=30, shows=5)
    well = []
    monkeypatch.setattr(bench.lane, "_well", well.append)
    assert bench.lane.step() == 0.0
    assert (well, bench.channel.writes) == ([], [])


def test_while_not_everything_is_sorted_something_may_have_to_be_lowered():
    """Else a lowering that waits in a crowd would be no sample of how soon a shop is told."""
    assert push.Plan(more=True).lowering
    assert not push.Plan().lowering
