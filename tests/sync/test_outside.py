"""What a lane makes of numbers that somebody else changed: the trail, the standing choice, and the circuit breaker."""

from datetime import timedelta

import pytest

from app.core.channel import Guard, ListingFacts
from app.core.drift import Standing
from app.core.places import Choice
from app.core.stock import EntryKind
from app.errors import ChannelUnavailable, PlimsollError
from app.outside import post_ours, post_theirs
from app.posting import post_adjustment, post_undo
from app.rules import post_choice, post_limit
from app.store import compares, edits, ledger, listings, looks, overview, promises, pushes, rethinking, settings, shops
from app.store.database import transaction
from app.store.sqlite import IntegrityError
from tests.life import NOW, add_listing, add_product, add_shop, level, line, order
from tests.sync.fake import Bench, FakeChannel, OrderPage


@pytest.fixture
def bench(db, shop, tmp_path):
    """A live shop that shows 5 mugs, and 5 of each of a dozen other things, as it should."""
    channel = FakeChannel()
    for sku in ("MUG", *(f"P{number:02}" for number in range(24))):
        add_product(db, sku, 5)
        add_listing(db, shop, sku, shows=5)
        channel.numbers[sku] = 5
        channel.facts.append(ListingFacts(ref=sku, sku=sku, title=sku, quantity=5))
    bench = Bench(tmp_path, shop.id, channel)
    bench.rest(200)
    channel.said.clear()
    yield bench
    bench.lane.close()


def compare(db, shop, bench, **numbers):
    """Somebody types these numbers in the shop, and everything is compared."""
    bench.channel.numbers.update(numbers)
    bench.later(1)
    with transaction(db):
        looks.look_at_all(db, shop.id, now=bench.now)
    bench.rest(200)


def stand(db, shop, choice):
    with transaction(db):
        edits.choose_standing(db, shop.id, choice, now=NOW)


def the(db, sku="MUG"):
    return listings.listings_of_product(db, sku)[0]


def trail(db, shop):
    return [(edit.expected, edit.seen, edit.decision, edit.decider) for edit in edits.found(db, shop=shop.id)]


def held(db, shop):
    present = shops.shop(db, shop.id)
    assert present
    return present.held


def some(count, shows=0, start=0):
    return {f"P{number:02}": shows for number in range(start, start + count)}


# ------------------------------------------------------------------------------------------------ the trail


def test_an_outside_edit_is_kept_with_its_size_and_how_long_after_our_own_write(db, shop, bench):
    post_adjustment(db, "MUG", EntryKind.ADJUST, -1, reason="broken", batch="b", now=NOW)
    bench.rest()
    bench.later(11)
    compare(db, shop, bench, MUG=7)
    (edit,) = edits.found(db)
    assert (edit.sku, edit.change, edit.wrote) == ("MUG", 3, 4)
    assert edit.after_our_write == timedelta(seconds=12)
    assert (the(db).differs, edit.decision) == (7, None)
    assert len(bench.channel.writes) == 1, "nothing is overwritten by itself"


def test_the_trail_is_append_only(db, shop, bench):
    compare(db, shop, bench, MUG=7)
    post_ours(db, [the(db).id], now=bench.now)
    for statement in (
        "update outside_edit set seen = 5",
        "delete from outside_edit",
        "update edit_decision set decision = 'theirs'",
        "delete from edit_decision",
        "update compare set differing = 0",
        "delete from compare",
    ):
        with pytest.raises(IntegrityError, match="append-only"):
            db.execute(statement)


def test_a_sale_that_was_not_heard_of_is_no_edit_whatever_the_standing_choice(db, shop, bench):
    stand(db, shop, Standing.OURS)
    bench.channel.pages.append(OrderPage((order("1", line("MUG", 1)),), "next", more=False))
    compare(db, shop, bench, MUG=4)
    assert (trail(db, shop), bench.channel.writes, level(db, "MUG")) == ([], [], (5, 1))


