"""How shops are doing, as the Channels page reads it."""

from datetime import timedelta
from pathlib import Path

import pytest

from app.core.channel import Call, ListingFacts
from app.posting import post_order, post_sale_by_hand, undo_sale_by_hand
from app.store import calls, health, listings, looks, shops
from app.store.database import transaction
from app.store.moments import stamp
from app.store.shops import Shop
from app.store.sqlite import Connection
from tests.life import NOW, add_listing, add_product, add_shop, fresh, later, line, order

WAITING = ("due", "in_flight", "retrying")


@pytest.fixture
def db(tmp_path: Path) -> Connection:
    return fresh(tmp_path)


def put(db: Connection, listing: int, state: str, minutes: float | None = None, words: str = "") -> None:
    at = None if minutes is None else stamp(NOW + timedelta(minutes=minutes))
    with transaction(db):
        db.execute("update push set state = ?, due_at = ?, words = ? where listing_id = ?", (state, at, words, listing))


def save(db: Connection, shop: Shop, *facts: ListingFacts) -> list[int]:
    with transaction(db):
        listings.save_listings(db, shop.id, facts, read_at=NOW)
    return [row for fact in facts if (row := health.listing_by_ref(db, shop.id, fact.ref)) is not None]


def facts(ref: str, sku: str = "", **more: object) -> ListingFacts:
    return ListingFacts(**{"ref": ref, "sku": sku, "title": ref, "quantity": 3, **more})  # type: ignore[arg-type]


def listed(db: Connection, shop: Shop, *skus: str, shows: int = 5, on_hand: int | None = 5) -> list[int]:
    for sku in skus:
        add_product(db, sku, on_hand)
    return [add_listing(db, shop, sku, shows=shows) for sku in skus]


# ------------------------------------------------------------------------------------------------ behind by


def test_a_shop_that_confirmed_everything_is_not_behind(db: Connection) -> None:
    shop = add_shop(db)
    (listing,) = listed(db, shop, "MUG")
    put(db, listing, "acknowledged")
    assert health.pulse(db, shop.id) == health.Pulse()
    assert health.pulse(db, shop.id).behind(NOW).age == timedelta(0)


@pytest.mark.parametrize("state", WAITING)
def test_the_oldest_change_that_waits_is_what_a_shop_is_behind_by(db: Connection, state: str) -> None:
    shop = add_shop(db)
    first, second = listed(db, shop, "MUG", "CUP")
    put(db, first, state, 3)
    put(db, second, "due", 7)
    pulse = health.pulse(db, shop.id)
    assert (pulse.behind_since, pulse.waiting, pulse.stuck) == (later(3), 2, 0)
    assert pulse.behind(later(10)).age == timedelta(minutes=7)
    assert pulse.behind(later(1)).age == timedelta(0), "a clock that went back makes nobody early"


@pytest.mark.parametrize("state", ["refused", "gave_up"])
def test_what_ended_badly_is_stuck_and_not_behind(db: Connection, state: str) -> None:
    shop = add_shop(db)
    (listing,) = listed(db, shop, "MUG")
    put(db, listing, state, 3)
    assert health.pulse(db, shop.id) == health.Pulse(stuck=1)


@pytest.mark.parametrize(
    "why",
    ["update listing set gone_at = 'x'", "update listing set counted = 0", "update listing set stock_of = 'other'"],
)
def test_what_is_never_sent_does_not_keep_a_shop_behind(db: Connection, why: str) -> None:
    shop = add_shop(db)
    (listing,) = listed(db, shop, "MUG")
    put(db, listing, "due", 3)
    with transaction(db):
        db.execute(why)
    assert health.pulse(db, shop.id) == health.Pulse()
    assert health.updates(db, shop.id, now=NOW) == []


