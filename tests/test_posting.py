"""Every way stock can change, against a real database."""

import itertools
import random
import threading
from dataclasses import replace
from datetime import timedelta

import pytest

from app.core.channel import Doorbell, ListingFacts
from app.core.stock import ATTENTION, EntryKind, status_of
from app.errors import PlimsollError, StoreError
from app.posting import (
    post_adjustment,
    post_answer,
    post_link,
    post_order,
    post_sale_by_hand,
    post_start,
    post_unanswer,
    post_undo,
    undo_sale_by_hand,
)
from app.store import (
    catalog,
    inbox,
    incidents,
    ledger,
    lineup,
    listings,
    orders,
    promises,
    pushes,
    settings,
    shops,
    start,
)
from app.store.database import connection, transaction
from app.store.schema003 import M003
from app.store.sqlite import IntegrityError
from app.ui.channels import acts
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, level, line, order, share


@pytest.fixture
def db(tmp_path):
    db = fresh(tmp_path)
    yield db
    assert ledger.levels_that_disagree(db) == []
    db.close()


@pytest.fixture
def woo(db):
    return add_shop(db)


def slot(db, listing):
    found = pushes.offer_of(db, listing, now=NOW)
    assert found
    return found


def settle_all(db, shop):
    """Everything the shop should show, it shows."""
    with transaction(db):
        for due in pushes.due(db, lineup.waiting(db, shop.id, now=NOW), now=NOW):
            db.execute("update listing set believed = ? where id = ?", (due.offer.quantity, due.listing))
            promises.adopt(db, due.listing, due.offer.quantity, now=NOW)
            pushes.confirm_idle(db, [due], now=NOW)


def test_a_sale_lowers_the_other_shop_and_costs_its_own_shop_no_call(db, woo):
    shopify = add_shop(db, "shopify", "Shopify", "S")
    add_product(db, "MUG", 5)
    own, other = add_listing(db, woo, "MUG", shows=5), add_listing(db, shopify, "MUG", shows=5)
    share(db, "MUG")
    settle_all(db, woo)
    settle_all(db, shopify)
    changes = post_order(db, woo, order("1", line("MUG", 2)), now=NOW)
    assert level(db, "MUG") == (5, 2)
    assert changes.skus == {"MUG"}
    assert changes.due == {woo.id, shopify.id}
    assert slot(db, own).idle, "Woo took the pieces off its own number by itself"
    assert (slot(db, other).believed, slot(db, other).offer.quantity) == (5, 3)
    assert slot(db, other).lowers


def test_booking_twice_changes_nothing(db, woo):
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG")
    read = order("1", line("MUG", 2))
    assert post_order(db, woo, read, now=NOW)
    assert not post_order(db, woo, read, now=NOW)
    assert level(db, "MUG") == (5, 2)


def test_a_stale_reading_is_ignored_and_an_equal_time_is_not(db, woo):
    add_product(db, "MUG", 9)
    add_listing(db, woo, "MUG")
    post_order(db, woo, order("1", line("MUG", 2), at=5), now=NOW)
    assert not post_order(db, woo, order("1", line("MUG", 7), at=4), now=NOW)
    assert level(db, "MUG") == (9, 2)
    post_order(db, woo, order("1", line("MUG", 3), at=5), now=NOW)
    assert level(db, "MUG") == (9, 3)


def test_what_cannot_be_covered_is_promised_all_the_same_and_opens_an_incident(db, woo):
    add_product(db, "MUG", 1)
    add_listing(db, woo, "MUG")
    assert not post_order(db, woo, order("1", line("MUG", 1)), now=NOW).incidents
    first = post_order(db, woo, order("2", line("MUG", 2)), now=NOW)
    again = post_order(db, woo, order("3", line("MUG", 1)), now=NOW)
    assert level(db, "MUG") == (1, 4)
    (number,) = first.incidents
    assert again.incidents == {number}, "later sales extend the same incident"
    assert [(claim.order, claim.pieces) for claim in incidents.claims(db, number)] == [("2", 2), ("3", 1)]
    row = incidents.incident(db, number)
    assert row
    assert (row.short, row.orders) == (3, 2)


def test_only_the_pieces_beyond_what_is_there_are_short(db, woo):
    add_product(db, "MUG", 3)
    add_listing(db, woo, "MUG")
    (number,) = post_order(db, woo, order("1", line("MUG", 5)), now=NOW).incidents
    assert [claim.pieces for claim in incidents.claims(db, number)] == [2]