def test_an_order_that_a_poll_only_names_is_read_before_anything_is_called_an_edit(db, shop, bench):
    """Somebody bought one, and a refund makes the order too long for a page. It cannot be read at once either."""
    bench.channel.pages.append(OrderPage((), "next", more=False, incomplete=("1",)))
    bench.channel.orders["1"] = order("1", line("MUG", 1))
    bench.channel.failing("order", *(ChannelUnavailable("no answer", "wait") for _ in range(3)))
    compare(db, shop, bench, MUG=4)
    assert trail(db, shop) == []
    asked = bench.channel.said.count("orders_changed")
    assert asked <= 3, "polling does not help meanwhile, and is not hurried"
    while bench.channel.said.count("order") < 4:
        bench.later(10)
        bench.rest(200)
    assert (trail(db, shop), bench.channel.writes, level(db, "MUG")) == ([], [], (5, 1))
    assert (the(db).believed, looks.any_unsettled(db, shop.id)) == (4, False)


def test_an_order_that_cannot_be_read_leaves_what_it_does_not_hold_alone(db, shop, bench):
    bench.channel.pages.append(OrderPage((order("1", line("MUG", 1)),), "first", more=False))
    compare(db, shop, bench, MUG=4)
    bench.channel.pages.append(OrderPage((), "next", more=False, incomplete=("1",)))
    bench.channel.failing("order", *(ChannelUnavailable("no answer", "wait") for _ in range(9)))
    compare(db, shop, bench, MUG=3, P00=4)
    for _ in range(10):
        bench.later(10)
        bench.rest(200)
    assert trail(db, shop) == [(5, 4, None, None)], "P00 is judged, MUG waits for the order"


def test_ours_put_back_by_the_seller(db, shop, bench):
    compare(db, shop, bench, MUG=8)
    post_ours(db, [the(db).id], now=bench.now)
    assert the(db).differs is None
    bench.rest()
    assert bench.channel.numbers["MUG"] == 5
    assert trail(db, shop) == [(5, 8, "ours", "seller")]


def test_theirs_taken_by_the_seller_is_an_adjustment_with_a_reason_and_one_undo(db, shop, bench):
    compare(db, shop, bench, MUG=8)
    changes = post_theirs(db, [the(db).id], batch="t", now=bench.now)
    bench.rest()
    assert (level(db, "MUG"), bench.channel.writes, changes.skus) == ((8, 0), [], {"MUG"})
    (row,) = ledger.batch(db, "t")
    assert (row.kind, row.on_hand_delta, row.reason, row.note) == (EntryKind.ADJUST, 3, "outside_edit", "5 → 8")
    assert trail(db, shop) == [(5, 8, "theirs", "seller")]
    post_undo(db, "t", now=bench.now)
    bench.rest()
    assert (level(db, "MUG"), bench.channel.numbers["MUG"]) == ((5, 0), 5)


def test_several_edits_of_one_number_are_taken_together(db, shop, bench):
    compare(db, shop, bench, MUG=8)
    compare(db, shop, bench, MUG=7)
    post_theirs(db, [the(db).id], batch="t", now=bench.now)
    assert level(db, "MUG") == (7, 0)
    assert {decision for *_, decision, _ in trail(db, shop)} == {"theirs"}


def test_more_cannot_be_taken_off_than_there_is(db, shop, bench):
    compare(db, shop, bench, MUG=8)
    post_adjustment(db, "P00", EntryKind.COUNT, 5, reason="counted", batch="c", now=NOW)
    compare(db, shop, bench, MUG=0)
    with transaction(db):
        db.execute("update stock_level set on_hand = 2 where product_id = (select id from product where sku = 'MUG')")
    with pytest.raises(PlimsollError, match="MUG"):
        post_theirs(db, [the(db).id], batch="t", now=bench.now)
    assert trail(db, shop)[0][2] is None


def test_when_our_stock_moves_the_next_write_replaces_it_and_the_trail_says_so(db, shop, bench):
    compare(db, shop, bench, MUG=8)
    post_adjustment(db, "MUG", EntryKind.ADJUST, -1, reason="broken", batch="b", now=bench.now)
    bench.rest()
    assert bench.channel.numbers["MUG"] == 4
    assert trail(db, shop) == [(5, 8, "replaced", "plimsoll")]


