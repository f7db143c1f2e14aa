"""One shop's lane: what it sends, when, in which order, and what it never does."""

from dataclasses import replace
from datetime import timedelta
from types import SimpleNamespace

import pytest

from app.core.channel import Doorbell, Guard, ListingFacts, Reading, WriteOutcome
from app.core.stock import EntryKind
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.posting import post_adjustment, post_order
from app.store import inbox, listings, looks, orders, promises, pushes, settings, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.sync.desk import Heard
from app.sync.urgency import Turn, rank, usual_price
from tests.life import NOW, add_listing, add_product, add_shop, later, level, line, order
from tests.sync.fake import Bench, FakeChannel, OrderPage

SAD = N_("It does not work.")


@pytest.fixture
def bench(db, shop, tmp_path):
    """A live shop that shows 5 mugs, as it should."""
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    bench = made(tmp_path, shop)
    bench.channel.numbers["MUG"] = 5
    bench.rest()
    bench.channel.said.clear()
    yield bench
    bench.lane.close()


def made(tmp_path, shop, **options):
    return Bench(tmp_path, shop.id, FakeChannel(**options))


def break_mugs(db, pieces, batch="b"):
    post_adjustment(db, "MUG", EntryKind.ADJUST, -pieces, reason="broken", batch=batch, now=NOW)


def find_mugs(db, pieces, batch="f"):
    post_adjustment(db, "MUG", EntryKind.ADJUST, pieces, reason="found", batch=batch, now=NOW)


def the_listing(db):
    (row,) = db.execute("select id from listing where ref = 'MUG'").fetchall()
    return listings.listing(db, row[0])


def test_a_change_is_sent_with_what_the_listing_shows_and_confirmed(db, bench):
    break_mugs(db, 2)
    bench.rest()
    (write,) = bench.channel.writes
    assert (write.ref, write.quantity, write.believed, write.repeated) == ("MUG", 3, 5, False)
    row = the_listing(db)
    assert (row.believed, row.confirmed, row.state, row.due_at) == (3, 3, "acknowledged", None)
    assert bench.channel.numbers["MUG"] == 3


def test_a_sale_of_its_own_costs_no_call(db, shop, bench):
    changes = post_order(db, shop, order("1", line("MUG", 2)), now=NOW)
    assert "MUG" in changes.skus
    bench.rest()
    row = the_listing(db)
    assert (row.state, row.due_at, row.believed, row.confirmed) == ("acknowledged", None, 3, 3)
    assert bench.channel.writes == []


def test_what_a_sale_makes_scarce_is_split_before_any_number_is_told(db, shop, bench):
    """Whoever tells the first number after a sale asks whether the rest may still be shared, and wakes the others."""
    other = add_shop(db, "woocommerce", "Woo", "W")
    add_product(db, "CUP", 40)
    for place in (shop, other):
        add_listing(db, place, "CUP", shows=40)
    bench.channel.numbers["CUP"] = 40
    bench.rest()
    assert modes(db, "CUP") == [0], "plenty: shared"
    post_order(db, other, order("1", line("CUP", 36)), now=NOW)
    assert modes(db, "CUP") == [0]
    bench.news.clear()
    bench.rest()
    (write,) = bench.channel.writes
    assert modes(db, "CUP") == [0, 1], "four are left"
    assert write.quantity < 4, "a part of them, not all"
    assert {shop.id, other.id} in [news.due for news in bench.news]


def modes(db, sku):
    rows = db.execute(
        "select mode_change.split from mode_change join product on product.id = product_id where sku = ? order by at,"
        " mode_change.rowid",
        (sku,),
    )
    return [split for (split,) in rows]


def test_a_sale_that_its_shop_has_not_taken_off_is_looked_at_by_its_lane(db, shop, bench):
    """Where the number does not show the sale by itself the listing is due, as everywhere else."""
    untaken = replace(line("MUG", 2), taken=0)
    post_order(db, shop, order("1", untaken), now=NOW)
    break_mugs(db, 1)
    assert the_listing(db).state == "due"
    bench.rest()
    assert [(write.quantity, write.believed) for write in bench.channel.writes] == [(4, 5)]


