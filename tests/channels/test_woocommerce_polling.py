"""Polling a WooCommerce shop: nothing is lost in whole seconds, long pages, the bin or between two clocks."""

import json
import random
from datetime import timedelta

import pytest

from app.channels.woocommerce.polling import LEFT_OUT_MAX, OVERLAP, TRASH_EVERY
from app.errors import ChannelUnavailable
from app.simulator.faults import Fault
from tests.channels.woo_world import World, again, sold, world


@pytest.fixture
def found() -> World:
    return world()


@pytest.fixture
def mug(found: World) -> str:
    return found.shop.add_product("MUG", 10_000)


def test_an_idle_poll_is_one_call_and_stands_still(found: World) -> None:
    found.poll()
    before = found.cursor
    for _ in range(5):
        found.calls.clear()
        found.time.forward(60)
        assert [page.orders for page in found.poll()] == [()]
        assert len(found.calls) == 1
        assert found.calls[0].verb == "poll orders"
    assert found.cursor == before


def test_a_change_is_told_once_the_overlap_is_over_no_more(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 1)))
    assert found.heard() == {ref}
    found.time.forward(3600)
    second = sold(found.shop.sell((mug, 1)))
    assert second in found.heard()
    assert found.heard() == {second}


def test_saved_again_within_the_same_second(found: World, mug: str) -> None:
    """`modified_after` is exclusive and counts whole seconds: asking from the newest moment would lose this."""
    ref = sold(found.shop.sell((mug, 1), status="pending"))
    assert found.poll()[0].orders[0].status == "pending"
    found.shop.pay(ref)
    assert found.poll()[0].orders[0].status == "processing"


def test_a_change_that_shows_seconds_later(found: World, mug: str) -> None:
    """A slow host: the moment is taken when saving begins, the row is there only later."""
    sold(found.shop.sell((mug, 1)))
    late = found.shop.orders.pop(int(sold(found.shop.sell((mug, 1)))))
    found.time.forward(OVERLAP.total_seconds() / 2)
    sold(found.shop.sell((mug, 1)))
    found.poll()
    found.shop.orders[late.id] = late
    assert str(late.id) in found.heard()


@pytest.mark.parametrize("count", [99, 100, 101, 250, 301])
def test_many_orders_within_one_second(found: World, mug: str, count: int) -> None:
    refs = {sold(found.shop.sell((mug, 1))) for _ in range(count)}
    pages = found.poll()
    heard = [order.ref for page in pages for order in page.orders]
    assert set(heard) == refs
    assert len(heard) == count, "a row was read twice within one walk"
    assert found.heard() == refs, "and again, by the overlap"


def test_more_orders_within_one_second_than_can_be_named(found: World, mug: str) -> None:
    refs = {sold(found.shop.sell((mug, 1))) for _ in range(LEFT_OUT_MAX + 350)}
    assert found.heard() == refs
    assert max(len(call.target) for call in found.calls) < 100


def test_a_shop_that_ignores_exclude_is_still_read_to_the_end(found: World, mug: str) -> None:
    refs = {sold(found.shop.sell((mug, 1))) for _ in range(350)}
    real = found.shop.handle

    def handle(request: object) -> object:
        request.url = request.url.copy_remove_param("exclude")  # type: ignore[attr-defined]
        return real(request)  # type: ignore[arg-type]

    found.woo._api._http._client._transport.handler = handle  # type: ignore[attr-defined]
    assert found.heard() == refs