def test_cancelling_an_oversold_order_releases_it_and_never_touches_on_hand(db, woo):
    add_product(db, "MUG", 1)
    add_listing(db, woo, "MUG")
    post_order(db, woo, order("1", line("MUG", 1)), now=NOW)
    (number,) = post_order(db, woo, order("2", line("MUG", 1)), now=NOW).incidents
    post_order(db, woo, order("2", line("MUG", 0), at=1, ended=True), now=NOW)
    assert level(db, "MUG") == (1, 1)
    (claim,) = incidents.claims(db, number)
    assert (claim.ended, claim.waiting) == (True, 0)


def test_parts_are_summed_over_the_whole_order_before_they_are_checked(db, woo):
    """A bundle and its own part in one order share stock: neither line alone is too much, both together are."""
    add_product(db, "CUP", 4)
    add_product(db, "SAUCER", 9)
    add_product(db, "SET", CUP=2, SAUCER=1)
    for sku in ("CUP", "SET"):
        add_listing(db, woo, sku)
    both = order("1", line("SET", 1, ref="a"), line("CUP", 3, ref="b"))
    (number,) = post_order(db, woo, both, now=NOW).incidents
    assert level(db, "CUP") == (4, 5)
    assert [claim.pieces for claim in incidents.claims(db, number)] == [1]


def test_the_same_product_in_two_bundles_counts_twice(db, woo):
    add_product(db, "CUP", 9)
    add_product(db, "PAIR", CUP=2)
    add_product(db, "SIX", CUP=6)
    for sku in ("PAIR", "SIX"):
        add_listing(db, woo, sku)
    post_order(db, woo, order("1", line("PAIR", 1, ref="a"), line("SIX", 1, ref="b")), now=NOW)
    assert level(db, "CUP") == (9, 8)


def test_a_bundle_follows_its_parts_and_is_told_when_a_part_moves(db, woo):
    add_product(db, "CUP", 7)
    add_product(db, "SAUCER", 2)
    add_product(db, "SET", CUP=2, SAUCER=1)
    bundle = add_listing(db, woo, "SET", shows=2)
    assert slot(db, bundle).offer.quantity == 2
    settle_all(db, woo)
    changes = post_adjustment(db, "SAUCER", EntryKind.ADJUST, -1, reason="broken", batch="b", now=NOW)
    assert changes.due == {woo.id}
    assert slot(db, bundle).offer.quantity == 1
    post_adjustment(db, "CUP", EntryKind.COUNT, 1, reason="counted", batch="c", now=NOW)
    assert slot(db, bundle).offer.quantity == 0


