"""Listings, reading and writing numbers, pausing: the connector against a simulated WooCommerce."""

import json
from collections.abc import Callable

import httpx
import pytest

from app.channels.woocommerce.stock import EMPTY, IGNORED, SHARED, UNMANAGED
from app.channels.woocommerce.wire import MOST, minor, whole
from app.core.channel import Reading, WriteOutcome, WriteResult
from app.errors import ChannelError, ChannelRefused, ChannelSignedOut, ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.woo_world import World, again, answer_of, body, paths, scripted, sold, stock_write, world


@pytest.fixture
def found() -> World:
    return world(currency="EUR")


@pytest.fixture
def mug(found: World) -> str:
    return found.shop.add_product("MUG", 10)


def is_write(request: httpx.Request) -> bool:
    return request.method != "GET"


def is_read(request: httpx.Request) -> bool:
    return request.method == "GET"


# --- listings --------------------------------------------------------------------------------------------------------


def test_every_kind_of_listing(found: World) -> None:
    shop = found.shop
    mug = shop.add_product("MUG", 10, title="Mug &amp; saucer", barcode="4006381333931", price="12.5")
    blue = shop.add_product("BLUE", None)
    draft = shop.add_product("DRAFT", 3, status="draft", backorders="notify")
    tee = shop.add_variable("TEE", title="Tee")
    small = shop.add_variation(tee, "S", "TEE-S", 5)
    loose = shop.add_variation(shop.add_variable("CAP", title="Cap"), "Red", "CAP-RED")
    poster = shop.add_variable("POSTER", 7, title="Poster")
    matt = shop.add_variation(poster, "Matt", "POSTER-MATT")
    shop.add_product("SET", None, kind="grouped")
    shop.add_product("ELSEWHERE", None, kind="external")
    listings = {one.ref: one for one in found.listings()}
    assert set(listings) == {mug, blue, draft, small, loose, poster, matt}
    assert (listings[mug].title, listings[mug].barcode, listings[mug].price_minor, listings[mug].currency) == (
        *("Mug & saucer", "4006381333931", 1250, "EUR"),
    )
    assert listings[mug].url == "https://woo.example/product/mug-&amp;-saucer/"
    assert (listings[blue].quantity, listings[blue].counted) == (None, False)
    assert (listings[draft].active, listings[draft].oversells) == (False, True)
    assert (listings[small].title, listings[small].batch, listings[small].stock_of) == ("Tee - S", tee, None)
    assert (listings[loose].quantity, listings[loose].counted, listings[loose].oversells) == (None, False, False)
    assert (listings[poster].quantity, listings[poster].batch, listings[poster].counted) == (7, "", True)
    assert (listings[matt].quantity, listings[matt].stock_of, listings[matt].batch) == (7, poster, poster)


def test_a_hidden_product_hides_its_variations(found: World) -> None:
    tee = found.shop.add_variable("TEE")
    small = found.shop.add_variation(tee, "S", "TEE-S", 5)
    found.shop.set_product_status(tee, "draft")
    assert {one.ref: one.active for one in found.listings()} == {small: False}


@pytest.mark.parametrize("everything_in_one_list", [True, False])
def test_two_hundred_and_fifty_products_and_as_many_variations(found: World, *, everything_in_one_list: bool) -> None:
    found.shop.routes.lists_variations = everything_in_one_list
    refs = {found.shop.add_product(f"P{number}", number) for number in range(250)}
    tee, cap = found.shop.add_variable("TEE", title="Tee"), found.shop.add_variable("CAP", title="Cap")
    for number in range(125):
        refs.add(found.shop.add_variation(tee, f"{number}", f"TEE-{number}", number))
        refs.add(found.shop.add_variation(cap, f"{number}", f"CAP-{number}", number))
    listings = found.listings()
    assert {one.ref for one in listings} == refs
    assert len(listings) == 500
    assert {one.title for one in listings if one.ref.startswith(f"{cap}/")} == {f"Cap - {n}" for n in range(125)}


