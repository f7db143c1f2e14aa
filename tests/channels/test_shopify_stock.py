"""Listings and stock: what Shopify shows, and what becomes of every number that is written to it."""

import json
from dataclasses import replace
from typing import Any

import httpx
import pytest

from app.channels.shopify.info import READ_BATCH, WRITE_KEYS
from app.channels.shopify.listing import minor_units
from app.core.channel import WriteOutcome, WriteResult
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.shopify_world import World


@pytest.fixture
def world() -> World:
    return World()


def writes(request: httpx.Request) -> bool:
    return b"mutation" in request.content


# --- listings ------------------------------------------------------------------------------------------------------


def test_a_listing_is_an_inventory_item_at_the_linked_location(world: World) -> None:
    mug = world.shop.add_product("MUG", 5, title="Blue mug", price="12.50")
    found = world.listings()["MUG"]
    assert (found.ref, found.title, found.quantity, found.counted) == (mug, "Blue mug", 5, True)
    assert (found.active, found.oversells, found.price_minor, found.currency) == (True, False, 1250, "USD")
    assert found.url.startswith("https://kiln.example/products/")


def test_variants_carry_their_products_name(world: World) -> None:
    small = world.shop.add_product("CUP-S", 1, title="Cup")
    world.shop.add_variant(small, "Large", "CUP-L", 2)
    assert {found.title for found in world.listings().values()} == {"Cup", "Cup - Large"}


def test_listings_that_shopify_does_not_count(world: World) -> None:
    world.shop.add_product("FREE", None)
    bundle = world.shop.add_product("SET", 3)
    world.shop.item(bundle).bundle = True
    world.shop.add_product("ENDLESS", 2, oversells=True)
    found = world.listings()
    assert (found["FREE"].counted, found["FREE"].quantity) == (False, None)
    assert (found["SET"].counted, found["SET"].quantity) == (False, None)
    assert (found["ENDLESS"].oversells, found["ENDLESS"].quantity) == (True, 2)