def test_a_product_without_a_first_number_does_not_keep_a_shop_behind(db: Connection) -> None:
    shop = add_shop(db)
    (listing,) = listed(db, shop, "MUG", on_hand=None)
    put(db, listing, "due", 3)
    assert health.pulse(db, shop.id) == health.Pulse()


def test_nothing_was_owed_to_a_shop_before_it_went_live(db: Connection) -> None:
    shop = add_shop(db)
    (listing,) = listed(db, shop, "MUG")
    put(db, listing, "due", 3)
    with transaction(db):
        shops.set_mode(db, shop.id, "live", now=later(60))
    assert health.pulse(db, shop.id).behind_since == later(60)


def test_another_shop_is_not_counted(db: Connection) -> None:
    shop, other = add_shop(db), add_shop(db, name="Other")
    (listing,) = listed(db, shop, "MUG")
    put(db, listing, "due", 3)
    assert health.pulse(db, other.id) == health.Pulse()


# ------------------------------------------------------------------------------------------------ updates


def test_updates_say_what_the_shop_is_to_show(db: Connection) -> None:
    shop = add_shop(db)
    (listing,) = listed(db, shop, "MUG", shows=9)
    put(db, listing, "retrying", 3, "Too many requests")
    (update,) = health.updates(db, shop.id, now=NOW)
    assert (update.sku, update.title, update.state, update.words) == ("MUG", "Mug", "retrying", "Too many requests")
    assert (update.shows, update.should, update.due_at) == (9, 5, later(3))


def test_a_number_on_its_way_is_the_one_that_was_sent(db: Connection) -> None:
    shop = add_shop(db)
    (listing,) = listed(db, shop, "MUG", shows=9)
    put(db, listing, "in_flight", 3)
    with transaction(db):
        db.execute("update push set quantity = 6")
    assert health.updates(db, shop.id, now=NOW)[0].should == 6


def test_what_ended_badly_comes_first_then_what_waited_longest(db: Connection) -> None:
    shop = add_shop(db)
    numbers = listed(db, shop, "A", "B", "C", "D", "E")
    for listing, state, minutes in zip(
        numbers, ["due", "acknowledged", "refused", "retrying", "gave_up"], [9, None, 5, 2, 1], strict=True
    ):
        put(db, listing, state, minutes)
    assert [update.sku for update in health.updates(db, shop.id, now=NOW)] == ["E", "C", "D", "A"]
    assert [update.sku for update in health.updates(db, shop.id, now=NOW, limit=2)] == ["E", "C"]


def test_an_outside_edit_says_both_numbers(db: Connection) -> None:
    shop = add_shop(db)
    first, _ = listed(db, shop, "TILE", "CUP", shows=41, on_hand=37)
    with transaction(db):
        looks.outside_edit(db, first, expected=37, seen=41, should=37, at=NOW)
    (edit,) = health.edits(db, shop.id, now=NOW)
    assert (edit.listing, edit.sku, edit.shows, edit.should) == (first, "TILE", 41, 37)
    assert health.links(db, shop.id).differing == 1


# ------------------------------------------------------------------------------------------------ links


def test_listings_are_counted_in_one_pass(db: Connection) -> None:
    shop = add_shop(db)
    for sku, on_hand in (("MUG", 3), ("CUP", None), ("GONE", 3)):
        add_product(db, sku, on_hand)
    numbers = save(
        db,
        shop,
        facts("mug", "MUG", oversells=True),
        facts("cup", "CUP"),
        facts("gone", "GONE"),
        facts("new", "NEW"),
        facts("ignored"),
        facts("uncounted", counted=False),
        facts("holder", "HOLD"),
        facts("follower", "FOLLOW", stock_of="holder"),
        facts("left long ago"),
    )
    with transaction(db):
        for listing, sku in zip(numbers[:3], ("MUG", "CUP", "GONE"), strict=True):
            listings.link(db, listing, sku)
        listings.ignore(db, [numbers[4]], ignored=True)
        db.execute("update listing set gone_at = ? where ref in ('gone', 'left long ago')", (stamp(NOW),))
    found = health.links(db, shop.id)
    assert found == health.Links(
        listed=6,  # the follower shows the number of its holder, and two are gone
        linked=2,
        unlinked=3,
        ignored=1,
        broken=1,
        oversells=1,
        uncounted=1,
        differing=0,
        unnumbered=1,
        compared_at=NOW,
    )


