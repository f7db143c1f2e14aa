"""What Shopify's orders mean for stock: the arithmetic of one line, and whole lives of orders against the shop."""

from datetime import UTC, datetime

import pytest

from app.channels.shopify.answers import ItemOfVariant, OrderLineNow, RefundLine
from app.channels.shopify.orders import STATES, line_of, refunded
from app.channels.shopify.wire import Id
from app.core.orders import OrderLine, OrderState
from app.simulator.shopify import Restock
from tests.channels.shopify_world import World

OPEN, CANCELLED, UNCONFIRMED = STATES["UNFULFILLED"], STATES["CANCELLED"], STATES["UNCONFIRMED"]
LINE, HERE, THERE = "gid://shopify/LineItem/1", "7", "8"
Pieces = tuple[int, int, int, int, int]  # open, shipped, returned, withheld, taken


def read(
    quantity: int, unfulfilled: int, unsent: int, *refunds: tuple[str, int], state: OrderState = OPEN, at: str = HERE
) -> Pieces:
    """One line as Shopify tells it; refunds as (restock type, pieces), restocked unless the type says otherwise."""
    now = OrderLineNow(
        id=LINE,
        name="Mug",
        quantity=quantity,
        unfulfilled_quantity=unfulfilled,
        non_fulfillable_quantity=unsent,
        variant=ItemOfVariant(Id("gid://shopify/InventoryItem/2")),
    )
    lines = [refund(kind, count, at=at) for kind, count in refunds]
    return pieces(line_of(now, refunded(LINE, lines, HERE), state))


def refund(kind: str, count: int, *, restocked: bool | None = None, at: str = HERE) -> RefundLine:
    done = kind != "NO_RESTOCK" if restocked is None else restocked
    place = Id(f"gid://shopify/Location/{at}") if done else None
    return RefundLine(line_item=Id(LINE), quantity=count, restock_type=kind, restocked=done, location=place)


def pieces(line: OrderLine) -> Pieces:
    assert line.shipped is not None
    return line.open, line.shipped, line.returned, line.withheld, line.taken


@pytest.mark.parametrize(
    ("told", "meant"),
    [
        ((2, 2, 0), (2, 0, 0, 0, 2)),  # just ordered
        ((2, 1, 0), (1, 1, 0, 0, 2)),  # one is sent
        ((2, 0, 0), (0, 2, 0, 0, 2)),  # all are sent
        ((2, 1, 1, ("CANCEL", 1)), (1, 0, 0, 0, 1)),  # one cancelled and on sale again
        ((2, 0, 2, ("CANCEL", 2)), (0, 0, 0, 0, 0)),
        ((2, 1, 1, ("NO_RESTOCK", 1)), (1, 0, 0, 1, 2)),  # one refunded unsent: where is it?
        ((2, 0, 0, ("NO_RESTOCK", 1)), (0, 2, 0, 0, 2)),  # one refunded after it was sent: it stays with the buyer
        ((2, 0, 0, ("RETURN", 1)), (0, 2, 1, 0, 1)),  # one came back
        ((3, 0, 1, ("RETURN", 1), ("CANCEL", 1)), (0, 2, 1, 0, 1)),
        ((3, 0, 1, ("NO_RESTOCK", 2)), (0, 2, 0, 1, 3)),  # of two refunded one was unsent
        ((3, 0, 2, ("CANCEL", 1), ("NO_RESTOCK", 1)), (0, 1, 0, 1, 2)),
        ((2, 0, 0, ("LEGACY_RESTOCK", 1)), (0, 2, 1, 0, 1)),  # all were sent, so it came back
        ((2, 0, 2, ("LEGACY_RESTOCK", 2)), (0, 0, 0, 0, 0)),  # none was sent, so it was cancelled
        ((2, 0, 1, ("LEGACY_RESTOCK", 1)), (0, 1, 0, 0, 1)),  # nothing else explains the unsent one
        ((2, 0, 1, ("NO_RESTOCK", 1), ("LEGACY_RESTOCK", 1)), (0, 1, 1, 1, 1)),
        ((1, -1, 0, ("NO_RESTOCK", 1)), (0, 1, 0, 0, 1)),  # as Shopify told of a sent and refunded line once
        ((1, 0, 0, ("RETURN", 1)), (0, 1, 1, 0, 0)),  # as it usually does
        ((1, 0, 0, ("CANCEL", 1)), (0, 1, 1, 0, 0)),  # said to be cancelled though it had been sent
        ((1, 0, 1, ("RETURN", 1)), (0, 0, 0, 0, 0)),  # said to be returned though it never left
        ((1, 0, 1), (0, 0, 0, 0, 1)),  # never to be sent, without a refund: a tip, or taken off the order
    ],
)
def test_what_a_line_means(told: tuple[object, ...], meant: Pieces) -> None:
    assert read(*told) == meant  # type: ignore[arg-type]


