"""How often a shop is asked for orders while its webhooks are known to arrive, and what a gap makes it do."""

from datetime import timedelta

import pytest

from app.core.channel import ChannelInfo, Doorbell, Guard
from app.core.hooks import ORDERS, Hooks, SecretFrom
from app.core.text import N_
from app.store import inbox, listings, plans, relay, settings, shops
from app.store.database import transaction
from app.sync.pull import Pull
from tests.life import NOW, add_listing, add_product, add_shop
from tests.sync.fake import Bench, FakeChannel, OrderPage

STRETCHES = Hooks(
    steps=(), topics=(), secret_from=SecretFrom.CHANNEL, secret_label=N_("Secret"), stretch_s=300, poll_most_s=None
)
SLEEPS = Hooks(steps=(), topics=(), secret_from=SecretFrom.PLIMSOLL, secret_label=N_("Secret"), poll_most_s=60)


def info(hooks, **more):
    return ChannelInfo(
        key="fake", title="Fake", letter="F", ways=(), guard=Guard.DELTA, repeatable=False, write_batch=2,
        read_batch=2, hooks=hooks, **more,
    )  # fmt: skip


@pytest.fixture
def make(db, tmp_path):
    made = []

    def make(hooks, **more):
        shop = add_shop(db, "fake", "Fake", "F")
        with transaction(db):
            shops.opened(db, shop.id)
            shops.listings_read(db, shop.id, at=NOW)
            relay.pair(db, "https://relay.example", "d", b"", now=NOW)
            relay.put_endpoint(db, "e", shop.id, b"", now=NOW)
        bench = Bench(tmp_path, shop.id, FakeChannel(info=info(hooks, **more)))
        made.append(bench)
        return bench

    yield make
    for bench in made:
        bench.lane.close()


def prove(db, at):
    with transaction(db):
        relay.tested(db, relay.endpoints(db)[0], now=at)
        relay.pulled(db, 0, heard=False, now=at)


def polls(bench, db, minutes, *, every_s=10, pulls=True):
    """How many polls begin in so many minutes while the relay answers (or does not)."""
    pull, count = Pull(bench.desk), 0
    for _ in range(minutes * 60 // every_s):
        if pulls:
            with transaction(db):
                relay.pulled(db, 0, heard=False, now=bench.now)
        if pull.due(bench.now):
            pull.poll(bench.desk.shop(), bench.now)
            count += 1
        bench.now += timedelta(seconds=every_s)
    return count


def test_a_proven_relay_lets_polls_stretch_to_five_minutes(make, db):
    bench = make(STRETCHES)
    assert polls(bench, db, 10) == 10
    prove(db, bench.now)
    assert polls(bench, db, 20) in (4, 5)


def test_a_silent_relay_costs_one_interval_at_most(make, db):
    bench = make(STRETCHES)
    prove(db, bench.now)
    assert polls(bench, db, 20, pulls=False) >= 16


@pytest.mark.parametrize("trouble", ["unavailable", "unpaired"])
def test_a_relay_in_trouble_proves_nothing(make, db, trouble):
    bench = make(STRETCHES)
    prove(db, bench.now)
    with transaction(db):
        relay.troubled(db, trouble, "It is down.", now=bench.now)
    assert not relay.heard_by_relay(db, bench.desk.shop_id, now=bench.now)
    assert polls(bench, db, 10, pulls=False) == 10


def test_scarce_products_are_polled_for_as_ever(make, db):
    bench = make(STRETCHES)
    other = add_shop(db, "fake", "Other", "O")
    add_product(db, "MUG", 1)
    for shop in (bench.desk.shop(), other):
        add_listing(db, shop, "MUG", shows=1)
    prove(db, bench.now)
    assert plans.at_risk(db, bench.desk.shop_id)
    assert polls(bench, db, 10) == 10
    with transaction(db):
        listings.link(db, db.execute("select id from listing where shop_id = ?", (other.id,)).fetchone()[0], None)
    assert not plans.at_risk(db, bench.desk.shop_id)
    assert polls(bench, db, 20) in (4, 5)


def test_what_the_seller_chose_holds(make, db):
    bench = make(STRETCHES)
    prove(db, bench.now)
    with transaction(db):
        settings.put(db, settings.POLL_S, 30, shop=bench.desk.shop_id, now=NOW)
    assert polls(bench, db, 10) == 20


def test_a_channel_whose_webhooks_leave_when_it_is_visited_is_never_left_alone(make, db):
    bench = make(SLEEPS, live_poll_s=15)
    prove(db, bench.now)
    assert polls(bench, db, 10, every_s=5) == 40
    with transaction(db):
        settings.put(db, settings.POLL_S, 600, shop=bench.desk.shop_id, now=NOW)
    assert polls(bench, db, 10, every_s=5) == 10


def test_a_gap_polls_at_once_and_looks_at_all(make, db):
    bench = make(STRETCHES)
    add_product(db, "MUG", 5)
    add_listing(db, bench.desk.shop(), "MUG", shows=5)
    bench.channel.numbers["MUG"] = 5
    bench.rest()
    bench.channel.said.clear()
    with transaction(db):
        relay.reconcile(db, bench.desk.shop_id, "gap/1", now=bench.now)
    bench.rest()
    assert "orders_changed" in bench.channel.said
    assert "stock" in bench.channel.said
    assert inbox.waiting(db, bench.desk.shop_id, now=bench.now) is None


def test_a_gap_during_a_poll_polls_once_more(make, db):
    bench = make(STRETCHES)
    bench.rest()
    shop, pull = bench.desk.shop(), Pull(bench.desk)
    bench.channel.pages.extend([OrderPage((), "1", more=True), OrderPage((), "2", more=False)])
    pull.poll(shop, bench.now)
    with transaction(db):
        inbox.ring(db, shop.id, [Doorbell(kind=ORDERS, ref="", key="g")], now=bench.now)
    assert pull.answer_bell(shop, bench.now)
    pull.poll(bench.desk.shop(), bench.now)
    assert pull.due(bench.now), "what was missed may have come after the first page"
    pull.poll(bench.desk.shop(), bench.now)
    assert not pull.due(bench.now)