def test_a_bundle_never_waits_for_a_first_number(db: Connection) -> None:
    shop = add_shop(db)
    add_product(db, "PART")
    add_product(db, "SET", PART=2)
    (listing,) = save(db, shop, facts("set", "SET"))
    with transaction(db):
        listings.link(db, listing, "SET")
    assert health.links(db, shop.id).unnumbered == 0


def test_compared_is_when_the_number_looked_at_least_recently_was_known(db: Connection) -> None:
    shop = add_shop(db)
    first, second = listed(db, shop, "MUG", "CUP")
    assert health.links(db, shop.id).compared_at is None, "nobody has looked yet"
    with transaction(db):
        db.execute("update listing set seen_at = ? where id = ?", (stamp(later(5)), first))
        db.execute(
            "update listing set seen_at = ?, confirmed_at = ? where id = ?", (stamp(later(1)), stamp(later(9)), second)
        )
    assert health.links(db, shop.id).compared_at == later(5)


def test_link_rows_name_what_needs_a_look(db: Connection) -> None:
    shop = add_shop(db)
    for sku in ("FINE", "GONE", "BELOW"):
        add_product(db, sku, 3)
    numbers = save(
        db,
        shop,
        facts("fine", "FINE"),
        facts("gone", "GONE"),
        facts("below", "BELOW", oversells=True),
        facts("new", "NEW", url="https://shop.example/new"),
        facts("uncounted", "UNC", counted=False),
        facts("follower", "FOL", stock_of="new"),
        facts("gone and never linked"),
    )
    with transaction(db):
        for listing, sku in zip(numbers[:3], ("FINE", "GONE", "BELOW"), strict=True):
            listings.link(db, listing, sku)
        db.execute("update listing set gone_at = ? where ref like 'gone%'", (stamp(NOW),))
    rows = {row.ref: row for row in health.link_rows(db, shop.id)}
    assert list(rows) == ["gone", "new", "uncounted", "below"]
    assert rows["gone"].broken
    assert rows["gone"].product_sku == "GONE"
    assert rows["below"].oversells
    assert rows["new"].unlinked
    assert rows["new"].url == "https://shop.example/new"
    assert rows["uncounted"].uncounted
    assert len(health.link_rows(db, shop.id, limit=2)) == 2


def test_ignoring_leaves_links_alone_and_can_be_taken_back(db: Connection) -> None:
    shop = add_shop(db)
    (linked,) = listed(db, shop, "MUG")
    (new,) = save(db, shop, facts("new"))
    with transaction(db):
        listings.ignore(db, [linked, new], ignored=True)
    assert (health.links(db, shop.id).ignored, health.links(db, shop.id).unlinked) == (1, 0)
    assert [row.ignored for row in health.link_rows(db, shop.id)] == [True]
    with transaction(db):
        listings.ignore(db, [new], ignored=False)
    assert health.links(db, shop.id).unlinked == 1


def test_match_rows_hold_what_matching_needs_and_put_those_without_a_sku_last(db: Connection) -> None:
    shop = add_shop(db)
    add_product(db, "MUG", 3)
    numbers = save(
        db,
        shop,
        facts("nameless"),
        facts("mug", "MUG", price_minor=2400, currency="GBP", barcode="506"),
        facts("follower", "A", stock_of="mug"),
        facts("gone", "B"),
    )
    with transaction(db):
        listings.link(db, numbers[1], "MUG")
        db.execute("update listing set gone_at = ? where ref = 'gone'", (stamp(NOW),))
    rows = health.match_rows(db, shop.id)
    assert [row.ref for row in rows] == ["follower", "mug", "nameless"]
    mug = rows[1]
    assert (mug.product_sku, mug.price_minor, mug.currency, mug.barcode, mug.shows) == ("MUG", 2400, "GBP", "506", 3)
    assert rows[0].stock_of == "mug"
    assert health.product_titles(db) == {"MUG": "Mug"}


