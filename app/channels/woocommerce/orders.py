"""WooCommerce's orders in our words: what each status means for stock, and each line's pieces.

The number that WooCommerce has taken off for a line is noted in the line itself (`_reduced_stock`), also after an
edit, a cancellation or a part refund; the table speaks where that note cannot be read.
"""

from collections.abc import Iterable, Sequence

from app.channels.buyers import Buyers, nobody
from app.channels.woocommerce.wire import WireLine, WireOrder, WireRefund, plain, utc, whole
from app.core.orders import Order, OrderLine, OrderState

STATES: dict[str, OrderState] = {
    "pending": OrderState(commits=True, taken=False),  # unpaid: promised, and held back at the checkout only
    "on-hold": OrderState(commits=True, taken=True),  # awaits a transfer or a cheque
    "processing": OrderState(commits=True, taken=True),
    "completed": OrderState(commits=False, taken=True, shipped=True, ended=True),
    "cancelled": OrderState(commits=False, taken=False, ended=True),  # puts back on sale, once
    "failed": OrderState(commits=False, taken=False, ended=True),
    "refunded": OrderState(commits=False, taken=True, ended=True),  # puts nothing back on sale
    "trash": OrderState(commits=False, taken=True, ended=True),  # puts nothing back on sale
    # A basket at the checkout, and an order that the seller has only begun to write.
    "checkout-draft": OrderState(commits=False, taken=False),
    "auto-draft": OrderState(commits=False, taken=False),
}
# A status that a plugin added: nobody knows, so the pieces stay promised.
UNKNOWN = OrderState(commits=True, taken=True)
DRAFTS = ("checkout-draft", "auto-draft")

FIELDS = "id,number,status,date_created_gmt,date_modified_gmt,date_completed_gmt,line_items,refunds,customer_id"


def state_of(status: str) -> OrderState:
    """What a status means for stock."""
    return STATES.get(status, UNKNOWN)


def needs_refunds(order: WireOrder) -> bool:
    """Must its refunds be read to know which pieces are still to be sent, or may come back?"""
    state = state_of(order.status)
    return bool(order.refunds) and (state.commits or state.shipped or bool(order.date_completed_gmt))


def read_order(order: WireOrder, refunds: Sequence[WireRefund], address: str, buyers: Buyers = nobody) -> Order:
    """An order in our words."""
    named = {refund.id for refund in order.refunds}
    named_refunds = [refund for refund in refunds if refund.id in named]
    refunded = _refunded(named_refunds)
    unsent = _refunded(refund for refund in named_refunds if _before_sending(refund, order))
    placed = order.date_created_gmt or order.date_modified_gmt
    return Order(
        ref=str(order.id),
        number=str(order.number or order.id),
        placed_at=utc(placed),
        updated_at=utc(order.date_modified_gmt or placed),
        lines=tuple(_line(line, order, refunded.get(line.id, 0), unsent.get(line.id, 0)) for line in order.line_items),
        status=order.status,
        ended=state_of(order.status).ended,
        url=f"{address}/wp-admin/post.php?post={order.id}&action=edit",
        buyer=buyers(order.customer_id),
    )


def _refunded(refunds: Iterable[WireRefund]) -> dict[int, int]:
    """Refunded pieces by line of the order."""
    pieces: dict[int, int] = {}
    for refund in refunds:
        for line in refund.line_items:
            of = line.note("_refunded_item_id")
            if of is not None:
                pieces[of] = pieces.get(of, 0) + abs(whole(line.quantity) or 0)
    return pieces


def _before_sending(refund: WireRefund, order: WireOrder) -> bool:
    """Was it given before the order was completed? Such pieces never left."""
    return bool(order.date_completed_gmt and refund.date_created_gmt) and utc(refund.date_created_gmt) < utc(
        order.date_completed_gmt
    )


def _line(line: WireLine, order: WireOrder, refunded: int, unsent: int) -> OrderLine:
    state = state_of(order.status)
    quantity = max(0, whole(line.quantity) or 0)
    restocked = _restocked(line, quantity) if order.refunds else 0
    is_open = state.commits
    # Refunding all of a completed order ends it otherwise: it had been sent, and all of it may come back. Cancelling it
    # puts all that was sent back on sale.
    all_back = order.status == "refunded" and bool(order.date_completed_gmt)
    put_back = bool(order.date_completed_gmt) and _put_back(line, order.status)
    never_left = min(unsent, restocked, quantity)
    shipped = quantity if all_back or put_back else _shipped(state, quantity)
    shipped = shipped - never_left if shipped else shipped
    refunded = quantity if all_back else min(refunded, quantity)
    returned = shipped if put_back else restocked - never_left
    return OrderLine(
        ref=str(line.id),
        listing=_listing(line),
        sku=line.sku or "",
        title=plain(line.name),
        open=quantity - refunded if is_open else 0,
        shipped=shipped,
        returned=(returned or 0) if shipped else 0,
        may_return=max(0, refunded - restocked) if shipped and not put_back else 0,
        withheld=max(0, refunded - restocked) if is_open else 0,
        taken=_taken(line, order.status, quantity),
    )


def _put_back(line: WireLine, status: str) -> bool:
    """Was the order cancelled? That puts all of it back on sale, once, and nobody says whether what was sent came back.

    In the bin the status before is not told, but the note of what was taken is gone.
    """
    return status == "cancelled" or (
        status == "trash" and line.meta_data is not None and line.note("_reduced_stock") is None
    )


def _listing(line: WireLine) -> str | None:
    if not line.product_id:
        return None
    return f"{line.product_id}/{line.variation_id}" if line.variation_id else str(line.product_id)


def _shipped(state: OrderState, quantity: int) -> int | None:
    """All of it once completed; nothing before; and an order that ended does not say what had been sent."""
    if state.shipped:
        return quantity
    return None if state.ended else 0


def _taken(line: WireLine, status: str, quantity: int) -> int:
    """Pieces that are off the shop's own number now because of this line."""
    noted = line.note("_reduced_stock")
    if noted is not None:
        return max(0, noted)
    state = state_of(status)
    if line.meta_data is None:
        return quantity if state.taken else 0
    # WooCommerce takes at these statuses, so it is about to, or keeps no number for this product and never will.
    # Either way it must not be counted as something that the shop will still take off by itself.
    return quantity if state.taken and status in ("on-hold", "processing", "completed") else 0


def _restocked(line: WireLine, quantity: int) -> int:
    """Refunded pieces that went back on sale."""
    noted = line.note("_restock_refunded_items")
    if noted is None:
        reduced = line.note("_reduced_stock")
        noted = 0 if reduced is None else quantity - reduced
    return min(max(0, noted), quantity)