@pytest.mark.parametrize("seed", range(40))
def test_a_bundle_row_is_what_its_scarcest_part_allows(tmp_path, seed):
    rng = random.Random(seed)
    db = fresh(tmp_path)
    woo = add_shop(db)
    quantities = {sku: rng.randint(1, 3) for sku in ("A", "B")}
    for sku in quantities:
        add_product(db, sku, rng.randint(0, 6))
        add_listing(db, woo, sku)
    add_product(db, "SET", **quantities)
    for number in range(4):
        post_order(db, woo, order(str(number), line(rng.choice("AB"), rng.randint(1, 4))), now=NOW)
    parts = ledger.levels(db, quantities)
    bundle = ledger.levels(db, ["SET"])["SET"]
    assert bundle.available == min(parts[sku].available // quantity for sku, quantity in quantities.items())
    db.close()


def test_an_unlinked_line_waits_and_is_booked_the_moment_it_is_linked(db, woo):
    add_product(db, "MUG", 5)
    listing = add_listing(db, woo, "MUG")
    post_link(db, listing, None, now=NOW)
    post_order(db, woo, order("1", line("MUG", 2)), now=NOW)
    assert level(db, "MUG") == (5, 0)
    (waiting,) = orders.unlinked_lines(db)
    assert (waiting.order, waiting.pieces) == ("1", 2)
    changes = post_link(db, listing, "MUG", now=NOW)
    assert level(db, "MUG") == (5, 2)
    assert changes.skus == {"MUG"}
    assert orders.unlinked_lines(db) == []


def test_an_unpaid_order_is_promised_elsewhere_but_not_counted_twice_at_home(db, woo):
    """Woo takes a pending order off its number only when it is paid: its own listing must not lose it before."""
    add_product(db, "MUG", 5)
    shopify = add_shop(db, "shopify", "Shopify", "S")
    own, other = add_listing(db, woo, "MUG", shows=5), add_listing(db, shopify, "MUG", shows=5)
    share(db, "MUG")
    post_order(db, woo, order("1", line("MUG", 2, taken=0), status="pending"), now=NOW)
    assert (slot(db, own).offer.quantity, slot(db, other).offer.quantity) == (5, 3)
    assert slot(db, own).idle
    post_order(db, woo, order("1", line("MUG", 2, taken=2), at=1, status="processing"), now=NOW)
    assert (slot(db, own).believed, slot(db, own).offer.quantity) == (3, 3)
    post_order(db, woo, order("1", line("MUG", 0, taken=0), at=2, ended=True, status="cancelled"), now=NOW)
    assert (slot(db, own).believed, slot(db, own).offer.quantity) == (5, 5), "Woo put them back by itself"


@pytest.mark.parametrize("holder", ["MUG", "18"])
def test_an_unpaid_order_may_come_before_its_listing_was_read(db, woo, holder):
    """As at the first connection: when it is paid, its pieces must not be missing from the offer for ever (seed 7)."""
    sold = line("MUG", 2, taken=0, listing="MUG")
    post_order(db, woo, order("1", sold, status="pending"), now=NOW)
    post_order(db, woo, order("2", sold, ended=True, status="cancelled"), now=NOW)
    if holder != "MUG":
        add_listing(db, woo, "PAIR", ref=holder)
    facts = ListingFacts(ref="MUG", sku="MUG", title="Mug", quantity=7, stock_of=holder if holder != "MUG" else None)
    for _ in range(2):  # a list is read again and again
        with transaction(db):
            listings.save_listings(db, woo.id, [facts], read_at=NOW)
        assert untaken(db, holder) == 2
    post_order(db, woo, order("1", replace(sold, taken=2), at=1, status="processing"), now=NOW)
    assert untaken(db, holder) == 0


def untaken(db, ref):
    return db.execute("select untaken from listing where ref = ?", (ref,)).fetchone()[0]


def test_a_vanished_line_gives_its_listing_back_what_it_took(db, woo):
    add_product(db, "MUG", 5)
    own = add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1", line("MUG", 2)), now=NOW)
    post_order(db, woo, order("1", at=1), now=NOW)
    assert (slot(db, own).believed, level(db, "MUG")) == (5, (5, 0))


def test_listings_that_share_one_number_move_its_holder(db, woo):
    add_product(db, "POSTER", 7)
    holder = add_listing(db, woo, "POSTER", shows=7, ref="18")
    with transaction(db):
        child = ListingFacts(ref="18/19", sku="POSTER-MATT", title="Matt", quantity=7, stock_of="18")
        listings.save_listings(db, woo.id, [child], read_at=NOW)
    post_link(db, holder, "POSTER", now=NOW)
    post_order(db, woo, order("1", line("POSTER", 1, listing="18/19")), now=NOW)
    assert level(db, "POSTER") == (7, 1)
    assert slot(db, holder).believed == 6


@pytest.mark.parametrize("rounds", range(5))
def test_two_simultaneous_sales_of_the_last_piece(tmp_path, rounds):
    """Two connections, two threads, one piece: exactly one order is covered, whatever the interleaving."""
    db = fresh(tmp_path)
    shops_ = [add_shop(db), add_shop(db, "shopify", "Shopify", "S")]
    add_product(db, "MUG", 1)
    for shop in shops_:
        add_listing(db, shop, "MUG")
    together = threading.Barrier(2)
    short = []

    def sell(shop):
        own = connection(tmp_path / "inventory.db")
        together.wait(timeout=10)
        short.append(bool(post_order(own, shop, order("1", line("MUG", 1)), now=NOW).incidents))
        own.close()

    threads = [threading.Thread(target=sell, args=(shop,)) for shop in shops_]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=20)
    assert sorted(short) == [False, True]
    assert level(db, "MUG") == (1, 2)
    assert len(incidents.incidents(db)) == 1
    db.close()


