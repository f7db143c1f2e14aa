"""Receipts in our words, the walk through what changed, and the daily sweep."""

import json
from datetime import date, datetime, timedelta
from functools import partial
from typing import Any

import httpx
import pytest

from app.channels.buyers import BUYER_KEY, buyer_hash
from app.channels.etsy.orders import STATES, read_receipt, status_of
from app.channels.etsy.receipts import OVERLAP_S, Cursor, cursor_of
from app.channels.etsy.wire import Chosen, Money, PropertyValue, Receipt, Refund, Transaction
from app.core.orders import LineBook, Order, OrderLine, book_order, open_questions
from app.errors import ChannelRefused, ChannelUnavailable
from tests.channels.etsy_world import START, World, cursor_at, heard


@pytest.fixture
def world() -> World:
    return World()


def pieces(line: OrderLine) -> tuple[int, int | None, int, int]:
    return line.open, line.shipped, line.withheld, line.taken


def sold(ref: str | None) -> str:
    assert ref is not None, "the shop refused the sale"
    return ref


# --- one order -------------------------------------------------------------------------------------------------------


def test_an_order_from_sale_to_shipment(world: World) -> None:
    mug = world.shop.add_product("MUG", 5, title="Blue mug")
    ref = world.shop.sell((mug, 2))
    order = world.order(ref)
    assert (order.ref, order.number, order.status, order.ended) == (ref, ref, "paid", False)
    assert (order.placed_at, order.updated_at) == (START, START)
    assert order.url == f"https://www.etsy.com/your/orders/sold?order_id={ref}"
    line = order.lines[0]
    assert (line.listing, line.sku, line.title) == (mug, "MUG", "Blue mug")
    assert pieces(line) == (2, 0, 0, 2)
    world.shop.ship(sold(ref))
    order = world.order(ref)
    assert (order.status, order.ended) == ("completed", True)
    assert pieces(order.lines[0]) == (0, 2, 0, 2)


def test_an_order_shipped_in_parts(world: World) -> None:
    mug, pot = world.shop.add_product("MUG", 5), world.shop.add_product("POT", 5)
    ref = sold(world.shop.sell((mug, 2), (pot, 1)))
    world.shop.ship(ref, world.shop.lines(ref)[1])
    assert [pieces(line) for line in world.order(ref).lines] == [(2, 0, 0, 2), (0, 1, 0, 1)]


