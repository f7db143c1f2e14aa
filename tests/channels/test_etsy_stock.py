"""Listings, reading and writing numbers: the connector against a simulated Etsy."""

import json
from typing import Any

import httpx
import msgspec
import pytest

from app.channels.etsy import reading
from app.channels.etsy.groups import kept_apart
from app.channels.etsy.putting import BY_HAND, CHANGED, IGNORED
from app.channels.etsy.wire import Inventory
from app.channels.etsy.writing import UNCOUNTED
from app.core.channel import Reading, WriteOutcome
from app.errors import ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.etsy import Choice
from app.simulator.faults import Fault
from tests.channels.etsy_world import BLUE, LARGE, RED, SMALL, World, problems, spec_or_skip, stock_write


@pytest.fixture
def world() -> World:
    return World()


def is_put(request: httpx.Request) -> bool:
    return request.method == "PUT"


# --- listings --------------------------------------------------------------------------------------------------------


def test_a_listing_without_variations(world: World) -> None:
    mug = world.shop.add_product("MUG", 5, title="Blue mug", price=1250)
    found = world.listings()[mug]
    assert (found.sku, found.title, found.quantity, found.counted, found.active) == ("MUG", "Blue mug", 5, True, True)
    assert (found.price_minor, found.currency, found.batch, found.stock_of) == (1250, "USD", mug, None)
    assert found.url == f"https://www.etsy.com/listing/{mug}"


def test_each_combination_with_a_number_of_its_own(world: World) -> None:
    tee = world.tee()
    found = world.listings()
    assert set(found) == {f"{tee}/{size},{colour}" for size in ("100:11", "100:12") for colour in ("200:1", "200:2")}
    blue = found[f"{tee}/100:11,200:1"]
    assert (blue.sku, blue.title, blue.quantity, blue.batch, blue.stock_of) == ("TEE-0", "Tee - Blue, S", 4, tee, None)


def test_products_that_share_a_number_name_their_holder(world: World) -> None:
    tee = world.tee(quantity_on=(), numbers=(4, 4, 4, 4))
    found = world.listings()
    assert (found[tee].quantity, found[tee].title, found[tee].sku, found[tee].stock_of) == (4, "Tee", "", None)
    shared = [one for one in found.values() if one.stock_of == tee]
    assert [one.sku for one in shared] == ["TEE-0", "TEE-1", "TEE-2", "TEE-3"]
    assert {one.batch for one in shared} == {tee}


def test_a_number_that_only_one_property_changes(world: World) -> None:
    tee = world.shop.add_variations(
        "Tee",
        [("B-S", (BLUE, SMALL), 3), ("B-L", (BLUE, LARGE), 3), ("R-S", (RED, SMALL), 7)],
        quantity_on=(200,),
    )
    found = world.listings()
    assert {ref: one.quantity for ref, one in found.items() if one.stock_of is None} == {
        f"{tee}/200:1": 3,
        f"{tee}/200:2": 7,
    }
    assert found[f"{tee}/200:1"].title == "Tee - Blue"
    assert found[f"{tee}/200:2"].sku == "R-S", "the only one that holds the number gives its SKU"
    assert found[f"{tee}/100:12,200:1"].stock_of == f"{tee}/200:1"


def test_every_state_is_told_and_only_what_is_active_can_be_bought(world: World) -> None:
    refs = {state: world.shop.add_product(state.upper(), 3) for state in ("active", "inactive", "expired", "draft")}
    for state, ref in refs.items():
        world.shop.set_state(ref, state)
    sold = world.shop.add_product("SOLD", 1)
    world.shop.sell((sold, 1))
    found = world.listings()
    assert {ref for ref, one in found.items() if one.active} == {refs["active"]}
    assert set(found) == {*refs.values(), sold}
    assert found[sold].quantity == 0


def test_missing_inventory_and_files_are_no_zero(world: World) -> None:
    old, file = world.shop.add_product("OLD", 5), world.shop.add_product("FILE", 999)
    world.shop.listing(old).inventory = False
    world.shop.listing(file).kind = "download"
    found = world.listings()
    assert [(found[ref].quantity, found[ref].counted) for ref in (old, file)] == [(None, False), (None, False)]
    assert [one.quantity for one in world.channel.stock([old, file])] == [None, None]
    result = world.set(old, 3, 5)
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, UNCOUNTED)