def test_the_other_sale_may_come_between_any_two_statements(tmp_path):
    """Each interleaving in turn: before the lock the other sale is whole, behind it that one has to wait."""
    tried, at = [], 0
    while at == len(tried):  # until there is no such statement
        folder = tmp_path / str(at)
        folder.mkdir()
        tried += one_interleaving(folder, at)
        at += 1
    assert (tried[0], tried[-1], len(tried) > 10) == ("in between", "waited", True), tried


def one_interleaving(folder, at):
    """The last piece is sold twice: the other sale is tried when statement `at` of the first begins. How that went."""
    db = fresh(folder)
    woo, shopify = add_shop(db), add_shop(db, "shopify", "Shopify", "S")
    add_product(db, "MUG", 1)
    for shop in (woo, shopify):
        add_listing(db, shop, "MUG")
    other = connection(folder / "inventory.db", synchronous="off")
    other.execute("pragma busy_timeout = 0")
    statements, went, short = [], [], []

    def sell(own, shop):
        short.append(bool(post_order(own, shop, order("1", line("MUG")), now=NOW).incidents))

    def begins(statement):
        statements.append(statement)
        if len(statements) == at + 1 and not went:
            try:
                sell(other, shopify)
                went.append("in between")
            except StoreError:  # locked
                went.append("waited")

    db.set_trace_callback(begins)
    sell(db, woo)
    db.set_trace_callback(None)
    if went == ["waited"]:
        sell(other, shopify)
    if went:
        assert sorted(short) == [False, True], statements[at]
        assert level(db, "MUG") == (1, 2)
        assert len(incidents.incidents(db)) == 1
        assert ledger.levels_that_disagree(db) == []
    other.close()
    db.close()
    return went


# ---------------------------------------------------------------------------------------------- starting stock


def starting_shop(db):
    """A shop that shows 10, with 3 sold and not sent, of which 2 are already off its number; connected yesterday."""
    woo = add_shop(db, live=False)
    add_product(db, "MUG")
    listing = add_listing(db, woo, "MUG", shows=12)
    before = -2 * 24 * 60
    post_order(db, woo, order("1", line("MUG", 2, taken=2), placed=before), now=NOW)
    post_order(db, woo, order("2", line("MUG", 1, taken=0), placed=before, status="pending"), now=NOW)
    return woo, listing


def test_starting_stock_is_what_the_shop_shows_and_what_it_sold_but_did_not_send(db):
    woo, listing = starting_shop(db)
    (row,) = start.preview(db, woo.id)
    assert (row.shown, row.sold, row.on_hand, row.obstacle) == (10, 2, 12, None)
    assert pushes.offer_of(db, listing, now=NOW) is None, "a product without a number is sent nowhere"
    changes = post_start(db, woo, [row.product_id], batch="start/1", now=NOW)
    assert level(db, "MUG") == (12, 3)
    assert changes.due == {woo.id}
    assert slot(db, listing).offer.quantity == 10
    assert slot(db, listing).idle
    assert not post_start(db, woo, [row.product_id], batch="start/2", now=NOW), "a repeat changes nothing"
    assert incidents.incidents(db) == []


def test_a_number_below_zero_that_no_order_explains_starts_nothing(db):
    """Nobody has less than nothing on a shelf: the seller counts it."""
    woo, listing = starting_shop(db)
    db.execute("update listing set believed = -2 where id = ?", (listing,))
    assert [(row.on_hand, row.obstacle) for row in start.preview(db, woo.id)] == [(0, None)], "two were sold ahead"
    db.execute("update listing set believed = -3 where id = ?", (listing,))
    (row,) = start.preview(db, woo.id)
    assert row.obstacle == "below_zero"
    before = level(db, "MUG")
    assert not post_start(db, woo, [row.product_id], batch="start/1", now=NOW)
    assert level(db, "MUG") == before


def test_a_start_is_undone_in_one_step(db):
    woo, listing = starting_shop(db)
    (row,) = start.preview(db, woo.id)
    post_start(db, woo, [row.product_id], batch="start/1", now=NOW)
    post_undo(db, "start/1", now=NOW)
    assert level(db, "MUG") == (0, 3)
    assert pushes.offer_of(db, listing, now=NOW) is None
    assert start.preview(db, woo.id)[0].obstacle is None, "it can be started again"
    assert not post_undo(db, "start/1", now=NOW).skus, "undone once"