# ------------------------------------------------------------------------------------------------ questions


def test_questions_and_unlinked_lines_are_counted_by_shop(db: Connection) -> None:
    shop, other = add_shop(db), add_shop(db, name="Other")
    listed(db, shop, "MUG")
    post_order(db, shop, order("1", line("MUG", 2, withheld=1)), now=NOW)
    post_order(db, shop, order("2", line("UNKNOWN", 2)), now=NOW)
    post_order(db, shop, order("3", line("UNKNOWN", 2), ended=True), now=NOW)
    assert health.asked(db, shop.id) == health.Asked(questions=1, lines=1)
    assert health.asked(db, shop.id).all == 2
    assert health.asked(db, other.id) == health.Asked()


# ------------------------------------------------------------------------------------------------ the log


def call(minutes: float) -> Call:
    return Call(
        at=later(minutes), verb="set stock", target="1 listing", outcome="ok", status=200, milliseconds=180, words=""
    )


def test_the_log_is_read_page_by_page_and_what_is_new_is_put_before_it(db: Connection) -> None:
    shop, other = add_shop(db), add_shop(db, name="Other")
    with transaction(db):
        calls.write(db, shop.id, [call(number) for number in range(5)])
        calls.write(db, other.id, [call(9)])
    first = calls.log(db, shop.id, limit=2)
    assert [row.call.at for row in first] == [later(4), later(3)]
    second = calls.log(db, shop.id, before=first[-1].id, limit=10)
    assert [row.call.at for row in second] == [later(2), later(1), later(0)]
    assert calls.log(db, shop.id, before=second[-1].id) == []
    with transaction(db):
        calls.write(db, shop.id, [call(7)])
    assert [row.call.at for row in calls.log_since(db, shop.id, first[0].id)] == [later(7)]


# ------------------------------------------------------------------------------------------------ kept by hand


def test_sales_by_hand_are_listed_with_those_taken_back(db: Connection) -> None:
    stall = add_shop(db, "stall", "Market stall", "M")
    add_product(db, "PART", 20)
    add_product(db, "SET", PART=2)
    assert health.by_hand(db, stall.id) == health.ByHand()
    for ref, sku, pieces, minutes in (("a", "PART", 2, -1400.0), ("b", "SET", 3, 1.0), ("c", "PART", 1, 2.0)):
        post_sale_by_hand(db, stall, sku, pieces, ref=ref, sold_at=later(minutes), now=later(minutes))
    undo_sale_by_hand(db, stall, ref="b", now=later(3))
    sales = health.hand_sales(db, stall.id)
    assert [(sale.ref, sale.sku, sale.pieces, sale.taken_back) for sale in sales] == [
        ("c", "PART", 1, False),
        ("b", "SET", 3, True),
        ("a", "PART", 2, False),
    ]
    assert sales[0].title == "Part"
    assert health.by_hand(db, stall.id) == health.ByHand(last_at=later(2), sales=3)
    assert len(health.hand_sales(db, stall.id, limit=1)) == 1


def test_only_the_last_market_day_counts(db: Connection) -> None:
    stall = add_shop(db, "stall", "Market stall", "M")
    add_product(db, "MUG", 20)
    for ref, minutes in (("a", -1430.0), ("b", 30.0)):
        post_sale_by_hand(db, stall, "MUG", 1, ref=ref, sold_at=later(minutes), now=later(minutes))
    assert health.by_hand(db, stall.id) == health.ByHand(last_at=later(30), sales=1)