def test_lowerings_and_doorbells_take_turns(db, shop, bench):
    for sku in ("CUP", "JUG", "BOWL", "VASE", "PLATE"):
        add_product(db, sku, 3)
        add_listing(db, shop, sku, shows=9)
        bench.channel.numbers[sku] = 9
    with transaction(db):
        bells = [Doorbell(kind="order", ref=ref, key=ref) for ref in ("7", "8", "9")]
        inbox.ring(db, shop.id, bells, now=NOW)
    bench.rest()
    told = [said for said in bench.channel.said if said in ("set_stock", "order")]
    assert told == ["set_stock", "order", "set_stock", "order", "set_stock", "order"]


def test_an_intent_is_on_the_disk_before_its_call(db, bench):
    said: list[str] = []
    bench.db.lazy = True
    bench.channel.during = lambda method: said.append(f"call {method}")
    break_mugs(db, 2)
    bench.db.set_trace_callback(lambda sql: said.append(sql.lower()))
    bench.rest()
    bench.db.set_trace_callback(None)
    before = said[: said.index("call set_stock")]
    synced = len(before) - 1 - before[::-1].index("pragma synchronous=full")
    intent = next(at for at, sql in enumerate(before) if sql.startswith("update push set state = 'in_flight'"))
    assert synced < intent < before.index("commit", intent) < before.index("pragma synchronous=normal", intent)


def test_the_newest_offer_wins_and_is_not_taken_for_confirmed(db, bench):
    """Stock moves while the shop is being told: the slot stays due until the newer number is confirmed."""
    break_mugs(db, 1)
    bench.channel.during = lambda method: (
        break_mugs(db, 1, batch="meanwhile") if method == "set_stock" and len(bench.channel.writes) == 1 else None
    )
    bench.rest()
    assert [write.quantity for write in bench.channel.writes] == [4, 3]
    assert (the_listing(db).believed, bench.channel.numbers["MUG"]) == (3, 3)


@pytest.mark.parametrize("stop", ["looking", "paused", "held", "elsewhere"])
def test_nothing_is_sent_unless_the_seller_wants_it_from_here(db, shop, bench, stop):
    with transaction(db):
        if stop == "held":
            shops.hold(db, shop.id, changed=30)
        elif stop == "elsewhere":
            settings.put_fact(db, settings.SENDER, "another computer")
        else:
            shops.set_mode(db, shop.id, stop, now=NOW)
    break_mugs(db, 2)
    listings.ask_pause(db, the_listing(db).id, off=True)
    bench.later(100)
    bench.rest()
    assert bench.channel.writes == []
    assert "pause" not in bench.channel.said
    assert "orders_changed" in bench.channel.said, "it goes on looking"


def test_nothing_is_written_before_its_orders_were_read(db, shop, tmp_path):
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=9)
    bench = made(tmp_path, shop)
    bench.channel.failing("orders_changed", ChannelUnavailable(SAD))
    bench.lane.step()
    assert bench.channel.said == ["orders_changed"]
    bench.later(60)
    bench.rest()
    assert bench.channel.said.index("set_stock") > bench.channel.said.index("orders_changed", 1)
    bench.lane.close()


def test_nothing_is_raised_before_every_shop_was_read(db, shop, tmp_path):
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=3)
    add_product(db, "CUP", 1)
    add_listing(db, shop, "CUP", shows=4)
    heard = Heard()
    heard.expect(shop.id)
    heard.expect(77)
    bench = Bench(tmp_path, shop.id, FakeChannel(), heard)
    bench.channel.numbers = {"MUG": 3, "CUP": 4}
    bench.rest()
    assert [write.ref for write in bench.channel.writes] == ["CUP"], "lowering is always safe"
    assert heard.hear(77)
    bench.rest()
    assert [write.ref for write in bench.channel.writes] == ["CUP", "MUG"]
    bench.lane.close()