@pytest.mark.parametrize("seed", range(8))
def test_nothing_is_lost_while_orders_change_under_the_reader(seed: int) -> None:
    print("seed", seed)
    dice = random.Random(seed)
    found = world(seed)
    mug = found.shop.add_product("MUG", 100_000)
    known: dict[str, str] = {}
    refs = [sold(found.shop.sell((mug, 1), status="on-hold")) for _ in range(dice.randrange(150, 400))]
    for _ in range(60):
        page = found.woo.orders_changed(found.cursor)
        found.cursor = page.cursor
        known.update({order.ref: order.status for order in page.orders})
        for ref in dice.sample(refs, 20):
            found.shop.status(ref, dice.choice(["processing", "completed", "cancelled", "on-hold"]))
        if dice.random() < 0.3:
            found.time.forward(dice.choice([0.2, 1, 5]))
        if dice.random() < 0.5:
            refs.append(sold(found.shop.sell((mug, 1))))
    for page in found.poll():
        known.update({order.ref: order.status for order in page.orders})
    assert known == {ref: found.shop.order(ref).status for ref in refs}


def test_a_cursor_survives_a_failed_call(found: World, mug: str) -> None:
    refs = {sold(found.shop.sell((mug, 1))) for _ in range(250)}
    first = found.woo.orders_changed(found.cursor)
    found.shop.faults.fail_next(Fault.TIMEOUT_AFTER)
    with pytest.raises(ChannelUnavailable):
        found.woo.orders_changed(first.cursor)
    found.cursor = first.cursor
    assert found.heard() | {order.ref for order in first.orders} == refs


def test_orders_with_refunds_are_only_named(found: World, mug: str) -> None:
    plain, refunded = sold(found.shop.sell((mug, 2))), sold(found.shop.sell((mug, 2)))
    found.shop.refund(refunded, {found.shop.lines(refunded)[0]: 1})
    found.calls.clear()
    page = found.woo.orders_changed(found.cursor)
    assert [order.ref for order in page.orders] == [plain]
    assert page.incomplete == (refunded,)
    assert len(found.calls) == 1


@pytest.mark.parametrize("count", [1, 99, 100, 150, 250])
def test_orders_from_the_future_hide_nothing(found: World, mug: str, count: int) -> None:
    """An import, or a clock that was wrong: the walk must not go past what happens until then."""
    for _ in range(count):
        ref = sold(found.shop.sell((mug, 1)))
        found.shop.order(ref).modified = found.time() + timedelta(days=400)
    assert len(found.heard()) == count
    found.time.forward(3600)
    ref = sold(found.shop.sell((mug, 1)))
    assert ref in found.heard()


# --- the bin ---------------------------------------------------------------------------------------------------------