def test_when_our_number_comes_to_be_the_same_nobody_is_asked(db, shop, bench):
    compare(db, shop, bench, MUG=4)
    post_adjustment(db, "MUG", EntryKind.ADJUST, -1, reason="broken", batch="b", now=bench.now)
    bench.rest()
    assert (trail(db, shop), bench.channel.writes) == ([(5, 4, "agrees", "plimsoll")], [])


def test_a_listing_that_is_gone_waits_for_no_decision(db, shop, bench):
    compare(db, shop, bench, MUG=8)
    del bench.channel.numbers["MUG"]
    compare(db, shop, bench)
    assert trail(db, shop) == [(5, 8, "gone", "plimsoll")]


def test_what_is_not_linked_to_a_product_is_the_shops_own_business(db, shop, bench):
    bench.channel.facts.append(ListingFacts(ref="X", sku="X", title="X", quantity=5))
    bench.later(25 * 3600)
    bench.rest(200)
    bench.channel.facts[-1] = ListingFacts(ref="X", sku="X", title="X", quantity=0)
    bench.later(25 * 3600)
    bench.rest(200)
    assert trail(db, shop) == []


# ------------------------------------------------------------------------------------------------ the standing choice


def test_put_ours_back_stands(db, shop, bench):
    stand(db, shop, Standing.OURS)
    compare(db, shop, bench, MUG=8)
    assert bench.channel.numbers["MUG"] == 5
    assert trail(db, shop) == [(5, 8, "ours", "standing")]
    assert the(db).differs is None


def test_take_theirs_stands(db, shop, bench):
    stand(db, shop, Standing.THEIRS)
    compare(db, shop, bench, MUG=8)
    assert (level(db, "MUG"), bench.channel.writes) == ((8, 0), [])
    assert trail(db, shop) == [(5, 8, "theirs", "standing")]
    kept = promises.bound(db, the(db).id).bound
    assert kept == 8, "what it may sell follows"


def test_what_was_found_before_the_choice_waits_for_the_seller(db, shop, bench):
    compare(db, shop, bench, MUG=8)
    with transaction(db):
        edits.choose_standing(db, shop.id, Standing.OURS, now=bench.now + timedelta(seconds=1))
    bench.later(100)
    bench.rest()
    assert (bench.channel.writes, trail(db, shop)) == ([], [(5, 8, None, None)])


def test_another_computer_leaves_the_standing_choice_to_the_one_that_sends(db, shop, bench):
    stand(db, shop, Standing.THEIRS)
    with transaction(db):
        settings.put_fact(db, settings.SENDER, "another")
    compare(db, shop, bench, MUG=8)
    assert level(db, "MUG") == (5, 0)


def test_a_bundle_has_no_stock_of_its_own_to_adjust(db, shop, bench):
    add_product(db, "SET", MUG=1)
    add_listing(db, shop, "SET", shows=5)
    bench.channel.numbers["SET"] = 5
    bench.rest()
    stand(db, shop, Standing.THEIRS)
    compare(db, shop, bench, SET=7)
    assert (level(db, "MUG"), trail(db, shop)) == ((5, 0), [(5, 7, None, None)])


def test_a_second_master_is_not_answered_by_itself_for_ever(db, shop, bench):
    """Two programs that put theirs back in turn would never come to rest: the third time the seller is asked."""
    stand(db, shop, Standing.OURS)
    for _ in range(4):
        compare(db, shop, bench, MUG=8)
        bench.later(60)
    assert [decision for *_, decision, _ in trail(db, shop)] == [None, "ours", "ours"]
    assert edits.replaced(db, shop.id, NOW) == 3
    assert bench.channel.numbers["MUG"] == 8


# ------------------------------------------------------------------------------------------------ the circuit breaker


def test_ten_to_zero_stop_and_ask_before_any_standing_choice_acts(db, shop, bench):
    for choice in (Standing.OURS, Standing.THEIRS):
        stand(db, shop, choice)
    compare(db, shop, bench, **some(10))
    assert held(db, shop) == 10
    assert (bench.channel.writes, level(db, "P00")) == ([], (5, 0))
    assert {decision for *_, decision, _ in trail(db, shop)} == {None}


def test_nine_to_zero_do_not(db, shop, bench):
    compare(db, shop, bench, **some(9))
    assert held(db, shop) is None


