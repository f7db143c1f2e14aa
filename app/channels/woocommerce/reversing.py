"""Cancelling and refunding a WooCommerce order, and how it stands. Neither is ever sent twice from here.

A cancelled order puts its pieces back on sale, once, whatever we say. A refund is asked with the money of each line as
the order itself states it, postage left out; WooCommerce asks the payment service unless told not to.
"""

from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from typing import Any

import msgspec

from app.channels.http import clean_words
from app.channels.woocommerce.api import WooApi, error_of
from app.channels.woocommerce.orders import state_of
from app.channels.woocommerce.wire import WireOrder, WireRefund, whole
from app.core.reversal import Act, Outcome, Said, Standing, Wish
from app.core.text import N_
from app.errors import ChannelRefused, ChannelUnavailable

CANCELLED = "cancelled"
_NO_REFUND = "woocommerce_rest_cannot_create_order_refund"


class WireTax(msgspec.Struct):
    """One tax of a line."""

    id: int
    total: str = "0"


class WireMoneyLine(msgspec.Struct):
    """A line's money: without tax, and each tax for itself."""

    id: int
    quantity: int | float
    total: str = "0"
    taxes: list[WireTax] = []


class WireMoney(msgspec.Struct):
    """An order's lines with their money."""

    id: int
    line_items: list[WireMoneyLine]


class WireStatusNow(msgspec.Struct):
    """An order of which only its status matters."""

    status: str


def standing(order: WireOrder, refunds: Sequence[WireRefund]) -> Standing:
    """How the order stands."""
    pieces: dict[str, int] = {}
    for refund in refunds:
        for line in refund.line_items:
            of = line.note("_refunded_item_id")
            if of is not None:
                pieces[str(of)] = pieces.get(str(of), 0) + abs(whole(line.quantity) or 0)
    return Standing(cancelled=order.status == CANCELLED, sent=state_of(order.status).shipped, refunded=pieces)


def reverse(api: WooApi, wish: Wish) -> Said:
    """Cancel the order, or refund pieces of it."""
    if not (wish.order.isascii() and wish.order.isdecimal()):
        raise ChannelRefused(N_("The shop has no such order."), N_("Look at the order in the shop’s own window."))
    return _cancel(api, wish) if wish.act is Act.CANCEL else _refund(api, wish)


def _cancel(api: WooApi, wish: Wish) -> Said:
    body = {"status": CANCELLED}
    params = [("_fields", "id,status")]
    answer = api.call("cancel order", f"order {wish.order}", "PUT", f"/wc/v3/orders/{wish.order}", params, body=body)
    status = answer.decode(WireStatusNow).status
    if status != CANCELLED:
        return Said(outcome=Outcome.REFUSED, words=f"status: {clean_words(status)}")
    return Said(outcome=Outcome.TAKEN)


def _refund(api: WooApi, wish: Wish) -> Said:
    target, route = f"order {wish.order}", f"/wc/v3/orders/{wish.order}"
    order = api.get("read order", target, route, [("_fields", "id,line_items")]).decode(WireMoney)
    lines = [_line(line, wish.pieces[str(line.id)]) for line in order.line_items if wish.pieces.get(str(line.id))]
    if len(lines) != sum(1 for pieces in wish.pieces.values() if pieces):
        raise ChannelRefused(N_("The order changed meanwhile."), N_("Look at it again, and ask for what is left."))
    body = {
        "amount": str(sum((_money_of(line) for line in lines), Decimal(0))),
        "reason": wish.reason.value,
        "line_items": lines,
        "api_refund": wish.pay,
        "api_restock": wish.restock,
    }
    params = [("_fields", "id")]
    answer = api.call("refund", target, "POST", f"{route}/refunds", params, body=body, accept=(500,))
    if answer.status == 500:
        error = error_of(answer)
        if error is None or error.code != _NO_REFUND:
            raise ChannelUnavailable(N_("The shop has a fault of its own."), status=500)
        return Said(outcome=Outcome.REFUSED, words=clean_words(error.message))
    return Said(outcome=Outcome.TAKEN)


def _line(line: WireMoneyLine, pieces: int) -> dict[str, Any]:
    """So many pieces of a line with their share of its money."""
    share = Decimal(pieces) / Decimal(str(line.quantity)) if line.quantity else Decimal(0)
    return {
        "id": line.id,
        "quantity": pieces,
        "refund_total": _part(line.total, share),
        "refund_tax": [{"id": tax.id, "refund_total": _part(tax.total, share)} for tax in line.taxes],
    }


def _part(amount: str, share: Decimal) -> str:
    """A part of an amount, with as many decimals as the shop writes; a whole line is the amount itself."""
    try:
        money = Decimal(amount or "0")
    except InvalidOperation:
        money = Decimal(0)
    return str((money * share).quantize(Decimal(1).scaleb(min(0, _exponent(money))), rounding=ROUND_HALF_UP))


def _exponent(money: Decimal) -> int:
    exponent = money.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _money_of(line: dict[str, Any]) -> Decimal:
    return Decimal(line["refund_total"]) + sum((Decimal(tax["refund_total"]) for tax in line["refund_tax"]), Decimal(0))
