"""Reading orders: pages, cursors and orders too long for one page."""

import json
from datetime import timedelta

import httpx
import pytest

from app.channels.shopify import operations as op
from app.channels.shopify.reading import OVERLAP
from app.core.orders import Order
from app.errors import ChannelRefused, ChannelUnavailable
from app.simulator.shopify import Restock
from tests.channels.shopify_world import World

PAGE = op.ORDERS.first


@pytest.fixture
def world() -> World:
    return World()


def sell(world: World, mug: str, count: int = 1) -> list[str]:
    refs = [world.shop.sell((mug, 1)) for _ in range(count)]
    return [ref for ref in refs if ref is not None]


def refs(orders: list[Order]) -> list[str]:
    return [order.ref for order in orders]


def test_what_changed_is_told_once_it_changed_and_forgotten_after_the_overlap(world: World) -> None:
    mug = world.shop.add_product("MUG", 100)
    sell(world, mug)
    world.tick(hours=1)
    cursor = world.channel.first_cursor(world.now)
    assert world.poll(cursor)[0] == []
    [first] = sell(world, mug)
    orders, cursor, _ = world.poll(cursor)
    assert refs(orders) == [first]
    assert refs(world.poll(cursor)[0]) == [first], "within the overlap it is told again"
    world.tick(seconds=OVERLAP.total_seconds() + 60)
    orders, cursor, _ = world.poll(cursor)
    orders, cursor, _ = world.poll(cursor)
    assert orders == [], "a quiet shop is not read again and again"
    world.shop.ship(first)
    assert refs(world.poll(cursor)[0]) == [first]


def test_a_shop_that_does_not_tell_the_time_is_read_by_its_changes(world: World) -> None:
    """Not by our clock: it may be an hour ahead, and an hour of orders would never be seen."""
    bare = httpx.MockTransport(lambda request: _without_date(world.shop.handle(request)))
    world.channel = world.open(world.shop.access(), bare)
    mug = world.shop.add_product("MUG", 100)
    cursor = world.channel.first_cursor(world.now)
    [first] = sell(world, mug)
    world.tick(hours=1)
    orders, cursor, _ = world.poll(cursor)
    assert refs(orders) == [first]
    world.tick(hours=-1)
    second = sell(world, mug)
    assert refs(world.poll(cursor)[0]) == [first, *second]


def _without_date(response: httpx.Response) -> httpx.Response:
    del response.headers["Date"]
    return response


def test_a_change_that_the_search_finds_late_is_not_missed(world: World) -> None:
    mug = world.shop.add_product("MUG", 100)
    world.shop.search_lag = timedelta(minutes=8)
    cursor = world.channel.first_cursor(world.now)
    [late] = sell(world, mug)
    found = []
    for _ in range(15):
        world.tick(minutes=1)
        orders, cursor, _ = world.poll(cursor)
        found += refs(orders)
    assert late in found


def test_more_orders_than_a_page_holds_change_in_one_second(world: World) -> None:
    mug = world.shop.add_product("MUG", 200)
    cursor = world.channel.first_cursor(world.now)
    made = sell(world, mug, 3 * PAGE + 1)
    orders, _, pages = world.poll(cursor)
    assert sorted(refs(orders)) == sorted(made)
    assert pages == 4


def test_orders_that_change_during_the_walk_are_seen(world: World) -> None:
    mug = world.shop.add_product("MUG", 200)
    cursor = world.channel.first_cursor(world.now)
    made = sell(world, mug, PAGE + 3)
    page = world.channel.orders_changed(cursor)
    assert page.more
    world.tick()
    world.shop.ship(made[0])  # it was on the page just read, and is now behind the last
    rest, _, _ = world.poll(page.cursor)
    assert made[0] in refs(rest)
    assert {*refs(list(page.orders)), *refs(rest)} == set(made)


def test_a_walk_goes_on_after_a_restart_where_it_stopped(world: World) -> None:
    mug = world.shop.add_product("MUG", 200)
    made = sell(world, mug, PAGE + 3)
    page = world.channel.orders_changed(world.channel.first_cursor(world.now))
    world.channel = world.open(world.shop.access())
    rest, _, _ = world.poll(page.cursor)
    assert len(rest) == 3
    assert {*refs(list(page.orders)), *refs(rest)} == set(made)


def test_a_page_mark_that_shopify_forgot_starts_again_where_it_stood(world: World) -> None:
    mug = world.shop.add_product("MUG", 200)
    made = sell(world, mug, PAGE)
    world.tick()
    made += sell(world, mug, 3)
    page = world.channel.orders_changed(world.channel.first_cursor(world.now))
    marks = json.loads(page.cursor)
    marks["after"] = "forgotten!"
    rest, _, _ = world.poll(json.dumps(marks))
    assert {*refs(list(page.orders)), *refs(rest)} == set(made)


def test_a_cursor_that_is_none_is_refused(world: World) -> None:
    with pytest.raises(ChannelRefused, match="stopped reading"):
        world.channel.orders_changed("yesterday")


def test_a_long_order_is_read_whole(world: World) -> None:
    items = [(world.shop.add_product(f"MUG-{row}", 5), row % 3 + 1) for row in range(60)]
    cursor = world.channel.first_cursor(world.now)
    ref = world.shop.sell(*items)
    assert ref is not None
    page = world.channel.orders_changed(cursor)
    assert (page.orders, page.incomplete) == ((), (ref,)), "half an order is never booked"
    order = world.order(ref)
    assert [(line.listing, line.open) for line in order.lines] == items


