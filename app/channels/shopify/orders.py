"""Shopify's orders in our words: what each status means, and the arithmetic of a line's pieces.

What the fields mean was read in Shopify's schema and in answers of real shops: `unfulfilledQuantity` are the pieces
still to be sent; `nonFulfillableQuantity` those that will never be sent, because they were refunded or removed unsent.
A piece that is refunded after it was sent counts in neither (seen also with `unfulfilledQuantity` at -1).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from app.channels.shopify.answers import OrderLineNow, OrderNow, RefundLine
from app.channels.shopify.wire import number
from app.core.orders import Order, OrderLine, OrderState

CANCELLED, UNCONFIRMED, UNFULFILLED = "CANCELLED", "UNCONFIRMED", "UNFULFILLED"

_OPEN = OrderState(commits=True, taken=True)  # as far as its lines have pieces to send

STATES: dict[str, OrderState] = {
    CANCELLED: OrderState(commits=False, taken=True, ended=True),  # what it put back, its refunds say
    UNCONFIRMED: OrderState(commits=True, taken=False),  # Shopify has not reserved its pieces yet
    # Shopify's own words, OrderDisplayFulfillmentStatus. Payment changes nothing: the pieces are taken at checkout.
    UNFULFILLED: _OPEN,
    "OPEN": _OPEN,
    "IN_PROGRESS": _OPEN,
    "ON_HOLD": _OPEN,
    "PARTIALLY_FULFILLED": _OPEN,
    "PENDING_FULFILLMENT": _OPEN,
    "REQUEST_DECLINED": _OPEN,
    "SCHEDULED": _OPEN,
    "FULFILLMENT_NOT_REQUIRED": _OPEN,
    "RESTOCKED": _OPEN,
    "FULFILLED": OrderState(commits=True, taken=True, shipped=True),
}


@dataclass(frozen=True, slots=True)
class Refunded:
    """Pieces of one line that were refunded, by what became of them."""

    cancelled: int = 0  # on sale again without having been sent
    returned: int = 0  # sent, came back, on sale again
    restocked: int = 0  # on sale again; Shopify does not say whether they had been sent (LEGACY_RESTOCK)
    kept_out: int = 0  # not on sale again, here at least


def status_of(order: OrderNow) -> str:
    """The row of `STATES` for an order. A status that Shopify adds later counts as open until we know better."""
    if order.cancelled_at is not None:
        return CANCELLED
    if not order.confirmed:
        return UNCONFIRMED
    return order.display_fulfillment_status if order.display_fulfillment_status in STATES else UNFULFILLED


def order_of(
    now: OrderNow, lines: Iterable[OrderLineNow], refunds: Sequence[RefundLine], *, location: str, admin: str
) -> Order:
    """An order in our words, from all its lines and all its refunds. `admin` is where the seller's pages begin."""
    status = status_of(now)
    state = STATES[status]
    if not now.confirmed:
        state = replace(state, taken=False)  # also once it is cancelled: what was never reserved was never taken
    return Order(
        ref=number(now.id),
        number=now.name,
        placed_at=now.created_at,
        updated_at=now.updated_at,
        lines=tuple(line_of(line, refunded(line.id, refunds, location), state) for line in lines),
        status=status,
        ended=state.ended,
        url=f"{admin}/orders/{number(now.id)}" if admin else "",
        locale=now.customer_locale or "",
    )


def refunded(line: str, refunds: Iterable[RefundLine], location: str) -> Refunded:
    """What became of the refunded pieces of a line, as seen from the location that we keep."""
    sums = dict.fromkeys(("cancelled", "returned", "restocked", "kept_out"), 0)
    for refund in refunds:
        if number(refund.line_item.id) == number(line):
            sums[_fate(refund, location)] += refund.quantity
    return Refunded(**sums)


def _fate(refund: RefundLine, location: str) -> str:
    """A piece that came back to another location is not on our shelf and not on sale there."""
    elsewhere = refund.location is not None and bool(location) and number(refund.location.id) != number(location)
    if not refund.restocked:
        return "kept_out"
    if refund.restock_type == "CANCEL":
        return "cancelled"
    if elsewhere:
        return "kept_out"
    return "returned" if refund.restock_type == "RETURN" else "restocked"


def line_of(line: OrderLineNow, gone: Refunded, state: OrderState) -> OrderLine:
    """One line in our words.

    shipped = quantity - to be sent - never to be sent; a piece never to be sent that no refund put back on sale, though
    one refunded it, is withheld: only the seller knows where it is.
    """
    unsent = max(0, line.non_fulfillable_quantity)
    to_send = max(0, line.unfulfilled_quantity)
    shipped = max(0, line.quantity - to_send - unsent)
    # Pieces restocked in the old way were sent ones, except those without which the unsent ones are not explained.
    unexplained = unsent - gone.cancelled - gone.kept_out
    old_unsent = max(0, min(gone.restocked, unexplained), gone.restocked - max(0, shipped - gone.returned))
    back_unsent = min(unsent, gone.cancelled + old_unsent + max(0, gone.returned - shipped))
    back_sent = gone.returned + gone.restocked - old_unsent + max(0, gone.cancelled - unsent)
    kept_unsent = min(gone.kept_out, unsent - back_unsent)
    back = gone.cancelled + gone.returned + gone.restocked
    return OrderLine(
        ref=number(line.id),
        listing=number(line.variant.inventory_item.id) if line.variant else None,
        sku=line.sku or "",
        title=line.name,
        open=to_send if state.commits else 0,
        shipped=shipped,
        returned=min(shipped, back_sent),
        may_return=min(gone.kept_out - kept_unsent, shipped - min(shipped, back_sent)),
        withheld=kept_unsent,
        taken=max(0, line.quantity - back) if state.taken else 0,
    )
