"""The life of orders in a WooCommerce shop, as the connector tells it."""

from collections.abc import Callable

import pytest

from app.channels.woocommerce.orders import STATES, needs_refunds, read_order, state_of
from app.channels.woocommerce.wire import LONG_AGO, WireLine, WireMeta, WireOrder, WireRefundId
from app.core.orders import Order, OrderLine
from app.errors import ChannelUnavailable
from tests.channels.woo_world import NOW, World, answer_of, scripted, sold, world


def pieces(line: OrderLine) -> dict[str, int | None]:
    """Only what is not nought."""
    numbers = {name: getattr(line, name) for name in ("open", "shipped", "returned", "may_return", "withheld", "taken")}
    return {name: number for name, number in numbers.items() if number != 0}


def only(order: Order) -> dict[str, int | None]:
    assert len(order.lines) == 1
    return pieces(order.lines[0])


@pytest.fixture
def found() -> World:
    return world()


@pytest.fixture
def mug(found: World) -> str:
    return found.shop.add_product("MUG", 10)


def test_a_sale(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    order = found.order(ref)
    assert (order.ref, order.number, order.status, order.ended) == (ref, ref, "processing", False)
    assert order.placed_at == order.updated_at == found.time()
    assert order.url == f"https://woo.example/wp-admin/post.php?post={ref}&action=edit"
    line = order.lines[0]
    assert (line.listing, line.sku, line.title) == (mug, "MUG", "Mug")
    assert only(order) == {"open": 2, "taken": 2}
    assert found.shop.quantity(mug) == 8


def test_paid_late(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2), status="pending"))
    assert only(found.order(ref)) == {"open": 2}
    assert found.order(ref).lines[0].untaken(ended=False) == 2
    found.shop.pay(ref)
    assert only(found.order(ref)) == {"open": 2, "taken": 2}


def test_by_bank_transfer(found: World, mug: str) -> None:
    assert only(found.order(found.shop.sell((mug, 1), status="on-hold"))) == {"open": 1, "taken": 1}


def test_shipped(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.ship(ref)
    assert only(found.order(ref)) == {"shipped": 2, "taken": 2}
    assert found.order(ref).ended


def test_cancelled_once(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    for _ in range(2):
        found.shop.cancel(ref)
        assert only(found.order(ref)) == {"shipped": None}
        assert found.order(ref).ended
        assert found.shop.quantity(mug) == 10
    found.shop.status(ref, "processing")
    assert only(found.order(ref)) == {"open": 2, "taken": 2}
    assert not found.order(ref).ended


def test_cancelled_after_it_was_completed(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.ship(ref)
    found.shop.cancel(ref)
    assert found.shop.quantity(mug) == 10, "WooCommerce puts them back on sale and asks nobody"
    assert only(found.order(ref)) == {"shipped": 2, "returned": 2}
    found.shop.trash(ref)
    assert only(found.order(ref)) == {"shipped": 2, "returned": 2}, "the seller may still be asked"
    found.shop.untrash(ref)
    found.shop.status(ref, "processing")
    assert only(found.order(ref)) == {"open": 2, "taken": 2}


def test_what_was_refunded_before_sending_did_not_leave_and_does_not_come_back(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 3)))
    found.shop.refund(ref, {found.shop.lines(ref)[0]: 1}, restock=True)
    found.time.forward(5)
    found.shop.ship(ref)
    assert only(found.order(ref)) == {"shipped": 2, "taken": 2}
    found.shop.cancel(ref)
    assert only(found.order(ref)) == {"shipped": 2, "returned": 2}


def test_a_completed_order_in_the_bin_is_not_cancelled(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.ship(ref)
    found.shop.trash(ref)
    assert only(found.order(ref)) == {"shipped": None, "taken": 2}


@pytest.mark.parametrize(("status", "taken", "left"), [("failed", 0, 10), ("refunded", 2, 8)])
def test_ended_otherwise(found: World, mug: str, status: str, taken: int, left: int) -> None:
    ref = sold(found.shop.sell((mug, 2), status="on-hold"))
    found.shop.status(ref, status)
    order = found.order(ref)
    assert order.ended
    assert (order.lines[0].open, order.lines[0].shipped, order.lines[0].taken) == (0, None, taken)
    assert found.shop.quantity(mug) == left


def test_in_the_bin_and_out_of_it(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.trash(ref)
    order = found.order(ref)
    assert (order.status, order.ended) == ("trash", True)
    assert only(order) == {"shipped": None, "taken": 2}
    assert found.shop.quantity(mug) == 8, "the bin puts nothing back on sale"
    found.shop.untrash(ref)
    assert only(found.order(ref)) == {"open": 2, "taken": 2}


def test_deleted_for_good(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.delete(ref)
    assert found.woo.order(ref) is None


@pytest.mark.parametrize("ref", ["0", "abc", "", "../products", "12a", "٣"])
def test_what_is_no_order(found: World, ref: str) -> None:
    assert found.woo.order(ref) is None


def test_a_basket_is_no_order(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2), status="checkout-draft"))
    assert found.woo.order(ref) is None
    assert ref not in found.heard()


def test_a_line_edited_and_taken_off(found: World, mug: str) -> None:
    bowl = found.shop.add_product("BOWL", 5)
    ref = sold(found.shop.sell((mug, 2), (bowl, 1)))
    first, second = found.shop.lines(ref)
    found.shop.edit_line(ref, first, 3)
    found.shop.edit_line(ref, second, 0)
    assert only(found.order(ref)) == {"open": 3, "taken": 3}
    assert (found.shop.quantity(mug), found.shop.quantity(bowl)) == (7, 5)


def test_part_refund_before_sending(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 4)))
    line = found.shop.lines(ref)[0]
    found.shop.refund(ref, {line: 1}, restock=True)
    assert only(found.order(ref)) == {"open": 3, "taken": 3}
    found.shop.refund(ref, {line: 1}, restock=False)
    assert only(found.order(ref)) == {"open": 2, "taken": 3, "withheld": 1}
    found.shop.refund(ref, amount=1.0)
    assert only(found.order(ref)) == {"open": 2, "taken": 3, "withheld": 1}
    found.time.forward(1)
    found.shop.ship(ref)
    assert only(found.order(ref)) == {"shipped": 3, "may_return": 1, "taken": 3}, "one never left, one may not have"