def test_the_most_urgent_comes_first(db, shop, bench):
    """Pause > write that lowers > order > write that raises > stock read > listing page."""
    for sku, shows in (("CUP", 0), ("JUG", 9), ("BOWL", 5)):
        add_product(db, sku, 5)
        add_listing(db, shop, sku, shows=shows)
        bench.channel.numbers[sku] = shows
    with transaction(db):
        inbox.ring(db, shop.id, [Doorbell(kind="order", ref="9", key="k")], now=NOW)
        looks.look_at_ref(db, shop.id, "BOWL", at=NOW)
        listings.ask_pause(db, the_listing(db).id, off=True)
        db.execute("update shop set listings_read_at = null")
        db.execute(
            "update push set state = 'acknowledged' where listing_id = (select id from listing where ref = 'BOWL')"
        )
    bench.later(1)
    bench.rest()
    firsts = [said for number, said in enumerate(bench.channel.said) if said not in bench.channel.said[:number]]
    assert firsts[:3] == ["pause", "set_stock", "order"]
    assert firsts.index("order") < firsts.index("stock") < firsts.index("listings")
    raised = [number for number, write in enumerate(bench.channel.writes) if write.quantity > write.believed]
    assert raised == [len(bench.channel.writes) - 1]
    assert [said for said in bench.channel.said if said in ("set_stock", "order", "stock")] == [
        "set_stock",
        "order",
        "set_stock",
        "stock",
    ]


def test_of_what_must_fall_the_likeliest_and_dearest_oversell_goes_first():
    def due(sku, risk, price, falls=1):
        return SimpleNamespace(sku=sku, risk=risk, price=price, believed=falls, offer=SimpleNamespace(quantity=0))

    def order_of(*slots):
        usual = usual_price(slots)
        return [slot.sku for slot in sorted(slots, key=lambda slot: rank(Turn.LOWERS, slot, usual))]

    assert order_of(due("CALM", 0.01, 1000, falls=90), due("BUSY", 0.2, 1000)) == ["BUSY", "CALM"]
    assert order_of(due("PENNY", 0.2, 100), due("CHAIR", 0.05, 20_000)) == ["CHAIR", "PENNY"]
    assert order_of(due("FEW", 0.1, 1000, falls=1), due("MANY", 0.1, 1000, falls=9)) == ["MANY", "FEW"]
    assert order_of(due("A", 0.1, 3000), due("UNKNOWN", 0.1, None), due("B", 0.1, 1000)) == ["A", "UNKNOWN", "B"]
    assert order_of(due("X", 0.1, None), due("Y", 0.3, None)) == ["Y", "X"], "without any price the risk decides"


def test_a_write_of_unknown_fate_is_never_sent_blindly_again(db, bench):
    """Without an idempotency key: look, let the orders explain, then decide."""
    break_mugs(db, 2)
    bench.channel.failing("set_stock", ChannelUnavailable(SAD))
    bench.channel.numbers["MUG"] = 3  # it did take effect
    bench.rest()
    assert the_listing(db).state == "retrying"
    bench.later(10)
    bench.rest()
    assert len(bench.channel.writes) == 1
    assert bench.channel.said[-3:] == ["set_stock", "stock", "orders_changed"]
    assert (the_listing(db).state, the_listing(db).believed) == ("acknowledged", 3)


def test_a_write_that_did_not_take_effect_is_sent_anew(db, bench):
    break_mugs(db, 2)
    bench.channel.failing("set_stock", ChannelUnavailable(SAD))
    bench.rest()
    bench.later(10)
    bench.rest()
    assert [(write.quantity, write.believed) for write in bench.channel.writes] == [(3, 5), (3, 5)]
    assert bench.channel.writes[0].key != bench.channel.writes[1].key
    assert bench.channel.numbers["MUG"] == 3


def test_a_repeatable_write_is_repeated_word_for_word_and_then_what_is_newer(db, shop, tmp_path):
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    bench = made(tmp_path, shop, repeatable=True, guard=Guard.COMPARE_AND_SET)
    bench.channel.numbers["MUG"] = 5
    bench.rest()
    break_mugs(db, 2)
    bench.channel.failing("set_stock", ChannelUnavailable(SAD))
    bench.rest()
    break_mugs(db, 1, batch="meanwhile")
    bench.later(10)
    bench.rest()
    first, again, newer = bench.channel.writes
    assert (again.key, again.quantity, again.believed, again.repeated) == (first.key, 3, 5, True)
    assert (newer.quantity, newer.believed, newer.repeated) == (2, 3, False)
    assert newer.key != first.key
    assert the_listing(db).state == "acknowledged"
    bench.lane.close()


