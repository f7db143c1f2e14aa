"""The life of orders, the same in every channel: what each step leaves on hand, committed and on the shop's number."""

import pytest

from app.core.orders import OrderLine
from tests.contract.bench import Bench
from tests.contract.stages import Stage
from tests.life import level

STOCK = 10


@pytest.fixture
def mug(bench: Bench) -> str:
    return bench.stocked("MUG", STOCK)


def only(bench: Bench, ref: str) -> OrderLine:
    (line,) = bench.stage.order(ref).lines
    return line


def sold(bench: Bench, mug: str, pieces: int = 4) -> tuple[str, str]:
    """A sale that was heard of: the order and its line."""
    ref = bench.stage.sell((mug, pieces))
    bench.hear(STOCK, pieces)
    return ref, bench.stage.shop.lines(ref)[0]


def needs_lines(bench: Bench) -> None:
    if not bench.stage.refunds_lines:
        pytest.skip("a refund of this channel names no line: see the tests of what only the seller knows")


def test_sold_and_shipped(bench: Bench, mug: str) -> None:
    ref, line_ref = sold(bench, mug)
    order, line = bench.stage.order(ref), only(bench, ref)
    assert (order.ref, order.ended, order.status in bench.stage.channel.states) == (ref, False, True)
    assert (line.ref, line.listing, line.sku) == (line_ref, mug, "MUG")
    assert (line.open, line.shipped, line.taken) == (4, 0, 4)
    bench.stage.shop.ship(ref)
    bench.hear(STOCK - 4, 0)
    line = only(bench, ref)
    assert (line.shipped, line.returned, line.withheld, line.taken) == (4, 0, 0, 4)


def test_paid_late(bench: Bench, mug: str) -> None:
    """Promised at once, for the other channels; taken off the shop's own number when the money comes, or before."""
    ref = bench.stage.sell_unpaid(mug, 2)
    bench.hear(STOCK, 2)
    taken = 2 if bench.stage.takes_unpaid else 0
    assert (only(bench, ref).taken, only(bench, ref).untaken(ended=False)) == (taken, 2 - taken)
    assert bench.stage.shop.quantity(mug) == STOCK - taken
    bench.stage.shop.pay(ref)
    bench.hear(STOCK, 2)
    assert (only(bench, ref).taken, only(bench, ref).untaken(ended=False)) == (2, 0)
    assert bench.stage.shop.quantity(mug) == STOCK - 2


def test_shipped_in_parts(bench: Bench, mug: str) -> None:
    if not bench.stage.ships_parts:
        pytest.skip("this channel knows no parts: an order is shipped whole or not at all")
    ref, line = sold(bench, mug)
    bench.stage.ship_part(ref, line, 1)
    bench.hear(STOCK - 1, 3)
    bench.stage.ship_part(ref, line, 2)
    bench.hear(STOCK - 3, 1)
    bench.stage.shop.ship(ref)
    bench.hear(STOCK - 4, 0)


def test_a_line_edited_up_and_down_and_taken_off(bench: Bench, mug: str) -> None:
    if not bench.stage.edits:
        pytest.skip("this channel's orders cannot be changed")
    bowl = bench.stocked("BOWL", STOCK)
    ref = bench.stage.sell((mug, 4), (bowl, 1))
    bench.hear(STOCK, 4)
    first, second = bench.stage.shop.lines(ref)
    for pieces in (6, 2, 5):
        bench.stage.edit_line(ref, first, pieces)
        bench.hear(STOCK, pieces)
        assert bench.stage.shop.quantity(mug) == STOCK - pieces
    bench.stage.edit_line(ref, second, 0)
    bench.hear(STOCK, 0, "BOWL")
    bench.stage.shop.ship(ref)
    bench.hear(STOCK - 5, 0)
    assert level(bench.db, "BOWL") == (STOCK, 0)


def test_cancelled_in_part(bench: Bench, mug: str) -> None:
    needs_lines(bench)
    ref, line = sold(bench, mug)
    bench.stage.refund(ref, {line: 1}, restock=True)
    bench.hear(STOCK, 3)
    assert (only(bench, ref).open, only(bench, ref).withheld, only(bench, ref).taken) == (3, 0, 3)
    bench.stage.shop.ship(ref)
    bench.hear(STOCK - 3, 0)
    assert bench.questions() == []


def test_cancelled(bench: Bench, mug: str) -> None:
    ref, _ = sold(bench, mug)
    bench.stage.shop.cancel(ref)
    bench.hear(STOCK, 0)
    assert bench.stage.order(ref).ended
    assert bench.stage.shop.quantity(mug) == (STOCK if bench.stage.restocks else STOCK - 4)


def test_cancelled_before_it_was_paid(bench: Bench, mug: str) -> None:
    """What the shop never took off its number does not come back to it."""
    ref = bench.stage.sell_unpaid(mug, 2)
    bench.hear(STOCK, 2)
    bench.stage.shop.cancel(ref)
    bench.hear(STOCK, 0)
    assert bench.stage.order(ref).ended
    stays = bench.stage.takes_unpaid and not bench.stage.restocks
    assert bench.stage.shop.quantity(mug) == (STOCK - 2 if stays else STOCK)