def test_variations_that_do_not_name_their_product() -> None:
    """Before it listed all variations, WooCommerce answered the ones of a product without saying of which."""
    rows = [
        {key: value for key, value in row.items() if key not in ("parent_id", "name")}
        for row in body("variations_list")
    ]
    woo, script, _ = scripted(answer_of("products_list"), httpx.Response(200, json=rows))
    found = woo.listings("product/1/1")
    assert [(one.ref, one.title) for one in found.listings] == [("18/17", "Poster - M"), ("18/16", "Poster - S")]
    assert found.next == "product/2/1"
    assert script.asked[0].url.params["type"] == "variable"


def test_a_shop_without_anything(found: World) -> None:
    assert found.listings() == []
    found.shop.routes.lists_variations = False
    assert found.listings() == []


@pytest.mark.parametrize(
    ("price", "currency", "expected"),
    [
        *(("12.00", "EUR", 1200), ("9", "USD", 900), ("1500", "JPY", 1500), ("1.234", "KWD", 1234)),
        *(("", "EUR", None), (None, "EUR", None), ("9", "", None), ("on request", "EUR", None), (12.5, "EUR", 1250)),
        *(("1e30", "EUR", None), ("1E+999999", "EUR", None)),
    ],
)
def test_prices(price: str | float | None, currency: str, expected: int | None) -> None:
    assert minor(price, currency) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        *((3, 3), (-2, -2), ("4", 4), (2.9, 2), (-0.5, -1), ("", None), (None, None), ("many", None), ("nan", None)),
        *((99999999999999999999, MOST), ("-1e30", -MOST), ("1e999", None)),  # SQLite keeps 64 bits
    ],
)
def test_numbers_in_any_form(value: float | str | None, expected: int | None) -> None:
    assert whole(value) == expected


# --- reading ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("everything_in_one_list", [True, False])
def test_reading_many_at_once(found: World, mug: str, *, everything_in_one_list: bool) -> None:
    found.shop.routes.lists_variations = everything_in_one_list
    blue = found.shop.add_product("BLUE", None)
    tee, cap = found.shop.add_variable("TEE"), found.shop.add_variable("CAP")
    small, red = found.shop.add_variation(tee, "S", "TEE-S", 5), found.shop.add_variation(cap, "Red", "CAP-RED", 2)
    poster = found.shop.add_variable("POSTER", 7)
    matt = found.shop.add_variation(poster, "Matt", "POSTER-MATT")
    found.shop.set_product_status(mug, "private")
    found.calls.clear()
    refs = [red, mug, blue, small, poster, matt, "9999", f"{tee}/9999", "9998/9999", mug]
    assert found.woo.stock(refs) == [
        *(Reading(ref=red, quantity=2), Reading(ref=mug, quantity=10, active=False), Reading(ref=blue, quantity=None)),
        *(Reading(ref=small, quantity=5), Reading(ref=poster, quantity=7), Reading(ref=matt, quantity=None)),
        *(Reading(ref=ref, quantity=None, gone=True) for ref in ("9999", f"{tee}/9999", "9998/9999")),
        Reading(ref=mug, quantity=10, active=False),
    ]
    assert len(found.calls) == (2 if everything_in_one_list else 6)


def test_a_hundred_at_once_is_one_call(found: World) -> None:
    refs = [found.shop.add_product(f"P{number}", number) for number in range(100)]
    found.calls.clear()
    assert [reading.quantity for reading in found.woo.stock(refs)] == list(range(100))
    assert len(found.calls) == 1
    assert found.calls[0].target == "100 listings"


def test_in_the_bin_is_gone(found: World, mug: str) -> None:
    found.shop.set_product_status(mug, "trash")
    assert found.reading(mug).gone


def test_a_shop_that_is_switched_off_has_no_listing_gone(found: World, mug: str) -> None:
    tee = found.shop.add_variable("TEE")
    small = found.shop.add_variation(tee, "S", "TEE-S", 5)
    found.shop.woo_active = False
    for ref in (mug, small):
        with pytest.raises(ChannelUnavailable):
            found.reading(ref)


# --- writing ---------------------------------------------------------------------------------------------------------


