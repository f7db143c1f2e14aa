"""Random lives of a WooCommerce shop: what its orders say is taken is exactly what is off its numbers."""

import random

import pytest

from app.core.orders import Order, OrderLine
from tests.channels.woo_world import World, sold, world

STATUSES = ("pending", "on-hold", "processing", "completed", "cancelled", "failed", "refunded")


def _act(found: World, dice: random.Random, refs: list[str], listings: list[str]) -> None:
    shop = found.shop
    if not refs or dice.random() < 0.3:
        wanted = [(dice.choice(listings), dice.randrange(1, 4)) for _ in range(dice.randrange(1, 4))]
        refs.append(sold(shop.sell(*wanted, status=dice.choice(("pending", "on-hold", "processing")), api=True)))
        return
    ref = dice.choice(refs)
    order = shop.order(ref)
    act = dice.choice(("status", "status", "refund", "edit", "bin"))
    if act == "bin":
        (shop.untrash if order.status == "trash" else shop.trash)(ref)
    elif order.status == "trash":
        return
    elif act == "status":
        shop.status(ref, dice.choice(STATUSES))
    elif act == "refund":
        left = {str(line.id): line.quantity - line.refunded for line in order.lines if line.quantity > line.refunded}
        if left and order.status not in ("cancelled", "failed", "refunded"):
            line = dice.choice(sorted(left))
            shop.refund(ref, {line: dice.randrange(1, left[line] + 1)}, restock=dice.random() < 0.5)
    elif order.status in ("pending", "on-hold", "processing") and order.lines:
        line_ref = dice.choice(shop.lines(ref))
        line_of = next(line for line in order.lines if str(line.id) == line_ref)
        shop.edit_line(ref, line_ref, dice.randrange(max(1, line_of.refunded), 6))


@pytest.mark.parametrize("seed", range(8))
def test_taken_is_what_is_off_the_number(seed: int) -> None:
    print("seed", seed)
    dice, found = random.Random(seed), world(seed)
    shop = found.shop
    mug = shop.add_product("MUG", 1000)
    small = shop.add_variation(shop.add_variable("TEE"), "S", "TEE-S", 1000)
    poster = shop.add_variable("POSTER", 1000)
    matt, gloss = shop.add_variation(poster, "Matt", "P-M"), shop.add_variation(poster, "Gloss", "P-G")
    holders = {mug: mug, small: small, matt: poster, gloss: poster}
    refs: list[str] = []
    for _ in range(80):
        found.time.forward(dice.choice((0, 0.4, 2)))
        _act(found, dice, refs, list(holders))
        if dice.random() < 0.2:
            _check(found, refs, holders)
    _check(found, refs, holders)
    heard = found.heard() | {ref for ref in refs if shop.order(ref).status == "trash"}
    assert heard == set(refs)


def _check(found: World, refs: list[str], holders: dict[str, str]) -> None:
    taken = dict.fromkeys(holders.values(), 0)
    for ref in refs:
        order = found.order(ref)
        for line in order.lines:
            assert line.listing is not None
            taken[holders[line.listing]] += line.taken
            _check_pieces(found, order, line)
    for holder, pieces in taken.items():
        assert found.reading(holder).quantity == 1000 - pieces, holder


def _check_pieces(found: World, order: Order, line: OrderLine) -> None:
    """Every piece of a line that is not refunded is still to be sent, or sent, or of an order that ended."""
    books = next(one for one in found.shop.order(order.ref).lines if str(one.id) == line.ref)
    if order.status == "completed":
        assert (line.open, line.shipped) == (0, books.quantity)
    elif order.status in ("pending", "on-hold", "processing"):
        assert (line.open, line.shipped) == (max(0, books.quantity - books.refunded), 0)
    elif found.shop.order(order.ref).completed is None:
        assert (line.open, line.shipped, line.withheld) == (0, None, 0)
    else:  # it had been sent: where that is told, all of it is or may be on its way back
        assert (line.open, line.withheld) == (0, 0)
        assert line.shipped in (None, line.returned + line.may_return)