def test_an_order_longer_than_any_page_is_read_whole(world: World) -> None:
    items = [(world.shop.add_product(f"MUG-{row}", 5), 1) for row in range(op.ORDER.first + op.ORDER_LINES.first + 7)]
    ref = world.shop.sell(*items)
    assert ref is not None
    assert [line.listing for line in world.order(ref).lines] == [item for item, _ in items]


def test_an_order_with_many_refunds_is_read_whole(world: World) -> None:
    """Three pages of refunds, and one refund of three pages of lines."""
    mug = world.shop.add_product("MUG", 100)
    others = [(world.shop.add_product(f"CUP-{row}", 5), 1) for row in range(60)]
    cursor = world.channel.first_cursor(world.now)
    ref = world.shop.sell((mug, 40), *others)
    assert ref is not None
    first, *rest = world.shop.lines(ref)
    world.shop.refund(ref, dict.fromkeys(rest, 1), restock=Restock.CANCEL)
    for _ in range(2 * op.ORDER_REFUNDS_READ + 3):
        world.shop.refund(ref, {first: 1}, restock=Restock.CANCEL)
    assert world.channel.orders_changed(cursor).incomplete == (ref,)
    order = world.order(ref)
    assert [line.open for line in order.lines] == [17] + [0] * 60
    assert [line.taken for line in order.lines] == [17] + [0] * 60
    assert all(not line.withheld for line in order.lines)


def test_an_order_with_more_refunds_than_can_be_asked_for_is_not_half_read(world: World) -> None:
    mug = world.shop.add_product("MUG", 300)
    ref = world.shop.sell((mug, 300))
    assert ref is not None
    [line] = world.shop.lines(ref)
    for _ in range(op.ORDER_REFUNDS.first - 1):
        world.shop.refund(ref, {line: 1})
    world.shop.points = world.shop.bucket_size = 1e6  # reading 249 refunds one by one takes many
    assert world.line(ref).open == 51
    world.shop.refund(ref, {line: 1})
    with pytest.raises(ChannelRefused, match="more refunds than Plimsoll can read"):
        world.channel.order(ref)


@pytest.mark.parametrize(
    ("lines", "refunds", "refunded", "complete"),
    [(12, 0, 0, True), (13, 0, 0, False), (1, 1, 1, True), (1, 2, 1, False), (6, 1, 6, True), (7, 1, 7, False)],
)
def test_only_an_order_that_fits_on_the_page_is_told_at_once(
    world: World, lines: int, refunds: int, refunded: int, complete: bool
) -> None:
    items = [(world.shop.add_product(f"MUG-{row}", 9), 3) for row in range(lines)]
    cursor = world.channel.first_cursor(world.now)
    ref = world.shop.sell(*items)
    assert ref is not None
    for _ in range(refunds):
        world.shop.refund(ref, dict.fromkeys(world.shop.lines(ref)[:refunded], 1))
    page = world.channel.orders_changed(cursor)
    assert [order.ref for order in page.orders] == ([ref] if complete else [])
    assert page.incomplete == (() if complete else (ref,))
    if complete:
        assert page.orders[0] == world.order(ref)


def test_an_order_that_changes_while_it_is_read_is_read_again_later(world: World) -> None:
    items = [(world.shop.add_product(f"MUG-{row}", 5), 1) for row in range(op.ORDER.first + 1)]
    ref = world.shop.sell(*items)
    assert ref is not None

    def meddle(request: httpx.Request) -> httpx.Response:
        if b"PlimsollOrderLines" in request.content:
            world.tick()
            world.shop.ship(ref)
        return world.shop.handle(request)

    world.channel = world.open(world.shop.access(), httpx.MockTransport(meddle))
    with pytest.raises(ChannelUnavailable, match="changed while"):
        world.channel.order(ref)


def test_open_orders_are_those_that_hold_stock(world: World) -> None:
    mug = world.shop.add_product("MUG", 200)
    [old] = sell(world, mug)
    world.tick(days=61)
    waiting, sent, gone, archived, kept_out = sell(world, mug, 5)
    world.shop.ship(sent)
    world.shop.cancel(gone)
    world.shop.archive(archived)
    world.shop.refund(kept_out, {world.shop.lines(kept_out)[0]: 1}, restock=False)
    page = world.channel.orders_open(None)
    assert [order.ref for order in page.orders] == [waiting, kept_out]
    assert old not in [order.ref for order in page.orders]
    assert not page.more


def test_open_orders_go_on_page_after_page(world: World) -> None:
    mug = world.shop.add_product("MUG", 200)
    made = sell(world, mug, 2 * PAGE + 1)
    found: list[str] = []
    page = world.channel.orders_open(None)
    found += [order.ref for order in page.orders]
    while page.more:
        page = world.channel.orders_open(page.cursor)
        found += [order.ref for order in page.orders]
    assert found == made


def test_a_page_that_is_too_costly_is_asked_smaller(world: World) -> None:
    mug = world.shop.add_product("MUG", 200)
    cursor = world.channel.first_cursor(world.now)
    made = sell(world, mug, PAGE)
    world.shop.cost_max = 300
    orders, cursor, pages = world.poll(cursor)
    assert sorted(refs(orders)) == sorted(made)
    assert pages == 4, "3 orders on a page: 12, refused, 6, refused, 3"
    sizes = [body["variables"]["first"] for body in world.wire.sent if body["operationName"] == "PlimsollOrders"]
    assert sizes == [12, 6, 3, 3, 3, 3], "and it remembers"
    world.shop.cost_max = 50
    with pytest.raises(ChannelRefused, match="refused the request"):
        world.poll(cursor)