def test_pages_overlap_and_what_becomes_active_meanwhile_is_met(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 2) for row in range(230)]
    off = world.shop.add_product("OFF", 2, state="inactive")
    met = set()
    page: str | None = None
    for step in range(20):
        told = world.channel.listings(page)
        met |= {one.ref for one in told.listings}
        page = told.next
        if step == 0:
            world.shop.delete_product(refs[-1])  # every listing behind it moves up by one
            world.shop.set_state(refs[0], "inactive")
        if page and page.startswith("1:inactive"):
            world.shop.set_state(off, "active")
        if page is None:
            break
    assert page is None
    assert met == {*refs, off}


def test_a_page_that_is_none_of_ours_is_refused(world: World) -> None:
    for page in ("9:active:0", "0:sold_out:0", "x", "0:active:-1"):
        with pytest.raises(ChannelRefused):
            world.channel.listings(page)


# --- reading ---------------------------------------------------------------------------------------------------------


def test_many_listings_are_read_in_one_call(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", row + 1) for row in range(100)]
    assert [one.quantity for one in world.channel.stock(refs)] == list(range(1, 101))
    assert world.wire.asked() == ["GET listings/batch/inventory"]


def test_one_that_is_gone_is_found_by_halving(world: World) -> None:
    refs = [world.shop.add_product(f"MUG-{row}", 3) for row in range(9)]
    world.shop.delete_product(refs[4])
    readings = world.channel.stock([*refs, "77", "no number"])
    assert [one.ref for one in readings if one.gone] == [refs[4], "77", "no number"]
    assert {one.quantity for one in readings if not one.gone} == {3}
    assert len(world.wire.requests) <= 2 * 11


@pytest.mark.parametrize("lost", [(0,), (99,), (0, 1, 57, 98)])
def test_taking_a_read_apart_comes_to_an_end_however_few_calls_a_second_may_have(lost: tuple[int, ...]) -> None:
    """Seed 2277: each attempt took the same calls of its second, met the limit, and began anew."""
    world = World(per_second=5)
    refs = [world.shop.add_product(f"P{number}", 3) for number in range(100)]
    world.tick(seconds=2)
    for number in lost:
        world.shop.delete_product(refs[number])
    gone, left, seconds = [], refs, 0
    while left:
        readings = world.channel.stock(left)
        assert readings, "every attempt finds something"
        gone += [one.ref for one in readings if one.gone]
        told = {one.ref for one in readings}
        left, seconds = [ref for ref in left if ref not in told], seconds + 1
        world.tick(seconds=1)
    assert gone == [refs[number] for number in lost]
    assert seconds < 25


def test_a_page_of_a_host_is_never_a_listing_that_is_gone(world: World) -> None:
    channel = world.open(httpx.MockTransport(lambda request: httpx.Response(404, text="<h1>Not Found</h1>")))
    with pytest.raises(ChannelUnavailable, match="does not understand"):
        channel.stock(["1", "2"])
    with pytest.raises(ChannelUnavailable, match="does not understand"):
        channel.set_stock([stock_write("1", 3, 2)])
    with pytest.raises(ChannelUnavailable, match="does not understand"):
        channel.order("1")


def test_a_variation_that_is_gone_and_one_that_is_hidden(world: World) -> None:
    tee = world.tee()
    world.shop.products(f"{tee}/100:12,200:1")[0].enabled = False
    gone, hidden = world.channel.stock([f"{tee}/100:99,200:1", f"{tee}/100:12,200:1"])
    assert gone.gone
    assert hidden == Reading(ref=f"{tee}/100:12,200:1", quantity=3, active=False)


# --- writing ---------------------------------------------------------------------------------------------------------


def test_a_write_is_read_put_and_compared(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    result = world.set(mug, 4, 5)
    assert (result.outcome, result.seen) == (WriteOutcome.DONE, 4)
    assert world.shop.kept(mug) == 4
    assert world.wire.asked() == [f"GET listings/{mug}/inventory", f"PUT listings/{mug}/inventory"]


def test_several_variations_are_one_put(world: World) -> None:
    tee = world.tee()
    writes = [stock_write(f"{tee}/100:11,200:1", 3, 4), stock_write(f"{tee}/100:12,200:2", 0, 1)]
    results = world.channel.set_stock(writes)
    assert [(one.ref, one.outcome, one.seen) for one in results] == [
        (writes[0].ref, WriteOutcome.DONE, 3),
        (writes[1].ref, WriteOutcome.DONE, 0),
    ]
    assert [product.quantity for product in world.shop.listing(tee).products] == [3, 3, 2, 0]
    assert len(world.wire.bodies("PUT")) == 1


def test_a_shared_number_is_written_to_all_that_share_it(world: World) -> None:
    tee = world.tee(quantity_on=(), numbers=(4, 4, 4, 4))
    assert world.set(tee, 2, 4).outcome is WriteOutcome.DONE
    assert [product.quantity for product in world.shop.listing(tee).products] == [2, 2, 2, 2]


def keep_everything(world: World, tee: str) -> list[dict[str, Any]]:
    """A listing with something in every field; its products as Etsy shows them."""
    listing = world.shop.listing(tee)
    for row, product in enumerate(listing.products):
        product.readiness = None if row == 3 else 7000 + row
        product.enabled = row != 2
    listing.on_property["readiness_state"] = [100, 200]
    shown: list[dict[str, Any]] = world.shop.shows.inventory(listing)["products"]
    return shown


def test_nothing_but_the_quantity_changes_field_by_field(world: World) -> None:
    document = spec_or_skip()
    tee = world.tee()
    before = keep_everything(world, tee)
    on_property = dict(world.shop.listing(tee).on_property)
    assert world.set(f"{tee}/100:11,200:1", 3, 4).outcome is WriteOutcome.DONE
    sent = world.wire.bodies("PUT")[0]
    put = document["paths"]["/v3/application/listings/{listing_id}/inventory"]["put"]
    schema = put["requestBody"]["content"]["application/json"]["schema"]
    assert problems(sent, schema) == []
    row = schema["properties"]["products"]["items"]["properties"]
    # Every field that Etsy takes is sent: one left out is one lost.
    assert set(sent) == set(schema["properties"])
    for was, now in zip(before, sent["products"], strict=True):
        assert set(now) == set(row)
        offering, old = now["offerings"][0], was["offerings"][0]
        assert set(offering) == set(row["offerings"]["items"]["properties"])
        assert now["sku"] == was["sku"]
        for value, shown in zip(now["property_values"], was["property_values"], strict=True):
            assert set(value) == set(row["property_values"]["items"]["properties"])
            assert {name: shown[name] for name in value} == value
        assert offering["price"] == old["price"]["amount"] / old["price"]["divisor"]
        assert (offering["is_enabled"], offering["readiness_state_id"]) == (
            old["is_enabled"],
            old["readiness_state_id"],
        )
    assert [one["offerings"][0]["quantity"] for one in sent["products"]] == [3, 3, 2, 1]
    assert {name: sent[f"{name}_on_property"] for name in on_property} == on_property
    after = keep_everything(world, tee)
    after[0]["offerings"][0]["quantity"] = before[0]["offerings"][0]["quantity"]
    assert after == before


def test_prices_go_back_as_the_decimals_they_are(world: World) -> None:
    for amount in (1, 10, 1999, 2499, 100_000, 123_456_789):
        mug = world.shop.add_product("MUG", 5, price=amount)
        assert world.set(mug, 4, 5).outcome is WriteOutcome.DONE
        assert world.shop.products(mug)[0].price == amount
        body = world.wire.requests[-1].content.decode()
        assert f'"price":{amount / 100!r}' in body


def test_a_third_variation_is_asked_for_by_name(world: World) -> None:
    wood = Choice(513, "Material", 21, "Oak")
    tee = world.shop.add_variations("Box", [("BOX", (BLUE, SMALL, wood), 4)], quantity_on=(100, 200, 513))
    ref = world.shop.find("BOX")
    assert ref == f"{tee}/100:11,200:1,513:21"
    assert world.set(ref, 3, 4).outcome is WriteOutcome.DONE
    assert world.wire.requests[-1].url.params["max_variations_supported"] == "3"


def test_refs_survive_a_write_that_numbers_all_products_anew(world: World) -> None:
    world.shop.edits.renumbers = True
    tee = world.tee()
    refs = set(world.listings())
    numbers = {product.number for product in world.shop.listing(tee).products}
    assert world.set(f"{tee}/100:11,200:1", 3, 4).outcome is WriteOutcome.DONE
    assert numbers.isdisjoint(product.number for product in world.shop.listing(tee).products)
    assert set(world.listings()) == refs


def test_a_number_that_is_not_the_one_we_believe_is_never_written_over(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.sell((mug, 1))
    result = world.set(mug, 5, 6)
    assert (result.outcome, result.seen) == (WriteOutcome.STALE, 4)
    result = world.set(mug, 4, 5)
    assert (result.outcome, result.seen) == (WriteOutcome.STALE, 4), "a sale unheard of looks just the same"
    result = world.set(mug, 4, 5, repeated=True)
    assert result.outcome is WriteOutcome.STALE
    assert world.wire.bodies("PUT") == []


def test_what_already_shows_the_number_costs_no_put(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    assert world.set(mug, 5, 5).outcome is WriteOutcome.DONE
    assert world.wire.bodies("PUT") == []


def test_what_is_gone(world: World) -> None:
    tee = world.tee()
    assert world.set(f"{tee}/100:99,200:1", 3, 4).outcome is WriteOutcome.GONE
    assert world.set("12345", 3, 4).outcome is WriteOutcome.GONE
    assert world.set("none", 3, 4).outcome is WriteOutcome.GONE
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.fail_next(None)
    channel = world.open(_deleting(world, mug))
    assert channel.set_stock([stock_write(mug, 4, 5)])[0].outcome is WriteOutcome.GONE


def _deleting(world: World, ref: str) -> httpx.BaseTransport:
    def answer(request: httpx.Request) -> httpx.Response:
        if is_put(request):
            world.shop.delete_product(ref)
        return world.shop.handle(request)

    return httpx.MockTransport(answer)


def test_brackets_in_an_old_value(world: World) -> None:
    old = Choice(200, "Primary color", 1, "Blue (dark)")
    tee = world.shop.add_variations("Tee", [("TEE", (old,), 4)], quantity_on=(200,))
    result = world.set(f"{tee}/200:1", 3, 4)
    assert result.outcome is WriteOutcome.REFUSED
    assert result.words.startswith(BY_HAND)


def test_another_program_is_writing(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.edits.busy = True
    result = world.set(mug, 4, 5)
    assert (result.outcome, result.words) == (WriteOutcome.STALE, "The listing is being edited by another process")


def test_only_one_writer_of_a_listing(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    other = world.shop.add_product("POT", 5)
    with reading.only_writer(1, mug):
        with pytest.raises(ChannelUnavailable) as caught:
            world.set(mug, 4, 5)
        assert world.set(other, 4, 5).outcome is WriteOutcome.DONE
    assert (caught.value.sent, caught.value.retry_after) == (False, reading.WRITER_WAIT_S)
    assert world.set(mug, 4, 5).outcome is WriteOutcome.DONE, "the listing is free again"


def test_yes_without_doing_it(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.edits.ignores = True
    result = world.set(mug, 4, 5)
    assert (result.outcome, result.seen, result.words) == (WriteOutcome.REFUSED, 5, IGNORED)


def test_a_price_that_did_not_stay_as_it_was(world: World) -> None:
    mug = world.shop.add_product("MUG", 5, price=1999)
    world.shop.edits.rounds = True
    result = world.set(mug, 4, 5)
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, f"{CHANGED}price")


def inventory(**changed: Any) -> Inventory:
    offering = {"quantity": 3, "is_enabled": True, "price": {"amount": 1999, "divisor": 100}, "readiness_state_id": 7}
    value = {"property_id": 200, "value_ids": [1], "values": ["Blue"], "property_name": "Color"}
    product = {"sku": "TEE", "offerings": [offering | changed], "property_values": [value | changed]}
    shown = {"products": [product | changed], "price_on_property": [200], "sku_on_property": [200], **changed}
    return msgspec.convert(shown, Inventory)


@pytest.mark.parametrize(
    ("changed", "names"),
    [
        ({}, []),
        ({"quantity": 9}, []),
        ({"property_name": "Farbe", "values": ["Blau"]}, []),
        ({"price": {"amount": 19990, "divisor": 1000}}, []),
        ({"price": {"amount": 2000, "divisor": 100}}, ["price"]),
        ({"is_enabled": False}, ["is_enabled"]),
        ({"readiness_state_id": None}, ["readiness_state_id"]),
        ({"sku": ""}, ["sku"]),
        ({"value_ids": [2]}, ["products"]),
        ({"products": []}, ["products"]),
        ({"price_on_property": []}, ["price_on_property"]),
        ({"quantity_on_property": [200]}, ["quantity_on_property"]),
        ({"readiness_state_on_property": [200]}, ["readiness_state_on_property"]),
    ],
)
def test_what_a_write_must_not_have_changed(changed: dict[str, Any], names: list[str]) -> None:
    assert kept_apart(inventory(), inventory(**changed)) == names


def test_a_sale_between_put_and_look_is_seen(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)

    def answer(request: httpx.Request) -> httpx.Response:
        response = world.shop.handle(request)
        if not is_put(request):
            return response
        world.shop.sell((mug, 1))
        shown = response.json()
        shown["products"][0]["offerings"][0]["quantity"] = 99
        return httpx.Response(200, json=shown)

    result = world.open(httpx.MockTransport(answer)).set_stock([stock_write(mug, 4, 5)])[0]
    assert (result.outcome, result.seen) == (WriteOutcome.DONE, 3)


def test_an_inventory_without_its_listing_is_asked_for_it(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.routes.tells_listing = False
    assert world.set(mug, 4, 5).outcome is WriteOutcome.DONE
    assert world.wire.asked()[1] == f"GET listings/{mug}"


@pytest.mark.parametrize(
    "fault", [Fault.LOST_AFTER, Fault.TIMEOUT_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED, Fault.LOST_BEFORE]
)
def test_a_write_of_unknown_fate(world: World, fault: Fault) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.fail_next(None, fault)
    result = world.set(mug, 4, 5)
    assert result.outcome is WriteOutcome.UNKNOWN
    assert world.shop.kept(mug) == (5 if fault is Fault.LOST_BEFORE else 4)


@pytest.mark.parametrize("fault", [Fault.UNREACHABLE, Fault.THROTTLED])
def test_a_write_that_certainly_was_not_made(world: World, fault: Fault) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.fail_next(None, fault)
    with pytest.raises(ChannelUnavailable) as caught:
        world.set(mug, 4, 5)
    assert not caught.value.sent


@pytest.mark.parametrize("fault", [Fault.TIMEOUT_AFTER, Fault.BROKEN, Fault.GARBAGE, Fault.TRUNCATED])
def test_a_failed_reading_wrote_nothing(world: World, fault: Fault) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.shop.faults.fail_next(fault)
    with pytest.raises(ChannelUnavailable) as caught:
        world.set(mug, 4, 5)
    assert not caught.value.sent


def test_a_missing_permission_is_named(world: World) -> None:
    world.shop.gate.scopes = frozenset({"shops_r", "listings_r"})
    world.secrets = dict(world.shop.access().secrets)
    world.restart()
    mug = world.shop.add_product("MUG", 5)
    with pytest.raises(ChannelSignedOut, match="listings_w"):
        world.set(mug, 4, 5)
    with pytest.raises(ChannelSignedOut, match="transactions_r"):
        world.channel.order("5")


# --- photos ----------------------------------------------------------------------------------------------------------


def test_photos_that_a_write_lost_are_put_back(world: World) -> None:
    tee = world.tee()
    photos = {(200, 1): 501, (200, 2): 502}
    world.shop.listing(tee).images = dict(photos)
    world.shop.edits.loses_photos = True
    assert world.set(f"{tee}/100:11,200:1", 3, 4).outcome is WriteOutcome.DONE
    assert world.shop.listing(tee).images == photos


def test_photos_are_looked_at_once(world: World) -> None:
    tee = world.tee()
    for before, after in ((4, 3), (3, 2)):
        world.set(f"{tee}/100:11,200:1", after, before)
    assert sum("variation-images" in asked for asked in world.wire.asked()) == 1


def test_a_write_does_not_wait_for_photos(world: World) -> None:
    tee = world.tee()
    world.shop.faults.fail_next(Fault.BROKEN, when=lambda request: "variation-images" in request.url.path)
    assert world.set(f"{tee}/100:11,200:1", 3, 4).outcome is WriteOutcome.DONE


def test_the_call_log_names_what_was_done_and_no_secrets(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    world.set(mug, 4, 5)
    world.channel.stock([mug])
    assert [(call.verb, call.target, call.outcome) for call in world.calls] == [
        ("read before writing", f"listing {mug}", "ok"),
        ("set stock", f"listing {mug}", "ok"),
        ("read stock", "1 listing", "ok"),
    ]
    text = json.dumps([str(call) for call in world.calls])
    assert not any(secret in text for secret in world.secrets.values())