def test_a_key_that_is_too_old_is_not_used_again(db, shop, tmp_path):
    add_product(db, "MUG", 5)
    add_listing(db, shop, "MUG", shows=5)
    bench = made(tmp_path, shop, repeatable=True)
    bench.channel.numbers["MUG"] = 5
    bench.rest()
    break_mugs(db, 2)
    bench.channel.failing("set_stock", ChannelUnavailable(SAD, retry_after=23.5 * 3600))
    bench.rest()
    bench.later(23.6 * 3600)
    bench.rest()
    assert not any(write.repeated for write in bench.channel.writes)
    assert bench.channel.numbers["MUG"] == 3
    bench.lane.close()


def test_a_stale_write_learns_the_sale_it_did_not_know_and_decides_again(db, bench):
    """The number there was not ours: an order nobody had told us of."""
    break_mugs(db, 2)
    bench.channel.outcomes.append(WriteOutcome.STALE)
    bench.channel.numbers["MUG"] = 4
    bench.channel.pages.append(OrderPage((order("1", line("MUG", 1)),), "next", more=False))
    bench.rest()
    assert [(write.quantity, write.believed) for write in bench.channel.writes] == [(3, 5), (2, 4)]
    assert level(db, "MUG") == (3, 1)
    assert (bench.channel.numbers["MUG"], the_listing(db).believed) == (2, 2)


def test_the_right_number_in_a_listing_that_we_took_off_sale_is_sent_once_and_no_more(db, bench):
    """Somebody typed it by hand: it is shown to nobody until the listing is back on sale."""
    db.execute("update listing set off = 'parked', believed = 7 where ref = 'MUG'")
    bench.channel.numbers["MUG"] = 7
    find_mugs(db, 2)
    bench.rest()
    assert [(write.quantity, write.believed) for write in bench.channel.writes] == [(7, 7)]
    with transaction(db):
        pushes.mark_listings_due(db, [the_listing(db).id], now=bench.now)
    bench.rest()
    assert len(bench.channel.writes) == 1, "it is on sale again"


def test_what_orders_cannot_explain_is_an_outside_edit_and_is_not_overwritten_by_itself(db, shop, bench):
    bench.channel.numbers["MUG"] = 8
    looks.look_at_all(db, shop.id, now=bench.now)
    bench.rest()
    row = the_listing(db)
    assert (row.differs, row.believed, bench.channel.writes) == (8, 8, [])
    assert db.execute("select expected, seen from outside_edit").fetchall() == [(5, 8)]
    pushes.mark_listings_due(db, [row.id], now=bench.now)  # the seller: send ours
    bench.rest()
    assert (bench.channel.numbers["MUG"], the_listing(db).differs) == (5, None)


@pytest.mark.parametrize(("gone", "again_s"), [(True, 1), (False, 300)])
def test_what_was_not_reached_beside_what_is_gone_is_asked_for_at_once(db, shop, bench, monkeypatch, gone, again_s):
    """Of what a shop says nothing for no such reason it will not say more a second later."""
    add_product(db, "CUP", 5)
    cup = add_listing(db, shop, "CUP", shows=5)
    mug = Reading(ref="MUG", quantity=None if gone else 5, gone=gone)
    monkeypatch.setattr(bench.channel, "stock", lambda _: [mug])
    looks.look_at_all(db, shop.id, now=bench.now)
    bench.rest()
    (at,) = db.execute("select look_at from listing where id = ?", (cup,)).fetchone()
    assert at == stamp(bench.now + timedelta(seconds=again_s))


def test_a_look_made_before_a_sale_was_known_is_no_outside_edit(db, shop, bench):
    bench.channel.numbers["MUG"] = 4  # sold one, and we have not heard
    bench.channel.pages.append(OrderPage((order("1", line("MUG", 1)),), "next", more=False))
    looks.look_at_all(db, shop.id, now=bench.now)
    bench.rest()
    row = the_listing(db)
    assert (row.believed, row.differs, row.state) == (4, None, "acknowledged")
    assert bench.channel.writes == []


