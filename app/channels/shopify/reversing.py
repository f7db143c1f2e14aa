"""Cancelling and refunding a Shopify order, and how it stands. Neither is ever sent twice from here.

A cancel takes no idempotency key, cannot be undone, and is a job that goes on after the answer: only the order proves
it. A refund first asks Shopify what to pay back, so that prices, discounts and taxes are Shopify's own sums.
"""

from collections.abc import Sequence
from typing import Any

from app.channels.http import clean_words
from app.channels.shopify import operations as op
from app.channels.shopify.answers import Changes, UserError
from app.channels.shopify.api import ShopifyApi
from app.channels.shopify.orders import CANCELLED, status_of
from app.channels.shopify.reading import Reader, Whole
from app.channels.shopify.wire import Id, Wire, gid, is_number, number
from app.core.reversal import Act, Outcome, Reason, Said, Standing, Wish
from app.core.text import N_
from app.errors import ChannelRefused, ChannelSignedOut

REASONS = {Reason.OVERSOLD: "INVENTORY", Reason.BUYER: "CUSTOMER", Reason.OTHER: "OTHER"}


class Job(Wire, frozen=True):
    """Work that goes on after an answer."""

    id: str
    done: bool


class JobAnswer(Wire, frozen=True):
    """PlimsollJob; None for a job that Shopify has forgotten."""

    job: Job | None


class Cancelling(Wire, frozen=True):
    """What Shopify says to a cancel: a job, or why not."""

    order_cancel_user_errors: list[UserError]
    job: Job | None = None


class CancelAnswer(Wire, frozen=True):
    """PlimsollOrderCancel."""

    order_cancel: Cancelling | None


class Money(Wire, frozen=True):
    """An amount as Shopify writes it, in the buyer's currency."""

    amount: str
    currency_code: str


class MoneySet(Wire, frozen=True):
    """An amount."""

    presentment_money: Money


class SuggestedTransaction(Wire, frozen=True):
    """A payment that Shopify would pay back, and how much of it."""

    amount_set: MoneySet
    gateway: str | None = None
    parent_transaction: Id | None = None


class SuggestedRefund(Wire, frozen=True):
    """What Shopify would pay back for some pieces."""

    suggested_transactions: list[SuggestedTransaction]


class OrderToRefund(Wire, frozen=True):
    """An order of which only its suggested refund matters."""

    suggested_refund: SuggestedRefund | None


class SuggestedAnswer(Wire, frozen=True):
    """PlimsollSuggestedRefund."""

    order: OrderToRefund | None


class RefundAnswer(Wire, frozen=True):
    """PlimsollRefund."""

    refund_create: Changes | None


def standing(api: ShopifyApi, reader: Reader, ref: str, job: str) -> Standing | None:
    """How the order stands. While the job goes on the order is not worth reading."""
    if job and not _done(api, ref, job):
        return Standing(working=True)
    found = reader.order(ref) if is_number(ref) else None
    return None if found is None else _standing(found)


def _done(api: ShopifyApi, ref: str, job: str) -> bool:
    now = api.ask(op.JOB, {"id": job}, JobAnswer, verb="read the cancel", target=f"order {ref}").job
    return now is None or now.done  # Shopify forgets old jobs: then the order tells


def _standing(found: Whole) -> Standing:
    refunded: dict[str, int] = {}
    for line in found.refunds:
        ref = number(line.line_item.id)
        refunded[ref] = refunded.get(ref, 0) + line.quantity
    to_send = any(line.unfulfilled_quantity > 0 for line in found.lines)
    return Standing(
        cancelled=status_of(found.order) == CANCELLED,
        sent=not to_send and found.order.display_fulfillment_status == "FULFILLED",
        refunded=refunded,
    )


def reverse(api: ShopifyApi, wish: Wish, location: str) -> Said:
    """Cancel the order, or refund pieces of it."""
    try:
        return _cancel(api, wish) if wish.act is Act.CANCEL else _refund(api, wish, location)
    except ChannelSignedOut as error:
        if error.status != 200:
            raise
        # Only this permission is missing: the rest of the shop goes on.
        raise ChannelRefused(error.title, error.advice, words=error.words, status=error.status) from error


def _cancel(api: ShopifyApi, wish: Wish) -> Said:
    values = {
        "orderId": gid("Order", wish.order),
        "reason": REASONS[wish.reason],
        "restock": wish.restock,
        "refundMethod": {"originalPaymentMethodsRefund": True},
        "notifyCustomer": wish.notify,
    }
    said = api.ask(
        op.CANCEL, values, CancelAnswer, verb="cancel order", target=f"order {wish.order}", urgent=True
    ).order_cancel
    if said is None or said.order_cancel_user_errors:
        return _refused([error.message for error in said.order_cancel_user_errors] if said else [])
    return Said(outcome=Outcome.TAKEN, job=said.job.id if said.job else "")


def _refund(api: ShopifyApi, wish: Wish, location: str) -> Said:
    lines = [_line(ref, pieces, wish, location) for ref, pieces in wish.pieces.items() if pieces]
    order, target = gid("Order", wish.order), f"order {wish.order}"
    asked = {"orderId": order, "lines": lines}
    found = api.ask(op.SUGGESTED, asked, SuggestedAnswer, verb="ask what to pay back", target=target).order
    if found is None or found.suggested_refund is None:
        return _refused(["Shopify suggests no refund for these pieces."])
    transactions = found.suggested_refund.suggested_transactions
    given: dict[str, Any] = {
        "orderId": order,
        "notify": wish.notify,
        "refundLineItems": lines,
        "transactions": [_transaction(order, one) for one in transactions if one.parent_transaction],
    }
    if transactions:
        given["currency"] = transactions[0].amount_set.presentment_money.currency_code
    values = {"input": given, "key": wish.key}
    said = api.ask(op.REFUND, values, RefundAnswer, verb="refund", target=target, urgent=True).refund_create
    if said is None or said.user_errors:
        return _refused([error.message for error in said.user_errors] if said else [])
    return Said(outcome=Outcome.TAKEN)


def _line(ref: str, pieces: int, wish: Wish, location: str) -> dict[str, Any]:
    """Pieces that are not sent. They go back on sale only at the location that we keep, and only when told to."""
    line: dict[str, Any] = {"lineItemId": gid("LineItem", ref), "quantity": pieces, "restockType": "NO_RESTOCK"}
    if wish.restock and not location:
        raise ChannelRefused(
            N_("No location of this shop is linked."), N_("Choose the location whose stock Plimsoll keeps.")
        )
    if wish.restock:
        line |= {"restockType": "CANCEL", "locationId": gid("Location", location)}
    return line


def _transaction(order: str, one: SuggestedTransaction) -> dict[str, Any]:
    parent = one.parent_transaction
    assert parent is not None
    return {
        "orderId": order,
        "parentId": parent.id,
        "gateway": one.gateway or "",
        "kind": "REFUND",
        "amount": one.amount_set.presentment_money.amount,
    }


def _refused(words: Sequence[str]) -> Said:
    return Said(outcome=Outcome.REFUSED, words=clean_words("; ".join(words)))
