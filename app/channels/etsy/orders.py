"""Etsy's receipts in our words: what each status means for stock, and each line's pieces.

A refund on Etsy names no line and no quantity, so it never puts anything back by itself: where it can only mean pieces
that were not sent, these are withheld; where they were sent, or where it may be about several lines, all of them count
as perhaps refunded. The seller is asked.
"""

from collections.abc import Callable
from dataclasses import dataclass

from app.channels.buyers import Buyers, nobody
from app.channels.etsy.groups import key_of, ref_of
from app.channels.etsy.info import order_page
from app.channels.etsy.wire import Chosen, PropertyValue, Receipt, Transaction, moment
from app.core.orders import Order, OrderLine, OrderState

CANCELED, REFUNDED, PART_REFUNDED, COMPLETED = "canceled", "fully refunded", "partially refunded", "completed"

# Etsy does not say whether it takes pieces off at the order or at the payment. Taken for done, the worst that happens
# is one piece too few for some minutes; taken for not done, one too many would be offered.
_OPEN = OrderState(commits=True, taken=True)

STATES: dict[str, OrderState] = {
    "open": _OPEN,
    "payment processing": _OPEN,
    "paid": _OPEN,
    COMPLETED: OrderState(commits=False, taken=True, shipped=True, ended=True),
    # Etsy puts nothing back on sale that was sold out, and its pages promise nothing for the rest.
    CANCELED: OrderState(commits=False, taken=True, ended=True),
    REFUNDED: OrderState(commits=True, taken=True),  # the pieces that were not sent wait for the seller's answer
    PART_REFUNDED: _OPEN,
}
UNKNOWN = _OPEN  # a status that Etsy adds later: nobody knows, so the pieces stay promised


@dataclass(frozen=True, slots=True)
class Back:
    """Of one line: pieces whose money went back before they were sent, and those of which nobody can tell."""

    withheld: int = 0
    perhaps: int = 0


Products = Callable[[int, int], str | None]  # listing, product: the key of its values


def state_of(status: str) -> OrderState:
    """What a status means for stock."""
    return STATES.get(status, UNKNOWN)


def status_of(receipt: Receipt) -> str:
    """Its status as our table has it; Etsy is seen to write them with capitals too, and both spellings of cancel."""
    status = receipt.status.strip().lower()
    return CANCELED if status == "cancelled" else status


def needs_products(receipt: Receipt) -> bool:
    """Is there a line of which only the product's number says what was bought?"""
    return any(_unclear(line) for line in receipt.transactions)


def _unclear(line: Transaction) -> bool:
    return bool(line.listing_id and _choices(line) and _key(line) is None)


def _choices(line: Transaction) -> list[Chosen]:
    """What the buyer chose, without what was typed."""
    return [chosen for chosen in line.variations if chosen.question_id is None]


def _key(line: Transaction) -> str | None:
    """The key of the product that was bought; None when its values are not told."""
    if line.product_data:
        return key_of(line.product_data)
    chosen = _choices(line)
    if any(one.value_id is None for one in chosen):
        return None
    return key_of([PropertyValue(one.property_id, [one.value_id]) for one in chosen if one.value_id is not None])


def read_receipt(receipt: Receipt, products: Products | None = None, buyers: Buyers = nobody) -> Order:
    """An order in our words. `products` tells of lines whose values Etsy left out, by their product's number."""
    status = status_of(receipt)
    state = state_of(status)
    given_back = _given_back(receipt, status)
    lines = [
        _line(line, state, receipt, back, products) for line, back in zip(receipt.transactions, given_back, strict=True)
    ]
    number = str(receipt.receipt_id)
    promised = [moment(line.expected_ship_date) for line in receipt.transactions if line.expected_ship_date]
    return Order(
        ref=number,
        number=number,
        placed_at=moment(receipt.created),
        updated_at=moment(receipt.updated),
        lines=tuple(lines),
        status=status,
        ended=state.ended,
        url=order_page(number),
        buyer=buyers(receipt.buyer_user_id),
        send_by=min(promised).date() if promised else None,
    )


def _line(line: Transaction, state: OrderState, receipt: Receipt, back: Back, products: Products | None) -> OrderLine:
    quantity = max(0, line.quantity)
    sent = _sent(line, receipt, state)
    return OrderLine(
        ref=str(line.transaction_id),
        listing=_listing(line, products),
        sku=line.sku or "",
        title=line.title or "",
        open=quantity - back.withheld if state.commits and not sent else 0,
        # An order that was cancelled does not say what had been sent before.
        shipped=quantity if sent else None if state.ended else 0,
        withheld=back.withheld,
        taken=quantity if state.taken else 0,
        refunded=back.perhaps,
    )


def _sent(line: Transaction, receipt: Receipt, state: OrderState) -> bool:
    if state.ended and not state.shipped:
        return False
    return receipt.is_shipped or state.shipped or line.shipped_timestamp is not None


def _listing(line: Transaction, products: Products | None) -> str | None:
    if not line.listing_id:
        return None
    key = _key(line)
    if key is None and products is not None:
        key = products(line.listing_id, line.product_id or 0)
    return ref_of(line.listing_id, key or "")


def _given_back(receipt: Receipt, status: str) -> list[Back]:
    """What a refund means, line by line: all pieces, or those that a part refund pays for."""
    if status == REFUNDED:
        pieces = [max(0, line.quantity) for line in receipt.transactions]
    elif status == PART_REFUNDED:
        # Money for less than a piece is a discount.
        pieces = [_pieces(line, _refunded(receipt)) for line in receipt.transactions]
    else:
        return [Back()] * len(receipt.transactions)
    sure = status == REFUNDED or sum(1 for count in pieces if count) == 1
    return [
        _back(count, sure=sure, sent=_sent(line, receipt, state_of(status)))
        for line, count in zip(receipt.transactions, pieces, strict=True)
    ]


def _back(pieces: int, *, sure: bool, sent: bool) -> Back:
    """Pieces whose money certainly went back and that were not sent are withheld; of others only the seller knows."""
    return Back(withheld=pieces) if sure and not sent else Back(perhaps=pieces)


def _refunded(receipt: Receipt) -> int:
    return sum(refund.amount.amount for refund in receipt.refunds if refund.amount)


def _pieces(line: Transaction, money: int) -> int:
    """How many pieces of a line this much money pays for."""
    if line.price is None or line.price.amount <= 0:
        return 0
    return min(max(0, line.quantity), max(0, money) // line.price.amount)