def looked_at_while_lower(db, shop, bench, then):
    """The shop shows 4 of 5 for a while, is looked at just then, and shows 5 again when its orders are read."""
    bench.channel.numbers["MUG"] = 4
    looks.look_at_all(db, shop.id, now=bench.now)
    bench.lane.step()
    assert bench.channel.said[-1] == "stock"
    bench.later(1)
    bench.channel.numbers["MUG"] = 5
    bench.channel.pages.append(OrderPage((then,), "next", more=False))
    bench.rest()
    row = the_listing(db)
    assert (row.believed, row.differs) == (5, None)
    assert db.execute("select count(*) from outside_edit").fetchone() == (0,)
    assert promises.bound(db, row.id).bound == 5


def test_sold_and_cancelled_before_it_was_heard_of_is_no_outside_edit(db, shop, bench):
    """Seed 138: a look between the two found a piece less, and what it may still sell was counted one too low."""
    gone = order("1", line("MUG", 0), at=0.5, ended=True, status="cancelled")
    looked_at_while_lower(db, shop, bench, gone)


def test_an_order_changed_there_and_back_is_no_outside_edit(db, shop, bench):
    """A line was made two pieces and one again: what the books hold is right, and what was seen meanwhile is not."""
    post_order(db, shop, order("1", line("MUG", 1)), now=NOW)
    find_mugs(db, 1)
    bench.channel.numbers["MUG"] = 4
    bench.rest()
    bench.later(5)
    looked_at_while_lower(db, shop, bench, order("1", line("MUG", 1), at=0.5))


def test_a_mass_change_from_outside_stops_and_asks(db, shop, bench):
    for number in range(12):
        add_product(db, f"P{number}", 5)
        add_listing(db, shop, f"P{number}", shows=5)
        bench.channel.numbers[f"P{number}"] = 5
    bench.rest()
    bench.channel.numbers.update({f"P{number}": 0 for number in range(12)})
    looks.look_at_all(db, shop.id, now=bench.now)
    bench.rest()
    held = shops.shop(db, shop.id)
    assert held
    assert held.held == 12
    break_mugs(db, 1)
    bench.rest()
    assert bench.channel.writes == []


def test_a_null_is_never_a_zero(db, shop, bench):
    bench.channel.numbers["MUG"] = None
    looks.look_at_all(db, shop.id, now=bench.now)
    bench.rest()
    break_mugs(db, 1)
    bench.rest()
    row = the_listing(db)
    assert (row.counted, row.believed, bench.channel.writes) == (False, 5, [])


def test_a_missing_listing_is_a_broken_link(db, shop, bench):
    del bench.channel.numbers["MUG"]
    looks.look_at_all(db, shop.id, now=bench.now)
    bench.rest()
    assert the_listing(db).gone_at is not None


@pytest.mark.parametrize("outcome", [WriteOutcome.REFUSED, WriteOutcome.GONE])
def test_a_refusal_is_kept_with_the_shops_words(db, bench, outcome):
    break_mugs(db, 2)
    bench.channel.outcomes.append(outcome)
    bench.rest()
    row = the_listing(db)
    assert (row.state, row.words) == ("refused", "its own words")
    assert row.believed == (None if outcome is WriteOutcome.GONE else 5)
    assert (row.gone_at is not None) == (outcome is WriteOutcome.GONE)
    bench.rest()
    assert len(bench.channel.writes) == 1, "repeating will not help"


def test_trouble_backs_off_and_honours_retry_after(db, shop, bench):
    break_mugs(db, 2)
    bench.channel.failing("set_stock", ChannelUnavailable(SAD, retry_after=120, sent=False))
    assert bench.rest() == 30.0, "a lane never sleeps longer at a time"
    bench.later(119)
    bench.lane.step()
    assert len(bench.channel.writes) == 1
    troubled = shops.shop(db, shop.id)
    assert troubled
    assert troubled.trouble == "unavailable"
    bench.later(2)
    bench.rest()
    assert [write.repeated for write in bench.channel.writes] == [False, False], "it was certainly never sent"
    well = shops.shop(db, shop.id)
    assert well
    assert well.trouble is None


def test_five_times_too_many_requests_and_then_the_number_of_now(db, shop, bench):
    for round_ in range(5):
        bench.channel.failing("set_stock", ChannelUnavailable(SAD, retry_after=60, sent=False))
        break_mugs(db, 1, batch=f"b{round_}")
        bench.later(61)
        bench.rest()
    assert [write.quantity for write in bench.channel.writes] == [4, 3, 2, 1, 0], (
        "each try is the number of that moment"
    )
    find_mugs(db, 3)
    bench.later(61)
    bench.rest()
    assert bench.channel.numbers["MUG"] == 3
    assert len(bench.channel.writes) == 6, "no number that is no longer true was sent again"
    assert [state for (state,) in db.execute("select state from push")] == ["acknowledged"]