def test_an_unheard_sale_does_not_change_the_sum(db):
    """The sale was made before the start and is heard of after: what is on hand must be the same."""
    woo, _ = starting_shop(db)
    sale = order("3", line("MUG", 1), placed=-1)
    (before,) = start.preview(db, woo.id)
    post_order(db, woo, sale, now=NOW)
    (after,) = start.preview(db, woo.id)
    assert before.on_hand == after.on_hand == 12


def test_orders_closed_before_the_start_never_book_and_a_later_refund_asks(db):
    woo = add_shop(db)
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    long_ago = -3 * 24 * 60
    post_order(db, woo, order("1", line("MUG", 0, shipped=2, taken=2), placed=long_ago), now=NOW)
    assert level(db, "MUG") == (5, 0)
    post_order(db, woo, order("1", line("MUG", 0, shipped=2, returned=1, taken=1), placed=long_ago, at=1), now=NOW)
    assert level(db, "MUG") == (5, 0)
    (question,) = orders.questions(db)
    assert (question.kind, question.pieces, question.skus) == ("returned", 1, "MUG")
    post_answer(db, question.id, here=True, now=NOW)
    assert level(db, "MUG") == (6, 0)
    assert orders.questions(db) == []


def sent(at: float = 1):
    return order("1", line("MUG", 0, shipped=2, taken=2), at=at, ended=True, status="completed")


def cancelled(at: float, *, ref: str = "1", placed: float = 0):
    one = line("MUG", 0, shipped=2, returned=2, taken=0)
    return order(ref, one, at=at, placed=placed, ended=True, status="cancelled")


@pytest.mark.parametrize(("here", "on_hand"), [(True, 5), (False, 3)])
def test_an_order_cancelled_after_it_was_sent_asks_what_came_back(db, woo, here, on_hand):
    add_product(db, "MUG", 5)
    listing = add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1", line("MUG", 2)), now=NOW)
    post_order(db, woo, sent(), now=NOW)
    post_order(db, woo, cancelled(2), now=NOW)
    assert level(db, "MUG") == (3, 0), "nothing comes back by itself"
    assert db.execute("select believed from listing where id = ?", (listing,)).fetchone()[0] == 5, "the shop did that"
    assert slot(db, listing).offer.quantity == 3
    (question,) = orders.questions(db)
    assert (question.kind, question.pieces, question.skus) == ("returned", 2, "MUG")
    post_answer(db, question.id, here=here, now=NOW)
    assert level(db, "MUG") == (on_hand, 0)
    assert orders.questions(db) == []
    assert not post_order(db, woo, cancelled(2), now=NOW), "the same reading again"
    post_order(db, woo, replace(cancelled(3), status="cancelled, with a note"), now=NOW)
    assert level(db, "MUG") == (on_hand, 0)
    assert orders.questions(db) == []


def test_a_cancelled_order_that_goes_on_after_all_is_asked_about_anew(db, woo):
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, sent(), now=NOW)
    for at in (2, 5):
        post_order(db, woo, cancelled(at), now=NOW)
        (question,) = orders.questions(db)
        post_answer(db, question.id, here=True, now=NOW)
        assert level(db, "MUG") == (5, 0)
        binned = order("1", line("MUG", 0, shipped=None, taken=0), at=at + 0.5, ended=True, status="trash")
        post_order(db, woo, binned, now=NOW)
        post_order(db, woo, cancelled(at + 0.6), now=NOW)
        assert (level(db, "MUG"), orders.questions(db)) == ((5, 0), []), "the bin changes nothing"
        post_order(db, woo, order("1", line("MUG", 2), at=at + 1, status="processing"), now=NOW)
        assert level(db, "MUG") == (5, 2)
        post_order(db, woo, sent(at + 2), now=NOW)
        assert level(db, "MUG") == (3, 0)


def test_an_order_that_was_over_before_the_start_asks_nothing(db, woo):
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    days = -24 * 60
    post_order(db, woo, cancelled(2 * days, placed=3 * days), now=NOW)
    assert orders.questions(db) == []
    assert level(db, "MUG") == (5, 0)
    paid_back = line("MUG", 0, shipped=2, refunded=2, taken=2)
    post_order(db, woo, order("3", paid_back, at=2 * days, placed=3 * days), now=NOW)
    assert orders.questions(db) == []
    post_order(db, woo, cancelled(1, ref="2", placed=3 * days), now=NOW)
    (question,) = orders.questions(db)
    post_answer(db, question.id, here=True, now=NOW)
    assert level(db, "MUG") == (7, 0), "it was sent before the start, and came back after"