def test_back_from_cancelled(bench: Bench, mug: str) -> None:
    if not bench.stage.uncancels:
        pytest.skip("this channel cannot take a cancellation back")
    ref, _ = sold(bench, mug)
    bench.stage.shop.cancel(ref)
    bench.hear(STOCK, 0)
    bench.stage.uncancel(ref)
    bench.hear(STOCK, 4)
    assert not bench.stage.order(ref).ended
    bench.stage.shop.ship(ref)
    bench.hear(STOCK - 4, 0)


def test_refunded_before_it_was_sent_and_kept_off_sale(bench: Bench, mug: str) -> None:
    """Nobody but the seller knows where the piece is: it stays promised, and is asked for."""
    needs_lines(bench)
    ref, line = sold(bench, mug)
    bench.stage.refund(ref, {line: 1}, restock=False)
    bench.hear(STOCK, 4)
    assert (only(bench, ref).open, only(bench, ref).withheld, only(bench, ref).taken) == (3, 1, 4)
    assert bench.questions() == [("withheld", 1)]


def test_refunded_after_it_was_sent_and_kept_by_the_buyer(bench: Bench, mug: str) -> None:
    needs_lines(bench)
    ref, line = sold(bench, mug)
    bench.stage.shop.ship(ref)
    bench.hear(STOCK - 4, 0)
    bench.stage.refund(ref, {line: 1}, restock=False)
    bench.hear(STOCK - 4, 0)
    assert (only(bench, ref).returned, only(bench, ref).withheld, only(bench, ref).taken) == (0, 0, 4)
    assert bench.questions() == []


@pytest.mark.parametrize("pieces", [1, 4])
def test_returned_and_on_sale_again(bench: Bench, mug: str, pieces: int) -> None:
    """Some of the order, or all of it: what the shop put back on sale is back on hand."""
    needs_lines(bench)
    ref, line = sold(bench, mug)
    bench.stage.shop.ship(ref)
    bench.hear(STOCK - 4, 0)
    bench.stage.refund(ref, {line: pieces}, restock=True)
    bench.hear(STOCK - 4 + pieces, 0)
    assert (only(bench, ref).shipped, only(bench, ref).returned, only(bench, ref).taken) == (4, pieces, 4 - pieces)
    assert bench.stage.shop.quantity(mug) == STOCK - 4 + pieces


def test_all_of_it_refunded_unsent_and_on_sale_again(bench: Bench, mug: str) -> None:
    needs_lines(bench)
    ref, line = sold(bench, mug)
    bench.stage.refund(ref, {line: 4}, restock=True)
    bench.hear(STOCK, 0)
    assert bench.stage.shop.quantity(mug) == STOCK
    assert bench.questions() == []


def test_an_order_longer_than_a_page(bench: Bench) -> None:
    """Every line is heard of, or none: half an order is never told."""
    bench.stage.be_generous()
    refs = {f"P{row}": bench.stocked(f"P{row}", STOCK) for row in range(130)}
    order = bench.stage.sell(*((ref, 1 + row % 3) for row, ref in enumerate(refs.values())))
    bench.hear(STOCK, 1, "P0")
    for row, sku in enumerate(refs):
        assert level(bench.db, sku) == (STOCK, 1 + row % 3)
    assert [line.listing for line in bench.stage.order(order).lines] == list(refs.values())


def test_more_orders_than_a_page(bench: Bench, mug: str) -> None:
    bench.stage.be_generous()
    bench.stage.shop.set_stock(mug, 500)
    bench.db.execute("update listing set believed = 500")
    for _ in range(130):
        assert bench.stage.shop.sell((mug, 1))  # all in one second
    bench.hear(STOCK, 130)


# --- doorbells and readings --------------------------------------------------------------------------------------


def test_doorbells_that_come_twice_and_out_of_order(bench: Bench, mug: str) -> None:
    """A doorbell only says where to look: what is read is the order as it is now."""
    shop, heard = bench.stage.shop, []
    shop.ringing.doubled, shop.ringing.shuffled, shop.ringing.late_s = 1.0, True, 5.0
    shop.bells.append(lambda topic, ref: heard.append((topic, ref)))
    refs = [bench.stage.sell((mug, 1)) for _ in range(4)]
    shop.ship(refs[0])
    shop.cancel(refs[1])
    bench.stage.time.forward(30)
    shop.set_stock(bench.stocked("OTHER", 1), 2)  # something happens, so that what is late arrives
    orders = [ref for topic, ref in heard if topic.startswith("order")]
    assert len(orders) > len(set(orders)), "none came twice"
    for ref in orders:
        bench.book(bench.stage.channel.order(ref))
    assert level(bench.db, "MUG") == (STOCK - 1, 2)
    assert {ref for ref in orders if ref in refs} == set(refs)


def test_readings_in_the_wrong_order(bench: Bench, mug: str) -> None:
    """`updated_at` orders two readings: the older one, booked later, changes nothing."""
    ref = bench.stage.sell((mug, 3))
    older = bench.stage.order(ref)
    bench.stage.time.forward(2)
    bench.stage.shop.ship(ref)
    newer = bench.stage.order(ref)
    assert newer.updated_at > older.updated_at
    for reading in (newer, older, newer):
        bench.book(reading)
        assert level(bench.db, "MUG") == (STOCK - 3, 0)


@pytest.mark.parametrize("ref", ["", "0", "999999999", "abc", "../products", "12a", "٣"])
def test_a_doorbell_for_what_is_no_order(stage: Stage, ref: str) -> None:
    """Anybody may ring: nonsense is no order, and no trouble."""
    assert stage.channel.order(ref) is None