def test_a_write_is_read_delta_compare(found: World, mug: str) -> None:
    found.calls.clear()
    assert found.write(mug, 4, 10) == WriteResult(ref=mug, outcome=WriteOutcome.DONE, seen=4)
    assert found.shop.quantity(mug) == 4
    assert [(call.verb, call.target, call.outcome) for call in found.calls] == [
        ("read before writing", "1 listing", "ok"),
        ("set stock", "1 listing", "ok"),
    ]


def test_a_sale_that_we_have_not_heard_of_stays_taken_off(found: World, mug: str) -> None:
    sold(found.shop.sell((mug, 3)))
    result = found.write(mug, 5, 10)
    assert (result.outcome, result.seen, result.explained) == (WriteOutcome.DONE, 2, None)
    assert found.shop.quantity(mug) == 2


def test_never_below_zero_because_of_us(found: World, mug: str) -> None:
    found.shop.set_stock(mug, 1)
    result = found.write(mug, 0, 3)
    assert (result.outcome, result.seen, result.explained) == (WriteOutcome.DONE, 0, 2)
    assert found.shop.quantity(mug) == 0
    found.calls.clear()
    result = found.write(mug, 0, 3)
    assert (result.outcome, result.seen, result.explained) == (WriteOutcome.DONE, 0, 3)
    assert len(found.calls) == 1, "there was nothing to write"


def test_below_zero_already(found: World, mug: str) -> None:
    found.shop.set_stock(mug, -3)
    assert found.write(mug, 0, 2).seen == -3
    assert found.write(mug, 2, 0).seen == -1
    assert found.shop.quantity(mug) == -1


def test_nothing_to_move_is_nothing_written(found: World, mug: str) -> None:
    found.calls.clear()
    found.shop.set_stock(mug, 8)
    assert found.write(mug, 10, 10) == WriteResult(ref=mug, outcome=WriteOutcome.DONE, seen=8)
    assert len(found.calls) == 1


def test_a_write_of_unknown_fate_is_never_sent_again(found: World, mug: str) -> None:
    found.shop.faults.fail_next(Fault.TIMEOUT_AFTER, when=is_write)
    assert found.write(mug, 7, 10).outcome is WriteOutcome.UNKNOWN
    assert found.shop.quantity(mug) == 7
    result = found.write(mug, 7, 10, repeated=True)
    assert (result.outcome, result.seen) == (WriteOutcome.STALE, 7)
    assert found.shop.quantity(mug) == 7


def test_one_batch_with_every_ending(found: World, mug: str) -> None:
    blue, gone = found.shop.add_product("BLUE", None), "9999"
    bowl, cup = found.shop.add_product("BOWL", 5), found.shop.add_product("CUP", 5)
    writes = [
        stock_write(gone, 1, 0),
        stock_write(mug, 12, 10),
        stock_write(blue, 1, 0),
        stock_write(bowl, 5, 5),
        stock_write(cup, 4, 6, repeated=True),
    ]
    assert [(one.ref, one.outcome, one.seen) for one in found.woo.set_stock(writes)] == [
        (gone, WriteOutcome.GONE, None),
        (mug, WriteOutcome.DONE, 12),
        (blue, WriteOutcome.REFUSED, None),
        (bowl, WriteOutcome.DONE, 5),
        (cup, WriteOutcome.STALE, 5),
    ]
    assert found.shop.quantity(blue) is None


@pytest.mark.parametrize("everything_in_one_list", [True, False])
def test_variations_of_one_product(found: World, *, everything_in_one_list: bool) -> None:
    found.shop.routes.lists_variations = everything_in_one_list
    tee = found.shop.add_variable("TEE")
    small, large = found.shop.add_variation(tee, "S", "TEE-S", 5), found.shop.add_variation(tee, "L", "TEE-L", 1)
    results = found.woo.set_stock([stock_write(small, 2, 5), stock_write(large, 3, 1)])
    assert [one.seen for one in results] == [2, 3]
    assert (found.shop.quantity(small), found.shop.quantity(large)) == (2, 3)


def test_a_number_that_the_product_keeps(found: World) -> None:
    poster = found.shop.add_variable("POSTER", 7)
    matt = found.shop.add_variation(poster, "Matt", "POSTER-MATT")
    result = found.write(matt, 3, 7)
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, SHARED)
    assert found.shop.quantity(poster) == 7
    assert found.write(poster, 3, 7).seen == 3
    assert found.shop.quantity(matt) == 3