# ---------------------------------------------------------------------------------------------- the shop's clock


def connected(db, behind: timedelta):
    """A shop whose clock is behind ours, connected a day ago."""
    at = NOW - timedelta(days=1)
    with transaction(db):
        number = shops.add(db, channel="woocommerce", name="Far", letter="F", cursor="", behind=behind, now=at)
    return shops.shop(db, number)


@pytest.mark.parametrize("behind", [timedelta(minutes=40), timedelta(0), timedelta(minutes=-40)], ids=str)
def test_what_was_sent_before_or_after_the_start_is_told_by_the_shops_clock(db, behind):
    far = connected(db, behind)
    add_product(db, "MUG", 10)
    add_listing(db, far, "MUG", shows=10)
    start_there = -24 * 60 - behind.total_seconds() / 60
    for ref, minutes in (("before", -5), ("after", 5)):  # sold over a counter: handed over at once
        one = line("MUG", 0, shipped=2, taken=2)
        at = start_there + minutes
        post_order(db, far, order(ref, one, placed=at, at=at, ended=True, status="completed"), now=NOW)
    assert level(db, "MUG") == (8, 0), "only what was sold after the start is booked"


def test_a_small_difference_of_clocks_says_nothing(db):
    assert connected(db, timedelta(seconds=1.5)).connected_there == NOW - timedelta(days=1)
    far = connected(db, timedelta(seconds=90))
    assert far.connected_there == NOW - timedelta(days=1, seconds=90)
    assert far.behind_s == 90


def test_a_clock_that_is_behind_does_not_make_the_shop_seem_slow(db):
    far = connected(db, timedelta(minutes=40))
    add_product(db, "MUG", 10)
    add_listing(db, far, "MUG", shows=10)
    with transaction(db):
        shops.poll_complete(db, far.id, began_at=NOW, behind=timedelta(minutes=40))
    far = shops.shop(db, far.id)
    post_order(db, far, order("1", line("MUG"), placed=-40), now=NOW + timedelta(seconds=7), since=NOW)
    assert db.execute("select seconds from lag where shop_id = ?", (far.id,)).fetchall() == [(7.0,)]


@pytest.mark.parametrize(("here", "on_hand"), [(True, 5), (False, 4)])
def test_a_refund_without_restock_asks_where_the_piece_is(db, woo, here, on_hand):
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1", line("MUG", 2)), now=NOW)
    post_order(db, woo, order("1", line("MUG", 1, withheld=1, taken=2), at=1), now=NOW)
    assert level(db, "MUG") == (5, 2), "nothing restocks by itself"
    (question,) = orders.questions(db)
    post_answer(db, question.id, here=here, now=NOW)
    assert level(db, "MUG") == (on_hand, 1)
    assert not post_answer(db, question.id, here=here, now=NOW), "answered once"
    post_unanswer(db, question.id, now=NOW)
    assert level(db, "MUG") == (5, 2)
    post_answer(db, question.id, here=not here, now=NOW)
    assert level(db, "MUG") == (9 - on_hand, 1)


@pytest.mark.parametrize(
    ("answer", "on_hand", "booked"),
    [
        ({"here": True}, 4, [("restock", "")]),
        ({"here": True, "damaged": True}, 3, [("restock", ""), ("adjust", "damaged")]),
        ({"here": False}, 3, []),
    ],
)
def test_what_was_sent_restocks_only_by_the_sellers_word(db, woo, answer, on_hand, booked):
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1", line("MUG", 0, shipped=2)), now=NOW)
    post_order(db, woo, order("1", line("MUG", 0, shipped=2, returned=1, taken=1), at=1), now=NOW)
    assert level(db, "MUG") == (3, 0), "the shop says that it is on sale again; nobody knows where it is"
    (question,) = orders.questions(db)
    acts.not_here_yet(db, question.id, now=later())
    (waiting,) = orders.questions(db)
    assert (waiting.id, waiting.looked_for_at, level(db, "MUG")) == (question.id, later(), (3, 0))
    rows = len(ledger.history(db, "MUG"))
    post_answer(db, question.id, now=NOW, **answer)
    assert level(db, "MUG") == (on_hand, 0)
    new = ledger.history(db, "MUG")[::-1][rows:]
    assert [(row.kind.value, row.reason) for row in new] == booked
    assert orders.questions(db) == []
    assert not acts.not_here_yet(db, question.id, now=NOW)
    for _ in range(2):  # a wrong press is taken back, and answered anew
        assert post_unanswer(db, question.id, now=NOW)
        assert level(db, "MUG") == (3, 0)
        assert [one.id for one in orders.questions(db)] == [question.id]
        assert not post_unanswer(db, question.id, now=NOW), "it is open"
        post_answer(db, question.id, now=NOW, **answer)
        assert level(db, "MUG") == (on_hand, 0)
    post_order(db, woo, order("1", line("MUG", 0, shipped=2, returned=1, taken=1), at=2), now=NOW)
    assert level(db, "MUG") == (on_hand, 0), "another reading books nothing"