def test_return_after_sending(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 3)))
    line = found.shop.lines(ref)[0]
    found.shop.ship(ref)
    found.shop.refund(ref, {line: 1}, restock=True)
    assert only(found.order(ref)) == {"shipped": 3, "returned": 1, "taken": 2}
    found.shop.refund(ref, {line: 1}, restock=False)
    assert only(found.order(ref)) == {"shipped": 3, "returned": 1, "may_return": 1, "taken": 2}


def test_all_of_it_comes_back_after_sending(found: World, mug: str) -> None:
    """WooCommerce ends such an order as `refunded`, which alone would not say that it had been sent."""
    ref = sold(found.shop.sell((mug, 3)))
    line = found.shop.lines(ref)[0]
    found.shop.ship(ref)
    found.shop.refund(ref, {line: 2}, restock=True)
    found.shop.refund(ref, {line: 1}, restock=False)
    assert found.order(ref).status == "refunded"
    assert only(found.order(ref)) == {"shipped": 3, "returned": 2, "may_return": 1, "taken": 1}


def test_all_of_it_refunded_after_it_was_sent_may_come_back(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 3)))
    found.shop.ship(ref)
    found.shop.refund(ref, {found.shop.lines(ref)[0]: 3}, restock=False)
    assert only(found.order(ref)) == {"shipped": 3, "may_return": 3, "taken": 3}


def test_two_lines_of_one_product_keep_their_refunds_apart(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 1), (mug, 3)))
    second = found.shop.lines(ref)[1]
    found.shop.refund(ref, {second: 2}, restock=False)
    first, other = found.order(ref).lines
    assert pieces(first) == {"open": 1, "taken": 1}
    assert pieces(other) == {"open": 1, "taken": 3, "withheld": 2}


def test_more_refunds_than_a_page(found: World, mug: str) -> None:
    found.shop.set_stock(mug, 300)
    ref = sold(found.shop.sell((mug, 150)))
    line = found.shop.lines(ref)[0]
    for _ in range(130):
        found.shop.refund(ref, {line: 1}, restock=False)
    assert only(found.order(ref)) == {"open": 20, "taken": 150, "withheld": 130}


def test_a_refund_that_the_order_does_not_name_yet_does_not_count(found: World, mug: str) -> None:
    """The refunds are read after the order: one made in between belongs to the next reading."""
    ref = sold(found.shop.sell((mug, 4)))
    line = found.shop.lines(ref)[0]
    found.shop.refund(ref, {line: 1}, restock=True)
    order = found.shop.order(ref)
    real = found.shop.handle

    def handle(request: object) -> object:
        answer = real(request)  # type: ignore[arg-type]
        if len(order.refunds) == 1:
            found.shop.refund(ref, {line: 1}, restock=True)
        return answer

    found.woo._api._http._client._transport.handler = handle  # type: ignore[attr-defined]
    assert only(found.order(ref)) == {"open": 3, "taken": 3}
    assert only(found.order(ref)) == {"open": 2, "taken": 2}


def test_variations_and_a_product_that_keeps_their_number(found: World) -> None:
    tee = found.shop.add_variable("TEE")
    small = found.shop.add_variation(tee, "S", "TEE-S", 5)
    poster = found.shop.add_variable("POSTER", 7)
    matt = found.shop.add_variation(poster, "Matt", "POSTER-MATT")
    ref = sold(found.shop.sell((small, 2), (matt, 1)))
    assert [(line.listing, line.sku, line.title) for line in found.order(ref).lines] == [
        (small, "TEE-S", "Tee - S"),
        (matt, "POSTER-MATT", "Poster - Matt"),
    ]
    assert (found.shop.quantity(small), found.shop.quantity(poster)) == (3, 6)