def test_the_bin_is_looked_at_every_ten_minutes(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.poll()
    found.time.forward(120)
    found.shop.trash(ref)
    found.poll()
    found.time.forward(TRASH_EVERY.total_seconds())
    found.calls.clear()
    pages = found.poll()
    assert [call.target.partition(" since")[0] for call in found.calls] == ["changed", "in the bin", "changed"]
    trashed = [order for order in pages[1].orders if order.ref == ref]
    assert [(order.status, order.ended) for order in trashed] == [("trash", True)]
    found.calls.clear()
    found.time.forward(60)
    found.poll()
    assert len(found.calls) == 1


def test_the_bin_waits_for_the_end_of_a_long_poll(found: World, mug: str) -> None:
    found.time.forward(TRASH_EVERY.total_seconds())
    refs = {sold(found.shop.sell((mug, 1))) for _ in range(250)}
    found.calls.clear()
    assert found.heard() == refs
    assert [call.target.partition(" since")[0] for call in found.calls] == [
        *["changed"] * 3,
        "in the bin",
        *["changed"] * 3,
    ]


def test_who_is_closed_before_the_bin_was_read_knows_of_every_order_at_the_end(found: World, mug: str) -> None:
    """The last page must know of what was sold while the program was closed: numbers are explained by it."""
    found.time.forward(TRASH_EVERY.total_seconds())
    found.cursor = found.woo.orders_changed(found.cursor).cursor
    found.time.forward(900)
    ref = sold(found.shop.sell((mug, 1)))
    assert found.heard() == {ref}


def test_a_full_bin(found: World, mug: str) -> None:
    refs = {sold(found.shop.sell((mug, 1))) for _ in range(230)}
    for ref in refs:
        found.shop.trash(ref)
    found.time.forward(TRASH_EVERY.total_seconds())
    assert found.heard() == refs


def test_out_of_the_bin_is_a_change(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.trash(ref)
    found.time.forward(TRASH_EVERY.total_seconds())
    found.poll()
    found.time.forward(120)
    found.shop.untrash(ref)
    assert ref in found.heard()


# --- clocks ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [-30, -5, 5, 30])
def test_another_clock_in_the_shop(minutes: int) -> None:
    found = world()
    mug = found.shop.add_product("MUG", 10)
    found.shop.clock = lambda: found.time() + timedelta(minutes=minutes)
    found.woo = again(found)  # one that has not yet heard what time it is there
    found.calls.clear()
    found.cursor = found.woo.first_cursor(found.time())
    found.woo.first_cursor(found.time())
    assert [call.verb for call in found.calls] == ["read the shop’s clock"]
    ref = sold(found.shop.sell((mug, 1)))
    assert ref in found.heard()


def test_a_clock_that_cannot_be_asked(found: World) -> None:
    """Better no cursor than one that misses orders."""
    found.shop.faults.down = True
    with pytest.raises(ChannelUnavailable):
        again(found).first_cursor(found.time())


def test_a_cursor_is_plain_text(found: World, mug: str) -> None:
    sold(found.shop.sell((mug, 1)))
    found.poll()
    assert json.loads(found.cursor)["orders"]["since"] == "2026-11-23T12:01:00"


# --- open orders -----------------------------------------------------------------------------------------------------


def _open(found: World) -> tuple[list[str], list[str]]:
    orders: list[str] = []
    incomplete: list[str] = []
    page = found.woo.orders_open(None)
    while True:
        orders += [order.ref for order in page.orders]
        incomplete += page.incomplete
        if not page.more:
            return orders, incomplete
        page = found.woo.orders_open(page.cursor)


def test_open_orders_of_any_age(found: World, mug: str) -> None:
    refs = {}
    for status in ("pending", "on-hold", "processing", "completed", "cancelled", "refunded", "failed"):
        found.time.forward(90 * 24 * 3600)
        refs[status] = sold(found.shop.sell((mug, 1), status="processing"))
        found.shop.status(refs[status], status)
    refs["glazed"] = sold(found.shop.sell((mug, 1)))
    found.shop.status(refs["glazed"], "glazed")
    refs["part"] = sold(found.shop.sell((mug, 2)))
    found.shop.refund(refs["part"], {found.shop.lines(refs["part"])[0]: 1})
    found.shop.trash(sold(found.shop.sell((mug, 1))))
    found.shop.hold_minutes = 0
    # The unpaid one has run out by now: WooCommerce cancelled it.
    orders, incomplete = _open(found)
    assert set(orders) == {refs[status] for status in ("on-hold", "processing", "glazed")}
    assert incomplete == [refs["part"]]


@pytest.mark.parametrize("count", [100, 330])
def test_many_open_orders(found: World, mug: str, count: int) -> None:
    refs = [sold(found.shop.sell((mug, 1))) for _ in range(count)]
    found.calls.clear()
    orders, _ = _open(found)
    assert sorted(orders) == sorted(refs)
    assert len(orders) == count
    assert len(found.calls) <= count // 100 + 2


def test_orders_that_leave_while_they_are_read(found: World, mug: str) -> None:
    refs = []
    for _ in range(240):
        refs.append(sold(found.shop.sell((mug, 1))))
        found.time.forward(0.5)
    page = found.woo.orders_open(found.woo.orders_open(None).cursor)
    for order in page.orders:
        found.shop.ship(order.ref)
    heard = {order.ref for order in page.orders}
    while page.more:
        page = found.woo.orders_open(page.cursor)
        heard |= {order.ref for order in page.orders}
    assert heard == set(refs)


def test_a_key_that_may_not_read_reports(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 1)))
    found.shop.routes._table = [row for row in found.shop.routes._table if "reports" not in row[1].pattern]
    assert _open(found) == ([ref], [])