def test_a_cancelled_order_holds_nothing_and_an_unconfirmed_one_took_nothing() -> None:
    assert read(2, 2, 0, state=CANCELLED) == (0, 0, 0, 0, 2)
    assert read(2, 0, 2, ("CANCEL", 2), state=CANCELLED) == (0, 0, 0, 0, 0)
    assert read(2, 2, 0, state=UNCONFIRMED) == (2, 0, 0, 0, 0)


def test_what_came_back_to_another_location_is_not_back_here() -> None:
    assert read(2, 0, 0, ("RETURN", 1), at=THERE) == (0, 2, 0, 0, 2)
    assert read(2, 0, 0, ("LEGACY_RESTOCK", 1), at=THERE) == (0, 2, 0, 0, 2)
    assert read(2, 1, 1, ("CANCEL", 1), at=THERE) == (1, 0, 0, 0, 1)


def test_a_restock_that_did_not_happen_is_none() -> None:
    gone = refunded(LINE, [refund("CANCEL", 1, restocked=False)], HERE)
    assert (gone.cancelled, gone.kept_out) == (0, 1)


def test_no_line_ever_has_more_pieces_than_were_ordered() -> None:
    """Whatever Shopify says, the sums stay sane: no number is below zero or above the line."""
    kinds = ("CANCEL", "RETURN", "NO_RESTOCK", "LEGACY_RESTOCK")
    for quantity in range(4):
        for unsent in range(-1, quantity + 1):
            for unfulfilled in range(-1, quantity - max(unsent, 0) + 1):
                for first in kinds:
                    for second in kinds:
                        for a in range(quantity + 1):
                            told = (quantity, unfulfilled, unsent, (first, a), (second, quantity - a))
                            still_open, shipped, returned, withheld, taken = read(*told)
                            assert min(still_open, shipped, returned, withheld, taken) >= 0, told
                            assert still_open + shipped + withheld <= quantity, told
                            assert returned <= shipped, told
                            assert taken <= quantity, told


# --- whole lives ---------------------------------------------------------------------------------------------------


@pytest.fixture
def world() -> World:
    return World()


def sold(world: World, *wanted: tuple[str, int]) -> str:
    ref = world.shop.sell(*wanted)
    assert ref is not None
    world.tick()
    return ref


def test_an_order_from_checkout_to_the_last_return(world: World) -> None:
    mug = world.shop.add_product("MUG", 10)
    ref = sold(world, (mug, 4))
    line = world.shop.lines(ref)[0]
    assert pieces(world.line(ref)) == (4, 0, 0, 0, 4)
    order = world.order(ref)
    assert (order.ref, order.number, order.status, order.ended) == (ref, "#1001", "UNFULFILLED", False)
    assert order.placed_at == datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
    assert order.url == f"https://admin.shopify.com/store/kiln/orders/{ref}"
    assert (order.lines[0].listing, order.lines[0].sku, order.lines[0].title) == (mug, "MUG", "Mug")

    world.shop.ship(ref, {line: 2})
    assert world.order(ref).status == "PARTIALLY_FULFILLED"
    assert pieces(world.line(ref)) == (2, 2, 0, 0, 4)
    world.shop.refund(ref, {line: 1}, restock=Restock.CANCEL)
    assert pieces(world.line(ref)) == (1, 2, 0, 0, 3)
    world.shop.refund(ref, {line: 1}, restock=Restock.RETURN)
    assert pieces(world.line(ref)) == (1, 2, 1, 0, 2)
    world.shop.refund(ref, {line: 1}, restock=False)  # Shopify counts it as the other sent one
    assert pieces(world.line(ref)) == (1, 2, 1, 0, 2)
    world.shop.refund(ref, {line: 1}, restock=False)
    assert pieces(world.line(ref)) == (0, 2, 1, 1, 2)
    assert world.order(ref).updated_at > order.updated_at
    assert world.shop.quantity(mug) == 10 - world.line(ref).taken