def test_what_is_listed_is_read_as_often_as_the_channel_asks(db, shop, tmp_path):
    for every, swept in ((86_400, False), (5 * 3600, True)):
        bench = made(tmp_path, shop)
        bench.channel.info = replace(bench.channel.info, listings_s=every)
        bench.rest()
        bench.channel.said.clear()
        bench.later(5 * 3600 + 1)
        bench.rest()
        assert ("listings" in str(bench.channel.said)) is swept
        bench.lane.close()


def test_waits_double_up_to_a_quarter_of_an_hour(bench):
    bench.channel.failing("orders_changed", *[ChannelUnavailable(SAD) for _ in range(14)])
    waits = []
    for _ in range(14):
        bench.later(3600)
        bench.lane.step()
        waits.append(bench.lane._backoff.left(bench.now))
    assert all(2**n <= wait <= 2 ** (n + 1) for n, wait in enumerate(waits[:9]))
    assert all(450 <= wait <= 900 for wait in waits[9:])


def test_a_signed_out_shop_says_so(db, shop, bench):
    bench.later(100)
    bench.channel.failing("orders_changed", ChannelSignedOut(SAD, SAD))
    bench.lane.step()
    troubled = shops.shop(db, shop.id)
    assert troubled
    assert troubled.trouble == "signed_out"


def test_what_cannot_be_told_for_a_day_is_given_up_with_an_alarm_and_revived(db, bench):
    break_mugs(db, 2)
    bench.channel.failing("set_stock", *[ChannelUnavailable(SAD, retry_after=3600, sent=False) for _ in range(25)])
    states = []
    for _ in range(25):
        bench.lane.step()
        states.append(the_listing(db).state)
        bench.later(3601)
    assert states[:24] == ["retrying"] * 24
    assert states[24] == "gave_up"
    bench.rest()
    bench.rest()
    assert the_listing(db).state == "acknowledged", "the shop answers again"


def test_what_failed_once_before_the_computer_slept_for_days_is_not_given_up(db, bench):
    """Seed 1378: of a day and an hour it had tried for a minute, and the next number that had moved ended it."""
    break_mugs(db, 2)
    bench.channel.outcomes += [WriteOutcome.STALE, WriteOutcome.STALE]
    bench.lane.step()
    assert the_listing(db).state == "retrying"
    bench.later(72 * 3600)
    bench.rest()
    bench.rest()
    assert [write.quantity for write in bench.channel.writes] == [3, 3, 3]
    assert the_listing(db).state == "acknowledged"


def test_the_cursor_is_saved_after_what_it_covers_was_booked(db, shop, bench, monkeypatch):
    add_product(db, "CUP", 5)
    add_listing(db, shop, "CUP", shows=5)
    page = OrderPage((order("1", line("MUG", 1)), order("2", line("CUP", 1))), "after both", more=False)
    bench.channel.pages.append(page)
    bench.later(100)
    told = iter([None, KeyboardInterrupt()])

    def die(changes):
        if changes.orders and (error := next(told)):
            raise error

    bench.desk.tell = die
    with pytest.raises(KeyboardInterrupt):
        bench.rest()
    killed = shops.shop(db, shop.id)
    assert killed
    assert killed.orders_cursor != "after both"
    assert level(db, "CUP") == (5, 1), "what was booked stays booked"


def test_a_sale_beside_our_own_write_is_found_by_the_shops_clock(db, shop, bench):
    """Without compare-and-set our write may have wiped it out; the order bears the time of a shop that is behind."""
    bench.channel.clock_behind = timedelta(minutes=40)
    bench.later(60)
    bench.rest()
    assert shops.shop(db, shop.id).behind_s == 2400
    break_mugs(db, 1)
    bench.rest()
    written = bench.now
    sale = order("1", line("MUG"), status="processing")
    there = written + timedelta(seconds=2) - timedelta(minutes=40)
    bench.channel.pages.append(OrderPage((replace(sale, placed_at=there, updated_at=there),), "second", more=False))
    bench.channel.said.clear()
    bench.later(60)
    bench.rest()
    assert level(db, "MUG") == (4, 1)
    bench.later(4)
    bench.rest()
    assert "stock" in bench.channel.said