def test_an_older_inventory_keeps_what_it_restocked(tmp_path):
    """Before this version a return was restocked when its channel said so: that is neither doubled nor asked again."""
    db = fresh(tmp_path)
    woo = add_shop(db)
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG", shows=5)
    post_order(db, woo, order("1", line("MUG", 0, shipped=3, returned=2, taken=1)), now=NOW)
    # As the second step of the schema knew it: restocked, without an answer.
    (asked,) = orders.questions(db)
    post_answer(db, asked.id, here=True, now=NOW)
    db.execute("update order_line set came_back = 0")
    statement = M003[M003.index("update order_line set came_back") :]
    db.execute(statement[: statement.index(";")])
    post_order(db, woo, order("1", line("MUG", 0, shipped=3, returned=2, taken=1), at=1, status="seen"), now=NOW)
    assert level(db, "MUG") == (4, 0)
    assert orders.questions(db) == []


# ---------------------------------------------------------------------------------------------- by hand


def test_an_adjustment_and_its_undo_are_two_rows(db, woo):
    add_product(db, "MUG", 5)
    post_adjustment(db, "MUG", EntryKind.ADJUST, -2, reason="broken", note="fell", batch="b1", now=NOW)
    post_undo(db, "b1", now=later())
    assert level(db, "MUG") == (5, 0)
    rows = ledger.history(db, "MUG")
    assert [(row.kind, row.on_hand_delta, row.undone) for row in rows] == [
        (EntryKind.ADJUST, 2, False),
        (EntryKind.ADJUST, -2, True),
        (EntryKind.COUNT, 5, False),
    ]


@pytest.mark.parametrize(
    ("kind", "pieces", "reason"),
    [
        (EntryKind.RECEIVE, 0, "delivery"),
        (EntryKind.RECEIVE, -3, "delivery"),
        (EntryKind.COUNT, -1, "counted"),
        (EntryKind.ADJUST, 0, "broken"),
        (EntryKind.ADJUST, -6, "broken"),
        (EntryKind.ADJUST, 10**9, "found"),
        (EntryKind.ADJUST, -1, ""),
    ],
)
def test_a_wrong_number_gets_a_sentence_and_changes_nothing(db, kind, pieces, reason):
    add_product(db, "MUG", 5)
    with pytest.raises(PlimsollError) as caught:
        post_adjustment(db, "MUG", kind, pieces, reason=reason, batch="b", now=NOW)
    assert "Nothing was changed" in str(caught.value)
    assert level(db, "MUG") == (5, 0)


def test_an_undo_cannot_make_pieces_that_left(db, woo):
    add_product(db, "MUG", 0)
    add_listing(db, woo, "MUG")
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 3, reason="delivery", batch="d", now=NOW)
    post_order(db, woo, order("1", line("MUG", 0, shipped=2)), now=NOW)
    with pytest.raises(PlimsollError, match="have left since"):
        post_undo(db, "d", now=NOW)
    assert level(db, "MUG") == (1, 0)


def test_a_sale_at_the_stall_and_its_undo(db):
    stall = add_shop(db, "stall", "Market stall", "M")
    add_product(db, "MUG", 5)
    post_sale_by_hand(db, stall, "MUG", 2, ref="s1", sold_at=NOW, now=NOW)
    assert not post_sale_by_hand(db, stall, "MUG", 2, ref="s1", sold_at=NOW, now=NOW).skus, "never doubled"
    assert level(db, "MUG") == (3, 0)
    undo_sale_by_hand(db, stall, ref="s1", now=later())
    assert level(db, "MUG") == (5, 0)