def test_a_product_without_a_number(found: World) -> None:
    blue = found.shop.add_product("BLUE", None)
    ref = sold(found.shop.sell((blue, 2)))
    line = found.order(ref).lines[0]
    # The shop keeps no number for it and never will: nothing may wait for it to be taken off.
    assert (line.open, line.untaken(ended=False)) == (2, 0)


def test_a_deleted_product_leaves_its_line(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.delete_product(mug)
    line = found.order(ref).lines[0]
    assert (line.listing, line.sku, line.open) == (mug, "", 2)


def test_a_custom_line() -> None:
    line = WireLine(7, 1, name="Gift &amp; wrap", meta_data=[])
    order = read_order(WireOrder(1, "processing", [line]), [], "https://x.example")
    assert (order.lines[0].listing, order.lines[0].title) == (None, "Gift & wrap")


# --- the table of statuses -------------------------------------------------------------------------------------------

WOO_STATUSES = (
    *("pending", "on-hold", "processing", "completed", "cancelled", "failed", "refunded", "trash"),
    *("checkout-draft", "auto-draft"),
)


def test_every_status_of_woocommerce_has_its_row() -> None:
    assert set(STATES) == set(WOO_STATUSES)
    for status, state in STATES.items():
        assert not (state.commits and (state.ended or state.shipped)), status
        assert state.ended or not state.shipped, status


def test_a_plugin_s_status_keeps_its_pieces_promised(found: World, mug: str) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    found.shop.status(ref, "being-glazed")
    assert only(found.order(ref)) == {"open": 2, "taken": 2}
    assert state_of("being-glazed").commits


def _without_notes(status: str, notes: list[WireMeta] | None) -> OrderLine:
    line = WireLine(7, 3, product_id=13, meta_data=notes)
    return read_order(WireOrder(1, status, [line]), [], "https://x.example").lines[0]


@pytest.mark.parametrize(
    ("status", "unread", "unnoted"),
    [
        *(("pending", 0, 0), ("on-hold", 3, 3), ("processing", 3, 3), ("completed", 3, 3), ("cancelled", 0, 0)),
        *(("failed", 0, 0), ("refunded", 3, 0), ("trash", 3, 0), ("being-glazed", 3, 0)),
    ],
)
def test_what_is_taken_where_woocommerce_noted_nothing(status: str, unread: int, unnoted: int) -> None:
    assert _without_notes(status, None).taken == unread
    assert _without_notes(status, []).taken == unnoted


@pytest.mark.parametrize(("value", "taken"), [("2", 2), (2, 2), ("2.0", 2), (2.5, 2), ("", 3), (None, 3), ([1], 3)])
def test_a_note_in_any_form(value: object, taken: int) -> None:
    assert _without_notes("processing", [WireMeta("_reduced_stock", value)]).taken == taken


def test_refunds_are_read_only_where_they_matter() -> None:
    for status in WOO_STATUSES:
        order = WireOrder(1, status, [], refunds=[WireRefundId(9)])
        assert needs_refunds(order) is (status in ("pending", "on-hold", "processing", "completed"))
    assert not needs_refunds(WireOrder(1, "processing", []))


def test_a_smaller_note_without_any_refund_is_no_return() -> None:
    """A plugin that takes packs of another size off the number does not make shipped pieces come back."""
    line = WireLine(7, 3, product_id=13, meta_data=[WireMeta("_reduced_stock", "1")])
    read = read_order(WireOrder(1, "completed", [line]), [], "https://x.example").lines[0]
    assert (read.shipped, read.returned, read.taken) == (3, 0, 1)


def test_an_order_without_dates_stops_nothing() -> None:
    order = read_order(WireOrder(1, "processing", [], date_created_gmt="0000-00-00T00:00:00"), [], "https://x.example")
    assert order.placed_at == order.updated_at == LONG_AGO


# --- what a 404 means ------------------------------------------------------------------------------------------------


def _off(found: World) -> None:
    found.shop.woo_active = False


def _plain(found: World) -> None:
    found.shop.permalinks = "plain"


@pytest.mark.parametrize("break_it", [_off, _plain])
def test_a_shop_that_is_switched_off_ends_no_order(found: World, mug: str, break_it: Callable[[World], None]) -> None:
    ref = sold(found.shop.sell((mug, 2)))
    break_it(found)
    with pytest.raises(ChannelUnavailable) as caught:
        found.woo.order(ref)
    assert caught.value.status == 404


def test_no_buyer_is_ever_read() -> None:
    woo, script, calls = scripted(answer_of("order_created_rest"))
    order = woo.order("21")
    assert order is not None
    assert order.placed_at.replace(tzinfo=None) < NOW.replace(tzinfo=None)
    told = f"{order!r} {calls!r}"
    for private in ("Ann", "Buyer", "ann@example.test", "94000"):
        assert private not in told
    asked = script.asked[0].url.params["_fields"].split(",")
    dates = {"date_created_gmt", "date_modified_gmt", "date_completed_gmt"}
    assert set(asked) == {"id", "number", "status", "line_items", "refunds", "customer_id"} | dates