def test_what_is_not_stocked_at_our_location_has_no_number_rather_than_nought(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.unstock(mug)
    assert (world.listings()["MUG"].counted, world.listings()["MUG"].quantity) == (True, None)
    warehouse = world.shop.add_location("Warehouse")
    world.channel = world.open(world.shop.access(location=warehouse))
    assert (world.listings()["MUG"].counted, world.listings()["MUG"].quantity) == (True, None)
    world.shop.set_stock(mug, 7, at=warehouse)
    assert world.listings()["MUG"].quantity == 7


@pytest.mark.parametrize(
    ("status", "active"), [("ACTIVE", True), ("UNLISTED", True), ("DRAFT", False), ("ARCHIVED", False)]
)
def test_what_a_buyer_can_buy(world: World, status: str, active: bool) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.set_product_status(mug, status)
    assert world.listings()["MUG"].active is active
    assert world.channel.stock([mug])[0].active is active


def test_listings_come_page_by_page(world: World) -> None:
    skus = {f"MUG-{row}" for row in range(230)}
    for sku in sorted(skus):
        world.shop.add_product(sku, 1)
    assert set(world.listings()) == skus
    assert len(world.wire.sent) == 3


def test_stock_without_a_linked_location_is_refused(world: World) -> None:
    world.channel = world.open(replace(world.shop.access(), settings={}))
    world.channel.introduce()
    for call in (
        lambda: world.channel.listings(None),
        lambda: world.channel.stock(["1"]),
        lambda: world.set("1", 1, 1),
    ):
        with pytest.raises(ChannelRefused, match="No location of this shop is linked"):
            call()


@pytest.mark.parametrize(
    ("price", "currency", "minor"),
    [
        ("12.50", "USD", 1250),
        ("12", "USD", 1200),
        ("0.05", "EUR", 5),
        ("1200", "JPY", 1200),
        ("1200.00", "JPY", 1200),
        ("1.500", "KWD", 1500),
        ("1.505", "USD", None),
        ("free", "USD", None),
        ("", "USD", None),
        ("-1.00", "USD", None),
        ("9" * 30, "USD", None),
    ],
)
def test_prices_are_exact(price: str, currency: str, minor: int | None) -> None:
    assert minor_units(price, currency) == minor


# --- reading -------------------------------------------------------------------------------------------------------


def test_a_stock_reading_tells_numbers_from_no_numbers(world: World) -> None:
    mug, free = world.shop.add_product("MUG", 5), world.shop.add_product("FREE", None)
    here, gone = world.shop.add_product("CUP", 0), world.shop.add_product("POT", 9)
    away = world.shop.add_product("JUG", 4)
    world.shop.delete_product(gone)
    world.shop.unstock(away)
    readings = world.channel.stock([gone, mug, free, "12345", here, away])
    assert [(found.ref, found.quantity, found.gone) for found in readings] == [
        (gone, None, True),
        (mug, 5, False),
        (free, None, False),
        ("12345", None, True),
        (here, 0, False),
        (away, None, False),
    ]


def test_a_whole_batch_is_read_in_one_call_and_in_smaller_ones_when_it_costs_too_much(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", row) for row in range(READ_BATCH)]
    assert [found.quantity for found in world.channel.stock(refs)] == list(range(READ_BATCH))
    assert len(world.wire.sent) == 1
    world.shop.cost_max = 200
    assert [found.quantity for found in world.channel.stock(refs)] == list(range(READ_BATCH))
    assert [len(body["variables"]["ids"]) for body in world.wire.sent[1:]] == [100, 50, 25, 25, 25, 25]


def test_an_answer_about_other_listings_is_not_believed(world: World) -> None:
    answer = httpx.MockTransport(lambda _: httpx.Response(200, json={"data": {"nodes": [None]}}))
    channel = world.open(world.shop.access(way="token"), answer)
    with pytest.raises(ChannelUnavailable, match="other listings than were asked"):
        channel.stock(["1", "2"])


def test_a_shop_that_moved_is_not_written_in_smaller_batches(world: World) -> None:
    answers: list[httpx.Request] = []

    def moved(request: httpx.Request) -> httpx.Response:
        answers.append(request)
        return httpx.Response(301, headers={"Location": "https://elsewhere.example/"})

    channel = world.open(world.shop.access(way="token"), httpx.MockTransport(moved))
    with pytest.raises(ChannelRefused, match="leads to another place"):
        channel.set_stock([world.write("1", 1, 1), world.write("2", 1, 1)])
    assert len(answers) == 1


def test_a_ref_that_is_no_number_is_refused_before_it_is_sent(world: World) -> None:
    for ref in ("", "MUG", '1"', "gid://shopify/InventoryItem/x"):
        with pytest.raises(ChannelRefused, match="not a number of Shopify"):
            world.channel.stock([ref])
    assert world.wire.requests == []


# --- writing -------------------------------------------------------------------------------------------------------


def outcome(result: WriteResult) -> tuple[WriteOutcome, int | None]:
    return result.outcome, result.seen


def test_a_number_is_set_if_shopify_still_shows_the_one_we_believe(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    assert outcome(world.set(mug, 9, 5)) == (WriteOutcome.DONE, 9)
    assert world.shop.quantity(mug) == 9
    world.shop.sell((mug, 1))
    assert outcome(world.set(mug, 9, 9)) == (WriteOutcome.STALE, None)
    assert world.shop.quantity(mug) == 8, "the sale we have not heard of is not overwritten"
    assert outcome(world.set(mug, 0, 8)) == (WriteOutcome.DONE, 0)
    assert outcome(world.set(mug, 0, 0)) == (WriteOutcome.DONE, 0)


def test_only_the_linked_location_is_written(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    warehouse = world.shop.add_location("Warehouse")
    world.shop.set_stock(mug, 50, at=warehouse)
    assert outcome(world.set(mug, 4, 5)) == (WriteOutcome.DONE, 4)
    assert (world.shop.quantity(mug), world.shop.quantity(mug, warehouse)) == (4, 50)
    world.shop.sell((mug, 10), at=warehouse)
    assert outcome(world.set(mug, 3, 4)) == (WriteOutcome.DONE, 3)


def test_the_number_we_believe_is_in_every_row_that_is_sent(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 0) for row in range(3)]
    world.channel.set_stock([world.write(ref, 1, 0, key=f"k-{row}") for row, ref in enumerate(refs)])
    sent = json.loads(world.wire.requests[-1].content)["variables"]
    for row, ref in enumerate(refs):
        given = sent[f"i{row}"]
        assert sent[f"k{row}"] == f"k-{row}"
        assert (given["name"], given["reason"]) == ("available", "correction")
        assert given["referenceDocumentUri"] == f"gid://plimsoll/StockWrite/k-{row}"
        assert given["quantities"] == [
            {
                "inventoryItemId": f"gid://shopify/InventoryItem/{ref}",
                "locationId": f"gid://shopify/Location/{world.shop.main}",
                "quantity": 1,
                "changeFromQuantity": 0,
            }
        ]


def test_one_stale_row_stops_no_other(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(WRITE_KEYS)]
    world.shop.sell((refs[7], 1))
    world.shop.delete_product(refs[9])
    results = world.channel.set_stock([world.write(ref, 3, 5) for ref in refs])
    expected = [WriteOutcome.DONE] * WRITE_KEYS
    expected[7], expected[9] = WriteOutcome.STALE, WriteOutcome.GONE
    assert [result.outcome for result in results] == expected
    assert [result.ref for result in results] == refs
    assert [request for request in world.wire.requests if writes(request)] == world.wire.requests[-1:]
    assert world.shop.quantity(refs[7]) == 4


def test_rows_that_shopify_will_not_set(world: World) -> None:
    bundle, away = world.shop.add_product("SET", 3), world.shop.add_product("JUG", 3)
    mug = world.shop.add_product("MUG", 3)
    world.shop.item(bundle).bundle = True
    world.shop.unstock(away)
    rows = [world.write(bundle, 1, 3), world.write(away, 1, 3), world.write(mug, -1, 3), world.write("12345", 1, 3)]
    results = world.channel.set_stock(rows)
    assert [result.outcome for result in results] == [WriteOutcome.REFUSED] * 3 + [WriteOutcome.GONE]
    assert "not allowed to be adjusted" in results[0].words
    assert "not stocked at the location" in results[1].words
    assert "can't be negative" in results[2].words
    world.shop.close_location(world.shop.main)
    assert world.set(mug, 1, 3).words == "The specified location could not be found."


def test_a_lost_answer_is_made_good_by_the_same_key(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    for fault in (Fault.TIMEOUT_AFTER, Fault.LOST_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED):
        shown = world.shop.quantity(mug)
        assert shown is not None
        world.shop.faults.fail_next(fault, when=writes)
        first = world.set(mug, shown + 1, shown, key=f"key-{fault}")
        assert outcome(first) == (WriteOutcome.UNKNOWN, None)
        assert world.shop.sell((mug, 1)), "somebody buys in between"
        again = world.set(mug, shown + 1, shown, key=f"key-{fault}", repeated=True)
        assert outcome(again) == (WriteOutcome.DONE, None), "done, but what it shows now is another matter"
        assert world.shop.quantity(mug) == shown, "it was done once, and the sale stands"


@pytest.mark.parametrize("fault", [Fault.TIMEOUT_BEFORE, Fault.LOST_BEFORE, Fault.BROKEN, Fault.GARBAGE])
def test_a_request_that_may_have_arrived_leaves_every_row_unknown(world: World, fault: Fault) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(2)]
    world.shop.faults.fail_next(fault, when=writes)
    rows = [world.write(ref, 3, 5) for ref in refs]
    assert [result.outcome for result in world.channel.set_stock(rows)] == [WriteOutcome.UNKNOWN] * 2
    again = world.channel.set_stock([replace(row, repeated=True) for row in rows])
    assert [outcome(result) for result in again] == [(WriteOutcome.DONE, None)] * 2
    assert [world.shop.quantity(ref) for ref in refs] == [3, 3]


def test_a_request_that_certainly_did_not_arrive_says_so(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.fail_next(Fault.UNREACHABLE, when=writes)
    with pytest.raises(ChannelUnavailable) as caught:
        world.set(mug, 3, 5)
    assert caught.value.sent is False


def test_the_ends_of_keys(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.held_keys.add("held")
    assert world.set(mug, 3, 5, key="held").outcome is WriteOutcome.UNKNOWN
    world.shop.held_keys.clear()
    assert world.set(mug, 3, 5, key="held", repeated=True).outcome is WriteOutcome.DONE
    assert world.set(mug, 4, 5, key="failed").outcome is WriteOutcome.STALE
    assert world.set(mug, 4, 5, key="failed").outcome is WriteOutcome.STALE, "this key can never succeed again"
    mixed_up = world.set(mug, 8, 3, key="held")
    assert mixed_up.outcome is WriteOutcome.STALE, "to be looked at, and decided under a key of its own"
    assert "different operation parameters" in mixed_up.words
    world.tick(hours=24)
    assert world.set(mug, 4, 3, key="held").outcome is WriteOutcome.DONE, "a day later it is a new key"


def test_a_key_that_ended_is_not_asked_for_by_a_signed_out_shop(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.channel.introduce()
    world.shop.installed = False
    with pytest.raises(ChannelSignedOut):
        world.set(mug, 3, 5)
    assert world.shop.quantity(mug) == 5


def rows_answer(world: World, *rows: dict[str, Any] | None, errors: list[dict[str, Any]]) -> list[WriteResult]:
    """What the connector makes of rows that Shopify broke off."""
    body = {"data": {f"w{at}": row for at, row in enumerate(rows)}} | ({"errors": errors} if errors else {})
    answer = httpx.MockTransport(lambda _: httpx.Response(200, json=body))
    channel = world.open(world.shop.access(way="token"), answer)
    return channel.set_stock([world.write(str(at + 1), 3, 5) for at in range(len(rows))])


def test_rows_that_broke_off_in_the_middle(world: World) -> None:
    done = {"inventoryAdjustmentGroup": None, "userErrors": []}
    broke = {"message": "Internal error", "extensions": {"code": "INTERNAL_SERVER_ERROR"}, "path": ["w1"]}
    wrong = {"message": "No such field", "extensions": {"code": "BAD_REQUEST"}, "path": ["w2"]}
    results = rows_answer(world, done, None, None, None, errors=[broke, wrong])
    assert [result.outcome for result in results] == [
        WriteOutcome.DONE,
        WriteOutcome.UNKNOWN,
        WriteOutcome.REFUSED,
        WriteOutcome.UNKNOWN,
    ]
    assert results[2].words == "No such field"


@pytest.mark.parametrize(
    ("code", "expected"),
    [
        ("CHANGE_FROM_QUANTITY_STALE", WriteOutcome.STALE),
        ("COMPARE_QUANTITY_STALE", WriteOutcome.STALE),
        ("COMPARE_QUANTITY_REQUIRED", WriteOutcome.REFUSED),
        ("IDEMPOTENCY_PREVIOUS_ATTEMPT_FAILED", WriteOutcome.STALE),
        ("IDEMPOTENCY_CONCURRENT_REQUEST", WriteOutcome.UNKNOWN),
        ("IDEMPOTENCY_KEY_PARAMETER_MISMATCH", WriteOutcome.STALE),
        ("INVALID_INVENTORY_ITEM", WriteOutcome.GONE),
        ("ITEM_NOT_STOCKED_AT_LOCATION", WriteOutcome.REFUSED),
        ("A_CODE_OF_TOMORROW", WriteOutcome.REFUSED),
        (None, WriteOutcome.REFUSED),
    ],
)
def test_what_each_refusal_of_a_row_means(world: World, code: str | None, expected: WriteOutcome) -> None:
    row = {
        "inventoryAdjustmentGroup": None,
        "userErrors": [{"code": code, "field": None, "message": "Shopify’s words"}],
    }
    [result] = rows_answer(world, row, errors=[])
    assert (result.outcome, result.words, result.seen) == (expected, "Shopify’s words", None)


def only_single_rows(world: World) -> httpx.MockTransport:
    """Shopify, if it took no more than one stock change in a request."""

    def answer(request: httpx.Request) -> httpx.Response:
        if b"w1:" in request.content:
            error = {"message": "Too many mutations", "extensions": {"code": "BAD_REQUEST"}}
            return httpx.Response(200, json={"errors": [error]})
        return world.shop.handle(request)

    return httpx.MockTransport(answer)


def test_should_shopify_refuse_many_rows_at_once_they_are_written_one_by_one(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(3)]
    world.channel = world.open(world.shop.access(), only_single_rows(world))
    world.channel.introduce()
    world.calls.clear()
    for quantity, calls in ((3, 4), (2, 3)):
        results = world.channel.set_stock([world.write(ref, quantity, quantity + 2 - (calls == 3)) for ref in refs])
        assert [result.outcome for result in results] == [WriteOutcome.DONE] * 3
        assert [world.shop.quantity(ref) for ref in refs] == [quantity] * 3
        assert len(world.calls) == calls, "and it remembers"
        world.calls.clear()


@pytest.mark.parametrize(
    ("fault", "second"),
    [
        (Fault.TIMEOUT_BEFORE, WriteOutcome.UNKNOWN),
        (Fault.UNREACHABLE, WriteOutcome.LATER),
        (Fault.THROTTLED, WriteOutcome.LATER),
    ],
)
def test_rows_after_one_that_met_a_fault_are_left_for_later(world: World, fault: Fault, second: WriteOutcome) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(3)]
    world.channel = world.open(world.shop.access(), only_single_rows(world))
    world.shop.faults.fail_next(None, fault, when=writes)
    results = world.channel.set_stock([world.write(ref, 3, 5) for ref in refs])
    assert [result.outcome for result in results] == [WriteOutcome.DONE, second, WriteOutcome.LATER]


def test_too_costly_a_write_is_halved(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 5) for row in range(8)]
    world.shop.cost_max = 30
    results = world.channel.set_stock([world.write(ref, 3, 5) for ref in refs])
    assert [result.outcome for result in results] == [WriteOutcome.DONE] * 8
    assert [body["query"].count("inventorySetQuantities") for body in world.wire.sent] == [8, 4, 2, 2, 2, 2]