def test_an_old_refund_put_sent_pieces_back(world: World) -> None:
    mug = world.shop.add_product("MUG", 10)
    ref = sold(world, (mug, 3))
    line = world.shop.lines(ref)[0]
    world.shop.ship(ref, {line: 2})
    world.shop.refund(ref, {line: 3}, restock=Restock.LEGACY_RESTOCK)
    assert pieces(world.line(ref)) == (0, 2, 2, 0, 0)
    assert world.shop.quantity(mug) == 10


@pytest.mark.parametrize(("restock", "taken"), [(True, 0), (False, 3)])
def test_a_cancelled_order(world: World, restock: bool, taken: int) -> None:
    mug = world.shop.add_product("MUG", 10)
    ref = sold(world, (mug, 3))
    world.shop.cancel(ref, restock=restock)
    order = world.order(ref)
    assert (order.status, order.ended) == ("CANCELLED", True)
    assert (order.lines[0].open, order.lines[0].shipped, order.lines[0].taken) == (0, 0, taken)
    assert world.shop.quantity(mug) == 10 - taken


def test_an_edited_order(world: World) -> None:
    mug, cup = world.shop.add_product("MUG", 10), world.shop.add_product("CUP", 10)
    ref = sold(world, (mug, 3))
    line = world.shop.lines(ref)[0]
    world.shop.edit_line(ref, line, 5)
    assert pieces(world.line(ref)) == (5, 0, 0, 0, 5)
    world.shop.edit_line(ref, line, 4)
    assert pieces(world.line(ref)) == (4, 0, 0, 0, 4)
    world.shop.edit_line(ref, line, 3, restock=False)
    assert pieces(world.line(ref)) == (3, 0, 0, 1, 4)
    world.shop.add_line(ref, cup, 2)
    assert pieces(world.line(ref, 1)) == (2, 0, 0, 0, 2)
    world.shop.edit_line(ref, line, 0)
    assert pieces(world.line(ref)) == (0, 0, 0, 1, 1)
    assert (world.shop.quantity(mug), world.shop.quantity(cup)) == (9, 8)


def test_a_test_order_does_not_exist_for_us(world: World) -> None:
    mug = world.shop.add_product("MUG", 10)
    cursor = world.channel.first_cursor(world.now)
    ref = world.shop.sell((mug, 1), test=True)
    assert ref is not None
    assert world.channel.order(ref) is None
    assert world.poll(cursor)[0] == []
    assert world.channel.orders_open(None).orders == ()


def test_an_order_whose_payment_is_slow_is_promised_before_shopify_takes_it(world: World) -> None:
    mug = world.shop.add_product("MUG", 1)
    ref = world.shop.sell((mug, 1), confirmed=False)
    assert ref is not None
    assert sold(world, (mug, 1))  # somebody else is faster
    line = world.line(ref)
    assert (world.order(ref).status, line.open, line.taken, line.untaken(ended=False)) == ("UNCONFIRMED", 1, 0, 1)
    world.shop.pay(ref)
    line = world.line(ref)
    assert (world.order(ref).status, line.open, line.taken) == ("UNFULFILLED", 1, 1)
    assert world.shop.quantity(mug) == -1, "taken below zero"


@pytest.mark.parametrize("restock", [True, False])
def test_what_was_cancelled_before_shopify_took_it_was_never_taken(world: World, restock: bool) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = world.shop.sell((mug, 2), confirmed=False)
    assert ref is not None
    world.shop.cancel(ref, restock=restock)
    assert (world.order(ref).status, world.line(ref).taken) == ("CANCELLED", 0)
    assert world.shop.quantity(mug) == 5


def test_custom_and_deleted_items_belong_to_no_listing(world: World) -> None:
    mug = world.shop.add_product("MUG", 5)
    ref = world.shop.sell((mug, 1), custom=1)
    assert ref is not None
    assert [line.listing for line in world.order(ref).lines] == [mug, None]
    world.shop.delete_product(mug)
    assert [line.listing for line in world.order(ref).lines] == [None, None]
    assert world.line(ref).open == 1


def test_no_such_order_and_a_deleted_one(world: World) -> None:
    assert world.channel.order("123") is None
    ref = sold(world, (world.shop.add_product("MUG", 5), 1))
    world.shop.delete(ref)
    assert world.channel.order(ref) is None