def test_the_ledger_is_append_only(db, woo):
    add_product(db, "MUG", 5)
    for statement in ("update stock_entry set on_hand_delta = 9", "delete from stock_entry"):
        with pytest.raises(IntegrityError, match="append-only"):
            db.execute(statement)
    row = db.execute("select * from stock_entry").fetchone()
    marks = ",".join("?" * len(row))
    with pytest.raises(IntegrityError, match="append-only"):
        db.execute(f"insert or replace into stock_entry values ({marks})", row)


def test_a_doorbell_is_handled_with_the_booking(db, woo):
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG")
    with transaction(db):
        bell = Doorbell(kind="order", ref="1", key="k", source="webhook")
        assert inbox.ring(db, woo.id, [bell, bell], now=NOW) == 1, "a known ring is ignored"
    ring = inbox.waiting(db, woo.id, now=NOW)
    post_order(db, woo, order("1", line("MUG", 1)), now=NOW, by="webhook", ring=ring)
    assert inbox.waiting(db, woo.id, now=NOW) is None


def test_attention_is_the_rule_of_core(db):
    """The generated column that Inventory sorts by says the same as `status_of`, for every combination."""
    add_product(db, "MUG", 0)
    numbers = (-2, 0, 3, 4, 5, 9)
    for available, floor, reorder, differs, started in itertools.product(
        numbers, (None, 0, 4), (None, 5), (0, 1), (False, True)
    ):
        db.execute(
            "update stock_level set on_hand = 10, committed = ?, floor = ?, reorder_point = ?,"
            " differs = ?, started = ?",
            (10 - available, floor, reorder, differs, started),
        )
        (attention,) = db.execute("select attention from stock_level").fetchone()
        expected = status_of(
            available=available, floor=floor, reorder_point=reorder, differs=bool(differs), started=started
        )
        assert ATTENTION[attention] is expected
    db.execute("update stock_level set on_hand = 0, committed = 0, started = 1")


def test_what_changed_the_level_without_the_ledger_is_found(db, woo):
    add_product(db, "MUG", 5)
    add_product(db, "SET", MUG=2)
    assert ledger.levels_that_disagree(db) == []
    db.execute("update stock_level set on_hand = 6 where product_id = (select id from product where sku = 'MUG')")
    assert ledger.levels_that_disagree(db) == [("MUG", 6, 0, 5, 0)]
    db.execute("update stock_level set on_hand = 5 where product_id = (select id from product where sku = 'MUG')")


def test_settings_are_dated_and_never_overwritten(db, woo):
    number = add_product(db, "MUG", 5)
    with transaction(db):
        settings.put(db, settings.FLOOR, 3, product=number, now=NOW)
        settings.put(db, settings.FLOOR, 4, product=number, now=later())
    assert [dated.value for dated in settings.history(db, settings.FLOOR, product=number)] == [3, 4]
    assert db.execute("select floor from stock_level").fetchone() == (4,)
    for statement in ("update setting set value = 9", "delete from setting"):
        with pytest.raises(IntegrityError, match="dated"):
            db.execute(statement)


def test_held_back_everywhere_in_a_shop_and_on_a_listing(db, woo):
    number = add_product(db, "MUG", 50)
    listing = add_listing(db, woo, "MUG")

    def hold(value, **scope):
        with transaction(db):
            settings.put(db, settings.HELD_BACK, value, **scope, now=NOW)
        return slot(db, listing).offer.quantity

    assert hold(5) == 45
    assert hold(2, shop=woo.id) == 43, "a shop's number is extra"
    assert hold(1, product=number) == 47, "a product's stands instead of the general one"
    assert hold(10, shop=woo.id, product=number) == 40, "a listing's stands instead of all"
    assert hold(None, shop=woo.id, product=number) == 47


def test_a_removed_shop_keeps_its_orders_and_loses_its_secrets(db, woo):
    add_product(db, "MUG", 5)
    add_listing(db, woo, "MUG")
    post_order(db, woo, order("1", line("MUG", 1)), now=NOW)
    with transaction(db):
        shops.put_secret(db, woo.id, "token", b"sealed")
        shops.remove(db, woo.id, now=NOW)
    assert shops.shops(db) == []
    assert shops.sealed_secrets(db, woo.id) == {}
    assert level(db, "MUG") == (5, 1)
    assert catalog.product(db, "MUG")
    assert later() - NOW == timedelta(minutes=1)