def test_without_a_number_nothing_is_written(found: World, mug: str) -> None:
    found.shop.unmanage(mug)
    result = found.write(mug, 3, 10)
    assert (result.outcome, result.words) == (WriteOutcome.REFUSED, UNMANAGED)
    found.shop.item(mug).managed = True
    assert found.write(mug, 3, 10).words == EMPTY
    assert found.shop.quantity(mug) is None


def test_switched_off_while_we_write(found: World, mug: str) -> None:
    _just(found, "before", lambda: found.shop.unmanage(mug))
    assert found.write(mug, 3, 10).words == UNMANAGED


def test_deleted_while_we_write(found: World, mug: str) -> None:
    _just(found, "before", lambda: found.shop.delete_product(mug))
    assert found.write(mug, 3, 10).outcome is WriteOutcome.GONE


def test_what_happens_after_the_write_is_left_to_the_next_look(found: World, mug: str) -> None:
    assert found.woo.info.look_again_s is not None
    _just(found, "after", lambda: found.shop.delete_product(mug))
    assert found.write(mug, 3, 10).outcome is WriteOutcome.DONE
    assert found.reading(mug).gone


def test_an_odd_answer_is_read_again_at_once(found: World, mug: str) -> None:
    _just(found, "before", lambda: sold(found.shop.sell((mug, 1))))
    found.calls.clear()
    assert found.write(mug, 4, 10).seen == 3
    assert [call.verb for call in found.calls] == ["read before writing", "set stock", "read after writing"]


def test_sold_while_we_write(found: World, mug: str) -> None:
    _just(found, "before", lambda: sold(found.shop.sell((mug, 1))))
    result = found.write(mug, 3, 10)
    assert (result.outcome, result.seen) == (WriteOutcome.DONE, 2)


def test_sold_as_many_as_we_put_up(found: World, mug: str) -> None:
    """The number did not move, and yet it was written: a sale of as many pieces came in between."""
    _just(found, "before", lambda: sold(found.shop.sell((mug, 2))))
    result = found.write(mug, 12, 10)
    assert (result.outcome, result.seen) == (WriteOutcome.DONE, 10)


def _just(found: World, moment: str, act: Callable[[], object]) -> None:
    """Something happens in the shop just before or after our write gets there."""
    real = found.shop.handle

    def handle(request: httpx.Request) -> httpx.Response:
        if not is_write(request):
            return real(request)
        if moment == "before":
            act()
        answer = real(request)
        if moment == "after":
            act()
        return answer

    found.woo._api._http._client._transport.handler = handle  # type: ignore[attr-defined]


def test_a_shop_that_does_not_listen() -> None:
    """Some plugin drops the number, and WooCommerce answers 200 with the old one."""
    row = {"id": 13, "manage_stock": True, "stock_quantity": 10, "status": "publish"}
    answers = [
        httpx.Response(200, json=[row]),
        httpx.Response(200, json={"update": [row]}),
        httpx.Response(200, json=[row]),
    ]
    woo, _, _ = scripted(*answers)
    assert woo.set_stock([stock_write("13", 3, 10)]) == [
        WriteResult(ref="13", outcome=WriteOutcome.REFUSED, seen=10, words=IGNORED)
    ]


def test_an_answer_that_leaves_a_row_out() -> None:
    row = {"id": 13, "manage_stock": True, "stock_quantity": 10, "status": "publish"}
    woo, script, _ = scripted(httpx.Response(200, json=[row]), httpx.Response(200, json={"update": []}))
    assert woo.set_stock([stock_write("13", 3, 10)])[0].outcome is WriteOutcome.UNKNOWN
    assert len(script.asked) == 2


def test_the_second_reading_may_fail(found: World, mug: str) -> None:
    found.shop.faults.fail_next(None, Fault.TIMEOUT_BEFORE, when=is_read)
    assert found.write(mug, 3, 10) == WriteResult(ref=mug, outcome=WriteOutcome.DONE, seen=3)