def test_twenty_changed_and_more_than_a_quarter_stop_and_ask(db, shop, bench):
    compare(db, shop, bench, **some(19, shows=9))
    assert held(db, shop) is None
    compare(db, shop, bench, **some(1, shows=9, start=19))
    assert held(db, shop) == 20


def test_what_the_standing_choice_has_dealt_with_still_counts(db, shop, bench):
    """An import that trickles in is one change, though the first of it was put back already."""
    stand(db, shop, Standing.OURS)
    compare(db, shop, bench, **some(6))
    assert bench.channel.numbers["P00"] == 5
    compare(db, shop, bench, **some(6, start=6))
    assert held(db, shop) == 12
    assert bench.channel.numbers["P06"] == 0


def test_what_the_seller_has_decided_does_not_count_again(db, shop, bench):
    compare(db, shop, bench, **some(9))
    post_ours(db, [edit.listing for edit in edits.open_edits(db, shop.id)], now=bench.now)
    bench.rest()
    compare(db, shop, bench, **some(5, start=10))
    assert held(db, shop) is None


def test_a_reading_that_meets_nothing_stops_and_asks_and_frees_nothing(db, shop, bench):
    """A shop that answers with an empty list by mistake has not sold out."""
    before = promises.bound(db, the(db).id).bound
    bench.channel.facts.clear()
    bench.later(25 * 3600)
    bench.rest(200)
    assert held(db, shop) == 25
    assert (the(db).gone_at, promises.bound(db, the(db).id).bound) == (None, before)
    assert len(listings.missing(db, shop.id)) == 25
    with transaction(db):
        listings.found_again(db, shop.id, at=bench.now)
        shops.set_mode(db, shop.id, "live", now=bench.now)
    del bench.channel.numbers["MUG"]
    bench.rest(200)
    assert [row.ref for row in listings.listings_of_shop(db, shop.id) if row.gone_at] == ["MUG"], "each was asked about"


def deliver(db, bench):
    for number in range(24):
        post_adjustment(db, f"P{number:02}", EntryKind.RECEIVE, 7, reason="delivery", batch=f"d{number}", now=bench.now)


def count_to_nothing(db, bench):
    for number in range(24):
        post_adjustment(db, f"P{number:02}", EntryKind.COUNT, 0, reason="counted", batch=f"c{number}", now=bench.now)


def hold_everything_back(db, bench):
    post_limit(db, settings.HELD_BACK, 100, now=bench.now)
    while rethinking.asked(db):  # as housekeeping does
        with transaction(db):
            rethinking.step(db, now=bench.now)


def stop_selling(db, bench):
    with transaction(db):
        numbers = [the(db, f"P{number:02}").id for number in range(24)]
        for number in numbers:
            listings.ask_pause(db, number, off=True)
        pushes.mark_listings_due(db, numbers, now=bench.now)


@pytest.mark.parametrize("guard", [Guard.DELTA, Guard.ABSOLUTE])
@pytest.mark.parametrize(
    ("act", "shows"),
    [(deliver, 12), (count_to_nothing, 0), (hold_everything_back, 0), (stop_selling, 0)],
)
def test_what_comes_from_inside_is_never_held(db, shop, tmp_path, bench, act, shows, guard):
    bench.desk.channel.info = FakeChannel(guard=guard).info
    act(db, bench)
    bench.rest(400)
    compare(db, shop, bench)
    assert held(db, shop) is None
    assert {bench.channel.numbers[f"P{number:02}"] for number in range(24)} == {shows}
    assert trail(db, shop) == []


def test_what_a_blind_write_overwrote_counts_until_every_sale_before_the_look_is_known(db, shop, bench):
    """Its look agrees, as after each good write: what it may still sell is known by the order poll after that."""
    bench.desk.channel.info = FakeChannel(guard=Guard.ABSOLUTE).info
    post_adjustment(db, "MUG", EntryKind.ADJUST, -2, reason="broken", batch="b", now=bench.now)
    after = []
    bench.channel.during = lambda method: after.append((method, promises.bound(db, the(db).id).bound))
    bench.rest()
    written = [method for method, _ in after].index("set_stock")
    assert after[written] == ("set_stock", 5 + 3)
    assert [after[-1], promises.bound(db, the(db).id).bound] == [("orders_changed", 8), 3]
    bench.rest()
    assert after[-1] == ("orders_changed", 8), "one poll is enough"