def test_a_payment_that_is_processed_promises_its_pieces(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = sold(world.shop.sell((mug, 1), paid=False))
    assert world.order(ref).status == "payment processing"
    assert pieces(world.line(ref)) == (1, 0, 0, 1)
    world.shop.pay(ref)
    assert pieces(world.line(ref)) == (1, 0, 0, 1)


def test_a_cancelled_order_gives_its_pieces_free_but_not_the_listing(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    ref = sold(world.shop.sell((mug, 1)))
    world.shop.cancel(ref)
    order = world.order(ref)
    assert (order.status, order.ended) == ("canceled", True)
    assert pieces(order.lines[0]) == (0, None, 0, 1), "Etsy restocks nothing: the number is still off"
    assert world.reading(mug).quantity == 0


def test_variations_are_known_by_their_values(world: World) -> None:
    tee = world.tee(quantity_on=(200,), numbers=(4, 4, 3, 3))
    ref = world.shop.sell((f"{tee}/100:12,200:2", 1))
    assert world.line(ref).listing == f"{tee}/100:12,200:2"
    assert world.listings()[f"{tee}/100:12,200:2"].stock_of == f"{tee}/200:2"


def test_values_that_etsy_left_out_are_found_by_the_products_number(world: World) -> None:
    tee = world.tee()
    ref = sold(world.shop.sell((f"{tee}/100:12,200:2", 1)))

    def answer(request: httpx.Request) -> httpx.Response:
        response = world.shop.handle(request)
        if "receipts" not in request.url.path:
            return response
        shown = response.json()
        for receipt in shown.get("results", [shown]):
            line = receipt["transactions"][0]
            line["product_data"] = []
            line["variations"][0]["value_id"] = None
        return httpx.Response(200, json=shown)

    channel = world.open(httpx.MockTransport(answer))
    page = channel.orders_changed(cursor_at(START))
    assert (page.orders, page.incomplete) == ((), (ref,))
    order = channel.order(ref)
    assert order is not None
    assert order.lines[0].listing == f"{tee}/100:12,200:2"
    world.shop.delete_product(tee)
    order = channel.order(ref)
    assert order is not None
    assert order.lines[0].listing == tee


def test_what_etsy_does_not_show_says_nothing_of_its_pieces(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = sold(world.shop.sell((mug, 1)))
    world.shop.receipt(ref).hidden = True
    assert world.channel.order(ref) is None
    assert world.channel.order("77") is None
    assert world.channel.order("no number") is None


def test_no_buyer_is_read(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = sold(world.shop.sell((mug, 1)))
    buyer = world.shop.receipt(ref).buyer
    assert str(buyer) not in str(world.order(ref))


# --- refunds ---------------------------------------------------------------------------------------------------------


def question(order: Order) -> list[tuple[str, int]]:
    """What the seller is asked, when the order is booked on one product a piece."""
    books = {line.ref: LineBook(recipe={"MUG": 1}) for line in order.lines}
    return [(one.kind, one.pieces) for one in open_questions(order, books)]


def test_a_full_refund_before_it_was_sent_is_withheld_and_asked_about(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = sold(world.shop.sell((mug, 2)))
    world.shop.refund(ref)
    order = world.order(ref)
    assert (order.status, pieces(order.lines[0])) == ("fully refunded", (0, 0, 2, 2))
    assert question(order) == [("withheld", 2)]
    entries = book_order(order, {order.lines[0].ref: LineBook(recipe={"MUG": 1})}, prefix="1/1")
    assert [(entry.on_hand, entry.committed) for entry in entries] == [(0, 2)], "nothing comes back by itself"


def test_a_refund_of_what_was_sent_changes_no_stock_and_is_asked_about(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = sold(world.shop.sell((mug, 2)))
    world.shop.ship(ref)
    world.shop.refund(ref)
    order = world.order(ref)
    assert pieces(order.lines[0]) == (0, 2, 0, 2)
    assert order.lines[0].refunded == 2
    assert question(order) == [("returned", 2)]


@pytest.mark.parametrize(
    ("amount", "withheld"),
    [(500, 0), (1999, 0), (2000, 1), (2500, 1), (3999, 1)],  # of two pieces at 20.00
)
def test_a_part_refund_asks_only_about_whole_pieces(world: World, amount: int, withheld: int) -> None:
    mug = world.shop.add_product("MUG", 5, price=2000)
    ref = sold(world.shop.sell((mug, 2)))
    world.shop.refund(ref, amount)
    order = world.order(ref)
    assert order.status == "partially refunded"
    assert pieces(order.lines[0]) == (2 - withheld, 0, withheld, 2)
    assert question(order) == ([("withheld", withheld)] if withheld else [])


def test_a_part_refund_that_may_mean_several_lines_asks_about_each(world: World) -> None:
    mug, pot = world.shop.add_product("MUG", 5, price=2000), world.shop.add_product("POT", 5, price=1000)
    ref = sold(world.shop.sell((mug, 1), (pot, 1)))
    world.shop.refund(ref, 2000)
    assert [(line.withheld, line.refunded) for line in world.order(ref).lines] == [(0, 1), (0, 1)]
    other = sold(world.shop.sell((mug, 1), (pot, 1)))
    world.shop.refund(other, 1500)
    assert [line.withheld for line in world.order(other).lines] == [0, 1], "too little for the mug"


# --- the table -------------------------------------------------------------------------------------------------------


def receipt(status: str, **more: Any) -> Receipt:
    line = Transaction(transaction_id=7, quantity=3, listing_id=5, price=Money(2000, 100))
    return Receipt(1, status, [line], created_timestamp=1000, updated_timestamp=2000, **more)


@pytest.mark.parametrize(
    ("status", "shipped", "expected", "ended"),
    [
        ("open", False, (3, 0, 0, 3), False),
        ("payment processing", False, (3, 0, 0, 3), False),
        ("paid", False, (3, 0, 0, 3), False),
        ("paid", True, (0, 3, 0, 3), False),
        ("completed", True, (0, 3, 0, 3), True),
        ("Completed", False, (0, 3, 0, 3), True),
        ("canceled", False, (0, None, 0, 3), True),
        ("Cancelled", True, (0, None, 0, 3), True),
        ("fully refunded", False, (0, 0, 3, 3), False),
        ("fully refunded", True, (0, 3, 0, 3), False),
        ("partially refunded", False, (3, 0, 0, 3), False),
        ("partially refunded", True, (0, 3, 0, 3), False),
        ("something new", False, (3, 0, 0, 3), False),
    ],
)
def test_what_each_status_means(
    status: str, shipped: bool, expected: tuple[int, int | None, int, int], ended: bool
) -> None:
    order = read_receipt(receipt(status, is_shipped=shipped))
    assert (pieces(order.lines[0]), order.ended) == (expected, ended)


def test_of_the_buyer_only_a_hash_is_kept_and_the_earliest_promised_day() -> None:
    line = Transaction(transaction_id=7, quantity=1, listing_id=5, expected_ship_date=86_400 * 3)
    later = Transaction(transaction_id=8, quantity=1, listing_id=5, expected_ship_date=86_400 * 5)
    told = Receipt(1, "paid", [later, line], created_timestamp=1000, buyer_user_id=771177)
    order = read_receipt(told, None, partial(buyer_hash, {BUYER_KEY: "k"}))
    assert (len(order.buyer), order.send_by) == (32, date(1970, 1, 4))
    assert "771177" not in repr(order)
    assert read_receipt(receipt("paid")).send_by is None


def test_the_table_has_every_status_of_the_document() -> None:
    from tests.channels.etsy_world import spec_or_skip

    listed = spec_or_skip()["components"]["schemas"]["ShopReceipt"]["properties"]["status"]["enum"]
    assert set(listed) == set(STATES)


def test_odd_receipts() -> None:
    gone = Transaction(transaction_id=7, quantity=-2, listing_id=None)
    typed = Transaction(transaction_id=8, quantity=1, listing_id=5, variations=[Chosen(54, None, 99)])
    chosen = Transaction(transaction_id=9, quantity=1, listing_id=5, variations=[Chosen(200, 1), Chosen(54, None, 99)])
    named = Transaction(10, 1, listing_id=5, product_data=[PropertyValue(513, [], ["Extra large"])])
    odd = Receipt(1, " Paid ", [gone, typed, chosen, named], create_timestamp=1000, refunds=[Refund()])
    order = read_receipt(odd)
    assert status_of(odd) == "paid"
    assert [line.listing for line in order.lines] == [None, "5", "5/200:1", "5/513:Extra%20large"]
    assert pieces(order.lines[0]) == (0, 0, 0, 0)
    assert order.updated_at == order.placed_at
    free = Receipt(1, "partially refunded", [Transaction(1, 2, 5, price=Money(0, 100))], refunds=[Refund(Money(1, 1))])
    assert read_receipt(free).lines[0].withheld == 0
    assert read_receipt(Receipt(1, "paid", [], created_timestamp=10**18)).placed_at.year == 1970


# --- what changed ----------------------------------------------------------------------------------------------------


def test_a_poll_tells_what_changed_and_reads_some_minutes_again(world: World) -> None:
    mug = world.shop.add_product("MUG", 50)
    cursor = world.channel.first_cursor(world.now)
    world.tick(minutes=30)
    first = world.shop.sell((mug, 1))
    pages, cursor = world.poll(cursor)
    assert heard(pages) == [first]
    world.tick(minutes=5)
    second = world.shop.sell((mug, 1))
    pages, cursor = world.poll(cursor)
    assert heard(pages) == [first, second]
    world.tick(minutes=30)
    third = world.shop.sell((mug, 1))
    pages, cursor = world.poll(cursor)
    assert heard(pages) == [first, second, third] or heard(pages) == [second, third]
    world.tick(minutes=30)
    pages, cursor = world.poll(cursor)
    assert heard(pages) == [third]
    assert len(pages) == 1


def test_an_order_just_before_the_connection_is_heard_of(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = world.shop.sell((mug, 1))
    world.tick(seconds=OVERLAP_S - 60)
    assert heard(world.poll(world.channel.first_cursor(world.now))[0]) == [ref]


def test_pages_that_change_while_they_are_read_lose_nothing(world: World) -> None:
    mug = world.shop.add_product("MUG", 999)
    refs = []
    cursor = world.channel.first_cursor(world.now)
    for _ in range(250):
        world.tick(seconds=1)
        refs.append(sold(world.shop.sell((mug, 1))))
    met: set[str] = set()
    more, step = True, 0
    while more:
        page = world.channel.orders_changed(cursor)
        met |= {order.ref for order in page.orders}
        cursor, more = page.cursor, page.more
        for ref in refs[step * 7 : step * 7 + 7]:
            world.shop.ship(ref)  # moves to the end of the list
        step += 1
        assert step < 20
    assert met == set(refs)


def test_more_orders_in_one_second_than_a_page_holds(world: World) -> None:
    mug = world.shop.add_product("MUG", 999)
    cursor = world.channel.first_cursor(world.now)
    world.tick(minutes=1)
    refs = [sold(world.shop.sell((mug, 1))) for _ in range(230)]
    pages, cursor = world.poll(cursor)
    assert set(heard(pages)) == set(refs)
    world.tick(hours=1)
    last = world.shop.sell((mug, 1))
    assert last in heard(world.poll(cursor)[0])


def test_a_moment_to_come_does_not_carry_us_past_what_happens_until_then(world: World) -> None:
    mug = world.shop.add_product("MUG", 50)
    cursor = world.channel.first_cursor(world.now)
    odd = sold(world.shop.sell((mug, 1)))
    world.shop.receipt(odd).updated_at = world.now + timedelta(days=3)
    _, cursor = world.poll(cursor)
    world.tick(hours=1)
    ref = world.shop.sell((mug, 1))
    assert ref in heard(world.poll(cursor)[0])


@pytest.mark.parametrize("hours", [-3, 3])
def test_the_clock_of_etsy_counts(hours: int) -> None:
    world = World(behind=timedelta(hours=hours))
    mug = world.shop.add_product("MUG", 50)
    cursor = world.channel.first_cursor(world.now)
    for _ in range(3):
        world.tick(minutes=30)
        ref = world.shop.sell((mug, 1))
        pages, cursor = world.poll(cursor)
        assert ref in heard(pages)


def test_a_cursor_from_a_clock_that_was_ahead_is_led_back(world: World) -> None:
    mug = world.shop.add_product("MUG", 50)
    cursor = cursor_at(world.now + timedelta(days=2))
    _, cursor = world.poll(cursor)
    world.tick(minutes=1)
    ref = world.shop.sell((mug, 1))
    assert ref in heard(world.poll(cursor)[0])


def test_an_answer_out_of_order_is_not_understood(world: World) -> None:
    mug = world.shop.add_product("MUG", 50)
    for _ in range(3):
        world.tick(minutes=1)
        world.shop.sell((mug, 1))

    def backwards(request: httpx.Request) -> httpx.Response:
        shown = world.shop.handle(request).json()
        shown["results"].reverse()
        return httpx.Response(200, json=shown)

    channel = world.open(httpx.MockTransport(backwards))
    with pytest.raises(ChannelUnavailable, match="does not understand"):
        channel.orders_changed(cursor_at(START))


def test_damaged_places_are_refused(world: World) -> None:
    for text in ("", "{}", "nonsense", '{"newest":"x","swept_at":1}'):
        with pytest.raises(ChannelRefused, match="damaged"):
            world.channel.orders_changed(text)
    with pytest.raises(ChannelRefused, match="damaged"):
        world.channel.orders_open("nonsense")


# --- the daily sweep -------------------------------------------------------------------------------------------------


def test_quiet_refunds_and_cancellations_are_found_once_a_day(world: World) -> None:
    mug = world.shop.add_product("MUG", 50)
    world.shop.quiet = True
    cursor = world.channel.first_cursor(world.now)
    world.tick(minutes=20)
    refunded, cancelled, sent = (sold(world.shop.sell((mug, 1))) for _ in range(3))
    world.shop.ship(sent)
    _, cursor = world.poll(cursor)
    world.tick(hours=2)
    world.shop.refund(refunded)
    world.shop.ship(cancelled)
    world.shop.cancel(cancelled)
    world.shop.sell((mug, 1))
    _, cursor = world.poll(cursor)
    world.tick(hours=3)
    world.shop.cancel(sent)
    pages, cursor = world.poll(cursor)
    assert sent not in heard(pages), "it did not move in the list of what changed"
    world.tick(hours=20)
    pages, cursor = world.poll(cursor)
    assert len(pages) == 4
    told = {order.ref: order.status for page in pages for order in page.orders}
    assert {told[refunded], told[sent], told[cancelled]} == {"fully refunded", "canceled"}
    world.tick(hours=1)
    pages, cursor = world.poll(cursor)
    assert len(pages) == 1, "once a day"


def test_who_is_closed_before_the_sweep_knows_of_every_receipt_at_the_end(world: World) -> None:
    mug = world.shop.add_product("MUG", 9)
    cursor = world.channel.first_cursor(world.now)
    world.tick(hours=25)
    page = world.channel.orders_changed(cursor)
    assert page.more, "the sweep is due"
    world.tick(hours=1)
    ref = sold(world.shop.sell((mug, 1)))
    world.shop.ship(ref)
    pages, _ = world.poll(page.cursor)
    assert ref in heard(pages)


def test_the_sweep_goes_back_ninety_days_page_by_page(world: World) -> None:
    mug = world.shop.add_product("MUG", 999)
    old = world.shop.sell((mug, 1))
    world.tick(days=60)
    for _ in range(120):
        world.tick(minutes=1)
        world.shop.sell((mug, 1))
    cursor = json.dumps({"newest": int(world.now.timestamp()), "swept_at": int(START.timestamp())})
    pages, cursor = world.poll(cursor)
    assert old in heard(pages)
    asked = [dict(one.url.params) for one in world.wire.requests if one.url.path.endswith("/receipts")]
    assert [("was_shipped" in one, "was_canceled" in one) for one in asked] == [
        (False, False),
        (True, False),
        (True, False),
        (False, True),
        (False, False),
    ]
    assert cursor_of(cursor) == Cursor(int(world.now.timestamp()), int(world.now.timestamp()))


# --- orders that were open at the start ------------------------------------------------------------------------------


def open_orders(world: World) -> list[str]:
    found: list[str] = []
    page: str | None = None
    while True:
        told = world.channel.orders_open(page)
        found += [order.ref for order in told.orders]
        page = told.cursor
        if not told.more:
            return found


def test_orders_that_still_hold_stock(world: World) -> None:
    mug = world.shop.add_product("MUG", 999)
    too_old = world.shop.sell((mug, 1))
    world.tick(days=89)
    waiting, sent, cancelled = (sold(world.shop.sell((mug, 1))) for _ in range(3))
    world.shop.ship(sent)
    world.shop.cancel(cancelled)
    world.tick(days=2)
    world.secrets |= world.shop.access().secrets
    world.restart()
    assert too_old
    assert open_orders(world) == [waiting]


def test_many_open_orders_come_page_by_page(world: World) -> None:
    mug = world.shop.add_product("MUG", 999)
    refs = []
    for row in range(210):
        world.tick(seconds=row % 2)
        refs.append(world.shop.sell((mug, 1)))
    assert set(open_orders(world)) == set(refs)


def test_first_cursor_counts_whole_seconds(world: World) -> None:
    at = datetime.fromisoformat("2026-11-23T09:00:00.900000+00:00")
    assert cursor_of(world.channel.first_cursor(at)).newest == int(START.timestamp())