@pytest.mark.parametrize(
    "fault", [Fault.TIMEOUT_BEFORE, Fault.LOST_AFTER, Fault.BROKEN, Fault.GARBAGE, Fault.THROTTLED]
)
def test_a_first_reading_that_fails_wrote_nothing(found: World, mug: str, fault: Fault) -> None:
    found.shop.faults.fail_next(fault)
    with pytest.raises(ChannelUnavailable) as caught:
        found.write(mug, 3, 10)
    assert not caught.value.sent
    assert found.shop.quantity(mug) == 10


@pytest.mark.parametrize(
    ("fault", "left"),
    [
        *((Fault.TIMEOUT_BEFORE, 10), (Fault.TIMEOUT_AFTER, 3), (Fault.LOST_BEFORE, 10), (Fault.LOST_AFTER, 3)),
        *((Fault.BROKEN, 10), (Fault.BROKEN_AFTER, 3), (Fault.GARBAGE, 10), (Fault.TRUNCATED, 3)),
    ],
)
def test_after_the_write_was_sent_nobody_knows(found: World, mug: str, fault: Fault, left: int) -> None:
    bowl = found.shop.add_product("BOWL", 5)
    found.shop.faults.fail_next(fault, when=is_write)
    results = found.woo.set_stock([stock_write(mug, 3, 10), stock_write(bowl, 5, 5), stock_write("999", 1, 0)])
    outcomes = [one.outcome for one in results]
    assert outcomes == [WriteOutcome.UNKNOWN, WriteOutcome.DONE, WriteOutcome.GONE]
    assert results[0].words
    assert found.shop.quantity(mug) == left


@pytest.mark.parametrize("fault", [Fault.UNREACHABLE, Fault.THROTTLED])
def test_a_write_that_certainly_did_not_arrive(found: World, mug: str, fault: Fault) -> None:
    found.shop.faults.retry_after_s = 7
    found.shop.faults.fail_next(fault, when=is_write)
    with pytest.raises(ChannelUnavailable) as caught:
        found.write(mug, 3, 10)
    assert not caught.value.sent
    assert caught.value.retry_after == (7 if fault is Fault.THROTTLED else None)
    assert found.shop.quantity(mug) == 10


@pytest.mark.parametrize("status", [403, 404, 405, 406])
def test_a_firewall_that_turns_writes_away(status: int) -> None:
    page = httpx.Response(status, headers={"Content-Type": "text/html"}, content=b"<h1>Blocked</h1>")
    woo, _, _ = scripted(answer_of("products_list"), page)
    with pytest.raises(ChannelUnavailable) as caught:
        woo.set_stock([stock_write("13", 3, 10)])
    assert not caught.value.sent
    assert "Blocked" in caught.value.words


def test_a_key_that_may_only_read(found: World, mug: str) -> None:
    found.shop.gate.permission = "read"
    with pytest.raises(ChannelSignedOut) as caught:
        found.write(mug, 3, 10)
    assert "may only read" in str(caught.value.title)
    assert found.shop.quantity(mug) == 10


def test_a_hundred_writes_are_two_calls() -> None:
    found = world()
    refs = [found.shop.add_product(f"P{number}", 5) for number in range(100)]
    found.calls.clear()
    results = found.woo.set_stock([stock_write(ref, 6, 5) for ref in refs])
    assert {one.outcome for one in results} == {WriteOutcome.DONE}
    assert [one.ref for one in results] == refs
    assert [call.target for call in found.calls] == ["100 listings"] * 2


def test_a_write_holds_a_delta_and_nothing_else() -> None:
    woo, script, _ = scripted(answer_of("products_list"), answer_of("products_batch_mixed"), answer_of("products_list"))
    woo.set_stock([stock_write("13", 3, 10)])
    assert json.loads(script.asked[1].content) == {"update": [{"id": 13, "inventory_delta": -7}]}
    assert paths(script) == [
        "GET /wp-json/wc/v3/products",
        "POST /wp-json/wc/v3/products/batch",
        "GET /wp-json/wc/v3/products",
    ]


# --- pausing ---------------------------------------------------------------------------------------------------------