def test_an_order_that_a_page_could_not_hold_whole_is_fetched_by_itself(db, bench):
    bench.channel.pages.append(OrderPage((), "next", more=False, incomplete=("7",)))
    bench.channel.orders["7"] = order("7", line("MUG", 2))
    bench.later(100)
    bench.rest()
    assert level(db, "MUG") == (5, 2)
    assert bench.channel.said.count("order") == 1


def test_a_doorbell_whose_order_cannot_be_read_is_tried_again_later(db, shop, bench):
    with transaction(db):
        inbox.ring(db, shop.id, [Doorbell(kind="order", ref="7", key="k", source="webhook")], now=NOW)
    bench.channel.orders["7"] = order("7", line("MUG", 2))
    bench.channel.failing("order", ChannelUnavailable(SAD), ChannelRefused(SAD, SAD))
    for _ in range(3):
        bench.rest()
        bench.later(100)
    assert level(db, "MUG") == (5, 2)
    assert orders.held(db, shop.id, "7")
    assert db.execute("select heard_by from sales_order").fetchone() == ("webhook",)
    assert inbox.waiting(db, shop.id, now=later(999)) is None


def test_after_a_long_sleep_every_number_is_read_before_anything_is_sent(db, shop, bench, tmp_path):
    bench.lane.close()
    other = Bench(tmp_path, shop.id, FakeChannel())
    other.now = NOW + timedelta(hours=30)
    other.lane = type(other.lane)(other.desk)
    other.channel.numbers["MUG"] = 4  # somebody edited it meanwhile
    break_mugs(db, 2)
    other.rest()
    said = other.channel.said
    assert said.index("stock") < said.index("set_stock")
    assert [(write.quantity, write.believed) for write in other.channel.writes] == [(3, 4)]
    other.lane.close()
    bench.lane = other.lane


def test_a_crash_while_sending_is_cleared_up_at_the_next_start(db, shop, bench, tmp_path):
    break_mugs(db, 2)
    bench.channel.failing("set_stock", KeyboardInterrupt())
    with pytest.raises(KeyboardInterrupt):
        bench.rest()
    assert the_listing(db).state == "in_flight"
    again = Bench(tmp_path, shop.id, FakeChannel())
    again.channel.numbers["MUG"] = 3  # it had taken effect
    again.rest()
    assert again.channel.writes == []
    assert the_listing(db).state == "acknowledged"
    again.lane.close()


def test_what_the_sweep_no_longer_meets_is_a_broken_link(db, shop, bench):
    add_product(db, "CUP", 5)
    add_listing(db, shop, "CUP", shows=5)
    bench.channel.facts = [ListingFacts(ref="MUG", sku="MUG", title="Mug", quantity=5)]
    bench.later(25 * 3600)
    bench.rest()
    gone = db.execute("select ref from listing where gone_at is not null").fetchall()
    assert gone == [("CUP",)]


def test_taking_a_listing_off_and_putting_it_back(db, bench):
    number = the_listing(db).id
    with transaction(db):
        listings.ask_pause(db, number, off=True)
        pushes.mark_listings_due(db, [number], now=NOW)
    bench.rest()
    assert (the_listing(db).pause, bench.channel.numbers["MUG"]) == ("paused", 0)
    with transaction(db):
        listings.ask_pause(db, number, off=False)
        pushes.mark_listings_due(db, [number], now=NOW)
    bench.rest()
    assert (the_listing(db).pause, bench.channel.numbers["MUG"]) == ("none", 5)
    assert bench.channel.said.count("resume") == 1


def test_a_listing_that_cannot_be_taken_off_says_why_and_shows_zero(db, bench):
    with transaction(db):
        listings.ask_pause(db, the_listing(db).id, off=True)
        pushes.mark_listings_due(db, [the_listing(db).id], now=NOW)
    bench.channel.failing("pause", ChannelRefused(SAD, SAD, words="not this one"))
    bench.rest()
    row = the_listing(db)
    assert (row.pause, row.pause_words, bench.channel.numbers["MUG"]) == ("failed", "not this one", 0)