def test_a_shop_that_sells_more_than_it_may_stops_every_raise_until_it_was_read(db, shop, bench):
    """Somebody raised its number, or it oversells by itself (A1 and A2 of the theory do not hold there)."""
    other = add_shop(db, "other", "Other", "O")
    elsewhere = add_listing(db, other, "MUG", shows=1)
    post_choice(db, "MUG", Choice.NEVER, now=bench.now)
    bench.rest()
    bench.channel.numbers["MUG"] = 0
    bench.channel.pages.append(OrderPage((order("1", line("MUG", 6)),), "next", more=False))
    post_adjustment(db, "MUG", EntryKind.RECEIVE, 20, reason="bought", batch="more", now=bench.now)
    bench.later(61)
    seen = []
    bench.channel.during = lambda method: seen.append((method, overview.beyond_by_shop(db), offered(db, elsewhere)))
    bench.rest()
    assert ("stock", {shop.id: 1}, 1) in seen, "it is read while the alarm stands, and nothing is raised elsewhere"
    assert all(number == 1 for _, alarm, number in seen if alarm)
    assert overview.beyond_by_shop(db) == {}
    assert promises.bound(db, the(db).id).bound == bench.channel.numbers["MUG"]


def offered(db, listing):
    slot = pushes.offer_of(db, listing, now=NOW)
    assert slot
    return slot.offer.quantity


def test_a_pause_is_never_held_nor_undone_by_what_comes_from_outside(db, shop, bench):
    with transaction(db):
        shops.set_mode(db, shop.id, "paused", now=bench.now)
    compare(db, shop, bench, **some(24))
    present = shops.shop(db, shop.id)
    assert present
    assert (present.mode, present.held, bench.channel.writes) == ("paused", None, [])


def test_a_pause_decides_nothing_about_what_is_held(db, shop, bench):
    """Else resuming would send over a whole import that nobody has looked at."""
    compare(db, shop, bench, **some(12))
    with transaction(db):
        shops.set_mode(db, shop.id, "paused", now=bench.now)
    assert held(db, shop) == 12
    assert len(edits.open_edits(db, shop.id)) == 12
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=bench.now)
        pushes.mark_shop_due(db, shop.id, now=bench.now)
    bench.rest(200)
    assert (held(db, shop), bench.channel.numbers["P00"]) == (None, 5)
    assert {decision for *_, decision, _ in trail(db, shop)} == {"ours"}


# ------------------------------------------------------------------------------------------------ compares


def test_a_compare_on_demand_is_reported_with_what_is_worth_a_flag(db, shop, bench):
    compare(db, shop, bench, MUG=6, P00=8)
    report = compares.reports(db, shop.id)[0]
    assert (report.why, report.listings, report.differing, report.flagged) == ("asked", 25, 2, 1)
    assert report.agreeing == 23


def test_the_daily_compare_runs_by_itself_and_says_what_it_missed(db, shop, bench):
    bench.channel.facts[0] = ListingFacts(ref="MUG", sku="MUG", title="Mug", quantity=5)
    bench.later(25 * 3600)
    bench.rest(200)
    first = compares.reports(db, shop.id)[0]
    assert (first.why, first.listings, first.differing) == ("daily", 25, 0)
    bench.later(4 * 24 * 3600)
    bench.rest(200)
    assert compares.missed_days(compares.reports(db, shop.id), bench.now) == 3
    bench.later(24.1 * 3600)
    bench.rest(200)
    assert compares.missed_days(compares.reports(db, shop.id), bench.now) == 0


def test_nothing_is_reported_of_a_shop_that_was_never_told_anything(db, shop, bench):
    with transaction(db):
        shops.set_mode(db, shop.id, "looking", now=NOW)
    compare(db, shop, bench, MUG=6)
    assert [report for report in compares.reports(db, shop.id) if report.why == "asked"] == []
    assert trail(db, shop) == []