def test_pausing_stops_the_sale_and_resuming_puts_back_what_was(found: World, mug: str) -> None:
    memo = found.woo.pause(mug)
    assert memo == "publish"
    assert found.shop.sell((mug, 1)) is None
    assert not found.reading(mug).active
    found.woo.resume(mug, memo)
    assert found.shop.item(mug).status == "publish"
    assert sold(found.shop.sell((mug, 1)))


def test_pausing_a_variation(found: World) -> None:
    tee = found.shop.add_variable("TEE")
    small, large = found.shop.add_variation(tee, "S", "TEE-S", 5), found.shop.add_variation(tee, "L", "TEE-L", 5)
    memo = found.woo.pause(small)
    assert (found.shop.sell((small, 1)), found.shop.sell((large, 1)) is None) == (None, False)
    found.woo.resume(small, memo)
    assert sold(found.shop.sell((small, 1)))


@pytest.mark.parametrize("status", ["draft", "private", "pending"])
def test_what_was_off_sale_before_stays_so(found: World, mug: str, status: str) -> None:
    found.shop.set_product_status(mug, status)
    memo = found.woo.pause(mug)
    assert (memo, found.shop.item(mug).status) == (status, status)
    found.woo.resume(mug, memo)
    assert found.shop.item(mug).status == status


@pytest.mark.parametrize("fault", [Fault.TIMEOUT_AFTER, Fault.BROKEN_AFTER, Fault.TRUNCATED])
def test_a_pause_whose_answer_was_lost_does_not_forget_what_was(found: World, mug: str, fault: Fault) -> None:
    found.shop.faults.fail_next(fault, when=is_write)
    assert found.woo.pause(mug) == "publish"
    assert found.shop.item(mug).status == "private"


@pytest.mark.parametrize("fault", [Fault.TIMEOUT_BEFORE, Fault.UNREACHABLE, Fault.BROKEN])
def test_a_pause_that_did_not_happen(found: World, mug: str, fault: Fault) -> None:
    found.shop.faults.fail_next(fault, when=is_write)
    with pytest.raises(ChannelUnavailable):
        found.woo.pause(mug)
    assert found.shop.item(mug).status == "publish"


def test_pausing_what_is_gone(found: World, mug: str) -> None:
    found.shop.delete_product(mug)
    act: list[Callable[[], object]] = [lambda: found.woo.pause(mug), lambda: found.woo.resume(mug, "publish")]
    for one in act:
        with pytest.raises(ChannelRefused):
            one()


def test_a_pause_that_the_shop_ignores() -> None:
    woo, _, _ = scripted(answer_of("products_list"), answer_of("product_put_inventory_delta"))
    with pytest.raises(ChannelError) as caught:
        woo.pause("13")
    assert "said yes" in str(caught.value.title)


def test_what_a_plugin_s_status_was_stays_so(found: World, mug: str) -> None:
    """It was off sale in a way of a plugin's: pausing changed nothing, so resuming has nothing to put back."""
    found.shop.set_product_status(mug, "discontinued")
    memo = found.woo.pause(mug)
    found.woo.resume(mug, memo)
    assert found.shop.item(mug).status == "discontinued"
    found.shop.set_product_status(mug, "private")
    with pytest.raises(ChannelRefused, match="how this listing was"):
        found.woo.resume(mug, memo)
    assert found.shop.item(mug).status == "private"


def test_a_write_carries_stock_and_nothing_else(found: World, mug: str) -> None:
    """A price or a name that was changed meanwhile is never touched."""
    sent: list[dict[str, object]] = []
    real = found.shop.handle

    def handle(request: httpx.Request) -> httpx.Response:
        if request.method != "GET":
            sent.append(json.loads(request.content))
            found.shop.item(mug).name, found.shop.item(mug).price = "Another name", "99.00"
        return real(request)

    found.shop.handle = handle  # type: ignore[method-assign]
    found.woo = again(found)
    found.write(mug, 2, found.shop.quantity(mug) or 0)
    rows = [row for body in sent for row in body.get("update", [body])]  # type: ignore[attr-defined]
    assert rows
    assert all(set(row) <= {"id", "inventory_delta", "stock_quantity"} for row in rows)
    assert (found.shop.item(mug).name, found.shop.item(mug).price) == ("Another name", "99.00")
    assert found.shop.quantity(mug) == 2
